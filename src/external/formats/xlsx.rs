//! Excel workbooks (XLSX).
//!
//! Standard: ECMA-376, part 1, SpreadsheetML. Only what a cell is and says is read: its value, its number format, whether
//! its formula has a stored value, and what is merged and hidden.

use super::UnpackedFile;
use super::archive::{CheckedArchive, damaged};
use super::display::{DisplayFormat, number_text};
use super::grid::{CellKind, MergedCells, NO_VALUE, SheetGrid};
use crate::external::decode::decode;
use crate::external::import_notices::ImportNotice;
use crate::problem::{Fault, Problem, SourceLocation};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

const FORMAT: &str = "XLSX";
/// The first day that Excel has no date for: the last is 9999-12-31.
const END_OF_DAYS: f64 = 2_958_466.0;
/// Days from 1900 to 1904, as Excel counts them.
const DAYS_TO_1904: f64 = 1462.0;
/// Columns that are looked at: Excel has no more.
const MAX_COLUMNS: u32 = 16_384;
const MAX_ROWS: u32 = 1_048_576;

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

fn missing(part: &str) -> Fault {
    Fault::PartUnfit {
        format: FORMAT.to_owned(),
        part: part.to_owned(),
    }
}

/// The text of a part of the archive; empty where there is none.
fn part(archive: &mut CheckedArchive, path: &str) -> Result<String, Fault> {
    let bytes = archive.file(path)?;
    let (text, _) = decode(&bytes)?;
    let text = String::from_utf8_lossy(&text);
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

struct BookSheet {
    name: String,
    part: String,
    is_hidden: bool,
}

/// What the sheets of a workbook share.
struct Workbook {
    sheets: Vec<BookSheet>,
    is_1904: bool,
    strings: Vec<String>,
    /// What each cell style shows a number as.
    formats: Vec<DisplayFormat>,
}

impl Workbook {
    fn open(archive: &mut CheckedArchive) -> Result<Self, Fault> {
        let main = links(archive, "_rels/.rels", "")?;
        let main = main
            .into_values()
            .find(|link| link.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |link| link.part);
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let linked = links(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let of_kind = |kind: &str| linked.values().find(|link| link.kind == kind);
        let text = part(archive, &main)?;
        if text.is_empty() {
            return Err(missing(&main));
        }
        let mut book = Self {
            sheets: Vec::new(),
            is_1904: false,
            strings: Vec::new(),
            formats: Vec::new(),
        };
        each_element(&text, |element| match element.local_name().as_ref() {
            "workbookPr" => book.is_1904 |= is_on(element, "date1904"),
            "sheet" => {
                let link = attribute(element, "id").and_then(|id| linked.get(&id));
                // Charts have sheets of their own, without cells.
                if let Some(link) = link.filter(|link| link.kind == "worksheet") {
                    let state = attribute(element, "state").unwrap_or_default();
                    book.sheets.push(BookSheet {
                        name: attribute(element, "name").unwrap_or_default(),
                        part: link.part.clone(),
                        is_hidden: !matches!(state.as_str(), "" | "visible"),
                    });
                }
            }
            _ => {}
        })?;
        if let Some(link) = of_kind("sharedStrings") {
            book.strings = shared_strings(&part(archive, &link.part)?)?;
        }
        if let Some(link) = of_kind("styles") {
            book.formats = formats(&part(archive, &link.part)?)?;
        }
        Ok(book)
    }
}

/// Where a relationship leads, and the last word of its type.
struct PartLink {
    kind: String,
    part: String,
}

/// The relationships of a part by their names; paths are relative to `folder`.
fn links(
    archive: &mut CheckedArchive,
    path: &str,
    folder: &str,
) -> Result<BTreeMap<String, PartLink>, Fault> {
    let text = part(archive, path.trim_start_matches('/'))?;
    let mut links = BTreeMap::new();
    each_element(&text, |element| {
        if element.local_name().as_ref() != "Relationship" {
            return;
        }
        let of = |name| attribute(element, name).unwrap_or_default();
        let target = of("Target");
        let whole = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{folder}/{target}"),
        };
        let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
        links.insert(
            of("Id"),
            PartLink {
                kind,
                part: without_steps(&whole),
            },
        );
    })?;
    Ok(links)
}

/// `xl/../a.xml` → `a.xml`.
fn without_steps(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            step => parts.push(step),
        }
    }
    parts.join("/")
}

fn each_element(text: &str, mut see: impl FnMut(&BytesStart)) -> Result<(), Fault> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(damaged(FORMAT, &error)),
        }
    }
}

/// The attribute of a name, whatever its prefix.
pub fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(unescaped(&found.value))
}

fn is_on(element: &BytesStart, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Text with the entities of XML replaced.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((name, rest)) => {
                out.push_str(&entity_text(name));
                out.push_str(rest);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// What an entity of XML stands for.
pub fn entity_text(name: &str) -> String {
    let letter = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let code =
                name.strip_prefix('#')
                    .and_then(|digits| match digits.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => digits.parse().ok(),
                    });
            code.and_then(char::from_u32)
        }
    };
    letter.map(String::from).unwrap_or_default()
}

