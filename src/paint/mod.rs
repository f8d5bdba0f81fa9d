//! Draws a scene with plotters onto a back end that keeps groups (`backend/`).
//!
//! Every number in the drawing is a whole number of hundredths of a pixel, so that a page rendered
//! natively and the same page in the browser have the same bytes. Elements carry presentation
//! attributes, which word processors keep, and a class through which a page sets its own colors
//! (`style/chart.css`): `f` is filled and `o` drawn as a line in the color of its role, `h` has the
//! background inside, `e` an edge in the background color, `n` a thin edge.
//!
//! | file | what it does |
//! |---|---|
//! | `painter.rs` | classifies each piece of a scene and draws it with plotters |
//! | `theme.rs` | the color of each role |
//! | `backend/` | the targets: a tree of elements, or a record of calls; knows no scene |

pub mod backend;
mod painter;
mod theme;

pub use backend::{Element, NAMESPACE, Rgb, hundredths};
pub use painter::{Marks, paint};
pub use theme::{Theme, class};

use crate::scene::Scene;
use crate::scene::measure::{self, Weight};
use backend::Tree;

/// The font family of a drawing, the shipped typeface first.
pub const FONTS: &str =
    "\"Public Sans\", -apple-system, \"Segoe UI\", Roboto, Helvetica, Arial, sans-serif";

/// Draws a scene as a tree of elements.
pub fn draw(scene: &Scene, theme: &Theme) -> Element {
    drawing(scene, theme, Marks::Own)
}

/// Draws a scene as a picture: marks of the same style are one element, and only the whole has a
/// name.
pub fn draw_flat(scene: &Scene, theme: &Theme) -> Element {
    drawing(scene, theme, Marks::Together)
}

/// Draws a scene as a picture part by part: the marks of each part, given by index in the scene,
/// are a group of class `folded`.
pub fn draw_parts(scene: &Scene, theme: &Theme, parts: &[Vec<usize>]) -> Element {
    drawing(scene, theme, Marks::Parts(parts))
}

fn drawing(scene: &Scene, theme: &Theme, marks: Marks<'_>) -> Element {
    let tree = Tree::new(scene.width, scene.height, measured);
    paint(scene, theme, marks, &tree);
    let size = |pixels: f64| hundredths(painter::units(pixels));
    let (width, height) = (size(scene.width), size(scene.height));
    Element {
        children: tree.finish(),
        ..Element::new("svg")
            .fixed("class", "drawing")
            .with("viewBox", ["0 0 ", &width, " ", &height].concat())
            .with("width", width)
            .with("height", height)
            .fixed("role", "group")
            .with("aria-label", scene.name.as_str())
            .fixed("font-family", FONTS)
    }
}

/// Width of a text in the shipped typeface.
pub fn measured(text: &str, size: f64, bold: bool) -> f64 {
    let weight = match bold {
        true => Weight::Strong,
        false => Weight::Regular,
    };
    measure::width(text, size, weight)
}
