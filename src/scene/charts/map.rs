//! A map of the states and territories, shaded by class.
//!
//! Every area is a mark, whether the data speak of it or not. What is not known is pale, what is
//! withheld is hatched, and zero has the colour of the ground. DC and the small territories, which
//! nobody could see or touch at their size, stand as boxes beneath.

use super::{is_withheld, place};
use crate::frame::Frame;
use crate::geo::{self, AREAS, Geography};
use crate::m;
use crate::scene::measure::{Weight, cap_height, width};
use crate::scene::words::amount;
use crate::scene::{Anchor, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape, Text};
use crate::scene::{SMALLEST, hatch, legend, ticks};

/// Shown as boxes.
const BOXES: [&str; 6] = ["DC", "PR", "VI", "GU", "MP", "AS"];

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fill {
    Class(u8),
    Zero,
    Withheld,
    Absent,
}

pub fn lay_out(frame: &Frame, look: &Look, geography: &Geography) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let classes = Classes::of(frame);

    // The row of each area: the first that holds a number, else the first.
    let mut rows: Vec<Option<usize>> = vec![None; AREAS.len()];
    for (index, row) in frame.rows.iter().enumerate() {
        let found = geo::area(&row.key).or_else(|| geo::area(&row.label));
        if let Some(at) = found {
            let known = rows[at].is_some_and(|old| place(&frame.rows[old].cell).is_some());
            if rows[at].is_none() || !known && place(&row.cell).is_some() {
                rows[at] = Some(index);
            }
        }
    }
    let fill = |at: usize| match rows[at].map(|row| &frame.rows[row].cell) {
        None => Fill::Absent,
        Some(cell) => match place(cell) {
            Some(place) if place.at == 0.0 && cell.is_zero() => Fill::Zero,
            Some(place) => Fill::Class(classes.class(place.at)),
            None if is_withheld(cell) => Fill::Withheld,
            None => Fill::Absent,
        },
    };
    let fills: Vec<Fill> = (0..AREAS.len()).map(fill).collect();

    let used = legend::lay_out(
        &keys(frame, look, &classes, &fills),
        wide,
        0.0,
        &mut scene.below,
    );
    let top = used + 8.0;
    let scale = wide / 1000.0;
    let strip = top + geo::HEIGHT * scale + 6.0;
    scene.height = strip + 30.0;

    let mut boxes = 0;
    for (at, area) in AREAS.iter().enumerate() {
        // A tenth of a pixel is as fine as a border need be.
        let fine = |value: f64| (value * scale * 10.0).round() / 10.0;
        let rings: Vec<Vec<Point>> = geography
            .outline(at)
            .iter()
            .map(|ring| {
                ring.iter()
                    .map(|(x, y)| Point::new(fine(*x), top + fine(*y)))
                    .collect()
            })
            .collect();
        let boxed = BOXES.contains(&area.usps);
        let drawn = !["VI", "GU", "MP", "AS"].contains(&area.usps);
        let mut pieces = Vec::new();
        let mut around = None;
        if drawn {
            shade(fills[at], &rings, &mut pieces);
            if matches!(fills[at], Fill::Zero | Fill::Withheld) {
                scene.above.push(outline(&rings));
            }
            around = Rect::around(rings.iter().flatten());
            if !boxed && let Some(label) = label(area.usps, &rings, fills[at]) {
                pieces.push(label);
            }
        }
        if boxed {
            let place = Rect::new(boxes as f64 * 42.0, strip, 36.0, 24.0);
            boxes += 1;
            shade(fills[at], &[hatch::corners(place)], &mut pieces);
            if fills[at] == Fill::Withheld {
                let (x, y) = (place.x + 5.0, place.y + 4.0);
                pieces.push(Piece::rect(Role::Ground, Manner::Solid, x, y, 26.0, 16.0));
            }
            let baseline = place.y + (place.height + cap_height(SMALLEST)) / 2.0;
            let text = Text::new(area.usps, place.x + place.width / 2.0, baseline, SMALLEST);
            pieces.push(text.anchored(Anchor::Middle).piece(on(fills[at])));
            around = around.or(Some(place));
        }
        let name = match rows[at] {
            Some(row) => (look.labels)(&frame.rows[row]).spoken,
            None => look.locale.text(m!(ChartSpokenAbsent, name = area.name)),
        };
        scene.marks.push(Mark {
            row: rows[at],
            name,
            area: around.unwrap_or_default(),
            pieces,
        });
    }
    scene
}

