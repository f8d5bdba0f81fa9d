//! Dumbbell chart: two numbers per row and the line from one to the other.
//!
//! The line leads from the first to the last series, so that its arrow shows whether the number
//! rose or fell. The size of the change is given only where both numbers are exact; where either
//! number is only a bound, the line is dashed.

use super::change;
use super::dotted::{self, Between, Spot};
use super::spot::arrow;
use crate::frame::Frame;
use crate::m;
use crate::scene::{Look, Manner, Piece, Point, Role, RowWords, Scene, Shape};

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    dotted::lay_out(frame, look, &|spots, middle, words| {
        way(frame, look, spots, middle, words)
    })
}

fn way(frame: &Frame, look: &Look, spots: &[Spot], middle: f64, words: &[RowWords]) -> Between {
    let first = spots.iter().min_by_key(|spot| spot.row.series);
    let last = spots.iter().max_by_key(|spot| spot.row.series);
    let (Some(first), Some(last)) = (first, last) else {
        return Between::default();
    };
    if first.row.series == last.row.series {
        return Between::default();
    }
    let change = change::spoken(&frame.measure, &first.row.cell, &last.row.cell);
    let sentence = |change| {
        let sentence = &words[last.index].spoken;
        look.locale
            .text(m!(RowWith, sentence = sentence, more = change))
    };
    Between {
        pieces: line(first, last, middle),
        spoken: change.map(|change| (last.index, sentence(change))),
    }
}

/// The line between two dots, with an arrowhead at the second.
fn line(first: &Spot, last: &Spot, y: f64) -> Vec<Piece> {
    let towards = (last.x - first.x).signum();
    let start = first.x + towards * first.radius();
    let end = last.x - towards * (last.radius() + 2.0);
    let long = (end - start) * towards;
    if long < 4.0 {
        return Vec::new();
    }
    let is_open = |spot: &Spot| spot.place.more || spot.place.less || spot.from.is_some();
    if is_open(first) || is_open(last) {
        let points = vec![Point::new(start, y), Point::new(end, y)];
        let line = Shape::Line(points);
        return vec![Piece::new(Role::InkSoft, Manner::Dashed(15), line)];
    }
    match long >= 12.0 {
        true => arrow(Role::InkSoft, (start, y), (end, y)),
        false => vec![Piece::line(Role::InkSoft, 20, (start, y), (end, y))],
    }
}
