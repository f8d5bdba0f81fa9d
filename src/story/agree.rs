//! Checks whether a story states what was published: the same number, with the same qualifier.

use crate::frame::{Cell, MeasureWords};
use crate::value::{Qualifier, Quantity, Unit};

/// Words for qualifiers; longer ones first, because some contain others.
const WORDS: [(&str, Qualifier); 24] = [
    ("no more than", Qualifier::UpTo),
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("more than", Qualifier::MoreThan),
    ("less than", Qualifier::LessThan),
    ("fewer than", Qualifier::LessThan),
    ("at least", Qualifier::AtLeast),
    ("or more", Qualifier::AtLeast),
    ("up to", Qualifier::UpTo),
    ("close to", Qualifier::Nearly),
    ("approximately", Qualifier::About),
    ("roughly", Qualifier::About),
    ("between", Qualifier::Range),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("around", Qualifier::About),
    ("about", Qualifier::About),
    ("over", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("some", Qualifier::About),
    ("más de", Qualifier::MoreThan),
    ("al menos", Qualifier::AtLeast),
    ("casi", Qualifier::Nearly),
    ("hasta", Qualifier::UpTo),
];

/// Small numbers that are written out.
const COUNTED: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// Whether the words agree with the published cell. `None` where the words contain no number, and
/// therefore nothing that could differ.
pub fn agrees(written: &str, cell: &Cell, measure: &MeasureWords) -> Option<bool> {
    let words = written.to_lowercase();
    let numbers = numbers(&words);
    if numbers.is_empty() {
        return None;
    }
    let Some(known) = cell.quantity else {
        return Some(false);
    };
    let ends = ends(&known, measure);
    let same = numbers.len() == ends.len()
        && numbers
            .iter()
            .zip(&ends)
            .all(|(a, b)| (a - b).abs() <= b.abs() * 1e-9 + 1e-9);
    Some(same && qualifier(&words, numbers.len()) == known.word)
}

/// The numbers that words for this quantity must contain: a share is written in percent.
fn ends(known: &Quantity, measure: &MeasureWords) -> Vec<f64> {
    let scale = match measure.unit.as_str() {
        Unit::SHARE => 100.0,
        _ => 1.0,
    };
    let all = match (known.word, known.low, known.high) {
        (Qualifier::Range, Some(low), Some(high)) => vec![low.at, high.at],
        _ => vec![known.anchor()],
    };
    all.into_iter().map(|end| end * scale).collect()
}

fn qualifier(words: &str, numbers: usize) -> Qualifier {
    let has = |word: &str| {
        words.match_indices(word).any(|(at, _)| {
            let before = words[..at].chars().next_back();
            let after = words[at + word.len()..].chars().next();
            let is_apart = |letter: Option<char>| letter.is_none_or(|it| !it.is_alphanumeric());
            is_apart(before) && is_apart(after)
        })
    };
    let said = WORDS.iter().find(|(word, _)| has(word));
    match said {
        Some((_, word)) => *word,
        None if numbers == 2 => Qualifier::Range,
        None => Qualifier::Exact,
    }
}

/// Every number in a text: `1,240`, `$9.7 million`, `90%`, `seven`.
fn numbers(words: &str) -> Vec<f64> {
    let mut found = Vec::new();
    let parts: Vec<&str> = words
        .split(|letter: char| letter.is_whitespace() || "–—()".contains(letter))
        .filter(|part| !part.is_empty())
        .collect();
    for (at, part) in parts.iter().enumerate() {
        let bare = part.trim_matches(|letter: char| !letter.is_ascii_digit());
        if bare.is_empty() {
            let word = part.trim_matches(|letter: char| !letter.is_alphabetic());
            // "one" is more often a word than a number.
            let counted = COUNTED.iter().position(|known| *known == word);
            found.extend(
                counted
                    .filter(|count| *count != 1)
                    .map(|count| count as f64),
            );
            continue;
        }
        let Ok(number) = bare.replace(',', "").parse::<f64>() else {
            // A hyphen between two numbers, as in 22-32.
            let both = bare.split('-').map(|end| end.trim_start_matches('$'));
            found.extend(both.filter_map(|end| end.replace(',', "").parse::<f64>().ok()));
            continue;
        };
        let scale = match parts.get(at + 1).map(|next| next.trim_matches(',')) {
            Some("million") => 1e6,
            Some("billion") => 1e9,
            _ => 1.0,
        };
        found.push(number * scale);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(unit: &str) -> MeasureWords {
        MeasureWords {
            unit: Unit::new(unit),
            ..MeasureWords::default()
        }
    }

    fn cell(word: Qualifier, value: f64, high: f64) -> Cell {
        let quantity = match word {
            Qualifier::Range => Quantity::range(value, high),
            word => Quantity::worded(word, value),
        };
        Cell {
            quantity: Some(quantity),
            ..Cell::default()
        }
    }

    #[test]
    fn a_number_agrees_with_its_word_and_with_no_other() {
        let share = measure(Unit::SHARE);
        let nearly = cell(Qualifier::Nearly, 0.9, 0.9);
        assert_eq!(agrees("nearly 90%", &nearly, &share), Some(true));
        assert_eq!(agrees("almost 90 percent", &nearly, &share), Some(true));
        assert_eq!(agrees("90%", &nearly, &share), Some(false));
        assert_eq!(agrees("nearly 91%", &nearly, &share), Some(false));
        assert_eq!(agrees("most of them", &nearly, &share), None);
        let people = measure("people");
        let more = cell(Qualifier::MoreThan, 1275.0, 1275.0);
        assert_eq!(
            agrees("more than 1,275 residents", &more, &people),
            Some(true)
        );
        assert_eq!(agrees("1,275 residents", &more, &people), Some(false));
        assert_eq!(agrees("at least 1,275", &more, &people), Some(false));
        let seven = cell(Qualifier::Exact, 7.0, 7.0);
        assert_eq!(agrees("seven local unions", &seven, &people), Some(true));
        assert_eq!(agrees("some of seven", &seven, &people), Some(false));
        let money = measure(Unit::USD);
        let about = cell(Qualifier::About, 9_700_000.0, 9_700_000.0);
        assert_eq!(agrees("about $9.7 million", &about, &money), Some(true));
        assert_eq!(agrees("$9.7 million", &about, &money), Some(false));
        let hourly = measure("usd_per_hour");
        let range = cell(Qualifier::Range, 22.0, 32.0);
        for good in [
            "$22 to $32 an hour",
            "between $22 and $32",
            "$22–$32",
            "$22-32",
        ] {
            assert_eq!(agrees(good, &range, &hourly), Some(true), "{good}");
        }
        assert_eq!(agrees("$22", &range, &hourly), Some(false));
    }
}