/// Letters that XML cannot hold are written `_x000D_`; a `_` before an x is written `_x005F_`.
fn without_escapes(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        out.push_str(&rest[..at]);
        match code {
            Some(letter) => {
                out.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

/// Texts that cells share. Of a text with several fonts all parts count; how it is pronounced does not.
fn shared_strings(text: &str) -> Result<Vec<String>, Fault> {
    let mut reader = Reader::from_str(text);
    let mut strings = Vec::new();
    let mut current: Option<String> = None;
    let (mut in_text, mut in_phonetic) = (false, false);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damaged(FORMAT, &error))?;
        match event {
            Event::Eof => return Ok(strings),
            Event::Empty(element) if element.local_name().as_ref() == "si" => {
                strings.push(String::new())
            }
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => current = Some(String::new()),
                "rPh" => in_phonetic = true,
                "t" => in_text = !in_phonetic,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => strings.extend(current.take().map(without_escapes)),
                "rPh" => in_phonetic = false,
                "t" => in_text = false,
                _ => {}
            },
            Event::Text(text) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(entity) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&entity_text(&entity.into_inner()));
                }
            }
            Event::CData(text) if in_text => {
                if let Some(current) = &mut current {
                    current.push_str(&text.into_inner());
                }
            }
            _ => {}
        }
    }
}

/// What each cell style shows a number as.
fn formats(text: &str) -> Result<Vec<DisplayFormat>, Fault> {
    let mut codes: BTreeMap<u32, DisplayFormat> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader
            .read_event()
            .map_err(|error| damaged(FORMAT, &error))?;
        match event {
            Event::Eof => break,
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Start(ref element) | Event::Empty(ref element) => {
                let number = attribute(element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                match element.local_name().as_ref() {
                    "cellXfs" => in_cells = true,
                    "numFmt" => {
                        let code = attribute(element, "formatCode").unwrap_or_default();
                        codes.insert(number.unwrap_or(0), DisplayFormat::of(&code));
                    }
                    "xf" if in_cells => styles.push(number.unwrap_or(0)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let known = |id: u32| codes.get(&id).copied().unwrap_or_else(|| built_in(id));
    Ok(styles.into_iter().map(known).collect())
}

/// Formats that have a number and no code in the file (18.8.30).
fn built_in(id: u32) -> DisplayFormat {
    match id {
        5..=8 | 42 | 44 => DisplayFormat::Currency('$'),
        9 | 10 => DisplayFormat::Percent,
        17 => DisplayFormat::Month,
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => DisplayFormat::Day,
        _ => DisplayFormat::Plain,
    }
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
                        rows: (from.0, to.0),
                        columns: (from.1, to.1),
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
                self.grid.put(self.place.0, self.place.1, text, kind)?;
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

    fn number(&self, value: &str) -> (String, CellKind) {
        let format = self
            .book
            .formats
            .get(self.style)
            .copied()
            .unwrap_or_default();
        let Ok(number) = value.parse::<f64>() else {
            return (value.to_owned(), CellKind::Text);
        };
        match format {
            DisplayFormat::Day | DisplayFormat::Month | DisplayFormat::Year => {
                match date_text(number, format, self.book.is_1904) {
                    Some(date) => (date, CellKind::Text),
                    None => (number_text(number), CellKind::Number),
                }
            }
            format => (format.write(&number_text(number)), CellKind::Number),
        }
    }
}

/// A day as 2024-03-31, a month as 2024-03, with the time of day where there is one. Nothing for a number that is no day
/// of the calendar.
fn date_text(number: f64, format: DisplayFormat, is_1904: bool) -> Option<String> {
    let days = if is_1904 {
        number + DAYS_TO_1904
    } else {
        number
    };
    // Day 60 of 1900 is February 29, which that year did not have; days before it are one later than they were counted.
    if !(1.0..END_OF_DAYS).contains(&days) || (60.0..61.0).contains(&days) {
        return None;
    }
    let seconds = (days.fract() * 86_400.0).round() as u64;
    let whole = days.floor() as i64 + i64::from(seconds >= 86_400);
    let since_1900 = if whole > 60 { whole - 1 } else { whole };
    let (year, month, day) = civil(since_1900 - 25_568);
    Some(match (format, seconds % 86_400) {
        (DisplayFormat::Year, _) => format!("{year}"),
        (DisplayFormat::Month, _) => format!("{year}-{month:02}"),
        (_, 0) => format!("{year}-{month:02}-{day:02}"),
        (_, seconds) => format!(
            "{year}-{month:02}-{day:02}T{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        ),
    })
}

/// Year, month and day of a count of days from 1970-01-01, in the Gregorian calendar.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    (year + era * 400 + i64::from(month <= 2), month, day)
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

    #[test]
    fn days_are_those_of_the_calendar_of_the_file() {
        for (number, is_1904, date) in [
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None),
            (61.0, false, Some("1900-03-01")),
            (45382.0, false, Some("2024-03-31")),
            (45382.5, false, Some("2024-03-31T12:00:00")),
            (45382.999_999_9, false, Some("2024-04-01")),
            (2_958_465.0, false, Some("9999-12-31")),
            (2_958_466.0, false, None),
            (0.5, false, None),
            (-1.0, false, None),
            (0.0, true, Some("1904-01-01")),
            (43920.0, true, Some("2024-03-31")),
        ] {
            let found = date_text(number, DisplayFormat::Day, is_1904);
            assert_eq!(found.as_deref(), date, "{number}");
        }
        let month = date_text(45352.0, DisplayFormat::Month, false);
        assert_eq!(month.as_deref(), Some("2024-03"));
    }

    #[test]
    fn escapes_of_letters_are_undone() {
        let text = |text: &str| without_escapes(text.to_owned());
        assert_eq!(text("a_x000D_b"), "a\rb");
        assert_eq!(text("_x005F_x41"), "_x41");
        assert_eq!(text("tax_x"), "tax_x");
        assert_eq!(unescaped("a &amp; b &#65; &lt;"), "a & b A <");
    }
}
