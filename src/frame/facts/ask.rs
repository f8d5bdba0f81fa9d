//! One question to one table: rows grouped, numbers combined, and refused where they cannot be.

use super::super::combine::{mean, parts, rate, single, sum};
use super::super::filter::{bridge, filtered};
use super::super::labels::DimensionLabels;
use super::super::margins;
use super::super::{AxisKind, Caveat, Cell, PercentileValue, Refusal, Row};
use super::choose::mixes_levels;
use super::{columns_used, fields_used};
use crate::package::{Adds, OverTime};
use crate::query::{Dimension, DimensionSource, MeasureRef, Query, Resolved, View};
use crate::table::{CodeColumn, Dataset, Grouping, Links, RowSet, Table, group};
use crate::value::Status;
use std::collections::HashSet;

/// One question to one table.
pub(super) struct Ask<'a> {
    pub dataset: &'a Dataset,
    pub table: &'a Table,
    pub resolved: &'a Resolved,
}

impl<'a> Ask<'a> {
    /// One row per group, without labels.
    pub fn rows(&self, rows: &RowSet, query: &Query) -> Result<Vec<Row>, Refusal> {
        let series = match &self.resolved.series {
            Some(dimension) => self
                .values(dimension, rows, query)
                .into_iter()
                .map(|(_, set)| Some(set))
                .collect(),
            None => vec![None],
        };
        let mut answers = Vec::new();
        for (index, set) in series.into_iter().enumerate() {
            let of_series = set.as_ref().unwrap_or(rows);
            for (key, cell) in self.groups(&self.resolved.by, of_series, query)? {
                let series = set.as_ref().map(|_| index);
                answers.push(Row {
                    key,
                    label: String::new(),
                    series,
                    ordinal: None,
                    cell,
                    kind: None,
                    figure: None,
                });
            }
        }
        Ok(answers)
    }

    /// The groups of one dimension that have a record, each with its cell.
    fn groups(
        &self,
        dimension: &Dimension,
        rows: &RowSet,
        query: &Query,
    ) -> Result<Vec<(String, Cell)>, Refusal> {
        if dimension.standing != DimensionSource::Own {
            let values = self.values(dimension, rows, query);
            return Ok(values
                .into_iter()
                .map(|(key, set)| (key, self.cells(None, &set).remove(0)))
                .collect());
        }
        let unreadable = || Refusal::TableUnreadable {
            resource: self.table.resource.clone(),
        };
        let column = self.table.codes(&dimension.field).ok_or_else(unreadable)?;
        let cells = self.cells(Some(column), rows);
        let named = column
            .words()
            .iter()
            .zip(cells)
            .skip(1)
            .filter(|(_, cell)| cell.records > 0);
        Ok(named.map(|(word, cell)| (word.clone(), cell)).collect())
    }

    /// The values of a dimension that occur, each with its rows. Groups of a bridge can overlap.
    fn values(&self, dimension: &Dimension, rows: &RowSet, query: &Query) -> Vec<(String, RowSet)> {
        let chosen = query.filters.get(&dimension.field);
        let wanted =
            |word: &String| !word.is_empty() && chosen.is_none_or(|values| values.contains(word));
        let split = |column: &CodeColumn, has: &dyn Fn(usize, u32) -> bool| {
            let mut values = Vec::new();
            for (code, word) in column
                .words()
                .iter()
                .enumerate()
                .filter(|(_, word)| wanted(word))
            {
                let mut set = RowSet::matching(self.table.len, |row| has(row, code as u32));
                set.intersect(rows);
                if !set.is_empty() {
                    values.push((word.clone(), set));
                }
            }
            values
        };
        let mut values = match &dimension.standing {
            DimensionSource::Own => self
                .table
                .codes(&dimension.field)
                .map(|column| split(column, &|row, code| column.code_at(row) == code))
                .unwrap_or_default(),
            DimensionSource::Bridge { resource } => bridge(
                self.dataset,
                resource,
                &self.table.resource,
                &dimension.field,
            )
            .map(|(column, links)| split(column, &|row, code| links.of(row).contains(&code)))
            .unwrap_or_default(),
        };
        let labels = DimensionLabels::of(self.dataset, dimension);
        values.sort_by(|(a, _), (b, _)| labels.compare(dimension, a, b));
        values
    }

