//! Readings → field roles, as if the publisher had written them.

use super::ColumnWords;
use super::column_profile::ColumnProfile;
use super::evidence::Decided;
use super::heading_words;
use super::reading::Hint;
use super::reading::Reading;
use crate::locale::Locale;
use crate::m;
use crate::package::{
    Adds, Field, FieldRole, FieldType, MissingValue, OverTime, Package, Resource, ResourceRole,
    Sign,
};
use crate::value::Unit;
use std::collections::{BTreeMap, BTreeSet};

/// The tables that another's keys lead to.
pub fn referenced(package: &Package) -> BTreeSet<String> {
    let keys = package
        .resources
        .iter()
        .flat_map(|resource| &resource.schema.foreign_keys);
    keys.map(|key| key.reference.resource.clone()).collect()
}

/// What is known of the columns of one table.
pub struct ColumnFacts<'a> {
    pub sketches: &'a [ColumnProfile],
    pub decided: &'a [Decided],
    pub read: &'a [ColumnWords],
    /// Columns over which nothing is added, and those among them that say what a value is of, each with the word to
    /// begin with.
    pub not_over: &'a BTreeSet<String>,
    /// Columns of months and quarters without their year, over which what there was at one time is not added.
    pub parts_of_year: &'a BTreeSet<String>,
    pub defaults: &'a BTreeMap<String, String>,
    /// “in thousands”, as the file says of its numbers.
    pub scale: Option<&'a str>,
}

/// Gives a table and its columns their roles.
pub fn apply(resource: &mut Resource, columns: &ColumnFacts, is_referenced: bool) {
    let declared = declared_gaps(resource);
    let each = columns.sketches.iter().zip(columns.decided);
    for ((sketch, decided), column) in each.zip(columns.read) {
        let fields = &mut resource.schema.fields;
        let Some(field) = fields.iter_mut().find(|field| field.name == sketch.name) else {
            continue;
        };
        settle_type(field, sketch, decided, column.reading, &declared);
        give_role(field, decided, column);
        if column.reading.is_measure() {
            field.style = Some(decided.style.clone());
            name_currency(field, decided.sign);
            name_scale(field, decided.sign, columns.scale);
            let others = columns.not_over.iter().filter(|name| **name != field.name);
            field.outcomes.not_additive_over = others.cloned().collect();
            if column.reading == Reading::Stock {
                let parts = columns.parts_of_year.difference(columns.not_over);
                field.outcomes.not_additive_over.extend(parts.cloned());
            }
        } else if let Some(word) = columns.defaults.get(&field.name) {
            field.outcomes.default = Some(word.clone());
        }
    }
    let has_numbers = columns
        .read
        .iter()
        .any(|column| column.reading.is_measure());
    if is_referenced && !has_numbers {
        become_code_list(resource, columns.read);
    } else {
        resource.outcomes.role = Some(ResourceRole::Facts);
        resource.outcomes.rows = Some(Locale::EN.text(m!(ForeignRows)));
    }
}

/// A currency that is not the dollar is named in the title, since numbers are shown without its sign.
fn name_currency(field: &mut Field, sign: Sign) {
    if let Sign::Currency(symbol) = sign
        && symbol != '$'
        && !field.title().contains(symbol)
    {
        field.title = Some(format!("{} ({symbol})", field.title()));
    }
}

/// What a line beside the table says of its numbers is named in the titles of counts and amounts.
fn name_scale(field: &mut Field, sign: Sign, scale: Option<&str>) {
    let name = field.name.clone();
    let is_rate = heading_words::names_percent(&name) || heading_words::names_rate(&name);
    if let Some(scale) = scale.filter(|_| sign != Sign::Percent && !is_rate)
        && !field.title().contains(scale)
    {
        field.title = Some(format!("{} ({scale})", field.title()));
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
            Some(label) if label.field == field.name => Some(FieldRole::Label),
            _ => None,
        };
    }
}

/// What the manifest declares stands, unless the cells are plainly something else: a year declared as a
/// date, a column without a type, a day in a format of its own.
fn settle_type(
    field: &mut Field,
    sketch: &ColumnProfile,
    decided: &Decided,
    reading: Reading,
    declared: &[String],
) {
    let number = match sketch.tally.is_whole(&decided.style) {
        true => FieldType::Integer,
        false => FieldType::Number,
    };
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
        field.kind = number;
    } else if field.kind == FieldType::Any {
        field.kind = match reading.is_measure() {
            true => number,
            false => FieldType::String,
        };
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
    let mut texts: Vec<String> = match &resource.schema.missing_values {
        Some(values) => values.iter().map(|value| value.text().to_owned()).collect(),
        None => vec![String::new()],
    };
    texts.extend(resource.dialect.null_sequence.clone());
    texts
}

fn give_role(field: &mut Field, decided: &Decided, column: &ColumnWords) {
    let reading = column.reading;
    let is_positive = column.hints.contains(&Hint::Positive)
        || field
            .constraints
            .minimum
            .as_ref()
            .is_some_and(|least| least.as_f64().is_some_and(|least| least >= 0.0));
    let roles = &mut field.outcomes;
    match reading {
        Reading::Group => roles.role = Some(FieldRole::Dimension),
        Reading::Codes(scheme) => {
            roles.role = Some(FieldRole::Dimension);
            roles.codes = Some(scheme);
        }
        Reading::Sum | Reading::Stock | Reading::Value => {
            roles.role = Some(FieldRole::Measure);
            roles.unit = Some(unit(decided.sign).to_owned());
            roles.negative = !is_positive;
            roles.adds = Some(match reading {
                Reading::Value => Adds::None,
                _ => Adds::Sum,
            });
            roles.over_time = Some(match reading {
                Reading::Sum => OverTime::Flow,
                _ => OverTime::Snapshot,
            });
        }
        Reading::Withheld | Reading::Leave | Reading::Auto => {}
        // Every other reading is time.
        time => {
            roles.role = Some(FieldRole::Period);
            roles.grain = time.grain();
            roles.calendar = time.calendar();
        }
    }
}

/// Only a sign in the cells themselves says what a number is counted in.
pub fn unit(sign: Sign) -> &'static str {
    match sign {
        Sign::Currency('$') => Unit::USD,
        Sign::Percent => Unit::PERCENT,
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
