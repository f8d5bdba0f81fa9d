//! One cell of an imported table, read as a number.
//!
//! The proposal of a column, the loader, the summary and the message all ask this reader, so none of them accepts
//! what another refuses. A cell is read whole or not at all: what is left over makes it no number, with the reason.
//! What a column decides (decimal mark, magnitudes, footnote marks) comes in a [`NumberNotation`].

mod digits;
mod text;
mod words;

pub use digits::digits;
pub use text::plain_text;
pub use words::is_spreadsheet_error;

use crate::package::{Bare, NumberNotation, Sign};
use crate::problem::Unread;
use crate::value::{Qualifier, Status};
use digits::scaled;
use words::{
    AFTER, BEFORE, SCALES, absent, currency, is_blank, is_currency, is_minus, is_space, power_of,
    strip,
};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Written {
    Number {
        /// The number without its decimal mark: 12.50 is 1250 with two decimals.
        digits: f64,
        decimals: u8,
        word: Qualifier,
        sign: Sign,
    },
    /// No number, and why.
    Absent(Status),
}

impl Written {
    /// The number alone; `None` where there is none.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number {
                digits, decimals, ..
            } => Some(digits / 10f64.powi(i32::from(*decimals))),
            Self::Absent(_) => None,
        }
    }
}

/// The parts of a written number, before its column decides what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    negative: bool,
    /// It is between parentheses.
    pub bracketed: bool,
    /// A minus or a plus is behind its digits.
    pub minus_behind: bool,
    pub plus_behind: bool,
    pub word: Qualifier,
    pub sign: Sign,
    /// Digits with the marks between them.
    pub body: String,
    exponent: i32,
    /// Power of ten of a word such as "million".
    scale: i32,
    /// k, M, B and the like.
    pub letter: Option<String>,
    /// What may be a footnote mark.
    pub mark: Option<String>,
}

/// A cell taken apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Absent(Status),
    /// `$ -`: how accounting formats write nought.
    Zero(Sign),
    Number(Parts),
}

/// Reads a cell as its column is written.
pub fn read(cell: &str, style: &NumberNotation) -> Result<Written, Unread> {
    let text = trimmed(cell);
    if let Some(status) = style.gaps.get(text) {
        return Ok(Written::Absent(*status));
    }
    match take_apart(cell)? {
        Outcome::Absent(status) => Ok(Written::Absent(status)),
        Outcome::Zero(sign) => Ok(Written::Number {
            digits: 0.0,
            decimals: 0,
            word: Qualifier::Exact,
            sign,
        }),
        Outcome::Number(parts) => settle(&parts, style),
    }
}

/// Without white space, byte order marks and marks of writing direction at either end, and without the formula by which
/// spreadsheets keep a text: `="00123"`.
pub fn trimmed(cell: &str) -> &str {
    let cell = cell.trim_matches(is_space);
    let kept = cell
        .strip_prefix("=\"")
        .and_then(|text| text.strip_suffix('"'));
    let is_whole = |text: &&str| !text.contains('"');
    kept.filter(is_whole)
        .map_or(cell, |text| text.trim_matches(is_space))
}

/// `n/a (1)` → `n/a`: a footnote mark in brackets behind a text.
fn without_note(text: &str) -> Option<&str> {
    let (rest, mark) = text.rsplit_once(['(', '['])?;
    let mark = mark.strip_suffix([')', ']'])?;
    let rest = trimmed(rest);
    let is_short = (1..=2).contains(&mark.chars().count());
    let fits = is_short && mark.chars().all(char::is_alphanumeric) && !rest.is_empty();
    fits.then_some(rest)
}

/// What stands before the digits and what stands after them, as far as it was met.
#[derive(Default)]
struct Peel {
    word: Option<Qualifier>,
    minus: bool,
    plus: bool,
    open: bool,
    closed: bool,
    minus_behind: bool,
    plus_behind: bool,
    sign: Sign,
}

impl Peel {
    fn sign(&mut self, sign: Sign) -> Result<(), Unread> {
        if self.sign != Sign::None {
            return Err(Unread::Signs);
        }
        self.sign = sign;
        Ok(())
    }

    fn minus(&mut self) -> Result<(), Unread> {
        if self.minus || self.plus {
            return Err(Unread::Signs);
        }
        self.minus = true;
        Ok(())
    }

