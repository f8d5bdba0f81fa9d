//! Imported data on Explore: opening them, what was decided about each table, and how its columns are read.

use super::go::Go;
use crate::browser;
use crate::bytes::Memory;
use crate::external::{ColumnWords, Hint, ImportNotice, Reading, ReadingOverride, TableWords};
use crate::m;
use crate::query::Query;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// The address of a package, or files of the reader's own machine. Without scripts the address still
/// works; nothing is offered that the site does not allow.
pub(super) fn opener(go: Go) -> AnyView {
    let plan = Memo::new(move |_| {
        go.session
            .answered
            .with(|answered| answered.foreign.clone())
    });
    let surroundings = shell();
    let view = move || {
        provide_context(surroundings.clone());
        let plan = plan.get();
        let by_address = plan.addresses.then(|| address_form(go));
        let by_files = plan.files.then(|| file_field(go));
        (plan.addresses || plan.files).then(|| {
            view! {
                <section class="opener" aria-labelledby="opener-title">
                    <h2 id="opener-title">{localize(m!(ForeignOpenTitle))}</h2>
                    <p>{localize(m!(ForeignOpenNote))}</p>
                    <div class="opener-ways">{by_address} {by_files}</div>
                </section>
            }
        })
    };
    view.into_any()
}

fn address_form(go: Go) -> AnyView {
    let field = NodeRef::<leptos::html::Input>::new();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get() else { return };
        let address = input.value().trim().to_owned();
        if !address.is_empty() {
            go.to(|query| {
                *query = Query {
                    package: Some(address),
                    ..Query::default()
                }
            });
        }
    };
    view! {
        <form class="opener-way" method="get" action=href(&Route::Explore) on:submit=open>
            <label for="opener-address">{localize(m!(ForeignOpenAddress))}</label>
            <div class="opener-row">
                <input node_ref=field id="opener-address" name="package" type="text" inputmode="url" autocomplete="url" spellcheck="false" required placeholder="https://…/datapackage.json"/>
                <button type="submit" class="chip">{localize(m!(ForeignOpenButton))}</button>
            </div>
        </form>
    }
    .into_any()
}

fn file_field(go: Go) -> AnyView {
    let choose =
        move |event: leptos::ev::Event| browser::on_files(event, move |files| open(go, files));
    view! {
        <div class="opener-way">
            <label for="opener-files">{localize(m!(ForeignOpenFiles))}</label>
            <input id="opener-files" type="file" multiple accept=".csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.xlsx,.ods,.parquet,.gz,.zip,text/csv,application/json" on:change=choose/>
            <p class="note">{localize(m!(ForeignOpenFilesNote))}</p>
        </div>
    }
    .into_any()
}

/// Opens files and requests their default view.
pub(super) fn open(go: Go, files: Memory) {
    let may = go
        .session
        .answered
        .with_untracked(|answered| answered.foreign.files);
    if !may || files.0.is_empty() {
        return;
    }
    // If the address already has a query for these files, it is used.
    let asked = go
        .session
        .answered
        .with_untracked(|answered| answered.asked.clone());
    go.session.open_files(files, move |name| {
        let same = asked.package.as_deref() == Some(&name);
        go.to(|query| {
            if !same {
                *query = Query::default();
            }
            query.package = Some(name);
        });
    });
}

/// How each column is read, with the reading to choose instead.
pub(super) fn columns(go: Go) -> AnyView {
    let surroundings = shell();
    let columns = Memo::new(move |_| {
        go.session
            .answered
            .with(|answered| answered.columns.clone())
    });
    let refused = Memo::new(move |_| {
        go.session
            .answered
            .with(|answered| answered.outcome.is_err())
    });
    let tables = Memo::new(move |_| go.session.answered.with(|answered| answered.tables.clone()));
    let view = move || {
        provide_context(surroundings.clone());
        let columns = columns.get();
        if columns.is_empty() {
            return None;
        }
        let tables = tables.get();
        let is_open = refused.get_untracked() || columns.iter().any(is_question);
        let count = columns.len();
        let several = columns
            .iter()
            .any(|column| column.table != columns[0].table);
        let rows = columns
            .into_iter()
            .map(|column| row(go, column, several))
            .collect_view();
        let told = tables
            .iter()
            .filter(|table| !table.told.is_empty())
            .map(decisions)
            .collect_view();
        let first = tables
            .iter()
            .map(|table| first_rows(table, several))
            .collect_view();
        Some(view! {
            {told}
            <details class="readings" open=is_open>
                <summary>{localize(m!(ForeignColumns, count = count))}</summary>
                <p class="note">{localize(m!(ForeignColumnsNote))}</p>
                {first}
                <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(ForeignColumns, count = count))>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{localize(m!(ForeignColumn))}</th>
                                <th scope="col">{localize(m!(ForeignReading))}</th>
                                <th scope="col">{localize(m!(ForeignWhy))}</th>
                                <th scope="col">{localize(m!(ForeignExamples))}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        })
    };
    view.into_any()
}

