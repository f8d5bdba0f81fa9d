//! Query ⇄ address. One parser for pages, embeds, pictures and downloads.
//!
//! Keys are reserved permanently. Lists are joined by `~`; `~` and `%` inside a value are
//! percent-encoded. Only what differs from the default is written. An empty `series=` or `f.state=`
//! removes the package's default.

use super::author::{self, Author};
use super::decode::decode;
use super::meant::{decode_again, spellings};
use super::{Notice, Query, SortOrder, View};
pub use crate::external::encode;
use crate::external::{Hint, Reading, ReadingOverride};
use crate::problem::nearest;
use crate::value::Kind;

/// Keys that request a specific view, besides `f.<field>`, `remark.<key>` and `panel.<id>`: if an address has one
/// of them, the prerendered answer does not apply.
pub const QUESTIONS: [&str; 21] = [
    "package",
    "measure",
    "x",
    "by",
    "series",
    "view",
    "compare",
    "level",
    "sort",
    "top",
    "unit",
    "axes",
    "kind",
    "at",
    "beside",
    "highlight",
    "as",
    "title",
    "note",
    "ratio",
    "period",
];

/// Keys that have a meaning, now or in an announced version.
const RESERVED: [&str; 34] = [
    "dark",
    "plain",
    "static",
    "transparent",
    "hideControls",
    "search",
    "logo",
    "fitchart",
    "axes",
    "v",
    "package",
    "measure",
    "x",
    "y",
    "by",
    "series",
    "view",
    "period",
    "compare",
    "against",
    "level",
    "sort",
    "top",
    "highlight",
    "unit",
    "kind",
    "at",
    "lang",
    "theme",
    "title",
    "note",
    "ratio",
    "q",
    "find",
];

/// Reads the query part of an address, with or without its `?`. Unknown parts are ignored with a
/// notice; keys that other sites add to links (`utm_source`, `fbclid`) are ignored without one.
///
/// Marks that were encoded as text on the way (`&amp;`, `%3D`) are marks again. Values that were changed
/// keep their text here, because only the names of the field decide what they were (`meant`).
pub fn parse(address: &str) -> (Query, Vec<Notice>) {
    let mut query = Query::default();
    let mut notices = Vec::new();
    for (key, value) in parts(address) {
        let value = value.as_str();
        if let Some(field) = key.strip_prefix("f.") {
            let mut values = list(value);
            if field.is_empty() {
                continue;
            }
            // A form without script writes one part for each checked box.
            let chosen = query.filters.entry(field.to_owned()).or_default();
            chosen.append(&mut values);
            chosen.sort();
            chosen.dedup();
        } else if key == "highlight" {
            query.highlight = list(value);
        } else if let Some(row) = key.strip_prefix("remark.") {
            let key = row.to_owned();
            if !key.is_empty() && !query.author.remark(key, &decode(value)) {
                notices.push(Notice::TooManyRemarks {
                    most: Author::REMARKS as u32,
                });
            }
        } else if key == "compare" {
            // A form without script writes one part for each checked box.
            query.compare.append(&mut list(value));
        } else if key == "as" {
            read_reading(&mut query, value, &mut notices);
        } else {
            read_key(&mut query, &key, decode(value), &mut notices);
        }
    }
    (query, notices)
}

/// The parts of the query of an address: each key decoded, its value as it is written.
fn parts(address: &str) -> Vec<(String, String)> {
    let is_path = address.starts_with('/') || address.contains("://");
    let text = match address.split_once('?') {
        Some((_, after)) => after,
        None if is_path => "",
        None => address,
    };
    // An `&` that an editor of HTML wrote as a number has a `#` that begins no fragment.
    let text = ["&#38;", "&#038;", "&#x26;", "&#X26;"]
        .iter()
        .fold(text.to_owned(), |text, entity| text.replace(entity, "&"));
    let text = text.split('#').next().unwrap_or("");
    // Every part has a `=`: where there is none, the whole was encoded once more.
    let mut text = text.to_owned();
    while !text.contains('=') {
        let next = decode_again(&text);
        if next == text {
            break;
        }
        text = next;
    }
    let parts = text.split('&').filter(|part| !part.is_empty());
    parts.filter_map(part).collect()
}

/// One part: `key=value`, or `key%3Dvalue`, after the rest of an `&amp;`.
fn part(text: &str) -> Option<(String, String)> {
    let (key, value) = match text.split_once('=') {
        Some((key, value)) => (key.to_owned(), value.to_owned()),
        None => {
            let again = decode_again(text);
            let (key, value) = again.split_once('=').unwrap_or((text, ""));
            (key.to_owned(), value.to_owned())
        }
    };
    let mut key = decode(&key);
    while let Some(rest) = without_entity(&key) {
        key = rest.to_owned();
    }
    if !is_known(&key) {
        let again = decode_again(&key);
        if is_known(&again) {
            key = again;
        }
    }
    (!key.is_empty()).then_some((key, value))
}

