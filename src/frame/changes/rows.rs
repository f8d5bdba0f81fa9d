//! One table in one version: the keys, names and numbers of its rows.

use super::RowPart;
use crate::frame::combine::single;
use crate::frame::figures::FigureTable;
use crate::frame::labels::DimensionLabels;
use crate::frame::{AxisKind, Cell, MeasureWords};
use crate::package::{Field, FieldRole, Resource, ResourceRole};
use crate::query::{Dimension, code_list_of, dimensions_of};
use crate::table::{Column, Dataset, Table};
use crate::value::Unit;
use std::collections::HashMap;

/// What separates the cells of a key: no published text contains it.
const SEPARATOR: char = '\u{1f}';

/// A table of a version, ready to be compared.
pub(super) struct VersionTable<'a> {
    pub resource: &'a Resource,
    pub table: &'a Table,
    /// Only for a table of figures.
    pub figures: Option<FigureTable<'a>>,
    /// The columns of its own that are dimensions, with their labels.
    dimensions: Vec<(Dimension, DimensionLabels<'a>)>,
    claims: Option<DimensionLabels<'a>>,
}

impl<'a> VersionTable<'a> {
    pub fn of(dataset: &'a Dataset, name: &str) -> Option<Self> {
        let resource = dataset.package.resource(name)?;
        let table = dataset.table(name)?;
        let own = |dimension: &Dimension| resource.schema.field(&dimension.field).is_some();
        let dimensions = dimensions_of(&dataset.package, resource).into_iter();
        let dimensions = dimensions.filter(own).map(|dimension| {
            let labels = DimensionLabels::of(dataset, &dimension);
            (dimension, labels)
        });
        let is_figures = resource.role() == ResourceRole::Figures;
        let figures = is_figures.then(|| FigureTable::of(dataset)).flatten();
        let claims = code_list_of(&dataset.package, resource, FieldRole::Claim);
        Some(Self {
            figures: figures.filter(|figures| figures.table.resource == table.resource),
            dimensions: dimensions.collect(),
            claims: claims.map(|claims| DimensionLabels::of(dataset, &claims)),
            resource,
            table,
        })
    }