    /// Takes one thing off the front of `rest`; `None` where the digits begin.
    fn before<'a>(&mut self, rest: &'a str) -> Result<Option<&'a str>, Unread> {
        let Some(first) = rest.chars().next() else {
            return Ok(None);
        };
        let after = &rest[first.len_utf8()..];
        if is_space(first) {
            return Ok(Some(after));
        }
        if self.word.is_none() && !self.minus && !self.open && self.sign == Sign::None {
            let known = BEFORE.iter();
            let mut known = known.filter_map(|(word, is)| Some((strip(rest, word)?, *is)));
            if let Some((after, word)) = known.next() {
                self.word = Some(word);
                return Ok(Some(after));
            }
        }
        if is_minus(first) {
            self.minus()?;
            return Ok(Some(after));
        }
        if first == '+' && !self.plus && !self.minus {
            self.plus = true;
            return Ok(Some(after));
        }
        if first == '(' && !self.open {
            self.open = true;
            return Ok(Some(after));
        }
        if let Some((after, symbol)) = currency(rest) {
            self.sign(Sign::Currency(symbol))?;
            return Ok(Some(after));
        }
        Ok(None)
    }
}

/// Takes a cell apart, without deciding what depends on its column.
pub fn take_apart(cell: &str) -> Result<Outcome, Unread> {
    let text = trimmed(cell);
    if let Some(status) = absent(text).or_else(|| absent(without_note(text)?)) {
        return Ok(Outcome::Absent(status));
    }
    let mut peel = Peel::default();
    let mut rest = text;
    while let Some(after) = peel.before(rest)? {
        rest = after;
    }
    if rest.is_empty() {
        let is_zero = peel.minus && peel.sign != Sign::None && !peel.open && peel.word.is_none();
        return match is_zero {
            true => Ok(Outcome::Zero(peel.sign)),
            false => Err(Unread::NotNumber),
        };
    }
    let body = body_of(rest).ok_or(Unread::NotNumber)?;
    rest = &rest[body.len()..];
    let mut parts = Parts {
        negative: false,
        bracketed: false,
        minus_behind: false,
        plus_behind: false,
        word: Qualifier::Exact,
        sign: Sign::None,
        body: body.to_owned(),
        exponent: 0,
        scale: 0,
        letter: None,
        mark: None,
    };
    if let Some((exponent, after)) = exponent_of(rest) {
        parts.exponent = exponent;
        rest = after;
    }
    after_digits(rest, &mut peel, &mut parts)?;
    if peel.open != peel.closed || (peel.open && (peel.minus || peel.plus || peel.word.is_some())) {
        return Err(match peel.open == peel.closed {
            true => Unread::Signs,
            false => Unread::NotNumber,
        });
    }
    parts.negative = peel.minus || peel.open;
    parts.bracketed = peel.open;
    parts.minus_behind = peel.minus_behind;
    parts.plus_behind = peel.plus_behind;
    parts.word = peel.word.unwrap_or(Qualifier::Exact);
    parts.sign = peel.sign;
    Ok(Outcome::Number(parts))
}

/// The digits at the front of a text with the marks between them: from a digit, or a decimal mark before one, to a
/// digit (or to one point that ends them).
fn body_of(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let starts = first.is_ascii_digit()
        || matches!(first, '.' | ',') && text[1..].starts_with(|next: char| next.is_ascii_digit());
    if !starts {
        return None;
    }
    let mut end = 0;
    for (at, mark) in text.char_indices() {
        if mark.is_ascii_digit() {
            end = at + 1;
        } else if !is_between(mark) {
            break;
        }
    }
    // "5." is 5, where nothing else is set apart.
    let body = &text[..end];
    let is_bare = body.bytes().all(|byte| byte.is_ascii_digit());
    let point = text[end..].starts_with('.') && text[end + 1..].trim().is_empty();
    Some(match is_bare && point {
        true => &text[..=end],
        false => body,
    })
}

/// Marks that may stand between the digits of one number.
fn is_between(mark: char) -> bool {
    matches!(mark, '.' | ',' | '\'' | '’') || is_blank(mark)
}

