//! What was published of a grantee, in proportion.

use crate::frame::{ClaimContext, NoRatio, Ratio, RatioPart, ratio_of, ratio_titles};
use crate::m;
use crate::package::{ProfilePlan, RatioPlan};
use crate::prose;
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// One line of the section: what was asked, and the ratio or why there is none.
#[derive(Clone, Debug)]
pub(in crate::pages) struct Proportion {
    pub plan: RatioPlan,
    /// The measures above and below in words.
    pub titles: (String, String),
    pub outcome: Result<Ratio, NoRatio>,
}

/// Every ratio of the plan for which at least one number was published.
pub(in crate::pages) fn proportions(
    dataset: &Dataset,
    plan: &ProfilePlan,
    claims: &[ClaimContext],
) -> Vec<Proportion> {
    let asked = plan.ratios.iter().map(|plan| Proportion {
        titles: ratio_titles(dataset, plan),
        outcome: ratio_of(plan, claims),
        plan: plan.clone(),
    });
    asked
        .filter(|asked| asked.outcome != Err(NoRatio::Nothing))
        .collect()
}

/// The ratios that there are, then in one line each those that there are not. Nothing where no ratio could
/// be made: a list of reasons alone would tell no reader anything.
pub(in crate::pages) fn section(all: Vec<Proportion>) -> Option<AnyView> {
    let (made, refused): (Vec<Proportion>, Vec<Proportion>) =
        all.into_iter().partition(|asked| asked.outcome.is_ok());
    if made.is_empty() {
        return None;
    }
    let cards = made.into_iter().filter_map(card).collect_view();
    let lines: Vec<AnyView> = refused.into_iter().filter_map(line).collect();
    let view = view! {
        <section class="wrap band" aria-labelledby="proportion">
            <h2 id="proportion">{localize(m!(RatioTitle))}</h2>
            <p>{localize(m!(RatioLede))}</p>
            <ul class="cards">{cards}</ul>
            {(!lines.is_empty()).then(|| view! {
                <details class="blanks">
                    <summary>{localize(m!(RatioNone))}</summary>
                    <ul class="plain">{lines}</ul>
                </details>
            })}
        </section>
    };
    Some(view.into_any())
}

fn card(asked: Proportion) -> Option<AnyView> {
    let ratio = asked.outcome.ok()?;
    let note = (!asked.plan.note.is_empty())
        .then(|| view! { <p class="card-meta">{asked.plan.note.clone()}</p> });
    let view = view! {
        <li class="card">
            <p class="card-what">{asked.plan.title.clone()}</p>
            <p class="card-value">{localize(prose::ratio_value(&ratio))}</p>
            <p class="card-date">{term(&ratio.numerator)} " ÷ " {term(&ratio.denominator)}</p>
            {note}
        </li>
    };
    Some(view.into_any())
}

/// A number that leads to its page, and from there to its source and row.
fn term(term: &RatioPart) -> impl IntoView + use<> {
    let address = href(&Route::Figure(term.claim_id.clone()));
    view! { <a href=address>{localize(prose::ratio_term(term))}</a> }
}

fn line(asked: Proportion) -> Option<AnyView> {
    let why = asked.outcome.err()?;
    let words = prose::no_ratio(&why, (&asked.titles.0, &asked.titles.1))?;
    Some(
        view! { <li><strong>{asked.plan.title.clone()}</strong> " · " {localize(words)}</li> }
            .into_any(),
    )
}
