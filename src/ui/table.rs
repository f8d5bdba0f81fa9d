//! The rows of a frame as a table: the same numbers, in words.

mod pages;

use super::say::{say, shell};
use super::stands::{file_note, followed, followed_across, has_lines, lines};
use crate::frame::{Frame, MeasureWords, Row};
use crate::m;
use crate::prose;
use crate::scene::DENSE;
use leptos::prelude::*;
#[cfg(target_arch = "wasm32")]
pub(super) use pages::turn_pages;
use pages::turned;

/// A table of every row of a frame, with status, kind and error in words. A very long table is
/// paginated.
pub fn frame_table(frame: &Frame) -> AnyView {
    let view = {
        let locale = shell().locale;
        let columns = Columns::of(frame);
        let title = locale.text(prose::title(frame));
        let label = title.clone();
        let heads = columns.heads(frame);
        let total = columns.total(frame);
        let (rows, turner) = match frame.rows.len() > DENSE {
            true => turned(columns, frame),
            false => {
                let rows = frame.rows.iter().map(|row| columns.line(frame, row));
                (rows.collect_view().into_any(), None)
            }
        };
        view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=label>
                <table>
                    <caption class="visually-hidden">{title}</caption>
                    <thead>{heads}</thead>
                    <tbody>{rows}</tbody>
                    {total.map(|total| view! { <tfoot>{total}</tfoot> })}
                </table>
            </div>
            {turner}
            {file_note(frame)}
        }
    };
    view.into_any()
}

/// The columns of the table of a frame.
pub(super) struct Columns {
    has_series: bool,
    has_kind: bool,
    has_date: bool,
    has_records: bool,
    has_lines: bool,
    percentiles: Vec<u8>,
}

impl Columns {
    pub fn of(frame: &Frame) -> Self {
        Self {
            has_series: frame.series.is_some(),
            has_kind: frame.rows.iter().any(|row| row.kind.is_some()),
            has_date: frame.rows.iter().any(|row| row.figure.is_some()),
            has_records: frame.rows.iter().any(|row| row.cell.records > 1),
            has_lines: has_lines(frame),
            percentiles: percentiles(frame),
        }
    }

    /// The header row.
    pub fn heads(&self, frame: &Frame) -> AnyView {
        let view = view! {
            <tr>
                <th scope="col">{frame.by.title.clone()}</th>
                {frame.series.as_ref().map(|series| view! { <th scope="col">{series.axis.title.clone()}</th> })}
                <th scope="col" class="number">{headed(&frame.measure)}</th>
                {frame.across.as_ref().map(|measure| view! { <th scope="col" class="number">{headed(measure)}</th> })}
                {self.percentiles.iter().map(|at| view! { <th scope="col" class="number">{say(m!(TablePercentile, at = *at))}</th> }).collect_view()}
                {frame.measure.has_error.then(|| view! { <th scope="col" class="number">{say(m!(TableError))}</th> })}
                {self.has_kind.then(|| view! { <th scope="col">{say(m!(TableKind))}</th> })}
                {self.has_date.then(|| view! { <th scope="col">{say(m!(TableDate))}</th> })}
                {self.has_records.then(|| view! { <th scope="col" class="number">{say(m!(TableRecords))}</th> })}
                {self.has_lines.then(|| view! { <th scope="col">{say(m!(RowsColumn))}</th> })}
            </tr>
        };
        view.into_any()
    }

    /// One row of the frame.
    pub fn line(&self, frame: &Frame, row: &Row) -> AnyView {
        let locale = shell().locale;
        let text = |message| locale.text(&message);
        let series = frame
            .series
            .as_ref()
            .and_then(|series| Some(series.values.get(row.series?)?.1.clone()));
        let value = text(prose::value(&row.cell, &frame.measure));
        let error = row
            .cell
            .error_pct
            .filter(|_| frame.measure.has_error)
            .map(|error| locale.number(error, 1));
        let date = row.figure.as_ref().map(|figure| text(prose::dated(figure)));
        let kind = row.kind.map(|kind| text(prose::kind(kind)));
        let view = view! {
            <tr>
                <th scope="row">{locale.argument(&prose::row_label(frame, row))}</th>
                {self.has_series.then(|| view! { <td>{series}</td> })}
                <td class="number">{followed(frame, row, value)}</td>
                {frame.across.as_ref().map(|measure| view! { <td class="number">{across(frame, row, measure)}</td> })}
                {self.percentiles.iter().map(|at| view! { <td class="number">{percentile(frame, row, *at)}</td> }).collect_view()}
                {frame.measure.has_error.then(|| view! { <td class="number">{error.map(|error| format!("{error}%"))}</td> })}
                {self.has_kind.then(|| view! { <td>{kind}</td> })}
                {self.has_date.then(|| view! { <td>{date}</td> })}
                {self.has_records.then(|| view! { <td class="number">{locale.count(u64::from(row.cell.records))}</td> })}
                {self.has_lines.then(|| view! { <td class="stands">{lines(frame, row)}</td> })}
            </tr>
        };
        view.into_any()
    }

    /// The total of all rows, where there is one and more than one row.
    fn total(&self, frame: &Frame) -> Option<AnyView> {
        let total = frame.total.as_ref().filter(|_| frame.rows.len() > 1)?;
        let value = say(prose::value(total, &frame.measure));
        let more = self.percentiles.len()
            + usize::from(frame.measure.has_error)
            + usize::from(self.has_kind)
            + usize::from(self.has_date)
            + usize::from(self.has_records)
            + usize::from(self.has_lines);
        let view = view! {
            <tr class="total">
                <th scope="row">{say(m!(TableTotal))}</th>
                {self.has_series.then(|| view! { <td></td> })}
                <td class="number">{value}</td>
                {(0..more).map(|_| view! { <td></td> }).collect_view()}
            </tr>
        };
        Some(view.into_any())
    }
}

/// A measure with its unit, over its column.
fn headed(measure: &MeasureWords) -> String {
    match crate::locale::unit_long(&measure.unit) {
        Some(unit) => say(m!(
            TableValueUnit,
            measure = &measure.title,
            unit = say(unit)
        )),
        None => measure.title.clone(),
    }
}

/// A row's number for the second measure.
fn across(frame: &Frame, row: &Row, measure: &MeasureWords) -> Option<AnyView> {
    let cell = row.cell.across.as_ref()?;
    let value = say(prose::value(cell, measure));
    Some(followed_across(frame, cell, value))
}

/// The percentiles of rows with ranges, except the one that is the measure itself.
fn percentiles(frame: &Frame) -> Vec<u8> {
    let rows = frame.rows.iter().flat_map(|row| &row.cell.percentiles);
    let mut found: Vec<u8> = rows
        .map(|known| known.at)
        .filter(|at| Some(*at) != frame.measure.percentile)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn percentile(frame: &Frame, row: &Row, at: u8) -> Option<String> {
    let known = row.cell.percentiles.iter().find(|known| known.at == at)?;
    Some(say(prose::percentile_value(known, &frame.measure)))
}
