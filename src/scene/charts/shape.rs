//! The height of a plot whose rows do not determine it.

use crate::frame::Frame;

/// The height of a plot `wide` px wide: from the aspect ratio that the author of a report set,
/// otherwise `usual`. A plot needs some height to be readable, and is never more than twice as high
/// as wide.
pub fn height(frame: &Frame, wide: f64, usual: f64) -> f64 {
    match frame.query.author.ratio {
        Some((across, up)) => {
            (wide * f64::from(up) / f64::from(across)).clamp(160.0, (wide * 2.0).max(160.0))
        }
        None => usual,
    }
}
