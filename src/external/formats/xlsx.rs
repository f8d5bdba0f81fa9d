//! Excel workbooks (XLSX).
//!
//! Standard: ECMA-376, part 1, SpreadsheetML. Only what a cell is and says is read: its value, its number format, whether
//! its formula has a stored value, and what is merged and hidden.

use super::UnpackedFile;
use super::archive::{CheckedArchive, damaged};
use super::dates::{date_text, time_text};
use super::display::{DisplayFormat, number_text};
use super::grid::{CellKind, MAX_ROWS, MergedCells, NO_VALUE, SheetGrid};
use super::workbook::{
    FORMAT, Workbook, attribute, entity_text, is_on, missing, part, without_escapes,
};
use crate::external::import_notices::ImportNotice;
use crate::problem::{Fault, Problem, SourceLocation};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Columns that are looked at: Excel has no more.
const MAX_COLUMNS: u32 = 16_384;

/// The sheets of a workbook that are not hidden and have cells.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<UnpackedFile>, Problem> {
    let fault = |fault| Problem::new(SourceLocation::file(name), fault);
    let mut archive = CheckedArchive::open(bytes).map_err(fault)?;
    archive.check(bytes).map_err(fault)?;
    let mut book = Workbook::open(&mut archive).map_err(fault)?;
    let mut files = Vec::new();
    let mut hidden = Vec::new();
    for sheet in std::mem::take(&mut book.sheets) {
        let text = part(&mut archive, &sheet.part).map_err(fault)?;
        if sheet.is_hidden {
            hidden.push(sheet.name);
            continue;
        }
        let path = format!("{name}#{}", sheet.name);
        let in_sheet = |fault| Problem::new(SourceLocation::file(&path), fault);
        if text.is_empty() {
            return Err(in_sheet(missing(&sheet.part)));
        }
        let grid = SheetReader::new(&book).read(&text).map_err(in_sheet)?;
        if !grid.is_empty() {
            files.push(grid.write(path)?);
        }
    }
    match files.first_mut() {
        Some(first) if !hidden.is_empty() => {
            first
                .told
                .push(ImportNotice::HiddenSheets { sheets: hidden });
        }
        Some(_) => {}
        None => return Err(fault(Fault::NoSheet { hidden })),
    }
    Ok(files)
}

/// Row and column of an address such as B3, counted from 0.
fn position(address: &str) -> Option<(u32, u32)> {
    let address = address.replace('$', "");
    let end = address.find(|mark: char| mark.is_ascii_digit())?;
    let (letters, digits) = address.split_at(end);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0u32, |sum, letter| {
        let letter = letter.to_ascii_uppercase();
        let is_letter = letter.is_ascii_uppercase();
        is_letter.then(|| sum * 26 + u32::from(letter - b'A') + 1)
    })?;
    let row: u32 = digits.parse().ok()?;
    let is_inside = (1..=MAX_ROWS).contains(&row) && column <= MAX_COLUMNS;
    is_inside.then(|| (row - 1, column - 1))
}

/// Reads one sheet.
struct SheetReader<'a> {
    book: &'a Workbook,
    grid: SheetGrid,
    next_row: u32,
    next_column: u32,
    place: (u32, u32),
    kind: String,
    style: usize,
    has_formula: bool,
    value: String,
    /// The cell as a number divided by thousands, where its format divides it.
    divided: Option<String>,
    /// Text that comes is part of the value.
    is_value: bool,
    is_phonetic: bool,
}

impl<'a> SheetReader<'a> {
    fn new(book: &'a Workbook) -> Self {
        Self {
            book,
            grid: SheetGrid::default(),
            next_row: 0,
            next_column: 0,
            place: (0, 0),
            kind: String::new(),
            style: 0,
            has_formula: false,
            value: String::new(),
            divided: None,
            is_value: false,
            is_phonetic: false,
        }
    }

