//! Wholes among their parts: totals by their words and by arithmetic, blank cells that mean "all", and rows that may
//! be repeated.
//!
//! A row taken for a whole is never added to its parts. It is named with its line and can be put back: `~part` after
//! the reading of its column. A row that only arithmetic calls a whole is one if the equality holds in every column
//! that adds up and in three sums at least; else it is a question, and nothing is added over its column until it is
//! answered.

use super::import_notices::ImportNotice;
use super::reading::Hint;
use super::sheet::SheetRow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows beyond this many are not searched for wholes that no word names.
const SEARCHED: usize = 20_000;
/// Nor are tables of more steps than this, which take about a second.
const STEPS: usize = 50_000_000;
/// A column with more different words than this has no whole that no word names.
const WORDS: usize = 300;
/// So many sums must agree before arithmetic alone makes a row a whole.
const SUMS: usize = 3;

/// A column that rows are told apart by.
pub struct GroupingColumn<'a> {
    pub name: &'a str,
    /// Its place in the file.
    pub at: usize,
    /// Its words are states, among which "U.S." is a whole.
    pub is_place: bool,
    /// Its words are industries, among which `10` is a whole.
    pub is_industry: bool,
    /// Its words are numbers of years and the like, among which there is no whole.
    pub is_time: bool,
    pub hints: &'a [Hint],
}

/// A column that adds up: a number for each row, `None` where there is none.
pub struct Measure {
    pub values: Vec<Option<f64>>,
}

/// What was found.
#[derive(Default)]
pub struct Wholes {
    /// Rows that are not added, by their number below the heading.
    pub aside: BTreeSet<u64>,
    /// Columns over which nothing is added until a question is answered.
    pub doubtful: BTreeSet<String>,
    pub told: Vec<ImportNotice>,
}

/// How surely a word names a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    No,
    /// With arithmetic.
    Perhaps,
    /// Unless arithmetic says that it cannot be.
    Yes,
}

const TOTALS: [&str; 26] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub-total",
    "sub total",
    "all",
    "overall",
    "statewide",
    "state total",
    "nationwide",
    "countywide",
    "citywide",
    "regionwide",
    "all states",
    "all counties",
    "all regions",
    "all industries",
    "all occupations",
    "all sectors",
    "all programs",
    "all persons",
    "all students",
    "both sexes",
    "all races",
    "all ages",
];
const NATION: [&str; 9] = [
    "united states",
    "united states of america",
    "us",
    "u.s.",
    "u.s",
    "usa",
    "nation",
    "national",
    "u.s. total",
];

/// A word in small letters, without the footnote marks after it.
fn plain(word: &str) -> String {
    let word = word.trim_end_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, '*' | '†' | '‡' | ':' | '¹' | '²' | '³' | '^' | '#')
    });
    word.to_lowercase()
}

fn sure(word: &str, dimension: &GroupingColumn) -> Sure {
    if dimension.is_time || dimension.hints.contains(&Hint::Part) {
        return Sure::No;
    }
    let word = plain(word);
    let begins = |start: &str| word.starts_with(start);
    if begins("all other") || begins("all others") {
        return Sure::No;
    }
    let is_listed = TOTALS.contains(&word.as_str())
        || [
            "total,",
            "total:",
            "total -",
            "total (",
            "subtotal:",
            "subtotal,",
            "subtotal -",
            "grand total",
        ]
        .iter()
        .any(|start| begins(start));
    let is_industry = dimension.is_industry && (word == "10" || word == "000000" || word == "00");
    if is_listed || is_industry || dimension.is_place && NATION.contains(&word.as_str()) {
        return Sure::Yes;
    }
    let is_like = begins("all ")
        || begins("total ")
        || word.ends_with(" total")
        || word.ends_with(" totals")
        || word.ends_with(" (total)")
        || word.ends_with(", total")
        || word.ends_with(" overall")
        || NATION.contains(&word.as_str());
    match is_like {
        true => Sure::Perhaps,
        false => Sure::No,
    }
}

/// How the numbers of a row compare with the sums of its parts, over all columns that add up.
#[derive(Default)]
struct SumComparison {
    parts: usize,
    equal: usize,
    /// Columns whose sum is not nought.
    sums: usize,
    unequal: usize,
    /// It could still be a whole: some part is missing, and it is no smaller than the others together.
    open: usize,
    /// It is smaller than one of its parts.
    smaller: usize,
}

