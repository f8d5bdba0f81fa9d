//! Wholes within wholes: means and medians below their rows, ranges that hold other ranges, codes with longer codes below
//! them, and rows that are the sums of the rows next to them.

use super::comparison::{Rows, SUMS, Wholes};
use super::heading::words_of;
use super::import_notices::ImportNotice;
use super::reading::Hint;

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Columns with more different words are not looked at for overlaps.
const WORDS: usize = 2000;

/// Longer tables are not looked at for sums of ranges, and longer blocks are not looked for.
const SEARCHED: usize = 5000;
const BLOCK: usize = 120;

/// What a row may be calculated from others as.
#[derive(Clone, Copy)]
enum Statistic {
    Mean,
    Median,
    Least,
    Greatest,
}

fn statistic(word: &str) -> Option<Statistic> {
    let words = words_of(word);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if words.len() > 3 {
        return None;
    }
    if has(&["average", "averages", "mean", "avg"]) {
        Some(Statistic::Mean)
    } else if has(&["median"]) {
        Some(Statistic::Median)
    } else if has(&["minimum", "min", "lowest"]) {
        Some(Statistic::Least)
    } else if has(&["maximum", "max", "highest"]) {
        Some(Statistic::Greatest)
    } else {
        None
    }
}

impl Statistic {
    fn of(self, values: &[f64]) -> Option<f64> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match self {
            Self::Mean => Some(values.iter().sum::<f64>() / values.len() as f64),
            Self::Median if sorted.len().is_multiple_of(2) => {
                Some((sorted.get(middle.checked_sub(1)?)? + sorted.get(middle)?) / 2.0)
            }
            Self::Median => sorted.get(middle).copied(),
            Self::Least => sorted.first().copied(),
            Self::Greatest => sorted.last().copied(),
        }
    }
}

/// Rows whose word is of a mean, a median, the least or the greatest, and whose numbers are that of the others.
pub fn statistics(table: &Rows, plain: &[usize], aside: &mut BTreeSet<usize>, found: &mut Wholes) {
    for (at, dimension) in table.dimensions.iter().enumerate() {
        if dimension.is_time || dimension.hints.contains(&Hint::Part) {
            continue;
        }
        let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut maybe: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut kinds: HashMap<&str, Option<Statistic>> = HashMap::new();
        for row in 0..table.rows.len() {
            let word = table.cell(row, at);
            let Some(kind) = *kinds.entry(word).or_insert_with(|| statistic(word)) else {
                continue;
            };
            // Columns in which other rows have the word of this one.
            let fixed: Vec<usize> = (0..table.dimensions.len())
                .filter(|own| *own != at && !table.cell(row, *own).is_empty())
                .filter(|own| {
                    plain.iter().any(|other| {
                        *other != row && table.cell(*other, *own) == table.cell(row, *own)
                    })
                })
                .collect();
            let is_other = |other: &&usize| {
                **other != row
                    && table.cell(**other, at) != word
                    && fixed
                        .iter()
                        .all(|own| table.cell(row, *own) == table.cell(**other, *own))
                    && statistic(table.cell(**other, at)).is_none()
            };
            let others: Vec<usize> = plain.iter().filter(is_other).copied().collect();
            let holds = others.len() > 1
                && table.measures.iter().all(|measure| {
                    let Some(own) = measure.values[row] else {
                        return true;
                    };
                    let values: Vec<f64> = others
                        .iter()
                        .filter_map(|row| measure.values[*row])
                        .collect();
                    let slack = if own.fract() == 0.0 { 0.5 } else { 0.05 };
                    kind.of(&values)
                        .is_some_and(|value| (value - own).abs() <= slack)
                });
            if holds || dimension.hints.contains(&Hint::Whole) {
                known.entry(word.to_owned()).or_default().push(row);
            } else if matches!(kind, Statistic::Mean | Statistic::Median) && others.len() > 1 {
                maybe.entry(word.to_owned()).or_default().push(row);
            }
        }
        // Several such words are ratings: below average, average, above average.
        if kinds.values().flatten().count() == 1 {
            for (word, rows) in maybe {
                found.doubtful.insert(dimension.name.to_owned());
                found.told.push(ImportNotice::MaybeStatistic {
                    column: dimension.name.to_owned(),
                    word,
                    lines: table.lines(&rows),
                    whole: table.answer(at, Hint::Whole),
                    part: table.answer(at, Hint::Part),
                });
            }
        }
        for (word, rows) in known {
            found.told.push(ImportNotice::Statistic {
                column: dimension.name.to_owned(),
                word,
                lines: table.lines(&rows),
                part: table.answer(at, Hint::Part),
            });
            aside.extend(rows);
        }
    }
}

