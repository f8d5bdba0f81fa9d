//! Digits → numbers, to the last digit published.

use crate::package::Field;

/// Reads a number as its field writes it: with marks between groups, another decimal mark, or words
/// around it where `bareNumber` is false.
pub(super) fn read(field: &Field, cell: &[u8]) -> Option<(f64, u8)> {
    let is_plain = field.group_char.is_none()
        && field.bare_number.unwrap_or(true)
        && field.decimal_char.as_deref().is_none_or(|mark| mark == ".");
    if is_plain {
        return parse_number(cell);
    }
    let mut text = std::str::from_utf8(cell).ok()?.to_owned();
    if let Some(mark) = field.group_char.as_deref().filter(|mark| !mark.is_empty()) {
        text = text.replace(mark, "");
    }
    if let Some(mark) = field
        .decimal_char
        .as_deref()
        .filter(|mark| !mark.is_empty())
    {
        text = text.replace(mark, ".");
    }
    if field.bare_number == Some(false) {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.');
        text = text.trim_matches(|c| !is_part(c)).to_owned();
    }
    parse_number(text.as_bytes())
}

/// Reads a number of Table Schema: sign, digits, point, digits, exponent. Gives its digits as a
/// whole number and how many stand after the point. `NaN` and `INF` are no results: `None`.
pub(crate) fn parse_number(cell: &[u8]) -> Option<(f64, u8)> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (mut whole, mut decimals, mut point, mut count) = (0u64, 0u8, false, 0u8);
    for byte in digits {
        match byte {
            b'0'..=b'9' if count < 15 => {
                whole = whole * 10 + u64::from(byte - b'0');
                count += 1;
                decimals += u8::from(point);
            }
            b'.' if !point => point = true,
            _ => return parse_rare(cell),
        }
    }
    let value = whole as f64;
    (count > 0).then_some((if negative { -value } else { value }, decimals))
}

/// Exponents and very long numbers.
fn parse_rare(cell: &[u8]) -> Option<(f64, u8)> {
    let plausible = cell
        .iter()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
    let value: f64 = std::str::from_utf8(cell)
        .ok()
        .filter(|_| plausible)?
        .parse()
        .ok()?;
    if !value.is_finite() {
        return None;
    }
    let decimals = if value.fract() == 0.0 { 0 } else { 6 };
    Some(((value * 10f64.powi(decimals)).round(), decimals as u8))
}