/// A key without what is left before it of an `&` that an editor of HTML wrote as text.
fn without_entity(key: &str) -> Option<&str> {
    ["amp;", "#38;", "#038;", "#x26;", "#X26;", "AMP;"]
        .into_iter()
        .find_map(|entity| key.strip_prefix(entity))
}

fn is_known(key: &str) -> bool {
    let is_open = ["f.", "remark.", "panel."]
        .iter()
        .any(|open| key.starts_with(open));
    is_open || QUESTIONS.contains(&key) || RESERVED.contains(&key)
}

/// The values of one key in the query part of an address: joined by `~`, or one part for each, as a form
/// without script writes them.
pub fn list_of(address: &str, key: &str) -> Vec<String> {
    let own = parts(address).into_iter().filter(|(name, _)| name == key);
    own.flat_map(|(_, value)| list(&value)).collect()
}

/// Values joined by `~`.
fn list(value: &str) -> Vec<String> {
    let values = value.split('~').map(decode);
    values.filter(|value| !value.is_empty()).collect()
}

/// `as=table~column~reading`, one part for each column, with answers about its cells after it: `~comma`.
fn read_reading(query: &mut Query, value: &str, notices: &mut Vec<Notice>) {
    let parts: Vec<String> = value.split('~').map(decode).collect();
    let read = |parts: &[String]| match parts {
        [table, field, word, hints @ ..] => {
            let known = |hint: &String| spellings(hint).iter().find_map(|hint| Hint::parse(hint));
            let mut hints: Option<Vec<Hint>> = hints.iter().map(known).collect();
            if let Some(hints) = &mut hints {
                hints.sort();
                hints.dedup();
            }
            spellings(word)
                .iter()
                .find_map(|word| Reading::parse(word))
                .zip(hints)
                .map(|(reading, hints)| ReadingOverride {
                    table: table.clone(),
                    field: field.clone(),
                    reading,
                    hints,
                })
        }
        _ => None,
    };
    // Where the marks between the three were encoded as text, the text as it was before has them.
    let correction = read(&parts).or_else(|| {
        let whole = decode(value);
        spellings(&whole).iter().find_map(|text| {
            ['~', ',']
                .into_iter()
                .find_map(|mark| read(&text.split(mark).map(decode_again).collect::<Vec<_>>()))
        })
    });
    match correction {
        Some(correction) => {
            let same = |known: &ReadingOverride| {
                known.table == correction.table && known.field == correction.field
            };
            query.readings.retain(|known| !same(known));
            query.readings.push(correction);
            query.readings.sort();
        }
        None => notices.push(Notice::UnknownValue {
            key: "as".to_owned(),
            value: parts.join(" ~ "),
            near: None,
        }),
    }
}

fn read_key(query: &mut Query, key: &str, value: String, notices: &mut Vec<Notice>) {
    let some = |value: String| Some(value).filter(|value| !value.is_empty());
    let mut unknown = |value: String, allowed: &[&str]| {
        let near = nearest(&value, allowed.iter().copied());
        notices.push(Notice::UnknownValue {
            key: key.to_owned(),
            value,
            near,
        });
    };
    match key {
        "package" => query.package = some(address_again(value)),
        "measure" => query.measure = some(value),
        "by" => query.by = some(value),
        "series" => query.series = Some(value),
        "level" => query.level = some(value),
        "at" => query.at = some(value),
        "beside" => query.beside = some(value),
        "x" => query.x = some(value),
        "title" => query.author.title = author::words(&value, Author::TITLE),
        "note" => query.author.note = author::words(&value, Author::NOTE),
        "ratio" => match first(&value, author::ratio) {
            Some(ratio) => query.author.ratio = Some(ratio),
            None if value.is_empty() => query.author.ratio = None,
            None => unknown(value, &["16:9", "4:3", "1:1"]),
        },
        "unit" => match first(&value, |word| choice(word, ["own", "share"])) {
            Some(share) => query.share = share,
            None => unknown(value, &["share", "own"]),
        },
        "axes" => match first(&value, |word| choice(word, ["shared", "free"])) {
            Some(free) => query.free = free,
            None => unknown(value, &["free", "shared"]),
        },
        "view" => match first(&value, View::parse) {
            Some(view) => query.view = Some(view),
            None => unknown(value, &View::ALL.map(View::as_str)),
        },
        "sort" => match first(&value, SortOrder::parse) {
            Some(sort) => query.sort = Some(sort),
            None => unknown(value, &["value", "name"]),
        },
        "kind" => match first(&value, Kind::parse) {
            Some(kind) => query.kind = Some(kind),
            None => unknown(value, &["actual", "target", "projection", "commitment"]),
        },
        "top" => match first(&value, |word| word.parse().ok().filter(|top| *top > 0)) {
            Some(top) => query.top = Some(top),
            None => unknown(value, &[]),
        },
        _ if RESERVED.contains(&key) || is_tracking(key) => {}
        _ => notices.push(Notice::UnknownKey {
            key: key.to_owned(),
        }),
    }
}

