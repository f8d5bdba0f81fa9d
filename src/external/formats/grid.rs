//! Cells of a spreadsheet by row and column → a table of texts, with what a reader must know of it.

use super::UnpackedFile;
use crate::external::import_notices::ImportNotice;
use crate::problem::{Fault, Problem, SourceLocation};
use std::collections::{BTreeMap, BTreeSet};

/// The longest table of texts that a sheet becomes, in bytes.
pub const MAX_TEXT: usize = 128 * 1024 * 1024;
/// Rows of a table: a worksheet has no more, and a browser reads this many in seconds.
pub const MAX_ROWS: u32 = 1_048_576;
/// The text of a cell whose formula has no stored value: what spreadsheets write for a value that is not available. The
/// cell is named in a notice.
pub const NO_VALUE: &str = "#N/A";
/// Cells that one notice names.
const NAMED: usize = 8;
/// Rows are written with as many cells as the widest has, where that is fewer than this: wider tables are refused anyway.
const MAX_WIDTH: u32 = 1501;
/// Words in a heading or title that say that numbers are divided.
const DIVIDED: [&str; 8] = [
    "thousand", "million", "billion", "000s", "000)", "'000", "$k", "in k",
];

/// What a cell was in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    Number,
    Text,
    /// A formula that the file has no value for: `NO_VALUE` is its text.
    Formula,
}

#[derive(Clone, Debug)]
struct GridCell {
    text: String,
    kind: CellKind,
    /// The text of a number that is shown divided by a thousand or a million.
    divided: Option<String>,
}

/// Cells that are one, by their first and last row and column, counted from 0.
#[derive(Clone, Copy, Debug)]
pub struct MergedCells {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// One sheet. Rows and columns are counted from 0.
#[derive(Clone, Debug, Default)]
pub struct SheetGrid {
    rows: BTreeMap<u32, BTreeMap<u32, GridCell>>,
    pub merged: Vec<MergedCells>,
    pub hidden_rows: BTreeSet<u32>,
    pub hidden_columns: BTreeSet<u32>,
    bytes: usize,
}

impl SheetGrid {
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds a cell; an empty one is none. Fails where the sheet has more text than is read.
    pub fn put(
        &mut self,
        row: u32,
        column: u32,
        text: String,
        kind: CellKind,
    ) -> Result<(), Fault> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.bytes += text.len() + 1;
        if self.bytes > MAX_TEXT {
            return Err(too_long(self.bytes));
        }
        let cells = self.rows.entry(row).or_default();
        let divided = None;
        let cell = GridCell {
            text,
            kind,
            divided,
        };
        cells.insert(column, cell);
        Ok(())
    }

    /// Says that a number is shown divided by a thousand or a million, with the text it then has.
    pub fn show_divided(&mut self, row: u32, column: u32, divided: String) {
        let cell = self
            .rows
            .get_mut(&row)
            .and_then(|cells| cells.get_mut(&column));
        if let Some(cell) = cell {
            cell.divided = Some(divided);
        }
    }

    /// The table of texts. Line n is row n of the sheet; empty columns in front are left out.
    pub fn write(mut self, path: String) -> Result<UnpackedFile, Problem> {
        let fault = |fault| Problem::new(SourceLocation::file(&path), fault);
        let mut told = Vec::new();
        self.uncover(&mut told);
        self.tell(&mut told);
        self.divide(&mut told);
        self.fill_down(&mut told);
        let first = self.rows.values().filter_map(|cells| cells.keys().next());
        let first = first.min().copied().unwrap_or(0);
        let last = self.rows.values().filter_map(|cells| cells.keys().last());
        let last = last.max().copied().unwrap_or(0);
        let end = if last - first < MAX_WIDTH {
            last + 1
        } else {
            0
        };
        let mut text = LineWriter::default();
        let mut next = 0;
        for (row, cells) in &self.rows {
            text.skip_lines(row - next);
            next = row + 1;
            let mut at = first;
            for (column, cell) in cells {
                for _ in at..*column {
                    text.cell("");
                }
                at = column + 1;
                text.cell(&cell.text);
            }
            // In a spreadsheet a row has no end: cells that are empty are there.
            for _ in at..end {
                text.cell("");
            }
            text.end_line().map_err(fault)?;
        }
        Ok(UnpackedFile {
            path,
            bytes: text.into_bytes(),
            is_sheet: true,
            told,
        })
    }

