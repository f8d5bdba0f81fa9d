//! Columns of identifiers, by their headings and cells: numbers of things and of rows, which are no amounts.

use super::column_profile::ColumnProfile;
use super::heading_words::{FLOWS, IDENTIFIERS};

/// The word of a heading that is of identifiers. "Number" is one at the end of a heading ("grant number") where the
/// cells have one width and none is there twice; "number of" is a count.
pub fn identifier(sketch: &ColumnProfile, is_whole: bool, words: &[String]) -> Option<String> {
    let counted = words
        .iter()
        .any(|word| FLOWS.contains(&word.as_str()) && word != "number" || word == "count");
    let known = words
        .iter()
        .find(|word| IDENTIFIERS.contains(&word.as_str()));
    if let Some(word) = known.filter(|_| !counted) {
        return Some(word.clone());
    }
    let last = words.last()?;
    // “CFDA Number” 11.307 is one as well.
    if last == "number"
        && words
            .iter()
            .any(|word| ["cfda", "aln", "listing"].contains(&word.as_str()))
    {
        return Some(last.clone());
    }
    if !is_whole {
        return None;
    }
    let is_numbered = ["number", "no", "num", "nr"].contains(&last.as_str()) && words.len() > 1;
    // One award has one number; of “Participant number” only numbers of one width are sure to be no counts.
    const NUMBERED: [&str; 16] = [
        "room",
        "grade",
        "model",
        "school",
        "district",
        "listing",
        "award",
        "grant",
        "contract",
        "case",
        "application",
        "certificate",
        "order",
        "invoice",
        "license",
        "project",
    ];
    let before = words.len().checked_sub(2).and_then(|at| words.get(at));
    let is_thing = before.is_some_and(|word| NUMBERED.contains(&word.as_str()));
    let one_width = sketch.tally.width.is_some_and(|width| width >= 4);
    let is_key = sketch.distinct == sketch.filled && (one_width || is_thing);
    (is_numbered && is_key).then(|| last.clone())
}

/// Rows that are numbered one by one, under a heading that says no more than that.
pub fn counter(sketch: &ColumnProfile, words: &[String]) -> Option<String> {
    const NAMES: [&str; 13] = [
        "number", "no", "nr", "num", "index", "row", "line", "unnamed", "order", "serial", "sort",
        "column", "x",
    ];
    let is_name = |word: &String| {
        NAMES.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_first = sketch.at == 0 && words.iter().all(is_name);
    (sketch.is_counted && is_first).then(|| sketch.name.clone())
}
