//! Writes the tables as CSV text.

use super::fixture::{self, Grantee, INDUSTRIES, PROGRAM_TYPES, REGIONS};
use super::participants::{COUNTS, ReportStatus, UnmaskedRow, WAGES, WITH_WAGE};
use super::suppression_pattern::SuppressionPattern;
use super::totals::{TABLES, Total};
use crate::publish::protect::SuppressionStatus;

/// The last column of every row of every table.
pub const ILLUSTRATIVE: &str = "illustrative";

/// Cell texts that are not numbers.
pub mod marker {
    /// A small count.
    pub const PRIMARY: &str = "s";
    /// Suppressed so that another cell cannot be computed.
    pub const FURTHER: &str = "c";
    /// Wages were not collected.
    pub const NOT_COLLECTED: &str = "l";
    /// The report is overdue.
    pub const OUTSTANDING: &str = "o";
    /// The report is not due yet.
    pub const NOT_DUE: &str = "n";
    /// No one was placed with a known wage, so there is no mean.
    pub const NOT_APPLICABLE: &str = "z";
}

/// The header of the main table: keys, counts with wages after their weight, the `illustrative`
/// column.
pub const KEYS: [&str; 5] = [
    "grantee_id",
    "state",
    "industry_id",
    "program_type",
    "quarter",
];

type OutputFile = (String, Vec<u8>);

/// The code lists.
pub fn code_lists(grantees: &[Grantee]) -> Vec<OutputFile> {
    let list = |name: &str, key: &str, rows: Vec<(String, String)>| {
        let rows = rows.into_iter().map(|(code, label)| vec![code, label]);
        csv(name, vec![key.to_owned(), "label".to_owned()], rows)
    };
    let own = |(code, label): (&str, &str)| (code.to_owned(), label.to_owned());
    let mut places: Vec<_> = REGIONS.iter().flatten().map(|place| own(*place)).collect();
    places.sort();
    vec![
        list(
            "grantees",
            KEYS[0],
            grantees
                .iter()
                .map(|one| (one.id.clone(), one.label.clone()))
                .collect(),
        ),
        list("places", KEYS[1], places),
        list(
            "industries",
            KEYS[2],
            INDUSTRIES.iter().map(|one| own((one.0, one.1))).collect(),
        ),
        list(
            "program_types",
            KEYS[3],
            PROGRAM_TYPES
                .iter()
                .map(|one| own((one.code, one.label)))
                .collect(),
        ),
    ]
}

/// The main table.
pub fn outcomes(
    grantees: &[Grantee],
    records: &[UnmaskedRow],
    cover: &SuppressionPattern,
) -> OutputFile {
    let mut header: Vec<String> = KEYS.map(str::to_owned).to_vec();
    header.extend(COUNTS.iter().chain(&WAGES).map(|name| (*name).to_owned()));
    let rows = records.iter().zip(&cover.records).map(|(record, shown)| {
        let mut row = record.words(grantees).to_vec();
        let value = |count: usize| record.reports(count).then_some(record.counts[count]);
        row.extend((0..COUNTS.len()).map(|count| cell(value(count), shown[count], record.report)));
        row.extend(record.wages.map(|cents| {
            let cents = (record.counts[WITH_WAGE] > 0).then_some(cents);
            wage(value(WITH_WAGE), cents, shown[WITH_WAGE], record.report)
        }));
        row
    });
    csv("outcomes", header, rows)
}

/// The tables of totals.
pub fn totals(
    grantees: &[Grantee],
    totals: &[Total],
    cover: &SuppressionPattern,
) -> Vec<OutputFile> {
    let table = |(index, of): (usize, &super::totals::TotalsOf)| {
        let mut header: Vec<String> = of.key.iter().map(|key| KEYS[*key].to_owned()).collect();
        header.push(KEYS[4].to_owned());
        header.extend(COUNTS.iter().map(|name| (*name).to_owned()));
        header.extend(COUNTS.iter().map(|name| format!("{name}_qualifier")));
        header.extend(WAGES.iter().map(|name| (*name).to_owned()));
        header.extend(WAGES.iter().map(|name| format!("{name}_status")));
        let rows = totals
            .iter()
            .zip(&cover.totals)
            .filter(|(total, _)| total.table == index);
        csv(
            of.name,
            header,
            rows.map(|(total, shown)| total_row(grantees, of.key, total, shown)),
        )
    };
    TABLES.iter().enumerate().map(table).collect()
}

fn total_row(
    grantees: &[Grantee],
    key: Option<usize>,
    total: &Total,
    shown: &[SuppressionStatus; 5],
) -> Vec<String> {
    let mut row: Vec<String> = key
        .map(|key| key_word(grantees, key, total.key))
        .into_iter()
        .collect();
    row.push(fixture::quarter(total.quarter));
    let counts = 0..COUNTS.len();
    row.extend(
        counts
            .clone()
            .map(|count| cell(total.counts[count], shown[count], total.report)),
    );
    row.extend(counts.map(|count| {
        let is_number = total.counts[count].is_some() && shown[count] == SuppressionStatus::Open;
        match (is_number, total.whole[count]) {
            (false, _) => String::new(),
            (true, true) => "exact".to_owned(),
            (true, false) => "at_least".to_owned(),
        }
    }));
    let people = total.counts[WITH_WAGE];
    row.extend(
        total
            .wages
            .map(|cents| wage(people, cents, shown[WITH_WAGE], total.report)),
    );
    let status = if total.whole[WITH_WAGE] { "A" } else { "P" };
    row.extend(WAGES.map(|_| status.to_owned()));
    row
}

fn key_word(grantees: &[Grantee], key: usize, index: u32) -> String {
    match key {
        0 => grantees[index as usize].id.clone(),
        1 => fixture::place(index).0.to_owned(),
        2 => INDUSTRIES[index as usize].0.to_owned(),
        _ => PROGRAM_TYPES[index as usize].code.to_owned(),
    }
}

/// The text of a count.
fn cell(value: Option<u32>, shown: SuppressionStatus, report: ReportStatus) -> String {
    match (value, shown) {
        (None, _) => missing(report).to_owned(),
        (Some(value), SuppressionStatus::Open) => value.to_string(),
        (_, SuppressionStatus::Primary) => marker::PRIMARY.to_owned(),
        (_, SuppressionStatus::Further) => marker::FURTHER.to_owned(),
    }
}

/// The text of a mean wage: suppressed where its weight is.
fn wage(
    people: Option<u32>,
    cents: Option<u32>,
    shown: SuppressionStatus,
    report: ReportStatus,
) -> String {
    match (shown, cents) {
        (SuppressionStatus::Open, Some(cents)) if people.is_some() => {
            format!("{}.{:02}", cents / 100, cents % 100)
        }
        (SuppressionStatus::Open, None) if people.is_some() => marker::NOT_APPLICABLE.to_owned(),
        _ => cell(people, shown, report),
    }
}

fn missing(report: ReportStatus) -> &'static str {
    match report {
        ReportStatus::Received | ReportStatus::WithoutWages => marker::NOT_COLLECTED,
        ReportStatus::Outstanding => marker::OUTSTANDING,
        ReportStatus::NotDue => marker::NOT_DUE,
    }
}

/// Plain RFC 4180 with line feeds. No text here contains a quote or a line break.
fn csv(name: &str, mut header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> OutputFile {
    let mut text = String::new();
    header.push(ILLUSTRATIVE.to_owned());
    let mut line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    };
    line(&header);
    for mut row in rows {
        row.push(ILLUSTRATIVE.to_owned());
        line(&row);
    }
    (format!("{name}.csv"), text.into_bytes())
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