/// `E+05` → 5.
fn exponent_of(text: &str) -> Option<(i32, &str)> {
    let after = text.strip_prefix(['e', 'E'])?;
    let (negative, digits) = match after.strip_prefix(['+', '-']) {
        Some(digits) => (after.starts_with('-'), digits),
        None => (false, after),
    };
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let value: i32 = digits.get(..count)?.parse().ok()?;
    let is_end = digits[count..]
        .chars()
        .all(|next| is_space(next) || next == ')');
    (is_end && count <= 3).then_some((if negative { -value } else { value }, &digits[count..]))
}

/// Reads what stands after the digits, to the end.
fn after_digits(text: &str, peel: &mut Peel, parts: &mut Parts) -> Result<(), Unread> {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = &rest[first.len_utf8()..];
        if is_space(first) {
            rest = after;
            continue;
        }
        if is_range(rest) {
            return Err(Unread::Range);
        }
        if first == '%' || first == '％' {
            peel.sign(Sign::Percent)?;
            rest = after;
            continue;
        }
        let word = ["percent", "per cent", "pct"]
            .iter()
            .find_map(|word| strip(rest, word));
        if let Some(after) = word {
            peel.sign(Sign::Percent)?;
            rest = after;
            continue;
        }
        if first == ')' && peel.open && !peel.closed {
            peel.closed = true;
            rest = after;
            continue;
        }
        if let Some((after, symbol)) = currency(rest) {
            peel.sign(Sign::Currency(symbol))?;
            rest = after;
            continue;
        }
        if is_minus(first)
            && trimmed(after)
                .chars()
                .all(|next| is_currency(next) || is_space(next))
        {
            peel.minus()?;
            peel.minus_behind = true;
            rest = after;
            continue;
        }
        if first == '+' && peel.word.is_none() && trimmed(after).is_empty() {
            peel.word = Some(Qualifier::AtLeast);
            peel.plus_behind = true;
            rest = after;
            continue;
        }
        let bound = AFTER
            .iter()
            .find(|(word, _)| rest.eq_ignore_ascii_case(word));
        if let Some((_, word)) = bound.filter(|_| peel.word.is_none()) {
            peel.word = Some(*word);
            return Ok(());
        }
        let run = rest
            .find(|next: char| !next.is_alphabetic())
            .unwrap_or(rest.len());
        let letters = &rest[..run];
        let is_first = parts.scale == 0 && parts.letter.is_none();
        let scale = SCALES
            .iter()
            .find(|(word, _)| letters.eq_ignore_ascii_case(word));
        if let Some((_, scale)) = scale.filter(|_| is_first) {
            parts.scale = *scale;
            rest = &rest[run..];
            continue;
        }
        if is_first && power_of(letters).is_some() {
            parts.letter = Some(letters.to_owned());
            rest = &rest[run..];
            continue;
        }
        // Within parentheses that make a number negative, a mark stands before the last of them.
        let (mark, tail) = match rest.strip_suffix(')').filter(|_| peel.open && !peel.closed) {
            Some(mark) => (mark, ")"),
            None => (rest, ""),
        };
        let mark = trimmed(mark);
        if !is_mark(mark) || parts.mark.is_some() {
            return Err(Unread::NotNumber);
        }
        parts.mark = Some(mark.to_owned());
        rest = tail;
    }
    Ok(())
}

/// `-19` or `to 19` after a first number.
fn is_range(rest: &str) -> bool {
    let first = rest.chars().next().unwrap_or(' ');
    let after = match is_minus(first) || first == '—' {
        true => &rest[first.len_utf8()..],
        false => match strip(rest, "to ") {
            Some(after) => after,
            None => return false,
        },
    };
    let after = trimmed(after).trim_start_matches(is_currency);
    let digits = after
        .chars()
        .take_while(|next| next.is_ascii_digit() || is_between(*next));
    let count = digits.map(char::len_utf8).sum::<usize>();
    let tail = trimmed(&after[count..]);
    count > 0 && (tail.is_empty() || tail == "%")
}

/// Whether a text has the look of a footnote mark: a letter or two, signs, raised digits, or something short in
/// brackets.
pub fn is_mark(text: &str) -> bool {
    let count = text.chars().count();
    let is_sign = |mark: char| {
        matches!(
            mark,
            '*' | '†' | '‡' | '§' | '¶' | '#' | '^' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ª' | 'º' | 'ᵃ'..='ᵛ'
        )
    };
    let bracketed = |open: char, close: char| {
        let inner = text
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| {
            let short = (1..=3).contains(&inner.chars().count());
            short
                && inner
                    .chars()
                    .all(|mark| mark.is_alphanumeric() || is_sign(mark))
        })
    };
    count > 0
        && ((count <= 2
            && text
                .chars()
                .all(|mark| mark.is_alphabetic() || is_sign(mark)))
            || (count <= 4 && text.chars().all(is_sign))
            || bracketed('(', ')')
            || bracketed('[', ']'))
}

