//! Primary keys within a table, foreign keys between tables.

use super::{Dataset, RowSet, Table};
use crate::package::Resource;
use crate::problem::{Fault, Place, Problem, nearest};
use std::collections::{HashMap, HashSet};

/// The primary keys seen so far, each as the codes of its fields.
pub(super) struct KeySet {
    /// Columns of the key, in the order in which columns are read.
    columns: Vec<usize>,
    current: Vec<u32>,
    seen: HashMap<u128, u64>,
}

impl KeySet {
    pub fn new(resource: &Resource, columns: &[&str]) -> Self {
        let key = resource.schema.primary_key();
        let columns: Vec<usize> = (0..columns.len())
            .filter(|index| key.iter().any(|field| field == columns[*index]))
            .collect();
        Self {
            current: vec![0; columns.len()],
            columns,
            seen: HashMap::new(),
        }
    }

    /// Remembers the code of a cell if its column is in the key.
    pub fn note(&mut self, column: usize, code: u32) {
        if let Some(index) = self.columns.iter().position(|key| *key == column) {
            self.current[index] = code;
        }
    }

    /// Enters the key of the row; a fault names the row that has it already.
    pub fn claim(&mut self, row: u64, cell: impl Fn(usize) -> String) -> Result<(), Fault> {
        if self.columns.is_empty() {
            return Ok(());
        }
        // Room for 2²⁵ words a column in a key of five.
        let bits = (128 / self.columns.len()).min(32) as u32;
        let key = self
            .current
            .iter()
            .fold(0u128, |key, code| key << bits | u128::from(*code));
        if let Some(first_row) = self.seen.get(&key) {
            let key = self
                .columns
                .iter()
                .map(|column| cell(*column))
                .collect::<Vec<_>>()
                .join(", ");
            return Err(Fault::DuplicateKey {
                key,
                first_row: *first_row,
            });
        }
        self.seen.insert(key, row);
        Ok(())
    }
}

/// Leaves out the rows whose foreign key is nowhere, and says so.
pub(super) fn check_foreign_keys(dataset: &mut Dataset) {
    let package = dataset.package.clone();
    for resource in &package.resources {
        for key in resource
            .schema
            .foreign_keys
            .iter()
            .filter(|key| key.fields.0.len() == 1)
        {
            let target = if key.reference.resource.is_empty() {
                &resource.name
            } else {
                &key.reference.resource
            };
            let (field, target_field) = (&key.fields.0[0], &key.reference.fields.0[0]);
            let (Some(table), Some(words)) = (
                dataset.tables.get(&resource.name),
                dataset.tables.get(target),
            ) else {
                continue;
            };
            let Some(known) = words_of(words, target_field) else {
                continue;
            };
            let place = Place::file(&package.address_of(resource)).column(field);
            if let Some((keep, problems)) = dangling(table, field, &known, target, &place) {
                dataset.problems.extend(problems);
                if let Some(table) = dataset.tables.get_mut(&resource.name) {
                    table.retain(&keep);
                }
            }
        }
    }
}

fn words_of(table: &Table, field: &str) -> Option<HashSet<String>> {
    Some(match table.codes(field) {
        Some(column) => column.words().iter().cloned().collect(),
        None => {
            table.column(field)?;
            (0..table.len)
                .map(|row| table.text(field, row).to_owned())
                .collect()
        }
    })
}

fn dangling(
    table: &Table,
    field: &str,
    known: &HashSet<String>,
    target: &str,
    place: &Place,
) -> Option<(RowSet, Vec<Problem>)> {
    let column = table.codes(field)?;
    let lost: Vec<bool> = column
        .words()
        .iter()
        .map(|word| !word.is_empty() && !known.contains(word))
        .collect();
    if !lost.contains(&true) {
        return None;
    }
    let keep = RowSet::matching(table.len, |row| !lost[column.code_at(row) as usize]);
    let mut problems = Vec::new();
    for (code, _) in lost.iter().enumerate().filter(|(_, lost)| **lost) {
        let mut rows = (0..table.len).filter(|row| column.code_at(*row) as usize == code);
        let Some(first) = rows.next() else { continue };
        let found = column.words()[code].clone();
        let near = nearest(&found, known.iter().map(String::as_str));
        let fault = Fault::ForeignKey {
            found,
            resource: target.to_owned(),
            near,
        };
        let row = first as u64 + 1;
        problems.push(Problem {
            place: place.at(row, row + 1),
            fault,
            more: rows.count() as u32,
        });
    }
    Some((keep, problems))
}
