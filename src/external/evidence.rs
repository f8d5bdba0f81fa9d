//! What the cells of a column prove of the way its numbers are written, and what is decided from it.
//!
//! Nothing is guessed: where two readings are possible and no cell, no other column and no answer of the visitor says
//! which, the column is not read as numbers, and both readings are named.

use super::heading::words_of;
use super::missing_codes::{MissingCodes, explained, names_difference};
use super::reading::Hint;
use crate::locale::Locale;
use crate::m;
use crate::package::{Bare, Field, NumberNotation, Sign};
use crate::problem::Unread;
use crate::table::written::{
    Outcome, Parts, digits, is_bracketed_mark, is_spreadsheet_error, read, take_apart,
};
use crate::value::{Qualifier, Status};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// In a column of numbers, at most one cell in this many may be something else.
const SLIPS: usize = 20;

type Gaps = BTreeMap<String, Status>;

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
    /// Of these, ranges; and numbers that are no bounds.
    ranges: usize,
    exact: usize,
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
    /// Cells whose comma may separate thousands or decimals; the same of points.
    unclear_commas: usize,
    unclear_dots: usize,
    /// A minus, or a plus, is behind the digits.
    minus_behind: bool,
    plus_behind: bool,
    /// One or two digits alone between parentheses; a longer number between them.
    bracketed: usize,
    bracketed_long: bool,
    /// The least number above zero that is not between parentheses, and the greatest of all.
    least: f64,
    pub greatest: f64,
    pub lowest: f64,
    /// Numbers without a sign between 0 and 1, between 1 and 10, and above 10.
    sizes: [usize; 3],
    /// The first number between 0 and 1.
    between: Option<String>,
    /// Numbers such as -99 and 9999, by which statistical programs mark missing values.
    codes: MissingCodes,
    /// Cells between parentheses, and the first of them.
    in_brackets: usize,
    bracket: Option<String>,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            filled: 0,
            absent: 0,
            numbers: 0,
            unread: 0,
            ranges: 0,
            exact: 0,
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
            unclear_commas: 0,
            unclear_dots: 0,
            minus_behind: false,
            plus_behind: false,
            bracketed: 0,
            bracketed_long: false,
            least: f64::INFINITY,
            greatest: f64::NEG_INFINITY,
            lowest: f64::INFINITY,
            sizes: [0; 3],
            between: None,
            codes: MissingCodes::default(),
            in_brackets: 0,
            bracket: None,
        }
    }
}

impl Tally {
    /// Counts a cell with nothing but a mark that a legend explains: in a column of numbers it is none.
    pub fn see_mark(&mut self) {
        self.filled += 1;
        self.numbers += 1;
        self.unread += 1;
    }

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
            Err(Unread::NotNumber) if !is_spreadsheet_error(cell) => {
                self.others += 1;
                return;
            }
            Err(why) => {
                self.numbers += 1;
                self.unread += 1;
                self.ranges += usize::from(why == Unread::Range);
                return;
            }
        };
        self.numbers += 1;
        self.exact += usize::from(parts.word == Qualifier::Exact);
        *self.signs.entry(parts.sign).or_default() += 1;
        let body = &parts.body;
        match (digits(body, false), digits(body, true)) {
            (Some(point), Some(comma)) if point == comma => {
                self.small |= point.0.len() <= 3;
                self.whole[0] &= point.1 == 0;
                self.whole[1] &= comma.1 == 0;
            }
            (Some(point), Some(comma)) => {
                let (kept, count) = match body.contains('.') {
                    true => (&mut self.dots, &mut self.unclear_dots),
                    false => (&mut self.commas, &mut self.unclear_commas),
                };
                *count += 1;
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
            self.weigh(cell, &parts, number);
        }
    }

    /// Keeps how great a number is, and whether it may stand for something else.
    fn weigh(&mut self, cell: &str, parts: &Parts, number: f64) {
        self.minus_behind |= parts.minus_behind;
        self.plus_behind |= parts.plus_behind;
        self.greatest = self.greatest.max(number);
        self.lowest = self.lowest.min(number);
        if parts.bracketed {
            self.in_brackets += 1;
            self.bracket.get_or_insert_with(|| cell.to_owned());
            match is_bracketed_mark(parts) {
                true => self.bracketed += 1,
                false => self.bracketed_long = true,
            }
        } else if number != 0.0 {
            self.least = self.least.min(number.abs());
        }
        if parts.sign == Sign::None && number > 0.0 {
            self.sizes[usize::from(number > 1.0) + usize::from(number > 10.0)] += 1;
            if number < 1.0 {
                self.between.get_or_insert_with(|| cell.to_owned());
            }
        }
        self.codes.see(cell, number);
    }

    /// Whether a number such as -1 may be a code for no value.
    pub fn has_small_code(&self, name: &str) -> bool {
        let marks = self.codes.marks(name, false);
        marks.iter().any(|code| code.starts_with('-'))
    }

    /// The first cell of a column whose numbers are all between parentheses.
    fn all_in_brackets(&self) -> Option<&String> {
        let is_all = self.in_brackets > 1 && self.in_brackets == self.numbers;
        self.bracket.as_ref().filter(|_| is_all)
    }

    /// Whether digits between parentheses look like footnote marks: single ones among numbers of hundreds.
    fn has_bracketed_marks(&self) -> bool {
        self.bracketed > 0
            && !self.bracketed_long
            && self.least >= 100.0
            && self.least.is_finite()
            && self.lowest >= -9.0
    }

    /// Whether the column is of numbers: nearly all cells with a value are. Where none can be
    /// read (ages 16-17, 18-19), they are words.
    pub fn is_number(&self, is_declared: bool) -> bool {
        // Ages 16-19, 20-24 and 55+ are words.
        self.numbers > self.unread
            && (self.ranges == 0 || self.exact > self.ranges)
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
    let as_read = |positive_brackets| {
        let style = NumberNotation {
            positive_brackets,
            bracketed_numbers: true,
            ..NumberNotation::default()
        };
        let number = read(cell, &style).ok().and_then(|written| written.number());
        number.map_or_else(String::new, |number| number.to_string())
    };
    TwoReadings {
        cell: cell.to_owned(),
        first: as_read(false),
        second: as_read(true),
        hints: [Hint::Numbers, Hint::Positive],
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
