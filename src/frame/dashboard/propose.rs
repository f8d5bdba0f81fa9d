//! The dashboard of a package that declares none, from its roles by a rule (`docs/field-roles.md`).

use super::tile::total;
use super::{Choice, Selection};
use crate::frame::facets;
use crate::package::{Adds, ColumnPlan, DashboardPlan, Package, PanelPlan, PanelQuery, TilePlan};
use crate::query::resolve;
use crate::query::{
    AxisKind, Dimension, DimensionSource, MeasureRef, Measured, Offer, Query, View, dimensions_of,
    to_address,
};
use crate::table::Dataset;

/// The number of tiles and of panels that a proposal has at most.
const MAX_TILES: usize = 5;
const MAX_PANELS: usize = 6;
/// A field with more values than this is offered as no filter, and makes no chart.
const MAX_VALUES: usize = 80;

/// A dashboard from roles alone.
///
/// - Records: the table of the package's default measure, else of its first.
/// - Filters: the visible dimensions of that table with 2 to 80 values; places first, then names, then time.
/// - Tiles: of the first five measures that add up, those with a total.
/// - Panels: the default measure by each filter (a map by places, a line over time, bars by names), then
///   each further measure over time or by the first filter.
/// - Table: rows by the first dimension of names, with every measure of the tiles.
///
/// `None` where the package has no measure of a wide table that adds up.
pub fn proposed_dashboard(dataset: &Dataset) -> Option<DashboardPlan> {
    let package = &dataset.package;
    let offer = Offer::of(package);
    let default = package.outcomes.default.measure.as_deref();
    let first = default
        .and_then(|code| offer.measure(code))
        .or(offer.measures.first())?;
    if first.reference == MeasureRef::Figure {
        return None;
    }
    let fields = fields(dataset, package, first)?;
    let measures: Vec<&Measured> = std::iter::once(first)
        .chain(
            offer
                .measures
                .iter()
                .filter(|other| other.code != first.code),
        )
        .filter(|measure| measure.resource == first.resource)
        .collect();
    let adds = |measure: &&&Measured| {
        !matches!(
            measure.reference,
            MeasureRef::Column {
                adds: Adds::None,
                ..
            }
        )
    };
    let tiles = measures.iter().filter(adds).take(MAX_TILES);
    let tiles: Vec<TilePlan> = tiles
        .map(|measure| TilePlan {
            id: measure.code.clone(),
            title: measure.title.clone(),
            measures: vec![measure.code.clone()],
            ..TilePlan::default()
        })
        .collect();
    if tiles.is_empty() || fields.is_empty() {
        return None;
    }
    let holder = fields
        .iter()
        .find(|field| field.kind == AxisKind::Names && field.standing == DimensionSource::Own);
    let mut panels: Vec<PanelPlan> = fields.iter().map(|by| chart(first, by)).collect();
    let time = fields.iter().find(|field| field.kind == AxisKind::Time);
    if let Some(by) = time.or(fields.first()) {
        panels.extend(measures.iter().skip(1).map(|measure| chart(measure, by)));
    }
    panels.truncate(MAX_PANELS);
    let mut plan = DashboardPlan {
        records: first.code.clone(),
        holder: holder.map(|field| field.field.clone()).unwrap_or_default(),
        filters: fields.iter().map(|field| field.field.clone()).collect(),
        columns: tiles
            .iter()
            .map(|tile| ColumnPlan {
                title: tile.title.clone(),
                measures: tile.measures.clone(),
                ..ColumnPlan::default()
            })
            .collect(),
        tiles,
        panels,
    };
    // A measure without a number for the whole, such as a rate whose parts are withheld, makes no tile.
    let tiles = std::mem::take(&mut plan.tiles);
    let selection = Selection::of(dataset, &plan, &Choice::new())?;
    let has_total = |tile: &TilePlan| {
        let total = total(&selection, &tile.id, &Choice::new());
        total.is_some_and(|total| total.cell.has_number())
    };
    let tiles = tiles.into_iter().filter(has_total).collect();
    Some(DashboardPlan { tiles, ..plan })
}

/// The fields worth filtering by: places, then names, then time.
fn fields(dataset: &Dataset, package: &Package, measure: &Measured) -> Option<Vec<Dimension>> {
    let resource = package.resource(&measure.resource)?;
    let query = Query {
        measure: Some(measure.code.clone()),
        ..Query::default()
    };
    let mut resolved = resolve(package, &query)?;
    resolved.query.filters.clear();
    let counted = facets(dataset, &resolved);
    let order = |dimension: &Dimension| match dimension.kind {
        AxisKind::Places => 0,
        AxisKind::Names => 1,
        AxisKind::Time => 2,
    };
    let mut fields = dimensions_of(package, resource);
    fields.retain(|dimension| {
        let facet = counted.iter().find(|facet| facet.field == dimension.field);
        facet.is_some_and(|facet| (2..=MAX_VALUES).contains(&facet.values.len()))
    });
    fields.sort_by_key(order);
    Some(fields)
}

fn chart(measure: &Measured, by: &Dimension) -> PanelPlan {
    let view = match by.kind {
        AxisKind::Places => View::Map,
        AxisKind::Time => View::Line,
        AxisKind::Names => View::Bar,
    };
    let query = Query {
        measure: Some(measure.code.clone()),
        by: Some(by.field.clone()),
        series: Some(String::new()),
        view: Some(view),
        ..Query::default()
    };
    PanelPlan {
        id: format!("{}-by-{}", measure.code, by.field).replace(['.', '_'], "-"),
        queries: vec![PanelQuery {
            query: to_address(&query, &Query::default())
                .trim_start_matches('?')
                .to_owned(),
            ..PanelQuery::default()
        }],
        ..PanelPlan::default()
    }
}
