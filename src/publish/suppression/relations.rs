//! The relations between the counts of a package, from its roles: rows that are the whole of other rows, totals in
//! other tables, counts that are parts of one another.
//!
//! A declared relation (a parent in a code list, a value such as “Total”, `margin_of`) must hold. Others are used
//! where all numbers agree with them, since a reader finds that too: the default value of a dimension, tables with
//! the same totals, the two counts of a rate. The manifest of a protected package lists those found.

use super::rates;
use super::system::{LinearRelation, Seen};
use super::tables::{CountTable, KeyColumn, Tables};
use std::collections::{BTreeMap, BTreeSet};

/// Values of a dimension that are the whole of its other values, in lower case.
const WHOLES: [&str; 9] = [
    "total",
    "totals",
    "grand total",
    "all",
    "overall",
    "both sexes",
    "sum",
    "subtotal",
    "all combined",
];

/// What the derivation may look at.
#[derive(Clone, Copy)]
pub enum Basis<'a> {
    /// The true numbers.
    Truth,
    /// What is published; with it, the relations that the manifest says were found.
    Published(Option<&'a [String]>),
}

/// Relations, and the names of those that are not declared.
#[derive(Default)]
pub struct Derived {
    pub relations: Vec<LinearRelation>,
    pub found: BTreeSet<String>,
}

/// One sum: cells as (table, row, count).
struct Line {
    wholes: Vec<CellPlace>,
    parts: Vec<CellPlace>,
    /// Whether the parts add up to the whole; else each is at most the whole.
    adds: bool,
}

type CellPlace = (usize, usize, usize);

/// Lines with one reason.
struct DerivedSums {
    /// The reason, where it is not declared.
    found: Option<String>,
    lines: Vec<Line>,
}

/// Derives the relations. Fails where a declared total differs from the sum of its parts.
pub fn derive(all: &Tables, basis: Basis) -> Result<Derived, String> {
    let mut derived = Derived::default();
    let mut candidates = Vec::new();
    for index in 0..all.tables.len() {
        candidates.extend(wholes(all, index));
        candidates.extend(parts_of_rates(&all.tables[index], index));
    }
    candidates.extend(margins(all));
    candidates.extend(links(all));
    if let Some(message) = contradiction(all, &candidates) {
        return Err(message);
    }
    for candidate in candidates {
        add(all, basis, candidate, &mut derived);
    }
    if matches!(basis, Basis::Published(_)) {
        for table in &all.tables {
            derived.relations.extend(rates::published(table));
        }
    }
    Ok(derived)
}

/// Whether the numbers of a line agree with it; `None` where one is unknown.
fn holds(all: &Tables, line: &Line) -> Option<bool> {
    let sum = |cells: &[CellPlace]| {
        let mut sum = 0.0;
        for (table, row, count) in cells {
            match all.tables[*table].seen(*row, *count) {
                Seen::Number(number) => sum += number,
                Seen::Absent => {}
                Seen::Suppressed { .. } => return None,
            }
        }
        Some(sum)
    };
    let (parts, wholes) = (sum(&line.parts)?, sum(&line.wholes)?);
    Some(match (line.adds, has_gap(all, line)) {
        (true, false) => parts == wholes,
        (true, true) => parts <= wholes,
        (false, _) => line
            .parts
            .iter()
            .all(|part| sum(&[*part]).is_some_and(|part| part <= wholes)),
    })
}

fn is_absent(all: &Tables, (table, row, count): CellPlace) -> bool {
    all.tables[table].seen(row, count) == Seen::Absent
}

fn has_gap(all: &Tables, line: &Line) -> bool {
    line.parts.iter().any(|part| is_absent(all, *part))
}

fn add(all: &Tables, basis: Basis, from: DerivedSums, derived: &mut Derived) {
    let lines: Vec<&Line> = from
        .lines
        .iter()
        .filter(|line| is_used(all, line))
        .collect();
    let agree = || {
        let known: Vec<bool> = lines.iter().filter_map(|line| holds(all, line)).collect();
        !known.is_empty() && known.into_iter().all(|holds| holds)
    };
    match (&from.found, basis) {
        (None, _) => {}
        (Some(name), Basis::Published(Some(found))) if !found.contains(name) => return,
        (Some(_), Basis::Published(Some(_))) => {}
        (Some(_), _) if !agree() => return,
        (Some(_), _) => {}
    }
    if !lines.is_empty() {
        derived.found.extend(from.found.clone());
    }
    for line in lines {
        derived.relations.extend(relations(all, basis, line));
    }
}

