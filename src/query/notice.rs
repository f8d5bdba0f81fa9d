//! What of an address was not understood. The rest of it still holds.

use serde::{Deserialize, Serialize};

/// One part of an address that was left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// A key that this version does not know.
    UnknownKey { key: String },
    /// A known key with a value that is not among the words it takes.
    UnknownValue {
        key: String,
        value: String,
        near: Option<String>,
    },
    /// The package has no such measure.
    UnknownMeasure {
        measure: String,
        near: Option<String>,
    },
    /// The table of the measure has no such field.
    UnknownField {
        key: String,
        field: String,
        near: Option<String>,
    },
    /// The field has no such value.
    UnknownFilterValue {
        field: String,
        value: String,
        near: Option<String>,
    },
    /// The view cannot show this break-down: a map without places, a line without time.
    ViewDoesNotFit { view: String },
    /// The address names a package that the site does not publish.
    UnknownPackage {
        package: String,
        near: Option<String>,
    },
    /// The address names a version that the package never had.
    UnknownVersion { version: String },
}

impl Notice {
    /// The notice in a sentence.
    pub fn message(&self) -> crate::locale::Message {
        crate::m!(SubtitleOnly, part = format!("{self:?}"))
    }
}
