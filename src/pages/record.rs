//! The record: forty awards beside seven questions. Most of what is true today is what has not been
//! published, so that is what the page shows.

use crate::bytes::Source;
use crate::frame::{Entry, Known, Record, RecordRow, record};
use crate::loader::{Edition, Files};
use crate::locale::{Locale, Words};
use crate::m;
use crate::package::RecordColumn;
use crate::paint::{Theme, draw};
use crate::problem::Problem;
use crate::prose;
use crate::scene::tally;
use crate::site::Route;
use crate::ui::{Drawing, NARROW, WIDE, href, say, shell};
use leptos::prelude::*;
use std::sync::Arc;

/// `None`: the package has no awards or no figures.
pub(super) async fn gather<S: Source>(files: &Files<S>) -> Result<Option<Record>, Problem> {
    let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
    Ok(record(&dataset, &files.catalog.record))
}

pub(super) fn record_page(record: Record) -> impl IntoView {
    let columns = record.columns.iter().map(why).collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{say(m!(RecordTitle))}</h1>
            <p class="lede">{say(m!(RecordLede))}</p>
        </div>
        <section class="wrap band" aria-labelledby="tally">
            <h2 id="tally">{say(m!(RecordSummaryTitle, awards = record.total()))}</h2>
            {squares(&record)}
            <p class="note">{say(m!(RecordNote))}</p>
        </section>
        <section class="wrap band" aria-labelledby="matrix">
            <h2 id="matrix">{say(m!(RecordTable))}</h2>
            {matrix(&record)}
        </section>
        <section class="wrap band" aria-labelledby="blank">
            <h2 id="blank">{say(m!(RecordColumns))}</h2>
            <p>{say(m!(RecordColumnsLede))}</p>
            <dl class="facts">{columns}</dl>
        </section>
    }
}

/// The awards of a record beside its questions, as a table.
pub(super) fn matrix(record: &Record) -> impl IntoView + use<> {
    let head = record
        .columns
        .iter()
        .map(|column| view! { <th scope="col">{column.title.clone()}</th> })
        .collect_view();
    let rows = record.awards.iter().map(award).collect_view();
    let unnamed = record
        .unnamed
        .iter()
        .flat_map(|(round, count, _)| (1..=*count).map(move |at| (round, at, *count)))
        .map(|(round, at, count)| unnamed(round, at, count, record.columns.len()))
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=say(m!(RecordTable))>
            <table class="record">
                <thead><tr>
                    <th scope="col">{say(m!(RecordAward))}</th>
                    {head}
                </tr></thead>
                <tbody>{rows}{unnamed}</tbody>
            </table>
        </div>
    }
}

/// The record in squares, at two widths.
pub(super) fn squares(record: &Record) -> impl IntoView + use<> {
    let locale = shell().locale;
    let record = Arc::new(record.clone());
    let drawing = |width| {
        let record = Arc::clone(&record);
        Drawing::new(move || picture(&record, width, locale))
    };
    view! {
        <div class="figure-chart">
            <div class="chart-narrow">{drawing(NARROW)}</div>
            <div class="chart-wide">{drawing(WIDE)}</div>
        </div>
    }
}

fn picture(record: &Record, width: u32, locale: Locale) -> crate::paint::Element {
    draw(&tally::lay_out(record, width, locale), &Theme::LIGHT)
}

fn award(row: &RecordRow) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|entries| cell(entries)).collect_view();
    view! {
        <tr>
            <th scope="row"><a href=href(&Route::Grantee(row.holder.clone()))>{row.label.clone()}</a><span class="aside">{row.round.clone()}</span></th>
            {cells}
        </tr>
    }
}

/// One award of a record question by question: where a table is too wide. Questions that nothing
/// answers are named together.
pub(super) fn answers(record: &Record, holder: &str) -> Option<impl IntoView + use<>> {
    let row = record.awards.iter().find(|row| row.holder == holder)?;
    let pairs = || record.columns.iter().zip(&row.cells);
    let answered = pairs().filter(|(_, entries)| !entries.is_empty());
    let answered = answered
        .map(|(column, entries)| {
            view! { <div class=class(entries)><dt>{column.title.clone()}</dt><dd>{inside(entries)}</dd></div> }
        })
        .collect_view();
    let blank = pairs().filter(|(_, entries)| entries.is_empty());
    let blank: Vec<String> = blank.map(|(column, _)| column.title.clone()).collect();
    let list = shell().locale.list(&blank);
    let blank = (!blank.is_empty())
        .then(|| view! { <p class="aside">{say(m!(RecordNotPublished, list = list))}</p> });
    Some(view! { <div class="answers"><dl>{answered}</dl>{blank}</div> })
}

fn class(entries: &[Entry]) -> &'static str {
    match Known::of(entries) {
        Known::Published => "published",
        Known::InPart => "in-part",
        Known::Promised => "promised",
        Known::Nothing | Known::Unnamed => "nothing",
    }
}

fn cell(entries: &[Entry]) -> impl IntoView + use<> {
    view! { <td class=class(entries)>{inside(entries)}</td> }
}

fn inside(entries: &[Entry]) -> AnyView {
    match entries.split_first() {
        None => view! { <span>{say(m!(RecordBlank))}</span> }.into_any(),
        Some((first, rest)) => {
            let value = say(prose::short_value(&first.cell, &first.measure));
            let kind = say(first.kind.label());
            let part = first
                .is_part
                .then(|| view! { <span class="aside">{say(m!(RecordOfPart))}</span> });
            let more = (!rest.is_empty()).then(
                || view! { <span class="aside">{say(m!(RecordMore, count = rest.len()))}</span> },
            );
            view! {
                <a href=href(&Route::Figure(first.claim_id.clone()))>{value}</a>
                <span class="aside">{first.measure.title.clone()} ", " {kind}</span>
                {part}
                {more}
            }
            .into_any()
        }
    }
}

fn unnamed(round: &str, at: u32, count: u32, columns: usize) -> impl IntoView + use<> {
    let cells = (0..columns)
        .map(|_| view! { <td class="unnamed">{say(m!(RecordUnnamedCell))}</td> })
        .collect_view();
    view! {
        <tr class="unnamed">
            <th scope="row">{say(m!(RecordUnnamed, at = at, count = count))}<span class="aside">{round.to_owned()}</span></th>
            {cells}
        </tr>
    }
}

fn why(column: &RecordColumn) -> impl IntoView + use<> {
    let source = (!column.source.is_empty())
        .then(|| view! { " " <a href=column.source.clone()>{say(m!(RecordSource))}</a> });
    view! { <div><dt>{column.title.clone()}</dt><dd>{column.blank.clone()}{source}</dd></div> }
}
