//! The text after the end of a bar.

use super::whole::{Whole, series_name};
use crate::frame::{Cell, Frame, Row};
use crate::m;
use crate::prose;
use crate::scene::charts::place;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{LABEL, Look, RowWords, SMALLEST};
use crate::value::Unit;

/// The text after the end of a bar: its total, and the parts that the bar does not show.
pub struct End {
    pub total: String,
    /// Font weight of the total.
    pub weight: Weight,
    pub rest: String,
}

impl End {
    pub fn width(&self) -> f64 {
        let total = width(&self.total, LABEL, self.weight);
        match self.rest.is_empty() {
            true => total,
            false => total + 8.0 + width(&self.rest, SMALLEST, Weight::Regular),
        }
    }
}

pub fn end(frame: &Frame, look: &Look, whole: &Whole, words: &[RowWords], room: f64) -> End {
    let known = whole
        .parts
        .iter()
        .any(|(_, row)| place(&row.cell).is_some());
    let cell = match whole.total {
        Ok(sum) => Cell {
            quantity: Some(sum),
            ..Cell::default()
        },
        Err(why) => Cell {
            refused: Some(why),
            ..Cell::default()
        },
    };
    let total = look.locale.text(prose::short_value(&cell, &frame.measure));
    let is_unseen =
        |row: &Row| place(&row.cell).is_none_or(|place| place.at == 0.0 && place.from.is_none());
    let rest: Vec<String> = whole
        .parts
        .iter()
        .filter(|(_, row)| is_unseen(row))
        .map(|(index, row)| match series_name(frame, row) {
            Some(series) => look.locale.text(m!(
                StackedPart,
                series = series,
                value = &words[*index].short
            )),
            None => words[*index].short.clone(),
        })
        .collect();
    let (shares, rest) = (frame.query.share, rest.join(", "));
    let total = match known {
        _ if shares && frame.measure.unit.as_str() == Unit::SHARE => String::new(),
        true if shares => look.locale.text(m!(StackedOf, total = total)),
        true => total,
        false => String::new(),
    };
    let weight = match shares {
        true => Weight::Regular,
        false => Weight::Strong,
    };
    let total = shorten(&total, LABEL, weight, room * 0.4);
    let left = room * 0.55 - width(&total, LABEL, weight);
    let rest = match shares {
        true => String::new(),
        false => shorten(&rest, SMALLEST, Weight::Regular, left.max(20.0)),
    };
    End {
        total,
        weight,
        rest,
    }
}
