//! The record: for each grant, which of seven figures have been published. Most have not, and the page shows that.

use crate::bytes::Source;
use crate::frame::{AnswerState, Record, RecordRow, RecordedClaim, record};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Labeled, Locale};
use crate::m;
use crate::package::RecordColumn;
use crate::paint::{Theme, draw};
use crate::problem::Problem;
use crate::prose;
use crate::scene::tally;
use crate::site::Route;
use crate::ui::{Drawing, NARROW, WIDE, href, localize, shell};
use leptos::prelude::*;
use std::sync::Arc;

/// `None`: the package has no awards or no figures.
pub(super) async fn load<S: Source>(files: &PublishedFiles<S>) -> Result<Option<Record>, Problem> {
    let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
    Ok(record(&dataset, &files.catalog.record))
}

pub(super) fn record_page(record: Record) -> impl IntoView {
    let columns = record.columns.iter().map(why).collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(RecordTitle))}</h1>
            <p class="lede">{localize(m!(RecordLede))}</p>
        </div>
        <section class="wrap band" aria-labelledby="tally">
            <h2 id="tally">{localize(m!(RecordSummaryTitle, awards = record.total()))}</h2>
            {squares(&record)}
            <p class="note">{localize(m!(RecordNote))}</p>
        </section>
        <section class="wrap band" aria-labelledby="matrix">
            <h2 id="matrix">{localize(m!(RecordTable))}</h2>
            {matrix(&record)}
        </section>
        <section class="wrap band" aria-labelledby="blank">
            <h2 id="blank">{localize(m!(RecordColumns))}</h2>
            <p>{localize(m!(RecordColumnsLede))}</p>
            <dl class="facts">{columns}</dl>
        </section>
    }
}

/// The table with a row for each grant and a column for each figure.
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
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(RecordTable))>
            <table class="record">
                <thead><tr>
                    <th scope="col">{localize(m!(RecordAward))}</th>
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
        .then(|| view! { <p class="aside">{localize(m!(RecordNotPublished, list = list))}</p> });
    Some(view! { <div class="answers"><dl>{answered}</dl>{blank}</div> })
}

fn class(entries: &[RecordedClaim]) -> &'static str {
    match AnswerState::of(entries) {
        AnswerState::Published => "published",
        AnswerState::InPart => "in-part",
        AnswerState::Promised => "promised",
        AnswerState::Nothing | AnswerState::Unnamed => "nothing",
    }
}

fn cell(entries: &[RecordedClaim]) -> impl IntoView + use<> {
    view! { <td class=class(entries)>{inside(entries)}</td> }
}

fn inside(entries: &[RecordedClaim]) -> AnyView {
    match entries.split_first() {
        None => view! { <span>{localize(m!(RecordBlank))}</span> }.into_any(),
        Some((first, rest)) => {
            let value = localize(prose::short_value(&first.cell, &first.measure));
            let kind = localize(first.kind.label());
            let part = first
                .is_part
                .then(|| view! { <span class="aside">{localize(m!(RecordOfPart))}</span> });
            let more = (!rest.is_empty()).then(
                || view! { <span class="aside">{localize(m!(RecordMore, count = rest.len()))}</span> },
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
        .map(|_| view! { <td class="unnamed">{localize(m!(RecordUnnamedCell))}</td> })
        .collect_view();
    view! {
        <tr class="unnamed">
            <th scope="row">{localize(m!(RecordUnnamed, at = at, count = count))}<span class="aside">{round.to_owned()}</span></th>
            {cells}
        </tr>
    }
}

fn why(column: &RecordColumn) -> impl IntoView + use<> {
    let source = (!column.source.is_empty())
        .then(|| view! { " " <a href=column.source.clone()>{localize(m!(RecordSource))}</a> });
    view! { <div><dt>{column.title.clone()}</dt><dd>{column.blank.clone()}{source}</dd></div> }
}
