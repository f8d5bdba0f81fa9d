//! The illustrative table as constraint systems of linked cells, one for each quarter and each
//! chain of counts that are parts of each other. Nothing published links two systems.

use super::fixture::QUARTERS;
use super::participants::{
    APPRENTICES, COMPLETED, COUNTS, ENROLLED, PLACED, UnmaskedRow, WAGES, WITH_WAGE,
};
use super::totals::{TABLES, Total, totals};
use crate::bytes::sha256;
use crate::publish::protect::{
    ConstraintSystem, CountCell, Mean, SumConstraint, SuppressionStatus, THRESHOLD, protect,
};

/// Chains of counts in which each is a part of the one before.
pub const CHAINS: [&[usize]; 2] = [&[COMPLETED, PLACED, WITH_WAGE], &[ENROLLED, APPRENTICES]];

/// Sets the smaller parts of a small total to zero, where it has several. Suppression could not
/// protect them: a total of 1 to 9 people bounds each of its parts more narrowly than the rule for
/// small counts declares.
pub fn keep_protectable(records: &mut [UnmaskedRow]) {
    loop {
        let mut changed = false;
        for total in totals(records) {
            for chain in CHAINS {
                for (at, &count) in chain.iter().enumerate() {
                    let counted = |part: &usize| {
                        let record = &records[*part];
                        record.reports(count) && record.counts[count] > 0
                    };
                    let mut parts: Vec<usize> =
                        total.parts.iter().copied().filter(counted).collect();
                    let sum: u32 = parts.iter().map(|part| records[*part].counts[count]).sum();
                    if sum >= THRESHOLD || parts.len() < 2 {
                        continue;
                    }
                    parts.sort_by_key(|part| std::cmp::Reverse(records[*part].counts[count]));
                    for part in &parts[1..] {
                        for &inside in &chain[at..] {
                            records[*part].counts[inside] = 0;
                        }
                    }
                    changed = true;
                }
            }
        }
        if !changed {
            return;
        }
    }
}

/// The suppression pattern: how each count is published, by record and by total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuppressionPattern {
    pub records: Vec<[SuppressionStatus; 5]>,
    pub totals: Vec<[SuppressionStatus; 5]>,
}

/// The positions of a system's cells in the tables, in the system's order.
struct Places {
    /// (index, count) of records, then of totals.
    records: Vec<(usize, usize)>,
    totals: Vec<(usize, usize)>,
}

/// Chooses by simulated attacks what is suppressed. Linear programs need not give the same choice
/// on every machine, so the choice is stored in a file ([`kept`]) that the generator reads.
pub fn choose(records: &[UnmaskedRow], totals: &[Total]) -> Result<SuppressionPattern, String> {
    let jobs: Vec<(u32, &[usize])> = (0..QUARTERS)
        .flat_map(|quarter| CHAINS.map(|chain| (quarter, chain)))
        .collect();
    let done = in_parallel(&jobs, |(quarter, chain)| {
        let (mut web, places) = web(records, totals, *quarter, chain);
        protect(&mut web)
            .map_err(|error| format!("quarter {quarter}, {}: {error}", COUNTS[chain[0]]))?;
        Ok((web, places))
    })?;
    let mut cover = small(records, totals);
    for (web, places) in done {
        let (of_records, of_totals) = web.cells.split_at(places.records.len());
        for (&(index, count), cell) in places.records.iter().zip(of_records) {
            cover.records[index][count] = cell.shown;
        }
        for (&(index, count), cell) in places.totals.iter().zip(of_totals) {
            cover.totals[index][count] = cell.shown;
        }
    }
    Ok(cover)
}

/// Only the small counts suppressed: what a careless publisher would do.
pub fn small(records: &[UnmaskedRow], totals: &[Total]) -> SuppressionPattern {
    let is_small = |value: Option<u32>| match value {
        Some(value) if (1..THRESHOLD).contains(&value) => SuppressionStatus::Primary,
        _ => SuppressionStatus::Open,
    };
    let of_record = |record: &UnmaskedRow| {
        std::array::from_fn(|count| is_small(record.reports(count).then_some(record.counts[count])))
    };
    SuppressionPattern {
        records: records.iter().map(of_record).collect(),
        totals: totals
            .iter()
            .map(|total| total.counts.map(is_small))
            .collect(),
    }
}

/// Nothing suppressed.
pub fn none(records: &[UnmaskedRow], totals: &[Total]) -> SuppressionPattern {
    SuppressionPattern {
        records: vec![[SuppressionStatus::Open; 5]; records.len()],
        totals: vec![[SuppressionStatus::Open; 5]; totals.len()],
    }
}

/// The secondary suppressions as text: a fingerprint of the table, then one line for each count of
/// the records and of the totals, with the distances from one suppressed cell to the next.
pub fn to_text(records: &[UnmaskedRow], cover: &SuppressionPattern) -> String {
    let mut text = fingerprint(records);
    for cells in [&cover.records, &cover.totals] {
        for (count, name) in COUNTS.iter().enumerate() {
            text.push('\n');
            text.push_str(name);
            let mut last = 0;
            for (index, shown) in cells.iter().enumerate() {
                if shown[count] == SuppressionStatus::Further {
                    text.push_str(&format!(" {}", index - last));
                    last = index;
                }
            }
        }
    }
    text.push('\n');
    text
}

