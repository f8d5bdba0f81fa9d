//! The reporting record in squares: a line for each question, a square for each grant.
//!
//! Filled: a result was published. Hatched: a result for one part. Hollow: a goal or commitment.
//! Pale: nothing was found. A dot alone: no source names the grant.

use super::legend::{self, LegendKey};
use super::measure::{Weight, width};
use super::shape::{Mark, MarkStyle, Point, Primitive, Rect, Role, Shape, Text};
use super::{Anchor, LABEL, SMALLEST, Scene, hatch};
use crate::frame::{AnswerState, Record};
use crate::locale::{Locale, Message};
use crate::m;

/// Space between two squares, in px.
const GAP: f64 = 3.0;
/// The maximum side of a square, in px.
const SQUARE: f64 = 15.0;
const TITLE: f64 = 22.0;
const BETWEEN: f64 = 14.0;

/// Lays the record out, `pixels` px wide.
pub fn lay_out(record: &Record, pixels: u32, locale: Locale) -> Scene {
    let wide = f64::from(pixels);
    let mut scene = Scene {
        width: wide,
        name: locale.text(m!(TallyName, count = record.total())),
        ..Scene::default()
    };
    let keys = keys(record, locale);
    let mut y = legend::lay_out(&keys, wide, 0.0, &mut scene.below) + 14.0;
    // As many squares in a line as keep their size, then lines of equal length.
    let total = record.total().max(1);
    let fit = ((wide + GAP) / (SQUARE + GAP)).floor().max(1.0) as u32;
    let lines = total.div_ceil(fit);
    let across = total.div_ceil(lines);
    let side = ((wide + GAP) / f64::from(across) - GAP).min(SQUARE);
    for (at, column) in record.columns.iter().enumerate() {
        let counts = record.tally(at);
        let result = result(counts, record.total(), locale);
        scene.below.push(
            Text::new(column.title.clone(), 0.0, y + 14.0, LABEL)
                .strong()
                .piece(Role::Ink),
        );
        let room = wide - width(&column.title, LABEL, Weight::Strong) - 12.0;
        let (text, end) = if width(&result, SMALLEST, Weight::Regular) <= room {
            (
                Text::new(result, wide, y + 14.0, SMALLEST).anchored(Anchor::End),
                TITLE,
            )
        } else {
            (Text::new(result, 0.0, y + 30.0, SMALLEST), TITLE + 16.0)
        };
        scene.below.push(text.piece(Role::InkSoft));
        y += end;
        let mut place = 0;
        for known in AnswerState::ALL {
            let count = counts[known as usize];
            if count == 0 {
                continue;
            }
            let mut pieces = Vec::new();
            let mut corners = Vec::new();
            for _ in 0..count {
                let (x, line) = (place % across, place / across);
                let step = side + GAP;
                let square = Rect::new(f64::from(x) * step, y + f64::from(line) * step, side, side);
                pieces.extend(sample(known, square));
                corners.extend(hatch::corners(square));
                place += 1;
            }
            scene.marks.push(Mark {
                row: None,
                name: locale.text(m!(
                    TallySpoken,
                    column = &column.title,
                    known = word(known),
                    count = count,
                    of = record.total()
                )),
                area: Rect::around(&corners).unwrap_or_default(),
                pieces,
            });
        }
        y += f64::from(lines) * (side + GAP) + BETWEEN;
    }
    scene.height = y - BETWEEN + 2.0;
    scene.snap();
    scene
}

/// "5 of 40 published, 3 promised"; where only promises are known, "21 of 40 promised".
fn result(counts: [u32; 5], total: u32, locale: Locale) -> String {
    let published = counts[AnswerState::Published as usize];
    let promised = counts[AnswerState::Promised as usize];
    let in_part = counts[AnswerState::InPart as usize];
    if published + in_part == 0 && promised > 0 {
        return locale.text(m!(TallyPromisedOf, count = promised, of = total));
    }
    let mut words = vec![locale.text(m!(TallyOf, count = published, of = total))];
    if in_part > 0 {
        words.push(locale.text(m!(TallyInPartCount, count = in_part)));
    }
    if promised > 0 {
        words.push(locale.text(m!(TallyPromisedCount, count = promised)));
    }
    words.join(", ")
}

fn keys(record: &Record, locale: Locale) -> Vec<LegendKey> {
    let occurs = |known: &AnswerState| {
        (0..record.columns.len()).any(|column| record.tally(column)[*known as usize] > 0)
    };
    AnswerState::ALL
        .into_iter()
        .filter(occurs)
        .map(|known| LegendKey {
            sample: Box::new(move |area| sample(known, area)),
            wide: 12.0,
            label: locale.text(word(known)),
        })
        .collect()
}

/// The name of this kind of square.
pub fn word(known: AnswerState) -> Message {
    match known {
        AnswerState::Published => m!(KnownPublished),
        AnswerState::InPart => m!(KnownInPart),
        AnswerState::Promised => m!(KnownPromised),
        AnswerState::Nothing => m!(KnownNothing),
        AnswerState::Unnamed => m!(KnownUnnamed),
    }
}

fn sample(known: AnswerState, area: Rect) -> Vec<Primitive> {
    let Rect {
        x,
        y,
        width,
        height,
    } = area;
    let whole = |role, manner| Primitive::rect(role, manner, x, y, width, height);
    match known {
        AnswerState::Published => vec![whole(Role::Mark, MarkStyle::Solid)],
        AnswerState::InPart => {
            let bar = Primitive::rect(
                Role::Mark,
                MarkStyle::Solid,
                x,
                y + height / 2.0,
                width,
                height / 2.0,
            );
            vec![whole(Role::Mark, MarkStyle::Hollow), bar]
        }
        AnswerState::Promised => vec![whole(Role::Mark, MarkStyle::Hollow)],
        AnswerState::Nothing => vec![whole(Role::Absent, MarkStyle::Outlined)],
        AnswerState::Unnamed => vec![
            hatch::across_rect(area, 4.0),
            Primitive::new(
                Role::Hatch,
                MarkStyle::Stroke(10),
                Shape::Line(closed(hatch::corners(area))),
            ),
        ],
    }
}

fn closed(mut corners: Vec<Point>) -> Vec<Point> {
    corners.extend(corners.first().copied());
    corners
}
