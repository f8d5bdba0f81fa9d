//! Rows of a table compared with the sums of others.

use super::import_notices::ImportNotice;
use super::reading::Hint;
use super::sheet::SheetRow;
use std::collections::{BTreeSet, HashMap};

/// The number of sums that must agree before arithmetic alone makes a row a whole.
pub const SUMS: usize = 3;

/// A column that rows are told apart by.
pub struct GroupingColumn<'a> {
    pub name: &'a str,
    /// Its place in the file.
    pub at: usize,
    /// Its words are states, among which "U.S." is a whole.
    pub is_place: bool,
    /// Its words are industries, among which `10` is a whole.
    pub is_industry: bool,
    /// Its words are codes of a list.
    pub is_coded: bool,
    /// Its words are numbers of years and the like, among which there is no whole.
    pub is_time: bool,
    pub hints: &'a [Hint],
}

/// A column that adds up: a number for each row, `None` where there is none.
pub struct Measure {
    pub name: String,
    pub values: Vec<Option<f64>>,
}

/// Published totals of one kind: each of them holds all rows that are alike in all other columns.
#[derive(Clone, Debug)]
pub struct Margin {
    /// Columns over which they are totals.
    pub over: Vec<String>,
    /// Their rows, by number below the heading.
    pub rows: BTreeSet<u64>,
}

/// What was found.
#[derive(Default)]
pub struct Wholes {
    /// Totals that are not the sums of their parts: they are shown in place of these.
    pub margins: Vec<Margin>,
    /// Columns over which nothing is added, since their words overlap.
    pub not_over: BTreeSet<String>,
    /// Rows that are not added, by their number below the heading.
    pub aside: BTreeSet<u64>,
    /// Columns over which nothing is added until a question is answered.
    pub doubtful: BTreeSet<String>,
    pub told: Vec<ImportNotice>,
}

/// The rows of a table with the columns that tell them apart and those that add up.
pub struct Rows<'a> {
    pub rows: &'a [SheetRow],
    pub dimensions: &'a [GroupingColumn<'a>],
    pub measures: &'a [Measure],
}

/// How the numbers of a row compare with the sums of its parts, over all columns that add up.
#[derive(Default)]
pub struct SumComparison {
    pub parts: usize,
    pub equal: usize,
    /// Columns whose sum is not nought.
    pub sums: usize,
    pub unequal: usize,
    /// It could still be a whole: some part is missing, and it is no smaller than the others together.
    pub open: usize,
    /// It is smaller than one of its parts.
    pub smaller: usize,
    /// The first column whose sum differs, with that sum.
    pub differs: Option<(usize, f64)>,
}

