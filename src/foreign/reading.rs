//! How a column can be read.

use crate::locale::Message;
use crate::m;
use crate::value::{Grain, Scheme};
use serde::{Deserialize, Serialize};

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Its words are what rows stand for.
    Group,
    /// Its words are codes of a list that many tables share.
    Codes(Scheme),
    Year,
    Quarter,
    Month,
    Date,
    /// Its numbers are added up, over time too.
    Sum,
    /// Its numbers are added up, but not over time.
    Stock,
    /// Its numbers are shown as they stand and never added up.
    Value,
    /// It is not used.
    Leave,
}

const WORDS: [(Reading, &str); 14] = [
    (Reading::Group, "group"),
    (Reading::Codes(Scheme::Usps), "usps"),
    (Reading::Codes(Scheme::Fips), "fips"),
    (Reading::Codes(Scheme::StateName), "state_name"),
    (Reading::Codes(Scheme::Naics), "naics"),
    (Reading::Codes(Scheme::Soc), "soc"),
    (Reading::Year, "year"),
    (Reading::Quarter, "quarter"),
    (Reading::Month, "month"),
    (Reading::Date, "date"),
    (Reading::Sum, "sum"),
    (Reading::Stock, "stock"),
    (Reading::Value, "value"),
    (Reading::Leave, "leave"),
];

impl Reading {
    pub const PERIODS: [(Self, Grain); 4] = [
        (Self::Year, Grain::Year),
        (Self::Quarter, Grain::Quarter),
        (Self::Month, Grain::Month),
        (Self::Date, Grain::Date),
    ];

    /// The word that stands for it in an address.
    pub fn as_str(self) -> &'static str {
        let known = WORDS.iter().find(|(reading, _)| *reading == self);
        known.map_or("leave", |(_, word)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        let known = WORDS.iter().find(|(_, known)| *known == word);
        known.map(|(reading, _)| *reading)
    }

    /// The length of one period, where the column is time.
    pub fn grain(self) -> Option<Grain> {
        let known = Self::PERIODS.iter().find(|(reading, _)| *reading == self);
        known.map(|(_, grain)| *grain)
    }

    pub fn is_measure(self) -> bool {
        matches!(self, Self::Sum | Self::Stock | Self::Value)
    }

    /// What a person chooses it by.
    pub fn label(self) -> Message {
        match self {
            Self::Group => m!(ReadingGroup),
            Self::Codes(Scheme::Usps) => m!(ReadingUsps),
            Self::Codes(Scheme::Fips) => m!(ReadingFips),
            Self::Codes(Scheme::StateName) => m!(ReadingStateName),
            Self::Codes(Scheme::Naics) => m!(ReadingNaics),
            Self::Codes(Scheme::Soc) => m!(ReadingSoc),
            Self::Year => m!(ReadingYear),
            Self::Quarter => m!(ReadingQuarter),
            Self::Month => m!(ReadingMonth),
            Self::Date => m!(ReadingDate),
            Self::Sum => m!(ReadingSum),
            Self::Stock => m!(ReadingStock),
            Self::Value => m!(ReadingValue),
            Self::Leave => m!(ReadingLeave),
        }
    }
}

/// Another reading of one column than the one proposed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Correction {
    pub table: String,
    pub field: String,
    pub reading: Reading,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_is_read_back_from_its_word() {
        for (reading, word) in WORDS {
            assert_eq!(reading.as_str(), word);
            assert_eq!(Reading::parse(word), Some(reading));
        }
        assert_eq!(Reading::parse("average"), None);
    }
}