/// Puts the parts together as the column is written.
fn settle(parts: &Parts, style: &NumberNotation) -> Result<Written, Unread> {
    let (text, fraction) = digits(&parts.body, style.decimal_comma).ok_or(Unread::Grouping)?;
    if is_bracketed_mark(parts) && !style.bracketed_numbers && !style.positive_brackets {
        if style.any_note && style.bracketed_marks || style.notes.contains(&parts.body) {
            return Ok(Written::Absent(Status::Missing));
        }
        if style.bracketed_marks {
            return Err(Unread::Bracketed);
        }
    }
    // `2,500-` is how the Census Bureau writes a median in its lowest interval.
    let is_lowest = parts.minus_behind && style.minus_is_bound;
    let is_negative = parts.negative && !(parts.bracketed && style.positive_brackets);
    let is_note = |mark: &str| style.any_note || style.notes.contains(mark);
    let mut power = parts.exponent + parts.scale;
    if let Some(letter) = &parts.letter {
        let explained = style.notes.contains(letter);
        let magnitude = matches!(parts.sign, Sign::Currency(_)) || style.letters;
        match (magnitude, explained || style.any_note) {
            (true, false) => power += power_of(letter).unwrap_or(0),
            (false, true) => {}
            _ => {
                let letter = letter.clone();
                return Err(Unread::Letter { letter });
            }
        }
    }
    if let Some(mark) = parts.mark.as_ref().filter(|mark| !is_note(bare_mark(mark))) {
        let mark = mark.clone();
        return Err(Unread::Mark { mark });
    }
    if parts.sign == Sign::None {
        match style.bare {
            Bare::Plain | Bare::Percent => {}
            Bare::Fraction => power += 2,
            Bare::FractionUpToOne if is_up_to_one(&text, fraction) => power += 2,
            Bare::FractionUpToOne => {}
            // Nought is nought in either reading.
            Bare::Doubtful if text.bytes().all(|byte| byte == b'0') => {}
            Bare::Doubtful => return Err(Unread::Percent),
        }
    }
    let (digits, decimals) = scaled(&text, fraction, power)?;
    Ok(Written::Number {
        digits: match is_negative && !is_lowest && digits != 0.0 {
            true => -digits,
            false => digits,
        },
        decimals,
        word: match is_lowest {
            true => Qualifier::UpTo,
            false => parts.word,
        },
        sign: match style.bare {
            Bare::Plain => parts.sign,
            _ => Sign::Percent,
        },
    })
}

/// `(1)`: a number of one or two digits alone between parentheses, as footnote marks are written.
pub fn is_bracketed_mark(parts: &Parts) -> bool {
    let is_short = parts.body.len() <= 2 && parts.body.bytes().all(|byte| byte.is_ascii_digit());
    let is_bare = parts.sign == Sign::None && parts.letter.is_none() && parts.mark.is_none();
    parts.bracketed && is_short && is_bare && parts.scale == 0 && parts.exponent == 0
}

/// Whether digits, some of them after the decimal mark, are at most one.
fn is_up_to_one(text: &str, fraction: usize) -> bool {
    let number: f64 = text.parse().unwrap_or(f64::INFINITY);
    number <= 10f64.powi(fraction as i32)
}

