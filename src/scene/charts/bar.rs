//! Horizontal bars from a zero line, each with its name and its number.
//!
//! Names are placed left of the bars where there is room, otherwise above them. The bars of one row
//! in several series are grouped.

use super::bars::{Bar, NOTHING, TAIL, WITHHELD, Way};
use super::groups::{self, GUTTER};
use super::lengths::{Lengths, Need};
use super::{aside, is_withheld, keys, place, role};
use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, cap_height, shorten, width};
use crate::scene::words::amount;
use crate::scene::{Anchor, LABEL, Look, Manner, Mark, Piece, Rect, Role, Scene, Shape, Text};
use crate::scene::{SMALLEST, legend, ticks};

pub use super::bars::open_end;

/// Space between the end of a bar and its number, in px.
const GAP: f64 = 6.0;

/// What the small multiples of one picture share.
pub struct Common {
    /// Width of the column of names, in px; `None` where names are above the bars.
    beside: Option<f64>,
    scale: Lengths,
    /// The maximum width of a text at a bar, in px.
    most: f64,
}

impl Common {
    /// The shared layout for all rows that are read on one scale, in charts of the width `look`
    /// gives.
    pub fn of(frame: &Frame, look: &Look) -> Self {
        let wide = f64::from(look.width);
        let beside = groups::column(&groups::group(frame), wide);
        let left = beside.map_or(0.0, |room| room + GUTTER);
        let places = frame.rows.iter().filter_map(|row| place(&row.cell));
        let below = places.into_iter().any(|place| place.at < 0.0);
        let most = (wide - left) * if below { 0.35 } else { 0.6 } - TAIL;
        let needs: Vec<Need> = frame
            .rows
            .iter()
            .map(|row| {
                let words = (look.labels)(row);
                need(row, &shorten(&words.short, LABEL, Weight::Regular, most))
            })
            .collect();
        Self {
            beside,
            scale: Lengths::of(&needs, None, left, wide - left),
            most,
        }
    }
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    lay_out_within(frame, look, &Common::of(frame, look), false)
}

/// Lays out one chart with a shared layout. A part of small multiples has no legend and no
/// gridlines of its own.
pub fn lay_out_within(frame: &Frame, look: &Look, common: &Common, is_part: bool) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let mut groups = groups::group(frame);
    let (beside, scale) = (common.beside, common.scale);
    groups::break_names(&mut groups, beside, wide);
    let left = beside.map_or(0.0, |room| room + GUTTER);
    let several = groups.iter().any(|group| group.rows.len() > 1);
    let bar = if several { 16.0 } else { 20.0 };

    let keys = match is_part {
        true => Vec::new(),
        false => keys(frame, look, true, true),
    };
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 10.0 } else { 2.0 };

    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let texts: Vec<String> = words
        .iter()
        .map(|words| shorten(&words.short, LABEL, Weight::Regular, common.most))
        .collect();

    // Gridlines are drawn only where there is room for their numbers.
    let gridlines = if beside.is_some() && wide >= 480.0 && scale.span > 0.0 && !is_part {
        let count = ((wide - left) / 130.0).max(2.0) as usize;
        let whole = frame.measure.unit.is_count();
        let (found, step) = ticks::ticks(scale.low, scale.high, count, whole);
        if found.len() > 1 {
            Some((found, ticks::decimals(step)))
        } else {
            None
        }
    } else {
        None
    };
    let top = y;
    if gridlines.is_some() {
        y += 24.0;
    }
    let first = y;

    for group in &groups {
        let bars = group.rows.len() as f64;
        let start = y;
        let block = group.block(beside, start, bars * bar + (bars - 1.0) * 2.0);
        let mut label = group.name(beside, block.name);
        let spacing = if beside.is_some() { 8.0 } else { 14.0 };
        for (at, (index, row)) in group.rows.iter().enumerate() {
            let top = block.bars + at as f64 * (bar + 2.0);
            // The whole strip can be touched, including the name.
            let area = if group.rows.len() == 1 {
                Rect::new(
                    0.0,
                    start - spacing / 4.0,
                    wide,
                    block.height + spacing / 2.0,
                )
            } else {
                Rect::new(left, top - 1.0, wide - left, bar + 2.0)
            };
            let mut pieces = vec![super::hit(area)];
            if at == 0 {
                pieces.append(&mut label);
            }
            draw(frame, row, &scale, &texts[*index], top, bar, &mut pieces);
            if let Some((found, _)) = &gridlines {
                clear(&mut pieces, found, &scale);
            }
            scene.marks.push(Mark {
                row: Some(*index),
                name: words[*index].spoken.clone(),
                area,
                pieces,
            });
        }
        y = start + block.height + spacing;
    }
    let bottom = y - if beside.is_some() { 4.0 } else { 8.0 };

    if let Some((found, decimals)) = gridlines {
        for at in found {
            let x = scale.at(at);
            if at != 0.0 {
                scene
                    .below
                    .push(Piece::line(Role::Grid, 10, (x, first - 4.0), (x, bottom)));
            }
            let text = amount(&frame.measure, at, decimals, look.locale);
            let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
            if x - half >= left - GUTTER && x + half <= wide {
                let text = Text::new(text, x, top + 13.0, SMALLEST).anchored(Anchor::Middle);
                scene.below.push(text.piece(Role::InkSoft));
            }
        }
        part(&mut scene.below);
    }
    // The baseline of the bars is drawn over them.
    let zero = scale.at(0.0);
    let from = if beside.is_some() { first - 4.0 } else { first };
    if beside.is_some() {
        scene
            .above
            .push(Piece::line(Role::Axis, 10, (zero, from), (zero, bottom)));
    } else {
        for mark in &mut scene.marks {
            let (low, high) = (
                mark.area.y + mark.area.height - bar - 6.0,
                mark.area.y + mark.area.height - 1.0,
            );
            mark.pieces
                .push(Piece::line(Role::Axis, 10, (zero, low), (zero, high)));
        }
    }
    scene.height = bottom + 2.0;
    scene
}

