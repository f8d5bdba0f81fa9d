//! Values of Parquet columns as texts: every digit as it is stored, days and times as ISO 8601 writes them.
//!
//! Standard: Apache Parquet, "Parquet logical type definitions".

use crate::value::{day_at, day_number};

/// The longest decimal number that is read, in bytes: 77 digits.
const MAX_DECIMAL: usize = 32;
const SECONDS_IN_DAY: i64 = 86_400;
/// The days of the years 1 to 9999, counted from 1970.
const DAYS: std::ops::Range<i64> = -719_162..2_932_897;
/// The day 1970-01-01 in the count of days that dates of `INT96` have.
const JULIAN_1970: i64 = 2_440_588;

/// The text of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellText {
    Text(String),
    /// A missing value.
    Missing,
    /// NaN or an infinity.
    NotFinite,
    /// A value that its type does not allow: text that is not UTF-8, a day outside the calendar.
    Unfit,
}

impl CellText {
    fn of(text: Option<String>) -> Self {
        text.map_or(Self::Unfit, Self::Text)
    }
}

/// How many parts of a second are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondParts {
    Millis,
    Micros,
    Nanos,
}

impl SecondParts {
    fn digits(self) -> usize {
        match self {
            Self::Millis => 3,
            Self::Micros => 6,
            Self::Nanos => 9,
        }
    }

    fn count(self) -> i64 {
        10_i64.pow(self.digits() as u32)
    }
}

/// A number that reads back as itself; 2019.0 is 2019.
pub fn float_text(value: f64, shortest: impl std::fmt::Display) -> CellText {
    if !value.is_finite() {
        CellText::NotFinite
    } else if value == 0.0 {
        CellText::Text("0".to_owned())
    } else {
        CellText::Text(shortest.to_string())
    }
}

pub fn utf8_text(bytes: &[u8]) -> CellText {
    CellText::of(std::str::from_utf8(bytes).ok().map(str::to_owned))
}

/// A whole number in two's complement, the highest byte first, with the point before its last `scale` digits.
pub fn decimal_text(bytes: &[u8], scale: usize) -> CellText {
    if bytes.is_empty() || bytes.len() > MAX_DECIMAL {
        return CellText::Unfit;
    }
    let is_negative = bytes[0] & 0x80 != 0;
    let mut rest = bytes.to_vec();
    if is_negative {
        let mut carry = true;
        for byte in rest.iter_mut().rev() {
            let (value, over) = (!*byte).overflowing_add(u8::from(carry));
            (*byte, carry) = (value, over);
        }
    }
    let mut digits = Vec::new();
    while digits.len() <= scale || rest.iter().any(|byte| *byte != 0) {
        let mut left = 0;
        for byte in &mut rest {
            let value = left * 256 + u32::from(*byte);
            (*byte, left) = ((value / 10) as u8, value % 10);
        }
        digits.push(b'0' + left as u8);
    }
    let is_zero = digits.iter().all(|digit| *digit == b'0');
    let mut text = String::new();
    if is_negative && !is_zero {
        text.push('-');
    }
    for (place, digit) in digits.iter().enumerate().rev() {
        text.push(char::from(*digit));
        if place == scale && scale > 0 {
            text.push('.');
        }
    }
    CellText::Text(text)
}

