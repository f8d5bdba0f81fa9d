//! A dot a number, rows beneath one another on one scale; rows of one name and several series share a
//! line.

use super::dotted::{self, Between};
use crate::frame::Frame;
use crate::scene::{Look, Scene};

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    dotted::lay_out(frame, look, &|_, _, _| Between::default())
}
