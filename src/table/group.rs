//! Sums by group: the hot loop.
//!
//! One pass over the mask answers every linked view at once. A group keeps what is needed to say
//! what its sum is: how many records, how many without a number and why, and with which words the
//! others were published.

use super::numbers::{is_exact, is_present, power, status_bits, word_bit, words_in};
use super::{CodeColumn, Codes, NumberColumn, RowSet};
use crate::value::{Qualifier, StatusSet};

/// One grouping to be filled during the pass.
#[derive(Clone, Copy, Debug)]
pub struct Grouping<'a> {
    /// The rows' dimension; `None` puts all rows into one group.
    pub by: Option<&'a CodeColumn>,
    /// A second dimension.
    pub series: Option<&'a CodeColumn>,
    /// What is summed; `None` counts records.
    pub measure: Option<&'a NumberColumn>,
    /// Weights of a mean.
    pub weight: Option<&'a NumberColumn>,
}

impl Grouping<'_> {
    fn series_len(&self) -> usize {
        self.series.map_or(1, |column| column.words().len())
    }

    /// Groups there can be, used or not.
    fn len(&self) -> usize {
        self.by.map_or(1, |column| column.words().len()) * self.series_len()
    }
}

/// What is kept of each group; the group of codes (b, s) is at `b * series_len + s`.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    pub series_len: usize,
    sums: Vec<f64>,
    records: Vec<u32>,
    without_number: Vec<u32>,
    status: Vec<u16>,
    words: Vec<u8>,
    weights: Vec<Weights>,
    decimals: f64,
    weight_decimals: f64,
}

/// The weighted side of a mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weights {
    /// Sum of weight × value, value in its own unit.
    pub products: f64,
    pub weights: f64,
    /// Records whose value is not there, or whose weight is not there or not exact.
    pub without: u32,
}

impl Sums {
    /// Groups, used or not.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Sum of the numbers that are there, in the measure's own unit.
    pub fn sum(&self, group: usize) -> f64 {
        self.sums.get(group).map_or(0.0, |sum| sum / self.decimals)
    }

    pub fn records(&self, group: usize) -> u32 {
        self.records[group]
    }

    pub fn without_number(&self, group: usize) -> u32 {
        self.without_number.get(group).copied().unwrap_or(0)
    }

    /// Every reason that holds for some record.
    pub fn status(&self, group: usize) -> StatusSet {
        StatusSet::from_bits(self.status.get(group).copied().unwrap_or(0))
    }

    /// Every word that some number was published with.
    pub fn words(&self, group: usize) -> impl Iterator<Item = Qualifier> {
        words_in(self.words.get(group).copied().unwrap_or(0))
    }

    pub fn weights(&self, group: usize) -> Weights {
        let scaled = self.weights.get(group).copied().unwrap_or_default();
        Weights {
            products: scaled.products / self.decimals / self.weight_decimals,
            weights: scaled.weights / self.weight_decimals,
            without: scaled.without,
        }
    }
}

/// Fills every grouping in one pass over `rows`.
pub fn group(rows: &RowSet, groups: &[Grouping]) -> Vec<Sums> {
    let mut filled: Vec<Sums> = groups.iter().map(empty).collect();
    // The mask is cut into spans that stay in the cache while each view takes its turn.
    let words = rows.words();
    for start in (0..words.len()).step_by(SPAN) {
        let span = &words[start..(start + SPAN).min(words.len())];
        if span.iter().all(|word| *word == 0) {
            continue;
        }
        for (group, sums) in groups.iter().zip(&mut filled) {
            add_span(group, sums, span, start * 64);
        }
    }
    filled
}

/// Mask words in a span: 4,096 rows.
const SPAN: usize = 64;

fn empty(group: &Grouping) -> Sums {
    let len = group.len();
    let measured = if group.measure.is_some() { len } else { 0 };
    Sums {
        series_len: group.series_len(),
        sums: vec![0.0; measured],
        records: vec![0; len],
        without_number: vec![0; measured],
        status: vec![0; measured],
        words: vec![0; measured],
        weights: vec![Weights::default(); if group.weight.is_some() { len } else { 0 }],
        decimals: group.measure.map_or(1.0, |column| power(column.decimals)),
        weight_decimals: group.weight.map_or(1.0, |column| power(column.decimals)),
    }
}

fn add_span(group: &Grouping, sums: &mut Sums, span: &[u64], base: usize) {
    match (group.by.map(|column| &column.codes), group.series) {
        (None, None) => each(span, base, |row| add(group, sums, 0, row)),
        (Some(Codes::U8(codes)), None) => {
            each(span, base, |row| add(group, sums, codes[row] as usize, row))
        }
        (Some(Codes::U16(codes)), None) => {
            each(span, base, |row| add(group, sums, codes[row] as usize, row))
        }
        (Some(Codes::U32(codes)), None) => {
            each(span, base, |row| add(group, sums, codes[row] as usize, row))
        }
        (_, Some(series)) => {
            let by = group.by;
            each(span, base, |row| {
                let outer = by.map_or(0, |column| column.code_at(row) as usize);
                add(
                    group,
                    sums,
                    outer * sums.series_len + series.code_at(row) as usize,
                    row,
                );
            });
        }
    }
}

/// Walks the rows of a span; a full word needs no bit tests.
#[inline(always)]
fn each(span: &[u64], base: usize, mut visit: impl FnMut(usize)) {
    for (index, word) in span.iter().enumerate() {
        let first = base + index * 64;
        if *word == u64::MAX {
            (first..first + 64).for_each(&mut visit);
        } else {
            let mut left = *word;
            while left != 0 {
                visit(first + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }
}

#[inline(always)]
fn add(group: &Grouping, sums: &mut Sums, at: usize, row: usize) {
    sums.records[at] += 1;
    let Some(measure) = group.measure else { return };
    let (values, status) = measure.raw();
    let present = is_present(status[row]);
    // Absent numbers are kept as zero, so the sum asks nothing.
    sums.sums[at] += values[row];
    sums.without_number[at] += u32::from(!present);
    sums.status[at] |= status_bits(status[row]);
    sums.words[at] |= if present { word_bit(status[row]) } else { 0 };
    if let Some(weight) = group.weight {
        let kept = &mut sums.weights[at];
        let (weights, of_weight) = weight.raw();
        // Whole numbers of the smallest unit: the result does not depend on the order of rows.
        if present && is_exact(of_weight[row]) {
            kept.products += values[row] * weights[row];
            kept.weights += weights[row];
        } else {
            kept.without += 1;
        }
    }
}
