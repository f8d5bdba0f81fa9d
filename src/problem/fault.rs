//! All faults, each with its code.

use super::{StoryFault, Unread};
use serde::{Deserialize, Serialize};

/// What was found, with the details needed to say what was expected and how to fix it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    // The file as a whole.
    /// The file was not received: HTTP status, or 0 when the server could not be reached.
    NotFetched {
        status: u16,
    },
    /// The server of another site could not be reached, or does not allow cross-origin reads.
    Refused,
    /// A web page was received instead of data.
    WebPage,
    /// The address refers to files that were opened on one computer and exist only there.
    NoFiles,
    /// The publisher withdrew this version of the package.
    Withdrawn {
        version: String,
        /// The day, YYYY-MM-DD.
        on: String,
        reason: String,
        /// Empty: no version replaces it in particular.
        replaced_by: String,
    },
    /// A file of a withdrawn version that is still there.
    WithdrawnFile {
        version: String,
    },
    /// A file that the manifest names is not among the files that were opened.
    NotAmongFiles,
    /// The file is not a table that this site can read.
    NotATable,
    TooManyTables {
        limit: u32,
    },
    /// The visitor stopped the loading.
    Aborted,
    TooLarge {
        bytes: u64,
        limit: u64,
    },
    /// The SHA-256 of the bytes differs from the one in the manifest.
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
    /// The manifest or catalog is not JSON, or does not have the expected structure.
    NotJson {
        detail: String,
    },
    UnreadableCsv {
        detail: String,
    },
    /// A quotation mark that is never closed, or not where it can be, so that cells cannot be told apart.
    QuoteNotClosed {
        line: u64,
    },
    TooManyColumns {
        found: u64,
        limit: u64,
    },
    TooManyRows {
        found: u64,
        limit: u64,
    },
    /// A format that is known by its first bytes and not read.
    OtherFormat {
        format: String,
    },
    /// A file whose first bytes are those of a format, and that cannot be read as that.
    Damaged {
        format: String,
        detail: String,
    },
    /// A file whose parts are packed in a way that is not read.
    OtherCompression {
        name: String,
    },
    /// A file of which no column has one readable value in each row.
    NoCells {
        columns: Vec<String>,
    },
    /// An archive would unpack to more than is read, in bytes.
    UnpacksTooLarge {
        packed: u64,
        limit: u64,
    },
    TooManyFiles {
        count: u32,
        limit: u32,
    },
    /// Archives inside archives inside archives.
    NestedArchives,
    EmptyArchive,
    /// A spreadsheet without a sheet that is shown and has cells; `hidden` are those that it hides.
    NoSheet {
        hidden: Vec<String>,
    },
    /// Text that is not JSON from a place on.
    JsonSyntax {
        line: u32,
        column: u32,
    },
    /// An object with two members of one name.
    JsonTwice {
        name: String,
        line: u32,
        column: u32,
    },
    /// JSON without a list of records.
    NoRecords,
    /// A part of a file that does not fit its other parts, or its format.
    PartUnfit {
        format: String,
        part: String,
    },
    /// A value whose row asks for a multiplication by a power of ten that cannot be done.
    NotMultiplied {
        value: String,
        multiplier: String,
        line: u32,
    },
    /// The part of the site that reads such files could not be fetched.
    NoFormatModule,

    // The manifest.
    MissingProperty {
        property: String,
    },
    /// A property of the standard with a value that this site does not follow.
    PropertyNotFollowed {
        property: String,
        found: String,
    },
    /// A path that leads out of the package.
    PathOutside {
        path: String,
    },
    /// A property that does not have the type required by the standard.
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

    // The catalog.
    /// Catalog and manifest disagree on whether the numbers are made up.
    IllustrativeDiffers,
    /// The manifest at the package's main address is not the latest version.
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
    /// The cells of a column fit several readings as time. Each choice is a reading in words and the part of
    /// the address that chooses it.
    PeriodUnclear {
        found: String,
        choices: Vec<(String, String)>,
    },

    /// A slice does not have the same rows as the whole table.
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
    /// Not more than a limit that is excluded.
    NotAbove {
        found: String,
        limit: String,
    },
    /// Not less than a limit that is excluded.
    NotBelow {
        found: String,
        limit: String,
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
    /// A measure code has one unit; this row has a different one.
    UnitDiffers {
        found: String,
        expected: String,
    },
    /// The qualifier requires `low` and `high`, or `value`, which are missing.
    QualifierWithoutValue {
        qualifier: String,
    },
    /// `low` is greater than `high`.
    EndsReversed {
        low: String,
        high: String,
    },
    /// `part_of` leads back to the row itself.
    PartOfCircle {
        found: String,
    },
    /// Rows with the same claim differ in a column that must be the same for the whole claim.
    ClaimDiffers {
        claim: String,
        column: String,
        first_row: u64,
    },

    /// A fault in a story.
    Story(StoryFault),
}

impl Fault {
    /// The error code of Frictionless v5, or one of this project with the prefix `outcomes-`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFetched { .. }
            | Self::Aborted
            | Self::Refused
            | Self::NotAmongFiles
            | Self::NoFiles => "scheme-error",
            Self::Withdrawn { .. } | Self::WithdrawnFile { .. } => "outcomes-withdrawn",
            Self::WebPage
            | Self::NotATable
            | Self::OtherFormat { .. }
            | Self::OtherCompression { .. }
            | Self::NoCells { .. }
            | Self::NoSheet { .. }
            | Self::NoRecords
            | Self::EmptyArchive => "format-error",
            Self::NoFormatModule => "scheme-error",
            Self::UnpacksTooLarge { .. } | Self::TooManyFiles { .. } | Self::NestedArchives => {
                "outcomes-too-large"
            }
            Self::Damaged { .. }
            | Self::JsonSyntax { .. }
            | Self::JsonTwice { .. }
            | Self::NotMultiplied { .. }
            | Self::PartUnfit { .. } => "source-error",
            Self::TooManyTables { .. } => "outcomes-too-large",
            Self::TooLarge { .. } => "outcomes-too-large",
            Self::HashDiffers { .. } => "hash-count",
            Self::BytesDiffer { .. } => "byte-count",
            Self::NotUtf8 { .. } => "encoding-error",
            Self::NotJson { .. } => "package-error",
            Self::UnreadableCsv { .. } | Self::QuoteNotClosed { .. } => "source-error",
            Self::TooManyColumns { .. } | Self::TooManyRows { .. } => "outcomes-too-large",
            Self::PropertyNotFollowed { .. } => "resource-error",
            Self::PathOutside { .. } => "path-error",
            Self::MissingProperty { .. } | Self::UnknownWord { .. } | Self::WrongShape { .. } => {
                "resource-error"
            }
            Self::UnknownField { .. } | Self::UnknownResource { .. } | Self::BadPattern { .. } => {
                "schema-error"
            }
            Self::MissingColumn { .. } => "missing-label",
            Self::ExtraColumn => "extra-label",
            Self::DuplicateColumn => "duplicate-label",
            Self::PeriodUnclear { .. } => "outcomes-period",
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
            | Self::NotAbove { .. }
            | Self::NotBelow { .. }
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

    /// Whether the row can be used despite the fault, so that it is shown and the fault reported.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::ExtraColumn | Self::BytesDiffer { .. } | Self::CellUnread { .. }
        )
    }
}