    /// The fields that identify a row: the primary key; without one, every dimension and period; without these,
    /// every column of words.
    pub fn key_fields(&self) -> Vec<&'a str> {
        let key = self.resource.schema.primary_key();
        if !key.is_empty() {
            return key.iter().map(String::as_str).collect();
        }
        let fields = || self.resource.schema.fields.iter();
        let role = |field: &&Field| field.outcomes.role;
        let of_roles = |field: &&Field| {
            matches!(
                role(field),
                Some(FieldRole::Dimension | FieldRole::Period | FieldRole::FigureId)
            )
        };
        let named: Vec<&str> = fields()
            .filter(of_roles)
            .map(|field| &*field.name)
            .collect();
        match named.is_empty() {
            false => named,
            true => fields()
                .filter(|field| self.table.numbers(&field.name).is_none())
                .map(|field| &*field.name)
                .collect(),
        }
    }

    /// Each row by its key. Rows that share a key are numbered as published.
    pub fn keys(&self, fields: &[&str]) -> Vec<String> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let key = |row: usize| {
            let mut key = String::new();
            for field in fields {
                key.push_str(&self.text(field, row));
                key.push(SEPARATOR);
            }
            let times = seen.entry(key.clone()).or_default();
            *times += 1;
            if *times > 1 {
                key.push_str(&times.to_string());
            }
            key
        };
        (0..self.table.len).map(key).collect()
    }

    /// A cell as text, numbers included.
    pub fn text(&self, field: &str, row: usize) -> String {
        match self.table.column(field) {
            Some(Column::Numbers(column)) => {
                column.at(row).map_or_else(String::new, |it| it.to_string())
            }
            _ => self.table.text(field, row).to_owned(),
        }
    }

    /// The columns of published numbers, by field. A table of figures has one number in each row.
    pub fn measures(&self) -> Vec<&'a str> {
        if self.figures.is_some() {
            return Vec::new();
        }
        let is_published = |field: &&Field| {
            let is_number = self.table.numbers(&field.name).is_some();
            // A number of another table is a rank or an order, not a result.
            let of_role = match field.outcomes.role {
                Some(FieldRole::Measure | FieldRole::ErrorOf) => true,
                None => self.resource.role() == ResourceRole::Facts,
                _ => false,
            };
            is_number && of_role
        };
        let fields = self.resource.schema.fields.iter().filter(is_published);
        fields.map(|field| &*field.name).collect()
    }

    /// One number of a row; of a table of figures the only one.
    pub fn cell(&self, measure: Option<&str>, row: usize) -> Option<Cell> {
        match (&self.figures, measure) {
            (Some(figures), None) => Some(figures.cell(row)),
            (_, Some(field)) => Some(single(self.table.numbers(field)?, row, None)),
            _ => None,
        }
    }

    /// The words of a number.
    pub fn measure(&self, measure: Option<&str>, row: usize) -> MeasureWords {
        if let (Some(figures), None) = (&self.figures, measure) {
            let mut words = figures.measure_words(figures.text(FieldRole::MeasureCode, row));
            let unit = figures.text(FieldRole::UnitCode, row);
            if !unit.is_empty() && unit != words.unit.as_str() {
                words.unit = Unit::new(unit);
                words.decimals = words.unit.decimals();
            }
            return words;
        }
        let field = measure.and_then(|name| self.resource.schema.field(name));
        let Some(field) = field else {
            return MeasureWords::default();
        };
        let column = self.table.numbers(&field.name);
        let fallback = match field.outcomes.role {
            Some(FieldRole::ErrorOf) => Unit::PERCENT,
            _ => Unit::COUNT,
        };
        MeasureWords {
            code: field.name.clone(),
            title: field.title().to_owned(),
            unit: Unit::new(field.outcomes.unit.as_deref().unwrap_or(fallback)),
            decimals: column.map_or(0, |column| column.decimals),
            ..MeasureWords::default()
        }
    }

    /// What a row is about, in labels.
    pub fn name(&self, row: usize, key: &[&str]) -> Vec<RowPart> {
        let part = |text: &str| RowPart {
            text: text.to_owned(),
            is_time: false,
        };
        let labelled = |only: &dyn Fn(&str) -> bool| -> Vec<RowPart> {
            let own = self.dimensions.iter();
            own.filter(|(dimension, _)| only(&dimension.field))
                .filter_map(|(dimension, labels)| {
                    let code = self.table.text(&dimension.field, row);
                    (!code.is_empty()).then(|| RowPart {
                        text: labels.label(code).to_owned(),
                        is_time: dimension.kind == AxisKind::Time,
                    })
                })
                .collect()
        };
        let mut parts = match (&self.figures, &self.claims) {
            (Some(figures), Some(claims)) => vec![part(claims.label(figures.claim_id(row)))],
            (Some(_), None) => labelled(&|_| true),
            (None, _) => labelled(&|field| key.contains(&field)),
        };
        if let Some(figures) = &self.figures {
            let publisher = figures.source(row).publisher;
            parts.extend((!publisher.is_empty()).then(|| part(&publisher)));
        }
        if parts.is_empty() {
            let label = self.resource.with_role(FieldRole::Label);
            let fields = match label {
                Some(label) => vec![&*label.name],
                None => key.to_vec(),
            };
            parts.extend(fields.iter().map(|field| part(&self.text(field, row))));
        }
        parts
    }

    /// The words of a code in a column.
    pub fn label(&self, field: &Field, row: usize) -> String {
        let code = self.text(&field.name, row);
        if field.outcomes.role == Some(FieldRole::MeasureCode)
            && let Some(figures) = &self.figures
        {
            return figures.measure_words(&code).title;
        }
        let known = self
            .dimensions
            .iter()
            .find(|(it, _)| it.field == field.name);
        known.map_or(code.clone(), |(_, labels)| labels.label(&code).to_owned())
    }
}
