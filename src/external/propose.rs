//! The reading that a column gets by itself.
//!
//! Where a column could be several things, the one that can do least harm is taken: a number that is not
//! plainly a count or an amount is shown as it stands, never added up.

use super::column_profile::ColumnProfile;
use super::evidence::{Decided, TwoReadings};
use super::heading::words_of;
use super::heading_words::{
    COORDINATES, FLOWS, NOT_ADDED, STOCKS, WITHHELD, names_beginning, names_cohort, names_counts,
    names_quotient, names_running, names_scale, names_time, names_wait,
};
use super::identifiers::{counter, identifier};
use super::periods::Timing;
use super::reading::{Reading, ReadingOverride};
use super::row_kinds::{names_kind, names_value};
use super::year_parts;
use crate::locale::Message;
use crate::m;
use crate::package::{FieldType, Resource, Sign};
use crate::value::{Calendar, Scheme, without_mark};
use serde::{Deserialize, Serialize};

/// A break-down into more groups than this is a list of names, which no chart shows.
const MOST_GROUPS: usize = 1500;
/// A table this short may have a row for each of its names.
const SHORT: usize = 200;
/// Whole numbers with so few different values are marks of a group rather than amounts.
const FEW: usize = 12;

/// Numbered years, weeks or waves are no more than these.
const MOST_TIMES: usize = 100;
/// A column of levels or units has no more different words than this.
const SORTS: usize = 30;

/// Why a column is read as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The cells are codes of a list.
    Codes,
    /// The cells are periods.
    Period,
    /// So many different words.
    Words { count: usize },
    /// Too many different words, or a different one in nearly every row.
    TooMany { count: usize },
    /// Its name is of counts or amounts, which add up.
    CountByName { word: String },
    /// Its name is of rates, prices or means, which do not add up.
    NoSumByName { word: String },
    /// Nothing says whether the numbers may be added up.
    NothingSaid,
    /// Its cells can be read in two ways. The answers stand for the end of an address.
    TwoReadings {
        two: TwoReadings,
        address: [String; 2],
    },
    /// Its marks say which rows are withheld.
    Withheld { marks: Vec<String> },
    /// Its cells have different units.
    MixedUnits,
    /// Each row names what its value is of, so that values of different rows do not add up.
    ByIndicator { indicator: String },
    /// Rows agree in every column that is no number, and may be repeated.
    Repeats { rows: usize, lines: Vec<u32> },
    /// A whole is among the parts, so that a sum would count twice.
    WholeAmongParts { whole: String },
    /// A row of another column may be a whole, and the visitor has not answered yet.
    MaybeWhole { column: String },
    /// Its name is of identifiers.
    Identifier { word: String },
    /// Degrees of latitude or longitude.
    Coordinates,
    /// The cells fit several readings as time, and nothing in the file chooses one.
    PeriodUnclear {
        example: String,
        readings: Vec<Reading>,
    },
    /// The cells are periods of sorts that have no common order.
    PeriodMixed { example: String },
    /// Its numbers may not be added over a time that could not be put in order.
    TimeUnclear,
    /// Days that are not written `2024-03-09`.
    OtherDates { example: String },
    /// Columns named by periods or places are read as columns, or could be.
    OverColumns { columns: Vec<String> },
    /// No cell has a value.
    Empty,
    /// The reader said so.
    Chosen,
}

impl Why {
    pub fn message(&self) -> Message {
        match self {
            Self::Codes => m!(WhyCodes),
            Self::Period => m!(WhyPeriod),
            Self::Words { count } => m!(WhyWords, count = *count),
            Self::TooMany { count } => m!(WhyTooMany, count = *count),
            Self::CountByName { word } => m!(WhyCount, word = word),
            Self::NoSumByName { word } => m!(WhyNoSum, word = word),
            Self::NothingSaid => m!(WhyNothingSaid),
            Self::TwoReadings { two, address } => m!(
                WhyTwoReadings,
                cell = &two.cell,
                first = &two.first,
                second = &two.second,
                one = &address[0],
                other = &address[1]
            ),
            Self::Withheld { marks } => {
                let marks = marks
                    .iter()
                    .map(|mark| m!(ProblemQuoted, text = mark).into());
                m!(
                    WhyWithheld,
                    marks = crate::locale::Arg::List(marks.collect())
                )
            }
            Self::MixedUnits => m!(WhyMixedUnits),
            Self::ByIndicator { indicator } => m!(WhyByIndicator, indicator = indicator),
            Self::Repeats { rows, lines } => {
                let lines = lines
                    .iter()
                    .take(8)
                    .map(|line| line.to_string().as_str().into());
                let lines = crate::locale::Arg::List(lines.collect());
                m!(WhyRepeats, rows = *rows, lines = lines)
            }
            Self::WholeAmongParts { whole } => m!(WhyWhole, whole = whole),
            Self::MaybeWhole { column } => m!(WhyMaybeWhole, column = column),
            Self::Identifier { word } => m!(WhyIdentifier, word = word),
            Self::Coordinates => m!(WhyCoordinates),
            Self::PeriodUnclear { example, readings } => {
                m!(WhyPeriodUnclear, example = example, count = readings.len())
            }
            Self::TimeUnclear => m!(WhyTimeUnclear),
            Self::PeriodMixed { example } => m!(WhyPeriodMixed, example = example),
            Self::OtherDates { example } => m!(WhyOtherDates, example = example),
            Self::OverColumns { columns } => {
                m!(WhyOverColumns, count = columns.len())
            }
            Self::Empty => m!(WhyEmpty),
            Self::Chosen => m!(WhyChosen),
        }
    }
}

