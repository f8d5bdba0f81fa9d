//! The chart of a spreadsheet program that shows the rows of a frame: its type, its series, and what
//! must be said below it. Where none would be true, the reason.
//!
//! A cell without one published number is a gap and never a zero; a goal and a result never share a
//! series; parts are stacked only where the whole is known. A spreadsheet has no map and no strip
//! plot: such a view becomes bars in the order shown.

use super::Export;
use super::grid::{row_name, single};
use crate::frame::{AxisKind, Cell, Frame, Row};
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::prose;
use crate::query::View;
use crate::scene::Role;
use crate::value::{Grain, Kind, Period, day_number, spellings};
use std::collections::HashMap;

/// More bars than this cannot be read on one sheet.
const BARS: usize = 240;
/// More points than this are too many for older versions of Excel.
const POINTS: usize = 32_000;
/// More series than this have no colors of their own.
const SERIES: usize = 6;
/// More rows than this are counted in a note, not named.
const NAMED: usize = 12;
/// Day 0 of spreadsheets.
const DAY_ZERO: &str = "1899-12-30";

pub(super) struct NativeChart {
    /// Bar, column, stacked, line, scatter or range.
    pub view: View,
    pub slots: Vec<ChartSlot>,
    pub series: Vec<NativeSeries>,
    /// What the chart shows differently from the site, as sentences.
    pub notes: Vec<Message>,
}

/// A place along the axis of names.
#[derive(Default)]
pub(super) struct ChartSlot {
    pub label: String,
    /// A date as spreadsheets count days, and the format that writes it as precisely as it is known.
    pub day: Option<(f64, &'static str)>,
    /// The horizontal position in a scatter plot.
    pub along: Option<f64>,
}

pub(super) struct NativeSeries {
    pub name: String,
    pub role: Role,
    /// A target, projection or commitment.
    pub is_goal: bool,
    /// The column of the rows that has its numbers.
    pub column: String,
    /// Row and number in each slot.
    cells: Vec<Option<(usize, Option<f64>)>>,
}

/// The rows of one series are of one type.
type SeriesKey = (Option<usize>, Option<Kind>);

impl NativeSeries {
    /// The number in each slot.
    pub fn numbers(&self) -> impl Iterator<Item = Option<f64>> {
        self.cells
            .iter()
            .map(|cell| cell.and_then(|(_, number)| number))
    }

    fn has_number(&self) -> bool {
        self.numbers().any(|number| number.is_some())
    }
}

impl NativeChart {
    /// The chart for a view, or the reason why there is none.
    pub fn of(export: &Export) -> Result<Self, Message> {
        let frame = export.frame;
        let view = native_view(frame, export.view);
        let rows = frame.rows.len();
        let is_barred = matches!(view, View::Bar | View::Column | View::Stacked);
        let most = if is_barred { BARS } else { POINTS };
        if rows > most {
            return Err(m!(ExportChartRows, count = rows));
        }
        let mut chart = match view {
            View::Range => percentiles(export),
            View::Scatter => scatter(export),
            view => by_name(export, view),
        };
        chart.series.retain(NativeSeries::has_number);
        match chart.series.len() {
            0 => return Err(m!(ExportChartNone)),
            count if count > SERIES => return Err(m!(ExportChartSeries, count = count)),
            _ => {}
        }
        chart.notes = chart.notes(export);
        Ok(chart)
    }

    /// Whether the columns of the rows are the series, so that no other cells are needed.
    pub fn is_of_rows(&self, frame: &Frame) -> bool {
        let is_plain = |series: &NativeSeries| {
            let mut rows = series.cells.iter().enumerate();
            rows.all(|(at, cell)| cell.is_some_and(|(row, _)| row == at))
        };
        self.slots.len() == frame.rows.len()
            && self.slots.iter().all(|slot| slot.day.is_none())
            && self.series.iter().all(is_plain)
    }

    /// Whether no name has two bars, so that each may be as thick as its place.
    pub fn has_single_bars(&self) -> bool {
        let bars = |slot: usize| {
            let cells = self.series.iter().filter_map(|series| series.cells[slot]);
            cells.filter(|(_, number)| number.is_some()).count()
        };
        (0..self.slots.len()).all(|slot| bars(slot) < 2)
    }

