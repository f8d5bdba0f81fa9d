//! What the dashboard of a package shows: the property `outcomes.dashboard` of its manifest
//! (`docs/field-roles.md`).

use crate::value::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The dashboard that a package declares.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DashboardPlan {
    /// A measure whose table the filters select from, such as `awards`.
    pub records: String,
    /// The field that names who holds a record: published figures name the same holder.
    pub holder: String,
    /// The fields that can be filtered by, in order.
    pub filters: Vec<String>,
    pub tiles: Vec<TilePlan>,
    pub panels: Vec<PanelPlan>,
    /// The table of holders; its columns in order.
    pub columns: Vec<ColumnPlan>,
}

/// One number at the top of the dashboard.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TilePlan {
    pub id: String,
    pub title: String,
    /// Codes of measures. The first is the one that is added up where `adds` is set; several are
    /// listed side by side.
    pub measures: Vec<String>,
    /// Only figures of this kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Published claims about the whole, strongest first: shown while nothing is filtered.
    pub claims: Vec<String>,
    /// Published goals for the same thing.
    pub goals: Vec<String>,
    /// Whether the results of several holders may be added up.
    pub adds: bool,
    /// Further measures of the records, such as dollars, shown below as totals of whole records.
    pub also: Vec<String>,
}

/// One chart of the dashboard.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelPlan {
    pub id: String,
    /// Replaces the title made from the answer.
    pub title: String,
    /// The package that is asked; absent for the dashboard's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// The queries that are tried in order: the first whose conditions hold is asked.
    pub queries: Vec<PanelQuery>,
    /// Field of a filter → field of the panel's own table. Absent: fields of the same name. A filter
    /// without a field does not change the panel, which says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<BTreeMap<String, String>>,
    /// The panel shows the figures of the holders whose records are selected.
    pub by_holder: bool,
    /// Values of a field of the selected records that choose values of a field of the panel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mapping: Option<PanelMapping>,
    /// Whether the panel takes a whole row of the grid.
    pub wide: bool,
    /// What a reader must know about this panel besides what its chart says.
    pub note: String,
}

/// One of the queries of a panel.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelQuery {
    /// Filters that must be set for this query.
    #[serde(rename = "if")]
    pub filtered: Vec<String>,
    /// The query as in an address.
    pub query: String,
}

/// A mapping table from one code list to another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelMapping {
    /// The field of the dashboard's own records, such as `industry_id`.
    pub from: String,
    /// The field of the panel's table, such as `occupation_code`.
    pub to: String,
    /// The table of the dashboard's own package that holds both.
    pub by: String,
}

/// One column of the table of holders.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnPlan {
    pub title: String,
    /// The codes that are looked up for each holder: the first with a value is shown.
    pub measures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// A field of the records instead of a measure: its values are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}
