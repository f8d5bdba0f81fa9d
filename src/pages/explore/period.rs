//! The filter of a field with periods: from one to another, both included.

use super::go::Go;
use crate::frame::Facet;
use crate::m;
use crate::query::{AxisKind, Query};
use crate::ui::localize;
use leptos::prelude::*;

/// Fewer periods are boxes to tick.
const RANGE_FROM: usize = 4;

/// Whether a filter is of periods in a row.
pub(super) fn is_range(facet: &Facet) -> bool {
    facet.kind == AxisKind::Time && !facet.is_single && facet.values.len() >= RANGE_FROM
}

/// The places of the first and the last chosen value; of the whole list where none is chosen.
pub(super) fn ends(facet: &Facet) -> (usize, usize) {
    let chosen = |value: &crate::frame::FacetValue| value.chosen;
    let last = facet.values.len().saturating_sub(1);
    (
        facet.values.iter().position(chosen).unwrap_or(0),
        facet.values.iter().rposition(chosen).unwrap_or(last),
    )
}

/// Filters by the periods from one index to another; all of them need no filter.
fn choose(query: &mut Query, facet: &Facet, from: usize, to: usize) {
    let (from, to) = (from.min(to), from.max(to));
    if to - from + 1 == facet.values.len() {
        query.filters.remove(&facet.field);
        return;
    }
    let keys = facet.values[from..=to].iter();
    let mut keys: Vec<String> = keys.map(|value| value.key.clone()).collect();
    keys.sort();
    query.filters.insert(facet.field.clone(), keys);
}

pub(super) fn period(go: Go, field: String, title: String) -> AnyView {
    let session = go.session;
    let facet = Memo::new(move |_| {
        session.answered.with(|answered| {
            let mut facets = answered.facets.iter();
            facets.find(|facet| facet.field == field).cloned()
        })
    });
    let end = move |is_from: bool, label: String| {
        let current = Memo::new(move |_| {
            let (from, to) = facet.with(|facet| facet.as_ref().map(ends).unwrap_or_default());
            if is_from { from } else { to }
        });
        let change = move |event| {
            let Ok(at) = event_target_value(&event).parse::<usize>() else {
                return;
            };
            facet.with_untracked(|facet| {
                if let Some(facet) = facet {
                    let (from, to) = ends(facet);
                    let (from, to) = if is_from { (at, to) } else { (from, at) };
                    go.to(|query| choose(query, facet, from, to));
                }
            });
        };
        // A range from or to here must hold a period with an answer.
        let entries = move || {
            facet.with(|facet| {
                let facet = facet.as_ref()?;
                let (from, to) = ends(facet);
                let entry = |(at, value): (usize, &crate::frame::FacetValue)| {
                    let (from, to) = if is_from { (at, to) } else { (from, at) };
                    let mut range = facet.values[from.min(to)..=from.max(to)].iter();
                    let is_empty = range.all(|value| value.no_answer);
                    let is_chosen = move || current.get() == at;
                    view! { <option value=at.to_string() selected=is_chosen disabled=is_empty>{value.label.clone()}</option> }
                };
                Some(facet.values.iter().enumerate().map(entry).collect_view())
            })
        };
        view! {
            <label>
                <span>{label}</span>
                <select on:change=change prop:value=move || current.get().to_string()>{entries}</select>
            </label>
        }
    };
    view! {
        <fieldset class="control period">
            <legend>{title}</legend>
            {end(true, localize(m!(PeriodFrom)))}
            {end(false, localize(m!(PeriodTo)))}
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::FacetValue;

    fn quarters() -> Facet {
        let value = |at: usize| FacetValue {
            key: format!("2022-Q{at}"),
            label: format!("Q{at} 2022"),
            records: 1,
            chosen: false,
            no_answer: false,
            parent: None,
        };
        Facet {
            field: "quarter".to_owned(),
            title: "Quarter".to_owned(),
            kind: AxisKind::Time,
            is_single: false,
            values: (1..=4).map(value).collect(),
        }
    }

    #[test]
    fn a_range_holds_what_is_between_and_the_whole_is_no_filter() {
        let facet = quarters();
        assert!(is_range(&facet));
        assert_eq!(ends(&facet), (0, 3));
        let mut query = Query::default();
        choose(&mut query, &facet, 2, 1);
        assert_eq!(query.filters["quarter"], ["2022-Q2", "2022-Q3"]);
        choose(&mut query, &facet, 0, 3);
        assert!(query.filters.is_empty());
    }
}
