//! One number as a dot whose style shows its status, and the symbol of a missing number.

use super::{Place, is_hollow, is_provisional, is_withheld};
use crate::frame::{Cell, Frame, Row};
use crate::locale::Words;
use crate::m;
use crate::scene::legend::Key;
use crate::scene::{Look, Manner, Piece, Point, Rect, Role, Shape, hatch};
use crate::value::{Kind, Status};

/// Length of an open end beyond the dot, in px.
pub const TAIL: f64 = 14.0;
/// Width of the symbol of a suppressed number, in px.
const HATCHED: f64 = 20.0;
const DASH: f64 = 10.0;

/// The direction in which numbers grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Right,
    Up,
}

/// Draws a number: a range that starts at `from` as a band with two ends, an open end as an arrow,
/// a goal as a ring, a provisional number as a ring with a core, an approximate number as a pale
/// dot.
pub fn along(
    row: &Row,
    place: &Place,
    role: Role,
    at: Point,
    from: Option<f64>,
    (radius, way): (f64, Way),
) -> Vec<Piece> {
    let mut out = Vec::new();
    let Point { x, y } = at;
    if let Some(from) = from {
        let to = if way == Way::Right { x } else { y };
        let (low, high) = (from.min(to), from.max(to));
        let long = (high - low).max(2.0);
        let (band, ends) = match way {
            Way::Right => (
                (low, y - 4.0, long, 8.0),
                [low, high].map(|x| ((x, y - 7.0), (x, y + 7.0))),
            ),
            Way::Up => (
                (x - 4.0, low, 8.0, long),
                [low, high].map(|y| ((x - 7.0, y), (x + 7.0, y))),
            ),
        };
        let (left, top, wide, high) = band;
        out.push(Piece::rect(role, Manner::Faint(45), left, top, wide, high));
        out.extend(ends.map(|(from, to)| Piece::line(role, 20, from, to)));
        return out;
    }
    let far = radius + TAIL - 2.0;
    for (open, far) in [(place.more, far), (place.less, -far)] {
        let tip = match way {
            Way::Right => (x + far, y),
            Way::Up => (x, y - far),
        };
        if open {
            out.extend(arrow(role, (x, y), tip));
        }
    }
    out.extend(dot(row, role, at, radius));
    out
}

/// The dot itself.
pub fn dot(row: &Row, role: Role, at: Point, radius: f64) -> Vec<Piece> {
    let whole = |manner, radius| Piece::new(role, manner, Shape::Dot { at, radius });
    let about = row.cell.quantity.is_some_and(|known| known.is_about());
    if is_hollow(row) {
        vec![whole(Manner::Hollow, radius)]
    } else if is_provisional(&row.cell) {
        vec![
            whole(Manner::Hollow, radius),
            whole(Manner::Solid, (radius * 0.42).max(1.5)),
        ]
    } else if about {
        // A background beneath the dot keeps lines from showing through.
        let ground = Piece::new(Role::Ground, Manner::Solid, Shape::Dot { at, radius });
        vec![ground, whole(Manner::Faint(55), radius)]
    } else {
        vec![whole(Manner::Edged, radius)]
    }
}

/// A line with an arrowhead at its end.
pub fn arrow(role: Role, from: (f64, f64), to: (f64, f64)) -> Vec<Piece> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = libm::sqrt(dx * dx + dy * dy);
    if long < 1.0 {
        return Vec::new();
    }
    let (ux, uy) = (dx / long, dy / long);
    let back = |side: f64| Point::new(to.0 - ux * 4.5 - uy * side, to.1 - uy * 4.5 + ux * side);
    vec![
        Piece::line(role, 20, from, to),
        Piece::new(
            role,
            Manner::Stroke(20),
            Shape::Line(vec![back(4.0), Point::new(to.0, to.1), back(-4.0)]),
        ),
    ]
}

