//! Columns of months, quarters and weeks without their year: `Q1`, `March`, `Week 12`, or 3 under “Month”. What there
//! was at one time is not added over them.

use super::ColumnWords;
use super::column_profile::ColumnProfile;
use super::heading::words_of;
use super::heading_words::{names_beginning, names_time};
use super::reading::Reading;
use super::sheet::is_year;
use std::collections::BTreeSet;

/// The names of such columns among those that rows are told apart by.
pub fn columns(sketches: &[ColumnProfile], read: &[ColumnWords]) -> BTreeSet<String> {
    let is_own = |(sketch, column): &(&ColumnProfile, &ColumnWords)| {
        column.reading == Reading::Group && is_time(sketch)
    };
    let pairs = sketches.iter().zip(read).filter(is_own);
    pairs.map(|(sketch, _)| sketch.name.clone()).collect()
}

/// Whether a column tells times apart, though its cells are no periods that could be put in order: parts of a year,
/// `'23` under “Year”, `Spring 2024`, `2024-W01`.
pub fn is_time(sketch: &ColumnProfile) -> bool {
    let words = words_of(&sketch.name);
    let is_known = || is_of(sketch) || is_numbered(sketch) || names_times(&words);
    sketch.distinct > 1 && !names_beginning(&words) && (is_known() || are_of_years(sketch))
}

/// Whether a heading is of times: “Award Year”, “Week”, “Wave”.
pub fn names_times(words: &[String]) -> bool {
    const NAMES: [&str; 10] = [
        "week", "semester", "term", "wave", "round", "snapshot", "mois", "mes", "monat", "jahr",
    ];
    let last = words.last().map_or("", String::as_str);
    !names_beginning(words) && (names_time(words) || NAMES.contains(&last))
}

/// Whether all cells have a year, and what is beside it is there again with another: `Fall 2022`, `Fall 2023`.
fn are_of_years(sketch: &ColumnProfile) -> bool {
    let rest = |word: &String| {
        let digits = |part: &&str| part.len() == 4 && is_year(part);
        let mut parts = word.split(|mark: char| !mark.is_ascii_digit());
        let year = parts.find(digits)?;
        Some(word.replacen(year, "", 1))
    };
    let rests: Option<BTreeSet<String>> = sketch.words.iter().map(rest).collect();
    rests.is_some_and(|rests| rests.len() < sketch.words.len())
}

/// Whether all cells of a column are of parts of a year.
pub fn is_of(sketch: &ColumnProfile) -> bool {
    sketch.distinct > 1 && sketch.words.iter().all(|word| is_part(word))
}

/// Whether a heading is of parts of a year and the cells number them: 1 to 12 under “Month”.
pub fn is_numbered(sketch: &ColumnProfile) -> bool {
    let words = words_of(&sketch.name);
    let of = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let most = match () {
        () if words.is_empty() || words.len() > 2 => return false,
        () if of(&["month", "mo"]) => 12,
        () if of(&["quarter", "qtr"]) => 4,
        () if of(&["week", "wk"]) => 53,
        () => return false,
    };
    let fits = |word: &String| {
        word.parse()
            .is_ok_and(|number: u32| (1..=most).contains(&number))
    };
    sketch.distinct > 1 && sketch.words.iter().all(fits)
}

/// `Q1`, `3rd quarter`, `March`, `H2`, `Week 12`, `M07`.
fn is_part(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const NAMES: [&str; 13] = [
        "q",
        "qtr",
        "quarter",
        "stquarter",
        "ndquarter",
        "rdquarter",
        "thquarter",
        "h",
        "half",
        "m",
        "w",
        "wk",
        "week",
    ];
    let lower = word.to_lowercase();
    let letters: String = lower.chars().filter(|mark| mark.is_alphabetic()).collect();
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        let is_month = |month: &&str| month.starts_with(&letters);
        let is_ordinal = ["first", "second", "third", "fourth"]
            .iter()
            .any(|ordinal| letters == format!("{ordinal}quarter"));
        return letters.len() > 2 && MONTHS.iter().any(is_month) || is_ordinal;
    }
    let is_short = digits.len() <= 2 && digits.parse().is_ok_and(|number: u32| number <= 53);
    is_short && NAMES.contains(&letters.as_str())
}
