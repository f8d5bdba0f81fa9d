//! Whether a draft reads back as the tables that it was made of, cell by cell.

use crate::bytes::Memory;
use crate::locale::Locale;
use crate::package::open;
use crate::query::{Dimension, dimensions_of};
use crate::table::{Column, Dataset, Table, load};
use std::collections::BTreeMap;

/// Fails with the first cell that differs.
pub fn reads_back(from: &Dataset, files: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    let source = Memory(files.clone());
    let draft = crate::publish::now(async {
        let package = open(&source, "datapackage.json").await?;
        Ok(load(&source, package.value).await)
    });
    let draft: Dataset = draft.map_err(|problem: crate::problem::Problem| {
        format!(
            "the draft does not open: {}",
            Locale::EN.text(problem.sentence())
        )
    })?;
    for resource in &from.package.resources {
        let Some(table) = from.table(&resource.name) else {
            continue;
        };
        let differs = |why: String| format!("{}: {why}; nothing was written", resource.title());
        let Some(own) = draft.table(&resource.name) else {
            return Err(differs("the table is not in the draft".to_owned()));
        };
        same(table, own).map_err(differs)?;
        let own = draft.package.resource(&resource.name);
        let own = own
            .map(|own| dimensions_of(&draft.package, own))
            .unwrap_or_default();
        for dimension in dimensions_of(&from.package, resource) {
            let drafted = own.iter().find(|other| other.field == dimension.field);
            same_periods(table, &dimension, drafted).map_err(differs)?;
        }
    }
    Ok(())
}

fn same(from: &Table, draft: &Table) -> Result<(), String> {
    if from.len != draft.len {
        return Err(format!("{} rows became {}", from.len, draft.len));
    }
    for (field, column) in &from.columns {
        for row in 0..from.len {
            let (before, after) = match (column, draft.column(field)) {
                (Column::Numbers(one), Some(Column::Numbers(other))) => (
                    format!("{:?} {:?}", one.quantity_at(row), one.status_at(row)),
                    format!("{:?} {:?}", other.quantity_at(row), other.status_at(row)),
                ),
                (Column::Numbers(_), _) => ("numbers".to_owned(), "texts".to_owned()),
                _ => (
                    from.text(field, row).to_owned(),
                    draft.text(field, row).to_owned(),
                ),
            };
            if before != after {
                return Err(format!(
                    "row {}, column “{field}”: {before} would be read back as {after}",
                    from.file_row(row)
                ));
            }
        }
    }
    Ok(())
}

/// Periods keep their order. A package declares no program or school years.
fn same_periods(table: &Table, from: &Dimension, draft: Option<&Dimension>) -> Result<(), String> {
    let Some(column) = table.codes(&from.field) else {
        return Ok(());
    };
    for word in column.words().iter().filter(|word| !word.is_empty()) {
        let ordinal = |dimension: &Dimension| dimension.period(word).map(|period| period.ordinal);
        if ordinal(from) != draft.and_then(ordinal) {
            return Err(format!(
                "column “{}”: a package cannot declare periods such as “{word}”; write calendar years, quarters, \
                 months or days, or answer --as …~group",
                from.title
            ));
        }
    }
    Ok(())
}
