//! Why a cell of an imported table is not read as a number.

use crate::locale::Message;
use crate::m;
use serde::{Deserialize, Serialize};

/// The reason. Each leaves the cell without a number and its row in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// Something other than a number is written here.
    NotNumber,
    /// The digits are not set apart in groups of three, or with the other decimal mark.
    Grouping,
    /// A letter after the digits may be a magnitude or a footnote mark.
    Letter { letter: String },
    /// A mark after the digits is explained nowhere in the file.
    Mark { mark: String },
    /// Two signs that do not go together: `$` and `%`, or two minus signs.
    Signs,
    /// From one number to another.
    Range,
    /// More digits than are kept exactly.
    TooLong,
    /// So small that rounding to six decimals would change it.
    TooSmall,
    /// One or two digits between parentheses among much greater numbers: a footnote mark or a negative number.
    Bracketed,
    /// A number without a percent sign among percents, which may be percent or a fraction.
    Percent,
}

impl Unread {
    /// What was found; `cell` is the text of the cell.
    pub(super) fn finding(&self, cell: &str) -> Message {
        match self {
            Self::NotNumber => m!(CellNotNumber, cell = cell),
            Self::Grouping => m!(CellGrouping, cell = cell),
            Self::Letter { letter } => m!(CellLetter, cell = cell, letter = letter),
            Self::Mark { mark } => m!(CellMark, cell = cell, mark = mark),
            Self::Signs => m!(CellSigns, cell = cell),
            Self::Range => m!(CellRange, cell = cell),
            Self::TooLong => m!(CellTooLong, cell = cell),
            Self::TooSmall => m!(CellTooSmall, cell = cell),
            Self::Percent => m!(CellPercent, cell = cell),
            Self::Bracketed => m!(ForeignCellBracketed, cell = cell),
        }
    }

    pub(super) fn remedy(&self) -> Message {
        match self {
            Self::NotNumber | Self::Signs => m!(CellNotNumberRemedy),
            Self::Grouping => m!(CellGroupingRemedy),
            Self::Letter { .. } => m!(CellLetterRemedy),
            Self::Mark { .. } => m!(CellMarkRemedy),
            Self::Range => m!(CellRangeRemedy),
            Self::TooLong => m!(CellTooLongRemedy),
            Self::TooSmall => m!(CellTooSmallRemedy),
            Self::Percent => m!(CellPercentRemedy),
            Self::Bracketed => m!(ForeignCellBracketedRemedy),
        }
    }
}
