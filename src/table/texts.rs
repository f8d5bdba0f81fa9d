//! Texts that are mostly different in every row, in one buffer.

use super::RowSet;

/// A column of texts: the text of row `i` is `buffer[ends[i - 1]..ends[i]]`.
#[derive(Clone, Debug, Default)]
pub struct TextColumn {
    buffer: String,
    ends: Vec<u32>,
}

impl TextColumn {
    pub(super) fn push(&mut self, text: &str) {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len() as u32);
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        self.buffer
            .truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    pub(super) fn retain(&mut self, keep: &RowSet) {
        let mut kept = Self::default();
        for row in keep.iter() {
            kept.push(self.at(row));
        }
        *self = kept;
    }

    pub(super) fn shrink(&mut self) {
        self.buffer.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The text of a row; empty for "no value".
    pub fn at(&self, row: usize) -> &str {
        let start = if row == 0 {
            0
        } else {
            self.ends[row - 1] as usize
        };
        &self.buffer[start..self.ends[row] as usize]
    }
}
