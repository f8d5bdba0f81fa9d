//! An attacker who tries to find a suppressed number, with every published relation and a linear
//! program.
//!
//! Counts are bounded first. Each table that a program finds is completed by wages that keep every
//! published mean true and is then checked against *all* relations by plain arithmetic: only such a
//! table shows that a value is possible. Many cells are requested at once, no two in the same
//! narrow sum; those that stay open are requested alone, up and down. What is then still narrower
//! than declared is broken.

use super::published::{Published, Shown};
use super::system::{Relation, SLACK, System};

/// The result of an attack.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    pub counts: usize,
    pub means: usize,
    /// Suppressed cells that can be bounded more narrowly than declared.
    pub broken: Vec<String>,
    /// The smallest range of possible values of any suppressed count.
    pub narrowest: f64,
    pub programs: usize,
    /// The number of ends tried in whole numbers, and those for which no table was found.
    pub whole: usize,
    pub not_whole: Vec<String>,
    /// Suppressed cells among the broken ones.
    pub cells_broken: usize,
}

/// One direction of one suppressed count, or of its mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Aim {
    pub cell: usize,
    pub mean: Option<usize>,
    pub sign: f64,
}

pub(super) struct Attack<'a> {
    pub published: &'a Published,
    /// The suppressed counts; their unknowns are in the same order.
    pub hidden: Vec<usize>,
    pub counts: System,
    /// Sums that few suppressed counts share: two aims in one of them would restrict each other.
    pub narrow: Vec<Vec<usize>>,
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    /// Smallest and largest mean found, by kind and unknown.
    pub means: Vec<(Vec<f64>, Vec<f64>)>,
    pub programs: usize,
}

/// Kinds of means: starting and prior wage.
pub(super) const KINDS: usize = 2;

/// Replaces a missing upper bound; far above anything declared.
const FAR: f64 = 100_000.0;

/// Attacks every suppressed cell of one quarter. `every`: one of this many suppressed counts is
/// also tried in whole numbers; 0 for none.
pub fn attack(published: &Published, every: usize, truth: &[f64]) -> Outcome {
    let mut attack = Attack::new(published);
    let mut open = attack.aims();
    let all = open.clone();
    for _ in 0..60 {
        for sign in [1.0, -1.0] {
            let chosen = attack.apart(&open, sign);
            if !chosen.is_empty() {
                attack.ask(&chosen);
            }
        }
        let before = open.len();
        open.retain(|aim| !attack.reached(*aim));
        if open.is_empty() || open.len() == before {
            break;
        }
    }
    for aim in &open {
        if !attack.reached(*aim) {
            attack.ask(&[*aim]);
        }
    }
    open.retain(|aim| !attack.reached(*aim));
    // Counts and wages in one program, for those that neither alone could move.
    for aim in &open {
        attack.ask_whole(*aim);
    }
    open.retain(|aim| !attack.reached(*aim));
    let width = |unknown: usize| attack.high[unknown] - attack.low[unknown];
    let mut cells_broken: Vec<usize> = open.iter().map(|aim| aim.cell).collect();
    cells_broken.dedup();
    let mut outcome = Outcome {
        counts: attack.hidden.len(),
        means: all.iter().filter(|aim| aim.mean.is_some()).count() / 2,
        broken: open.iter().map(|aim| attack.tell(*aim)).collect(),
        cells_broken: cells_broken.len(),
        narrowest: (0..attack.hidden.len())
            .map(width)
            .fold(f64::INFINITY, f64::min),
        programs: attack.programs,
        ..Outcome::default()
    };
    let tried = all
        .iter()
        .filter(|aim| every > 0 && aim.cell % every == 0 && aim.mean.is_none());
    for aim in tried {
        outcome.whole += 1;
        if !attack.in_whole_numbers(*aim, truth) {
            outcome.not_whole.push(attack.tell(*aim));
        }
    }
    outcome
}

impl<'a> Attack<'a> {
    fn new(published: &'a Published) -> Self {
        let mut counts = System::default();
        let mut unknown_of = vec![None; published.counts.len()];
        let mut hidden = Vec::new();
        for (cell, count) in published.counts.iter().enumerate() {
            if let Shown::Hidden { low, high, .. } = count.shown {
                unknown_of[cell] = Some(counts.unknown(low, high.min(FAR)));
                hidden.push(cell);
            }
        }
        let number = |cell: usize| match published.counts[cell].shown {
            Shown::Number(number) => number,
            Shown::Hidden { .. } => 0.0,
        };
        let mut narrow = vec![Vec::new(); hidden.len()];
        for (index, sum) in published.sums.iter().enumerate() {
            let mut terms: Vec<(usize, f64)> = sum
                .parts
                .iter()
                .filter_map(|part| Some((unknown_of[*part]?, 1.0)))
                .collect();
            if terms.len() <= 40 {
                terms
                    .iter()
                    .for_each(|(unknown, _)| narrow[*unknown].push(index));
            }
            terms.extend(unknown_of[sum.total].map(|unknown| (unknown, -1.0)));
            let known = number(sum.total) - sum.parts.iter().map(|part| number(*part)).sum::<f64>();
            match terms.is_empty() {
                true => assert_eq!(known, 0.0, "a total is the sum of its parts"),
                false => counts.equal(terms, known),
            }
        }
        for &(part, whole) in &published.nests {
            let terms = [(part, 1.0), (whole, -1.0)]
                .into_iter()
                .filter_map(|(cell, factor)| Some((unknown_of[cell]?, factor)))
                .collect::<Vec<_>>();
            if !terms.is_empty() {
                counts.relations.push(Relation {
                    terms,
                    low: f64::NEG_INFINITY,
                    high: number(whole) - number(part),
                });
            }
        }
        let none = (
            vec![f64::INFINITY; hidden.len()],
            vec![f64::NEG_INFINITY; hidden.len()],
        );
        Self {
            published,
            counts,
            narrow,
            low: none.0.clone(),
            high: none.1.clone(),
            means: vec![none; KINDS],
            hidden,
            programs: 0,
        }
    }

