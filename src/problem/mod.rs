//! Problems in the data: what is wrong, where, what was expected, and how to fix it.
//!
//! Codes are those of Frictionless v5 where one fits. Nothing is dropped silently: whatever could
//! not be used is in the problems of a [`Checked`], each with its location.

mod cell;
mod fault;
mod near;
mod story;
mod words;

pub use cell::Unread;
pub use fault::Fault;
pub use near::nearest;
pub use story::StoryFault;

use serde::{Deserialize, Serialize};

/// A value, and every problem found while producing it.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Checked<T> {
    pub value: T,
    pub problems: Vec<Problem>,
}

impl<T> Checked<T> {
    pub fn clean(value: T) -> Self {
        Self {
            value,
            problems: Vec::new(),
        }
    }

    pub fn new(value: T, problems: Vec<Problem>) -> Self {
        Self { value, problems }
    }

    /// Returns the value and moves the problems into a collection.
    pub fn collect_into(self, problems: &mut Vec<Problem>) -> T {
        problems.extend(self.problems);
        self.value
    }
}

/// One fault at one location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub fault: Fault,
    /// The number of further faults of this kind in the same file and column that are not listed.
    pub more: u32,
}

impl Problem {
    pub fn new(place: Place, fault: Fault) -> Self {
        Self {
            place,
            fault,
            more: 0,
        }
    }
}

/// The location of a fault: a file, and row, line and column as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub file: String,
    /// Data row, counted from 1 after the header.
    pub row: Option<u64>,
    /// Line of the file, counted from 1, including the header.
    pub line: Option<u64>,
    /// Column name.
    pub column: Option<String>,
    /// Character within the line, counted from 1, where the file is prose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character: Option<u64>,
}

impl Place {
    pub fn file(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn at(&self, row: u64, line: u64) -> Self {
        Self {
            row: Some(row),
            line: Some(line),
            ..self.clone()
        }
    }

    /// A text position in a file of prose.
    #[must_use]
    pub fn spot(&self, line: u64, character: u64) -> Self {
        Self {
            line: Some(line),
            character: Some(character),
            ..self.clone()
        }
    }

    /// A row whose line is not known.
    #[must_use]
    pub fn row(&self, row: u64) -> Self {
        Self {
            row: Some(row),
            ..self.clone()
        }
    }

    #[must_use]
    pub fn column(&self, name: &str) -> Self {
        Self {
            column: Some(name.to_owned()),
            ..self.clone()
        }
    }
}
