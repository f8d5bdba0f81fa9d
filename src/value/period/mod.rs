//! Periods as publishers write them: `2006-07`, `PY2023 Q4`, `Jul-24`, `2024M07`, `3/9/2024`.
//!
//! One cell can often be read in several ways: `2010-11` is a school year or a month, `3/9/2024` is a day
//! in March or in September. [`spellings`] gives every way; the column decides between them
//! (`external/periods.rs`), because only the other cells and the heading hold evidence. Once a column has
//! its [`Calendar`], each cell has at most one meaning.
//!
//! | file | what it reads |
//! |---|---|
//! | `token.rs` | a cell cut into digits, words and marks |
//! | `years.rs` | calendar, fiscal, program and school years, and quarters of them |
//! | `days.rs` | months, days, times of day and day numbers of spreadsheets |

mod days;
mod token;
mod years;

use super::date::{Grain, Period};
use serde::{Deserialize, Serialize};
use token::{Token, tokens};

/// The longest text that can name a period.
const LONGEST: usize = 60;

/// How every cell of one column names time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// Years of any sort: `2019`, `2019.0`, `FY24`, `PY2023`, `2006-07`, `2021/22`, `201718`. A year that
    /// runs over two calendar years is placed by the first one that it names.
    Years,
    /// Quarters of years of any sort.
    Quarters,
    /// Months: `2024-07`, `07/2024`, `Jul-24`, `2024M07`.
    Months,
    /// Days that begin with their year or name their month: `2024-03-09`, `9 March 2024`.
    Days,
    /// Days of which the month comes first: `3/9/2024` is March 9.
    MonthFirst,
    /// Days of which the day comes first: `3/9/2024` is September 3.
    DayFirst,
    /// Days as spreadsheets count them from 1900: 45292 is January 1, 2024.
    Excel1900,
    /// Days as spreadsheets count them from 1904: 43830 is January 1, 2024.
    Excel1904,
}

impl Calendar {
    /// Every calendar there is.
    pub const ALL: [Self; 8] = [
        Self::Years,
        Self::Quarters,
        Self::Months,
        Self::Days,
        Self::MonthFirst,
        Self::DayFirst,
        Self::Excel1900,
        Self::Excel1904,
    ];

    /// How long one of its periods is.
    pub fn grain(self) -> Grain {
        match self {
            Self::Years => Grain::Year,
            Self::Quarters => Grain::Quarter,
            Self::Months => Grain::Month,
            _ => Grain::Date,
        }
    }

    /// Whether its periods are days, which need not follow on without a gap.
    pub fn is_of_days(self) -> bool {
        self.grain() == Grain::Date
    }

    /// Reads one cell; `None` where it is no period of this calendar. The text of the period is what a
    /// person reads: the cell as published without time of day, without the `.0` that a spreadsheet
    /// leaves behind a year, and with the date in place of a day number. That text reads back as the
    /// same period.
    pub fn read(self, text: &str) -> Option<Period> {
        let found = spellings(text);
        let found = found.into_iter().find(|found| found.calendar == self)?;
        Some(Period {
            text: found.text,
            ordinal: found.ordinal,
        })
    }
}

/// One way to read one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodReading {
    pub calendar: Calendar,
    /// The place in time, counted in periods; days as by [`Grain::Date`].
    pub ordinal: i32,
    /// What sort of year is named; cells of one column must agree.
    pub sort: YearSort,
    /// The cell could as well be a plain number, a range or a code: the heading must say that it is time.
    pub needs_heading: bool,
    /// The year is written with two digits.
    pub is_short: bool,
    /// A month by name with two digits, which may be the day of a month without a year.
    pub may_be_day: bool,
    /// How the period is named.
    pub text: String,
}

/// Which year a year is. `FY24` and `2024` are not the same twelve months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearSort {
    pub named: YearName,
    /// It names both calendar years that it runs over.
    pub is_span: bool,
}

