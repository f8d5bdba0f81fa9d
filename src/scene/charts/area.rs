//! Area chart: filled lines over time, stacked where there are several series.
//!
//! Series are stacked only at times at which each of them is a plain number (exact or "about"). At
//! any other time the areas are interrupted, and the known values are drawn as sticks from zero,
//! side by side: a stack with a missing part would look like a smaller total. Provisional values
//! are paler, under a dashed line.

use super::bars::{Bar, Orientation, TAIL};
use super::end_labels::{self, Aside, LineEndLabel};
use super::value_axis::ValueAxis;
use super::{
    absent_keys, extent_of, hit, is_hollow, is_provisional, is_withheld, keys, role, shape, time,
};
use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, shorten};
use crate::scene::{
    LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, RowWords, Scene, Shape,
};
use crate::scene::{hatch, legend};
use crate::value::Kind;
use std::collections::BTreeMap;

/// Thickness of a stick, in px.
const STICK: f64 = 5.0;
/// Radius around a point within which it can be touched, in px.
const TOUCH: f64 = 11.0;
/// Points closer together than this, in px, get no dots.
const CROWDED: f64 = 14.0;

/// Rows that belong together: a series, and the kind of figure where it is not a result.
type Layer = (Option<usize>, Option<Kind>);

fn layer_of(row: &Row) -> Layer {
    (row.series, row.kind.filter(|kind| *kind != Kind::Actual))
}

/// Results are stacked; goals (targets, projections, commitments) are lines.
fn is_stacked(layer: &Layer) -> bool {
    layer.1.is_none()
}

/// One point in time.
struct Moment {
    time: i32,
    x: f64,
    /// The rows of this time, as (layer, row index).
    rows: Vec<(usize, usize)>,
    /// For each layer its lower and upper end, where all layers are stacked at this time.
    stack: Option<Vec<(f64, f64)>>,
    is_provisional: bool,
}

/// The plot area, and the range of values that it shows.
struct AreaPlot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    low: f64,
    high: f64,
}

impl AreaPlot {
    fn y(&self, value: f64) -> f64 {
        let along = (value - self.low) / (self.high - self.low);
        self.bottom - along * (self.bottom - self.top)
    }
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let times = time::times(frame);
    let layers = layers(frame);
    let mut moments = moments(frame, &times, &layers);
    let rungs = ValueAxis::of(frame, look, extent(frame, &moments), 4);

    let mut ends = ends(frame, &layers, &moments, &words, wide);
    let aside = Aside::of(&ends, wide);
    let mut keys = keys(frame, look, !aside.is_named, true);
    keys.extend(absent_keys(frame, look));
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let top = if used > 0.0 { used + 16.0 } else { 12.0 } + TAIL;
    let plot = AreaPlot {
        left: rungs.left + 6.0,
        right: (wide - aside.wide).max(rungs.left + 30.0),
        top,
        bottom: top + shape::height(frame, wide, (wide * 0.5).clamp(220.0, 360.0)),
        low: rungs.low,
        high: rungs.high,
    };
    spread(&mut moments, &plot);
    let across = (rungs.left, plot.right + 6.0);
    rungs.draw(|value| plot.y(value), across, true, &mut scene.below);
    let names: Vec<(f64, String)> = time::names(frame, &times, look)
        .into_iter()
        .zip(&moments)
        .map(|((_, name), moment)| (moment.x, name))
        .collect();
    for x in time::write(&names, (0.0, wide), plot.bottom + 20.0, &mut scene.below) {
        let tick = ((x, plot.bottom), (x, plot.bottom + 5.0));
        scene
            .below
            .push(Primitive::line(Role::Axis, 10, tick.0, tick.1));
    }
    scene.height = plot.bottom + 28.0;

    let step = time::period(frame, &times);
    let roles: Vec<Role> = layers
        .iter()
        .map(|layer| layer_role(frame, *layer))
        .collect();
    let stacked = layers.iter().filter(|layer| is_stacked(layer)).count();
    for run in runs(&moments, step) {
        for (layer, role) in roles.iter().enumerate().take(stacked) {
            fill(run, layer, *role, stacked, &plot, &mut scene.below);
        }
    }
    // The zero line is drawn over the areas.
    let zero = plot.y(0.0);
    scene.below.push(Primitive::line(
        Role::Axis,
        10,
        (rungs.left, zero),
        (plot.right + 6.0, zero),
    ));
    let canvas = AreaPainter {
        frame,
        words: &words,
        plot: &plot,
        roles: &roles,
        is_crowded: is_crowded(&moments),
    };
    for layer in stacked..layers.len() {
        canvas.aims(&moments, layer, step, &mut scene.below);
    }
    for layer in 0..layers.len() {
        for moment in &moments {
            canvas.marks(moment, layer, &mut scene.marks);
        }
    }
    for (layer, end) in ends.iter_mut().enumerate() {
        end.y = end_of(layer, &moments, frame, &plot);
    }
    let beside = (plot.right, wide);
    let tall = (plot.top, plot.bottom);
    let labels: Vec<&LineEndLabel> = ends.iter().collect();
    let above = &mut scene.above;
    end_labels::write(&labels, aside.is_named, beside, tall, &mut |_, piece| {
        above.push(piece);
    });
    scene
}

