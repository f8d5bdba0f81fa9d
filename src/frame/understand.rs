//! Completes a question once the rows are loaded: a measure that was published, a break-down that
//! has rows. It computes no answer: it reads only the keys of the tables.

use super::figures::{self, published};
use super::{meant, multi_measure};
use crate::problem::nearest;
use crate::query::{Dimension, MeasureRef, Notice, Offer, Query, Resolved, resolve};
use crate::table::Dataset;

/// Resolves a question against a package whose rows are loaded. Values that mail or chat
/// changed in the address are restored; a figure that was never published is replaced by the default measure, with a
/// notice; a missing break-down becomes the one whose answer has the most rows.
pub fn resolve_with_data(dataset: &Dataset, asked: &Query) -> Option<Resolved> {
    let package = &dataset.package;
    let mut asked = meant::names(dataset, asked);
    let mut resolved = resolve(package, &asked)?;
    let is_figure = resolved.measure.reference == MeasureRef::Figure;
    let unknown = is_figure
        .then(|| unknown_figure(dataset, &resolved))
        .flatten();
    if unknown.is_some() {
        asked.measure = None;
        resolved = resolve(package, &asked)?;
    }
    let lost = meant::filters(dataset, &resolved, &mut asked);
    let mut resolved = match is_figure && unknown.is_none() {
        true => by_most_rows(dataset, &asked)?,
        false => resolve(package, &asked)?,
    };
    resolved.notices.splice(0..0, unknown);
    resolved.notices.extend(lost);
    meant::highlights(dataset, &mut resolved);
    Some(resolved)
}

/// The notice that a figure was never published; `None` where no figure could be read at all, which the
/// answer says.
fn unknown_figure(dataset: &Dataset, resolved: &Resolved) -> Option<Notice> {
    let published = figures::measures_published(dataset);
    let code = &resolved.measure.code;
    if published.is_empty() || published.iter().any(|known| known.code == *code) {
        return None;
    }
    let wide = Offer::of(&dataset.package).measures;
    let known = published.iter().map(|known| known.code.as_str());
    let near = nearest(
        code,
        known.chain(wide.iter().map(|known| known.code.as_str())),
    );
    Some(Notice::UnknownMeasure {
        measure: code.clone(),
        near,
    })
}

/// A question about figures with the break-down that has most rows, where the question leaves it open.
/// Further measures that were not published, or have another unit, are left out first.
fn by_most_rows(dataset: &Dataset, asked: &Query) -> Option<Resolved> {
    let package = &dataset.package;
    let (asked, notices) = published::further(dataset, &resolve(package, asked)?, asked);
    let mut resolved = resolve(package, &asked)?;
    resolved.notices.extend(notices.iter().cloned());
    if asked.by.is_some() {
        return Some(resolved);
    }
    let mut best = (multi_measure::rows_of(dataset, &resolved), resolved.clone());
    for by in breakdowns(dataset, &resolved) {
        let mut other = resolve(
            package,
            &Query {
                by: Some(by.field),
                ..asked.clone()
            },
        )?;
        other.notices.extend(notices.iter().cloned());
        let rows = multi_measure::rows_of(dataset, &other);
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
