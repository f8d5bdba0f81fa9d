//! Query ⇄ address. One parser for pages, embeds, pictures and downloads.
//!
//! Keys are reserved permanently. Lists are joined by `~`; `~` and `%` inside a value are
//! percent-encoded. Only what differs from the default is written. An empty `series=` or `f.state=`
//! removes the package's default.

use super::author::{self, Author};
use super::{Notice, Query, Sort, View};
pub use crate::foreign::encode;
use crate::foreign::{Correction, Hint, Reading};
use crate::problem::nearest;
use crate::value::Kind;

/// Keys that request a specific view, besides `f.<field>` and `remark.<key>`: if an address has one
/// of them, the prerendered answer does not apply.
pub const QUESTIONS: [&str; 20] = [
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
pub fn parse(address: &str) -> (Query, Vec<Notice>) {
    let mut query = Query::default();
    let mut notices = Vec::new();
    let is_path = address.starts_with('/') || address.contains("://");
    let text = match address.split_once('?') {
        Some((_, after)) => after,
        None if is_path => "",
        None => address,
    };
    let text = text.split('#').next().unwrap_or("");
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let key = decode(key);
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

/// The values of one key in the query part of an address: joined by `~`, or one part for each, as a
/// form without script writes them.
pub fn list_of(address: &str, key: &str) -> Vec<String> {
    let text = address.split_once('?').map_or(address, |(_, after)| after);
    let text = text.split('#').next().unwrap_or("");
    let parts = text.split('&').filter_map(|part| part.split_once('='));
    let own = parts.filter(|(name, _)| decode(name) == key);
    own.flat_map(|(_, value)| list(value)).collect()
}

/// Values joined by `~`.
fn list(value: &str) -> Vec<String> {
    let values = value.split('~').map(decode);
    values.filter(|value| !value.is_empty()).collect()
}

/// `as=table~column~reading`, one part for each column, with answers about its cells after it: `~comma`.
fn read_reading(query: &mut Query, value: &str, notices: &mut Vec<Notice>) {
    let parts: Vec<String> = value.split('~').map(decode).collect();
    let correction = match parts.as_slice() {
        [table, field, word, hints @ ..] => {
            let mut hints: Option<Vec<Hint>> = hints.iter().map(|hint| Hint::parse(hint)).collect();
            if let Some(hints) = &mut hints {
                hints.sort();
                hints.dedup();
            }
            Reading::parse(word)
                .zip(hints)
                .map(|(reading, hints)| Correction {
                    table: table.clone(),
                    field: field.clone(),
                    reading,
                    hints,
                })
        }
        _ => None,
    };
    match correction {
        Some(correction) => {
            let same = |known: &Correction| {
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
        "package" => query.package = some(value),
        "measure" => query.measure = some(value),
        "by" => query.by = some(value),
        "series" => query.series = Some(value),
        "level" => query.level = some(value),
        "at" => query.at = some(value),
        "beside" => query.beside = some(value),
        "x" => query.x = some(value),
        "title" => query.author.title = author::words(&value, Author::TITLE),
        "note" => query.author.note = author::words(&value, Author::NOTE),
        "ratio" => match author::ratio(&value) {
            Some(ratio) => query.author.ratio = Some(ratio),
            None if value.is_empty() => query.author.ratio = None,
            None => unknown(value, &["16:9", "4:3", "1:1"]),
        },
        "unit" => match value.as_str() {
            "share" => query.share = true,
            "" | "own" => query.share = false,
            _ => unknown(value, &["share", "own"]),
        },
        "axes" => match value.as_str() {
            "free" => query.free = true,
            "" | "shared" => query.free = false,
            _ => unknown(value, &["free", "shared"]),
        },
        "view" => match View::parse(&value) {
            Some(view) => query.view = Some(view),
            None => unknown(value, &View::ALL.map(View::as_str)),
        },
        "sort" => match Sort::parse(&value) {
            Some(sort) => query.sort = Some(sort),
            None => unknown(value, &["value", "name"]),
        },
        "kind" => match Kind::parse(&value) {
            Some(kind) => query.kind = Some(kind),
            None => unknown(value, &["actual", "target", "projection", "commitment"]),
        },
        "top" => match value.parse().ok().filter(|top| *top > 0) {
            Some(top) => query.top = Some(top),
            None => unknown(value, &[]),
        },
        _ if RESERVED.contains(&key) || is_tracking(key) => {}
        _ => notices.push(Notice::UnknownKey {
            key: key.to_owned(),
        }),
    }
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
        query.sort.map(Sort::as_str),
        default.sort.map(Sort::as_str),
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

/// Percent-decodes UTF-8; `+` is a space, and invalid sequences are left unchanged.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail
            .get(..2)
            .filter(|pair| pair.iter().all(u8::is_ascii_hexdigit))
            .and_then(|pair| std::str::from_utf8(pair).ok());
        match (
            first,
            pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()),
        ) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = tail;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