impl<'a> Rows<'a> {
    pub fn cell(&self, row: usize, dimension: usize) -> &'a str {
        &self.rows[row].cells[self.dimensions[dimension].at]
    }

    pub fn line(&self, row: usize) -> u32 {
        self.rows[row].line as u32
    }

    /// The dimensions of a row that have no word, in columns where rows usually have one.
    pub fn blanks(&self, row: usize) -> impl Iterator<Item = usize> {
        let is_blank =
            move |at: &usize| self.cell(row, *at).is_empty() && !self.dimensions[*at].is_time;
        (0..self.dimensions.len()).filter(is_blank)
    }

    /// The rows that are parts of `row`: alike in every dimension but `over`. A dimension in which none of the rows
    /// has the word of the whole goes with those: codes beside names, levels of aggregation.
    pub fn siblings(&self, row: usize, over: &[bool], index: &WordIndex) -> Vec<usize> {
        let fixed: Vec<usize> = (0..self.dimensions.len())
            .filter(|at| !over[*at] && index.has(*at, self.cell(row, *at)))
            .collect();
        let alike = |other: &&usize| {
            **other != row
                && fixed
                    .iter()
                    .all(|at| self.cell(**other, *at) == self.cell(row, *at))
        };
        let narrowest = fixed
            .iter()
            .min_by_key(|at| index.count(**at, self.cell(row, **at)));
        match narrowest {
            Some(at) => index
                .rows(*at, self.cell(row, *at))
                .iter()
                .filter(alike)
                .copied()
                .collect(),
            None => index.all.iter().filter(alike).copied().collect(),
        }
    }

    pub fn verdict(&self, row: usize, parts: &[usize]) -> SumComparison {
        let mut verdict = SumComparison {
            parts: parts.len(),
            ..SumComparison::default()
        };
        for (at, measure) in self.measures.iter().enumerate() {
            let Some(whole) = measure.values[row] else {
                continue;
            };
            let known: Vec<f64> = parts
                .iter()
                .filter_map(|part| measure.values[*part])
                .collect();
            let sum: f64 = known.iter().sum();
            let most = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let has_gap = known.len() < parts.len();
            // Parts with decimals may be rounded one by one.
            let is_rounded = whole.fract() != 0.0 || known.iter().any(|value| value.fract() != 0.0);
            let slack = sum.abs() * 1e-9
                + if is_rounded {
                    0.005 * (known.len() + 1) as f64
                } else {
                    0.0
                };
            verdict.smaller += usize::from(!known.is_empty() && whole < most - slack);
            if known.is_empty() {
                verdict.open += 1;
            } else if (whole - sum).abs() <= slack && !has_gap {
                verdict.equal += 1;
                verdict.sums += usize::from(sum != 0.0);
            } else if has_gap && whole >= sum - slack {
                verdict.open += 1;
            } else {
                verdict.unequal += 1;
                verdict.differs.get_or_insert((at, sum));
            }
        }
        verdict
    }

    /// Whether each word of `own` is beside one word of `other` alone.
    pub fn goes_with(&self, other: usize, own: usize, rows: &[usize]) -> bool {
        let mut pairs: HashMap<&str, &str> = HashMap::new();
        rows.iter().all(|row| {
            let with = *pairs
                .entry(self.cell(*row, own))
                .or_insert_with(|| self.cell(*row, other));
            with == self.cell(*row, other)
        })
    }

    /// The lines of rows, each once: a line may have made several rows.
    pub fn lines(&self, rows: &[usize]) -> Vec<u32> {
        let lines: BTreeSet<u32> = rows.iter().map(|row| self.line(*row)).collect();
        lines.into_iter().collect()
    }

    /// The notice of rows that are wholes.
    pub fn wholes(&self, at: usize, words: Vec<String>, rows: &[usize]) -> ImportNotice {
        let lines = self.lines(rows);
        ImportNotice::Wholes {
            column: self.dimensions[at].name.to_owned(),
            words,
            rows: lines.len() as u32,
            lines,
            part: self.answer(at, Hint::Part),
        }
    }

    /// The question whether rows are wholes.
    pub fn maybe_whole(&self, at: usize, words: Vec<String>, rows: &[usize]) -> ImportNotice {
        ImportNotice::MaybeWhole {
            column: self.dimensions[at].name.to_owned(),
            words,
            lines: self.lines(rows),
            whole: self.answer(at, Hint::Whole),
            part: self.answer(at, Hint::Part),
        }
    }

    /// The end of the part of an address that answers a question about a column.
    pub fn answer(&self, at: usize, hint: Hint) -> String {
        format!("{}~auto~{}", self.dimensions[at].name, hint.as_str())
    }
}

/// Rows by their word in each dimension.
pub struct WordIndex<'a> {
    pub all: Vec<usize>,
    by: Vec<HashMap<&'a str, Vec<usize>>>,
}

impl<'a> WordIndex<'a> {
    pub fn of(table: &Rows<'a>, rows: &[usize]) -> Self {
        let by = (0..table.dimensions.len()).map(|at| {
            let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
            for row in rows {
                words.entry(table.cell(*row, at)).or_default().push(*row);
            }
            words
        });
        Self {
            all: rows.to_vec(),
            by: by.collect(),
        }
    }

    pub fn rows(&self, at: usize, word: &str) -> &[usize] {
        self.by[at].get(word).map_or(&[], Vec::as_slice)
    }

    pub fn count(&self, at: usize, word: &str) -> usize {
        self.rows(at, word).len()
    }

    pub fn has(&self, at: usize, word: &str) -> bool {
        self.count(at, word) > 0
    }
}
