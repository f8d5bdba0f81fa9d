//! A chart with very many marks: the marks on a canvas, between elements under and over them.
//!
//! A mark has an element only while it is active. Over the canvas is the drawing for keyboard
//! navigation: the parts of the chart, containing the few active marks. `public/chart.js` sends the
//! event `chart-ask` to the whole, to request the mark at a point (`x`, `y`, `within`, in px of the
//! window) or the one that a `key` leads to `from` an item, and reads the element from `mark`.
//!
//! Nothing is laid out before it is visible: of the two widths of a chart, only one is shown.

mod asked;
mod board;
mod colours;
mod watch;

use crate::paint::backend::UNITS;
use crate::paint::{Element, Marks, NAMESPACE, Theme, draw, paint};
use crate::scene::{Index, Layers, Scene};
use asked::Asked;
use board::Board;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use watch::Watch;
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

/// The maximum side of a canvas, in canvas pixels: browsers support no larger one.
const LARGEST: f64 = 8192.0;

/// What a chart provides beyond its scene.
pub trait Subject {
    /// The laid-out scene.
    fn scene(&self) -> Scene;
    /// The list for keyboard navigation, made from its drawing: one item of class `part` for each
    /// part, in order.
    fn walked(&self, over: Element) -> Element;
    /// The number by which marks are compared for the highest and the lowest.
    fn number(&self, scene: &Scene, mark: usize) -> Option<f64>;
    /// The element of one mark; `place` is its position and the number of marks in its part.
    fn mark(&self, scene: &Scene, mark: usize, place: (usize, usize)) -> Element;
    /// Adds the table row that describes a mark to the chart; it is removed when the result is
    /// dropped.
    fn line(&self, scene: &Scene, mark: usize, whole: &web_sys::Element) -> Box<dyn std::any::Any>;
}

/// A chart on the page; it stops responding when dropped.
pub struct Plot {
    whole: web_sys::Element,
    inner: Rc<Inner>,
    _watch: Watch,
}

impl Plot {
    /// An empty chart that fills itself when it becomes visible; `None` where the browser has no
    /// canvas.
    pub fn new(subject: impl Subject + 'static) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let whole = document.create_element("div").ok()?;
        whole.set_class_name("dense");
        let inner = Rc::new(Inner {
            whole: whole.clone(),
            subject: Box::new(subject),
            shown: OnceCell::new(),
        });
        let watch = Watch::new(&inner)?;
        Some(Self {
            whole,
            inner,
            _watch: watch,
        })
    }

    pub fn element(&self) -> &web_sys::Element {
        &self.whole
    }
}

impl Drop for Plot {
    fn drop(&mut self) {
        if let Some(shown) = self.inner.shown.get() {
            shown.asked.borrow_mut().forget();
        }
    }
}

struct Inner {
    whole: web_sys::Element,
    subject: Box<dyn Subject>,
    /// Set when the chart first becomes visible.
    shown: OnceCell<Shown>,
}

struct Shown {
    /// The marks, with nothing under or over them.
    marks: Scene,
    below: Scene,
    under: web_sys::Element,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    over: web_sys::Element,
    index: OnceCell<Index>,
    asked: RefCell<Asked>,
    /// Canvas pixels per px of the scene, and the colors, at the last painting.
    painted: RefCell<Option<(f64, Theme)>>,
    /// The marks as elements, while printing.
    printed: Cell<Option<web_sys::Element>>,
}

impl Inner {
    /// Lays the chart out, if that has not happened yet.
    fn show(&self) -> Option<&Shown> {
        if let Some(shown) = self.shown.get() {
            return Some(shown);
        }
        let shown = self.laid_out()?;
        Some(self.shown.get_or_init(|| shown))
    }

    fn laid_out(&self) -> Option<Shown> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_attribute("aria-hidden", "true").ok()?;
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let scene = self.subject.scene();
        let walks = scene.walks();
        let Layers { under, marks, over } = scene.layers();
        let over = self.subject.walked(draw(&over, &Theme::LIGHT));
        let over = made(&document, &over)?;
        let below = made(&document, &hidden(&under))?;
        for layer in [&below, canvas.as_ref(), &over] {
            self.whole.append_child(layer).ok()?;
        }
        Some(Shown {
            marks,
            below: under,
            under: below,
            canvas,
            context,
            over,
            index: OnceCell::new(),
            asked: RefCell::new(Asked::new(walks)),
            painted: RefCell::new(None),
            printed: Cell::new(None),
        })
    }

    /// Paints the visible chart, if its size or colors have changed.
    fn paint(&self) {
        let width = self.whole.get_bounding_client_rect().width();
        if width <= 0.0 {
            return;
        }
        let Some(shown) = self.show() else { return };
        let screen = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        let (wide, high) = (shown.marks.width, shown.marks.height);
        let most = LARGEST / wide.max(high);
        let ratio = (width / wide * screen).min(most);
        let theme = colours::theme(&shown.over);
        let mut painted = shown.painted.borrow_mut();
        if painted
            .as_ref()
            .is_some_and(|(at, of)| (at - ratio).abs() < 1e-3 && *of == theme)
        {
            return;
        }
        let size = |pixels: f64| (pixels * ratio).round().max(1.0) as u32;
        shown.canvas.set_width(size(wide));
        shown.canvas.set_height(size(high));
        let board = Board::new(&shown.context, ratio / UNITS, (wide, high));
        paint(&shown.marks, &theme, Marks::Own, &board);
        board.flush();
        *painted = Some((ratio, theme));
    }

    /// For printing, the chart becomes elements, at the printer's resolution; `false` removes them
    /// again.
    fn print(&self, on: bool) {
        let Some(shown) = self.show() else { return };
        if let Some(old) = shown.printed.take() {
            old.remove();
        }
        if !on {
            return;
        }
        let whole = Scene {
            below: shown.below.below.clone(),
            ..shown.marks.clone()
        };
        let made = || made(&web_sys::window()?.document()?, &hidden(&whole));
        if let Some(layer) = made() {
            let _ = shown.under.after_with_node_1(&layer);
            shown.printed.set(Some(layer));
        }
    }
}

/// A layer hidden from screen readers.
fn hidden(scene: &Scene) -> Element {
    let mut layer = draw(scene, &Theme::LIGHT);
    let said = |name: &str| matches!(name, "role" | "aria-label");
    layer.attributes.retain(|(name, _)| !said(name));
    layer.fixed("aria-hidden", "true")
}

fn made(document: &Document, element: &Element) -> Option<web_sys::Element> {
    let node = document
        .create_element_ns(Some(NAMESPACE), element.name)
        .ok()?;
    for (name, value) in &element.attributes {
        node.set_attribute(name, value).ok()?;
    }
    if let Some(text) = &element.text {
        node.append_child(&document.create_text_node(text)).ok()?;
    }
    for child in &element.children {
        let child = made(document, child)?;
        node.append_child(&child).ok()?;
    }
    Some(node)
}
