//! OpenDocument spreadsheets (ODS).
//!
//! Standard: OpenDocument 1.3, part 3, 9 (tables) and 19.385 (office:value-type).

use super::UnpackedFile;
use super::archive::{CheckedArchive, damaged};
use super::display::{DisplayFormat, currency_of, number_text};
use super::grid::{CellKind, MergedCells, NO_VALUE, SheetGrid};
use super::workbook::{attribute, entity_text};
use crate::external::import_notices::ImportNotice;
use crate::problem::{Fault, Problem, SourceLocation};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

const FORMAT: &str = "ODS";
/// Rows and columns beyond these hold nothing but formats.
const MAX_REPEATED: u32 = 20_000;

/// The sheets of a document that are not hidden and have cells.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<UnpackedFile>, Problem> {
    let fault = |fault| Problem::new(SourceLocation::file(name), fault);
    let mut archive = CheckedArchive::open(bytes).map_err(fault)?;
    archive.check(bytes).map_err(fault)?;
    let content = archive.file("content.xml").map_err(fault)?;
    let content = std::str::from_utf8(&content).map_err(|error| fault(damaged(FORMAT, &error)))?;
    let mut reader = OdsReader::default();
    reader.read(content).map_err(fault)?;
    let mut files = Vec::new();
    let mut hidden = Vec::new();
    for (sheet, style, grid) in reader.sheets {
        if reader.hidden_styles.contains(&style) {
            hidden.push(sheet);
        } else if !grid.is_empty() {
            files.push(grid.write(format!("{name}#{sheet}"))?);
        }
    }
    match files.first_mut() {
        Some(first) if !hidden.is_empty() => first
            .told
            .push(ImportNotice::HiddenSheets { sheets: hidden }),
        Some(_) => {}
        None => return Err(fault(Fault::NoSheet { hidden })),
    }
    Ok(files)
}

#[derive(Default)]
struct OdsReader {
    /// Name, style and cells of each sheet.
    sheets: Vec<(String, String, SheetGrid)>,
    /// Styles of hidden sheets.
    hidden_styles: BTreeSet<String>,
    style: String,
    row: u32,
    column: u32,
    rows: u32,
    row_is_hidden: bool,
    row_cells: Vec<(u32, String, CellKind)>,
}

/// A cell while it is read.
#[derive(Default)]
struct OdsCell {
    kind: String,
    value: String,
    currency: String,
    formula: Option<String>,
    text: String,
    paragraphs: u32,
    columns: u32,
    span: (u32, u32),
}

fn number_of(element: &BytesStart, name: &str) -> Option<u32> {
    attribute(element, name).and_then(|text| text.parse().ok())
}

