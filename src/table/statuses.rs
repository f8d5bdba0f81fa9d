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
