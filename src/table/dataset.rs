//! The tables of one package together, and the links that many-to-many tables make between them.

use super::Table;
use crate::package::{Package, Resource, ResourceRole, Role};
use crate::problem::Problem;
use std::collections::{BTreeMap, HashMap};

/// A package in memory.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    pub package: Package,
    pub tables: BTreeMap<String, Table>,
    pub links: Vec<Links>,
    pub problems: Vec<Problem>,
}

/// For each row of a table, the codes of a dimension that a bridge table gives it.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// The table whose rows are linked.
    pub table: String,
    /// The bridge and its dimension field.
    pub bridge: String,
    pub field: String,
    /// Codes of row `i` (in the bridge's column): `codes[ends[i - 1]..ends[i]]`.
    ends: Vec<u32>,
    codes: Vec<u32>,
}

impl Links {
    /// The codes of a row.
    pub fn of(&self, row: usize) -> &[u32] {
        let start = if row == 0 {
            0
        } else {
            self.ends[row - 1] as usize
        };
        &self.codes[start..self.ends[row] as usize]
    }
}

impl Dataset {
    pub fn table(&self, resource: &str) -> Option<&Table> {
        self.tables.get(resource)
    }

    /// The links of a table to a dimension that stands in a bridge.
    pub fn links(&self, table: &str, field: &str) -> Option<&Links> {
        self.links
            .iter()
            .find(|links| links.table == table && links.field == field)
    }

    /// Rows that could not be used, over all tables.
    pub fn left_out(&self) -> u32 {
        self.tables.values().map(|table| table.left_out).sum()
    }
}

/// A bridge links table T to dimension D when one of its fields is D and another is a foreign key
/// to T, or to a code list that T names as well.
pub(super) fn link(dataset: &Dataset) -> Vec<Links> {
    let package = &dataset.package;
    let mut all = Vec::new();
    for bridge in package.of_role(ResourceRole::Bridge) {
        let Some(pairs) = dataset.table(&bridge.name) else {
            continue;
        };
        let tables = package.resources.iter().filter(|resource| {
            matches!(resource.role(), ResourceRole::Facts | ResourceRole::Figures)
        });
        for target in tables {
            let Some((through, own)) = joint(bridge, target) else {
                continue;
            };
            for field in &bridge.schema.fields {
                if field.name != through && field.outcomes.role == Some(Role::Dimension) {
                    all.extend(link_one(
                        dataset,
                        target,
                        pairs,
                        &bridge.name,
                        (&through, &own),
                        &field.name,
                    ));
                }
            }
        }
    }
    all
}

/// (field of the bridge, field of the table) that hold the same keys.
fn joint(bridge: &Resource, target: &Resource) -> Option<(String, String)> {
    bridge
        .schema
        .foreign_keys
        .iter()
        .filter(|key| key.fields.0.len() == 1)
        .find_map(|key| {
            let through = key.fields.0[0].clone();
            if key.reference.resource == target.name {
                return Some((through, key.reference.fields.0[0].clone()));
            }
            let same = |other: &&crate::package::ForeignKey| {
                other.reference == key.reference && other.fields.0.len() == 1
            };
            // A dimension that stands in the table itself needs no bridge.
            let own = target.schema.foreign_keys.iter().find(same)?.fields.0[0].clone();
            (target.role() == ResourceRole::Facts).then_some((through, own))
        })
}

fn link_one(
    dataset: &Dataset,
    target: &Resource,
    pairs: &Table,
    bridge: &str,
    (through, own): (&str, &str),
    field: &str,
) -> Option<Links> {
    if target.schema.field(field).is_some() {
        return None;
    }
    let table = dataset.table(&target.name)?;
    let (keys, values) = (pairs.codes(through)?, pairs.codes(field)?);
    let mut by_key: HashMap<&str, Vec<u32>> = HashMap::new();
    for row in 0..pairs.len {
        by_key
            .entry(keys.word_at(row))
            .or_default()
            .push(values.code_at(row));
    }
    let mut links = Links {
        table: target.name.clone(),
        bridge: bridge.to_owned(),
        field: field.to_owned(),
        ..Links::default()
    };
    for row in 0..table.len {
        links
            .codes
            .extend(by_key.get(table.text(own, row)).into_iter().flatten());
        links.ends.push(links.codes.len() as u32);
    }
    Some(links)
}