/// A line as relations of the system.
fn relations(all: &Tables, basis: Basis, line: &Line) -> Vec<LinearRelation> {
    let cell = |(table, row, count): CellPlace| all.tables[table].cell(row, count);
    let given = line.parts.iter().filter(|part| !is_absent(all, **part));
    let wholes = || line.wholes.iter().map(|whole| (cell(*whole), -1.0));
    if !line.adds {
        let each = given.map(|part| LinearRelation {
            terms: std::iter::once((cell(*part), 1.0))
                .chain(wholes())
                .collect(),
            is_equal: false,
        });
        return each.collect();
    }
    let sum = |cells: &[CellPlace]| {
        let numbers = cells
            .iter()
            .map(|(table, row, count)| all.tables[*table].seen(*row, *count));
        numbers
            .map(|seen| match seen {
                Seen::Number(number) => number,
                _ => 0.0,
            })
            .sum::<f64>()
    };
    // The sum of the parts that there are: known to the publisher, declared as “at least” to readers.
    let counts_received = || match basis {
        Basis::Truth => sum(&line.parts) == sum(&line.wholes),
        Basis::Published(_) => line.wholes.iter().all(|(table, row, count)| {
            let table = &all.tables[*table];
            let qualifier = table.counts[*count].beside.qualifier;
            qualifier.is_some_and(|at| table.text(*row, at) == "at_least")
        }),
    };
    let terms: Vec<(usize, f64)> = given
        .map(|part| (cell(*part), 1.0))
        .chain(wholes())
        .collect();
    vec![LinearRelation {
        terms,
        is_equal: !has_gap(all, line) || counts_received(),
    }]
}

fn is_used(all: &Tables, line: &Line) -> bool {
    !line.parts.is_empty() && !line.wholes.iter().any(|whole| is_absent(all, *whole))
}

/// What is wrong with the numbers, where a declared relation does not hold: of the totals that differ from their
/// parts, the one that is in most such sums.
fn contradiction(all: &Tables, candidates: &[DerivedSums]) -> Option<String> {
    let declared = candidates
        .iter()
        .filter(|candidate| candidate.found.is_none());
    let lines = declared.flat_map(|candidate| &candidate.lines);
    let wrong: Vec<&Line> = lines
        .filter(|line| is_used(all, line) && holds(all, line) == Some(false))
        .collect();
    let times = |line: &Line| {
        let has = |other: &&&Line| {
            let mut cells = other.wholes.iter().chain(&other.parts);
            cells.any(|cell| *cell == line.wholes[0])
        };
        wrong.iter().filter(has).count()
    };
    // Of several, the first.
    let worst = wrong.iter().rev().max_by_key(|line| times(line))?;
    Some(differs(all, worst))
}

fn differs(all: &Tables, line: &Line) -> String {
    let (table, row, count) = line.wholes[0];
    let (parts_in, part, _) = line.parts[0];
    let place = all.tables[table].place(row, count);
    let parts = format!(
        "{} parts (the first is in {}:{})",
        line.parts.len(),
        all.tables[parts_in].path,
        all.tables[parts_in].lines[part]
    );
    match line.adds {
        true => format!(
            "{place}: the total does not equal the sum of its {parts}; correct the total or the parts, or declare \
             with “not_additive_over” that they do not add up"
        ),
        false => format!("{place}: the total is less than one of its {parts}; correct one of them"),
    }
}

