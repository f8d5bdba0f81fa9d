//! How the file of an imported table is read, where the reading was worked out from the file itself and not
//! declared by its publisher. Plain data: `foreign` fills it in, `table` follows it.

use std::collections::BTreeSet;

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
    /// Further texts that mean “no number”.
    pub gaps: BTreeSet<String>,
    /// Cells of the column have different units, so the unit of each is kept.
    pub mixed: bool,
}

/// What a number without a percent sign means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bare {
    /// The number itself: no other cell of the column has a percent sign.
    #[default]
    Plain,
    /// Percent, as the cells with a sign.
    Percent,
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
