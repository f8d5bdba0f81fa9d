//! Days and times that spreadsheets count from 1900 or from 1904 → texts.

use super::display::DisplayFormat;
use crate::value::{day_at, day_number};

/// The first day that Excel has no date for: the last is 9999-12-31.
const END_OF_DAYS: f64 = 2_958_466.0;
/// Days from 1900 to 1904, as Excel counts them.
const DAYS_TO_1904: f64 = 1462.0;

/// A day as 2024-03-31, a month as 2024-03, with the time of day where there is one. Nothing for a number that is no day
/// of the calendar.
pub fn date_text(number: f64, format: DisplayFormat, is_1904: bool) -> Option<String> {
    let days = if is_1904 {
        number + DAYS_TO_1904
    } else {
        number
    };
    // Day 60 of 1900 is February 29, which that year did not have; days before it are one later than they were counted.
    if !(1.0..END_OF_DAYS).contains(&days) || (60.0..61.0).contains(&days) {
        return None;
    }
    let seconds = (days.fract() * 86_400.0).round() as u64;
    let whole = days.floor() as i32 + i32::from(seconds >= 86_400);
    let since_1900 = if whole > 60 { whole - 1 } else { whole };
    let (year, month, day) = day_at(day_number("1899-12-31") + since_1900);
    Some(match (format, seconds % 86_400) {
        (DisplayFormat::Year, _) => format!("{year}"),
        (DisplayFormat::Month, _) => format!("{year}-{month:02}"),
        (_, 0) => format!("{year}-{month:02}-{day:02}"),
        (_, seconds) => format!(
            "{year}-{month:02}-{day:02}T{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        ),
    })
}

/// A time as 13:05:00; a length of time may have more than 24 hours.
pub fn time_text(days: f64) -> Option<String> {
    if !(0.0..END_OF_DAYS).contains(&days) {
        return None;
    }
    let seconds = (days * 86_400.0).round() as u64;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    Some(format!("{}:{:02}:{rest:02}", minutes / 60, minutes % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_of_the_file() {
        for (number, is_1904, date) in [
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None),
            (61.0, false, Some("1900-03-01")),
            (45382.0, false, Some("2024-03-31")),
            (45382.5, false, Some("2024-03-31T12:00:00")),
            (45_382.999_999_9, false, Some("2024-04-01")),
            (2_958_465.0, false, Some("9999-12-31")),
            (2_958_466.0, false, None),
            (0.5, false, None),
            (-1.0, false, None),
            (0.0, true, Some("1904-01-01")),
            (43920.0, true, Some("2024-03-31")),
        ] {
            let found = date_text(number, DisplayFormat::Day, is_1904);
            assert_eq!(found.as_deref(), date, "{number}");
        }
        assert_eq!(time_text(0.5).as_deref(), Some("12:00:00"));
        assert_eq!(time_text(1.5).as_deref(), Some("36:00:00"));
        assert_eq!(time_text(-0.5), None);
        let month = date_text(45352.0, DisplayFormat::Month, false);
        assert_eq!(month.as_deref(), Some("2024-03"));
    }
}
