//! What a chart does when it is pointed at, tapped or walked by keyboard: the marks of the drawing
//! and their sentences are read from the page.

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::wasm_bindgen::JsCast;

/// A chart in the page.
struct Live {
    root: web_sys::Element,
}

impl Live {
    /// The chart that an event came through.
    fn of(event: &web_sys::Event) -> Option<Self> {
        let target: web_sys::Element = event.target()?.dyn_into().ok()?;
        let root = target.closest(".chart").ok()??;
        Some(Self { root })
    }

    fn find(&self, selector: &str) -> Option<web_sys::Element> {
        self.root.query_selector(selector).ok()?
    }

    /// The marks of the drawing that is shown, in their order.
    fn marks(&self) -> Vec<web_sys::Element> {
        let shown = [".chart-wide", ".chart-narrow"]
            .into_iter()
            .filter_map(|selector| self.find(selector))
            .find(|part| part.get_bounding_client_rect().width() > 0.0);
        let Some(list) = shown.and_then(|part| part.query_selector_all(".mark").ok()) else {
            return Vec::new();
        };
        (0..list.length())
            .filter_map(|at| list.item(at)?.dyn_into().ok())
            .collect()
    }

    /// Marks one mark, says what it is beside it, and, for `aloud`, to those who listen.
    fn show(&self, mark: &web_sys::Element, across: Option<f64>, aloud: bool) {
        if !mark.has_attribute("data-active") {
            self.clear();
            let _ = mark.set_attribute("data-active", "");
        }
        let sentence = mark.get_attribute("aria-label").unwrap_or_default();
        if aloud && let Some(live) = self.find(".chart-live") {
            live.set_text_content(Some(&sentence));
        }
        let Some(tip) = self.find(".chart-tip") else {
            return;
        };
        if tip.text_content().as_deref() != Some(&sentence) {
            tip.set_text_content(Some(&sentence));
        }
        let _ = tip.remove_attribute("hidden");
        let (own, around, size) = (
            mark.get_bounding_client_rect(),
            self.root.get_bounding_client_rect(),
            tip.get_bounding_client_rect(),
        );
        let middle = across.unwrap_or_else(|| own.left() + own.width() / 2.0) - around.left();
        let room = (around.width() - size.width()).max(0.0);
        let left = (middle - size.width() / 2.0).clamp(0.0, room);
        let mut top = own.top() - around.top() - size.height() - 6.0;
        if own.top() < size.height() + 12.0 {
            top = own.bottom() - around.top() + 6.0;
        }
        if let Some(tip) = tip.dyn_ref::<web_sys::HtmlElement>() {
            let style = tip.style();
            let _ = style.set_property("left", &format!("{left:.0}px"));
            let _ = style.set_property("top", &format!("{top:.0}px"));
        }
    }

    fn clear(&self) {
        if let Some(mark) = self.find("[data-active]") {
            let _ = mark.remove_attribute("data-active");
        }
        if let Some(tip) = self.find(".chart-tip") {
            let _ = tip.set_attribute("hidden", "");
        }
    }
}

pub fn walk(event: KeyboardEvent) {
    let Some(live) = Live::of(&event) else { return };
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        live.clear();
        return;
    }
    let marks = live.marks();
    let Some(last) = marks.len().checked_sub(1) else {
        return;
    };
    let here = marks
        .iter()
        .position(|mark| mark.has_attribute("data-active"));
    let to = match (key.as_str(), here) {
        ("Home", _) | ("ArrowRight" | "ArrowDown", None) => 0,
        ("End", _) | ("ArrowLeft" | "ArrowUp", None) => last,
        ("ArrowRight" | "ArrowDown", Some(at)) => (at + 1).min(last),
        ("ArrowLeft" | "ArrowUp", Some(at)) => at.saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    live.show(&marks[to], None, true);
}

fn mark_under(event: &web_sys::Event) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(".mark").ok()?
}

pub fn point(event: PointerEvent) {
    // A finger that moves is scrolling.
    if event.pointer_type() == "touch" {
        return;
    }
    let Some(live) = Live::of(&event) else { return };
    match mark_under(&event) {
        Some(mark) => live.show(&mark, Some(f64::from(event.client_x())), false),
        None if on_tip(&event) => {}
        None => live.clear(),
    }
}

/// A tooltip may be read with the pointer on it.
fn on_tip(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| matches!(target.closest(".chart-tip"), Ok(Some(_))))
}

pub fn tap(event: MouseEvent) {
    let Some(live) = Live::of(&event) else { return };
    match mark_under(&event) {
        Some(mark) => live.show(&mark, Some(f64::from(event.client_x())), false),
        None => live.clear(),
    }
}

pub fn leave(event: PointerEvent) {
    if event.pointer_type() != "touch"
        && let Some(live) = Live::of(&event)
    {
        live.clear();
    }
}

pub fn blur(event: web_sys::FocusEvent) {
    if let Some(live) = Live::of(&event) {
        live.clear();
    }
}
