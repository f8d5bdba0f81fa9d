//! Horizontal bars from a line at zero, each with its name and its number.
//!
//! Names stand beside the bars where there is room, else above them. Bars of one row of several
//! series stand together. A bar whose end is open goes on, fading; a range has no bar up to its low
//! end but a pale one; what is hollow has not happened.

use super::{Place, is_hollow, is_withheld, keys, place, role};
use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, cap_height, shorten, width, wrap};
use crate::scene::words::amount;
use crate::scene::{Anchor, LABEL, Look, Manner, Mark, Piece, Rect, Role, Scene, Text};
use crate::scene::{SMALLEST, hatch, legend, ticks};

const LINE: f64 = 18.0;
/// Between a bar's end and its number.
const GAP: f64 = 6.0;
/// How far an open bar goes on.
const TAIL: f64 = 14.0;
/// Between names and bars.
const GUTTER: f64 = 10.0;

/// Rows of one name.
struct Group<'a> {
    lines: Vec<String>,
    rows: Vec<(usize, &'a Row)>,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let wide = f64::from(look.width);
    let mut scene = Scene::default();
    let mut groups = group(frame);
    let beside = column(&groups, wide);
    for group in &mut groups {
        let label = &group.rows[0].1.label;
        let (room, most) = beside.map_or((wide, 3), |room| (room, 3));
        group.lines = wrap(label, LABEL, Weight::Regular, room, most);
    }
    let left = beside.map_or(0.0, |room| room + GUTTER);
    let several = groups.iter().any(|group| group.rows.len() > 1);
    let bar = if several { 16.0 } else { 20.0 };

    let used = legend::lay_out(&keys(frame, look, true, true), wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 10.0 } else { 2.0 };

    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let below = frame
        .rows
        .iter()
        .filter_map(|row| place(&row.cell))
        .any(|place| place.at < 0.0);
    let most = (wide - left) * if below { 0.35 } else { 0.6 } - TAIL;
    let texts: Vec<String> = words
        .iter()
        .map(|words| shorten(&words.short, LABEL, Weight::Regular, most))
        .collect();
    let scale = Scale::of(frame, &texts, left, wide);

    // Gridlines stand only where their numbers have room.
    let gridlines = if beside.is_some() && wide >= 480.0 && scale.span > 0.0 {
        let count = ((wide - left) / 130.0).max(2.0) as usize;
        let whole = frame.measure.unit.is_count();
        let (found, step) = ticks::ticks(scale.low, scale.high, count, whole);
        if found.len() > 1 {
            Some((found, ticks::decimals(step)))
        } else {
            None
        }
    } else {
        None
    };
    let top = y;
    if gridlines.is_some() {
        y += 24.0;
    }
    let first = y;

    for group in &groups {
        let bars = group.rows.len() as f64;
        let block = bars * bar + (bars - 1.0) * 2.0;
        let lines = group.lines.len() as f64 * LINE;
        let start = y;
        let (label_top, bars_top, height) = match beside {
            Some(_) => {
                let height = block.max(lines);
                let at = |inner: f64| start + (height - inner) / 2.0;
                (at(lines), at(block), height)
            }
            None => (start, start + lines + 3.0, lines + 3.0 + block),
        };
        let mut label = Vec::new();
        for (at, line) in group.lines.iter().enumerate() {
            let baseline = label_top + at as f64 * LINE + 13.5;
            let text = match beside {
                Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
                None => Text::new(line, 0.0, baseline, LABEL),
            };
            label.push(text.piece(Role::Ink));
        }
        let spacing = if beside.is_some() { 8.0 } else { 14.0 };
        for (at, (index, row)) in group.rows.iter().enumerate() {
            let top = bars_top + at as f64 * (bar + 2.0);
            // The whole strip can be touched, the name included.
            let area = if group.rows.len() == 1 {
                Rect::new(0.0, start - spacing / 4.0, wide, height + spacing / 2.0)
            } else {
                Rect::new(left, top - 1.0, wide - left, bar + 2.0)
            };
            let mut pieces = vec![Piece::rect(
                Role::Hit,
                Manner::Solid,
                area.x,
                area.y,
                area.width,
                area.height,
            )];
            if at == 0 {
                pieces.append(&mut label);
            }
            draw(frame, row, &scale, &texts[*index], top, bar, &mut pieces);
            if let Some((found, _)) = &gridlines {
                clear(&mut pieces, found, &scale);
            }
            scene.marks.push(Mark {
                row: Some(*index),
                name: words[*index].spoken.clone(),
                area,
                pieces,
            });
        }
        y = start + height + spacing;
    }
    let bottom = y - if beside.is_some() { 4.0 } else { 8.0 };

    if let Some((found, decimals)) = gridlines {
        for at in found {
            let x = scale.x(at);
            if at != 0.0 {
                scene
                    .below
                    .push(Piece::line(Role::Grid, 10, (x, first - 4.0), (x, bottom)));
            }
            let text = amount(&frame.measure, at, decimals, look.locale);
            let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
            if x - half >= left - GUTTER && x + half <= wide {
                let text = Text::new(text, x, top + 13.0, SMALLEST).anchored(Anchor::Middle);
                scene.below.push(text.piece(Role::InkSoft));
            }
        }
        part(&mut scene.below);
    }
    // The line the bars stand on is drawn over them.
    let zero = scale.x(0.0);
    let from = if beside.is_some() { first - 4.0 } else { first };
    if beside.is_some() {
        scene
            .above
            .push(Piece::line(Role::Axis, 10, (zero, from), (zero, bottom)));
    } else {
        for mark in &mut scene.marks {
            let (low, high) = (
                mark.area.y + mark.area.height - bar - 6.0,
                mark.area.y + mark.area.height - 1.0,
            );
            mark.pieces
                .push(Piece::line(Role::Axis, 10, (zero, low), (zero, high)));
        }
    }
    scene.height = bottom + 2.0;
    scene
}

