//! Plain language: messages for readers need no more than nine years of school, by the
//! Flesch–Kincaid formula applied to each message that is long enough for it. They also use the words of
//! the field: some words and phrases are forbidden, in every variant of every message.

use good_jobs::locale::{Arg, Locale, Message, MessageId};
use good_jobs::m;
use good_jobs::pages::CRITERIA;

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
        "find-empty-words",
        "the words of a question that the search leaves out: a list for the search, never shown",
    ),
    (
        "find-description",
        "a list of what can be found, for search engines; each word in it is a link on the page",
    ),
    (
        "compare-description",
        "a list of what can be compared, for search engines",
    ),
];

/// Words and phrases that messages do not use: metaphors, sentences without an actor, British spelling.
const FORBIDDEN: [&str; 79] = [
    "amongst",
    "anew",
    "are asked",
    "are had",
    "are told",
    "as usual",
    "at hand",
    "be had",
    "behaviour",
    "beside what",
    "besides",
    "by ear",
    "by eye",
    "by hand",
    "by itself",
    "came of",
    "catalogue",
    "catalogues",
    "centimetres",
    "centre",
    "colour",
    "colours",
    "come of",
    "enrolment",
    "foreseen",
    "grey",
    "greys",
    "has a slip",
    "honest",
    "in proportion",
    "in step",
    "is asked",
    "is had",
    "is said",
    "is told",
    "it rests",
    "labelled",
    "licence",
    "licences",
    "lies",
    "look into",
    "mend",
    "mended",
    "no order is stated",
    "nobody",
    "of its own",
    "of one sense",
    "of ours",
    "of their own",
    "organisation",
    "organisations",
    "per cent",
    "programme",
    "programmes",
    "purse",
    "purses",
    "put over",
    "rest on",
    "rests on",
    "set against",
    "so many",
    "somebody",
    "somebody’s",
    "stands",
    "stood",
    "strangers",
    "take back",
    "tells",
    "the like",
    "the usual one",
    "told",
    "towards",
    "whatever",
    "whence",
    "whilst",
    "whoever",
    "whole of",
    "withheld",
    "worked out",
];

/// Messages that may say “award”: everywhere else the public word is “grant”.
const AWARDS: [(&str, &str); 1] = [(
    "find-words-grantees",
    "words that visitors may type into the search, never shown",
)];

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

/// The messages of a Fluent file with all their variants: identifiers with the text between placeables, in
/// lower case and with single spaces.
fn written(source: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let text = match line.split_once(" = ") {
            Some((id, text)) if !line.starts_with(' ') => {
                messages.push((id.to_owned(), String::new()));
                text
            }
            _ => line,
        };
        let Some((_, all)) = messages.last_mut() else {
            continue;
        };
        // A placeable ends a phrase; the key of a variant is not part of the text.
        let parts = text.split('{').enumerate();
        let parts = parts.map(|(at, part)| match part.split_once('}') {
            Some((_, rest)) => rest,
            None if at > 0 => "",
            None => part,
        });
        for part in parts {
            let part = match part.trim_start().trim_start_matches('*').strip_prefix('[') {
                Some(rest) => rest.split_once(']').map_or(rest, |(_, text)| text),
                None => part,
            };
            let words: Vec<String> = part
                .split(|letter: char| !letter.is_alphanumeric() && !"’'".contains(letter))
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            all.push_str(&format!(" {} |", words.join(" ")));
        }
    }
    messages
}

/// Every message of every English file.
fn all_written() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale/en");
    let files = std::fs::read_dir(folder).expect("the folder of the English messages");
    files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "ftl"))
        .flat_map(|path| written(&std::fs::read_to_string(path).expect("messages")))
        .collect()
}

fn says(text: &str, phrase: &str) -> bool {
    text.contains(&format!(" {phrase} "))
}

#[test]
fn no_message_has_a_forbidden_phrase() {
    let messages = all_written();
    assert_eq!(messages.len(), MessageId::all().count());
    let found: Vec<String> = messages
        .iter()
        .flat_map(|(id, text)| {
            let phrases = FORBIDDEN.iter().filter(|phrase| says(text, phrase));
            phrases.map(move |phrase| format!("{id}: “{phrase}”"))
        })
        .collect();
    assert!(
        found.is_empty(),
        "use the word of the field, with an actor and a verb: {found:#?}"
    );
}

