//! Status, confidentiality and qualifier columns → the measures they are about.

use super::{Column, Table};
use crate::package::{FieldRole, Resource};
use crate::value::{Qualifier, Status, StatusSet};

/// Moves status, confidentiality and qualifier columns into the measures they are about.
pub(super) fn settle_statuses(resource: &Resource, table: &mut Table) {
    for field in &resource.schema.fields {
        let Some(measure) = field.outcomes.of.as_deref() else {
            continue;
        };
        let Some(words) = table.codes(&field.name).cloned() else {
            continue;
        };
        let Some((_, Column::Numbers(numbers))) =
            table.columns.iter_mut().find(|(name, _)| name == measure)
        else {
            continue;
        };
        for row in 0..numbers.len() {
            let word = words.word_at(row);
            match field.outcomes.role {
                Some(FieldRole::Qualifier) => {
                    numbers.qualify(row, Qualifier::parse(word).unwrap_or(Qualifier::Exact))
                }
                Some(FieldRole::Status) => {
                    numbers.mark(row, reasons(word, Status::parse_observation))
                }
                Some(FieldRole::Confidentiality) => {
                    numbers.mark(row, reasons(word, Status::parse_confidentiality))
                }
                _ => break,
            }
        }
    }
}

/// Gives the numbers of a table that this site exported the qualifiers and reasons that stand beside them.
pub(super) fn settle_own_export(resource: &Resource, table: &mut Table) {
    if !resource
        .imported
        .as_ref()
        .is_some_and(|known| known.own_export)
    {
        return;
    }
    let words = |table: &Table, name: &str| -> Vec<String> {
        (0..table.len)
            .map(|row| table.text(name, row).to_owned())
            .collect()
    };
    let measures: Vec<String> = table
        .columns
        .iter()
        .filter(|(name, column)| name.ends_with("value") && matches!(column, Column::Numbers(_)))
        .map(|(name, _)| name.clone())
        .collect();
    for measure in measures {
        let qualifiers = words(table, &measure.replace("value", "qualifier"));
        let reasons = match measure == "value" {
            true => words(table, "status"),
            false => Vec::new(),
        };
        let found = table.columns.iter_mut().find(|(name, _)| *name == measure);
        let Some((_, Column::Numbers(numbers))) = found else {
            continue;
        };
        for (row, word) in qualifiers.iter().enumerate().take(numbers.len()) {
            numbers.qualify(row, Qualifier::parse(word).unwrap_or(Qualifier::Exact));
        }
        for (row, words) in reasons.iter().enumerate().take(numbers.len()) {
            let known = words.split(' ').filter_map(|word| {
                Status::ALL
                    .into_iter()
                    .find(|status| status.export_word() == word)
            });
            numbers.mark(row, known.fold(StatusSet::NORMAL, StatusSet::with));
        }
    }
}

/// Reads `Q~B`: several reasons may hold at once.
fn reasons(
    word: &str,
    parse: impl Fn(&str) -> Result<Option<Status>, crate::value::UnknownLetter>,
) -> StatusSet {
    word.split('~')
        .filter_map(|letter| parse(letter).ok().flatten())
        .fold(StatusSet::NORMAL, StatusSet::with)
}

/// The letters or words that a column of this role may hold; `None` where any may stand.
pub(super) fn words_of(role: Option<FieldRole>) -> Option<Vec<String>> {
    let letters: &[&str] = match role? {
        FieldRole::Status => &[
            "A",
            "B",
            "D",
            "E",
            "L",
            "M",
            "O",
            "P",
            "Q",
            "U",
            "not-yet-due",
        ],
        FieldRole::Confidentiality => &["F", "A", "D"],
        FieldRole::Qualifier => {
            let words = Qualifier::ALL.iter();
            return Some(words.map(|word| word.as_str().to_owned()).collect());
        }
        _ => return None,
    };
    Some(letters.iter().map(|letter| (*letter).to_owned()).collect())
}
