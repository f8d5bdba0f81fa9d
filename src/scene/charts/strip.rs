//! Strip plot: every row as a dot on one line, with the selected rows named, to show where a few
//! rows are among all.
//!
//! Dots that would overlap form a swarm around the line. Rows without a number are under it, so
//! that a missing value is not mistaken for a low one.

use super::scale::Scale;
use super::{Extent, extent_of, hit, is_hollow, missing_rows};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::words::amount;
use crate::scene::{
    Anchor, LABEL, Mark, MarkStyle, Point, Primitive, Rect, RenderOptions, Role, Scene, Text,
};
use crate::scene::{SMALLEST, Shape, ticks};

const RADIUS: f64 = 4.0;
const NAMED: f64 = 6.5;
/// Distance between the centers of two dots, in px.
const APART: f64 = 8.5;
/// The maximum distance of a dot from the line, in px; further dots overlap.
const SPREAD: f64 = 60.0;
const LINE: f64 = 20.0;
/// The minimum height of a strip, in px.
const LEAST: f64 = 120.0;
/// Space between the edge and the outermost dot, in px.
const EDGE: f64 = 14.0;
/// Length of an open end, in px.
const TAIL: f64 = 12.0;

/// A dot with its position.
struct Dot<'a> {
    index: usize,
    row: &'a Row,
    place: Extent,
    x: f64,
    /// Offset from the line; negative is up.
    y: f64,
    is_named: bool,
}

pub fn lay_out(frame: &Frame, look: &RenderOptions) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let mut dots = dots(frame, wide);
    swarm(&mut dots);
    let reach = dots.iter().map(|dot| dot.y.abs()).fold(0.0, f64::max) + NAMED;
    let names = names(&dots, look, wide);
    let lanes = names.iter().map(|name| name.lane + 1).max().unwrap_or(0);
    let line = (lanes as f64 * LINE + 10.0 + reach).max(LEAST - 34.0 - reach);
    let bottom = line + reach + 6.0;

    axis(
        frame,
        look,
        &dots,
        (line - reach - 4.0, bottom),
        &mut scene.below,
    );
    for dot in &dots {
        let words = (look.labels)(dot.row);
        let at = Point::new(dot.x, line + dot.y);
        let mut pieces = Vec::new();
        let (role, radius, manner) = match (dot.is_named, is_hollow(dot.row)) {
            (true, hollow) => (
                Role::Series(1),
                NAMED,
                if hollow {
                    MarkStyle::Hollow
                } else {
                    MarkStyle::Edged
                },
            ),
            (false, true) => (Role::Mark, RADIUS, MarkStyle::Hollow),
            (false, false) => (Role::Mark, RADIUS, MarkStyle::Faint(50)),
        };
        if dot.place.more {
            pieces.push(Primitive::line(role, 20, (at.x, at.y), (at.x + TAIL, at.y)));
        }
        if let Some(from) = dot.place.from {
            let scale = scale_of(frame, wide);
            pieces.push(Primitive::line(
                role,
                20,
                (scale.at(from), at.y),
                (at.x, at.y),
            ));
        }
        if let Some(name) = names.iter().find(|name| name.index == dot.index) {
            let baseline = name.lane as f64 * LINE + 14.0;
            let from = (at.x, baseline + 5.0);
            let leader = Primitive::line(Role::Axis, 10, from, (at.x, at.y - radius));
            scene.below.push(leader);
            let text = Text::new(&name.text, name.left, baseline, LABEL).strong();
            // The leader line of another name passes under this one.
            let area = text.area();
            let (x, y) = (area.x - 2.0, area.y);
            let ground = Primitive::rect(
                Role::Ground,
                MarkStyle::Solid,
                x,
                y,
                area.width + 4.0,
                area.height,
            );
            scene.above.extend([ground, text.piece(Role::Ink)]);
        }
        pieces.push(Primitive::new(role, manner, Shape::Dot { at, radius }));
        let area = Rect::new(
            at.x - radius - 1.0,
            at.y - radius - 1.0,
            2.0 * radius + 2.0,
            2.0 * radius + 2.0,
        );
        pieces.insert(0, hit(area));
        scene.marks.push(Mark {
            row: Some(dot.index),
            name: words.spoken,
            area,
            pieces,
        });
    }
    // Named dots are drawn over the others.
    scene
        .marks
        .sort_by_key(|mark| names.iter().any(|name| mark.row == Some(name.index)));
    let absent: Vec<(usize, &Row)> = frame
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| extent_of(&row.cell).is_none())
        .collect();
    scene.height = (bottom + 22.0).max(LEAST);
    if !absent.is_empty() {
        scene.height += missing_rows::lay_out(&absent, look, scene.height, &mut scene.marks);
    }
    scene
}

