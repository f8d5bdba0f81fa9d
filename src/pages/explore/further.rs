//! Options of a measure: further measures with its unit, a measure for the x-axis, shares of the total, separate axes.
//! Each is shown only if it applies.

use super::ExploreAnswer;
use super::choice::compare;
use super::go::Go;
use crate::m;
use crate::query::{Query, View};
use crate::ui::{localize, shell};
use leptos::prelude::*;

pub(super) fn further_controls(go: Go) -> impl IntoView {
    view! {
        {compared(go)}
        {tick(go, "unit", localize(m!(ExploreShare)), |answered| answered.can_share, |query| query.share,
            |query, on| Query { share: on, view: None, ..query })}
        {tick(go, "axes", localize(m!(ExploreFree)), |answered| answered.query.view == Some(View::Multiples),
            |query| query.free, |query, on| Query { free: on, ..query })}
    }
}

/// Further measures as boxes to tick, in the order in which they are ticked.
fn compared(go: Go) -> AnyView {
    let surroundings = shell();
    let session = go.session;
    let choices = Memo::new(move |_| {
        session
            .answered
            .with(|answered| answered.comparable.clone())
    });
    let picked = Memo::new(move |_| {
        session
            .answered
            .with(|answered| answered.query.compare.clone())
    });
    let count = {
        let locale = surroundings.locale;
        move || match picked.with(Vec::len) {
            0 => String::new(),
            count => locale.text(m!(FilterChosen, count = count)),
        }
    };
    let list = move || {
        provide_context(surroundings.clone());
        let list = choices.get();
        let boxes = list.iter().map(|choice| {
            let (key, changed) = (choice.key.clone(), choice.key.clone());
            let is_chosen = move || picked.with(|picked| picked.contains(&key));
            let change = move |event| {
                let on = event_target_checked(&event);
                go.to(|query| compare(query, picked.get_untracked(), &changed, on));
            };
            view! {
                <li>
                    <label class="filter-value">
                        <input type="checkbox" name="compare" value=choice.key.clone() checked=is_chosen() prop:checked=is_chosen on:change=change/>
                        <span class="filter-label">{choice.title.clone()}</span>
                    </label>
                </li>
            }
        }).collect_view();
        (!list.is_empty()).then(|| view! {
            <details class="filter compare-measures">
                <summary><span>{localize(m!(ExploreCompare))}</span> <span class="filter-picked">{count}</span></summary>
                <ul class="filter-values">{boxes}</ul>
            </details>
        })
    };
    list.into_any()
}

/// One box to tick, where it applies.
fn tick(
    go: Go,
    name: &'static str,
    label: String,
    applies: fn(&ExploreAnswer) -> bool,
    chosen: fn(&Query) -> bool,
    change: fn(Query, bool) -> Query,
) -> AnyView {
    let session = go.session;
    let applies = Memo::new(move |_| session.answered.with(applies));
    let chosen = Memo::new(move |_| session.answered.with(|answered| chosen(&answered.query)));
    let box_ = move || {
        let label = label.clone();
        let on_change = move |event| {
            let on = event_target_checked(&event);
            go.to(|query| *query = change(std::mem::take(query), on));
        };
        let is_chosen = move || chosen.get();
        applies.get().then(|| view! {
            <label class="filter-value">
                <input type="checkbox" name=name checked=is_chosen() prop:checked=is_chosen on:change=on_change/>
                <span class="filter-label">{label}</span>
            </label>
        })
    };
    box_.into_any()
}