/// A range that a word names: from the first to the last, both within.
fn range_of(word: &str) -> Option<(f64, f64)> {
    let lower = word.to_lowercase();
    let plain: String = lower
        .chars()
        .map(|mark| match mark {
            '–' | '—' | '−' => '-',
            other => other,
        })
        .filter(|mark| !matches!(mark, '$' | ',' | '%'))
        .collect();
    let mut numbers: Vec<(f64, usize)> = Vec::new();
    let mut rest = plain.as_str();
    let mut passed = 0;
    while let Some(start) = rest.find(|mark: char| mark.is_ascii_digit()) {
        let tail = &rest[start..];
        let end = tail
            .find(|mark: char| !mark.is_ascii_digit() && mark != '.')
            .unwrap_or(tail.len());
        let text = &tail[..end];
        if text.len() > 1 && text.starts_with('0') && !text.starts_with("0.") {
            return None;
        }
        numbers.push((text.parse().ok()?, passed + start));
        passed += start + end;
        rest = &rest[start + end..];
    }
    let has = |list: &[&str]| list.iter().any(|part| plain.contains(part));
    match numbers.as_slice() {
        [(first, at), (last, next)] if first < last => {
            let between = plain[*at..*next]
                .trim_start_matches(|mark: char| mark.is_ascii_digit() || mark == '.');
            let between = between.trim();
            let joins = ["-", "to", "through", "and"].contains(&between);
            joins.then_some((*first, *last))
        }
        [(only, at)] => {
            let before = plain[..*at].trim();
            let is_upper = has(&[
                "+",
                "and over",
                "or over",
                "and older",
                "or older",
                "or more",
                "and above",
                "or above",
                "years and over",
            ]);
            let is_lower =
                ["under", "less than", "<", "below", "up to", "younger than"].contains(&before);
            if is_upper {
                Some((*only, f64::INFINITY))
            } else if is_lower {
                Some((f64::NEG_INFINITY, *only - 1.0))
            } else {
                None
            }
        }
        _ => None,
    }
}

/// Ranges that hold others, such as ages 16-24 beside 16-19 and 20-24: wholes where the others fill them and the sums
/// do not differ; else nothing is added over their column.
pub fn overlaps(table: &Rows, parts: &[usize], aside: &mut BTreeSet<usize>, found: &mut Wholes) {
    for (at, dimension) in table.dimensions.iter().enumerate() {
        let is_open = dimension.is_time || dimension.is_coded;
        if is_open || dimension.hints.contains(&Hint::Part) {
            continue;
        }
        let words: BTreeSet<&str> = parts.iter().map(|row| table.cell(*row, at)).collect();
        if words.len() > WORDS {
            continue;
        }
        let ranges: Vec<(&str, (f64, f64))> = words
            .iter()
            .filter_map(|word| Some((*word, range_of(word)?)))
            .collect();
        if ranges.len() < 2 || ranges.len() * 10 < words.len() * 6 || are_codes(&words) {
            continue;
        }
        // Columns that go with this one, word by word, are its other names.
        let with: Vec<bool> = (0..table.dimensions.len())
            .map(|other| other == at || table.goes_with(other, at, parts))
            .collect();
        let mut wholes: BTreeSet<&str> = BTreeSet::new();
        let mut overlapping: BTreeSet<&str> = BTreeSet::new();
        for (word, (first, last)) in &ranges {
            let within: Vec<&(&str, (f64, f64))> = ranges
                .iter()
                .filter(|(other, (low, high))| other != word && low >= first && high <= last)
                .collect();
            let crossing = ranges.iter().filter(|(_, (low, high))| {
                let meets = low < last && high > first;
                let holds = low >= first && high <= last || low <= first && high >= last;
                meets && !holds
            });
            overlapping.extend(crossing.map(|(other, _)| *other));
            if within.is_empty() {
                continue;
            }
            let is_filled = parts.len() <= SEARCHED && fills(&within, (*first, *last));
            match is_filled && agrees(table, (at, *word), &within, parts, &with) {
                true => wholes.insert(*word),
                false => {
                    overlapping.extend(within.iter().map(|(other, _)| *other));
                    overlapping.insert(*word)
                }
            };
        }
        if !overlapping.is_empty() && !dimension.hints.contains(&Hint::Whole) {
            found.not_over.insert(dimension.name.to_owned());
            found.told.push(ImportNotice::Overlap {
                column: dimension.name.to_owned(),
                words: overlapping.iter().map(|word| (*word).to_owned()).collect(),
            });
            continue;
        }
        if !wholes.is_empty() {
            let is_whole = |row: &&usize| wholes.contains(table.cell(**row, at));
            let rows: Vec<usize> = parts.iter().filter(is_whole).copied().collect();
            let words = wholes.iter().map(|word| (*word).to_owned()).collect();
            found.told.push(table.wholes(at, words, &rows));
            aside.extend(rows);
        }
    }
}

