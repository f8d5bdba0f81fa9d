//! The publisher's desk.

fn main() {}
