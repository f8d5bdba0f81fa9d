//! A published figure shown with other rows: a wage on the percentiles of what the work
//! pays.
//!
//! The package maps a wage to an occupation, with a reason; readers may choose
//! another one. This module only finds the position of a number; `prose` writes the sentence.

use super::figures::{FigureTable, claim_page};
use super::{MeasureWords, PercentileValue, Row, SourceWords};
use crate::package::FieldRole;
use crate::table::{Dataset, RowSet};
use crate::value::{Kind, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// Hours of a year of full-time work, as the Bureau of Labor Statistics counts them when it turns
/// hourly wages into annual ones.
pub const YEAR_HOURS: u32 = 2080;

/// A published figure, as published and in the unit of the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Benchmark {
    pub claim_id: String,
    /// The claim in a line.
    pub title: String,
    pub measure: MeasureWords,
    /// The claim as a row: its quantity, kind, dates and sense.
    pub row: Row,
    /// The quantity in the unit of the rows.
    pub drawn: Quantity,
    /// It was published for a year and is drawn for an hour of [`YEAR_HOURS`].
    pub is_of_year: bool,
    pub source: Option<SourceWords>,
}

/// The occupation that the package maps a published wage to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Code of the occupation.
    pub occupation: String,
    /// Code of the place; `None` for the nation.
    pub place: Option<String>,
    /// Why this occupation, in a sentence.
    pub reason: String,
}

/// The position of a number among percentiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentilePosition {
    /// Below the lowest known percentile.
    Below(u8),
    /// Equal to this percentile.
    At(u8),
    Between(u8, u8),
    /// Above the highest known percentile.
    Above(u8),
    /// The percentiles around it are not known.
    Unknown,
}

impl PercentilePosition {
    /// Where `value` lies. A percentile that is only known as "at least" gives no information
    /// above that bound.
    pub fn of(value: f64, percentiles: &[PercentileValue]) -> Self {
        let mut below: Option<u8> = None;
        for percentile in percentiles {
            let Some(known) = percentile.quantity else {
                continue;
            };
            let at = known.anchor();
            if known.is_open_ended() {
                return match below {
                    Some(low) if value < at => Self::Between(low, percentile.at),
                    None if value < at => Self::Below(percentile.at),
                    _ => Self::Unknown,
                };
            }
            if value == at {
                return Self::At(percentile.at);
            }
            if value < at {
                return below.map_or(Self::Below(percentile.at), |low| {
                    Self::Between(low, percentile.at)
                });
            }
            below = Some(percentile.at);
        }
        below.map_or(Self::Unknown, Self::Above)
    }
}

impl Benchmark {
    /// Targets, projections and commitments are drawn hollow and are not judged.
    pub fn is_result(&self) -> bool {
        self.row.kind == Some(Kind::Actual)
    }
}

/// The claim with this identifier for rows of `unit`; `None` where there is no such claim, or where
/// its unit is not that of the rows.
pub fn find_benchmark(dataset: &Dataset, claim_id: &str, unit: &Unit) -> Option<Benchmark> {
    let claim = claim_page(dataset, claim_id)?;
    let row = claim.frame.rows.into_iter().next()?;
    let published = row.cell.quantity?;
    let own = &claim.frame.measure.unit;
    let is_of_year = own.as_str() == Unit::USD_PER_YEAR && unit.as_str() == Unit::USD_PER_HOUR;
    if own != unit && !is_of_year {
        return None;
    }
    let drawn = match is_of_year {
        true => published.times(1.0 / f64::from(YEAR_HOURS)),
        false => published,
    };
    Some(Benchmark {
        claim_id: claim.claim_id,
        title: claim.title,
        measure: claim.frame.measure,
        source: claim.frame.sources.into_iter().next(),
        row,
        drawn,
        is_of_year,
    })
}

/// The occupation that the package maps a claim to; `None` where there is none.
pub fn comparison_of(dataset: &Dataset, claim_id: &str) -> Option<Comparison> {
    let figures = FigureTable::of(dataset)?;
    let rows = RowSet::all(figures.table.len);
    let is_own = |row: &usize| {
        figures.claim_id(*row) == claim_id && !figures.text(FieldRole::Comparison, *row).is_empty()
    };
    let row = rows.iter().find(is_own)?;
    let text = |role: FieldRole| figures.text(role, row).to_owned();
    Some(Comparison {
        occupation: text(FieldRole::Comparison),
        place: Some(text(FieldRole::ComparisonPlace)).filter(|place| !place.is_empty()),
        reason: text(FieldRole::ComparisonReason),
    })
}
