//! The parts of a page that come alive.
//!
//! A prerendered page carries, beside each island, the data it was drawn from as inert JSON. The
//! browser makes the same view from the same data, so that taking over changes no node.

use super::figure::figure;
use super::figure_data::FigureData;
use super::sift::{SiftData, sift};
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

/// A figure that comes alive.
pub fn figure_island(data: FigureData) -> impl IntoView {
    island("figure", data, figure)
}

/// The controls of a list, which come alive.
pub fn sift_island(data: SiftData) -> impl IntoView {
    island("sift", data, |data| sift(data).into_any())
}
