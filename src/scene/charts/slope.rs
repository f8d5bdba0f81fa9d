//! Slope chart: one line per row from one column to the next, steep where much changed, with its
//! numbers at both ends.
//!
//! The texts next to the ends are moved apart where they would overlap; a thin leader line then
//! connects each to its end. Where there are many lines, the selected ones are strong and the
//! others pale; only the strong lines are named, or the outermost if none are strong.

mod side_labels;

use super::dot_mark::{self, GrowthDirection};
use super::grid::{Grid, GridRow};
use super::scale::Scale;
use super::{Extent, change, extent_of, hit, is_hollow, shape};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{
    Anchor, LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, RowWords,
};
use crate::scene::{Scene, Shape, Text, legend};
use side_labels::{SideLabel, set, texts, weight};

const LINE: f64 = 17.0;
const RADIUS: f64 = 4.5;
/// Space between an end and its text, in px: room for the leader line.
const LEAD: f64 = 30.0;
/// With at most this many lines, all are named.
const NAMED: usize = 24;
/// With more lines, this many are named at the top, at the bottom, and of those that changed most.
const OUTER: usize = 4;

struct SlopePlot {
    scale: Scale,
    /// Horizontal position of each column.
    xs: Vec<f64>,
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let words: Vec<RowWords> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let grid = Grid::over_time(frame, look);
    let drawn: Vec<usize> = (0..grid.lines.len())
        .filter(|at| {
            grid.lines[*at]
                .rows()
                .any(|(_, _, row)| extent_of(&row.cell).is_some())
        })
        .collect();
    let strong = strong(&grid, &drawn);
    let named = named(&grid, &drawn);

    let keys = dot_mark::keys(frame, look, false);
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let top = if used > 0.0 { used + 8.0 } else { 2.0 };

