//! Horizontal bars of parts that make a whole.
//!
//! What is known of a whole stands together, one part after the other; what is withheld or not known is
//! a piece behind it, and the whole is then "at least". As shares every bar is as long as the others;
//! where a part is not known there are no shares, and that is said.

use super::bars::{Bar, TAIL, WITHHELD, Way};
use super::groups::{self, GUTTER, Group};
use super::lengths::{Lengths, Need};
use super::{aside, hit, is_withheld, keys, place, role, share, swatch};
use crate::frame::{Cell, Frame, Row};
use crate::m;
use crate::prose;
use crate::scene::measure::{Weight, cap_height, shorten, width};
use crate::scene::{Anchor, LABEL, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape};
use crate::scene::{RowWords, SMALLEST, Text, hatch, legend};
use crate::value::{NoNumber, Quantity, Status, Unit};

/// How thick a bar is.
const THICK: f64 = 24.0;
const GAP: f64 = 6.0;
/// A piece that stands for a part without a number.
const ABSENT: f64 = WITHHELD;
/// The ground between two parts.
const SEAM: f64 = 1.0;
/// A line of series names above the first bar.
const HEAD: f64 = 18.0;
/// No part is harder to touch than this is wide.
const TOUCH: f64 = 6.0;

/// One bar: rows of one name and one kind.
struct Whole<'a> {
    /// Named only at the first bar of a name.
    name: Option<usize>,
    parts: Vec<(usize, &'a Row)>,
    total: Result<Quantity, NoNumber>,
}

/// A part's place within its bar, in pixels.
struct Segment {
    from: f64,
    to: f64,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let mut groups = groups::group(frame);
    let wide = f64::from(look.width);
    let beside = groups::column(&groups, wide);
    groups::break_names(&mut groups, beside, wide);
    let left = beside.map_or(0.0, |room| room + GUTTER);
    let wholes = wholes(&groups);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let ends: Vec<End> = wholes
        .iter()
        .map(|whole| end(frame, look, whole, &words, wide - left))
        .collect();
    let bars = Bars::of(frame, &wholes, &ends, left, wide);

    let mut scene = Scene::default();
    let direct = head(frame, &wholes, &bars, wide);
    let keys = stacked_keys(frame, look, direct.is_none());
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 10.0 } else { 2.0 };
    if direct.is_some() && beside.is_some() {
        y += HEAD;
    }
    let painter = Painter {
        frame,
        look,
        words: &words,
        bars: &bars,
    };
    let first = y;
    let mut standing = Vec::new();
    for (nth, whole) in wholes.iter().enumerate() {
        let above = match (nth, &direct, beside) {
            (0, Some(_), None) => HEAD,
            _ => 0.0,
        };
        let (top, name) = match whole.name {
            Some(at) => {
                let group = &groups[at];
                let block = group.block(beside, y, above + THICK);
                y += block.height;
                (block.bars + above, group.name(beside, block.name))
            }
            None => {
                y += THICK;
                (y - THICK, Vec::new())
            }
        };
        if let (0, Some(names)) = (nth, &direct) {
            for (x, name, role) in names {
                let text = Text::new(name, *x, top - 6.0, SMALLEST);
                scene.below.push(text.piece(*role));
            }
        }
        painter.draw((nth, whole, &ends[nth]), (top, name), &mut scene.marks);
        standing.push(top);
        let apart = wholes.get(nth + 1).is_none_or(|next| next.name.is_some());
        y += match (apart, beside) {
            (false, _) => 3.0,
            (true, Some(_)) => 10.0,
            (true, None) => 14.0,
        };
    }
    let bottom = y - if beside.is_some() { 6.0 } else { 9.0 };
    let zero = bars.scale.at(0.0);
    let mut line = |from: f64, to: f64| {
        let line = Piece::line(Role::Axis, 10, (zero, from), (zero, to));
        scene.above.push(line);
    };
    match beside {
        Some(_) => line(first - 4.0, bottom),
        None => standing
            .iter()
            .for_each(|top| line(top - 3.0, top + THICK + 3.0)),
    }
    scene.height = bottom + 4.0;
    if bars.is_rounded {
        let text = look.locale.text(m!(StackedRounded));
        let text = shorten(&text, SMALLEST, Weight::Regular, wide);
        let text = Text::new(text, 0.0, bottom + 18.0, SMALLEST);
        scene.below.push(text.piece(Role::InkSoft));
        scene.height = bottom + 24.0;
    }
    scene
}

