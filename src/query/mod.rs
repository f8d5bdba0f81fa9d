//! What is wanted: one typed value that is the address, the cache key and the test fixture.

mod address;
mod author;
mod fit;
mod further;
mod meant;
mod notice;
mod offer;
mod resolve;

pub use address::{QUESTIONS, encode, list_of, parse, to_address};
pub use author::Author;
pub use meant::{meant, meant_one};
pub use notice::Notice;
pub use offer::{
    AxisKind, Dimension, MeasureRef, Measured, Offer, Standing, code_list_of,
    dimensions as dimensions_of,
};
pub use resolve::{Resolved, resolve};

use crate::foreign::Correction;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question to a package, by names. Absent parts take the package's default.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Name of a published package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Measure code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Field the rows stand for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Field of a second break-down; an empty text is none, whatever the package's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// Kind of figure, in a package of figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<crate::value::Kind>,
    /// Level of a tree dimension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
    /// Show only so many rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<u32>,
    /// Version of the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Claim beside which the rows are read: a published wage over what the work pays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// Measure that rows are set against: along the horizontal axis of a scatter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// Further measures of the same unit, in their order: they stand as series, or as the stages of a funnel.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub compare: Vec<String>,
    /// Parts are shown as shares of their whole (`unit=share`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub share: bool,
    /// Small charts have an axis of their own each (`axes=free`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub free: bool,
    /// What the author of a report says over the chart.
    #[serde(skip_serializing_if = "Author::is_silent")]
    pub author: Author,
    /// Keys of rows that are named among all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlight: Vec<String>,
    /// How columns of somebody else's package are read, where not as proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Correction>,
    /// Field → chosen values, both in the words of the file; no values are no filter, whatever the
    /// package's default.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub filters: BTreeMap<String, Vec<String>>,
}

/// How a frame is looked at.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum View {
    #[default]
    Bar,
    /// Vertical bars.
    Column,
    /// Series one after the other in one bar; with [`Query::share`] each bar is the whole.
    Stacked,
    Line,
    /// Lines with what is below them filled, stacked where there are series.
    Area,
    /// A dot for each row on a common scale.
    Dot,
    /// Two numbers of each row and the way from one to the other.
    Dumbbell,
    /// Two points in time (or two series), a line for each row.
    Slope,
    /// Every row as a dot on one line, a few by name.
    Strip,
    /// Two measures of each row, one along and one up.
    Scatter,
    /// Stages that follow one another, each with its denominator.
    Funnel,
    /// From the lowest to the highest percentile of each row.
    Range,
    /// A result against its target.
    Bullet,
    /// A small chart for each series, side by side.
    Multiples,
    Map,
    /// The map as squares of one size.
    Tiles,
    /// A table of coloured cells: rows by series.
    Heat,
    /// A table with a small line in each row.
    Spark,
    Table,
}

/// In which order rows stand.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Largest first; on a time axis, oldest first.
    #[default]
    Value,
    /// By name.
    Name,
}

impl View {
    /// Whether its rows leave open how high a plot is, so that the author of a report may say.
    pub fn has_free_height(self) -> bool {
        use View::*;
        matches!(self, Line | Area | Column | Scatter | Slope)
    }

    /// Whether the order of its rows is free; elsewhere time, a number or the map gives it.
    pub fn has_free_order(self) -> bool {
        use View::*;
        !matches!(self, Line | Area | Map | Tiles | Scatter | Strip)
    }

    pub const ALL: [Self; 19] = [
        Self::Bar,
        Self::Column,
        Self::Stacked,
        Self::Line,
        Self::Area,
        Self::Dot,
        Self::Dumbbell,
        Self::Slope,
        Self::Strip,
        Self::Scatter,
        Self::Funnel,
        Self::Range,
        Self::Bullet,
        Self::Multiples,
        Self::Map,
        Self::Tiles,
        Self::Heat,
        Self::Spark,
        Self::Table,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Column => "column",
            Self::Stacked => "stacked",
            Self::Line => "line",
            Self::Area => "area",
            Self::Dot => "dot",
            Self::Dumbbell => "dumbbell",
            Self::Slope => "slope",
            Self::Strip => "strip",
            Self::Scatter => "scatter",
            Self::Funnel => "funnel",
            Self::Range => "range",
            Self::Bullet => "bullet",
            Self::Multiples => "multiples",
            Self::Map => "map",
            Self::Tiles => "tiles",
            Self::Heat => "heat",
            Self::Spark => "spark",
            Self::Table => "table",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.as_str() == text)
    }
}

impl Sort {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Name => "name",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Value, Self::Name]
            .into_iter()
            .find(|sort| sort.as_str() == text)
    }
}
