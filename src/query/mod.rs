//! The question: one typed value that is the address, the cache key and the test fixture.

mod address;
mod author;
mod decode;
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

/// A question to a package, by names. Missing parts take the package's default.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Name of a published package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// Measure code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// The field that rows represent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The field of a second breakdown; an empty text means none, whatever the package's default.
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
    /// Maximum number of rows to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<u32>,
    /// Version of the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Benchmark: the claim with which rows are compared, such as a published wage over local
    /// wages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The measure on the horizontal axis of a scatter plot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// Further measures with the same unit, in order: they become series, or the stages of a
    /// funnel.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub compare: Vec<String>,
    /// Show parts as shares of their total (`unit=share`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub share: bool,
    /// Each small multiple has its own axis (`axes=free`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub free: bool,
    /// What the author of a report adds to the chart.
    #[serde(skip_serializing_if = "Author::is_silent")]
    pub author: Author,
    /// Keys of selected rows, which are named among all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub highlight: Vec<String>,
    /// Corrections of how columns of external data are read, where the proposal is wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Correction>,
    /// Field → selected values, both as in the file; an empty list means no filter, whatever the
    /// package's default.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub filters: BTreeMap<String, Vec<String>>,
}

/// The chart type of a frame, or a table.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum View {
    #[default]
    Bar,
    /// Vertical bars.
    Column,
    /// Series one after the other in one bar; with [`Query::share`] each bar is the total.
    Stacked,
    Line,
    /// Lines with the area below them filled, stacked where there are series.
    Area,
    /// A dot for each row on a common scale.
    Dot,
    /// Two numbers per row and the line from one to the other.
    Dumbbell,
    /// Two points in time (or two series), one line per row.
    Slope,
    /// Every row as a dot on one line, a few of them named.
    Strip,
    /// Two measures per row, one horizontal and one vertical.
    Scatter,
    /// Successive stages, each with its denominator.
    Funnel,
    /// From the lowest to the highest percentile of each row.
    Range,
    /// A result against its target.
    Bullet,
    /// A small chart for each series, side by side.
    Multiples,
    Map,
    /// The map as squares of equal size.
    Tiles,
    /// A table of shaded cells: rows by series.
    Heat,
    /// A table with a sparkline in each row.
    Spark,
    Table,
}

/// The order of rows.
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
    /// Whether the rows leave the height of the plot open, so that the author of a report may set
    /// it.
    pub fn has_free_height(self) -> bool {
        use View::*;
        matches!(self, Line | Area | Column | Scatter | Slope)
    }

    /// Whether the order of rows can be chosen; in other views it is given by time, a number or the
    /// map.
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
