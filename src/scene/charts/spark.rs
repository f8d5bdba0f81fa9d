//! A table with a sparkline in each row, the last number, and how it changed.
//!
//! Each sparkline has its own scale, from its lowest to its highest number, which are marked: it
//! shows the trend, and the numbers give the sizes. A line is interrupted where a number is
//! missing.

use super::grid::{Grid, GridRow};
use super::names::{self, GUTTER};
use super::scale::Scale;
use super::{Extent, change, extent_of, hit, is_hollow, is_withheld};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::legend::{self, LegendKey};
use crate::scene::measure::{Weight, cap_height, shorten, width, wrap};
use crate::scene::{
    Anchor, LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, RowWords,
};
use crate::scene::{SMALLEST, Scene, Shape, Text, hatch};

/// Height of a sparkline, in px.
const HIGH: f64 = 30.0;
const DOT: f64 = 3.0;
/// Space between columns, in px.
const GAP: f64 = 14.0;
/// The maximum length of a sparkline, in px, so that slopes stay visible.
const LONG: f64 = 360.0;

/// The positions of the columns.
struct SparkColumns {
    /// Room for names, in px; `None` where names are above the lines.
    names: Option<f64>,
    /// The left and right end of the sparklines.
    line: (f64, f64),
    /// The right edge of the numbers.
    last: f64,
    /// The right edge of the changes; `None` where there are none.
    change: Option<f64>,
}

/// The texts of a row of the table.
struct SparkText {
    last: String,
    change: String,
    /// There is no last number.
    lacks: bool,
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let words: Vec<RowWords> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let grid = Grid::over_time(frame, look);
    let row_text: Vec<SparkText> = grid
        .lines
        .iter()
        .map(|line| spark_text(frame, look, &grid, line, &words))
        .collect();
    let heads = [m!(SparkLast), m!(SparkChange)].map(|head| look.locale.text(head));
    let columns = SparkColumns::of(&grid, &row_text, &heads, wide);

    let mut y = legend::lay_out(&keys(frame, look), wide, 0.0, &mut scene.below);
    y += note(&grid, look, y, &mut scene.below) + 4.0;
    y += columns.heads(&grid, &heads, y, &mut scene.below);
    let shown = SparkPainter {
        frame,
        look,
        words: &words,
    };
    for (line, row_text) in grid.lines.iter().zip(&row_text) {
        let weight = names::weight(line.chosen);
        let room = columns.names.unwrap_or(wide);
        let lines = wrap(&line.label, LABEL, weight, room, 3);
        let named = lines.len() as f64 * names::LINE;
        let (name_top, top, height) = match columns.names {
            Some(_) => {
                let height = named.max(HIGH);
                (
                    y + (height - named) / 2.0,
                    y + (height - HIGH) / 2.0,
                    height,
                )
            }
            None => (y, y + named + 2.0, named + 2.0 + HIGH),
        };
        let mut texts = Vec::new();
        for (at, text) in lines.iter().enumerate() {
            let baseline = name_top + at as f64 * names::LINE + 13.5;
            let mut text = Text::new(text, 0.0, baseline, LABEL);
            text.weight = weight;
            texts.push(text.piece(Role::Ink));
        }
        let baseline = top + (HIGH + cap_height(LABEL)) / 2.0;
        let last = shorten(&row_text.last, LABEL, Weight::Strong, columns.room(false));
        let last = Text::new(last, columns.last, baseline, LABEL).anchored(Anchor::End);
        texts.push(match row_text.lacks {
            true => last.piece(Role::InkSoft),
            false => last.strong().piece(Role::Ink),
        });
        if let Some(end) = columns.change.filter(|_| !row_text.change.is_empty()) {
            let text = shorten(&row_text.change, LABEL, Weight::Regular, columns.room(true));
            let text = Text::new(text, end, baseline, LABEL).anchored(Anchor::End);
            texts.push(text.piece(Role::Ink));
        }
        let strip = (top, y - 5.0, height + 10.0);
        draw(&shown, line, &columns, strip, texts, &mut scene.marks);
        y += height + 10.0;
        scene.below.push(Primitive::line(
            Role::Grid,
            10,
            (0.0, y - 5.0),
            (wide, y - 5.0),
        ));
    }
    scene.height = y - 2.0;
    scene
}

