//! Files that a reader opens on the page, in a file field or by dropping them. They are read into
//! the browser's memory; nothing is uploaded. Natively nothing happens.

use crate::bytes::Memory;

/// Reads the files of a changed file field, or of a drop on the page, and passes them to `then` by
/// name. A file that cannot be read (a folder, a deleted file) is left out.
pub fn on_files(event: leptos::ev::Event, then: impl FnOnce(Memory) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::{JsCast, JsValue};
        let get = |from: &JsValue, key: &str| {
            js_sys::Reflect::get(from, &key.into())
                .ok()
                .filter(|found| !found.is_undefined() && !found.is_null())
        };
        let dropped = get(&event, "dataTransfer").and_then(|data| get(&data, "files"));
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let chosen = || field.as_ref().and_then(|field| get(field, "files"));
        let Some(files) = dropped.or_else(chosen) else {
            return;
        };
        let files: Vec<JsValue> = js_sys::Array::from(&files).iter().collect();
        if let Some(field) = &field {
            // The same files can then be chosen again.
            field.set_value("");
        }
        wasm_bindgen_futures::spawn_local(async move { then(read_files(files).await) });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (event, then, Memory::default);
}

/// Reads files of a file field by name. A file that cannot be read is left out.
#[cfg(target_arch = "wasm32")]
pub async fn read_files(files: Vec<wasm_bindgen::JsValue>) -> Memory {
    use wasm_bindgen::JsCast;
    let mut read = Memory::default();
    for file in files {
        let name = js_sys::Reflect::get(&file, &"name".into());
        let name = name.ok().and_then(|name| name.as_string());
        let (Some(name), Ok(blob)) = (name, file.dyn_into::<web_sys::Blob>()) else {
            continue;
        };
        let Ok(buffer) = wasm_bindgen_futures::JsFuture::from(blob.array_buffer()).await else {
            continue;
        };
        read.0
            .insert(name, js_sys::Uint8Array::new(&buffer).to_vec());
    }
    read
}