/// `[1]` and `(a)` are explained as `1` and `a`.
pub fn bare_mark(mark: &str) -> &str {
    mark.trim_matches(['[', ']', '(', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cell: &str, style: &NumberNotation) -> Option<f64> {
        read(cell, style).ok().and_then(|written| written.number())
    }

    #[test]
    fn signs_of_every_kind_are_read() {
        let cases = [
            ("-5", -5.0),
            ("−5", -5.0),
            ("(5)", -5.0),
            ("5-", -5.0),
            ("$-9", -9.0),
            ("-$9", -9.0),
            ("($48,250.00)", -48250.0),
            ("$(1,234)", -1234.0),
            ("(5)%", -5.0),
            ("(5%)", -5.0),
            (" $ -   ", 0.0),
            ("$-", 0.0),
            (" $1,234.00 ", 1234.0),
            ("1 234,5", f64::NAN),
            ("12\u{a0}345", 12345.0),
            ("12\u{202f}345", 12345.0),
            ("12’345", 12345.0),
            ("12'345.5", 12345.5),
            ("$1.2M", 1_200_000.0),
            ("$5k", 5000.0),
            ("1.2 million", 1_200_000.0),
            ("1.2E+05", 120_000.0),
            ("5.", 5.0),
            (".5", 0.5),
            ("+7", 7.0),
            ("USD 9", 9.0),
            ("9 %", 9.0),
        ];
        for (cell, expected) in cases {
            let found = value(cell, &NumberNotation::default());
            match expected.is_nan() {
                true => assert_eq!(found, None, "{cell}"),
                false => assert_eq!(found, Some(expected), "{cell}"),
            }
        }
    }

    #[test]
    fn what_is_left_over_makes_no_number() {
        for cell in [
            "1,23",
            "1,2345",
            "12,34,56",
            "1.2.3",
            "$5%",
            "(5",
            "5)",
            "--5",
            "(-5)",
            "5 apples",
            "1.2M",
            "5k",
            "1,234a",
            "12.3 r",
            "1,234*",
            "5¹",
            "10-19",
            "$ 10 to $ 19",
            "2024-03-09",
            "3/4",
            "12:30",
            "1 2 3",
            "1,234,",
            "abc",
            "l2",
            "1_000",
            "0x10",
            "12345678901234567",
            "0.00000012",
            "1e400",
            "$",
            "()",
            "(-)",
            "1,234.5.6",
            "1 23",
            "٣",
            "5 or so",
        ] {
            assert!(
                read(cell, &NumberNotation::default()).is_err(),
                "{cell}: {:?}",
                read(cell, &NumberNotation::default())
            );
        }
    }

    #[test]
    fn reasons_for_no_number_are_kept_apart() {
        for (cell, expected) in [
            ("", Status::Missing),
            ("-", Status::Missing),
            (" - ", Status::Missing),
            ("S", Status::Suppressed),
            ("*", Status::Suppressed),
            ("PrivacySuppressed", Status::Suppressed),
            ("N/A", Status::Missing),
            ("not applicable", Status::NotApplicable),
        ] {
            assert_eq!(
                read(cell, &NumberNotation::default()),
                Ok(Written::Absent(expected)),
                "{cell}"
            );
        }
    }

    #[test]
    fn the_column_decides_what_a_cell_alone_cannot() {
        let comma = NumberNotation {
            decimal_comma: true,
            ..NumberNotation::default()
        };
        assert_eq!(value("12.345", &comma), Some(12345.0));
        assert_eq!(value("2.790,82", &comma), Some(2790.82));
        assert_eq!(value("12.345", &NumberNotation::default()), Some(12.345));
        let noted = NumberNotation {
            notes: ["a".to_owned(), "*".to_owned()].into(),
            ..NumberNotation::default()
        };
        assert_eq!(value("1,234a", &noted), Some(1234.0));
        assert_eq!(value("1,234 *", &noted), Some(1234.0));
        assert_eq!(value("1,234 (a)", &noted), Some(1234.0));
        assert_eq!(value("1,234b", &noted), None);
        let letters = NumberNotation {
            letters: true,
            ..NumberNotation::default()
        };
        assert_eq!(value("1.2M", &letters), Some(1_200_000.0));
        let fraction = NumberNotation {
            bare: Bare::Fraction,
            ..NumberNotation::default()
        };
        assert_eq!(value("0.9", &fraction), Some(90.0));
        assert_eq!(value("85%", &fraction), Some(85.0));
    }

    #[test]
    fn bounds_keep_their_word() {
        for (cell, expected) in [
            ("<10", Qualifier::LessThan),
            ("≥ 80", Qualifier::AtLeast),
            ("more than 25,000", Qualifier::MoreThan),
            ("about $5", Qualifier::About),
            ("~5", Qualifier::About),
            ("25,000+", Qualifier::AtLeast),
            ("5 or fewer", Qualifier::UpTo),
        ] {
            let found = read(cell, &NumberNotation::default());
            assert!(
                matches!(found, Ok(Written::Number { word, .. }) if word == expected),
                "{cell}: {found:?}"
            );
        }
    }
}
