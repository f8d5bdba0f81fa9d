//! Published files in a folder.

use crate::bytes::Source;
use crate::problem::{Fault, Problem, SourceLocation};
use std::path::PathBuf;

/// Reads addresses below a folder.
#[derive(Clone, Debug)]
pub struct Disk(pub PathBuf);

impl Source for Disk {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        std::fs::read(self.0.join(address)).map_err(|_| {
            Problem::new(
                SourceLocation::file(address),
                Fault::NotFetched { status: 404 },
            )
        })
    }
}