/// Results first; within them, series in their own order.
fn layers(frame: &Frame) -> Vec<Layer> {
    let mut layers: Vec<Layer> = frame.rows.iter().map(layer_of).collect();
    layers.sort_by_key(|(series, kind)| (kind.is_some(), *series, *kind));
    layers.dedup();
    layers
}

fn layer_role(frame: &Frame, layer: Layer) -> Role {
    let row = frame.rows.iter().find(|row| layer_of(row) == layer);
    row.map_or(Role::Mark, |row| role(frame, row))
}

/// Groups rows by time, and stacks them where that is allowed.
fn moments(frame: &Frame, times: &[i32], layers: &[Layer]) -> Vec<Moment> {
    let stacked = layers.iter().filter(|layer| is_stacked(layer)).count();
    let mut at: BTreeMap<i32, Vec<(usize, usize)>> = BTreeMap::new();
    for ((index, row), time) in frame.rows.iter().enumerate().zip(times) {
        let layer = layers.iter().position(|layer| *layer == layer_of(row));
        at.entry(*time)
            .or_default()
            .push((layer.unwrap_or(0), index));
    }
    at.into_iter()
        .map(|(time, rows)| Moment {
            time,
            x: 0.0,
            stack: stack(frame, &rows, stacked),
            is_provisional: rows
                .iter()
                .any(|(_, index)| is_provisional(&frame.rows[*index].cell)),
            rows,
        })
        .collect()
}

/// The lower and upper end of each layer; `None` where the values cannot be added.
fn stack(frame: &Frame, rows: &[(usize, usize)], layers: usize) -> Option<Vec<(f64, f64)>> {
    let mut of: Vec<Option<f64>> = vec![None; layers];
    for (layer, index) in rows.iter().filter(|(layer, _)| *layer < layers) {
        let row = &frame.rows[*index];
        let known = row.cell.quantity?;
        let value = extent_of(&row.cell)?.at;
        let is_plain = known.is_exact() || known.is_about();
        let is_alone = layers == 1;
        // Two rows of one layer at the same time are not a single number.
        if !is_plain || of[*layer].is_some() || !is_alone && value < 0.0 {
            return None;
        }
        of[*layer] = Some(value);
    }
    let mut sum = 0.0;
    let stack: Option<Vec<(f64, f64)>> = of
        .into_iter()
        .map(|value| {
            let from = sum;
            sum += value?;
            Some((from, sum))
        })
        .collect();
    stack.filter(|stack| !stack.is_empty() && sum.abs() < 1e200)
}

/// The value of a goal that is a plain number.
fn plain_aim(row: &Row) -> Option<f64> {
    let known = row.cell.quantity.filter(|_| is_hollow(row))?;
    let place = extent_of(&row.cell)?;
    (known.is_exact() || known.is_about()).then_some(place.at)
}

/// The lowest and the highest value drawn.
fn extent(frame: &Frame, moments: &[Moment]) -> (f64, f64) {
    let rows = frame.rows.iter().filter_map(|row| extent_of(&row.cell));
    let single = rows
        .flat_map(|place| [Some(place.at), place.from])
        .flatten();
    let stacks = moments.iter().filter_map(|moment| moment.stack.as_ref());
    let ends: Vec<f64> = stacks.flatten().map(|(_, to)| *to).chain(single).collect();
    let low = ends.iter().copied().fold(0.0, f64::min);
    (low, ends.into_iter().fold(0.0, f64::max))
}

/// Sets the horizontal position of each moment.
fn spread(moments: &mut [Moment], plot: &AreaPlot) {
    let first = moments.first().map_or(0.0, |moment| f64::from(moment.time));
    let last = moments.last().map_or(0.0, |moment| f64::from(moment.time));
    for moment in moments {
        moment.x = if last > first {
            let along = (f64::from(moment.time) - first) / (last - first);
            plot.left + along * (plot.right - plot.left)
        } else {
            (plot.left + plot.right) / 2.0
        };
    }
}

