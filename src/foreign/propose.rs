//! The reading that a column gets by itself.
//!
//! Where a column could be several things, the one that can do least harm is taken: a number that is not
//! plainly a count or an amount is shown as it stands, never added up.

use super::periods::Timing;
use super::reading::Reading;
use super::sketch::Sketch;
use crate::locale::Message;
use crate::m;
use crate::package::{FieldType, Resource};
use crate::value::Scheme;
use serde::{Deserialize, Serialize};

/// A break-down into more groups than this is a list of names, which no chart shows.
const MOST_GROUPS: usize = 1500;
/// A table this short may have a row for each of its names.
const SHORT: usize = 200;
/// Whole numbers with so few different values are marks of a group rather than amounts.
const FEW: usize = 12;

/// Why a column is read as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The cells are codes of a list.
    Codes,
    /// The cells are periods.
    Period,
    /// So many different words.
    Words { count: usize },
    /// Too many different words, or a different one in nearly every row.
    TooMany { count: usize },
    /// Its name is of counts or amounts, which add up.
    CountByName { word: String },
    /// Its name is of rates, prices or means, which do not add up.
    NoSumByName { word: String },
    /// Nothing says whether the numbers may be added up.
    NothingSaid,
    /// A whole stands among the parts, so that a sum would count twice.
    WholeAmongParts { whole: String },
    /// Its name is of identifiers.
    Identifier { word: String },
    /// Degrees of latitude or longitude.
    Coordinates,
    /// The cells fit several readings as time, and nothing in the file chooses one.
    PeriodUnclear {
        example: String,
        readings: Vec<Reading>,
    },
    /// The cells are periods of sorts that have no common order.
    PeriodMixed { example: String },
    /// Its numbers may not be added over a time that could not be put in order.
    TimeUnclear,
    /// Days that are not written `2024-03-09`.
    OtherDates { example: String },
    /// No cell has a value.
    Empty,
    /// The reader said so.
    Chosen,
}

impl Why {
    pub fn message(&self) -> Message {
        match self {
            Self::Codes => m!(WhyCodes),
            Self::Period => m!(WhyPeriod),
            Self::Words { count } => m!(WhyWords, count = *count),
            Self::TooMany { count } => m!(WhyTooMany, count = *count),
            Self::CountByName { word } => m!(WhyCount, word = word),
            Self::NoSumByName { word } => m!(WhyNoSum, word = word),
            Self::NothingSaid => m!(WhyNothingSaid),
            Self::WholeAmongParts { whole } => m!(WhyWhole, whole = whole),
            Self::Identifier { word } => m!(WhyIdentifier, word = word),
            Self::Coordinates => m!(WhyCoordinates),
            Self::PeriodUnclear { example, readings } => {
                m!(WhyPeriodUnclear, example = example, count = readings.len())
            }
            Self::TimeUnclear => m!(WhyTimeUnclear),
            Self::PeriodMixed { example } => m!(WhyPeriodMixed, example = example),
            Self::OtherDates { example } => m!(WhyOtherDates, example = example),
            Self::Empty => m!(WhyEmpty),
            Self::Chosen => m!(WhyChosen),
        }
    }
}

/// A reading and its reason.
pub struct Proposed {
    pub reading: Reading,
    pub why: Why,
}

fn reads(reading: Reading, why: Why) -> Proposed {
    Proposed { reading, why }
}

