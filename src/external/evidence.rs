//! What the cells of a column prove of the way its numbers are written, and what is decided from it.
//!
//! Nothing is guessed: where two readings are possible and no cell, no other column and no answer of the visitor says
//! which, the column is not read as numbers, and both readings are named.

use super::heading::words_of;
use super::missing_codes::{explained, names_difference};
use super::reading::Hint;
use super::tally::{SLIPS, Tally};
use crate::locale::Locale;
use crate::m;
use crate::package::{Bare, Field, NumberNotation, Sign};
use crate::table::written::read;
use crate::value::Status;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

type Gaps = BTreeMap<String, Status>;

/// What the other columns of a file prove.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileEvidence {
    pub point: bool,
    pub comma: bool,
    /// Cells are separated by something other than a comma, as where the comma is the decimal mark.
    pub semicolons: bool,
}

impl FileEvidence {
    pub fn of<'a>(tallies: impl Iterator<Item = &'a Tally>, delimiter: &str) -> Self {
        let mut around = Self {
            semicolons: delimiter == ";",
            ..Self::default()
        };
        for tally in tallies {
            around.point |= tally.proof_point > tally.proof_comma;
            around.comma |= tally.proof_comma > tally.proof_point;
        }
        around
    }
}

/// Two ways to read one cell, with the answers that choose between them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoReadings {
    pub cell: String,
    pub first: String,
    pub second: String,
    /// The word of the address for each.
    pub hints: [Hint; 2],
}

/// How a column of numbers is written, as far as its cells say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    pub style: NumberNotation,
    /// The sign that all numbers share.
    pub sign: Sign,
    /// Units differ from cell to cell.
    pub mixed: bool,
    /// Why the column cannot be read as numbers.
    pub doubt: Option<TwoReadings>,
    /// Answers that the visitor can give.
    pub asks: Vec<Hint>,
}

/// What is known of a column besides its cells.
pub struct Known<'a> {
    pub name: &'a str,
    pub field: Option<&'a Field>,
    /// Its different cells.
    pub words: &'a [String],
    /// Its heading names counts of whole things.
    pub counts: bool,
    /// Its heading names amounts of money or other things that have at most two decimals.
    pub amounts: bool,
    /// Its heading names money.
    pub money: bool,
    /// Its heading says percent, or names a rate or share.
    pub percent: bool,
    pub rate: bool,
    /// Its heading names a median.
    pub median: bool,
    pub legend: &'a BTreeSet<String>,
    /// Codes that a line beside the table explains as no value.
    pub codes: &'a BTreeMap<String, Status>,
    /// Another column has a code such as -1.
    pub codes_around: bool,
    pub hints: &'a [Hint],
}