/// Bars in order. Kinds are never added: what is aimed at and what happened are bars of their own.
fn wholes<'a>(groups: &[Group<'a>]) -> Vec<Whole<'a>> {
    let mut wholes: Vec<Whole> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let mut kinds: Vec<_> = group.rows.iter().map(|(_, row)| row.kind).collect();
        kinds.sort();
        kinds.dedup();
        for (nth, kind) in kinds.into_iter().enumerate() {
            let of_kind = group.rows.iter().filter(|(_, row)| row.kind == kind);
            let parts: Vec<(usize, &Row)> = of_kind.copied().collect();
            wholes.push(Whole {
                name: (nth == 0).then_some(at),
                total: total(&parts),
                parts,
            });
        }
    }
    wholes
}

/// All parts together; a part that is not known makes it a lower bound.
fn total(parts: &[(usize, &Row)]) -> Result<Quantity, NoNumber> {
    let mut sum: Option<Quantity> = None;
    for (_, row) in parts {
        let part = match (place(&row.cell), row.cell.quantity) {
            (Some(_), Some(known)) => known,
            _ if is_nothing(row) => continue,
            _ => Quantity::at_least(0.0),
        };
        sum = Some(match sum {
            Some(sum) => sum.plus(part)?,
            None => part,
        });
    }
    sum.ok_or(NoNumber::NoEnd)
}

/// There can be no such part, so nothing is missing.
fn is_nothing(row: &Row) -> bool {
    row.cell.quantity.is_none() && row.cell.status.first() == Some(Status::NotApplicable)
}

/// What is written behind a bar: its total, and the parts that are not seen in it.
struct End {
    total: String,
    /// How the total is written.
    weight: Weight,
    rest: String,
}

impl End {
    fn width(&self) -> f64 {
        let total = width(&self.total, LABEL, self.weight);
        match self.rest.is_empty() {
            true => total,
            false => total + 8.0 + width(&self.rest, SMALLEST, Weight::Regular),
        }
    }
}

fn end(frame: &Frame, look: &Look, whole: &Whole, words: &[RowWords], room: f64) -> End {
    let known = whole
        .parts
        .iter()
        .any(|(_, row)| place(&row.cell).is_some());
    let cell = match whole.total {
        Ok(sum) => Cell {
            quantity: Some(sum),
            ..Cell::default()
        },
        Err(why) => Cell {
            refused: Some(why),
            ..Cell::default()
        },
    };
    let total = look.locale.text(prose::short_value(&cell, &frame.measure));
    let is_unseen =
        |row: &Row| place(&row.cell).is_none_or(|place| place.at == 0.0 && place.from.is_none());
    let rest: Vec<String> = whole
        .parts
        .iter()
        .filter(|(_, row)| is_unseen(row))
        .map(|(index, row)| match series_name(frame, row) {
            Some(series) => look.locale.text(m!(
                StackedPart,
                series = series,
                value = &words[*index].short
            )),
            None => words[*index].short.clone(),
        })
        .collect();
    let (shares, rest) = (frame.query.share, rest.join(", "));
    let total = match known {
        _ if shares && frame.measure.unit.as_str() == Unit::SHARE => String::new(),
        true if shares => look.locale.text(m!(StackedOf, total = total)),
        true => total,
        false => String::new(),
    };
    let weight = match shares {
        true => Weight::Regular,
        false => Weight::Strong,
    };
    let total = shorten(&total, LABEL, weight, room * 0.4);
    let left = room * 0.55 - width(&total, LABEL, weight);
    let rest = match shares {
        true => String::new(),
        false => shorten(&rest, SMALLEST, Weight::Regular, left.max(20.0)),
    };
    End {
        total,
        weight,
        rest,
    }
}

fn series_name<'a>(frame: &'a Frame, row: &Row) -> Option<&'a str> {
    let (_, name) = frame.series.as_ref()?.values.get(row.series?)?;
    Some(name)
}

