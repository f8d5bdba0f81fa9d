//! The data of a figure, as an island carries it.

use crate::frame::Frame;
use crate::query::View;
use serde::{Deserialize, Serialize};

/// The data of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureData {
    pub frame: Frame,
    pub view: View,
    /// A heading other than the one generated from the frame.
    pub heading: Option<String>,
    /// Level of the heading: 2 or 3.
    pub level: u8,
    /// A link to the same view on Explore.
    pub explore: Option<String>,
    /// A link to the published view of this chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<String>,
    /// The notes are folded: on a page with many charts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub brief: bool,
    /// Its marks are choices: in a dashboard, where a mark filters the other panels.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_choice: bool,
    /// It is in one of two columns: its chart is laid out for the widths of a column.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_half: bool,
}
