//! How the file of an imported table is read, where the reading was worked out from the file itself and not
//! declared by its publisher. Plain data: `foreign` fills it in, `table` follows it.

use crate::value::Status;
use std::collections::{BTreeMap, BTreeSet};

/// How one imported file is cut into columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The name of each column, in the order of the file; empty where a column has no heading and no cells.
    pub names: Vec<String>,
    /// Records of the file above the first row of data: title lines and the heading.
    pub before: u64,
    /// Rows that are not data or are not added, counted from 1 below the heading: notes, totals.
    pub aside: BTreeSet<u64>,
    /// The column that says which rows are withheld, with the marks that say so. A 0 in such a row is no number.
    pub withheld: Option<(String, BTreeSet<String>)>,
    /// Text cells lose the apostrophe that this site's exports set before `+ - = @`.
    pub own_export: bool,
    /// Of a table whose rows were made anew: the row and the line of the file that each comes from.
    pub source: Vec<(u64, u64)>,
    /// Columns whose cells were in several columns of the file, each with these: the rows that were made of one row
    /// follow each other in their order.
    pub spread: Vec<(String, Vec<String>)>,
}

impl Imported {
    /// The row and the line of the file that a row comes from.
    pub fn place(&self, row: u64, line: u64) -> (u64, u64) {
        let at = usize::try_from(row.saturating_sub(1)).unwrap_or(usize::MAX);
        self.source.get(at).copied().unwrap_or((row, line))
    }

    /// The column of the file that a cell comes from.
    pub fn column<'a>(&'a self, row: u64, column: &'a str) -> &'a str {
        match self.spread.iter().find(|(name, _)| name == column) {
            Some((_, columns)) if !columns.is_empty() => {
                &columns[(row.saturating_sub(1) % columns.len() as u64) as usize]
            }
            _ => column,
        }
    }
}

/// How the numbers of one imported column are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberNotation {
    /// A comma separates the decimals, and points separate thousands.
    pub decimal_comma: bool,
    /// k, M and B after a number without a currency sign are magnitudes.
    pub letters: bool,
    /// Marks after a number that a legend explains.
    pub notes: BTreeSet<String>,
    /// Letters and marks after a number are footnote marks: the visitor said so.
    pub any_note: bool,
    /// What a number without a sign means in a column of percents.
    pub bare: Bare,
    /// Further texts that mean “no number”, each with its reason.
    pub gaps: BTreeMap<String, Status>,
    /// Cells of the column have different units, so the unit of each is kept.
    pub mixed: bool,
    /// A minus behind a number means “or less”, as in the medians of the Census Bureau.
    pub minus_is_bound: bool,
    /// One or two digits alone between parentheses are a footnote mark rather than a negative number.
    pub bracketed_marks: bool,
    /// Such cells are negative numbers: the visitor said so.
    pub bracketed_numbers: bool,
    /// Numbers between parentheses are not below zero: the visitor said so.
    pub positive_brackets: bool,
}

/// What a number without a percent sign means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bare {
    /// The number itself: no other cell of the column has a percent sign.
    #[default]
    Plain,
    /// Percent, as the cells with a sign.
    Percent,
    /// Up to 1 a fraction of one, above 1 percent.
    FractionUpToOne,
    /// A fraction of one: 0.9 is 90 percent.
    Fraction,
    /// Either of the two, so the cell is not read.
    Doubtful,
}

/// The text next to the digits of a number that gives its unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    #[default]
    None,
    Percent,
    Currency(char),
}
