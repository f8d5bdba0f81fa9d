//! Months, days, times of day, and day numbers of spreadsheets.

use super::token::{Token, tokens};
use super::years::{century, full};
use super::{Calendar, PeriodReading, YearSort, number_between};
use crate::value::date::{day_at, day_number, days_in};

const MONTHS: [&str; 12] = [
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
];
const WEEKDAYS: [&str; 7] = [
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
];
/// Day numbers that are read: 1950 to 2099 as counted from 1900. Fewer digits are any number.
const EXCEL: std::ops::RangeInclusive<u32> = 18_264..=73_050;
/// The day before the first one that each count of spreadsheets numbers 1. The count from 1900 has a
/// February 29 that never was, so from March 1, 1900 on its numbers fit this day.
const BEFORE_1900: &str = "1899-12-30";
const BEFORE_1904: &str = "1904-01-01";

/// A day of the calendar as year, month and day.
#[derive(Clone, Copy)]
struct Day(u32, u32, u32);

impl Day {
    /// `None` for February 30.
    fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let fits = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        fits.then_some(Self(year, month, day))
    }

    fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }

    fn ordinal(self) -> i32 {
        day_number(&self.iso())
    }

    /// The day with this number.
    fn at(ordinal: i32) -> Self {
        let (year, month, day) = day_at(ordinal);
        Self(year as u32, month, day)
    }
}

/// `MAR`, `Sept`, `March` → 3.
fn month_named(word: &str) -> Option<u32> {
    let begins = |month: &&str| {
        word.len() >= 3 && (month.starts_with(word) && word.len() == 3 || **month == *word)
    };
    let known = MONTHS.iter().position(begins);
    match word {
        "SEPT" => Some(9),
        _ => known.map(|at| at as u32 + 1),
    }
}

fn one_or_two(digits: &str, most: u32) -> Option<u32> {
    let number: u32 = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    (1..=most).contains(&number).then_some(number)
}

/// Reads months.
pub(super) fn read_months(cut: &[Token], text: &str, found: &mut Vec<PeriodReading>) {
    use Token::{Digits, Mark, Word};
    let mut told =
        |year: u32, month: u32, needs_heading: bool, is_short: bool, may_be_day: bool| {
            found.push(PeriodReading {
                calendar: Calendar::Months,
                ordinal: year as i32 * 12 + month as i32 - 1,
                sort: YearSort::default(),
                needs_heading,
                is_short,
                may_be_day,
                text: text.to_owned(),
            });
        };
    match cut {
        [Digits(one), Mark('-' | '/'), Digits(other)] => {
            let year_first = full(one).zip(one_or_two(other, 12));
            let month_first = full(other).zip(one_or_two(one, 12));
            if let Some((year, month)) = year_first.or(month_first) {
                told(year, month, false, false, false);
            }
        }
        [Digits(one)] if one.len() == 6 => {
            if let Some((year, month)) = full(&one[..4]).zip(number_between(&one[4..], 2, 1..=12)) {
                told(year, month, true, false, false);
            }
        }
        [Digits(year), Word(mark), Digits(month)]
        | [Digits(year), Mark('-'), Word(mark), Digits(month)]
        | [Word(mark), Digits(month), Digits(year)]
        | [Word(mark), Digits(month), Mark('-'), Digits(year)]
            if mark == "M" =>
        {
            if let Some((year, month)) = full(year).zip(number_between(month, 2, 1..=12)) {
                told(year, month, false, false, false);
            }
        }
        [Digits(year), Word(name)] | [Digits(year), Mark('-' | '/' | '.' | ','), Word(name)] => {
            if let Some((year, month)) = full(year).zip(month_named(name)) {
                told(year, month, false, false, false);
            }
        }
        [Word(name), Digits(year)]
        | [Word(name), Mark('-' | '/' | '.' | ',' | '\''), Digits(year)]
        | [Word(name), Mark('.'), Mark('-' | '\''), Digits(year)] => {
            let Some(month) = month_named(name) else {
                return;
            };
            if let Some(year) = full(year) {
                told(year, month, false, false, false);
            } else if let Some(two) = number_between(year, 2, 0..=99) {
                let is_apostrophe = matches!(cut.get(cut.len() - 2), Some(Mark('\'')));
                let may_be_day = (1..=31).contains(&two) && !is_apostrophe;
                told(century(two), month, false, true, may_be_day);
            }
        }
        _ => {}
    }
}

