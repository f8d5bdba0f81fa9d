//! Back ends of plotters that keep what is drawn in named groups.
//!
//! plotters' own SVG is flat shapes in whole pixels. Here the painter says what it is drawing:
//! between [`Grouped::begin`] and [`Grouped::end`] stand ordinary plotters calls, and whatever they
//! draw belongs to that group. Coordinates are hundredths of a pixel ([`UNITS`]), so that plotters'
//! whole numbers are fine enough; a [`Pen`], taken before a shape is drawn, says what plotters has no
//! words for: an edge, a broken line, a ground within an outline, hatching.
//!
//! | file | what it does |
//! |---|---|
//! | `element.rs` | a drawing as a tree of elements, and how it is written |
//! | `tree.rs` | the back end that makes such a tree: attributes only, no style sheet needed |
//! | `steps.rs` | the outlines of paths, written as short as they can be |
//! | `hatch.rs` | parallel lines across rings |
//! | `record.rs` | the back end that only keeps account of what was drawn within which group |
//!
//! Nothing here knows a scene, a theme or a typeface: texts are measured by a function that is handed
//! in ([`Measure`]). A canvas in a page is one more back end of the same kind (`browser/plot/board.rs`).

mod element;
mod hatch;
mod record;
mod steps;
mod tree;

pub use element::{Element, NAMESPACE, hundredths};
pub use hatch::hatched;
pub use record::{Drawn, Opened, Recorder, What};
pub use tree::Tree;

use plotters_backend::DrawingBackend;

/// Units of a pixel.
pub const UNITS: f64 = 100.0;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// How wide a text is, in the unit of its size: text, size, whether it is bold.
pub type Measure = fn(&str, f64, bool) -> f64;

/// What a group stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The part of the drawing; a tree writes it as the class of the group.
    pub part: &'static str,
    /// The sentence it is spoken with; what has none is hidden from those who listen.
    pub name: Option<&'a str>,
    /// The row of the data it stands for.
    pub row: Option<usize>,
}

impl Group<'_> {
    /// A part of the drawing that is not spoken.
    pub fn unnamed(part: &'static str) -> Self {
        Self {
            part,
            name: None,
            row: None,
        }
    }
}

/// What a shape is besides its geometry and its colour.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pen {
    /// By what a style sheet knows the colour.
    pub role: &'static str,
    /// By what a style sheet knows the manner.
    pub manner: &'static str,
    /// The colour within an outline.
    pub within: Option<Rgb>,
    /// The colour of an edge around what is filled, and its width in units.
    pub edge: Option<(Rgb, u32)>,
    /// Units that a broken line is there, and is not.
    pub broken: Option<(u32, u32)>,
    /// What is filled is hatched instead, with lines so many units apart.
    pub hatch: Option<u32>,
    /// Not seen: a place that can be touched.
    pub unseen: bool,
    /// Cannot be touched: what lies below can.
    pub passing: bool,
    /// Shapes of this pen that follow one another are one element, however many they are.
    pub joined: bool,
}

/// A back end that keeps what is drawn in groups. Clones draw on the same sheet, since plotters
/// takes the one it is given for itself.
pub trait Grouped: DrawingBackend + Clone {
    /// Opens the group of a mark, in the colour of a role; what is drawn until [`Grouped::end`]
    /// stands in it. Groups may stand in groups.
    fn begin(&self, mark: Group<'_>, role: &'static str);

    /// Closes the group that was opened last.
    fn end(&self);

    /// With what the next shapes are drawn.
    fn take(&self, pen: Pen);
}
