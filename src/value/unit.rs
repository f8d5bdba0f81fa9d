//! What a number counts.

use serde::{Deserialize, Serialize};

/// A unit code of a package. Codes known to this crate have their own messages; any other code is
/// shown by the title that its package gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(pub String);

impl Unit {
    pub const PEOPLE: &'static str = "people";
    pub const JOBS: &'static str = "jobs";
    pub const AWARDS: &'static str = "awards";
    pub const USD: &'static str = "usd";
    pub const USD_PER_HOUR: &'static str = "usd_per_hour";
    pub const USD_PER_YEAR: &'static str = "usd_per_year";
    pub const USD_PER_QUARTER: &'static str = "usd_per_quarter";
    pub const SHARE: &'static str = "share";
    pub const RATIO: &'static str = "ratio";
    pub const PERCENT: &'static str = "percent";
    pub const COUNT: &'static str = "count";

    pub fn new(code: &str) -> Self {
        Self(code.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Money per any period.
    pub fn is_money(&self) -> bool {
        self.0.starts_with("usd")
    }

    /// A count of whole things.
    pub fn is_count(&self) -> bool {
        matches!(
            self.as_str(),
            Self::PEOPLE | Self::JOBS | Self::AWARDS | Self::COUNT
        )
    }

    /// The number of decimals for values of this unit, where the file gives no better hint.
    pub fn decimals(&self) -> u8 {
        match self.as_str() {
            Self::USD_PER_HOUR => 2,
            Self::RATIO => 1,
            _ => 0,
        }
    }
}
