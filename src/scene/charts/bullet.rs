//! Bullet chart: results compared with goals, as a bar inside a hollow outline.
//!
//! A result is shown as a share of its goal only where both are exact and count the same thing; a
//! goal of "at least" has an open outline; where there is no result yet, the outline is empty and a
//! word gives the reason.

use super::bars::{Bar, TAIL, WITHHELD, Way};
use super::groups::{self, GUTTER, Group};
use super::lengths::{Lengths, Need};
use super::{aside, bar, hit, is_hollow, keys, place, role, share, swatch};
use crate::frame::{Frame, Row};
use crate::m;
use crate::prose;
use crate::scene::legend::{self, Key};
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{LABEL, Look, Manner, Mark, Piece, Point, Rect, Role, Scene, Shape, Text};
use crate::scene::{RowWords, SMALLEST};
use crate::value::{Kind, Quantity, Status};
use std::collections::HashMap;

/// Thickness of an outline and of the bar inside it, in px.
const FRAME: f64 = 22.0;
const BAR: f64 = 10.0;
/// Space between the bars in one outline, in px.
const BETWEEN: f64 = 3.0;
/// Height of the line of text under an outline that gives both numbers, in px.
const SAID: f64 = 19.0;

/// The rows of one name, results and goals apart.
struct Pair<'a> {
    results: Vec<(usize, &'a Row)>,
    aims: Vec<(usize, &'a Row)>,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let mut groups = by_name(frame);
    let wide = f64::from(look.width);
    let beside = groups::column(&groups, wide);
    groups::break_names(&mut groups, beside, wide);
    let left = beside.map_or(0.0, |room| room + GUTTER);
    let pairs: Vec<Pair> = groups.iter().map(|group| pair(frame, group)).collect();
    if pairs.iter().all(|pair| pair.aims.is_empty()) {
        return bar::lay_out(frame, look);
    }
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let needs: Vec<Need> = frame
        .rows
        .iter()
        .map(|row| {
            let found = place(&row.cell);
            let need = match &found {
                Some(place) if place.more => TAIL,
                Some(_) => 2.0,
                None => WITHHELD,
            };
            (found, need + 4.0)
        })
        .collect();
    let scale = Lengths::of(&needs, None, left, wide - left);
    let mut scene = Scene::default();
    let used = legend::lay_out(
        &bullet_keys(frame, look, &pairs),
        wide,
        0.0,
        &mut scene.below,
    );
    let mut y = if used > 0.0 { used + 10.0 } else { 2.0 };
    let canvas = Canvas {
        frame,
        look,
        words: &words,
        scale,
        left,
    };
    let spacing = if beside.is_some() { 14.0 } else { 18.0 };
    for (group, pair) in groups.iter().zip(&pairs) {
        let bars = pair.results.len().max(1) as f64;
        let thick = FRAME.max(bars * (BAR + BETWEEN) + 6.0);
        let block = group.block(beside, y, thick + SAID);
        let name = group.name(beside, block.name);
        let area = Rect::new(0.0, y - spacing / 2.0, wide, block.height + spacing);
        canvas.draw(pair, (block.bars, thick), (area, name), &mut scene.marks);
        let zero = scale.at(0.0);
        let line = ((zero, block.bars - 3.0), (zero, block.bars + thick + 3.0));
        scene
            .above
            .push(Piece::line(Role::Axis, 10, line.0, line.1));
        y += block.height + spacing;
    }
    scene.height = y - spacing + 4.0;
    scene
}

/// Groups rows by name, whether they have series or only kinds.
fn by_name(frame: &Frame) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at: HashMap<(&str, &str), usize> = HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let place = *at.entry((&row.key, &row.label)).or_insert_with(|| {
            groups.push(Group {
                lines: Vec::new(),
                rows: Vec::new(),
            });
            groups.len() - 1
        });
        groups[place].rows.push((index, row));
    }
    groups
}

/// Whether a row is a goal: decided by its kind where kinds are given, otherwise true for every
/// series but the first.
fn is_aim(frame: &Frame, row: &Row) -> bool {
    match frame.rows.iter().any(is_hollow) {
        true => is_hollow(row),
        false => row.series.is_some_and(|series| series > 0),
    }
}

fn pair<'a>(frame: &Frame, group: &Group<'a>) -> Pair<'a> {
    let (aims, results) = group
        .rows
        .iter()
        .copied()
        .partition(|(_, row)| is_aim(frame, row));
    Pair { results, aims }
}