/// Reads days, with or without a time of day, and day numbers of spreadsheets. The day is the one that is
/// written: no zone moves it.
pub(super) fn read_days(text: &str, found: &mut Vec<PeriodReading>) {
    let Some(date) = without_time(text) else {
        return;
    };
    let Some(cut) = tokens(date) else {
        return;
    };
    let mut told = |calendar: Calendar, day: Option<Day>, needs_heading: bool, is_short: bool| {
        found.extend(day.map(|day| PeriodReading {
            calendar,
            ordinal: day.ordinal(),
            sort: YearSort::default(),
            needs_heading,
            is_short,
            may_be_day: false,
            text: date.to_owned(),
        }));
    };
    if let Some((day, is_short)) = certain(&cut) {
        for calendar in [
            Calendar::Days,
            Calendar::MonthFirst,
            Calendar::DayFirst,
            Calendar::Excel1900,
            Calendar::Excel1904,
        ] {
            told(calendar, Some(day), false, is_short);
        }
        return;
    }
    match cut.as_slice() {
        [
            Token::Digits(one),
            Token::Mark(mark),
            Token::Digits(two),
            Token::Mark(other),
            Token::Digits(three),
        ] if mark == other && matches!(mark, '/' | '-' | '.') => {
            let is_short = three.len() == 2;
            // `1.2.10` is a version or a chapter unless the heading says that it is a day.
            let may_be_other = is_short && *mark == '.';
            let year = match is_short {
                true => number_between(three, 2, 0..=99).map(century),
                false => full(three),
            };
            let day = |month: &str, day: &str| {
                Day::new(year?, one_or_two(month, 12)?, one_or_two(day, 31)?)
            };
            told(Calendar::MonthFirst, day(one, two), may_be_other, is_short);
            told(Calendar::DayFirst, day(two, one), may_be_other, is_short);
            let year_first = || {
                let year = number_between(one, 2, 0..=99).map(century)?;
                Day::new(
                    year,
                    one_or_two(two, 12)?,
                    number_between(three, 2, 1..=31)?,
                )
            };
            let year_first = year_first().filter(|_| is_short);
            told(Calendar::Days, year_first, may_be_other, is_short);
        }
        [Token::Digits(one)] if one.len() == 8 => {
            let day = || {
                let month = number_between(&one[4..6], 2, 1..=12)?;
                Day::new(
                    full(&one[..4])?,
                    month,
                    number_between(&one[6..], 2, 1..=31)?,
                )
            };
            told(Calendar::Days, day(), true, false);
        }
        [Token::Digits(one)] | [Token::Digits(one), Token::Mark('.'), Token::Digits(_)] => {
            if let Some(number) = number_between(one, 5, EXCEL) {
                for (calendar, before) in [
                    (Calendar::Excel1900, BEFORE_1900),
                    (Calendar::Excel1904, BEFORE_1904),
                ] {
                    let day = Day::at(day_number(before) + number as i32);
                    found.push(PeriodReading {
                        calendar,
                        ordinal: day.ordinal(),
                        sort: YearSort::default(),
                        needs_heading: true,
                        is_short: false,
                        may_be_day: false,
                        text: day.iso(),
                    });
                }
            }
        }
        _ => {}
    }
}