/// What a word of an address gives, read as it stands or as it was before it was changed on the way.
fn first<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    read(word).or_else(|| spellings(word).iter().find_map(|word| read(word)))
}

/// Whether the second of two words was chosen; no word is the first.
fn choice(word: &str, [usual, other]: [&str; 2]) -> Option<bool> {
    match word {
        "" => Some(false),
        word if word == usual => Some(false),
        word => (word == other).then_some(true),
    }
}

/// The address of an external package, decoded until it contains `://`. No package name begins like that.
fn address_again(value: String) -> String {
    let is_encoded = |text: &str| {
        let start = text.get(..9).unwrap_or(text).to_ascii_lowercase();
        start.starts_with("https%") || start.starts_with("http%")
    };
    let mut address = value;
    while is_encoded(&address) {
        let next = decode_again(&address);
        if next == address {
            break;
        }
        address = next;
    }
    address
}

/// Keys that mail programs, networks and search engines add to links.
fn is_tracking(key: &str) -> bool {
    let prefixes = ["utm_", "mc_", "pk_", "mtm_", "_hs", "_ga", "_gl"];
    let names = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "ref", "source", "s_kwcid", "trk",
    ];
    prefixes.iter().any(|prefix| key.starts_with(prefix)) || names.contains(&key)
}

/// Writes a query as the part of an address after the path: `?measure=…`, or nothing where every
/// part equals `default`.
pub fn to_address(query: &Query, default: &Query) -> String {
    let mut parts = Vec::new();
    let mut text = |key: &str, value: Option<&str>, default: Option<&str>| {
        if let Some(value) = value.filter(|_| value != default) {
            parts.push(format!("{key}={}", encode(value)));
        }
    };
    text(
        "package",
        query.package.as_deref(),
        default.package.as_deref(),
    );
    text(
        "measure",
        query.measure.as_deref(),
        default.measure.as_deref(),
    );
    text("by", query.by.as_deref(), default.by.as_deref());
    text("series", query.series.as_deref(), default.series.as_deref());
    text(
        "view",
        query.view.map(View::as_str),
        default.view.map(View::as_str),
    );
    text(
        "kind",
        query.kind.map(Kind::as_str),
        default.kind.map(Kind::as_str),
    );
    text("level", query.level.as_deref(), default.level.as_deref());
    text(
        "sort",
        query.sort.map(SortOrder::as_str),
        default.sort.map(SortOrder::as_str),
    );
    let top = |query: &Query| query.top.map(|top| top.to_string());
    text("top", top(query).as_deref(), top(default).as_deref());
    text("at", query.at.as_deref(), default.at.as_deref());
    text("beside", query.beside.as_deref(), default.beside.as_deref());
    text("x", query.x.as_deref(), default.x.as_deref());
    let unit = |query: &Query| Some(if query.share { "share" } else { "own" });
    text("unit", unit(query), unit(default));
    let axes = |query: &Query| Some(if query.free { "free" } else { "shared" });
    text("axes", axes(query), axes(default));
    let (own, usual) = (&query.author, &default.author);
    text("title", own.title.as_deref(), usual.title.as_deref());
    text("note", own.note.as_deref(), usual.note.as_deref());
    let ratio = |author: &Author| author.ratio.map(|(wide, high)| format!("{wide}:{high}"));
    text("ratio", ratio(own).as_deref(), ratio(usual).as_deref());
    for (key, remark) in &own.remarks {
        if usual.remarks.get(key) != Some(remark) {
            parts.push(format!("remark.{}={}", encode(key), encode(remark)));
        }
    }
    if query.compare != default.compare {
        let values: Vec<String> = query.compare.iter().map(|value| encode(value)).collect();
        parts.push(format!("compare={}", values.join("~")));
    }
    if query.highlight != default.highlight {
        let values: Vec<String> = query.highlight.iter().map(|value| encode(value)).collect();
        parts.push(format!("highlight={}", values.join("~")));
    }
    for reading in &query.readings {
        parts.push(reading.in_address(encode));
    }
    for (field, values) in &query.filters {
        if default.filters.get(field) != Some(values) {
            let values: Vec<String> = values.iter().map(|value| encode(value)).collect();
            parts.push(format!("f.{}={}", encode(field), values.join("~")));
        }
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("?{}", parts.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_that_covers_a_page_knows_every_question() {
        let early = include_str!("../../public/early.js");
        for key in QUESTIONS {
            assert!(
                early.contains(&format!(" {key} ")),
                "public/early.js lacks {key}"
            );
        }
    }
}
