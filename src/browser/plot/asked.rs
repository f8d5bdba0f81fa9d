//! The active marks of a canvas chart: found by position or by key, each with an element while it
//! is active.

use super::{Inner, Shown, made};
use crate::scene::Index;
use js_sys::Reflect;
use std::any::Any;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

pub struct Asked {
    /// The marks of each part in keyboard order.
    walks: Vec<Vec<u32>>,
    present: Vec<Present>,
}

/// A mark with an element.
struct Present {
    mark: usize,
    element: Element,
    _line: Box<dyn Any>,
}

impl Asked {
    pub fn new(walks: Vec<Vec<u32>>) -> Self {
        Self {
            walks,
            present: Vec::new(),
        }
    }

    /// Removes every row of the table.
    pub fn forget(&mut self) {
        self.present.clear();
    }

    /// The part of a mark, and its index there.
    fn place(&self, mark: usize) -> Option<(usize, usize)> {
        let walks = self.walks.iter().enumerate();
        let mut at = walks.filter_map(|(part, walk)| {
            let place = walk.iter().position(|own| *own as usize == mark)?;
            Some((part, place))
        });
        at.next()
    }
}

impl Inner {
    /// Answers a request of `public/chart.js`: reads `detail`, and writes the element into its
    /// `mark`.
    pub fn answer(&self, detail: &JsValue) {
        let Some(shown) = self.show() else { return };
        let get = |name: &str| Reflect::get(detail, &name.into()).ok();
        let number = |name: &str| get(name)?.as_f64();
        let found = match get("key").and_then(|key| key.as_string()) {
            Some(key) => get("from")
                .and_then(|from| from.dyn_into::<Element>().ok())
                .and_then(|from| self.step(shown, &from, &key)),
            None => match (number("x"), number("y"), number("within")) {
                (Some(x), Some(y), Some(within)) => self.under(shown, x, y, within),
                _ => None,
            },
        };
        if let Some(element) = found.and_then(|mark| self.present(shown, mark)) {
            let _ = Reflect::set(detail, &"mark".into(), &element);
        }
    }

    /// The mark nearest to a point in the window.
    fn under(&self, shown: &Shown, x: f64, y: f64, within: f64) -> Option<usize> {
        let area = self.whole.get_bounding_client_rect();
        let scale = shown.marks.width / area.width();
        let index = shown.index.get_or_init(|| Index::of(&shown.marks));
        index.nearest(
            (x - area.left()) * scale,
            (y - area.top()) * scale,
            within * scale,
        )
    }

    /// The mark that a key leads to from the whole, from a part of it, or from a mark.
    fn step(&self, shown: &Shown, from: &Element, key: &str) -> Option<usize> {
        let asked = shown.asked.borrow();
        let number = |name: &str| from.get_attribute(name)?.parse::<usize>().ok();
        let here = number("data-mark").and_then(|mark| asked.place(mark));
        let part = here.map(|(part, _)| part).or_else(|| number("data-part"));
        let parts = match part {
            Some(part) => asked.walks.get(part..=part)?,
            None => &asked.walks,
        };
        let own = || parts.iter().flatten();
        let by = match key {
            "Home" => return own().next().map(|mark| *mark as usize),
            "End" => return own().last().map(|mark| *mark as usize),
            "PageUp" => return self.extreme(shown, own(), 1.0),
            "PageDown" => return self.extreme(shown, own(), -1.0),
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            _ => return None,
        };
        let walk = asked.walks.get(part?)?;
        let to = match here {
            Some((_, at)) => at.checked_add_signed(by)?,
            None if by > 0 => 0,
            None => return None,
        };
        walk.get(to).map(|mark| *mark as usize)
    }

    /// The mark with the highest (`sign` 1) or lowest (-1) value of those that have a number.
    fn extreme<'a>(
        &self,
        shown: &Shown,
        marks: impl Iterator<Item = &'a u32>,
        sign: f64,
    ) -> Option<usize> {
        let number = |mark: &u32| self.subject.number(&shown.marks, *mark as usize);
        let known = marks.filter_map(|mark| Some((*mark, sign * number(mark)?)));
        let most = known.reduce(|best, next| if next.1 > best.1 { next } else { best });
        most.map(|(mark, _)| mark as usize)
    }

    /// The element of a mark, created where there is none; elements of marks that are no longer
    /// active are removed.
    fn present(&self, shown: &Shown, mark: usize) -> Option<Element> {
        let mut asked = shown.asked.borrow_mut();
        asked.present.retain(|present| {
            let is_kept = present.mark == mark || is_held(&present.element);
            if !is_kept {
                leave(&present.element);
            }
            is_kept
        });
        if let Some(there) = asked.present.iter().find(|present| present.mark == mark) {
            return Some(there.element.clone());
        }
        let (part, at) = asked.place(mark)?;
        let place = (at, asked.walks[part].len());
        let document = self.whole.owner_document()?;
        let own = self.subject.mark(&shown.marks, mark, place);
        let element = made(&document, &own)?;
        let part = shown
            .over
            .query_selector(&format!("[data-part=\"{part}\"]"))
            .ok()??;
        let list = match part.query_selector("[role=list]").ok()? {
            Some(list) => list,
            None => {
                let list = document
                    .create_element_ns(part.namespace_uri().as_deref(), "g")
                    .ok()?;
                list.set_attribute("role", "list").ok()?;
                part.append_child(&list).ok()?;
                list
            }
        };
        list.append_child(&element).ok()?;
        let line = self.subject.line(&shown.marks, mark, &self.whole);
        asked.present.push(Present {
            mark,
            element: element.clone(),
            _line: line,
        });
        Some(element)
    }
}

/// Whether a mark is active: it is shown, or Tab returns to it.
fn is_held(element: &Element) -> bool {
    element.has_attribute("data-active")
        || element.get_attribute("tabindex").as_deref() == Some("0")
}

/// Removes the element of a mark, and its list with the last of them.
fn leave(element: &Element) {
    let list = element.parent_element();
    element.remove();
    if let Some(list) = list.filter(|list| list.first_element_child().is_none()) {
        list.remove();
    }
}
