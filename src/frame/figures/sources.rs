//! The sources that rows name.

use crate::frame::{FigureWords, Row, SourceWords};
use std::collections::BTreeSet;

/// The sources that rows name, each once.
#[derive(Default)]
pub(in crate::frame) struct SourceList {
    pub(super) list: Vec<SourceWords>,
}

impl SourceList {
    pub(in crate::frame) fn index_of(&mut self, source: SourceWords) -> usize {
        self.list
            .iter()
            .position(|known| *known == source)
            .unwrap_or_else(|| {
                self.list.push(source);
                self.list.len() - 1
            })
    }

    /// The sources of the rows shown, strongest first; the indices in the rows are updated.
    pub(in crate::frame) fn settle(self, rows: &mut [Row]) -> Vec<SourceWords> {
        let mut figures: Vec<&mut FigureWords> = Vec::new();
        for row in rows.iter_mut() {
            let across = row.cell.across.as_mut();
            let claimed = across.and_then(|across| across.claimed.as_mut());
            figures.extend(claimed.map(|claimed| &mut claimed.figure));
            figures.extend(&mut row.figure);
        }
        let used: BTreeSet<usize> = figures
            .iter()
            .flat_map(|figure| figure.sources.iter().copied())
            .collect();
        let mut order: Vec<usize> = used.into_iter().collect();
        let strength = |at: usize| {
            let source = &self.list[at];
            let rank = source.rank.map_or(usize::MAX, |rank| rank as usize);
            (rank, &source.publisher, &source.title, &source.url)
        };
        order.sort_by(|a, b| strength(*a).cmp(&strength(*b)));
        for figure in &mut figures {
            for at in &mut figure.sources {
                *at = order.iter().position(|old| old == at).unwrap_or_default();
            }
        }
        order.into_iter().map(|at| self.list[at].clone()).collect()
    }
}