/// The room that a bar needs beyond its end: its tail or its symbol, and the text.
fn need(row: &Row, text: &str) -> Need {
    let found = place(&row.cell);
    let before = match &found {
        Some(place) if place.more => TAIL,
        Some(_) => 0.0,
        None if is_withheld(&row.cell) => WITHHELD,
        None => WITHHELD.max(NOTHING),
    };
    let long = width(text, LABEL, Weight::Regular);
    (found, before + GAP + long + 4.0)
}

/// Puts a background behind a number that a gridline would cross.
fn clear(pieces: &mut Vec<Piece>, gridlines: &[f64], scale: &Lengths) {
    let Some(at) = pieces.len().checked_sub(1) else {
        return;
    };
    let Shape::Text(text) = &pieces[at].shape else {
        return;
    };
    let area = text.area();
    let crossed = gridlines
        .iter()
        .map(|value| scale.at(*value))
        .any(|x| x > area.x - 2.0 && x < area.x + area.width + 2.0);
    if crossed {
        let ground = Piece::rect(
            Role::Ground,
            Manner::Solid,
            area.x - 2.0,
            area.y,
            area.width + 4.0,
            area.height,
        );
        pieces.insert(at, ground);
    }
}

/// Drops gridline numbers that are too close to the one before.
fn part(pieces: &mut Vec<Piece>) {
    let mut last: Option<(f64, Rect)> = None;
    pieces.retain(|piece| {
        let Shape::Text(text) = &piece.shape else {
            return true;
        };
        if text.anchor != Anchor::Middle {
            return true;
        }
        let area = text.area();
        let free = last
            .is_none_or(|(y, before)| y != text.at.y || area.x >= before.x + before.width + 8.0);
        if free {
            last = Some((text.at.y, area));
        }
        free
    });
}

/// Draws the bar of a row and the text at its end.
fn draw(
    frame: &Frame,
    row: &Row,
    scale: &Lengths,
    text: &str,
    top: f64,
    thick: f64,
    out: &mut Vec<Piece>,
) {
    let bar = aside(
        frame,
        row,
        Bar::of(row, role(frame, row), Way::Across, top, thick),
    );
    let baseline = top + (thick + cap_height(LABEL)) / 2.0;
    let label = |x: f64, anchor: Anchor, role: Role| {
        Text::new(text, x, baseline, LABEL)
            .anchored(anchor)
            .piece(role)
    };
    let Some(place) = place(&row.cell) else {
        let end = bar.draw_absent(row, scale.at(0.0), out);
        out.push(label(end + GAP, Anchor::Start, Role::InkSoft));
        return;
    };
    let end = bar.draw(&place, |value| scale.at(value), out);
    let ink = if bar.strength < 100 {
        Role::InkSoft
    } else {
        Role::Ink
    };
    if place.at < 0.0 {
        out.push(label(end - GAP, Anchor::End, ink));
    } else {
        out.push(label(end + GAP, Anchor::Start, ink));
    }
}
