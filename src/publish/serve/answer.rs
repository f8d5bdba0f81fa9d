//! The response to one request.

use super::find::{Found, find, inside};
use crate::bytes::sha256;
use crate::publish::headers::{headers, media_type};
use crate::site::Place;
use std::path::Path;

/// The relevant parts of a request.
pub(super) struct Asked<'a> {
    pub method: &'a str,
    /// Path and query as sent.
    pub target: &'a str,
    pub accept_encoding: &'a str,
    pub if_none_match: &'a str,
}

pub(super) struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    /// The server omits it where the method is HEAD, but still sends its length.
    pub body: Vec<u8>,
}

/// Number of hash digits that distinguish two versions of one file.
const TAG_DIGITS: usize = 16;

pub(super) fn answer(folder: &Path, place: &Place, asked: &Asked) -> Answer {
    if !matches!(asked.method, "GET" | "HEAD") {
        let allow = ("Allow", "GET, HEAD".to_owned());
        return short(405, "This site is only read.", vec![allow]);
    }
    match find(folder, place, asked.target) {
        Found::File { at, path } => match std::fs::read(&at) {
            Ok(bytes) => file(folder, &path, bytes, asked),
            Err(_) => missing(folder),
        },
        Found::Moved(to) => short(301, "", vec![("Location", to)]),
        Found::Nothing => missing(folder),
    }
}

fn file(folder: &Path, path: &str, plain: Vec<u8>, asked: &Asked) -> Answer {
    let zipped = match accepts_gzip(asked.accept_encoding) {
        true => inside(folder, &format!("{path}.gz")).and_then(|at| std::fs::read(at).ok()),
        false => None,
    };
    let mut headers = described(path);
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    if zipped.is_some() {
        headers.push(("Content-Encoding", "gzip".to_owned()));
    }
    let body = zipped.unwrap_or(plain);
    let tag: String = sha256(&body).chars().take(TAG_DIGITS).collect();
    let is_known = knows(asked.if_none_match, &tag);
    headers.push(("ETag", format!("\"{tag}\"")));
    Answer {
        status: if is_known { 304 } else { 200 },
        headers,
        body,
    }
}

/// The site's own page for missing pages.
fn missing(folder: &Path) -> Answer {
    const PAGE: &str = "404.html";
    let page = inside(folder, PAGE).and_then(|at| std::fs::read(at).ok());
    page.map_or_else(
        || short(404, "There is no such page.", Vec::new()),
        |body| Answer {
            status: 404,
            headers: described(PAGE),
            body,
        },
    )
}

/// A response that is not a file.
fn short(status: u16, text: &str, more: Vec<(&'static str, String)>) -> Answer {
    let mut headers = described("answer.txt");
    headers.extend(more);
    Answer {
        status,
        headers,
        body: text.as_bytes().to_vec(),
    }
}

fn described(path: &str) -> Vec<(&'static str, String)> {
    let mut described = headers(path);
    described.push(("Content-Type", media_type(path).to_owned()));
    described
}

/// Whether `Accept-Encoding` lists gzip with a weight above zero.
fn accepts_gzip(said: &str) -> bool {
    said.split(',').any(|choice| {
        let mut parts = choice.split(';').map(str::trim);
        let is_gzip = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight = parts.find_map(|part| part.strip_prefix("q="));
        is_gzip && weight.is_none_or(|weight| weight.parse().is_ok_and(|q: f32| q > 0.0))
    })
}

/// Whether `If-None-Match` lists the tag; proxies that compress turn it into a weak one.
fn knows(said: &str, tag: &str) -> bool {
    said.split(',').map(str::trim).any(|known| {
        let known = known.strip_prefix("W/").unwrap_or(known);
        known == "*" || known.trim_matches('"') == tag
    })
}

#[cfg(test)]
mod tests {
    use super::{accepts_gzip, knows};

    #[test]
    fn gzip_is_sent_to_those_who_ask_for_it() {
        for said in ["gzip", "br, gzip", "GZIP;q=0.5", "deflate , gzip; q=1"] {
            assert!(accepts_gzip(said), "{said}");
        }
        for said in ["", "br", "identity", "gzip;q=0", "gzip; q=0.0", "x-gzips"] {
            assert!(!accepts_gzip(said), "{said}");
        }
    }

    #[test]
    fn a_known_state_is_recognised() {
        for said in ["\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"] {
            assert!(knows(said, "abc"), "{said}");
        }
        for said in ["", "\"ab\"", "\"x\""] {
            assert!(!knows(said, "abc"), "{said}");
        }
    }
}
