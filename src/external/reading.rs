//! How a column can be read.

use crate::locale::Message;
use crate::m;
use crate::value::{Calendar, Grain, Scheme};
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
    /// Days of which the month comes first.
    MonthFirst,
    /// Days of which the day comes first.
    DayFirst,
    /// Days as a spreadsheet numbers them from 1900, or from 1904.
    Excel1900,
    Excel1904,
    /// Its numbers are added up, over time too.
    Sum,
    /// Its numbers are added up, but not over time.
    Stock,
    /// Its numbers are shown as they stand and never added up.
    Value,
    /// Its marks say which rows are withheld: a 0 there is no number.
    Withheld,
    /// It is not used.
    Leave,
    /// As proposed: the word that only gives hints.
    Auto,
}

const WORDS: [(Reading, &str); 20] = [
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
    (Reading::MonthFirst, "month_first"),
    (Reading::DayFirst, "day_first"),
    (Reading::Excel1900, "excel_1900"),
    (Reading::Excel1904, "excel_1904"),
    (Reading::Sum, "sum"),
    (Reading::Stock, "stock"),
    (Reading::Value, "value"),
    (Reading::Withheld, "withheld"),
    (Reading::Leave, "leave"),
    (Reading::Auto, "auto"),
];

/// An answer to a question about a column: what its cells alone do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// A point separates the decimals.
    Point,
    /// A comma separates the decimals.
    Comma,
    /// Numbers without a sign are percent.
    Percent,
    /// Numbers without a sign are fractions of one.
    Fraction,
    /// k, M and B after a number are magnitudes.
    Magnitude,
    /// Letters and signs after a number are footnote marks.
    Notes,
    /// The numbers are never below zero.
    Positive,
    /// A row that may be a total is one.
    Whole,
    /// No row of this column is a total.
    Part,
    /// Codes such as -99 stand for no value.
    Gaps,
    /// Cells such as -99 and (1) are numbers.
    Numbers,
    /// Columns named by periods or places stay columns.
    Wide,
    /// They are read as rows.
    Rows,
    /// Empty cells below a word stay empty.
    Empty,
}

const HINTS: [(Hint, &str); 14] = [
    (Hint::Point, "point"),
    (Hint::Comma, "comma"),
    (Hint::Percent, "percent"),
    (Hint::Fraction, "fraction"),
    (Hint::Magnitude, "magnitude"),
    (Hint::Notes, "notes"),
    (Hint::Positive, "positive"),
    (Hint::Whole, "whole"),
    (Hint::Part, "part"),
    (Hint::Gaps, "gaps"),
    (Hint::Numbers, "numbers"),
    (Hint::Wide, "wide"),
    (Hint::Rows, "rows"),
    (Hint::Empty, "empty"),
];

impl Hint {
    /// The word that stands for it in an address.
    pub fn as_str(self) -> &'static str {
        let known = HINTS.iter().find(|(hint, _)| *hint == self);
        known.map_or("", |(_, word)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        let known = HINTS.iter().find(|(_, known)| *known == word);
        known.map(|(hint, _)| *hint)
    }

    /// What a person chooses it by.
    pub fn label(self) -> Message {
        match self {
            Self::Point => m!(HintPoint),
            Self::Comma => m!(HintComma),
            Self::Percent => m!(HintPercent),
            Self::Fraction => m!(HintFraction),
            Self::Magnitude => m!(HintMagnitude),
            Self::Notes => m!(HintNotes),
            Self::Positive => m!(HintPositive),
            Self::Whole => m!(HintWhole),
            Self::Part => m!(HintPart),
            Self::Gaps => m!(HintGaps),
            Self::Numbers => m!(HintNumbers),
            Self::Wide => m!(HintWide),
            Self::Rows => m!(HintRows),
            Self::Empty => m!(HintEmpty),
        }
    }
}

impl Reading {
    const PERIODS: [(Self, Calendar); 8] = [
        (Self::Year, Calendar::Years),
        (Self::Quarter, Calendar::Quarters),
        (Self::Month, Calendar::Months),
        (Self::Date, Calendar::Days),
        (Self::MonthFirst, Calendar::MonthFirst),
        (Self::DayFirst, Calendar::DayFirst),
        (Self::Excel1900, Calendar::Excel1900),
        (Self::Excel1904, Calendar::Excel1904),
    ];

    /// The reading of a column that follows a calendar.
    pub fn of(calendar: Calendar) -> Self {
        let known = Self::PERIODS.iter().find(|(_, known)| *known == calendar);
        known.map_or(Self::Group, |(reading, _)| *reading)
    }

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
        self.calendar().map(Calendar::grain)
    }

    /// How the cells name time, where the column is time.
    pub fn calendar(self) -> Option<Calendar> {
        let known = Self::PERIODS.iter().find(|(reading, _)| *reading == self);
        known.map(|(_, calendar)| *calendar)
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
            Self::MonthFirst => m!(ReadingMonthFirst),
            Self::DayFirst => m!(ReadingDayFirst),
            Self::Excel1900 => m!(ReadingExcelFrom1900),
            Self::Excel1904 => m!(ReadingExcelFrom1904),
            Self::Sum => m!(ReadingSum),
            Self::Stock => m!(ReadingStock),
            Self::Value => m!(ReadingValue),
            Self::Withheld => m!(ReadingWithheld),
            Self::Leave => m!(ReadingLeave),
            Self::Auto => m!(ReadingAuto),
        }
    }
}

/// Another reading of one column than the one proposed, or an answer to a question about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReadingOverride {
    pub table: String,
    pub field: String,
    pub reading: Reading,
    /// Answers to questions about its cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
}

impl ReadingOverride {
    /// The part of an address that says it: `as=table~column~reading`, with the hints after it.
    pub fn in_address(&self, encode: impl Fn(&str) -> String) -> String {
        let mut part = format!(
            "as={}~{}~{}",
            encode(&self.table),
            encode(&self.field),
            self.reading.as_str()
        );
        for hint in &self.hints {
            part.push('~');
            part.push_str(hint.as_str());
        }
        part
    }
}

/// Percent-encoding of everything but unreserved characters, `~` included.
pub fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
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
        for (hint, word) in HINTS {
            assert_eq!(hint.as_str(), word);
            assert_eq!(Hint::parse(word), Some(hint));
        }
    }
}