    // Room at the sides: numbers on the left, numbers and names on the right. The word for a
    // missing number is never broken.
    let longest = words
        .iter()
        .flat_map(|words| words.short.split_whitespace())
        .map(|word| width(word, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    let share = if wide < 560.0 { 0.25 } else { 0.2 };
    let room = (
        (wide * share).max((longest + LEAD).min(wide * 0.33)),
        wide * 0.42,
    );
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for at in &named {
        let line = &grid.lines[*at];
        let weight = weight(line);
        let texts = texts(&grid, line, &words, look);
        if let Some(text) = texts.0 {
            left.push((*at, wrap(&text, LABEL, weight, room.0 - LEAD, 3)));
        }
        right.push((*at, wrap(&texts.1, LABEL, weight, room.1 - LEAD, 4)));
    }
    let widest = |sides: &[(usize, Vec<String>)]| {
        let width = |(at, lines): &(usize, Vec<String>)| {
            let weight = weight(&grid.lines[*at]);
            let widths = lines.iter().map(|line| width(line, LABEL, weight));
            widths.fold(0.0, f64::max)
        };
        sides.iter().map(width).fold(0.0, f64::max)
    };
    let from = if left.is_empty() {
        RADIUS + 2.0
    } else {
        widest(&left) + LEAD
    };
    let to = (wide - widest(&right) - LEAD).max(from + 10.0);
    let tall = |sides: &[(usize, Vec<String>)]| {
        let lines = sides
            .iter()
            .map(|(_, lines)| lines.len() as f64 * LINE + 5.0);
        lines.sum::<f64>()
    };
    let height = shape::height(frame, wide, (wide * 0.5).clamp(240.0, 420.0))
        .max(tall(&left))
        .max(tall(&right));
    let count = grid.columns.len();
    let xs: Vec<f64> = (0..count)
        .map(|at| match count {
            1 => to,
            _ => from + (to - from) * at as f64 / (count - 1) as f64,
        })
        .collect();
    let heads = heads(&grid, &xs, wide, top, &mut scene.below);
    let places: Vec<Extent> = frame
        .rows
        .iter()
        .filter_map(|row| extent_of(&row.cell))
        .collect();
    let top = top + heads + 14.0;
    let plot = SlopePlot {
        scale: Scale::of(&places, top + height, top),
        xs,
    };
    for x in &plot.xs {
        let (top, bottom) = (top - 8.0, top + height + 8.0);
        scene
            .below
            .push(Primitive::line(Role::Grid, 10, (*x, top), (*x, bottom)));
    }

    // Pale lines are drawn under strong ones.
    for is_strong in [false, true] {
        for at in drawn.iter().filter(|at| strong.contains(at) == is_strong) {
            let role = colour(&grid.lines[*at], is_strong, &grid);
            segments(&grid.lines[*at], &plot, (role, is_strong), &mut scene.below);
        }
    }
    let mut beside: Vec<Vec<Primitive>> = vec![Vec::new(); grid.lines.len() * 2];
    let range = (top - 8.0, top + height + 8.0);
    for (end, sides) in [(0, left), (1, right)] {
        let sides = sides.into_iter().map(|(line, lines)| {
            let column = if end == 0 { 0 } else { count - 1 };
            let (y, lacks) = level(&grid.lines[line], column, end == 0, &plot);
            SideLabel {
                line,
                lines,
                y,
                lacks,
            }
        });
        let x = if end == 0 {
            plot.xs[0]
        } else {
            plot.xs[count - 1]
        };
        set(
            &grid,
            sides.collect(),
            (x, end),
            range,
            &mut scene.below,
            &mut beside,
        );
    }

    let shown = SlopePainter {
        frame,
        look,
        words: &words,
    };
    for at in &drawn {
        let line = &grid.lines[*at];
        let role = colour(line, strong.contains(at), &grid);
        let mut texts: Vec<Primitive> = std::mem::take(&mut beside[*at * 2]);
        texts.append(&mut beside[*at * 2 + 1]);
        marks(&shown, line, &plot, role, texts, range, &mut scene.marks);
    }
    let mut y = range.1 + 6.0;
    // Both lists are in order.
    let mut drawn = drawn.iter().peekable();
    for (at, line) in grid.lines.iter().enumerate() {
        if drawn.next_if(|drawn| **drawn == at).is_none() {
            y += without(line, &words, look, y, &mut scene.marks);
        }
    }
    scene.height = y;
    scene
}

/// The color of a line: that of its series, or that of selected lines.
fn colour(line: &GridRow, is_strong: bool, grid: &Grid) -> Role {
    match line.series {
        _ if !is_strong => Role::InkSoft,
        Some(at) if grid.lines.len() > 1 => Role::Series(at.min(255) as u8),
        _ => Role::Mark,
    }
}

/// The lines drawn strong: the selected ones, otherwise all, unless there are many.
fn strong(grid: &Grid, drawn: &[usize]) -> Vec<usize> {
    let chosen: Vec<usize> = drawn
        .iter()
        .copied()
        .filter(|at| grid.lines[*at].chosen)
        .collect();
    match chosen.is_empty() {
        false => chosen,
        true if drawn.len() <= NAMED => drawn.to_vec(),
        true => named(grid, drawn),
    }
}

/// The named lines, the one with the highest end first.
fn named(grid: &Grid, drawn: &[usize]) -> Vec<usize> {
    let value = |at: &usize, first: bool| {
        let mut cells = grid.lines[*at]
            .rows()
            .filter_map(|(_, _, row)| Some(middle(&extent_of(&row.cell)?)));
        let found = if first { cells.next() } else { cells.last() };
        found.unwrap_or(0.0)
    };
    let mut all = drawn.to_vec();
    all.sort_by(|a, b| value(b, false).total_cmp(&value(a, false)));
    if all.len() <= NAMED {
        return all;
    }
    let mut kept: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| grid.lines[*at].chosen)
        .take(NAMED)
        .collect();
    if kept.is_empty() {
        kept.extend(all.iter().take(OUTER).chain(all.iter().rev().take(OUTER)));
        let mut moved = all.clone();
        let by = |at: &usize| (value(at, false) - value(at, true)).abs();
        moved.sort_by(|a, b| by(b).total_cmp(&by(a)));
        kept.extend(moved.iter().take(OUTER));
    }
    all.retain(|at| kept.contains(at));
    all
}

/// The value at which a number is drawn: the middle of a range.
fn middle(place: &Extent) -> f64 {
    place
        .from
        .map_or(place.at, |from| from + (place.at - from) / 2.0)
}

/// The height of the end of a line, and whether there is no number at it: in that case the height
/// of the nearest number.
fn level(line: &GridRow, column: usize, first: bool, plot: &SlopePlot) -> (f64, bool) {
    let y = |row: &Row| Some(plot.scale.at(middle(&extent_of(&row.cell)?)));
    let own = line.cells[column].and_then(|(_, row)| y(row));
    let mut others = line.rows().filter_map(|(_, _, row)| y(row));
    let other = if first { others.next() } else { others.last() };
    (own.or(other).unwrap_or(plot.scale.from), own.is_none())
}

/// Draws the headings of the columns, each centered between the midpoints to its neighbors. Returns
/// the height used. Where columns are close, only the outermost have headings.
fn heads(grid: &Grid, xs: &[f64], wide: f64, top: f64, out: &mut Vec<Primitive>) -> f64 {
    let last = xs.len() - 1;
    let step = xs.get(1).map_or(wide, |x| x - xs[0]);
    let close = step < 72.0 && last > 1;
    let reach = if close {
        (xs[last] - xs[0]) / 2.0
    } else {
        step / 2.0
    } - 5.0;
    let mut heads = Vec::new();
    for (at, column) in grid.columns.iter().enumerate() {
        if close && at != 0 && at != last {
            continue;
        }
        let x = xs[at];
        let from = if at == 0 { 0.0 } else { x - reach };
        let to = if at == last { wide } else { x + reach };
        let lines = wrap(&column.label, LABEL, Weight::Strong, to - from, 2);
        let widths = lines.iter().map(|line| width(line, LABEL, Weight::Strong));
        let half = widths.fold(0.0, f64::max) / 2.0;
        let middle = x.max(from + half).min(to - half);
        heads.push((middle, lines));
    }
    let most = heads
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(0);
    for (middle, lines) in heads {
        let above = (most - lines.len()) as f64;
        for (line, text) in lines.into_iter().enumerate() {
            let baseline = top + 13.0 + (above + line as f64) * LINE;
            let text = Text::new(text, middle, baseline, LABEL).strong();
            out.push(text.anchored(Anchor::Middle).piece(Role::Ink));
        }
    }
    most as f64 * LINE
}

/// Draws the segments between columns: dashed toward a number that is only a bound, none where a
/// number in between is missing.
fn segments(
    line: &GridRow,
    plot: &SlopePlot,
    (role, is_strong): (Role, bool),
    out: &mut Vec<Primitive>,
) {
    let rows: Vec<_> = line.rows().collect();
    for pair in rows.windows(2) {
        let [(from, _, first), (to, _, second)] = pair else {
            continue;
        };
        let (Some(a), Some(b)) = (extent_of(&first.cell), extent_of(&second.cell)) else {
            continue;
        };
        if to - from != 1 {
            continue;
        }
        let is_open = |place: &Extent| place.more || place.less || place.from.is_some();
        let points = [(*from, &a), (*to, &b)]
            .map(|(column, place)| Point::new(plot.xs[column], plot.scale.at(middle(place))));
        let stroke = if is_strong { 25 } else { 9 };
        let uncertain = is_open(&a) || is_open(&b) || is_hollow(first) || is_hollow(second);
        let manner = match uncertain {
            true => MarkStyle::Dashed(stroke.min(20)),
            false => MarkStyle::Stroke(stroke),
        };
        out.push(Primitive::new(role, manner, Shape::Line(points.to_vec())));
    }
}

/// The inputs for every mark.
struct SlopePainter<'a> {
    frame: &'a Frame,
    look: &'a RenderOptions<'a>,
    words: &'a [RowWords],
}

