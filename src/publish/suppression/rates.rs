//! What published rates say about the counts that they divide.

use super::system::{LinearRelation, Seen};
use super::tables::{CountTable, Follows};

/// What a published rate says about its two counts, within the rounding of its last digit.
pub fn published(table: &CountTable) -> Vec<LinearRelation> {
    let mut found = Vec::new();
    for dependent in &table.dependents {
        let Follows::Rate { part, whole } = dependent.follows else {
            continue;
        };
        let percent = dependent.field.outcomes.unit.as_deref() == Some("percent");
        for row in 0..table.rows.len() {
            let text = table.text(row, dependent.at).trim();
            let Ok(rate) = text.parse::<f64>() else {
                continue;
            };
            let is_known = |count: usize| table.seen(row, count) == Seen::Absent;
            if is_known(part) || is_known(whole) {
                continue;
            }
            let decimals = text
                .split_once('.')
                .map_or(0, |(_, decimals)| decimals.len());
            let scale = if percent { 0.01 } else { 1.0 };
            let room = 0.5 / 10_f64.powi(decimals as i32);
            let (low, high) = ((rate - room) * scale, (rate + room) * scale);
            let (part, whole) = (table.cell(row, part), table.cell(row, whole));
            for terms in [
                vec![(whole, low), (part, -1.0)],
                vec![(part, 1.0), (whole, -high)],
            ] {
                found.push(LinearRelation {
                    terms,
                    is_equal: false,
                });
            }
        }
    }
    found
}
