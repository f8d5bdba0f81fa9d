//! Columns of months, quarters and weeks without their year: `Q1`, `March`, `Week 12`, or 3 under “Month”. What there
//! was at one time is not added over them.

use super::ColumnWords;
use super::column_profile::ColumnProfile;
use super::heading::words_of;
use super::reading::Reading;
use std::collections::BTreeSet;

/// The names of such columns among those that rows are told apart by.
pub fn columns(sketches: &[ColumnProfile], read: &[ColumnWords]) -> BTreeSet<String> {
    let is_own = |(sketch, column): &(&ColumnProfile, &ColumnWords)| {
        column.reading == Reading::Group && (is_of(sketch) || is_numbered(sketch))
    };
    let pairs = sketches.iter().zip(read).filter(is_own);
    pairs.map(|(sketch, _)| sketch.name.clone()).collect()
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
