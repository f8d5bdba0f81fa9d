//! Dot plot: one dot per number, one line per name on a shared scale; the rows of one name in
//! several series share a line.

use super::dot_rows::{self, Between};
use crate::frame::Frame;
use crate::scene::{RenderOptions, Scene};

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    dot_rows::lay_out(frame, look, &|_, _, _| Between::default())
}
