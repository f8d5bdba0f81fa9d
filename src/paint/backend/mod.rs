//! Back ends for plotters that keep what is drawn in named groups.
//!
//! The SVG of plotters consists of flat shapes in whole pixels. Here the painter declares what it
//! is drawing: whatever plotters calls draw between [`Grouped::begin`] and [`Grouped::end`] belongs
//! to that group. Coordinates are hundredths of a pixel ([`UNITS`]), so that the integers of
//! plotters are precise enough. A [`Pen`], set before a shape is drawn, holds what plotters cannot
//! express: an edge, a dashed line, a background within an outline, hatching.
//!
//! | file | what it does |
//! |---|---|
//! | `element.rs` | a drawing as a tree of elements, and its SVG |
//! | `tree.rs` | the back end that builds such a tree: attributes only, no style sheet needed |
//! | `steps.rs` | the outlines of paths, written as short as possible |
//! | `hatch.rs` | parallel lines across rings |
//! | `record.rs` | the back end that only records what was drawn in which group |
//!
//! This module knows no scene, theme or typeface: texts are measured by a function passed in
//! ([`MeasureText`]). The canvas in a page is another back end of this kind (`browser/plot/canvas_backend.rs`).

mod element;
mod hatch;
mod record;
mod steps;
mod tree;

pub use element::{Element, NAMESPACE, entity, escape, escape_html, hundredths};
pub use hatch::hatched;
pub use record::{CallKind, RecordedCall, RecordedGroup, Recorder};
pub use tree::Tree;

use plotters_backend::DrawingBackend;

/// Units per pixel.
pub const UNITS: f64 = 100.0;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// Width of a text in the unit of its size, from text, size, and whether it is bold.
pub type MeasureText = fn(&str, f64, bool) -> f64;

/// What a group represents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkGroup<'a> {
    /// The part of the drawing; a tree writes it as the class of the group.
    pub part: &'static str,
    /// The accessible name; a group without one is hidden from screen readers.
    pub name: Option<&'a str>,
    /// The row of the data that the group represents.
    pub row: Option<usize>,
}

impl MarkGroup<'_> {
    /// A part of the drawing that screen readers skip.
    pub fn unnamed(part: &'static str) -> Self {
        Self {
            part,
            name: None,
            row: None,
        }
    }
}

/// The properties of a shape besides its geometry and color.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pen {
    /// The class by which a style sheet sets the color.
    pub role: &'static str,
    /// The class by which a style sheet sets the style.
    pub manner: &'static str,
    /// The color within an outline.
    pub within: Option<Rgb>,
    /// The color of an edge around a filled shape, and its width in units.
    pub edge: Option<(Rgb, u32)>,
    /// Length of the dashes and of the gaps of a dashed line, in units.
    pub broken: Option<(u32, u32)>,
    /// Hatches the shape instead of filling it, with lines this many units apart.
    pub hatch: Option<u32>,
    /// Invisible: a touch area only.
    pub unseen: bool,
    /// Ignores pointers: what is under it receives them.
    pub passing: bool,
    /// Consecutive shapes of this pen become one element.
    pub joined: bool,
}

/// A back end that keeps what is drawn in groups. Clones draw on the same sheet, because plotters
/// takes ownership of the back end that it is given.
pub trait Grouped: DrawingBackend + Clone {
    /// Opens the group of a mark, in the color of a role; it contains what is drawn until
    /// [`Grouped::end`]. Groups may be nested.
    fn begin(&self, mark: MarkGroup<'_>, role: &'static str);

    /// Closes the group that was opened last.
    fn end(&self);

    /// Sets the pen of the next shapes.
    fn take(&self, pen: Pen);
}
