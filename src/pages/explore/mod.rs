//! Explore: any measure of any package by any dimension, filtered, as bars, line, map or table.

mod answered;
mod controls;
mod explorer;
mod filters;
mod library;

pub use answered::{Answered, Choice};
pub use explorer::Explorer;
pub use library::Library;

use super::island::{Island, island};
use crate::m;
use crate::ui::say;
use leptos::prelude::*;

pub(super) fn explore_page(answered: Answered) -> impl IntoView {
    view! {
        <div class="wrap page-head">
            <h1>{say(m!(ExploreTitle))}</h1>
            <p class="lede">{say(m!(ExploreLede))}</p>
        </div>
        <div class="wrap">{island(Island::Explorer(Box::new(answered)))}</div>
    }
}