/// The texts of the packages that a person reads: those of the manifests and code lists, and the stories without what
/// they quote.
fn published() -> Vec<(String, String)> {
    const READ: [&str; 8] = [
        "title",
        "definition",
        "note",
        "description",
        "label",
        "summary",
        "changes",
        "comparison_reason",
    ];
    fn walk(name: &str, value: &serde_json::Value, all: &mut Vec<(String, String)>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str().filter(|_| READ.contains(&key.as_str())) {
                        Some(text) => all.push((format!("{name}: {key}"), text.to_owned())),
                        None => walk(name, value, all),
                    }
                }
            }
            serde_json::Value::Array(values) => {
                values.iter().for_each(|value| walk(name, value, all))
            }
            _ => {}
        }
    }
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let mut folders = vec![data.clone()];
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the catalog") {
            let path = entry.expect("an entry").path();
            let name = path
                .strip_prefix(&data)
                .expect("inside")
                .display()
                .to_string();
            let end = path
                .extension()
                .and_then(|end| end.to_str())
                .unwrap_or_default();
            // Earlier versions never change, and names of occupations are those of the Bureau of Labor Statistics.
            if path.is_dir() && path.file_name().is_some_and(|own| own != "v") {
                folders.push(path);
            } else if end == "json" {
                let text = std::fs::read_to_string(&path).expect("text");
                walk(&name, &serde_json::from_str(&text).expect("JSON"), &mut all);
            } else if end == "csv" && !name.starts_with("wages") {
                let mut reader = csv::Reader::from_path(&path).expect("a table");
                let heads = reader.headers().expect("a header").clone();
                for row in reader.records() {
                    let row = row.expect("a row");
                    let read = heads
                        .iter()
                        .zip(&row)
                        .filter(|(head, _)| READ.contains(head));
                    all.extend(
                        read.map(|(head, cell)| (format!("{name}: {head}"), cell.to_owned())),
                    );
                }
            } else if end == "md" {
                let text = std::fs::read_to_string(&path).expect("text");
                let own = text
                    .split('“')
                    .map(|part| part.split_once('”').map_or(part, |(_, rest)| rest));
                all.push((name, own.collect::<Vec<_>>().join(" | ")));
            }
        }
    }
    all
}

/// A text in lower case with single spaces around its words.
fn one_line(text: &str) -> String {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric() && !"’'".contains(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!(" {} ", words.join(" "))
}

#[test]
fn no_text_of_a_package_has_a_forbidden_phrase() {
    let texts = published();
    assert!(texts.len() > 500, "{} texts", texts.len());
    let found: Vec<String> = texts
        .iter()
        .flat_map(|(name, text)| {
            let line = one_line(text);
            let phrases = FORBIDDEN.iter().filter(move |phrase| says(&line, phrase));
            phrases.map(move |phrase| format!("{name}: “{phrase}” in “{text}”"))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// The accessibility page shows the names of the tests that check each criterion.
#[test]
fn no_test_name_on_the_accessibility_page_has_a_forbidden_phrase() {
    let tests = CRITERIA.iter().flat_map(|criterion| criterion.tests);
    let found: Vec<&str> = tests
        .map(|(_, name)| *name)
        .filter(|name| FORBIDDEN.iter().any(|phrase| says(&one_line(name), phrase)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(says(
        &one_line("each_is_told, and the rest works"),
        "is told"
    ));
}

#[test]
fn a_grant_is_called_a_grant() {
    let messages = all_written();
    let said: Vec<&str> = messages
        .iter()
        .filter(|(_, text)| says(text, "award") || says(text, "awards"))
        .map(|(id, _)| id.as_str())
        .collect();
    let allowed: Vec<&str> = AWARDS.iter().map(|(id, _)| *id).collect();
    assert_eq!(said, allowed, "say “grant”, as docs/glossary.md has it");
}

#[test]
fn the_site_has_one_name() {
    let named: Vec<String> = all_written()
        .into_iter()
        .filter(|(_, text)| says(text, "good jobs challenge outcomes"))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(named, ["site-title", "document-title"]);
    let catalog = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/catalog.json");
    let catalog = std::fs::read_to_string(catalog).expect("the catalog");
    let catalog: serde_json::Value = serde_json::from_str(&catalog).expect("JSON");
    let title = Locale::EN.text(m!(SiteTitle));
    assert_eq!(catalog["site"]["title"], title.as_str());
    let page = Locale::EN.text(m!(DocumentTitle, page = "Missouri"));
    assert!(page.ends_with(&title), "{page}");
}

#[test]
fn every_variant_of_a_message_is_read_without_its_names() {
    let source = "# stands\na-award = One { $award } of { $count ->\n    [one] two stands\n   *[stands] So many\n} left\nb = “Honest”\n";
    let messages = written(source);
    let ids: Vec<&str> = messages.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["a-award", "b"]);
    let said = |phrase| {
        messages
            .iter()
            .filter(|(_, text)| says(text, phrase))
            .count()
    };
    let counts = ["award", "stands", "so many", "one of", "honest", "left"].map(said);
    assert_eq!(counts, [0, 1, 1, 0, 1, 1]);
}
