//! A chart as it is taken away: pictures, tables, documents and a pack of all of them, made without a browser.
//!
//! Whatever leaves the site must hold when it stands alone: it carries its title, its notes, its source, its date,
//! whose data it shows, the word for made-up numbers, and an address that shows the same again. All formats are
//! made of one [`Export`], so that they cannot disagree; the desk, the page and the tests use the same functions,
//! and nothing here reads a clock or a file: the same frame gives the same bytes.
//!
//! | file | what it does |
//! |---|---|
//! | `words.rs` | everything that is said beside the numbers |
//! | `cite.rs` | the ways to cite it |
//! | `name.rs` | what its files are called |
//! | `size.rs` | widths in inches, centimetres and pixels |
//! | `chart.rs` | a chart with everything that must stand beside it, on a sheet |
//! | `sheet.rs` | pieces and drawings on one sheet, and the sheet as an SVG document |
//! | `column.rs` | texts one below the other |
//! | `plain.rs` | leaves out of a drawing what only a page understands |
//! | `face.rs` | the shipped typeface: glyphs, how far each advances, their outlines |
//! | `outline.rs` | the texts of a drawing as outlines |
//! | `grid.rs` | the rows of a frame as typed columns |
//! | `csv.rs`, `json.rs`, `xlsx.rs` | the numbers for other programs |
//! | `pdf.rs` | the picture as a page with tags |
//! | `docx.rs`, `html.rs` | picture, caption, table and citation for a report, as a file and on the clipboard |
//! | `qr.rs` | the address as a QR code |
//! | `pack.rs`, `archive.rs` | all of it in one file |
//! | `collection.rs` | charts of a whole report, numbered, with one bibliography and one table of every number |
//! | `since.rs` | what has changed since a report was made |
//! | `format.rs` | which of these is asked for |
//! | `png.rs` | what a PNG file says of itself: its size on paper, its title, its source |

mod archive;
mod chart;
mod cite;
mod collection;
mod column;
mod csv;
mod docx;
mod face;
mod format;
mod grid;
mod html;
mod json;
mod name;
mod outline;
mod pack;
mod pdf;
mod plain;
mod png;
mod qr;
mod sheet;
mod since;
mod size;
mod words;
mod xlsx;

pub use chart::{drawn, lay_out as chart_sheet};
pub use cite::{Citations, citations};
pub use collection::{Chart, Collection, Kept, Number};
pub use column::{Column, Style};
pub use csv::csv;
pub use docx::docx;
pub use face::Faces;
pub use format::Format;
pub use grid::{Field, Grid, Value, grid, said};
pub use html::{html, plain_text};
pub use json::json;
pub use name::file_stem;
pub use pack::{MANIFEST, Pixels, Wish, pack};
pub use pdf::pdf;
pub use png::described;
pub use qr::Qr;
pub use sheet::{Inset, Lettering, Paragraph, Sheet};
pub use since::{Since, Verdict, since, unanswered};
pub use size::{Length, PRINT_DPI, SCREEN_DPI};
pub use words::Words;
pub use xlsx::xlsx;

use crate::frame::Frame;
use crate::locale::Locale;
use crate::package::Whose;
use crate::paint::Theme;
use crate::query::{Query, View, to_address};
use serde::{Deserialize, Serialize};

/// What the site calls itself, and where it shows any view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Home {
    pub title: String,
    /// The whole address of Explore, `https://host/explore/`.
    pub explore: String,
}

/// A frame that is taken away.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    pub frame: &'a Frame,
    pub view: View,
    pub locale: Locale,
    pub home: &'a Home,
}

impl Export<'_> {
    /// The address that shows the same again: it names the version of the data, so that it shows the same
    /// numbers in years. `None` for files of the reader's own machine, which no address leads to.
    pub fn link(&self) -> Option<String> {
        let package = &self.frame.package;
        let mut query = Query {
            view: Some(self.view),
            ..self.frame.query.clone()
        };
        match &package.whose {
            Some(Whose::Files) => return None,
            Some(Whose::Host { .. }) => {}
            None => query.at = Some(package.version.clone()).filter(|at| !at.is_empty()),
        }
        let address = to_address(&query, &Query::default());
        Some(format!("{}{address}", self.home.explore))
    }

    /// The picture as an SVG document, so many pixels wide.
    pub fn svg(&self, width: u32, theme: &Theme, lettering: Lettering) -> String {
        chart_sheet(self, width).svg(theme, self.locale, lettering)
    }
}
