//! The parts of a page that come alive.
//!
//! A prerendered page carries, beside each island, the data it was drawn from as inert JSON. The
//! browser makes the same view from the same data, so that taking over changes no node.

use super::compare::{ComparePage, compared};
use super::explore::{Answered, Explorer};
use super::surround::ThemeSwitch;
use crate::ui::{FigureData, SiftData, figure, sift};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One island with its data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Island {
    Theme,
    Figure(Box<FigureData>),
    Sift(SiftData),
    Explorer(Box<Answered>),
    Compare(Box<ComparePage>),
}

impl Island {
    fn kind(&self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Figure(_) => "figure",
            Self::Sift(_) => "sift",
            Self::Explorer(_) => "explorer",
            Self::Compare(_) => "compare",
        }
    }
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

/// An island on a page: its root, its view and, natively, the data it carries.
pub fn island(island: Island) -> impl IntoView {
    let kind = island.kind();
    #[cfg(not(target_arch = "wasm32"))]
    let carrier = {
        // `<` could end the element that carries the text.
        let json = serde_json::to_string(&island)
            .unwrap_or_default()
            .replace('<', "\\u003c");
        view! { <script type="application/json" inner_html=json></script> }
    };
    #[cfg(target_arch = "wasm32")]
    let carrier = ();
    view! {
        <div class=format!("island island-{kind}") data-island=kind>{island_view(island)}</div>
        {carrier}
    }
}