/// Whether all words have their digits in the same places, with more of them behind the hyphen: `15-1252.00`,
/// `12-3456789` are codes, not ranges.
fn are_codes(words: &BTreeSet<&str>) -> bool {
    let shape = |word: &&str| -> String {
        let mark = |mark: char| if mark.is_ascii_digit() { '9' } else { mark };
        word.chars().map(mark).collect()
    };
    let shapes: BTreeSet<String> = words.iter().map(shape).collect();
    let differs = |shape: &String| {
        let ends = shape.split_once('-');
        ends.is_some_and(|(first, last)| first.len() != last.len())
    };
    shapes.len() == 1 && shapes.iter().all(differs)
}

/// Whether some of the ranges within another follow each other from its beginning to its end.
fn fills(within: &[&(&str, (f64, f64))], (first, last): (f64, f64)) -> bool {
    let mut next = first;
    let mut ends = false;
    for _ in 0..within.len() {
        let follows = |low: f64| low == next || low == next + 1.0;
        let is_first = next == first;
        let found = within
            .iter()
            .map(|(_, range)| *range)
            .filter(|(low, high)| {
                (if is_first {
                    *low == first
                } else {
                    follows(*low)
                }) && *high > next
            })
            .min_by(|one, other| one.1.total_cmp(&other.1));
        let Some((_, high)) = found else {
            return false;
        };
        next = high;
        if next == last {
            ends = true;
            break;
        }
    }
    ends
}

/// Whether the numbers of a range are the sums of the shortest ranges within it, as far as these are known.
fn agrees(
    table: &Rows,
    (at, word): (usize, &str),
    within: &[&(&str, (f64, f64))],
    parts: &[usize],
    with: &[bool],
) -> bool {
    let shortest: BTreeSet<&str> = within
        .iter()
        .filter(|(own, (low, high))| {
            !within
                .iter()
                .any(|(other, (first, last))| other != own && first >= low && last <= high)
        })
        .map(|(word, _)| *word)
        .collect();
    let mut of_word = parts.iter().filter(|row| table.cell(**row, at) == word);
    of_word.all(|row| {
        let alike = |other: &&usize| {
            shortest.contains(table.cell(**other, at))
                && (0..table.dimensions.len())
                    .all(|own| with[own] || table.cell(*row, own) == table.cell(**other, own))
        };
        let others: Vec<usize> = parts.iter().filter(alike).copied().collect();
        !others.is_empty() && table.verdict(*row, &others).unequal == 0
    })
}

