//! The front matter: flat lines `key: value` between two lines `---`.

use super::directive::is_picture_name;
use crate::problem::{Fault, Place, Problem, StoryFault, nearest};
use crate::value::DateWords;
use std::collections::BTreeMap;

/// The metadata of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    pub title: String,
    /// The identifier of its grantee.
    pub grantee: String,
    /// One or two sentences for previews.
    pub summary: String,
    pub language: String,
    pub author: String,
    /// The date on which it was written or last changed, `YYYY-MM-DD`.
    pub date: String,
    /// How people named in it gave consent, or that no one is named.
    pub consent: String,
    /// The published figure that is shown most prominently.
    pub hero: Option<String>,
    pub photo: Option<Photo>,
}

/// The picture at the head of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Photo {
    pub name: String,
    pub alt: String,
    pub credit: String,
}

const KEYS: [&str; 11] = [
    "title",
    "grantee",
    "summary",
    "language",
    "author",
    "date",
    "consent",
    "hero",
    "photo",
    "photo-alt",
    "photo-credit",
];
const NEEDED: [&str; 7] = [
    "title", "grantee", "summary", "language", "author", "date", "consent",
];
/// Longer titles and summaries are cut in previews. In characters.
const TITLE: usize = 90;
const SUMMARY: usize = 320;

/// The front matter, and the byte at which the text begins; `None` where there is no front matter.
pub(super) fn read(
    text: &str,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Option<(Front, usize)> {
    let mut tell = |line: u64, character: u64, fault: StoryFault| {
        problems.push(Problem::new(
            place.spot(line, character),
            Fault::Story(fault),
        ));
    };
    let mut lines = text.split_inclusive('\n');
    let mut start = lines.next().map_or(0, str::len);
    if text[..start].trim_end() != "---" {
        tell(1, 1, StoryFault::NoFront);
        return None;
    }
    let mut values: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
    let mut number = 1;
    let mut is_closed = false;
    for line in lines {
        number += 1;
        start += line.len();
        let line = line.trim_end();
        if line == "---" {
            is_closed = true;
            break;
        }
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            let found = line.chars().take(40).collect();
            tell(number, 1, StoryFault::FrontLine { found });
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        if !KEYS.contains(&key) {
            let fault = StoryFault::UnknownKey {
                near: nearest(key, KEYS),
                found: key.chars().take(40).collect(),
            };
            tell(number, 1, fault);
        } else if values.insert(key, (value, number)).is_some() {
            tell(
                number,
                1,
                StoryFault::RepeatedKey {
                    key: key.to_owned(),
                },
            );
        }
    }
    if !is_closed {
        tell(1, 1, StoryFault::NoFront);
        return None;
    }
    for key in NEEDED {
        if values.get(key).is_none_or(|(value, _)| value.is_empty()) {
            tell(
                1,
                1,
                StoryFault::MissingKey {
                    key: key.to_owned(),
                },
            );
        }
    }
    for (key, (value, line)) in &values {
        if let Some(expected) = unfit(key, value) {
            let fault = StoryFault::BadValue {
                key: (*key).to_owned(),
                found: value.chars().take(60).collect(),
                expected: expected.to_owned(),
            };
            tell(*line, key.len() as u64 + 3, fault);
        }
    }
    let fit = |key: &str| {
        values
            .get(key)
            .filter(|(value, _)| unfit(key, value).is_none())
    };
    let text = |key: &str| fit(key).map_or_else(String::new, |(value, _)| (*value).to_owned());
    let some = |key: &str| Some(text(key)).filter(|text| !text.is_empty());
    let photo = some("photo").map(|name| Photo {
        name,
        alt: text("photo-alt"),
        credit: text("photo-credit"),
    });
    if let Some(photo) = &photo {
        let line = values.get("photo").map_or(1, |(_, line)| *line);
        for (key, value) in [("photo-alt", &photo.alt), ("photo-credit", &photo.credit)] {
            if value.is_empty() {
                tell(
                    line,
                    1,
                    StoryFault::MissingKey {
                        key: key.to_owned(),
                    },
                );
            }
        }
    }
    let front = Front {
        title: text("title"),
        grantee: text("grantee"),
        summary: text("summary"),
        language: some("language").unwrap_or_else(|| "en".to_owned()),
        author: text("author"),
        date: text("date"),
        consent: text("consent"),
        hero: some("hero"),
        photo,
    };
    Some((front, start))
}

/// The expected format of an invalid value, as a word of the message; `None` where it is valid.
fn unfit(key: &str, value: &str) -> Option<&'static str> {
    let (is_good, expected) = match key {
        "grantee" | "hero" => (is_identifier(value), "plain"),
        "date" => (is_day(value), "date"),
        "language" => (matches!(value.len(), 2 | 5) && is_tag(value), "language"),
        "title" => (value.chars().count() <= TITLE, "length"),
        "summary" => (value.chars().count() <= SUMMARY, "length"),
        "photo" => (is_picture_name(value), "picture"),
        _ => (true, ""),
    };
    (!is_good && !value.is_empty()).then_some(expected)
}

fn is_identifier(value: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    value.len() <= 160 && value.bytes().all(plain)
}

fn is_day(value: &str) -> bool {
    value.len() == 10 && DateWords::parse(value).is_some()
}

/// `en`, or `es-US`.
fn is_tag(value: &str) -> bool {
    let mut parts = value.split('-');
    let is_word =
        |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    parts.all(is_word)
}
