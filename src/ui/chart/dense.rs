//! A chart with very many marks in the browser: what is drawn on its canvas, and the description of
//! a mark.

use super::tree::{set, tree, value};
use super::{Drawn, laid_out};
use crate::browser::{Plot, Subject};
use crate::frame::Frame;
use crate::locale::Locale;
use crate::paint::{Element, hundredths};
use crate::query::View;
use crate::scene::{DENSE, Scene, spoken};
use crate::ui::table::Columns;
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element as Node;
use leptos::tachys::view::Mountable;
use std::any::Any;
use std::cell::OnceCell;
use std::sync::Arc;

/// Whether a chart is drawn on a canvas instead of as elements. Charts with a line, a bar or a name
/// for each row grow with their rows, beyond any canvas; these two keep their size.
pub(super) fn is_painted(frame: &Frame, view: View) -> bool {
    frame.rows.len() > DENSE && matches!(view, View::Scatter | View::Strip)
}

/// The chart as an element; `None` where the browser has no canvas.
pub(super) fn dense(
    frame: &Arc<Frame>,
    view: View,
    width: u32,
    locale: Locale,
    hint: &str,
) -> Option<Drawn> {
    let points = Points {
        frame: Arc::clone(frame),
        view,
        width,
        locale,
        hint: hint.to_owned(),
        columns: OnceCell::new(),
        owner: Owner::current()?,
    };
    let plot = Plot::new(points)?;
    let node = plot.element().clone();
    // Lives until the chart is replaced.
    StoredValue::new_local(plot);
    Some(Drawn::Made(node))
}

struct Points {
    frame: Arc<Frame>,
    view: View,
    width: u32,
    locale: Locale,
    hint: String,
    columns: OnceCell<Columns>,
    owner: Owner,
}

/// A view on the page, removed when dropped.
struct Mounted<S: Mountable>(S);

impl<S: Mountable> Drop for Mounted<S> {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

impl Subject for Points {
    fn scene(&self) -> Scene {
        laid_out(&self.frame, self.view, self.width, self.locale)
    }

    fn walked(&self, over: Element) -> Element {
        let mut drawing = tree(over, &self.frame, self.locale, &self.hint);
        let is_part = |child: &&mut Element| child.attribute("class") == Some("mark");
        let parts = drawing.children.iter_mut().filter(is_part);
        for (at, part) in parts.enumerate() {
            set(part, "class", "part");
            set(part, "data-part", at.to_string());
        }
        drawing
    }

    fn number(&self, scene: &Scene, mark: usize) -> Option<f64> {
        let row = self.frame.rows.get(scene.marks.get(mark)?.row?)?;
        Some(row.cell.quantity.as_ref()?.anchor())
    }

    fn mark(&self, scene: &Scene, mark: usize, (at, of): (usize, usize)) -> Element {
        let own = &scene.marks[mark];
        let area = &own.area;
        let number = |pixels: f64| hundredths((pixels * 100.0).round() as i32);
        let circle = |class: &'static str| {
            Element::new("circle")
                .fixed("class", class)
                .with("cx", number(area.x + area.width / 2.0))
                .with("cy", number(area.y + area.height / 2.0))
                .fixed("r", "7")
        };
        let mut element = Element::new("g")
            .fixed("class", "mark")
            .fixed("role", "listitem")
            .with("aria-label", spoken(&self.frame, own, self.locale))
            .fixed("aria-level", "2")
            .with("aria-posinset", (at + 1).to_string())
            .with("aria-setsize", of.to_string())
            .with("data-mark", mark.to_string());
        if let Some(row) = own.row.and_then(|row| self.frame.rows.get(row)) {
            value(&mut element, row);
        }
        if let Some(row) = own.row {
            set(&mut element, "data-row", row.to_string());
        }
        element.children = vec![circle("halo"), circle("ring")];
        element
    }

    fn line(&self, scene: &Scene, mark: usize, whole: &Node) -> Box<dyn Any> {
        let row = scene.marks[mark].row;
        let Some((at, row)) = row.and_then(|at| Some((at, self.frame.rows.get(at)?))) else {
            return Box::new(());
        };
        let columns = self.columns.get_or_init(|| Columns::of(&self.frame));
        let mut state = self.owner.with(|| {
            view! {
                <table hidden data-row=at>
                    <thead>{columns.heads(&self.frame)}</thead>
                    <tbody>{columns.line(&self.frame, row)}</tbody>
                </table>
            }
            .build()
        });
        state.mount(whole, None);
        Box::new(Mounted(state))
    }
}
