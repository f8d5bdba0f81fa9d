//! Adds the published claim that a query names (`beside`) to its answer as a benchmark.

use crate::bytes::Source;
use crate::frame::{Frame, claim_page, find_benchmark};
use crate::loader::{Edition, PublishedFiles};
use crate::query::{Notice, Query, View};
use crate::table::Dataset;

/// Adds the claim that the query names to the rows; a notice if that is not possible.
pub(super) fn attach(frame: &mut Frame, own: &Dataset) -> Option<Notice> {
    let claim = frame.query.beside.clone()?;
    if frame.query.view != Some(View::Range) {
        return None;
    }
    let Some(known) = claim_page(own, &claim) else {
        return Some(Notice::UnknownClaim { claim });
    };
    match find_benchmark(own, &claim, &frame.measure.unit) {
        Some(found) => {
            frame.beside = Some(Box::new(found));
            None
        }
        None => Some(Notice::OtherUnit { title: known.title }),
    }
}

/// The same, reading the site's own package first.
pub(super) async fn attach_from<S: Source>(
    files: &PublishedFiles<S>,
    frame: &mut Frame,
) -> Option<Notice> {
    frame.query.beside.as_ref()?;
    let own = files.dataset(&own_edition(files)).await.ok()?;
    attach(frame, &own)
}

/// The package in which the claim is looked up.
pub(super) fn own_edition<S: Source>(files: &PublishedFiles<S>) -> Edition {
    files.edition_asked(&Query::default(), &mut Vec::new())
}
