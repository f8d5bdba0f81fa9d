//! Every published figure, by what it counts.

use crate::bytes::Source;
use crate::frame::{Other, claims_published};
use crate::loader::{Edition, PublishedFiles};
use crate::locale::Labeled;
use crate::m;
use crate::pages::claims::claims_head;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::ui::{ListFilterData, href, localize, sift_island};
use crate::value::Kind;
use leptos::prelude::*;

/// Every claim, those of one measure together.
#[derive(Clone, Debug)]
pub struct FiguresPage {
    groups: Vec<(String, Vec<Other>)>,
    count: usize,
}

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
) -> Result<FiguresPage, Problem> {
    let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
    let mut groups: Vec<(String, Vec<Other>)> = Vec::new();
    let claims = claims_published(&dataset);
    let count = claims.len();
    for claim in claims {
        let title = &claim.frame.measure.title;
        match groups.last_mut() {
            Some((last, group)) if last == title => group.push(claim),
            _ => groups.push((title.clone(), vec![claim])),
        }
    }
    Ok(FiguresPage { groups, count })
}

pub(in crate::pages) fn figures_page(page: FiguresPage) -> impl IntoView {
    let controls = sift_island(choices(&page));
    let mut printed = 0;
    let mut part = |of: (String, Vec<Other>)| {
        let first = printed;
        printed += of.1.len();
        group(first, of)
    };
    let groups: Vec<_> = page.groups.into_iter().map(&mut part).collect();
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(FiguresTitle))}</h1>
            <p class="lede">{localize(m!(FiguresLede, count = page.count))}</p>
        </div>
        <div class="wrap">{controls}{groups}</div>
    }
}

/// The search field and the filter by type of figure.
fn choices(page: &FiguresPage) -> ListFilterData {
    let claims = page.groups.iter().flat_map(|(_, claims)| claims);
    let mut kinds: Vec<Kind> = claims.filter_map(kind).collect();
    kinds.sort();
    kinds.dedup();
    let kinds = kinds.into_iter();
    let kinds = kinds.map(|kind| (kind.as_str().to_owned(), localize(kind.label())));
    let all = (String::new(), localize(m!(SiftAll)));
    ListFilterData {
        search: localize(m!(SiftFigures)),
        show: (
            localize(m!(SiftKind)),
            [all].into_iter().chain(kinds).collect(),
        ),
        more: Vec::new(),
        orders: Vec::new(),
        of: page.count,
    }
}

fn kind(claim: &Other) -> Option<Kind> {
    claim.frame.rows.first()?.kind
}

fn group(first: usize, (title, claims): (String, Vec<Other>)) -> impl IntoView + use<> {
    let definition = claims
        .first()
        .and_then(|claim| claim.frame.measure.definition.clone());
    let rows = claims.into_iter().enumerate();
    let rows = rows
        .map(|(at, claim)| line(first + at, &title, claim))
        .collect_view();
    view! {
        <section class="figure-group">
            <h2>{title.clone()}</h2>
            {definition.map(|text| view! { <p class="note">{text}</p> })}
            <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                <table class="claims">
                    {claims_head()}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn line(at: usize, measure: &str, claim: Other) -> impl IntoView + use<> {
    let measure = measure.to_owned();
    let frame = claim.frame;
    let source = frame
        .sources
        .first()
        .map(|source| source.publisher.clone())
        .unwrap_or_default();
    frame.rows.into_iter().next().map(|row| {
        let figure = row.figure.unwrap_or_default();
        let background = figure
            .background
            .then(|| view! { <span class="aside">{localize(m!(FiguresBackground))}</span> });
        view! {
            <tr data-line=at.to_string() data-show=row.kind.map(Kind::as_str) data-words=measure>
                <th scope="row"><a href=href(&Route::Figure(claim.claim_id))>{figure.scope.clone()}</a>{background}</th>
                <td class="number">{localize(prose::value(&row.cell, &frame.measure))}</td>
                <td>{row.kind.map(|kind| localize(kind.label()))}</td>
                <td>{localize(prose::dated(&figure))}</td>
                <td>{source}</td>
            </tr>
        }
    })
}