/// The legend keys for a bar and an outline.
fn bullet_keys(frame: &Frame, look: &Look, pairs: &[Pair]) -> Vec<Key> {
    let results = || pairs.iter().flat_map(|pair| &pair.results);
    let aims = || pairs.iter().flat_map(|pair| &pair.aims);
    let mut found = Vec::new();
    if let Some((_, row)) = results().next() {
        let label = called(frame, look, row, Kind::Actual);
        found.push(swatch(label, role_of(frame, row), Manner::Solid));
    }
    let mut known: Vec<String> = Vec::new();
    for (_, row) in aims() {
        let label = called(frame, look, row, Kind::Target);
        if !known.contains(&label) {
            found.push(swatch(label.clone(), Role::InkSoft, Manner::Hollow));
            known.push(label);
        }
    }
    // The meaning of ends and edges, as for any bar.
    let series = Frame {
        series: None,
        rows: frame
            .rows
            .iter()
            .map(|row| Row {
                kind: None,
                ..row.clone()
            })
            .collect(),
        ..frame.clone()
    };
    found.extend(keys(&series, look, false, true));
    found
}

/// A row's series where there are several, otherwise its kind.
fn called(frame: &Frame, look: &Look, row: &Row, kind: Kind) -> String {
    let series = frame.series.as_ref().filter(|axis| axis.values.len() > 1);
    match series.and_then(|axis| axis.values.get(row.series?)) {
        Some((_, label)) => label.clone(),
        None => look.locale.text(prose::kind(row.kind.unwrap_or(kind))),
    }
}

/// The color of a result: the first series has the color of a single series.
fn role_of(frame: &Frame, row: &Row) -> Role {
    match role(frame, row) {
        Role::Series(0) => Role::Mark,
        other => other,
    }
}

struct Canvas<'a> {
    frame: &'a Frame,
    look: &'a Look<'a>,
    words: &'a [RowWords],
    scale: Lengths,
    left: f64,
}