/// The values of a dimension in a table that are the whole of others: (whole, parts, reason where not declared).
fn wholes_of(
    all: &Tables,
    table: &CountTable,
    key: &KeyColumn,
) -> Vec<(String, BTreeSet<String>, Option<String>)> {
    if key.is_period {
        return Vec::new();
    }
    let values: BTreeSet<&str> = (0..table.rows.len())
        .map(|row| table.text(row, key.at))
        .collect();
    let none = BTreeMap::new();
    let parents = key
        .codes
        .as_ref()
        .and_then(|codes| all.parents.get(codes))
        .unwrap_or(&none);
    // The nearest ancestor that has a row; codes may be nested at most as deep as there are codes.
    let above = |value: &str| {
        let mut code = value;
        for _ in 0..=parents.len() {
            code = parents.get(code)?;
            if values.contains(code) {
                return Some(code.to_owned());
            }
        }
        None
    };
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut roots = BTreeSet::new();
    for value in &values {
        match above(value) {
            Some(parent) => found.entry(parent).or_default().insert((*value).to_owned()),
            None => roots.insert((*value).to_owned()),
        };
    }
    let mut wholes: Vec<_> = found
        .into_iter()
        .map(|(whole, parts)| (whole, parts, None))
        .collect();
    let named = roots.iter().find(|value| is_whole(value)).cloned();
    let default = key.default.clone().filter(|value| roots.contains(value));
    let is_named = named.is_some();
    if let Some(whole) = named.or(default) {
        roots.remove(&whole);
        let reason = format!("{}: {} = {whole} is the whole", table.name, key.field);
        let reason = (!is_named).then_some(reason);
        if !roots.is_empty() {
            wholes.push((whole, roots, reason));
        }
    }
    wholes
}

fn is_whole(value: &str) -> bool {
    let value = value.trim().to_lowercase();
    WHOLES.contains(&value.as_str())
}

fn wholes(all: &Tables, index: usize) -> Vec<DerivedSums> {
    let table = &all.tables[index];
    let mut candidates = Vec::new();
    for key in &table.keys {
        // The rows that differ in this dimension alone, by the other dimensions.
        let mut alike: BTreeMap<Vec<&str>, BTreeMap<&str, usize>> = BTreeMap::new();
        for row in 0..table.rows.len() {
            let others = table.keys.iter().filter(|other| other.at != key.at);
            let others = others.map(|other| table.text(row, other.at)).collect();
            alike
                .entry(others)
                .or_default()
                .insert(table.text(row, key.at), row);
        }
        for (whole, parts, found) in wholes_of(all, table, key) {
            let mut lines = Vec::new();
            for rows in alike.values() {
                let Some(total) = rows.get(whole.as_str()) else {
                    continue;
                };
                let parts: Vec<usize> = parts
                    .iter()
                    .filter_map(|part| rows.get(part.as_str()).copied())
                    .collect();
                for count in 0..table.counts.len() {
                    lines.push(Line {
                        wholes: vec![(index, *total, count)],
                        parts: parts.iter().map(|row| (index, *row, count)).collect(),
                        adds: table.adds_over(count, &key.field),
                    });
                }
            }
            candidates.push(DerivedSums { found, lines });
        }
    }
    candidates
}

/// The two counts of a rate: one is part of the other.
fn parts_of_rates(table: &CountTable, index: usize) -> Vec<DerivedSums> {
    let mut candidates = Vec::new();
    for (part, count) in table.counts.iter().enumerate() {
        for rate in &count.field.outcomes.rates {
            let is_whole = |other: &super::tables::Count| other.field.name == rate.denominator;
            let Some(whole) = table.counts.iter().position(is_whole) else {
                continue;
            };
            let lines = (0..table.rows.len()).map(|row| Line {
                wholes: vec![(index, row, whole)],
                parts: vec![(index, row, part)],
                adds: false,
            });
            let name = format!(
                "{}: {} is part of {}",
                table.name, count.field.name, rate.denominator
            );
            candidates.push(DerivedSums {
                found: Some(name),
                lines: lines.collect(),
            });
        }
    }
    candidates
}

