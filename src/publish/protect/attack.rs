//! What a reader can compute with a linear program: how far each hidden cell can be from its value
//! while everything published stays true.
//!
//! Every solution is a table that a reader cannot rule out, so one solution moves many cells. A
//! program is solved for several cells at once first, and for one cell alone only when that leaves
//! it unproven.

use super::program::Program;
use super::table::{Aim, FeasibleTable};
use super::{ConstraintSystem, SuppressionStatus, WIDTH, mean_width, wages};

/// Tolerance for rounding in the solver.
const SLACK: f64 = 1e-6;

/// Programs for many cells at once before each is tried alone.
const MIXES: usize = 8;

/// How far the hidden cells have been moved so far by tables that fit everything published.
#[derive(Clone, Debug)]
pub struct Reach {
    low: FeasibleTable,
    high: FeasibleTable,
}

impl Reach {
    /// No cell has been moved.
    pub fn new(web: &ConstraintSystem) -> Self {
        let truth = FeasibleTable::truth(web);
        Self {
            low: truth.clone(),
            high: truth,
        }
    }

    /// Adds another table that fits.
    pub(super) fn note(&mut self, table: &FeasibleTable) {
        let each = |kept: &mut [f64], found: &[f64], choose: fn(f64, f64) -> f64| {
            let pairs = kept.iter_mut().zip(found);
            pairs.for_each(|(kept, found)| *kept = choose(*kept, *found));
        };
        each(&mut self.low.counts, &table.counts, f64::min);
        each(&mut self.high.counts, &table.counts, f64::max);
        for (mean, cents) in table.cents.iter().enumerate() {
            each(&mut self.low.cents[mean], cents, f64::min);
            each(&mut self.high.cents[mean], cents, f64::max);
        }
    }

    /// Whether the aim has been moved by the required distance.
    pub(super) fn is_wide(&self, web: &ConstraintSystem, aim: Aim) -> bool {
        let Aim { cell, mean, up } = aim;
        let shown = web.cells[cell].shown;
        if let Some(mean) = mean {
            let truth = f64::from(web.means[mean].cents[cell].unwrap_or(0));
            return if up {
                self.high.cents[mean][cell] >= truth * (1.0 + mean_width(shown)) - SLACK
            } else {
                self.low.cents[mean][cell] <= truth * (1.0 - mean_width(shown)) + SLACK
            };
        }
        let (low, high) = (self.low.counts[cell], self.high.counts[cell]);
        match shown {
            SuppressionStatus::Open => true,
            SuppressionStatus::Primary if up => high >= f64::from(WIDTH + 1) - SLACK,
            SuppressionStatus::Primary => low <= 1.0 + SLACK,
            // Wide enough with both ends together.
            SuppressionStatus::Further => high - low >= f64::from(WIDTH) - SLACK,
        }
    }
}

/// Moves many hidden cells and means at once; returns those that may still be fixed by what is published.
pub fn sweep(web: &ConstraintSystem, reach: &mut Reach) -> Result<Vec<Aim>, String> {
    let program = Program::new(web, false);
    let mut open = aims(web);
    open.retain(|aim| !reach.is_wide(web, *aim));
    for mix in 0..MIXES {
        for up in [true, false] {
            let in_mix = |aim: &&Aim| aim.up == up && (aim.cell + mix).is_multiple_of(4);
            let chosen: Vec<Aim> = open.iter().filter(in_mix).copied().collect();
            if chosen.len() > 1 {
                push(web, &program, &chosen, reach)?;
            }
        }
        open.retain(|aim| !reach.is_wide(web, *aim));
    }
    Ok(open)
}

/// Tries to move every hidden cell and mean by the required distance; returns those that cannot be moved.
pub fn attack(web: &ConstraintSystem, reach: &mut Reach) -> Result<Vec<Aim>, String> {
    let mut open = sweep(web, reach)?;
    let program = Program::new(web, false);
    for aim in &open {
        if reach.is_wide(web, *aim) {
            continue;
        }
        let fits = push(web, &program, &[*aim], reach)?;
        // Counts and wages in one program: slow, and rarely needed.
        if !fits || aim.mean.is_some() && !reach.is_wide(web, *aim) {
            let table = Program::new(web, true).push(&[*aim])?;
            reach.note(&table);
        }
    }
    open.retain(|aim| !reach.is_wide(web, *aim));
    Ok(open)
}

/// Moves the aims together; `false` where no wages fit the counts found.
fn push(
    web: &ConstraintSystem,
    program: &Program,
    aims: &[Aim],
    reach: &mut Reach,
) -> Result<bool, String> {
    let counted = aims.iter().any(|aim| aim.mean.is_none());
    let mut table = match counted {
        true => program.push(aims)?,
        false => FeasibleTable::truth(web),
    };
    let fits = wages::fit(web, &mut table, aims);
    if fits {
        reach.note(&table);
    }
    Ok(fits)
}

/// Everything that is hidden, in both directions.
fn aims(web: &ConstraintSystem) -> Vec<Aim> {
    let hidden = web.hidden();
    let counts = hidden.iter().map(|cell| (*cell, None));
    let means = web.means.iter().enumerate().flat_map(|(index, mean)| {
        let cells = hidden.iter().filter(|cell| mean.cents[**cell].is_some());
        cells.map(move |cell| (*cell, Some(index)))
    });
    let both = counts.chain(means);
    both.flat_map(|(cell, mean)| [true, false].map(|up| Aim { cell, mean, up }))
        .collect()
}
