//! The table of figures, read by the roles of its columns.

use super::ClaimRows;
use crate::frame::labels::DimensionLabels;
use crate::frame::{AxisKind, Cell, MeasureWords, SourceWords};
use crate::package::{FieldRole, Resource, ResourceRole};
use crate::table::{Dataset, RowSet, Table};
use crate::value::{Qualifier, Quantity, Rank, Status, StatusSet, Unit};
use std::collections::BTreeSet;

/// The table of figures with its columns by role.
pub(in crate::frame) struct FigureTable<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) resource: &'a Resource,
    pub(in crate::frame) table: &'a Table,
}

impl<'a> FigureTable<'a> {
    pub(in crate::frame) fn of(dataset: &'a Dataset) -> Option<Self> {
        let resource = dataset.package.of_role(ResourceRole::Figures).next()?;
        Some(Self {
            dataset,
            resource,
            table: dataset.table(&resource.name)?,
        })
    }

    pub(super) fn field(&self, role: FieldRole) -> Option<&'a str> {
        self.resource
            .with_role(role)
            .map(|field| field.name.as_str())
    }

    pub(in crate::frame) fn text(&self, role: FieldRole, row: usize) -> &'a str {
        self.field(role)
            .map_or("", |field| self.table.text(field, row))
    }

    pub(super) fn date(&self, role: FieldRole, row: usize) -> Option<String> {
        Some(self.text(role, row))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    pub(in crate::frame) fn claim_id(&self, row: usize) -> &'a str {
        let claim = self.text(FieldRole::Claim, row);
        if claim.is_empty() {
            self.text(FieldRole::FigureId, row)
        } else {
            claim
        }
    }

    /// The rows of one measure code; `None` where no figure has it.
    pub(in crate::frame) fn of_measure(&self, code: &str) -> Option<RowSet> {
        let column = self.table.codes(self.field(FieldRole::MeasureCode)?)?;
        column.code_of(code).filter(|at| *at > 0)?;
        Some(column.rows_with(&[code.to_owned()]))
    }

    pub(super) fn is_nullable(&self, field: &str) -> bool {
        self.table
            .codes(field)
            .is_some_and(|column| column.counts(&RowSet::all(self.table.len))[0] > 0)
    }

    /// The year, month or day of the figure's period; of a quarter, its last month.
    pub(super) fn end_of_period(&self, row: usize) -> Option<String> {
        let text = self.date(FieldRole::Period, row)?;
        Some(match text.split_once("-Q") {
            Some((year, "1")) => format!("{year}-03"),
            Some((year, "2")) => format!("{year}-06"),
            Some((year, "3")) => format!("{year}-09"),
            Some((year, _)) => format!("{year}-12"),
            None => text,
        })
    }

    pub(super) fn published_on(&self, row: usize) -> Option<String> {
        self.date(FieldRole::PublishedOn, row)
            .or_else(|| self.source(row).published_on)
    }

    /// The subject of the figure, in labels of the code lists: "Good Jobs Challenge", "Virginia".
    pub(super) fn scope(&self, row: usize) -> String {
        let mut words = Vec::new();
        for dimension in crate::query::dimensions_of(&self.dataset.package, self.resource) {
            let code = self.table.text(&dimension.field, row);
            if dimension.list.is_some() && dimension.kind != AxisKind::Time && !code.is_empty() {
                words.push(
                    DimensionLabels::of(self.dataset, &dimension)
                        .label(code)
                        .to_owned(),
                );
            }
        }
        words.join(" · ")
    }

    pub(in crate::frame) fn cell(&self, row: usize) -> Cell {
        let number = |role: FieldRole| {
            self.field(role)
                .and_then(|field| self.table.numbers(field)?.at(row))
        };
        let word =
            Qualifier::parse(self.text(FieldRole::Qualifier, row)).unwrap_or(Qualifier::Exact);
        let quantity = match (
            word,
            number(FieldRole::Value),
            number(FieldRole::Low),
            number(FieldRole::High),
        ) {
            (Qualifier::Range, _, Some(low), Some(high)) => Some(Quantity::range(low, high)),
            (_, Some(value), ..) => Some(Quantity::worded(word, value)),
            _ => None,
        };
        let status = if quantity.is_some() {
            StatusSet::NORMAL
        } else {
            StatusSet::of(Status::Missing)
        };
        Cell {
            quantity,
            status,
            records: 1,
            without_number: u32::from(quantity.is_none()),
            ..Cell::default()
        }
    }

    pub(in crate::frame) fn source(&self, row: usize) -> SourceWords {
        let missing = SourceWords::default;
        let Some(field) = self.resource.with_role(FieldRole::Source) else {
            return missing();
        };
        let Some(key) = self.resource.schema.foreign_key(&field.name) else {
            return missing();
        };
        let list = &key.reference.resource;
        let (Some(resource), Some(table)) = (
            self.dataset.package.resource(list),
            self.dataset.table(list),
        ) else {
            return missing();
        };
        let id = self.table.text(&field.name, row);
        let Some(at) = table.codes(&key.reference.fields.0[0]).and_then(|column| {
            let code = column.code_of(id)?;
            (0..table.len).find(|row| column.code_at(*row) == code)
        }) else {
            return missing();
        };
        let text = |role: FieldRole| {
            resource
                .with_role(role)
                .map_or("", |field| table.text(&field.name, at))
        };
        SourceWords {
            publisher: text(FieldRole::Publisher).to_owned(),
            title: text(FieldRole::Title).to_owned(),
            url: text(FieldRole::Url).to_owned(),
            rank: Rank::parse(text(FieldRole::Rank)),
            published_on: Some(text(FieldRole::PublishedOn).to_owned())
                .filter(|text| !text.is_empty()),
        }
    }

    /// Gives the place of a claim's measure in the package's list of measures; measures that are not in it come last.
    pub(super) fn measure_places(&self) -> impl Fn(&ClaimRows) -> usize {
        let order = self.measure_list();
        move |claim| {
            let code = self.text(FieldRole::MeasureCode, claim.row);
            let at = order.iter().position(|(known, _)| known == code);
            at.unwrap_or(order.len())
        }
    }

    /// The codes of the measures that count from the start of the program on.
    pub(super) fn cumulative_measures(&self) -> BTreeSet<&str> {
        let Some(resource) = self.dataset.package.of_role(ResourceRole::Measures).next() else {
            return BTreeSet::new();
        };
        let (Some(table), Some(field), Some(key)) = (
            self.dataset.table(&resource.name),
            resource.with_role(FieldRole::OverTime),
            resource.schema.primary_key().first(),
        ) else {
            return BTreeSet::new();
        };
        (0..table.len)
            .filter(|row| table.text(&field.name, *row) == "cumulative")
            .map(|row| table.text(key, row))
            .collect()
    }

    pub(super) fn measure_list(&self) -> Vec<(String, String)> {
        let Some(resource) = self.dataset.package.of_role(ResourceRole::Measures).next() else {
            return Vec::new();
        };
        let Some(table) = self.dataset.table(&resource.name) else {
            return Vec::new();
        };
        let Some(key) = resource.schema.primary_key().first() else {
            return Vec::new();
        };
        let title = resource
            .with_role(FieldRole::Title)
            .or(resource.with_role(FieldRole::Label));
        let words = |row| {
            (
                table.text(key, row).to_owned(),
                title
                    .map_or("", |field| table.text(&field.name, row))
                    .to_owned(),
            )
        };
        (0..table.len).map(words).collect()
    }

    pub(in crate::frame) fn measure_words(&self, code: &str) -> MeasureWords {
        let mut words = MeasureWords {
            code: code.to_owned(),
            title: code.to_owned(),
            ..MeasureWords::default()
        };
        let Some(resource) = self.dataset.package.of_role(ResourceRole::Measures).next() else {
            return words;
        };
        let Some(table) = self.dataset.table(&resource.name) else {
            return words;
        };
        let Some(key) = resource.schema.primary_key().first() else {
            return words;
        };
        let Some(row) = (0..table.len).find(|row| table.text(key, *row) == code) else {
            return words;
        };
        let text = |role: FieldRole| {
            resource
                .with_role(role)
                .map_or("", |field| table.text(&field.name, row))
        };
        let title = Some(text(FieldRole::Title))
            .filter(|title| !title.is_empty())
            .unwrap_or(text(FieldRole::Label));
        words.title = title.to_owned();
        words.unit = Unit::new(text(FieldRole::UnitCode));
        words.definition =
            Some(text(FieldRole::Definition).to_owned()).filter(|text| !text.is_empty());
        words.decimals = words.unit.decimals();
        words
    }
}
