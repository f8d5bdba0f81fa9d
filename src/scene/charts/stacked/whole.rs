//! The rows of one bar: the known parts, the unknown parts, and their total.

use super::ABSENT;
use super::SEAM;
use crate::frame::{Frame, Row};
use crate::scene::charts::groups::Group;
use crate::scene::charts::place;
use crate::value::{NoNumber, Quantity, Status};

/// One bar: the rows of one name and one kind.
pub struct Whole<'a> {
    /// Set only for the first bar of a name.
    pub name: Option<usize>,
    pub parts: Vec<(usize, &'a Row)>,
    pub total: Result<Quantity, NoNumber>,
}

/// The bars in order. Kinds are never added: goals and results are separate bars.
pub fn wholes<'a>(groups: &[Group<'a>]) -> Vec<Whole<'a>> {
    let mut wholes: Vec<Whole> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let mut kinds: Vec<_> = group.rows.iter().map(|(_, row)| row.kind).collect();
        kinds.sort();
        kinds.dedup();
        for (nth, kind) in kinds.into_iter().enumerate() {
            let of_kind = group.rows.iter().filter(|(_, row)| row.kind == kind);
            let parts: Vec<(usize, &Row)> = of_kind.copied().collect();
            wholes.push(Whole {
                name: (nth == 0).then_some(at),
                total: total(&parts),
                parts,
            });
        }
    }
    wholes
}

/// The sum of all parts; an unknown part makes it a lower bound.
pub fn total(parts: &[(usize, &Row)]) -> Result<Quantity, NoNumber> {
    let mut sum: Option<Quantity> = None;
    for (_, row) in parts {
        let part = match (place(&row.cell), row.cell.quantity) {
            (Some(_), Some(known)) => known,
            _ if is_nothing(row) => continue,
            _ => Quantity::at_least(0.0),
        };
        sum = Some(match sum {
            Some(sum) => sum.plus(part)?,
            None => part,
        });
    }
    sum.ok_or(NoNumber::NoEnd)
}

/// Whether such a part cannot exist, so that nothing is missing.
pub fn is_nothing(row: &Row) -> bool {
    row.cell.quantity.is_none() && row.cell.status.first() == Some(Status::NotApplicable)
}

pub fn series_name<'a>(frame: &'a Frame, row: &Row) -> Option<&'a str> {
    let (_, name) = frame.series.as_ref()?.values.get(row.series?)?;
    Some(name)
}

/// How far the known parts extend below and above zero, as (low, high).
pub fn reach(whole: &Whole) -> (f64, f64) {
    let places = whole.parts.iter().filter_map(|(_, row)| place(&row.cell));
    places.fold((0.0, 0.0), |(low, high), place| match place.at < 0.0 {
        true => (low + place.from.unwrap_or(place.at), high),
        false => (low, high + place.at),
    })
}

/// The parts drawn as symbols because their numbers are not known.
pub fn absent<'a>(whole: &'a Whole<'a>) -> impl Iterator<Item = &'a Row> {
    let rows = whole.parts.iter().map(|(_, row)| *row);
    rows.filter(|row| place(&row.cell).is_none() && !is_nothing(row))
}

/// The distance from one of these symbols to the next: together they never take more than a quarter
/// of the room.
pub fn absent_step(whole: &Whole, room: f64) -> f64 {
    let count = absent(whole).count().max(1) as f64;
    (room / 4.0 / count).min(ABSENT + SEAM)
}

pub fn is_open(whole: &Whole) -> bool {
    let places = whole.parts.iter().filter_map(|(_, row)| place(&row.cell));
    places.into_iter().any(|place| place.more)
}

/// Each part divided by the total; only where every part is a number and none is negative.
pub fn shares(whole: &Whole) -> Option<Vec<f64>> {
    let sum = whole.total.ok()?;
    let of = |(_, row): &(usize, &Row)| {
        if is_nothing(row) {
            return Some(0.0);
        }
        let known = row.cell.quantity?;
        let plain = known.is_exact() || known.is_about();
        let share = known.anchor() / sum.anchor();
        (plain && share.is_finite() && share >= 0.0).then_some(share)
    };
    whole.parts.iter().map(of).collect()
}
