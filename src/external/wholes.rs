//! Wholes among their parts: totals by their words and by arithmetic, blank cells that mean "all", and rows that may
//! be repeated.
//!
//! A row taken for a whole is never added to its parts. It is named with its line and can be put back: `~part` after
//! the reading of its column. A row that only arithmetic calls a whole is one if the equality holds in every column
//! that adds up and in three sums at least; else it is a question, and nothing is added over its column until it is
//! answered.

use super::comparison::{GroupingColumn, Margin, Measure, Rows, SUMS, Wholes, WordIndex};
use super::import_notices::ImportNotice;
use super::inset::inset;
use super::nested::{blocks, levels, overlaps, statistics};
use super::reading::Hint;
use super::region::{NATION, WORLD, is_continent, is_region, plain};
use super::sheet::SheetRow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows beyond this many are not searched for wholes that no word names.
const SEARCHED: usize = 20_000;
/// Nor are tables of more steps than this, which take about a second.
const STEPS: usize = 50_000_000;
/// A column with more different words than this has no whole that no word names.
const WORDS: usize = 300;
/// The number of totals that are named where they differ from their parts, and how much rounding may change them.
const DIFFERENCES: usize = 3;
const ROUNDED: f64 = 0.01;

/// How surely a word names a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    No,
    /// With arithmetic.
    Perhaps,
    /// Unless arithmetic says that it cannot be.
    Yes,
    /// Whatever its numbers are: a region among states.
    Certain,
}

const TOTALS: &[&str] = &[
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
    "both genders",
    "all races",
    "all ages",
    "all races/ethnicities",
    "all sexes",
    "all genders",
    "all areas",
    "all levels",
    "grand totals",
    "sum",
    "sum total",
    "total general",
    "totaux",
    "ensemble",
    "insgesamt",
    "gesamt",
    "summe",
    "totale",
    "totaal",
    "todos",
    "all combined",
];
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
    let is_nation = NATION.contains(&word.as_str());
    // A subtotal holds some of the rows only, so it may be smaller than others.
    if ["subtotal", "sub-total", "sub total"]
        .iter()
        .any(|start| begins(start))
    {
        return Sure::Certain;
    }
    if dimension.is_place && is_region(&word) && !is_nation {
        return Sure::Certain;
    }
    if is_listed || is_industry || dimension.is_place && NATION.contains(&word.as_str()) {
        return Sure::Yes;
    }
    let is_like = word == "both"
        || begins("all ")
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
    statistics(&table, &plain, &mut aside, &mut found);
    table.blank_means_all(&plain, &words, &mut aside, &mut found);
    // Parts are all rows that no word or blank makes a whole.
    let parts: Vec<usize> = (0..rows.len())
        .filter(|row| !has_word(*row) && !aside.contains(row))
        .collect();
    // Each pair of columns is looked at in each row.
    let steps = rows.len() * dimensions.len() * dimensions.len();
    let is_searched = rows.len() <= SEARCHED && steps <= STEPS;
    overlaps(&table, &parts, &mut aside, &mut found);
    levels(&table, &parts, &mut aside, &mut found);
    if is_searched {
        blocks(&table, &parts, &mut aside, &mut found);
    }
    let parts: Vec<usize> = parts
        .into_iter()
        .filter(|row| !aside.contains(row))
        .collect();
    table.by_words(&parts, &words, &mut aside, &mut found);
    let parts: Vec<usize> = (0..rows.len()).filter(|row| !aside.contains(row)).collect();
    inset(&table, &parts, &mut found);
    if is_searched {
        table.by_arithmetic(&parts, &mut aside, &mut found);
    } else {
        found.told.push(ImportNotice::NotSearched);
    }
    found.aside = aside.into_iter().map(|row| rows[row].row).collect();
    found
}