/// A day that can be read in one way only: it begins with its year, or names its month. With whether its
/// year has two digits.
fn certain(cut: &[Token]) -> Option<(Day, bool)> {
    use Token::{Digits, Mark, Word};
    let cut = match cut {
        [Word(weekday), Mark(',' | '.'), rest @ ..] | [Word(weekday), rest @ ..]
            if is_weekday(weekday) =>
        {
            rest
        }
        _ => cut,
    };
    let plain: Vec<&Token> = cut
        .iter()
        .filter(|token| !matches!(token, Word(word) if ["ST", "ND", "RD", "TH", "OF"].contains(&word.as_str())))
        .collect();
    let whole = |year: &str, month: Option<u32>, day: &str| {
        Some((Day::new(full(year)?, month?, one_or_two(day, 31)?)?, false))
    };
    match plain.as_slice() {
        [
            Digits(year),
            Mark(mark),
            Digits(month),
            Mark(other),
            Digits(day),
        ] if mark == other => {
            whole(year, one_or_two(month, 12), day).filter(|_| matches!(mark, '/' | '-' | '.'))
        }
        [
            Digits(year),
            Mark('-' | '/'),
            Word(month),
            Mark('-' | '/'),
            Digits(day),
        ]
        | [Digits(year), Word(month), Digits(day)]
            if year.len() == 4 =>
        {
            whole(year, month_named(month), day)
        }
        [Word(month), Digits(day), Digits(year)]
        | [Word(month), Digits(day), Mark(','), Digits(year)]
        | [Word(month), Mark('.'), Digits(day), Mark(','), Digits(year)]
        | [
            Word(month),
            Mark('-' | '/'),
            Digits(day),
            Mark('-' | '/'),
            Digits(year),
        ] => whole(year, month_named(month), day),
        [Digits(day), Word(month), Digits(year)]
        | [Digits(day), Word(month), Mark(',' | '.'), Digits(year)]
        | [Digits(day), Mark('.'), Word(month), Digits(year)]
        | [
            Digits(day),
            Mark('-' | '/'),
            Word(month),
            Mark('-' | '/'),
            Digits(year),
        ] => {
            let month = month_named(month);
            let two = number_between(year, 2, 0..=99).map(century);
            let short = || Some((Day::new(two?, month?, one_or_two(day, 31)?)?, true));
            whole(year, month, day).or_else(short)
        }
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    let known = |day: &&str| day.starts_with(word) && (word.len() == 3 || word.len() == day.len());
    WEEKDAYS.iter().any(known) || ["TUES", "THUR", "THURS"].contains(&word)
}

/// The text before a time of day; the whole text where there is none, `None` where what follows the day is
/// no time.
fn without_time(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else {
        return Some(text);
    };
    let hour = text[..colon].bytes().rev();
    let digits = hour.take_while(u8::is_ascii_digit).count();
    let (date, time) = text.split_at(colon - digits);
    let ends = date
        .strip_suffix(['T', 't'])
        .or_else(|| date.strip_suffix(' '));
    let date = ends?.trim_end_matches([' ', ',']);
    is_time(time).then_some(date)
}

/// `10:00`, `23:59:59.123Z`, `10:00 PM`, `10:00:00 -05:00`, `10:00 EST`.
fn is_time(text: &str) -> bool {
    let end = text
        .find(|mark: char| !mark.is_ascii_digit() && !matches!(mark, ':' | '.'))
        .unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let mut parts = clock.splitn(3, ':');
    let number = |part: Option<&str>, most: u32| {
        part.and_then(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2))
            .is_some_and(|number| number <= most)
    };
    let is_minute = number(parts.next(), 24) && number(parts.next(), 59);
    let is_second = parts.next().is_none_or(|seconds| {
        let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
        number(Some(whole), 60)
            && !fraction.is_empty()
            && fraction.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_minute && is_second && is_zone(rest.trim())
}

/// Half of a day and zone, each of which may be left out.
fn is_zone(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let rest = ["AM", "PM", "A.M.", "P.M."]
        .iter()
        .find_map(|half| upper.strip_prefix(half))
        .unwrap_or(&upper)
        .trim();
    let offset = rest
        .strip_prefix("UTC")
        .or_else(|| rest.strip_prefix("GMT"))
        .unwrap_or(rest);
    let numbers = offset.strip_prefix(['+', '-', '\u{2212}']);
    let is_offset = numbers.is_some_and(|numbers| {
        let digits = numbers.replacen(':', "", 1);
        (2..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_named = rest.len() <= 5 && rest.bytes().all(|byte| byte.is_ascii_uppercase());
    is_offset || is_named
}
