use crate::frame::Frame;
use crate::scene::{Look, Scene};
pub fn lay_out(_f: &Frame, look: &Look, _g: &crate::geo::Geography) -> Scene {
    super::sentence::lay_out(look, crate::m!(ChartTable))
}
