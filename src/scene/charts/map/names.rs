//! State abbreviations: within an area where they fit, otherwise next to it with a leader line.

use crate::scene::measure::{Weight, cap_height, width};
use crate::scene::{Anchor, Piece, Point, Rect, Role, SMALLEST, Text};

/// A point on the map, (x, y) in thousandths of the map's width.
type Spot = (f64, f64);

/// Abbreviations and leader lines of areas that are too small to hold their name: from a point in
/// the area to the side of the text, in thousandths of the map's width.
const BESIDE: [(&str, Spot, Spot); 9] = [
    ("VT", (861.0, 89.0), (843.0, 66.0)),
    ("NH", (884.0, 82.0), (873.0, 54.0)),
    ("MA", (915.0, 141.0), (944.0, 136.0)),
    ("RI", (899.0, 163.0), (944.0, 171.0)),
    ("CT", (876.0, 172.0), (920.0, 195.0)),
    ("NJ", (856.0, 208.0), (896.0, 218.0)),
    ("DE", (849.0, 237.0), (896.0, 242.0)),
    ("MD", (843.0, 251.0), (896.0, 266.0)),
    ("HI", (0.0, 0.0), (292.0, 607.0)),
];

/// The abbreviation in the widest part of an area, where there is room.
pub fn within(text: &str, rings: &[Vec<Point>], role: Role) -> Option<Piece> {
    let size = SMALLEST;
    let (long, high) = (
        width(text, size, Weight::Regular) + 2.0,
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
    let text = Text::new(text, at.x, at.y + cap_height(size) / 2.0, size);
    Some(text.anchored(Anchor::Middle).piece(role))
}

/// The abbreviation next to an area, on maps that are wide enough for it.
pub fn beside(usps: &str, text: &str, top: f64, scale: f64) -> Option<Vec<Piece>> {
    if scale < 0.7 {
        return None;
    }
    let (_, from, to) = BESIDE.iter().find(|(own, ..)| *own == usps)?;
    let (x, y) = (to.0 * scale, top + to.1 * scale);
    let above = to.1 < from.1 - 20.0;
    let name = match above {
        true => Text::new(text, x, y - 3.0, SMALLEST).anchored(Anchor::Middle),
        false => Text::new(text, x + 3.0, y + cap_height(SMALLEST) / 2.0, SMALLEST),
    };
    let mut out = vec![name.piece(Role::InkSoft)];
    if *from != (0.0, 0.0) {
        let from = (from.0 * scale, top + from.1 * scale);
        out.push(Piece::line(Role::Axis, 7, from, (x, y)));
    }
    Some(out)
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

/// Whether a rectangle is within a ring, sampled at its corners and between them.
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