    /// Whether a row of the answer would have more than one record; `None` where there would be no row. Only codes are
    /// read, and only until the first such row.
    pub fn has_several(&self, rows: &RowSet, query: &Query) -> Option<bool> {
        let by = GroupCodes::of(self, &self.resolved.by, query)?;
        let series = match &self.resolved.series {
            Some(dimension) => Some(GroupCodes::of(self, dimension, query)?),
            None => None,
        };
        let mut seen = HashSet::new();
        let mut is_repeated = false;
        for row in rows.iter() {
            by.each(row, &mut |label| match &series {
                Some(series) => {
                    series.each(row, &mut |series| {
                        is_repeated |= !seen.insert((label, series))
                    });
                }
                None => is_repeated |= !seen.insert((label, 0)),
            });
            if is_repeated {
                return Some(true);
            }
        }
        (!seen.is_empty()).then_some(false)
    }

    pub fn series_values(
        &self,
        dimension: &Dimension,
        rows: &RowSet,
        query: &Query,
    ) -> Vec<(String, String)> {
        let labels = DimensionLabels::of(self.dataset, dimension);
        let values = self.values(dimension, rows, query).into_iter();
        values
            .map(|(key, _)| (key.clone(), labels.label(&key).to_owned()))
            .collect()
    }

    /// A cell for every code of `by` (or one for all rows), used or not, with its records where they are few.
    fn cells(&self, by: Option<&CodeColumn>, rows: &RowSet) -> Vec<Cell> {
        let mut cells = self.numbers(by, rows);
        let shows_range = self.resolved.query.view == Some(View::Range);
        for row in rows.iter() {
            let cell = &mut cells[by.map_or(0, |column| column.code_at(row) as usize)];
            if cell.records <= Cell::NAMED {
                cell.lines.push(self.table.file_line(row));
            }
            if shows_range && cell.records == 1 {
                cell.percentiles = self.percentiles(row);
            }
        }
        cells
    }

    /// The percentiles of one record.
    fn percentiles(&self, row: usize) -> Vec<PercentileValue> {
        let known = self.resolved.measure.percentiles.iter();
        known
            .filter_map(|(at, field)| {
                let cell = single(self.table.numbers(field)?, row, None);
                Some(PercentileValue {
                    at: *at,
                    quantity: cell.quantity,
                    status: cell.status,
                })
            })
            .collect()
    }

    fn numbers(&self, by: Option<&CodeColumn>, rows: &RowSet) -> Vec<Cell> {
        let numbers = |field: &str| self.table.numbers(field);
        let plain = |measure, weight| Grouping {
            by,
            series: None,
            measure,
            weight,
        };
        match &self.resolved.measure.reference {
            MeasureRef::Count | MeasureRef::Figure => {
                let sums = &group(rows, &[plain(None, None)])[0];
                (0..sums.len()).map(|at| count(sums.records(at))).collect()
            }
            MeasureRef::Column {
                field,
                adds,
                weight,
                error,
            } => {
                let column = numbers(field);
                let weight = weight.as_deref().and_then(numbers);
                let sums = &group(rows, &[plain(column, weight)])[0];
                let error = error.as_deref().and_then(numbers);
                let first = first_rows(by, rows, sums.len());
                let cell = |at: usize| match (sums.records(at), column) {
                    (1, Some(column)) => single(column, first[at], error),
                    _ if *adds == Adds::Mean => mean(sums, at),
                    _ => sum(sums, at, self.resolved.measure.negative),
                };
                let mut cells: Vec<Cell> = (0..sums.len()).map(cell).collect();
                self.list_parts(by, rows, field, &mut cells);
                cells
            }
            MeasureRef::Rate {
                numerator,
                denominator,
            } => {
                let filled = group(
                    rows,
                    &[
                        plain(numbers(numerator), None),
                        plain(numbers(denominator), None),
                    ],
                );
                let negative = self.resolved.measure.negative;
                (0..filled[0].len())
                    .map(|at| rate(sum(&filled[0], at, negative), sum(&filled[1], at, negative)))
                    .collect()
            }
        }
    }

