//! A file cut into rows.

use super::import_notices::ImportNotice;
use crate::package::Imported;
use crate::table::written::{Outcome, take_apart};
use crate::value::{Calendar, PeriodReading, Status, spellings};
use std::collections::{BTreeMap, BTreeSet};

/// A file cut into rows.
#[derive(Clone, Debug, Default)]
pub struct ImportedSheet {
    /// How the loader cuts it the same way.
    pub imported: Imported,
    /// The rows of data with the line each begins on, in the order of the file; rows set aside are not among them.
    pub rows: Vec<SheetRow>,
    /// Some rows have more cells than the heading, and are left out by the loader.
    pub has_long_rows: bool,
    /// Marks that a legend below the table explains.
    pub legend: BTreeSet<String>,
    /// Codes that a line beside the table explains as no value: -9 is suppressed.
    pub codes: BTreeMap<String, Status>,
    /// “in thousands”, as a line above or below the table says of its numbers.
    pub scale: Option<String>,
    pub told: Vec<ImportNotice>,
    /// It comes from another format than text: its lines are rows of that, and messages name these.
    pub is_unpacked: bool,
}

/// One row of data.
#[derive(Clone, Debug, Default)]
pub struct SheetRow {
    /// Its number below the heading, counted from 1.
    pub row: u64,
    pub line: u64,
    /// One for each column, without white space at either end.
    pub cells: Vec<String>,
    /// The column with the text that begins furthest to the right in its cell, and after how many blanks.
    pub inset: (usize, usize),
}

/// A record with its line, and whether an empty line stands before it.
pub struct ParsedRecord {
    pub line: u64,
    pub gap: bool,
    /// A quotation mark is not where it can be, so its cells are not sure.
    pub damaged: bool,
    pub cells: Vec<String>,
    /// The column with the text that begins furthest to the right in its cell, and after how many blanks.
    pub inset: (usize, usize),
}

impl ParsedRecord {
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

pub fn is_number(cell: &str) -> bool {
    matches!(take_apart(cell), Ok(Outcome::Number(_) | Outcome::Zero(_)))
}

/// Whether a heading that could be a number names a year or a month: 2019, 2019.0, 201920, 202307.
pub fn is_year(cell: &str) -> bool {
    let year = cell.get(..4).and_then(|year| year.parse::<u32>().ok());
    let is_time =
        |read: &PeriodReading| matches!(read.calendar, Calendar::Years | Calendar::Months);
    year.is_some_and(|year| (1900..=2100).contains(&year)) && spellings(cell).iter().any(is_time)
}

/// The start of a text that may be long.
pub fn shortened(text: &str) -> String {
    const MAX_LENGTH: usize = 80;
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.chars().count() > MAX_LENGTH {
        true => plain.chars().take(MAX_LENGTH - 1).chain(['…']).collect(),
        false => plain,
    }
}

/// The name of the second and each further table of a file.
pub fn further_name(name: &str, place: usize) -> String {
    format!("{name} ({place})")
}
