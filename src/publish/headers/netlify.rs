//! The table as a `_headers` file, which Netlify, Cloudflare Pages and others read.

use super::{FileClass, Header, TABLE};

const PREFACE: &str = "\
# Generated from src/publish/headers; `make bless` writes it anew. Put it next to index.html, at the root of a host.
# A path that matches several blocks gets all their headers, so no header is in two blocks that overlap.
# Browsers revalidate every other file at each visit: the default of Netlify and Cloudflare,
# `max-age=0, must-revalidate`, equals `no-cache`.
";

/// The whole file.
pub fn netlify() -> String {
    let mut blocks: Vec<(&str, Vec<Header>)> = Vec::new();
    for (files, headers) in TABLE {
        for glob in FileClass::globs(files) {
            match blocks.iter_mut().find(|(known, _)| known == glob) {
                Some((_, listed)) => listed.extend(headers),
                None => blocks.push((glob, headers.to_vec())),
            }
        }
    }
    let blocks = blocks.into_iter().map(|(glob, headers)| {
        let lines = headers
            .iter()
            .map(|(name, value)| format!("  {name}: {value}\n"));
        format!("\n{glob}\n{}", lines.collect::<String>())
    });
    PREFACE.to_owned() + &blocks.collect::<String>()
}
