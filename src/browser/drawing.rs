//! The nodes of a drawing, made by the page in one call (`public/svg.js`).

use super::window::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The event by which `public/boot.js` is told that this module draws.
const DRAWS: &str = "app-draws";
/// What `public/svg.js` calls its function.
const MAKE: &str = "makeDrawing";

/// Says that drawings will be made, so that the page fetches what makes them fast.
pub fn say_draws() {
    if let Ok(event) = web_sys::Event::new(DRAWS) {
        let _ = window().dispatch_event(&event);
    }
}

/// The nodes of a drawing that is told as `public/svg.js` reads it; none where that is not in the page.
pub fn make_drawing(told: &str) -> Option<Element> {
    let make = js_sys::Reflect::get(&window(), &MAKE.into()).ok()?;
    let make: js_sys::Function = make.dyn_into().ok()?;
    let made = make.call1(&JsValue::UNDEFINED, &told.into()).ok()?;
    made.dyn_into().ok()
}
