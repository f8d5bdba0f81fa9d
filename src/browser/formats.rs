//! Calls the module that unpacks spreadsheets, JSON and archives (`src/bin/formats.rs`), by way of a script that fetches it
//! when it is first needed.

use super::window::window;
use crate::external::formats::provide;
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
        match answer.map(JsCast::dyn_into::<js_sys::Uint8Array>) {
            Ok(Ok(answer)) => Ok(answer.to_vec()),
            _ => Err(Problem::new(
                SourceLocation::file(&name),
                Fault::NoFormatModule,
            )),
        }
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
