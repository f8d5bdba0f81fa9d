//! Moments with a time zone, for releases at a set time. Nothing here reads a clock but [`PointInTime::now`], which only
//! the command line calls.

use crate::value::DateWords;
use std::time::{SystemTime, UNIX_EPOCH};

const DAY: i64 = 86_400;

/// Seconds since the first of January 1970, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PointInTime(pub i64);

impl PointInTime {
    /// The moment by the computer's clock.
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Self(since.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }))
    }

    /// Reads `2026-12-15T08:30-05:00`, also with seconds, and with `Z` for UTC. A time without a zone is refused: it
    /// would be another moment on another computer.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "“{text}” is not a time with a time zone; write it as 2026-12-15T08:30-05:00, or with Z for UTC"
            )
        };
        let (day, rest) = text.split_once('T').ok_or_else(wrong)?;
        let day = days_of(day).ok_or_else(wrong)?;
        let at = rest.find(['Z', '+', '-']).ok_or_else(wrong)?;
        let (time, zone) = rest.split_at(at);
        let time = match time.split(':').collect::<Vec<_>>()[..] {
            [hours, minutes] => clock(hours, minutes, "00"),
            [hours, minutes, seconds] => clock(hours, minutes, seconds),
            _ => None,
        };
        let zone = match zone.split_at(1) {
            ("Z", "") => Some(0),
            (sign @ ("+" | "-"), zone) => zone.split_once(':').and_then(|(hours, minutes)| {
                let seconds = clock(hours, minutes, "00")?;
                Some(if sign == "-" { -seconds } else { seconds })
            }),
            _ => None,
        };
        let (time, zone) = (time.ok_or_else(wrong)?, zone.ok_or_else(wrong)?);
        Ok(Self(day * DAY + time - zone))
    }

    /// The day in UTC, YYYY-MM-DD.
    pub fn day(self) -> String {
        let (year, month, day) = civil(self.0.div_euclid(DAY));
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// "2026-12-15 13:30 UTC".
    pub fn words(self) -> String {
        let minutes = self.0.rem_euclid(DAY) / 60;
        format!("{} {:02}:{:02} UTC", self.day(), minutes / 60, minutes % 60)
    }
}

/// Seconds of a time of day; `None` for hours above 23 or minutes or seconds above 59.
fn clock(hours: &str, minutes: &str, seconds: &str) -> Option<i64> {
    let number = |text: &str, most: i64| {
        let is_plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text
            .parse()
            .ok()
            .filter(|number| is_plain && *number <= most);
        number.map(|number: i64| number)
    };
    Some(number(hours, 23)? * 3600 + number(minutes, 59)? * 60 + number(seconds, 59)?)
}

/// Days since 1970-01-01 of a day in the Gregorian calendar.
fn days_of(day: &str) -> Option<i64> {
    DateWords::parse(day).filter(|_| day.len() == 10)?;
    let mut parts = day.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Years that begin in March end with the leap day.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// Year, month and day of a number of days since 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (era * 400 + year + i64::from(month <= 2), month, day)
}
