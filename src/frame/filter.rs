//! Selects the rows of a table that pass the filters of a question, directly or through a bridge.

use crate::query::{DimensionSource, Resolved};
use crate::table::{CodeColumn, Dataset, Links, RowSet, Table};
use std::collections::BTreeMap;

/// The rows that pass every filter, without the filter on the field `except`.
pub(super) fn filtered(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    filters: &BTreeMap<String, Vec<String>>,
    except: Option<&str>,
) -> RowSet {
    let mut rows = RowSet::all(table.len);
    for (field, values) in filters
        .iter()
        .filter(|(field, _)| Some(field.as_str()) != except)
    {
        let Some(dimension) = resolved.dimension(field) else {
            continue;
        };
        match &dimension.standing {
            DimensionSource::Own => {
                if let Some(column) = table.codes(field) {
                    rows.intersect(&column.rows_with(values));
                }
            }
            DimensionSource::Bridge { resource } => {
                let Some((column, links)) = bridge(dataset, resource, &table.resource, field)
                else {
                    continue;
                };
                let wanted: Vec<u32> = values
                    .iter()
                    .filter_map(|value| column.code_of(value))
                    .collect();
                let has = |row: usize| links.of(row).iter().any(|code| wanted.contains(code));
                rows.intersect(&RowSet::matching(table.len, has));
            }
        }
    }
    rows
}

pub(super) fn bridge<'a>(
    dataset: &'a Dataset,
    resource: &str,
    table: &str,
    field: &str,
) -> Option<(&'a CodeColumn, &'a Links)> {
    Some((
        dataset.table(resource)?.codes(field)?,
        dataset.links(table, field)?,
    ))
}