/// Finds wholes. `dimensions` are the columns that tell rows apart, `measures` those that add up.
pub fn find(rows: &[SheetRow], dimensions: &[GroupingColumn], measures: &[Measure]) -> Wholes {
    let mut found = Wholes::default();
    if measures.is_empty() || dimensions.is_empty() {
        return found;
    }
    let table = Rows {
        rows,
        dimensions,
        measures,
    };
    let words = table.words();
    let has_word = |row: usize| words[row].iter().any(|sure| *sure != Sure::No);
    let is_blank = |row: usize| table.blanks(row).next().is_some();
    let plain: Vec<usize> = (0..rows.len())
        .filter(|row| !has_word(*row) && !is_blank(*row))
        .collect();
    let mut aside: BTreeSet<usize> = BTreeSet::new();
    table.blank_means_all(&plain, &words, &mut aside, &mut found);
    // Parts are all rows that no word or blank makes a whole.
    let parts: Vec<usize> = (0..rows.len())
        .filter(|row| !has_word(*row) && !aside.contains(row))
        .collect();
    table.by_words(&parts, &words, &mut aside, &mut found);
    let parts: Vec<usize> = (0..rows.len()).filter(|row| !aside.contains(row)).collect();
    // Each pair of columns is looked at in each row.
    let steps = rows.len() * dimensions.len() * dimensions.len();
    if rows.len() <= SEARCHED && steps <= STEPS {
        table.by_arithmetic(&parts, &mut aside, &mut found);
    } else {
        found.told.push(ImportNotice::NotSearched);
    }
    found.aside = aside.into_iter().map(|row| rows[row].row).collect();
    found
}

struct Rows<'a> {
    rows: &'a [SheetRow],
    dimensions: &'a [GroupingColumn<'a>],
    measures: &'a [Measure],
}

