//! Compares what the app shows with the CSV files: every number of every frame must be a sum of
//! published numbers (or a quotient of two), so that it reveals no more than the files that were
//! attacked; every filter count counts published rows.

use super::published::{Files, Row, tables};
use good_jobs::frame::{Cell, Facet, answer, facets};
use good_jobs::query::{parse, resolve};
use good_jobs::table::Dataset;
use std::collections::BTreeMap;

const DIMENSIONS: [&str; 5] = [
    "grantee_id",
    "state",
    "industry_id",
    "program_type",
    "quarter",
];
const COUNTS: [&str; 5] = [
    "enrolled",
    "completed",
    "placed",
    "placed_with_wage",
    "registered_apprentices",
];

/// One question: measure, breakdown, filters.
struct Question<'a> {
    measure: &'a str,
    by: &'a str,
    filters: Vec<(&'a str, &'a str)>,
}

/// Asks a systematic set of questions; returns how many numbers were compared with the files.
pub fn compare(files: &Files, dataset: &Dataset) -> usize {
    let tables = tables(files);
    let mut compared = 0;
    let measures = COUNTS
        .iter()
        .chain(&["starting_wage", "prior_wage", "placement_rate"]);
    for measure in measures {
        for by in DIMENSIONS {
            for filters in filters(&tables[0]) {
                if filters.iter().all(|(field, _)| *field != by) {
                    compared += ask(
                        &tables,
                        dataset,
                        &Question {
                            measure,
                            by,
                            filters,
                        },
                    );
                }
            }
        }
    }
    compared
}

/// No filter, one value of each dimension, and each such value in one quarter.
fn filters(whole: &[Row]) -> Vec<Vec<(&'static str, &str)>> {
    let first = |field: &'static str| (field, whole[whole.len() / 3].word(field));
    let mut all = vec![vec![]];
    all.extend(DIMENSIONS.map(|field| vec![first(field)]));
    all.extend(
        DIMENSIONS[..4]
            .iter()
            .map(|field| vec![first(field), ("quarter", "2024-Q2")]),
    );
    all.push(vec![first("grantee_id"), first("state")]);
    all
}

fn ask(tables: &[Vec<Row>], dataset: &Dataset, question: &Question) -> usize {
    let mut address = format!("?measure={}&by={}&series=", question.measure, question.by);
    for (field, value) in &question.filters {
        address.push_str(&format!("&f.{field}={value}"));
    }
    let resolved = resolve(&dataset.package, &parse(&address).0).expect("there are measures");
    if question.measure == "placed" {
        let facets = facets(dataset, &resolved);
        facets
            .iter()
            .for_each(|facet| count(&tables[0], question, facet));
    }
    let Ok(frame) = answer(dataset, &resolved) else {
        return 0;
    };
    // From the whole table, and from every table of totals that has these fields.
    let has = |rows: &&Vec<Row>, field: &str| rows[0].keys.contains_key(field);
    let filtered: Vec<Vec<&Row>> = (tables.iter())
        .filter(|rows| question.filters.iter().all(|(field, _)| has(rows, field)))
        .map(|rows| {
            rows.iter()
                .filter(|row| row.fits(&question.filters))
                .collect()
        })
        .collect();
    let totals: Vec<f64> = filtered
        .iter()
        .map(|rows| number(rows, question.measure))
        .collect();
    let mut compared = frame
        .total
        .iter()
        .map(|cell| hold(&totals, cell, &address))
        .sum();
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for rows in filtered {
        let mut of_table: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in rows {
            of_table.entry(row.word(question.by)).or_default().push(row);
        }
        for (key, rows) in of_table {
            groups
                .entry(key)
                .or_default()
                .push(number(&rows, question.measure));
        }
    }
    for row in &frame.rows {
        compared += hold(&groups[row.key.as_str()], &row.cell, &address);
    }
    compared
}

/// The count of a filter value is the number of rows that it would leave.
fn count(whole: &[Row], question: &Question, facet: &Facet) {
    let mut others = question.filters.clone();
    others.retain(|(field, _)| *field != facet.field);
    let mut rows: BTreeMap<&str, u32> = BTreeMap::new();
    for row in whole.iter().filter(|row| row.fits(&others)) {
        *rows.entry(row.word(&facet.field)).or_default() += 1;
    }
    for value in &facet.values {
        let expected = rows.get(value.key.as_str()).copied().unwrap_or(0);
        assert_eq!(value.records, expected, "{} {}", facet.field, value.key);
    }
}

/// Both ends of a number shown are among the values that the files give.
fn hold(given: &[f64], cell: &Cell, address: &str) -> usize {
    let Some(quantity) = cell.quantity else {
        return 0;
    };
    for end in [quantity.low, quantity.high].into_iter().flatten() {
        let near = |number: &f64| (number - end.at).abs() <= 1e-9 * number.abs().max(1.0);
        assert!(
            given.iter().any(near),
            "{address}: {} is none of {given:?}",
            end.at
        );
    }
    1
}

/// The number from plain addition of the published cells.
fn number(rows: &[&Row], measure: &str) -> f64 {
    let number = |row: &Row, name: &str| row.cells[name].parse::<f64>().ok();
    let sum = |name: &str| rows.iter().filter_map(|row| number(row, name)).sum::<f64>();
    match measure {
        "placement_rate" => sum("placed") / sum("completed"),
        "starting_wage" | "prior_wage" => {
            let (mut wages, mut people) = (0.0, 0.0);
            for row in rows {
                if let (Some(mean), Some(weight)) =
                    (number(row, measure), number(row, "placed_with_wage"))
                {
                    wages += mean * weight;
                    people += weight;
                }
            }
            wages / people
        }
        _ => sum(measure),
    }
}

impl Row {
    /// The code of a dimension or of the quarter.
    fn word(&self, field: &str) -> &str {
        self.keys.get(field).map_or("", String::as_str)
    }

    fn fits(&self, fields: &[(&str, &str)]) -> bool {
        fields.iter().all(|(field, code)| self.word(field) == *code)
    }
}
