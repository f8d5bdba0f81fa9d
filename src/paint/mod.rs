//! A scene drawn: with plotters, onto a back end that keeps groups (`backend/`).
//!
//! Every number in the drawing is a whole count of hundredths of a pixel, so that a page made
//! natively and the same page in the browser hold the same bytes. Elements carry presentation
//! attributes, which word processors keep, and a class by which a page gives them its own colours
//! (`style/chart.css`): `f` is filled and `o` drawn as a line in the colour of its role, `h` has the
//! ground within, `e` an edge of ground, `n` a fine edge.
//!
//! | file | what it does |
//! |---|---|
//! | `painter.rs` | says of each piece of a scene what it is, and draws it with plotters |
//! | `theme.rs` | the colour of each role |
//! | `backend/` | where it is drawn: a tree of elements, or an account of it; knows no scene |

pub mod backend;
mod painter;
mod theme;

pub use backend::{Element, NAMESPACE, Rgb, hundredths};
pub use painter::{Marks, paint};
pub use theme::{Theme, class};

use crate::scene::Scene;
use crate::scene::measure::{self, Weight};
use backend::Tree;

/// The typefaces a drawing asks for, the shipped one first.
pub const FONTS: &str =
    "\"Public Sans\", -apple-system, \"Segoe UI\", Roboto, Helvetica, Arial, sans-serif";

/// Draws a scene as a tree of elements.
pub fn draw(scene: &Scene, theme: &Theme) -> Element {
    drawing(scene, theme, Marks::Own)
}

/// Draws a scene as a picture: marks that look alike are one element, and only the whole has a name.
pub fn draw_flat(scene: &Scene, theme: &Theme) -> Element {
    drawing(scene, theme, Marks::Together)
}

/// Draws a scene as a picture part by part: the marks of each, by their place in the scene, are a group of class
/// `folded`.
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

/// How wide the shipped typeface sets a text.
pub fn measured(text: &str, size: f64, bold: bool) -> f64 {
    let weight = match bold {
        true => Weight::Strong,
        false => Weight::Regular,
    };
    measure::width(text, size, weight)
}
