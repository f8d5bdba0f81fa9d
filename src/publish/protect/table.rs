//! What the attack moves and in which tables it looks for it.

use super::Web;

/// One thing to be moved: a hidden cell or its mean, up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    pub cell: usize,
    pub mean: Option<usize>,
    pub up: bool,
}

/// Counts and means that fit everything published.
#[derive(Clone, Debug)]
pub struct Table {
    /// People in each cell.
    pub counts: Vec<f64>,
    /// For each kind of mean the cents of each cell.
    pub cents: Vec<Vec<f64>>,
}

impl Table {
    /// The table as its publisher knows it.
    pub fn truth(web: &Web) -> Self {
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
