//! Filters: for every dimension its values, with how many records each would leave, and a search
//! where the list is long.

use super::choice::toggle;
use super::go::Go;
use super::period::{is_range, period};
use crate::frame::{Facet, FacetValue};
use crate::m;
use crate::ui::{localize, shell};
use leptos::prelude::*;
use std::collections::HashSet;

/// Lists longer than this get a search field.
const SEARCH_FROM: usize = 12;

/// Values listed at once; the search narrows longer lists.
const LISTED: usize = 60;

pub(super) fn filters(go: Go) -> impl IntoView {
    let fields = Memo::new(move |_| {
        go.session.answered.with(|answered| {
            answered
                .facets
                .iter()
                .map(|facet| (facet.field.clone(), facet.title.clone(), is_range(facet)))
                .collect::<Vec<_>>()
        })
    });
    let surroundings = shell();
    view! {
        <fieldset class="filters">
            <legend>{localize(m!(ExploreFilters))}</legend>
            <div class="filter-lists">{move || {
                provide_context(surroundings.clone());
                let list = fields.get().into_iter();
                list.map(|(field, title, is_range)| match is_range {
                    true => period(go, field, title),
                    false => filter(go, field, title),
                })
                .collect_view()
            }}</div>
        </fieldset>
    }
}

fn filter(go: Go, field: String, title: String) -> AnyView {
    let view = {
        let locale = shell().locale;
        let session = go.session;
        let facet = {
            let field = field.clone();
            Memo::new(move |_| {
                session.answered.with(|answered| {
                    answered
                        .facets
                        .iter()
                        .find(|facet| facet.field == field)
                        .cloned()
                })
            })
        };
        let search = RwSignal::new(String::new());
        // The open branch of a tree. It shortens the list and does not change the query.
        let branch = RwSignal::new(String::new());
        let branches =
            Memo::new(move |_| facet.with(|facet| facet.as_ref().map(groups).unwrap_or_default()));
        let is_long = Memo::new(move |_| {
            facet.with(|facet| {
                facet
                    .as_ref()
                    .is_some_and(|facet| facet.values.len() > SEARCH_FROM)
            })
        });
        let is_single = Memo::new(move |_| {
            facet.with(|facet| facet.as_ref().is_some_and(|facet| facet.is_single))
        });
        let keys = Memo::new(move |_| {
            let wanted = locale.fold(&search.get());
            let branch = branch.get();
            facet.with(|facet| {
                facet
                    .as_ref()
                    .map(|facet| listed(facet, &wanted, &branch, |text| locale.fold(text)))
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
        let label = localize(m!(FilterSearch, dimension = &title));
        let branch_label = localize(m!(FilterBranch));
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
                go.to(|query| toggle(query, &field, &key, on, is_single.get_untracked()));
            };
            let chosen =
                move || value.with(|value| value.as_ref().is_some_and(|value| value.chosen));
            let word = value.with_untracked(|value| {
                value
                    .as_ref()
                    .map(|value| value.label.clone())
                    .unwrap_or_default()
            });
            let no_answer = move || {
                value.with(|value| {
                    value
                        .as_ref()
                        .is_some_and(|value| value.no_answer && !value.chosen)
                })
            };
            let records =
                move || value.with(|value| value.as_ref().map_or(0, |value| value.records));
            view! {
                <li>
                    <label class="filter-value" class:filter-none=no_answer>
                        <input type="checkbox" checked=chosen() prop:checked=chosen disabled=no_answer on:change=change/>
                        <span class="filter-label">{word}</span>
                        <span class="filter-count">{move || locale.count(u64::from(records()))}</span>
                    </label>
                </li>
            }
        };
        let more = move || {
            let all = facet.with(|facet| facet.as_ref().map_or(0, |facet| facet.values.len()));
            let shown = keys.with(Vec::len);
            (search.with(String::is_empty) && branch.with(String::is_empty) && shown < all)
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
                {move || {
                    let list = branches.get();
                    (!list.is_empty()).then(|| {
                        let options = list.into_iter().map(|(key, label)| view! { <option value=key>{label}</option> }).collect_view();
                        view! {
                            <label class="filter-branch">
                                <span>{branch_label.clone()}</span>
                                <select on:change=move |event| branch.set(event_target_value(&event)) prop:value=branch>
                                    <option value="">{locale.text(m!(FilterAllBranches))}</option>
                                    {options}
                                </select>
                            </label>
                        }
                    })
                }}
                {move || is_single.get().then(|| view! { <p class="filter-more">{locale.text(m!(FilterSingle))}</p> })}
                <ul class="filter-values">
                    <For each=move || keys.get() key=|key| key.clone() children=rows/>
                </ul>
                <p class="filter-more">{more}</p>
            </details>
        }
    };
    view.into_any()
}

/// The values of a tree that have others below them, as (key, label); none where the values are a list.
fn groups(facet: &Facet) -> Vec<(String, String)> {
    // One pass, because external data can have tens of thousands of values.
    let parents = facet
        .values
        .iter()
        .filter_map(|value| value.parent.as_deref());
    let parents: HashSet<&str> = parents.collect();
    let above = facet.values.iter();
    above
        .filter(|value| parents.contains(value.key.as_str()))
        .map(|value| (value.key.clone(), value.label.clone()))
        .collect()
}

/// The keys to list: chosen ones, then those that match the search, up to a limit. In a tree the groups
/// come first, and an open branch lists itself and everything below it.
fn listed(facet: &Facet, wanted: &str, branch: &str, fold: impl Fn(&str) -> String) -> Vec<String> {
    let groups = groups(facet);
    let is_tree = !groups.is_empty();
    let is_in_branch = |value: &FacetValue| match branch {
        "" => {
            !wanted.is_empty()
                || value.parent.is_none()
                || groups.iter().any(|(key, _)| *key == value.key)
        }
        branch => value.key == branch || value.parent.as_deref() == Some(branch),
    };
    let matches = |value: &&FacetValue| {
        let is_found = wanted.is_empty()
            || fold(&value.label).contains(wanted)
            || fold(&value.key).contains(wanted);
        is_found && (!is_tree || is_in_branch(value))
    };
    let keys = |values: Vec<&FacetValue>| values.iter().map(|value| value.key.clone()).collect();
    if facet.values.len() <= LISTED {
        // Short lists keep their order, so that nothing jumps under the pointer.
        let fit = |value: &&FacetValue| value.chosen || matches(value);
        return keys(facet.values.iter().filter(fit).collect());
    }
    let chosen = facet.values.iter().filter(|value| value.chosen);
    let others = facet
        .values
        .iter()
        .filter(|value| !value.chosen && matches(value));
    // An open branch has no limit: the reader wants to see all of it.
    let most = if branch.is_empty() {
        LISTED
    } else {
        usize::MAX
    };
    keys(chosen.chain(others).take(most).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::AxisKind;

    fn value(key: &str, label: &str, parent: Option<&str>) -> FacetValue {
        FacetValue {
            key: key.to_owned(),
            label: label.to_owned(),
            records: 1,
            chosen: false,
            no_answer: false,
            parent: parent.map(str::to_owned),
        }
    }

    fn tree() -> Facet {
        let mut values = vec![
            value("11-0000", "Management", None),
            value("47-0000", "Construction", None),
        ];
        values.extend((0..80).map(|at| value(&format!("11-1{at:03}"), "Manager", Some("11-0000"))));
        values.push(value("47-2111", "Electricians", Some("47-0000")));
        Facet {
            field: "occupation".to_owned(),
            title: "Occupation".to_owned(),
            kind: AxisKind::Names,
            is_single: false,
            values,
        }
    }

    #[test]
    fn a_tree_shows_its_groups_then_one_branch_then_what_is_searched() {
        let fold = |text: &str| text.to_lowercase();
        let tree = tree();
        assert_eq!(listed(&tree, "", "", fold), ["11-0000", "47-0000"]);
        assert_eq!(listed(&tree, "", "47-0000", fold), ["47-0000", "47-2111"]);
        assert_eq!(listed(&tree, "", "11-0000", fold).len(), 81);
        assert_eq!(listed(&tree, "electri", "", fold), ["47-2111"]);
        assert!(listed(&tree, "electri", "11-0000", fold).is_empty());
    }

    #[test]
    fn what_is_chosen_stays_in_sight() {
        let mut tree = tree();
        tree.values[82].chosen = true;
        let found = listed(&tree, "", "11-0000", |text| text.to_lowercase());
        assert_eq!(found[0], "47-2111");
    }

    #[test]
    fn a_plain_list_has_no_groups() {
        let mut plain = tree();
        plain
            .values
            .iter_mut()
            .for_each(|value| value.parent = None);
        assert!(groups(&plain).is_empty());
        assert_eq!(listed(&plain, "", "", |text| text.to_owned()).len(), LISTED);
    }
}
