//! An author's annotations of single marks: a small number next to the mark, and the annotation
//! under the chart, where it has room at every width.

use super::measure::{Weight, cap_height, wrap};
use super::shape::{Anchor, Manner, Piece, Point, Rect, Role, Shape, Text};
use super::{SMALLEST, Scene};
use crate::frame::Frame;
use crate::locale::Locale;
use crate::m;

const RADIUS: f64 = 9.0;
const LINE: f64 = 17.0;

/// Adds the annotations of the frame's author to a laid-out scene. An annotation of a row that is
/// not shown is left out.
pub fn set(scene: &mut Scene, frame: &Frame, locale: Locale) {
    let remarks = &frame.query.author.remarks;
    if remarks.is_empty() {
        return;
    }
    let mut taken: Vec<Rect> = scene.texts().map(Text::area).collect();
    let mut lines = Vec::new();
    let mut badges = Vec::new();
    let mut said: Vec<&str> = Vec::new();
    for mark in &scene.marks {
        let Some(row) = mark.row.and_then(|at| frame.rows.get(at)) else {
            continue;
        };
        let Some(remark) = remarks.get(&row.key) else {
            continue;
        };
        if said.contains(&row.key.as_str()) {
            continue;
        }
        said.push(&row.key);
        let number = said.len();
        let place = places(&mark.area, scene.width, scene.height)
            .into_iter()
            .find(|place| taken.iter().all(|other| !other.overlaps(place)));
        if let Some(place) = place {
            taken.push(place);
            badges.extend(badge(number, place));
        }
        lines.push(locale.text(m!(
            AuthorRemark,
            number = number as u32,
            label = &row.label,
            remark = remark
        )));
    }
    scene.above.extend(badges);
    let mut y = scene.height + 8.0;
    for line in lines {
        for part in wrap(&line, SMALLEST, Weight::Regular, scene.width, 4) {
            let text = Text::new(part, 0.0, y + 12.0, SMALLEST);
            scene.above.push(text.piece(Role::Ink));
            y += LINE;
        }
    }
    scene.height = scene.height.max(y);
}

/// The possible positions of a number: at the corners of its mark, and further along its upper
/// edge.
fn places(mark: &Rect, wide: f64, high: f64) -> Vec<Rect> {
    let side = RADIUS * 2.0;
    let (right, bottom) = (mark.x + mark.width, mark.y + mark.height);
    let corners = [
        (right - side, mark.y),
        (right, mark.y - side),
        (mark.x, mark.y),
        (mark.x - side, mark.y - side),
        (right, bottom),
        (mark.x - side, bottom),
    ];
    let middle = mark.y + (mark.height - side) / 2.0;
    let along = (1..16).map(|step| (right - side - f64::from(step) * mark.width / 16.0, middle));
    corners
        .into_iter()
        .chain(along)
        .map(|(x, y)| Rect::new(x, y, side, side))
        .filter(|place| {
            place.x >= 0.0 && place.y >= 0.0 && place.x + side <= wide && place.y + side <= high
        })
        .collect()
}

fn badge(number: usize, place: Rect) -> [Piece; 2] {
    let at = Point::new(place.x + RADIUS, place.y + RADIUS);
    let circle = Shape::Dot {
        at,
        radius: RADIUS - 1.0,
    };
    let baseline = at.y + cap_height(SMALLEST) / 2.0;
    let text = Text::new(number.to_string(), at.x, baseline, SMALLEST)
        .strong()
        .anchored(Anchor::Middle);
    [
        Piece::new(Role::Ink, Manner::Hollow, circle),
        text.piece(Role::Ink),
    ]
}
