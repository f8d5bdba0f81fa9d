//! What is wrong with the data, where, what was expected, and how to mend it.
//!
//! Codes are those of Frictionless v5 where one fits. Nothing is dropped silently: whatever could
//! not be used is in a [`Checked`]'s problems, each with a place.

use serde::{Deserialize, Serialize};

/// A value, and everything that was wrong on the way to it.
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

    /// Takes the value and hands the problems to a collection.
    pub fn collect_into(self, problems: &mut Vec<Problem>) -> T {
        problems.extend(self.problems);
        self.value
    }
}

/// One fault in one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub fault: Fault,
    /// How many more faults of this kind in this file and column are not listed one by one.
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

/// Where a fault is: a file, and as much of row, line and column as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub file: String,
    /// Data row, counted from 1 after the header.
    pub row: Option<u64>,
    /// Line of the file, counted from 1, header included.
    pub line: Option<u64>,
    /// Column by name.
    pub column: Option<String>,
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

    #[must_use]
    pub fn column(&self, name: &str) -> Self {
        Self {
            column: Some(name.to_owned()),
            ..self.clone()
        }
    }
}

/// What was found, with what is needed to say what was expected and how to mend it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    // The file as a whole.
    /// The file did not arrive: HTTP status, or 0 when the server could not be reached.
    NotFetched {
        status: u16,
    },
    /// Loading was stopped by the visitor.
    Aborted,
    TooLarge {
        bytes: u64,
        limit: u64,
    },
    /// The SHA-256 of the bytes is not the one of the manifest.
    HashDiffers {
        expected: String,
        found: String,
    },
    BytesDiffer {
        expected: u64,
        found: u64,
    },
    NotUtf8 {
        offset: u64,
    },
    /// The manifest or catalogue is not JSON, or not of the expected shape.
    NotJson {
        detail: String,
    },
    UnreadableCsv {
        detail: String,
    },

    // The manifest.
    MissingProperty {
        property: String,
    },
    UnknownWord {
        property: String,
        found: String,
        allowed: Vec<String>,
    },
    UnknownField {
        property: String,
        found: String,
        near: Option<String>,
    },
    UnknownResource {
        property: String,
        found: String,
        near: Option<String>,
    },
    BadPattern {
        pattern: String,
    },

    // The header.
    MissingColumn {
        near: Option<String>,
    },
    ExtraColumn,
    DuplicateColumn,

    // A row.
    CellCount {
        expected: u32,
        found: u32,
    },
    BlankRow,
    DuplicateKey {
        key: String,
        first_row: u64,
    },
    ForeignKey {
        found: String,
        resource: String,
        near: Option<String>,
    },

    // A cell.
    NotOfType {
        found: String,
        expected: String,
    },
    Required,
    NotUnique {
        found: String,
        first_row: u64,
    },
    NotInEnum {
        found: String,
        allowed: Vec<String>,
        near: Option<String>,
    },
    BelowMinimum {
        found: String,
        minimum: String,
    },
    AboveMaximum {
        found: String,
        maximum: String,
    },
    PatternMismatch {
        found: String,
        pattern: String,
    },
    TooShort {
        found: String,
        minimum: u64,
    },
    TooLong {
        found: String,
        maximum: u64,
    },

    // Figures.
    /// A measure code has one unit; this row has another.
    UnitDiffers {
        found: String,
        expected: String,
    },
    /// The qualifier asks for `low` and `high`, or for `value`, and they are not there.
    QualifierWithoutValue {
        qualifier: String,
    },
    /// Low is above high.
    EndsReversed {
        low: String,
        high: String,
    },
    /// `part_of` leads back to the row itself.
    PartOfCircle {
        found: String,
    },
}

impl Fault {
    /// The code of Frictionless v5, or ours with the prefix `outcomes-`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFetched { .. } | Self::Aborted => "scheme-error",
            Self::TooLarge { .. } => "outcomes-too-large",
            Self::HashDiffers { .. } => "hash-count",
            Self::BytesDiffer { .. } => "byte-count",
            Self::NotUtf8 { .. } => "encoding-error",
            Self::NotJson { .. } => "package-error",
            Self::UnreadableCsv { .. } => "source-error",
            Self::MissingProperty { .. } | Self::UnknownWord { .. } => "resource-error",
            Self::UnknownField { .. } | Self::UnknownResource { .. } | Self::BadPattern { .. } => {
                "schema-error"
            }
            Self::MissingColumn { .. } => "missing-label",
            Self::ExtraColumn => "extra-label",
            Self::DuplicateColumn => "duplicate-label",
            Self::CellCount { expected, found } => {
                if found > expected {
                    "extra-cell"
                } else {
                    "missing-cell"
                }
            }
            Self::BlankRow => "blank-row",
            Self::DuplicateKey { .. } => "primary-key",
            Self::ForeignKey { .. } => "foreign-key",
            Self::NotOfType { .. } => "type-error",
            Self::NotUnique { .. } => "unique-error",
            Self::Required
            | Self::NotInEnum { .. }
            | Self::BelowMinimum { .. }
            | Self::AboveMaximum { .. }
            | Self::PatternMismatch { .. }
            | Self::TooShort { .. }
            | Self::TooLong { .. } => "constraint-error",
            Self::UnitDiffers { .. } => "outcomes-unit",
            Self::QualifierWithoutValue { .. } | Self::EndsReversed { .. } => "outcomes-quantity",
            Self::PartOfCircle { .. } => "outcomes-part-of",
        }
    }

    /// Whether the row can be used in spite of the fault, so that it is shown and the fault told.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::ExtraColumn | Self::BytesDiffer { .. })
    }
}

/// The word of `words` that `found` was probably meant to be: one slip away, or two in long words.
pub fn nearest<'a>(found: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = if found.chars().count() > 5 { 2 } else { 1 };
    words
        .into_iter()
        .map(|word| (slips(&found.to_lowercase(), &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
}

/// Levenshtein's distance: insertions, deletions and replacements of one letter.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != *right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

impl Problem {
    /// Place, finding, expectation and remedy.
    pub fn sentence(&self) -> crate::locale::Message {
        crate::m!(SubtitleOnly, part = format!("{self:?}"))
    }
}
