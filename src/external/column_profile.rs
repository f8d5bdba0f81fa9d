//! What the cells of a column look like, all of them looked at.

use super::heading::words_of;
use super::heading_words::names_numbers;
use super::periods::Periods;
use super::reading::Reading;
use super::region::is_region;
use super::sheet::{ImportedSheet, shortened};
use super::tally::Tally;

use crate::package::{Field, Resource};
use crate::table::written::take_apart;
use crate::value::Scheme;
use std::collections::BTreeSet;

/// More different words than this are not counted: no chart shows as many.
const MOST_WORDS: usize = 5000;
/// So many different cells are shown of a column.
const EXAMPLES: usize = 3;
/// Texts by which spreadsheets and statistical programs say that there is no value.
const NO_VALUE: [&str; 13] = [
    "", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "-", "–", ".", "..",
];

/// What is known of a column.
#[derive(Clone, Debug, Default)]
pub struct ColumnProfile {
    pub name: String,
    /// Its place in the file.
    pub at: usize,
    /// Rows with a value.
    pub filled: usize,
    /// Different values, counted up to a limit.
    pub distinct: usize,
    pub examples: Vec<String>,
    /// Its different values, up to a limit.
    pub words: Vec<String>,
    /// What its cells prove of the way numbers are written.
    pub tally: Tally,
    /// The values are numbers: nearly all of them, or as many as there are where the manifest says that they are.
    pub is_number: bool,
    /// What the values can mean as time.
    pub periods: Periods,
    /// The lists that (nearly) all values are codes of.
    pub schemes: Vec<Scheme>,
    /// Texts that stand for no value.
    pub gaps: Vec<String>,
    /// The values have the look of days, but not of `2024-03-09`.
    pub other_dates: bool,
    /// The values number the rows, from 0 or 1.
    pub is_counted: bool,
}

/// Looks at every cell. A file without a schema gets one: its columns, as text.
pub fn profile_columns(resource: &mut Resource, sheet: &ImportedSheet) -> Vec<ColumnProfile> {
    let names = &sheet.imported.names;
    if resource.schema.fields.is_empty() {
        let named = names.iter().filter(|name| !name.is_empty());
        resource.schema.fields = named.map(|name| untyped(name)).collect();
    }
    let mut columns: Vec<ColumnScan> = names.iter().map(|name| scan(resource, name)).collect();
    for row in &sheet.rows {
        for (look, cell) in columns.iter_mut().zip(&row.cells) {
            let is_mark = sheet.legend.contains(cell) && take_apart(cell).is_err();
            look.see(cell, is_mark);
        }
    }
    let known = names.iter().zip(columns).enumerate();
    known
        .filter_map(|(at, (name, look))| {
            let field = resource.schema.field(name)?;
            Some(look.finish(name.clone(), at, field.kind.is_number()))
        })
        .collect()
}

/// A column before its first cell, with the texts that its manifest says are no values.
fn scan(resource: &Resource, name: &str) -> ColumnScan {
    let missing = match resource.schema.field(name) {
        Some(field) => resource.schema.missing_values(field),
        None => Vec::new(),
    };
    let null = resource.dialect.null_sequence.as_deref();
    let texts = missing.into_iter().chain(null);
    ColumnScan {
        missing: texts
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect(),
        ..ColumnScan::default()
    }
}

fn untyped(name: &str) -> Field {
    Field {
        name: name.to_owned(),
        ..Field::default()
    }
}

/// A column while it is looked at: what could still be true of it.
struct ColumnScan {
    words: BTreeSet<String>,
    filled: usize,
    missing: Vec<String>,
    gaps: BTreeSet<String>,
    tally: Tally,
    periods: Periods,
    other_dates: bool,
    /// The number that would come next if the rows were numbered; `None` where they are not.
    next: Option<u64>,
}

impl Default for ColumnScan {
    fn default() -> Self {
        Self {
            words: BTreeSet::new(),
            filled: 0,
            missing: Vec::new(),
            gaps: BTreeSet::new(),
            tally: Tally::default(),
            periods: Periods::default(),
            other_dates: true,
            next: Some(0),
        }
    }
}

