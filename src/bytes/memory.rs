//! Files in memory: for tests, and for files dropped on the page.

use super::Source;
use crate::problem::{Fault, Place, Problem};
use std::collections::BTreeMap;

/// Address → bytes.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Memory {
    /// Adds a file and returns the collection, so that tests can chain calls.
    #[must_use]
    pub fn with(mut self, address: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.0.insert(address.to_owned(), bytes.as_ref().to_vec());
        self
    }
}

impl Source for Memory {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let fault = Fault::NotFetched { status: 404 };
        self.0
            .get(address)
            .cloned()
            .ok_or_else(|| Problem::new(Place::file(address), fault))
    }
}
