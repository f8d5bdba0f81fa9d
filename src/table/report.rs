//! The problems of one file, as many as a reader can use.

use crate::problem::{Fault, Problem, SourceLocation};

/// Faults of one code in one column that are listed one by one; further ones are counted.
const LISTED: usize = 5;

/// The faults of one file; many of a kind in one column become a few and a count.
pub(super) struct FileFaults {
    pub file: SourceLocation,
    pub problems: Vec<Problem>,
}

impl FileFaults {
    pub fn of(file: &str) -> Self {
        Self {
            file: SourceLocation::file(file),
            problems: Vec::new(),
        }
    }

    pub fn add(&mut self, place: SourceLocation, fault: Fault) {
        let same = |problem: &&mut Problem| {
            problem.place.column == place.column && problem.fault.code() == fault.code()
        };
        let mut alike: Vec<&mut Problem> = self.problems.iter_mut().filter(same).collect();
        if alike.len() >= LISTED {
            if let Some(last) = alike.last_mut() {
                last.more += 1;
            }
            return;
        }
        self.problems.push(Problem::new(place, fault));
    }
}
