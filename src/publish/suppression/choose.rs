//! Chooses the further counts to suppress, so that no suppressed count can be narrowed below its width.
//!
//! For a count that is too narrow: every count that may be suppressed deviates from its value, at a price for each
//! unit, and the cheapest table that moves the narrow count far enough names the counts to suppress (Kelly, Golden
//! and Assad, 1992). Then each further count is published again where the attack allows it. In small groups several
//! prices are tried, each further count is forbidden in turn, and others are tried in its place. In the smallest every
//! choice is looked at. The least information lost is kept.

use super::system::{LinearRelation, LinkedCells, Seen, System};
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, constraint, microlp, variable};

/// Smaller deviations count as zero.
const NONE: f64 = 1e-6;

/// Groups of more cells are solved once, without trying other prices.
const SMALL_GROUP: usize = 60;

/// With at most this many counts that may be suppressed, every choice is looked at.
const TINY_GROUP: usize = 16;

/// With more suppressed counts than this, none is published again: each takes an attack of its own.
const FEW: usize = 60;

/// The rule and the true counts.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Counts from 1 to one below it are suppressed.
    pub threshold: f64,
    /// What remains at least between the smallest and the largest possible value of a suppressed count.
    pub width: f64,
}

impl Rule {
    /// The range that a reader knows of a count suppressed because it is small.
    pub fn primary(self) -> Seen {
        Seen::Suppressed {
            low: 1.0,
            high: Some(self.threshold - 1.0),
        }
    }

    /// The range that a reader knows of a further count.
    pub fn further(self) -> Seen {
        Seen::Suppressed {
            low: self.threshold,
            high: None,
        }
    }

    /// Whether a count is suppressed because it is small.
    pub fn is_small(self, count: f64) -> bool {
        count >= 1.0 && count < self.threshold
    }
}

/// A cell that no further suppression protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unprotectable(pub usize);

/// How expensive it is that a count deviates by one.
type Price = fn(f64) -> f64;

const PRICES: [Price; 4] = [
    |count| count,
    f64::sqrt,
    |_| 1.0,
    |count| (1.0 + count).ln(),
];

/// The cells to suppress beside the small counts. `system` has the true numbers; `may_hide` says which cells may be
/// suppressed further. The information lost is the sum of the counts.
pub fn further(
    system: &System,
    may_hide: &[bool],
    rule: Rule,
    tell: &dyn Fn(usize, usize),
) -> Result<Vec<usize>, Unprotectable> {
    let has_number = |seen: Seen| matches!(seen, Seen::Number(_));
    let groups = system.groups(has_number);
    let mut found = Vec::new();
    for (done, group) in groups.iter().enumerate() {
        let part = CountGroup::new(system, group, may_hide, rule);
        if part.has_small() {
            let hidden = part
                .solve()
                .map_err(|Unprotectable(at)| Unprotectable(group.cells[at]))?;
            found.extend(hidden.into_iter().map(|at| group.cells[at]));
        }
        tell(done + 1, groups.len());
    }
    Ok(found)
}

/// One group of connected counts, with indices of its own.
struct CountGroup {
    truth: Vec<f64>,
    may_hide: Vec<bool>,
    /// Small counts are suppressed.
    start: System,
    rule: Rule,
}

impl CountGroup {
    fn new(system: &System, group: &LinkedCells, may_hide: &[bool], rule: Rule) -> Self {
        let number = |cell: &usize| match system.cells[*cell] {
            Seen::Number(count) => count,
            _ => 0.0,
        };
        let truth: Vec<f64> = group.cells.iter().map(number).collect();
        let cells = truth.iter().map(|count| match rule.is_small(*count) {
            true => rule.primary(),
            false => Seen::Number(*count),
        });
        let own = |cell: &usize| group.cells.binary_search(cell).ok();
        let relations = group.relations.iter().map(|index| {
            let relation = &system.relations[*index];
            let terms = relation.terms.iter();
            LinearRelation {
                terms: terms
                    .filter_map(|(cell, by)| Some((own(cell)?, *by)))
                    .collect(),
                is_equal: relation.is_equal,
            }
        });
        // A further count is known to be of the threshold at least.
        let hides = |(cell, count): (&usize, &f64)| may_hide[*cell] && *count >= rule.threshold;
        Self {
            may_hide: group.cells.iter().zip(&truth).map(hides).collect(),
            start: System {
                cells: cells.collect(),
                relations: relations.collect(),
            },
            truth,
            rule,
        }
    }