/// The last number of a line, with its period where later periods follow, and the change since the
/// first number.
fn spark_text(
    frame: &Frame,
    look: &RenderOptions,
    grid: &Grid,
    line: &GridRow,
    words: &[RowWords],
) -> SparkText {
    let known: Vec<_> = line
        .rows()
        .filter(|(_, _, row)| extent_of(&row.cell).is_some())
        .collect();
    let Some((column, index, row)) = known.last() else {
        let word = line
            .rows()
            .last()
            .map(|(_, index, _)| words[index].short.clone());
        return SparkText {
            last: word.unwrap_or_default(),
            change: String::new(),
            lacks: true,
        };
    };
    let change = match known.len() {
        1 => None,
        _ => change::short(&frame.measure, &known[0].2.cell, &row.cell),
    };
    let short = words[*index].short.clone();
    let last = match column + 1 == grid.columns.len() {
        true => short,
        false => look.locale.text(m!(
            SparkAsOf,
            value = short,
            period = &grid.columns[*column].label
        )),
    };
    SparkText {
        last,
        change: change.map_or_else(String::new, |change| look.locale.text(change)),
        lacks: false,
    }
}

impl SparkColumns {
    fn of(grid: &Grid, row_text: &[SparkText], heads: &[String; 2], wide: f64) -> Self {
        let measured = |texts: &mut dyn Iterator<Item = (&str, Weight, f64)>| {
            let widths = texts.map(|(text, weight, size)| width(text, size, weight));
            widths.fold(0.0, f64::max).ceil()
        };
        let names = measured(
            &mut grid
                .lines
                .iter()
                .map(|line| (line.label.as_str(), names::weight(line.chosen), LABEL)),
        );
        let head = |at: usize| (heads[at].as_str(), Weight::Regular, SMALLEST);
        let last = measured(
            &mut row_text
                .iter()
                .map(|row_text| (row_text.last.as_str(), Weight::Strong, LABEL))
                .chain([head(0)]),
        );
        let change = row_text
            .iter()
            .any(|row_text| !row_text.change.is_empty())
            .then(|| {
                measured(
                    &mut row_text
                        .iter()
                        .map(|row_text| (row_text.change.as_str(), Weight::Regular, LABEL))
                        .chain([head(1)]),
                )
            });
        let names = match wide >= 560.0 {
            true => Some(names.min(wide * 0.3)),
            false => (names <= wide * 0.16).then_some(names),
        };
        let left = names.map_or(0.0, |names| names + GUTTER);
        let room = wide - left;
        let last = last.min(room * 0.36);
        let change = change.map(|change| change.min(room * 0.28));
        let ends = last + GAP + change.map_or(0.0, |change| change + GAP);
        let to = (wide - ends).min(left + LONG).max(left + 20.0);
        let last = to + GAP + last;
        Self {
            names,
            line: (left + DOT + 1.0, to - DOT - 1.0),
            last,
            change: change.map(|change| last + GAP + change),
        }
    }

    /// The width of a column of numbers.
    fn room(&self, change: bool) -> f64 {
        match self.change.filter(|_| change) {
            Some(end) => end - self.last - GAP,
            None => self.last - self.line.1 - DOT - 1.0 - GAP,
        }
    }

    /// Writes the headings of the columns. Returns the height used.
    fn heads(&self, grid: &Grid, heads: &[String; 2], top: f64, out: &mut Vec<Primitive>) -> f64 {
        let ends = match (grid.columns.first(), grid.columns.last()) {
            (Some(first), Some(last)) if grid.columns.len() > 1 => vec![first, last],
            (Some(only), _) => vec![only],
            _ => Vec::new(),
        };
        let (from, to) = (self.line.0 - DOT - 1.0, self.line.1 + DOT + 1.0);
        let room = (to - from - 10.0) / ends.len().max(1) as f64;
        let line = |at: usize| top + 12.0 + at as f64 * 15.0;
        let mut most = 1;
        for (at, column) in ends.iter().enumerate() {
            let lines = wrap(&column.label, SMALLEST, Weight::Regular, room.max(10.0), 3);
            most = most.max(lines.len());
            for (place, text) in lines.iter().enumerate() {
                let text = match at {
                    0 => Text::new(text, from, line(place), SMALLEST),
                    _ => Text::new(text, to, line(place), SMALLEST).anchored(Anchor::End),
                };
                out.push(text.piece(Role::InkSoft));
            }
        }
        for (end, head, is_change) in [
            (Some(self.last), &heads[0], false),
            (self.change, &heads[1], true),
        ] {
            if let Some(end) = end {
                let head = shorten(head, SMALLEST, Weight::Regular, self.room(is_change));
                let text = Text::new(head, end, line(0), SMALLEST).anchored(Anchor::End);
                out.push(text.piece(Role::InkSoft));
            }
        }
        most as f64 * 15.0 + 8.0
    }
}

