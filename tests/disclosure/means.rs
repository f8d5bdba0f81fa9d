//! What published means reveal: sums of wages, alone and together with the counts.

use super::attacker::{Aim, Attack, KINDS};
use super::published::{Mean, Shown};
use super::system::{Relation, System};

/// A relation between sums of wages: its terms, and the lower and upper bound of their sum.
type Between = (Vec<(usize, f64)>, f64, f64);

impl Attack<'_> {
    /// The published means as relations between sums of wages, for given counts.
    pub(super) fn wages(&self, kind: usize, values: &[f64]) -> (System, Vec<usize>) {
        let mut system = System::default();
        let mut cells = Vec::new();
        let mut sum_of = vec![None; self.published.counts.len()];
        let [least, most] = self.published.means_between;
        for (unknown, &cell) in self.hidden.iter().enumerate() {
            if self.published.counts[cell].means.get(kind) == Some(&Mean::Hidden) {
                sum_of[cell] =
                    Some(system.unknown(values[unknown] * least, values[unknown] * most));
                cells.push(unknown);
            }
        }
        for (terms, low, high) in self.mean_sums(kind, &sum_of) {
            system.relations.push(Relation { terms, low, high });
        }
        (system, cells)
    }

    /// For each published mean of a total: the suppressed sums of wages in it, and their lower and
    /// upper bound.
    fn mean_sums(&self, kind: usize, sum_of: &[Option<usize>]) -> Vec<Between> {
        let wages = |cell: usize| {
            let count = &self.published.counts[cell];
            match (count.shown, count.means.get(kind)) {
                (Shown::Number(people), Some(Mean::Number(mean))) => Some(people * mean),
                _ => None,
            }
        };
        let published = self.published.sums.iter().filter_map(|sum| {
            let Shown::Number(people) = self.published.counts[sum.total].shown else {
                return None;
            };
            let total = wages(sum.total)?;
            let terms: Vec<(usize, f64)> = sum
                .parts
                .iter()
                .filter_map(|part| Some((sum_of[*part]?, 1.0)))
                .collect();
            let rest = total
                - sum
                    .parts
                    .iter()
                    .filter_map(|part| wages(*part))
                    .sum::<f64>();
            // A mean is published to the cent.
            let room = people * 0.005 + 0.001;
            (!terms.is_empty()).then_some((terms, rest - room, rest + room))
        });
        published.collect()
    }

    /// Counts and wages in one program for one aim.
    pub(super) fn ask_whole(&mut self, aim: Aim) {
        let mut system = self.counts.clone();
        let mut wages = Vec::new();
        let [least, most] = self.published.means_between;
        for kind in 0..KINDS {
            let mut sum_of = vec![None; self.published.counts.len()];
            let mut cells = Vec::new();
            for (unknown, &cell) in self.hidden.iter().enumerate() {
                if self.published.counts[cell].means.get(kind) == Some(&Mean::Hidden) {
                    let sum = system.unknown(0.0, 1e9);
                    system.relations.push(Relation {
                        terms: vec![(sum, 1.0), (unknown, -least)],
                        low: 0.0,
                        high: f64::INFINITY,
                    });
                    system.relations.push(Relation {
                        terms: vec![(sum, 1.0), (unknown, -most)],
                        low: f64::NEG_INFINITY,
                        high: 0.0,
                    });
                    sum_of[cell] = Some(sum);
                    cells.push((unknown, sum));
                }
            }
            for (terms, low, high) in self.mean_sums(kind, &sum_of) {
                system.relations.push(Relation { terms, low, high });
            }
            wages.push(cells);
        }
        // A mean is a quotient: to find its extreme, sum − guess × count is maximized and the guess
        // adjusted.
        let goal = |guess: f64| match aim.mean {
            None => vec![(aim.cell, aim.sign)],
            Some(kind) => {
                let (_, sum) = wages[kind]
                    .iter()
                    .find(|(unknown, _)| *unknown == aim.cell)
                    .expect("a hidden mean");
                vec![(*sum, aim.sign), (aim.cell, -aim.sign * guess)]
            }
        };
        let mut guess = (least + most) / 2.0;
        for _ in 0..if aim.mean.is_some() { 6 } else { 1 } {
            self.programs += 1;
            let values = system
                .most(&goal(guess))
                .expect("the published table itself");
            if !system.allows(&values) {
                return;
            }
            let sums: Vec<_> = wages
                .iter()
                .map(|cells| {
                    (
                        cells.iter().map(|(unknown, _)| *unknown).collect(),
                        cells.iter().map(|(_, sum)| values[*sum]).collect(),
                    )
                })
                .collect();
            self.note(&values[..self.hidden.len()], &sums);
            if let Some(kind) = aim.mean {
                let (_, sum) = wages[kind]
                    .iter()
                    .find(|(unknown, _)| *unknown == aim.cell)
                    .expect("a hidden mean");
                guess = values[*sum] / values[aim.cell];
            }
        }
    }
}
