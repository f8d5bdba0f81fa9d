//! The configuration files for hosts agree with the table of headers.

use good_jobs::publish::headers::{headers, netlify};
use std::path::Path;

const FILE: &str = "docs/hosting/_headers";

#[test]
fn the_headers_file_is_generated_from_the_table() {
    let path = Path::new(".").join(FILE);
    let expected = netlify();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &expected).expect("it can be written");
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap_or_default(),
        expected,
        "{FILE} is out of date: `make bless` writes it anew"
    );
}

/// The rules of a `_headers` file: a path pattern, and (name, value) below it.
fn rules(text: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let mut rules: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('/') {
            rules.push((line, Vec::new()));
        } else if let Some(header) = line.trim_start().split_once(": ") {
            rules.last_mut().expect("a path comes first").1.push(header);
        }
    }
    rules
}

/// Matching as on those hosts: `*` matches anything, `:name` one part.
fn matches(glob: &str, path: &str) -> bool {
    if let Some(rest) = glob.strip_prefix(':') {
        let end = rest.find('/').unwrap_or(rest.len());
        let taken = path.find('/').unwrap_or(path.len());
        return taken > 0 && matches(&rest[end..], &path[taken..]);
    }
    match (glob.chars().next(), path.chars().next()) {
        (None, None) => true,
        (Some('*'), _) => (0..=path.len())
            .filter(|at| path.is_char_boundary(*at))
            .any(|at| matches(&glob[1..], &path[at..])),
        (Some(wanted), Some(found)) if wanted == found => {
            matches(&glob[wanted.len_utf8()..], &path[found.len_utf8()..])
        }
        _ => false,
    }
}

/// One of each kind of file that a build writes.
const PATHS: [&str; 30] = [
    "/",
    "/index.html",
    "/404.html",
    "/explore/",
    "/data/",
    "/data/good-jobs-challenge/",
    "/record/",
    "/grantees/",
    "/industries/healthcare/",
    "/states/MO/",
    "/definitions/",
    "/find/",
    "/compare/",
    "/figures/",
    "/figures/good-jobs-challenge-people-placed-25000/",
    "/embed/awards-by-state/",
    "/embed/awards-by-state/picture.svg",
    "/boot-03f7cdff7156aaa9.js",
    "/early-965bdfede05ed66d.js",
    "/reader-f4a6723251930f4a_bg.wasm",
    "/site-2f568ef06ef3e6e3.js",
    "/chart-c4571bd971c9255f.css",
    "/tokens-33a8bfcdb9d5b56f.css",
    "/fonts/public-sans-400-3defcebbf22c541b.woff2",
    "/data/catalog.json",
    "/data/wages-oews-2025/v/1.0.0/schemas/wages.json",
    "/geo/states-10m.json",
    "/pictures/overview.png",
    "/site.webmanifest",
    "/version.json",
];

/// Headers that are meant for pages and harmless for other files.
const OF_PAGES: [&str; 2] = ["Content-Security-Policy", "X-Frame-Options"];

#[test]
fn such_a_host_sends_what_the_table_says() {
    let text = netlify();
    let rules = rules(&text);
    for path in PATHS {
        let sent: Vec<(&str, &str)> = rules
            .iter()
            .filter(|(glob, _)| matches(glob, path))
            .flat_map(|(_, headers)| headers.iter().copied())
            .collect();
        let expected = headers(path);
        for (name, value) in &expected {
            let is_default = *value == "no-cache";
            let found = sent.iter().any(|(key, said)| key == name && said == value);
            assert_ne!(found, is_default, "{path}: {name}: {value}");
        }
        for (index, (name, _)) in sent.iter().enumerate() {
            let twice = sent[..index].iter().any(|(other, _)| other == name);
            assert!(!twice, "{path} is sent {name} twice");
            let meant = expected.iter().any(|(other, _)| other == name);
            assert!(
                meant || OF_PAGES.contains(name),
                "{path} is sent {name} too"
            );
        }
    }
}

#[test]
fn such_a_host_can_read_the_file() {
    let text = netlify();
    let rules = rules(&text);
    assert!(rules.len() <= 100, "Cloudflare reads 100 rules");
    for (glob, headers) in rules {
        assert!(
            glob.matches('*').count() <= 1,
            "{glob}: Cloudflare reads one *"
        );
        assert!(!headers.is_empty(), "{glob} says nothing");
    }
}
