//! Rows that their words or their blanks set below another: `of which: women`, `-- Food` below `- Manufacturing`,
//! `  Food` below `Manufacturing`. They hold some of
//! what that row holds, so nothing is added over their column. A published total is shown as it is.

use super::comparison::{Margin, Rows, Wholes};
use super::import_notices::ImportNotice;
use super::reading::Hint;
use std::collections::BTreeSet;

/// Finds columns with such words among rows that no total was made of.
pub fn inset(table: &Rows, parts: &[usize], found: &mut Wholes) {
    for (at, dimension) in table.dimensions.iter().enumerate() {
        let is_answered = dimension.hints.contains(&Hint::Part);
        if dimension.is_time || dimension.is_coded || is_answered {
            continue;
        }
        let words: BTreeSet<&str> = parts.iter().map(|row| table.cell(*row, at)).collect();
        let mut own: Vec<&str> = words
            .iter()
            .filter(|word| says_part(word))
            .copied()
            .collect();
        if own.is_empty() {
            own = deeper(&words);
        }
        if own.is_empty() {
            own = indented(table, parts, at);
        }
        let is_published = |margin: &Margin| margin.over.iter().any(|name| name == dimension.name);
        let is_known = found.not_over.contains(dimension.name);
        if !own.is_empty() && !is_known && !found.margins.iter().any(is_published) {
            found.not_over.insert(dimension.name.to_owned());
            found.told.push(ImportNotice::Overlap {
                column: dimension.name.to_owned(),
                words: own.into_iter().map(str::to_owned).collect(),
            });
        }
    }
}

/// `of which: women`, `including nursing`.
fn says_part(word: &str) -> bool {
    const STARTS: [&str; 8] = [
        "of which",
        "of whom",
        "of these",
        "including ",
        "includes ",
        "incl. ",
        "thereof",
        "davon",
    ];
    let lower = word
        .trim_start_matches(|mark: char| !mark.is_alphabetic())
        .to_lowercase();
    STARTS.iter().any(|start| lower.starts_with(start))
}

/// Words that begin further to the right than the word above them, by two blanks at least: `  Food` below
/// `Manufacturing`. Words whose ends are below each other are set to the right instead.
fn indented<'a>(table: &Rows<'a>, parts: &[usize], at: usize) -> Vec<&'a str> {
    let inset = |row: &usize| match table.rows[*row].inset {
        (column, blanks) if column == table.dimensions[at].at => blanks,
        _ => 0,
    };
    let end = |row: &usize| inset(row) + table.cell(*row, at).chars().count();
    let is_aligned = parts.windows(2).all(|pair| end(&pair[0]) == end(&pair[1]));
    let pairs = parts
        .windows(2)
        .filter(|pair| inset(&pair[1]) >= inset(&pair[0]) + 2);
    let words: BTreeSet<&str> = pairs.map(|pair| table.cell(pair[1], at)).collect();
    match is_aligned {
        true => Vec::new(),
        false => words.into_iter().collect(),
    }
}

/// Words with more marks before them than others have: `-- Food` beside `- Manufacturing`.
fn deeper<'a>(words: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let depth = |word: &str| {
        let rest = word.trim_start_matches(['-', '–', '.', '·', '•', '>']);
        let marks = word.chars().count() - rest.chars().count();
        match rest.trim_start().starts_with(char::is_alphabetic) {
            true => marks,
            false => 0,
        }
    };
    let marked = || words.iter().filter(|word| depth(word) > 0);
    let least = marked().map(|word| depth(word)).min().unwrap_or(0);
    let most = marked().map(|word| depth(word)).max().unwrap_or(0);
    let has_plain = words
        .iter()
        .any(|word| !word.is_empty() && depth(word) == 0);
    let above = if has_plain { 0 } else { least };
    match most > above && marked().count() > 1 {
        true => marked()
            .filter(|word| depth(word) > above)
            .copied()
            .collect(),
        false => Vec::new(),
    }
}
