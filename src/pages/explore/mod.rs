//! Explore: any measure of any package by any dimension, filtered, as bars, line, map or table.

mod answered;
mod choice;
mod controls;
mod explorer;
mod filters;
mod external_data;
mod further;
mod go;
mod offered;
mod period;
mod session;
mod saved;
mod sentence;
mod shapes;

pub use answered::ExploreAnswer;
pub(super) use answered::answered;
pub use choice::{Control, toggle};
pub use explorer::Explorer;
pub use offered::{ControlOption, Unavailable};
pub use sentence::asking_form;
pub use session::ExploreSession;

use super::views::view_list;
use crate::m;
use crate::site::Route;
use crate::ui::{href, island, localize};
use leptos::prelude::*;

/// What Explore shows: the explorer, and below it links that work without it.
#[derive(Clone, Debug)]
pub struct ExplorePage {
    pub answered: ExploreAnswer,
    /// (identifier, title) of every published view.
    pub views: Vec<(String, String)>,
}

pub(super) fn explore_page(page: ExplorePage) -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(ExploreTitle))}</h1>
            <p class="lede">
                {localize(m!(ExploreLede))} " "
                <a href=href(&Route::Compare)>{localize(m!(CompareFromExplore))}</a>
            </p>
        </div>
        <div class="wrap">{island("explorer", page.answered, |answered| view! { <Explorer answered/> }.into_any())}</div>
        {view_list(&page.views)}
    }
}
