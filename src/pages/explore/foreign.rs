//! Somebody else's data on Explore: opening them, and how their columns are read.

use super::go::Go;
use crate::browser;
use crate::bytes::Memory;
use crate::foreign::{ColumnWords, Correction, Reading};
use crate::m;
use crate::query::Query;
use crate::site::Route;
use crate::ui::{href, say, shell};
use leptos::prelude::*;

/// The address of a package, or files of the reader's own machine. Without scripts the address still
/// works; nothing is offered that the site does not allow.
pub(super) fn opener(go: Go) -> AnyView {
    let plan = Memo::new(move |_| {
        go.library
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
                    <h2 id="opener-title">{say(m!(ForeignOpenTitle))}</h2>
                    <p>{say(m!(ForeignOpenNote))}</p>
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
            <label for="opener-address">{say(m!(ForeignOpenAddress))}</label>
            <div class="opener-row">
                <input node_ref=field id="opener-address" name="package" type="text" inputmode="url" autocomplete="url" spellcheck="false" required placeholder="https://…/datapackage.json"/>
                <button type="submit" class="chip">{say(m!(ForeignOpenButton))}</button>
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
            <label for="opener-files">{say(m!(ForeignOpenFiles))}</label>
            <input id="opener-files" type="file" multiple accept=".csv,.tsv,.tab,.json,text/csv,application/json" on:change=choose/>
            <p class="note">{say(m!(ForeignOpenFilesNote))}</p>
        </div>
    }
    .into_any()
}

/// Opens files and asks for the view they open on.
pub(super) fn open(go: Go, files: Memory) {
    let may = go
        .library
        .answered
        .with_untracked(|answered| answered.foreign.files);
    if !may || files.0.is_empty() {
        return;
    }
    // An address that was handed on with these files keeps its question.
    let asked = go
        .library
        .answered
        .with_untracked(|answered| answered.asked.clone());
    go.library.open_files(files, move |name| {
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
        go.library
            .answered
            .with(|answered| answered.columns.clone())
    });
    let refused = Memo::new(move |_| {
        go.library
            .answered
            .with(|answered| answered.outcome.is_err())
    });
    let view = move || {
        provide_context(surroundings.clone());
        let columns = columns.get();
        if columns.is_empty() {
            return None;
        }
        let count = columns.len();
        let several = columns
            .iter()
            .any(|column| column.table != columns[0].table);
        let rows = columns
            .into_iter()
            .map(|column| row(go, column, several))
            .collect_view();
        Some(view! {
            <details class="readings" open=refused.get_untracked()>
                <summary>{say(m!(ForeignColumns, count = count))}</summary>
                <p class="note">{say(m!(ForeignColumnsNote))}</p>
                <div class="table-scroll" tabindex="0" role="group" aria-label=say(m!(ForeignColumns, count = count))>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{say(m!(ForeignColumn))}</th>
                                <th scope="col">{say(m!(ForeignReading))}</th>
                                <th scope="col">{say(m!(ForeignWhy))}</th>
                                <th scope="col">{say(m!(ForeignExamples))}</th>
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
    let label = say(m!(ForeignReadingOf, column = &name));
    let (table, field) = (column.table.clone(), column.field.clone());
    let change = move |event| {
        let Some(reading) = Reading::parse(&event_target_value(&event)) else {
            return;
        };
        let correction = Correction {
            table: table.clone(),
            field: field.clone(),
            reading,
        };
        go.to(|query| correct(query, correction));
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><select aria-label=label on:change=change>{options}</select></td>
            <td>{locale.text(column.why.message())}</td>
            <td class="column-examples">{column.examples.join(", ")}</td>
        </tr>
    }
    .into_any()
}

/// Another reading makes other measures and break-downs, so the rest of the question is asked anew.
fn correct(query: &mut Query, correction: Correction) {
    let mut readings = std::mem::take(&mut query.readings);
    readings.retain(|known| known.table != correction.table || known.field != correction.field);
    readings.push(correction);
    readings.sort();
    *query = Query {
        package: query.package.take(),
        readings,
        ..Query::default()
    };
}
