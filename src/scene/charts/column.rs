//! Column chart: vertical bars from a zero line, with names under them and numbers at their ends.
//!
//! Every bar has its number where there is room. If a name would have to be broken within a word,
//! the bars are laid out horizontally instead. Periods keep their positions, so that a period
//! without data is a gap; where there are too many for numbers, an axis replaces them.

use super::bars::{Bar, TAIL, WITHHELD, Way};
use super::groups;
use super::lengths::{Lengths, Need};
use super::rungs::Rungs;
use super::{absent_keys, aside, bar, fit, hit, keys, line, place, role, shape, time};
use crate::frame::{Frame, Row};
use crate::scene::legend;
use crate::scene::measure::Weight;
use crate::scene::{Anchor, LABEL, Look, Mark, Piece, Rect, Role, Scene, Text};
use crate::scene::{RowWords, SMALLEST};
use std::collections::BTreeMap;

/// Space between the end of a bar and its number, in px.
const GAP: f64 = 5.0;
/// Space between the bars of one group, in px.
const BETWEEN: f64 = 2.0;
/// Share of its position's width that a group fills.
const FULL: f64 = 0.72;
/// The widest bar, and the narrowest vertical bar, in px.
const WIDEST: f64 = 72.0;
const NARROWEST: f64 = 3.0;
/// With more positions than this, periods no longer keep their positions.
const MOST_PLACES: i64 = 400;

/// The bars at one position.
struct Stand<'a> {
    /// Counted from the left.
    place: usize,
    name: String,
    rows: Vec<(usize, &'a Row)>,
}

/// The horizontal positions of all bars.
struct Plan<'a> {
    stands: Vec<Stand<'a>>,
    left: f64,
    pitch: f64,
    /// Thickness of one bar, in px.
    thick: f64,
    /// Number of bars in the fullest group.
    most: usize,
}

/// The texts at the bars, broken into lines.
struct Labels {
    size: f64,
    /// For each row of the frame, its lines.
    of: Vec<Vec<String>>,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let is_time = time::is_time(frame);
    let stands = match is_time {
        true => in_time(frame, look),
        false => by_name(frame),
    };
    let wide = f64::from(look.width);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let plan = Plan::of(stands, 0.0, wide);
    let names = match is_time {
        true => None,
        false => plan.names(),
    };
    let labels = plan.labels(frame, &words, is_time);
    match (labels, names) {
        (Some(labels), Some(names)) => numbered(frame, look, &plan, &labels, Some(&names), &words),
        (Some(labels), None) if is_time => numbered(frame, look, &plan, &labels, None, &words),
        (None, None) if is_time && plan.thick >= NARROWEST => scaled(frame, look, plan, &words),
        _ if is_time => line::lay_out(frame, look),
        _ => bar::lay_out(frame, look),
    }
}

/// Groups rows by name.
fn by_name(frame: &Frame) -> Vec<Stand<'_>> {
    groups::group(frame)
        .into_iter()
        .enumerate()
        .map(|(place, group)| Stand {
            place,
            name: group.label().to_owned(),
            rows: group.rows,
        })
        .collect()
}

/// Groups rows by time; a period without rows keeps its position.
fn in_time<'a>(frame: &'a Frame, look: &Look) -> Vec<Stand<'a>> {
    let times = time::times(frame);
    let mut at: BTreeMap<i32, Vec<(usize, &Row)>> = BTreeMap::new();
    for ((index, row), time) in frame.rows.iter().enumerate().zip(&times) {
        at.entry(*time).or_default().push((index, row));
    }
    let first = i64::from(at.keys().next().copied().unwrap_or(0));
    let last = i64::from(at.keys().last().copied().unwrap_or(0));
    let step = time::period(frame, &times)
        .map(i64::from)
        .filter(|step| *step > 0 && (last - first) / step < MOST_PLACES);
    at.into_iter()
        .zip(time::names(frame, &times, look))
        .enumerate()
        .map(|(nth, ((time, mut rows), (_, name)))| {
            rows.sort_by_key(|(_, row)| (row.series, row.kind));
            let place = step.map_or(nth, |step| ((i64::from(time) - first) / step) as usize);
            Stand { place, name, rows }
        })
        .collect()
}

impl<'a> Plan<'a> {
    fn of(stands: Vec<Stand<'a>>, left: f64, right: f64) -> Self {
        let places = stands.last().map_or(1, |stand| stand.place + 1);
        let most = stands.iter().map(|stand| stand.rows.len()).max();
        let most = most.unwrap_or(1).max(1);
        let pitch = (right - left) / places as f64;
        let between = BETWEEN * (most - 1) as f64;
        let thick = ((pitch * FULL - between) / most as f64).min(WIDEST);
        Self {
            stands,
            left,
            pitch,
            thick,
            most,
        }
    }

