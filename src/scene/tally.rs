//! The reporting record in squares: a line for each question, a square for each grant.
//!
//! Filled: a result was published. Hatched: a result for one part. Hollow: a goal or commitment.
//! Pale: nothing was found. A dot alone: no source names the grant.

use super::legend::{self, Key};
use super::measure::{Weight, width};
use super::shape::{Manner, Mark, Piece, Point, Rect, Role, Shape, Text};
use super::{Anchor, LABEL, SMALLEST, Scene, hatch};
use crate::frame::{Known, Record};
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
        for known in Known::ALL {
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
    let published = counts[Known::Published as usize];
    let promised = counts[Known::Promised as usize];
    let in_part = counts[Known::InPart as usize];
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

fn keys(record: &Record, locale: Locale) -> Vec<Key> {
    let occurs = |known: &Known| {
        (0..record.columns.len()).any(|column| record.tally(column)[*known as usize] > 0)
    };
    Known::ALL
        .into_iter()
        .filter(occurs)
        .map(|known| Key {
            sample: Box::new(move |area| sample(known, area)),
            wide: 12.0,
            label: locale.text(word(known)),
        })
        .collect()
}

/// The name of this kind of square.
pub fn word(known: Known) -> Message {
    match known {
        Known::Published => m!(KnownPublished),
        Known::InPart => m!(KnownInPart),
        Known::Promised => m!(KnownPromised),
        Known::Nothing => m!(KnownNothing),
        Known::Unnamed => m!(KnownUnnamed),
    }
}

fn sample(known: Known, area: Rect) -> Vec<Piece> {
    let Rect {
        x,
        y,
        width,
        height,
    } = area;
    let whole = |role, manner| Piece::rect(role, manner, x, y, width, height);
    match known {
        Known::Published => vec![whole(Role::Mark, Manner::Solid)],
        Known::InPart => {
            let bar = Piece::rect(
                Role::Mark,
                Manner::Solid,
                x,
                y + height / 2.0,
                width,
                height / 2.0,
            );
            vec![whole(Role::Mark, Manner::Hollow), bar]
        }
        Known::Promised => vec![whole(Role::Mark, Manner::Hollow)],
        Known::Nothing => vec![whole(Role::Absent, Manner::Outlined)],
        Known::Unnamed => vec![
            hatch::across_rect(area, 4.0),
            Piece::new(
                Role::Hatch,
                Manner::Stroke(10),
                Shape::Line(closed(hatch::corners(area))),
            ),
        ],
    }
}

fn closed(mut corners: Vec<Point>) -> Vec<Point> {
    corners.extend(corners.first().copied());
    corners
}
