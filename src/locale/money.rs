//! Dollars, exact and in short. These are messages, so that they can be arguments of others:
//! `m!(UnitUsdPerHourValue, value = usd(19.5, 2))`.

use super::message::{Arg, Message};
use super::tongue::Locale;
use crate::m;

/// Dollars with exactly this many decimals: `$1,240.50`, `−$5`.
pub fn usd(value: f64, decimals: u8) -> Message {
    signed(
        value,
        decimals,
        Arg::Number {
            value: value.abs(),
            decimals,
        },
    )
}

/// Dollars in short, rounded to this many significant digits (at least one): `$23.9 million`,
/// `$500 million`, `$950,000`. Millions and billions drop zeros after the decimal mark; below a
/// thousand, cents are written in full or not at all.
pub fn usd_compact(value: f64, max_significant: u8) -> Message {
    let rounded = significant(value, max_significant);
    let size = rounded.abs();
    if size >= 1e9 {
        signed(
            rounded,
            0,
            scaled(size, 1e9, max_significant, |n| m!(UsdBillions, value = n)),
        )
    } else if size >= 1e6 {
        signed(
            rounded,
            0,
            scaled(size, 1e6, max_significant, |n| m!(UsdMillions, value = n)),
        )
    } else {
        usd(
            rounded,
            if size < 1000.0 && size.fract() != 0.0 {
                2
            } else {
                0
            },
        )
    }
}

impl Locale {
    /// [`usd`] as text.
    pub fn usd(&self, value: f64, decimals: u8) -> String {
        self.text(usd(value, decimals))
    }

    /// [`usd_compact`] as text.
    pub fn usd_compact(&self, value: f64, max_significant: u8) -> String {
        self.text(usd_compact(value, max_significant))
    }
}

/// The dollar sign, and the minus sign before it unless the amount as written is zero.
fn signed(value: f64, decimals: u8, amount: Arg) -> Message {
    let zero = format!("{:.*}", usize::from(decimals), value.abs())
        .bytes()
        .all(|digit| matches!(digit, b'0' | b'.'));
    if !value.is_finite() {
        m!(NumberNotFinite)
    } else if value < 0.0 && !zero {
        m!(UsdNegative, value = amount)
    } else {
        m!(UsdPositive, value = amount)
    }
}

/// A multiple of a scale such as a million, without trailing zeros.
fn scaled(size: f64, scale: f64, digits: u8, say: impl Fn(Arg) -> Message) -> Arg {
    let value = size / scale;
    let whole = (libm::log10(value).floor() as u8).saturating_add(1);
    let text = format!("{:.*}", usize::from(digits.saturating_sub(whole)), value);
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, d)| d.trim_end_matches('0').len() as u8);
    say(Arg::Number { value, decimals }).into()
}

/// A number rounded to this many significant digits.
fn significant(value: f64, digits: u8) -> f64 {
    format!("{:.*e}", usize::from(digits.max(1)) - 1, value)
        .parse()
        .unwrap_or(value)
}
