//! The messages for the words of [`value`](crate::value): every kind, status, rank, sense, unit and
//! qualifier there is has its words here, or this file does not compile.

use super::message::{Arg, Message};
use super::money::usd;
use crate::m;
use crate::value::{Bound, Grain, Kind, Qualifier, Quantity, Rank, Sense, Status, Unit};

/// A word with a name and one sentence for a reader who meets it for the first time.
pub trait Labeled {
    /// The name, in sentence case: "Actual result".
    fn label(self) -> Message;
    /// What it means, in one or two short sentences.
    fn explanation(self) -> Message;
}

/// Writes both halves of [`Labeled`] from one list.
macro_rules! words {
    ($type:ident { $($variant:ident = $label:ident, $text:ident;)+ }) => {
        impl Labeled for $type {
            fn label(self) -> Message {
                match self { $(Self::$variant => m!($label)),+ }
            }

            fn explanation(self) -> Message {
                match self { $(Self::$variant => m!($text)),+ }
            }
        }
    };
}

words! {
    Kind {
        Actual = KindActualLabel, KindActualText;
        Target = KindTargetLabel, KindTargetText;
        Projection = KindProjectionLabel, KindProjectionText;
        Commitment = KindCommitmentLabel, KindCommitmentText;
    }
}

words! {
    Rank {
        Agency = SourceAgencyLabel, SourceAgencyText;
        Grantee = SourceGranteeLabel, SourceGranteeText;
        Funder = SourceFunderLabel, SourceFunderText;
        Press = SourcePressLabel, SourcePressText;
        Repost = SourceRepostLabel, SourceRepostText;
    }
}

words! {
    Sense {
        Starting = WageStartingLabel, WageStartingText;
        Threshold = WageThresholdLabel, WageThresholdText;
        Typical = WageTypicalLabel, WageTypicalText;
        Top = WageTopLabel, WageTopText;
        Promised = WagePromisedLabel, WagePromisedText;
    }
}

words! {
    Status {
        Break = StatusBreakLabel, StatusBreakText;
        DefinitionDiffers = StatusDefinitionDiffersLabel, StatusDefinitionDiffersText;
        Estimated = StatusEstimatedLabel, StatusEstimatedText;
        NotCollected = StatusNotCollectedLabel, StatusNotCollectedText;
        NotApplicable = StatusNotApplicableLabel, StatusNotApplicableText;
        Missing = StatusMissingLabel, StatusMissingText;
        Provisional = StatusProvisionalLabel, StatusProvisionalText;
        Suppressed = StatusSuppressedLabel, StatusSuppressedText;
        LowReliability = StatusLowReliabilityLabel, StatusLowReliabilityText;
        NotYetDue = StatusNotYetDueLabel, StatusNotYetDueText;
        SmallCount = StatusSmallCountLabel, StatusSmallCountText;
        Secondary = StatusSecondaryLabel, StatusSecondaryText;
        Partial = StatusPartialLabel, StatusPartialText;
    }
}

/// The unit in full, "U.S. dollars per hour"; `None` for a code only its package knows.
pub fn unit_long(unit: &Unit) -> Option<Message> {
    Some(match unit.as_str() {
        Unit::PEOPLE => m!(UnitPeopleLong),
        Unit::JOBS => m!(UnitJobsLong),
        Unit::AWARDS => m!(UnitAwardsLong),
        Unit::USD => m!(UnitUsdLong),
        Unit::USD_PER_HOUR => m!(UnitUsdPerHourLong),
        Unit::USD_PER_YEAR => m!(UnitUsdPerYearLong),
        Unit::USD_PER_QUARTER => m!(UnitUsdPerQuarterLong),
        Unit::SHARE => m!(UnitShareLong),
        Unit::RATIO => m!(UnitRatioLong),
        Unit::PERCENT => m!(UnitPercentLong),
        Unit::COUNT => m!(UnitCountLong),
        _ => return None,
    })
}

