//! Answers from a wide table: filter, group, combine.

use super::answer::{
    axis, coverage, filters_in_words, keep_top, manifest_sources, package_words, put_in_order,
    series_axis,
};
use super::combine::{mean, measure_words, parts, rate, single, sum};
use super::labels::Labels;
use super::margins;
use super::{AxisKind, Caveat, Cell, Frame, Percentile, Refusal, Row};
use crate::package::{Adds, OverTime};
use crate::query::{Dimension, MeasureRef, Query, Resolved, Standing, View};
use crate::table::{CodeColumn, Dataset, Group, RowSet, Table, group};
use crate::value::{Period, Status};
use std::collections::BTreeSet;

/// Answers a question to a wide table.
pub(super) fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut query = resolved.query.clone();
    let whole = &resolved.measure.resource;
    let unreadable = || Refusal::TableUnreadable {
        resource: whole.clone(),
    };
    let name = margins::table_for(
        dataset,
        whole,
        &fields_used(&query, true),
        &columns_used(&resolved.measure.reference),
    );
    let table = dataset.table(name).ok_or_else(unreadable)?;
    if !has_columns(table, resolved, &query) {
        return Err(unreadable());
    }

    if let Some(resource) = missing_bridge(dataset, table, resolved, &query) {
        return Err(Refusal::TableUnreadable { resource });
    }

    let mut caveats = Vec::new();
    let rows = choose_rows(dataset, table, resolved, &mut query, &mut caveats)?;
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    let ask = Ask {
        dataset,
        table,
        resolved,
    };
    let mut answers = ask.rows(&rows, &query)?;
    ask.refuse_what_cannot_be_added(&answers, &query)?;

    let labels = Labels::of(dataset, &resolved.by);
    for row in &mut answers {
        row.label = labels.label(&row.key).to_owned();
        row.ordinal = resolved
            .by
            .grain
            .and_then(|grain| Period::parse(grain, &row.key))
            .map(|period| period.ordinal);
    }
    let series = resolved
        .series
        .as_ref()
        .map(|dimension| ask.series_values(dimension, &rows, &query));
    put_in_order(
        &mut answers,
        resolved.by.kind,
        query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut answers, query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    ask.say(&rows, &answers, &mut caveats);

    let has_field = |field: &str| resolved.dimension(field).is_some();
    Ok(Frame {
        package: package_words(&dataset.package, &table.resource),
        measure: measure_words(&resolved.measure, Some(table)),
        by: axis(&resolved.by),
        series: resolved
            .series
            .as_ref()
            .zip(series)
            .map(|(dimension, values)| series_axis(dimension, values)),
        filters: filters_in_words(dataset, resolved, &query),
        total: ask.total(&query),
        coverage: coverage(&dataset.package, &query, has_field),
        sources: manifest_sources(&dataset.package),
        rows: answers,
        caveats,
        beside: None,
        query,
    })
}

fn fields_used(query: &Query, with_axes: bool) -> BTreeSet<&str> {
    let axes = query.by.iter().chain(&query.series).filter(|_| with_axes);
    axes.chain(query.filters.keys())
        .map(String::as_str)
        .collect()
}

/// Whether the file had every column of the question: without one, a filter would pass everything
/// and a sum would be nought.
fn has_columns(table: &Table, resolved: &Resolved, query: &Query) -> bool {
    let is_own = |field: &&str| {
        resolved
            .dimension(field)
            .is_some_and(|dimension| dimension.standing == Standing::Own)
    };
    let counts = matches!(resolved.measure.reference, MeasureRef::Count);
    let mut fields = fields_used(query, true).into_iter().filter(is_own);
    let columns = columns_used(&resolved.measure.reference);
    fields.all(|field| table.codes(field).is_some())
        && (counts || columns.iter().all(|field| table.numbers(field).is_some()))
}

/// The bridge table that the question needs and that could not be read.
fn missing_bridge(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    query: &Query,
) -> Option<String> {
    fields_used(query, true).into_iter().find_map(|field| {
        match &resolved.dimension(field)?.standing {
            Standing::Bridge { resource } => bridge(dataset, resource, &table.resource, field)
                .is_none()
                .then(|| resource.clone()),
            Standing::Own => None,
        }
    })
}