impl Canvas<'_> {
    fn draw(
        &self,
        pair: &Pair,
        (top, thick): (f64, f64),
        (area, name): (Rect, Vec<Piece>),
        marks: &mut Vec<Mark>,
    ) {
        // Results come first in reading order, but outlines are drawn under them: so all outlines
        // are in the first mark drawn.
        let mut under = Vec::new();
        for (_, row) in &pair.aims {
            self.aim(row, top, thick, &mut under);
        }
        let mut said = self.said(pair, top + thick);
        let count = pair.results.len() as f64;
        let first = top + (thick - count * BAR - (count - 1.0) * BETWEEN) / 2.0;
        let mut head = name;
        head.append(&mut under);
        let mut own = |index: usize, area: Rect, mut body: Vec<Piece>| {
            let mut pieces = vec![hit(area)];
            pieces.append(&mut head);
            pieces.append(&mut body);
            pieces.append(&mut said);
            marks.push(Mark {
                row: Some(index),
                name: self.words[index].spoken.clone(),
                area,
                pieces,
            });
        };
        for (nth, (index, row)) in pair.results.iter().enumerate() {
            let side = first + nth as f64 * (BAR + BETWEEN);
            let bar = Bar::of(row, role_of(self.frame, row), Way::Across, side, BAR);
            let bar = aside(self.frame, row, bar);
            let mut body = Vec::new();
            match place(&row.cell) {
                Some(place) => bar.draw(&place, |value| self.scale.at(value), &mut body),
                None => bar.draw_absent(row, self.scale.at(0.0), &mut body),
            };
            let whole = match nth {
                0 => area,
                _ => Rect::new(area.x, side - 1.0, area.width, BAR + BETWEEN),
            };
            own(*index, whole, body);
        }
        for (index, row) in &pair.aims {
            // A goal is touched at the end of its outline.
            let end = place(&row.cell).map_or(self.scale.at(0.0), |place| self.scale.at(place.at));
            let area = match pair.results.is_empty() {
                true => area,
                false => Rect::new(end - 8.0, top - 2.0, 16.0, thick + 4.0),
            };
            let mut body = Vec::new();
            if place(&row.cell).is_some() {
                tick(row, end, top, thick, &mut body);
            }
            own(*index, area, body);
        }
    }

    /// Draws an outline from zero to the goal, open where the goal is open.
    fn aim(&self, row: &Row, top: f64, thick: f64, out: &mut Vec<Piece>) {
        let Some(place) = place(&row.cell) else {
            return;
        };
        let zero = self.scale.at(0.0);
        let low = self.scale.at(place.from.unwrap_or(place.at));
        let end = self.scale.at(place.at);
        let (x, long) = (zero.min(low), (low - zero).abs());
        if place.less || place.more {
            let edge = [
                Point::new(end, top + 0.75),
                Point::new(zero, top + 0.75),
                Point::new(zero, top + thick - 0.75),
                Point::new(end, top + thick - 0.75),
            ];
            let manner = match place.less {
                true => Manner::Dashed(15),
                false => Manner::Stroke(15),
            };
            out.push(Piece::new(
                Role::InkSoft,
                manner,
                Shape::Line(edge.to_vec()),
            ));
        } else {
            out.push(Piece::rect(
                Role::InkSoft,
                Manner::Hollow,
                x,
                top,
                long.max(3.0),
                thick,
            ));
        }
        if place.from.is_some() {
            let (x, long) = (low.min(end), (end - low).abs());
            out.push(Piece::rect(
                Role::InkSoft,
                Manner::Faint(30),
                x,
                top,
                long,
                thick,
            ));
        }
    }

    /// Both numbers as text under the outline: the result in bold, then the goal it is compared
    /// with.
    fn said(&self, pair: &Pair, top: f64) -> Vec<Piece> {
        let baseline = top + 15.0;
        let room = f64::from(self.look.width) - self.left;
        let results: Vec<&str> = pair
            .results
            .iter()
            .map(|(index, _)| self.words[*index].short.as_str())
            .collect();
        let result = shorten(&results.join(", "), LABEL, Weight::Strong, room);
        let mut out = Vec::new();
        let mut x = self.left;
        if !result.is_empty() {
            let known = pair
                .results
                .iter()
                .any(|(_, row)| place(&row.cell).is_some());
            let text = Text::new(&result, x, baseline, LABEL);
            let text = if known { text.strong() } else { text };
            x += text.width() + 7.0;
            let role = if known { Role::Ink } else { Role::InkSoft };
            out.push(text.piece(role));
        }
        let aims: Vec<String> = match pair.aims.is_empty() {
            true => vec![self.look.locale.text(m!(BulletNoAim))],
            false => pair
                .aims
                .iter()
                .map(|(index, aim)| self.said_of(pair, *index, aim))
                .collect(),
        };
        let room = f64::from(self.look.width) - x;
        let text = shorten(&aims.join(" · "), SMALLEST, Weight::Regular, room);
        if width(&text, SMALLEST, Weight::Regular) <= room {
            out.push(Text::new(text, x, baseline, SMALLEST).piece(Role::InkSoft));
        }
        out
    }

    fn said_of(&self, pair: &Pair, index: usize, aim: &Row) -> String {
        let kind = aim.kind.unwrap_or(Kind::Target).as_str();
        let goal = self.words[index].short.as_str();
        let locale = self.look.locale;
        let share = match pair.results.as_slice() {
            [(_, result)] => share_of(result, aim),
            _ => None,
        };
        match share {
            Some(share) => {
                let share = share::short(share, locale);
                locale.text(m!(BulletShare, share = share, kind = kind, goal = goal))
            }
            None => locale.text(m!(BulletAim, kind = kind, goal = goal)),
        }
    }
}

/// Draws the end of a goal over the bar.
fn tick(row: &Row, x: f64, top: f64, thick: f64, out: &mut Vec<Piece>) {
    let open = place(&row.cell).is_some_and(|place| place.more);
    if open {
        // The outline continues.
        for edge in [top + 0.75, top + thick - 0.75] {
            let line = vec![Point::new(x, edge), Point::new(x + TAIL, edge)];
            out.push(Piece::new(
                Role::InkSoft,
                Manner::Dashed(15),
                Shape::Line(line),
            ));
        }
        return;
    }
    let (above, tall) = (top - 2.0, thick + 4.0);
    out.push(Piece::rect(
        Role::Ground,
        Manner::Solid,
        x - 2.5,
        above,
        5.0,
        tall,
    ));
    out.push(Piece::rect(
        Role::Ink,
        Manner::Solid,
        x - 1.5,
        above,
        3.0,
        tall,
    ));
}

/// The result divided by its goal; only where both are exact and count the same thing.
fn share_of(result: &Row, aim: &Row) -> Option<Quantity> {
    let (part, whole) = (result.cell.quantity?, aim.cell.quantity?);
    let exact = part.is_exact() && whole.is_exact();
    let differs = [result, aim]
        .iter()
        .any(|row| row.cell.status.has(Status::DefinitionDiffers));
    let scopes = match (&result.figure, &aim.figure) {
        (Some(result), Some(aim)) => result.scope == aim.scope && result.sense == aim.sense,
        _ => true,
    };
    if !exact || differs || !scopes || is_hollow(result) {
        return None;
    }
    // A result of a hundred times its goal is not a share: the goal counts something else.
    Some(part.over(whole).ok()?).filter(|share| share.anchor() < 100.0)
}
