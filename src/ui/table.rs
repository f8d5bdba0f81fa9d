//! The rows of a frame as a table: the same numbers, in words.

use super::say::{say, shell};
use super::stands::{file_note, followed, followed_across, has_lines, lines};
use crate::frame::{Frame, MeasureWords, Row};
use crate::m;
use crate::prose;
use leptos::prelude::*;

/// A table of every row of a frame, with status, kind and error in words.
pub fn frame_table(frame: &Frame) -> AnyView {
    let view = {
        let locale = shell().locale;
        let text = |message| locale.text(&message);
        let has_series = frame.series.is_some();
        let has_kind = frame.rows.iter().any(|row| row.kind.is_some());
        let has_date = frame.rows.iter().any(|row| row.figure.is_some());
        let has_records = frame.rows.iter().any(|row| row.cell.records > 1);
        let has_lines = has_lines(frame);
        let percentiles = percentiles(frame);
        let value_head = headed(&frame.measure);
        let rows = frame.rows.iter().map(|row| {
        let series = frame.series.as_ref().and_then(|series| Some(series.values.get(row.series?)?.1.clone()));
        let value = text(prose::value(&row.cell, &frame.measure));
        let error = row.cell.error_pct.filter(|_| frame.measure.has_error).map(|error| locale.number(error, 1));
        let date = row.figure.as_ref().map(|figure| text(prose::dated(figure)));
        let kind = row.kind.map(|kind| text(prose::kind(kind)));
        view! {
            <tr>
                <th scope="row">{locale.argument(&prose::row_label(frame, row))}</th>
                {has_series.then(|| view! { <td>{series}</td> })}
                <td class="number">{followed(frame, row, value)}</td>
                {frame.across.as_ref().map(|measure| view! { <td class="number">{across(frame, row, measure)}</td> })}
                {percentiles.iter().map(|at| view! { <td class="number">{percentile(frame, row, *at)}</td> }).collect_view()}
                {frame.measure.has_error.then(|| view! { <td class="number">{error.map(|error| format!("{error}%"))}</td> })}
                {has_kind.then(|| view! { <td>{kind}</td> })}
                {has_date.then(|| view! { <td>{date}</td> })}
                {has_records.then(|| view! { <td class="number">{locale.count(u64::from(row.cell.records))}</td> })}
                {has_lines.then(|| view! { <td class="stands">{lines(frame, row)}</td> })}
            </tr>
        }
    }).collect_view();
        let total = frame
            .total
            .as_ref()
            .filter(|_| frame.rows.len() > 1)
            .map(|total| {
                let value = text(prose::value(total, &frame.measure));
                let more = percentiles.len()
                    + usize::from(frame.measure.has_error)
                    + usize::from(has_kind)
                    + usize::from(has_date)
                    + usize::from(has_records)
                    + usize::from(has_lines);
                view! {
                    <tr class="total">
                        <th scope="row">{say(m!(TableTotal))}</th>
                        {has_series.then(|| view! { <td></td> })}
                        <td class="number">{value}</td>
                        {(0..more).map(|_| view! { <td></td> }).collect_view()}
                    </tr>
                }
            });
        view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=text(prose::title(frame))>
                <table>
                    <caption class="visually-hidden">{text(prose::title(frame))}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{frame.by.title.clone()}</th>
                            {frame.series.as_ref().map(|series| view! { <th scope="col">{series.axis.title.clone()}</th> })}
                            <th scope="col" class="number">{value_head}</th>
                            {frame.across.as_ref().map(|measure| view! { <th scope="col" class="number">{headed(measure)}</th> })}
                            {percentiles.iter().map(|at| view! { <th scope="col" class="number">{say(m!(TablePercentile, at = *at))}</th> }).collect_view()}
                            {frame.measure.has_error.then(|| view! { <th scope="col" class="number">{say(m!(TableError))}</th> })}
                            {has_kind.then(|| view! { <th scope="col">{say(m!(TableKind))}</th> })}
                            {has_date.then(|| view! { <th scope="col">{say(m!(TableDate))}</th> })}
                            {has_records.then(|| view! { <th scope="col" class="number">{say(m!(TableRecords))}</th> })}
                            {has_lines.then(|| view! { <th scope="col">{say(m!(RowsColumn))}</th> })}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    {total.map(|total| view! { <tfoot>{total}</tfoot> })}
                </table>
            </div>
            {file_note(frame)}
        }
    };
    view.into_any()
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

/// A row's number of the measure it is set against.
fn across(frame: &Frame, row: &Row, measure: &MeasureWords) -> Option<AnyView> {
    let cell = row.cell.across.as_ref()?;
    let value = say(prose::value(cell, measure));
    Some(followed_across(frame, cell, value))
}

/// The percentiles that rows of ranges have, but for the one that is the measure itself.
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