/// Where the parts of every bar stand.
struct Bars {
    scale: Lengths,
    /// From zero to the edge of the picture.
    room: f64,
    /// Shares of each part of each bar; `None` where there are none.
    shares: Vec<Option<Vec<f64>>>,
    is_rounded: bool,
}

impl Bars {
    fn of(frame: &Frame, wholes: &[Whole], ends: &[End], left: f64, wide: f64) -> Self {
        if frame.query.share {
            let shares: Vec<_> = wholes.iter().map(shares).collect();
            let is_rounded = shares.iter().flatten().any(|parts| {
                let sum: f64 = parts.iter().map(|share| (share * 100.0).round()).sum();
                sum != 100.0
            });
            let longest = ends.iter().map(End::width).fold(0.0, f64::max);
            let behind = if longest > 0.0 { GAP + longest } else { 0.0 };
            let room = (wide - left - behind - 2.0).max(1.0);
            let scale = Lengths::of(&[], Some((0.0, 1.0)), left, room);
            return Self {
                scale,
                room,
                shares,
                is_rounded,
            };
        }
        let needs: Vec<Need> = wholes
            .iter()
            .zip(ends)
            .map(|(whole, end)| {
                let (low, high) = reach(whole);
                let reach = super::Place {
                    at: high,
                    from: (low < 0.0).then_some(low),
                    more: false,
                    less: false,
                };
                let absent = absent(whole).count() as f64 * absent_step(whole, wide - left);
                let tail = if is_open(whole) { TAIL } else { 0.0 };
                (Some(reach), tail + absent + GAP + end.width() + 4.0)
            })
            .collect();
        Self {
            scale: Lengths::of(&needs, None, left, wide - left),
            room: wide - left,
            shares: Vec::new(),
            is_rounded: false,
        }
    }
}

/// How far the known parts reach below and above zero.
fn reach(whole: &Whole) -> (f64, f64) {
    let places = whole.parts.iter().filter_map(|(_, row)| place(&row.cell));
    places.fold((0.0, 0.0), |(low, high), place| match place.at < 0.0 {
        true => (low + place.from.unwrap_or(place.at), high),
        false => (low, high + place.at),
    })
}

/// Parts that a piece stands for, since their numbers are not known.
fn absent<'a>(whole: &'a Whole<'a>) -> impl Iterator<Item = &'a Row> {
    let rows = whole.parts.iter().map(|(_, row)| *row);
    rows.filter(|row| place(&row.cell).is_none() && !is_nothing(row))
}

/// How far it is from one of these pieces to the next: all never take more than a quarter of the room.
fn absent_step(whole: &Whole, room: f64) -> f64 {
    let count = absent(whole).count().max(1) as f64;
    (room / 4.0 / count).min(ABSENT + SEAM)
}

fn is_open(whole: &Whole) -> bool {
    let places = whole.parts.iter().filter_map(|(_, row)| place(&row.cell));
    places.into_iter().any(|place| place.more)
}

/// Each part over the whole: only where every part is a number, and none is below zero.
fn shares(whole: &Whole) -> Option<Vec<f64>> {
    let sum = whole.total.ok()?;
    let of = |(_, row): &(usize, &Row)| {
        if is_nothing(row) {
            return Some(0.0);
        }
        let known = row.cell.quantity?;
        let plain = known.is_exact() || known.is_about();
        let share = known.anchor() / sum.anchor();
        (plain && share.is_finite() && share >= 0.0).then_some(share)
    };
    whole.parts.iter().map(of).collect()
}

/// The names of the series over the parts of the first bar, where each has its room.
fn head(
    frame: &Frame,
    wholes: &[Whole],
    bars: &Bars,
    wide: f64,
) -> Option<Vec<(f64, String, Role)>> {
    let series = frame.series.as_ref().filter(|axis| axis.values.len() > 1)?;
    let occurs = |at: &usize| frame.rows.iter().any(|row| row.series == Some(*at));
    let occurring = (0..series.values.len()).filter(occurs).count();
    let first = wholes.first()?;
    let without_shares = matches!(bars.shares.first(), Some(None));
    if first.parts.len() != occurring || without_shares {
        return None;
    }
    let segments = segments(first, bars, 0);
    let mut names = Vec::new();
    for (at, (segment, (_, row))) in segments.iter().zip(&first.parts).enumerate() {
        let name = series_name(frame, row)?;
        let to = match segments.get(at + 1) {
            Some(next) if next.from < segment.from => return None,
            Some(next) => next.from - 8.0,
            None => wide,
        };
        if width(name, SMALLEST, Weight::Regular) > to - segment.from {
            return None;
        }
        names.push((segment.from, name.to_owned(), role(frame, row)));
    }
    Some(names)
}

