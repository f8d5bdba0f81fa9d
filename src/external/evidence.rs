//! What the cells of a column prove of the way its numbers are written, and what is decided from it.
//!
//! Nothing is guessed: where two readings are possible and no cell, no other column and no answer of the visitor says
//! which, the column is not read as numbers, and both readings are named.

use super::reading::Hint;
use crate::package::{Bare, Field, NumberNotation, Sign};
use crate::problem::Unread;
use crate::table::written::{Outcome, digits, read, take_apart};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// In a column of numbers, at most one cell in this many may be something else.
const SLIPS: usize = 20;

/// What was seen in the cells of one column.
#[derive(Clone, Debug)]
pub struct Tally {
    /// Cells with something in them.
    pub filled: usize,
    /// Cells that say that there is no number.
    pub absent: usize,
    /// Cells that are numbers in one way of writing or another.
    pub numbers: usize,
    /// Of these, cells that no way of writing reads: ranges (16-17), versions (1.2.10).
    unread: usize,
    /// Cells that are neither.
    pub others: usize,
    proof_point: usize,
    proof_comma: usize,
    /// The first cell whose point, or comma, may be either mark.
    dots: Option<String>,
    commas: Option<String>,
    whole: [bool; 2],
    /// Whole numbers below 1,000 without any mark.
    small: bool,
    pub signs: BTreeMap<Sign, usize>,
    letters: usize,
    money_letters: usize,
    marks: usize,
    pub negative: bool,
    /// A number is written with a nought in front, as codes are.
    pub leading_zero: bool,
    /// The width that all whole numbers have.
    pub width: Option<usize>,
    /// Every number without a sign is between 0 and 1.
    fractions: bool,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            filled: 0,
            absent: 0,
            numbers: 0,
            unread: 0,
            others: 0,
            proof_point: 0,
            proof_comma: 0,
            dots: None,
            commas: None,
            whole: [true; 2],
            small: false,
            signs: BTreeMap::new(),
            letters: 0,
            money_letters: 0,
            marks: 0,
            negative: false,
            leading_zero: false,
            width: Some(0),
            fractions: true,
        }
    }
}

impl Tally {
    pub fn see(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        let parts = match take_apart(cell) {
            Ok(Outcome::Absent(_)) => {
                self.absent += 1;
                return;
            }
            Ok(Outcome::Zero(sign)) => {
                self.numbers += 1;
                *self.signs.entry(sign).or_default() += 1;
                return;
            }
            Ok(Outcome::Number(parts)) => parts,
            Err(Unread::NotNumber) => {
                self.others += 1;
                return;
            }
            Err(_) => {
                self.numbers += 1;
                self.unread += 1;
                return;
            }
        };
        self.numbers += 1;
        *self.signs.entry(parts.sign).or_default() += 1;
        let body = &parts.body;
        match (digits(body, false), digits(body, true)) {
            (Some(point), Some(comma)) if point == comma => {
                self.small |= point.0.len() <= 3;
                self.whole[0] &= point.1 == 0;
                self.whole[1] &= comma.1 == 0;
            }
            (Some(point), Some(comma)) => {
                let kept = match body.contains('.') {
                    true => &mut self.dots,
                    false => &mut self.commas,
                };
                kept.get_or_insert_with(|| cell.to_owned());
                self.whole[0] &= point.1 == 0;
                self.whole[1] &= comma.1 == 0;
            }
            (Some(point), None) => {
                self.proof_point += 1;
                self.whole[0] &= point.1 == 0;
            }
            (None, Some(comma)) => {
                self.proof_comma += 1;
                self.whole[1] &= comma.1 == 0;
            }
            (None, None) => self.unread += 1,
        }
        if let Some(_letter) = &parts.letter {
            self.letters += 1;
            self.money_letters += usize::from(matches!(parts.sign, Sign::Currency(_)));
        }
        self.marks += usize::from(parts.mark.is_some());
        let is_plain = body.bytes().all(|byte| byte.is_ascii_digit());
        self.leading_zero |= is_plain && body.len() > 1 && body.starts_with('0');
        self.width = match self.width {
            Some(0) if is_plain => Some(body.len()),
            Some(width) if is_plain && width == body.len() => Some(width),
            _ => None,
        };
        if let Ok(written) = read(cell, &NumberNotation::default())
            && let Some(number) = written.number()
        {
            self.negative |= number < 0.0;
            self.fractions &= parts.sign != Sign::None || (0.0..=1.0).contains(&number);
        }
    }

    /// Whether the column is of numbers: nearly all cells with a value are. Where none can be
    /// read (ages 16-17, 18-19), they are words.
    pub fn is_number(&self, is_declared: bool) -> bool {
        self.numbers > self.unread
            && (is_declared || self.others * SLIPS <= self.numbers + self.others)
    }

    /// Whether every number is whole as the column is written.
    pub fn is_whole(&self, style: &NumberNotation) -> bool {
        self.whole[usize::from(style.decimal_comma)]
            && self.letters == 0
            && style.bare == Bare::Plain
    }

    fn has_sign(&self, is: impl Fn(&Sign) -> bool) -> bool {
        self.signs.keys().any(is)
    }
}

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
    pub field: Option<&'a Field>,
    /// Its heading names counts of whole things.
    pub counts: bool,
    /// Its heading names amounts of money or other things that have at most two decimals.
    pub amounts: bool,
    /// Its heading names money.
    pub money: bool,
    pub legend: &'a BTreeSet<String>,
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
            if has(Hint::Fraction) {
                style.bare = Bare::Fraction;
                decided.sign = Sign::Percent;
            } else if has(Hint::Percent) {
                decided.sign = Sign::Percent;
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
        (point, 0, _) if point > 0 => Ok(false),
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

fn two_readings(cell: &str) -> TwoReadings {
    let as_read = |decimal_comma| {
        let style = NumberNotation {
            decimal_comma,
            ..NumberNotation::default()
        };
        let number = read(cell, &style).ok().and_then(|written| written.number());
        number.map_or_else(String::new, |number| number.to_string())
    };
    TwoReadings {
        cell: cell.to_owned(),
        first: as_read(false),
        second: as_read(true),
        hints: [Hint::Point, Hint::Comma],
    }
}
