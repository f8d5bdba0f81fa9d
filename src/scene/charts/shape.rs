//! How tall a plot is whose rows do not say so.

use crate::frame::Frame;

/// The shape that the author of a report wishes for a plot so many pixels wide, else what is usual. What has to be
/// read in it needs some height, and no picture is more than twice as high as wide.
pub fn height(frame: &Frame, wide: f64, usual: f64) -> f64 {
    match frame.query.author.ratio {
        Some((across, up)) => {
            (wide * f64::from(up) / f64::from(across)).clamp(160.0, (wide * 2.0).max(160.0))
        }
        None => usual,
    }
}