/// Proposes a reading for every column of a table.
pub fn propose(resource: &Resource, sketches: &[Sketch]) -> Vec<Proposed> {
    let timings: Vec<Timing> = sketches
        .iter()
        .map(|sketch| timing(resource, sketch))
        .collect();
    let mut proposed: Vec<Proposed> = sketches
        .iter()
        .zip(&timings)
        .map(|(sketch, timing)| {
            let declared = resource.schema.field(&sketch.name);
            let declared = declared.map_or(FieldType::Any, |field| field.kind);
            one(sketch, declared, timing)
        })
        .collect();
    let groups = || sketches.iter().zip(&timings).zip(&proposed);
    let whole = groups().find_map(|((sketch, timing), proposed)| {
        let is_group = matches!(proposed.reading, Reading::Group | Reading::Codes(_));
        // A year among its quarters is a whole among its parts.
        let whole = match timing {
            Timing::Mixed { whole, .. } => whole.clone(),
            // So is the mean of a year among its months.
            Timing::OfYear { mean } => mean.clone(),
            _ => sketch.whole.clone(),
        };
        whole.filter(|_| is_group)
    });
    let has_time = proposed
        .iter()
        .any(|column| column.reading.grain().is_some());
    // Nothing may be added over a time that could not be put in order.
    let has_lost_time = proposed.iter().any(|column| {
        matches!(
            column.why,
            Why::PeriodUnclear { .. } | Why::PeriodMixed { .. } | Why::OtherDates { .. }
        )
    });
    for column in &mut proposed {
        if !matches!(column.reading, Reading::Sum | Reading::Stock) {
            continue;
        }
        if let Some(whole) = &whole {
            *column = reads(
                Reading::Value,
                Why::WholeAmongParts {
                    whole: whole.clone(),
                },
            );
        } else if column.reading == Reading::Stock && has_lost_time {
            *column = reads(Reading::Value, Why::TimeUnclear);
        } else if !has_time {
            column.reading = Reading::Sum;
        }
    }
    proposed
}

/// What a column is as time.
fn timing(resource: &Resource, sketch: &Sketch) -> Timing {
    let words = words_of(&sketch.name);
    let is_amount = words
        .iter()
        .any(|word| FLOWS.contains(&word.as_str()) || STOCKS.contains(&word.as_str()));
    let field = resource.schema.field(&sketch.name);
    let declared = field.map_or(FieldType::Any, |field| field.kind);
    let format = field.and_then(|field| field.format.as_deref());
    sketch.periods.decide(&words, is_amount, declared, format)
}

fn one(sketch: &Sketch, declared: FieldType, timing: &Timing) -> Proposed {
    let words = words_of(&sketch.name);
    let named = |list: &[&str]| {
        let known = words.iter().find(|word| list.contains(&word.as_str()));
        known.cloned()
    };
    if sketch.filled == 0 {
        return reads(Reading::Leave, Why::Empty);
    }
    if let Some(scheme) = scheme(sketch, &|list| named(list).is_some()) {
        return reads(Reading::Codes(scheme), Why::Codes);
    }
    match timing {
        Timing::Is(calendar) => return reads(Reading::of(*calendar), Why::Period),
        Timing::Unclear { example, readings } => {
            let example = example.clone();
            let readings = readings.clone();
            return reads(Reading::Leave, Why::PeriodUnclear { example, readings });
        }
        Timing::Mixed { example, .. } => {
            let example = example.clone();
            return reads(text(sketch).reading, Why::PeriodMixed { example });
        }
        Timing::OfYear { .. } => {
            let count = sketch.distinct;
            return reads(Reading::Group, Why::Words { count });
        }
        Timing::None => {}
    }
    if named(&COORDINATES).is_some() && sketch.number.is_some() {
        return reads(Reading::Leave, Why::Coordinates);
    }
    let is_text =
        sketch.number.is_none() || declared == FieldType::String || declared == FieldType::Boolean;
    if is_text {
        return text(sketch);
    }
    number(sketch, &named)
}

fn text(sketch: &Sketch) -> Proposed {
    let count = sketch.distinct;
    if sketch.other_dates && count > FEW {
        let example = sketch.examples.first().cloned().unwrap_or_default();
        return reads(Reading::Leave, Why::OtherDates { example });
    }
    let repeats = sketch.filled >= count * 3 / 2;
    let is_short = sketch.filled <= SHORT;
    match count <= MOST_GROUPS && (repeats || is_short) {
        true => reads(Reading::Group, Why::Words { count }),
        false => reads(Reading::Leave, Why::TooMany { count }),
    }
}

