//! Numbers as scaled whole numbers, with the reason beside each that is not there.
//!
//! A value with two decimals is kept as a count of hundredths, so that sums are exact and do not
//! depend on the order of rows (up to 2⁵³ of the smallest unit).

use super::RowSet;
use crate::value::{Qualifier, Quantity, Status, StatusSet};

/// A dense column of numbers. Where there is none the value is 0 and the status says why, so that
/// the hot loop can add without asking.
#[derive(Clone, Debug, Default)]
pub struct NumberColumn {
    values: Vec<f64>,
    /// Low 13 bits: [`StatusSet`]; high 3 bits: the word of the number.
    status: Vec<u16>,
    /// Decimals kept: a value is `values[i] / 10^decimals`.
    pub decimals: u8,
}

/// One cell before scaling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RawCell {
    /// Digits without the point, and how many of them stand after it.
    Number {
        digits: f64,
        decimals: u8,
        word: Qualifier,
    },
    /// No number, and why.
    Absent(StatusSet),
}

const WORD_SHIFT: u32 = 13;
const STATUS_BITS: u16 = (1 << WORD_SHIFT) - 1;

/// Reasons for which there is no number (rather than one to be read with care).
const ABSENT: u16 = Status::NotCollected as u16
    | Status::NotApplicable as u16
    | Status::Missing as u16
    | Status::Suppressed as u16
    | Status::NotYetDue as u16;

/// More decimals than this are rounded: 10^6 leaves room for sums of 9 · 10⁹.
const MOST_DECIMALS: u8 = 6;

const WORDS: [Qualifier; 7] = [
    Qualifier::Exact,
    Qualifier::About,
    Qualifier::Nearly,
    Qualifier::MoreThan,
    Qualifier::AtLeast,
    Qualifier::UpTo,
    Qualifier::LessThan,
];

impl NumberColumn {
    pub(super) fn push(&mut self, cell: RawCell) {
        match cell {
            RawCell::Number {
                digits,
                decimals,
                word,
            } => {
                let (digits, decimals) = bounded(digits, decimals);
                self.scale_to(decimals);
                self.values.push(digits * power(self.decimals - decimals));
                let word = WORDS.iter().position(|known| *known == word).unwrap_or(0) as u16;
                self.status.push(word << WORD_SHIFT);
            }
            RawCell::Absent(status) => {
                self.values.push(0.0);
                self.status.push(status.bits() & STATUS_BITS);
            }
        }
    }

    /// Makes room for finer values.
    fn scale_to(&mut self, decimals: u8) {
        if decimals > self.decimals {
            let factor = power(decimals - self.decimals);
            self.values.iter_mut().for_each(|value| *value *= factor);
            self.decimals = decimals;
        }
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.values.truncate(len);
        self.status.truncate(len);
    }

    pub(super) fn retain(&mut self, keep: &RowSet) {
        self.values = keep.iter().map(|row| self.values[row]).collect();
        self.status = keep.iter().map(|row| self.status[row]).collect();
    }

    pub(super) fn shrink(&mut self) {
        self.values.shrink_to_fit();
        self.status.shrink_to_fit();
    }

    /// Adds reasons from a status column. A number whose row says that there is none is forgotten,
    /// so that a hidden value cannot be read out of a sum; a reason takes the place of "no reason
    /// given".
    pub(super) fn mark(&mut self, row: usize, status: StatusSet) {
        let reasons = status.bits() & STATUS_BITS;
        let why_absent = reasons & ABSENT & !(Status::Missing as u16);
        if why_absent != 0 {
            self.status[row] &= !(Status::Missing as u16);
        }
        self.status[row] |= reasons;
        if !is_present(self.status[row]) {
            self.values[row] = 0.0;
        }
    }

    /// Takes the last number back where it is a 0 that stands for a withheld value.
    pub(super) fn withhold_zero(&mut self) {
        let row = self.values.len().saturating_sub(1);
        if self.at(row) == Some(0.0) {
            self.mark(row, StatusSet::of(Status::Suppressed));
        }
    }

    /// Sets the word from a qualifier column; a marker's own bound stands.
    pub(super) fn qualify(&mut self, row: usize, word: Qualifier) {
        if word == Qualifier::Exact {
            return;
        }
        if let Some(index) = WORDS.iter().position(|known| *known == word) {
            self.status[row] = (self.status[row] & STATUS_BITS) | (index as u16) << WORD_SHIFT;
        }
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether the row holds a number.
    pub fn is_present(&self, row: usize) -> bool {
        is_present(self.status[row])
    }

    /// How many rows have a number.
    pub fn count_present(&self) -> usize {
        let present = self.status.iter().filter(|status| is_present(**status));
        present.count()
    }

    pub fn status_at(&self, row: usize) -> StatusSet {
        StatusSet::from_bits(self.status[row] & STATUS_BITS)
    }

    /// The number of a row in its own unit.
    pub fn at(&self, row: usize) -> Option<f64> {
        self.is_present(row)
            .then(|| self.values[row] / power(self.decimals))
    }

    /// The number of a row with its word.
    pub fn quantity_at(&self, row: usize) -> Option<Quantity> {
        self.at(row)
            .map(|value| Quantity::worded(word_of(self.status[row]), value))
    }

    /// Scaled values and raw status, for the hot loops.
    pub(super) fn raw(&self) -> (&[f64], &[u16]) {
        (&self.values, &self.status)
    }
}

pub(super) fn is_present(status: u16) -> bool {
    status & ABSENT == 0
}

/// Present, and published as an exact number.
pub(super) fn is_exact(status: u16) -> bool {
    status & ABSENT == 0 && status >> WORD_SHIFT == 0
}

pub(super) fn word_of(status: u16) -> Qualifier {
    WORDS[(status >> WORD_SHIFT) as usize % WORDS.len()]
}

/// The word's place in a set of words, for or-ing.
pub(super) fn word_bit(status: u16) -> u8 {
    1 << (status >> WORD_SHIFT)
}

/// The words of a set made by or-ing [`word_bit`].
pub(super) fn words_in(set: u8) -> impl Iterator<Item = Qualifier> {
    WORDS
        .into_iter()
        .enumerate()
        .filter(move |(index, _)| set >> index & 1 == 1)
        .map(|(_, word)| word)
}

pub(super) fn status_bits(status: u16) -> u16 {
    status & STATUS_BITS
}

pub(super) fn power(decimals: u8) -> f64 {
    [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6][decimals.min(MOST_DECIMALS) as usize]
}

fn bounded(digits: f64, decimals: u8) -> (f64, u8) {
    if decimals <= MOST_DECIMALS {
        return (digits, decimals);
    }
    let rounded = (digits / 10f64.powi(i32::from(decimals - MOST_DECIMALS))).round();
    (rounded, MOST_DECIMALS)
}
