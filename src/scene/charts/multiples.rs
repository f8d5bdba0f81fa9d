//! Small multiples: one small chart per series, side by side; lines over time, otherwise bars.
//!
//! All share one scale, so that they can be compared; where each has its own, its title says so.

use super::{absent_keys, bar, keys, line, time};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::legend;
use crate::scene::measure::{Weight, wrap};
use crate::scene::{LABEL, Look, Mark, Piece, Point, Role, Scene, Text};

/// Space between two charts, in px.
const GAP: f64 = 24.0;
const LINE: f64 = 18.0;
/// Space between the title of a chart and the chart, in px.
const UNDER: f64 = 4.0;
/// Number of gridlines of a small chart.
const RUNGS: usize = 2;

/// One small chart before it is laid out.
struct Part {
    title: String,
    /// The rows of one series only.
    frame: Frame,
    /// Their indexes in the whole frame.
    rows: Vec<usize>,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let parts = parts(frame, look);
    let is_time = time::is_time(frame);
    if parts.len() < 2 {
        return match is_time {
            true => line::lay_out(frame, look),
            false => bar::lay_out(frame, look),
        };
    }
    let wide = f64::from(look.width);
    let columns = columns(wide, parts.len());
    let whole = Frame {
        series: None,
        ..frame.clone()
    };
    let mut scene = Scene::default();
    let mut keys = keys(&whole, look, false, !is_time);
    if is_time {
        keys.extend(absent_keys(&whole, look));
    }
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let mut top = if used > 0.0 { used + 10.0 } else { 0.0 };
    let grid = Grid::of(&whole, look, columns, is_time);
    for line in parts.chunks(columns) {
        let titles: Vec<Vec<String>> = line
            .iter()
            .map(|part| wrap(&part.title, LABEL, Weight::Strong, grid.wide, 3))
            .collect();
        let lines = titles.iter().map(Vec::len).max().unwrap_or(1);
        let under = top + lines as f64 * LINE + UNDER;
        let mut bottom = under;
        for (nth, (part, title)) in line.iter().zip(titles).enumerate() {
            let x = grid.x(nth);
            for (at, line) in title.iter().enumerate() {
                // The titles of one line of charts are aligned at the bottom.
                let skipped = lines - title.len() + at;
                let baseline = top + skipped as f64 * LINE + 14.0;
                let text = Text::new(line, x, baseline, LABEL).strong();
                scene.below.push(text.piece(Role::Ink));
            }
            let small = grid.draw(part, look, nth);
            let at = Point::new(x - grid.before(nth), under);
            bottom = f64::max(bottom, under + small.height);
            put(small, part, at, &mut scene);
        }
        top = bottom + GAP * 0.75;
    }
    scene.height = top - GAP * 0.75;
    scene
}

/// The number of columns in which charts keep their minimum width.
fn columns(wide: f64, count: usize) -> usize {
    let fit = match wide {
        wide if wide >= 1000.0 => 4,
        wide if wide >= 720.0 => 3,
        wide if wide >= 460.0 => 2,
        _ => 1,
    };
    // Even lines: four charts are two and two rather than three and one.
    let lines = count.div_ceil(fit).max(1);
    count.div_ceil(lines).max(1)
}

/// The rows of each series in series order; rows without a series last.
fn parts(frame: &Frame, look: &Look) -> Vec<Part> {
    let Some(series) = &frame.series else {
        return Vec::new();
    };
    let mut order: Vec<Option<usize>> = frame.rows.iter().map(|row| row.series).collect();
    order.sort_by_key(|series| series.unwrap_or(usize::MAX));
    order.dedup();
    let bare = Frame {
        query: frame.query.clone(),
        package: frame.package.clone(),
        measure: frame.measure.clone(),
        by: frame.by.clone(),
        ..Frame::default()
    };
    let part = |at: Option<usize>| {
        let of = |(_, row): &(usize, &Row)| row.series == at;
        let rows: Vec<(usize, &Row)> = frame.rows.iter().enumerate().filter(of).collect();
        let label = at.and_then(|at| series.values.get(at));
        let label = label.map_or(&frame.measure.title, |(_, label)| label);
        let title = match frame.query.free {
            true => look.locale.text(m!(MultiplesOwnScale, title = label)),
            false => label.clone(),
        };
        Part {
            title,
            frame: Frame {
                rows: rows.iter().map(|(_, row)| (*row).clone()).collect(),
                ..bare.clone()
            },
            rows: rows.into_iter().map(|(index, _)| index).collect(),
        }
    };
    order.into_iter().map(part).collect()
}

