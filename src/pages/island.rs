//! The kinds of islands, for the programs that hydrate them: from what a page carries to the view. Pages
//! make theirs by `ui::island`, so that none of them knows the others.

use super::compare::{ComparePage, compared};
use super::explore::{Answered, Explorer};
use super::surround::ThemeSwitch;
use crate::ui::{FigureData, SiftData, figure, sift};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One island with the data that a page carries for it, under the name of its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Island {
    Theme,
    Figure(Box<FigureData>),
    Sift(SiftData),
    Explorer(Box<Answered>),
    Compare(Box<ComparePage>),
}

/// The island's own view, without its root.
pub fn island_view(island: Island) -> AnyView {
    match island {
        Island::Theme => view! { <ThemeSwitch/> }.into_any(),
        Island::Figure(data) => figure(*data).into_any(),
        Island::Sift(data) => sift(data).into_any(),
        Island::Compare(page) => compared(*page),
        Island::Explorer(answered) => view! { <Explorer answered=*answered/> }.into_any(),
    }
}