/// Fills an area.
fn shade(fill: Fill, rings: &[Vec<Point>], out: &mut Vec<Piece>) {
    if rings.is_empty() {
        return;
    }
    let shape = || Shape::Area(rings.to_vec());
    match fill {
        Fill::Class(class) => out.push(Piece::new(Role::Scale(class), Manner::Edged, shape())),
        Fill::Zero => out.push(Piece::new(Role::Ground, Manner::Outlined, shape())),
        Fill::Absent => out.push(Piece::new(Role::Absent, Manner::Edged, shape())),
        Fill::Withheld => {
            out.push(Piece::new(Role::Ground, Manner::Outlined, shape()));
            out.push(hatch::across(rings, 6.0));
        }
    }
}

/// The border of an area that has the colour of the ground, over the edges of its neighbours.
fn outline(rings: &[Vec<Point>]) -> Piece {
    let closed = |ring: &Vec<Point>| ring.iter().chain(ring.first()).copied().collect();
    let lines = rings.iter().map(closed).collect();
    Piece::new(Role::Axis, Manner::Stroke(7), Shape::Lines(lines))
}

/// What can be read on a fill.
fn on(fill: Fill) -> Role {
    match fill {
        Fill::Class(3..) => Role::Ground,
        Fill::Class(_) | Fill::Zero | Fill::Withheld => Role::Ink,
        Fill::Absent => Role::InkSoft,
    }
}

/// The abbreviation, where it fits into the widest part of a state.
fn label(usps: &str, rings: &[Vec<Point>], fill: Fill) -> Option<Piece> {
    if fill == Fill::Withheld {
        return None;
    }
    let size = SMALLEST;
    let (long, high) = (
        width(usps, size, Weight::Regular) + 2.0,
        cap_height(size) + 3.0,
    );
    let largest = rings
        .iter()
        .max_by(|a, b| surface(a).total_cmp(&surface(b)))?;
    let around = Rect::around(largest)?;
    let middle = centroid(largest, &around);
    let mut best: Option<(f64, Point)> = None;
    let steps = 14;
    for row in 0..=steps {
        let y = around.y + around.height * f64::from(row) / f64::from(steps);
        for column in 0..=steps {
            let x = around.x + around.width * f64::from(column) / f64::from(steps);
            let area = Rect::new(x - long / 2.0, y - high / 2.0, long, high);
            if holds(largest, &area) {
                let far = (x - middle.x).abs() + (y - middle.y).abs();
                if best.is_none_or(|(least, _)| far < least) {
                    best = Some((far, Point::new(x, y)));
                }
            }
        }
    }
    let at = best?.1;
    let text = Text::new(usps, at.x, at.y + cap_height(size) / 2.0, size);
    Some(text.anchored(Anchor::Middle).piece(on(fill)))
}

fn surface(ring: &[Point]) -> f64 {
    let twice: f64 = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum();
    (twice / 2.0).abs()
}

fn centroid(ring: &[Point], around: &Rect) -> Point {
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = a.x * b.y - b.x * a.y;
        twice += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
    }
    if twice == 0.0 {
        return Point::new(
            around.x + around.width / 2.0,
            around.y + around.height / 2.0,
        );
    }
    Point::new(x / (3.0 * twice), y / (3.0 * twice))
}

/// Whether a rectangle lies within a ring: its corners and the middles of its sides do.
fn holds(ring: &[Point], area: &Rect) -> bool {
    [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().all(|across| {
        [0.0, 0.5, 1.0].into_iter().all(|down| {
            inside(
                ring,
                area.x + area.width * across,
                area.y + area.height * down,
            )
        })
    })
}

fn inside(ring: &[Point], x: f64, y: f64) -> bool {
    let mut within = false;
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        if (a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) {
            within = !within;
        }
    }
    within
}

/// Classes of numbers, by the lowest of each.
struct Classes {
    lows: Vec<f64>,
    values: Vec<f64>,
    /// Classes hold ranges rather than one value each.
    broken: bool,
}