/// Keys for series that are not named at the first bar, and for how things are known.
fn stacked_keys(frame: &Frame, look: &Look, series: bool) -> Vec<legend::Key> {
    let mut keys = keys(frame, look, series, !frame.query.share);
    if frame.query.share {
        return keys;
    }
    let without = |row: &&Row| place(&row.cell).is_none() && !is_nothing(row);
    let absent = || frame.rows.iter().filter(without);
    if absent().any(|row| is_withheld(&row.cell)) {
        keys.push(legend::Key {
            sample: Box::new(|area| vec![hatch::across_rect(area, 6.0)]),
            wide: 12.0,
            label: look.locale.text(m!(ShortSuppressed)),
        });
    }
    if absent().any(|row| !is_withheld(&row.cell)) {
        let label = look.locale.text(m!(ChartKeyAbsent));
        keys.push(swatch(label, Role::Absent, Manner::Outlined));
    }
    keys
}

/// Where the parts of a bar stand.
fn segments(whole: &Whole, bars: &Bars, nth: usize) -> Vec<Segment> {
    let scale = &bars.scale;
    if let Some(shares) = bars.shares.get(nth) {
        let count = whole.parts.len() as f64;
        let mut at = 0.0;
        return (0..whole.parts.len())
            .map(|part| {
                let share = shares.as_ref().map_or(1.0 / count, |shares| shares[part]);
                at += share;
                Segment {
                    from: scale.at(at - share),
                    to: scale.at(at),
                }
            })
            .collect();
    }
    let (mut low, mut high) = (0.0, 0.0);
    let (_, end) = reach(whole);
    let tail = if is_open(whole) { TAIL } else { 0.0 };
    let mut behind = scale.at(end) + tail + SEAM;
    let step = absent_step(whole, bars.room);
    whole
        .parts
        .iter()
        .map(|(_, row)| match place(&row.cell) {
            Some(place) if place.at < 0.0 => {
                low += place.from.unwrap_or(place.at);
                let before = low - place.from.unwrap_or(place.at);
                Segment {
                    from: scale.at(before),
                    to: scale.at(low),
                }
            }
            Some(place) => {
                high += place.at;
                Segment {
                    from: scale.at(high - place.at),
                    to: scale.at(high),
                }
            }
            None => {
                let from = behind;
                if !is_nothing(row) {
                    behind += step;
                }
                let to = (behind - SEAM).max(from);
                Segment { from, to }
            }
        })
        .collect()
}

/// What every bar is drawn with.
struct Painter<'a> {
    frame: &'a Frame,
    look: &'a Look<'a>,
    words: &'a [RowWords],
    bars: &'a Bars,
}

impl Painter<'_> {
    /// Draws a bar at `top`; its name is a part of its first mark.
    fn draw(
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
        // The ground shows between two parts that are wide enough for it.
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
        // A part that is the whole is written once, behind the bar.
        if text != total && width(&text, LABEL, Weight::Regular) + 8.0 <= long.abs() {
            let ink = if is_full { Role::Ground } else { Role::Ink };
            let baseline = top + (THICK + cap_height(LABEL)) / 2.0;
            let middle = (segment.from + to) / 2.0;
            let text = Text::new(text, middle, baseline, LABEL).anchored(Anchor::Middle);
            out.push(text.piece(ink));
        }
    }

    /// A share in whole percent, with the word of its number.
    fn share(&self, row: &Row, share: f64) -> String {
        let known = match row.cell.quantity {
            Some(known) if known.is_about() => Quantity::worded(known.word, share),
            _ => Quantity::exact(share),
        };
        share::short(known, self.look.locale)
    }

    /// A bar without shares says why.
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

    /// The open end of the whole, its total, and the parts that are not seen in it.
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

/// A piece for a part whose number is not known, with an edge in the colour of its series.
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
