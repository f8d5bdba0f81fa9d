//! Terms are explained in place: each definition has its source, each link its definition, and
//! nothing else of a page is changed.

use crate::published::{block_on, files, public, shell};
use good_jobs::locale::{Locale, Words};
use good_jobs::m;
use good_jobs::package::Glossary;
use good_jobs::pages::gather;
use good_jobs::publish::build;
use good_jobs::site::{Place, Route};
use good_jobs::value::Kind;
use std::collections::BTreeSet;

fn glossary() -> Glossary {
    block_on(files().terms()).expect("the words are readable")
}

/// (the page as rendered, the same with its terms linked, the terms that it defines).
fn page(route: &Route) -> (String, String, Vec<String>) {
    let page = block_on(gather(&files(), route, ""));
    let plain = build::body(shell(route), page);
    let explained = build::Explainer::new(glossary()).explain(&plain, &shell(route));
    (plain, explained.html, explained.terms)
}

/// One page of each kind that explains terms.
fn routes() -> Vec<Route> {
    vec![
        Route::Overview,
        Route::Record,
        Route::Explore,
        Route::Data,
        Route::Package("good-jobs-challenge".to_owned()),
        Route::Package("wages-oews-2025".to_owned()),
        Route::Figures,
        Route::Figure("good-jobs-challenge-people-placed-25000".to_owned()),
        Route::Grantees,
        Route::Grantee("maryland-department-of-labor".to_owned()),
        Route::Industry("healthcare".to_owned()),
        Route::States,
        Route::State("MO".to_owned()),
    ]
}

/// A page without the links on terms, the lines under charts and the boxes.
fn undone(html: &str) -> String {
    let without = |html: &str, start: &str, end: &str| {
        let mut parts = html.split(start);
        let mut out = parts.next().unwrap_or("").to_owned();
        for part in parts {
            out.push_str(part.split_once(end).map_or("", |(_, rest)| rest));
        }
        out
    };
    let html = without(html, "<p class=\"figure-words\">", "</p>");
    let html = html
        .split("<div id=\"term-")
        .next()
        .unwrap_or("")
        .to_owned();
    let mut parts = html.split("<a href=\"/definitions/#");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (_, rest) = part.split_once('>').expect("a whole tag");
        let (words, rest) = rest.split_once("</a>").expect("an end");
        out.push_str(words);
        out.push_str(rest);
    }
    out
}

fn ids<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    let parts = html.split(before).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn only_links_are_added_to_a_page() {
    for route in routes() {
        let (plain, explained, terms) = page(&route);
        assert!(!terms.is_empty(), "{route:?} explains nothing");
        assert!(undone(&explained) == plain, "{route:?} is changed");
    }
}

#[test]
fn every_link_on_a_word_has_one_box_and_one_definition() {
    let (definitions, ..) = page(&Route::Definitions);
    for route in routes() {
        let (_, html, terms) = page(&route);
        let linked: BTreeSet<&str> = ids(&html, " data-term=\"").into_iter().collect();
        let boxes = ids(&html, "<div id=\"term-");
        let unique: BTreeSet<&str> = boxes.iter().copied().collect();
        assert_eq!(linked, unique, "{route:?}");
        assert_eq!(boxes.len(), unique.len(), "{route:?}: one box a word");
        assert_eq!(terms.len(), unique.len(), "{route:?}");
        for id in unique {
            let entry = format!("<div id=\"{id}\" class=\"term-entry\"");
            assert!(
                definitions.contains(&entry),
                "{route:?}: {id} is not defined"
            );
        }
    }
}

#[test]
fn a_word_is_linked_once_in_a_section() {
    for route in routes() {
        let (_, html, _) = page(&route);
        let html = html.split("<div id=\"term-").next().unwrap_or("");
        for section in html.split("<section").skip(1) {
            let section = section.split("</section>").next().unwrap_or("");
            let in_text: String = section
                .split("<p class=\"figure-words\">")
                .enumerate()
                .map(|(at, part)| {
                    if at == 0 {
                        part
                    } else {
                        part.split_once("</p>").map_or("", |(_, rest)| rest)
                    }
                })
                .collect();
            let all = ids(&in_text, " data-term=\"");
            let unique: BTreeSet<&&str> = all.iter().collect();
            assert_eq!(all.len(), unique.len(), "{route:?}: {all:?}");
        }
    }
}

/// A table of the package, read independently of the app.
fn rows(name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let path = public().join(format!("data/good-jobs-challenge/{name}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("the table is there");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn every_definition_of_the_package_is_carried_over_with_its_source() {
    let glossary = glossary();
    for row in rows("definitions") {
        let id = &row["term_id"];
        let covering: Vec<_> = glossary
            .terms
            .iter()
            .filter(|term| term.covers.contains(id))
            .collect();
        assert!(!covering.is_empty(), "{id} is explained nowhere");
        let named = covering
            .iter()
            .flat_map(|term| &term.sources)
            .any(|source| row["source_url"].is_empty() || source.url == row["source_url"]);
        assert!(named, "{id} has lost its source");
        // Worded for this site: not the package's sentence under another name.
        assert!(
            covering
                .iter()
                .all(|term| term.definition != row["definition"]),
            "{id}"
        );
    }
    let known: BTreeSet<String> = rows("definitions")
        .iter()
        .map(|row| row["term_id"].clone())
        .collect();
    for term in &glossary.terms {
        assert!(
            term.covers.iter().all(|id| known.contains(id)),
            "{}",
            term.id
        );
    }
}

#[test]
fn the_questions_of_the_record_every_kind_and_its_measures_are_explained() {
    let (glossary, catalog) = (glossary(), files().catalog);
    let is_explained = |text: &str| {
        let is_it = |label: &String| label.eq_ignore_ascii_case(text);
        glossary
            .terms
            .iter()
            .any(|term| term.labels.iter().any(is_it))
    };
    let measures = rows("measures");
    for column in &catalog.record.columns {
        assert!(is_explained(&column.title), "{}", column.title);
        for code in &column.measures {
            let row = measures
                .iter()
                .find(|row| row["measure_code"] == *code)
                .expect("a measure");
            assert!(is_explained(&row["title"]), "{}", row["title"]);
        }
    }
    for kind in Kind::ALL {
        let label = Locale::EN.text(kind.label());
        assert!(is_explained(&label), "{label}");
    }
    assert!(is_explained(&Locale::EN.text(m!(RecordBlank))));
}

#[test]
fn sources_lead_to_pages_that_exist() {
    for term in glossary().terms {
        for source in term.sources {
            if source.url.contains("://") {
                assert!(source.url.starts_with("https://"), "{}", source.url);
                continue;
            }
            let path = source.url.split('#').next().unwrap_or("");
            let route = Place::new("/").route(&format!("/{path}"));
            assert!(
                matches!(route, Route::Data | Route::Package(_)),
                "{}",
                source.url
            );
        }
    }
}
