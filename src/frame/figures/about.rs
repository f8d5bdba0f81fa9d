//! Every claim about one grantee, industry or place.

use super::FigureTable;
use super::claim::{Other, Relation, Titles};
use crate::table::{Dataset, RowSet};

/// A claim with the context that a reader needs first.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimContext {
    pub claim: Other,
    /// It covers only a part of the grant.
    pub is_part: bool,
}

/// The claims whose `field` is `value`: newest first within one measure, measures in the order of the
/// package's list.
pub fn claims_about(dataset: &Dataset, field: &str, value: &str) -> Vec<ClaimContext> {
    let Some(figures) = FigureTable::of(dataset) else {
        return Vec::new();
    };
    let titles = Titles::of(&figures);
    let place = figures.measure_places();
    let mut claims = figures.claims(&RowSet::all(figures.table.len));
    claims.retain(|claim| figures.table.text(field, claim.row) == value);
    claims.sort_by_key(|claim| (place(claim), std::cmp::Reverse(figures.dated(claim))));
    claims
        .iter()
        .map(|claim| ClaimContext {
            claim: titles.other(&figures, claim, Relation::Beside),
            is_part: !figures.stands_alone(claim),
        })
        .collect()
}