/// The digits of a code that its longer codes begin with. A span such as 31-33 has three of them.
fn stems(word: &str, is_place: bool) -> Vec<String> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((first, last)) = word.split_once('-') {
        let last = last.split_once('.').map_or(last, |(last, _)| last);
        if first.len() == 2 && last.len() == 2 && is_digits(first) && is_digits(last) {
            let from: u32 = first.parse().unwrap_or(0);
            let to: u32 = last.parse().unwrap_or(0);
            return (from..=to.min(from + 9))
                .map(|number| number.to_string())
                .collect();
        }
        if first.len() == 2 && last.len() == 4 && is_digits(first) && is_digits(last) {
            let all = format!("{first}{last}");
            let short = all.trim_end_matches('0');
            let length = short.len().max(2);
            return vec![all[..length].to_owned()];
        }
        return Vec::new();
    }
    if !is_digits(word) || word.len() < 2 {
        return Vec::new();
    }
    match word
        .strip_suffix("000")
        .filter(|short| is_place && short.len() == 2)
    {
        Some(state) => vec![state.to_owned()],
        None => vec![word.to_owned()],
    }
}

/// Codes that have longer codes below them (23, 236, 2361): wholes where each of them is the sum of those right below
/// it, else nothing is added over their column until the visitor answers.
pub fn levels(table: &Rows, parts: &[usize], aside: &mut BTreeSet<usize>, found: &mut Wholes) {
    const PLACES: [&str; 5] = ["fips", "geoid", "area", "geo", "geography"];
    const LISTS: [&str; 11] = [
        "naics",
        "industry",
        "ind",
        "sector",
        "soc",
        "occ",
        "occupation",
        "onet",
        "cip",
        "cipcode",
        "code",
    ];
    for (at, dimension) in table.dimensions.iter().enumerate() {
        let heading = words_of(dimension.name);
        let names = |list: &[&str]| {
            heading
                .iter()
                .any(|word| list.iter().any(|known| word.starts_with(known)))
        };
        let is_place = names(&PLACES);
        let is_list = is_place || names(&LISTS);
        if dimension.is_time || !is_list || dimension.hints.contains(&Hint::Part) {
            continue;
        }
        let rows: Vec<usize> = parts
            .iter()
            .filter(|row| !aside.contains(row))
            .copied()
            .collect();
        let words: BTreeSet<&str> = rows.iter().map(|row| table.cell(*row, at)).collect();
        if words.len() > WORDS {
            continue;
        }
        let known: Vec<(&str, Vec<String>)> = words
            .iter()
            .map(|word| (*word, stems(word, is_place)))
            .collect();
        let is_below = |one: &[String], other: &[String]| {
            let mut pairs = one
                .iter()
                .flat_map(|one| other.iter().map(move |other| (one, other)));
            pairs.any(|(one, other)| one.len() > other.len() && one.starts_with(other.as_str()))
        };
        // Each word with those right below it.
        let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut has_parent: BTreeSet<&str> = BTreeSet::new();
        for (word, own) in &known {
            let all: Vec<&(&str, Vec<String>)> = known
                .iter()
                .filter(|(_, other)| is_below(other, own))
                .collect();
            let right: Vec<&str> = all
                .iter()
                .filter(|(_, other)| !all.iter().any(|(_, between)| is_below(other, between)))
                .map(|(other, _)| *other)
                .collect();
            if !right.is_empty() {
                has_parent.extend(right.iter().copied());
                below.insert(*word, right);
            }
        }
        let shortest = known
            .iter()
            .flat_map(|(_, stems)| stems)
            .map(String::len)
            .min();
        let is_long = |stems: &Vec<String>| stems.iter().any(|stem| Some(stem.len()) > shortest);
        let long = known.iter().filter(|(_, stems)| is_long(stems)).count();
        if has_parent.len() < 2 || has_parent.len() * 2 < long {
            continue;
        }
        let fixed: Vec<usize> = (0..table.dimensions.len())
            .filter(|other| *other != at && !table.goes_with(*other, at, &rows))
            .collect();
        let mut contexts: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
        for row in &rows {
            let key = fixed.iter().map(|other| table.cell(*row, *other)).collect();
            contexts.entry(key).or_default().push(*row);
        }
        let (mut agree, mut sums) = (true, 0);
        let mut wholes = Vec::new();
        for rows in contexts.values() {
            for row in rows {
                let Some(right) = below.get(table.cell(*row, at)) else {
                    continue;
                };
                let is_part = |other: &&usize| right.contains(&table.cell(**other, at));
                let others: Vec<usize> = rows.iter().filter(is_part).copied().collect();
                let verdict = table.verdict(*row, &others);
                agree &= !others.is_empty() && verdict.unequal + verdict.open == 0;
                sums += verdict.sums;
                wholes.push(*row);
            }
        }
        let words: Vec<String> = below.keys().map(|word| (*word).to_owned()).collect();
        if agree && sums > 0 || dimension.hints.contains(&Hint::Whole) {
            found.told.push(table.wholes(at, words, &wholes));
            aside.extend(wholes);
        } else {
            found.not_over.insert(dimension.name.to_owned());
            found.told.push(ImportNotice::Levels {
                column: dimension.name.to_owned(),
                words,
                whole: table.answer(at, Hint::Whole),
                part: table.answer(at, Hint::Part),
            });
        }
    }
}