impl OdsReader {
    fn read(&mut self, content: &str) -> Result<(), Fault> {
        let mut reader = quick_xml::Reader::from_str(content);
        let mut cell: Option<OdsCell> = None;
        let mut in_note = 0;
        loop {
            let event = reader
                .read_event()
                .map_err(|error| damaged(FORMAT, &error))?;
            match event {
                Event::Eof => return Ok(()),
                Event::Start(ref element) | Event::Empty(ref element) => {
                    let is_whole = matches!(event, Event::Empty(_));
                    match element.local_name().as_ref() {
                        "annotation" if !is_whole => in_note += 1,
                        "style" => self.style = attribute(element, "name").unwrap_or_default(),
                        "table-properties"
                            if attribute(element, "display").as_deref() == Some("false") =>
                        {
                            self.hidden_styles.insert(self.style.clone());
                        }
                        "table" if cell.is_none() => self.begin_sheet(element),
                        "table-row" => self.begin_row(element, is_whole)?,
                        "table-column" => self.column_begins(element),
                        "table-cell" | "covered-table-cell" => {
                            let begun = begin_cell(element);
                            match is_whole {
                                true => self.end_cell(begun)?,
                                false => cell = Some(begun),
                            }
                        }
                        "p" if in_note == 0 => {
                            if let Some(cell) = &mut cell {
                                if cell.paragraphs > 0 {
                                    cell.text.push(' ');
                                }
                                cell.paragraphs += 1;
                            }
                        }
                        "s" | "tab" | "line-break" if in_note == 0 => {
                            if let Some(cell) = &mut cell {
                                cell.text.push(' ');
                            }
                        }
                        _ => {}
                    }
                }
                Event::Text(text) => {
                    if let Some(cell) = cell
                        .as_mut()
                        .filter(|cell| in_note == 0 && cell.paragraphs > 0)
                    {
                        cell.text.push_str(&text.xml10_content());
                    }
                }
                Event::GeneralRef(entity) => {
                    if let Some(cell) = cell
                        .as_mut()
                        .filter(|cell| in_note == 0 && cell.paragraphs > 0)
                    {
                        cell.text.push_str(&entity_text(&entity.into_inner()));
                    }
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "annotation" => in_note -= 1,
                    "table-cell" | "covered-table-cell" => {
                        if let Some(cell) = cell.take() {
                            self.end_cell(cell)?;
                        }
                    }
                    "table-row" => self.end_row()?,
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn begin_sheet(&mut self, element: &BytesStart) {
        let name = attribute(element, "name").unwrap_or_default();
        let style = attribute(element, "style-name").unwrap_or_default();
        self.sheets.push((name, style, SheetGrid::default()));
        (self.row, self.column) = (0, 0);
    }

    /// Columns are described before the rows.
    fn column_begins(&mut self, element: &BytesStart) {
        let count = number_of(element, "number-columns-repeated").unwrap_or(1);
        let is_hidden = is_hidden(element);
        let last = self.column.saturating_add(count.min(MAX_REPEATED));
        if let Some((_, _, grid)) = self.sheets.last_mut().filter(|_| is_hidden) {
            grid.hidden_columns.extend(self.column..last);
        }
        self.column = last;
    }

    fn begin_row(&mut self, element: &BytesStart, is_whole: bool) -> Result<(), Fault> {
        self.rows = number_of(element, "number-rows-repeated").unwrap_or(1);
        self.row_is_hidden = is_hidden(element);
        self.row_cells.clear();
        self.column = 0;
        match is_whole {
            true => self.end_row(),
            false => Ok(()),
        }
    }

    fn end_cell(&mut self, cell: OdsCell) -> Result<(), Fault> {
        let (text, kind) = cell.read();
        let at = self.column;
        self.column = at.saturating_add(cell.columns);
        if let Some((_, _, grid)) = self.sheets.last_mut().filter(|_| cell.span != (1, 1)) {
            grid.merged.push(MergedCells {
                rows: (self.row, self.row.saturating_add(cell.span.0.max(1) - 1)),
                columns: (at, at.saturating_add(cell.span.1.max(1) - 1)),
            });
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        let columns = cell.columns.min(MAX_REPEATED);
        let repeated = (at..at + columns).map(|column| (column, text.clone(), kind));
        self.row_cells.extend(repeated);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let (first, rows) = (self.row, self.rows);
        self.row = first.saturating_add(rows);
        let Some((_, _, grid)) = self.sheets.last_mut() else {
            return Ok(());
        };
        if self.row_cells.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            if self.row_is_hidden {
                grid.hidden_rows.insert(row);
            }
            for (column, text, kind) in &self.row_cells {
                grid.put(row, *column, text.clone(), *kind)?;
            }
        }
        Ok(())
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    let visibility = attribute(element, "visibility");
    matches!(visibility.as_deref(), Some("collapse" | "filter"))
}

fn begin_cell(element: &BytesStart) -> OdsCell {
    let text = |name| attribute(element, name).unwrap_or_default();
    let value = [
        "value",
        "date-value",
        "time-value",
        "boolean-value",
        "string-value",
    ]
    .iter()
    .find_map(|name| attribute(element, name));
    OdsCell {
        kind: text("value-type"),
        value: value.unwrap_or_default(),
        currency: text("currency"),
        formula: attribute(element, "formula"),
        columns: number_of(element, "number-columns-repeated").unwrap_or(1),
        span: (
            number_of(element, "number-rows-spanned").unwrap_or(1),
            number_of(element, "number-columns-spanned").unwrap_or(1),
        ),
        ..OdsCell::default()
    }
}

impl OdsCell {
    fn read(&self) -> (String, CellKind) {
        let plain = match self.value.parse::<f64>() {
            Ok(value) if self.value.contains(['e', 'E']) => number_text(value),
            _ => self.value.clone(),
        };
        let shown = self.text.trim();
        match self.kind.as_str() {
            // Older programs keep 0 for a formula that ends in an error.
            "float" | "percentage" | "currency" if is_error(shown) => {
                (shown.to_owned(), CellKind::Text)
            }
            "float" => (padded(&plain, shown), CellKind::Number),
            "percentage" => (DisplayFormat::Percent.write(&plain), CellKind::Number),
            "currency" => match currency_of(&self.currency) {
                Some(sign) => (
                    DisplayFormat::Currency(sign).write(&plain),
                    CellKind::Number,
                ),
                None => (plain, CellKind::Number),
            },
            "date" => (
                self.value.trim_end_matches("T00:00:00").to_owned(),
                CellKind::Text,
            ),
            "boolean" => (self.value.to_uppercase(), CellKind::Text),
            "" if shown.is_empty() => match &self.formula {
                Some(_) => (NO_VALUE.to_owned(), CellKind::Formula),
                None => (String::new(), CellKind::Text),
            },
            _ if shown.is_empty() => (self.value.clone(), CellKind::Text),
            _ => (shown.to_owned(), CellKind::Text),
        }
    }
}

/// Whether a cell shows the error of a formula, such as `#DIV/0!` or `Err:502`.
fn is_error(shown: &str) -> bool {
    shown.starts_with("Err:") || (shown.starts_with('#') && shown.ends_with(['!', '?', 'A']))
}

/// A code that is shown with zeros in front keeps them.
fn padded(plain: &str, shown: &str) -> String {
    let is_code = shown.len() > plain.len()
        && shown.starts_with('0')
        && shown.bytes().all(|digit| digit.is_ascii_digit())
        && shown.trim_start_matches('0') == plain.trim_start_matches('0');
    match is_code {
        true => shown.to_owned(),
        false => plain.to_owned(),
    }
}
