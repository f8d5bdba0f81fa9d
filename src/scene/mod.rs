//! A frame of numbers laid out as marks, lines and texts, without a browser.
//!
//! Whatever draws a scene has nothing left to decide: every mark has its place, the role that gives
//! it its colour, the words at its side, the sentence it is spoken with, and the row of the frame it
//! stands for. The tooltip, the keyboard's path and the drawing are all taken from the same marks.
//!
//! | file | what it does |
//! |---|---|
//! | `charts/` | one file per chart |
//! | `shape.rs` | points, rectangles, texts, what a piece of a scene is |
//! | `measure.rs` | how wide texts are, and where lines break |
//! | `ticks.rs` | round numbers for axes and classes |
//! | `legend.rs` | keys that flow in lines |
//! | `words.rs` | the words at a mark and the sentence it is spoken with |
//! | `tally.rs` | the record of awards in squares |
//! | `remark.rs` | what an author remarks at single marks |
//! | `dense.rs` | where there are too many marks for elements: regions to walk, and which mark is where |
//! | `snap.rs` | places on a grid of a sixty-fourth of a pixel |
//! | `illustrative.rs` | the word that made-up numbers carry in every corner |

#[allow(dead_code)] // the whole of the table is generated
mod advances;
mod charts;
mod dense;
mod hatch;
mod illustrative;
mod legend;
pub mod measure;
mod remark;
mod shape;
mod snap;
pub mod tally;
mod ticks;
mod words;

pub use dense::{Index, Layers};
pub use illustrative::mark as mark_illustrative;
pub use measure::Weight;
pub use shape::{Anchor, Manner, Mark, Piece, Point, Rect, Role, Shape, Text};
pub use words::{RowWords, words_of};

use crate::frame::{Frame, Row};
use crate::geo::Geography;
use crate::locale::Locale;
use crate::query::View;

/// How a frame is to be looked at.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub view: View,
    /// In pixels.
    pub width: u32,
    pub locale: Locale,
    /// Only a map needs it; a map without it is a sentence.
    pub geography: Option<&'a Geography>,
    /// The words of a row.
    pub labels: &'a dyn Fn(&Row) -> RowWords,
}

/// A laid-out chart, in pixels from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub view: View,
    pub width: f64,
    pub height: f64,
    /// What the whole is called where it is not seen.
    pub name: String,
    /// Axes, gridlines, legend: drawn before the marks.
    pub below: Vec<Piece>,
    /// In the order in which the keyboard walks them. In a dense scene most have no name: their
    /// sentence is made by [`words_of`] when it is asked for.
    pub marks: Vec<Mark>,
    /// What the keyboard walks instead of the marks of a dense scene: parts of the plot, each with how
    /// many marks stand in it.
    pub parts: Vec<Mark>,
    /// Which marks stand in each part.
    pub members: Vec<Vec<u32>>,
    /// Labels that belong to no single mark: drawn after the marks.
    pub above: Vec<Piece>,
    /// Where the outlines of a map begin, which are as wide as the scene.
    pub outlines: Option<f64>,
}

/// Of more marks no group each is made: a scene of so many is dense. A group has two to four elements, so that a page would hold
/// some ten thousand; the largest published charts have about 1,100 marks.
pub const DENSE: usize = 3000;
/// No text is smaller than this.
pub const SMALLEST: f64 = 12.0;
/// Labels and values.
pub(crate) const LABEL: f64 = 14.0;

/// Lays a frame out. There is a scene for every frame: where there is nothing to draw, it is a
/// sentence.
pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let mut scene = match look.view {
        _ if frame.rows.is_empty() => charts::sentence::lay_out(look, crate::m!(ChartEmpty)),
        View::Bar => charts::bar::lay_out(frame, look),
        View::Line => charts::line::lay_out(frame, look),
        View::Map => match look.geography {
            Some(geography) => charts::map::lay_out(frame, look, geography),
            None => charts::sentence::lay_out(look, crate::m!(ChartNoOutlines)),
        },
        View::Range => charts::range::lay_out(frame, look),
        View::Strip => charts::strip::lay_out(frame, look),
        View::Column => charts::column::lay_out(frame, look),
        View::Stacked => charts::stacked::lay_out(frame, look),
        View::Area => charts::area::lay_out(frame, look),
        View::Dot => charts::dot::lay_out(frame, look),
        View::Dumbbell => charts::dumbbell::lay_out(frame, look),
        View::Slope => charts::slope::lay_out(frame, look),
        View::Scatter => charts::scatter::lay_out(frame, look),
        View::Funnel => charts::funnel::lay_out(frame, look),
        View::Bullet => charts::bullet::lay_out(frame, look),
        View::Multiples => charts::multiples::lay_out(frame, look),
        View::Tiles => charts::tiles::lay_out(frame, look),
        View::Heat => charts::heat::lay_out(frame, look),
        View::Spark => charts::spark::lay_out(frame, look),
        View::Table => charts::sentence::lay_out(look, crate::m!(ChartTable)),
    };
    scene.view = look.view;
    scene.width = f64::from(look.width);
    scene.name = look.locale.text(crate::prose::alt(frame, look.view));
    remark::set(&mut scene, frame, look.locale);
    if frame.package.illustrative {
        mark_illustrative(&mut scene, look.locale);
    }
    if scene.is_dense() && scene.parts.is_empty() {
        (scene.parts, scene.members) =
            dense::regions(&scene, look, |mark| spoken(frame, mark, look.locale));
    }
    scene.snap();
    scene
}

/// The sentence of a mark; where there are very many, charts leave it until it is asked for.
pub fn spoken(frame: &Frame, mark: &Mark, locale: Locale) -> String {
    match mark.row.and_then(|row| frame.rows.get(row)) {
        Some(row) if mark.name.is_empty() => words_of(frame, row, locale).spoken,
        _ => mark.name.clone(),
    }
}

impl Scene {
    /// So many marks that they are drawn as one layer and walked by [`Scene::parts`].
    pub fn is_dense(&self) -> bool {
        self.marks.len() > DENSE
    }

    /// Every piece, in the order in which they are drawn.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.below
            .iter()
            .chain(self.marks.iter().flat_map(|mark| &mark.pieces))
            .chain(&self.above)
    }

    /// Every text that a reader reads; not the word over made-up numbers.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.pieces().filter_map(|piece| match &piece.shape {
            Shape::Text(text) if piece.role != Role::Watermark => Some(text),
            _ => None,
        })
    }
}
