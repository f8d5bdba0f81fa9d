//! Lays a frame of numbers out as marks, lines and texts, without a browser.
//!
//! A scene leaves its painter nothing to decide: every mark has its position, the role that
//! determines its color, the words next to it, its sentence for screen readers, and the row of the
//! frame that it represents. Tooltip, keyboard navigation and drawing all come from the same marks.
//!
//! | file | what it does |
//! |---|---|
//! | `charts/` | one file per chart |
//! | `shape.rs` | points, rectangles, texts: the pieces of a scene |
//! | `measure.rs` | text width and line breaks |
//! | `ticks.rs` | round numbers for axes and classes |
//! | `legend.rs` | legend keys that flow in lines |
//! | `words.rs` | the words at a mark and its sentence for screen readers |
//! | `tally.rs` | the reporting record of grants, in squares |
//! | `remark.rs` | an author's annotations of single marks |
//! | `dense.rs` | scenes with too many marks for elements: regions to navigate, and the mark at a position |
//! | `snap.rs` | coordinates on a grid of 1/64 px |
//! | `illustrative.rs` | the band that made-up numbers carry along the frame of a chart, and the watermark of preview pictures |

#[allow(dead_code)] // the table is generated as a whole
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
pub use shape::{Anchor, Mark, MarkStyle, Point, Primitive, Rect, Role, Shape, Text};
pub use words::{RowWords, words_of};

use crate::frame::{Frame, Row};
use crate::geo::Geography;
use crate::locale::Locale;
use crate::query::View;

/// How a frame is drawn.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    pub view: View,
    /// In px.
    pub width: u32,
    pub locale: Locale,
    /// Only a map needs it; a map without it is a sentence.
    pub geography: Option<&'a Geography>,
    /// Gives the words of a row.
    pub labels: &'a dyn Fn(&Row) -> RowWords,
}

/// A laid-out chart, in px from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub view: View,
    pub width: f64,
    pub height: f64,
    /// Accessible name of the whole chart.
    pub name: String,
    /// Axes, gridlines, legend: drawn before the marks.
    pub below: Vec<Primitive>,
    /// The lines of several series: drawn before the marks. A page puts each with the marks of its
    /// series, so that they stand out together.
    pub lines: Vec<SeriesLine>,
    /// In keyboard order. In a dense scene most marks have no name: [`words_of`] creates their
    /// sentence on request.
    pub marks: Vec<Mark>,
    /// Parts of the plot that keyboard navigation uses instead of the marks of a dense scene, each
    /// described by its number of marks.
    pub parts: Vec<Mark>,
    /// The marks of each part.
    pub members: Vec<Vec<u32>>,
    /// Labels that belong to no single mark: drawn after the marks.
    pub above: Vec<Primitive>,
    /// Vertical position of the outlines of a map, which are as wide as the scene.
    pub outlines: Option<f64>,
}

/// The line of one series, with the label at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesLine {
    /// A row of the series.
    pub row: usize,
    pub pieces: Vec<Primitive>,
}

/// Above this many marks, marks are not individual SVG groups: the scene is *dense*. A group has
/// two to four elements, so that a page would have about ten thousand; the largest published charts
/// have about 1,100 marks.
pub const DENSE: usize = 3000;
/// The minimum font size, in px.
pub const SMALLEST: f64 = 12.0;
/// Font size of labels and values, in px.
pub(crate) const LABEL: f64 = 14.0;

/// Lays a frame out. Every frame has a scene: where there is nothing to draw, it is a sentence.
pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
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
        illustrative::frame(&mut scene, look.locale);
    }
    if scene.is_dense() && scene.parts.is_empty() {
        (scene.parts, scene.members) =
            dense::regions(&scene, look, |mark| spoken(frame, mark, look.locale));
    }
    scene.snap();
    scene
}

/// The sentence of a mark for screen readers; charts with very many marks create it only on
/// request.
pub fn spoken(frame: &Frame, mark: &Mark, locale: Locale) -> String {
    match mark.row.and_then(|row| frame.rows.get(row)) {
        Some(row) if mark.name.is_empty() => words_of(frame, row, locale).spoken,
        _ => mark.name.clone(),
    }
}

impl Scene {
    /// Whether there are so many marks that they are drawn as one layer and navigated by
    /// [`Scene::parts`].
    pub fn is_dense(&self) -> bool {
        self.marks.len() > DENSE
    }

    /// Every piece, in drawing order.
    pub fn pieces(&self) -> impl Iterator<Item = &Primitive> {
        self.below
            .iter()
            .chain(self.lines.iter().flat_map(|line| &line.pieces))
            .chain(self.marks.iter().flat_map(|mark| &mark.pieces))
            .chain(&self.above)
    }

    /// Every text for readers, without the watermark.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.pieces().filter_map(|piece| match &piece.shape {
            Shape::Text(text) if piece.role != Role::Watermark => Some(text),
            _ => None,
        })
    }
}
