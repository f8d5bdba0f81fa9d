//! Foreign keys between tables.

use super::{Dataset, RowSet, Table};
use crate::package::{ForeignKey, Package, Resource};
use crate::problem::{Fault, Problem, SourceLocation, nearest};
use std::collections::{BTreeMap, HashSet};

/// Leaves out the rows whose foreign key is nowhere, and says so. A row that is left out may have
/// been what another row pointed to, so tables are gone through until nothing changes.
pub(super) fn check_foreign_keys(dataset: &mut Dataset) {
    let package = std::mem::take(&mut dataset.package);
    loop {
        let mut changed = false;
        for resource in &package.resources {
            for key in &resource.schema.foreign_keys {
                changed |= leave_out_dangling(dataset, &package, resource, key);
            }
        }
        if !changed {
            break;
        }
    }
    dataset.package = package;
}

/// Whether a row was left out.
fn leave_out_dangling(
    dataset: &mut Dataset,
    package: &Package,
    resource: &Resource,
    key: &ForeignKey,
) -> bool {
    let target = match key.reference.resource.as_str() {
        "" => &resource.name,
        target => target,
    };
    let (fields, others) = (&key.fields.0, &key.reference.fields.0);
    if fields.is_empty() || fields.len() != others.len() {
        return false;
    }
    let (Some(table), Some(pointed)) = (
        dataset.tables.get(&resource.name),
        dataset.tables.get(target),
    ) else {
        return false;
    };
    let has = |table: &Table, field: &String| table.column(field).is_some();
    if !fields.iter().all(|field| has(table, field))
        || !others.iter().all(|field| has(pointed, field))
    {
        return false;
    }
    let known = keys_of(pointed, others);
    let lost = dangling(table, fields, &known);
    if lost.is_empty() {
        return false;
    }
    let place = SourceLocation::file(&package.address_of(resource)).column(&fields.join(", "));
    let words: Vec<&str> = known
        .iter()
        .filter(|_| fields.len() == 1)
        .map(|key| key[0])
        .collect();
    let problems: Vec<Problem> = lost
        .iter()
        .map(|(found, rows)| {
            let fault = Fault::ForeignKey {
                found: found.clone(),
                resource: target.to_owned(),
                near: nearest(found, words.iter().copied()),
            };
            Problem {
                place: place.row(table.file_row(rows[0])),
                fault,
                more: rows.len() as u32 - 1,
            }
        })
        .collect();
    let gone: HashSet<usize> = lost.into_values().flatten().collect();
    let keep = RowSet::matching(table.len, |row| !gone.contains(&row));
    dataset.problems.extend(problems);
    if let Some(table) = dataset.tables.get_mut(&resource.name) {
        table.retain(&keep);
    }
    true
}

fn keys_of<'t>(table: &'t Table, fields: &[String]) -> HashSet<Vec<&'t str>> {
    if let [field] = fields
        && let Some(column) = table.codes(field)
    {
        return column
            .words()
            .iter()
            .map(|word| vec![word.as_str()])
            .collect();
    }
    let key = |row| fields.iter().map(|field| table.text(field, row)).collect();
    (0..table.len).map(key).collect()
}

/// Keys that are nowhere, each with its rows. A key with an absent part points to nothing.
fn dangling(
    table: &Table,
    fields: &[String],
    known: &HashSet<Vec<&str>>,
) -> BTreeMap<String, Vec<usize>> {
    let mut lost: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    if let [field] = fields
        && let Some(column) = table.codes(field)
    {
        let missing: Vec<bool> = column
            .words()
            .iter()
            .map(|word| !word.is_empty() && !known.contains(&vec![word.as_str()]))
            .collect();
        if missing.contains(&true) {
            for row in (0..table.len).filter(|row| missing[column.code_at(*row) as usize]) {
                lost.entry(column.word_at(row).to_owned())
                    .or_default()
                    .push(row);
            }
        }
        return lost;
    }
    for row in 0..table.len {
        let key: Vec<&str> = fields.iter().map(|field| table.text(field, row)).collect();
        if key.iter().all(|part| !part.is_empty()) && !known.contains(&key) {
            lost.entry(key.join(", ")).or_default().push(row);
        }
    }
    lost
}