impl ColumnScan {
    fn see(&mut self, cell: &str, is_mark: bool) {
        if self.missing.iter().any(|text| text == cell) {
            self.gaps.insert(cell.to_owned());
            return;
        }
        match is_mark {
            true => self.tally.see_mark(),
            false => self.tally.see(cell),
        }
        let number: Option<u64> = cell.parse().ok();
        let is_first = self.next == Some(0) && self.filled == 0;
        self.next = match (self.next, number) {
            (Some(0), Some(number @ 0..=1)) if is_first => Some(number + 1),
            (Some(next), Some(number)) if number == next && !is_first => Some(number + 1),
            _ => None,
        };
        if NO_VALUE.contains(&cell) {
            self.gaps.insert(cell.to_owned());
            return;
        }
        self.filled += 1;
        if self.words.len() <= MOST_WORDS && !self.words.contains(cell) {
            self.words.insert(cell.to_owned());
        }
        self.periods.see(cell);
        self.other_dates &= has_look_of_day(cell);
    }

    fn finish(self, name: String, at: usize, is_declared: bool) -> ColumnProfile {
        let is_any = self.filled > 0;
        let words = &self.words;
        let scheme = |scheme: &Scheme| {
            // QCEW's code for all industries is no code of an industry.
            // Nor are the regions and the nation among states.
            let is_whole = |word: &&String| match scheme {
                Scheme::Naics => *word == "10",
                Scheme::StateName | Scheme::Usps => is_region(word),
                _ => false,
            };
            let others = words.iter().filter(|word| !is_whole(word));
            let held = others.clone().filter(|word| scheme.holds(word)).count();
            // A total, or a territory that a list does not have, may stand among the codes.
            held >= 2 && held * 5 >= others.count() * 4
        };
        let schemes = [
            Scheme::Usps,
            Scheme::StateName,
            Scheme::Fips,
            Scheme::Soc,
            Scheme::Naics,
        ];
        ColumnProfile {
            at,
            filled: self.filled,
            distinct: words.len(),
            examples: words
                .iter()
                .take(EXAMPLES)
                .map(|word| shortened(word))
                .collect(),
            is_number: self.tally.is_number(is_declared, names_numbers(&name)),
            tally: self.tally,
            periods: self.periods,
            schemes: schemes.into_iter().filter(scheme).collect(),
            gaps: self.gaps.into_iter().collect(),
            other_dates: self.other_dates && is_any,
            is_counted: self.filled > 2 && self.next.is_some(),
            words: self.words.into_iter().collect(),
            name,
        }
    }
}

/// `3/9/2024`, `09.03.24`, `Jan 1 2000`, `2024-03-09T10:00:00`.
fn has_look_of_day(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let marks = cell
        .chars()
        .filter(|mark| matches!(mark, '/' | '.' | ' ' | '-' | ':'))
        .count();
    (3..=17).contains(&digits) && marks >= 2 && cell.len() <= 32
}

impl ColumnProfile {
    /// The readings that fit every cell.
    pub fn readings(&self) -> Vec<Reading> {
        let mut fit = vec![Reading::Group];
        fit.extend(self.schemes.iter().map(|scheme| Reading::Codes(*scheme)));
        fit.extend(self.periods.offered(&words_of(&self.name)));
        if self.is_number {
            fit.extend([Reading::Sum, Reading::Stock, Reading::Value]);
        }
        if self.may_be_marks() && !self.is_number {
            fit.push(Reading::Withheld);
        }
        fit.push(Reading::Leave);
        fit
    }

    /// Whether the column may be marks that say which rows are withheld: a few short marks, most cells empty.
    pub fn may_be_marks(&self) -> bool {
        let short = |word: &String| word.chars().count() <= 12;
        (1..=6).contains(&self.tally_words().len()) && self.tally_words().iter().all(short)
    }

    /// The marks of such a column: its words, also those that elsewhere stand for no value.
    pub fn tally_words(&self) -> Vec<String> {
        let gaps = self.gaps.iter().filter(|gap| !gap.is_empty());
        self.words.iter().chain(gaps).cloned().collect()
    }
}