/// A reading and its reason.
pub struct Proposed {
    pub reading: Reading,
    pub why: Why,
}

fn reads(reading: Reading, why: Why) -> Proposed {
    Proposed { reading, why }
}

/// Proposes a reading for every column of a table.
pub fn propose(
    resource: &Resource,
    sketches: &[ColumnProfile],
    decided: &[Decided],
) -> Vec<Proposed> {
    let timings: Vec<Timing> = sketches
        .iter()
        .map(|sketch| timing(resource, sketch))
        .collect();
    let columns = sketches.iter().zip(decided).zip(&timings);
    let mut proposed: Vec<Proposed> = columns
        .map(|((sketch, decided), timing)| {
            let declared = resource.schema.field(&sketch.name);
            let declared = declared.map_or(FieldType::Any, |field| field.kind);
            one(sketch, declared, (decided, timing), &resource.name)
        })
        .collect();
    let groups = || timings.iter().zip(&proposed);
    // A year among its quarters is a whole among its parts; so is the mean of a year among its months.
    let whole = groups().find_map(|(timing, proposed)| {
        let is_group = matches!(proposed.reading, Reading::Group | Reading::Codes(_));
        let whole = match timing {
            Timing::Mixed { whole, .. } => whole.clone(),
            Timing::OfYear { mean } => mean.clone(),
            _ => None,
        };
        whole.filter(|_| is_group)
    });
    for (sketch, column) in sketches.iter().zip(&mut proposed) {
        if column.reading == Reading::Sum && is_running_beside(&sketch.name, sketches) {
            column.reading = Reading::Stock;
        }
    }
    let is_time = |(sketch, column): (&ColumnProfile, &Proposed)| match column.reading {
        Reading::Group => year_parts::is_time(sketch),
        reading => reading.grain().is_some(),
    };
    let has_time = sketches.iter().zip(&proposed).any(is_time);
    // Nothing may be added over a time that could not be put in order.
    let has_lost_time = proposed.iter().any(|column| {
        matches!(
            column.why,
            Why::PeriodUnclear { .. } | Why::PeriodMixed { .. } | Why::OtherDates { .. }
        )
    });
    // Two versions of one value are no parts.
    let has_versions = timings.iter().any(
        |timing| matches!(timing, Timing::Mixed { example, .. } if without_mark(example).is_some()),
    );
    for column in &mut proposed {
        if !matches!(column.reading, Reading::Sum | Reading::Stock) {
            continue;
        }
        if let Some(whole) = &whole {
            *column = reads(
                Reading::Value,
                Why::WholeAmongParts {
                    whole: whole.clone(),
                },
            );
        } else if has_versions || column.reading == Reading::Stock && has_lost_time {
            *column = reads(Reading::Value, Why::TimeUnclear);
        } else if column.reading == Reading::Stock && !has_time {
            column.reading = Reading::Sum;
        }
    }
    proposed
}

/// Whether a heading is of all that there was so far, since another is of what is new: `total_cases` beside `new_cases`.
fn is_running_beside(name: &str, sketches: &[ColumnProfile]) -> bool {
    let words = words_of(name);
    let Some(rest) = words.strip_prefix(&["total".to_owned()]) else {
        return false;
    };
    let is_new = |sketch: &ColumnProfile| {
        let others = words_of(&sketch.name);
        let first = others.first().map_or("", String::as_str);
        ["new", "daily", "weekly"].contains(&first) && others[1..] == *rest
    };
    !rest.is_empty() && sketches.iter().any(is_new)
}

/// What a column is as time.
fn timing(resource: &Resource, sketch: &ColumnProfile) -> Timing {
    let words = words_of(&sketch.name);
    let is_amount = words
        .iter()
        .any(|word| FLOWS.contains(&word.as_str()) || STOCKS.contains(&word.as_str()))
        && !names_time(&words);
    let field = resource.schema.field(&sketch.name);
    let declared = field.map_or(FieldType::Any, |field| field.kind);
    let format = field.and_then(|field| field.format.as_deref());
    sketch.periods.decide(&words, is_amount, declared, format)
}

