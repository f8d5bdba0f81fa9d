//! Calls the modules that read Parquet (`src/bin/parquet.rs`) and unpack spreadsheets, JSON and archives
//! (`src/bin/formats.rs`), by way of a script that fetches each when it is first needed.

use super::window::window;
use crate::external::formats::{FileFormat, damaged_values, provide};
use crate::problem::{Fault, Problem, SourceLocation};
use futures_util::future::{FutureExt, LocalBoxFuture};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// The event by which `public/boot.js` is asked to call `public/formats.js`. Its detail is an object with the name and
/// the bytes of a file, and two functions, of which one gets the answer.
const UNPACKS: &str = "app-unpacks";

/// Lets files of other formats than CSV be opened.
pub fn provide_formats() {
    provide(Box::new(call));
}

fn call(name: String, bytes: Vec<u8>) -> LocalBoxFuture<'static, Result<Vec<u8>, Problem>> {
    async move {
        let answer = wasm_bindgen_futures::JsFuture::from(asked(&name, &bytes)).await;
        let answer = answer.and_then(JsCast::dyn_into::<js_sys::Uint8Array>);
        answer.map(|answer| answer.to_vec()).map_err(|reason| {
            // A module that was there and stopped met values that its decoders cannot read.
            let error = reason.dyn_ref::<js_sys::Error>();
            let is_stopped = error.is_some_and(|error| error.name() == "RuntimeError");
            let fault = match is_stopped && FileFormat::of(&bytes) == FileFormat::Parquet {
                true => damaged_values(),
                false => Fault::NoFormatModule,
            };
            Problem::new(SourceLocation::file(&name), fault)
        })
    }
    .boxed_local()
}

fn asked(name: &str, bytes: &[u8]) -> js_sys::Promise {
    js_sys::Promise::new(&mut |done, failed| {
        let detail = js_sys::Object::new();
        let set = |key: &str, value: &JsValue| {
            let _ = js_sys::Reflect::set(&detail, &key.into(), value);
        };
        set("name", &name.into());
        set("bytes", &js_sys::Uint8Array::from(bytes));
        set("done", &done);
        set("failed", &failed);
        let init = CustomEventInit::new();
        init.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(UNPACKS, &init) {
            let _ = window().dispatch_event(&event);
        }
    })
}
