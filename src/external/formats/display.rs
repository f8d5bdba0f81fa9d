//! Numbers as text, and what the number formats of spreadsheets say of a number.
//!
//! Standard: ECMA-376, part 1, 18.8.31 (number format codes).

use crate::package::Sign;
use crate::table::written::{Outcome, take_apart};

/// Whether a mark is a currency for the reader of cells. A cent is no unit of a number format.
fn is_currency(mark: char) -> bool {
    let read = || take_apart(&format!("{mark}1"));
    !mark.is_ascii_alphanumeric()
        && mark != '¢'
        && matches!(read(), Ok(Outcome::Number(parts)) if parts.sign == Sign::Currency(mark))
}

/// What a spreadsheet shows a number as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisplayFormat {
    #[default]
    Plain,
    /// A fraction shown as percent.
    Percent,
    /// A number with the sign of percent behind it, which is percent already.
    PercentSign,
    Currency(char),
    /// A code with zeros in front; the number is its count of digits.
    Padded(usize),
    /// A day, a month or a year, by what of a date is shown.
    Day,
    Month,
    Year,
    /// A time of day or a length of time, which is a part of a day in its file.
    Time,
}

/// Words and letters behind a number that are powers of ten.
const MAGNITUDES: [&str; 19] = [
    "k",
    "m",
    "mm",
    "mn",
    "b",
    "bn",
    "t",
    "tn",
    "thousand",
    "thousands",
    "million",
    "millions",
    "mln",
    "mio",
    "billion",
    "billions",
    "bln",
    "trillion",
    "trillions",
];

/// What a format code says of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellStyle {
    pub format: DisplayFormat,
    /// How many times the number is divided by a thousand before it is shown, with nothing behind it that says so.
    pub thousands: u32,
    /// A word or letter for a power of ten that is shown behind a number which was not divided: it is part of the value.
    pub magnitude: String,
}

impl CellStyle {
    pub fn of(code: &str) -> Self {
        let thousands = thousands_of(code);
        let magnitude = magnitude_of(code);
        let is_said = !magnitude.is_empty();
        Self {
            format: DisplayFormat::of(code),
            thousands: if is_said { 0 } else { thousands },
            magnitude: if thousands == 0 {
                magnitude
            } else {
                String::new()
            },
        }
    }

    /// The text of a number.
    pub fn write(&self, number: &str) -> String {
        let text = self.format.write(number);
        match self.magnitude.len() {
            0 => text,
            1 | 2 => format!("{text}{}", self.magnitude),
            _ => format!("{text} {}", self.magnitude),
        }
    }

    /// The text of a number divided as it is shown, where that differs.
    pub fn write_divided(&self, number: &str) -> Option<String> {
        let places = -3 * self.thousands as i32;
        let divided = || {
            let text = shifted(number, places);
            // Zeros that the division put behind the point were not written by the source: “340.000” could be read
            // as thousands.
            match number.contains('.') || !text.contains('.') {
                true => text,
                false => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            }
        };
        (places != 0).then(|| self.format.write(&divided()))
    }
}

/// The word or letter for a power of ten behind the digits of a format code; empty where there is none.
fn magnitude_of(code: &str) -> String {
    let mut text = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '0' | '#' | '?' => text.clear(),
            '\\' => text.extend(letters.next()),
            '"' => text.extend(letters.by_ref().take_while(|mark| *mark != '"')),
            _ => {}
        }
    }
    let text = text.trim();
    match MAGNITUDES.contains(&text.to_lowercase().as_str()) {
        true => text.to_owned(),
        false => String::new(),
    }
}

/// How many times a format code divides the number by a thousand before it is shown: `#,##0,` once, `0.0,,` twice.
fn thousands_of(code: &str) -> u32 {
    let shown = code.split(';').next().unwrap_or_default();
    let Some(last) = shown.rfind(['0', '#', '?']) else {
        return 0;
    };
    let after = shown[last + 1..].bytes();
    after.take_while(|mark| *mark == b',').count() as u32
}

