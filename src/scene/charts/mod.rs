//! One file per chart.

pub mod area;
pub mod bar;
mod bars;
pub mod bullet;
mod change;
pub mod column;
pub mod dot;
mod dot_rows;
pub mod dumbbell;
mod end_labels;
mod text_fit;
pub mod funnel;
mod grid;
mod groups;
pub mod heat;
mod label_lanes;
mod bar_scale;
pub mod line;
mod line_series;
pub mod map;
pub mod multiples;
mod names;
pub mod range;
mod value_axis;
mod scale;
pub mod scatter;
pub mod sentence;
mod shade;
mod shape;
mod share;
pub mod slope;
pub mod spark;
mod dot_mark;
pub mod stacked;
pub mod strip;
pub mod tiles;
mod time;
mod missing_rows;

use super::legend::LegendKey;
use super::shape::{MarkStyle, Primitive, Rect, Role};
use crate::frame::{Cell, Frame, Row};
use crate::locale::{Labeled, Message};
use crate::m;
use crate::value::{Kind, Quantity, Status};

/// The extent of a number, and the sides on which it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Extent {
    /// The end of the mark.
    at: f64,
    /// The start of a range.
    from: Option<f64>,
    /// The value is more than what is drawn.
    more: bool,
    /// The value is less than what is drawn.
    less: bool,
}

/// The extent of a cell's number; `None` where there is no number that can be drawn.
fn extent_of(cell: &Cell) -> Option<Extent> {
    let quantity: &Quantity = cell.quantity.as_ref()?;
    let range = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) if low.at < high.at => Some((low.at, high.at)),
        _ => None,
    };
    let (from, at) = match range {
        Some((low, high)) => (Some(low), high),
        None => (None, quantity.anchor()),
    };
    let drawable = |x: f64| x.is_finite() && x.abs() < 1e200;
    (drawable(at) && from.is_none_or(drawable)).then_some(Extent {
        at,
        from,
        more: quantity.high.is_none(),
        less: quantity.low.is_none(),
    })
}

/// Goals (targets, projections, commitments) are hollow.
fn is_hollow(row: &Row) -> bool {
    row.kind.is_some_and(|kind| kind != Kind::Actual)
}

fn is_withheld(cell: &Cell) -> bool {
    [Status::Suppressed, Status::SmallCount, Status::Secondary]
        .into_iter()
        .any(|status| cell.status.has(status))
}

/// Whether the number is provisional.
fn is_provisional(cell: &Cell) -> bool {
    cell.status.has(Status::Provisional)
}

/// Whether the reader selected other rows by name, and not this one.
fn is_aside(frame: &Frame, row: &Row) -> bool {
    let chosen = &frame.query.highlight;
    !chosen.is_empty()
        && !chosen.contains(&row.key)
        && frame.rows.iter().any(|row| chosen.contains(&row.key))
}

/// The bar of a row, paler where other rows were selected by name.
fn aside(frame: &Frame, row: &Row, bar: bars::Bar) -> bars::Bar {
    let strength = if is_aside(frame, row) {
        bars::ASIDE
    } else {
        100
    };
    bars::Bar { strength, ..bar }
}

/// The touch area of a mark.
fn hit(area: Rect) -> Primitive {
    Primitive::rect(
        Role::Hit,
        MarkStyle::Solid,
        area.x,
        area.y,
        area.width,
        area.height,
    )
}

/// The role of a row's mark.
fn role(frame: &Frame, row: &Row) -> Role {
    match (&frame.series, row.series) {
        (Some(series), Some(at)) if series.values.len() > 1 => Role::Series(at.min(255) as u8),
        _ => Role::Mark,
    }
}

