//! What a canvas chart reacts to: its size, the colors of the page, printing, and requests for a
//! mark.

use super::Inner;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, EventTarget, MediaQueryList, MutationObserver, MutationObserverInit,
    ResizeObserver,
};

/// Color preferences outside the page's control.
const COLOURS: [&str; 3] = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(forced-colors: active)",
];

/// Listeners and observers, removed when dropped.
pub struct Watch {
    heard: Vec<Heard>,
    size: ResizeObserver,
    theme: MutationObserver,
    _seen: Closure<dyn FnMut()>,
    /// Media query lists send no events once they are dropped.
    _lists: Vec<MediaQueryList>,
}

/// One listener.
struct Heard {
    target: EventTarget,
    event: &'static str,
    does: Closure<dyn FnMut(web_sys::Event)>,
}

impl Heard {
    fn new(
        target: &EventTarget,
        event: &'static str,
        inner: &Rc<Inner>,
        does: fn(&Rc<Inner>, web_sys::Event),
    ) -> Option<Self> {
        let inner: Weak<Inner> = Rc::downgrade(inner);
        let does = Closure::<dyn FnMut(web_sys::Event)>::new(move |happened| {
            if let Some(inner) = inner.upgrade() {
                does(&inner, happened);
            }
        });
        let call = does.as_ref().unchecked_ref();
        target.add_event_listener_with_callback(event, call).ok()?;
        Some(Self {
            target: target.clone(),
            event,
            does,
        })
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let call = self.does.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, call);
    }
}

impl Watch {
    pub fn new(inner: &Rc<Inner>) -> Option<Self> {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        let weak = Rc::downgrade(inner);
        let seen = Closure::<dyn FnMut()>::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.paint();
            }
        });
        let call: &js_sys::Function = seen.as_ref().unchecked_ref();
        let size = ResizeObserver::new(call).ok()?;
        size.observe(&inner.whole);
        let theme = MutationObserver::new(call).ok()?;
        let attributes = MutationObserverInit::new();
        attributes.set_attributes(true);
        theme.observe_with_options(&root, &attributes).ok()?;

        let repaint = |inner: &Rc<Inner>, _: web_sys::Event| inner.paint();
        let mut heard = vec![
            // Zooming a page changes the pixel ratio.
            Heard::new(&window, "resize", inner, repaint)?,
            Heard::new(&window, "beforeprint", inner, |inner, _| inner.print(true))?,
            Heard::new(&window, "afterprint", inner, |inner, _| inner.print(false))?,
            Heard::new(&inner.whole, "chart-ask", inner, |inner, event| {
                if let Ok(event) = event.dyn_into::<CustomEvent>() {
                    inner.answer(&event.detail());
                }
            })?,
        ];
        let list = |query: &&str| window.match_media(query).ok().flatten();
        let lists: Vec<MediaQueryList> = COLOURS.iter().filter_map(list).collect();
        for list in &lists {
            heard.push(Heard::new(list, "change", inner, repaint)?);
        }
        Some(Self {
            heard,
            size,
            theme,
            _seen: seen,
            _lists: lists,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.size.disconnect();
        self.theme.disconnect();
        self.heard.clear();
    }
}
