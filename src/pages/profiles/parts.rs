//! Parts of several profiles.

use crate::frame::{Award, ClaimContext, LabeledCode};
use crate::locale::{Labeled, Locale, Message};
use crate::m;
use crate::pages::claims::claims_head;
use crate::pages::compare::{ComparedKind, ComparisonChoice};
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use crate::value::Kind;
use leptos::prelude::*;

/// What a claim is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClaimPurpose {
    /// What happened.
    Result,
    /// What was aimed at, foreseen or promised.
    Aim,
    /// What was so before the grant, or around it.
    Background,
}

impl ClaimPurpose {
    pub(super) const ALL: [Self; 3] = [Self::Result, Self::Aim, Self::Background];

    pub(super) fn of(about: &ClaimContext) -> Self {
        let row = about.claim.frame.rows.first();
        let background = row
            .and_then(|row| row.figure.as_ref())
            .is_some_and(|figure| figure.background);
        match (background, row.and_then(|row| row.kind)) {
            (true, _) => Self::Background,
            (_, Some(Kind::Actual) | None) => Self::Result,
            _ => Self::Aim,
        }
    }

    fn title(self) -> Message {
        match self {
            Self::Result => m!(ProfileResults),
            Self::Aim => m!(ProfileAims),
            Self::Background => m!(ProfileBackground),
        }
    }

    fn note(self) -> Message {
        match self {
            Self::Result => m!(ProfileResultsNote),
            Self::Aim => m!(ProfileAimsNote),
            Self::Background => m!(ProfileBackgroundNote),
        }
    }
}

/// Claims in one table for each group (results, goals, background); the text `none` if there is no claim.
pub(super) fn claims(about: &[ClaimContext], none: Message) -> impl IntoView + use<> {
    let of = |standing: ClaimPurpose| {
        let list: Vec<ClaimContext> = about
            .iter()
            .filter(|about| ClaimPurpose::of(about) == standing)
            .cloned()
            .collect();
        (standing, list)
    };
    let parts = ClaimPurpose::ALL
        .into_iter()
        .map(of)
        .filter(|(standing, list)| !list.is_empty() || *standing == ClaimPurpose::Result)
        .map(|(standing, list)| {
            let body = match list.is_empty() {
                true => view! { <p>{localize(none.clone())}</p> }.into_any(),
                false => view! {
                    <p class="note">{localize(standing.note())}</p>
                    {claim_table(list, standing.title())}
                }
                .into_any(),
            };
            view! {
                <section class="wrap band">
                    <h2>{localize(standing.title())}</h2>
                    {body}
                </section>
            }
        });
    parts.collect_view()
}

/// A table with one claim per row: measure, value, type, date and source, with a link to the claim's page.
fn claim_table(list: Vec<ClaimContext>, label: Message) -> impl IntoView {
    let rows = list.into_iter().map(claim_row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(label)>
            <table class="claims stacked">
                {claims_head()}
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn claim_row(about: ClaimContext) -> Option<impl IntoView> {
    let claim = about.claim;
    let frame = claim.frame;
    let row = frame.rows.into_iter().next()?;
    let figure = row.figure.unwrap_or_default();
    let source = frame.sources.into_iter().next().unwrap_or_default();
    let part = about
        .is_part
        .then(|| view! { <span class="aside">{localize(m!(RecordOfPart))}</span> });
    let note = (!figure.note.is_empty())
        .then(|| view! { <span class="aside">{figure.note.clone()}</span> });
    Some(view! {
        <tr>
            <th scope="row">
                <a href=href(&Route::Figure(claim.claim_id))>{frame.measure.title.clone()}</a>
                {part}
                {note}
            </th>
            <td class="number">{localize(prose::value(&row.cell, &frame.measure))}</td>
            <td>{row.kind.map(|kind| localize(kind.label()))}</td>
            <td>{localize(prose::dated(&figure))}</td>
            <td><a href=source.url>{source.publisher}</a></td>
        </tr>
    })
}

/// Terms as links, separated as a list in a sentence is.
pub(in crate::pages) fn links(
    terms: &[LabeledCode],
    route: fn(String) -> Route,
) -> impl IntoView + use<> {
    let last = terms.len().saturating_sub(1);
    let link = |(at, term): (usize, &LabeledCode)| {
        let address = href(&route(term.key.clone()));
        let comma = (at < last).then_some(", ");
        view! { <a href=address>{term.label.clone()}</a> {comma} }
    };
    terms.iter().enumerate().map(link).collect_view()
}

/// A line with a title in a list of facts; nothing where there is nothing to say.
pub(in crate::pages) fn fact(title: Message, body: Option<AnyView>) -> Option<impl IntoView> {
    body.map(|body| view! { <div><dt>{localize(title)}</dt><dd>{body}</dd></div> })
}

/// Terms in words: "Idaho and Utah".
pub(in crate::pages) fn list(terms: &[LabeledCode], locale: Locale) -> String {
    let labels: Vec<String> = terms.iter().map(|term| term.label.clone()).collect();
    locale.list(&labels)
}

/// The amount of an award in words.
pub(in crate::pages) fn amount(award: &Award) -> Message {
    award.amount.as_ref().map_or_else(
        || m!(ProfileAmountNone),
        |(cell, measure)| prose::value(cell, measure),
    )
}

/// The same, leading to the line that holds it.
pub(in crate::pages) fn amount_link(award: &Award) -> AnyView {
    let words = localize(amount(award));
    if award.amount_at.is_empty() {
        return words.into_any();
    }
    let address = shell().place.file(&award.amount_at);
    view! { <a href=address>{words}</a> }.into_any()
}

/// The link to Compare with this item selected.
pub(super) fn compare(of: ComparedKind, key: &str) -> impl IntoView + use<> {
    let address = ComparisonChoice {
        of,
        items: vec![key.to_owned()],
    }
    .href();
    view! { <p class="wrap more"><a href=address>{localize(m!(CompareWith))}</a></p> }
}

/// A way back to the page that lists all of a kind.
pub(super) fn more(route: &Route, words: Message) -> impl IntoView + use<> {
    view! { <p class="wrap more"><a href=href(route)>{localize(words)}</a></p> }
}
