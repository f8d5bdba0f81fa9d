//! Which grantees have reported for which periods, as a table of signs with their words.

use crate::frame::{Reported, ReportingTable};
use crate::locale::Message;
use crate::m;
use crate::ui::localize;
use leptos::prelude::*;

pub(super) fn reporting(table: &ReportingTable) -> AnyView {
    let title = localize(m!(
        ReportingTitle,
        holder = &table.holder,
        period = &table.period
    ));
    let legend = [
        Reported::Whole,
        Reported::Part,
        Reported::NotYetDue,
        Reported::Missing,
    ];
    let legend = legend
        .map(|one| view! { <span class=class(one)><span aria-hidden="true">{sign(one)}</span>" "{localize(word(one))}</span> " " })
        .collect_view();
    let heads = table
        .periods
        .iter()
        .map(|label| view! { <th scope="col">{label.clone()}</th> })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| one(*cell)).collect_view();
            view! { <tr data-key=row.key.clone()><th scope="row">{row.label.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <section aria-labelledby="reporting">
            <div class="holders-head">
                <h2 id="reporting">{title.clone()}</h2>
                <p class="holders-legend reporting-legend">{legend}</p>
            </div>
            <div class="table-scroll holders-scroll" tabindex="0" role="group" aria-label=title>
                <table class="reporting">
                    <thead><tr><th scope="col">{table.holder.clone()}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn one(cell: Option<Reported>) -> AnyView {
    match cell {
        None => view! { <td></td> }.into_any(),
        Some(report) => view! {
            <td class=class(report)><span aria-hidden="true">{sign(report)}</span><span class="visually-hidden">{localize(word(report))}</span></td>
        }
        .into_any(),
    }
}

fn class(report: Reported) -> &'static str {
    match report {
        Reported::Whole => "report-whole",
        Reported::Part => "report-part",
        Reported::NotYetDue => "report-not-due",
        Reported::Missing => "report-missing",
    }
}

fn sign(report: Reported) -> &'static str {
    match report {
        Reported::Whole => "●",
        Reported::Part => "◐",
        Reported::NotYetDue => "○",
        Reported::Missing => "×",
    }
}

fn word(report: Reported) -> Message {
    match report {
        Reported::Whole => m!(ReportingWhole),
        Reported::Part => m!(ReportingPart),
        Reported::NotYetDue => m!(ReportingNotDue),
        Reported::Missing => m!(ReportingMissing),
    }
}
