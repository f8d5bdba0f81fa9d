//! The bar of filters, and what is chosen.

use super::tiles::said;
use super::{DashboardPage, chosen_words, page_of};
use crate::frame::Facet;
use crate::locale::{Arg, Message};
use crate::m;
use crate::query::AxisKind;
use crate::site::Route;
use crate::ui::{address, href, localize};
use leptos::prelude::*;

/// A menu for each filter. Without scripts, links to the pages of states, industries and grantees.
pub(super) fn bar(page: &DashboardPage) -> impl IntoView + use<> {
    let menus = page
        .answer
        .filters
        .iter()
        .map(|facet| {
            if facet.kind == AxisKind::Time {
                return range(facet).into_any();
            }
            let values = facet
                .values
                .iter()
                .filter(|value| value.records > 0 || value.chosen)
                .map(|value| {
                    view! { <option value=value.key.clone() selected=value.chosen>{value.label.clone()}</option> }
                })
                .collect_view();
            let id = format!("filter-{}", facet.field);
            view! {
                <div class="dashboard-filter">
                    <label for=id.clone()>{facet.title.clone()}</label>
                    <select id=id data-field=facet.field.clone()>
                        <option value="">{localize(m!(DashboardAll))}</option>
                        {values}
                    </select>
                </div>
            }
            .into_any()
        })
        .collect_view();
    let link = |route: Route, words: Message| {
        view! { <a href=href(&route)>{localize(words)}</a> " " }
    };
    let lists = page.is_default.then(|| {
        view! {
            <p class="dashboard-lists">
                {localize(m!(DashboardWithoutScripts))} " "
                {link(Route::States, m!(StatesTitle))}
                {link(Route::Industries, m!(IndustriesTitle))}
                {link(Route::Grantees, m!(GranteesTitle))}
            </p>
        }
    });
    view! {
        <form class="dashboard-bar" aria-label=localize(m!(DashboardFilters))>
            <div class="wrap dashboard-bar-row">
                <div class="dashboard-filters">{menus}</div>
                <button type="button" class="dashboard-clear" data-clear="">{localize(m!(DashboardClear))}</button>
                <button
                    type="button"
                    class="dashboard-copy"
                    data-copy=address(&page.route())
                    data-done=localize(m!(DashboardCopied))
                >{localize(m!(DashboardCopy))}</button>
                {lists}
            </div>
        </form>
    }
}

/// The first and the last period of a range, and a button that shows one period after the other.
fn range(facet: &Facet) -> impl IntoView + use<> {
    let chosen = || facet.values.iter().filter(|value| value.chosen);
    let end = |id: &'static str, words: Message, selected: Option<&str>| {
        let options = facet
            .values
            .iter()
            .map(|value| {
                let is_selected = selected == Some(value.key.as_str());
                view! { <option value=value.key.clone() selected=is_selected>{value.label.clone()}</option> }
            })
            .collect_view();
        let field = format!("filter-{}-{id}", facet.field);
        view! {
            <label for=field.clone() class="visually-hidden">{localize(words)}</label>
            <select id=field data-end=id data-of=facet.field.clone()>
                <option value="">{localize(m!(DashboardAll))}</option>
                {options}
            </select>
        }
    };
    let first = chosen().next().map(|value| value.key.as_str());
    let last = chosen().next_back().map(|value| value.key.as_str());
    let highest = facet.values.len().saturating_sub(1);
    // The same range by two handles, which the menus set too.
    let handle = |end: u8, words: Message, key: Option<&str>, usual: usize| {
        let at = key.and_then(|key| facet.values.iter().position(|value| value.key == key));
        let at = at.unwrap_or(usual);
        let label = facet.values.get(at).map(|value| value.label.clone());
        view! {
            <input
                type="range"
                min="0"
                max=highest
                value=at
                data-slide=end
                aria-label=localize(words)
                aria-valuetext=label
            />
        }
    };
    view! {
        <fieldset class="dashboard-filter dashboard-range">
            <legend>{facet.title.clone()}</legend>
            {end("first", m!(DashboardFirst, field = &facet.title), first)}
            <span aria-hidden="true">"–"</span>
            {end("last", m!(DashboardLast, field = &facet.title), last)}
            <span class="range-track">
                {handle(0, m!(DashboardFirst, field = &facet.title), first, 0)}
                {handle(1, m!(DashboardLast, field = &facet.title), last, highest)}
            </span>
            <button
                type="button"
                class="dashboard-play"
                data-play=facet.field.clone()
                aria-pressed="false"
                aria-label=localize(m!(DashboardPlay, field = &facet.title))
            >"▶"</button>
        </fieldset>
    }
}

/// The count of selected records, and a button for each chosen value.
pub(super) fn chosen(page: &DashboardPage) -> AnyView {
    let known = page.answer.selected;
    let is_of_grants = !page.answer.holders.is_empty() && page.answer.records < 1000;
    let whole: u32 = page.answer.coverage.iter().map(|part| part.of).sum();
    let count = match (is_of_grants, page.choice.is_empty() && whole > 0) {
        (true, true) => m!(DashboardGrants, known = known, of = whole),
        (true, false) => m!(DashboardGrants, known = known, of = page.answer.records),
        (false, _) => m!(
            DashboardRecords,
            known = Arg::Count(u64::from(known)),
            of = Arg::Count(u64::from(page.answer.records))
        ),
    };
    let chips = chosen_words(page)
        .into_iter()
        .flat_map(|(field, title, chips)| {
            let chips = chips.into_iter();
            chips.map(move |(key, label)| (field.clone(), title.clone(), key, label))
        })
        .map(|(field, title, key, label)| {
            let words = m!(DashboardFilteredBy, field = title, value = &label);
            let own = page_of(page, &field, &key).map(|address| {
                view! { <a class="chip-page" href=address>{label.clone()}</a> }
            });
            view! {
                <li>
                    <button type="button" class="chip" data-drop=format!("{field}={key}")>
                        {localize(words)} <span aria-hidden="true">" ×"</span><span class="visually-hidden">{localize(m!(DashboardRemove))}</span>
                    </button>
                    {own}
                </li>
            }
        })
        .collect_view();
    let unknown = page
        .unknown
        .iter()
        .map(|value| view! { <p class="notices">{localize(m!(DashboardUnknown, value = value))}</p> })
        .collect_view();
    view! {
        <p class="dashboard-count">{localize(count)}</p>
        <ul class="chips">{chips}</ul>
        {unknown}
        <p hidden data-said="">{localize(said(page))}</p>
    }
    .into_any()
}
