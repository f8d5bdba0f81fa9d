//! Which holders have reported for which periods.

use super::Selection;
use crate::frame::labels::DimensionLabels;
use crate::frame::{AxisKind, Cell, Frame};
use crate::query::{MeasureRef, Offer, Query};
use crate::value::Status;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the report of a holder for one period is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// Every measure was reported: with a number, suppressed, or as one that does not apply.
    Whole,
    /// Some measures or records were reported and others were not.
    Part,
    NotYetDue,
    /// Due, and not received.
    Missing,
}

/// The reports of every selected holder.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportingTable {
    /// Titles of the dimension of holders and of the periods.
    pub holder: String,
    pub period: String,
    /// Labels of the periods, oldest first.
    pub periods: Vec<String>,
    pub rows: Vec<ReportingRow>,
}

/// The reports of one holder.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportingRow {
    pub key: String,
    pub label: String,
    /// One for each period; `None` where the holder has no records in it.
    pub cells: Vec<Option<Reported>>,
}

/// `None` where the package has no periods or no holders, or where no measure of a tile is counted by both.
pub(super) fn reporting(selection: &Selection, holders: &[String]) -> Option<ReportingTable> {
    let plan = selection.plan;
    let holder = selection.resolved.dimension(&plan.holder)?;
    let is_time = |field: &&String| {
        let dimension = selection.resolved.dimension(field);
        dimension.is_some_and(|dimension| dimension.kind == AxisKind::Time)
    };
    let time = plan.filters.iter().find(is_time)?;
    let offer = Offer::of(&selection.dataset.package);
    // A rate is computed from what was reported.
    let is_reported = |measure: &&String| {
        let known = offer.measure(measure);
        known.is_some_and(|known| !matches!(known.reference, MeasureRef::Rate { .. }))
    };
    let of_tiles = plan.tiles.iter().flat_map(|tile| &tile.measures);
    let of_columns = plan.columns.iter().flat_map(|column| &column.measures);
    let measures: BTreeSet<&String> = of_tiles.chain(of_columns).filter(is_reported).collect();
    let answers: Vec<Frame> = measures
        .into_iter()
        .filter_map(|measure| {
            let query = Query {
                measure: Some(measure.clone()),
                by: Some(time.clone()),
                series: Some(plan.holder.clone()),
                filters: selection.choice.clone(),
                ..Query::default()
            };
            selection.ask(&query)
        })
        .collect();
    let first = answers.first()?;
    let mut periods: Vec<(i32, String)> = Vec::new();
    for row in &first.rows {
        let at = row.ordinal?;
        if !periods.iter().any(|(known, _)| *known == at) {
            periods.push((at, row.label.clone()));
        }
    }
    periods.sort_by_key(|(at, _)| *at);
    let mut found: BTreeMap<(String, i32), Vec<&Cell>> = BTreeMap::new();
    for frame in &answers {
        let series = frame.series.as_ref()?;
        for row in &frame.rows {
            let key = row.series.and_then(|at| series.values.get(at));
            if let (Some((key, _)), Some(at)) = (key, row.ordinal) {
                found.entry((key.clone(), at)).or_default().push(&row.cell);
            }
        }
    }
    let labels = DimensionLabels::of(selection.dataset, holder);
    let rows = holders.iter().map(|key| ReportingRow {
        key: key.clone(),
        label: labels.label(key).to_owned(),
        cells: periods
            .iter()
            .map(|(at, _)| reported(found.get(&(key.clone(), *at)).map_or(&[], Vec::as_slice)))
            .collect(),
    });
    Some(ReportingTable {
        holder: holder.title.clone(),
        period: first.by.title.clone(),
        rows: rows.collect(),
        periods: periods.into_iter().map(|(_, label)| label).collect(),
    })
}

/// One report from the cells of its measures.
fn reported(cells: &[&Cell]) -> Option<Reported> {
    let known: Vec<&&Cell> = cells.iter().filter(|cell| cell.records > 0).collect();
    if known.is_empty() {
        return None;
    }
    let is_there = |cell: &&&Cell| {
        let is_known = |status| cell.status.has(status);
        cell.has_number() || is_known(Status::Suppressed) || is_known(Status::NotApplicable)
    };
    let is_whole = |cell: &&&Cell| is_there(cell) && !cell.status.has(Status::Partial);
    Some(match known.iter().filter(|cell| is_there(cell)).count() {
        0 if known.iter().all(|cell| cell.status.has(Status::NotYetDue)) => Reported::NotYetDue,
        0 => Reported::Missing,
        _ if known.iter().all(is_whole) => Reported::Whole,
        _ => Reported::Part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Quantity, StatusSet};

    fn set(status: &[Status]) -> StatusSet {
        status
            .iter()
            .fold(StatusSet::default(), |set, one| set.with(*one))
    }

    fn with(status: &[Status]) -> Cell {
        Cell {
            records: 2,
            status: set(status),
            ..Cell::default()
        }
    }

    #[test]
    fn a_report_is_what_its_cells_are() {
        let number = Cell {
            quantity: Some(Quantity::exact(4.0)),
            records: 2,
            ..Cell::default()
        };
        let suppressed = with(&[Status::Suppressed, Status::SmallCount]);
        let (due, not_due) = (with(&[Status::Missing]), with(&[Status::NotYetDue]));
        let without_records = Cell::default();
        assert_eq!(reported(&[]), None);
        assert_eq!(reported(&[&without_records]), None);
        assert_eq!(reported(&[&number, &suppressed]), Some(Reported::Whole));
        assert_eq!(
            reported(&[&number, &with(&[Status::NotCollected])]),
            Some(Reported::Part)
        );
        assert_eq!(reported(&[&not_due, &not_due]), Some(Reported::NotYetDue));
        assert_eq!(reported(&[&due, &not_due]), Some(Reported::Missing));
        let mut part = number.clone();
        part.status = set(&[Status::Partial]);
        assert_eq!(reported(&[&part]), Some(Reported::Part));
    }
}