/// Legend keys for the series, and for marks that are not plain.
fn keys(frame: &Frame, look: &super::RenderOptions, series: bool, open: bool) -> Vec<LegendKey> {
    let mut keys = Vec::new();
    if let Some(axis) = frame
        .series
        .as_ref()
        .filter(|axis| series && axis.values.len() > 1)
    {
        for (at, (_, label)) in axis.values.iter().enumerate() {
            if frame.rows.iter().any(|row| row.series == Some(at)) {
                let role = Role::Series(at.min(255) as u8);
                keys.push(swatch(label.clone(), role, MarkStyle::Solid));
            }
        }
    }
    let mut kinds: Vec<Kind> = frame.rows.iter().filter_map(|row| row.kind).collect();
    kinds.sort();
    kinds.dedup();
    if kinds.iter().any(|kind| *kind != Kind::Actual) {
        let several = frame
            .series
            .as_ref()
            .is_some_and(|axis| axis.values.len() > 1);
        let role = if several { Role::InkSoft } else { Role::Mark };
        let hollow: Vec<Message> = kinds
            .iter()
            .filter(|kind| **kind != Kind::Actual)
            .map(|kind| kind.label())
            .collect();
        if kinds.contains(&Kind::Actual) {
            let label = look.locale.text(Kind::Actual.label());
            keys.push(swatch(label, role, MarkStyle::Solid));
        }
        for label in hollow {
            keys.push(swatch(look.locale.text(label), role, MarkStyle::Hollow));
        }
    }
    let places = || frame.rows.iter().filter_map(|row| extent_of(&row.cell));
    if open && places().any(|place| place.more) {
        keys.push(LegendKey {
            sample: Box::new(|area| bar::open_end(Role::Mark, area.x, area.y, area.height, 4.0)),
            wide: 16.0,
            label: look.locale.text(m!(ChartKeyMore)),
        });
    }
    if open && places().any(|place| place.less) {
        keys.push(swatch(
            look.locale.text(m!(ChartKeyLess)),
            Role::Mark,
            MarkStyle::Faint(40),
        ));
    }
    if open
        && frame
            .rows
            .iter()
            .any(|row| extent_of(&row.cell).is_some() && is_provisional(&row.cell))
    {
        keys.push(LegendKey {
            sample: Box::new(|area| {
                let Rect {
                    x,
                    y,
                    width,
                    height,
                } = area;
                vec![
                    Primitive::rect(Role::Mark, MarkStyle::Faint(40), x, y, width, height),
                    Primitive::rect(Role::Mark, MarkStyle::Dashed(15), x, y, width, height),
                ]
            }),
            wide: 14.0,
            label: look.locale.text(Status::Provisional.label()),
        });
    }
    keys
}

/// Legend keys for rows without a number, where there is no room for their words.
fn absent_keys(frame: &Frame, look: &super::RenderOptions) -> Vec<LegendKey> {
    let absent = || {
        frame
            .rows
            .iter()
            .filter(|row| extent_of(&row.cell).is_none())
    };
    let mut keys = Vec::new();
    if absent().any(|row| is_withheld(&row.cell)) {
        keys.push(LegendKey {
            sample: Box::new(|area| vec![super::hatch::across_rect(area, 6.0)]),
            wide: 12.0,
            label: look.locale.text(m!(ShortSuppressed)),
        });
    }
    if absent().any(|row| !is_withheld(&row.cell)) {
        keys.push(LegendKey {
            sample: Box::new(|area| {
                let y = area.y + area.height / 2.0;
                let (from, to) = (area.x + 2.0, area.x + area.width - 2.0);
                vec![Primitive::line(Role::InkSoft, 15, (from, y), (to, y))]
            }),
            wide: 12.0,
            label: look.locale.text(m!(ChartKeyAbsent)),
        });
    }
    keys
}

fn swatch(label: String, role: Role, manner: MarkStyle) -> LegendKey {
    LegendKey {
        sample: Box::new(move |area| {
            let Rect {
                x,
                y,
                width,
                height,
            } = area;
            vec![Primitive::rect(role, manner, x, y, width, height)]
        }),
        wide: 12.0,
        label,
    }
}
