//! Funnel: successive stages, with the number that reached each stage and out of how many.
//!
//! Every share is written with its denominator. There is no share where more came out than went in,
//! where one side is not a result, or where two stages use different definitions; a stage that
//! cannot be known yet, because people are still in training, is an empty outline with a note that
//! says so.

use super::bars::{Bar, TAIL, WITHHELD, Way};
use super::groups::GUTTER;
use super::lengths::{Lengths, Need};
use super::{aside, bar, hit, keys, place, role, share};
use crate::frame::{Frame, Row};
use crate::locale::Message;
use crate::m;
use crate::scene::legend::{self, Key};
use crate::scene::measure::{Weight, cap_height, shorten, width, wrap};
use crate::scene::{Anchor, LABEL, Look, Manner, Mark, Piece, Rect, Role, Scene, Text};
use crate::scene::{RowWords, SMALLEST};
use crate::value::{Kind, Quantity, Status};
use std::collections::HashMap;

const THICK: f64 = 26.0;
const GAP: f64 = 8.0;
const LINE: f64 = 18.0;
/// Height of a line of shares, in px.
const SMALL: f64 = 16.0;
/// Space between two stages, and between two groups, in px.
const APART: f64 = 12.0;
const GROUPS: f64 = 16.0;

/// The stages of one row, in order.
struct Funnel<'a> {
    label: &'a str,
    stages: Vec<(usize, &'a Row)>,
}

pub fn lay_out(frame: &Frame, look: &Look) -> Scene {
    let Some(series) = frame.series.as_ref().filter(|axis| axis.values.len() > 1) else {
        return bar::lay_out(frame, look);
    };
    let wide = f64::from(look.width);
    let funnels = funnels(frame);
    let names: Vec<&str> = series
        .values
        .iter()
        .map(|(_, name)| name.as_str())
        .collect();
    let longest = names
        .iter()
        .map(|name| width(name, LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    let beside = (wide >= 560.0).then(|| longest.min(wide * 0.3).ceil());
    let left = beside.map_or(0.0, |room| room + GUTTER);
    let words: Vec<_> = frame.rows.iter().map(|row| (look.labels)(row)).collect();
    let room = wide - left;
    // Texts are on both sides of zero where some values are below it.
    let below = frame.rows.iter().filter_map(|row| place(&row.cell));
    let most = match below.into_iter().any(|place| place.at < 0.0) {
        true => 0.3,
        false => 0.5,
    };
    let texts: Vec<String> = words
        .iter()
        .map(|words| shorten(&words.short, LABEL, Weight::Strong, room * most))
        .collect();
    let needs: Vec<Need> = frame
        .rows
        .iter()
        .zip(&texts)
        .map(|(row, text)| {
            let found = place(&row.cell);
            let before = match &found {
                Some(place) if place.more => TAIL,
                Some(_) => 0.0,
                None => WITHHELD,
            };
            (
                found,
                before + GAP + width(text, LABEL, Weight::Strong) + 4.0,
            )
        })
        .collect();
    let canvas = Canvas {
        frame,
        look,
        words: &words,
        texts: &texts,
        scale: Lengths::of(&needs, None, left, room),
        beside,
        left,
    };
    let mut scene = Scene::default();
    let used = legend::lay_out(&funnel_keys(frame, look), wide, 0.0, &mut scene.below);
    let mut y = if used > 0.0 { used + 10.0 } else { 2.0 };
    for funnel in &funnels {
        let mut heading = Vec::new();
        if funnels.len() > 1 || frame.by.field != series.axis.field {
            for line in wrap(funnel.label, LABEL, Weight::Strong, wide, 3) {
                let text = Text::new(line, 0.0, y + 14.0, LABEL).strong();
                heading.push(text.piece(Role::Ink));
                y += LINE;
            }
            y += 6.0;
        }
        for nth in 0..funnel.stages.len() {
            y = canvas.stage(funnel, nth, y, &mut heading, &mut scene.marks) + APART;
        }
        y += GROUPS;
    }
    scene.height = y - APART - GROUPS + 4.0;
    scene
}

/// Groups rows by key, each group with its stages in order.
fn funnels(frame: &Frame) -> Vec<Funnel<'_>> {
    let mut funnels: Vec<Funnel> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let place = *at.entry(&row.key).or_insert_with(|| {
            funnels.push(Funnel {
                label: &row.label,
                stages: Vec::new(),
            });
            funnels.len() - 1
        });
        funnels[place].stages.push((index, row));
    }
    for funnel in &mut funnels {
        funnel.stages.sort_by_key(|(_, row)| row.series);
    }
    funnels
}

