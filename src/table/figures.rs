//! What must hold of a table of published figures: the page and the publisher's desk check the
//! same.
//!
//! A figure that cannot be read as a number with its word is left out and counted; one whose unit,
//! claim or whole is in doubt is shown, and the doubt told.

use super::{Dataset, RowSet, Table};
use crate::package::{FieldRole, Package, Resource, ResourceRole};
use crate::problem::{Fault, Problem, SourceLocation};
use crate::value::Qualifier;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Checks every table of figures.
pub(super) fn check_figures(dataset: &mut Dataset) {
    let package = std::mem::take(&mut dataset.package);
    for resource in package.of_role(ResourceRole::Figures) {
        let Some(table) = dataset.tables.get(&resource.name) else {
            continue;
        };
        let figures = FigureChecks {
            resource,
            table,
            place: SourceLocation::file(&package.address_of(resource)),
        };
        let mut problems = Vec::new();
        let unreadable = figures.quantities(&mut problems);
        figures.units(&package, dataset, &mut problems);
        figures.wholes(&mut problems);
        figures.claims(&mut problems);
        dataset.problems.extend(problems);
        if !unreadable.is_empty() {
            let keep = RowSet::matching(table.len, |row| !unreadable.contains(&row));
            if let Some(table) = dataset.tables.get_mut(&resource.name) {
                table.retain(&keep);
            }
        }
    }
    dataset.package = package;
}

struct FigureChecks<'a> {
    resource: &'a Resource,
    table: &'a Table,
    place: SourceLocation,
}

impl<'a> FigureChecks<'a> {
    fn field(&self, role: FieldRole) -> Option<&'a str> {
        self.resource
            .with_role(role)
            .map(|field| field.name.as_str())
    }

    fn text(&self, role: FieldRole, row: usize) -> &'a str {
        self.field(role)
            .map_or("", |field| self.table.text(field, row))
    }

    fn number(&self, role: FieldRole, row: usize) -> Option<f64> {
        self.table.numbers(self.field(role)?)?.at(row)
    }

    fn problem(&self, role: FieldRole, row: usize, fault: Fault) -> Problem {
        let place = self.place.row(self.table.file_row(row));
        let place = match self.field(role) {
            Some(field) => place.column(field),
            None => place,
        };
        Problem::new(place, fault)
    }

    /// A word needs its number, a range both its ends, in order. Gives the rows that cannot be read.
    fn quantities(&self, problems: &mut Vec<Problem>) -> BTreeSet<usize> {
        let mut unreadable = BTreeSet::new();
        for row in 0..self.table.len {
            let word = self.text(FieldRole::Qualifier, row);
            let qualifier = Qualifier::parse(word).unwrap_or(Qualifier::Exact);
            let (value, low, high) = (
                self.number(FieldRole::Value, row),
                self.number(FieldRole::Low, row),
                self.number(FieldRole::High, row),
            );
            let fault = match (qualifier, low, high) {
                (_, Some(low), Some(high)) if low > high => Some(Fault::EndsReversed {
                    low: low.to_string(),
                    high: high.to_string(),
                }),
                (Qualifier::Range, Some(_), Some(_)) => None,
                (Qualifier::Range, ..) => Some(Fault::QualifierWithoutValue {
                    qualifier: word.to_owned(),
                }),
                _ if value.is_none() => Some(Fault::QualifierWithoutValue {
                    qualifier: qualifier.as_str().to_owned(),
                }),
                _ => None,
            };
            if let Some(fault) = fault {
                let role = match fault {
                    Fault::EndsReversed { .. } => FieldRole::Low,
                    _ => FieldRole::Qualifier,
                };
                problems.push(self.problem(role, row, fault));
                unreadable.insert(row);
            }
        }
        unreadable
    }

    /// A measure has one unit: that of the list of measures, else that of its first figure.
    fn units(&self, package: &Package, dataset: &Dataset, problems: &mut Vec<Problem>) {
        let mut unit_of: HashMap<&str, &str> = HashMap::new();
        let list = self
            .field(FieldRole::MeasureCode)
            .and_then(|field| self.resource.schema.foreign_key(field))
            .and_then(|key| package.resource(&key.reference.resource));
        if let Some(list) = list
            && let Some(unit) = list.with_role(FieldRole::UnitCode)
            && let Some(code) = list.schema.primary_key().first()
            && let Some(table) = dataset.table(&list.name)
        {
            for row in 0..table.len {
                unit_of.insert(table.text(code, row), table.text(&unit.name, row));
            }
        }
        for row in 0..self.table.len {
            let found = self.text(FieldRole::UnitCode, row);
            let expected = *unit_of
                .entry(self.text(FieldRole::MeasureCode, row))
                .or_insert(found);
            if found != expected {
                let fault = Fault::UnitDiffers {
                    found: found.to_owned(),
                    expected: expected.to_owned(),
                };
                problems.push(self.problem(FieldRole::UnitCode, row, fault));
            }
        }
    }

    /// A part names a whole that is there, and no figure is a part of itself.
    fn wholes(&self, problems: &mut Vec<Problem>) {
        let name = |row: usize| {
            [
                self.text(FieldRole::FigureId, row),
                self.text(FieldRole::Claim, row),
            ]
        };
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        for row in 0..self.table.len {
            for name in name(row) {
                by_name.entry(name).or_insert(row);
            }
        }
        for row in 0..self.table.len {
            let mut seen = HashSet::from([row]);
            let mut at = row;
            loop {
                let found = self.text(FieldRole::PartOf, at);
                if found.is_empty() {
                    break;
                }
                let Some(next) = by_name.get(found).copied() else {
                    if at == row {
                        let fault = Fault::ForeignKey {
                            found: found.to_owned(),
                            resource: self.resource.name.clone(),
                            near: None,
                        };
                        problems.push(self.problem(FieldRole::PartOf, row, fault));
                    }
                    break;
                };
                if !seen.insert(next) {
                    if next == row {
                        let found = self.text(FieldRole::PartOf, row).to_owned();
                        let fault = Fault::PartOfCircle { found };
                        problems.push(self.problem(FieldRole::PartOf, row, fault));
                    }
                    break;
                }
                at = next;
            }
        }
    }

    /// Rows of one claim say the same thing of the same scope.
    fn claims(&self, problems: &mut Vec<Problem>) {
        let scopes = self.resource.schema.fields.iter().filter(|field| {
            matches!(
                field.outcomes.role,
                Some(
                    FieldRole::Dimension
                        | FieldRole::Period
                        | FieldRole::MeasureCode
                        | FieldRole::Kind
                        | FieldRole::Sense
                        | FieldRole::Background
                )
            )
        });
        let shared: Vec<&str> = scopes.map(|field| field.name.as_str()).collect();
        let mut first: HashMap<&str, usize> = HashMap::new();
        for row in 0..self.table.len {
            let claim = self.text(FieldRole::Claim, row);
            if claim.is_empty() {
                continue;
            }
            let before = *first.entry(claim).or_insert(row);
            let differs =
                |field: &&&str| self.table.text(field, row) != self.table.text(field, before);
            if let Some(field) = shared.iter().find(differs) {
                let fault = Fault::ClaimDiffers {
                    claim: claim.to_owned(),
                    column: (*field).to_owned(),
                    first_row: self.table.file_row(before),
                };
                problems.push(self.problem(FieldRole::Claim, row, fault));
            }
        }
    }
}
