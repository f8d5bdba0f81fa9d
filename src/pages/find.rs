//! The page of the search: what was found for the question in its address. The finding itself is
//! `public/find.js`; without scripts the page leads to the lists.

use crate::m;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// The field in the header of every page: a form that leads to the page of the search, and with scripts
/// shows what is found while it is typed.
pub(super) fn find_field() -> impl IntoView {
    view! {
        <form class="find" role="search" aria-label=localize(m!(FindLabel)) action=href(&Route::Find) method="get">
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.6 12.6 17 17" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"></path>
            </svg>
            <label class="visually-hidden" for="find">{localize(m!(FindLabel))}</label>
            <input
                id="find"
                type="search"
                name="q"
                autocomplete="off"
                spellcheck="false"
                placeholder=localize(m!(FindPlaceholder))
                data-index=shell().place.file("find.json")
                data-all=localize(m!(FindAll))
                data-none=localize(m!(FindNone, question = "{question}"))
                data-near=localize(m!(FindNear, near = "{near}"))
                data-failed=localize(m!(FindFailed))
            />
            <button class="visually-hidden" type="submit" tabindex="-1">{localize(m!(FindButton))}</button>
        </form>
    }
}

pub(super) fn find_page() -> impl IntoView {
    let link = |route: Route, words: crate::locale::Message| {
        view! { <li><a href=href(&route)>{localize(words)}</a></li> }
    };
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(FindTitle))}</h1>
            <p class="lede">{localize(m!(FindLede))}</p>
        </div>
        <section class="wrap band" aria-labelledby="found">
            <h2 id="found">{localize(m!(FindResults))}</h2>
            <div
                id="find-results"
                data-count=localize(m!(FindCount, count = "{count}", question = "{question}"))
                data-first=localize(m!(FindFirst, count = "{count}", question = "{question}", shown = "{shown}"))
            >
                <p class="find-scripts">{localize(m!(FindScripts))}</p>
            </div>
        </section>
        <section class="wrap band" aria-labelledby="browse">
            <h2 id="browse">{localize(m!(FindBrowse))}</h2>
            <ul class="view-list">
                {link(Route::States, m!(StatesTitle))}
                {link(Route::Industries, m!(IndustriesTitle))}
                {link(Route::Grantees, m!(GranteesTitle))}
                {link(Route::Figures, m!(FiguresTitle))}
                {link(Route::Definitions, m!(DefinitionsTitle))}
                {link(Route::Charts, m!(ChartsTitle))}
                {link(Route::Data, m!(DataTitle))}
            </ul>
        </section>
    }
}
