//! A map of the states and territories, shaded by class.
//!
//! Every area is a mark, whether or not the data mention it. Unknown values are pale, suppressed
//! ones are hatched, and zero has the background color. DC and the small territories, which are too
//! small to see or touch at their real size, are boxes under the map.

mod names;

use super::place;
use super::shade::{self, Classes, Fill, rows_of_areas, shade};
use crate::frame::Frame;
use crate::geo::{self, Geography};
use crate::scene::measure::cap_height;
use crate::scene::{Anchor, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape, Text};
use crate::scene::{SMALLEST, hatch, legend};
use crate::value::AREAS;

/// Too small to be seen or touched at their real size.
const BOXES: [&str; 5] = ["DC", "VI", "GU", "MP", "AS"];

pub fn lay_out(frame: &Frame, look: &Look, geography: &Geography) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let classes = Classes::of(frame);

    let rows = rows_of_areas(frame);
    let fill = |row: &Option<usize>| {
        let cell = row.map(|row| &frame.rows[row].cell);
        Fill::of(cell, &classes).plain()
    };
    let fills: Vec<Fill> = rows.iter().map(fill).collect();

    let used = legend::lay_out(
        &shade::keys(frame, look, &classes, &fills, true),
        wide,
        0.0,
        &mut scene.below,
    );
    let top = used + 8.0;
    let scale = wide / 1000.0;
    let strip = top + geo::HEIGHT * scale + 6.0;
    scene.height = strip + 30.0;
    scene.outlines = Some(top);

    let mut boxes = 0;
    for (at, area) in AREAS.iter().enumerate() {
        let rings: Vec<Vec<Point>> = geography
            .outline(at, fineness(wide) / scale)
            .iter()
            .map(|ring| {
                let even = |(x, y): &(f64, f64)| (even(x * scale), even(y * scale));
                let mut corners: Vec<_> = ring.iter().map(even).collect();
                corners.dedup();
                let placed = corners.into_iter().map(|(x, y)| Point::new(x, top + y));
                placed.collect()
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
                fill => names::within(&text, &rings, fill.on()),
            };
            match within {
                Some(name) => pieces.push(name),
                None => match names::beside(area.usps, &text, top, scale) {
                    Some(name) => pieces.extend(name),
                    // An island with no room for its name is a box as well.
                    None => boxed = area.usps == "PR",
                },
            }
        }
        if boxed {
            let place = Rect::new(boxes as f64 * 42.0, strip, 36.0, 24.0);
            boxes += 1;
            shade(fills[at], &[hatch::corners(place)], &mut pieces);
            if fills[at] == Fill::Withheld {
                // The hatching leaves the name clear.
                let (x, y) = (place.x + 5.0, place.y + 4.0);
                pieces.push(Piece::rect(Role::Ground, Manner::Solid, x, y, 26.0, 16.0));
            }
            let baseline = place.y + (place.height + cap_height(SMALLEST)) / 2.0;
            let text = Text::new(text, place.x + place.width / 2.0, baseline, SMALLEST);
            pieces.push(text.anchored(Anchor::Middle).piece(fills[at].on()));
            around = around.or(Some(place));
        }
        let name = match rows[at] {
            Some(row) => (look.labels)(&frame.rows[row]).spoken,
            None => look.locale.text(shade::spoken(frame, area.name)),
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

/// The tolerance for simplifying borders, in px: the smaller the map, the finer its smallest
/// states.
fn fineness(wide: f64) -> f64 {
    0.5 + wide / 1500.0
}

/// Rounds a coordinate to half a pixel, which is precise enough for corners where borders are
/// simplified to this tolerance, and is written with one decimal.
fn even(pixels: f64) -> f64 {
    (pixels * 2.0).round() / 2.0
}

/// The border of an area that has the background color, drawn over the edges of its neighbors.
fn outline(rings: &[Vec<Point>]) -> Piece {
    let closed = |ring: &Vec<Point>| ring.iter().chain(ring.first()).copied().collect();
    let lines = rings.iter().map(closed).collect();
    Piece::new(Role::Axis, Manner::Stroke(7), Shape::Lines(lines))
}
