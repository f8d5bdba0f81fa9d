//! Table Schema v2: fields, types, constraints, keys.

use super::FieldRoles;
use serde::{Deserialize, Serialize};

/// The shape of one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Schema {
    pub fields: Vec<Field>,
    /// Cell texts that mean "no value"; `[""]` when not given.
    pub missing_values: Option<Vec<MissingValue>>,
    pub primary_key: Option<NameList>,
    pub foreign_keys: Vec<ForeignKey>,
}

impl Schema {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub fn primary_key(&self) -> &[String] {
        self.primary_key.as_ref().map_or(&[], |words| &words.0)
    }

    /// The foreign key that consists of this one field.
    pub fn foreign_key(&self, field: &str) -> Option<&ForeignKey> {
        self.foreign_keys.iter().find(|key| key.fields.0 == [field])
    }

    /// The cell texts that mean "no value" in this field.
    pub fn missing_values<'a>(&'a self, field: &'a Field) -> Vec<&'a str> {
        match field
            .missing_values
            .as_ref()
            .or(self.missing_values.as_ref())
        {
            Some(values) => values.iter().map(MissingValue::text).collect(),
            None => vec![""],
        }
    }
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Field {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: FieldType,
    pub format: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub constraints: Constraints,
    pub missing_values: Option<Vec<MissingValue>>,
    pub true_values: Option<Vec<String>>,
    pub false_values: Option<Vec<String>>,
    pub decimal_char: Option<String>,
    pub group_char: Option<String>,
    pub bare_number: Option<bool>,
    /// Our vocabulary; `docs/field-roles.md`.
    pub outcomes: FieldRoles,
    /// How the numbers of an imported column are written.
    #[serde(skip)]
    pub style: Option<super::NumberNotation>,
}

impl Field {
    /// The title for readers; the name where the package gives none.
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }
}

/// The types of Table Schema v2 that a text cell can be checked against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    #[default]
    Any,
    String,
    Integer,
    Number,
    Boolean,
    Date,
    Datetime,
    Time,
    Year,
    Yearmonth,
    Duration,
    Object,
    Array,
    List,
    Geopoint,
    Geojson,
}

impl FieldType {
    pub fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }
}

/// A cell text that means "no value": a plain text, or (v2) a text with a label.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum MissingValue {
    Text(String),
    Labelled {
        value: String,
        label: Option<String>,
    },
}

impl MissingValue {
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Labelled { value: text, .. } => text,
        }
    }
}

/// What Table Schema demands of each cell beyond its type.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Constraints {
    pub required: bool,
    pub unique: bool,
    #[serde(rename = "enum")]
    pub allowed: Option<Vec<serde_json::Value>>,
    pub minimum: Option<serde_json::Value>,
    pub maximum: Option<serde_json::Value>,
    pub exclusive_minimum: Option<serde_json::Value>,
    pub exclusive_maximum: Option<serde_json::Value>,
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<String>,
}

/// One name, or a list of names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "OneOrMany", into = "Vec<String>")]
pub struct NameList(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrMany> for NameList {
    fn from(words: OneOrMany) -> Self {
        match words {
            OneOrMany::One(word) => Self(vec![word]),
            OneOrMany::Many(words) => Self(words),
        }
    }
}

impl From<NameList> for Vec<String> {
    fn from(words: NameList) -> Self {
        words.0
    }
}

/// These fields hold keys of another table (or, with an empty resource name, of this one).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ForeignKey {
    pub fields: NameList,
    pub reference: Reference,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    #[serde(default)]
    pub resource: String,
    pub fields: NameList,
}

/// How the text is cut into cells, where it is not plain RFC 4180.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Dialect {
    pub delimiter: String,
    pub quote_char: String,
    pub double_quote: bool,
    pub skip_initial_space: bool,
    pub header: bool,
    pub comment_char: Option<String>,
    pub escape_char: Option<String>,
    pub line_terminator: Option<String>,
    /// A cell text that means "no value", besides the missing values of the schema.
    pub null_sequence: Option<String>,
    /// The rows of the heading, counted from 1, and what joins them.
    pub header_rows: Option<Vec<u64>>,
    pub header_join: Option<String>,
    /// Rows that are comments, counted from 1.
    pub comment_rows: Option<Vec<u64>>,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            delimiter: ",".to_owned(),
            quote_char: "\"".to_owned(),
            double_quote: true,
            skip_initial_space: false,
            header: true,
            comment_char: None,
            escape_char: None,
            line_terminator: None,
            null_sequence: None,
            header_rows: None,
            header_join: None,
            comment_rows: None,
        }
    }
}
