//! Chooses further cells to hide.
//!
//! For an unprotected cell: let every count that could be hidden deviate from its value, at a price for
//! each person, and find the cheapest table in which the unprotected cell is as far from its value as
//! required. The cells that deviate in that table are hidden (the linear-programming heuristic of Kelly,
//! Golden and Assad, 1992). A cell that can already move costs nothing.

use super::attack::Reach;
use super::table::{Aim, FeasibleTable};
use super::{ConstraintSystem, SuppressionStatus, THRESHOLD, WIDTH, wages};
use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, constraint, microlp,
    variable,
};

/// Smaller deviations count as zero.
const NONE: f64 = 1e-6;

/// Hides cells until every unprotected aim can move; totals come last, since readers need them most.
/// Returns how many cells were hidden.
pub fn hide_further(
    web: &mut ConstraintSystem,
    open: &[Aim],
    reach: &mut Reach,
) -> Result<usize, String> {
    let mut hidden = 0;
    for aim in open {
        if reach.is_wide(web, *aim) {
            continue;
        }
        let (cells, table) = loosen(web, *aim)?;
        hidden += cells.len();
        for cell in cells {
            web.cells[cell].shown = SuppressionStatus::Further;
        }
        // The table fits, now that these cells are hidden.
        if let Some(mut table) = table
            && wages::fit(web, &mut table, &[*aim])
        {
            reach.note(&table);
        }
    }
    Ok(hidden)
}

/// The cells to hide for one aim, and the table in which the aim then has the required value.
fn loosen(web: &ConstraintSystem, aim: Aim) -> Result<(Vec<usize>, Option<FeasibleTable>), String> {
    let value = web.cells[aim.cell].value;
    let nothing = || format!("nothing can be hidden to protect a count of {value}");
    if aim.mean.is_some() {
        let cell = beside(web, aim.cell).ok_or_else(|| format!("{} (its mean)", nothing()))?;
        return Ok((vec![cell], None));
    }
    let near = moved(web, aim, true)?;
    let spares_totals = |cells: &[usize]| cells.iter().all(|cell| !web.cells[*cell].is_total);
    let (cells, table) = match near {
        Some(found) if spares_totals(&found.0) => found,
        near => moved(web, aim, false)?.or(near).ok_or_else(nothing)?,
    };
    Ok((cells, Some(table)))
}

/// The open cells that deviate in the cheapest table that moves the aim, and that table; `None` if
/// there is none. `near`: only cells of the aim's narrowest sums may deviate.
fn moved(
    web: &ConstraintSystem,
    aim: Aim,
    near: bool,
) -> Result<Option<(Vec<usize>, FeasibleTable)>, String> {
    let mut variables = ProblemVariables::new();
    let mut price = Expression::default();
    let mut values: Vec<Option<Expression>> = vec![None; web.cells.len()];
    let mut deviations = Vec::new();
    for (index, cell) in web.cells.iter().enumerate() {
        let truth = f64::from(cell.value);
        if cell.is_hidden() {
            let (low, high) = cell.declared();
            let bounds = variable().min(low);
            let bounds = match high {
                Some(high) => bounds.max(high),
                None => bounds,
            };
            values[index] = Some(variables.add(bounds).into());
        } else if cell.value >= THRESHOLD && (!near || is_near(web, aim.cell, index)) {
            let more = variables.add(variable().min(0));
            let fewer = variables.add(variable().min(0).max(cell.value - THRESHOLD));
            price += self::price(web, aim.cell, index) * (more + fewer);
            values[index] = Some(truth + more - fewer);
            deviations.push((index, more, fewer));
        }
    }
    let value = |cell: usize| match &values[cell] {
        Some(value) => value.clone(),
        None => f64::from(web.cells[cell].value).into(),
    };
    let varies = |cell: &usize| values[*cell].is_some();
    let mut model = variables.minimise(price).using(microlp);
    for line in &web.lines {
        let mut left = Expression::default();
        let (mut known, mut moves) = (0.0, false);
        let members = line.parts.iter().map(|part| (*part, 1.0));
        for (cell, sign) in members.chain([(line.total, -1.0)]) {
            match &values[cell] {
                Some(value) => {
                    left += sign * value.clone();
                    moves = true;
                }
                None => known += sign * f64::from(web.cells[cell].value),
            }
        }
        if moves {
            model = model.with(constraint!(left == -known));
        }
    }
    for (part, whole) in &web.nests {
        if varies(part) || varies(whole) {
            model = model.with(constraint!(value(*part) <= value(*whole)));
        }
    }
    model = model.with(constraint!(value(aim.cell) == target(web, aim)));
    let solution = match model.solve() {
        Ok(solution) => solution,
        Err(ResolutionError::Infeasible) => return Ok(None),
        Err(error) => return Err(format!("no choice of further cells: {error}")),
    };
    let deviates = |(_, more, fewer): &&(usize, _, _)| {
        solution.value(*more) > NONE || solution.value(*fewer) > NONE
    };
    let cells = deviations
        .iter()
        .filter(deviates)
        .map(|(cell, ..)| *cell)
        .collect();
    let mut table = FeasibleTable::truth(web);
    for (cell, value) in values.iter().enumerate() {
        if let Some(value) = value {
            table.counts[cell] = solution.eval(value);
        }
    }
    Ok(Some((cells, table)))
}