/// Rows that are the sums of the rows right below them, or right above them, where such blocks make up the whole table:
/// regions with their counties.
pub fn blocks(table: &Rows, parts: &[usize], aside: &mut BTreeSet<usize>, found: &mut Wholes) {
    for (at, dimension) in table.dimensions.iter().enumerate() {
        let has = |hint| dimension.hints.contains(&hint);
        if dimension.is_time || has(Hint::Part) || found.doubtful.contains(dimension.name) {
            continue;
        }
        let rows: Vec<usize> = parts
            .iter()
            .filter(|row| !aside.contains(row))
            .copied()
            .collect();
        let fixed: Vec<usize> = (0..table.dimensions.len())
            .filter(|other| *other != at && !table.goes_with(*other, at, &rows))
            .collect();
        let mut contexts: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
        for row in &rows {
            let key = fixed.iter().map(|other| table.cell(*row, *other)).collect();
            contexts.entry(key).or_default().push(*row);
        }
        for below in [true, false] {
            let mut wholes = Vec::new();
            let mut sums = 0;
            let tiled = contexts.values().all(|rows| {
                let mut rows = rows.clone();
                if !below {
                    rows.reverse();
                }
                let found = tile(table, &rows);
                found.is_some_and(|(heads, own)| {
                    wholes.extend(heads);
                    sums += own;
                    true
                })
            });
            if !tiled || wholes.is_empty() {
                continue;
            }
            wholes.sort_unstable();
            let words: BTreeSet<String> = wholes
                .iter()
                .map(|row| table.cell(*row, at).to_owned())
                .collect();
            // A word that is a whole in one place and a part in another is none.
            let is_mixed = rows
                .iter()
                .any(|row| words.contains(table.cell(*row, at)) && !wholes.contains(row));
            if is_mixed {
                continue;
            }
            let words = words.into_iter().collect();
            if sums >= SUMS || has(Hint::Whole) {
                found.told.push(table.wholes(at, words, &wholes));
                aside.extend(wholes);
            } else {
                found.doubtful.insert(dimension.name.to_owned());
                found.told.push(table.maybe_whole(at, words, &wholes));
            }
            break;
        }
    }
}

/// The first rows of blocks, two at least, that make up all rows: each is the sum of two or more rows behind it.
fn tile(table: &Rows, rows: &[usize]) -> Option<(Vec<usize>, usize)> {
    let mut heads = Vec::new();
    let mut sums = 0;
    let mut at = 0;
    while at < rows.len() {
        let mut found = None;
        for end in at + 3..=rows.len().min(at + BLOCK) {
            let verdict = table.verdict(rows[at], &rows[at + 1..end]);
            if verdict.unequal + verdict.open == 0 && verdict.sums > 0 {
                found = Some((end, verdict.sums));
                break;
            }
        }
        let (end, own) = found?;
        heads.push(rows[at]);
        sums += own;
        at = end;
    }
    (heads.len() > 1).then_some((heads, sums))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_from_their_words() {
        for (word, expected) in [
            ("16 to 19 years", Some((16.0, 19.0))),
            ("16-19", Some((16.0, 19.0))),
            ("55 years and over", Some((55.0, f64::INFINITY))),
            ("55+", Some((55.0, f64::INFINITY))),
            ("Under 16", Some((f64::NEG_INFINITY, 15.0))),
            ("$10,000 to $14,999", Some((10000.0, 14999.0))),
            ("Ada County", None),
            ("District 5", None),
            ("01-234", None),
        ] {
            assert_eq!(range_of(word), expected, "{word}");
        }
    }
}
