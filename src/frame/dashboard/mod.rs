//! What a dashboard answers under one choice of filters: tiles, the table of holders, and the question
//! of each panel.
//!
//! Filters select *records* (grants). Figures about a grant name who holds it, so that the figures of
//! the selected holders are the figures of the selection. Published results of several holders are
//! added up only here, only where the plan says so, and always with the number of holders they cover.

mod holders;
mod panel;
mod propose;
mod reporting;
mod tile;

pub use holders::{HolderCell, HolderRow, HolderTable};
pub use panel::{DashboardPanel, panel, panel_question};
pub use propose::proposed_dashboard;
pub use reporting::{Reported, ReportingTable};
pub use tile::{HolderFigure, Tile, TileTotal, TileValue};

use super::facets::{Facet, facets};
use super::filter::filtered;
use super::{Coverage, FilterWords, Frame, answer, assemble};
use crate::package::DashboardPlan;
use crate::query::{Query, Resolved, resolve};
use crate::table::{Dataset, RowSet, Table};
use std::collections::BTreeMap;

/// Field → chosen values, as in the address.
pub type Choice = BTreeMap<String, Vec<String>>;

/// Everything on a dashboard but its panels, whose packages may differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Dashboard {
    /// Every filter with the records that each of its values would leave.
    pub filters: Vec<Facet>,
    /// The choice in words.
    pub chosen: Vec<FilterWords>,
    /// Records that the choice selects, and all that are in the package.
    pub selected: u32,
    pub records: u32,
    /// How much of a known whole the records are.
    pub coverage: Vec<Coverage>,
    /// Codes of the selected holders; empty where the package has no holders.
    pub holders: Vec<String>,
    pub tiles: Vec<Tile>,
    pub table: Option<HolderTable>,
    /// Which holders have reported, where the package has periods.
    pub reporting: Option<ReportingTable>,
}

/// The records of a plan and those that a choice selects. Tiles, table and panels of one dashboard are
/// answered from one selection.
pub struct Selection<'a> {
    dataset: &'a Dataset,
    plan: &'a DashboardPlan,
    choice: Choice,
    resolved: Resolved,
    table: &'a Table,
    rows: RowSet,
    is_filtered: bool,
}

impl<'a> Selection<'a> {
    /// `None` where the package has no such records, or their table could not be read.
    pub fn of(dataset: &'a Dataset, plan: &'a DashboardPlan, choice: &Choice) -> Option<Self> {
        let query = Query {
            measure: Some(plan.records.clone()).filter(|code| !code.is_empty()),
            filters: choice.clone(),
            ..Query::default()
        };
        let mut resolved = resolve(&dataset.package, &query)?;
        // Defaults of the package choose a first view, and are no filters of a visitor.
        resolved
            .query
            .filters
            .retain(|field, _| choice.contains_key(field));
        let table = dataset.table(&resolved.measure.resource)?;
        let rows = filtered(dataset, table, &resolved, &resolved.query.filters, None);
        Some(Self {
            is_filtered: !resolved.query.filters.is_empty(),
            dataset,
            plan,
            choice: choice.clone(),
            resolved,
            table,
            rows,
        })
    }

    /// The filters of the plan, each with the records that its values would leave.
    pub fn facets(&self) -> Vec<Facet> {
        let all = facets(self.dataset, &self.resolved);
        let planned = self.plan.filters.iter();
        planned
            .filter_map(|field| all.iter().find(|facet| facet.field == *field).cloned())
            .collect()
    }

    /// The holders of the selected records, each once, in the order of the table.
    fn holders(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        if self.table.column(&self.plan.holder).is_none() {
            return found;
        }
        for row in self.rows.iter() {
            let holder = self.table.text(&self.plan.holder, row);
            if !holder.is_empty() && !found.iter().any(|known| known == holder) {
                found.push(holder.to_owned());
            }
        }
        found
    }

    /// Answers a question to the dashboard's own package.
    fn ask(&self, query: &Query) -> Option<Frame> {
        answer(self.dataset, &resolve(&self.dataset.package, query)?).ok()
    }

    /// The values that the selected records have in a field, in the order of the code list.
    fn values_of(&self, field: &str) -> Vec<String> {
        let query = Query {
            measure: Some(self.resolved.measure.code.clone()),
            by: Some(field.to_owned()),
            filters: self.resolved.query.filters.clone(),
            ..Query::default()
        };
        let frame = self.ask(&query);
        let rows = frame.into_iter().flat_map(|frame| frame.rows);
        let with = rows.filter(|row| row.cell.records > 0 && !row.key.is_empty());
        with.map(|row| row.key).collect()
    }
}

/// Answers a dashboard but for its panels.
pub fn dashboard(selection: &Selection) -> Dashboard {
    let holders = selection.holders();
    let dataset = selection.dataset;
    let query = &selection.resolved.query;
    let has_field = |field: &str| selection.resolved.dimension(field).is_some();
    Dashboard {
        filters: selection.facets(),
        chosen: assemble::filters_in_words(dataset, &selection.resolved, query),
        selected: selection.rows.iter().count() as u32,
        records: selection.table.len as u32,
        coverage: assemble::coverage(&dataset.package, query, has_field),
        tiles: tile::tiles(selection, &holders),
        table: holders::table(selection, &holders),
        reporting: reporting::reporting(selection, &holders),
        holders,
    }
}
