//! Answers from a wide table: filter, group, combine.

mod ask;
mod choose;

pub use choose::levels;

use super::assemble::{
    axis, coverage, filters_in_words, keep_top, manifest_sources, package_words, put_in_order,
    series_axis,
};
use super::combine::measure_words;
use super::filter::bridge;
use super::labels::DimensionLabels;
use super::margins;
use super::{Caveat, Frame, Refusal};
use crate::package::Sign;
use crate::query::{DimensionSource, MeasureRef, Query, Resolved};
use crate::table::{Dataset, RowSet, Table};
use crate::value::Unit;
use ask::Ask;
use choose::choose_rows;
use std::collections::BTreeSet;

/// The rows of a question, before anything is grouped.
struct ChosenRows<'a> {
    table: &'a Table,
    rows: RowSet,
    /// The question with what the choice of rows filled in.
    query: Query,
    caveats: Vec<Caveat>,
    /// The unit of the rows, where the column has several.
    unit: Option<Unit>,
}

fn chosen<'a>(dataset: &'a Dataset, resolved: &Resolved) -> Result<ChosenRows<'a>, Refusal> {
    let mut query = resolved.query.clone();
    let whole = &resolved.measure.resource;
    let unreadable = || Refusal::TableUnreadable {
        resource: whole.clone(),
    };
    let name = margins::table_for(
        dataset,
        whole,
        &fields_used(&query, true),
        &columns_used(&resolved.measure.reference),
    );
    let table = dataset.table(name).ok_or_else(unreadable)?;
    if !has_columns(table, resolved, &query) {
        return Err(unreadable());
    }

    if let Some(resource) = missing_bridge(dataset, table, resolved, &query) {
        return Err(Refusal::TableUnreadable { resource });
    }

    let mut caveats = Vec::new();
    let rows = choose_rows(dataset, table, resolved, &mut query, &mut caveats)?;
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    let unit = one_unit(table, resolved, &query, &rows)?;
    Ok(ChosenRows {
        table,
        rows,
        query,
        caveats,
        unit,
    })
}

/// Whether a question to a wide table has an answer with at least one row; no number is read. Gives the question
/// with what the choice of rows filled in.
pub(super) fn check(dataset: &Dataset, resolved: &Resolved) -> Result<Query, Refusal> {
    let ChosenRows {
        table, rows, query, ..
    } = chosen(dataset, resolved)?;
    let ask = Ask {
        dataset,
        table,
        resolved,
    };
    let several = ask.has_several(&rows, &query).ok_or(Refusal::Empty)?;
    ask.refuse_what_cannot_be_added(several, &query)?;
    Ok(query)
}

/// Answers a question to a wide table.
pub(super) fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let ChosenRows {
        table,
        rows,
        query,
        mut caveats,
        unit,
    } = chosen(dataset, resolved)?;
    let ask = Ask {
        dataset,
        table,
        resolved,
    };
    let mut answers = ask.rows(&rows, &query)?;
    let several = answers.iter().any(|row| row.cell.records > 1);
    ask.refuse_what_cannot_be_added(several, &query)?;

    let labels = DimensionLabels::of(dataset, &resolved.by);
    for row in &mut answers {
        row.label = labels.label(&row.key).to_owned();
        row.ordinal = resolved.by.period(&row.key).map(|period| period.ordinal);
    }
    let series = resolved
        .series
        .as_ref()
        .map(|dimension| ask.series_values(dimension, &rows, &query));
    put_in_order(
        &mut answers,
        resolved.by.kind,
        query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut answers, query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    ask.say(&rows, &answers, &mut caveats);

    let has_field = |field: &str| resolved.dimension(field).is_some();
    let mut measure = measure_words(&resolved.measure, Some(table));
    measure.unit = unit.unwrap_or(measure.unit);
    Ok(Frame {
        package: package_words(&dataset.package, &table.resource),
        measure,
        by: axis(&resolved.by),
        series: resolved
            .series
            .as_ref()
            .zip(series)
            .map(|(dimension, values)| series_axis(dimension, values)),
        filters: filters_in_words(dataset, resolved, &query),
        total: ask.total(&query),
        coverage: coverage(&dataset.package, &query, has_field),
        sources: manifest_sources(&dataset.package),
        rows: answers,
        caveats,
        beside: None,
        across: None,
        query,
    })
}

/// The unit of a question's rows, where units differ from row to row; `None` where the column has one unit.
fn one_unit(
    table: &Table,
    resolved: &Resolved,
    query: &Query,
    rows: &RowSet,
) -> Result<Option<Unit>, Refusal> {
    let MeasureRef::Column { field, .. } = &resolved.measure.reference else {
        return Ok(None);
    };
    let (Some(signs), Some(numbers)) = (table.signs(field), table.numbers(field)) else {
        return Ok(None);
    };
    let present = rows.iter().filter(|row| numbers.is_present(*row));
    let found: BTreeSet<Sign> = present.map(|row| signs[row]).collect();
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => {
            let is_open = |field: &String| {
                query
                    .filters
                    .get(field)
                    .is_none_or(|values| values.len() != 1)
            };
            let over = resolved
                .measure
                .not_additive_over
                .iter()
                .filter(|field| is_open(field));
            let title = |field: &String| resolved.dimension(field).map(|known| known.title.clone());
            Err(Refusal::MixedUnits {
                measure: resolved.measure.title.clone(),
                over: over.filter_map(title).collect(),
            })
        }
        (Some(Sign::Currency('$')), None) => Ok(Some(Unit::new(Unit::USD))),
        (Some(Sign::Percent), None) => Ok(Some(Unit::new(Unit::PERCENT))),
        _ => Ok(Some(Unit::new(Unit::COUNT))),
    }
}

fn fields_used(query: &Query, with_axes: bool) -> BTreeSet<&str> {
    let axes = query.by.iter().chain(&query.series).filter(|_| with_axes);
    axes.chain(query.filters.keys())
        .map(String::as_str)
        .collect()
}

/// Whether the file had every column of the question: without one, a filter would pass everything
/// and a sum would be zero.
fn has_columns(table: &Table, resolved: &Resolved, query: &Query) -> bool {
    let is_own = |field: &&str| {
        resolved
            .dimension(field)
            .is_some_and(|dimension| dimension.standing == DimensionSource::Own)
    };
    let counts = matches!(resolved.measure.reference, MeasureRef::Count);
    let mut fields = fields_used(query, true).into_iter().filter(is_own);
    let columns = columns_used(&resolved.measure.reference);
    fields.all(|field| table.codes(field).is_some())
        && (counts || columns.iter().all(|field| table.numbers(field).is_some()))
}

/// The bridge table that the question needs and that could not be read.
fn missing_bridge(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    query: &Query,
) -> Option<String> {
    fields_used(query, true).into_iter().find_map(|field| {
        match &resolved.dimension(field)?.standing {
            DimensionSource::Bridge { resource } => {
                bridge(dataset, resource, &table.resource, field)
                    .is_none()
                    .then(|| resource.clone())
            }
            DimensionSource::Own => None,
        }
    })
}

fn columns_used(reference: &MeasureRef) -> Vec<&str> {
    match reference {
        MeasureRef::Column { field, weight, .. } => std::iter::once(field.as_str())
            .chain(weight.as_deref())
            .collect(),
        MeasureRef::Rate {
            numerator,
            denominator,
        } => vec![numerator, denominator],
        // Records are counted in the whole table only: those of a margin are not records.
        MeasureRef::Count | MeasureRef::Figure => vec!["\u{0}"],
    }
}
