//! Dates and periods in words. A date is never more precise than its source: `2025-03` is "March 2025",
//! never the first of March.

use super::message::Message;
use super::tongue::Locale;
use crate::m;
use crate::value::{DateWords, Grain, Period};

impl Locale {
    /// `2022` as "2022", `2025-03` as "March 2025", `2026-01-13` as "January 13, 2026". A text that is
    /// no calendar date is returned unchanged.
    pub fn date(&self, date: &str) -> String {
        match DateWords::parse(date).and_then(|date| in_words(&date.0)) {
            Some(message) => self.text(message),
            None => date.to_owned(),
        }
    }

    /// A period: `2024-Q1` as "Q1 2024", anything else as a [date](Locale::date). A fiscal year
    /// looks like any year: [`period`](crate::locale::period) says which it is.
    pub fn period(&self, period: &str) -> String {
        match Period::parse(Grain::Quarter, period).and(period.split_once("-Q")) {
            Some((year, quarter)) => self.text(m!(PeriodQuarter, quarter = quarter, year = year)),
            None => self.date(period),
        }
    }
}

/// A valid date, as a message. The year is text, since it is never grouped.
fn in_words(date: &str) -> Option<Message> {
    let mut fields = date.split('-');
    let year = fields.next()?;
    let Some(month) = fields.next() else {
        return Some(m!(DateYear, year = year));
    };
    let month = m!(MonthName, number = month.parse::<u32>().ok()?);
    Some(match fields.next() {
        None => m!(DateMonth, month = month, year = year),
        Some(day) => m!(
            DateDay,
            month = month,
            day = day.parse::<u32>().ok()?,
            year = year
        ),
    })
}
