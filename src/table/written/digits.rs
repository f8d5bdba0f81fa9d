//! The digits of a written number: as one decimal mark reads them, and times a power of ten.

use super::words::is_blank;
use crate::problem::Unread;

/// The digits of a body as one decimal mark reads them: all of them without marks, and how many stand after the
/// decimal mark. `None` where the groups do not fit.
pub fn digits(body: &str, decimal_comma: bool) -> Option<(String, usize)> {
    let decimal = if decimal_comma { ',' } else { '.' };
    let (whole, fraction) = match body.rsplit_once(decimal) {
        Some((whole, fraction)) => (whole, fraction),
        None => (body, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || whole.contains(decimal) {
        return None;
    }
    let mut kinds = whole
        .chars()
        .filter(|mark| !mark.is_ascii_digit())
        .map(|mark| match mark {
            mark if is_blank(mark) => ' ',
            '’' => '\'',
            other => other,
        });
    let Some(kind) = kinds.next() else {
        return Some((format!("{whole}{fraction}"), fraction.len()));
    };
    if kinds.any(|other| other != kind) {
        return None;
    }
    let groups: Vec<&str> = whole.split(|mark: char| !mark.is_ascii_digit()).collect();
    let first = groups.first()?;
    let fits = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.iter().skip(1).all(|group| group.len() == 3);
    fits.then(|| (groups.concat() + fraction, fraction.len()))
}

/// Digits and how many of them follow the decimal mark, times a power of ten, to six decimals. Refused where more than 15
/// digits would have to be kept, or where rounding would change the number by more than one in ten thousand.
pub fn scaled(text: &str, fraction: usize, power: i32) -> Result<(f64, u8), Unread> {
    const DECIMALS: i32 = 6;
    const KEPT: i32 = 15;
    let text = text.trim_start_matches('0');
    let significant = text.trim_end_matches('0');
    if significant.is_empty() {
        // 0.00 keeps its decimals.
        let decimals = (fraction as i32 - power).clamp(0, DECIMALS);
        return Ok((0.0, decimals as u8));
    }
    // Digits after the decimal mark; below nought where the number ends in noughts before it.
    let after = fraction as i32 - power;
    let before = text.len() as i32 - after;
    if before > KEPT || before + after.min(0) > KEPT {
        return Err(Unread::TooLong);
    }
    if after <= 0 {
        let noughts = "0".repeat((-after) as usize);
        let whole = format!("{text}{noughts}");
        let digits = whole.parse().map_err(|_| Unread::TooLong)?;
        return Ok((digits, 0));
    }
    let most = DECIMALS.min(KEPT - before.max(0));
    if after <= most {
        let digits = text.parse().map_err(|_| Unread::TooLong)?;
        return Ok((digits, after as u8));
    }
    // Rounded half up on the digits themselves.
    let cut = (after - most) as usize;
    if cut > text.len() {
        return Err(Unread::TooSmall);
    }
    let (kept, lost) = text.split_at(text.len() - cut);
    let kept: f64 = match kept.is_empty() {
        true => 0.0,
        false => kept.parse().map_err(|_| Unread::TooLong)?,
    };
    let rest: f64 = format!("0.{lost}").parse().map_err(|_| Unread::TooLong)?;
    let rounded = kept + f64::from(u8::from(rest >= 0.5));
    let exact = kept + rest;
    match (rounded - exact).abs() > exact * 1e-4 {
        true => Err(Unread::TooSmall),
        false => Ok((rounded, most as u8)),
    }
}