    fn has_small(&self) -> bool {
        self.truth.iter().any(|count| self.rule.is_small(*count))
    }

    fn lost(&self, hidden: &[usize]) -> f64 {
        hidden.iter().map(|cell| self.truth[*cell]).sum()
    }

    fn solve(&self) -> Result<Vec<usize>, Unprotectable> {
        let mut best = self.attempt(&self.may_hide, PRICES[0])?;
        if self.may_hide.iter().filter(|may| **may).count() <= TINY_GROUP {
            return Ok(self.exact(best));
        }
        if self.truth.len() > SMALL_GROUP {
            return Ok(best);
        }
        for price in &PRICES[1..] {
            self.keep_better(&mut best, self.attempt(&self.may_hide, *price));
        }
        loop {
            let before = self.lost(&best);
            self.forbid_each(&mut best);
            self.add_one(&mut best);
            if self.lost(&best) >= before {
                return Ok(best);
            }
        }
    }

    /// Chooses again without each further count in turn.
    fn forbid_each(&self, best: &mut Vec<usize>) {
        for cell in best.clone() {
            let mut may_hide = self.may_hide.clone();
            may_hide[cell] = false;
            for price in &PRICES[..2] {
                self.keep_better(best, self.attempt(&may_hide, *price));
            }
        }
    }

    /// Suppresses each other count too, and publishes again what need not be suppressed then.
    fn add_one(&self, best: &mut Vec<usize>) {
        for cell in (0..self.truth.len()).filter(|cell| self.may_hide[*cell]) {
            // What is added stays below what can be gained.
            if !best.contains(&cell) && self.truth[cell] < self.lost(best) {
                let mut hidden: Vec<usize> = best.iter().copied().chain([cell]).collect();
                let mut system = self.suppressed(&hidden);
                self.publish_again(&mut system, &mut hidden);
                self.keep_better(best, Ok(hidden));
            }
        }
    }

    /// The best of all choices: every set of counts that loses less than `best`, from the cheapest on.
    fn exact(&self, best: Vec<usize>) -> Vec<usize> {
        let free: Vec<usize> = (0..self.truth.len())
            .filter(|cell| self.may_hide[*cell])
            .collect();
        let members = |set: u32| {
            let chosen = free.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
            chosen.map(|(_, cell)| *cell).collect::<Vec<usize>>()
        };
        let mut sets: Vec<Vec<usize>> = (0..1_u32 << free.len()).map(members).collect();
        sets.retain(|set| self.lost(set) < self.lost(&best));
        sets.sort_by(|one, other| self.lost(one).total_cmp(&self.lost(other)));
        let found = sets
            .into_iter()
            .find(|set| self.is_safe(&self.suppressed(set)));
        found.unwrap_or(best)
    }

    /// The small counts and some further ones suppressed.
    fn suppressed(&self, further: &[usize]) -> System {
        let mut system = self.start.clone();
        for cell in further {
            system.cells[*cell] = self.rule.further();
        }
        system
    }

    fn is_safe(&self, system: &System) -> bool {
        // The quick look first: most counts are needed for a sum.
        let narrow = || system.narrow(self.rule.width, true);
        !system.has_single() && narrow().is_ok_and(|narrow| narrow.is_empty())
    }

    fn keep_better(&self, best: &mut Vec<usize>, other: Result<Vec<usize>, Unprotectable>) {
        if let Ok(other) = other
            && self.lost(&other) < self.lost(best)
        {
            *best = other;
        }
    }