/// Puts the ground behind a number that a gridline would cross.
fn clear(pieces: &mut Vec<Piece>, gridlines: &[f64], scale: &Scale) {
    let Some(at) = pieces.len().checked_sub(1) else {
        return;
    };
    let crate::scene::Shape::Text(text) = &pieces[at].shape else {
        return;
    };
    let area = text.area();
    let crossed = gridlines
        .iter()
        .map(|value| scale.x(*value))
        .any(|x| x > area.x - 2.0 && x < area.x + area.width + 2.0);
    if crossed {
        let ground = Piece::rect(
            Role::Ground,
            Manner::Solid,
            area.x - 2.0,
            area.y,
            area.width + 4.0,
            area.height,
        );
        pieces.insert(at, ground);
    }
}

/// Leaves out the numbers of gridlines that stand too close to the one before.
fn part(pieces: &mut Vec<Piece>) {
    let mut last: Option<(f64, Rect)> = None;
    pieces.retain(|piece| {
        let crate::scene::Shape::Text(text) = &piece.shape else {
            return true;
        };
        if text.anchor != Anchor::Middle {
            return true;
        }
        let area = text.area();
        let free = last
            .is_none_or(|(y, before)| y != text.at.y || area.x >= before.x + before.width + 8.0);
        if free {
            last = Some((text.at.y, area));
        }
        free
    });
}

/// Rows by name, in the order in which the names first come.
fn group(frame: &Frame) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = std::collections::HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let together = row.series.map(|_| row.key.as_str());
        let found = match together {
            Some(key) => at.get(key).copied(),
            None => None,
        };
        match found {
            Some(place) => {
                let group: &mut Group = &mut groups[place];
                group.rows.push((index, row));
            }
            None => {
                if let Some(key) = together {
                    at.insert(key, groups.len());
                }
                groups.push(Group {
                    lines: Vec::new(),
                    rows: vec![(index, row)],
                });
            }
        }
    }
    for group in &mut groups {
        group.rows.sort_by_key(|(_, row)| row.series);
    }
    groups
}

