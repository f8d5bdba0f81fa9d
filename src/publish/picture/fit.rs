//! Finds the size at which a chart fits into a card: as many rows as possible, as large as
//! possible.

use crate::export::{Inset, drawn};
use crate::frame::{AxisKind, Caveat, Frame};
use crate::geo;
use crate::locale::Locale;
use crate::query::View;
use crate::scene::{Point, Rect};

/// Enlargement compared with a page, largest first: the smallest text of a chart is 12 px, and
/// should be 20 px on a card, which is shown at a third of its size.
const SCALES: [f64; 5] = [2.4, 2.2, 2.0, 1.85, 1.7];
/// Shares of the room's width that a chart may take: a chart that is too high at full width may fit
/// when it is narrower.
const PARTS: [f64; 5] = [1.0, 0.94, 0.88, 0.82, 0.76];
/// A shortened list with fewer bars than this is not useful.
const FEWEST: usize = 3;

/// A chart that fits.
pub struct Fitted {
    pub inset: Inset,
    /// (shown, total) rows, where not all fit.
    pub cut: Option<(u32, u32)>,
    /// Number of row groups shown.
    pub shown: usize,
}

/// Fits a chart into a rectangle: the whole chart if possible, otherwise its first rows; `None`
/// where neither fits.
pub fn fit(frame: &Frame, view: View, place: Rect, locale: Locale) -> Option<Fitted> {
    let all = groups(frame).len();
    if frame.rows.is_empty() || view == View::Table {
        return None;
    }
    if let Some(inset) = whole(frame, view, place, locale) {
        return Some(Fitted {
            inset,
            cut: None,
            shown: all,
        });
    }
    if view != View::Bar || frame.by.sort == AxisKind::Time {
        return None;
    }
    // The line of the note on rows left out takes room as well.
    (FEWEST..all).rev().find_map(|keep| {
        let (frame, cut) = first(frame, keep);
        let inset = whole(&frame, view, place, locale)?;
        Some(Fitted {
            inset,
            cut: Some(cut),
            shown: keep,
        })
    })
}

fn whole(frame: &Frame, view: View, place: Rect, locale: Locale) -> Option<Inset> {
    let parts = if view == View::Bar {
        &PARTS[..1]
    } else {
        &PARTS
    };
    // A size at which texts are cut short is used only where there is no other.
    let mut short = None;
    let found = parts.iter().find_map(|part| {
        SCALES.iter().find_map(|scale| {
            let width = (place.width * part / scale).floor();
            if least(view, width) * scale > place.height {
                return None;
            }
            let scene = drawn(frame, view, locale, width as u32);
            let inset = Inset {
                scene,
                at: Point::new(place.x, place.y),
                scale: *scale,
            };
            if inset.height() > place.height {
                return None;
            }
            if inset.scene.texts().any(|text| text.text.ends_with('…')) {
                short.get_or_insert(inset);
                return None;
            }
            Some(inset)
        })
    });
    found.or(short)
}

/// The minimum height of a chart, known without laying it out.
fn least(view: View, width: f64) -> f64 {
    match view {
        View::Map => width * geo::HEIGHT / 1000.0,
        _ => 0.0,
    }
}

/// The keys of row groups in order; the rows of several series form one group.
fn groups(frame: &Frame) -> Vec<&str> {
    let mut keys: Vec<&str> = Vec::new();
    for row in &frame.rows {
        if row.series.is_none() || !keys.contains(&row.key.as_str()) {
            keys.push(&row.key);
        }
    }
    keys
}

/// The first groups of a frame.
fn first(frame: &Frame, keep: usize) -> (Frame, (u32, u32)) {
    let keys: Vec<String> = groups(frame)
        .into_iter()
        .take(keep)
        .map(str::to_owned)
        .collect();
    let mut frame = frame.clone();
    let before = frame.rows.len();
    frame.rows.retain(|row| keys.contains(&row.key));
    let of = frame.caveats.iter().find_map(|caveat| match caveat {
        Caveat::TopOnly { of, .. } => Some(*of),
        _ => None,
    });
    let cut = (frame.rows.len() as u32, of.unwrap_or(before as u32));
    (frame, cut)
}
