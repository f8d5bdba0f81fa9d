//! A table under a heading of its own, which scrolls sideways where it is wider than the page.

use crate::locale::Message;
use crate::ui::localize;
use leptos::prelude::*;

/// The heading, which names the table too, and the table with its column headings and rows.
pub(super) fn wide_table(
    title: Message,
    columns: impl IntoIterator<Item = Message>,
    rows: impl IntoView,
) -> impl IntoView {
    let title = localize(title);
    let (heading, label) = (title.clone(), title.clone());
    let columns = columns.into_iter();
    let columns = columns.map(|title| view! { <th scope="col">{localize(title)}</th> });
    let columns = columns.collect_view();
    view! {
        <h2>{heading}</h2>
        <div class="table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="dictionary">
                <caption class="visually-hidden">{title}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
