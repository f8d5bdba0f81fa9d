//! A table in memory → its CSV file and its entry in a manifest.

use crate::package::{Field, FieldRole, FieldRoles, FieldType, Marker, MissingValue, Resource};
use crate::table::{Column, NumberColumn, Table};
use crate::value::{Qualifier, Status, StatusSet};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A table as it is written.
pub struct WrittenTable {
    /// Lower-case letters, digits and hyphens.
    pub name: String,
    pub csv: Vec<u8>,
    /// The resource without its path.
    pub entry: Value,
}

/// Writes a table. Fails where a column has cells of different units.
pub fn table(resource: &Resource, table: &Table) -> Result<WrittenTable, String> {
    let mut fields = Vec::new();
    let mut columns: Vec<(String, Vec<String>)> = Vec::new();
    for field in &resource.schema.fields {
        let Some(column) = table.column(&field.name) else {
            continue;
        };
        if table.signs(&field.name).is_some() {
            return Err(format!(
                "{}, column “{}”: its cells have different units; write one unit in a column",
                resource.title(),
                field.title()
            ));
        }
        let numbers = match column {
            Column::Numbers(numbers) => numbers,
            _ => {
                let texts = (0..table.len).map(|row| table.text(&field.name, row).to_owned());
                columns.push((field.name.clone(), texts.collect()));
                fields.push(plain(field));
                continue;
            }
        };
        let (mut field, cells) = measure(field, numbers);
        // A column that is not used is not in the draft.
        let is_written = |name: &String| table.column(name).is_some();
        field.outcomes.not_additive_over.retain(is_written);
        let name = field.name.clone();
        fields.push(field);
        columns.push((name.clone(), cells));
        for (role, ending, cells) in beside(numbers) {
            let own = format!("{name}{ending}");
            columns.push((own.clone(), cells));
            fields.push(Field {
                name: own,
                kind: FieldType::String,
                outcomes: FieldRoles {
                    role: Some(role),
                    of: Some(name.clone()),
                    ..FieldRoles::default()
                },
                ..Field::default()
            });
        }
    }
    let name = slug(&resource.name);
    let fields: Vec<Value> = fields.iter().map(lean).collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    });
    let keys = lean(&resource.schema.foreign_keys);
    if keys.as_array().is_some_and(|keys| !keys.is_empty()) {
        schema["foreignKeys"] = keys;
    }
    Ok(WrittenTable {
        csv: csv(&columns, table.len)?,
        entry: json!({
            "name": resource.name,
            "type": "table",
            "title": resource.title(),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
            "outcomes": lean(&resource.outcomes),
        }),
        name,
    })
}

/// A field whose cells are texts, without how the cells of another file were written.
fn plain(field: &Field) -> Field {
    Field {
        missing_values: None,
        decimal_char: None,
        group_char: None,
        bare_number: None,
        style: None,
        ..field.clone()
    }
}

/// A number column: plain numbers, and a word for each reason why there is none.
fn measure(field: &Field, numbers: &NumberColumn) -> (Field, Vec<String>) {
    let mut markers = BTreeMap::new();
    let cell = |row: usize| match numbers.at(row) {
        Some(number) => number.to_string(),
        None => {
            let status = numbers.status_at(row);
            let Some((word, marker)) = marker(status) else {
                return String::new();
            };
            markers.entry(word.clone()).or_insert(marker);
            word
        }
    };
    let cells = (0..numbers.len()).map(cell).collect();
    let mut own = plain(field);
    own.kind = FieldType::Number;
    if !markers.is_empty() {
        let words = std::iter::once(String::new()).chain(markers.keys().cloned());
        own.missing_values = Some(words.map(MissingValue::Text).collect());
    }
    own.outcomes.markers = markers;
    (own, cells)
}

/// The word for a cell without a number; `None` where the file says no more than that it is missing.
fn marker(status: StatusSet) -> Option<(String, Marker)> {
    let mut marker = Marker::default();
    let mut words = Vec::new();
    for one in status.iter() {
        match (one.observation(), one.confidentiality()) {
            (Some(letter), _) => marker.status = Some(letter.to_owned()),
            (_, Some(letter)) => marker.conf = Some(letter.to_owned()),
            _ => continue,
        }
        words.push(one.export_word());
    }
    let is_plain = status == StatusSet::of(Status::Missing);
    (!is_plain && !words.is_empty()).then(|| (words.join("+"), marker))
}

/// The columns beside a measure: qualifiers and statuses of its numbers, where it has any.
fn beside(numbers: &NumberColumn) -> Vec<(FieldRole, &'static str, Vec<String>)> {
    let rows = || 0..numbers.len();
    let qualifier = |row: usize| {
        let quantity = numbers.quantity_at(row);
        quantity.map_or(Qualifier::Exact, |quantity| quantity.word)
    };
    let status = |row: usize| match numbers.is_present(row) {
        true => numbers.status_at(row),
        false => StatusSet::NORMAL,
    };
    let mut found = Vec::new();
    if rows().any(|row| qualifier(row) != Qualifier::Exact) {
        let words = rows().map(|row| qualifier(row).as_str().to_owned());
        found.push((FieldRole::Qualifier, "_qualifier", words.collect()));
    }
    if rows().any(|row| !status(row).is_normal()) {
        let letter = |row: usize| {
            let letters = status(row).iter().filter_map(Status::observation);
            let letters: Vec<&str> = letters.collect();
            match letters.is_empty() {
                true => "A".to_owned(),
                false => letters.join(" "),
            }
        };
        found.push((FieldRole::Status, "_status", rows().map(letter).collect()));
    }
    found
}

fn csv(columns: &[(String, Vec<String>)], rows: usize) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| error.to_string();
    let heads = columns.iter().map(|(name, _)| name);
    writer.write_record(heads).map_err(failed)?;
    for row in 0..rows {
        let cells = columns.iter().map(|(_, cells)| &cells[row]);
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// A value as JSON without what is empty or as it is by default.
fn lean(value: &impl serde::Serialize) -> Value {
    fn is_empty(value: &Value) -> bool {
        match value {
            Value::Null | Value::Bool(false) => true,
            Value::String(text) => text.is_empty(),
            Value::Array(all) => all.is_empty(),
            Value::Object(all) => all.is_empty(),
            _ => false,
        }
    }
    fn strip(value: Value) -> Value {
        match value {
            Value::Object(all) => all
                .into_iter()
                .map(|(key, value)| (key, strip(value)))
                .filter(|(_, value)| !is_empty(value))
                .collect(),
            Value::Array(all) => all.into_iter().map(strip).collect(),
            other => other,
        }
    }
    strip(serde_json::to_value(value).unwrap_or_default())
}

fn slug(name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        letter if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase(),
        _ => '-',
    });
    let letters: String = letters.collect();
    let parts = letters.split('-').filter(|part| !part.is_empty());
    match parts.collect::<Vec<&str>>().join("-") {
        empty if empty.is_empty() => "table".to_owned(),
        slug => slug,
    }
}
