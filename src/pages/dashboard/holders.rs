//! The table of holders.

use super::{DashboardPage, page_of};
use crate::frame::{HolderCell, HolderRow, HolderTable};
use crate::locale::Labeled;
use crate::m;
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize};
use crate::value::Kind;
use leptos::prelude::*;

/// Every holder that is selected, in alphabetical order; `public/dashboard.js` sorts and searches it.
pub(super) fn table(page: &DashboardPage, table: &HolderTable) -> AnyView {
    let sort = |name: &String, at: usize| {
        let label = localize(m!(HoldersSort, column = name));
        // The name of a column of numbers ends where they end.
        let is_words =
            |row: &HolderRow| matches!(row.cells.get(at - 1), Some(HolderCell::Words(_)));
        let class = match at {
            0 => None,
            _ if table.rows.iter().any(is_words) => Some("holders-column"),
            _ => Some("holders-column number"),
        };
        let order = (at == 0).then_some("ascending");
        view! { <th scope="col" class=class aria-sort=order><button type="button" data-sort=at.to_string() aria-label=label>{name.clone()}</button></th> }
    };
    let names = std::iter::once(&table.title).chain(&table.columns);
    let heads = names
        .enumerate()
        .map(|(at, name)| sort(name, at))
        .collect_view();
    let field = page
        .answer
        .filters
        .iter()
        .find(|facet| facet.title == table.title);
    let field = field.map(|facet| facet.field.clone()).unwrap_or_default();
    let rows = table
        .rows
        .iter()
        .map(|row| line(page, &field, row))
        .collect_view();
    let title = localize(m!(
        HoldersTitle,
        title = prose::in_a_sentence(&table.title),
        count = table.rows.len()
    ));
    view! {
        <section aria-labelledby="holders">
            <div class="holders-head">
                <h2 id="holders">{title.clone()}</h2>
                <p class="holders-legend">
                    <span class="holders-kind kind-result" aria-hidden="true"></span>{localize(m!(HoldersLegendResult))}
                    <span class="holders-kind" aria-hidden="true"></span>{localize(m!(HoldersLegendGoal))}
                    <span aria-hidden="true">"–"</span>" "{localize(m!(HoldersLegendNone))}
                </p>
                <label class="holders-search"><span class="visually-hidden">{localize(m!(HoldersSearch))}</span><input type="search" data-search="" placeholder=localize(m!(HoldersSearch))/></label>
            </div>
            <div class="table-scroll holders-scroll" tabindex="0" role="group" aria-label=title>
                <table class="holders">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn line(page: &DashboardPage, field: &str, row: &HolderRow) -> impl IntoView + use<> {
    let name = match page_of(page, field, &row.key) {
        Some(address) => view! { <a href=address>{row.label.clone()}</a> }.into_any(),
        None => row.label.clone().into_any(),
    };
    let cells = row.cells.iter().map(|cell| one(page, cell)).collect_view();
    view! { <tr data-key=row.key.clone()><th scope="row">{name}</th>{cells}</tr> }
}

fn one(page: &DashboardPage, cell: &HolderCell) -> AnyView {
    match cell {
        HolderCell::Words(words) => {
            let words = words.join(", ");
            let order = words.clone();
            view! { <td data-value=order>{words}</td> }.into_any()
        }
        HolderCell::NotPublished => view! {
            <td class="number" data-value=""><span aria-hidden="true">"–"</span><span class="visually-hidden">{localize(m!(HoldersNone))}</span></td>
        }
        .into_any(),
        HolderCell::Number { cell, measure, kind, claim } => {
            let text = localize(prose::short_value(cell, measure));
            let order = cell.quantity.map(|known| known.anchor().to_string()).unwrap_or_default();
            let mark = kind.map(|kind| {
                let class = match kind {
                    Kind::Actual => "holders-kind kind-result",
                    _ => "holders-kind",
                };
                view! { <span class=class aria-hidden="true"></span><span class="visually-hidden">{localize(kind.label())}" "</span> }
            });
            let text = match claim.clone().filter(|_| page.is_default) {
                Some(claim) => view! { <a href=href(&Route::Figure(claim))>{text}</a> }.into_any(),
                None => text.into_any(),
            };
            view! { <td class="number" data-value=order>{mark}{text}</td> }.into_any()
        }
    }
}