impl<'a> Rows<'a> {
    fn cell(&self, row: usize, dimension: usize) -> &'a str {
        &self.rows[row].cells[self.dimensions[dimension].at]
    }

    fn line(&self, row: usize) -> u32 {
        self.rows[row].line as u32
    }

    fn words(&self) -> Vec<Vec<Sure>> {
        let mut known: Vec<HashMap<&str, Sure>> = vec![HashMap::new(); self.dimensions.len()];
        let each = (0..self.rows.len()).map(|row| {
            let cells = self.dimensions.iter().enumerate().map(|(at, dimension)| {
                let cell = self.cell(row, at);
                *known[at]
                    .entry(cell)
                    .or_insert_with(|| sure(cell, dimension))
            });
            cells.collect()
        });
        each.collect()
    }

    /// The dimensions of a row that have no word, in columns where rows usually have one.
    fn blanks(&self, row: usize) -> impl Iterator<Item = usize> {
        let is_blank =
            move |at: &usize| self.cell(row, *at).is_empty() && !self.dimensions[*at].is_time;
        (0..self.dimensions.len()).filter(is_blank)
    }

    /// The rows that are parts of `row`: alike in every dimension but `over`. A dimension in which none of the rows
    /// has the word of the whole goes with those: codes beside names, levels of aggregation.
    fn siblings(&self, row: usize, over: &[bool], index: &WordIndex) -> Vec<usize> {
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

    fn verdict(&self, row: usize, parts: &[usize]) -> SumComparison {
        let mut verdict = SumComparison {
            parts: parts.len(),
            ..SumComparison::default()
        };
        for measure in self.measures {
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
            }
        }
        verdict
    }

    /// Rows with blank cells that hold the sums of the rows that have a word there.
    fn blank_means_all(
        &self,
        plain: &[usize],
        words: &[Vec<Sure>],
        aside: &mut BTreeSet<usize>,
        found: &mut Wholes,
    ) {
        let index = WordIndex::of(self, plain);
        let mut patterns: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (row, sureness) in words.iter().enumerate() {
            let blank: Vec<usize> = self.blanks(row).collect();
            if !blank.is_empty() && sureness.iter().all(|sure| *sure == Sure::No) {
                patterns.entry(blank).or_default().push(row);
            }
        }
        for (blank, rows) in patterns {
            let asked = |hint| {
                blank
                    .iter()
                    .any(|at| self.dimensions[*at].hints.contains(&hint))
            };
            let over: Vec<bool> = (0..self.dimensions.len())
                .map(|at| blank.contains(&at))
                .collect();
            let mut some = false;
            // The first row that is no sum decides: a file of many rows with gaps is looked at once.
            let all = rows.iter().all(|row| {
                let verdict = self.verdict(*row, &self.siblings(*row, &over, &index));
                let holds = verdict.parts > 0 && verdict.unequal == 0 && verdict.equal > 0;
                some |= holds && verdict.parts > 1 && verdict.sums > 0;
                holds
            });
            let is_whole = asked(Hint::Whole) || all && some;
            if asked(Hint::Part) || !is_whole {
                continue;
            }
            let name = self.dimensions[blank[0]].name;
            found.told.push(ImportNotice::Wholes {
                column: name.to_owned(),
                words: vec![String::new()],
                rows: rows.len() as u32,
                lines: rows.iter().map(|row| self.line(*row)).collect(),
                part: self.answer(blank[0], Hint::Part),
            });
            aside.extend(rows);
        }
    }

    fn by_words(
        &self,
        parts: &[usize],
        words: &[Vec<Sure>],
        aside: &mut BTreeSet<usize>,
        found: &mut Wholes,
    ) {
        let index = WordIndex::of(self, parts);
        let mut wholes: BTreeMap<usize, (BTreeSet<String>, Vec<usize>)> = BTreeMap::new();
        let mut doubts: BTreeMap<(usize, bool, String), Vec<usize>> = BTreeMap::new();
        for (row, sureness) in words.iter().enumerate() {
            let Some(surest) = sureness.iter().max().filter(|sure| **sure != Sure::No) else {
                continue;
            };
            let Some(at) = sureness.iter().position(|sure| sure == surest) else {
                continue;
            };
            let over: Vec<bool> = (0..self.dimensions.len())
                .map(|at| sureness[at] != Sure::No || self.cell(row, at).is_empty())
                .collect();
            let siblings = self.siblings(row, &over, &index);
            if siblings.is_empty() {
                continue;
            }
            let verdict = self.verdict(row, &siblings);
            let equal = verdict.unequal == 0 && verdict.equal > 0 && verdict.sums > 0;
            let answered = self.dimensions[at].hints.contains(&Hint::Whole);
            let is_whole = answered
                || match surest {
                    Sure::Yes => verdict.smaller == 0,
                    _ => equal && verdict.open == 0,
                };
            let word = self.cell(row, at).to_owned();
            if is_whole {
                let (known, rows) = wholes.entry(at).or_default();
                known.insert(word);
                rows.push(row);
                aside.insert(row);
            } else if *surest == Sure::Yes {
                doubts.entry((at, false, word)).or_default().push(row);
            } else if equal || verdict.unequal == 0 && verdict.open > 0 {
                doubts.entry((at, true, word)).or_default().push(row);
            }
        }
        for (at, (known, rows)) in wholes {
            found.told.push(ImportNotice::Wholes {
                column: self.dimensions[at].name.to_owned(),
                words: known.into_iter().collect(),
                rows: rows.len() as u32,
                lines: rows.iter().map(|row| self.line(*row)).collect(),
                part: self.answer(at, Hint::Part),
            });
        }
        for ((at, is_question, word), rows) in doubts {
            let column = self.dimensions[at].name.to_owned();
            let lines = rows.iter().map(|row| self.line(*row)).collect();
            if is_question {
                found.doubtful.insert(column.clone());
                found.told.push(ImportNotice::MaybeWhole {
                    column,
                    words: vec![word],
                    lines,
                    whole: self.answer(at, Hint::Whole),
                    part: self.answer(at, Hint::Part),
                });
            } else {
                found.told.push(ImportNotice::NoWhole {
                    column,
                    word,
                    lines,
                    whole: self.answer(at, Hint::Whole),
                });
            }
        }
    }

    /// A word whose rows hold the sums of all other words, wherever both stand.
    fn by_arithmetic(&self, parts: &[usize], aside: &mut BTreeSet<usize>, found: &mut Wholes) {
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let has = |hint| dimension.hints.contains(&hint);
            if dimension.is_time || has(Hint::Part) || found.doubtful.contains(dimension.name) {
                continue;
            }
            let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for row in parts.iter().filter(|row| !aside.contains(row)) {
                words.entry(self.cell(*row, at)).or_default().push(*row);
            }
            if !(3..=WORDS).contains(&words.len()) {
                continue;
            }
            // Dimensions that go with this one, word by word, are its other names.
            let fixed: Vec<usize> = (0..self.dimensions.len())
                .filter(|other| *other != at && !self.goes_with(*other, at, parts))
                .collect();
            let mut contexts: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
            for row in parts.iter().filter(|row| !aside.contains(row)) {
                let key = fixed.iter().map(|other| self.cell(*row, *other)).collect();
                contexts.entry(key).or_default().push(*row);
            }
            for (word, rows) in &words {
                if word.is_empty() {
                    continue;
                }
                let (mut sums, mut fits) = (0, true);
                for row in rows {
                    let key: Vec<&str> =
                        fixed.iter().map(|other| self.cell(*row, *other)).collect();
                    let others: Vec<usize> = contexts
                        .get(&key)
                        .into_iter()
                        .flatten()
                        .filter(|other| self.cell(**other, at) != *word)
                        .copied()
                        .collect();
                    let verdict = self.verdict(*row, &others);
                    fits &= others.len() > 1
                        && verdict.unequal + verdict.open == 0
                        && verdict.equal > 0;
                    sums += verdict.sums;
                    if !fits {
                        break;
                    }
                }
                if !fits || sums == 0 {
                    continue;
                }
                let lines = rows.iter().map(|row| self.line(*row)).collect();
                let column = dimension.name.to_owned();
                let part = self.answer(at, Hint::Part);
                if sums >= SUMS || has(Hint::Whole) {
                    aside.extend(rows);
                    found.told.push(ImportNotice::Wholes {
                        column,
                        words: vec![(*word).to_owned()],
                        rows: rows.len() as u32,
                        lines,
                        part,
                    });
                } else {
                    found.doubtful.insert(column.clone());
                    found.told.push(ImportNotice::MaybeWhole {
                        column,
                        words: vec![(*word).to_owned()],
                        lines,
                        whole: self.answer(at, Hint::Whole),
                        part,
                    });
                }
                break;
            }
        }
    }

    /// Whether each word of `own` stands with one word of `other` alone.
    fn goes_with(&self, other: usize, own: usize, rows: &[usize]) -> bool {
        let mut pairs: HashMap<&str, &str> = HashMap::new();
        rows.iter().all(|row| {
            let with = *pairs
                .entry(self.cell(*row, own))
                .or_insert_with(|| self.cell(*row, other));
            with == self.cell(*row, other)
        })
    }

    /// The end of the part of an address that answers a question about a column.
    fn answer(&self, at: usize, hint: Hint) -> String {
        format!("{}~auto~{}", self.dimensions[at].name, hint.as_str())
    }
}