/// The unit for axes and table heads, "$ per hour"; `None` for a code only its package knows.
pub fn unit_short(unit: &Unit) -> Option<Message> {
    Some(match unit.as_str() {
        Unit::PEOPLE => m!(UnitPeopleShort),
        Unit::JOBS => m!(UnitJobsShort),
        Unit::AWARDS => m!(UnitAwardsShort),
        Unit::USD => m!(UnitUsdShort),
        Unit::USD_PER_HOUR => m!(UnitUsdPerHourShort),
        Unit::USD_PER_YEAR => m!(UnitUsdPerYearShort),
        Unit::USD_PER_QUARTER => m!(UnitUsdPerQuarterShort),
        Unit::SHARE => m!(UnitShareShort),
        Unit::RATIO => m!(UnitRatioShort),
        Unit::PERCENT => m!(UnitPercentShort),
        Unit::COUNT => m!(UnitCountShort),
        _ => return None,
    })
}

/// A value with its unit, "1 person", "$19.50 per hour"; the bare value for a code only its package
/// knows. Money comes as [`usd`].
pub fn unit_value(unit: &Unit, value: impl Into<Arg>) -> Message {
    let value = value.into();
    match unit.as_str() {
        Unit::PEOPLE => m!(UnitPeopleValue, value = value),
        Unit::JOBS => m!(UnitJobsValue, value = value),
        Unit::AWARDS => m!(UnitAwardsValue, value = value),
        Unit::USD => m!(UnitUsdValue, value = value),
        Unit::USD_PER_HOUR => m!(UnitUsdPerHourValue, value = value),
        Unit::USD_PER_YEAR => m!(UnitUsdPerYearValue, value = value),
        Unit::USD_PER_QUARTER => m!(UnitUsdPerQuarterValue, value = value),
        Unit::SHARE => m!(UnitShareValue, value = value),
        Unit::RATIO => m!(UnitRatioValue, value = value),
        Unit::PERCENT => m!(UnitPercentValue, value = value),
        _ => m!(UnitCountValue, value = value),
    }
}

/// A quantity in words with its unit: "more than 1,200 people", "$15 to $18 per hour". A share
/// comes as a percentage. An end of a range that is not itself included says so.
pub fn quantity(quantity: &Quantity, unit: &Unit, decimals: u8) -> Message {
    let number = |value: f64| -> Arg {
        if unit.is_money() {
            usd(value, decimals).into()
        } else {
            Arg::Number { value, decimals }
        }
    };
    if let (Qualifier::Range, Some(low), Some(high)) = (quantity.word, quantity.low, quantity.high)
    {
        let low = match low {
            Bound { open: false, at } => number(at),
            Bound { open: true, at } => m!(QualifierMoreThan, value = number(at)).into(),
        };
        let high = match high {
            Bound { open: false, at } => number(at),
            Bound { open: true, at } => m!(QualifierLessThan, value = number(at)).into(),
        };
        return unit_value(unit, m!(QualifierRange, low = low, high = high));
    }
    let value = unit_value(unit, number(quantity.anchor()));
    match quantity.word {
        Qualifier::Exact | Qualifier::Range => value,
        Qualifier::About => m!(QualifierAbout, value = value),
        Qualifier::Nearly => m!(QualifierNearly, value = value),
        Qualifier::MoreThan => m!(QualifierMoreThan, value = value),
        Qualifier::AtLeast => m!(QualifierAtLeast, value = value),
        Qualifier::UpTo => m!(QualifierUpTo, value = value),
        Qualifier::LessThan => m!(QualifierLessThan, value = value),
    }
}

/// "quarter", "fiscal year".
pub fn grain(grain: Grain) -> Message {
    match grain {
        Grain::Month => m!(GrainMonth),
        Grain::Quarter => m!(GrainQuarter),
        Grain::FiscalYear => m!(GrainFiscalYear),
        Grain::Year => m!(GrainYear),
        Grain::Date => m!(GrainDate),
    }
}

/// "by quarter", "by fiscal year".
pub fn by_grain(grain: Grain) -> Message {
    match grain {
        Grain::Month => m!(GrainByMonth),
        Grain::Quarter => m!(GrainByQuarter),
        Grain::FiscalYear => m!(GrainByFiscalYear),
        Grain::Year => m!(GrainByYear),
        Grain::Date => m!(GrainByDate),
    }
}

/// A period of that grain: "Q1 2024", "March 2025", "fiscal year 2024".
pub fn period(grain: Grain, text: &str) -> Message {
    match grain {
        Grain::FiscalYear => m!(FiscalYearValue, year = text),
        _ => m!(PeriodValue, period = Arg::Date(text.to_owned())),
    }
}
