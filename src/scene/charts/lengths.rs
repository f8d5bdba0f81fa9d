//! From values to lengths, so that what stands at the ends of bars has its room too.

use super::Place;

/// A scale that holds zero. Lengths are counted from its low end.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    pub low: f64,
    pub high: f64,
    pub span: f64,
    /// Where the low end is.
    from: f64,
    room: f64,
}

/// What one bar needs: its place, and the room behind its end. `None`: there is no number, and what
/// stands instead begins at zero.
pub type Need = (Option<Place>, f64);

impl Lengths {
    /// For bars within `[start, start + length]`.
    pub fn of(needs: &[Need], extent: Option<(f64, f64)>, start: f64, length: f64) -> Self {
        // What has no number stands where zero is, with its sign and its word.
        let nothing = Place {
            at: 0.0,
            from: None,
            more: false,
            less: false,
        };
        let places: Vec<(Place, f64)> = needs
            .iter()
            .map(|(place, need)| (place.unwrap_or(nothing), *need))
            .collect();
        let ends = |place: &Place| [Some(place.at), place.from];
        let values = || places.iter().flat_map(|(place, _)| ends(place)).flatten();
        let (least, most) = extent.unwrap_or_default();
        let low = values().fold(least.min(0.0), f64::min);
        let high = values().fold(most.max(0.0), f64::max);
        let needed = |negative: bool| {
            places
                .iter()
                .filter(|(place, _)| (place.at < 0.0) == negative)
                .map(|(_, need)| *need)
                .fold(0.0, f64::max)
        };
        let span = high - low;
        let before = needed(true);
        let mut room = (length - before - needed(false)).max(1.0);
        if low == 0.0 && span > 0.0 {
            // Only what stands at the end of a bar shortens it: find the longest the bars may be.
            room = places
                .iter()
                .filter(|(place, _)| place.at > 0.0)
                .map(|(place, need)| (length - need) / (place.at / span))
                .fold(length, f64::min)
                .max(1.0);
        }
        Self {
            low,
            high,
            span,
            from: start + before,
            room,
        }
    }

    /// Where a value is.
    pub fn at(&self, value: f64) -> f64 {
        if self.span > 0.0 {
            self.from + (value - self.low) / self.span * self.room
        } else {
            self.from
        }
    }
}
