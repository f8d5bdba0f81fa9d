//! Filters: for every dimension its values, with how many records each would leave, and a search
//! where the list is long.

use super::explorer::Go;
use crate::frame::{Facet, FacetValue};
use crate::m;
use crate::query::Query;
use crate::ui::{say, shell};
use leptos::prelude::*;

/// Lists longer than this get a search field.
const SEARCH_FROM: usize = 12;

/// Values listed at once; the search narrows longer lists.
const LISTED: usize = 60;

pub(super) fn filters(go: Go) -> impl IntoView {
    let fields = Memo::new(move |_| {
        go.library.answered.with(|answered| {
            answered
                .facets
                .iter()
                .map(|facet| (facet.field.clone(), facet.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let surroundings = shell();
    view! {
        <fieldset class="filters">
            <legend>{say(m!(ExploreFilters))}</legend>
            {move || {
                provide_context(surroundings.clone());
                fields.get().into_iter().map(|(field, title)| filter(go, field, title)).collect_view()
            }}
        </fieldset>
    }
}

/// Adds or takes back one value of a filter.
pub(super) fn toggle(query: &mut Query, field: &str, value: &str, on: bool) {
    let values = query.filters.entry(field.to_owned()).or_default();
    values.retain(|known| known != value);
    if on {
        values.push(value.to_owned());
        values.sort();
    }
    if values.is_empty() {
        query.filters.remove(field);
    }
}

fn filter(go: Go, field: String, title: String) -> AnyView {
    let view = {
        let locale = shell().locale;
        let library = go.library;
        let facet = {
            let field = field.clone();
            Memo::new(move |_| {
                library.answered.with(|answered| {
                    answered
                        .facets
                        .iter()
                        .find(|facet| facet.field == field)
                        .cloned()
                })
            })
        };
        let search = RwSignal::new(String::new());
        let is_long = Memo::new(move |_| {
            facet.with(|facet| {
                facet
                    .as_ref()
                    .is_some_and(|facet| facet.values.len() > SEARCH_FROM)
            })
        });
        let keys = Memo::new(move |_| {
            let wanted = locale.fold(&search.get());
            facet.with(|facet| {
                facet
                    .as_ref()
                    .map(|facet| listed(facet, &wanted, |text| locale.fold(text)))
                    .unwrap_or_default()
            })
        });
        let picked = move || {
            facet.with(|facet| {
                facet.as_ref().map_or(0, |facet| {
                    facet.values.iter().filter(|value| value.chosen).count()
                })
            })
        };
        let label = say(m!(FilterSearch, dimension = &title));
        let summary = move || match picked() {
            0 => String::new(),
            count => locale.text(m!(FilterChosen, count = count)),
        };
        let search_id = format!("search-{field}");
        let rows = move |key: String| {
            let value = {
                let key = key.clone();
                Memo::new(move |_| {
                    facet.with(|facet| {
                        facet.as_ref().and_then(|facet| {
                            facet.values.iter().find(|value| value.key == key).cloned()
                        })
                    })
                })
            };
            let field = field.clone();
            let change = move |event| {
                let on = event_target_checked(&event);
                go.to(|query| toggle(query, &field, &key, on));
            };
            let chosen =
                move || value.with(|value| value.as_ref().is_some_and(|value| value.chosen));
            let word = value.with_untracked(|value| {
                value
                    .as_ref()
                    .map(|value| value.label.clone())
                    .unwrap_or_default()
            });
            let records =
                move || value.with(|value| value.as_ref().map_or(0, |value| value.records));
            view! {
                <li>
                    <label class="filter-value" class:filter-none=move || records() == 0>
                        <input type="checkbox" checked=chosen() prop:checked=chosen on:change=change/>
                        <span class="filter-label">{word}</span>
                        <span class="filter-count">{move || locale.count(u64::from(records()))}</span>
                    </label>
                </li>
            }
        };
        let more = move || {
            let all = facet.with(|facet| facet.as_ref().map_or(0, |facet| facet.values.len()));
            let shown = keys.with(Vec::len);
            (search.with(String::is_empty) && shown < all)
                .then(|| locale.text(m!(FilterMore, count = all - shown)))
        };
        view! {
            <details class="filter">
                <summary><span>{title}</span> <span class="filter-picked">{summary}</span></summary>
                {move || is_long.get().then(|| view! {
                    <label class="visually-hidden" for=search_id.clone()>{label.clone()}</label>
                    <input id=search_id.clone() type="search" class="filter-search" placeholder=label.clone() autocomplete="off"
                        prop:value=search on:input=move |event| search.set(event_target_value(&event))/>
                })}
                <ul class="filter-values">
                    <For each=move || keys.get() key=|key| key.clone() children=rows/>
                </ul>
                <p class="filter-more">{more}</p>
            </details>
        }
    };
    view.into_any()
}

/// The keys to list: chosen ones, then those that match the search, up to a limit.
fn listed(facet: &Facet, wanted: &str, fold: impl Fn(&str) -> String) -> Vec<String> {
    let matches = |value: &&FacetValue| {
        wanted.is_empty()
            || fold(&value.label).contains(wanted)
            || fold(&value.key).contains(wanted)
    };
    let chosen = facet.values.iter().filter(|value| value.chosen);
    let others = facet
        .values
        .iter()
        .filter(|value| !value.chosen)
        .filter(matches);
    if facet.values.len() <= LISTED {
        // Short lists keep their order, so that nothing jumps under the pointer.
        return facet
            .values
            .iter()
            .filter(|value| value.chosen || matches(value))
            .map(|value| value.key.clone())
            .collect();
    }
    chosen
        .chain(others)
        .take(LISTED)
        .map(|value| value.key.clone())
        .collect()
}