fn one(
    sketch: &ColumnProfile,
    declared: FieldType,
    (decided, timing): (&Decided, &Timing),
    table: &str,
) -> Proposed {
    let words = words_of(&sketch.name);
    let named = |list: &[&str]| {
        let known = words.iter().find(|word| list.contains(&word.as_str()));
        known.cloned()
    };
    if let Some(marks) = withheld(sketch, &named) {
        return reads(Reading::Withheld, Why::Withheld { marks });
    }
    if sketch.filled == 0 {
        return reads(Reading::Leave, Why::Empty);
    }
    let says_sort = names_kind(&sketch.name);
    if says_sort && sketch.distinct <= SORTS && sketch.distinct * 2 <= sketch.filled + 1 {
        let count = sketch.distinct;
        return reads(Reading::Group, Why::Words { count });
    }
    if let Some(word) = counter(sketch, &words) {
        return reads(Reading::Leave, Why::Identifier { word });
    }
    if year_parts::is_numbered(sketch) {
        let count = sketch.distinct;
        return reads(Reading::Group, Why::Words { count });
    }
    if let Some(scheme) = scheme(sketch, &words) {
        return reads(Reading::Codes(scheme), Why::Codes);
    }
    match timing {
        // Years in which programs were founded or people began do not follow each other as those of a series do.
        Timing::Is(Calendar::Years) if names_beginning(&words) => {
            let count = sketch.distinct;
            return reads(Reading::Group, Why::Words { count });
        }
        Timing::Is(calendar) => return reads(Reading::of(*calendar), Why::Period),
        Timing::Unclear { example, readings } => {
            let example = example.clone();
            let readings = readings.clone();
            return reads(Reading::Leave, Why::PeriodUnclear { example, readings });
        }
        Timing::Mixed { example, .. } => {
            let example = example.clone();
            return reads(text(sketch).reading, Why::PeriodMixed { example });
        }
        Timing::OfYear { .. } => {
            let count = sketch.distinct;
            return reads(Reading::Group, Why::Words { count });
        }
        Timing::None => {}
    }
    if named(COORDINATES).is_some() && sketch.is_number {
        return reads(Reading::Leave, Why::Coordinates);
    }
    let is_text =
        !sketch.is_number || declared == FieldType::String || declared == FieldType::Boolean;
    if is_text {
        return text(sketch);
    }
    if let Some(two) = &decided.doubt {
        let address = two.hints.map(|hint| {
            let answer = ReadingOverride {
                table: table.to_owned(),
                field: sketch.name.clone(),
                reading: Reading::Auto,
                hints: vec![hint],
            };
            answer.in_address(crate::external::encode)
        });
        let two = two.clone();
        return reads(Reading::Leave, Why::TwoReadings { two, address });
    }
    if decided.mixed {
        return reads(Reading::Value, Why::MixedUnits);
    }
    number(sketch, decided, &words, &named)
}

/// The marks of a column that says which rows are withheld.
fn withheld(
    sketch: &ColumnProfile,
    named: &dyn Fn(&[&str]) -> Option<String>,
) -> Option<Vec<String>> {
    named(WITHHELD)?;
    if !sketch.may_be_marks() || sketch.tally.numbers > 0 {
        return None;
    }
    let marks = withheld_marks(&sketch.tally_words());
    (!marks.is_empty()).then_some(marks)
}

/// Which words of a column of marks say that a row is withheld: all but those that say that it is not.
pub fn withheld_marks(words: &[String]) -> Vec<String> {
    let has_yes = words
        .iter()
        .any(|word| ["y", "yes", "true"].contains(&word.to_lowercase().as_str()));
    let is_mark = |word: &&String| {
        let lower = word.to_lowercase();
        let says_no =
            ["f", "no", "false", "disclosed", "public", "ok", "a"].contains(&lower.as_str());
        !(says_no || lower.is_empty() || has_yes && lower == "n")
    };
    words.iter().filter(is_mark).cloned().collect()
}

fn text(sketch: &ColumnProfile) -> Proposed {
    let count = sketch.distinct;
    if sketch.other_dates && count > FEW {
        let example = sketch.examples.first().cloned().unwrap_or_default();
        return reads(Reading::Leave, Why::OtherDates { example });
    }
    let repeats = sketch.filled >= count * 3 / 2;
    let is_short = sketch.filled <= SHORT;
    match count <= MOST_GROUPS && (repeats || is_short) {
        true => reads(Reading::Group, Why::Words { count }),
        false => reads(Reading::Leave, Why::TooMany { count }),
    }
}

