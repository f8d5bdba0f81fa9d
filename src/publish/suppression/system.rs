//! Counts, what a reader sees of each, and the relations between them; linear programs say how far a
//! suppressed count can be from its value.

use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, constraint,
    microlp, variable,
};
use std::collections::BTreeMap;

/// Tolerance for rounding in the solver.
pub const SLACK: f64 = 1e-6;

/// What a reader sees of one count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seen {
    Number(f64),
    /// Suppressed, with the range that is declared for it.
    Suppressed {
        low: f64,
        high: Option<f64>,
    },
    /// There is no count, for example because it was not collected.
    Absent,
}

impl Seen {
    /// Whether a reader has to compute it.
    pub fn is_suppressed(self) -> bool {
        matches!(self, Self::Suppressed { .. })
    }
}

/// Σ factor · cell is 0, or at most 0.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearRelation {
    /// (cell, factor); no cell is absent.
    pub terms: Vec<(usize, f64)>,
    pub is_equal: bool,
}

/// All counts of a package and everything that relates them.
#[derive(Clone, Debug, Default)]
pub struct System {
    pub cells: Vec<Seen>,
    pub relations: Vec<LinearRelation>,
}

/// The smallest and the largest possible value of a count; without a limit, `high` is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: Option<f64>,
}

impl Interval {
    /// How many whole numbers the count can be, less one: 0 for a count that can be computed.
    pub fn width(self) -> f64 {
        let first = (self.low - SLACK).ceil();
        self.high
            .map_or(f64::INFINITY, |high| (high + SLACK).floor() - first)
    }
}

/// No counts at all fit the relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction;

/// Cells that relations connect, and these relations.
#[derive(Clone, Debug, Default)]
pub struct LinkedCells {
    pub cells: Vec<usize>,
    pub relations: Vec<usize>,
}

impl System {
    /// The groups of cells that relations connect by cells for which `links` holds; each such cell is in one group.
    pub fn groups(&self, links: impl Fn(Seen) -> bool) -> Vec<LinkedCells> {
        let mut parent: Vec<usize> = (0..self.cells.len()).collect();
        fn root(parent: &mut [usize], mut cell: usize) -> usize {
            while parent[cell] != cell {
                parent[cell] = parent[parent[cell]];
                cell = parent[cell];
            }
            cell
        }
        let linked = |relation: &LinearRelation| {
            let cells = relation.terms.iter().map(|(cell, _)| *cell);
            cells
                .filter(|cell| links(self.cells[*cell]))
                .collect::<Vec<usize>>()
        };
        for relation in &self.relations {
            let cells = linked(relation);
            for pair in cells.windows(2) {
                let (one, other) = (root(&mut parent, pair[0]), root(&mut parent, pair[1]));
                parent[one.max(other)] = one.min(other);
            }
        }
        let mut groups: BTreeMap<usize, LinkedCells> = BTreeMap::new();
        for cell in (0..self.cells.len()).filter(|cell| links(self.cells[*cell])) {
            let group = groups.entry(root(&mut parent, cell)).or_default();
            group.cells.push(cell);
        }
        for (index, relation) in self.relations.iter().enumerate() {
            if let Some(first) = linked(relation).first() {
                let group = groups.entry(root(&mut parent, *first)).or_default();
                group.relations.push(index);
            }
        }
        groups.into_values().collect()
    }

    /// The interval of each cell of a group of suppressed cells.
    pub fn bounds(&self, group: &LinkedCells) -> Result<Vec<Interval>, Contradiction> {
        let program = BoundProgram::new(self, group);
        let one = |at: usize| {
            let low = program.extreme(at, false)?.map_or(0.0, |table| table[at]);
            let high = program.extreme(at, true)?.map(|table| table[at]);
            Ok(Interval { low, high })
        };
        (0..group.cells.len()).map(one).collect()
    }

    /// Whether a sum has one suppressed cell, which can then be computed.
    pub fn has_single(&self) -> bool {
        let is_suppressed = |(cell, _): &&(usize, f64)| self.cells[*cell].is_suppressed();
        let mut sums = self.relations.iter().filter(|relation| relation.is_equal);
        sums.any(|relation| relation.terms.iter().filter(is_suppressed).count() == 1)
    }

    /// Suppressed cells whose interval is narrower than `width`; with `first`, at most one of them. Every solution
    /// is a table that fits everything published, so that one solution widens many intervals.
    pub fn narrow(&self, width: f64, first: bool) -> Result<Vec<usize>, Contradiction> {
        let mut found = Vec::new();
        for group in self.groups(Seen::is_suppressed) {
            let program = BoundProgram::new(self, &group);
            let mut reach: Vec<Option<Interval>> = vec![None; group.cells.len()];
            for (at, cell) in group.cells.iter().enumerate() {
                for up in [true, false] {
                    if reach[at].is_some_and(|reach| reach.width() >= width) {
                        break;
                    }
                    match program.extreme(at, up)? {
                        Some(table) => widen(&mut reach, &table),
                        None => {
                            reach[at] = Some(Interval {
                                low: 0.0,
                                high: None,
                            })
                        }
                    }
                }
                if reach[at].is_none_or(|reach| reach.width() < width) {
                    found.push(*cell);
                    if first {
                        return Ok(found);
                    }
                }
            }
        }
        Ok(found)
    }
}

