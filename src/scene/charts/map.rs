//! A map of the states and territories, shaded by class.
//!
//! Every area is a mark, whether the data speak of it or not. What is not known is pale, what is
//! withheld is hatched, and zero has the colour of the ground. DC and the small territories, which
//! nobody could see or touch at their size, stand as boxes beneath.

mod classes;
mod key;
mod names;

use super::{is_withheld, place};
use crate::frame::Frame;
use crate::geo::{self, Geography};
use crate::scene::measure::cap_height;
use crate::scene::{Anchor, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape, Text};
use crate::scene::{SMALLEST, hatch, legend};
use crate::value::{AREAS, area};
use classes::Classes;

/// Too small to be seen or touched where they lie.
const BOXES: [&str; 5] = ["DC", "VI", "GU", "MP", "AS"];

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
        let found = area(&row.key).or_else(|| area(&row.label));
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
        &key::keys(frame, look, &classes, &fills),
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
        let open = rows[at]
            .is_some_and(|row| place(&frame.rows[row].cell).is_some_and(|place| place.more));
        let text = format!("{}{}", area.usps, if open { "+" } else { "" });
        let mut pieces = Vec::new();
        let mut around = None;
        let mut boxed = BOXES.contains(&area.usps);
        if area.usps == "DC" || !boxed {
            shade(fills[at], &rings, &mut pieces);
            if matches!(fills[at], Fill::Zero | Fill::Withheld) {
                scene.above.push(outline(&rings));
            }
            around = Rect::around(rings.iter().flatten());
        }
        if !boxed {
            let within = match fills[at] {
                Fill::Withheld => None,
                fill => names::within(&text, &rings, on(fill)),
            };
            match within {
                Some(name) => pieces.push(name),
                None => match names::beside(area.usps, &text, top, scale) {
                    Some(name) => pieces.extend(name),
                    // An island whose name finds no room is a box as well.
                    None => boxed = area.usps == "PR",
                },
            }
        }
        if boxed {
            let place = Rect::new(boxes as f64 * 42.0, strip, 36.0, 24.0);
            boxes += 1;
            shade(fills[at], &[hatch::corners(place)], &mut pieces);
            if fills[at] == Fill::Withheld {
                // The hatch stays clear of the name.
                let (x, y) = (place.x + 5.0, place.y + 4.0);
                pieces.push(Piece::rect(Role::Ground, Manner::Solid, x, y, 26.0, 16.0));
            }
            let baseline = place.y + (place.height + cap_height(SMALLEST)) / 2.0;
            let text = Text::new(text, place.x + place.width / 2.0, baseline, SMALLEST);
            pieces.push(text.anchored(Anchor::Middle).piece(on(fills[at])));
            around = around.or(Some(place));
        }
        let name = match rows[at] {
            Some(row) => (look.labels)(&frame.rows[row]).spoken,
            None => look.locale.text(key::spoken(frame, area.name)),
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
