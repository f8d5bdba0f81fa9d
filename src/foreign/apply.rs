//! Readings → field roles, as if the publisher had written them.

use super::ColumnWords;
use super::reading::Reading;
use super::sketch::Sketch;
use crate::locale::Locale;
use crate::m;
use crate::package::{
    Adds, Field, FieldType, MissingValue, OverTime, Package, Resource, ResourceRole, Role,
};
use crate::value::Unit;
use std::collections::BTreeSet;

/// The tables that another's keys lead to.
pub fn referenced(package: &Package) -> BTreeSet<String> {
    let keys = package
        .resources
        .iter()
        .flat_map(|resource| &resource.schema.foreign_keys);
    keys.map(|key| key.reference.resource.clone()).collect()
}

/// Gives a table and its columns their roles.
pub fn apply(
    resource: &mut Resource,
    sketches: &[Sketch],
    read: &[ColumnWords],
    is_referenced: bool,
) {
    let declared = declared_gaps(resource);
    for (sketch, column) in sketches.iter().zip(read) {
        if let Some(field) = resource
            .schema
            .fields
            .iter_mut()
            .find(|field| field.name == sketch.name)
        {
            settle_type(field, sketch, column.reading, &declared);
            give_role(field, sketch, column.reading);
        }
    }
    let has_numbers = read.iter().any(|column| column.reading.is_measure());
    if is_referenced && !has_numbers {
        become_code_list(resource, read);
    } else {
        resource.outcomes.role = Some(ResourceRole::Facts);
        resource.outcomes.rows = Some(Locale::EN.text(m!(ForeignRows)));
    }
}

/// A table of keys with a word for each.
fn become_code_list(resource: &mut Resource, read: &[ColumnWords]) {
    let key = resource.schema.primary_key().first().cloned();
    let label = read
        .iter()
        .find(|column| Some(&column.field) != key.as_ref() && column.reading == Reading::Group);
    resource.outcomes.role = Some(ResourceRole::Codes);
    for field in &mut resource.schema.fields {
        field.outcomes.role = match label {
            Some(label) if label.field == field.name => Some(Role::Label),
            _ => None,
        };
    }
}

/// What the manifest declares stands, unless the cells are plainly something else: a year declared as a
/// date, a column without a type, a day in a format of its own.
fn settle_type(field: &mut Field, sketch: &Sketch, reading: Reading, declared: &[String]) {
    let is_time = matches!(
        field.kind,
        FieldType::Date
            | FieldType::Datetime
            | FieldType::Time
            | FieldType::Yearmonth
            | FieldType::Year
    );
    if reading.grain().is_some() || is_time {
        // Its periods are read by their calendar.
        field.kind = FieldType::String;
    } else if reading.is_measure() && !field.kind.is_number() {
        field.kind = sketch.kind();
    } else if field.kind == FieldType::Any {
        field.kind = match reading.is_measure() {
            true => sketch.kind(),
            false => FieldType::String,
        };
    }
    if reading.is_measure() {
        if let Some(written) = sketch.number {
            if written.grouped && field.group_char.is_none() {
                field.group_char = Some(",".to_owned());
            }
            if written.sign.is_some() {
                field.bare_number = Some(false);
            }
        }
        // A whole number that is declared and written 12.0 is one all the same.
        if field.kind == FieldType::Integer && !sketch.is_whole && sketch.number.is_some() {
            field.kind = FieldType::Number;
        }
    }
    if field.missing_values.is_none() {
        let is_number_or_time = reading.is_measure() || reading.grain().is_some();
        let seen = sketch.gaps.iter().filter(|_| is_number_or_time);
        let mut texts = declared.to_vec();
        texts.extend(seen.cloned());
        texts.dedup();
        field.missing_values = Some(texts.into_iter().map(MissingValue::Text).collect());
    }
}

/// What the table says stands for no value; an empty cell where it says nothing.
fn declared_gaps(resource: &Resource) -> Vec<String> {
    match &resource.schema.missing_values {
        Some(values) => values.iter().map(|value| value.text().to_owned()).collect(),
        None => vec![String::new()],
    }
}

fn give_role(field: &mut Field, sketch: &Sketch, reading: Reading) {
    let roles = &mut field.outcomes;
    match reading {
        Reading::Group => roles.role = Some(Role::Dimension),
        Reading::Codes(scheme) => {
            roles.role = Some(Role::Dimension);
            roles.codes = Some(scheme);
        }
        Reading::Sum | Reading::Stock | Reading::Value => {
            roles.role = Some(Role::Measure);
            roles.unit = Some(unit(sketch).to_owned());
            roles.negative = true;
            roles.adds = Some(match reading {
                Reading::Value => Adds::None,
                _ => Adds::Sum,
            });
            roles.over_time = Some(match reading {
                Reading::Sum => OverTime::Flow,
                _ => OverTime::Snapshot,
            });
        }
        Reading::Leave => {}
        // Every other reading is time.
        time => {
            roles.role = Some(Role::Period);
            roles.grain = time.grain();
            roles.calendar = time.calendar();
        }
    }
}

/// Only a sign in the cells themselves says what a number is counted in.
fn unit(sketch: &Sketch) -> &'static str {
    match sketch.number.and_then(|written| written.sign) {
        Some('$') => Unit::USD,
        Some('%') => Unit::PERCENT,
        _ => Unit::COUNT,
    }
}

/// Keys of tables that are not there, or to fields that are not, would leave out every row.
pub fn drop_idle_keys(package: &mut Package) {
    let fields: Vec<(String, Vec<String>)> = package
        .resources
        .iter()
        .map(|resource| {
            let names = resource
                .schema
                .fields
                .iter()
                .map(|field| field.name.clone());
            (resource.name.clone(), names.collect())
        })
        .collect();
    for resource in &mut package.resources {
        let own = resource.name.clone();
        resource.schema.foreign_keys.retain(|key| {
            let target = match key.reference.resource.as_str() {
                "" => &own,
                named => named,
            };
            fields.iter().any(|(name, known)| {
                name == target
                    && key
                        .reference
                        .fields
                        .0
                        .iter()
                        .all(|field| known.contains(field))
            })
        });
    }
}
