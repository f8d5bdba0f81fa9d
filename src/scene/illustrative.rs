//! The word on made-up numbers: a striped band along the frame of a chart, outside of its plot, and a
//! watermark across the preview pictures of pages.
//!
//! The band is above and below the chart and says the word in each third of its width, so that a crop
//! that holds the title, the end of an axis or 60% of an edge contains it. Nothing is written over
//! the chart itself.
//!
//! A preview picture is divided into cells of a quarter of its width and an eighth of its height; each
//! contains the word once, where it hides least; every other row of cells only in the two cells
//! where it hides least. Any crop of half the width and half the height, or of the whole width and
//! a quarter of the height, contains a whole word.

use super::hatch::across_rect;
use super::measure::{Weight, extent, shorten, width};
use super::shape::{Anchor, MarkStyle, Point, Primitive, Rect, Role, Shape, Text};
use super::{SMALLEST, Scene};
use crate::locale::Locale;
use crate::m;

const COLUMNS: usize = 4;
const ROWS: usize = 8;
/// Distance between the positions that are tried, in px.
const STEP: f64 = 4.0;

/// Height of a band, and its distance from the chart, in px.
const BAND: f64 = 20.0;
const APART: f64 = 8.0;

/// Adds a striped band with the word above and below a chart.
pub fn frame(scene: &mut Scene, locale: Locale) {
    let down = Point::new(0.0, BAND + APART);
    let marks = scene.marks.iter_mut().flat_map(|mark| &mut mark.pieces);
    let lines = scene.lines.iter_mut().flat_map(|line| &mut line.pieces);
    let pieces = scene.below.iter_mut().chain(lines).chain(marks);
    for piece in pieces.chain(&mut scene.above) {
        piece.shape = piece.shape.placed(1.0, down);
    }
    scene.outlines = scene.outlines.map(|y| y + down.y);
    scene.height += 2.0 * (BAND + APART);
    for y in [0.0, scene.height - BAND] {
        band(scene, y, locale);
    }
}

fn band(scene: &mut Scene, y: f64, locale: Locale) {
    let word = locale.text(m!(ChartIllustrative));
    let (above, below) = extent(SMALLEST);
    let wide = width(&word, SMALLEST, Weight::Strong);
    let stripes = Rect::new(0.0, y, scene.width, BAND);
    scene.below.push(across_rect(stripes, 7.0));
    let pad = 6.0;
    // As often as there is room for, up to three times.
    let count = (scene.width / (wide + 4.0 * pad)).clamp(1.0, 3.0).floor();
    let word = shorten(&word, SMALLEST, Weight::Strong, scene.width - 2.0 * pad);
    let part = scene.width / count;
    for at in 0..count as u8 {
        let x = (part * (f64::from(at) + 0.5) - wide / 2.0).max(pad);
        let ground = (Role::Ground, MarkStyle::Solid);
        let under = Primitive::rect(ground.0, ground.1, x - pad, y, wide + 2.0 * pad, BAND);
        scene.above.push(under);
        let baseline = y + (BAND - above - below) / 2.0 + above;
        let text = Text::new(&word, x, baseline, SMALLEST).strong();
        scene.above.push(text.piece(Role::InkSoft));
    }
}

/// Repeats the word across the whole picture.
pub fn mark(scene: &mut Scene, locale: Locale) {
    let word = locale.text(m!(ChartIllustrative));
    let size = if scene.width < 600.0 { SMALLEST } else { 14.0 };
    let (above, below) = extent(size);
    let (wide, high) = (width(&word, size, Weight::Strong), above + below);
    let rows = ((scene.height / high) as usize).clamp(1, ROWS);
    let cell = (scene.width / COLUMNS as f64, scene.height / rows as f64);
    let taken = obstacles(scene);
    for row in 0..rows {
        let mut line = Vec::new();
        for column in 0..COLUMNS {
            let from = (column as f64 * cell.0, row as f64 * cell.1);
            let room = ((cell.0 - wide).max(0.0), (cell.1 - high).max(0.0));
            let near: Vec<_> = taken
                .iter()
                .filter(|(area, _)| {
                    area.overlaps(&Rect::new(from.0, from.1, cell.0.max(wide), cell.1))
                })
                .collect();
            // From the middle of the cell outward, the first of the positions that hide least.
            let best = places(room)
                .map(|(dx, dy)| {
                    let area = Rect::new(from.0 + dx, from.1 + dy, wide, high);
                    let hidden: f64 = near
                        .iter()
                        .map(|(other, grave)| shared(&area, other) * grave)
                        .sum();
                    (hidden, area)
                })
                .min_by(|a, b| a.0.total_cmp(&b.0));
            line.extend(best);
        }
        if row % 2 == 1 {
            line.sort_by(|a, b| a.0.total_cmp(&b.0));
            line.truncate(COLUMNS / 2);
        }
        for (_, area) in line {
            let x = area.x.min(scene.width - wide).max(0.0);
            let text = Text {
                text: word.clone(),
                at: Point::new(x, area.y + above),
                size,
                weight: Weight::Strong,
                anchor: Anchor::Start,
            };
            scene.above.push(text.piece(Role::Watermark));
        }
    }
}

/// Areas that should not be written over, each with a weight.
fn obstacles(scene: &Scene) -> Vec<(Rect, f64)> {
    scene
        .pieces()
        .filter_map(|piece| match (&piece.shape, piece.manner, piece.role) {
            (_, _, Role::Hit | Role::Ground) => None,
            (Shape::Text(text), ..) => Some((text.area(), 4.0)),
            (Shape::Rect(rect), MarkStyle::Hollow, _) => Some((*rect, 0.5)),
            (Shape::Rect(rect), ..) => Some((*rect, 1.0)),
            (Shape::Dot { at, radius }, ..) => {
                let side = radius * 2.0;
                Some((Rect::new(at.x - radius, at.y - radius, side, side), 2.0))
            }
            _ => None,
        })
        .collect()
}

/// Positions within a room, the middle first.
fn places(room: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    let axis = |room: f64| {
        let steps = (room / 2.0 / STEP) as i32;
        (0..=steps).flat_map(move |step| {
            let off = f64::from(step) * STEP;
            [room / 2.0 - off, room / 2.0 + off]
        })
    };
    axis(room.1).flat_map(move |y| axis(room.0).map(move |x| (x, y)))
}

fn shared(a: &Rect, b: &Rect) -> f64 {
    let along =
        |a: f64, long: f64, b: f64, other: f64| ((a + long).min(b + other) - a.max(b)).max(0.0);
    along(a.x, a.width, b.x, b.width) * along(a.y, a.height, b.y, b.height)
}
