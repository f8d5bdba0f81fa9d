//! The table of holders: what each received, aimed at and published.

use super::Selection;
use crate::frame::{Cell, MeasureWords};
use crate::package::ColumnPlan;
use crate::query::{MeasureRef, Offer, Query};
use crate::value::Kind;
use std::collections::BTreeMap;

/// The selected holders with the columns of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderTable {
    /// Title of the dimension of holders.
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<HolderRow>,
}

/// One holder.
#[derive(Clone, Debug, PartialEq)]
pub struct HolderRow {
    pub key: String,
    pub label: String,
    pub cells: Vec<HolderCell>,
}

/// One cell of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum HolderCell {
    /// Values of a field, as labels.
    Words(Vec<String>),
    /// A number, of which kind, and the claim that it is where it was published as one.
    Number {
        cell: Box<Cell>,
        measure: Box<MeasureWords>,
        kind: Option<Kind>,
        claim: Option<String>,
    },
    /// Nothing was published.
    NotPublished,
}

/// `None` where the package has no holders.
pub(super) fn table(selection: &Selection, holders: &[String]) -> Option<HolderTable> {
    let plan = selection.plan;
    let dimension = selection.resolved.dimension(&plan.holder)?;
    let labels = crate::frame::labels::DimensionLabels::of(selection.dataset, dimension);
    let columns: Vec<BTreeMap<String, HolderCell>> = plan
        .columns
        .iter()
        .map(|column| cells(selection, column, holders))
        .collect();
    let rows = holders.iter().map(|key| HolderRow {
        key: key.clone(),
        label: labels.label(key).to_owned(),
        cells: columns
            .iter()
            .map(|column| column.get(key).cloned().unwrap_or(HolderCell::NotPublished))
            .collect(),
    });
    let mut rows: Vec<HolderRow> = rows.collect();
    rows.sort_by(|a, b| crate::locale::Locale::EN.compare(&a.label, &b.label));
    Some(HolderTable {
        title: dimension.title.clone(),
        columns: plan
            .columns
            .iter()
            .map(|column| column.title.clone())
            .collect(),
        rows,
    })
}

fn cells(
    selection: &Selection,
    plan: &ColumnPlan,
    holders: &[String],
) -> BTreeMap<String, HolderCell> {
    match &plan.field {
        Some(field) => words(selection, field, holders),
        None => numbers(selection, plan, holders),
    }
}

/// The values of a field of each holder's records.
fn words(selection: &Selection, field: &str, holders: &[String]) -> BTreeMap<String, HolderCell> {
    let query = Query {
        measure: Some(selection.resolved.measure.code.clone()),
        by: Some(selection.plan.holder.clone()),
        series: Some(field.to_owned()),
        ..Query::default()
    };
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let Some(frame) = selection.ask(&query) else {
        return BTreeMap::new();
    };
    let Some(series) = &frame.series else {
        return BTreeMap::new();
    };
    for row in &frame.rows {
        let value = row.series.and_then(|at| series.values.get(at));
        if let Some((_, label)) = value.filter(|(key, _)| !key.is_empty() && row.cell.records > 0)
            && holders.contains(&row.key)
        {
            found
                .entry(row.key.clone())
                .or_default()
                .push(label.clone());
        }
    }
    found
        .into_iter()
        .map(|(key, labels)| (key, HolderCell::Words(labels)))
        .collect()
}

/// The first measure with a value, for each holder.
fn numbers(
    selection: &Selection,
    plan: &ColumnPlan,
    holders: &[String],
) -> BTreeMap<String, HolderCell> {
    let offer = Offer::of(&selection.dataset.package);
    let mut found = BTreeMap::new();
    for code in &plan.measures {
        let of_records = offer
            .measure(code)
            .is_some_and(|measure| measure.reference != MeasureRef::Figure);
        let mut query = Query {
            measure: Some(code.clone()),
            by: Some(selection.plan.holder.clone()),
            kind: plan.kind,
            ..Query::default()
        };
        if of_records {
            // A record's number is of the whole record: filters by what it serves do not split it.
            query.kind = None;
            let own = |field: &String| {
                let known = selection.resolved.dimension(field);
                known.is_some_and(|known| known.standing == crate::query::DimensionSource::Own)
            };
            query.filters = selection.resolved.query.filters.clone();
            query.filters.retain(|field, _| own(field));
        }
        let Some(frame) = selection.ask(&query) else {
            continue;
        };
        for row in frame.rows {
            if !holders.contains(&row.key) || found.contains_key(&row.key) {
                continue;
            }
            if !row.cell.has_number() && !of_records {
                continue;
            }
            let cell = HolderCell::Number {
                cell: Box::new(row.cell),
                measure: Box::new(frame.measure.clone()),
                kind: row.kind,
                claim: row.figure.map(|figure| figure.claim_id),
            };
            found.insert(row.key, cell);
        }
    }
    found
}