/// Every stage has the same color, because each is named; only the status of a number needs a
/// legend key.
fn funnel_keys(frame: &Frame, look: &Look) -> Vec<Key> {
    let plain = Frame {
        series: None,
        ..frame.clone()
    };
    keys(&plain, look, false, true)
}

/// Whether it is too early for a result.
fn is_early(row: &Row) -> bool {
    row.cell.quantity.is_none() && row.cell.status.has(Status::NotYetDue)
}

struct Canvas<'a> {
    frame: &'a Frame,
    look: &'a Look<'a>,
    words: &'a [RowWords],
    texts: &'a [String],
    scale: Lengths,
    beside: Option<f64>,
    left: f64,
}

impl Canvas<'_> {
    /// Draws one stage from `y` downward. Returns where it ends.
    fn stage(
        &self,
        funnel: &Funnel,
        nth: usize,
        y: f64,
        heading: &mut Vec<Piece>,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let (index, row) = funnel.stages[nth];
        let wide = f64::from(self.look.width);
        let name = self.name(row);
        let room = self.beside.unwrap_or(wide);
        let lines = wrap(name, LABEL, Weight::Regular, room, 3);
        let tall = lines.len() as f64 * LINE;
        let mut pieces = std::mem::take(heading);
        let (name_top, top) = match self.beside {
            Some(_) => (y + ((THICK - tall) / 2.0).max(0.0), y),
            None => (y, y + tall + 2.0),
        };
        for (at, line) in lines.iter().enumerate() {
            let baseline = name_top + at as f64 * LINE + 13.5;
            let text = match self.beside {
                Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
                None => Text::new(line, 0.0, baseline, LABEL),
            };
            pieces.push(text.piece(Role::Ink));
        }
        self.bar(funnel, nth, top, &mut pieces);
        let mut bottom = top + THICK;
        for text in self.said(funnel, nth) {
            for line in wrap(&text, SMALLEST, Weight::Regular, wide - self.left, 3) {
                let text = Text::new(line, self.left, bottom + 14.0, SMALLEST);
                pieces.push(text.piece(Role::InkSoft));
                bottom += SMALL;
            }
        }
        let bottom = bottom.max(name_top + tall);
        let area = Rect::new(0.0, y - APART / 2.0, wide, bottom - y + APART);
        pieces.insert(0, hit(area));
        let zero = self.scale.at(0.0);
        let line = ((zero, top - 2.0), (zero, top + THICK + 2.0));
        pieces.push(Piece::line(Role::Axis, 10, line.0, line.1));
        marks.push(Mark {
            row: Some(index),
            name: self.words[index].spoken.clone(),
            area,
            pieces,
        });
        bottom
    }

    fn name<'r>(&'r self, row: &'r Row) -> &'r str {
        let series = self.frame.series.as_ref();
        let named = series.and_then(|axis| axis.values.get(row.series?));
        named.map_or(&row.label, |(_, name)| name)
    }

    fn bar(&self, funnel: &Funnel, nth: usize, top: f64, out: &mut Vec<Piece>) {
        let (index, row) = funnel.stages[nth];
        let role = match role(self.frame, row) {
            Role::Series(_) => Role::Mark,
            other => other,
        };
        let bar = Bar::of(row, role, Way::Across, top, THICK);
        let bar = aside(self.frame, row, bar);
        let baseline = top + (THICK + cap_height(LABEL)) / 2.0;
        let zero = self.scale.at(0.0);
        let text = |x: f64| Text::new(&self.texts[index], x, baseline, LABEL);
        if is_early(row) {
            let known = |(_, row): &(usize, &Row)| place(&row.cell);
            let before = funnel.stages[..nth].iter().rev().find_map(known);
            let end = before.map_or(zero, |place| self.scale.at(place.at.max(0.0)));
            let word = self.look.locale.text(m!(FunnelEarly));
            let word = shorten(
                &word,
                LABEL,
                Weight::Regular,
                f64::from(self.look.width) - zero - 12.0,
            );
            let long = width(&word, LABEL, Weight::Regular);
            let end = end.max(zero + 12.0);
            let frame = Rect::new(zero + 0.75, top + 0.75, end - zero - 1.5, THICK - 1.5);
            out.push(Piece::rect(
                bar.role,
                Manner::Dashed(15),
                frame.x,
                frame.y,
                frame.width,
                frame.height,
            ));
            let fits_in = long + 16.0 <= end - zero;
            let fits_behind = end + GAP + long <= f64::from(self.look.width);
            let x = match (fits_in, fits_behind) {
                (false, true) => end + GAP,
                _ => zero + 8.0,
            };
            let word = Text::new(word, x, baseline, LABEL);
            out.push(word.piece(Role::InkSoft));
            return;
        }
        match place(&row.cell) {
            Some(place) => {
                let end = bar.draw(&place, |value| self.scale.at(value), out);
                let text = match place.at < 0.0 {
                    true => text(end - GAP).anchored(Anchor::End),
                    false => text(end + GAP),
                };
                out.push(text.strong().piece(Role::Ink));
            }
            None => {
                let end = bar.draw_absent(row, zero, out);
                out.push(text(end + GAP).piece(Role::InkSoft));
            }
        }
    }

    /// The stage as a share of the stage before and of the first stage, each with its denominator.
    fn said(&self, funnel: &Funnel, nth: usize) -> Vec<String> {
        let (_, row) = funnel.stages[nth];
        if nth == 0 || row.cell.quantity.is_none() {
            return Vec::new();
        }
        let mut wholes = vec![nth - 1];
        if nth > 1 {
            wholes.push(0);
        }
        wholes
            .into_iter()
            .filter_map(|whole| self.share(funnel.stages[nth], funnel.stages[whole]))
            .collect()
    }

    fn share(&self, part: (usize, &Row), whole: (usize, &Row)) -> Option<String> {
        let locale = self.look.locale;
        let counts = |index: usize| self.words[index].short.as_str();
        let who = self.who(whole.1);
        let of = |sentence: Message| Some(locale.text(sentence));
        if kind_of(part.1) != kind_of(whole.1) {
            return of(m!(FunnelKinds, who = who));
        }
        let differs = [part.1, whole.1]
            .iter()
            .any(|row| row.cell.status.has(Status::DefinitionDiffers));
        if differs {
            return of(m!(FunnelDefinitions, who = who));
        }
        let (some, all) = (part.1.cell.quantity?, whole.1.cell.quantity?);
        let most = |known: &Quantity| known.high.map_or(f64::INFINITY, |end| end.at);
        let least = |known: &Quantity| known.low.map_or(0.0, |end| end.at);
        if most(&all) == 0.0 && most(&some) == 0.0 {
            return None;
        }
        if least(&some) > most(&all) {
            return of(m!(FunnelMore, whole = counts(whole.0), who = who));
        }
        match some.over(all) {
            Ok(share) if most(&share) <= 1.0 || share.high.is_none() => of(m!(
                FunnelShare,
                share = share::full(share),
                part = counts(part.0),
                whole = counts(whole.0),
                who = who
            )),
            _ => of(m!(
                FunnelNoShare,
                part = counts(part.0),
                whole = counts(whole.0),
                who = who
            )),
        }
    }

    /// The people who reached a stage, worded for use within a sentence.
    fn who(&self, row: &Row) -> Message {
        let series = self.frame.series.as_ref();
        let known = series.and_then(|axis| axis.values.get(row.series?));
        let (code, name) = known.map_or(("", row.label.as_str()), |(code, name)| {
            (code.trim_start_matches("people_"), name.as_str())
        });
        m!(FunnelWho, code = code, stage = name)
    }
}

fn kind_of(row: &Row) -> Kind {
    row.kind.unwrap_or(Kind::Actual)
}