    /// Takes cells away that a merged cell covers, which the spreadsheet does not show.
    fn uncover(&mut self, told: &mut Vec<ImportNotice>) {
        let mut covered = BTreeSet::new();
        for merged in &self.merged {
            let (first, last) = merged.rows;
            for (row, cells) in self.rows.range_mut(first..=last) {
                let start = (first, merged.columns.0);
                let columns = merged.columns.0..=merged.columns.1;
                let found: Vec<u32> = cells.range(columns).map(|(column, _)| *column).collect();
                for column in found.into_iter().filter(|column| (*row, *column) != start) {
                    cells.remove(&column);
                    covered.insert((*row, column));
                }
            }
        }
        self.rows.retain(|_, cells| !cells.is_empty());
        let name = |(row, column): &(u32, u32)| format!("{}{}", column_name(*column), row + 1);
        if !covered.is_empty() {
            told.push(ImportNotice::CoveredCells {
                cells: covered.iter().take(NAMED).map(name).collect(),
                count: covered.len() as u32,
            });
        }
    }

    /// Numbers that are shown divided stand as they are shown where a heading or title says by what, and in full otherwise.
    fn divide(&mut self, told: &mut Vec<ImportNotice>) {
        let is_divided =
            |cells: &BTreeMap<u32, GridCell>| cells.values().any(|cell| cell.divided.is_some());
        let Some(first) = self.rows.iter().find(|(_, cells)| is_divided(cells)) else {
            return;
        };
        let says = |cell: &GridCell| {
            let text = cell.text.to_lowercase();
            DIVIDED.iter().any(|word| text.contains(word))
        };
        let mut above = self
            .rows
            .range(..*first.0)
            .flat_map(|(_, cells)| cells.values());
        let is_said = above.any(says);
        let mut columns = BTreeSet::new();
        for (column, cell) in self.rows.values_mut().flatten() {
            let Some(divided) = cell.divided.take() else {
                continue;
            };
            columns.insert(*column);
            if is_said {
                cell.text = divided;
            }
        }
        told.push(ImportNotice::ShownDivided {
            columns: columns.into_iter().map(column_name).collect(),
            is_said,
        });
    }

    fn tell(&self, told: &mut Vec<ImportNotice>) {
        let rows: Vec<u32> = self
            .hidden_rows
            .iter()
            .filter(|row| self.rows.contains_key(row))
            .map(|row| row + 1)
            .collect();
        if !rows.is_empty() {
            told.push(ImportNotice::HiddenRows { rows });
        }
        let has_cells = |column: &&u32| self.rows.values().any(|cells| cells.contains_key(column));
        let columns: Vec<String> = self
            .hidden_columns
            .iter()
            .filter(has_cells)
            .map(|column| column_name(*column))
            .collect();
        if !columns.is_empty() {
            told.push(ImportNotice::HiddenColumns { columns });
        }
        let (formulas, count) = self.named(|cell, _| cell.kind == CellKind::Formula);
        if count > 0 {
            told.push(ImportNotice::NoStoredValue {
                cells: formulas,
                count,
            });
        }
        let numbers: BTreeSet<u32> = self
            .rows
            .values()
            .flatten()
            .filter(|(_, cell)| cell.kind == CellKind::Number)
            .map(|(column, _)| *column)
            .collect();
        let (texts, count) = self.named(|cell, column| {
            cell.kind == CellKind::Text && numbers.contains(&column) && is_plain_number(&cell.text)
        });
        if count > 0 {
            told.push(ImportNotice::TextNumbers {
                cells: texts,
                count,
            });
        }
    }

    /// The addresses of the first cells of a kind, and the number of all.
    fn named(&self, wanted: impl Fn(&GridCell, u32) -> bool) -> (Vec<String>, u32) {
        let mut names = Vec::new();
        let mut count = 0;
        for (row, cells) in &self.rows {
            for (column, _) in cells.iter().filter(|(column, cell)| wanted(cell, **column)) {
                count += 1;
                if names.len() < NAMED {
                    names.push(format!("{}{}", column_name(*column), row + 1));
                }
            }
        }
        (names, count)
    }

