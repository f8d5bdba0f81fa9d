//! The keys of the rows that an answer has, without the rows.

use super::Figures;
use crate::frame::Refusal;
use crate::query::Resolved;
use crate::table::Dataset;
use crate::value::Grain;
use std::collections::BTreeSet;

/// (label, series) of each row in the answer of one measure; the series is empty where none is asked for.
/// Refused where the answer is.
pub(in crate::frame) fn keys(
    dataset: &Dataset,
    resolved: &Resolved,
) -> Result<Vec<(String, String)>, Refusal> {
    let unreadable = || Refusal::TableUnreadable {
        resource: resolved.measure.resource.clone(),
    };
    let figures = Figures::of(dataset).ok_or_else(unreadable)?;
    let mut kind = resolved.query.kind;
    let rows = figures.chosen(resolved, &mut kind, &mut Vec::new())?;
    let claims = figures.claims(&rows);
    let series = |row: usize| {
        let series = resolved.series.as_ref();
        series.map_or("", |series| figures.table.text(&series.field, row))
    };
    if resolved.by.grain == Some(Grain::Date) {
        let dated = claims.iter().filter_map(|claim| {
            let date = figures.dated(claim)?;
            Some((date, series(claim.row).to_owned()))
        });
        return Ok(dated.collect());
    }
    let by = &resolved.by.field;
    let key = |row: usize| (figures.table.text(by, row), series(row));
    let keys: BTreeSet<(&str, &str)> = claims.iter().map(|claim| key(claim.row)).collect();
    let owned = |(label, series): (&str, &str)| (label.to_owned(), series.to_owned());
    Ok(keys.into_iter().map(owned).collect())
}