fn columns_used(reference: &MeasureRef) -> Vec<&str> {
    match reference {
        MeasureRef::Column { field, weight, .. } => std::iter::once(field.as_str())
            .chain(weight.as_deref())
            .collect(),
        MeasureRef::Rate {
            numerator,
            denominator,
        } => vec![numerator, denominator],
        // Records are counted in the whole table only: those of a margin are not records.
        MeasureRef::Count | MeasureRef::Figure => vec!["\u{0}"],
    }
}

/// Filters, then what a dimension that cannot be added over demands: one value, one level, the last
/// date.
fn choose_rows(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    query: &mut Query,
    caveats: &mut Vec<Caveat>,
) -> Result<RowSet, Refusal> {
    let mut rows = filtered(dataset, table, resolved, &query.filters.clone(), None);
    for dimension in &resolved.dimensions {
        let is_axis = [&query.by, &query.series]
            .into_iter()
            .flatten()
            .any(|field| *field == dimension.field);
        let chosen = query.filters.get(&dimension.field).map_or(0, Vec::len);
        let additive = !resolved
            .measure
            .not_additive_over
            .contains(&dimension.field)
            && !mixes_levels(dataset, table, dimension);
        if is_axis {
            if dimension.is_tree && chosen == 0 {
                let by_is_tree = resolved.by.is_tree;
                one_level(
                    dataset, table, dimension, query, &mut rows, caveats, by_is_tree,
                );
            }
            continue;
        }
        if additive || dimension.standing != Standing::Own || chosen == 1 {
            continue;
        }
        if let Some(value) = dimension.default.clone().filter(|_| chosen == 0) {
            let Some(column) = table.codes(&dimension.field) else {
                continue;
            };
            rows.intersect(&column.rows_with(std::slice::from_ref(&value)));
            let label = Labels::of(dataset, dimension).label(&value).to_owned();
            caveats.push(Caveat::FixedAt {
                dimension: dimension.title.clone(),
                value: label,
            });
            query.filters.insert(dimension.field.clone(), vec![value]);
        } else if table.codes(&dimension.field).is_some() {
            return Err(Refusal::NoSplit {
                measure: resolved.measure.title.clone(),
                over: dimension.title.clone(),
            });
        }
    }
    last_date_only(table, resolved, query, &mut rows, caveats);
    Ok(rows)
}

/// The rows that pass every filter, `except` the one on a field.
pub(super) fn filtered(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    filters: &std::collections::BTreeMap<String, Vec<String>>,
    except: Option<&str>,
) -> RowSet {
    let mut rows = RowSet::all(table.len);
    for (field, values) in filters
        .iter()
        .filter(|(field, _)| Some(field.as_str()) != except)
    {
        let Some(dimension) = resolved.dimension(field) else {
            continue;
        };
        match &dimension.standing {
            Standing::Own => {
                if let Some(column) = table.codes(field) {
                    rows.intersect(&column.rows_with(values));
                }
            }
            Standing::Bridge { resource } => {
                let Some((column, links)) = bridge(dataset, resource, &table.resource, field)
                else {
                    continue;
                };
                let wanted: Vec<u32> = values
                    .iter()
                    .filter_map(|value| column.code_of(value))
                    .collect();
                let has = |row: usize| links.of(row).iter().any(|code| wanted.contains(code));
                rows.intersect(&RowSet::matching(table.len, has));
            }
        }
    }
    rows
}

pub(super) fn bridge<'a>(
    dataset: &'a Dataset,
    resource: &str,
    table: &str,
    field: &str,
) -> Option<(&'a CodeColumn, &'a crate::table::Links)> {
    Some((
        dataset.table(resource)?.codes(field)?,
        dataset.links(table, field)?,
    ))
}