impl Classes {
    fn of(frame: &Frame) -> Self {
        let mut values: Vec<f64> = frame
            .rows
            .iter()
            .filter_map(|row| {
                let place = place(&row.cell)?;
                (!(place.at == 0.0 && row.cell.is_zero())).then_some(place.at)
            })
            .collect();
        values.sort_by(f64::total_cmp);
        let mut distinct = values.clone();
        distinct.dedup();
        let broken = distinct.len() > 5;
        let lows = if broken { breaks(&values) } else { distinct };
        Self {
            lows,
            values,
            broken,
        }
    }

    /// The class of a value, from 0 to 4: few classes are spread over the scale.
    fn class(&self, value: f64) -> u8 {
        let at = self
            .lows
            .partition_point(|low| *low <= value)
            .saturating_sub(1);
        self.shade(at)
    }

    fn shade(&self, at: usize) -> u8 {
        const SPREAD: [&[u8]; 5] = [&[2], &[1, 3], &[0, 2, 4], &[0, 1, 3, 4], &[0, 1, 2, 3, 4]];
        let steps = SPREAD[self.lows.len().clamp(1, 5) - 1];
        steps[at.min(steps.len() - 1)]
    }
}

/// Five classes of about as many areas each, parted at round numbers.
fn breaks(values: &[f64]) -> Vec<f64> {
    let (low, high) = (values[0], values[values.len() - 1]);
    let mut lows = vec![low];
    for part in 1..5 {
        let at = values[values.len() * part / 5];
        let rounded = round(at);
        let last = lows[lows.len() - 1];
        if rounded > last && rounded <= high {
            lows.push(rounded);
        }
    }
    lows
}

/// Rounded to the nearest of 1, 1.5, 2, 2.5, 3, 4 … 9 times a power of ten.
fn round(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let base = ticks::power(ticks::exponent(value.abs()));
    let digit = value.abs() / base;
    let step = if digit < 3.0 { 0.5 } else { 1.0 };
    (digit / step).round() * step * base * value.signum()
}

fn keys(frame: &Frame, look: &Look, classes: &Classes, fills: &[Fill]) -> Vec<legend::Key> {
    let mut keys = Vec::new();
    let sample = |fill: Fill| -> Box<dyn Fn(Rect) -> Vec<Piece>> {
        Box::new(move |area| {
            let mut out = Vec::new();
            shade(fill, &[hatch::corners(area)], &mut out);
            out
        })
    };
    let whole = classes.values.iter().all(|value| value.fract() == 0.0);
    let decimals = if whole {
        0
    } else {
        frame
            .measure
            .decimals
            .max(u8::from(!frame.measure.unit.is_money()))
    };
    let words = |value: f64| amount(&frame.measure, value, decimals, look.locale);
    if fills.contains(&Fill::Zero) {
        keys.push(legend::Key {
            sample: sample(Fill::Zero),
            label: words(0.0),
        });
    }
    for (at, low) in classes.lows.iter().enumerate() {
        let next = classes.lows.get(at + 1).copied();
        // The highest that there is in the class.
        let present = classes
            .values
            .iter()
            .copied()
            .filter(|value| value >= low && next.is_none_or(|next| *value < next))
            .fold(*low, f64::max);
        // Whole numbers leave no gap between classes; others end where the data do.
        let high = match next {
            Some(next) if whole && classes.broken => next - 1.0,
            _ => present,
        };
        let label = if words(high) == words(*low) {
            words(*low)
        } else {
            look.locale
                .text(m!(ChartKeyRange, low = words(*low), high = words(high)))
        };
        keys.push(legend::Key {
            sample: sample(Fill::Class(classes.shade(at))),
            label,
        });
    }
    if fills.contains(&Fill::Withheld) {
        keys.push(legend::Key {
            sample: sample(Fill::Withheld),
            label: look.locale.text(m!(ShortSuppressed)),
        });
    }
    if fills.contains(&Fill::Absent) {
        keys.push(legend::Key {
            sample: sample(Fill::Absent),
            label: look.locale.text(m!(ChartKeyAbsent)),
        });
    }
    keys
}
