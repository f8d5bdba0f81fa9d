//! Sentences that compare a published figure (the benchmark) with rows of percentiles. Only results
//! get a verdict.

use super::{short_value, value};
use crate::frame::{Benchmark, Cell, Frame, MeasureWords, PercentilePosition, Row, YEAR_HOURS};
use crate::locale::{Labeled, Message};
use crate::m;
use crate::value::{Kind, Sense};

/// At most this many rows are described one by one.
const TOLD: usize = 3;

/// The label of the benchmark over the chart: its kind and its value, converted to the unit of the
/// rows where needed.
pub fn benchmark_label(beside: &Benchmark) -> Message {
    let kind = beside.row.kind.unwrap_or(Kind::Actual).label();
    let short = short_value(&beside.row.cell, &beside.measure);
    match beside.is_of_year {
        true => m!(
            BesideLabelYear,
            kind = kind,
            value = short,
            hourly = short_value(&drawn(beside), &hourly())
        ),
        false => m!(BesideLabel, kind = kind, value = short),
    }
}

/// Where the benchmark is among the percentiles of each row, and how it should be read.
pub fn benchmark_sentences(frame: &Frame) -> Vec<Message> {
    let Some(beside) = frame.beside.as_deref() else {
        return Vec::new();
    };
    let year = beside.is_of_year.then(|| {
        m!(
            BesideYear,
            value = value(&drawn(beside), &hourly()),
            hours = YEAR_HOURS
        )
    });
    if !beside.is_result() {
        let none = m!(
            BesideNone,
            title = &beside.title,
            kind = beside.row.kind.unwrap_or(Kind::Target).label()
        );
        return std::iter::once(none).chain(year).collect();
    }
    let rows = frame
        .rows
        .iter()
        .filter(|row| !row.cell.percentiles.is_empty());
    let verdicts = rows.take(TOLD).map(|row| verdict(beside, row));
    let mut sentences: Vec<Message> = verdicts.collect();
    sentences.extend(sense(frame, beside));
    sentences.extend(year);
    sentences.push(m!(
        BesideExperience,
        source = frame
            .sources
            .first()
            .map_or(frame.package.title.as_str(), |source| &source.title)
    ));
    sentences
}

fn verdict(beside: &Benchmark, row: &Row) -> Message {
    let spot = |at: f64| spot_words(PercentilePosition::of(at, &row.cell.percentiles));
    let label = &row.label;
    match (beside.drawn.low, beside.drawn.high) {
        (Some(low), Some(high)) if low.at < high.at => m!(
            BesideRange,
            label = label,
            low = spot(low.at),
            high = spot(high.at)
        ),
        (Some(low), None) => m!(BesideFloor, label = label, spot = spot(low.at)),
        (None, Some(high)) => m!(BesideCeiling, label = label, spot = spot(high.at)),
        _ => m!(BesideOne, label = label, spot = spot(beside.drawn.anchor())),
    }
}

/// The meaning of the wage as given by its source, such as starting pay.
fn sense(frame: &Frame, beside: &Benchmark) -> Option<Message> {
    let figure = beside.row.figure.as_ref()?;
    match figure.sense? {
        Sense::Starting => Some(starting(frame)),
        Sense::Threshold => Some(m!(BesideThreshold)),
        Sense::Top => Some(m!(BesideTop)),
        _ => None,
    }
}

/// Starting pay is compared with the lowest percentiles first; for a single row they are given.
fn starting(frame: &Frame) -> Message {
    let sentence = m!(BesideStarting);
    let [row] = frame.rows.as_slice() else {
        return sentence;
    };
    let of = |at: u8| row.cell.percentiles.iter().find(|known| known.at == at);
    match (of(10), of(25)) {
        (Some(low), Some(high)) => m!(
            BesideStartingOf,
            sentence = sentence,
            label = &row.label,
            low = percentile_value(low, &frame.measure),
            high = percentile_value(high, &frame.measure)
        ),
        _ => sentence,
    }
}

fn spot_words(spot: PercentilePosition) -> Message {
    match spot {
        PercentilePosition::Below(at) => m!(SpotBelow, at = at),
        PercentilePosition::At(50) => m!(SpotMedian),
        PercentilePosition::At(at) => m!(SpotAt, at = at),
        PercentilePosition::Between(50, high) => m!(SpotMedianAbove, high = high),
        PercentilePosition::Between(low, 50) => m!(SpotMedianBelow, low = low),
        PercentilePosition::Between(low, high) => m!(SpotBetween, low = low, high = high),
        PercentilePosition::Above(at) => m!(SpotAbove, at = at),
        PercentilePosition::Unknown => m!(SpotUnknown),
    }
}

fn drawn(beside: &Benchmark) -> Cell {
    Cell {
        quantity: Some(beside.drawn),
        ..Cell::default()
    }
}

fn hourly() -> MeasureWords {
    let unit = crate::value::Unit::new(crate::value::Unit::USD_PER_HOUR);
    MeasureWords {
        decimals: unit.decimals(),
        unit,
        ..MeasureWords::default()
    }
}

/// The percentiles of a row, for screen readers.
pub(super) fn percentiles(row: &Row, measure: &MeasureWords) -> Vec<Message> {
    let others = row.cell.percentiles.iter();
    others
        .filter(|known| Some(known.at) != measure.percentile)
        .map(|known| {
            m!(
                RowPercentile,
                at = known.at,
                value = percentile_value(known, measure)
            )
        })
        .collect()
}

/// One percentile as shown in a table.
pub fn percentile_value(known: &crate::frame::PercentileValue, measure: &MeasureWords) -> Message {
    let cell = Cell {
        quantity: known.quantity,
        status: known.status,
        ..Cell::default()
    };
    value(&cell, measure)
}
