//! Takes over a prerendered page, or mounts one where nothing was prerendered.
//!
//! A prerendered page stays as it is; only its islands are hydrated, each from the data that the
//! page carries next to it. Nothing else of the page is touched, so nothing can flash or move.

use super::translated::{is_changed, keep_own_texts, with_drawings};
use super::window::window;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// The event that makes `public/boot.js` show that the app has failed.
const FAILED: &str = "app-failed";

/// The event that informs a document that its view was inserted.
const DRAWN: &str = "embed-drawn";

/// After a panic the module must not be entered again: the page stays, and a message offers a
/// reload.
pub fn install_panic_page() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
        if let Ok(event) = web_sys::Event::new(FAILED) {
            let _ = window().dispatch_event(&event);
        }
    }));
}

/// The root elements of a page's islands, in document order, each with the data next to it.
fn islands<T: DeserializeOwned>() -> Vec<(HtmlElement, T)> {
    let Some(document) = window().document() else {
        return Vec::new();
    };
    let Ok(roots) = document.query_selector_all("[data-island]") else {
        return Vec::new();
    };
    let with_data = |root: HtmlElement| {
        let carrier = root.next_element_sibling()?;
        let data = serde_json::from_str(&carrier.text_content()?).ok()?;
        Some((root, data))
    };
    (0..roots.length())
        .filter_map(|index| roots.item(index)?.dyn_into().ok())
        .filter_map(with_data)
        .collect()
}

/// The data of the first island of this kind, if the page has one.
pub fn carried<T: DeserializeOwned>(kind: &str) -> Option<T> {
    let root = root_of(kind)?;
    serde_json::from_str(&root.next_element_sibling()?.text_content()?).ok()
}

fn root_of(kind: &str) -> Option<Element> {
    window()
        .document()?
        .query_selector(&format!("[data-island={kind}]"))
        .ok()
        .flatten()
}

/// Hydrates every island in place, except those for which `skip` returns true. An island that no longer
/// equals what was prerendered is mounted anew in its place. Returns the number of islands.
pub fn hydrate_islands<T, V>(
    skip: impl Fn(&T) -> bool,
    view: impl Fn(T) -> V + Clone + 'static,
) -> usize
where
    T: DeserializeOwned + 'static,
    V: IntoView + 'static,
{
    keep_own_texts();
    let found = islands::<T>();
    let count = found.len();
    for (root, data) in found.into_iter().filter(|(_, data)| !skip(data)) {
        let view = view.clone();
        match is_changed(&root) {
            true => make_anew(root, move || view(data)),
            false => leptos::mount::hydrate_from(root, move || view(data)).forget(),
        }
    }
    count
}

/// Makes the view of an island anew, with the drawings that stand in it.
fn make_anew<V: IntoView + 'static>(root: HtmlElement, view: impl FnOnce() -> V + 'static) {
    let Ok(fresh) = root.clone_node().map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    with_drawings(&root, || {
        leptos::mount::mount_to(fresh.clone(), view).forget();
    });
    let _ = root.replace_with_with_node_1(&fresh);
}

/// Replaces an island by a view in one step: the view is built outside of the page and inserted
/// once.
pub fn swap_island<V: IntoView + 'static>(kind: &str, view: impl FnOnce() -> V + 'static) {
    let Some(root) = root_of(kind) else { return };
    let Ok(fresh) = root.clone_node().map(JsCast::unchecked_into::<HtmlElement>) else {
        return;
    };
    leptos::mount::mount_to(fresh.clone(), view).forget();
    let _ = root.replace_with_with_node_1(&fresh);
    uncover();
}

/// Shows what `early.js` hid because a different view was requested.
pub fn uncover() {
    if let Some(page) = window()
        .document()
        .and_then(|document| document.document_element())
    {
        let _ = page.remove_attribute("data-asked");
    }
}

/// Mounts a whole page into an empty body: for `trunk serve`, and for addresses that have no file.
pub fn mount_page<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(body) = window().document().and_then(|document| document.body()) else {
        return;
    };
    let Some(holder) = window()
        .document()
        .and_then(|document| document.create_element("div").ok())
    else {
        return;
    };
    let holder: HtmlElement = holder.unchecked_into();
    leptos::mount::mount_to(holder.clone(), view).forget();
    body.replace_children_with_node_0();
    while let Some(child) = holder.first_child() {
        let _ = body.append_child(&child);
    }
}

/// Makes several views, each in an element of its own below `holder`: `<div data-slot="name">`.
pub fn mount_parts(holder: &HtmlElement, parts: impl FnOnce() -> Vec<(String, AnyView)> + 'static) {
    let Some(document) = window().document() else {
        return;
    };
    let owner = Owner::new();
    owner.with(|| {
        for (name, view) in parts() {
            let Ok(slot) = document.create_element("div") else {
                continue;
            };
            let _ = slot.set_attribute("data-slot", &name);
            let slot: HtmlElement = slot.unchecked_into();
            leptos::mount::mount_to(slot.clone(), move || view).forget();
            let _ = holder.append_child(&slot);
        }
    });
    // The views live as long as the page shows them, which no one tells.
    std::mem::forget(owner);
}

/// Replaces the document's `main` by a view in one step, and informs the document.
pub fn replace_main<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(document) = window().document() else {
        return;
    };
    let Ok(holder) = document.create_element("div") else {
        return;
    };
    leptos::mount::mount_to(holder.clone().unchecked_into(), view).forget();
    let fresh = holder.query_selector("main").ok().flatten();
    let old = document.query_selector("main").ok().flatten();
    if let (Some(fresh), Some(old)) = (fresh, old) {
        let _ = old.replace_with_with_node_1(&fresh);
    }
    if let Ok(event) = web_sys::Event::new(DRAWN) {
        let _ = document.dispatch_event(&event);
    }
}