fn number(
    sketch: &ColumnProfile,
    decided: &Decided,
    words: &[String],
    named: &dyn Fn(&[&str]) -> Option<String>,
) -> Proposed {
    let count = sketch.distinct;
    let is_whole = sketch.tally.is_whole(&decided.style);
    let is_few =
        is_whole && count <= FEW && sketch.filled >= count * 4 && !names_value(&sketch.name);
    if let Some(word) = identifier(sketch, is_whole, words) {
        return match is_few {
            true => reads(Reading::Group, Why::Words { count }),
            false => reads(Reading::Leave, Why::Identifier { word }),
        };
    }
    if decided.sign == Sign::Percent {
        let word = "%".to_owned();
        return reads(Reading::Value, Why::NoSumByName { word });
    }
    if let Some(word) = names_quotient(&sketch.name).map(str::to_owned) {
        return reads(Reading::Value, Why::NoSumByName { word });
    }
    if let Some(word) = named(NOT_ADDED) {
        return reads(Reading::Value, Why::NoSumByName { word });
    }
    if names_wait(words) {
        let word = words.join(" ");
        return reads(Reading::Value, Why::NoSumByName { word });
    }
    if names_running(words) && named(FLOWS).or(named(STOCKS)).is_some() {
        let word = words.join(" ");
        return reads(Reading::Stock, Why::CountByName { word });
    }
    // “Completion” of 0.75 or 75.5 may be a rate, unless its decimal mark was in question.
    let is_small = !is_whole && sketch.tally.greatest <= 100.0 && decided.asks.is_empty();
    if is_small && names_counts(&sketch.name) && !names_scale(&sketch.name) {
        return reads(Reading::Value, Why::NothingSaid);
    }
    if let Some(word) = named(FLOWS) {
        return reads(Reading::Sum, Why::CountByName { word });
    }
    if let Some(word) = named(STOCKS) {
        return reads(Reading::Stock, Why::CountByName { word });
    }
    let is_year = sketch.tally.lowest >= 1900.0 && sketch.tally.greatest <= 2100.0;
    let is_cohort = is_whole && is_year && names_cohort(words);
    let is_time = is_whole && count <= MOST_TIMES && year_parts::names_times(words);
    match is_few || sketch.tally.leading_zero || is_cohort || is_time {
        true => reads(Reading::Group, Why::Words { count }),
        false => reads(Reading::Value, Why::NothingSaid),
    }
}

/// The list that the codes are of. A heading alone makes no codes: every word of it must be of the list's own words,
/// so that a rank of states or a count of industries stays a number, and the cells must have the width of codes.
fn scheme(sketch: &ColumnProfile, words: &[String]) -> Option<Scheme> {
    const PLACE: [&str; 18] = [
        "state",
        "states",
        "st",
        "fips",
        "statefp",
        "stfips",
        "geofips",
        "geoid",
        "geo",
        "area",
        "code",
        "codes",
        "id",
        "usps",
        "place",
        "abbreviation",
        "abbr",
        "postal",
    ];
    const INDUSTRY: [&str; 16] = [
        "naics", "naics2", "naics3", "naics4", "naics6", "industry", "sector", "code", "codes",
        "id", "digit", "2012", "2017", "2022", "ind", "level",
    ];
    let only =
        |list: &[&str]| !words.is_empty() && words.iter().all(|word| list.contains(&word.as_str()));
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let parts = || {
        sketch
            .words
            .iter()
            .filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
    };
    let one_width = || {
        let mut widths = parts().map(String::len);
        let first = widths.next();
        widths.all(|width| Some(width) == first)
    };
    sketch.schemes.iter().copied().find(|scheme| match scheme {
        Scheme::StateName | Scheme::Soc => true,
        Scheme::Usps => sketch.distinct >= 5 || any(&["state", "usps", "st", "place", "area"]),
        Scheme::Fips => {
            let is_said = any(&["fips", "statefp", "stfips", "geofips"]);
            let has_width = one_width() && sketch.words.iter().any(|word| word.starts_with('0'));
            // Areas of other lists have such numbers as well, but not those of states alone.
            let is_whole = |word: &String| ["00", "US", "Total"].contains(&word.as_str());
            let all = sketch
                .words
                .iter()
                .all(|word| Scheme::Fips.holds(word) || is_whole(word));
            let is_state = any(&["state", "st", "statefp", "stfips"]) && has_width && all;
            only(&PLACE) && (is_said || is_state)
        }
        Scheme::Naics => {
            let is_said =
                words.iter().any(|word| word.starts_with("naics")) || any(&["code", "codes"]);
            let has_span = sketch.words.iter().any(|word| word.contains('-'));
            only(&INDUSTRY) && (is_said || has_span || one_width())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        assert_eq!(words_of("MedianWage_2024 ($)"), ["median", "wage", "2024"]);
        assert_eq!(words_of("co2-ppm"), ["co2", "ppm"]);
        assert_eq!(words_of("FIPS"), ["fips"]);
        assert!(words_of("").is_empty());
    }
}