    /// A text merged over several rows of data is that of each. A number is not: it would be added more than once. Cells
    /// merged in the heading stay as they are, since the reader of headings carries them over their columns.
    fn fill_down(&mut self, told: &mut Vec<ImportNotice>) {
        let most = self.rows.values().map(BTreeMap::len).max().unwrap_or(0);
        let is_heading = |cells: &BTreeMap<u32, GridCell>| cells.len() * 10 >= most * 6;
        let heading = self.rows.iter().find(|(_, cells)| is_heading(cells));
        let heading = heading.map_or(0, |(row, _)| *row);
        let mut filled = Vec::new();
        let mut once = Vec::new();
        for merged in std::mem::take(&mut self.merged) {
            let (first, last) = merged.rows;
            let (column, last_column) = merged.columns;
            if first <= heading {
                continue;
            }
            let Some(cell) = self
                .rows
                .get(&first)
                .and_then(|cells| cells.get(&column))
                .cloned()
            else {
                continue;
            };
            let name = format!(
                "{}{}:{}{}",
                column_name(column),
                first + 1,
                column_name(last_column),
                last + 1
            );
            if cell.kind != CellKind::Text || is_plain_number(&cell.text) {
                once.push(name);
                continue;
            }
            if last == first {
                continue;
            }
            // Only rows that have other cells: a merge may reach far below the table.
            for (_, cells) in self.rows.range_mut(first + 1..=last) {
                cells.entry(column).or_insert_with(|| cell.clone());
            }
            filled.push(name);
        }
        if !filled.is_empty() {
            told.push(ImportNotice::MergedTexts { cells: filled });
        }
        if !once.is_empty() {
            told.push(ImportNotice::MergedNumbers { cells: once });
        }
    }
}

fn is_plain_number(text: &str) -> bool {
    let digits = text.trim();
    let starts = digits.trim_start_matches('-').bytes().next();
    starts.is_some_and(|digit| digit.is_ascii_digit())
        && digits
            .bytes()
            .all(|mark| mark.is_ascii_digit() || matches!(mark, b',' | b'.' | b'-'))
}

/// A, B, … Z, AA, …
pub fn column_name(column: u32) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    name.reverse();
    String::from_utf8(name).unwrap_or_default()
}

pub fn too_long(bytes: usize) -> Fault {
    Fault::TooLarge {
        bytes: bytes as u64,
        limit: MAX_TEXT as u64,
    }
}

/// A table of texts while it is written: cells between tabs, a line for each row.
#[derive(Debug, Default)]
pub struct LineWriter {
    text: String,
    in_line: bool,
}

impl LineWriter {
    pub fn cell(&mut self, text: &str) {
        if self.in_line {
            self.text.push('\t');
        }
        self.in_line = true;
        let start = self.text.len();
        // One row is one line, so that a line is named by the number of its row.
        let mut is_space = true;
        for letter in text.chars() {
            let letter = if matches!(letter, '\n' | '\r' | '\t' | '\0') {
                ' '
            } else {
                letter
            };
            if letter != ' ' || !is_space {
                self.text.push(letter);
            }
            is_space = letter == ' ';
        }
        while self.text.len() > start && self.text.ends_with(' ') {
            self.text.pop();
        }
        if self.text[start..].contains('"') {
            let quoted = self.text[start..].replace('"', "\"\"");
            self.text.truncate(start);
            self.text.push('"');
            self.text.push_str(&quoted);
            self.text.push('"');
        }
    }

    pub fn skip_lines(&mut self, lines: u32) {
        for _ in 0..lines {
            self.text.push('\n');
        }
    }

    pub fn end_line(&mut self) -> Result<(), Fault> {
        self.text.push('\n');
        self.in_line = false;
        match self.text.len() > MAX_TEXT {
            true => Err(too_long(self.text.len())),
            false => Ok(()),
        }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_one_line_and_columns_have_names() {
        let mut grid = SheetGrid::default();
        for (row, column, text) in [(1, 1, "State"), (1, 2, "He said \"a\nb\""), (3, 2, "5")] {
            let kind = CellKind::Text;
            grid.put(row, column, text.to_owned(), kind).expect("short");
        }
        let file = grid.write("b.xlsx#One".to_owned()).expect("short");
        assert_eq!(
            String::from_utf8(file.bytes).expect("text"),
            "\nState\t\"He said \"\"a b\"\"\"\n\n\t5\n"
        );
        assert_eq!(
            ["A", "Z", "AA", "AZ", "XFD"],
            [0, 25, 26, 51, 16383]
                .map(column_name)
                .each_ref()
                .map(String::as_str)
        );
    }
}
