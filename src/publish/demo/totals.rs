//! The published totals: for every quarter, by each dimension alone and overall.

use super::people::{COUNTS, Record, Report, WAGES, WITH_WAGE};
use std::collections::BTreeMap;

/// A table of totals: its name, and the record key that it has besides the quarter.
pub struct TotalsOf {
    pub name: &'static str,
    pub key: Option<usize>,
    pub title: &'static str,
    /// What one row represents.
    pub grain: &'static str,
}

pub const TABLES: [TotalsOf; 5] = [
    TotalsOf {
        name: "totals_grantee_quarter",
        key: Some(0),
        title: "Totals by grantee and quarter",
        grain: "grantee in one quarter",
    },
    TotalsOf {
        name: "totals_place_quarter",
        key: Some(1),
        title: "Totals by state or territory and quarter",
        grain: "state or territory in one quarter",
    },
    TotalsOf {
        name: "totals_industry_quarter",
        key: Some(2),
        title: "Totals by industry and quarter",
        grain: "industry in one quarter",
    },
    TotalsOf {
        name: "totals_program_quarter",
        key: Some(3),
        title: "Totals by program type and quarter",
        grain: "program type in one quarter",
    },
    TotalsOf {
        name: "totals_quarter",
        key: None,
        title: "Totals by quarter",
        grain: "quarter",
    },
];

/// One total as its publisher knows it.
#[derive(Clone, Debug)]
pub struct Total {
    /// Index into [`TABLES`].
    pub table: usize,
    /// Index of the grantee, place, industry or program type; 0 overall.
    pub key: u32,
    pub quarter: u32,
    /// Indexes of its records.
    pub parts: Vec<usize>,
    /// Sum of the reported counts; `None` where none was reported.
    pub counts: [Option<u32>; 5],
    /// Whether every record reported the count.
    pub whole: [bool; 5],
    /// Why nothing was reported, where nothing was.
    pub report: Report,
    /// Mean wages in cents of the people placed with a known wage.
    pub wages: [Option<u32>; 2],
}

/// Every total, in the order of table, key and quarter.
pub fn totals(records: &[Record]) -> Vec<Total> {
    let mut groups: BTreeMap<(usize, u32, u32), Vec<usize>> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        for (table, of) in TABLES.iter().enumerate() {
            let key = of.key.map_or(0, |key| record.keys[key]);
            groups
                .entry((table, key, record.keys[4]))
                .or_default()
                .push(index);
        }
    }
    let totals = groups.into_iter().map(|((table, key, quarter), parts)| {
        let mut counts = [None; 5];
        let mut whole = [true; 5];
        for count in 0..COUNTS.len() {
            for &part in &parts {
                if records[part].reports(count) {
                    *counts[count].get_or_insert(0) += records[part].counts[count];
                } else {
                    whole[count] = false;
                }
            }
        }
        let wages = std::array::from_fn(|wage| mean(records, &parts, wage));
        let report = parts.iter().map(|part| records[*part].report).max();
        let report = report.unwrap_or(Report::Received);
        Total {
            table,
            key,
            quarter,
            parts,
            counts,
            whole,
            report,
            wages,
        }
    });
    totals.collect()
}

/// The mean over people, rounded half up to the cent; `None` where there are none.
fn mean(records: &[Record], parts: &[usize], wage: usize) -> Option<u32> {
    debug_assert!(wage < WAGES.len());
    let (mut cents, mut people) = (0u64, 0u64);
    for record in parts.iter().map(|part| &records[*part]) {
        if record.reports(WITH_WAGE) {
            cents += u64::from(record.wages[wage]) * u64::from(record.counts[WITH_WAGE]);
            people += u64::from(record.counts[WITH_WAGE]);
        }
    }
    (people > 0).then(|| ((2 * cents + people) / (2 * people)) as u32)
}