/// How wide the column of names is; `None` where names stand above the bars.
fn column(groups: &[Group], wide: f64) -> Option<f64> {
    let longest = groups
        .iter()
        .map(|group| width(&group.rows[0].1.label, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    if wide >= 560.0 {
        Some(longest.min(wide * 0.38).ceil())
    } else {
        (longest <= wide * 0.32).then(|| longest.ceil())
    }
}

/// From values to places.
struct Scale {
    low: f64,
    high: f64,
    span: f64,
    from: f64,
    room: f64,
}

impl Scale {
    fn of(frame: &Frame, texts: &[String], left: f64, wide: f64) -> Self {
        // What has no number stands where zero is, with its sign and its word.
        let nothing = Place {
            at: 0.0,
            from: None,
            more: false,
            less: false,
        };
        let places: Vec<(Place, f64)> = frame
            .rows
            .iter()
            .zip(texts)
            .map(|(row, text)| {
                let (place, before) = match place(&row.cell) {
                    Some(place) if place.more => (place, TAIL),
                    Some(place) => (place, 0.0),
                    None => (nothing, 24.0),
                };
                let long = width(text, LABEL, Weight::Regular);
                (place, before + GAP + long + 4.0)
            })
            .collect();
        let ends = |place: &Place| [Some(place.at), place.from];
        let values = || places.iter().flat_map(|(place, _)| ends(place)).flatten();
        let low = values().fold(0.0, f64::min);
        let high = values().fold(0.0, f64::max);
        let needed = |negative: bool| {
            places
                .iter()
                .filter(|(place, _)| (place.at < 0.0) == negative)
                .map(|(_, need)| *need)
                .fold(0.0, f64::max)
        };
        let span = high - low;
        let before = needed(true);
        let mut room = (wide - left - before - needed(false)).max(1.0);
        if low == 0.0 && span > 0.0 {
            // Only what stands at the end of a bar shortens it: find the longest the bars may be.
            room = places
                .iter()
                .filter(|(place, _)| place.at > 0.0)
                .map(|(place, need)| (wide - left - need) / (place.at / span))
                .fold(wide - left, f64::min)
                .max(1.0);
        }
        Self {
            low,
            high,
            span,
            from: left + before,
            room,
        }
    }

    fn x(&self, value: f64) -> f64 {
        if self.span > 0.0 {
            self.from + (value - self.low) / self.span * self.room
        } else {
            self.from
        }
    }
}

fn draw(
    frame: &Frame,
    row: &Row,
    scale: &Scale,
    text: &str,
    top: f64,
    bar: f64,
    out: &mut Vec<Piece>,
) {
    let role = role(frame, row);
    let zero = scale.x(0.0);
    let baseline = top + (bar + cap_height(LABEL)) / 2.0;
    let label = |x: f64, anchor: Anchor, role: Role| {
        Text::new(text, x, baseline, LABEL)
            .anchored(anchor)
            .piece(role)
    };
    let Some(place) = place(&row.cell) else {
        if is_withheld(&row.cell) {
            let area = Rect::new(zero, top + 1.0, 24.0, bar - 2.0);
            out.push(hatch::across_rect(area, 6.0));
            out.push(label(zero + 24.0 + GAP, Anchor::Start, Role::InkSoft));
        } else {
            let middle = top + bar / 2.0;
            out.push(Piece::line(
                Role::InkSoft,
                15,
                (zero + 4.0, middle),
                (zero + 12.0, middle),
            ));
            out.push(label(zero + 12.0 + GAP, Anchor::Start, Role::InkSoft));
        }
        return;
    };
    let mut end = scale.x(place.at);
    let negative = place.at < 0.0;
    let solid = if is_hollow(row) {
        Manner::Hollow
    } else {
        Manner::Solid
    };
    let span = |a: f64, b: f64| (a.min(b), (a - b).abs());
    if place.at == 0.0 && place.from.is_none() {
        // Nothing was counted: a tick on the line, and the 0 beside it.
        out.push(Piece::rect(
            Role::Axis,
            Manner::Solid,
            zero - 1.0,
            top,
            2.0,
            bar,
        ));
    } else if let Some(from) = place.from {
        let (x, long) = span(zero, scale.x(from));
        out.push(Piece::rect(role, Manner::Faint(40), x, top, long, bar));
        let (x, long) = span(scale.x(from), end);
        out.push(Piece::rect(role, solid, x, top, long.max(2.0), bar));
    } else if place.less {
        let (x, long) = span(zero, end);
        out.push(Piece::rect(role, Manner::Faint(40), x, top, long, bar));
        out.push(Piece::rect(role, Manner::Solid, end - 2.0, top, 2.0, bar));
    } else {
        let (x, long) = span(zero, end);
        // However small, what is not zero is seen.
        out.push(Piece::rect(role, solid, x, top, long.max(2.5), bar));
    }
    if place.more && !negative {
        if is_hollow(row) {
            out.extend(arrow(role, end + 4.0, top, bar));
        } else {
            out.extend(open_end(role, end, top, bar, 0.0));
        }
        end += TAIL;
    }
    if negative {
        out.push(label(end - GAP, Anchor::End, Role::Ink));
    } else {
        out.push(label(end + GAP, Anchor::Start, Role::Ink));
    }
}

/// The end of a bar that goes on: slices that fade. `solid` is how much of a bar stands before.
pub fn open_end(role: Role, x: f64, top: f64, height: f64, solid: f64) -> Vec<Piece> {
    let mut out = Vec::new();
    if solid > 0.0 {
        out.push(Piece::rect(role, Manner::Solid, x, top, solid, height));
    }
    let slices = [(1.5, 3.5, 60), (6.5, 3.0, 40), (11.0, 2.5, 20)];
    for (at, wide, strength) in slices {
        out.push(Piece::rect(
            role,
            Manner::Faint(strength),
            x + solid + at,
            top,
            wide,
            height,
        ));
    }
    out
}

/// The open end of a hollow bar.
fn arrow(role: Role, x: f64, top: f64, height: f64) -> Vec<Piece> {
    let middle = top + height / 2.0;
    let points = vec![
        crate::scene::Point::new(x, middle - 5.0),
        crate::scene::Point::new(x + 5.0, middle),
        crate::scene::Point::new(x, middle + 5.0),
    ];
    vec![Piece::new(
        role,
        Manner::Stroke(15),
        crate::scene::Shape::Line(points),
    )]
}
