//! One bar from the zero line, in either direction, and what its end shows.
//!
//! A bar with an open end continues and fades; a range has a pale bar up to its low end; a hollow
//! bar has not happened yet (a goal); a dashed outline is provisional.

use super::{Place, is_hollow, is_provisional, is_withheld};
use crate::frame::Row;
use crate::scene::{Manner, Piece, Point, Rect, Role, Shape, hatch};

/// Length of an open end, in px.
pub const TAIL: f64 = 14.0;
/// Length of the hatched piece that represents a suppressed value, in px.
pub const WITHHELD: f64 = 24.0;
/// Length of the short line, from zero, that represents a missing number, in px.
pub const NOTHING: f64 = 12.0;
/// Opacity of bars that accompany the requested ones, in hundredths.
pub const ASIDE: u8 = 45;

/// The direction in which values grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Across,
    Up,
}

/// A bar whose length is not yet known.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    pub role: Role,
    pub way: Way,
    /// The near edge across the bar's direction, and the bar's thickness, in px.
    pub side: f64,
    pub thick: f64,
    pub is_hollow: bool,
    pub is_provisional: bool,
    /// Opacity, in hundredths.
    pub strength: u8,
}

impl Bar {
    /// Creates the bar of a row.
    pub fn of(row: &Row, role: Role, way: Way, side: f64, thick: f64) -> Self {
        Self {
            role,
            way,
            side,
            thick,
            is_hollow: is_hollow(row),
            is_provisional: is_provisional(&row.cell),
            strength: 100,
        }
    }

    fn forward(&self) -> f64 {
        match self.way {
            Way::Across => 1.0,
            Way::Up => -1.0,
        }
    }

    /// The rectangle along the bar from `a` to `b`, over its whole thickness.
    pub fn rect(&self, a: f64, b: f64) -> Rect {
        let (low, long) = (a.min(b), (a - b).abs());
        match self.way {
            Way::Across => Rect::new(low, self.side, long, self.thick),
            Way::Up => Rect::new(self.side, low, self.thick, long),
        }
    }

    fn piece(&self, role: Role, manner: Manner, a: f64, b: f64) -> Piece {
        Piece::new(role, manner, Shape::Rect(self.rect(a, b)))
    }

    fn faint(&self, strength: u8) -> Manner {
        let weak = u16::from(strength) * u16::from(self.strength) / 100;
        Manner::Faint(weak.min(100) as u8)
    }

    /// Draws the part from `a` to `b` as uncertain.
    pub fn pale(&self, a: f64, b: f64, out: &mut Vec<Piece>) {
        out.push(self.piece(self.role, self.faint(40), a, b));
    }

    /// Draws the part from `a` to `b` as certain.
    pub fn solid(&self, a: f64, b: f64, out: &mut Vec<Piece>) {
        if self.is_hollow {
            out.push(self.piece(self.role, Manner::Hollow, a, b));
        } else if self.is_provisional {
            self.pale(a, b, out);
            let inner = self.rect(a, b);
            let (x, y) = (inner.x + 0.75, inner.y + 0.75);
            let (wide, high) = ((inner.width - 1.5).max(0.0), (inner.height - 1.5).max(0.0));
            out.push(Piece::rect(self.role, Manner::Dashed(15), x, y, wide, high));
        } else if self.strength < 100 {
            out.push(self.piece(self.role, self.faint(100), a, b));
        } else {
            out.push(self.piece(self.role, Manner::Solid, a, b));
        }
    }