/// For each combination of `common` fields, the rows of a table that together are the whole of the other fields.
fn projected<'a>(
    all: &'a Tables,
    table: &'a CountTable,
    common: &[&str],
    is_flow: bool,
) -> BTreeMap<Vec<&'a str>, Vec<usize>> {
    let mut rows: Vec<usize> = (0..table.rows.len()).collect();
    for key in table
        .keys
        .iter()
        .filter(|key| !common.contains(&key.field.as_str()))
    {
        if key.is_period {
            let last = rows.iter().map(|row| table.text(*row, key.at)).max();
            let last = last.unwrap_or_default().to_owned();
            rows.retain(|row| is_flow || table.text(*row, key.at) == last);
            continue;
        }
        let wholes = wholes_of(all, table, key);
        let parts: BTreeSet<&String> = wholes.iter().flat_map(|(_, parts, _)| parts).collect();
        rows.retain(|row| !parts.contains(&table.text(*row, key.at).to_owned()));
    }
    let mut found: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for row in rows {
        let at = |field: &&str| table.key(field).map_or("", |key| table.text(row, key.at));
        found
            .entry(common.iter().map(at).collect())
            .or_default()
            .push(row);
    }
    found
}

/// The lines of two tables that share the total of one count over their common fields.
fn shared(all: &Tables, [one, other]: [usize; 2], counts: [usize; 2]) -> Vec<Line> {
    let (a, b) = (&all.tables[one], &all.tables[other]);
    let common: Vec<&str> = a.keys.iter().map(|key| key.field.as_str()).collect();
    let common: Vec<&str> = common
        .into_iter()
        .filter(|field| b.key(field).is_some())
        .collect();
    let extra = |table: &CountTable, count: usize| {
        let extra = table
            .keys
            .iter()
            .filter(|key| !common.contains(&key.field.as_str()));
        extra.clone().all(|key| {
            let is_single = wholes_of(all, table, key)
                .iter()
                .any(|(whole, ..)| is_whole(whole));
            key.is_period || is_single || table.adds_over(count, &key.field)
        })
    };
    let is_flow = |table: &CountTable, count: usize| {
        table.counts[count].field.outcomes.over_time == Some(crate::package::OverTime::Flow)
    };
    let adds = extra(a, counts[0]) && extra(b, counts[1]);
    let whole = projected(all, a, &common, is_flow(a, counts[0]));
    let parts = projected(all, b, &common, is_flow(b, counts[1]));
    let lines = whole.into_iter().filter_map(|(key, wholes)| {
        let cells = |rows: &[usize], table: usize, count: usize| {
            rows.iter().map(|row| (table, *row, count)).collect()
        };
        Some(Line {
            parts: cells(parts.get(&key)?, other, counts[1]),
            wholes: cells(&wholes, one, counts[0]),
            adds,
        })
    });
    lines.collect()
}

/// The counts that two tables have in common.
fn common_counts(one: &CountTable, other: &CountTable) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    for (a, count) in one.counts.iter().enumerate() {
        let same = |candidate: &super::tables::Count| candidate.field.name == count.field.name;
        pairs.extend(other.counts.iter().position(same).map(|b| [a, b]));
    }
    pairs
}

fn margins(all: &Tables) -> Vec<DerivedSums> {
    let mut candidates = Vec::new();
    for (index, table) in all.tables.iter().enumerate() {
        let Some(whole) = &table.margin_of else {
            continue;
        };
        let Some(of) = all.tables.iter().position(|other| other.name == *whole) else {
            continue;
        };
        let pairs = common_counts(table, &all.tables[of]);
        let lines = pairs
            .into_iter()
            .flat_map(|counts| shared(all, [index, of], counts));
        candidates.push(DerivedSums {
            found: None,
            lines: lines.collect(),
        });
    }
    candidates
}

/// Tables that have the same totals without a declaration.
fn links(all: &Tables) -> Vec<DerivedSums> {
    let mut candidates = Vec::new();
    for (one, a) in all.tables.iter().enumerate() {
        for (other, b) in all.tables.iter().enumerate().skip(one + 1) {
            let declared = |x: &CountTable, y: &CountTable| x.margin_of.as_ref() == Some(&y.name);
            let is_known = declared(a, b) || declared(b, a);
            // Totals of one table are related by it.
            if is_known || a.margin_of.is_some() && a.margin_of == b.margin_of {
                continue;
            }
            for counts in common_counts(a, b) {
                let lines = shared(all, [one, other], counts);
                let name = &a.counts[counts[0]].field.name;
                if lines.iter().all(|line| line.adds) {
                    candidates.push(DerivedSums {
                        found: Some(format!("{} and {}: same totals of {name}", a.name, b.name)),
                        lines,
                    });
                }
            }
        }
    }
    candidates
}