    /// A sum that is refused lists its parts.
    fn list_parts(&self, by: Option<&CodeColumn>, rows: &RowSet, field: &str, cells: &mut [Cell]) {
        let Some(column) = self.table.numbers(field) else {
            return;
        };
        for (at, cell) in cells
            .iter_mut()
            .enumerate()
            .filter(|(_, cell)| cell.refused.is_some())
        {
            let in_group =
                |row: &usize| by.is_none_or(|column| column.code_at(*row) as usize == at);
            cell.parts = parts(column, rows.iter().filter(in_group));
        }
    }

    /// Medians are shown only one record at a time; dollars have no split over a bridge.
    pub fn refuse_what_cannot_be_added(&self, several: bool, query: &Query) -> Result<(), Refusal> {
        let measure = &self.resolved.measure;
        let MeasureRef::Column { adds, .. } = &measure.reference else {
            return Ok(());
        };
        if *adds == Adds::None && several {
            let open = |dimension: &&Dimension| {
                let is_axis = [&query.by, &query.series]
                    .into_iter()
                    .flatten()
                    .any(|field| *field == dimension.field);
                !is_axis
                    && query
                        .filters
                        .get(&dimension.field)
                        .is_none_or(|values| values.len() > 1)
            };
            let over = self
                .resolved
                .dimensions
                .iter()
                .filter(open)
                .map(|dimension| dimension.title.clone())
                .collect();
            let measure = measure.title.clone();
            return Err(match self.is_percentile() {
                true => Refusal::CannotAverage { measure, over },
                false => Refusal::NotAdded { measure, over },
            });
        }
        let split = self.resolved.dimensions.iter().find(|dimension| {
            let is_axis = [&query.by, &query.series]
                .into_iter()
                .flatten()
                .any(|field| *field == dimension.field);
            let is_used = is_axis || (several && query.filters.contains_key(&dimension.field));
            is_used
                && dimension.standing != DimensionSource::Own
                && measure.not_additive_over.contains(&dimension.field)
        });
        match split {
            Some(dimension) => Err(Refusal::NoSplit {
                measure: measure.title.clone(),
                over: dimension.title.clone(),
            }),
            None => Ok(()),
        }
    }

    /// The total under the same filters, where adding is allowed.
    pub fn total(&self, query: &Query) -> Option<Cell> {
        let measure = &self.resolved.measure;
        let chosen = |field: &str| query.filters.get(field).map_or(0, Vec::len);
        let mixes = |dimension: &Dimension| {
            chosen(&dimension.field) != 1 && mixes_levels(self.dataset, self.table, dimension)
        };
        if self.resolved.dimensions.iter().any(mixes) {
            return None;
        }
        match &measure.reference {
            MeasureRef::Column {
                adds: Adds::None, ..
            } => return None,
            MeasureRef::Count => {}
            _ => {
                let is_fixed = |field: &String| chosen(field) == 1;
                let own = |field: &&String| {
                    self.resolved
                        .dimension(field)
                        .is_some_and(|dimension| dimension.standing == DimensionSource::Own)
                };
                let split = |field: &String| query.filters.contains_key(field);
                let not_additive = || measure.not_additive_over.iter();
                let bridged = not_additive().filter(|field| !own(field)).any(split);
                if not_additive().filter(own).any(|field| !is_fixed(field)) || bridged {
                    return None;
                }
                let over_time = |dimension: &Dimension| {
                    dimension.kind == AxisKind::Time && !is_fixed(&dimension.field)
                };
                if measure.over_time != OverTime::Flow
                    && self.resolved.dimensions.iter().any(over_time)
                {
                    return None;
                }
            }
        }
        let fields = fields_used(query, false);
        let name = margins::table_for(
            self.dataset,
            &measure.resource,
            &fields,
            &columns_used(&measure.reference),
        );
        let table = self.dataset.table(name)?;
        let rows = filtered(self.dataset, table, self.resolved, &query.filters, None);
        let ask = Ask {
            dataset: self.dataset,
            table,
            resolved: self.resolved,
        };
        let whole = ask.cells(None, &rows).remove(0);
        (!whole.is_of_some()).then_some(whole)
    }

