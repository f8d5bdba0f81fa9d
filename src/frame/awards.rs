//! The awards of a package, each with all fields of its table and its bridges.

use super::labels::DimensionLabels;
use super::{Cell, MeasureWords, answer};
use crate::package::{Catalog, ResourceRole};
use crate::query::{Dimension, DimensionSource, Query, dimensions_of, resolve};
use crate::table::{Dataset, Table};
use std::collections::BTreeMap;

/// A code with its label.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LabeledCode {
    pub key: String,
    pub label: String,
}

/// One award.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Award {
    pub holder: LabeledCode,
    pub round: LabeledCode,
    /// The place where the holder has its office, which the award need not serve.
    pub seat: Option<LabeledCode>,
    /// The places served.
    pub places: Vec<LabeledCode>,
    pub industries: Vec<LabeledCode>,
    /// How its employers take part, where a source names it.
    pub models: Vec<LabeledCode>,
    /// How far its work has come, as far as published facts show.
    pub phases: Vec<LabeledCode>,
    /// The amount, with the qualifier it was published with; `None` where no amount was found.
    pub amount: Option<(Cell, MeasureWords)>,
    /// Its line in the package's file, as a path below the base of the site; empty where no site publishes the file.
    pub amount_at: String,
    /// Day of the announcement, `YYYY-MM-DD`.
    pub announced_on: String,
    pub project: String,
    pub description: String,
    pub lead_type: String,
    pub note: String,
    pub source_url: String,
}

/// Every award that the package names, in the order of its table.
pub fn awards(dataset: &Dataset, catalog: &Catalog) -> Vec<Award> {
    let Some(resource) = dataset.package.of_role(ResourceRole::Facts).next() else {
        return Vec::new();
    };
    let Some(table) = dataset.table(&resource.name) else {
        return Vec::new();
    };
    let dimensions = dimensions_of(&dataset.package, resource);
    let field = |name: &str| {
        let dimension = dimensions.iter().find(|known| known.field == name)?;
        Some(AwardFieldReader {
            dataset,
            table,
            dimension,
            labels: DimensionLabels::of(dataset, dimension),
        })
    };
    let (record, plan) = (&catalog.record, &catalog.profiles);
    let (holder, round, seat) = (
        field(&record.holder),
        field(&record.round),
        field(&plan.seat),
    );
    let (places, industries) = (field(&plan.place), field(&plan.industry));
    let (models, phases) = (field(&plan.model), field(&plan.phase));
    let amounts = amounts(dataset, &plan.amount, &record.holder);
    let one =
        |reader: &Option<AwardFieldReader>, row| reader.as_ref()?.terms(row).into_iter().next();
    let all = |reader: &Option<AwardFieldReader>, row| {
        let reader = reader.as_ref();
        reader.map_or(Vec::new(), |reader| reader.terms(row))
    };
    (0..table.len)
        .map(|row| {
            let text = |field: &str| table.text(field, row).to_owned();
            let holder = one(&holder, row).unwrap_or_default();
            let amount = amounts.iter().find(|(key, ..)| *key == holder.key);
            Award {
                round: one(&round, row).unwrap_or_default(),
                seat: one(&seat, row),
                places: all(&places, row),
                industries: all(&industries, row),
                models: all(&models, row),
                phases: all(&phases, row),
                amount_at: amount.map_or(String::new(), |(.., at)| at.clone()),
                amount: amount.map(|(_, cell, measure, _)| (cell.clone(), measure.clone())),
                announced_on: text("announced_on"),
                project: text("project_name"),
                description: text("description"),
                lead_type: text("lead_type"),
                note: text("note"),
                source_url: text("source_url"),
                holder,
            }
        })
        .collect()
}

/// Every value of a code list of the package, as the field `name` of its awards names it: also those
/// that no award has.
pub fn terms(dataset: &Dataset, name: &str) -> Vec<LabeledCode> {
    let facts = dataset.package.of_role(ResourceRole::Facts).next();
    let dimensions = facts.map(|facts| dimensions_of(&dataset.package, facts));
    let found = dimensions.and_then(|all| all.into_iter().find(|known| known.field == name));
    let Some(dimension) = found else {
        return Vec::new();
    };
    let list = dimension.list.as_deref().unwrap_or_default();
    let (Some(resource), Some(table)) = (dataset.package.resource(list), dataset.table(list))
    else {
        return Vec::new();
    };
    let Some(key) = resource.schema.primary_key().first() else {
        return Vec::new();
    };
    let labels = DimensionLabels::of(dataset, &dimension);
    let term = |row| {
        let key = table.text(key, row);
        LabeledCode {
            key: key.to_owned(),
            label: labels.label(key).to_owned(),
        }
    };
    (0..table.len).map(term).collect()
}

/// The amount of each holder's award; those that were not published are left out.
fn amounts(
    dataset: &Dataset,
    measure: &str,
    by: &str,
) -> Vec<(String, Cell, MeasureWords, String)> {
    let query = Query {
        measure: Some(measure.to_owned()),
        by: Some(by.to_owned()),
        ..Query::default()
    };
    let frame = resolve(&dataset.package, &query).and_then(|asked| answer(dataset, &asked).ok());
    frame.map_or(Vec::new(), |frame| {
        let known = frame.rows.into_iter().filter(|row| row.cell.has_number());
        known
            .map(|row| {
                let (package, line) = (&frame.package, row.cell.lines.first());
                let line = line.filter(|_| !package.kept.folder.is_empty());
                let at = line.map_or_else(String::new, |line| {
                    format!("{}{}#row={line}", package.kept.folder, package.file)
                });
                (row.key, row.cell, frame.measure.clone(), at)
            })
            .collect()
    })
}

/// One field of the awards, in words.
struct AwardFieldReader<'a> {
    dataset: &'a Dataset,
    table: &'a Table,
    dimension: &'a Dimension,
    labels: DimensionLabels<'a>,
}

impl AwardFieldReader<'_> {
    fn terms(&self, row: usize) -> Vec<LabeledCode> {
        let keys = match &self.dimension.standing {
            DimensionSource::Own => vec![self.table.text(&self.dimension.field, row)],
            DimensionSource::Bridge { resource } => self.linked(resource, row),
        };
        let named = keys.into_iter().filter(|key| !key.is_empty());
        let term = |key: &str| LabeledCode {
            key: key.to_owned(),
            label: self.labels.label(key).to_owned(),
        };
        named.map(term).collect()
    }

    fn linked(&self, bridge: &str, row: usize) -> Vec<&str> {
        let field = &self.dimension.field;
        let links = self.dataset.links(&self.table.resource, field);
        let words = self
            .dataset
            .table(bridge)
            .and_then(|bridge| bridge.codes(field));
        let (Some(links), Some(words)) = (links, words) else {
            return Vec::new();
        };
        let word = |code: &u32| words.words()[*code as usize].as_str();
        links.of(row).iter().map(word).collect()
    }
}

/// Code → text of another column, from the shortest table that has both: a code list that says to which
/// group each of its codes belongs.
pub fn labels_of(dataset: &Dataset, code: &str, other: &str) -> BTreeMap<String, String> {
    let has_both = |table: &&Table| table.column(code).is_some() && table.column(other).is_some();
    let tables = dataset.tables.values().filter(has_both);
    let Some(table) = tables.min_by_key(|table| table.len) else {
        return BTreeMap::new();
    };
    let text = |field: &str, row| table.text(field, row).to_owned();
    (0..table.len)
        .map(|row| (text(code, row), text(other, row)))
        .collect()
}