fn number(sketch: &Sketch, named: &dyn Fn(&[&str]) -> Option<String>) -> Proposed {
    let count = sketch.distinct;
    if let Some(word) = named(&NOT_ADDED) {
        return reads(Reading::Value, Why::NoSumByName { word });
    }
    if let Some(word) = named(&FLOWS) {
        return reads(Reading::Sum, Why::CountByName { word });
    }
    if let Some(word) = named(&STOCKS) {
        return reads(Reading::Stock, Why::CountByName { word });
    }
    let is_few = sketch.is_whole && count <= FEW && sketch.filled >= count * 4;
    if let Some(word) = named(&IDENTIFIERS).filter(|_| sketch.is_whole) {
        return match is_few {
            true => reads(Reading::Group, Why::Words { count }),
            false => reads(Reading::Leave, Why::Identifier { word }),
        };
    }
    match is_few {
        true => reads(Reading::Group, Why::Words { count }),
        false => reads(Reading::Value, Why::NothingSaid),
    }
}

/// The list that the codes are of. Numbers are codes only where the column's name says so.
fn scheme(sketch: &Sketch, named: &dyn Fn(&[&str]) -> bool) -> Option<Scheme> {
    sketch.schemes.iter().copied().find(|scheme| match scheme {
        Scheme::StateName | Scheme::Soc => true,
        Scheme::Usps => sketch.distinct >= 5 || named(&["state", "usps", "st", "place", "area"]),
        Scheme::Fips => named(&["fips", "state", "st", "statefp"]),
        Scheme::Naics => named(&["naics", "industry", "sector"]),
    })
}

/// `MedianWage_2024 ($)` → median, wage, 2024.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for mark in name.chars() {
        let begins = mark.is_uppercase() && before.is_lowercase();
        if begins || !before.is_alphanumeric() {
            words.push(String::new());
        }
        if mark.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(mark.to_lowercase());
        }
        before = mark;
    }
    words.retain(|word| !word.is_empty());
    words
}

const COORDINATES: [&str; 7] = [
    "lat",
    "latitude",
    "lon",
    "lng",
    "long",
    "longitude",
    "elevation",
];
const IDENTIFIERS: [&str; 12] = [
    "id", "code", "key", "zip", "zipcode", "uuid", "fips", "phone", "ein", "duns", "uei", "naics",
];
/// Of what happened in a span of time.
const FLOWS: [&str; 34] = [
    "births",
    "deaths",
    "enrolled",
    "completed",
    "completions",
    "placed",
    "placements",
    "hired",
    "graduates",
    "amount",
    "revenue",
    "sales",
    "spending",
    "spent",
    "expenditure",
    "expenditures",
    "cost",
    "costs",
    "awards",
    "awarded",
    "funding",
    "grants",
    "cases",
    "events",
    "visits",
    "count",
    "number",
    "total",
    "deliveries",
    "trips",
    "units",
    "volume",
    "arrivals",
    "generation",
];
/// Of what there was at one time.
const STOCKS: [&str; 13] = [
    "population",
    "pop",
    "employment",
    "employed",
    "unemployed",
    "jobs",
    "people",
    "workers",
    "participants",
    "households",
    "apprentices",
    "establishments",
    "inventory",
];
const NOT_ADDED: [&str; 54] = [
    "rate",
    "rates",
    "percent",
    "pct",
    "percentage",
    "share",
    "ratio",
    "mean",
    "average",
    "avg",
    "median",
    "index",
    "score",
    "rank",
    "ranking",
    "price",
    "prices",
    "wage",
    "wages",
    "salary",
    "temperature",
    "temp",
    "age",
    "per",
    "speed",
    "density",
    "growth",
    "change",
    "min",
    "max",
    "low",
    "high",
    "open",
    "close",
    "trend",
    "uncertainty",
    "interpolated",
    "std",
    "se",
    "rse",
    "error",
    "p10",
    "p25",
    "p50",
    "p75",
    "p90",
    "expectancy",
    "decimal",
    "level",
    "adjusted",
    "seasonally",
    "pct10",
    "pct90",
    "income",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(words_of("MedianWage_2024 ($)"), ["median", "wage", "2024"]);
        assert_eq!(words_of("co2-ppm"), ["co2", "ppm"]);
        assert_eq!(words_of("FIPS"), ["fips"]);
        assert!(words_of("").is_empty());
    }
}
