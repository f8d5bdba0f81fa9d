//! Positions in time, and their names along an axis.

use crate::frame::{Frame, Row};
use crate::prose;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{Anchor, Look, Piece, Role, SMALLEST, Text};
use crate::value::spellings;
use std::collections::HashMap;

/// Space between two names on the axis, in px.
const APART: f64 = 10.0;

/// Whether every row has a position in time.
pub fn is_time(frame: &Frame) -> bool {
    frame.rows.iter().all(|row| row.ordinal.is_some())
}

/// The time of each row: its position in time, otherwise its position among the names.
pub fn times(frame: &Frame) -> Vec<i32> {
    if is_time(frame) {
        return frame.rows.iter().filter_map(|row| row.ordinal).collect();
    }
    let mut known: HashMap<&str, i32> = HashMap::new();
    frame
        .rows
        .iter()
        .map(|row| {
            let next = known.len() as i32;
            *known.entry(row.key.as_str()).or_insert(next)
        })
        .collect()
}

/// The time between consecutive points; `None` where dates are days, which need not be consecutive.
pub fn period(frame: &Frame, times: &[i32]) -> Option<i32> {
    let is_day = |row: &Row| {
        let known = spellings(&row.key);
        known
            .first()
            .is_some_and(|known| known.calendar.is_of_days())
    };
    if frame.rows.iter().any(is_day) {
        return None;
    }
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .map(|pair| pair[1].saturating_sub(pair[0]))
        .filter(|step| *step > 0)
        .min()
}

/// The name of each time, in order, without duplicates.
pub fn names(frame: &Frame, times: &[i32], look: &Look) -> Vec<(i32, String)> {
    let mut names: Vec<(i32, String)> = frame
        .rows
        .iter()
        .zip(times)
        .map(|(row, time)| {
            let label = look.locale.argument(&prose::row_label(frame, row));
            (*time, label)
        })
        .collect();
    names.sort();
    names.dedup_by_key(|(time, _)| *time);
    names
}

/// Writes names at their positions within `[from, to]`, on one line: every nth, counted from the
/// last, so that they do not overlap. Returns the positions that were named.
pub fn write(
    names: &[(f64, String)],
    (from, to): (f64, f64),
    baseline: f64,
    out: &mut Vec<Piece>,
) -> Vec<f64> {
    let wide = to - from;
    // Two names share the whole line.
    let room = match names.len() {
        2 => (wide - APART) / 2.0,
        _ => wide / 3.0,
    };
    let room = room.max(40.0).min(wide);
    let texts: Vec<(f64, f64, String)> = names
        .iter()
        .map(|(x, name)| {
            let text = shorten(name, SMALLEST, Weight::Regular, room);
            let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
            let middle = from + wide / 2.0;
            let centre = x.clamp((from + half).min(middle), (to - half).max(middle));
            (centre, half, text)
        })
        .collect();
    let fits = |every: usize| {
        let picked: Vec<_> = texts.iter().rev().step_by(every).collect();
        picked
            .windows(2)
            .all(|pair| pair[1].0 + pair[1].1 + APART <= pair[0].0 - pair[0].1)
    };
    let every = (1..=texts.len().max(1))
        .find(|every| fits(*every))
        .unwrap_or(1);
    let mut named = Vec::new();
    for (at, (centre, _, text)) in texts.iter().enumerate() {
        if (texts.len() - 1 - at).is_multiple_of(every) {
            let text = Text::new(text, *centre, baseline, SMALLEST).anchored(Anchor::Middle);
            out.push(text.piece(Role::InkSoft));
            named.push(names[at].0);
        }
    }
    named
}
