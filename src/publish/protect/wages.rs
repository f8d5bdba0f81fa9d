//! Wages that fit a table of counts.
//!
//! Counts are moved first, since they alone are small enough to be sensitive; a moved table counts
//! only if wages can be found for it too, so that every published mean stays true.

use super::table::{Aim, FeasibleTable};
use super::{ConstraintSystem, MEAN_BETWEEN};
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, constraint, microlp, variable};

/// Gives every hidden mean of the table a value, as near to the aims as possible; `false` where
/// no wages fit the counts.
pub(super) fn fit(web: &ConstraintSystem, table: &mut FeasibleTable, aims: &[Aim]) -> bool {
    (0..web.means.len()).all(|mean| fit_one(web, table, mean, aims))
}

fn fit_one(web: &ConstraintSystem, table: &mut FeasibleTable, mean: usize, aims: &[Aim]) -> bool {
    let cents = &web.means[mean].cents;
    let mut variables = ProblemVariables::new();
    let [low, high] = MEAN_BETWEEN;
    let sums: Vec<_> = (0..web.cells.len())
        .map(|cell| {
            let hidden = web.cells[cell].is_hidden() && cents[cell].is_some();
            let times = |cents: u32| table.counts[cell] * f64::from(cents) / 100.0;
            hidden.then(|| variables.add(variable().min(times(low)).max(times(high))))
        })
        .collect();
    let mut goal = Expression::default();
    for aim in aims.iter().filter(|aim| aim.mean == Some(mean)) {
        if let Some(sum) = sums[aim.cell] {
            goal += if aim.up { 1.0 } else { -1.0 } / table.counts[aim.cell] * sum;
        }
    }
    let mut model = variables.maximise(goal).using(microlp);
    let known = |cell: usize| {
        f64::from(cents[cell].unwrap_or(0)) * f64::from(web.cells[cell].value) / 100.0
    };
    for line in &web.lines {
        if web.cells[line.total].is_hidden() || cents[line.total].is_none() {
            continue;
        }
        let left: Expression = line.parts.iter().filter_map(|part| sums[*part]).sum();
        let open = line.parts.iter().filter(|part| sums[**part].is_none());
        let rest = known(line.total) - open.map(|part| known(*part)).sum::<f64>();
        if line.parts.iter().any(|part| sums[*part].is_some()) {
            // A mean is published to the cent.
            let room = f64::from(web.cells[line.total].value) * 0.005 + 0.001;
            model = model.with(constraint!(left.clone() >= rest - room));
            model = model.with(constraint!(left <= rest + room));
        }
    }
    let Ok(solution) = model.solve() else {
        return false;
    };
    for (cell, sum) in sums.iter().enumerate() {
        if let Some(sum) = sum {
            table.cents[mean][cell] = solution.value(*sum) / table.counts[cell] * 100.0;
        }
    }
    true
}
