//! “About these data”: one collapsed block for each page with the notes that hold for all of its numbers, so that they do
//! not repeat under each chart. It is in the prerendered page, and open in print.

use crate::locale::Message;
use crate::m;
use crate::site::Route;
use crate::ui::{href, localize};
use leptos::prelude::*;

/// The notes of a page, and the way to those of all pages.
pub(super) fn about_data(notes: Vec<Message>) -> AnyView {
    let notes = notes
        .into_iter()
        .map(|note| view! { <li>{localize(note)}</li> })
        .collect_view();
    view! {
        <details class="wrap about-data">
            <summary>{localize(m!(AboutData))}</summary>
            <ul class="figure-notes">{notes}</ul>
            <p><a href=format!("{}#methods", href(&Route::Data))>{localize(m!(DataMethods))}</a></p>
        </details>
    }
    .into_any()
}
