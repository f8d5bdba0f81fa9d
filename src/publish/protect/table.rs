//! The aims of the attack, and the tables in which it looks for them.

use super::ConstraintSystem;

/// One thing to be moved: a hidden cell or its mean, up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    pub cell: usize,
    pub mean: Option<usize>,
    pub up: bool,
}

/// Counts and means that fit everything published.
#[derive(Clone, Debug)]
pub struct FeasibleTable {
    /// People in each cell.
    pub counts: Vec<f64>,
    /// For each kind of mean the cents of each cell.
    pub cents: Vec<Vec<f64>>,
}

impl FeasibleTable {
    /// The table as its publisher knows it.
    pub fn truth(web: &ConstraintSystem) -> Self {
        let cents = web.means.iter().map(|mean| {
            let cents = mean.cents.iter().map(|cents| f64::from(cents.unwrap_or(0)));
            cents.collect()
        });
        Self {
            counts: web.cells.iter().map(|cell| f64::from(cell.value)).collect(),
            cents: cents.collect(),
        }
    }
}