/// Levels of a tree are never shown as if they were of one kind.
fn one_level(
    dataset: &Dataset,
    table: &Table,
    dimension: &Dimension,
    query: &mut Query,
    rows: &mut RowSet,
    caveats: &mut Vec<Caveat>,
    resolved_by_is_tree: bool,
) {
    let labels = Labels::of(dataset, dimension);
    let Some(column) = table.codes(&dimension.field) else {
        return;
    };
    let present: Vec<&str> = labels
        .level_names
        .iter()
        .copied()
        .filter(|name| {
            column
                .words()
                .iter()
                .skip(1)
                .any(|word| labels.level(word) == Some(name))
        })
        .collect();
    let asked = query
        .level
        .as_deref()
        .and_then(|level| present.iter().find(|name| **name == level));
    // The coarsest level is often the whole, in one code; the next one down breaks it down.
    let breaks_down = |name: &&&str| {
        let of_level = column.words().iter().skip(1);
        of_level
            .filter(|word| labels.level(word) == Some(**name))
            .count()
            > 1
    };
    let coarsest = || present.iter().find(breaks_down).or(present.first());
    let Some(level) = asked.or_else(coarsest) else {
        return;
    };
    let wanted: Vec<bool> = column
        .words()
        .iter()
        .map(|word| labels.level(word) == Some(level))
        .collect();
    rows.intersect(&RowSet::matching(table.len, |row| {
        wanted[column.code_at(row) as usize]
    }));
    caveats.push(Caveat::OneLevel {
        dimension: dimension.title.clone(),
        level: (*level).to_owned(),
    });
    // Where both axes are trees the address names the level of the rows.
    let is_rows = query.by.as_deref() == Some(&dimension.field);
    if is_rows || !resolved_by_is_tree {
        query.level = Some((*level).to_owned());
    }
}

/// Whether a table holds several levels of a tree, so that its codes overlap.
fn mixes_levels(dataset: &Dataset, table: &Table, dimension: &Dimension) -> bool {
    if !dimension.is_tree {
        return false;
    }
    let labels = Labels::of(dataset, dimension);
    let Some(column) = table.codes(&dimension.field) else {
        return false;
    };
    let mut levels = column.words().iter().skip(1).map(|word| labels.level(word));
    let first = levels.next();
    levels.any(|level| Some(level) != first)
}

/// The levels of a tree that can be chosen for the rows of an answer, coarsest first; none where
/// the rows are not of a tree.
pub fn levels(dataset: &Dataset, resolved: &Resolved) -> Vec<String> {
    let axes = std::iter::once(&resolved.by).chain(&resolved.series);
    let Some(tree) = axes.into_iter().find(|dimension| dimension.is_tree) else {
        return Vec::new();
    };
    let labels = Labels::of(dataset, tree);
    let Some(column) = dataset
        .table(&resolved.measure.resource)
        .and_then(|table| table.codes(&tree.field))
    else {
        return Vec::new();
    };
    let used = |name: &&&str| {
        column
            .words()
            .iter()
            .skip(1)
            .any(|word| labels.level(word) == Some(**name))
    };
    labels
        .level_names
        .iter()
        .filter(used)
        .map(|name| (*name).to_owned())
        .collect()
}

/// A stock or a running total is not added over time: without a time axis the last date stands.
fn last_date_only(
    table: &Table,
    resolved: &Resolved,
    query: &mut Query,
    rows: &mut RowSet,
    caveats: &mut Vec<Caveat>,
) {
    if resolved.measure.over_time == OverTime::Flow
        || matches!(resolved.measure.reference, MeasureRef::Count)
    {
        return;
    }
    for period in resolved
        .dimensions
        .iter()
        .filter(|dimension| dimension.kind == AxisKind::Time)
    {
        let is_axis = [&query.by, &query.series]
            .into_iter()
            .flatten()
            .any(|field| *field == period.field);
        let Some(column) = table.codes(&period.field).filter(|_| !is_axis) else {
            continue;
        };
        let counts = column.counts(rows);
        let present = column
            .words()
            .iter()
            .enumerate()
            .filter(|(code, word)| counts[*code] > 0 && !word.is_empty());
        let last = present.max_by_key(|(_, word)| {
            period
                .grain
                .and_then(|grain| Period::parse(grain, word))
                .map_or(i32::MIN, |period| period.ordinal)
        });
        if let Some((_, word)) = last {
            rows.intersect(&column.rows_with(std::slice::from_ref(word)));
            caveats.push(Caveat::FixedAt {
                dimension: period.title.clone(),
                value: word.clone(),
            });
            query
                .filters
                .insert(period.field.clone(), vec![word.clone()]);
        }
    }
}