/// Draws the numbers of a line; the last describes how the number changed.
fn marks(
    shown: &SlopePainter,
    line: &GridRow,
    plot: &SlopePlot,
    role: Role,
    texts: Vec<Primitive>,
    (_, bottom): (f64, f64),
    out: &mut Vec<Mark>,
) {
    let SlopePainter { frame, look, words } = shown;
    let known: Vec<&Row> = line
        .rows()
        .map(|(_, _, row)| row)
        .filter(|row| extent_of(&row.cell).is_some())
        .collect();
    let radius = if role == Role::InkSoft { 2.0 } else { RADIUS };
    let mut texts = Some(texts);
    for (column, index, row) in line.rows() {
        let x = plot.xs[column];
        let found = extent_of(&row.cell);
        let y = found.map_or(bottom - 10.0, |place| plot.scale.at(middle(&place)));
        let area = Rect::new(x - 12.0, y - 10.0, 24.0, 20.0);
        let mut pieces = vec![hit(area)];
        pieces.extend(texts.take().into_iter().flatten());
        let mut name = words[index].spoken.clone();
        match found {
            Some(place) => {
                let at = match place.from {
                    Some(_) => Point::new(x, plot.scale.at(place.at)),
                    None => Point::new(x, y),
                };
                let from = place.from.map(|from| plot.scale.at(from));
                pieces.extend(dot_mark::along(
                    row,
                    &place,
                    role,
                    at,
                    from,
                    (radius, GrowthDirection::Up),
                ));
                let last = known.last().is_some_and(|last| std::ptr::eq(*last, row));
                if last
                    && known.len() > 1
                    && let Some(change) = change::spoken(&frame.measure, &known[0].cell, &row.cell)
                {
                    name = look
                        .locale
                        .text(m!(RowWith, sentence = name, more = change));
                }
            }
            None if column != 0 && column + 1 != plot.xs.len() => {
                dot_mark::absent(&row.cell, role, x - 6.0, y, &mut pieces);
            }
            None => {}
        }
        out.push(Mark {
            row: Some(index),
            name,
            area,
            pieces,
        });
    }
}

