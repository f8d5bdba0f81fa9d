//! The publisher's desk, native only.

pub mod build;
mod disk;

pub use disk::Disk;