/// Draws the symbol of a missing number, centered vertically on `middle`: hatched where it is
/// suppressed, otherwise a dash. Returns its width.
pub fn absent(cell: &Cell, role: Role, x: f64, middle: f64, out: &mut Vec<Piece>) -> f64 {
    if is_withheld(cell) {
        out.push(hatch::across_rect(
            Rect::new(x, middle - 7.0, HATCHED, 14.0),
            6.0,
        ));
        out.push(Piece::line(
            role,
            15,
            (x, middle + 7.0),
            (x + HATCHED, middle + 7.0),
        ));
    } else {
        out.push(Piece::line(role, 15, (x + 1.0, middle), (x + DASH, middle)));
    }
    absent_width(cell)
}

/// The width of what [`absent`] draws.
pub fn absent_width(cell: &Cell) -> f64 {
    match is_withheld(cell) {
        true => HATCHED,
        false => DASH + 1.0,
    }
}

/// Legend keys for the series, as dots, and for every style that is not plain.
pub fn keys(frame: &Frame, look: &Look, series: bool) -> Vec<Key> {
    let mut keys = Vec::new();
    let several = frame.series.as_ref().filter(|axis| axis.values.len() > 1);
    for (at, (_, label)) in several
        .iter()
        .flat_map(|axis| axis.values.iter().enumerate())
    {
        if series && frame.rows.iter().any(|row| row.series == Some(at)) {
            let role = Role::Series(at.min(255) as u8);
            keys.push(sample(label.clone(), role, Manner::Edged));
        }
    }
    let role = match several {
        Some(_) => Role::InkSoft,
        None => Role::Mark,
    };
    let known = |row: &&Row| row.cell.has_number();
    let rows = || frame.rows.iter().filter(known);
    for kind in [Kind::Target, Kind::Projection, Kind::Commitment] {
        if rows().any(|row| row.kind == Some(kind)) {
            keys.push(sample(look.locale.text(kind.label()), role, Manner::Hollow));
        }
    }
    if rows().any(|row| is_provisional(&row.cell) && !is_hollow(row)) {
        keys.push(Key {
            sample: Box::new(move |area| {
                let at = centre(area);
                let shape = |radius| Shape::Dot { at, radius };
                vec![
                    Piece::new(role, Manner::Hollow, shape(5.0)),
                    Piece::new(role, Manner::Solid, shape(2.1)),
                ]
            }),
            wide: 12.0,
            label: look.locale.text(Status::Provisional.label()),
        });
    }
    let quantity = |row: &Row| row.cell.quantity;
    if rows().any(|row| quantity(row).is_some_and(|known| known.is_about())) {
        keys.push(sample(
            look.locale.text(m!(ChartKeyAbout)),
            role,
            Manner::Faint(55),
        ));
    }
    for up in [true, false] {
        let open = |row: &Row| {
            quantity(row).is_some_and(|known| match up {
                true => known.high.is_none(),
                false => known.low.is_none(),
            })
        };
        if rows().any(open) {
            keys.push(open_key(look, up, role));
        }
    }
    keys
}

/// The legend key of an open end: "at least", or "at most".
pub fn open_key(look: &Look, up: bool, role: Role) -> Key {
    let label = if up {
        m!(ChartKeyMore)
    } else {
        m!(ChartKeyLess)
    };
    Key {
        sample: Box::new(move |area| {
            let y = area.y + area.height / 2.0;
            let (from, to) = match up {
                true => (area.x + 4.0, area.x + area.width),
                false => (area.x + area.width - 4.0, area.x),
            };
            let mut out = arrow(role, (from, y), (to, y));
            let (at, radius) = (Point::new(from, y), 4.0);
            out.push(Piece::new(role, Manner::Solid, Shape::Dot { at, radius }));
            out
        }),
        wide: 20.0,
        label: look.locale.text(label),
    }
}

fn centre(area: Rect) -> Point {
    Point::new(area.x + area.width / 2.0, area.y + area.height / 2.0)
}

fn sample(label: String, role: Role, manner: Manner) -> Key {
    Key {
        sample: Box::new(move |area| {
            let at = centre(area);
            vec![Piece::new(role, manner, Shape::Dot { at, radius: 5.0 })]
        }),
        wide: 12.0,
        label,
    }
}
