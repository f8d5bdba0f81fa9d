//! Columns of codes and numbers, read and checked cell by cell.
//!
//! No string and no object per row: dimension values are small integers into a list of words,
//! numbers are dense columns with a status column beside them, long texts share one buffer. Row
//! sets are bit masks. This module knows no query: its loops can be tuned without touching meaning.

mod cell;
mod codes;
mod dataset;
mod digits;
mod figures;
mod group;
mod keys;
mod links;
mod load;
mod numbers;
mod raw;
mod read;
mod report;
mod rows;
mod statuses;
mod texts;
pub mod written;

pub use codes::{CodeColumn, Codes};
pub use dataset::{Dataset, Links};
pub use group::{Grouping, Sums, Weights, group};
pub use load::{assemble, load, needed};
pub use numbers::{NumberColumn, RawCell};
pub use raw::{RawRow, raw_rows};
pub use read::read;
pub(crate) use read::{begins, reader};
pub use rows::RowSet;
pub use texts::TextColumn;

use crate::package::Sign;

/// Whether a spreadsheet would run a text as a formula: exports set an apostrophe before such texts. Formulas begin
/// with one of a few characters, also in their full-width form, and spreadsheets ignore white space before them.
pub fn is_formula(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    let first = text.trim_start_matches([' ', '\u{a0}']).chars().next();
    matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    )
}

/// One resource in memory.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub resource: String,
    /// Rows that can be used.
    pub len: usize,
    /// Rows of the file that could not be used; each has a problem.
    pub left_out: u32,
    /// Their numbers in the file, counted from 1, in order.
    skipped: Vec<u64>,
    /// How far the lines of the file are ahead of its rows, from which row on: the heading is a line, and a
    /// quoted cell may hold several. Behind them where several rows were made of one line.
    ahead: Vec<(u64, i64)>,
    pub columns: Vec<(String, Column)>,
    /// The sign beside each number of a column whose cells have different units, by column.
    signs: Vec<(String, Vec<Sign>)>,
}

/// One field of a resource.
#[derive(Clone, Debug)]
pub enum Column {
    /// Words from a short list: dimensions, periods, keys, closed lists.
    Codes(CodeColumn),
    Numbers(NumberColumn),
    /// Words that are mostly different in every row: titles, notes, addresses.
    Texts(TextColumn),
}

impl Table {
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, column)| column)
    }

    pub fn codes(&self, name: &str) -> Option<&CodeColumn> {
        match self.column(name)? {
            Column::Codes(column) => Some(column),
            _ => None,
        }
    }

    pub fn numbers(&self, name: &str) -> Option<&NumberColumn> {
        match self.column(name)? {
            Column::Numbers(column) => Some(column),
            _ => None,
        }
    }

    /// Puts other words in the place of those of a column of codes.
    pub fn rename(&mut self, field: &str, name: impl FnMut(&str) -> String) {
        let column = self.columns.iter_mut().find(|(known, _)| known == field);
        if let Some((_, Column::Codes(column))) = column {
            column.rename(name);
        }
    }

    /// Adds a column of words that the file does not have, one word for each row.
    pub fn add_words(&mut self, field: &str, words: impl Iterator<Item = String>) {
        let mut column = CodeColumn::default();
        for word in words.take(self.len) {
            column.push(word.as_bytes());
        }
        self.columns.push((field.to_owned(), Column::Codes(column)));
    }

    /// The text of one cell; numbers and gaps are empty.
    pub fn text(&self, name: &str, row: usize) -> &str {
        match self.column(name) {
            Some(Column::Codes(column)) => column.word_at(row),
            Some(Column::Texts(column)) => column.at(row),
            _ => "",
        }
    }

    /// The sign beside the number of each row; `None` where the column has one unit.
    pub fn signs(&self, name: &str) -> Option<&[Sign]> {
        let found = self.signs.iter().find(|(field, _)| field == name);
        found.map(|(_, signs)| signs.as_slice())
    }

    /// Which data row of the file a row is, counted from 1.
    pub fn file_row(&self, row: usize) -> u64 {
        let mut number = row as u64 + 1;
        for skipped in &self.skipped {
            if *skipped > number {
                break;
            }
            number += 1;
        }
        number
    }

    /// On which line of the file a row begins, counted from 1.
    pub fn file_line(&self, row: usize) -> u64 {
        let row = self.file_row(row);
        let before = self.ahead.partition_point(|(from, _)| *from <= row);
        let ahead = before.checked_sub(1).map_or(0, |at| self.ahead[at].1);
        row.saturating_add_signed(ahead)
    }

    /// Keeps only the rows of `keep`; the others are counted as left out.
    pub(super) fn retain(&mut self, keep: &RowSet) {
        let kept = keep.count();
        let lost: Vec<u64> = (0..self.len)
            .filter(|row| !keep.contains(*row))
            .map(|row| self.file_row(row))
            .collect();
        self.skipped.extend(lost);
        self.skipped.sort_unstable();
        self.left_out += (self.len - kept) as u32;
        for (_, column) in &mut self.columns {
            match column {
                Column::Codes(column) => column.retain(keep),
                Column::Numbers(column) => column.retain(keep),
                Column::Texts(column) => column.retain(keep),
            }
        }
        for (_, signs) in &mut self.signs {
            *signs = keep.iter().map(|row| signs[row]).collect();
        }
        self.len = kept;
    }
}
