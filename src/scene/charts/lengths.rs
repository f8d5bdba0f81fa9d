//! The scale of bars: converts values to lengths and leaves room for the texts at the ends of bars.

use super::Place;

/// A scale that includes zero. Lengths are measured from its low end.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    pub low: f64,
    pub high: f64,
    pub span: f64,
    /// The position of the low end, in px.
    from: f64,
    room: f64,
}

/// What one bar needs: its extent, and the room beyond its end in px. With `None` there is no
/// number, and its replacement begins at zero.
pub type Need = (Option<Place>, f64);

impl Lengths {
    /// The scale for bars within `[start, start + length]`, in px.
    pub fn of(needs: &[Need], extent: Option<(f64, f64)>, start: f64, length: f64) -> Self {
        // A missing number is represented at zero, by its symbol and its word.
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
            // Only the text at the end of a bar shortens it: find the longest that the bars may be.
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

    /// The position of a value, in px.
    pub fn at(&self, value: f64) -> f64 {
        if self.span > 0.0 {
            self.from + (value - self.low) / self.span * self.room
        } else {
            self.from
        }
    }
}
