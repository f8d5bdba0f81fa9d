//! Why a cell has no number, or a number that must be read with care.
//!
//! The letters are those of SDMX's code list `CL_OBS_STATUS` (2.2) and, for the two reasons of
//! suppression, `CL_CONF_STATUS`. Several may apply at once, so a cell has a set.

use serde::{Deserialize, Serialize};

/// One status. "Normal" is the empty set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u16)]
pub enum Status {
    /// B: a break in the series.
    Break = 1,
    /// D: the definition differs.
    DefinitionDiffers = 1 << 1,
    /// E: estimated by the sender.
    Estimated = 1 << 2,
    /// L: exists, but was not collected.
    NotCollected = 1 << 3,
    /// M: cannot exist.
    NotApplicable = 1 << 4,
    /// O: missing, no reason given.
    Missing = 1 << 5,
    /// P: provisional.
    Provisional = 1 << 6,
    /// Q: suppressed.
    Suppressed = 1 << 7,
    /// U: low reliability.
    LowReliability = 1 << 8,
    /// O with a reason of this project: the reporting date has not been reached.
    NotYetDue = 1 << 9,
    /// `CL_CONF_STATUS` A: a small count.
    SmallCount = 1 << 10,
    /// `CL_CONF_STATUS` D: suppressed so that another cell cannot be computed (secondary
    /// suppression).
    Secondary = 1 << 11,
    /// Some of the rows behind a sum have no number.
    Partial = 1 << 12,
}

/// The code list has no such letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLetter;

impl Status {
    /// The word by which exported tables name it: `not_yet_due`.
    pub fn export_word(self) -> String {
        let mut out = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !out.is_empty() {
                out.push('_');
            }
            out.push(letter.to_ascii_lowercase());
        }
        out
    }

    /// Its code in `CL_OBS_STATUS`; `None` for reasons of suppression and for what a sum lacks.
    pub fn observation(self) -> Option<&'static str> {
        Some(match self {
            Self::Break => "B",
            Self::DefinitionDiffers => "D",
            Self::Estimated => "E",
            Self::NotCollected => "L",
            Self::NotApplicable => "M",
            Self::Missing => "O",
            Self::Provisional => "P",
            Self::Suppressed => "Q",
            Self::LowReliability => "U",
            Self::NotYetDue => "not-yet-due",
            Self::SmallCount | Self::Secondary | Self::Partial => return None,
        })
    }

    /// Its code in `CL_CONF_STATUS`; `None` for what is no reason of suppression.
    pub fn confidentiality(self) -> Option<&'static str> {
        match self {
            Self::SmallCount => Some("A"),
            Self::Secondary => Some("D"),
            _ => None,
        }
    }

    /// Every status, the most serious first: the order in which one is chosen for display.
    pub const ALL: [Self; 13] = [
        Self::Suppressed,
        Self::NotYetDue,
        Self::NotApplicable,
        Self::NotCollected,
        Self::Missing,
        Self::Partial,
        Self::Break,
        Self::DefinitionDiffers,
        Self::LowReliability,
        Self::Provisional,
        Self::Estimated,
        Self::SmallCount,
        Self::Secondary,
    ];

    /// Reads a letter of `CL_OBS_STATUS`. `A` (normal) is `Ok(None)`.
    pub fn parse_observation(letter: &str) -> Result<Option<Self>, UnknownLetter> {
        Ok(Some(match letter {
            "A" => return Ok(None),
            "B" => Self::Break,
            "D" => Self::DefinitionDiffers,
            "E" => Self::Estimated,
            "L" => Self::NotCollected,
            "M" => Self::NotApplicable,
            "O" => Self::Missing,
            "P" => Self::Provisional,
            "Q" => Self::Suppressed,
            "U" => Self::LowReliability,
            "not-yet-due" => Self::NotYetDue,
            _ => return Err(UnknownLetter),
        }))
    }

    /// Reads a letter of `CL_CONF_STATUS`. `F` (free) is `Ok(None)`.
    pub fn parse_confidentiality(letter: &str) -> Result<Option<Self>, UnknownLetter> {
        Ok(Some(match letter {
            "F" => return Ok(None),
            "A" => Self::SmallCount,
            "D" => Self::Secondary,
            _ => return Err(UnknownLetter),
        }))
    }
}

/// The statuses of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatusSet(u16);

impl StatusSet {
    /// A normal cell, without any status.
    pub const NORMAL: Self = Self(0);

    pub fn of(status: Status) -> Self {
        Self(status as u16)
    }

    /// The set as the bits of a status column.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Reads the bits of a status column back.
    pub fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    #[must_use]
    pub fn with(self, status: Status) -> Self {
        Self(self.0 | status as u16)
    }

    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn has(self, status: Status) -> bool {
        self.0 & status as u16 != 0
    }

    pub fn is_normal(self) -> bool {
        self.0 == 0
    }

    /// The statuses, the most serious first.
    pub fn iter(self) -> impl Iterator<Item = Status> {
        Status::ALL
            .into_iter()
            .filter(move |status| self.has(*status))
    }

    /// The most serious status, if any.
    pub fn first(self) -> Option<Status> {
        self.iter().next()
    }
}
