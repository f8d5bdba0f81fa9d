//! The interactive parts of a page.
//!
//! A prerendered page contains the data of each island as inert JSON next to it. The browser makes the
//! same view from the same data, so that hydration changes no node.

use super::figure::figure;
use super::figure_data::FigureData;
use super::list_filter::{ListFilterData, list_filter};
use leptos::prelude::*;
use serde::Serialize;

/// An island on a page: its root, its view and, natively, the data it carries as `{"kind": data}`, or as
/// `"kind"` where it has none. What hydrates it knows its view by its kind.
pub fn island<T: Serialize>(
    kind: &'static str,
    data: T,
    view: impl FnOnce(T) -> AnyView,
) -> impl IntoView {
    #[cfg(not(target_arch = "wasm32"))]
    let carrier = {
        // `<` could end the element that carries the text.
        let data = serde_json::to_string(&data).unwrap_or_default();
        let json = match data.as_str() {
            "null" => format!("\"{kind}\""),
            _ => format!("{{\"{kind}\":{}}}", data.replace('<', "\\u003c")),
        };
        view! { <script type="application/json" inner_html=json></script> }
    };
    #[cfg(target_arch = "wasm32")]
    let carrier = ();
    view! {
        <div class=format!("island island-{kind}") data-island=kind>{view(data)}</div>
        {carrier}
    }
}

/// An interactive figure.
pub fn figure_island(data: FigureData) -> impl IntoView {
    island("figure", data, figure)
}

/// The interactive controls of a list.
pub fn sift_island(data: ListFilterData) -> impl IntoView {
    island("sift", data, |data| list_filter(data).into_any())
}