/// Writes a line without any number as text under the chart. Returns the height used.
fn without(
    line: &GridRow,
    words: &[RowWords],
    look: &RenderOptions,
    top: f64,
    out: &mut Vec<Mark>,
) -> f64 {
    let wide = f64::from(look.width);
    let mut values: Vec<String> = line
        .rows()
        .map(|(_, index, _)| words[index].short.clone())
        .collect();
    values.dedup();
    let text = look.locale.text(m!(
        ChartSeriesValue,
        series = &line.label,
        value = look.locale.list(&values)
    ));
    let sample = line
        .rows()
        .map(|(_, _, row)| dot_mark::absent_width(&row.cell))
        .fold(0.0, f64::max)
        + 6.0;
    let lines = wrap(&text, LABEL, Weight::Regular, (wide - sample).max(40.0), 3);
    let high = (lines.len() as f64 * LINE + 6.0).max(20.0);
    let count = line.rows().count() as f64;
    for (at, (_, index, row)) in line.rows().enumerate() {
        let part = wide / count;
        let area = Rect::new(at as f64 * part, top, part, high);
        let mut pieces = vec![hit(area)];
        if at == 0 {
            dot_mark::absent(&row.cell, Role::InkSoft, 0.0, top + 10.0, &mut pieces);
            for (at, line) in lines.iter().enumerate() {
                let text = Text::new(line, sample, top + 14.5 + at as f64 * LINE, LABEL);
                pieces.push(text.piece(Role::InkSoft));
            }
        }
        out.push(Mark {
            row: Some(index),
            name: words[index].spoken.clone(),
            area,
            pieces,
        });
    }
    high
}
