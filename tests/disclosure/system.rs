//! Linear relations between unknowns, and the bounds of each unknown.

use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, constraint, microlp,
    variable,
};

use std::collections::BTreeSet;

/// Σ factor × unknown is between two numbers.
#[derive(Clone, Debug)]
pub struct Relation {
    pub terms: Vec<(usize, f64)>,
    pub low: f64,
    pub high: f64,
}

/// Unknowns with their own bounds, and relations between them.
#[derive(Clone, Debug, Default)]
pub struct System {
    pub unknowns: Vec<(f64, f64)>,
    pub relations: Vec<Relation>,
    /// Unknowns that must be whole numbers, because they count people.
    pub whole: BTreeSet<usize>,
}

/// Room for rounding in the solver.
pub const SLACK: f64 = 1e-5;

impl System {
    pub fn unknown(&mut self, low: f64, high: f64) -> usize {
        self.unknowns.push((low, high));
        self.unknowns.len() - 1
    }

    pub fn equal(&mut self, terms: Vec<(usize, f64)>, sum: f64) {
        self.relations.push(Relation {
            terms,
            low: sum,
            high: sum,
        });
    }

    /// The same relations between deviations from given values: unknown 2i is the increase, 2i + 1
    /// the decrease.
    pub fn around(&self, values: &[f64]) -> Self {
        let mut system = Self::default();
        for ((low, high), value) in self.unknowns.iter().zip(values) {
            system.unknown(0.0, high - value);
            system.unknown(0.0, value - low);
        }
        for relation in &self.relations {
            let sum: f64 = relation
                .terms
                .iter()
                .map(|(unknown, factor)| factor * values[*unknown])
                .sum();
            let both = |(unknown, factor): &(usize, f64)| {
                [(2 * unknown, *factor), (2 * unknown + 1, -factor)]
            };
            system.relations.push(Relation {
                terms: relation.terms.iter().flat_map(both).collect(),
                low: relation.low - sum,
                high: relation.high - sum,
            });
        }
        system
    }

    /// The values that maximize the goal; `None` where the relations contradict each other.
    pub fn most(&self, goal: &[(usize, f64)]) -> Option<Vec<f64>> {
        let mut variables = ProblemVariables::new();
        let unknowns: Vec<_> = (self.unknowns.iter().enumerate())
            .map(|(index, (low, high))| {
                let bounds = variable().min(*low).max(*high);
                variables.add(if self.whole.contains(&index) {
                    bounds.integer()
                } else {
                    bounds
                })
            })
            .collect();
        let sum = |terms: &[(usize, f64)]| -> Expression {
            terms
                .iter()
                .map(|(unknown, factor)| *factor * unknowns[*unknown])
                .sum()
        };
        let mut model = variables.maximise(sum(goal)).using(microlp);
        for relation in &self.relations {
            let left = sum(&relation.terms);
            if relation.low == relation.high {
                model = model.with(constraint!(left == relation.low));
                continue;
            }
            if relation.low.is_finite() {
                model = model.with(constraint!(left.clone() >= relation.low));
            }
            if relation.high.is_finite() {
                model = model.with(constraint!(left <= relation.high));
            }
        }
        match model.solve() {
            Ok(solution) => Some(
                unknowns
                    .iter()
                    .map(|unknown| solution.value(*unknown))
                    .collect(),
            ),
            Err(ResolutionError::Infeasible) => None,
            Err(error) => panic!("the solver gave up: {error}"),
        }
    }

    /// The smallest and largest value an unknown can have.
    pub fn bounds(&self, unknown: usize) -> (f64, f64) {
        let end = |sign: f64| {
            self.most(&[(unknown, sign)])
                .expect("the published table itself")[unknown]
        };
        (end(-1.0), end(1.0))
    }

    /// Whether these values satisfy everything, by plain arithmetic.
    pub fn allows(&self, values: &[f64]) -> bool {
        let inside =
            |value: f64, low: f64, high: f64| value >= low - SLACK && value <= high + SLACK;
        let alone = self
            .unknowns
            .iter()
            .zip(values)
            .all(|((low, high), value)| inside(*value, *low, *high));
        alone
            && self.relations.iter().all(|relation| {
                let sum: f64 = relation
                    .terms
                    .iter()
                    .map(|(unknown, factor)| factor * values[*unknown])
                    .sum();
                // Sums of many products are less precise.
                let room = SLACK * (1.0 + sum.abs() * 1e-2);
                sum >= relation.low - room && sum <= relation.high + room
            })
    }
}