    /// Whether the measure is a median or percentile: of the site's own packages every column that is shown only as
    /// published, of an imported one those whose name says so.
    fn is_percentile(&self) -> bool {
        let measure = &self.resolved.measure;
        let name = format!("{} {}", measure.code, measure.title).to_lowercase();
        self.dataset.package.whose.is_none()
            || !measure.percentiles.is_empty()
            || name.contains("median")
            || name.contains("percentile")
    }

    /// What a reader must know besides the rows.
    pub fn say(&self, rows: &RowSet, answers: &[Row], caveats: &mut Vec<Caveat>) {
        let by = &self.resolved.by;
        let is_bridge = by.standing != DimensionSource::Own;
        if is_bridge {
            caveats.push(Caveat::RowsOverlap {
                by: by.title.clone(),
            });
        }
        if is_bridge && !self.dataset.package.outcomes.coverage.is_empty() {
            caveats.push(Caveat::AbsentIsUnknown);
        }
        let some = answers.iter().filter(|row| row.cell.is_of_some()).count();
        if some > 0 {
            caveats.push(Caveat::SomeValues { cells: some as u32 });
        }
        let hidden = answers
            .iter()
            .filter(|row| row.cell.status.has(Status::Partial) && !row.cell.is_of_some())
            .count();
        if hidden > 0 {
            caveats.push(Caveat::LowerBounds {
                cells: hidden as u32,
            });
        }
        if let Some(column) = self.table.codes(&by.field).filter(|_| !is_bridge) {
            let unassigned = column.counts(rows)[0];
            if unassigned > 0 {
                caveats.push(Caveat::Unassigned { rows: unassigned });
            }
        }
        if self.table.left_out > 0 {
            caveats.push(Caveat::LeftOut {
                rows: self.table.left_out,
            });
        }
    }
}

/// The groups of each row along one dimension.
struct GroupCodes<'a> {
    column: &'a CodeColumn,
    /// Where a row has several groups.
    links: Option<&'a Links>,
    /// The groups that a filter leaves of such a row.
    wanted: Option<Vec<u32>>,
}

impl<'a> GroupCodes<'a> {
    fn of(ask: &Ask<'a>, dimension: &Dimension, query: &Query) -> Option<Self> {
        let DimensionSource::Bridge { resource } = &dimension.standing else {
            return Some(Self {
                column: ask.table.codes(&dimension.field)?,
                links: None,
                wanted: None,
            });
        };
        let (column, links) = bridge(ask.dataset, resource, &ask.table.resource, &dimension.field)?;
        let chosen = query.filters.get(&dimension.field);
        let code_of = |value: &String| column.code_of(value);
        Some(Self {
            column,
            links: Some(links),
            wanted: chosen.map(|values| values.iter().filter_map(code_of).collect()),
        })
    }

    fn each(&self, row: usize, take: &mut dyn FnMut(u32)) {
        let own;
        let codes = match self.links {
            Some(links) => links.of(row),
            None => {
                own = [self.column.code_at(row)];
                &own
            }
        };
        let is_wanted = |code: &&u32| {
            let wanted = self.wanted.as_ref();
            **code > 0 && wanted.is_none_or(|wanted| wanted.contains(code))
        };
        codes.iter().filter(is_wanted).for_each(|code| take(*code));
    }
}

fn count(records: u32) -> Cell {
    Cell {
        quantity: Some(crate::value::Quantity::exact(f64::from(records))),
        records,
        ..Cell::default()
    }
}

/// The first row of every group, for reading single records.
fn first_rows(by: Option<&CodeColumn>, rows: &RowSet, len: usize) -> Vec<usize> {
    let mut first = vec![usize::MAX; len];
    for row in rows.iter() {
        let at = by.map_or(0, |column| column.code_at(row) as usize);
        if first[at] == usize::MAX {
            first[at] = row;
        }
    }
    first
}
