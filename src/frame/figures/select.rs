//! Selects the figures that answer a question: of one type and one scope, and no part with its whole.

use super::FigureTable;
use crate::frame::filter::filtered;
use crate::frame::{AxisKind, Caveat, Refusal};
use crate::package::FieldRole;
use crate::query::{Dimension, Resolved};
use crate::table::RowSet;
use crate::value::Kind;
use std::collections::BTreeSet;

impl FigureTable<'_> {
    /// The figures of a question, of the one type that `kind` then names.
    pub(super) fn chosen(
        &self,
        resolved: &Resolved,
        kind: &mut Option<Kind>,
        caveats: &mut Vec<Caveat>,
    ) -> Result<RowSet, Refusal> {
        let unknown = || Refusal::UnknownMeasure {
            measure: resolved.measure.code.clone(),
        };
        let mut rows = self
            .of_measure(&resolved.measure.code)
            .ok_or_else(unknown)?;
        let filters = &resolved.query.filters;
        rows.intersect(&filtered(self.dataset, self.table, resolved, filters, None));
        self.leave_out_background(&mut rows, caveats);
        *kind = self.one_kind(&mut rows, *kind);
        self.leave_out_parts(&mut rows, caveats);
        let rows = self.of_scope(&rows, resolved);
        match rows.is_empty() {
            true => Err(Refusal::Empty),
            false => Ok(rows),
        }
    }

    fn leave_out_background(&self, rows: &mut RowSet, caveats: &mut Vec<Caveat>) {
        let Some(field) = self.field(FieldRole::Background) else {
            return;
        };
        let before = rows.count();
        rows.intersect(&RowSet::matching(self.table.len, |row| {
            self.table.text(field, row) != "true"
        }));
        let figures = (before - rows.count()) as u32;
        if figures > 0 {
            caveats.push(Caveat::BackgroundLeftOut { figures });
        }
    }

    /// Types are never mixed in a series: the type in the question, or the strongest type found.
    fn one_kind(&self, rows: &mut RowSet, asked: Option<Kind>) -> Option<Kind> {
        let column = self.table.codes(self.field(FieldRole::Kind)?)?;
        let has = |kind: &Kind| {
            let mut of_kind = column.rows_with(&[kind.as_str().to_owned()]);
            of_kind.intersect(rows);
            !of_kind.is_empty()
        };
        let kind = asked.or_else(|| Kind::ALL.iter().copied().find(has))?;
        rows.intersect(&column.rows_with(&[kind.as_str().to_owned()]));
        Some(kind)
    }

    fn leave_out_parts(&self, rows: &mut RowSet, caveats: &mut Vec<Caveat>) {
        let Some(field) = self.field(FieldRole::PartOf) else {
            return;
        };
        let before = rows.count();
        rows.intersect(&RowSet::matching(self.table.len, |row| {
            self.table.text(field, row).is_empty()
        }));
        let figures = (before - rows.count()) as u32;
        if figures > 0 {
            caveats.push(Caveat::PartsLeftOut { figures });
        }
    }

    /// Figures whose scope is exactly that of the question: other scope columns are empty. Where that
    /// leaves nothing, a figure may have another scope besides (a share of one cohort's placements
    /// by industry), if it is the same one for all.
    fn of_scope(&self, rows: &RowSet, resolved: &Resolved) -> RowSet {
        let is_named = |field: &str| {
            let query = &resolved.query;
            query.filters.contains_key(field)
                || [&query.by, &query.series]
                    .into_iter()
                    .flatten()
                    .any(|by| by == field)
        };
        let scopes: Vec<&Dimension> = resolved
            .dimensions
            .iter()
            .filter(|dimension| {
                dimension.list.is_some()
                    && dimension.kind != AxisKind::Time
                    && !is_named(&dimension.field)
            })
            .filter(|dimension| self.is_nullable(&dimension.field))
            .collect();
        let mut own = rows.clone();
        if self.table.codes(&resolved.by.field).is_some() {
            let by = &resolved.by.field;
            own.intersect(&RowSet::matching(self.table.len, |row| {
                !self.table.text(by, row).is_empty()
            }));
        }
        let free = |row: usize, scope: &Dimension| self.table.text(&scope.field, row).is_empty();
        let mut strict = own.clone();
        strict.intersect(&RowSet::matching(self.table.len, |row| {
            scopes.iter().all(|scope| free(row, scope))
        }));
        if resolved.by.kind == AxisKind::Time && strict.is_empty() {
            return self.widest_scope(&own, &scopes);
        }
        if !strict.is_empty() {
            return strict;
        }
        let same_for_all = |scope: &&Dimension| {
            let words: BTreeSet<&str> = own
                .iter()
                .map(|row| self.table.text(&scope.field, row))
                .collect();
            words.len() <= 1
        };
        if scopes.iter().all(same_for_all) {
            own
        } else {
            strict
        }
    }

    /// Over time, without a named scope: the figures of the program or nation as a whole, which
    /// are those with the fewest values in their scope column.
    fn widest_scope(&self, rows: &RowSet, scopes: &[&Dimension]) -> RowSet {
        let only = |scope: &Dimension| {
            let mut set = rows.clone();
            set.intersect(&RowSet::matching(self.table.len, |row| {
                scopes.iter().all(|other| {
                    (other.field == scope.field) != self.table.text(&other.field, row).is_empty()
                })
            }));
            set
        };
        let values = |set: &RowSet, scope: &Dimension| {
            set.iter()
                .map(|row| self.table.text(&scope.field, row))
                .collect::<BTreeSet<_>>()
                .len()
        };
        let sets = scopes
            .iter()
            .map(|scope| (only(scope), *scope))
            .filter(|(set, _)| !set.is_empty());
        let narrowest = sets.min_by_key(|(set, scope)| values(set, scope));
        narrowest.map_or_else(
            || RowSet::matching(self.table.len, |_| false),
            |(set, _)| set,
        )
    }
}
