//! Views that a reader saves without an account: in the browser's storage, and in a file that other browsers can open.

use super::go::Go;
use crate::browser;
use crate::locale::Message;
use crate::m;
use crate::query::{Query, parse, to_address};
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Their key in the browser's storage.
const KEY: &str = "saved-views";
/// The name of the file.
const FILE: &str = "saved-views.json";
/// More than anybody looks through; a file may be of anyone.
const MAX_SAVED: usize = 200;
/// Longer titles are cut.
const TITLE: usize = 200;

/// The views of a reader, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedViews {
    /// Version of the file, 1.
    pub v: u32,
    pub views: Vec<SavedView>,
}

/// One view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    pub title: String,
    /// The query part of its address.
    pub address: String,
}

impl SavedViews {
    /// Reads a file or the browser's storage. Takes only the query of each view, never a complete address; `None` if
    /// the text is no list of saved views.
    pub fn read(text: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(text).ok()?;
        if read.v != 1 {
            return None;
        }
        let mut known = Self::default();
        for view in read.views.into_iter().rev() {
            let (query, _) = parse(&view.address);
            if query != Query::default() {
                known.put(&view.title, &query);
            }
        }
        Some(known)
    }

    /// Adds a view at the front and removes an older one with the same query.
    pub fn put(&mut self, title: &str, query: &Query) {
        self.v = 1;
        let address = to_address(query, &Query::default());
        self.views.retain(|view| view.address != address);
        let title = title.chars().take(TITLE).collect();
        self.views.insert(0, SavedView { title, address });
        self.views.truncate(MAX_SAVED);
    }

    /// Adds the views of another list after the existing ones.
    pub fn add(&mut self, other: Self) {
        let own = std::mem::take(&mut self.views);
        for view in own.into_iter().chain(other.views) {
            if self.views.iter().all(|known| known.address != view.address) {
                self.views.push(view);
            }
        }
        self.views.truncate(MAX_SAVED);
        self.v = 1;
    }

    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The list with its buttons.
pub(super) fn saved(go: Go) -> AnyView {
    let surroundings = shell();
    let locale = surroundings.locale;
    let list = RwSignal::new(SavedViews::default());
    let announcement = RwSignal::new(None::<Message>);
    browser::soon(move || {
        if let Some(known) = browser::stored(KEY).as_deref().and_then(SavedViews::read) {
            list.set(known);
        }
    });
    let keep = move |change: &dyn Fn(&mut SavedViews), done: Message| {
        list.update(|list| change(list));
        let kept = browser::store(KEY, &list.with_untracked(SavedViews::to_text));
        announcement.set(Some(if kept { done } else { m!(SavedDenied) }));
    };
    let save = move |_| {
        let (title, query) = go
            .session
            .answered
            .with_untracked(|answered| (locale.text(answered.title()), answered.query.clone()));
        keep(&|list| list.put(&title, &query), m!(SavedKept));
    };
    let read = move |event| {
        browser::on_chosen_file(event, move |text| {
            match text.as_deref().and_then(SavedViews::read) {
                Some(other) => {
                    let count = other.views.len();
                    keep(
                        &|list| list.add(other.clone()),
                        m!(SavedRead, count = count),
                    );
                }
                None => announcement.set(Some(m!(SavedUnreadable, file = FILE))),
            }
        });
    };
    let path = href(&Route::Explore);
    let line = move |view: SavedView| {
        let address = format!("{path}{}", view.address);
        let query = parse(&view.address).0;
        let gone = view.address.clone();
        let remove = locale.text(m!(SavedRemoveOf, title = &view.title));
        let open = move |event: leptos::ev::MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            go.to(|asked| *asked = query.clone());
        };
        view! {
            <li class="saved-view">
                <a href=address on:click=open>{view.title}</a>
                <button
                    type="button"
                    class="chip"
                    aria-label=remove
                    on:click=move |_| keep(&|list| list.views.retain(|view| view.address != gone), m!(SavedRemoved))
                >{locale.text(m!(SavedRemove))}</button>
            </li>
        }
    };
    let count = move || list.with(|list| list.views.len());
    view! {
        <details class="saved">
            <summary>{localize(m!(SavedTitle))} " " <span class="filter-picked">{move || match count() { 0 => String::new(), count => locale.count(count as u64) }}</span></summary>
            <p class="note">{localize(m!(SavedNote))}</p>
            <p class="saved-actions">
                <button type="button" class="chip" on:click=save>{localize(m!(SavedSave))}</button>
                <button type="button" class="chip" on:click=move |_| go.reset()>{localize(m!(SavedReset))}</button>
            </p>
            <ul class="saved-views">
                <For each=move || list.with(|list| list.views.clone()) key=|view| view.address.clone() children=line/>
            </ul>
            <p class="saved-actions">
                <button
                    type="button"
                    class="chip"
                    disabled=move || count() == 0
                    on:click=move |_| browser::hand_out(FILE, &list.with_untracked(SavedViews::to_text))
                >{localize(m!(SavedExport))}</button>
                <label class="saved-import">
                    <span>{localize(m!(SavedImport))}</span>
                    <input type="file" accept="application/json,.json" on:change=read/>
                </label>
            </p>
            <p class="saved-told" role="status">{move || announcement.get().map(|announcement| locale.text(announcement))}</p>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(address: &str) -> Query {
        parse(address).0
    }

    #[test]
    fn a_list_is_read_back_as_it_was_written() {
        let mut list = SavedViews::default();
        list.put("Grants", &query("?measure=awards&by=state"));
        list.put("Pay", &query("?package=wages-oews-2025&f.state=MD~VA"));
        assert_eq!(SavedViews::read(&list.to_text()), Some(list));
    }

    #[test]
    fn one_question_is_kept_once_and_the_newest_stands_first() {
        let mut list = SavedViews::default();
        for address in ["?measure=a", "?measure=b", "?measure=a"] {
            list.put(address, &query(address));
        }
        let titles: Vec<&str> = list.views.iter().map(|view| view.title.as_str()).collect();
        assert_eq!(titles, ["?measure=a", "?measure=b"]);
    }

    #[test]
    fn of_a_strange_file_only_questions_are_taken() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"v":2,"views":[]}"#,
            r#"{"v":1,"views":[{"title":1}]}"#,
        ] {
            assert_eq!(SavedViews::read(text), None, "{text}");
        }
        let hostile = r#"{"v":1,"views":[
            {"title":"x","address":"javascript:alert(1)"},
            {"title":"y","address":"https://elsewhere.example/?measure=awards"},
            {"title":"z","address":"?utm_source=a"}]}"#;
        let read = SavedViews::read(hostile).expect("a list");
        let addresses: Vec<&str> = read
            .views
            .iter()
            .map(|view| view.address.as_str())
            .collect();
        assert_eq!(addresses, ["?measure=awards"]);
    }

    #[test]
    fn a_long_file_is_cut() {
        let views: Vec<SavedView> = (0..900)
            .map(|at| SavedView {
                title: "t".repeat(900),
                address: format!("?measure=m{at}"),
            })
            .collect();
        let text = serde_json::to_string(&SavedViews { v: 1, views }).expect("JSON");
        let read = SavedViews::read(&text).expect("a list");
        assert_eq!(read.views.len(), MAX_SAVED);
        assert!(
            read.views
                .iter()
                .all(|view| view.title.chars().count() == TITLE)
        );
        assert_eq!(read.views[0].address, "?measure=m0");
    }
}
