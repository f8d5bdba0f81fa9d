//! Several measures in one frame: side by side as series, or one against the other.
//!
//! Each measure is answered separately, by the rules of its own table, and the answers are joined
//! by the keys of their rows. Nothing is added over measures or types.

use super::assemble::{by_largest, keep_top, put_in_order};
use super::figures::{self, FigureTable, SourceList, kinds_published};
use super::single::of_one_measure;
use super::{Axis, AxisKind, Caveat, Cell, Claimed, Frame, MeasureWords, Refusal, Row, SeriesAxis};
use crate::locale::Locale;
use crate::m;
use crate::query::{MeasureRef, Measured, Resolved, SortOrder};
use crate::table::Dataset;
use crate::value::{Status, StatusSet};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The field of the series axis where measures are the series.
pub const MEASURES: &str = "measure";

/// The answer of every measure as one series, in the order of the question. A measure that was published for none of
/// the rows keeps its name and has no row.
pub(super) fn compared(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut frame = of_one_measure(dataset, &alone(dataset, resolved, &resolved.measure))?;
    let mut values = vec![(frame.measure.code.clone(), frame.measure.title.clone())];
    let mut caveats = std::mem::take(&mut frame.caveats);
    let mut sources = SourceList::default();
    let own = std::mem::take(&mut frame.rows);
    let mut rows = of_series(own, 0, &frame, &mut sources);
    for (at, measure) in resolved.compare.iter().enumerate() {
        let other = match of_one_measure(dataset, &alone(dataset, resolved, measure)) {
            Ok(mut other) => {
                let own = std::mem::take(&mut other.rows);
                rows.extend(of_series(own, at + 1, &other, &mut sources));
                together(&frame, &other)?;
                if other.measure.unit != frame.measure.unit {
                    return Err(Refusal::OtherUnit {
                        measure: frame.measure.title,
                        other: other.measure.title,
                    });
                }
                join(&mut caveats, other.caveats);
                other.measure
            }
            Err(Refusal::Empty) => words(dataset, measure),
            Err(refusal) => return Err(refusal),
        };
        frame.measure.decimals = frame.measure.decimals.max(other.decimals);
        frame.measure.has_error |= other.has_error;
        frame.measure.percentile = None;
        values.push((other.code, other.title));
    }
    let differing = of_other_dates(&rows);
    if differing > 0 {
        caveats.push(Caveat::DatesDiffer { rows: differing });
    }
    order(
        &mut rows,
        resolved.by.kind,
        resolved.query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut rows, resolved.query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    if rows.iter().any(|row| row.figure.is_some()) {
        frame.sources = sources.settle(&mut rows);
    }
    Ok(Frame {
        series: Some(SeriesAxis {
            axis: Axis {
                field: MEASURES.to_owned(),
                title: Locale::EN.text(m!(SeriesMeasure)),
                sort: AxisKind::Names,
            },
            values,
        }),
        rows,
        caveats,
        total: None,
        query: asked(resolved, &frame),
        ..frame
    })
}

/// The first measure's rows, each with its number of `measure`. A row of which only the other number is
/// known is also included, and says that the first was not published.
pub(super) fn against(
    dataset: &Dataset,
    resolved: &Resolved,
    measure: &Measured,
) -> Result<Frame, Refusal> {
    let mut frame = of_one_measure(dataset, &alone(dataset, resolved, &resolved.measure))?;
    let other = match of_one_measure(dataset, &alone(dataset, resolved, measure)) {
        Ok(other) => Some(other),
        Err(Refusal::Empty) => None,
        Err(refusal) => return Err(refusal),
    };
    let mut sources = SourceList::default();
    let mut rows = std::mem::take(&mut frame.rows);
    move_sources(&mut rows, &frame, &mut sources);
    let mut caveats = std::mem::take(&mut frame.caveats);
    let mut theirs: BTreeMap<(String, Option<String>), Row> = BTreeMap::new();
    let across = match other {
        Some(mut other) => {
            together(&frame, &other)?;
            let mut found = std::mem::take(&mut other.rows);
            move_sources(&mut found, &other, &mut sources);
            for row in found {
                theirs.insert((row.key.clone(), series_key(&other, &row)), row);
            }
            join(&mut caveats, other.caveats);
            other.measure
        }
        None => words(dataset, measure),
    };
    for row in &mut rows {
        let found = theirs.remove(&(row.key.clone(), series_key(&frame, row)));
        row.cell.across = Some(Box::new(found.map_or_else(unpublished, claimed)));
    }
    // The series of the first measure are the frame's: of another series nothing could be drawn.
    for ((_, series), row) in theirs {
        let place = |key: &String| {
            let known = frame.series.as_ref()?.values.iter();
            known.clone().position(|(known, _)| known == key)
        };
        let at = series.as_ref().and_then(place);
        if series.is_none() || at.is_some() {
            rows.push(Row {
                key: row.key.clone(),
                label: row.label.clone(),
                series: at,
                ordinal: row.ordinal,
                kind: None,
                figure: None,
                cell: Cell {
                    across: Some(Box::new(claimed(row))),
                    ..unpublished()
                },
            });
        }
    }
    put_in_order(
        &mut rows,
        resolved.by.kind,
        resolved.query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut rows, resolved.query.top) {
        caveats.push(Caveat::TopOnly { shown, of });
    }
    if resolved.measure.reference == MeasureRef::Figure {
        frame.sources = sources.settle(&mut rows);
    }
    Ok(Frame {
        across: Some(Box::new(across)),
        rows,
        caveats,
        total: None,
        query: asked(resolved, &frame),
        ..frame
    })
}

/// How many rows the answer to a question about published figures has; none where it is refused.
///
/// Only keys are read. Which labels `top` leaves depends on their numbers, so that with several series
/// those with most rows are counted.
pub(super) fn rows_of(dataset: &Dataset, resolved: &Resolved) -> usize {
    let keys = keys_of(dataset, resolved).unwrap_or_default();
    let mut of_label: BTreeMap<&str, usize> = BTreeMap::new();
    for (label, _) in &keys {
        *of_label.entry(label).or_default() += 1;
    }
    let mut counts: Vec<usize> = of_label.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let top = resolved.query.top.map_or(usize::MAX, |top| top as usize);
    counts.into_iter().take(top).sum()
}

/// (label, series) of each row, as [`compared`] and [`against`] have them. Published figures have
/// no shares.
fn keys_of(dataset: &Dataset, resolved: &Resolved) -> Result<Vec<(String, String)>, Refusal> {
    let of = |measure: &Measured| figures::keys(dataset, &alone(dataset, resolved, measure));
    let none_where_empty = |keys: Result<Vec<(String, String)>, Refusal>| match keys {
        Err(Refusal::Empty) => Ok(Vec::new()),
        keys => keys,
    };
    let mut keys = of(&resolved.measure)?;
    for measure in &resolved.compare {
        keys.extend(none_where_empty(of(measure))?);
    }
    if let Some(measure) = resolved
        .across
        .as_ref()
        .filter(|_| resolved.compare.is_empty())
    {
        let theirs: BTreeSet<_> = none_where_empty(of(measure))?.into_iter().collect();
        let own: BTreeSet<_> = keys.iter().cloned().collect();
        let series: BTreeSet<&String> = own.iter().map(|(_, series)| series).collect();
        let more = theirs.difference(&own);
        keys.extend(more.filter(|(_, key)| series.contains(key)).cloned());
    }
    Ok(keys)
}

/// The question for one of the measures.
pub(super) fn alone(dataset: &Dataset, resolved: &Resolved, measure: &Measured) -> Resolved {
    let mut one = resolved.clone();
    one.measure = measure.clone();
    one.compare.clear();
    one.across = None;
    one.query.measure = Some(measure.code.clone());
    one.query.compare.clear();
    one.query.x = None;
    one.query.share = false;
    one.query.top = None;
    // The type in the question is that of the first measure: a goal may be shown with a result.
    if measure.code != resolved.measure.code
        && let Some(kind) = one.query.kind
        && !kinds_published(dataset, &one).contains(&kind)
    {
        one.query.kind = None;
    }
    one
}

/// The question, with what the answer filled in.
fn asked(resolved: &Resolved, frame: &Frame) -> crate::query::Query {
    crate::query::Query {
        filters: frame.query.filters.clone(),
        level: frame.query.level.clone(),
        kind: frame.query.kind,
        ..resolved.query.clone()
    }
}

/// Refused where one measure is of its last date and the other is a sum over all dates.
fn together(frame: &Frame, other: &Frame) -> Result<(), Refusal> {
    if frame.query.filters == other.query.filters && frame.query.level == other.query.level {
        return Ok(());
    }
    Err(Refusal::OtherSpan {
        measure: frame.measure.title.clone(),
        other: other.measure.title.clone(),
    })
}

fn words(dataset: &Dataset, measure: &Measured) -> MeasureWords {
    match (&measure.reference, FigureTable::of(dataset)) {
        (MeasureRef::Figure, Some(figures)) => figures.measure_words(&measure.code),
        _ => super::combine::measure_words(measure, dataset.table(&measure.resource)),
    }
}

fn of_series(mut rows: Vec<Row>, at: usize, of: &Frame, sources: &mut SourceList) -> Vec<Row> {
    move_sources(&mut rows, of, sources);
    rows.iter_mut().for_each(|row| row.series = Some(at));
    rows
}

/// Changes the indices of sources in rows to those of a list that several answers share.
fn move_sources(rows: &mut [Row], of: &Frame, sources: &mut SourceList) {
    for figure in rows.iter_mut().filter_map(|row| row.figure.as_mut()) {
        for at in &mut figure.sources {
            *at = sources.index_of(of.sources[*at].clone());
        }
    }
}

fn series_key(frame: &Frame, row: &Row) -> Option<String> {
    let values = &frame.series.as_ref()?.values;
    values.get(row.series?).map(|(key, _)| key.clone())
}

fn unpublished() -> Cell {
    Cell {
        status: StatusSet::of(Status::Missing),
        ..Cell::default()
    }
}

/// A row's number with its claim, to be added to another row.
fn claimed(row: Row) -> Cell {
    let claim = row.figure.map(|figure| Claimed {
        kind: row.kind,
        figure,
    });
    Cell {
        claimed: claim.map(Box::new),
        ..row.cell
    }
}

/// The caveats of two answers: counts of cells and figures are added, others are given once.
fn join(caveats: &mut Vec<Caveat>, more: Vec<Caveat>) {
    for caveat in more {
        let summed = caveats.iter_mut().any(|known| match (known, &caveat) {
            (Caveat::LowerBounds { cells }, Caveat::LowerBounds { cells: more })
            | (Caveat::SomeValues { cells }, Caveat::SomeValues { cells: more })
            | (Caveat::PartsLeftOut { figures: cells }, Caveat::PartsLeftOut { figures: more })
            | (Caveat::Undated { figures: cells }, Caveat::Undated { figures: more })
            | (
                Caveat::BackgroundLeftOut { figures: cells },
                Caveat::BackgroundLeftOut { figures: more },
            ) => {
                *cells += more;
                true
            }
            (known, caveat) => known == caveat,
        });
        if !summed {
            caveats.push(caveat);
        }
    }
}

/// The number of labels with figures of one type from different dates. A date that gives only the year
/// does not contradict one that gives a day in that year.
fn of_other_dates(rows: &[Row]) -> u32 {
    let mut dates: HashMap<(&str, _), Vec<&str>> = HashMap::new();
    for row in rows {
        let figure = row.figure.as_ref();
        let date = figure.and_then(|figure| figure.as_of.as_ref().or(figure.published_on.as_ref()));
        if let Some(date) = date {
            dates.entry((&row.key, row.kind)).or_default().push(date);
        }
    }
    let differ = |dates: &Vec<&str>| {
        let same = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
        dates.iter().any(|date| !same(date, dates[0]))
    };
    let labels: BTreeSet<&str> = dates
        .iter()
        .filter(|(_, dates)| differ(dates))
        .map(|((key, _), _)| *key)
        .collect();
    labels.len() as u32
}

/// Sorts by the first measure, largest first; labels without it come last, by their largest other number.
fn order(rows: &mut [Row], kind: AxisKind, sort: SortOrder) {
    put_in_order(rows, kind, sort);
    if kind == AxisKind::Time || sort == SortOrder::Name {
        return;
    }
    let firsts = by_largest(rows.iter().filter(|row| row.series == Some(0)));
    let place = |row: &Row| firsts.get(&row.key).copied().unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|a, b| place(b).total_cmp(&place(a)));
}