/// Runs of consecutive stacked moments.
fn runs(moments: &[Moment], step: Option<i32>) -> Vec<&[Moment]> {
    let joined = |a: &Moment, b: &Moment| {
        let next = step.is_none_or(|step| b.time.saturating_sub(a.time) <= step);
        next && a.stack.is_some() && b.stack.is_some()
    };
    moments
        .chunk_by(joined)
        .filter(|run| run.iter().all(|moment| moment.stack.is_some()))
        .collect()
}

/// Draws one layer of one run; a moment on its own is drawn as a stick.
fn fill(
    run: &[Moment],
    layer: usize,
    role: Role,
    layers: usize,
    plot: &AreaPlot,
    out: &mut Vec<Primitive>,
) {
    let reach = |moment: &Moment| {
        let found = moment.stack.as_ref().and_then(|stack| stack.get(layer));
        let (from, to) = found.copied().unwrap_or_default();
        (plot.y(from), plot.y(to))
    };
    if let [only] = run {
        let (from, to) = reach(only);
        let (top, tall) = (to.min(from), (to - from).abs());
        let strength = strength(layers, only.is_provisional);
        let x = only.x - STICK / 2.0;
        out.push(Primitive::rect(
            role,
            MarkStyle::Faint(strength),
            x,
            top,
            STICK,
            tall,
        ));
        return;
    }
    // A segment that ends in a provisional number is itself provisional.
    let firm = |pair: &[Moment]| !pair[0].is_provisional && !pair[1].is_provisional;
    let mut from = 0;
    while from + 1 < run.len() {
        let is_firm = firm(&run[from..from + 2]);
        let mut to = from + 1;
        while to + 1 < run.len() && firm(&run[to..to + 2]) == is_firm {
            to += 1;
        }
        let part = &run[from..=to];
        let over = |moment: &Moment| Point::new(moment.x, reach(moment).1);
        let under = |moment: &Moment| Point::new(moment.x, reach(moment).0);
        let edge: Vec<Point> = part.iter().map(over).collect();
        let mut ring = edge.clone();
        ring.extend(part.iter().rev().map(under));
        let strength = strength(layers, !is_firm);
        out.push(Primitive::new(
            role,
            MarkStyle::Faint(strength),
            Shape::Area(vec![ring]),
        ));
        let line = match is_firm {
            true => MarkStyle::Stroke(if layers == 1 { 25 } else { 15 }),
            false => MarkStyle::Dashed(if layers == 1 { 20 } else { 15 }),
        };
        out.push(Primitive::new(role, line, Shape::Line(edge)));
        from = to;
    }
}

/// Opacity of an area, in hundredths. A single area lets the gridlines behind it show through.
fn strength(layers: usize, is_provisional: bool) -> u8 {
    match (layers, is_provisional) {
        (1, false) => 30,
        (1, true) => 15,
        (_, false) => 75,
        (_, true) => 35,
    }
}

fn is_crowded(moments: &[Moment]) -> bool {
    moments
        .windows(2)
        .any(|pair| pair[1].x - pair[0].x < CROWDED)
}

/// What marks are drawn with.
struct AreaPainter<'a> {
    frame: &'a Frame,
    words: &'a [RowWords],
    plot: &'a AreaPlot,
    roles: &'a [Role],
    is_crowded: bool,
}

