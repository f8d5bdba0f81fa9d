//! What a reader with a linear program can find out: how far each hidden cell can be from what it
//! is while everything published stays true.
//!
//! Every solution is a table that a reader cannot rule out, so one solution moves many cells. A
//! program is solved for several cells at once first, and for one cell alone only when that leaves
//! it open.

use super::program::Program;
use super::table::{Aim, Table};
use super::{Shown, WIDTH, Web, mean_width, wages};

/// Room for rounding in the solver.
const SLACK: f64 = 1e-6;

/// Programs for many cells at once before each is tried alone.
const MIXES: usize = 8;

/// How far the hidden cells have been moved so far by tables that fit everything published.
#[derive(Clone, Debug)]
pub struct Reach {
    low: Table,
    high: Table,
}

impl Reach {
    /// Nothing moved yet: each cell is where it is.
    pub fn new(web: &Web) -> Self {
        let truth = Table::truth(web);
        Self {
            low: truth.clone(),
            high: truth,
        }
    }

    /// A further table that fits.
    pub(super) fn note(&mut self, table: &Table) {
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

    /// Whether the aim has been moved as far as was promised.
    pub(super) fn is_wide(&self, web: &Web, aim: Aim) -> bool {
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
            Shown::Open => true,
            Shown::Primary if up => high >= f64::from(WIDTH + 1) - SLACK,
            Shown::Primary => low <= 1.0 + SLACK,
            // Wide enough by both ends together.
            Shown::Further => high - low >= f64::from(WIDTH) - SLACK,
        }
    }
}

/// Moves many hidden cells and means at once; returns those that may still be held fast.
pub fn sweep(web: &Web, reach: &mut Reach) -> Result<Vec<Aim>, String> {
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

/// Tries to move every hidden cell and mean as far as was promised; returns those that cannot be.
pub fn attack(web: &Web, reach: &mut Reach) -> Result<Vec<Aim>, String> {
    let mut open = sweep(web, reach)?;
    let program = Program::new(web, false);
    for aim in &open {
        if reach.is_wide(web, *aim) {
            continue;
        }
        let fits = push(web, &program, &[*aim], reach)?;
        // Counts and wages at once: slow, and seldom needed.
        if !fits || aim.mean.is_some() && !reach.is_wide(web, *aim) {
            let table = Program::new(web, true).push(&[*aim])?;
            reach.note(&table);
        }
    }
    open.retain(|aim| !reach.is_wide(web, *aim));
    Ok(open)
}

/// Moves the aims together; `false` where no wages fit the counts found.
fn push(web: &Web, program: &Program, aims: &[Aim], reach: &mut Reach) -> Result<bool, String> {
    let counted = aims.iter().any(|aim| aim.mean.is_none());
    let mut table = match counted {
        true => program.push(aims)?,
        false => Table::truth(web),
    };
    let fits = wages::fit(web, &mut table, aims);
    if fits {
        reach.note(&table);
    }
    Ok(fits)
}

/// Everything that is hidden, in both directions.
fn aims(web: &Web) -> Vec<Aim> {
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
