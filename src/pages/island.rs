//! The types of islands, for the programs that hydrate them: each makes a view from the data in the page. Pages create
//! islands through `ui::island`, so no page imports another.

use super::compare::{ComparePage, compared};
use super::explore::{ExploreAnswer, Explorer};
use super::layout::ThemeSwitch;
use crate::ui::{FigureData, ListFilterData, figure, list_filter};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One island with the data that a page carries for it, under the name of its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Island {
    Theme,
    Figure(Box<FigureData>),
    Sift(ListFilterData),
    Explorer(Box<ExploreAnswer>),
    Compare(Box<ComparePage>),
}

/// The island's own view, without its root.
pub fn island_view(island: Island) -> AnyView {
    match island {
        Island::Theme => view! { <ThemeSwitch/> }.into_any(),
        Island::Figure(data) => figure(*data).into_any(),
        Island::Sift(data) => list_filter(data).into_any(),
        Island::Compare(page) => compared(*page),
        Island::Explorer(answered) => view! { <Explorer answered=*answered/> }.into_any(),
    }
}
