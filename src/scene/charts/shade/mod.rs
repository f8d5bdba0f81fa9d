//! Areas shaded by class: shared by the map, the tile map and the heat map.
//!
//! Zero has the background color, suppressed values are hatched, values that were not reported are
//! pale with a dash, values that cannot exist are crossed out, and areas that the data do not
//! mention are pale without a symbol.

mod classes;
mod key;

pub use classes::Classes;
pub use key::{keys, spoken};

use super::{is_withheld, place};
use crate::frame::{Cell, Frame};
use crate::scene::{Manner, Piece, Point, Rect, Role, Shape, hatch};
use crate::value::{AREAS, Status, area};

/// The fill of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    Class(u8),
    Zero,
    Withheld,
    /// There will be, or should be, a number.
    NotReported,
    /// There can be no number.
    NotApplicable,
    /// The frame does not mention the area.
    Absent,
}

impl Fill {
    pub fn of(cell: Option<&Cell>, classes: &Classes) -> Self {
        let Some(cell) = cell else {
            return Self::Absent;
        };
        match place(cell) {
            Some(place) if place.at == 0.0 && cell.is_zero() => Self::Zero,
            Some(place) => Self::Class(classes.class(place.at)),
            None if is_withheld(cell) => Self::Withheld,
            None if cell.status.has(Status::NotApplicable) => Self::NotApplicable,
            None => Self::NotReported,
        }
    }

    /// The fill where only numbers and suppressed values are distinguished.
    pub fn plain(self) -> Self {
        match self {
            Self::NotReported | Self::NotApplicable => Self::Absent,
            other => other,
        }
    }

    /// The role of text that is readable on this fill.
    pub fn on(self) -> Role {
        match self {
            Self::Class(3..) => Role::Ground,
            Self::Class(_) | Self::Zero | Self::Withheld => Role::Ink,
            Self::NotReported | Self::NotApplicable | Self::Absent => Role::InkSoft,
        }
    }
}

/// The row of each area of [`AREAS`]: the first that has a number, otherwise the first.
pub fn rows_of_areas(frame: &Frame) -> Vec<Option<usize>> {
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
    rows
}

/// Fills rings.
pub fn shade(fill: Fill, rings: &[Vec<Point>], out: &mut Vec<Piece>) {
    if rings.is_empty() {
        return;
    }
    let shape = || Shape::Area(rings.to_vec());
    match fill {
        Fill::Class(class) => out.push(Piece::new(Role::Scale(class), Manner::Edged, shape())),
        Fill::Zero => out.push(Piece::new(Role::Ground, Manner::Outlined, shape())),
        Fill::Absent | Fill::NotReported | Fill::NotApplicable => {
            out.push(Piece::new(Role::Absent, Manner::Edged, shape()));
        }
        Fill::Withheld => {
            out.push(Piece::new(Role::Ground, Manner::Outlined, shape()));
            out.push(hatch::across(rings, 6.0));
        }
    }
}

/// Fills a rectangle; a symbol in its middle distinguishes the kinds of missing numbers.
pub fn shade_rect(fill: Fill, rect: Rect, out: &mut Vec<Piece>) {
    shade(fill, &[hatch::corners(rect)], out);
    let (x, y) = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    match fill {
        Fill::NotReported => out.push(Piece::line(Role::InkSoft, 15, (x - 4.0, y), (x + 4.0, y))),
        Fill::NotApplicable => {
            for side in [-3.5, 3.5] {
                let (from, to) = ((x - 3.5, y - side), (x + 3.5, y + side));
                out.push(Piece::line(Role::InkSoft, 12, from, to));
            }
        }
        _ => {}
    }
}