    /// Suppresses until nothing is too narrow, then publishes again what need not be suppressed.
    fn attempt(&self, may_hide: &[bool], price: Price) -> Result<Vec<usize>, Unprotectable> {
        let mut system = self.start.clone();
        let mut hidden: Vec<usize> = Vec::new();
        loop {
            // The true counts fit, so that there is no contradiction.
            let narrow = system.narrow(self.rule.width, false).unwrap_or_default();
            let Some(first) = narrow.first() else { break };
            let mut added = 0;
            for cell in &narrow {
                let further = self.loosen(&system, may_hide, *cell, price)?;
                added += further.len();
                for cell in further {
                    system.cells[cell] = self.rule.further();
                    hidden.push(cell);
                }
            }
            if added == 0 {
                return Err(Unprotectable(*first));
            }
        }
        if hidden.len() <= FEW {
            self.publish_again(&mut system, &mut hidden);
        }
        Ok(hidden)
    }

    fn publish_again(&self, system: &mut System, hidden: &mut Vec<usize>) {
        hidden.sort_by(|one, other| self.truth[*other].total_cmp(&self.truth[*one]));
        for cell in hidden.clone() {
            let seen = std::mem::replace(&mut system.cells[cell], Seen::Number(self.truth[cell]));
            if self.is_safe(system) {
                hidden.retain(|other| *other != cell);
            } else {
                system.cells[cell] = seen;
            }
        }
    }

    /// The counts to suppress so that a suppressed count can have the values that its width demands.
    fn loosen(
        &self,
        system: &System,
        may_hide: &[bool],
        cell: usize,
        price: Price,
    ) -> Result<Vec<usize>, Unprotectable> {
        let mut system = system.clone();
        let mut found = Vec::new();
        for value in self.targets(cell) {
            let cells = self
                .moved(&system, may_hide, (cell, value), price)
                .ok_or(Unprotectable(cell))?;
            for cell in cells {
                system.cells[cell] = self.rule.further();
                found.push(cell);
            }
        }
        Ok(found)
    }

    /// The values that a suppressed count must be able to have.
    fn targets(&self, cell: usize) -> Vec<f64> {
        let Rule { threshold, width } = self.rule;
        let count = self.truth[cell];
        if !self.rule.is_small(count) {
            // Upward where the count below would be small.
            let down = count - width >= threshold;
            return vec![if down { count - width } else { count + width }];
        }
        let low = count.min(threshold - 1.0 - width).max(1.0);
        vec![low, low + width]
    }

    /// The published counts that deviate in the cheapest table in which a cell has a value; `None` if there is none.
    fn moved(
        &self,
        system: &System,
        may_hide: &[bool],
        (aim, value): (usize, f64),
        price: Price,
    ) -> Option<Vec<usize>> {
        let mut variables = ProblemVariables::new();
        let mut cost = Expression::default();
        let mut values: Vec<Option<Expression>> = vec![None; system.cells.len()];
        let mut deviations = Vec::new();
        for (cell, seen) in system.cells.iter().enumerate() {
            let truth = self.truth[cell];
            if let Seen::Suppressed { low, high } = *seen {
                let bounds = variable().min(low);
                let bounds = match high {
                    Some(high) => bounds.max(high),
                    None => bounds,
                };
                values[cell] = Some(variables.add(bounds).into());
            } else if may_hide[cell] {
                let more = variables.add(variable().min(0));
                let fewer = variables.add(variable().min(0).max(truth - self.rule.threshold));
                cost += price(truth) * (more + fewer);
                values[cell] = Some(truth + more - fewer);
                deviations.push((cell, more, fewer));
            }
        }
        let mut model = variables.minimise(cost).using(microlp);
        for relation in &system.relations {
            let mut left = Expression::default();
            let (mut known, mut moves) = (0.0, false);
            for (cell, by) in &relation.terms {
                match &values[*cell] {
                    Some(value) => {
                        left += *by * value.clone();
                        moves = true;
                    }
                    None => known += by * self.truth[*cell],
                }
            }
            if moves {
                model = model.with(match relation.is_equal {
                    true => constraint!(left == -known),
                    false => constraint!(left <= -known),
                });
            }
        }
        let aim = values[aim].clone()?;
        model = model.with(constraint!(aim == value));
        let solution = model.solve().ok()?;
        let deviates = deviations.iter().filter(|(_, more, fewer)| {
            solution.value(*more) > NONE || solution.value(*fewer) > NONE
        });
        Some(deviates.map(|(cell, ..)| *cell).collect())
    }
}
