//! A chart of many marks in the browser, until somebody comes to it: the marks of a folded part that look alike are one
//! element. Nobody hears them before their part is entered, so that nothing is lost; the drawing has its elements, names
//! and places by the event `chart-wake`, which `public/chart.js` sends before it walks or points.

use super::tree::{set, tree};
use crate::frame::Frame;
use crate::locale::Locale;
use crate::paint::{Element, Theme, draw_parts};
use crate::scene::{Mark, Scene};

/// What says that a drawing is asleep.
const ASLEEP: &str = "data-asleep";
/// Carries the place of a mark among those of its scene while the list is made.
const PLACE: &str = "data-mark";

/// The drawing as a list of parts, each a picture with its name.
fn flat(scene: &Scene, frame: &Frame, locale: Locale, help: &str) -> Element {
    let hollow = Element {
        children: scene.marks.iter().enumerate().map(hollow).collect(),
        ..Element::new("svg")
    };
    let mut list = tree(hollow, frame, locale, help);
    let mut parts = Vec::new();
    gather(&mut list, &mut |marks| {
        let place = |mark: &Element| mark.attribute(PLACE)?.parse().ok();
        parts.push(marks.iter().filter_map(place).collect::<Vec<usize>>());
    });
    let mut drawing = draw_parts(scene, &Theme::LIGHT, &parts);
    let is_part = |child: &Element| child.attribute("class") == Some("folded");
    let first = drawing.children.iter().position(is_part);
    let first = first.unwrap_or(drawing.children.len());
    let after = drawing
        .children
        .split_off((first + parts.len()).min(drawing.children.len()));
    let mut pictures = drawing.children.split_off(first).into_iter();
    gather(&mut list, &mut |marks| {
        *marks = pictures.next().map_or_else(Vec::new, |part| part.children);
    });
    drawing.children.extend(list.children);
    drawing.children.extend(after);
    for (name, value) in list.attributes {
        set(&mut drawing, name, value);
    }
    drawing.fixed(ASLEEP, "")
}

/// A mark without its shapes.
fn hollow((at, mark): (usize, &Mark)) -> Element {
    let element = Element::new("g")
        .fixed("class", "mark")
        .with(PLACE, at.to_string())
        .with("aria-label", mark.name.as_str());
    match mark.row {
        Some(row) => element.with("data-row", row.to_string()),
        None => element,
    }
}

/// The marks of each part in turn.
fn gather(element: &mut Element, does: &mut impl FnMut(&mut Vec<Element>)) {
    let is_mark = |child: &Element| child.attribute("class") == Some("mark");
    if element.children.first().is_some_and(is_mark) {
        return does(&mut element.children);
    }
    for child in &mut element.children {
        gather(child, does);
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use waking::asleep;

#[cfg(target_arch = "wasm32")]
mod waking {
    use super::super::tree::MANY;
    use super::super::{Drawn, awake, laid_out};
    use super::{ASLEEP, flat};
    use crate::frame::Frame;
    use crate::locale::Locale;
    use crate::query::View;
    use crate::scene::Scene;
    use leptos::prelude::*;
    use leptos::tachys::renderer::types::Element as Node;
    use std::sync::Arc;
    use wasm_bindgen::prelude::*;
    use web_sys::Event;

    /// The drawing, if it has so many marks that it sleeps.
    pub(in super::super) fn asleep(
        scene: &Scene,
        frame: &Arc<Frame>,
        (view, width): (View, u32),
        locale: Locale,
        hint: &str,
    ) -> Option<Drawn> {
        let count = scene.marks.len();
        if count <= MANY || scene.is_dense() || Owner::current().is_none() {
            return None;
        }
        let node = Drawn::from(flat(scene, frame, locale, hint)).node();
        let (frame, hint) = (Arc::clone(frame), hint.to_owned());
        let wakes = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let scene = laid_out(&frame, view, width, locale);
            let whole = Drawn::from(awake(&scene, &frame, locale, &hint)).node();
            let node = event.current_target().and_then(|node| node.dyn_into().ok());
            if let Some(node) = node {
                replace(&node, &whole);
            }
        });
        let call = wakes.as_ref().unchecked_ref();
        node.add_event_listener_with_callback("chart-wake", call)
            .ok()?;
        // Until the chart is replaced.
        StoredValue::new_local(wakes);
        Some(Drawn::Made(node))
    }

    /// Puts what stands in one drawing in place of what stands in another, which may have the focus.
    fn replace(node: &Node, whole: &Node) {
        if !node.has_attribute(ASLEEP) {
            return;
        }
        node.replace_children_with_node_0();
        while let Some(child) = whole.first_child() {
            if node.append_child(&child).is_err() {
                break;
            }
        }
        let _ = node.remove_attribute(ASLEEP);
    }
}
