//! Applies the controls to the lines of the page.

use super::{without_end, without_entities};
use crate::browser;
use crate::locale::Locale;
use crate::m;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, UrlSearchParams};

/// The controls, by their keys in the address.
const CONTROLS: [&str; 6] = ["find", "show", "show2", "show3", "show4", "order"];
/// The filters among them, each compared with the attribute `data-<name>`.
const SHOWS: [&str; 4] = ["show", "show2", "show3", "show4"];

pub fn prevent_submit(event: leptos::ev::SubmitEvent) {
    event.prevent_default();
}

/// Applies a changed control to the lines and the address.
pub fn change(_: leptos::ev::Event) {
    apply();
    write_address();
}

/// Sets the controls from the address.
pub fn begin() {
    let Ok(asked) = UrlSearchParams::new_with_str(&without_entities(&browser::search())) else {
        return;
    };
    let mut any = false;
    for name in CONTROLS {
        if let Some(value) = asked.get(name) {
            any |= set(name, &value) || set(name, without_end(&value));
        }
    }
    if any {
        apply();
    }
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|at| list.item(at)?.dyn_into().ok())
        .collect()
}

fn control(name: &str) -> Option<Element> {
    document().get_element_by_id(&format!("sift-{name}"))
}

fn value(name: &str) -> String {
    let Some(control) = control(name) else {
        return String::new();
    };
    match control.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.value(),
        Err(other) => other
            .dyn_into::<HtmlSelectElement>()
            .map_or_else(|_| String::new(), |list| list.value()),
    }
}

/// Sets a control; an option that the list does not have is ignored. Returns whether it was set.
fn set(name: &str, value: &str) -> bool {
    let Some(control) = control(name) else {
        return false;
    };
    match control.dyn_into::<HtmlInputElement>() {
        Ok(field) => field.set_value(value),
        Err(other) => {
            let Ok(list) = other.dyn_into::<HtmlSelectElement>() else {
                return false;
            };
            let before = list.value();
            list.set_value(value);
            if list.selected_index() < 0 {
                list.set_value(&before);
                return false;
            }
        }
    }
    true
}

/// Hides the lines that do not match, sorts the others, and announces how many remain.
fn apply() {
    let locale = Locale::EN;
    let wanted = locale.fold(&value("find"));
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let (shows, order) = (
        SHOWS.map(|name| (format!("data-{name}"), value(name))),
        value("order"),
    );
    let mut lines = all("[data-line]");
    let mut shown = 0;
    for line in &lines {
        let more = line.get_attribute("data-words").unwrap_or_default();
        let text = format!("{} {more}", line.text_content().unwrap_or_default());
        let text = locale.fold(&text);
        let is_meant = wanted.iter().all(|word| text.contains(word))
            && shows.iter().all(|(name, show)| {
                let own = line.get_attribute(name).unwrap_or_default();
                show.is_empty() || own.split(' ').any(|own| own == show)
            });
        shown += usize::from(is_meant);
        let _ = line.toggle_attribute_with_force("hidden", !is_meant);
    }
    arrange(&mut lines, &order);
    for group in all(".figure-group") {
        let is_empty = matches!(group.query_selector("[data-line]:not([hidden])"), Ok(None));
        let _ = group.toggle_attribute_with_force("hidden", is_empty);
    }
    if let Some(count) = all(".sift-count").first() {
        let of = lines.len();
        count.set_text_content(Some(&match shown {
            0 => locale.text(m!(SiftNone, of = of)),
            shown => locale.text(m!(SiftShown, shown = shown, of = of)),
        }));
    }
}

/// Sorts by largest number first; lines without a number last, as printed.
fn arrange(lines: &mut [Element], order: &str) {
    let number = |line: &Element, name: &str| -> f64 {
        let text = line.get_attribute(name).unwrap_or_default();
        text.parse().unwrap_or(f64::NEG_INFINITY)
    };
    let by = format!("data-by-{order}");
    let key = |line: &Element| (-number(line, &by), number(line, "data-line"));
    let before: Vec<_> = lines.to_vec();
    lines.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    if before.iter().zip(lines.iter()).all(|(a, b)| a == b) {
        return;
    }
    for line in lines {
        if let Some(parent) = line.parent_node() {
            let _ = parent.append_child(line);
        }
    }
}

/// Writes the selection to the address and keeps other keys; typing adds no history entries.
fn write_address() {
    let Ok(asked) = UrlSearchParams::new_with_str(&without_entities(&browser::search())) else {
        return;
    };
    let first = |name: &str| {
        let list = control(name)?.dyn_into::<HtmlSelectElement>().ok()?;
        Some(list.selected_index() == 0)
    };
    for name in CONTROLS {
        let value = value(name);
        match value.is_empty() || first(name) == Some(true) {
            true => asked.delete(name),
            false => asked.set(name, &value),
        }
    }
    let query = String::from(asked.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    browser::replace_address(&format!("{}{mark}{query}", browser::path()));
}
