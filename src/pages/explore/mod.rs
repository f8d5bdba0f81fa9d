//! Explore: any measure of any package by any dimension, filtered, as bars, line, map or table.

mod answered;
mod controls;
mod explorer;
mod filters;
mod foreign;
mod further;
mod go;
mod library;
mod saved;
mod sentence;
mod shapes;

pub(super) use answered::answered;
pub use answered::{Answered, Choice};
pub use explorer::Explorer;
pub use library::Library;
pub use sentence::asking_form;

use super::views::view_list;
use crate::m;
use crate::site::Route;
use crate::ui::{href, island, say};
use leptos::prelude::*;

/// What Explore shows: the explorer, and below it links that work without it.
#[derive(Clone, Debug)]
pub struct ExplorePage {
    pub answered: Answered,
    /// (identifier, title) of every published view.
    pub views: Vec<(String, String)>,
}

pub(super) fn explore_page(page: ExplorePage) -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{say(m!(ExploreTitle))}</h1>
            <p class="lede">
                {say(m!(ExploreLede))} " "
                <a href=href(&Route::Compare)>{say(m!(CompareFromExplore))}</a>
            </p>
        </div>
        <div class="wrap">{island("explorer", page.answered, |answered| view! { <Explorer answered/> }.into_any())}</div>
        {view_list(&page.views)}
    }
}
