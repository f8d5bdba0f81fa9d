//! The default view of a package that declares none.

use super::{Frame, answer};
use crate::package::{Adds, DefaultView};
use crate::query::{
    AxisKind, Dimension, MeasureRef, Measured, Offer, Query, dimensions_of, resolve,
};
use crate::table::Dataset;

/// The maximum number of measures and break-downs that are tried.
const TRIED: usize = 24;
/// More rows than this are a list rather than a chart.
const SHOWN: usize = 60;

/// The first question that has an answer worth drawing: sums before single numbers before counts of
/// rows; by state, else over time, else by the names with the fewest rows that are more than one.
pub fn default_view(dataset: &Dataset) -> DefaultView {
    let offer = Offer::of(&dataset.package);
    let rank = |measure: &&Measured| match &measure.reference {
        MeasureRef::Column {
            adds: Adds::None, ..
        } => 1,
        MeasureRef::Count => 2,
        _ => 0,
    };
    let mut measures: Vec<&Measured> = offer.measures.iter().collect();
    measures.sort_by_key(rank);
    let views = measures.into_iter().take(TRIED).filter_map(|measure| {
        let by = best_break_down(dataset, measure)?;
        Some(DefaultView {
            measure: Some(measure.code.clone()),
            by: Some(by),
            ..DefaultView::default()
        })
    });
    let mut views = views;
    views.next().unwrap_or_default()
}

fn best_break_down(dataset: &Dataset, measure: &Measured) -> Option<String> {
    let resource = dataset.package.resource(&measure.resource)?;
    let order = |dimension: &Dimension| match dimension.kind {
        AxisKind::Places => 0,
        AxisKind::Time => 1,
        AxisKind::Names => 2,
    };
    let mut known = dimensions_of(&dataset.package, resource);
    known.sort_by_key(order);
    let shown = |dimension: &Dimension| {
        let frame = ask(dataset, measure, &dimension.field)?;
        let rows = frame
            .rows
            .iter()
            .filter(|row| row.cell.has_number())
            .count();
        let is_chart = dimension.kind != AxisKind::Names || rows <= SHOWN;
        (rows >= 2 && is_chart).then_some(rows)
    };
    let tried = known.iter().take(TRIED);
    let mut fit = tried.filter_map(|dimension| Some((dimension, shown(dimension)?)));
    let (first, rows) = fit.next()?;
    if first.kind != AxisKind::Names {
        return Some(first.field.clone());
    }
    let least = fit
        .chain(std::iter::once((first, rows)))
        .min_by_key(|(_, rows)| *rows);
    least.map(|(dimension, _)| dimension.field.clone())
}

fn ask(dataset: &Dataset, measure: &Measured, by: &str) -> Option<Frame> {
    let asked = Query {
        measure: Some(measure.code.clone()),
        by: Some(by.to_owned()),
        ..Query::default()
    };
    answer(dataset, &resolve(&dataset.package, &asked)?).ok()
}
