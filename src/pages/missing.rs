//! An address without a page, and a page without its data.

use crate::m;
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

pub(super) fn missing_page() -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(MissingTitle))}</h1>
            <p>{localize(m!(MissingText))}</p>
            <form class="missing-find" role="search" aria-label=localize(m!(MissingFind)) action=href(&Route::Find) method="get">
                <label for="missing-find">{localize(m!(MissingFind))}</label>
                <input id="missing-find" type="search" name="q" placeholder=localize(m!(FindPlaceholder))/>
                <button class="button" type="submit">{localize(m!(FindButton))}</button>
            </form>
            <ul class="actions">
                <li><a href=href(&Route::Overview)>{localize(m!(MissingToOverview))}</a></li>
                <li><a href=href(&Route::States)>{localize(m!(StatesTitle))}</a></li>
                <li><a href=href(&Route::Grantees)>{localize(m!(GranteesTitle))}</a></li>
                <li><a href=href(&Route::Explore)>{localize(m!(MissingToExplore))}</a></li>
            </ul>
        </div>
    }
}

pub(super) fn failed_page(problems: &[Problem]) -> impl IntoView + use<> {
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(FailedTitle))}</h1>
            <p>{localize(m!(FailedText))}</p>
            {problem_list(problems)}
            <p><a href=href(&Route::Overview)>{localize(m!(MissingToOverview))}</a></p>
        </div>
    }
}

/// What was wrong with the data, each with place and remedy.
pub(super) fn problem_list(problems: &[Problem]) -> AnyView {
    let view = {
        let lines = problems
            .iter()
            .map(|problem| view! { <li>{localize(problem.sentence())}</li> })
            .collect_view();
        (!problems.is_empty()).then(|| view! { <ul class="problems">{lines}</ul> })
    };
    view.into_any()
}
