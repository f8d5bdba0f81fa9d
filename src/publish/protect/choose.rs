//! Which further cells to hide.
//!
//! For an open cell: let every count that could be hidden deviate from what it is, at a price for
//! each person, and ask for the cheapest table in which the open cell is where it was promised that
//! it could be. What deviates in that table is hidden (the linear-programming heuristic of Kelly,
//! Golden and Assad, 1992). A cell that can already move has a table at no price.

use super::attack::Reach;
use super::table::{Aim, Table};
use super::{Shown, THRESHOLD, WIDTH, Web, wages};
use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, constraint, microlp,
    variable,
};

/// A deviation below this is none.
const NONE: f64 = 1e-6;

/// Hides what lets every open aim move; totals come last, since they are what people come for.
/// Returns how many cells were hidden.
pub fn hide_further(web: &mut Web, open: &[Aim], reach: &mut Reach) -> Result<usize, String> {
    let mut hidden = 0;
    for aim in open {
        if reach.is_wide(web, *aim) {
            continue;
        }
        let (cells, table) = loosen(web, *aim)?;
        hidden += cells.len();
        for cell in cells {
            web.cells[cell].shown = Shown::Further;
        }
        // The table that was asked for fits, now that these cells are hidden.
        if let Some(mut table) = table
            && wages::fit(web, &mut table, &[*aim])
        {
            reach.note(&table);
        }
    }
    Ok(hidden)
}

/// What to hide for one aim, and the table in which the aim then stands where it must.
fn loosen(web: &Web, aim: Aim) -> Result<(Vec<usize>, Option<Table>), String> {
    let value = web.cells[aim.cell].value;
    let nothing = || format!("nothing can be hidden to protect a count of {value}");
    if aim.mean.is_some() {
        let cell = beside(web, aim.cell).ok_or_else(nothing)?;
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
fn moved(web: &Web, aim: Aim, near: bool) -> Result<Option<(Vec<usize>, Table)>, String> {
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
    let mut table = Table::truth(web);
    for (cell, value) in values.iter().enumerate() {
        if let Some(value) = value {
            table.counts[cell] = solution.eval(value);
        }
    }
    Ok(Some((cells, table)))
}

/// Whether both lie in one of the first two, narrowest, dimensions alike.
fn is_near(web: &Web, a: usize, b: usize) -> bool {
    let (a, b) = (&web.cells[a].kin, &web.cells[b].kin);
    a[0] == b[0] || a[1] == b[1]
}

/// Where the aim must be able to be.
fn target(web: &Web, aim: Aim) -> f64 {
    let cell = &web.cells[aim.cell];
    f64::from(match (cell.shown, aim.up) {
        (Shown::Primary, true) => THRESHOLD - 1,
        (Shown::Primary, false) => 1,
        // Upwards where there is no room below.
        (_, false) if cell.value >= THRESHOLD + WIDTH => cell.value - WIDTH,
        _ => cell.value + WIDTH,
    })
}

/// What hiding costs for each person by which a cell deviates.
fn price(web: &Web, aim: usize, cell: usize) -> f64 {
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

/// How much of what two cells lie in is the same.
fn kin(web: &Web, a: usize, b: usize) -> usize {
    let (a, b) = (&web.cells[a], &web.cells[b]);
    let same = a.kin.iter().zip(&b.kin).filter(|(a, b)| a == b).count();
    // The whole of everything is near to all.
    same + usize::from(b.is_total && b.kin == [u32::MAX; 4])
}

/// The cheapest open cell that counts the same and shares the most.
fn beside(web: &Web, cell: usize) -> Option<usize> {
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