/// One question to one table.
struct Ask<'a> {
    dataset: &'a Dataset,
    table: &'a Table,
    resolved: &'a Resolved,
}

impl<'a> Ask<'a> {
    /// One row a group, without labels.
    fn rows(&self, rows: &RowSet, query: &Query) -> Result<Vec<Row>, Refusal> {
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
        if dimension.standing != Standing::Own {
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

    /// The values of a dimension that occur, each with its rows. Groups of a bridge overlap.
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
            Standing::Own => self
                .table
                .codes(&dimension.field)
                .map(|column| split(column, &|row, code| column.code_at(row) == code))
                .unwrap_or_default(),
            Standing::Bridge { resource } => bridge(
                self.dataset,
                resource,
                &self.table.resource,
                &dimension.field,
            )
            .map(|(column, links)| split(column, &|row, code| links.of(row).contains(&code)))
            .unwrap_or_default(),
        };
        let labels = Labels::of(self.dataset, dimension);
        values.sort_by(|(a, _), (b, _)| labels.compare(dimension, a, b));
        values
    }

    fn series_values(
        &self,
        dimension: &Dimension,
        rows: &RowSet,
        query: &Query,
    ) -> Vec<(String, String)> {
        let labels = Labels::of(self.dataset, dimension);
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
    fn percentiles(&self, row: usize) -> Vec<Percentile> {
        let known = self.resolved.measure.percentiles.iter();
        known
            .filter_map(|(at, field)| {
                let cell = single(self.table.numbers(field)?, row, None);
                Some(Percentile {
                    at: *at,
                    quantity: cell.quantity,
                    status: cell.status,
                })
            })
            .collect()
    }

    fn numbers(&self, by: Option<&CodeColumn>, rows: &RowSet) -> Vec<Cell> {
        let numbers = |field: &str| self.table.numbers(field);
        let plain = |measure, weight| Group {
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
    fn refuse_what_cannot_be_added(&self, answers: &[Row], query: &Query) -> Result<(), Refusal> {
        let measure = &self.resolved.measure;
        let MeasureRef::Column { adds, .. } = &measure.reference else {
            return Ok(());
        };
        let several = answers.iter().any(|row| row.cell.records > 1);
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
            return Err(Refusal::CannotAverage {
                measure: measure.title.clone(),
                over,
            });
        }
        let split = self.resolved.dimensions.iter().find(|dimension| {
            let is_axis = [&query.by, &query.series]
                .into_iter()
                .flatten()
                .any(|field| *field == dimension.field);
            let is_used = is_axis || (several && query.filters.contains_key(&dimension.field));
            is_used
                && dimension.standing != Standing::Own
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

    /// The whole under the same filters, where adding is allowed.
    fn total(&self, query: &Query) -> Option<Cell> {
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
                        .is_some_and(|dimension| dimension.standing == Standing::Own)
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
        Some(ask.cells(None, &rows).remove(0))
    }

    /// What a reader must know besides the rows.
    fn say(&self, rows: &RowSet, answers: &[Row], caveats: &mut Vec<Caveat>) {
        let by = &self.resolved.by;
        let is_bridge = by.standing != Standing::Own;
        if is_bridge {
            caveats.push(Caveat::RowsOverlap {
                by: by.title.clone(),
            });
        }
        if is_bridge && !self.dataset.package.outcomes.coverage.is_empty() {
            caveats.push(Caveat::AbsentIsUnknown);
        }
        let hidden = answers
            .iter()
            .filter(|row| row.cell.status.has(Status::Partial))
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

fn count(records: u32) -> Cell {
    Cell {
        quantity: Some(crate::value::Quantity::exact(f64::from(records))),
        records,
        ..Cell::default()
    }
}

/// The first row of every group, to read single records from.
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
