//! The positions of the parts of the bars.

use super::end::End;
use super::whole::{Whole, absent, absent_step, is_nothing, is_open, reach, shares};
use super::{GAP, SEAM};
use crate::frame::Frame;
use crate::scene::charts::bars::TAIL;
use crate::scene::charts::lengths::{Lengths, Need};
use crate::scene::charts::{Place, place};

/// The position of a part within its bar, in px.
pub struct Segment {
    pub from: f64,
    pub to: f64,
}

/// The positions of the parts of every bar.
pub struct Bars {
    pub scale: Lengths,
    /// From zero to the edge of the picture.
    pub room: f64,
    /// Shares of each part of each bar; `None` where there are none.
    pub shares: Vec<Option<Vec<f64>>>,
    pub is_rounded: bool,
}

impl Bars {
    pub fn of(frame: &Frame, wholes: &[Whole], ends: &[End], left: f64, wide: f64) -> Self {
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
                let reach = Place {
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

/// The positions of the parts of a bar.
pub fn segments(whole: &Whole, bars: &Bars, nth: usize) -> Vec<Segment> {
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
