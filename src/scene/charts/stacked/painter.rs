//! Draws the bars.

use super::bars::{Bars, Segment, segments};
use super::end::End;
use super::whole::{Whole, absent, is_nothing, is_open, reach};
use super::{GAP, SEAM, THICK, TOUCH};
use crate::frame::{Frame, Row};
use crate::m;
use crate::prose;
use crate::scene::charts::bars::{Bar, TAIL, Way};
use crate::scene::charts::{aside, hit, is_withheld, place, role, share};
use crate::scene::measure::{Weight, cap_height, shorten, width};
use crate::scene::{Anchor, LABEL, Look, Manner, Mark, Piece, Point, Rect, Role, RowWords};
use crate::scene::{SMALLEST, Shape, Text, hatch};
use crate::value::Quantity;

/// The inputs for every bar.
pub struct Painter<'a> {
    pub frame: &'a Frame,
    pub look: &'a Look<'a>,
    pub words: &'a [RowWords],
    pub bars: &'a Bars,
}

impl Painter<'_> {
    /// Draws a bar at `top`; the bar's name is part of its first mark.
    pub fn draw(
        &self,
        (nth, whole, end): (usize, &Whole, &End),
        (top, mut name): (f64, Vec<Piece>),
        marks: &mut Vec<Mark>,
    ) {
        let segments = segments(whole, self.bars, nth);
        let last = whole.parts.len() - 1;
        let without_shares = matches!(self.bars.shares.get(nth), Some(None));
        for (at, ((index, row), segment)) in whole.parts.iter().zip(&segments).enumerate() {
            let (from, to) = (segment.from.min(segment.to), segment.from.max(segment.to));
            let area = Rect::new(from, top - 3.0, (to - from).max(TOUCH), THICK + 6.0);
            let mut pieces = vec![hit(area)];
            pieces.append(&mut name);
            if without_shares {
                if at == 0 {
                    self.unshared(whole, top, &mut pieces);
                }
            } else {
                self.part(row, (nth, at), (segment, &end.total), top, &mut pieces);
            }
            if at == last {
                self.end(whole, end, &segments, top, &mut pieces);
            }
            marks.push(Mark {
                row: Some(*index),
                name: self.words[*index].spoken.clone(),
                area,
                pieces,
            });
        }
    }

    fn part(
        &self,
        row: &Row,
        (nth, at): (usize, usize),
        (segment, total): (&Segment, &str),
        top: f64,
        out: &mut Vec<Piece>,
    ) {
        let role = role(self.frame, row);
        let bar = aside(self.frame, row, Bar::of(row, role, Way::Across, top, THICK));
        let Some(place) = place(&row.cell) else {
            if !is_nothing(row) {
                absent_piece(row, role, segment, top, out);
            }
            return;
        };
        let long = segment.to - segment.from;
        // The background shows between two parts that are wide enough for a gap.
        let seam = if long > 3.0 * SEAM { SEAM } else { 0.0 };
        let to = segment.to - seam;
        if long == 0.0 {
            return;
        }
        let mut is_full = !bar.is_hollow && !bar.is_provisional && bar.strength == 100;
        match place.from {
            Some(low) if low > 0.0 && place.at > 0.0 => {
                let known = segment.from + (to - segment.from) * (low / place.at);
                bar.solid(segment.from, known, out);
                bar.pale(known, to, out);
                is_full = false;
            }
            Some(_) => {
                bar.pale(segment.from, to, out);
                is_full = false;
            }
            None if place.less => {
                bar.pale(segment.from, to, out);
                is_full = false;
            }
            None => bar.solid(segment.from, to, out),
        }
        let text = match self.bars.shares.get(nth) {
            Some(Some(shares)) => self.share(row, shares[at]),
            _ => self
                .look
                .locale
                .text(prose::short_value(&row.cell, &self.frame.measure)),
        };
        // A part that equals the total is labeled once, after the bar.
        if text != total && width(&text, LABEL, Weight::Regular) + 8.0 <= long.abs() {
            let ink = if is_full { Role::Ground } else { Role::Ink };
            let baseline = top + (THICK + cap_height(LABEL)) / 2.0;
            let middle = (segment.from + to) / 2.0;
            let text = Text::new(text, middle, baseline, LABEL).anchored(Anchor::Middle);
            out.push(text.piece(ink));
        }
    }

    /// A share in whole percent, with the qualifier of its number.
    fn share(&self, row: &Row, share: f64) -> String {
        let known = match row.cell.quantity {
            Some(known) if known.is_about() => Quantity::worded(known.word, share),
            _ => Quantity::exact(share),
        };
        share::short(known, self.look.locale)
    }

    /// A bar without shares gives the reason.
    fn unshared(&self, whole: &Whole, top: f64, out: &mut Vec<Piece>) {
        let (from, to) = (self.bars.scale.at(0.0), self.bars.scale.at(1.0));
        out.push(Piece::rect(
            Role::Absent,
            Manner::Outlined,
            from,
            top,
            to - from,
            THICK,
        ));
        let why = match absent(whole).next() {
            Some(_) => m!(StackedPartUnknown),
            None if whole
                .total
                .is_ok_and(|sum| sum.is_exact() && sum.anchor() == 0.0) =>
            {
                m!(StackedNothing)
            }
            None => m!(StackedNotNumbers),
        };
        let why = self.look.locale.text(why);
        let why = shorten(&why, SMALLEST, Weight::Regular, to - from - 12.0);
        let baseline = top + (THICK + cap_height(SMALLEST)) / 2.0;
        out.push(Text::new(why, from + 6.0, baseline, SMALLEST).piece(Role::Ink));
    }

    /// Draws the open end of the total, the total, and the parts that the bar does not show.
    fn end(&self, whole: &Whole, end: &End, segments: &[Segment], top: f64, out: &mut Vec<Piece>) {
        let mut x = match self.bars.shares.is_empty() {
            true => self.bars.scale.at(reach(whole).1),
            false => self.bars.scale.at(1.0),
        };
        if self.bars.shares.is_empty() {
            let open = |(_, row): &&(usize, &Row)| place(&row.cell).is_some_and(|place| place.more);
            if let Some((_, row)) = whole.parts.iter().rev().find(open) {
                let bar = Bar::of(row, role(self.frame, row), Way::Across, top, THICK);
                out.extend(match bar.is_hollow {
                    true => vec![bar.arrow(x + 4.0)],
                    false => bar.open_end(x),
                });
            }
            x = segments
                .iter()
                .map(|segment| segment.to)
                .fold(x + if is_open(whole) { TAIL } else { 0.0 }, f64::max);
        }
        let baseline = top + (THICK + cap_height(LABEL)) / 2.0;
        let total = Text::new(&end.total, x + GAP, baseline, LABEL);
        let total = match end.weight {
            Weight::Strong => total.strong(),
            Weight::Regular => total,
        };
        let mut rest = x + GAP;
        if !end.total.is_empty() {
            rest += width(&end.total, LABEL, end.weight) + 8.0;
            out.push(total.piece(Role::Ink));
        }
        if !end.rest.is_empty() {
            let text = Text::new(&end.rest, rest, baseline, SMALLEST);
            out.push(text.piece(Role::InkSoft));
        }
    }
}

/// The symbol of a part whose number is not known, with an edge in the color of its series.
fn absent_piece(row: &Row, role: Role, segment: &Segment, top: f64, out: &mut Vec<Piece>) {
    let area = Rect::new(segment.from, top, segment.to - segment.from, THICK);
    if is_withheld(&row.cell) {
        out.push(hatch::across_rect(area, 6.0));
    } else {
        let Rect {
            x,
            y,
            width,
            height,
        } = area;
        out.push(Piece::rect(
            Role::Absent,
            Manner::Outlined,
            x,
            y,
            width,
            height,
        ));
    }
    let edge = [area.x, area.x + area.width].map(|x| Point::new(x, top + THICK - 1.0));
    out.push(Piece::new(
        role,
        Manner::Stroke(20),
        Shape::Line(edge.to_vec()),
    ));
}
