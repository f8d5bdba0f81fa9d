//! Dot plot: one dot per number, one line per name on a shared scale; the rows of one name in
//! several series share a line.

use super::dotted::{self, Between};
use crate::frame::Frame;
use crate::scene::{Look, Scene};

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    dotted::lay_out(frame, look, &|_, _, _| Between::default())
}
