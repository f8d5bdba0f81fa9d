//! The relations between cells as a linear program over the hidden cells.
//!
//! The unknowns are the hidden counts and, where means are included, the sum of wages behind each hidden
//! mean. Every published sum is an equation; a published mean is an equation with a tolerance for its rounding.

use super::table::{Aim, FeasibleTable};
use super::{ConstraintSystem, MEAN_BETWEEN, mean_width};
use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable,
};

/// The maximum number of people above its value that a further cell is tried with.
const FAR: u32 = 1_000;

/// The relation between the left and the right side of a row.
#[derive(Clone, Copy, PartialEq)]
enum ConstraintRelation {
    Equal,
    AtMost,
    AtLeast,
}

/// One linear relation: terms are (unknown, factor).
struct LinearConstraint(Vec<(usize, f64)>, ConstraintRelation, f64);

pub(super) struct Program<'a> {
    web: &'a ConstraintSystem,
    /// Cells of the unknown counts; the unknown with the same index counts them.
    pub hidden: Vec<usize>,
    /// For each mean: (cell, unknown that sums its wages in dollars, unknown that counts it).
    sums: Vec<Vec<(usize, usize, usize)>>,
    unknowns: usize,
    rows: Vec<LinearConstraint>,
}

impl<'a> Program<'a> {
    /// The relations between counts and, with `means`, those between means too.
    pub fn new(web: &'a ConstraintSystem, means: bool) -> Self {
        let hidden = web.hidden();
        let mut count_of = vec![None; web.cells.len()];
        for (unknown, cell) in hidden.iter().enumerate() {
            count_of[*cell] = Some(unknown);
        }
        let mut program = Self {
            web,
            unknowns: hidden.len(),
            hidden,
            sums: Vec::new(),
            rows: Vec::new(),
        };
        program.add_sums(&count_of);
        program.add_nests(&count_of);
        if means {
            program.add_means(&count_of);
        }
        program
    }

    /// Σ parts − total = 0, what is published moved to the right.
    fn add_sums(&mut self, count_of: &[Option<usize>]) {
        for line in &self.web.lines {
            let mut terms = Vec::new();
            let mut known = 0.0;
            let members = line.parts.iter().map(|part| (*part, 1.0));
            for (cell, sign) in members.chain([(line.total, -1.0)]) {
                match count_of[cell] {
                    Some(unknown) => terms.push((unknown, sign)),
                    None => known += sign * f64::from(self.web.cells[cell].value),
                }
            }
            if !terms.is_empty() {
                self.rows
                    .push(LinearConstraint(terms, ConstraintRelation::Equal, -known));
            }
        }
    }

    fn add_nests(&mut self, count_of: &[Option<usize>]) {
        for &(part, whole) in &self.web.nests {
            let value = |cell: usize| f64::from(self.web.cells[cell].value);
            let row = match (count_of[part], count_of[whole]) {
                (Some(part), Some(whole)) => LinearConstraint(
                    vec![(part, 1.0), (whole, -1.0)],
                    ConstraintRelation::AtMost,
                    0.0,
                ),
                (Some(part), None) => {
                    LinearConstraint(vec![(part, 1.0)], ConstraintRelation::AtMost, value(whole))
                }
                (None, Some(whole)) => {
                    LinearConstraint(vec![(whole, 1.0)], ConstraintRelation::AtLeast, value(part))
                }
                (None, None) => continue,
            };
            self.rows.push(row);
        }
    }

