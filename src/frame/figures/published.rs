//! Further measures that can be compared: only the table says which figures were published.

use super::FigureTable;
use crate::package::FieldRole;
use crate::problem::nearest;
use crate::query::{AxisKind, Notice, Query, Resolved};
use crate::table::{Dataset, RowSet};

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