    /// Whether a number is below zero.
    pub fn has_negative(&self) -> bool {
        let mut all = self.series.iter().flat_map(NativeSeries::numbers).flatten();
        all.any(|number| number < 0.0)
    }

    fn notes(&self, export: &Export) -> Vec<Message> {
        let Export { frame, view, .. } = *export;
        let mut notes = Vec::new();
        if self.view != view {
            let own = prose::view_name(self.view);
            notes.push(m!(
                ExportChartInstead,
                view = prose::view_name(view),
                own = own
            ));
        }
        // Points in a plane and ranges have no room for a list.
        let is_named = !matches!(self.view, View::Scatter | View::Range);
        let list = |rows: &[&Row]| {
            let item = |row: &&Row| {
                let value = prose::value(&row.cell, &frame.measure);
                Arg::from(m!(
                    ExportChartItem,
                    label = row_name(export, row),
                    value = value
                ))
            };
            let is_short = is_named && rows.len() <= NAMED;
            is_short.then(|| Arg::List(rows.iter().map(item).collect()))
        };
        let (known, gaps): (Vec<&Row>, Vec<&Row>) =
            frame.rows.iter().partition(|row| self.is_drawn(row));
        let count = gaps.len();
        match list(&gaps) {
            _ if gaps.is_empty() => {}
            Some(list) => notes.push(m!(ExportChartGaps, count = count, list = list)),
            None => notes.push(m!(ExportChartManyGaps, count = count)),
        }
        let inexact: Vec<&Row> = known
            .into_iter()
            .filter(|row| self.is_inexact(row))
            .collect();
        let count = inexact.len();
        match list(&inexact) {
            _ if inexact.is_empty() => {}
            Some(list) => notes.push(m!(ExportChartInexact, count = count, list = list)),
            None => notes.push(m!(ExportChartManyInexact, count = count)),
        }
        notes
    }

    fn is_drawn(&self, row: &Row) -> bool {
        match self.view {
            View::Range => percentile_numbers(row).any(|(_, number)| number.is_some()),
            View::Scatter => point(row).is_some(),
            _ => number_of(&row.cell).is_some(),
        }
    }

