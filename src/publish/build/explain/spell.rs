//! Finds the terms of a glossary in a text.

use crate::package::Glossary;
use std::collections::HashMap;

/// Placeholder in a spelling for a following number: "more than #".
const NUMBER: &str = " #";

/// The byte range of a term in a text, and the index of the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub from: usize,
    pub to: usize,
    pub term: usize,
}

/// The spellings of a glossary.
pub struct Spellings {
    /// Spellings within sentences, by their first word, the longest first.
    words: HashMap<String, Vec<Spelling>>,
    /// Texts that are a term when they are the whole text.
    labels: HashMap<String, usize>,
}

struct Spelling {
    text: String,
    before_number: bool,
    /// `None`: a name that is not linked.
    term: Option<usize>,
}

impl Spellings {
    pub fn of(glossary: &Glossary) -> Self {
        let mut all = Self {
            words: HashMap::new(),
            labels: HashMap::new(),
        };
        for name in &glossary.leave {
            all.add(name, None);
        }
        for (at, term) in glossary.terms.iter().enumerate() {
            for word in &term.words {
                all.add(word, Some(at));
            }
            for label in &term.labels {
                all.labels.insert(label.to_lowercase(), at);
            }
        }
        for spellings in all.words.values_mut() {
            spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
        all
    }

    fn add(&mut self, word: &str, term: Option<usize>) {
        let text = word.to_ascii_lowercase();
        let plain = text.strip_suffix(NUMBER);
        let spelling = Spelling {
            text: plain.unwrap_or(&text).to_owned(),
            before_number: plain.is_some(),
            term,
        };
        let first = first_word(&spelling.text).to_owned();
        self.words.entry(first).or_default().push(spelling);
    }

    /// The term that a whole text represents.
    pub fn label(&self, text: &str) -> Option<usize> {
        self.labels.get(&text.to_lowercase()).copied()
    }

    /// Every term in a text, in order, without overlaps.
    pub fn find(&self, text: &str) -> Vec<Found> {
        // Only ASCII letters are lowercased, so that byte positions stay the same.
        let low = text.to_ascii_lowercase();
        let (mut found, mut at) = (Vec::new(), 0);
        let mut before = ' ';
        while let Some(sign) = low[at..].chars().next() {
            let starts = is_of_word(sign) && !is_of_word(before);
            let spelling = starts.then(|| self.at(&low[at..])).flatten();
            let step = match spelling {
                Some(spelling) => {
                    let to = at + spelling.text.len();
                    found.extend(spelling.term.map(|term| Found { from: at, to, term }));
                    spelling.text.len()
                }
                None => sign.len_utf8(),
            };
            before = low[at..at + step].chars().next_back().unwrap_or(' ');
            at += step;
        }
        found
    }

    /// The longest spelling with which a text begins.
    fn at(&self, text: &str) -> Option<&Spelling> {
        let fits = |spelling: &&Spelling| {
            let Some(rest) = text.strip_prefix(spelling.text.as_str()) else {
                return false;
            };
            let number = rest.strip_prefix([' ', '\u{a0}']);
            let number = number.map(|rest| rest.trim_start_matches('$'));
            match spelling.before_number {
                true => number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())),
                false => !rest.starts_with(is_of_word),
            }
        };
        self.words.get(first_word(text))?.iter().find(fits)
    }
}

/// A hyphen is part of a word: "pre-apprenticeship" is not "apprenticeship".
fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

fn first_word(text: &str) -> &str {
    text.split(|sign| !is_of_word(sign)).next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::Explained;

    fn spellings() -> Spellings {
        let term = |words: &[&str], labels: &[&str]| Explained {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            ..Explained::default()
        };
        Spellings::of(&Glossary {
            leave: vec!["Good Jobs Challenge".to_owned()],
            terms: vec![
                term(&["good jobs"], &[]),
                term(&["apprenticeship"], &["Goal"]),
                term(&["registered apprenticeship", "more than #"], &[]),
            ],
            ..Glossary::default()
        })
    }

    fn found(text: &str) -> Vec<(&str, usize)> {
        let all = spellings().find(text);
        let words = all
            .iter()
            .map(|found| (&text[found.from..found.to], found.term));
        words.collect()
    }

    #[test]
    fn a_word_is_found_whole_in_any_case_and_the_longest_stands() {
        assert_eq!(
            found("Good jobs, good jobs"),
            [("Good jobs", 0), ("good jobs", 0)]
        );
        assert_eq!(
            found("a Registered Apprenticeship"),
            [("Registered Apprenticeship", 2)]
        );
        assert_eq!(found("a pre-apprenticeship or apprenticeships"), []);
        assert_eq!(found("Pläne: apprenticeship"), [("apprenticeship", 1)]);
    }

    #[test]
    fn a_name_that_holds_a_word_is_left_alone() {
        assert_eq!(
            found("the Good Jobs Challenge makes good jobs"),
            [("good jobs", 0)]
        );
    }

    #[test]
    fn a_qualifier_is_one_only_before_a_number() {
        assert_eq!(found("more than 25,000"), [("more than", 2)]);
        assert_eq!(found("more than $15"), [("more than", 2)]);
        assert_eq!(found("more than one state"), []);
    }

    #[test]
    fn a_label_means_a_term_only_where_it_stands_alone() {
        assert_eq!(spellings().label("goal"), Some(1));
        assert_eq!(found("the goal of the round"), []);
    }
}