/// Adds a table that fits to the reach of its cells.
fn widen(reach: &mut [Option<Interval>], table: &[f64]) {
    for (reach, value) in reach.iter_mut().zip(table) {
        *reach = Some(match *reach {
            None => Interval {
                low: *value,
                high: Some(*value),
            },
            Some(known) => Interval {
                low: known.low.min(*value),
                high: known.high.map(|high| high.max(*value)),
            },
        });
    }
}

/// One row of a program: terms are (unknown, factor).
struct ProgramRow {
    terms: Vec<(usize, f64)>,
    is_equal: bool,
    right: f64,
}

/// The relations of one group, with what is published moved to the right side.
struct BoundProgram {
    between: Vec<(f64, Option<f64>)>,
    rows: Vec<ProgramRow>,
}

impl BoundProgram {
    fn new(system: &System, group: &LinkedCells) -> Self {
        let between = group.cells.iter().map(|cell| match system.cells[*cell] {
            Seen::Suppressed { low, high } => (low, high),
            Seen::Number(value) => (value, Some(value)),
            Seen::Absent => (0.0, None),
        });
        let rows = group.relations.iter().map(|index| {
            let relation = &system.relations[*index];
            let mut row = ProgramRow {
                terms: Vec::new(),
                is_equal: relation.is_equal,
                right: 0.0,
            };
            for (cell, factor) in &relation.terms {
                match (group.cells.binary_search(cell), system.cells[*cell]) {
                    (Ok(at), _) => row.terms.push((at, *factor)),
                    (Err(_), Seen::Number(value)) => row.right -= factor * value,
                    (Err(_), _) => {}
                }
            }
            row
        });
        Self {
            between: between.collect(),
            rows: rows.collect(),
        }
    }

    /// The table in which an unknown is as large or as small as possible; `None` where it has no limit.
    fn extreme(&self, at: usize, up: bool) -> Result<Option<Vec<f64>>, Contradiction> {
        let mut variables = ProblemVariables::new();
        let unknowns: Vec<Variable> = self
            .between
            .iter()
            .map(|(low, high)| {
                let bounds = variable().min(*low);
                variables.add(match high {
                    Some(high) => bounds.max(*high),
                    None => bounds,
                })
            })
            .collect();
        let goal = match up {
            true => variables.maximise(unknowns[at]),
            false => variables.minimise(unknowns[at]),
        };
        let mut model = goal.using(microlp);
        for row in &self.rows {
            let left: Expression = row.terms.iter().map(|(at, by)| *by * unknowns[*at]).sum();
            model = model.with(match row.is_equal {
                true => constraint!(left == row.right),
                false => constraint!(left <= row.right),
            });
        }
        match model.solve() {
            Ok(solution) => {
                let values = unknowns.iter().map(|unknown| solution.value(*unknown));
                Ok(Some(values.collect()))
            }
            Err(ResolutionError::Unbounded) => Ok(None),
            Err(_) => Err(Contradiction),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suppressed_block_of_two_by_two_is_bounded_from_3_to_6() {
        let hidden = Seen::Suppressed {
            low: 0.0,
            high: None,
        };
        let sum = |parts: [usize; 2], total: usize| LinearRelation {
            terms: vec![(parts[0], 1.0), (parts[1], 1.0), (total, -1.0)],
            is_equal: true,
        };
        let mut cells = vec![hidden; 4];
        cells.extend([7.0, 3.0, 6.0, 4.0].map(Seen::Number));
        let relations = vec![
            sum([0, 1], 4),
            sum([2, 3], 5),
            sum([0, 2], 6),
            sum([1, 3], 7),
        ];
        let system = System { cells, relations };
        let groups = system.groups(Seen::is_suppressed);
        assert_eq!(groups.len(), 1);
        let bounds = system.bounds(&groups[0]).expect("consistent");
        let high = bounds[0].high.expect("a limit");
        assert!((bounds[0].low - 3.0).abs() < SLACK && (high - 6.0).abs() < SLACK);
        assert_eq!(system.narrow(3.0, false), Ok(Vec::new()));
        assert_eq!(system.narrow(4.0, false).expect("consistent").len(), 4);
    }

    #[test]
    fn numbers_that_no_table_fits_are_a_contradiction() {
        let hidden = Seen::Suppressed {
            low: 1.0,
            high: Some(9.0),
        };
        let system = System {
            cells: vec![hidden, Seen::Number(30.0)],
            relations: vec![LinearRelation {
                terms: vec![(0, 1.0), (1, -1.0)],
                is_equal: true,
            }],
        };
        assert_eq!(system.narrow(8.0, false), Err(Contradiction));
    }
}
