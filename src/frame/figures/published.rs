//! Further measures that can be compared: only the table says which figures were published.

use super::{FigureTable, measures_published};
use crate::package::{FieldRole, ResourceRole};
use crate::problem::nearest;
use crate::query::{AxisKind, Notice, Query, Resolved};
use crate::table::{Dataset, RowSet};
use crate::value::{Kind, Unit};
use std::collections::BTreeSet;

/// The question without further measures that were not published or that have another unit, and a notice
/// for each of them.
pub(in crate::frame) fn further(
    dataset: &Dataset,
    resolved: &Resolved,
    asked: &Query,
) -> (Query, Vec<Notice>) {
    let (mut kept, mut notices) = (asked.clone(), Vec::new());
    let Some(figures) = FigureTable::of(dataset) else {
        return (kept, notices);
    };
    let unit = figures.measure_words(&resolved.measure.code).unit;
    let mut is_known = |code: &str| {
        let known = figures.of_measure(code).is_some();
        if !known {
            let list = figures.measure_list();
            let near = nearest(code, list.iter().map(|(code, _)| code.as_str()));
            let measure = code.to_owned();
            notices.push(Notice::NoFurtherMeasure { measure, near });
        }
        known
    };
    kept.x = kept.x.filter(|code| is_known(code));
    kept.compare.retain(|code| is_known(code));
    kept.compare.retain(|code| {
        let words = figures.measure_words(code);
        let is_same = words.unit == unit;
        if !is_same {
            let measure = words.title;
            notices.push(Notice::OtherScale { measure });
        }
        is_same
    });
    (kept, notices)
}

/// A measure that figures were published for, in words that say what it is about.
pub(in crate::frame) struct PublishedMeasure {
    pub code: String,
    pub title: String,
    pub unit: Unit,
    /// Claims that are no background.
    pub values: u32,
    /// At least one of them says what happened.
    pub has_result: bool,
    /// Larger is better, by the list of measures.
    pub is_wanted: bool,
    /// Counted from the start of the program.
    pub is_cumulative: bool,
}

/// Every measure that a figure names, in the order of the package's list of measures.
pub(in crate::frame) fn listed(dataset: &Dataset) -> Vec<PublishedMeasure> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let mut claims: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut results: BTreeSet<&str> = BTreeSet::new();
    for row in 0..figures.table.len {
        if figures.text(FieldRole::Background, row) != "true" {
            let code = figures.text(FieldRole::MeasureCode, row);
            claims.insert((code, figures.claim_id(row)));
            if figures.text(FieldRole::Kind, row) == Kind::Actual.as_str() {
                results.insert(code);
            }
        }
    }
    let list = dataset.package.of_role(ResourceRole::Measures).next();
    let table = list.and_then(|list| dataset.table(&list.name));
    let text = |code: &str, role: FieldRole| {
        let (list, table) = list.zip(table)?;
        let key = list.schema.primary_key().first()?;
        let row = (0..table.len).find(|row| table.text(key, *row) == code)?;
        Some(table.text(&list.with_role(role)?.name, row))
    };
    measures_published(dataset)
        .into_iter()
        .map(|entry| PublishedMeasure {
            unit: Unit::new(text(&entry.code, FieldRole::UnitCode).unwrap_or_default()),
            values: claims
                .iter()
                .filter(|(code, _)| *code == entry.code)
                .count() as u32,
            has_result: results.contains(entry.code.as_str()),
            is_wanted: text(&entry.code, FieldRole::Direction) == Some("up"),
            is_cumulative: text(&entry.code, FieldRole::OverTime) == Some("cumulative"),
            code: entry.code,
            title: entry.title,
        })
        .collect()
}

/// (code, title, whether its unit is the same) of every measure that has a figure by the same break-down.
pub fn beside_published(dataset: &Dataset, resolved: &Resolved) -> Vec<(String, String, bool)> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let unit = figures.measure_words(&resolved.measure.code).unit;
    let by = &resolved.by;
    let mut named = RowSet::all(figures.table.len);
    if by.kind != AxisKind::Time && figures.table.codes(&by.field).is_some() {
        let has = |row| !figures.table.text(&by.field, row).is_empty();
        named.intersect(&RowSet::matching(figures.table.len, has));
    }
    if let Some(field) = figures.field(FieldRole::Background) {
        let is_outcome = |row| figures.table.text(field, row) != "true";
        named.intersect(&RowSet::matching(figures.table.len, is_outcome));
    }
    let has_row = |code: &str| {
        let rows = figures.of_measure(code);
        rows.is_some_and(|mut rows| {
            rows.intersect(&named);
            !rows.is_empty()
        })
    };
    figures
        .measure_list()
        .into_iter()
        .filter(|(code, _)| *code != resolved.measure.code && has_row(code))
        .map(|(code, title)| {
            let is_same = figures.measure_words(&code).unit == unit;
            (code, title, is_same)
        })
        .collect()
}