/// The sign of a currency, where a text is that sign or its code and nothing else.
pub fn sign_of(text: &str) -> Option<char> {
    let mut letters = text.trim().chars();
    let only = letters.next().filter(|_| letters.next().is_none());
    only.filter(|mark| is_currency(*mark))
        .or_else(|| currency_of(text.trim()))
}

impl DisplayFormat {
    /// What a format code says; only its part for positive numbers counts.
    pub fn of(code: &str) -> Self {
        let mut shown = String::new();
        let mut sign = None;
        let mut has_percent_text = false;
        let mut is_time = false;
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '\\' => {
                    let mark = letters.next();
                    has_percent_text |= mark == Some('%');
                    sign = sign.or(mark.filter(|mark| is_currency(*mark)));
                }
                '_' | '*' => {
                    letters.next();
                }
                '"' => {
                    let text: String = letters.by_ref().take_while(|mark| *mark != '"').collect();
                    has_percent_text |= text.contains('%');
                    sign = sign.or(text.chars().find(|mark| is_currency(*mark)));
                }
                '[' => {
                    let text: String = letters.by_ref().take_while(|mark| *mark != ']').collect();
                    // `[h]` counts hours beyond a day.
                    let units = ["h", "hh", "m", "mm", "s", "ss"];
                    is_time |= units.contains(&text.to_ascii_lowercase().as_str());
                    if let Some(currency) = text.strip_prefix('$') {
                        let symbol = currency.split('-').next().unwrap_or_default();
                        sign = sign.or(symbol.chars().find(|mark| is_currency(*mark)));
                        sign = sign.or(currency_of(symbol));
                    }
                }
                _ if is_currency(letter) => sign = sign.or(Some(letter)),
                _ => shown.push(letter.to_ascii_lowercase()),
            }
        }
        let has = |letter: char| shown.contains(letter);
        if has('%') {
            Self::Percent
        } else if has_percent_text {
            Self::PercentSign
        } else if let Some(sign) = sign {
            Self::Currency(sign)
        } else if shown.len() > 1 && shown.chars().all(|mark| mark == '0') {
            Self::Padded(shown.len())
        } else if has('y') && !has('d') && !has('h') && !has('s') {
            match has('m') {
                true => Self::Month,
                false => Self::Year,
            }
        } else if has('y') || has('d') {
            Self::Day
        } else if is_time || has('h') || has('s') {
            Self::Time
        } else if shown.contains("mm") {
            // A month without its year: the cell has the whole date.
            Self::Day
        } else {
            Self::Plain
        }
    }

    /// The text of a number as a person would write it. Percent and currency keep every digit, whatever is shown.
    pub fn write(self, number: &str) -> String {
        match self {
            Self::Percent => format!("{}%", shifted(number, 2)),
            Self::PercentSign => format!("{number}%"),
            Self::Currency(sign) => match number.strip_prefix('-') {
                Some(rest) => format!("-{sign}{rest}"),
                None => format!("{sign}{number}"),
            },
            Self::Padded(width) if number.bytes().all(|digit| digit.is_ascii_digit()) => {
                format!("{number:0>width$}")
            }
            _ => number.to_owned(),
        }
    }
}

/// The sign of a currency that is named by its code (ISO 4217).
pub fn currency_of(code: &str) -> Option<char> {
    match code {
        "USD" => Some('$'),
        "EUR" => Some('€'),
        "GBP" => Some('£'),
        "JPY" => Some('¥'),
        _ => None,
    }
}

