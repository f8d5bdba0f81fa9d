//! What the cells of a column look like, all of them looked at.

use super::periods::Periods;
use super::propose::words_of;
use super::reading::Reading;
use crate::package::{Dialect, Field, FieldType, Resource};
use crate::problem::Fault;
use crate::table::{header, read_number, reader};
use crate::value::Scheme;
use csv::ByteRecord;
use std::collections::BTreeSet;

/// More different words than this are not counted: no chart shows as many.
const MOST_WORDS: usize = 5000;
/// So many different cells are shown of a column.
const EXAMPLES: usize = 3;
/// One cell in so many that is no number is a slip, which is told with its row.
const SLIPS: usize = 20;
/// Texts by which spreadsheets and statistical programs say that there is no number.
const NO_VALUE: [&str; 13] = [
    "", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "-", "–", ".", "..",
];
/// Words for a whole that stands among its parts; the second list only among states.
const WHOLE: [&str; 6] = ["total", "totals", "grand total", "all", "overall", "world"];
const NATION: [&str; 7] = [
    "united states",
    "united states of america",
    "us",
    "u.s.",
    "usa",
    "nation",
    "national",
];

/// What is known of a column.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    pub name: String,
    /// Rows with a value.
    pub filled: usize,
    /// Different values, counted up to a limit.
    pub distinct: usize,
    pub examples: Vec<String>,
    /// The values are numbers, written in one of the ways a number is written: all of them, or so many that
    /// the others are slips, or as many as there are where the manifest says that they should be.
    pub number: Option<Written>,
    /// Every value is a whole number.
    pub is_whole: bool,
    /// What the values can mean as time.
    pub periods: Periods,
    /// The lists that (nearly) all values are codes of.
    pub schemes: Vec<Scheme>,
    /// Texts that stand for no number in a column of numbers.
    pub gaps: Vec<String>,
    /// A whole stands among the parts.
    pub whole: Option<String>,
    /// The values have the look of days, but not of `2024-03-09`.
    pub other_dates: bool,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Thousands are set apart by commas.
    pub grouped: bool,
    /// With a sign of money or percent.
    pub sign: Option<char>,
}

/// Sets what the first line shows of the way a file is cut into cells, where the manifest is silent.
pub fn guess_dialect(resource: &mut Resource, bytes: &[u8]) {
    if resource.dialect != Dialect::default() {
        return;
    }
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let count = |mark: u8| first.iter().filter(|byte| **byte == mark).count();
    let (_, mark) = [b',', b';', b'\t', b'|']
        .into_iter()
        .map(|mark| (count(mark), mark))
        .rev()
        .max_by_key(|(count, _)| *count)
        .unwrap_or_default();
    if count(mark) > count(b',') {
        resource.dialect.delimiter = char::from(mark).to_string();
    }
}

/// Looks at every cell. A file without a schema gets one: its columns, as text.
pub fn sketch(resource: &mut Resource, bytes: &[u8]) -> Result<Vec<Sketch>, Fault> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut reader = reader(resource, bytes);
    let names = header(resource, &mut reader, 0)?;
    if resource.schema.fields.is_empty() {
        resource.schema.fields = names.iter().map(|name| untyped(name)).collect();
    }
    let mut columns: Vec<Look> = names.iter().map(|_| Look::default()).collect();
    let mut record = ByteRecord::new();
    while reader
        .read_byte_record(&mut record)
        .map_err(|error| Fault::UnreadableCsv {
            detail: error.to_string(),
        })?
    {
        if record.len() == names.len() {
            for (look, cell) in columns.iter_mut().zip(record.iter()) {
                look.see(&String::from_utf8_lossy(cell));
            }
        }
    }
    let known = names.into_iter().zip(columns);
    let declared = |(name, _): &(String, Look)| resource.schema.field(name).is_some();
    Ok(known
        .filter(declared)
        .map(|(name, look)| {
            let field = resource.schema.field(&name);
            let is_declared = field.is_some_and(|field| field.kind.is_number());
            look.finish(name, is_declared)
        })
        .collect())
}

fn untyped(name: &str) -> Field {
    Field {
        name: name.to_owned(),
        ..Field::default()
    }
}

