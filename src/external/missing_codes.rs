//! Codes that statistical programs write in place of a value: -99, 9999, -1. The file explains them, or they are a
//! question.

use super::heading::words_of;
use super::heading_words::names_counts;
use crate::value::Status;
use std::collections::BTreeMap;

/// Numbers of one column that may be such codes, beside the others.
#[derive(Clone, Debug, Default)]
pub struct MissingCodes {
    /// The text with its count.
    seen: BTreeMap<String, usize>,
    /// A number below zero that is no such code; the greatest and the least number above zero that are none.
    below_zero: bool,
    greatest: f64,
    least: Option<f64>,
}

impl MissingCodes {
    pub fn see(&mut self, cell: &str, number: f64) {
        if is_small(cell) || is_of_nines(cell) {
            *self.seen.entry(cell.to_owned()).or_default() += 1;
            return;
        }
        self.below_zero |= number < 0.0;
        self.greatest = self.greatest.max(number);
        if number > 0.0 {
            self.least = Some(self.least.map_or(number, |least| least.min(number)));
        }
    }

    /// The texts among the numbers that may be marks of missing values: -99 where no other number is below zero, 9999
    /// where it is there twice and much greater than all others, and -1 where no number can be below zero.
    ///
    /// `around` says that another column has such a code, which is evidence for this one.
    pub fn marks(&self, name: &str, around: bool) -> Vec<String> {
        if self.greatest <= 0.0 {
            return Vec::new();
        }
        let small = || self.seen.keys().filter(|cell| is_small(cell));
        let is_far = self.least.is_some_and(|least| least >= 1000.0);
        let may_be_small = !self.below_zero
            && small().count() <= 3
            && ((is_far || around) && !names_difference(name) || is_never_negative(name));
        let below_zero = self.below_zero || !may_be_small && small().count() > 0;
        let is_mark = |(cell, count): &(&String, &usize)| match cell.starts_with('-') {
            true if is_small(cell) => may_be_small,
            true => !below_zero,
            false => {
                let number: f64 = cell.parse().unwrap_or(0.0);
                **count > 1 && number > self.greatest * 10.0
            }
        };
        let found = self.seen.iter().filter(is_mark);
        found.map(|(cell, _)| cell.clone()).collect()
    }
}

/// `-1` to `-9`.
fn is_small(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    digits.len() == 1 && (b'1'..=b'9').contains(&digits.as_bytes()[0])
}

/// `-99`, `-999`, `9999`, `999.99`: nines or eights alone, at least two of them below zero and four above.
fn is_of_nines(cell: &str) -> bool {
    let (digits, least) = match cell.strip_prefix('-') {
        Some(digits) => (digits, 2),
        None => (cell, 4),
    };
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let digits = match digits.split_once('.') {
        Some((whole, cents)) if whole.len() > 2 => [whole, cents].concat(),
        _ => digits.to_owned(),
    };
    let of = |mark: u8| digits.bytes().all(|digit| digit == mark);
    (least..=8).contains(&digits.len()) && (of(b'9') || of(b'8') && cell.starts_with('-'))
}

/// Whether a heading names a difference, which may be below zero whatever else the heading names.
pub fn names_difference(name: &str) -> bool {
    const KNOWN: [&str; 24] = [
        "net",
        "gap",
        "change",
        "difference",
        "diff",
        "balance",
        "gain",
        "gains",
        "loss",
        "lost",
        "surplus",
        "deficit",
        "variance",
        "vs",
        "versus",
        "minus",
        "growth",
        "added",
        "gained",
        "created",
        "margin",
        "profit",
        "income",
        "deviation",
    ];
    words_of(name)
        .iter()
        .any(|word| KNOWN.contains(&word.as_str()))
}

/// Whether a heading names what is never below zero: people, ages, pay.
fn is_never_negative(name: &str) -> bool {
    const KNOWN: [&str; 8] = [
        "age", "wage", "wages", "salary", "earnings", "hourly", "tuition", "pay",
    ];
    let has = |word: &String| KNOWN.contains(&word.as_str());
    (names_counts(name) || words_of(name).iter().any(has)) && !names_difference(name)
}

/// Codes that a text explains as no value: `-1 = not reported; -2 = not applicable`, `-9 indicates suppressed data`.
pub fn explained(text: &str) -> Vec<(String, Status)> {
    let text = text.replace('−', "-").to_lowercase();
    let words: Vec<&str> = text
        .split(|mark: char| mark.is_whitespace() || matches!(mark, ',' | ';'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found: Vec<(String, Status)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // “1: rounded” is a footnote.
        let joins: &[char] = match word.trim_start_matches('(').starts_with('-') {
            true => &['=', ':'],
            false => &['='],
        };
        let (word, joined) = match word.split_once(joins) {
            Some((word, rest)) => (word, Some(rest)),
            None => (*word, None),
        };
        let code = word.trim_start_matches('(');
        let digits = code.strip_prefix('-').unwrap_or(code);
        let is_code = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        let next = words.get(at + 1).copied().unwrap_or_default();
        const VERBS: [&str; 4] = ["=", "means", "indicates", "denotes"];
        // “12 is the number of counties with no data” explains no code.
        const WEAK: [&str; 5] = [":", "-", "–", "is", "represents"];
        let explains = VERBS.contains(&next) || code != digits && WEAK.contains(&next);
        if !is_code || joined.is_none() && !explains {
            continue;
        }
        // Up to the next code.
        let is_next = |word: &&&str| {
            let word = word.trim_start_matches('(');
            word.len() > 1 && word.starts_with('-')
                || word.starts_with(|mark: char| mark.is_ascii_digit())
        };
        let rest = words[at + 1..]
            .iter()
            .take(8)
            .take_while(|word| !is_next(word));
        let rest: Vec<&str> = joined.into_iter().chain(rest.copied()).collect();
        let rest = rest.join(" ");
        if let Some(status) = reason(&rest) {
            found.push((code.to_owned(), status));
        }
    }
    found
}

/// The reason for no value that an explanation gives.
pub fn reason(text: &str) -> Option<Status> {
    const HIDDEN: [&str; 10] = [
        "suppress",
        "withheld",
        "privacy",
        "confidential",
        "disclos",
        "redacted",
        "masked",
        "too few",
        "too small",
        "fewer than",
    ];
    const GONE: [&str; 11] = [
        "missing",
        "not reported",
        "no answer",
        "no response",
        "refused",
        "unknown",
        "not available",
        "no data",
        "not collected",
        "don't know",
        "no value",
    ];
    let text = text.to_lowercase();
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    if has(&HIDDEN) {
        Some(Status::Suppressed)
    } else if has(&["not applicable", "does not apply"]) {
        Some(Status::NotApplicable)
    } else {
        has(&GONE).then_some(Status::Missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_from_their_explanation() {
        for (text, expected) in [
            ("-1 = Not reported", vec![("-1", Status::Missing)]),
            (
                "Note: -9 indicates data suppressed for privacy",
                vec![("-9", Status::Suppressed)],
            ),
            ("Score (1-5; 9 = no answer)", vec![("9", Status::Missing)]),
            (
                "-1=Missing; −2: Not applicable",
                vec![("-1", Status::Missing), ("-2", Status::NotApplicable)],
            ),
            ("1 = Yes, 2 = No", vec![]),
            ("1: suppressed values are not shown", vec![]),
            ("12 is the number of counties with no data", vec![]),
            ("Data of 2023 - missing rows left out", vec![]),
        ] {
            let found = explained(text);
            let found: Vec<(&str, Status)> = found
                .iter()
                .map(|(code, why)| (code.as_str(), *why))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
