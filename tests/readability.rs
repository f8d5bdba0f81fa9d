//! Plain language: messages for readers need no more than nine years of school, by the
//! Flesch–Kincaid formula applied to each message that is long enough for it.

use good_jobs::locale::{Arg, Locale, Message, MessageId};

/// The highest grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
const GRADE: f64 = 9.0;
/// Below this many words the formula is not meaningful: one long name, such as "Economic
/// Development Administration", dominates it.
const WORDS: usize = 12;
/// The maximum grade of the whole catalog as one text, which is far lower.
const MEAN: f64 = 7.0;

/// Messages that may be more difficult, each with its reason.
const EXCEPTIONS: [(&str, &str); 3] = [
    (
        "find-description",
        "a list of what can be found, for search engines; each word in it is a link on the page",
    ),
    (
        "explore-description",
        "a list of what can be chosen, for search engines",
    ),
    (
        "compare-description",
        "a list of what can be compared, for search engines",
    ),
];

/// The approximate number of syllables of an English word.
fn syllables(word: &str) -> usize {
    let letters: String = word
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    // A final e is silent, and usually so in -es and -ed.
    let sounds_in = [
        "ted", "ded", "ses", "ces", "zes", "xes", "ges", "ches", "shes", "les", "le",
    ];
    let ends_aloud = sounds_in.iter().any(|end| letters.ends_with(end));
    let stem = match letters.len() {
        0..=2 => letters.as_str(),
        _ if ends_aloud => letters.as_str(),
        _ => ["es", "ed", "e"]
            .iter()
            .find_map(|end| letters.strip_suffix(end))
            .unwrap_or(&letters),
    };
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut count = 0;
    let mut before = false;
    for letter in stem.chars() {
        count += usize::from(is_vowel(letter) && !before);
        before = is_vowel(letter);
    }
    count.max(1)
}

fn words(text: &str) -> Vec<&str> {
    text.split([' ', '\n', '/', '–', '-'])
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

fn sentences(text: &str) -> usize {
    let parts = text.split_inclusive(['.', '!', '?', ':', ';']);
    parts
        .filter(|part| part.chars().any(char::is_alphabetic))
        .count()
        .max(1)
}

fn grade(text: &str) -> f64 {
    let words = words(text);
    let count = words.len().max(1) as f64;
    let sounds: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * count / sentences(text) as f64 + 11.8 * sounds as f64 / count - 15.59
}

/// Every message in English, with a simple word or a number for each argument.
fn said() -> Vec<(&'static str, String)> {
    let args: [Arg; 2] = ["item".into(), 1.into()];
    let mut said = Vec::new();
    for id in MessageId::all() {
        for arg in &args {
            let names = id.variables().iter();
            let message = Message {
                id,
                args: names.map(|name| (*name, arg.clone())).collect(),
            };
            said.push((id.name(), Locale::EN.text(message)));
        }
    }
    said
}

#[test]
fn the_catalogue_is_in_plain_words() {
    let hard: Vec<String> = said()
        .into_iter()
        .filter(|(_, text)| words(text).len() >= WORDS && grade(text) > GRADE)
        .filter(|(name, _)| !EXCEPTIONS.iter().any(|(known, _)| known == name))
        .map(|(name, text)| format!("{name}, grade {:.1}: {text}", grade(&text)))
        .collect();
    assert!(
        hard.is_empty(),
        "say it in shorter words or sentences: {hard:#?}"
    );
}

#[test]
fn as_a_whole_it_is_easier_still() {
    let texts: Vec<String> = said().into_iter().map(|(_, text)| text).collect();
    let texts = texts.into_iter().filter(|text| words(text).len() >= WORDS);
    let whole = texts.collect::<Vec<_>>().join(" ");
    assert!(grade(&whole) < MEAN, "grade {:.1}", grade(&whole));
}

#[test]
fn an_exception_that_is_none_any_more_is_taken_back() {
    let said = said();
    for (name, _) in EXCEPTIONS {
        let is_hard = said
            .iter()
            .any(|(known, text)| *known == name && grade(text) > GRADE);
        assert!(is_hard, "{name} is easy enough now");
    }
}

#[test]
fn the_formula_tells_plain_words_from_others() {
    assert!(grade("The cat sat on the mat. It was a good mat.") < 1.0);
    let hard = "Longitudinal administrative records substantiate heterogeneous participation trajectories.";
    assert!(grade(hard) > 20.0);
    let counted = ["a", "made", "counted", "people", "published", "made-up"];
    let counts: Vec<usize> = counted.iter().map(|word| syllables(word)).collect();
    assert_eq!(counts, [1, 1, 2, 2, 2, 2]);
}
