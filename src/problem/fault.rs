//! The faults there are, each with its code.

use super::{StoryFault, Unread};
use serde::{Deserialize, Serialize};

/// What was found, with what is needed to say what was expected and how to mend it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    // The file as a whole.
    /// The file did not arrive: HTTP status, or 0 when the server could not be reached.
    NotFetched {
        status: u16,
    },
    /// The server of another site could not be reached, or does not let other sites read its files.
    Refused,
    /// A web page arrived in place of data.
    WebPage,
    /// The address names files that were opened on somebody's machine and that only that machine has.
    NoFiles,
    /// A file that the manifest names is not among those that were opened.
    NotAmongFiles,
    /// The file is not a table that can be read here.
    NotATable,
    TooManyTables {
        limit: u32,
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
    /// A property that is not of the shape the standard gives it.
    WrongShape {
        property: String,
    },
    UnknownWord {
        property: String,
        found: String,
        allowed: Vec<String>,
        near: Option<String>,
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

    // The catalogue.
    /// One says that the numbers are made up, the other does not.
    IllustrativeDiffers,
    /// The manifest at the package's own address is not of the newest version.
    VersionDiffers {
        found: String,
        expected: String,
    },

    // The header.
    MissingColumn {
        near: Option<String>,
    },
    ExtraColumn,
    DuplicateColumn,

    /// A slice does not have the rows of its whole.
    RowsDiffer {
        expected: u64,
        found: u64,
    },

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
    /// A cell of an imported table that is not read as a number; its row stays.
    CellUnread {
        found: String,
        why: Unread,
    },
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
    /// Rows that share a claim differ in what makes them one claim.
    ClaimDiffers {
        claim: String,
        column: String,
        first_row: u64,
    },

    /// What is wrong with a story.
    Story(StoryFault),
}

impl Fault {
    /// The code of Frictionless v5, or ours with the prefix `outcomes-`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFetched { .. }
            | Self::Aborted
            | Self::Refused
            | Self::NotAmongFiles
            | Self::NoFiles => "scheme-error",
            Self::WebPage | Self::NotATable => "format-error",
            Self::TooManyTables { .. } => "outcomes-too-large",
            Self::TooLarge { .. } => "outcomes-too-large",
            Self::HashDiffers { .. } => "hash-count",
            Self::BytesDiffer { .. } => "byte-count",
            Self::NotUtf8 { .. } => "encoding-error",
            Self::NotJson { .. } => "package-error",
            Self::UnreadableCsv { .. } => "source-error",
            Self::MissingProperty { .. } | Self::UnknownWord { .. } | Self::WrongShape { .. } => {
                "resource-error"
            }
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
            Self::RowsDiffer { .. } => "row-count",
            Self::BlankRow => "blank-row",
            Self::DuplicateKey { .. } => "primary-key",
            Self::ForeignKey { .. } => "foreign-key",
            Self::NotOfType { .. } | Self::CellUnread { .. } => "type-error",
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
            Self::ClaimDiffers { .. } => "outcomes-claim",
            Self::Story(fault) => fault.code(),
            Self::IllustrativeDiffers | Self::VersionDiffers { .. } => "catalog-error",
        }
    }

    /// Whether the row can be used in spite of the fault, so that it is shown and the fault told.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::ExtraColumn | Self::BytesDiffer { .. } | Self::CellUnread { .. }
        )
    }
}