/// The inputs for every mark.
struct SparkPainter<'a> {
    frame: &'a Frame,
    look: &'a RenderOptions<'a>,
    words: &'a [RowWords],
}

/// Draws a line, with a mark for each of its numbers.
fn draw(
    shown: &SparkPainter,
    line: &GridRow,
    columns: &SparkColumns,
    (top, from, high): (f64, f64, f64),
    texts: Vec<Primitive>,
    out: &mut Vec<Mark>,
) {
    let SparkPainter { frame, look, words } = shown;
    let places: Vec<Extent> = line
        .rows()
        .filter_map(|(_, _, row)| extent_of(&row.cell))
        .collect();
    let scale = own_scale(&places, top + HIGH - 4.0, top + 4.0);
    let count = line.cells.len();
    let step = match count {
        0 | 1 => columns.line.1 - columns.line.0,
        _ => (columns.line.1 - columns.line.0) / (count - 1) as f64,
    };
    let x = |column: usize| match count {
        1 => (columns.line.0 + columns.line.1) / 2.0,
        _ => columns.line.0 + column as f64 * step,
    };
    let value = |row: &Row| extent_of(&row.cell).map(|place| place.at);
    let lowest = extreme(line, &value, false);
    let highest = extreme(line, &value, true);
    let last = line
        .rows()
        .filter(|(_, _, row)| value(row).is_some())
        .last()
        .map(|(_, index, _)| index);
    let role = match line.series {
        Some(at) if frame.series.is_some() => Role::Series(at.min(255) as u8),
        _ => Role::Mark,
    };
    let mut texts = Some(texts);
    let mut before: Option<(usize, Point, bool)> = None;
    let first = line.rows().next().map(|(column, ..)| column);
    for (column, index, row) in line.rows() {
        let at = x(column);
        // The area of the first mark includes the name.
        let left = if Some(column) == first {
            0.0
        } else {
            at - step / 2.0
        };
        let right = if Some(index) == last || column + 1 == count {
            f64::from(look.width)
        } else {
            at + step / 2.0
        };
        let area = Rect::new(left, from, (right - left).max(3.0), high);
        let mut pieces = vec![hit(area)];
        pieces.extend(texts.take().into_iter().flatten());
        match extent_of(&row.cell) {
            Some(place) => {
                let point = Point::new(at, scale.at(place.at));
                let open = place.more || place.less || is_hollow(row);
                if let Some((_, old, was_open)) = before.filter(|(old, ..)| column - old == 1) {
                    let manner = match open || was_open {
                        true => MarkStyle::Dashed(15),
                        false => MarkStyle::Stroke(20),
                    };
                    let line = Shape::Line(vec![old, point]);
                    pieces.push(Primitive::new(role, manner, line));
                }
                let alone = !neighbours(line, column);
                let manner = match () {
                    () if open => Some(MarkStyle::Hollow),
                    () if Some(index) == last || Some(index) == highest || alone => {
                        Some(MarkStyle::Solid)
                    }
                    () if Some(index) == lowest => Some(MarkStyle::Hollow),
                    () => None,
                };
                if let Some(manner) = manner {
                    let dot = Shape::Dot {
                        at: point,
                        radius: DOT,
                    };
                    pieces.push(Primitive::new(role, manner, dot));
                }
                before = Some((column, point, open));
            }
            None => {
                let half = (step / 2.0 - 1.0).clamp(2.0, 6.0);
                if is_withheld(&row.cell) {
                    let area = Rect::new(at - half, top + 4.0, 2.0 * half, HIGH - 8.0);
                    pieces.push(hatch::across_rect(area, 5.0));
                } else {
                    let y = top + HIGH - 5.0;
                    let (from, to) = ((at - half.min(3.5), y), (at + half.min(3.5), y));
                    pieces.push(Primitive::line(Role::InkSoft, 15, from, to));
                }
                before = None;
            }
        }
        out.push(Mark {
            row: Some(index),
            name: words[index].spoken.clone(),
            area,
            pieces,
        });
    }
}

