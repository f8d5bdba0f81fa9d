//! What the cells of a column are as numbers: what each way of writing makes of them, counted.

use super::missing_codes::MissingCodes;
use crate::package::{Bare, NumberNotation, Sign};
use crate::problem::Unread;
use crate::table::written::{
    Outcome, Parts, digits, is_bracketed_mark, is_spreadsheet_error, read, take_apart,
};
use crate::value::Qualifier;
use std::collections::BTreeMap;

/// In a column of numbers, at most one cell in this many may be something else.
pub const SLIPS: usize = 20;

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
    pub unread: usize,
    /// Of these, ranges; and numbers that are no bounds.
    pub ranges: usize,
    pub exact: usize,
    /// Cells that are neither.
    pub others: usize,
    pub proof_point: usize,
    pub proof_comma: usize,
    /// The first cell whose point, or comma, may be either mark.
    pub dots: Option<String>,
    pub commas: Option<String>,
    pub whole: [bool; 2],
    /// Whole numbers below 1,000 without any mark.
    pub small: bool,
    pub signs: BTreeMap<Sign, usize>,
    pub letters: usize,
    pub money_letters: usize,
    pub marks: usize,
    pub negative: bool,
    /// A number is written with a nought in front, as codes are.
    pub leading_zero: bool,
    /// The width that all whole numbers have.
    pub width: Option<usize>,
    /// Every number without a sign is between 0 and 1.
    pub fractions: bool,
    /// Cells whose comma may separate thousands or decimals; the same of points.
    pub unclear_commas: usize,
    pub unclear_dots: usize,
    /// A minus, or a plus, is behind the digits.
    pub minus_behind: bool,
    pub plus_behind: bool,
    /// One or two digits alone between parentheses; a longer number between them.
    pub bracketed: usize,
    pub bracketed_long: bool,
    /// The least number above zero that is not between parentheses, and the greatest of all.
    pub least: f64,
    pub greatest: f64,
    pub lowest: f64,
    /// Numbers without a sign between 0 and 1, between 1 and 10, and above 10.
    pub sizes: [usize; 3],
    /// The first number between 0 and 1.
    pub between: Option<String>,
    /// Numbers such as -99 and 9999, by which statistical programs mark missing values.
    pub codes: MissingCodes,
    /// Cells between parentheses, and the first of them.
    pub in_brackets: usize,
    pub bracket: Option<String>,
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
    pub fn weigh(&mut self, cell: &str, parts: &Parts, number: f64) {
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
    pub fn all_in_brackets(&self) -> Option<&String> {
        let is_all = self.in_brackets > 1 && self.in_brackets == self.numbers;
        self.bracket.as_ref().filter(|_| is_all)
    }

    /// Whether digits between parentheses look like footnote marks: single ones among numbers of hundreds.
    pub fn has_bracketed_marks(&self) -> bool {
        self.bracketed > 0
            && !self.bracketed_long
            && self.least >= 100.0
            && self.least.is_finite()
            && self.lowest >= -9.0
    }

    /// Whether the column is of numbers: nearly all cells with a value are, or two in three under a heading that names
    /// numbers. Where none can be read (ages 16-17, 18-19), they are words.
    pub fn is_number(&self, is_declared: bool, is_named: bool) -> bool {
        let readable = self.numbers.saturating_sub(self.unread);
        let is_led = is_named && readable > 1 && self.others * 2 <= readable;
        // Ages 16-19, 20-24 and 55+ are words.
        self.numbers > self.unread
            && (self.ranges == 0 || self.exact > self.ranges || is_led && self.exact == self.ranges)
            && (is_declared || is_led || self.others * SLIPS <= self.numbers + self.others)
    }

    /// Whether every number is whole as the column is written.
    pub fn is_whole(&self, style: &NumberNotation) -> bool {
        self.whole[usize::from(style.decimal_comma)]
            && self.letters == 0
            && style.bare == Bare::Plain
    }

    pub fn has_sign(&self, is: impl Fn(&Sign) -> bool) -> bool {
        self.signs.keys().any(is)
    }
}
