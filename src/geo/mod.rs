//! Outlines of the states and territories.
pub struct Geography;
