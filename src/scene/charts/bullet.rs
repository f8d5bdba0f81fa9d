//! Not laid out yet.

use crate::frame::Frame;
use crate::m;
use crate::scene::{Look, Scene};

pub fn lay_out(_: &Frame, look: &Look) -> Scene {
    super::sentence::lay_out(look, m!(ChartTable))
}
