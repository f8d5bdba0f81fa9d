//! The legend of the shades.

use super::classes::Classes;
use super::{Fill, shade_rect};
use crate::frame::{Caveat, Frame};
use crate::locale::{Locale, Message};
use crate::m;
use crate::scene::charts::place;
use crate::scene::legend::Key;
use crate::scene::measure::cap_height;
use crate::scene::words::amount;
use crate::scene::{Anchor, Look, Piece, Rect, Role, SMALLEST, Text};
use crate::value::Unit;

/// Legend keys of the shades that occur. `coded` areas have an abbreviation, followed by a plus
/// where a number is open.
pub fn keys(
    frame: &Frame,
    look: &Look,
    classes: &Classes,
    fills: &[Fill],
    coded: bool,
) -> Vec<Key> {
    let mut keys = Vec::new();
    let numbers = Numbers::of(frame, classes, look.locale);
    if fills.contains(&Fill::Zero) {
        keys.push(sample(Fill::Zero, numbers.words(0.0)));
    }
    for at in 0..classes.lows.len() {
        let fill = Fill::Class(classes.shade(at));
        keys.push(sample(fill, numbers.of_class(frame, classes, at)));
    }
    if fills.contains(&Fill::Withheld) {
        let label = look.locale.text(m!(ShortSuppressed));
        keys.push(sample(Fill::Withheld, label));
    }
    if fills.contains(&Fill::NotReported) {
        let label = look.locale.text(m!(ChartKeyNotReported));
        keys.push(sample(Fill::NotReported, label));
    }
    if fills.contains(&Fill::NotApplicable) {
        let label = look.locale.text(m!(ShortNotApplicable));
        keys.push(sample(Fill::NotApplicable, label));
    }
    if fills.contains(&Fill::Absent) {
        keys.push(sample(Fill::Absent, look.locale.text(absent(frame))));
    }
    // A plus after an abbreviation shows what the shade cannot.
    let places = || frame.rows.iter().filter_map(|row| place(&row.cell));
    if coded && places().any(|place| place.more) {
        keys.push(Key {
            sample: Box::new(|area| {
                let y = area.y + (area.height + cap_height(SMALLEST)) / 2.0;
                let plus = Text::new("+", area.x + area.width / 2.0, y, SMALLEST);
                vec![plus.anchored(Anchor::Middle).piece(Role::Ink)]
            }),
            wide: 12.0,
            label: look.locale.text(m!(ChartKeyMore)),
        });
    }
    keys
}

/// The meaning of an area without a number: where grants are counted, only that none is known.
fn absent(frame: &Frame) -> Message {
    match identified(frame) {
        Some(count) => m!(ChartKeyUnknown, count = count),
        None => m!(ChartKeyAbsent),
    }
}

/// The text for screen readers of an area that the frame does not mention.
pub fn spoken(frame: &Frame, name: &str) -> Message {
    match identified(frame) {
        Some(count) => m!(ChartSpokenUnknown, name = name, count = count),
        None => m!(ChartSpokenAbsent, name = name),
    }
}

/// The number of known grants, where an absent value means unknown.
fn identified(frame: &Frame) -> Option<usize> {
    let unknown = frame.caveats.contains(&Caveat::AbsentIsUnknown);
    let known: usize = frame.coverage.iter().map(|part| part.known as usize).sum();
    let awards = frame.measure.unit.as_str() == Unit::AWARDS;
    (unknown && awards && known > 0).then_some(known)
}

fn sample(fill: Fill, label: String) -> Key {
    Key {
        sample: Box::new(move |area: Rect| {
            let mut out: Vec<Piece> = Vec::new();
            shade_rect(fill, area, &mut out);
            out
        }),
        wide: 16.0,
        label,
    }
}

/// Numbers as the key writes them.
struct Numbers<'a> {
    measure: &'a crate::frame::MeasureWords,
    locale: Locale,
    decimals: u8,
    /// The smallest difference between two of the numbers; `None` where it is not known.
    grain: Option<f64>,
}

impl<'a> Numbers<'a> {
    fn of(frame: &'a Frame, classes: &Classes, locale: Locale) -> Self {
        let measure = &frame.measure;
        let whole = classes.values.iter().all(|value| value.fract() == 0.0);
        let decimals = match whole {
            true => 0,
            false => measure.decimals.max(u8::from(!measure.unit.is_money())),
        };
        let grain = crate::scene::ticks::power(-i32::from(decimals));
        let even = |value: &f64| {
            let steps = value / grain;
            (steps - steps.round()).abs() < 1e-6
        };
        Self {
            measure,
            locale,
            decimals,
            grain: classes.values.iter().all(even).then_some(grain),
        }
    }

    fn words(&self, value: f64) -> String {
        amount(self.measure, value, self.decimals, self.locale)
    }

    fn of_class(&self, frame: &Frame, classes: &Classes, at: usize) -> String {
        let low = classes.lows[at];
        let next = classes.lows.get(at + 1).copied();
        let open = frame
            .rows
            .iter()
            .filter_map(|row| place(&row.cell))
            .any(|place| place.more && place.at >= low);
        if next.is_none() && open {
            let low = self.words(low);
            return self.locale.text(m!(ChartKeyOrMore, low = low));
        }
        let present = classes.within(at).last().copied().unwrap_or(low);
        // Classes are labeled without gaps between them, where the precision of the numbers is
        // known.
        let high = match (next, self.grain) {
            (Some(next), Some(grain)) if classes.broken => next - grain,
            _ => present,
        };
        let (low, high) = (self.words(low), self.words(high));
        if low == high {
            return low;
        }
        self.locale.text(m!(ChartKeyRange, low = low, high = high))
    }
}
