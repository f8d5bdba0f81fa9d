//! Pages that the browser translates.
//!
//! A browser translates a page by putting elements of its own in place of the texts, while a view keeps the texts it
//! has made: it would change what is no longer shown and leave old words beside new ones. So before a view changes
//! anything, every text is put back where it was (`public/early.js` keeps which one was where); the browser sees
//! new texts and translates them.

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use js_sys::{Function, Reflect};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// The drawings of a chart at both widths, as `ui::chart` puts them in a page.
const DRAWINGS: &str = ".chart-narrow > *, .chart-wide > *";

thread_local! {
    /// Drawings of an island that is made anew, in the order of the page.
    static KEPT: RefCell<VecDeque<Element>> = const { RefCell::new(VecDeque::new()) };
}

/// Puts every text back that a translator replaced. A document without `early.js` has none to put back.
pub fn restore_texts() {
    let window = super::window::window();
    let known = Reflect::get(&window, &JsValue::from_str("untranslate"));
    if let Some(restore) = known
        .ok()
        .and_then(|known| known.dyn_into::<Function>().ok())
    {
        let _ = restore.call0(&JsValue::NULL);
    }
}

/// Makes every change of a view find its own texts. To be called before the first view is made, since Leptos would
/// otherwise bring an executor of its own.
pub fn keep_own_texts() {
    // Where it was called before, the executor is there.
    let _ = Executor::init_custom_executor(OwnTexts);
    restore_texts();
}

/// Runs what views change later, each time with the page's own texts in place.
struct OwnTexts;

impl CustomExecutor for OwnTexts {
    fn spawn(&self, future: PinnedFuture<()>) {
        spawn_local(WithOwnTexts(future));
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        spawn_local(WithOwnTexts(future));
    }

    fn poll_local(&self) {}
}

/// A future before whose every step the texts are put back.
struct WithOwnTexts<F>(F);

impl<F: Future<Output = ()> + Unpin> Future for WithOwnTexts<F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        restore_texts();
        Pin::new(&mut self.0).poll(context)
    }
}

/// Whether an island is no longer what was prerendered: a translator was there before `early.js` could see it.
pub(super) fn is_changed(island: &HtmlElement) -> bool {
    matches!(island.query_selector("font"), Ok(Some(_)))
}

/// Calls `make` while the drawings of an island are to be had by [`kept_drawing`]: a view that is made anew takes them
/// as they are, since a module may be unable to draw, and no outline of a map is there yet.
pub(super) fn with_drawings<T>(island: &HtmlElement, make: impl FnOnce() -> T) -> T {
    let found = island.query_selector_all(DRAWINGS).ok();
    let drawings = found.iter().flat_map(|list| {
        (0..list.length()).filter_map(|at| list.item(at)?.dyn_into::<Element>().ok())
    });
    KEPT.set(drawings.collect());
    let made = make();
    KEPT.take();
    made
}

/// The next drawing of the island that is made anew, if one is.
pub fn kept_drawing() -> Option<Element> {
    KEPT.with_borrow_mut(VecDeque::pop_front)
}
