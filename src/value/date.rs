//! Dates with the precision of their source, and periods that can be sorted.

use serde::{Deserialize, Serialize};

/// A date of a source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, never more precise than published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DateWords(pub String);

impl DateWords {
    /// Reads a date of one of the three precisions; `None` for anything else, such as a 13th month.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|part| digits(part, 2).ok_or(()));
        let day = parts.next().map(|part| digits(part, 2).ok_or(()));
        if parts.next().is_some() {
            return None;
        }
        match (month, day) {
            (None, None) => {}
            (Some(Ok(1..=12)), None) => {}
            (Some(Ok(month @ 1..=12)), Some(Ok(day)))
                if (1..=days_in(year, month)).contains(&day) => {}
            _ => return None,
        }
        Some(Self(text.to_owned()))
    }

    /// The earliest day that the date allows, for intervals that need a day.
    pub fn first_day(&self) -> String {
        let rest = "-01-01".get(self.0.len().saturating_sub(4)..);
        format!("{}{}", self.0, rest.unwrap_or_default())
    }

    /// The latest day that the date allows.
    pub fn last_day(&self) -> String {
        let text = &self.0;
        let number = |from: usize, to: usize| digits(text.get(from..to)?, to - from);
        match (number(0, 4), number(5, 7)) {
            (Some(year), Some(month)) if text.len() == 7 => {
                format!("{text}-{:02}", days_in(year, month))
            }
            (Some(_), None) => format!("{text}-12-31"),
            _ => text.clone(),
        }
    }
}

fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

pub(super) fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// The length of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    Month,
    Quarter,
    FiscalYear,
    Year,
    Date,
}

/// One period, as written in its file, with a number for sorting and for spacing on an axis (in
/// periods of the grain; a difference of two means that one is missing in between).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    pub text: String,
    pub ordinal: i32,
}

impl Period {
    /// Reads a period of the given grain: `2024`, `2024-03`, `2024-Q1`, `2024-03-09`.
    pub fn parse(grain: Grain, text: &str) -> Option<Self> {
        let ordinal = match grain {
            Grain::Year | Grain::FiscalYear => digits(text, 4)? as i32,
            Grain::Quarter => {
                let (year, quarter) = text.split_once("-Q")?;
                let quarter = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
                digits(year, 4)? as i32 * 4 + quarter as i32 - 1
            }
            Grain::Month => {
                DateWords::parse(text).filter(|_| text.len() == 7)?;
                digits(&text[..4], 4)? as i32 * 12 + digits(&text[5..], 2)? as i32 - 1
            }
            Grain::Date => {
                DateWords::parse(text)?;
                day_number(text)
            }
        };
        Some(Self {
            text: text.to_owned(),
            ordinal,
        })
    }
}

/// The year, month and day with this number, counted as [`day_number`] counts.
pub fn day_at(number: i32) -> (i32, u32, u32) {
    let era = number.div_euclid(146_097);
    let of_era = number.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = match month_from_march < 10 {
        true => month_from_march + 3,
        false => month_from_march - 9,
    };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

/// Days since March 1 of year 0; a missing month or day counts as the first.
pub fn day_number(text: &str) -> i32 {
    let part = |range: std::ops::Range<usize>| {
        text.get(range)
            .and_then(|part| part.parse::<i32>().ok())
            .unwrap_or(1)
    };
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    // Years that begin in March put the leap day last (Howard Hinnant's civil-day arithmetic).
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month_from_march + 2) / 5 + day - 1
}
