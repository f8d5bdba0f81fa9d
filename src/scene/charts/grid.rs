//! A frame arranged as a table of lines and columns.

use crate::frame::{AxisKind, Frame, Row};
use crate::m;
use crate::prose;
use crate::scene::Look;
use crate::value::Kind;
use std::collections::HashMap;

/// Lines and columns; each row of the frame is in one cell.
pub struct Grid<'a> {
    pub lines: Vec<Line<'a>>,
    pub columns: Vec<Column>,
}

pub struct Line<'a> {
    pub label: String,
    /// The reader selected this line by name.
    pub chosen: bool,
    /// The series that the line represents, where it represents one.
    pub series: Option<usize>,
    /// By column: the row and its index in the frame.
    pub cells: Vec<Option<(usize, &'a Row)>>,
}

pub struct Column {
    pub label: String,
}

/// The cell of a row, before columns that do not occur are left out.
struct Stand<'a> {
    key: &'a str,
    series: Option<usize>,
    column: usize,
}

impl<'a> Grid<'a> {
    /// Names become lines, series become columns.
    pub fn of(frame: &'a Frame, look: &Look) -> Self {
        let series = frame.series.as_ref().map_or(&[][..], |axis| &axis.values);
        let stands = frame.rows.iter().map(|row| {
            let column = row.series.unwrap_or(series.len()).min(series.len());
            Stand {
                key: row.key.as_str(),
                series: None,
                column,
            }
        });
        let mut columns: Vec<Column> = series
            .iter()
            .map(|(_, label)| Column {
                label: label.clone(),
            })
            .collect();
        // A row without a series gets a column of its own, with the name of the measure.
        columns.push(Column {
            label: frame.measure.title.clone(),
        });
        Self::new(frame, look, stands.collect(), columns)
    }

    /// Times become columns where the frame has times; series are then the lines.
    pub fn over_time(frame: &'a Frame, look: &Look) -> Self {
        let timed = frame.by.sort == AxisKind::Time
            || !frame.rows.is_empty() && frame.rows.iter().all(|row| row.ordinal.is_some());
        if !timed {
            return Self::of(frame, look);
        }
        let mut times: Vec<(Option<i32>, &Row)> =
            frame.rows.iter().map(|row| (row.ordinal, row)).collect();
        times.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.key.cmp(&b.1.key)));
        times.dedup_by(|a, b| a.0 == b.0 && a.1.key == b.1.key);
        let at: HashMap<(Option<i32>, &str), usize> = times
            .iter()
            .enumerate()
            .map(|(at, (time, row))| ((*time, row.key.as_str()), at))
            .collect();
        let columns = times
            .iter()
            .map(|(_, row)| Column {
                label: look.locale.argument(&prose::row_label(frame, row)),
            })
            .collect();
        let stands = frame.rows.iter().map(|row| {
            let named = row
                .series
                .and_then(|at| frame.series.as_ref()?.values.get(at));
            Stand {
                key: named.map_or("", |(key, _)| key.as_str()),
                series: row.series,
                column: at[&(row.ordinal, row.key.as_str())],
            }
        });
        Self::new(frame, look, stands.collect(), columns)
    }

    fn new(frame: &'a Frame, look: &Look, stands: Vec<Stand<'a>>, columns: Vec<Column>) -> Self {
        let mut used = vec![false; columns.len()];
        stands.iter().for_each(|stand| used[stand.column] = true);
        let moved: Vec<usize> = used
            .iter()
            .scan(0, |next, used| {
                let at = *next;
                *next += usize::from(*used);
                Some(at)
            })
            .collect();
        let count = used.iter().filter(|used| **used).count();
        let mut kinds: Vec<Option<Kind>> = frame.rows.iter().map(|row| row.kind).collect();
        kinds.sort();
        kinds.dedup();

        let mut lines: Vec<Line> = Vec::new();
        // Lines by name, series and kind.
        type Named<'a> = (&'a str, Option<usize>, Option<Kind>);
        let mut known: HashMap<Named, Vec<usize>> = HashMap::new();
        for ((index, row), stand) in frame.rows.iter().enumerate().zip(&stands) {
            let column = moved[stand.column];
            // Numbers of two kinds are never on one line, and two numbers are never in one cell.
            let own = known
                .entry((stand.key, stand.series, row.kind))
                .or_default();
            let free = own
                .iter()
                .find(|line| lines[**line].cells[column].is_none());
            let line = free.copied().unwrap_or_else(|| {
                own.push(lines.len());
                let label = label(frame, look, row, stand);
                lines.push(Line {
                    label: match row.kind.filter(|_| kinds.len() > 1) {
                        Some(kind) => look.locale.text(m!(
                            ChartOfKind,
                            label = label,
                            kind = prose::kind(kind)
                        )),
                        None => label,
                    },
                    chosen: frame.query.highlight.iter().any(|key| key == stand.key),
                    series: stand.series,
                    cells: vec![None; count],
                });
                lines.len() - 1
            });
            lines[line].cells[column] = Some((index, row));
        }
        let columns = columns
            .into_iter()
            .zip(used)
            .filter_map(|(column, used)| used.then_some(column));
        Self {
            lines,
            columns: columns.collect(),
        }
    }
}

/// The label of a line: the name of its series where it has one, otherwise the name of its row or
/// of the measure.
fn label(frame: &Frame, look: &Look, row: &Row, stand: &Stand) -> String {
    let series = stand
        .series
        .and_then(|at| frame.series.as_ref()?.values.get(at));
    match series {
        Some((_, label)) => label.clone(),
        None if stand.key.is_empty() => frame.measure.title.clone(),
        None => look.locale.argument(&prose::row_label(frame, row)),
    }
}

impl<'a> Line<'a> {
    /// The rows of the line, each as (column, index in the frame, row).
    pub fn rows(&self) -> impl Iterator<Item = (usize, usize, &'a Row)> {
        let cells = self.cells.iter().enumerate();
        cells.filter_map(|(column, cell)| cell.map(|(index, row)| (column, index, row)))
    }
}
