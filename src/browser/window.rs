//! Small functions of the window. Natively each is a no-op with a documented result, so that views
//! need no `cfg`.

/// The path of the address, `/explore/`. Natively empty.
pub fn path() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        window().location().pathname().unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}

/// The query of the address, with its `?`. Natively empty.
pub fn search() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        window().location().search().unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    String::new()
}

/// The base path of the site, from `<base href>`, or from the `data-base` of a document without one. Natively `/`.
pub fn base() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        let root = window()
            .document()
            .and_then(|document| document.document_element());
        if let Some(base) = root.and_then(|root| root.get_attribute("data-base")) {
            return base;
        }
        let address = window()
            .document()
            .and_then(|document| document.base_uri().ok().flatten());
        address
            .and_then(|address| web_sys::Url::new(&address).ok())
            .map_or_else(|| "/".to_owned(), |url| url.pathname())
    }
    #[cfg(not(target_arch = "wasm32"))]
    "/".to_owned()
}

/// The origin of the page, `https://host`.
#[cfg(target_arch = "wasm32")]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Adds a new address to the history, so that Back undoes one decision. Natively nothing happens.
pub fn push_address(path_and_query: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path_and_query));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = path_and_query;
}

/// Changes the address without a new history entry. Natively nothing happens.
pub fn replace_address(path_and_query: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Ok(history) = window().history() {
        let nothing = wasm_bindgen::JsValue::NULL;
        let _ = history.replace_state_with_url(&nothing, "", Some(path_and_query));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = path_and_query;
}

/// Calls `then` with the new query whenever the visitor goes back or forward. Natively nothing
/// happens.
pub fn on_address_change(then: impl Fn(String) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::{JsCast, prelude::Closure};
        let listener = Closure::<dyn Fn()>::new(move || then(search()));
        let _ = window()
            .add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
        // The listener lives as long as the page.
        listener.forget();
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = then;
}

/// Sets the title of the document. Natively nothing happens.
pub fn set_title(title: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Some(document) = window().document() {
        document.set_title(title);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = title;
}

/// Calls `then` after the current task, when a view that takes over has been hydrated. Natively
/// nothing happens.
pub fn soon(then: impl FnOnce() + 'static) {
    #[cfg(target_arch = "wasm32")]
    wasm_bindgen_futures::spawn_local(async move { then() });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = then;
}

/// The theme after the current one: the other than the system's, the system's by name, and `None`, which follows the system.
pub fn next_theme() -> Option<&'static str> {
    #[cfg(target_arch = "wasm32")]
    {
        let chosen = window()
            .document()
            .and_then(|page| page.document_element()?.get_attribute("data-theme"));
        let system = window()
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
            .is_some_and(|query| query.matches());
        match chosen.as_deref() {
            None if system => Some("light"),
            None => Some("dark"),
            Some(theme) if (theme == "dark") != system => {
                Some(if system { "dark" } else { "light" })
            }
            Some(_) => None,
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// Sets and stores the theme, or forgets it; denied storage is not an error. Natively nothing happens.
pub fn set_theme(theme: Option<&str>) {
    #[cfg(target_arch = "wasm32")]
    {
        let root = window().document().and_then(|page| page.document_element());
        let storage = window().local_storage().ok().flatten();
        if let Some(root) = root {
            let _ = match theme {
                Some(theme) => root.set_attribute("data-theme", theme),
                None => root.remove_attribute("data-theme"),
            };
        }
        if let Some(storage) = storage {
            let _ = match theme {
                Some(theme) => storage.set_item("theme", theme),
                None => storage.remove_item("theme"),
            };
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = theme;
}

#[cfg(target_arch = "wasm32")]
pub(super) fn window() -> web_sys::Window {
    // The module runs in a page; it is never entered in a worker.
    web_sys::window().unwrap_or_else(|| wasm_bindgen::throw_str("no window"))
}