/// Decides how the numbers of a column are written.
pub fn decide(tally: &Tally, around: FileEvidence, known: &Known) -> Decided {
    let has = |hint| known.hints.contains(&hint);
    let mut decided = Decided::default();
    let style = &mut decided.style;
    style.notes.clone_from(known.legend);
    style.any_note = has(Hint::Notes);
    style.letters =
        has(Hint::Magnitude) || ((tally.money_letters > 0 || known.money) && !has(Hint::Notes));
    if tally.marks > 0 || tally.letters > tally.money_letters {
        decided.asks.push(Hint::Notes);
    }
    if tally.letters > tally.money_letters && !style.letters {
        decided.asks.push(Hint::Magnitude);
    }
    match decimal_comma(tally, around, known) {
        Ok(comma) => style.decimal_comma = comma,
        Err(doubt) => decided.doubt = Some(doubt),
    }
    if tally.dots.is_some() || tally.commas.is_some() || tally.proof_comma > 0 {
        decided.asks.extend([Hint::Point, Hint::Comma]);
    }
    style.minus_is_bound = tally.minus_behind && (tally.plus_behind || known.median);
    style.bracketed_numbers = has(Hint::Numbers);
    if tally.has_bracketed_marks() {
        style.bracketed_marks = true;
        decided.asks.extend([Hint::Notes, Hint::Numbers]);
    }
    let (sure, unsure) = missing_codes(tally, known);
    if !(sure.is_empty() && unsure.is_empty()) {
        decided.asks.extend([Hint::Gaps, Hint::Numbers]);
    }
    if !has(Hint::Numbers) || has(Hint::Gaps) {
        match unsure.keys().next() {
            Some(code) if !has(Hint::Gaps) => decided.doubt = Some(or_missing(code)),
            _ => style.gaps.extend(unsure),
        }
        style.gaps.extend(sure);
    }
    // `(66.7)` beside each count is no negative percent.
    if let Some(cell) = tally.all_in_brackets().filter(|_| known.in_brackets()) {
        decided.asks.extend([Hint::Positive, Hint::Numbers]);
        style.positive_brackets = has(Hint::Positive);
        if !has(Hint::Positive) && !has(Hint::Numbers) {
            decided.doubt = Some(or_positive(cell));
        }
    }
    let money: Vec<&Sign> = tally
        .signs
        .keys()
        .filter(|sign| matches!(sign, Sign::Currency(_)))
        .collect();
    let percent = tally.has_sign(|sign| *sign == Sign::Percent);
    let bare = tally.has_sign(|sign| *sign == Sign::None);
    match (money.as_slice(), percent) {
        ([], true) if bare => {
            decided.asks.extend([Hint::Percent, Hint::Fraction]);
            style.bare = match (has(Hint::Percent), has(Hint::Fraction)) {
                (true, _) => Bare::Percent,
                (_, true) => Bare::Fraction,
                _ => Bare::Doubtful,
            };
            decided.sign = Sign::Percent;
        }
        ([], true) => decided.sign = Sign::Percent,
        ([], false) => {
            let doubt = percent_or_fraction(tally, known);
            let differs = doubt.is_some();
            if differs {
                decided.asks.extend([Hint::Percent, Hint::Fraction]);
            }
            if has(Hint::Fraction) {
                style.bare = match differs && tally.sizes[2] > 0 {
                    true => Bare::FractionUpToOne,
                    false => Bare::Fraction,
                };
                decided.sign = Sign::Percent;
            } else if has(Hint::Percent) {
                decided.sign = Sign::Percent;
            } else if let Some(doubt) = doubt {
                decided.doubt = Some(doubt);
            }
        }
        ([only], false) => decided.sign = **only,
        _ => {
            decided.mixed = true;
            style.mixed = true;
        }
    }
    decided
}

/// Which mark separates the decimals.
fn decimal_comma(tally: &Tally, around: FileEvidence, known: &Known) -> Result<bool, TwoReadings> {
    let has = |hint| known.hints.contains(&hint);
    if has(Hint::Comma) || has(Hint::Point) {
        return Ok(has(Hint::Comma));
    }
    if let Some(field) = known.field {
        match (field.decimal_char.as_deref(), field.group_char.as_deref()) {
            (Some(","), _) | (None, Some(".")) => return Ok(true),
            (Some("."), _) | (None, Some(",")) => return Ok(false),
            _ => {}
        }
    }
    let unclear = tally.dots.as_ref().or(tally.commas.as_ref());
    let two = |cell: &String| two_readings(cell);
    match (tally.proof_point, tally.proof_comma, unclear) {
        (0, 0, None) => Ok(false),
        (point, 0, Some(cell)) if point > 0 && known.counts && tally.unclear_dots >= point => {
            Err(two(cell))
        }
        (point, 0, _) if point > 0 => Ok(false),
        // `12,50` among many such as `1,234` is as likely a slip as a proof.
        (0, comma, Some(cell)) if comma > 0 && tally.unclear_commas >= comma => Err(two(cell)),
        (0, comma, _) if comma > 0 => Ok(true),
        // A few cells that are written the other way are listed one by one.
        (point, comma, None) if point >= comma * SLIPS => Ok(false),
        (point, comma, None) if comma >= point * SLIPS => Ok(true),
        (0, 0, Some(cell)) => {
            if tally.dots.is_some() && tally.commas.is_some() {
                return Err(two(cell));
            }
            match (around.point, around.comma) {
                (true, false) => return Ok(false),
                (false, true) => return Ok(true),
                (true, true) => return Err(two(cell)),
                _ => {}
            }
            // Amounts have two decimals at most, so three digits after a point may be thousands.
            let is_money = tally.has_sign(|sign| matches!(sign, Sign::Currency(_)));
            let is_count = tally.dots.is_some()
                && (known.counts || known.amounts || known.money || is_money || tally.small);
            match around.semicolons || is_count {
                true => Err(two(cell)),
                false => Ok(false),
            }
        }
        (_, _, Some(cell)) => Err(two(cell)),
        (_, _, None) => Err(TwoReadings {
            cell: String::new(),
            first: ".".to_owned(),
            second: ",".to_owned(),
            hints: [Hint::Point, Hint::Comma],
        }),
    }
}

