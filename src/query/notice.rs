//! Parts of a URL that were ignored; the rest is used.

use crate::locale::Message;
use crate::m;
use serde::{Deserialize, Serialize};

/// One ignored part of an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// A key that this version does not know.
    UnknownKey { key: String },
    /// A known key with a value that it does not allow.
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
    /// The view cannot show this breakdown: a map without places, a line without time.
    ViewDoesNotFit { view: String },
    /// The address names a package that the site does not publish.
    UnknownPackage {
        package: String,
        near: Option<String>,
    },
    /// The address names a version that the package never had.
    UnknownVersion { version: String },
    /// The address names a benchmark (a claim to compare the rows with) that was never published.
    UnknownClaim { claim: String },
    /// The address gives a column a type that does not fit it, or names a column that does not
    /// exist.
    UnknownReading {
        table: String,
        field: String,
        reading: String,
    },
    /// The site opens only packages that it publishes.
    NoForeign,
    /// External packages are read only by `https`.
    NotSafe { address: String },
    /// The number of annotations is limited.
    TooManyRemarks { most: u32 },
    /// An annotation of a row that is not shown.
    UnknownRemark { row: String },
    /// The highlighted rows have no such key.
    UnknownHighlight { row: String, near: Option<String> },
    /// The benchmark has a different unit from the rows.
    OtherUnit { title: String },
    /// The table of the first measure has no such measure to compare it with or plot it against.
    NoFurtherMeasure {
        measure: String,
        near: Option<String>,
    },
    /// Only measures with the same unit share a scale.
    OtherScale { measure: String },
    /// A part of the query that does not apply where measures are compared.
    NotBesideCompare { key: String },
    /// Figures by date of publication have no pairs to plot against each other.
    NoPairs { measure: String },
    /// The parts do not make a total.
    NoShare,
}

impl Notice {
    /// The notice as one or two sentences.
    pub fn message(&self) -> Message {
        let notice = match self {
            Self::UnknownKey { key } => m!(NoticeUnknownKey, key = key),
            Self::UnknownValue { key, value, .. } => {
                m!(NoticeUnknownValue, key = key, value = value)
            }
            Self::UnknownMeasure { measure, .. } => m!(NoticeUnknownMeasure, measure = measure),
            Self::UnknownField { field, .. } => m!(NoticeUnknownField, field = field),
            Self::UnknownFilterValue { field, value, .. } => {
                m!(NoticeUnknownFilterValue, field = field, value = value)
            }
            Self::ViewDoesNotFit { view } => m!(NoticeViewDoesNotFit, view = view),
            Self::UnknownPackage { package, .. } => m!(NoticeUnknownPackage, package = package),
            Self::UnknownVersion { version } => m!(NoticeUnknownVersion, version = version),
            Self::UnknownClaim { claim } => m!(BesideUnknown, claim = claim),
            Self::UnknownReading {
                table,
                field,
                reading,
            } => m!(
                NoticeUnknownReading,
                table = table,
                field = field,
                reading = reading
            ),
            Self::NoForeign => m!(NoticeNoForeign),
            Self::NotSafe { address } => m!(NoticeNotSafe, address = address),
            Self::TooManyRemarks { most } => m!(NoticeTooManyRemarks, most = *most),
            Self::UnknownRemark { row } => m!(NoticeUnknownRemark, row = row),
            Self::UnknownHighlight { row, .. } => m!(NoticeUnknownHighlight, row = row),
            Self::OtherUnit { title } => m!(BesideUnit, title = title),
            Self::NoFurtherMeasure { measure, .. } => m!(NoticeNoFurther, measure = measure),
            Self::OtherScale { measure } => m!(NoticeOtherScale, measure = measure),
            Self::NotBesideCompare { key } => m!(NoticeNotBesideCompare, key = key),
            Self::NoPairs { measure } => m!(NoticeNoPairs, measure = measure),
            Self::NoShare => m!(NoticeNoShare),
        };
        match self.near() {
            Some(near) => m!(NoticeDidYouMean, notice = notice, near = near),
            None => notice,
        }
    }

    /// The word that was probably meant.
    fn near(&self) -> Option<&String> {
        match self {
            Self::UnknownValue { near, .. }
            | Self::UnknownMeasure { near, .. }
            | Self::UnknownField { near, .. }
            | Self::UnknownFilterValue { near, .. }
            | Self::UnknownPackage { near, .. }
            | Self::UnknownHighlight { near, .. }
            | Self::NoFurtherMeasure { near, .. } => near.as_ref(),
            Self::UnknownKey { .. }
            | Self::ViewDoesNotFit { .. }
            | Self::UnknownVersion { .. }
            | Self::UnknownClaim { .. }
            | Self::UnknownReading { .. }
            | Self::NoForeign
            | Self::NotSafe { .. }
            | Self::TooManyRemarks { .. }
            | Self::UnknownRemark { .. }
            | Self::OtherUnit { .. }
            | Self::OtherScale { .. }
            | Self::NotBesideCompare { .. }
            | Self::NoPairs { .. }
            | Self::NoShare => None,
        }
    }
}
