//! List filter: searches, filters and sorts the lines of a list on the page.
//!
//! The list itself is text: every line is there without a script. The controls only hide and
//! reorder lines; their state is in the address, so that a selection can be shared.
//!
//! A line is an element with `data-line`, its index in the list as printed. `data-show` has the
//! filter values that it matches, separated by spaces, `data-by-<order>` the number by which it is
//! sorted, largest first, and `data-words` further words that searches match.

#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(not(target_arch = "wasm32"))]
mod live {
    //! Natively nothing happens on a page.
    pub fn change(_: leptos::ev::Event) {}
    pub fn prevent_submit(_: leptos::ev::SubmitEvent) {}
    pub fn begin() {}
}

use super::{localize, shell};
use crate::browser;
use crate::m;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The controls of a list; each option as (key, label).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListFilterData {
    /// The label of the search field.
    pub search: String,
    /// The label of the filter, and its options; the empty key matches everything.
    pub show: (String, Vec<(String, String)>),
    /// Further filters, compared with `data-show2` and so on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<(String, Vec<(String, String)>)>,
    /// Sort orders; the first is that of the printed list. With a single order there is no control.
    pub orders: Vec<(String, String)>,
    /// Number of lines on the page.
    pub of: usize,
}

/// The query of an address as it was before mail or an editor of HTML wrote its `&` as text, once or several times.
#[cfg_attr(not(any(target_arch = "wasm32", test)), allow(dead_code))]
fn without_entities(query: &str) -> String {
    let mut text = query.to_owned();
    for entity in ["&amp;", "&AMP;", "%26amp;", "%26amp%3B", "&amp%3B"] {
        while text.contains(entity) {
            text = text.replace(entity, "&");
        }
    }
    text
}

/// A value of the address without the punctuation that a program took for the end of a link.
#[cfg_attr(not(any(target_arch = "wasm32", test)), allow(dead_code))]
fn without_end(value: &str) -> &str {
    let is_end = |mark: char| mark.is_whitespace() || ".,;:!?)]}>\"'*_".contains(mark);
    value.trim_end_matches(is_end)
}

/// The controls above a list.
pub fn list_filter(data: ListFilterData) -> impl IntoView {
    browser::soon(live::begin);
    let ListFilterData {
        search,
        show: (show_label, shows),
        more,
        orders,
        of,
    } = data;
    let count = shell().locale.text(m!(SiftShown, shown = of, of = of));
    let choice = |name: &'static str, label: String, options: Vec<(String, String)>| {
        let id = format!("sift-{name}");
        let options = options
            .into_iter()
            .map(|(key, words)| view! { <option value=key>{words}</option> })
            .collect_view();
        view! {
            <div class="control">
                <label for=id.clone()>{label}</label>
                <select id=id name=name on:change=live::change>{options}</select>
            </div>
        }
    };
    let shows = (shows.len() > 1).then(|| choice("show", show_label, shows));
    let orders = (orders.len() > 1).then(|| choice("order", localize(m!(SiftOrder)), orders));
    let names = ["show2", "show3", "show4"];
    let more = names
        .into_iter()
        .zip(more)
        .map(|(name, (label, options))| choice(name, label, options))
        .collect_view();
    let label = search.clone();
    view! {
        <form class="sift" role="search" aria-label=label on:submit=live::prevent_submit>
            <div class="control">
                <label for="sift-find">{search}</label>
                // The space lets a style sheet tell an empty field (`:placeholder-shown`).
                <input type="search" id="sift-find" name="find" autocomplete="off" placeholder=" " on:input=live::change/>
            </div>
            {shows}
            {more}
            {orders}
            <p class="sift-count" role="status">{count}</p>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_mail_changed_means_the_same() {
        for query in [
            "?show=VA&order=amount",
            "?show=VA&amp;order=amount",
            "?show=VA&amp;amp;order=amount",
            "?show=VA%26amp%3Border=amount",
        ] {
            assert_eq!(without_entities(query), "?show=VA&order=amount", "{query}");
        }
        assert_eq!(without_end("amount)."), "amount");
        assert_eq!(without_end("St. Louis"), "St. Louis");
    }
}