/// Rows by their word in each dimension.
struct WordIndex<'a> {
    all: Vec<usize>,
    by: Vec<HashMap<&'a str, Vec<usize>>>,
}

impl<'a> WordIndex<'a> {
    fn of(table: &Rows<'a>, rows: &[usize]) -> Self {
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

    fn rows(&self, at: usize, word: &str) -> &[usize] {
        self.by[at].get(word).map_or(&[], Vec::as_slice)
    }

    fn count(&self, at: usize, word: &str) -> usize {
        self.rows(at, word).len()
    }

    fn has(&self, at: usize, word: &str) -> bool {
        self.count(at, word) > 0
    }
}

/// The lines of rows that agree in every column of `at` with an earlier one; none where a row has no words at all.
pub fn repeats(rows: &[SheetRow], aside: &BTreeSet<u64>, at: &[usize]) -> Vec<u32> {
    if at.is_empty() {
        return Vec::new();
    }
    let mut seen: HashMap<Vec<&str>, u32> = HashMap::new();
    let mut lines: BTreeSet<u32> = BTreeSet::new();
    for row in rows.iter().filter(|row| !aside.contains(&row.row)) {
        let key: Vec<&str> = at.iter().map(|at| row.cells[*at].as_str()).collect();
        let line = row.line as u32;
        if let Some(first) = seen.insert(key, line) {
            lines.extend([first, line]);
        }
    }
    lines.into_iter().collect()
}
