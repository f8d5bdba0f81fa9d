//! Stacked bars: horizontal bars of parts that make a total.
//!
//! The known parts of a total come first, one after the other; suppressed and unknown parts are
//! symbols after them, and the total is then "at least". Shown as shares, all bars have the same
//! length; where a part is unknown there are no shares, and a note says so.

mod bars;
mod end;
mod painter;
mod whole;

use self::bars::{Bars, segments};
use self::end::{End, end};
use self::painter::Painter;
use self::whole::{Whole, is_nothing, series_name, wholes};
use super::bars::WITHHELD;
use super::groups::{self, GUTTER};
use super::{is_withheld, keys, place, role, swatch};
use crate::frame::{Frame, Row};
use crate::m;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{Look, Manner, Piece, Role, SMALLEST, Scene, Text, hatch, legend};

/// Thickness of a bar, in px.
const THICK: f64 = 24.0;
const GAP: f64 = 6.0;
/// Length of the symbol of a part without a number, in px.
const ABSENT: f64 = WITHHELD;
/// Gap between two parts, in px.
const SEAM: f64 = 1.0;
/// Height of the line of series names above the first bar, in px.
const HEAD: f64 = 18.0;
/// The minimum width of the touch area of a part, in px.
const TOUCH: f64 = 6.0;

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

/// The names of the series over the parts of the first bar, if each fits.
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

/// Legend keys for series that are not named at the first bar, and for the status of numbers.
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