/// A scale from the lowest to the highest number; the middle where they are equal.
fn own_scale(places: &[Extent], from: f64, to: f64) -> Scale {
    let low = places
        .iter()
        .map(|place| place.at)
        .fold(f64::INFINITY, f64::min);
    let high = places
        .iter()
        .map(|place| place.at)
        .fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = match low < high {
        true => (low, high),
        false if low.is_finite() => {
            let room = (low.abs() * 0.5).max(1e-9);
            (low - room, low + room)
        }
        false => (0.0, 1.0),
    };
    Scale {
        low,
        high,
        from,
        to,
    }
}

/// The row with the highest or lowest number; `None` where all numbers are equal, or where two rows
/// tie.
fn extreme(line: &GridRow, value: &dyn Fn(&Row) -> Option<f64>, highest: bool) -> Option<usize> {
    let known: Vec<(usize, f64)> = line
        .rows()
        .filter_map(|(_, index, row)| Some((index, value(row)?)))
        .collect();
    let order = |a: &&(usize, f64), b: &&(usize, f64)| a.1.total_cmp(&b.1);
    let (low, high) = (known.iter().min_by(order)?, known.iter().max_by(order)?);
    let found = if highest { high } else { low };
    (known.len() > 2 && low.1 < high.1).then_some(found.0)
}

/// Whether an adjacent column has a number.
fn neighbours(line: &GridRow, column: usize) -> bool {
    let known = |column: usize| {
        let cell = line.cells.get(column).and_then(Option::as_ref);
        cell.is_some_and(|(_, row)| extent_of(&row.cell).is_some())
    };
    column > 0 && known(column - 1) || known(column + 1)
}

fn keys(frame: &Frame, look: &RenderOptions) -> Vec<LegendKey> {
    let dot = |label, manner| LegendKey {
        sample: Box::new(move |area: Rect| {
            let at = Point::new(area.x + 4.0, area.y + area.height / 2.0);
            vec![Primitive::new(
                Role::Mark,
                manner,
                Shape::Dot { at, radius: DOT },
            )]
        }),
        wide: 8.0,
        label: look.locale.text(label),
    };
    let mut keys = Vec::new();
    if frame
        .rows
        .iter()
        .filter(|row| extent_of(&row.cell).is_some())
        .count()
        > 2
    {
        keys.push(dot(m!(SparkHighest), MarkStyle::Solid));
        keys.push(dot(m!(SparkLowest), MarkStyle::Hollow));
    }
    if frame
        .rows
        .iter()
        .any(|row| is_withheld(&row.cell) && !row.cell.has_number())
    {
        keys.push(LegendKey {
            sample: Box::new(|area| vec![hatch::across_rect(area, 5.0)]),
            wide: 12.0,
            label: look.locale.text(m!(ShortSuppressed)),
        });
    }
    keys
}

/// Notes that the lines have different scales and must not be compared in height. Returns the
/// height used.
fn note(grid: &Grid, look: &RenderOptions, top: f64, out: &mut Vec<Primitive>) -> f64 {
    if grid.lines.len() < 2 {
        return 0.0;
    }
    let text = look.locale.text(m!(SparkOwnScales));
    let lines = wrap(&text, SMALLEST, Weight::Regular, f64::from(look.width), 3);
    for (at, line) in lines.iter().enumerate() {
        let text = Text::new(line, 0.0, top + 12.0 + at as f64 * 16.0, SMALLEST);
        out.push(text.piece(Role::InkSoft));
    }
    lines.len() as f64 * 16.0
}
