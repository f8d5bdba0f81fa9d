//! Status, confidentiality and qualifier columns → the measures they are about.

use super::report::Report;
use super::{CodeColumn, Column, Table};
use crate::package::{Resource, Role};
use crate::problem::Fault;
use crate::value::{Qualifier, Status, StatusSet};

/// Moves status, confidentiality and qualifier columns into the measures they are about.
pub(super) fn settle_statuses(resource: &Resource, table: &mut Table, report: &mut Report) {
    for field in &resource.schema.fields {
        let Some(measure) = field.outcomes.of.as_deref() else {
            continue;
        };
        let Some(words) = table.codes(&field.name).cloned() else {
            continue;
        };
        if let Some(role) = field.outcomes.role {
            tell_unknown_reasons(role, &field.name, &words, table, report);
        }
        let Some((_, Column::Numbers(numbers))) =
            table.columns.iter_mut().find(|(name, _)| name == measure)
        else {
            continue;
        };
        for row in 0..numbers.len() {
            let word = words.word_at(row);
            match field.outcomes.role {
                Some(Role::Qualifier) => {
                    numbers.qualify(row, Qualifier::parse(word).unwrap_or(Qualifier::Exact))
                }
                Some(Role::Status) => numbers.mark(row, reasons(word, Status::parse_observation)),
                Some(Role::Confidentiality) => {
                    numbers.mark(row, reasons(word, Status::parse_confidentiality))
                }
                _ => break,
            }
        }
    }
}

/// A reason that is on no list must not pass for "nothing to note".
fn tell_unknown_reasons(
    role: Role,
    field: &str,
    words: &CodeColumn,
    table: &Table,
    report: &mut Report,
) {
    let is_known = |letter: &str| match role {
        Role::Status => Status::parse_observation(letter).is_ok(),
        Role::Confidentiality => Status::parse_confidentiality(letter).is_ok(),
        Role::Qualifier => Qualifier::parse(letter).is_some(),
        _ => true,
    };
    let unknown = |word: &str| !word.is_empty() && !word.split('~').all(is_known);
    let codes: Vec<bool> = words.words().iter().map(|word| unknown(word)).collect();
    if !codes.contains(&true) {
        return;
    }
    for row in (0..table.len).filter(|row| codes[words.code_at(*row) as usize]) {
        let place = report.file.row(table.file_row(row)).column(field);
        let fault = Fault::UnknownWord {
            property: field.to_owned(),
            found: words.word_at(row).to_owned(),
            allowed: words_of(role),
            near: None,
        };
        report.add(place, fault);
    }
}

fn words_of(role: Role) -> Vec<String> {
    let letters: &[&str] = match role {
        Role::Status => &[
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
        Role::Confidentiality => &["F", "A", "D"],
        _ => {
            return Qualifier::ALL
                .iter()
                .map(|word| word.as_str().to_owned())
                .collect();
        }
    };
    letters.iter().map(|letter| (*letter).to_owned()).collect()
}

/// Reads `Q~B`: several reasons may hold at once.
fn reasons(word: &str, parse: impl Fn(&str) -> Result<Option<Status>, crate::value::UnknownLetter>) -> StatusSet {
    word.split('~')
        .filter_map(|letter| parse(letter).ok().flatten())
        .fold(StatusSet::NORMAL, StatusSet::with)
}