impl<'a> Rows<'a> {
    fn words(&self) -> Vec<Vec<Sure>> {
        let has_world = |at: usize| {
            let mut cells = (0..self.rows.len()).map(|row| self.cell(row, at));
            cells.any(|cell| plain(cell) == WORLD)
        };
        let of_world: Vec<bool> = (0..self.dimensions.len()).map(has_world).collect();
        let sure = |word: &str, at: usize| match sure(word, &self.dimensions[at]) {
            Sure::No if of_world[at] && self.dimensions[at].hints.is_empty() => {
                match plain(word) == WORLD {
                    true => Sure::Yes,
                    false if is_continent(word) => Sure::Certain,
                    false => Sure::No,
                }
            }
            sure => sure,
        };
        let mut known: Vec<HashMap<&str, Sure>> = vec![HashMap::new(); self.dimensions.len()];
        let each = (0..self.rows.len()).map(|row| {
            let cells = (0..self.dimensions.len()).map(|at| {
                let cell = self.cell(row, at);
                *known[at].entry(cell).or_insert_with(|| sure(cell, at))
            });
            cells.collect()
        });
        each.collect()
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
            found
                .told
                .push(self.wholes(blank[0], vec![String::new()], &rows));
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
        // Totals by the columns over which they are, with those that are not the sums of their parts.
        let mut kinds: BTreeMap<Vec<bool>, Published> = BTreeMap::new();
        for (row, sureness) in words.iter().enumerate() {
            if aside.contains(&row) {
                continue;
            }
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
                    Sure::Certain => true,
                    Sure::Yes => verdict.smaller == 0,
                    _ => equal && verdict.open == 0,
                };
            let word = self.cell(row, at).to_owned();
            if is_whole {
                let (known, rows) = wholes.entry(at).or_default();
                known.insert(word);
                rows.push(row);
                aside.insert(row);
                if *surest != Sure::Certain {
                    let over = self.over(row, &over, &index);
                    let kind = kinds.entry(over).or_default();
                    kind.rows.push(row);
                    kind.is_needed |= verdict.unequal + verdict.open > 0;
                    kind.differ
                        .extend(verdict.differs.map(|(at, sum)| (row, at, sum)));
                    kind.column = at;
                }
            } else if *surest == Sure::Yes {
                doubts.entry((at, false, word)).or_default().push(row);
            } else if equal
                || verdict.unequal == 0 && verdict.open > 0
                || verdict.smaller == 0 && verdict.unequal > 0 && siblings.len() > 1
            {
                doubts.entry((at, true, word)).or_default().push(row);
            }
        }
        for (at, (known, rows)) in wholes {
            found
                .told
                .push(self.wholes(at, known.into_iter().collect(), &rows));
        }
        for (over, kind) in kinds {
            self.publish(&over, &kind, parts, found);
        }
        for ((at, is_question, word), rows) in doubts {
            let column = self.dimensions[at].name.to_owned();
            let lines = self.lines(&rows);
            if is_question {
                found.doubtful.insert(column);
                found.told.push(self.maybe_whole(at, vec![word], &rows));
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

    /// The columns over which a row is a whole: all but those in which it has the word of other rows.
    fn over(&self, row: usize, over: &[bool], index: &WordIndex) -> Vec<bool> {
        let all = 0..self.dimensions.len();
        all.map(|at| over[at] || !index.has(at, self.cell(row, at)))
            .collect()
    }

    /// Keeps published totals to be shown where they are not the sums of their parts: one for each group of rows that
    /// are alike in all other columns, else they would leave groups out.
    fn publish(&self, over: &[bool], kind: &Published, parts: &[usize], found: &mut Wholes) {
        let fixed: Vec<usize> = (0..over.len()).filter(|at| !over[*at]).collect();
        let key =
            |row: &usize| -> Vec<&str> { fixed.iter().map(|at| self.cell(*row, *at)).collect() };
        let groups: BTreeSet<Vec<&str>> = parts.iter().map(key).collect();
        // Of two totals of one group the greater: “16 years and over” beside “25 years and over”.
        let mut own: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        let number = |row: usize| self.measures.iter().find_map(|known| known.values[row]);
        for row in &kind.rows {
            let best = own.entry(key(row)).or_insert(*row);
            if number(*row) > number(*best) {
                *best = *row;
            }
        }
        let is_shown = kind.is_needed && own.keys().eq(groups.iter());
        let own: BTreeSet<usize> = own.into_values().collect();
        if is_shown {
            let names = (0..over.len()).filter(|at| over[*at]);
            found.margins.push(Margin {
                over: names
                    .map(|at| self.dimensions[at].name.to_owned())
                    .collect(),
                rows: own.iter().map(|row| self.rows[*row].row).collect(),
            });
        }
        let differ = || kind.differ.iter().filter(|(row, _, _)| own.contains(row));
        for (row, at, sum) in differ().take(DIFFERENCES) {
            let measure = &self.measures[*at];
            let published = measure.values[*row].unwrap_or_default();
            found.told.push(ImportNotice::TotalDiffers {
                column: self.dimensions[kind.column].name.to_owned(),
                word: self.cell(*row, kind.column).to_owned(),
                measure: measure.name.clone(),
                line: self.line(*row),
                published: published.to_string(),
                sum: ((sum * 1e6).round() / 1e6).to_string(),
                is_shown,
            });
        }
        // Without the published totals, a sum of parts that overlap would be shown as the whole.
        let far = differ().any(|(row, at, sum)| {
            let published = self.measures[*at].values[*row].unwrap_or_default();
            (published - sum).abs() > sum.abs() * ROUNDED
        });
        if far && !is_shown {
            found
                .not_over
                .insert(self.dimensions[kind.column].name.to_owned());
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
                let words = vec![(*word).to_owned()];
                if sums >= SUMS || has(Hint::Whole) {
                    aside.extend(rows);
                    found.told.push(self.wholes(at, words, rows));
                } else {
                    found.doubtful.insert(dimension.name.to_owned());
                    found.told.push(self.maybe_whole(at, words, rows));
                }
                break;
            }
        }
    }
}

/// Totals over the same columns.
#[derive(Default)]
struct Published {
    /// The column whose word says that they are totals.
    column: usize,
    rows: Vec<usize>,
    /// Some of them are not the sums of their parts, or have withheld parts.
    is_needed: bool,
    /// (row, measure, sum of the parts).
    differ: Vec<(usize, usize, f64)>,
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
