//! The nodes of a drawing, made by the page in one call (`public/svg.js`), and those that are made when somebody comes
//! (`public/chart.js` says so).

use super::window::window;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// The event by which `public/boot.js` is told that this module draws.
const DRAWS: &str = "app-draws";
/// What `public/svg.js` calls its function.
const MAKE: &str = "makeDrawing";

/// The event by which `public/chart.js` asks for the marks of a drawing.
const WAKE: &str = "chart-wake";

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

/// Listens as long as it is held.
pub struct Wakes(#[expect(dead_code)] Closure<dyn FnMut(Event)>);

/// Puts what stands in the `whole` in place of what stands in a drawing, which may have the focus, when it is woken; the
/// drawing has the attribute `asleep` until then. None where the page cannot listen.
pub fn on_wake(
    drawing: &Element,
    asleep: &'static str,
    whole: impl Fn() -> Element + 'static,
) -> Option<Wakes> {
    let does = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let drawing = event.current_target();
        let drawing: Option<Element> = drawing.and_then(|drawing| drawing.dyn_into().ok());
        let Some(drawing) = drawing.filter(|drawing| drawing.has_attribute(asleep)) else {
            return;
        };
        let whole = whole();
        drawing.replace_children_with_node_0();
        while let Some(child) = whole.first_child() {
            if drawing.append_child(&child).is_err() {
                break;
            }
        }
        let _ = drawing.remove_attribute(asleep);
    });
    let call = does.as_ref().unchecked_ref();
    drawing.add_event_listener_with_callback(WAKE, call).ok()?;
    Some(Wakes(does))
}
