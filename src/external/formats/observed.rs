//! What a row says of its observation: the power of ten that it is multiplied by, and the status
//! by which a 0 is no number.
//!
//! Standard: SDMX 2.1 and 3.0, content-oriented guidelines (UNIT_MULT, OBS_STATUS, CONF_STATUS). JSON-stat and others use
//! the same codes.

use super::display::shifted;
use crate::external::import_notices::ImportNotice;
use crate::table::written::{Outcome, take_apart};
use std::collections::BTreeSet;

/// Names of components that say by which power of ten a value is multiplied. OECD's older files say POWERCODE.
const MULTIPLIERS: [&str; 3] = ["UNIT_MULT", "POWERCODE", "POWERCODE CODE"];
/// The words that those files have for a power.
const POWERS: [(&str, i32); 10] = [
    ("unit", 0),
    ("units", 0),
    ("tens", 1),
    ("hundreds", 2),
    ("thousands", 3),
    ("ten thousands", 4),
    ("hundred thousands", 5),
    ("millions", 6),
    ("billions", 9),
    ("trillions", 12),
];
/// The highest power of ten that a value is multiplied by.
const MAX_POWER: i32 = 30;

/// Whether a component says by which power of ten values are multiplied.
pub fn is_multiplier(id: &str) -> bool {
    MULTIPLIERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(id.trim()))
}

/// The power of a multiplier such as `6`, `6: Millions` or `Millions`; 0 where it is empty, nothing where it is no power.
pub fn power_of(multiplier: &str) -> Option<i32> {
    let code = multiplier.split(':').next().unwrap_or_default().trim();
    if code.is_empty() {
        return Some(0);
    }
    let word = || {
        let lower = code.to_lowercase();
        let known = POWERS.iter().find(|(word, _)| *word == lower);
        known.map(|(_, power)| *power)
    };
    let power = code.parse().ok().or_else(word)?;
    (-MAX_POWER..=MAX_POWER).contains(&power).then_some(power)
}

/// Observations as they are written, with the count of those that were changed.
#[derive(Debug, Default)]
pub struct ObservationWriter {
    multiplied: u32,
    zeros: u32,
    marks: BTreeSet<String>,
    /// The name of the column of statuses.
    column: String,
}

impl ObservationWriter {
    /// The value multiplied, or the reason why there is none. Nothing where the multiplier is no power of ten, or where
    /// it is one and the value cannot be multiplied.
    pub fn write(
        &mut self,
        value: &str,
        multiplier: &str,
        (column, status): (&str, &str),
    ) -> Option<String> {
        if let Some(reason) = reason(column, status) {
            let is_zero = is_zero(value);
            if is_zero {
                self.zeros += 1;
                self.marks.insert(code_of(status).to_owned());
                column.clone_into(&mut self.column);
            }
            if is_zero || is_absent(value) {
                return Some(reason.to_owned());
            }
        }
        let power = power_of(multiplier)?;
        if power == 0 || is_absent(value) {
            return Some(value.to_owned());
        }
        let number = plain_number(value)?;
        let scaled = shifted(&number, power);
        self.multiplied += 1;
        Some(scaled)
    }

    /// What was changed.
    pub fn told(self) -> Vec<ImportNotice> {
        let mut told = Vec::new();
        if self.multiplied > 0 {
            told.push(ImportNotice::Multiplied {
                rows: self.multiplied,
            });
        }
        if self.zeros > 0 {
            told.push(ImportNotice::ZerosWithStatus {
                column: self.column,
                marks: self.marks.into_iter().collect(),
                rows: self.zeros,
            });
        }
        told
    }
}

/// Whether a component says that its row is withheld or has no value.
pub fn is_status(id: &str) -> bool {
    ["OBS_STATUS", "CONF_STATUS", "OBS_CONF"].contains(&id)
}

/// `C` of `C: Confidential`.
fn code_of(status: &str) -> &str {
    status.split(':').next().unwrap_or_default().trim()
}

/// The reason why a row with this status has no value, as the reader of cells knows it.
pub fn reason(column: &str, status: &str) -> Option<&'static str> {
    let code = code_of(status);
    let is_confidentiality = column.starts_with("CONF") || column == "OBS_CONF";
    match code {
        "" => None,
        _ if is_confidentiality => (code != "F").then_some("suppressed"),
        "Q" | "C" | "c" => Some("suppressed"),
        "M" | "O" | "L" | "H" => Some("missing"),
        _ => None,
    }
}

/// Whether a cell is a number of zeros alone.
pub fn is_zero(value: &str) -> bool {
    let digits = value.trim().trim_start_matches(['-', '+']);
    digits.contains('0') && digits.bytes().all(|mark| matches!(mark, b'0' | b'.'))
}

/// Whether a cell gives a reason in place of a number, or nothing.
pub fn is_absent(value: &str) -> bool {
    matches!(take_apart(value.trim()), Ok(Outcome::Absent(_)))
}

/// The digits of a number, without exponent and marks between thousands; nothing where a cell has more than that.
fn plain_number(value: &str) -> Option<String> {
    let value = value.trim();
    let digits = match value.split_once(['e', 'E']) {
        Some((digits, exponent)) => {
            let places: i32 = exponent.parse().ok()?;
            shifted(digits, (-400..=400).contains(&places).then_some(places)?)
        }
        None => value.to_owned(),
    };
    let bare = digits.trim_start_matches(['-', '+']);
    let (whole, part) = bare.split_once('.').unwrap_or((bare, "0"));
    let is_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    let is_plain = !(whole.is_empty() && part.is_empty()) && is_digits(whole) && is_digits(part);
    (is_plain
        && matches!(
            take_apart(&digits),
            Ok(Outcome::Number(_) | Outcome::Zero(_))
        ))
    .then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_multiplied_or_has_no_number() {
        let one = |value: &str, multiplier: &str, status: &str| {
            ObservationWriter::default().write(value, multiplier, ("OBS_STATUS", status))
        };
        for (value, multiplier, status, written) in [
            ("1.5", "3", "A", Some("1500")),
            ("1.5", "6: Millions", "", Some("1500000")),
            ("1.5", "Thousands", "", Some("1500")),
            ("12", "-2", "", Some("0.12")),
            ("1.5e2", "3", "", Some("150000")),
            ("-7", "0", "E", Some("-7")),
            ("7", "", "", Some("7")),
            ("", "6", "", Some("")),
            ("NaN", "6", "", Some("NaN")),
            ("0", "6", "Q", Some("suppressed")),
            ("", "6", "Q: Missing value; suppressed", Some("suppressed")),
            ("0.0", "", "M", Some("missing")),
            ("0", "3", "A", Some("0")),
            ("5", "3", "M", Some("5000")),
            ("1.5", "x", "", None),
            ("1.5", "99", "", None),
            // More than a number cannot be multiplied.
            ("1,234", "3", "", None),
            ("<5", "3", "", None),
            ("(5)", "3", "", None),
        ] {
            let found = one(value, multiplier, status);
            assert_eq!(found.as_deref(), written, "{value} {multiplier} {status}");
        }
        let confidential = ObservationWriter::default().write("0", "", ("CONF_STATUS", "N"));
        assert_eq!(confidential.as_deref(), Some("suppressed"));
        let free = ObservationWriter::default().write("0", "", ("CONF_STATUS", "F"));
        assert_eq!(free.as_deref(), Some("0"));
    }
}