fn day(days: i64) -> Option<String> {
    if !DAYS.contains(&days) {
        return None;
    }
    let (year, month, day) = day_at(day_number("1970-01-01") + days as i32);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Days from 1970 as 2024-03-31.
pub fn day_text(days: i64) -> CellText {
    CellText::of(day(days))
}

/// A time of day, counted in parts of a second, as 13:05:00 or 13:05:00.25.
fn time(value: i64, parts: SecondParts) -> Option<String> {
    let (seconds, rest) = (value / parts.count(), value % parts.count());
    if value < 0 || seconds >= SECONDS_IN_DAY {
        return None;
    }
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = format!("{hours:02}:{minutes:02}:{seconds:02}");
    if rest > 0 {
        let fraction = format!("{rest:0width$}", width = parts.digits());
        text.push('.');
        text.push_str(fraction.trim_end_matches('0'));
    }
    Some(text)
}

pub fn time_text(value: i64, parts: SecondParts) -> CellText {
    CellText::of(time(value, parts))
}

/// A moment of a day; midnight of a calendar without a time zone is the day alone.
fn moment(days: i64, in_day: i64, parts: SecondParts, is_utc: bool) -> Option<String> {
    let (day, time) = (day(days)?, time(in_day, parts)?);
    Some(match (is_utc, in_day) {
        (true, _) => format!("{day}T{time}Z"),
        (false, 0) => day,
        (false, _) => format!("{day}T{time}"),
    })
}

/// A moment, counted in parts of a second from 1970.
pub fn moment_text(value: i64, parts: SecondParts, is_utc: bool) -> CellText {
    let in_day = SECONDS_IN_DAY * parts.count();
    let (days, rest) = (value.div_euclid(in_day), value.rem_euclid(in_day));
    CellText::of(moment(days, rest, parts, is_utc))
}

/// A moment of the type `INT96`: nanoseconds of a day, the lower half first, and the day. Its time zone is not known.
pub fn julian_text(value: &[u32]) -> CellText {
    let &[low, high, day] = value else {
        return CellText::Unfit;
    };
    let nanos = i64::try_from(u64::from(high) << 32 | u64::from(low));
    let days = i64::from(day) - JULIAN_1970;
    let text = nanos
        .ok()
        .and_then(|nanos| moment(days, nanos, SecondParts::Nanos, false));
    CellText::of(text)
}

/// An identifier of 16 bytes as 00112233-4455-6677-8899-aabbccddeeff.
pub fn uuid_text(bytes: &[u8]) -> CellText {
    if bytes.len() != 16 {
        return CellText::Unfit;
    }
    let mut text = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    CellText::Text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: CellText) -> String {
        match text {
            CellText::Text(text) => text,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn decimals_keep_every_digit() {
        for (value, scale, text) in [
            (1250_i128, 2, "12.50"),
            (-5, 2, "-0.05"),
            (0, 2, "0.00"),
            (7, 0, "7"),
            (-128, 0, "-128"),
            (i128::from(i64::MIN), 4, "-922337203685477.5808"),
            (i128::MIN, 0, "-170141183460469231731687303715884105728"),
        ] {
            assert_eq!(shown(decimal_text(&value.to_be_bytes(), scale)), text);
        }
        assert_eq!(decimal_text(&[0x80], 0), CellText::Text("-128".to_owned()));
        assert_eq!(decimal_text(&[], 0), CellText::Unfit);
        assert_eq!(decimal_text(&[1; 33], 0), CellText::Unfit);
    }

    #[test]
    fn numbers_read_back_as_themselves() {
        for value in [2019.0, 0.1, 28.58, 1e-7, 1.0 / 3.0, -12.5, 1e21] {
            let text = shown(float_text(value, value));
            assert_eq!(text.parse(), Ok(value), "{text}");
        }
        assert_eq!(shown(float_text(2019.0, 2019.0)), "2019");
        assert_eq!(shown(float_text(-0.0, -0.0)), "0");
        assert_eq!(shown(float_text(f64::from(0.1_f32), 0.1_f32)), "0.1");
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(float_text(value, value), CellText::NotFinite);
        }
    }

    #[test]
    fn days_and_moments_are_those_of_the_calendar() {
        assert_eq!(shown(day_text(0)), "1970-01-01");
        assert_eq!(shown(day_text(19_813)), "2024-03-31");
        assert_eq!(shown(day_text(-1)), "1969-12-31");
        assert_eq!(shown(day_text(-719_162)), "0001-01-01");
        assert_eq!(shown(day_text(2_932_896)), "9999-12-31");
        assert_eq!(day_text(2_932_897), CellText::Unfit);
        let millis = SecondParts::Millis;
        assert_eq!(
            shown(moment_text(-1, millis, true)),
            "1969-12-31T23:59:59.999Z"
        );
        assert_eq!(shown(moment_text(86_400_000, millis, false)), "1970-01-02");
        assert_eq!(
            shown(moment_text(86_400_000, millis, true)),
            "1970-01-02T00:00:00Z"
        );
        assert_eq!(
            shown(moment_text(1_500_000, SecondParts::Micros, false)),
            "1970-01-01T00:00:01.5"
        );
        assert_eq!(moment_text(i64::MAX, millis, false), CellText::Unfit);
        assert_eq!(shown(julian_text(&[0, 0, 2_440_589])), "1970-01-02");
        assert_eq!(julian_text(&[0, u32::MAX, 2_440_589]), CellText::Unfit);
        assert_eq!(shown(time_text(47_100_000, millis)), "13:05:00");
        assert_eq!(time_text(86_400_000, millis), CellText::Unfit);
        let bytes: Vec<u8> = (0..16).collect();
        assert_eq!(
            shown(uuid_text(&bytes)),
            "00010203-0405-0607-0809-0a0b0c0d0e0f"
        );
    }
}
