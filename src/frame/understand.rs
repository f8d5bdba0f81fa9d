//! What a question means once the rows are there: a measure that was published, a break-down that
//! has rows. No question is answered for it: the tables are asked for their keys.

use super::figures::{self, published};
use super::several;
use crate::problem::nearest;
use crate::query::{Dimension, MeasureRef, Notice, Offer, Query, Resolved, resolve};
use crate::table::Dataset;

/// Holds a question against a package whose rows are there: where it names a figure that nobody
/// published, the usual measure is taken and the rest told; where it leaves the break-down open, the
/// one whose answer has most rows is taken.
pub fn understand(dataset: &Dataset, asked: &Query) -> Option<Resolved> {
    let package = &dataset.package;
    let resolved = resolve(package, asked)?;
    if resolved.measure.reference != MeasureRef::Figure {
        return Some(resolved);
    }
    let published = figures::measures_published(dataset);
    let code = &resolved.measure.code;
    // Where no figure could be read at all, the answer says so.
    if !published.is_empty() && published.iter().all(|known| known.code != *code) {
        let wide = Offer::of(package).measures;
        let known = published.iter().map(|known| known.code.as_str());
        let near = nearest(
            code,
            known.chain(wide.iter().map(|known| known.code.as_str())),
        );
        let mut usual = resolve(
            package,
            &Query {
                measure: None,
                ..asked.clone()
            },
        )?;
        usual.notices.insert(
            0,
            Notice::UnknownMeasure {
                measure: code.clone(),
                near,
            },
        );
        return Some(usual);
    }
    // What was not published, or in another unit, is left out before anything is answered.
    let (asked, told) = published::further(dataset, &resolved, asked);
    let mut resolved = resolve(package, &asked)?;
    resolved.notices.extend(told.iter().cloned());
    if asked.by.is_some() {
        return Some(resolved);
    }
    let mut best = (several::rows_of(dataset, &resolved), resolved.clone());
    for by in breakdowns(dataset, &resolved) {
        let mut other = resolve(
            package,
            &Query {
                by: Some(by.field),
                ..asked.clone()
            },
        )?;
        other.notices.extend(told.iter().cloned());
        let rows = several::rows_of(dataset, &other);
        if rows > best.0 {
            best = (rows, other);
        }
    }
    Some(best.1)
}

/// The fields by which a measure can be broken down: those a table has, and of published figures
/// those that any figure of the measure names.
pub fn breakdowns(dataset: &Dataset, resolved: &Resolved) -> Vec<Dimension> {
    let visible = resolved
        .dimensions
        .iter()
        .filter(|dimension| !dimension.hidden);
    if resolved.measure.reference != MeasureRef::Figure {
        return visible.cloned().collect();
    }
    let says = |dimension: &&Dimension| {
        let mut by = resolved.clone();
        by.query.by = Some(dimension.field.clone());
        by.query.series = None;
        by.query.kind = None;
        by.query.filters.clear();
        by.series = None;
        by.by = (*dimension).clone();
        dimension.field == resolved.by.field || figures::keys(dataset, &by).is_ok()
    };
    visible.filter(says).cloned().collect()
}