/// The positions of the small charts, and what they share.
struct Grid {
    /// Width of one chart, in px.
    wide: f64,
    /// Room for the numbers of the axis, left of the first chart.
    left: f64,
    is_time: bool,
    /// The time between consecutive points.
    step: Option<i32>,
    shared: Shared,
}

enum Shared {
    Lines {
        rungs: super::rungs::Rungs,
        span: (i32, i32),
        aside: f64,
    },
    Bars(bar::Common),
    Nothing {
        span: (i32, i32),
        aside: f64,
    },
}

impl Grid {
    fn of(whole: &Frame, look: &Look, columns: usize, is_time: bool) -> Self {
        let full = f64::from(look.width);
        let of = |left: f64| {
            let gaps = GAP * (columns - 1) as f64;
            ((full - left - gaps) / columns as f64).floor().max(1.0)
        };
        let small = |wide: f64| Look {
            width: wide as u32,
            ..*look
        };
        let times = time::times(whole);
        let span = (
            times.iter().copied().min().unwrap_or(0),
            times.iter().copied().max().unwrap_or(0),
        );
        let first = of(0.0);
        let free = whole.query.free;
        let (left, shared) = match (is_time, free) {
            (true, false) => {
                let rungs = line::rungs(whole, &small(first), RUNGS);
                let left = rungs.left;
                let aside = line::aside(whole, &small(of(left)));
                (left, Shared::Lines { rungs, span, aside })
            }
            (true, true) => {
                let aside = line::aside(whole, &small(first));
                (0.0, Shared::Nothing { span, aside })
            }
            (false, false) => (0.0, Shared::Bars(bar::Common::of(whole, &small(first)))),
            (false, true) => (0.0, Shared::Nothing { span, aside: 0.0 }),
        };
        Self {
            wide: of(left),
            left,
            is_time,
            step: time::period(whole, &times),
            shared,
        }
    }

    /// The left edge of the `nth` chart of a line, without the axis numbers before it.
    fn x(&self, nth: usize) -> f64 {
        self.left + nth as f64 * (self.wide + GAP)
    }

    /// Room before the nth chart for the numbers of the axis, in px.
    fn before(&self, nth: usize) -> f64 {
        if nth == 0 { self.left } else { 0.0 }
    }

    fn draw(&self, part: &Part, look: &Look, nth: usize) -> Scene {
        let look = &Look {
            width: (self.wide + self.before(nth)) as u32,
            ..*look
        };
        match &self.shared {
            Shared::Bars(common) => bar::lay_out_within(&part.frame, look, common, true),
            Shared::Lines { rungs, span, aside } => {
                let common = line::Common {
                    rungs,
                    is_numbered: nth == 0,
                    first: span.0,
                    last: span.1,
                    aside: *aside,
                    step: self.step,
                };
                line::lay_out_within(&part.frame, look, Some(&common))
            }
            Shared::Nothing { span, aside } if self.is_time => {
                let rungs = line::rungs(&part.frame, look, RUNGS);
                let common = line::Common {
                    rungs: &rungs,
                    is_numbered: true,
                    first: span.0,
                    last: span.1,
                    aside: *aside,
                    step: self.step,
                };
                line::lay_out_within(&part.frame, look, Some(&common))
            }
            Shared::Nothing { .. } => {
                let common = bar::Common::of(&part.frame, look);
                bar::lay_out_within(&part.frame, look, &common, true)
            }
        }
    }
}

/// Adds a small chart to the whole scene.
fn put(small: Scene, part: &Part, at: Point, scene: &mut Scene) {
    let moved = |pieces: Vec<Piece>| {
        pieces.into_iter().map(move |piece| Piece {
            shape: piece.shape.placed(1.0, at),
            ..piece
        })
    };
    scene.below.extend(moved(small.below));
    scene.above.extend(moved(small.above));
    for mark in small.marks {
        let mut area = mark.area;
        area.x += at.x;
        area.y += at.y;
        scene.marks.push(Mark {
            row: mark.row.and_then(|row| part.rows.get(row).copied()),
            area,
            pieces: moved(mark.pieces).collect(),
            ..mark
        });
    }
}
