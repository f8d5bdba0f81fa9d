//! Months and quarters whose year is in another column, as in the flat files of BLS: `2024` and `M07`.
//!
//! Neither column is time that can be put in order alone. Together they make one column that the file does
//! not have. The mean of a year (`M13`) is no month: its rows have no place in that column.

use super::{ColumnWords, Reading};
use crate::locale::Locale;
use crate::m;
use crate::package::{Field, FieldType, Role};
use crate::table::{Dataset, Table};
use crate::value::{Calendar, bls_period};

/// Joins the two columns in every table that has one of each.
pub(super) fn join(dataset: &mut Dataset, columns: &[ColumnWords]) {
    for resource in &mut dataset.package.resources {
        let Some(table) = dataset.tables.get_mut(&resource.name) else {
            continue;
        };
        let own = resource.name.clone();
        let own = own.as_str();
        let of = |reading: Reading| {
            columns
                .iter()
                .filter(move |column| column.table == own && column.reading == reading)
        };
        let mut years = of(Reading::Year);
        let (Some(year), None) = (years.next(), years.next()) else {
            continue;
        };
        let found =
            of(Reading::Group).find_map(|column| Some((column, numbered(table, &column.field)?)));
        let Some((part, calendar)) = found else {
            continue;
        };
        let name = format!("{} {}", year.field, part.field);
        if resource.schema.field(&name).is_some() || !are_plain(table, &year.field) {
            continue;
        }
        let words: Vec<String> = (0..table.len)
            .map(|row| {
                let part = table.text(&part.field, row);
                match bls_period(part) {
                    Some((_, Some(_))) => format!("{} {part}", table.text(&year.field, row)),
                    _ => String::new(),
                }
            })
            .collect();
        table.add_words(&name, words.into_iter());
        // The last year alone would be shown of what is not added over time, if the year were time too.
        for field in &mut resource.schema.fields {
            if field.name == year.field {
                field.outcomes.role = Some(Role::Dimension);
                field.outcomes.calendar = None;
                field.outcomes.grain = None;
            }
        }
        let mut field = Field {
            name,
            kind: FieldType::String,
            title: Some(Locale::EN.text(m!(
                ForeignJoined,
                year = &year.title,
                part = lowered(&part.title)
            ))),
            ..Field::default()
        };
        field.outcomes.role = Some(Role::Period);
        field.outcomes.grain = Some(calendar.grain());
        field.outcomes.calendar = Some(calendar);
        resource.schema.fields.push(field);
    }
}

/// A title inside another: `Period` → `period`, but not `SDMX period`.
fn lowered(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

/// Whether all cells of a column number months, or quarters.
fn numbered(table: &Table, field: &str) -> Option<Calendar> {
    let words = table.codes(field)?.words();
    let mut calendars = words
        .iter()
        .skip(1)
        .map(|word| bls_period(word).map(|(calendar, _)| calendar));
    let first = calendars.next()??;
    calendars.all(|other| other == Some(first)).then_some(first)
}

/// Whether all years of a column are of four digits, which a month can follow.
fn are_plain(table: &Table, field: &str) -> bool {
    let is_plain =
        |word: &String| word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    table
        .codes(field)
        .is_some_and(|column| column.words().iter().skip(1).all(is_plain))
}