    fn add_means(&mut self, count_of: &[Option<usize>]) {
        for mean in &self.web.means {
            let mut sum_of = vec![None; self.web.cells.len()];
            let mut sums = Vec::new();
            for (cell, count) in count_of.iter().enumerate() {
                let (Some(count), Some(_)) = (*count, mean.cents[cell]) else {
                    continue;
                };
                let sum = self.unknowns;
                self.unknowns += 1;
                sum_of[cell] = Some(sum);
                sums.push((cell, sum, count));
                let [low, high] = MEAN_BETWEEN;
                let between = |cents: u32| vec![(sum, 1.0), (count, -f64::from(cents) / 100.0)];
                self.rows.push(LinearConstraint(
                    between(low),
                    ConstraintRelation::AtLeast,
                    0.0,
                ));
                self.rows.push(LinearConstraint(
                    between(high),
                    ConstraintRelation::AtMost,
                    0.0,
                ));
            }
            for line in &self.web.lines {
                let (None, Some(cents)) = (count_of[line.total], mean.cents[line.total]) else {
                    continue;
                };
                let people = f64::from(self.web.cells[line.total].value);
                let mut rest = f64::from(cents) * people / 100.0;
                let mut terms = Vec::new();
                for &part in &line.parts {
                    let cents = f64::from(mean.cents[part].unwrap_or(0));
                    match sum_of[part] {
                        Some(sum) => terms.push((sum, 1.0)),
                        None => rest -= cents * f64::from(self.web.cells[part].value) / 100.0,
                    }
                }
                if !terms.is_empty() {
                    // A mean is published to the cent.
                    let room = people * 0.005 + 0.001;
                    self.rows.push(LinearConstraint(
                        terms.clone(),
                        ConstraintRelation::AtLeast,
                        rest - room,
                    ));
                    self.rows.push(LinearConstraint(
                        terms,
                        ConstraintRelation::AtMost,
                        rest + room,
                    ));
                }
            }
            self.sums.push(sums);
        }
    }

    /// The table in which the aims together deviate as far as possible.
    pub fn push(&self, aims: &[Aim]) -> Result<FeasibleTable, String> {
        let mut variables = ProblemVariables::new();
        let mut unknowns: Vec<Variable> = Vec::with_capacity(self.unknowns);
        for unknown in 0..self.unknowns {
            let bounds = match self.hidden.get(unknown) {
                None => variable().min(0),
                Some(cell) => {
                    let cell = &self.web.cells[*cell];
                    let (low, high) = cell.declared();
                    // A limit beyond every required distance, so that no objective is unbounded.
                    let high = high.unwrap_or(cell.value + FAR);
                    variable().min(low).max(high)
                }
            };
            unknowns.push(variables.add(bounds));
        }
        let mut goal = Expression::default();
        for aim in aims {
            let sign = if aim.up { 1.0 } else { -1.0 };
            match aim.mean {
                None => {
                    if let Ok(unknown) = self.hidden.binary_search(&aim.cell) {
                        goal += sign * unknowns[unknown];
                    }
                }
                // Beyond the required mean: maximizes sum − target × count.
                Some(mean) => {
                    let sums = self.sums.get(mean).map_or(&[][..], Vec::as_slice);
                    if let Ok(at) = sums.binary_search_by_key(&aim.cell, |(cell, ..)| *cell) {
                        let (cell, sum, count) = sums[at];
                        let share = 1.0 + sign * mean_width(self.web.cells[cell].shown);
                        let cents = self.web.means[mean].cents[cell].unwrap_or(0);
                        let target = f64::from(cents) / 100.0 * share;
                        goal += sign * unknowns[sum] - sign * target * unknowns[count];
                    }
                }
            }
        }
        let mut model = variables.maximise(goal).using(microlp);
        for LinearConstraint(terms, relation, right) in &self.rows {
            let left: Expression = terms
                .iter()
                .map(|(unknown, by)| *by * unknowns[*unknown])
                .sum();
            model = model.with(match relation {
                ConstraintRelation::Equal => constraint!(left == *right),
                ConstraintRelation::AtMost => constraint!(left <= *right),
                ConstraintRelation::AtLeast => constraint!(left >= *right),
            });
        }
        let solution = model
            .solve()
            .map_err(|error| format!("the attack found no table at all: {error}"))?;
        let value = |unknown: usize| solution.value(unknowns[unknown]);
        let mut table = FeasibleTable::truth(self.web);
        for (unknown, cell) in self.hidden.iter().enumerate() {
            table.counts[*cell] = value(unknown);
        }
        for (mean, sums) in self.sums.iter().enumerate() {
            for &(cell, sum, count) in sums {
                table.cents[mean][cell] = value(sum) / value(count) * 100.0;
            }
        }
        Ok(table)
    }
}
