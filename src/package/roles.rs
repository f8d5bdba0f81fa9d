//! Our vocabulary on fields: `docs/field-roles.md`, version 1.

use crate::value::Scheme;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The `outcomes` property of a field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldRoles {
    pub role: Option<FieldRole>,
    /// The measure that this status, error or qualifier is about.
    pub of: Option<String>,
    /// The value a dimension that cannot be added over takes when a query does not name it.
    pub default: Option<String>,
    /// Not offered as a control.
    pub hidden: bool,
    /// The values of a dimension are codes of this list.
    pub codes: Option<Scheme>,
    pub grain: Option<crate::value::Grain>,
    /// How the cells of another publisher's column name time; found by looking at them, never declared.
    #[serde(skip)]
    pub calendar: Option<crate::value::Calendar>,
    pub unit: Option<String>,
    pub adds: Option<Adds>,
    /// The measure's code, where the field is a key that is counted.
    pub name: Option<String>,
    pub over_time: Option<OverTime>,
    pub not_additive_over: Vec<String>,
    pub negative: bool,
    pub direction: Option<String>,
    pub weight: Option<String>,
    /// The measure is one percentile of a distribution.
    pub percentile: Option<PercentileRole>,
    pub markers: BTreeMap<String, Marker>,
    pub rates: Vec<RateRoles>,
}

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldRole {
    // Facts, figures, bridges.
    Dimension,
    Period,
    // Code lists.
    Label,
    Parent,
    Level,
    // Facts.
    Measure,
    Status,
    Confidentiality,
    Qualifier,
    ErrorOf,
    // Figures.
    FigureId,
    Claim,
    PartOf,
    MeasureCode,
    Kind,
    Value,
    Low,
    High,
    UnitCode,
    AsOf,
    PublishedOn,
    PeriodStart,
    PeriodEnd,
    Sense,
    Background,
    Source,
    Quote,
    Note,
    Comparison,
    ComparisonPlace,
    ComparisonReason,
    // Sources.
    Url,
    Rank,
    Publisher,
    Title,
    // Measures, definitions.
    Definition,
    Adds,
    OverTime,
    Direction,
    Order,
    NotAdditiveOver,
}

/// How a measure adds up over records of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adds {
    Sum,
    /// The records themselves are counted.
    Count,
    /// Weighted by the field named in `weight`.
    Mean,
    /// One field over another.
    Rate,
    /// Shown only at the grain published.
    #[default]
    None,
}

/// How a measure adds up over time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverTime {
    /// Adds.
    Flow,
    /// The last value stands for a span.
    Stock,
    /// The last value stands for a span; differences are flows.
    Cumulative,
    /// There is one date only.
    #[default]
    Snapshot,
}

/// Which percentile of which distribution a measure is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PercentileRole {
    /// The name that the percentiles of one distribution share.
    pub of: String,
    /// From 1 to 99.
    pub at: u8,
}

/// The meaning of a cell text that is not a number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marker {
    /// `at_least`, `more_than`, `up_to` or `less_than`, with `value`.
    pub bound: Option<String>,
    pub value: Option<f64>,
    /// A letter of SDMX `CL_OBS_STATUS`, or `not-yet-due`.
    pub status: Option<String>,
    /// A letter of SDMX `CL_CONF_STATUS`.
    pub conf: Option<String>,
    /// The declared range of a hidden value.
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// This field over another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RateRoles {
    pub name: String,
    pub title: String,
    pub denominator: String,
    pub definition: Option<String>,
}

/// A measure of a package as it can be asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureName {
    pub code: String,
    pub title: String,
    /// Its resource.
    pub resource: String,
}

/// How much of a known whole the rows of one value contain.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownShare {
    pub field: String,
    pub value: String,
    pub known: u32,
    pub of: u32,
    pub noun: String,
}

/// The view that a package opens on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DefaultView {
    pub measure: Option<String>,
    pub by: Option<String>,
    pub series: Option<String>,
    /// `bar`, `line`, `map` or `table`.
    pub view: Option<String>,
    pub filters: BTreeMap<String, Vec<String>>,
}
