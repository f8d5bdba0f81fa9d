//! Creates the SVG nodes of a drawing in one JavaScript call (`public/svg.js`), and replaces a lazy
//! drawing by the full one on `chart-wake` (sent by `public/chart.js`).

use super::window::window;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

/// The event that informs `public/boot.js` that this module draws.
const DRAWS: &str = "app-draws";
/// The name of the function in `public/svg.js`.
const MAKE: &str = "makeDrawing";

/// The event by which `public/chart.js` requests the marks of a drawing.
const WAKE: &str = "chart-wake";

/// Announces that drawings will be created, so that the page fetches the script that makes this
/// fast.
pub fn say_draws() {
    if let Ok(event) = web_sys::Event::new(DRAWS) {
        let _ = window().dispatch_event(&event);
    }
}

/// Creates the nodes of a drawing from its description in the format of `public/svg.js`; `None`
/// where the page does not have that script.
pub fn make_drawing(told: &str) -> Option<Element> {
    let make = js_sys::Reflect::get(&window(), &MAKE.into()).ok()?;
    let make: js_sys::Function = make.dyn_into().ok()?;
    let made = make.call1(&JsValue::UNDEFINED, &told.into()).ok()?;
    made.dyn_into().ok()
}

/// A listener that is removed when dropped.
pub struct Wakes(#[expect(dead_code)] Closure<dyn FnMut(Event)>);

/// On `chart-wake`, replaces the children of a lazy drawing by those of `whole()`, keeping its root
/// so that focus stays. `asleep` names the attribute that marks a lazy drawing. `None` where the
/// listener could not be added.
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
