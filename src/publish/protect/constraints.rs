//! Cells and the published relations between them.

use super::THRESHOLD;

/// How a cell is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SuppressionStatus {
    #[default]
    Open,
    /// A small count: hidden, known to be 1 to 9.
    Primary,
    /// Hidden so that another cell cannot be computed; known to be at least 10.
    Further,
}

/// One count of people.
#[derive(Clone, Debug, Default)]
pub struct CountCell {
    pub value: u32,
    pub shown: SuppressionStatus,
    /// What is counted: only cells that count the same thing can replace each other.
    pub counts: u32,
    /// Identifiers of the groups that contain the cell; two cells with many groups in common are near each other.
    pub kin: [u32; 4],
    /// A cell of a table of totals: hidden only as a last resort.
    pub is_total: bool,
}

impl CountCell {
    pub fn is_hidden(&self) -> bool {
        self.shown != SuppressionStatus::Open
    }

    /// The public knowledge about a hidden cell: its smallest and, if there is one, largest value.
    pub fn declared(&self) -> (u32, Option<u32>) {
        match self.shown {
            SuppressionStatus::Open => (self.value, Some(self.value)),
            SuppressionStatus::Primary => (1, Some(THRESHOLD - 1)),
            SuppressionStatus::Further => (THRESHOLD, None),
        }
    }
}

/// A published sum: `total` is the sum of `parts`, all indices of cells.
#[derive(Clone, Debug)]
pub struct SumConstraint {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// A published mean: for each cell the mean of its people in cents, `None` where there are none or
/// the cell has no such mean. It is published where its cell is.
#[derive(Clone, Debug, Default)]
pub struct Mean {
    pub cents: Vec<Option<u32>>,
}

/// Cells, and every relation between them that a reader knows.
#[derive(Clone, Debug, Default)]
pub struct ConstraintSystem {
    pub cells: Vec<CountCell>,
    pub lines: Vec<SumConstraint>,
    /// (part, whole): the first counts some of the people of the second.
    pub nests: Vec<(usize, usize)>,
    pub means: Vec<Mean>,
}

impl ConstraintSystem {
    /// Hides every count from 1 to 9.
    pub fn hide_small(&mut self) {
        for cell in &mut self.cells {
            if (1..THRESHOLD).contains(&cell.value) {
                cell.shown = SuppressionStatus::Primary;
            }
        }
    }

    /// Indices of the hidden cells.
    pub fn hidden(&self) -> Vec<usize> {
        (0..self.cells.len())
            .filter(|index| self.cells[*index].is_hidden())
            .collect()
    }
}
