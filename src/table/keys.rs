//! Primary keys within a table.

use super::codes::Fnv;
use crate::package::Resource;
use crate::problem::Fault;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// The primary keys seen so far, each as the codes of its fields.
pub(super) struct KeySet {
    /// Columns of the key, in the order in which columns are read.
    columns: Vec<usize>,
    current: Vec<u32>,
    seen: HashMap<u128, u64, BuildHasherDefault<Fnv>>,
}

impl KeySet {
    pub fn new(resource: &Resource, columns: &[&str]) -> Self {
        let key = resource.schema.primary_key();
        let columns: Vec<usize> = (0..columns.len())
            .filter(|index| key.iter().any(|field| field == columns[*index]))
            .collect();
        Self {
            current: vec![0; columns.len()],
            columns,
            seen: HashMap::default(),
        }
    }

    /// Remembers the code of a cell if its column is in the key.
    pub fn note(&mut self, column: usize, code: u32) {
        if let Some(index) = self.columns.iter().position(|key| *key == column) {
            self.current[index] = code;
        }
    }

    /// Enters the key of the row; a fault names the row that has it already.
    pub fn claim(&mut self, row: u64, cell: impl Fn(usize) -> String) -> Result<(), Fault> {
        if self.columns.is_empty() {
            return Ok(());
        }
        // Room for 2²⁵ words a column in a key of five.
        let bits = (128 / self.columns.len()).min(32) as u32;
        let key = self
            .current
            .iter()
            .fold(0u128, |key, code| key << bits | u128::from(*code));
        if let Some(first_row) = self.seen.get(&key) {
            let key = self
                .columns
                .iter()
                .map(|column| cell(*column))
                .collect::<Vec<_>>()
                .join(", ");
            return Err(Fault::DuplicateKey {
                key,
                first_row: *first_row,
            });
        }
        self.seen.insert(key, row);
        Ok(())
    }
}