    fn aims(&self) -> Vec<Aim> {
        let both =
            |cell: usize, mean: Option<usize>| [1.0, -1.0].map(|sign| Aim { cell, mean, sign });
        let of_cell = |unknown: usize| {
            let means = self.published.counts[self.hidden[unknown]].means.len();
            std::iter::once(None)
                .chain((0..means).map(Some))
                .flat_map(move |mean| both(unknown, mean))
        };
        (0..self.hidden.len()).flat_map(of_cell).collect()
    }

    /// As many aims as possible without two counts, or two means of a kind, in one narrow sum.
    fn apart(&self, open: &[Aim], sign: f64) -> Vec<Aim> {
        let mut taken = vec![[false; KINDS + 1]; self.published.sums.len()];
        let mut chosen = Vec::new();
        for aim in open
            .iter()
            .filter(|aim| aim.sign == sign && !self.reached(**aim))
        {
            let kind = aim.mean.map_or(KINDS, |mean| mean);
            let sums = &self.narrow[aim.cell];
            if sums.iter().all(|sum| !taken[*sum][kind]) {
                sums.iter().for_each(|sum| taken[*sum][kind] = true);
                chosen.push(*aim);
            }
        }
        chosen
    }

    /// Requests the aims together: counts by one program, then wages that fit.
    fn ask(&mut self, aims: &[Aim]) {
        let goal: Vec<(usize, f64)> = aims
            .iter()
            .filter(|aim| aim.mean.is_none())
            .map(|aim| (aim.cell, aim.sign))
            .collect();
        self.programs += 1;
        let values = self.counts.most(&goal).expect("the published table itself");
        let mut wages = Vec::new();
        for kind in 0..KINDS {
            let (system, cells) = self.wages(kind, &values);
            let goal: Vec<(usize, f64)> = aims
                .iter()
                .filter(|aim| aim.mean == Some(kind))
                .filter_map(|aim| {
                    Some((
                        cells.binary_search(&aim.cell).ok()?,
                        aim.sign / values[aim.cell],
                    ))
                })
                .collect();
            self.programs += 1;
            match system.most(&goal) {
                Some(sums) if system.allows(&sums) => wages.push((cells, sums)),
                _ => return,
            }
        }
        if self.counts.allows(&values) {
            self.note(&values, &wages);
        }
    }

    /// Records a possible table.
    pub(super) fn note(&mut self, values: &[f64], wages: &[(Vec<usize>, Vec<f64>)]) {
        for (unknown, value) in values.iter().enumerate() {
            self.low[unknown] = self.low[unknown].min(*value);
            self.high[unknown] = self.high[unknown].max(*value);
        }
        for ((cells, sums), (low, high)) in wages.iter().zip(&mut self.means) {
            for (unknown, sum) in cells.iter().zip(sums) {
                let mean = sum / values[*unknown];
                low[*unknown] = low[*unknown].min(mean);
                high[*unknown] = high[*unknown].max(mean);
            }
        }
    }

    /// Whether the declared value of the aim was found possible.
    fn reached(&self, aim: Aim) -> bool {
        let Shown::Hidden {
            low,
            high,
            width,
            mean_width,
        } = self.published.counts[self.hidden[aim.cell]].shown
        else {
            return true;
        };
        if let Some(kind) = aim.mean {
            // As far below as above: the reader does not know the middle.
            let (lowest, highest) = (self.means[kind].0[aim.cell], self.means[kind].1[aim.cell]);
            return highest / lowest >= (1.0 + mean_width) / (1.0 - mean_width) - SLACK;
        }
        if high.is_finite() {
            return if aim.sign > 0.0 {
                self.high[aim.cell] >= high - SLACK
            } else {
                self.low[aim.cell] <= low + SLACK
            };
        }
        self.high[aim.cell] - self.low[aim.cell] >= width - SLACK
    }

    fn tell(&self, aim: Aim) -> String {
        let place = &self.published.counts[self.hidden[aim.cell]].place;
        match aim.mean {
            None => format!(
                "{place}: {:.3} to {:.3}",
                self.low[aim.cell], self.high[aim.cell]
            ),
            Some(kind) => format!(
                "{place}, mean {kind}: {:.2} to {:.2}",
                self.means[kind].0[aim.cell], self.means[kind].1[aim.cell]
            ),
        }
    }
}