    fn is_inexact(&self, row: &Row) -> bool {
        let is_plain = |cell: &Cell| {
            cell.quantity.is_none_or(|known| known.is_exact()) && cell.status.is_normal()
        };
        let mut percentiles = row.cell.percentiles.iter();
        match self.view {
            View::Range => percentiles.any(|known| {
                known.quantity.is_none_or(|known| !known.is_exact()) || !known.status.is_normal()
            }),
            _ => {
                !is_plain(&row.cell)
                    || row
                        .cell
                        .across
                        .as_deref()
                        .is_some_and(|cell| !is_plain(cell))
            }
        }
    }
}

/// The view that a spreadsheet program draws, closest to the one asked for.
fn native_view(frame: &Frame, view: View) -> View {
    let is_over_time = frame.by.sort == AxisKind::Time;
    let is_stack = |row: &Row| {
        let quantity = row.cell.quantity;
        number_of(&row.cell).is_some() && quantity.is_some_and(|known| !known.is_open_ended())
    };
    match view {
        View::Column => View::Column,
        View::Scatter if frame.across.is_some() => View::Scatter,
        View::Range if frame.rows.iter().any(|row| row.cell.percentiles.len() > 1) => View::Range,
        // Areas join the points on both sides of a gap at zero; lines are interrupted.
        View::Line | View::Area | View::Spark | View::Multiples if is_over_time => View::Line,
        // A stack without one of its parts looks like a smaller whole.
        View::Stacked if frame.rows.iter().all(is_stack) => View::Stacked,
        _ => View::Bar,
    }
}

fn number_of(cell: &Cell) -> Option<f64> {
    cell.quantity.as_ref().and_then(single)
}

/// Both numbers of a row, the horizontal one first.
fn point(row: &Row) -> Option<(f64, f64)> {
    Some((
        number_of(row.cell.across.as_deref()?)?,
        number_of(&row.cell)?,
    ))
}

fn percentile_numbers(row: &Row) -> impl Iterator<Item = (u8, Option<f64>)> {
    let all = row.cell.percentiles.iter();
    all.map(|known| (known.at, known.quantity.as_ref().and_then(single)))
}

/// The series of the rows that have a number, in order.
fn tracks(frame: &Frame) -> Vec<SeriesKey> {
    let rows = frame
        .rows
        .iter()
        .filter(|row| number_of(&row.cell).is_some());
    let mut tracks: Vec<SeriesKey> = rows.map(|row| (row.series, row.kind)).collect();
    tracks.sort_unstable();
    tracks.dedup();
    tracks
}

fn series_of(export: &Export, tracks: &[SeriesKey], (series, kind): SeriesKey) -> NativeSeries {
    let Export { frame, locale, .. } = *export;
    let axis = frame.series.as_ref().filter(|axis| axis.values.len() > 1);
    let label = axis.and_then(|axis| axis.values.get(series?));
    let has_kinds = tracks.iter().any(|(_, other)| *other != kind);
    let is_goal = kind.is_some_and(|kind| kind != Kind::Actual);
    let kind_word = kind.map(|kind| locale.text(kind.label()));
    let name = match (label, kind_word) {
        // A goal that is called “Target” needs no second word.
        (Some((_, label)), Some(kind)) if is_goal && has_kinds && *label != kind => {
            locale.text(m!(ExportChartSeriesKind, series = label, kind = kind))
        }
        (Some((_, label)), _) => label.clone(),
        (None, Some(kind)) => kind,
        (None, None) => frame.measure.title.clone(),
    };
    NativeSeries {
        name,
        role: match series.filter(|_| label.is_some()) {
            Some(at) => Role::Series(at.min(255) as u8),
            None => Role::Mark,
        },
        is_goal,
        column: "value".to_owned(),
        cells: Vec::new(),
    }
}

/// Names along one axis, numbers along the other.
fn by_name(export: &Export, view: View) -> NativeChart {
    let frame = export.frame;
    let tracks = tracks(frame);
    let is_over_time = view == View::Line && frame.rows.iter().all(|row| row.ordinal.is_some());
    let mut order: Vec<usize> = (0..frame.rows.len()).collect();
    if is_over_time {
        order.sort_by_key(|at| frame.rows[*at].ordinal);
    }
    let is_dated = is_over_time && has_days(frame);
    // The slots of a name: a series with two numbers of one name needs two.
    let mut known: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    let mut slots: Vec<Vec<Option<usize>>> = Vec::new();
    let mut firsts: Vec<Option<usize>> = Vec::new();
    let mut before: Option<i32> = None;
    let step = step(frame).filter(|_| is_over_time && !is_dated);
    for at in order {
        let row = &frame.rows[at];
        // A period that no row has is a gap in every line.
        if let (Some(step), Some(from), Some(to)) = (step, before, row.ordinal) {
            let missing = (to.saturating_sub(from) / step - 1).clamp(0, BARS as i32);
            for _ in 0..missing {
                slots.push(vec![None; tracks.len()]);
                firsts.push(None);
            }
        }
        before = row.ordinal;
        let track = tracks
            .iter()
            .position(|track| *track == (row.series, row.kind));
        let of_name = known.entry((&row.key, &row.label)).or_default();
        let is_free = |slot: &&usize| track.is_none_or(|track| slots[**slot][track].is_none());
        let slot = match of_name.iter().find(is_free) {
            Some(slot) => *slot,
            None => {
                slots.push(vec![None; tracks.len()]);
                firsts.push(Some(at));
                of_name.push(slots.len() - 1);
                slots.len() - 1
            }
        };
        if let Some(track) = track {
            slots[slot][track] = Some(at);
        }
    }
    let named = |first: &Option<usize>| match first.and_then(|at| frame.rows.get(at)) {
        Some(row) => ChartSlot {
            label: name_of(export, row),
            day: row
                .ordinal
                .filter(|_| is_dated)
                .map(|ordinal| day(ordinal, &row.key)),
            along: None,
        },
        None => ChartSlot::default(),
    };
    let number = |at: usize| (at, number_of(&frame.rows[at].cell));
    let series = tracks.iter().enumerate().map(|(track, key)| NativeSeries {
        cells: slots.iter().map(|slot| slot[track].map(number)).collect(),
        ..series_of(export, &tracks, *key)
    });
    NativeChart {
        view,
        slots: firsts.iter().map(named).collect(),
        series: series.collect(),
        notes: Vec::new(),
    }
}

/// Two numbers of each row that has both.
fn scatter(export: &Export) -> NativeChart {
    let frame = export.frame;
    let tracks = tracks(frame);
    let points = frame.rows.iter().enumerate();
    let points: Vec<(usize, &Row, (f64, f64))> = points
        .filter_map(|(at, row)| Some((at, row, point(row)?)))
        .collect();
    let series = tracks.iter().map(|key| NativeSeries {
        cells: points
            .iter()
            .map(|(at, row, (_, up))| ((row.series, row.kind) == *key).then_some((*at, Some(*up))))
            .collect(),
        ..series_of(export, &tracks, *key)
    });
    let slot = |(_, row, (along, _)): &(usize, &Row, (f64, f64))| ChartSlot {
        label: name_of(export, row),
        along: Some(*along),
        day: None,
    };
    NativeChart {
        view: View::Scatter,
        slots: points.iter().map(slot).collect(),
        series: series.collect(),
        notes: Vec::new(),
    }
}

/// Each percentile as a series.
fn percentiles(export: &Export) -> NativeChart {
    let Export { frame, locale, .. } = *export;
    let mut found: Vec<u8> = frame
        .rows
        .iter()
        .flat_map(percentile_numbers)
        .map(|(at, _)| at)
        .collect();
    found.sort_unstable();
    found.dedup();
    let series = found.iter().enumerate().map(|(nth, percentile)| {
        let number = |row: &Row| {
            let mut all = percentile_numbers(row);
            all.find(|(at, _)| at == percentile)
                .and_then(|(_, number)| number)
        };
        let rows = frame.rows.iter().enumerate();
        NativeSeries {
            name: locale.text(m!(TablePercentile, at = *percentile)),
            role: Role::Series(nth.min(255) as u8),
            is_goal: false,
            column: format!("percentile_{percentile}"),
            cells: rows.map(|(at, row)| Some((at, number(row)))).collect(),
        }
    });
    NativeChart {
        view: View::Range,
        slots: frame
            .rows
            .iter()
            .map(|row| ChartSlot {
                label: name_of(export, row),
                ..ChartSlot::default()
            })
            .collect(),
        series: series.collect(),
        notes: Vec::new(),
    }
}

fn name_of(export: &Export, row: &Row) -> String {
    export.locale.argument(&prose::row_label(export.frame, row))
}

/// Whether time is counted in days, which need not follow one another.
fn has_days(frame: &Frame) -> bool {
    let is_spelled = |row: &Row| {
        let known = spellings(&row.key);
        known
            .first()
            .is_some_and(|known| known.calendar.is_of_days())
    };
    // The month of a publication is counted by its first day.
    let is_counted = |row: &Row| {
        let day = Period::parse(Grain::Date, &row.key);
        day.is_some_and(|day| row.ordinal == Some(day.ordinal))
    };
    frame.rows.iter().any(is_spelled) || frame.rows.iter().all(is_counted)
}

/// The time between consecutive periods.
fn step(frame: &Frame) -> Option<i32> {
    let mut times: Vec<i32> = frame.rows.iter().filter_map(|row| row.ordinal).collect();
    times.sort_unstable();
    times.dedup();
    times
        .windows(2)
        .map(|pair| pair[1].saturating_sub(pair[0]))
        .min()
}

fn day(ordinal: i32, key: &str) -> (f64, &'static str) {
    let format = match key.len() {
        4 => "yyyy",
        7 => "mmm yyyy",
        _ => "mmm d, yyyy",
    };
    (f64::from(ordinal - day_number(DAY_ZERO)), format)
}