impl Known<'_> {
    /// Whether the heading names what may be written between parentheses without being below zero.
    fn in_brackets(&self) -> bool {
        const BESIDE: [&str; 6] = ["se", "sd", "error", "moe", "std", "n"];
        let is_beside = |word: &String| BESIDE.contains(&word.as_str());
        let is_short = self.name.starts_with('(') || words_of(self.name).iter().any(is_beside);
        (self.percent || self.rate || is_short) && !names_difference(self.name)
    }
}

/// Codes among the numbers of a column that stand for no value: those that the file explains, and those that only may.
/// A line beside the table that explains a number such as 99 may do so for another column.
fn missing_codes(tally: &Tally, known: &Known) -> (Gaps, Gaps) {
    let mut sure: Gaps = explained(known.name).into_iter().collect();
    let mut unsure = Gaps::new();
    for (code, status) in known.codes {
        match code.starts_with('-') || code.starts_with('0') {
            true => sure.insert(code.clone(), *status),
            false => unsure.insert(code.clone(), *status),
        };
    }
    let marks = tally
        .codes
        .marks(known.name, known.codes_around)
        .into_iter();
    unsure.extend(marks.map(|code| (code, Status::Missing)));
    let is_there = |code: &String| known.words.contains(code);
    sure.retain(|code, _| is_there(code));
    unsure.retain(|code, _| is_there(code) && !sure.contains_key(code));
    (sure, unsure)
}

/// A number between parentheses, which may be below zero or not.
fn or_positive(cell: &str) -> TwoReadings {
    let style = |positive_brackets| NumberNotation {
        positive_brackets,
        bracketed_numbers: true,
        ..NumberNotation::default()
    };
    read_both(cell, [Hint::Numbers, Hint::Positive], style)
}

/// A cell as it is read in the notation for `false` and in that for `true`.
fn read_both(cell: &str, hints: [Hint; 2], style: impl Fn(bool) -> NumberNotation) -> TwoReadings {
    let as_read = |second| {
        let written = read(cell, &style(second)).ok();
        let number = written.and_then(|written| written.number());
        number.map_or_else(String::new, |number| number.to_string())
    };
    TwoReadings {
        cell: cell.to_owned(),
        first: as_read(false),
        second: as_read(true),
        hints,
    }
}

/// A code for a missing value, which may be a number.
fn or_missing(code: &str) -> TwoReadings {
    TwoReadings {
        cell: code.to_owned(),
        first: code.to_owned(),
        second: Locale::EN.text(m!(ForeignNoValue)),
        hints: [Hint::Numbers, Hint::Gaps],
    }
}

/// Numbers of a rate that may be percent or fractions: all up to 1 under a heading that says percent, or some up to 1
/// and all others above 10.
fn percent_or_fraction(tally: &Tally, known: &Known) -> Option<TwoReadings> {
    let [small, middle, great] = tally.sizes;
    let all = known.percent && tally.fractions && small > 2;
    let some = (known.percent || known.rate) && small > 0 && middle == 0 && great > 0;
    let fits = (all || some) && !tally.negative && tally.greatest <= 100.0;
    let example = tally.between.as_ref().filter(|_| fits)?;
    let style = NumberNotation::default();
    let number = read(example, &style).ok()?.number()?;
    let percent = (number * 1e8).round() / 1e6;
    Some(TwoReadings {
        cell: example.clone(),
        first: format!("{number}%"),
        second: format!("{percent}%"),
        hints: [Hint::Percent, Hint::Fraction],
    })
}

fn two_readings(cell: &str) -> TwoReadings {
    let style = |decimal_comma| NumberNotation {
        decimal_comma,
        ..NumberNotation::default()
    };
    read_both(cell, [Hint::Point, Hint::Comma], style)
}
