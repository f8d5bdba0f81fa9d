//! The conformance statement: every criterion is answered, every test that it names is there, every known limit is on it.

use crate::published::{block_on, body, files, plain, root, shell};
use good_jobs::locale::Locale;
use good_jobs::package::Site;
use good_jobs::pages::{CRITERIA, Conformance, ConformanceLevel, KNOWN_LIMITS, load_page};
use good_jobs::publish::prerender;
use good_jobs::site::Route;
use std::collections::BTreeSet;

/// Whether a line of a test file declares this test: a function of Rust, or a call of `test` in a script. The parts of a
/// name around “…” are on the line in this order.
fn declares(file: &str, line: &str, name: &str) -> bool {
    let line = line.trim_start();
    if file.ends_with(".rs") {
        return line == format!("fn {name}() {{");
    }
    let Some(mut rest) = line.strip_prefix("test(") else {
        return false;
    };
    let parts = name.split('…').map(str::trim);
    parts.filter(|part| !part.is_empty()).all(|part| {
        let found = rest.find(part);
        rest = found.map_or("", |at| &rest[at + part.len()..]);
        found.is_some()
    })
}

#[test]
fn every_test_that_the_statement_names_is_in_the_repository() {
    for criterion in &CRITERIA {
        for (file, name) in criterion.tests {
            let text = std::fs::read_to_string(root().join(file));
            let text = text.unwrap_or_else(|error| panic!("{file}: {error}"));
            assert!(
                text.lines().any(|line| declares(file, line, name)),
                "{}: {file} has no test “{name}”",
                criterion.number
            );
        }
    }
    assert!(!declares("a.rs", "fn another() {", "one"));
    assert!(!declares("a.mjs", "// test('one', …", "one"));
    assert!(!declares("a.mjs", "test('two', async () => {", "one"));
}

#[test]
fn every_criterion_of_level_a_and_aa_is_answered_once() {
    let numbers: BTreeSet<&str> = CRITERIA.iter().map(|it| it.number).collect();
    assert_eq!(numbers.len(), CRITERIA.len());
    let of = |level| CRITERIA.iter().filter(|it| it.level == level).count();
    // WCAG 2.2 has 31 criteria of level A and 24 of level AA.
    assert_eq!(
        (of(ConformanceLevel::A), of(ConformanceLevel::AA)),
        (31, 24)
    );
    for criterion in &CRITERIA {
        let applies = criterion.answer != Conformance::DoesNotApply;
        assert_eq!(
            applies,
            !criterion.tests.is_empty(),
            "{} has a test if it applies",
            criterion.number
        );
    }
}

#[test]
fn the_known_limits_are_those_of_the_list_of_heuristics() {
    let list = std::fs::read_to_string(root().join("docs/chartability.md")).expect("readable");
    let in_part: Vec<u8> = list
        .lines()
        .filter(|line| line.contains("| In part."))
        .filter_map(|line| line.split('|').nth(1)?.trim().parse().ok())
        .collect();
    let limits: Vec<u8> = KNOWN_LIMITS.iter().map(|(number, _)| *number).collect();
    assert_eq!(limits, in_part);
}

#[test]
fn the_page_has_a_line_for_each_criterion_and_says_how_to_report_a_problem() {
    let files = files();
    let html = body(&files, &Route::Accessibility);
    assert_eq!(html.matches("<th scope=\"row\"").count(), CRITERIA.len());
    let text = plain(&html);
    for criterion in &CRITERIA {
        let name = Locale::EN.text((criterion.name)());
        assert!(text.contains(&format!("{} {name}", criterion.number)));
    }
    assert!(text.contains("This site has no contact address yet."));
    let with = |contact: &str| {
        let page = block_on(load_page(&files, &Route::Accessibility, ""));
        let mut shell = shell(&Route::Accessibility);
        shell.site = Site {
            contact: contact.to_owned(),
            ..Site::default()
        };
        prerender::body(shell, page)
    };
    assert!(with("help@jobs.gov").contains("href=\"mailto:help@jobs.gov\""));
    assert!(with("https://jobs.gov/help").contains("href=\"https://jobs.gov/help\""));
}

#[test]
fn the_footer_of_every_page_links_to_the_statement() {
    let files = files();
    for route in [
        Route::Overview,
        Route::Data,
        Route::Stories,
        Route::Accessibility,
    ] {
        let html = body(&files, &route);
        let footer = html.split("<footer").nth(1).expect("a footer");
        assert!(footer.contains("href=\"/accessibility/\""), "{route:?}");
    }
}
