//! The same in whole people: the solver's tables may have fractions, which a reader can rule out.

use super::attacker::{Aim, Attack};
use super::published::Shown;
use super::system::SLACK;

impl Attack<'_> {
    /// Whether there is a table of whole people in which the aim has its declared extreme value, by
    /// branch and bound from the table nearest to the true one; `truth` has every count, in the
    /// same order. Unknowns that come out as fractions are then required to be whole, until there
    /// are none.
    pub(super) fn in_whole_numbers(&mut self, aim: Aim, truth: &[f64]) -> bool {
        let Shown::Hidden {
            low, high, width, ..
        } = self.published.counts[self.hidden[aim.cell]].shown
        else {
            return true;
        };
        let middle = truth[self.hidden[aim.cell]];
        let lowest = (self.low[aim.cell].max(middle - width) - SLACK).ceil();
        let end = match (high.is_finite(), aim.sign > 0.0) {
            (true, true) => high,
            (true, false) => low,
            // Two ends of a secondary cell, as far apart as declared.
            (false, true) => lowest + width,
            (false, false) => lowest,
        };
        let truth: Vec<f64> = self.hidden.iter().map(|cell| truth[*cell]).collect();
        let mut system = self.counts.around(&truth);
        let [more, fewer] = [2 * aim.cell, 2 * aim.cell + 1];
        system.unknowns[more] = ((end - middle).max(0.0), (end - middle).max(0.0));
        system.unknowns[fewer] = ((middle - end).max(0.0), (middle - end).max(0.0));
        let goal: Vec<(usize, f64)> = (0..system.unknowns.len())
            .map(|unknown| (unknown, -1.0))
            .collect();
        loop {
            self.programs += 1;
            let Some(values) = system.most(&goal) else {
                return false;
            };
            let in_parts =
                |unknown: &usize| (values[*unknown] - values[*unknown].round()).abs() > SLACK;
            let found: Vec<usize> = (0..values.len()).filter(in_parts).collect();
            if found.is_empty() {
                let people =
                    |unknown: usize| truth[unknown] + values[2 * unknown] - values[2 * unknown + 1];
                let people: Vec<f64> = (0..truth.len()).map(people).collect();
                return self.counts.allows(&people) && people[aim.cell] == end;
            }
            system.whole.extend(found);
        }
    }
}