    fn middle(&self, stand: &Stand) -> f64 {
        self.left + (stand.place as f64 + 0.5) * self.pitch
    }

    /// The left edge of the `nth` bar at a position.
    fn side(&self, stand: &Stand, nth: usize) -> f64 {
        let bars = stand.rows.len() as f64;
        let whole = bars * self.thick + (bars - 1.0) * BETWEEN;
        self.middle(stand) - whole / 2.0 + nth as f64 * (self.thick + BETWEEN)
    }

    /// The names broken into lines, and their font size; `None` where they do not fit.
    fn names(&self) -> Option<(f64, Vec<Vec<String>>)> {
        let of = |size: f64, most: usize| {
            let lines: Option<Vec<_>> = self
                .stands
                .iter()
                .map(|stand| fit::lines(&stand.name, size, Weight::Regular, self.pitch - 8.0, most))
                .collect();
            lines.map(|lines| (size, lines))
        };
        of(LABEL, 2).or_else(|| of(SMALLEST, 3))
    }

    /// The numbers at the bars; `None` where there is no room for them. With `or_keys`, the words
    /// for missing numbers may be moved to the legend.
    fn labels(&self, frame: &Frame, words: &[RowWords], or_keys: bool) -> Option<Labels> {
        if self.thick < NARROWEST * 2.0 {
            return None;
        }
        let room = match self.most {
            1 => self.pitch - 6.0,
            _ => self.thick + BETWEEN - 3.0,
        };
        let of = |size: f64| {
            let of: Option<Vec<_>> = frame
                .rows
                .iter()
                .zip(words)
                .map(|(row, words)| {
                    let lines = fit::lines(&words.short, size, Weight::Regular, room, 3);
                    lines.or((or_keys && place(&row.cell).is_none()).then(Vec::new))
                })
                .collect();
            of.map(|of| Labels { size, of })
        };
        of(LABEL).or_else(|| of(SMALLEST))
    }

    /// The touch area of a bar, from `top` to `bottom`.
    fn area(&self, stand: &Stand, nth: usize, top: f64, bottom: f64) -> Rect {
        let (x, wide) = match stand.rows.len() {
            1 => (self.middle(stand) - self.pitch / 2.0, self.pitch),
            _ => (self.side(stand, nth) - BETWEEN / 2.0, self.thick + BETWEEN),
        };
        Rect::new(x, top, wide, bottom - top)
    }
}

fn height(frame: &Frame, wide: f64) -> f64 {
    shape::height(frame, wide, (wide * 0.5).clamp(200.0, 340.0))
}

/// Draws every bar with its number, and no axis.
fn numbered(
    frame: &Frame,
    look: &Look,
    plan: &Plan,
    labels: &Labels,
    names: Option<&(f64, Vec<Vec<String>>)>,
    words: &[RowWords],
) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let mut keys = keys(frame, look, true, true);
    if labels.of.iter().any(Vec::is_empty) {
        keys.extend(absent_keys(frame, look));
    }
    let used = legend::lay_out(&keys, wide, 0.0, &mut scene.below);
    let top = if used > 0.0 { used + 12.0 } else { 2.0 };
    let line = labels.size + 3.0;
    let needs: Vec<Need> = frame
        .rows
        .iter()
        .zip(&labels.of)
        .map(|(row, lines)| {
            let found = place(&row.cell);
            let before = match &found {
                Some(place) if place.more => TAIL,
                Some(_) => 0.0,
                None => WITHHELD,
            };
            (found, before + GAP + lines.len() as f64 * line + 2.0)
        })
        .collect();
    let tall = height(frame, wide);
    let scale = Lengths::of(&needs, None, 0.0, tall);
    let bottom = top + tall;
    let y = |value: f64| bottom - scale.at(value);

    let under = bottom + 6.0;
    let mut below = under;
    for (stand_at, stand) in plan.stands.iter().enumerate() {
        let mut name = Vec::new();
        if let Some((size, lines)) = names {
            let line = size + 4.0;
            for (at, text) in lines[stand_at].iter().enumerate() {
                let baseline = under + at as f64 * line + size;
                let text = Text::new(text, plan.middle(stand), baseline, *size);
                name.push(text.anchored(Anchor::Middle).piece(Role::Ink));
            }
            below = f64::max(below, under + lines[stand_at].len() as f64 * line);
        }
        for (nth, (index, row)) in stand.rows.iter().enumerate() {
            let area = plan.area(stand, nth, top, bottom + 4.0);
            let mut pieces = vec![hit(area)];
            if nth == 0 {
                pieces.append(&mut name);
            }
            let (up, ink, end) = draw(
                frame,
                row,
                plan.side(stand, nth),
                plan.thick,
                y,
                &mut pieces,
            );
            let lines = &labels.of[*index];
            let middle = plan.side(stand, nth) + plan.thick / 2.0;
            for (at, text) in lines.iter().enumerate() {
                let baseline = match up {
                    true => end - GAP - (lines.len() - 1 - at) as f64 * line,
                    false => end + GAP + labels.size - 2.0 + at as f64 * line,
                };
                let text = Text::new(text, middle, baseline, labels.size);
                pieces.push(text.anchored(Anchor::Middle).piece(ink));
            }
            scene.marks.push(mark(*index, area, pieces, words));
        }
    }
    if names.is_none() {
        below = name_times(plan, wide, bottom, &mut scene.below);
    }
    let zero = y(0.0);
    scene
        .above
        .push(Piece::line(Role::Axis, 10, (0.0, zero), (wide, zero)));
    scene.height = below + 4.0;
    scene
}