/// What a year is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearName {
    #[default]
    Plain,
    Calendar,
    Fiscal,
    FederalFiscal,
    StateFiscal,
    Program,
    School,
    Academic,
}

/// Every way to read a cell, each calendar at most once.
pub fn spellings(text: &str) -> Vec<PeriodReading> {
    let text = text.trim();
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digit || text.len() > LONGEST {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some(cut) = tokens(text) {
        years::read(&cut, text, &mut found);
        days::read_months(&cut, text, &mut found);
    }
    days::read_days(text, &mut found);
    if found.is_empty()
        && let Some(bare) = without_mark(text)
    {
        found = spellings(bare);
        for reading in &mut found {
            reading.needs_heading = true;
            reading.text = text.to_owned();
        }
    }
    found
}

/// A cell without the mark behind its period: `2023*`, `2023 (p)`, `Jan-24r`, `2019 [YR2019]`. `None` where it has no
/// such mark.
pub fn without_mark(text: &str) -> Option<&str> {
    const MARKS: [&str; 16] = [
        "p",
        "r",
        "e",
        "f",
        "b",
        "prelim",
        "prelim.",
        "preliminary",
        "provisional",
        "revised",
        "est",
        "est.",
        "estimate",
        "estimated",
        "projected",
        "forecast",
    ];
    let text = text.trim();
    let raised = |mark: char| matches!(mark, '*' | '†' | '‡' | '¹' | '²' | '³');
    let (before, is_mark) = if text.ends_with([')', ']']) {
        let at = text.rfind(['(', '['])?;
        let inner = text[at + 1..text.len() - 1].to_lowercase();
        let is_number = inner.len() <= 2 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let is_again = inner
            .strip_prefix("yr")
            .is_some_and(|year| text.starts_with(year));
        let is_mark = is_again || is_number && !inner.is_empty();
        (&text[..at], is_mark || MARKS.contains(&inner.as_str()))
    } else if text.ends_with(raised) {
        (text.trim_end_matches(raised), true)
    } else {
        let before = text.trim_end_matches(|mark: char| mark.is_ascii_alphabetic());
        let word = text[before.len()..].to_lowercase();
        (before, word.len() == 1 && MARKS.contains(&word.as_str()))
    };
    let before = before.trim_end();
    (is_mark && before.ends_with(|mark: char| mark.is_ascii_digit())).then_some(before)
}

/// Whether a cell is the mean of a year that stands among the months or quarters of BLS: `M13`,
/// `2024M13`, `2024 Q05`. It is no month and no quarter.
pub fn is_annual_mean(text: &str) -> bool {
    let Some(cut) = tokens(text.trim()) else {
        return false;
    };
    match cut.as_slice() {
        [rest @ .., Token::Word(word), Token::Digits(number)] => {
            let is_mean = matches!((word.as_str(), *number), ("M", "13") | ("Q", "05"));
            let is_year = match rest {
                [] => true,
                [Token::Digits(year)] | [Token::Digits(year), Token::Mark('-')] => year.len() == 4,
                _ => false,
            };
            is_mean && is_year
        }
        _ => false,
    }
}

/// A period of a year as BLS numbers them where the year is in a column of its own: `M01` to `M12` and `Q01`
/// to `Q04` with their numbers; `M13` and `Q05`, the mean of the year, without one.
pub fn bls_period(text: &str) -> Option<(Calendar, Option<u32>)> {
    let letter = text.get(..1)?;
    let (calendar, most) = match letter {
        "M" => (Calendar::Months, 12),
        "Q" => (Calendar::Quarters, 4),
        _ => return None,
    };
    let number = number_between(&text[1..], 2, 1..=most + 1)?;
    Some((calendar, (number <= most).then_some(number)))
}

/// A number with exactly the given count of digits, within limits.
fn number_between(text: &str, length: usize, within: std::ops::RangeInclusive<u32>) -> Option<u32> {
    let is_plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_plain.then(|| text.parse().ok())?;
    number.filter(|number| within.contains(number))
}
