//! Puts the published claim that a question names beside the rows of its answer.

use crate::bytes::Source;
use crate::frame::{Frame, beside, claim_page};
use crate::loader::{Edition, Files};
use crate::query::{Notice, Query, View};
use crate::table::Dataset;

/// Puts the claim that the question names beside the rows; a notice where that cannot be.
pub(super) fn attach(frame: &mut Frame, own: &Dataset) -> Option<Notice> {
    let claim = frame.query.beside.clone()?;
    if frame.query.view != Some(View::Range) {
        return None;
    }
    let Some(known) = claim_page(own, &claim) else {
        return Some(Notice::UnknownClaim { claim });
    };
    match beside(own, &claim, &frame.measure.unit) {
        Some(found) => {
            frame.beside = Some(Box::new(found));
            None
        }
        None => Some(Notice::OtherUnit { title: known.title }),
    }
}

/// The same, reading the site's own package first.
pub(super) async fn attach_from<S: Source>(files: &Files<S>, frame: &mut Frame) -> Option<Notice> {
    frame.query.beside.as_ref()?;
    let own = files.dataset(&own_edition(files)).await.ok()?;
    attach(frame, &own)
}

/// The package that a claim to read rows beside is looked for in.
pub(super) fn own_edition<S: Source>(files: &Files<S>) -> Edition {
    files.edition_asked(&Query::default(), &mut Vec::new())
}