/// Whether a column waits for an answer.
fn is_question(column: &ColumnWords) -> bool {
    use crate::external::Why;
    matches!(
        column.why,
        Why::TwoReadings { .. } | Why::MaybeWhole { .. } | Why::Repeats { .. }
    )
}

/// What was decided about a table as a whole.
fn decisions(table: &TableWords) -> AnyView {
    let locale = shell().locale;
    let lines = table
        .told
        .iter()
        .map(|told: &ImportNotice| view! { <li>{locale.text(told.message())}</li> })
        .collect_view();
    view! {
        <section class="readings" aria-label=localize(m!(ForeignTold, table = &table.title))>
            <p class="note">{localize(m!(ForeignTold, table = &table.title))}</p>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

/// The header and the first rows of a file, divided into cells.
fn first_rows(table: &TableWords, several: bool) -> AnyView {
    let caption = match several {
        true => localize(m!(ForeignFirstRowsOf, table = &table.title)),
        false => localize(m!(ForeignFirstRows)),
    };
    let label = caption.clone();
    let mut lines = table.first.iter();
    let cells = |line: &Vec<String>| line.clone();
    let heading = lines.next().map(cells).unwrap_or_default();
    let heading = heading
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect_view();
    let rows = lines
        .map(|line| {
            let cells = cells(line)
                .into_iter()
                .map(|cell| view! { <td>{cell}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=label>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{heading}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The answers that a column's cells leave open, one to choose.
fn answers(go: Go, column: &ColumnWords) -> Option<AnyView> {
    if column.asks.is_empty() {
        return None;
    }
    let locale = shell().locale;
    let none = column.hints.is_empty();
    let mut asks = column.asks.clone();
    asks.sort();
    asks.dedup();
    let options = asks
        .iter()
        .map(|hint| {
            let is_chosen = column.hints.contains(hint);
            view! { <option value=hint.as_str() selected=is_chosen>{locale.text(hint.label())}</option> }
        })
        .collect_view();
    let (table, field) = (column.table.clone(), column.field.clone());
    let change = move |event| {
        let hints = Hint::parse(&event_target_value(&event))
            .into_iter()
            .collect();
        let correction = ReadingOverride {
            table: table.clone(),
            field: field.clone(),
            reading: Reading::Auto,
            hints,
        };
        go.to(|query| correct(query, correction));
    };
    let view = view! {
        <select aria-label=localize(m!(ForeignAnswerOf, column = &column.title)) on:change=change>
            <option value="" selected=none>{localize(m!(HintNone))}</option>
            {options}
        </select>
    };
    Some(view.into_any())
}

fn row(go: Go, column: ColumnWords, several: bool) -> AnyView {
    let locale = shell().locale;
    let options = column
        .offered
        .iter()
        .map(|reading| {
            let is_chosen = *reading == column.reading;
            view! { <option value=reading.as_str() selected=is_chosen>{locale.text(reading.label())}</option> }
        })
        .collect_view();
    let name = match several {
        true => format!("{} · {}", column.table_title, column.title),
        false => column.title.clone(),
    };
    let label = localize(m!(ForeignReadingOf, column = &name));
    let answers = answers(go, &column);
    let (table, field, hints) = (
        column.table.clone(),
        column.field.clone(),
        column.hints.clone(),
    );
    let change = move |event| {
        let Some(reading) = Reading::parse(&event_target_value(&event)) else {
            return;
        };
        let correction = ReadingOverride {
            table: table.clone(),
            field: field.clone(),
            reading,
            hints: hints.clone(),
        };
        go.to(|query| correct(query, correction));
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><select aria-label=label on:change=change>{options}</select> {answers}</td>
            <td>{locale.text(column.why.message())}</td>
            <td class="column-examples">{column.examples.join(", ")}</td>
        </tr>
    }
    .into_any()
}

/// A different reading gives different measures and dimensions, so the other parts of the query are reset.
fn correct(query: &mut Query, correction: ReadingOverride) {
    let mut readings = std::mem::take(&mut query.readings);
    readings.retain(|known| known.table != correction.table || known.field != correction.field);
    // As proposed and without an answer is what the address says by saying nothing.
    if correction.reading != Reading::Auto || !correction.hints.is_empty() {
        readings.push(correction);
    }
    readings.sort();
    *query = Query {
        package: query.package.take(),
        readings,
        ..Query::default()
    };
}
