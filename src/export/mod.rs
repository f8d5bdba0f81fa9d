//! Downloads of a chart: pictures, tables, documents and a pack of all of them, made without a
//! browser.
//!
//! A file must remain correct when it is separated from the site: it carries its title, its notes,
//! its source, its date, the owner of the data, the label of made-up numbers, and an address that
//! shows the same view again. All formats are made from one [`Export`], so that they cannot
//! disagree. The command-line tool, the page and the tests use the same functions, and nothing here
//! reads a clock or a file: the same frame gives the same bytes.
//!
//! | file | what it does |
//! |---|---|
//! | `words.rs` | all text that accompanies the numbers |
//! | `cite.rs` | citations |
//! | `name.rs` | file names |
//! | `size.rs` | widths in inches, centimeters and pixels |
//! | `chart.rs` | a chart with everything that must accompany it, on a sheet |
//! | `sheet.rs` | pieces and drawings on one sheet, and the sheet as an SVG document |
//! | `column.rs` | texts in a column |
//! | `plain.rs` | removes from a drawing what only a page uses |
//! | `face.rs` | the shipped typeface: glyphs, advances, outlines |
//! | `outline.rs` | the texts of a drawing as outlines |
//! | `grid.rs` | the rows of a frame as typed columns |
//! | `csv.rs`, `json.rs`, `xlsx.rs` | the numbers for other programs |
//! | `number_format.rs` | how a spreadsheet writes the numbers of a measure |
//! | `cell_text.rs` | sentences in the cells of a workbook |
//! | `native_chart.rs` | which chart of a spreadsheet program shows the rows |
//! | `xlsx_chart.rs` | the sheet of a workbook with that chart |
//! | `pdf.rs` | the picture as a tagged page |
//! | `docx.rs`, `html.rs` | picture, caption, table and citation for a report, as a file and on the clipboard |
//! | `word.rs` | the parts of a Word document |
//! | `report_docx.rs` | all charts of a report in one Word document |
//! | `qr.rs` | the address as a QR code |
//! | `pack.rs`, `archive.rs` | all of it in one file |
//! | `collection.rs` | the charts of a whole report, numbered, with one bibliography and one table of every number |
//! | `since.rs` | what has changed since a report was made |
//! | `format.rs` | the list of formats |
//! | `png.rs` | the metadata of a PNG file: its size on paper, its title, its source |

mod archive;
mod cell_text;
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
mod native_chart;
mod number_format;
mod outline;
mod pack;
mod pdf;
mod plain;
mod png;
mod qr;
mod report_docx;
mod sheet;
mod since;
mod size;
mod word;
mod words;
mod xlsx;
mod xlsx_chart;

pub use chart::{drawn, lay_out as chart_sheet};
pub use cite::{Citations, citations};
pub use collection::{Chart, Collection, CollectionManifest, Number};
pub use column::{Style, VerticalFlow};
pub use csv::csv;
pub use docx::docx;
pub use face::Faces;
pub use format::Format;
pub use grid::{ExportColumn, ExportTable, Value, grid, text_cells};
pub use html::{html, plain_text};
pub use json::json;
pub use pack::{MANIFEST, Pixels, Wish, pack};
pub use pdf::pdf;
pub use png::described;
pub use qr::Qr;
pub use sheet::{Inset, Lettering, Paragraph, Sheet};
pub use since::{Since, Verdict, since, unanswered};
pub use size::{Length, PRINT_DPI, SCREEN_DPI};
pub use words::ChartText;
pub use xlsx::xlsx;

use crate::frame::Frame;
use crate::locale::Locale;
use crate::paint::Theme;
use crate::query::{Query, View, to_address};
use serde::{Deserialize, Serialize};

/// The title of the site, and the page that shows any view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Home {
    pub title: String,
    /// The full address of Explore, `https://host/explore/`.
    pub explore: String,
}

/// The name of an exported file, without an extension.
pub fn file_stem(export: &Export) -> String {
    name::file_stem(export, name::WHOLE)
}

/// A frame to be exported.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    pub frame: &'a Frame,
    pub view: View,
    pub locale: Locale,
    pub home: &'a Home,
}

impl Export<'_> {
    /// The address that shows the same view again. It names the version of the data, so that it
    /// shows the same numbers in years. `None` where no address shows the frame
    /// ([`Frame::has_address`]).
    pub fn link(&self) -> Option<String> {
        if !self.frame.has_address() {
            return None;
        }
        let package = &self.frame.package;
        let mut query = Query {
            view: Some(self.view),
            ..self.frame.query.clone()
        };
        if package.whose.is_none() {
            query.at = Some(package.version.clone()).filter(|at| !at.is_empty());
        }
        let address = to_address(&query, &Query::default());
        Some(format!("{}{address}", self.home.explore))
    }

    /// The picture as an SVG document, `width` px wide.
    pub fn svg(&self, width: u32, theme: &Theme, lettering: Lettering) -> String {
        chart_sheet(self, width).svg(theme, self.locale, lettering)
    }
}
