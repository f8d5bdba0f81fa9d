//! What differs between two versions of a package, number by number.
//!
//! Rows are matched by the primary key of their table. A table whose file and schema are the same in both
//! versions is never read: [`changed_tables`] compares hashes first.

mod rows;
mod tables;

pub use tables::{changed_tables, compare_versions};

use super::{Cell, MeasureWords};
use crate::package::FieldRole;

/// How one number differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The same kind of number, and larger.
    Rose,
    /// The same kind of number, and smaller.
    Fell,
    /// Another qualifier, status, type, unit or date.
    Revised,
    /// There was a number, or a gap for another reason; now it is suppressed.
    Suppressed,
    /// There was a number; now there is none.
    Vanished,
    /// There was no number.
    Appeared,
}

impl ChangeKind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 6] = [
        Self::Rose,
        Self::Fell,
        Self::Revised,
        Self::Suppressed,
        Self::Vanished,
        Self::Appeared,
    ];

    /// The word in machine-readable output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Revised => "revised",
            Self::Suppressed => "suppressed",
            Self::Vanished => "vanished",
            Self::Appeared => "appeared",
        }
    }
}

/// One number that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberChange {
    pub kind: ChangeKind,
    /// The title of its table, and the name by which the manifest knows it.
    pub table: String,
    pub resource: String,
    /// What the row is about.
    pub row: Vec<RowPart>,
    pub measure: MeasureWords,
    /// `None`: the version has no such row.
    pub before: Option<Cell>,
    pub after: Option<Cell>,
    /// Other columns that say what the number means and that differ too.
    pub about: Vec<AboutChange>,
}

/// One part of the name of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPart {
    pub text: String,
    /// The text is a date or period.
    pub is_time: bool,
}

/// A column beside a number that says what the number means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutChange {
    pub role: FieldRole,
    pub title: String,
    pub before: String,
    pub after: String,
}

/// Everything that differs between two versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionChanges {
    /// The versions, older first.
    pub before: String,
    pub after: String,
    /// Up to a limit of each kind, by kind, then as published.
    pub changes: Vec<NumberChange>,
    /// How many numbers changed in each way, listed or not; in the order of [`ChangeKind::ALL`].
    pub counts: [usize; ChangeKind::ALL.len()],
    /// Texts with other words: titles, descriptions, names, notes, quotes.
    pub texts: usize,
    /// Files that are no tables and differ: stories and pictures.
    pub files: usize,
    /// Tables that only the newer version has, or only the older.
    pub tables_added: usize,
    pub tables_removed: usize,
    pub rows_added: usize,
    pub rows_removed: usize,
    /// Rows that could not be read in either version, and are not compared.
    pub left_out: u32,
}

impl VersionChanges {
    /// The number of changes of a kind, listed or not.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.counts[kind as usize]
    }

    /// The number of all changes.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The number of each kind that the first `listed` changes do not contain.
    pub fn counts_after(&self, listed: usize) -> [usize; ChangeKind::ALL.len()] {
        let mut counts = self.counts;
        for change in self.changes.iter().take(listed) {
            counts[change.kind as usize] -= 1;
        }
        counts
    }
}