/// Whether both are in the same part of one of the first two, narrowest, dimensions.
fn is_near(web: &ConstraintSystem, a: usize, b: usize) -> bool {
    let (a, b) = (&web.cells[a].kin, &web.cells[b].kin);
    a[0] == b[0] || a[1] == b[1]
}

/// The value that the aim must be able to have.
fn target(web: &ConstraintSystem, aim: Aim) -> f64 {
    let cell = &web.cells[aim.cell];
    f64::from(match (cell.shown, aim.up) {
        (SuppressionStatus::Primary, true) => THRESHOLD - 1,
        (SuppressionStatus::Primary, false) => 1,
        // Upward where the value below would be negative.
        (_, false) if cell.value >= THRESHOLD + WIDTH => cell.value - WIDTH,
        _ => cell.value + WIDTH,
    })
}

/// The cost of hiding, for each person by which a cell deviates.
fn price(web: &ConstraintSystem, aim: usize, cell: usize) -> f64 {
    let candidate = &web.cells[cell];
    let small = if candidate.value < THRESHOLD + WIDTH {
        40.0
    } else {
        0.0
    };
    let total = if candidate.is_total { 2_000.0 } else { 0.0 };
    let far = 4 - kin(web, aim, cell).min(4);
    20.0 + f64::from(candidate.value.min(200)) / 4.0 + small + total + 5.0 * far as f64
}

/// The share of the groups of two cells that they have in common.
fn kin(web: &ConstraintSystem, a: usize, b: usize) -> usize {
    let (a, b) = (&web.cells[a], &web.cells[b]);
    let same = a.kin.iter().zip(&b.kin).filter(|(a, b)| a == b).count();
    // The grand total is near to all cells.
    same + usize::from(b.is_total && b.kin == [u32::MAX; 4])
}

/// The cheapest published cell that counts the same thing and has the most groups in common.
fn beside(web: &ConstraintSystem, cell: usize) -> Option<usize> {
    let counts = web.cells[cell].counts;
    (0..web.cells.len())
        .filter(|other| {
            let other = &web.cells[*other];
            !other.is_hidden() && other.value >= THRESHOLD + WIDTH && other.counts == counts
        })
        .min_by_key(|other| {
            let candidate = &web.cells[*other];
            (
                candidate.is_total,
                4 - kin(web, cell, *other).min(4),
                candidate.value,
                *other,
            )
        })
}
