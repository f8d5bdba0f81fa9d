//! Browser storage, and files saved to and read from the reader's computer. Natively each function
//! is a no-op with a documented result.

/// The text stored under a key; `None` where there is none, or where storage is denied. Natively
/// `None`.
pub fn stored(key: &str) -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    {
        let storage = super::window::window().local_storage().ok()??;
        storage.get_item(key).ok()?
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = key;
        None
    }
}

/// Stores a text under a key; returns whether it was stored. Natively `false`.
pub fn store(key: &str, text: &str) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        let storage = super::window::window().local_storage().ok().flatten();
        storage.is_some_and(|storage| storage.set_item(key, text).is_ok())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (key, text);
        false
    }
}

/// Saves a text as a download with this file name. Nothing is uploaded. Natively nothing happens.
pub fn hand_out(name: &str, text: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let parts = js_sys::Array::of1(&text.into());
        let hand = || -> Option<()> {
            let blob = web_sys::Blob::new_with_str_sequence(&parts).ok()?;
            let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
            let link = super::window::window()
                .document()?
                .create_element("a")
                .ok()?;
            let link = link.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
            link.set_href(&address);
            link.set_download(name);
            link.click();
            web_sys::Url::revoke_object_url(&address).ok()
        };
        let _ = hand();
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (name, text);
}

/// Reads the file chosen in a file field, and empties the field so that the same file can be chosen
/// again. Passes `None` if it could not be read as text. Natively nothing happens.
pub fn on_chosen_file(event: leptos::ev::Event, then: impl FnOnce(Option<String>) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::{JsCast, JsValue};
        let Some(field) = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        else {
            return;
        };
        let get = |from: &JsValue, key: &str| js_sys::Reflect::get(from, &key.into()).ok();
        let file = get(&field, "files").and_then(|files| get(&files, "0"));
        let Some(file) = file.and_then(|file| file.dyn_into::<web_sys::Blob>().ok()) else {
            return;
        };
        wasm_bindgen_futures::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
            field.set_value("");
            then(text.ok().and_then(|text| text.as_string()));
        });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (event, then);
}
