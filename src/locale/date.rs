//! Dates and periods in words. A date says no more than its source: `2025-03` is "March 2025",
//! never the first of March.

use super::tongue::Locale;
use crate::locale::Message;
use crate::m;

impl Locale {
    /// `2022` as "2022", `2025-03` as "March 2025", `2026-01-13` as "January 13, 2026". What is no
    /// such date stands as it is.
    pub fn date(&self, date: &str) -> String {
        in_words(date).map_or_else(|| date.to_owned(), |message| self.text(message))
    }

    /// A period: `2024-Q1` as "Q1 2024", anything else as a [date](Locale::date). A fiscal year
    /// looks like any year; say so with `m!(FiscalYearValue, year = …)`.
    pub fn period(&self, period: &str) -> String {
        match quarter(period) {
            Some((year, quarter)) => self.text(m!(PeriodQuarter, quarter = quarter, year = year)),
            None => self.date(period),
        }
    }
}

/// The date as a message, if it is one.
fn in_words(date: &str) -> Option<Message> {
    let mut fields = date.split('-');
    let year = digits(fields.next()?, 4)?;
    let Some(month) = fields.next() else {
        return Some(m!(DateYear, year = year));
    };
    let month: u32 = digits(month, 2)?
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let Some(day) = fields.next() else {
        return Some(m!(
            DateMonth,
            month = m!(MonthName, number = month),
            year = year
        ));
    };
    let day: u32 = digits(day, 2)?
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    fields.next().is_none().then(|| {
        m!(
            DateDay,
            month = m!(MonthName, number = month),
            day = day,
            year = year
        )
    })
}

/// Year and quarter of `2024-Q1`.
fn quarter(period: &str) -> Option<(&str, &str)> {
    let (year, quarter) = period.split_once("-Q")?;
    matches!(quarter, "1" | "2" | "3" | "4").then_some((digits(year, 4)?, quarter))
}

/// The text, if it is so many digits.
fn digits(text: &str, count: usize) -> Option<&str> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}