/// Draws bars with an axis, where there is no room for their numbers; the highest and the last bar
/// still have theirs.
fn scaled(frame: &Frame, look: &Look, plan: Plan, words: &[RowWords]) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let places: Vec<_> = frame.rows.iter().map(|row| place(&row.cell)).collect();
    let ends = || {
        places
            .iter()
            .flatten()
            .flat_map(|place| [Some(place.at), place.from])
            .flatten()
    };
    let extent = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
    let rungs = Rungs::of(frame, look, extent, 4);
    let plan = Plan::of(plan.stands, rungs.left, wide);
    let mut all = keys(frame, look, true, true);
    all.extend(absent_keys(frame, look));
    let used = legend::lay_out(&all, wide, 0.0, &mut scene.below);
    let top = if used > 0.0 { used + 16.0 } else { 14.0 } + TAIL;
    let tall = height(frame, wide);
    let bottom = top + tall;
    let scale = Lengths::of(&[], Some((rungs.low, rungs.high)), 0.0, tall);
    let y = |value: f64| bottom - scale.at(value);
    rungs.draw(y, (rungs.left, wide), true, &mut scene.below);
    for stand in &plan.stands {
        for (nth, (index, row)) in stand.rows.iter().enumerate() {
            let area = plan.area(stand, nth, top, bottom + 4.0);
            let mut pieces = vec![hit(area)];
            draw(
                frame,
                row,
                plan.side(stand, nth),
                plan.thick,
                y,
                &mut pieces,
            );
            scene.marks.push(mark(*index, area, pieces, words));
        }
    }
    let below = name_times(&plan, wide, bottom, &mut scene.below);
    scene.height = below + 4.0;
    scene
}

fn mark(index: usize, area: Rect, pieces: Vec<Piece>, words: &[RowWords]) -> Mark {
    Mark {
        row: Some(index),
        name: words[index].spoken.clone(),
        area,
        pieces,
    }
}

/// Draws a row's bar. Returns whether its text is above its end, the color of the text, and where
/// the end is.
fn draw(
    frame: &Frame,
    row: &Row,
    side: f64,
    thick: f64,
    y: impl Fn(f64) -> f64,
    out: &mut Vec<Piece>,
) -> (bool, Role, f64) {
    let bar = Bar::of(row, role(frame, row), Way::Up, side, thick);
    let bar = aside(frame, row, bar);
    match place(&row.cell) {
        Some(place) => {
            let ink = match bar.strength {
                100 => Role::Ink,
                _ => Role::InkSoft,
            };
            (place.at >= 0.0, ink, bar.draw(&place, y, out))
        }
        None => (true, Role::InkSoft, bar.draw_absent(row, y(0.0), out)),
    }
}

/// Writes the names of periods on one line. Returns the bottom of that line.
fn name_times(plan: &Plan, wide: f64, bottom: f64, out: &mut Vec<Piece>) -> f64 {
    let names: Vec<(f64, String)> = plan
        .stands
        .iter()
        .map(|stand| (plan.middle(stand), stand.name.clone()))
        .collect();
    time::write(&names, (0.0, wide), bottom + 18.0, out);
    bottom + 24.0
}