/// A number with at most the 15 digits that spreadsheets keep, so that 0.1 + 0.2 is 0.3; without an exponent.
pub fn number_text(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let shortest = format!("{value}");
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    if digits <= 15 || value.fract() == 0.0 {
        return shortest;
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// A decimal number with its point moved to the right, or to the left for a negative count: no digit changes.
pub fn shifted(number: &str, places: i32) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number.trim_start_matches('+')),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if !(whole.bytes().chain(part.bytes())).all(|digit| digit.is_ascii_digit()) {
        return number.to_owned();
    }
    let all = format!("{whole}{part}");
    let point = whole.len() as i32 + places;
    let text = if point <= 0 {
        format!("0.{}{all}", "0".repeat(point.unsigned_abs() as usize))
    } else if point as usize >= all.len() {
        format!("{all}{}", "0".repeat(point as usize - all.len()))
    } else {
        format!("{}.{}", &all[..point as usize], &all[point as usize..])
    };
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    // Zeros at the end were written by the source and stay, unless the shift put the point before all of them.
    let part = match places > 0 && part.bytes().all(|digit| digit == b'0') {
        true => "",
        false => part,
    };
    match part {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_say_what_a_number_is() {
        for (code, format) in [
            ("General", DisplayFormat::Plain),
            ("#,##0.00", DisplayFormat::Plain),
            ("0.0%", DisplayFormat::Percent),
            ("\"$\"#,##0_);(\"$\"#,##0)", DisplayFormat::Currency('$')),
            ("[$€-407] #,##0.00", DisplayFormat::Currency('€')),
            ("[$USD] #,##0", DisplayFormat::Currency('$')),
            ("_($* #,##0_);_($* (#,##0)", DisplayFormat::Currency('$')),
            ("[$-409]mmm\\-yy;@", DisplayFormat::Month),
            ("yyyy", DisplayFormat::Year),
            ("m/d/yyyy", DisplayFormat::Day),
            ("h:mm AM/PM", DisplayFormat::Time),
            ("[h]:mm", DisplayFormat::Time),
            ("mm:ss.0", DisplayFormat::Time),
            ("[Red]0", DisplayFormat::Plain),
            ("mmmm", DisplayFormat::Day),
            ("m/d/yyyy h:mm", DisplayFormat::Day),
            ("General", DisplayFormat::Plain),
            ("0.00E+00", DisplayFormat::Plain),
            ("0.0\"%\"", DisplayFormat::PercentSign),
            ("0\\%", DisplayFormat::PercentSign),
            ("00000", DisplayFormat::Padded(5)),
            ("0", DisplayFormat::Plain),
            ("0 \"percent\"", DisplayFormat::Plain),
        ] {
            assert_eq!(DisplayFormat::of(code), format, "{code}");
        }
        assert_eq!(DisplayFormat::Percent.write("0.125"), "12.5%");
        assert_eq!(DisplayFormat::Percent.write("1"), "100%");
        assert_eq!(DisplayFormat::Percent.write("0.07"), "7%");
        assert_eq!(DisplayFormat::Percent.write("-0.0005"), "-0.05%");
        assert_eq!(DisplayFormat::Currency('$').write("-5.5"), "-$5.5");
        assert_eq!(DisplayFormat::Padded(5).write("1001"), "01001");
        for (code, thousands) in [
            ("#,##0", 0),
            ("#,##0,", 1),
            ("$0.0,,\"M\"", 2),
            ("0,;-0", 1),
            ("General", 0),
        ] {
            assert_eq!(thousands_of(code), thousands, "{code}");
        }
        for (code, written) in [
            ("0.0\" million\"", "1.5 million"),
            ("$0.0\"M\"", "$1.5M"),
            ("$0.0,,\"M\"", "$1.5"),
            ("0.0\" m²\"", "1.5"),
        ] {
            assert_eq!(CellStyle::of(code).write("1.5"), written, "{code}");
        }
        assert_eq!(
            CellStyle::of("$#,##0,").write_divided("1234567").as_deref(),
            Some("$1234.567")
        );
        assert_eq!(CellStyle::of("$0.0,,\"M\"").write_divided("1"), None);
        for (text, sign) in [
            ("$", Some('$')),
            ("EUR", Some('€')),
            ("$M", None),
            ("kr", None),
        ] {
            assert_eq!(sign_of(text), sign, "{text}");
        }
    }

    #[test]
    fn numbers_have_the_digits_that_spreadsheets_keep() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (28.58, "28.58"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
            (9007199254740991.0, "9007199254740991"),
            (1.5e-7, "0.00000015"),
        ] {
            assert_eq!(number_text(value), text);
        }
        assert_eq!(shifted("12", -3), "0.012");
        assert_eq!(shifted("1.25", 6), "1250000");
    }
}