    /// Draws a number at the positions that `at` gives. Returns the position at which the text at
    /// its end may begin.
    pub fn draw(&self, place: &Place, at: impl Fn(f64) -> f64, out: &mut Vec<Piece>) -> f64 {
        let zero = at(0.0);
        let mut end = at(place.at);
        let negative = place.at < 0.0;
        let onward = if negative { -1.0 } else { 1.0 } * self.forward();
        let least = |from: f64, to: f64, long: f64| {
            if (to - from).abs() < long {
                from + onward * long
            } else {
                to
            }
        };
        if place.at == 0.0 && place.from.is_none() {
            // The count is zero: a tick on the line, with the 0 next to it.
            out.push(self.piece(Role::Axis, Manner::Solid, zero - 1.0, zero + 1.0));
        } else if let Some(from) = place.from {
            let from = at(from);
            self.pale(zero, from, out);
            self.solid(from, least(from, end, 2.0), out);
        } else if place.less {
            self.pale(zero, end, out);
            out.push(self.piece(self.role, Manner::Solid, end, end - self.forward() * 2.0));
        } else {
            // A value that is not zero stays visible, however small it is.
            self.solid(zero, least(zero, end, 2.5), out);
        }
        if place.more && !negative {
            if self.is_hollow {
                out.push(self.arrow(end + self.forward() * 4.0));
            } else {
                out.extend(self.open_end(end));
            }
            end += self.forward() * TAIL;
        }
        end
    }

    /// Draws what represents a missing number at zero. Returns the position at which its text may
    /// begin.
    pub fn draw_absent(&self, row: &Row, zero: f64, out: &mut Vec<Piece>) -> f64 {
        let forward = self.forward();
        if is_withheld(&row.cell) {
            let end = zero + forward * WITHHELD;
            let whole = self.rect(zero, end);
            let area = match self.way {
                Way::Across => Rect::new(whole.x, whole.y + 1.0, whole.width, whole.height - 2.0),
                Way::Up => Rect::new(whole.x + 1.0, whole.y, whole.width - 2.0, whole.height),
            };
            out.push(hatch::across_rect(area, 6.0));
            return end;
        }
        let middle = self.side + self.thick / 2.0;
        let line = match self.way {
            Way::Across => ((zero + 4.0, middle), (zero + NOTHING, middle)),
            Way::Up => {
                let half = (self.thick / 2.0).min(4.0);
                ((middle - half, zero - 5.0), (middle + half, zero - 5.0))
            }
        };
        out.push(Piece::line(Role::InkSoft, 15, line.0, line.1));
        zero + forward * NOTHING
    }

    /// The end of an open bar: slices that fade.
    pub fn open_end(&self, from: f64) -> Vec<Piece> {
        slices()
            .map(|(at, long, strength)| {
                let a = from + self.forward() * at;
                let b = a + self.forward() * long;
                self.piece(self.role, self.faint(strength), a, b)
            })
            .collect()
    }

    /// The open end of a hollow bar.
    pub fn arrow(&self, from: f64) -> Piece {
        let middle = self.side + self.thick / 2.0;
        let half = (self.thick / 2.0).min(5.0);
        let tip = from + self.forward() * 5.0;
        let points = match self.way {
            Way::Across => [(from, middle - half), (tip, middle), (from, middle + half)],
            Way::Up => [(middle - half, from), (middle, tip), (middle + half, from)],
        };
        let points = points.map(|(x, y)| Point::new(x, y)).to_vec();
        Piece::new(self.role, Manner::Stroke(15), Shape::Line(points))
    }
}

/// For each slice of an open end: its start, its length (px) and its opacity (hundredths).
fn slices() -> impl Iterator<Item = (f64, f64, u8)> {
    [(1.5, 3.5, 60), (6.5, 3.0, 40), (11.0, 2.5, 20)].into_iter()
}

/// The end of a bar that is open to the right. `solid` is the length of the solid part before it,
/// in px.
pub fn open_end(role: Role, x: f64, top: f64, height: f64, solid: f64) -> Vec<Piece> {
    let mut out = Vec::new();
    if solid > 0.0 {
        out.push(Piece::rect(role, Manner::Solid, x, top, solid, height));
    }
    let slices = slices().map(|(at, wide, strength)| {
        Piece::rect(
            role,
            Manner::Faint(strength),
            x + solid + at,
            top,
            wide,
            height,
        )
    });
    out.extend(slices);
    out
}
