//! Selects the rows of a question: filters, one level of a tree, one value or the last date of dimensions that must not
//! be added over.

use crate::frame::filter::filtered;
use crate::frame::labels::DimensionLabels;
use crate::frame::{AxisKind, Caveat, Refusal};
use crate::package::OverTime;
use crate::query::{Dimension, DimensionSource, MeasureRef, Query, Resolved};
use crate::table::{Dataset, RowSet, Table};

/// Applies the filters, then the rule of each dimension that must not be added over: one value, one level, the last
/// date.
pub(super) fn choose_rows(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    query: &mut Query,
    caveats: &mut Vec<Caveat>,
) -> Result<RowSet, Refusal> {
    let mut rows = filtered(dataset, table, resolved, &query.filters.clone(), None);
    for dimension in &resolved.dimensions {
        let is_axis = [&query.by, &query.series]
            .into_iter()
            .flatten()
            .any(|field| *field == dimension.field);
        let chosen = query.filters.get(&dimension.field).map_or(0, Vec::len);
        let additive = !resolved
            .measure
            .not_additive_over
            .contains(&dimension.field)
            && !mixes_levels(dataset, table, dimension);
        if is_axis {
            if dimension.is_tree && chosen == 0 {
                let by_is_tree = resolved.by.is_tree;
                one_level(
                    dataset, table, dimension, query, &mut rows, caveats, by_is_tree,
                );
            }
            continue;
        }
        if additive || dimension.standing != DimensionSource::Own || chosen == 1 {
            continue;
        }
        if let Some(value) = dimension.default.clone().filter(|_| chosen == 0) {
            let Some(column) = table.codes(&dimension.field) else {
                continue;
            };
            rows.intersect(&column.rows_with(std::slice::from_ref(&value)));
            let label = DimensionLabels::of(dataset, dimension)
                .label(&value)
                .to_owned();
            caveats.push(Caveat::FixedAt {
                dimension: dimension.title.clone(),
                value: label,
            });
            query.filters.insert(dimension.field.clone(), vec![value]);
        } else if table.codes(&dimension.field).is_some() {
            let measure = resolved.measure.title.clone();
            let over = dimension.title.clone();
            // This site's packages publish no split; nothing says that an imported column adds up.
            return Err(match dataset.package.whose {
                None => Refusal::NoSplit { measure, over },
                Some(_) => Refusal::NotAdded {
                    measure,
                    over: vec![over],
                },
            });
        }
    }
    last_date_only(table, resolved, query, &mut rows, caveats);
    Ok(rows)
}

/// Levels of a tree are never mixed in one answer.
fn one_level(
    dataset: &Dataset,
    table: &Table,
    dimension: &Dimension,
    query: &mut Query,
    rows: &mut RowSet,
    caveats: &mut Vec<Caveat>,
    resolved_by_is_tree: bool,
) {
    let labels = DimensionLabels::of(dataset, dimension);
    let Some(column) = table.codes(&dimension.field) else {
        return;
    };
    let present: Vec<&str> = labels
        .level_names
        .iter()
        .copied()
        .filter(|name| {
            column
                .words()
                .iter()
                .skip(1)
                .any(|word| labels.level(word) == Some(name))
        })
        .collect();
    let asked = query
        .level
        .as_deref()
        .and_then(|level| present.iter().find(|name| **name == level));
    // The coarsest level is often a single code for the total; the next level breaks it down.
    let breaks_down = |name: &&&str| {
        let of_level = column.words().iter().skip(1);
        of_level
            .filter(|word| labels.level(word) == Some(**name))
            .count()
            > 1
    };
    let coarsest = || present.iter().find(breaks_down).or(present.first());
    let Some(level) = asked.or_else(coarsest) else {
        return;
    };
    let wanted: Vec<bool> = column
        .words()
        .iter()
        .map(|word| labels.level(word) == Some(level))
        .collect();
    rows.intersect(&RowSet::matching(table.len, |row| {
        wanted[column.code_at(row) as usize]
    }));
    caveats.push(Caveat::OneLevel {
        dimension: dimension.title.clone(),
        level: (*level).to_owned(),
    });
    // Where both axes are trees the address names the level of the rows.
    let is_rows = query.by.as_deref() == Some(&dimension.field);
    if is_rows || !resolved_by_is_tree {
        query.level = Some((*level).to_owned());
    }
}

/// Whether a table holds several levels of a tree, so that its codes overlap.
pub(super) fn mixes_levels(dataset: &Dataset, table: &Table, dimension: &Dimension) -> bool {
    if !dimension.is_tree {
        return false;
    }
    let labels = DimensionLabels::of(dataset, dimension);
    let Some(column) = table.codes(&dimension.field) else {
        return false;
    };
    let mut levels = column.words().iter().skip(1).map(|word| labels.level(word));
    let first = levels.next();
    levels.any(|level| Some(level) != first)
}

/// The levels of a tree that can be chosen for the rows of an answer, coarsest first; none where
/// the rows are not of a tree.
pub fn levels(dataset: &Dataset, resolved: &Resolved) -> Vec<String> {
    let axes = std::iter::once(&resolved.by).chain(&resolved.series);
    let Some(tree) = axes.into_iter().find(|dimension| dimension.is_tree) else {
        return Vec::new();
    };
    let labels = DimensionLabels::of(dataset, tree);
    let Some(column) = dataset
        .table(&resolved.measure.resource)
        .and_then(|table| table.codes(&tree.field))
    else {
        return Vec::new();
    };
    let used = |name: &&&str| {
        column
            .words()
            .iter()
            .skip(1)
            .any(|word| labels.level(word) == Some(**name))
    };
    labels
        .level_names
        .iter()
        .filter(used)
        .map(|name| (*name).to_owned())
        .collect()
}

/// A stock or a running total is not added over time: without a time axis the last date is used.
fn last_date_only(
    table: &Table,
    resolved: &Resolved,
    query: &mut Query,
    rows: &mut RowSet,
    caveats: &mut Vec<Caveat>,
) {
    if resolved.measure.over_time == OverTime::Flow
        || matches!(resolved.measure.reference, MeasureRef::Count)
    {
        return;
    }
    for period in resolved
        .dimensions
        .iter()
        .filter(|dimension| dimension.kind == AxisKind::Time)
    {
        let is_axis = [&query.by, &query.series]
            .into_iter()
            .flatten()
            .any(|field| *field == period.field);
        let Some(column) = table.codes(&period.field).filter(|_| !is_axis) else {
            continue;
        };
        let counts = column.counts(rows);
        let present = column
            .words()
            .iter()
            .enumerate()
            .filter(|(code, word)| counts[*code] > 0 && !word.is_empty());
        let last = present.max_by_key(|(_, word)| {
            period
                .period(word)
                .map_or(i32::MIN, |period| period.ordinal)
        });
        if let Some((_, word)) = last {
            rows.intersect(&column.rows_with(std::slice::from_ref(word)));
            caveats.push(Caveat::FixedAt {
                dimension: period.title.clone(),
                value: word.clone(),
            });
            query
                .filters
                .insert(period.field.clone(), vec![word.clone()]);
        }
    }
}