impl AreaPainter<'_> {
    /// Draws the rows of a layer at a moment.
    fn marks(&self, moment: &Moment, layer: usize, out: &mut Vec<Mark>) {
        for (nth, (own, index)) in moment.rows.iter().enumerate() {
            if *own != layer {
                continue;
            }
            let row = &self.frame.rows[*index];
            let top = moment.stack.as_ref().and_then(|stack| stack.get(layer));
            let height = top.map(|(_, to)| *to).or(plain_aim(row));
            let (area, pieces) = match height {
                Some(height) => self.point(moment, height, row, layer),
                None => self.stick(moment, nth, row, layer),
            };
            out.push(Mark {
                row: Some(*index),
                name: self.words[*index].spoken.clone(),
                area,
                pieces,
            });
        }
    }

    /// Draws the line through goals (targets, projections, commitments).
    fn aims(&self, moments: &[Moment], layer: usize, step: Option<i32>, out: &mut Vec<Primitive>) {
        let mut line: Vec<Point> = Vec::new();
        let mut last: Option<i32> = None;
        let mut lines = Vec::new();
        for moment in moments {
            let own = moment.rows.iter().find(|(own, _)| *own == layer);
            let height = own.and_then(|(_, index)| plain_aim(&self.frame.rows[*index]));
            let next = last.is_none_or(|last| {
                step.is_none_or(|step| moment.time.saturating_sub(last) <= step)
            });
            if height.is_none() || !next {
                lines.push(std::mem::take(&mut line));
            }
            if let Some(height) = height {
                line.push(Point::new(moment.x, self.plot.y(height)));
                last = Some(moment.time);
            }
        }
        lines.push(line);
        for line in lines.into_iter().filter(|line| line.len() > 1) {
            out.push(Primitive::new(
                self.roles[layer],
                MarkStyle::Dashed(20),
                Shape::Line(line),
            ));
        }
    }

    /// Draws a number on an area: a dot on its edge.
    fn point(&self, moment: &Moment, top: f64, row: &Row, layer: usize) -> (Rect, Vec<Primitive>) {
        let at = Point::new(moment.x, self.plot.y(top));
        let area = Rect::new(at.x - TOUCH, at.y - TOUCH, 2.0 * TOUCH, 2.0 * TOUCH);
        let radius = TOUCH;
        let mut pieces = vec![Primitive::new(
            Role::Hit,
            MarkStyle::Solid,
            Shape::Dot { at, radius },
        )];
        if !self.is_crowded {
            let manner = match is_provisional(&row.cell) || is_hollow(row) {
                true => MarkStyle::Hollow,
                false => MarkStyle::Edged,
            };
            let radius = 3.5;
            pieces.push(Primitive::new(
                self.roles[layer],
                manner,
                Shape::Dot { at, radius },
            ));
        }
        (area, pieces)
    }

    /// Draws a number that is not stacked: a stick from zero, next to the others of the same time.
    fn stick(
        &self,
        moment: &Moment,
        nth: usize,
        row: &Row,
        layer: usize,
    ) -> (Rect, Vec<Primitive>) {
        let count = moment.rows.len() as f64;
        let side = moment.x + (nth as f64 - count / 2.0) * (STICK + 1.0);
        let role = self.roles[layer];
        let zero = self.plot.y(0.0);
        let bar = Bar::of(row, role, Orientation::Up, side, STICK);
        let mut pieces = Vec::new();
        let end = match extent_of(&row.cell) {
            Some(place) => bar.draw(&place, |value| self.plot.y(value), &mut pieces),
            None if is_withheld(&row.cell) => {
                let area = Rect::new(side, zero - 24.0, STICK, 24.0);
                pieces.push(hatch::across_rect(area, 4.0));
                let top = (side, zero - 24.0);
                pieces.push(Primitive::line(role, 20, top, (side + STICK, zero - 24.0)));
                zero - 24.0
            }
            None => {
                let y = zero - 5.0;
                pieces.push(Primitive::line(role, 20, (side, y), (side + STICK, y)));
                zero - 10.0
            }
        };
        let (top, bottom) = (end.min(zero), end.max(zero));
        let area = Rect::new(side - 0.5, top, STICK + 1.0, bottom - top);
        pieces.insert(0, hit(area));
        (area, pieces)
    }
}

/// The last number of each layer, and the layer's name.
fn ends(
    frame: &Frame,
    layers: &[Layer],
    moments: &[Moment],
    words: &[RowWords],
    wide: f64,
) -> Vec<LineEndLabel> {
    let series = frame.series.as_ref();
    let name = |layer: &Layer| Some(series?.values.get(layer.0?)?.1.clone());
    layers
        .iter()
        .enumerate()
        .map(|(at, layer)| {
            let value = last_of(at, moments, frame).map(|(_, index)| &words[index].short);
            let value = value.map(|text| shorten(text, LABEL, Weight::Strong, wide * 0.3));
            LineEndLabel {
                role: layer_role(frame, *layer),
                value: value.unwrap_or_default(),
                name: name(layer),
                y: 0.0,
            }
        })
        .collect()
}

/// The last moment at which a layer has a number, and the row of that number.
fn last_of<'a>(layer: usize, moments: &'a [Moment], frame: &Frame) -> Option<(&'a Moment, usize)> {
    moments.iter().rev().find_map(|moment| {
        let known = |(own, index): &&(usize, usize)| {
            *own == layer && extent_of(&frame.rows[*index].cell).is_some()
        };
        let (_, index) = moment.rows.iter().find(known)?;
        Some((moment, *index))
    })
}

/// The height at which a layer is labeled: the middle of its part of the stack.
fn end_of(layer: usize, moments: &[Moment], frame: &Frame, plot: &AreaPlot) -> f64 {
    let Some((moment, index)) = last_of(layer, moments, frame) else {
        return plot.bottom;
    };
    let stack = moment.stack.as_ref();
    match stack.and_then(|stack| Some((stack.len(), *stack.get(layer)?))) {
        Some((1, (_, to))) => plot.y(to),
        Some((_, (from, to))) => (plot.y(from) + plot.y(to)) / 2.0,
        None => extent_of(&frame.rows[index].cell).map_or(plot.bottom, |place| plot.y(place.at)),
    }
}