/// A column while it is looked at: what could still be true of it.
struct Look {
    words: BTreeSet<String>,
    filled: usize,
    gaps: BTreeSet<String>,
    numbers: usize,
    whole_number: bool,
    written: Written,
    periods: Periods,
    other_dates: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            words: BTreeSet::new(),
            filled: 0,
            gaps: BTreeSet::new(),
            numbers: 0,
            whole_number: true,
            written: Written::default(),
            periods: Periods::default(),
            other_dates: true,
        }
    }
}

impl Look {
    fn see(&mut self, cell: &str) {
        if NO_VALUE.contains(&cell) {
            self.gaps.insert(cell.to_owned());
            return;
        }
        self.filled += 1;
        if self.words.len() <= MOST_WORDS && !self.words.contains(cell) {
            self.words.insert(cell.to_owned());
        }
        if let Some((is_whole, written)) = number(cell) {
            self.numbers += 1;
            self.whole_number &= is_whole;
            self.written.grouped |= written.grouped;
            self.written.sign = self.written.sign.or(written.sign);
        }
        self.periods.see(cell);
        self.other_dates &= has_look_of_day(cell);
    }

    fn finish(self, name: String, is_declared: bool) -> Sketch {
        let is_any = self.filled > 0;
        let words = &self.words;
        let scheme = |scheme: &Scheme| {
            let held = words.iter().filter(|word| scheme.holds(word)).count();
            // A total, or a territory that a list does not have, may stand among the codes.
            held >= 2 && held * 5 >= words.len() * 4
        };
        let schemes = [
            Scheme::Usps,
            Scheme::StateName,
            Scheme::Fips,
            Scheme::Soc,
            Scheme::Naics,
        ];
        let slips = self.filled - self.numbers;
        let few = SLIPS * slips <= self.filled;
        let is_number = self.numbers > 0 && (few || is_declared);
        let schemes: Vec<Scheme> = schemes.into_iter().filter(scheme).collect();
        let is_place = schemes.iter().any(|scheme| scheme.is_place());
        let is_whole = |word: &&String| {
            let word = word.trim().to_lowercase();
            WHOLE.contains(&word.as_str())
                || word.starts_with("all ")
                || word.starts_with("total ")
                || word.ends_with(" total")
                || is_place && NATION.contains(&word.as_str())
        };
        let whole = words.iter().find(|word| !is_number && is_whole(word));
        Sketch {
            whole: whole.cloned(),
            filled: self.filled,
            distinct: words.len(),
            examples: words.iter().take(EXAMPLES).cloned().collect(),
            number: is_number.then_some(self.written),
            is_whole: self.whole_number,
            periods: self.periods,
            schemes,
            gaps: self.gaps.into_iter().collect(),
            other_dates: self.other_dates && is_any,
            name,
        }
    }
}

/// Whether a text is a number, whether it is whole, and how it is written.
fn number(cell: &str) -> Option<(bool, Written)> {
    const SIGNS: [char; 4] = ['$', '€', '£', '%'];
    let sign = cell.chars().find(|mark| SIGNS.contains(mark));
    let grouped = cell.contains(',');
    let bare: String = cell
        .chars()
        .filter(|mark| !SIGNS.contains(mark) && *mark != ' ')
        .collect();
    if grouped && !is_grouped(&bare) {
        return None;
    }
    let bare = bare.replace(',', "");
    let (_, decimals) = read_number(bare.as_bytes())?;
    let is_whole = decimals == 0 && !bare.contains(['e', 'E']);
    Some((is_whole, Written { grouped, sign }))
}

/// `1,234,567.8`: three digits after each comma.
fn is_grouped(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or(text);
    let mut parts = whole.trim_start_matches(['-', '+']).split(',');
    let first = parts
        .next()
        .is_some_and(|part| (1..=3).contains(&part.len()));
    first && parts.all(|part| part.len() == 3)
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

impl Sketch {
    /// The readings that fit every cell.
    pub fn readings(&self) -> Vec<Reading> {
        let mut fit = vec![Reading::Group];
        fit.extend(self.schemes.iter().map(|scheme| Reading::Codes(*scheme)));
        fit.extend(self.periods.offered(&words_of(&self.name)));
        if self.number.is_some() {
            fit.extend([Reading::Sum, Reading::Stock, Reading::Value]);
        }
        fit.push(Reading::Leave);
        fit
    }

    /// The type of Table Schema that every cell is of.
    pub fn kind(&self) -> FieldType {
        match self.number {
            Some(_) if self.is_whole => FieldType::Integer,
            Some(_) => FieldType::Number,
            None => FieldType::String,
        }
    }
}