fn dots(frame: &Frame, wide: f64) -> Vec<Dot<'_>> {
    let scale = scale_of(frame, wide);
    let chosen = &frame.query.highlight;
    let mut dots: Vec<Dot> = frame
        .rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let place = extent_of(&row.cell)?;
            Some(Dot {
                x: scale.at(place.at),
                y: 0.0,
                is_named: chosen.contains(&row.key),
                index,
                row,
                place,
            })
        })
        .collect();
    dots.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.index.cmp(&b.index)));
    // Where no row was selected, the lowest and the highest are named.
    if !dots.iter().any(|dot| dot.is_named) {
        if let Some(first) = dots.first_mut() {
            first.is_named = true;
        }
        if let Some(last) = dots.last_mut() {
            last.is_named = true;
        }
    }
    dots
}

/// Gives each dot the free position nearest to the line.
fn swarm(dots: &mut [Dot]) {
    for at in 0..dots.len() {
        let mut found = 0.0;
        let mut tries = 0.0;
        loop {
            let free = |y: f64| {
                let near = dots[..at]
                    .iter()
                    .rev()
                    .take_while(|dot| dots[at].x - dot.x < APART);
                near.into_iter().all(|dot| {
                    let (dx, dy) = (dots[at].x - dot.x, y - dot.y);
                    dx * dx + dy * dy >= APART * APART - 1e-9
                })
            };
            if let Some(y) = [-tries, tries].into_iter().find(|y| free(*y)) {
                found = y;
                break;
            }
            tries += 2.0;
            if tries > SPREAD {
                break;
            }
        }
        dots[at].y = found;
    }
}

struct Name {
    index: usize,
    text: String,
    left: f64,
    lane: usize,
}

/// The names above the dots, in as many lines as they need.
fn names(dots: &[Dot], look: &RenderOptions, wide: f64) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut ends: Vec<f64> = Vec::new();
    for dot in dots.iter().filter(|dot| dot.is_named) {
        let short = (look.labels)(dot.row).short;
        let text = look
            .locale
            .text(m!(StripName, label = &dot.row.label, value = short));
        let text = shorten(&text, LABEL, Weight::Strong, wide);
        let long = width(&text, LABEL, Weight::Strong);
        let left = (dot.x - long / 2.0).clamp(0.0, (wide - long).max(0.0));
        let lane = ends.iter().position(|end| left >= end + 12.0);
        let lane = lane.unwrap_or_else(|| {
            ends.push(0.0);
            ends.len() - 1
        });
        ends[lane] = left + long;
        names.push(Name {
            index: dot.index,
            text,
            left,
            lane,
        });
    }
    names
}

/// From values to places on a strip that wide.
fn scale_of(frame: &Frame, wide: f64) -> Scale {
    let places: Vec<Extent> = frame
        .rows
        .iter()
        .filter_map(|row| extent_of(&row.cell))
        .collect();
    let ends = || {
        places
            .iter()
            .flat_map(|place| [Some(place.at), place.from])
            .flatten()
    };
    let low = ends().fold(f64::INFINITY, f64::min);
    let high = ends().fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = match low < high {
        true => (low, high),
        false if low.is_finite() => (low - 1.0, low + 1.0),
        false => (0.0, 1.0),
    };
    Scale {
        low,
        high,
        from: EDGE,
        to: wide - EDGE - TAIL,
    }
}

fn axis(
    frame: &Frame,
    look: &RenderOptions,
    dots: &[Dot],
    (top, bottom): (f64, f64),
    out: &mut Vec<Primitive>,
) {
    if dots.is_empty() {
        return;
    }
    let wide = f64::from(look.width);
    let scale = scale_of(frame, wide);
    let count = (wide / 90.0).max(2.0) as usize;
    let whole = frame.measure.unit.is_count();
    let (found, step) = ticks::ticks(scale.low, scale.high, count, whole);
    let mut free = f64::NEG_INFINITY;
    for at in found {
        let x = scale.at(at);
        out.push(Primitive::line(Role::Grid, 10, (x, top), (x, bottom)));
        let text = amount(
            &frame.measure,
            at,
            ticks::decimals(step).min(2),
            look.locale,
        );
        let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
        if x - half >= free && x - half >= 0.0 && x + half <= wide {
            let text = Text::new(text, x, bottom + 15.0, SMALLEST).anchored(Anchor::Middle);
            out.push(text.piece(Role::InkSoft));
            free = x + half + 8.0;
        }
    }
    out.push(Primitive::line(
        Role::Axis,
        10,
        (0.0, bottom),
        (wide, bottom),
    ));
}
