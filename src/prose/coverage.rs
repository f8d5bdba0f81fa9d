//! How much of the known whole the numbers hold.

use crate::frame;
use crate::locale::{Arg, Message};
use crate::m;

/// "30 of 32 first-round grants".
fn coverage(coverage: &frame::Coverage) -> Message {
    m!(
        Coverage,
        known = coverage.known,
        of = coverage.of,
        noun = &coverage.noun
    )
}

/// Every part of the coverage as a list.
pub fn coverage_line(all: &[frame::Coverage]) -> Message {
    let parts = all.iter().map(|part| Arg::from(coverage(part))).collect();
    m!(SubtitleOnly, part = Arg::List(parts))
}