    fn read(mut self, text: &str) -> Result<SheetGrid, Fault> {
        let mut reader = Reader::from_str(text);
        loop {
            let event = reader
                .read_event()
                .map_err(|error| damaged(FORMAT, &error))?;
            match event {
                Event::Eof => return Ok(self.grid),
                Event::Start(ref element) => self.begin(element)?,
                Event::Empty(ref element) => {
                    self.begin(element)?;
                    self.end(element.local_name().as_ref())?;
                }
                Event::End(element) => self.end(element.local_name().as_ref())?,
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::CData(text) => self.text(&text.into_inner()),
                Event::GeneralRef(entity) => self.text(&entity_text(&entity.into_inner())),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_value {
            self.value.push_str(text);
        }
    }

    fn begin(&mut self, element: &BytesStart) -> Result<(), Fault> {
        match element.local_name().as_ref() {
            "row" => {
                let row = attribute(element, "r").and_then(|row| row.parse::<u32>().ok());
                let row = row
                    .and_then(|row| row.checked_sub(1))
                    .unwrap_or(self.next_row);
                if row >= MAX_ROWS {
                    return Err(missing("row"));
                }
                if is_on(element, "hidden") {
                    self.grid.hidden_rows.insert(row);
                }
                (self.next_row, self.next_column) = (row + 1, 0);
            }
            "col" if is_on(element, "hidden") => {
                let place = |name| attribute(element, name).and_then(|at| at.parse::<u32>().ok());
                let first = place("min").unwrap_or(1).saturating_sub(1);
                let last = place("max").unwrap_or(first + 1).min(MAX_COLUMNS);
                self.grid.hidden_columns.extend(first..last);
            }
            "c" => {
                self.place = match attribute(element, "r") {
                    Some(address) => position(&address).ok_or_else(|| missing(&address))?,
                    None => (self.next_row.saturating_sub(1), self.next_column),
                };
                self.next_column = self.place.1 + 1;
                self.kind = attribute(element, "t").unwrap_or_default();
                let style = attribute(element, "s").and_then(|style| style.parse().ok());
                self.style = style.unwrap_or(0);
                self.has_formula = false;
                self.value.clear();
            }
            "f" => self.has_formula = true,
            "v" | "t" => self.is_value = !self.is_phonetic,
            // How a text inside a cell is pronounced.
            "rPh" => self.is_phonetic = true,
            "mergeCell" => {
                let range = attribute(element, "ref").unwrap_or_default();
                let ends = range.split_once(':');
                let ends = ends.map(|(from, to)| (position(from), position(to)));
                if let Some((Some(from), Some(to))) = ends {
                    self.grid.merged.push(MergedCells {
                        rows: (from.0.min(to.0), from.0.max(to.0)),
                        columns: (from.1.min(to.1), from.1.max(to.1)),
                    });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "v" | "t" => self.is_value = false,
            "rPh" => self.is_phonetic = false,
            "c" => {
                let (text, kind) = self.cell()?;
                let (row, column) = self.place;
                self.grid.put(row, column, text, kind)?;
                if let Some(divided) = self.divided.take() {
                    self.grid.show_divided(row, column, divided);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The text of the cell that ends.
    fn cell(&mut self) -> Result<(String, CellKind), Fault> {
        let value = std::mem::take(&mut self.value);
        if value.is_empty() {
            return Ok(match self.has_formula && self.kind != "str" {
                true => (NO_VALUE.to_owned(), CellKind::Formula),
                false => (String::new(), CellKind::Text),
            });
        }
        Ok(match self.kind.as_str() {
            "s" => {
                let index = value.trim().parse::<usize>().ok();
                let text = index.and_then(|index| self.book.strings.get(index));
                let text = text.ok_or_else(|| missing("sharedStrings"))?;
                (text.clone(), CellKind::Text)
            }
            "b" => {
                let is_true = value.trim() == "1" || value.trim() == "true";
                (
                    if is_true { "TRUE" } else { "FALSE" }.to_owned(),
                    CellKind::Text,
                )
            }
            "str" | "inlineStr" => (without_escapes(value), CellKind::Text),
            "e" => (value, CellKind::Text),
            "d" => (
                value.trim_end_matches("T00:00:00").to_owned(),
                CellKind::Text,
            ),
            _ => self.number(value.trim()),
        })
    }

    fn number(&mut self, value: &str) -> (String, CellKind) {
        let style = self.book.styles.get(self.style);
        let style = style.cloned().unwrap_or_default();
        let Ok(number) = value.parse::<f64>() else {
            return (value.to_owned(), CellKind::Text);
        };
        if self.has_formula && self.book.is_uncomputed && number == 0.0 {
            return (NO_VALUE.to_owned(), CellKind::Formula);
        }
        let text = number_text(number);
        match style.format {
            DisplayFormat::Day | DisplayFormat::Month | DisplayFormat::Year => {
                match date_text(number, style.format, self.book.is_1904) {
                    Some(date) => (date, CellKind::Text),
                    None => (text, CellKind::Number),
                }
            }
            DisplayFormat::Time => match time_text(number) {
                Some(time) => (time, CellKind::Text),
                None => (text, CellKind::Number),
            },
            _ => {
                self.divided = style.write_divided(&text);
                (style.write(&text), CellKind::Number)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_rows_and_columns() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("$AB$12"), Some((11, 27)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for none in ["12", "A0", "XFE1", "A1048577", "", "A"] {
            assert_eq!(position(none), None, "{none}");
        }
    }
}