/// The choice stored in a file written by [`to_text`]. Fails if it belongs to another table.
pub fn kept(
    records: &[UnmaskedRow],
    totals: &[Total],
    text: &str,
) -> Result<SuppressionPattern, String> {
    let stale =
        || "the kept choice belongs to another table: run `outcomes demo --choose`".to_owned();
    let mut lines = text.lines();
    if lines.next() != Some(fingerprint(records).as_str()) {
        return Err(stale());
    }
    let mut cover = small(records, totals);
    for cells in [&mut cover.records, &mut cover.totals] {
        for count in 0..COUNTS.len() {
            let mut index = 0;
            for step in lines.next().ok_or_else(stale)?.split(' ').skip(1) {
                index += step.parse::<usize>().map_err(|_| stale())?;
                let cell = cells.get_mut(index).ok_or_else(stale)?;
                cell[count] = SuppressionStatus::Further;
            }
        }
    }
    Ok(cover)
}

fn fingerprint(records: &[UnmaskedRow]) -> String {
    let mut bytes = Vec::new();
    for record in records {
        let report = record.report as u32;
        let numbers = record
            .keys
            .iter()
            .chain(&record.counts)
            .chain(&record.wages);
        numbers
            .chain([&report])
            .for_each(|number| bytes.extend(number.to_le_bytes()));
    }
    sha256(&bytes)
}

/// Distributes jobs over the processors; results are in the order of the jobs.
fn in_parallel<J: Sync, R: Send>(
    jobs: &[J],
    work: impl Fn(&J) -> Result<R, String> + Sync,
) -> Result<Vec<R>, String> {
    let hands = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len().max(1));
    let mut done: Vec<(usize, Result<R, String>)> = std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..hands)
            .map(|hand| {
                scope.spawn(move || {
                    let mine = jobs.iter().enumerate().skip(hand).step_by(hands);
                    mine.map(|(index, job)| (index, work(job)))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_default())
            .collect()
    });
    done.sort_by_key(|(index, _)| *index);
    if done.len() < jobs.len() {
        return Err("a part of the work did not end".to_owned());
    }
    done.into_iter().map(|(_, result)| result).collect()
}

/// The constraint system of one quarter and one chain.
fn web(
    records: &[UnmaskedRow],
    totals: &[Total],
    quarter: u32,
    chain: &[usize],
) -> (ConstraintSystem, Places) {
    let mut web = ConstraintSystem::default();
    let mut places = Places {
        records: Vec::new(),
        totals: Vec::new(),
    };
    let mut at = std::collections::BTreeMap::new();
    for (index, record) in records
        .iter()
        .enumerate()
        .filter(|(_, record)| record.keys[4] == quarter)
    {
        let mut inside: Option<usize> = None;
        for &count in chain.iter().filter(|count| record.reports(**count)) {
            let cell = web.cells.len();
            at.insert((index, count), cell);
            places.records.push((index, count));
            let [grantee, place, industry, program, _] = record.keys;
            web.cells.push(CountCell {
                value: record.counts[count],
                counts: count as u32,
                kin: [grantee, place, industry, program],
                ..CountCell::default()
            });
            web.nests.extend(inside.map(|whole| (cell, whole)));
            inside = Some(cell);
        }
    }
    for (index, total) in totals
        .iter()
        .enumerate()
        .filter(|(_, total)| total.quarter == quarter)
    {
        let mut inside: Option<usize> = None;
        for &count in chain {
            let Some(value) = total.counts[count] else {
                continue;
            };
            let cell = web.cells.len();
            places.totals.push((index, count));
            let mut kin = [u32::MAX; 4];
            if let Some(key) = TABLES[total.table].key {
                kin[key] = total.key;
            }
            web.cells.push(CountCell {
                value,
                counts: count as u32,
                kin,
                is_total: true,
                ..CountCell::default()
            });
            let parts = total
                .parts
                .iter()
                .filter_map(|part| at.get(&(*part, count)).copied());
            web.lines.push(SumConstraint {
                total: cell,
                parts: parts.collect(),
            });
            web.nests.extend(inside.map(|whole| (cell, whole)));
            inside = Some(cell);
        }
    }
    if chain.contains(&WITH_WAGE) {
        web.means = (0..WAGES.len())
            .map(|wage| mean(records, totals, &places, wage))
            .collect();
    }
    (web, places)
}

fn mean(records: &[UnmaskedRow], totals: &[Total], places: &Places, wage: usize) -> Mean {
    let of_records = places.records.iter().map(|&(index, count)| {
        let record = &records[index];
        (count == WITH_WAGE && record.counts[count] > 0).then_some(record.wages[wage])
    });
    let of_totals = places
        .totals
        .iter()
        .map(|&(index, count)| totals[index].wages[wage].filter(|_| count == WITH_WAGE));
    Mean {
        cents: of_records.chain(of_totals).collect(),
    }
}
