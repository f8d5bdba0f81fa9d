//! Pages as text: every word comes from the message catalog or from a package, the bytes are the
//! same every time, and no number is computed from numbers that must not be combined.

use crate::published::{block_on, files, public};
use good_jobs::locale::Locale;
use good_jobs::package::Site;
use good_jobs::pages::{Edition, load_page};
use good_jobs::publish::prerender;
use good_jobs::site::{Route, SiteBase};
use good_jobs::ui::Shell;
use std::collections::HashMap;
use std::path::Path;

fn routes() -> Vec<Route> {
    let files = files();
    let packages = files
        .catalog
        .packages
        .iter()
        .map(|entry| Route::Package(entry.name.clone()));
    // Of the pages of figures, which are rendered alike, a sample of every kind.
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let claims = good_jobs::frame::claims_published(&dataset);
    assert!(claims.len() > 200, "{} claims", claims.len());
    let figures = claims.into_iter().step_by(19);
    let figures = figures.map(|claim| Route::Figure(claim.claim_id));
    [
        Route::Overview,
        Route::Record,
        Route::Explore,
        Route::Data,
        Route::Figures,
        Route::Grantees,
        Route::Grantee("maryland-department-of-labor".to_owned()),
        Route::Industries,
        Route::Industry("healthcare".to_owned()),
        Route::States,
        Route::State("MO".to_owned()),
        Route::State("AS".to_owned()),
        Route::StatePay("PR".to_owned()),
        Route::Changes("good-jobs-challenge-demo".to_owned(), "2.0.0".to_owned()),
        Route::Changes("wages-oews-2025".to_owned(), "1.2.0".to_owned()),
        Route::Definitions,
        Route::Charts,
        Route::Chart("bar".to_owned()),
        Route::Chart("map".to_owned()),
        Route::Report,
        Route::Accessibility,
        Route::UseCharts,
        Route::ShareStory,
        Route::PublishData,
        Route::Dashboard(String::new()),
        Route::NotFound,
    ]
    .into_iter()
    .chain(packages)
    .chain(figures)
    .collect()
}

fn body(route: &Route, locale: Locale) -> String {
    let files = files();
    let page = block_on(load_page(&files, route, ""));
    let shell = Shell {
        locale,
        place: SiteBase::new("/"),
        route: route.clone(),
        site: Site::default(),
    };
    prerender::body(shell, page)
}

/// The texts for readers: text nodes and accessible attributes, without embedded data.
fn texts(body: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = body;
    while let Some(open) = rest.find('<') {
        texts.push(rest[..open].to_owned());
        let tag_end = rest[open..]
            .find('>')
            .map_or(rest.len(), |end| open + end + 1);
        let tag = &rest[open..tag_end];
        for name in ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""] {
            if let Some((_, after)) = tag.split_once(name) {
                texts.push(after.split('"').next().unwrap_or("").to_owned());
            }
        }
        rest = &rest[tag_end..];
        if tag.starts_with("<script") {
            rest = rest.find("</script>").map_or("", |end| &rest[end..]);
        }
        // Lines of code and names of tests are the same in every language, as the markup says.
        if tag.contains("translate=\"no\"") {
            rest = rest.find("</").map_or("", |end| &rest[end..]);
        }
    }
    texts.push(rest.to_owned());
    texts.into_iter().map(|text| unescape(&text)).collect()
}

fn unescape(text: &str) -> String {
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    marks
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What remains of a text when the words of the catalog, which the pseudo-locale puts into ⟦ ⟧, are
/// removed. A text may be cut within a pair where a drawing breaks its lines.
fn outside_the_catalogue(text: &str) -> Vec<String> {
    // Addresses are not prose.
    let words = text.split(' ').filter(|word| word.matches('/').count() < 2);
    let text = words.collect::<Vec<_>>().join(" ");
    let mut left = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('⟦') {
        left.push(before.to_owned());
        rest = after.split_once('⟧').map_or("", |(_, after)| after);
    }
    // The second half of a broken line.
    left.push(rest.rsplit('⟧').next().unwrap_or("").to_owned());
    left.iter()
        .flat_map(|text| text.split([',', ':', '·', '–', ';', '(', ')', '.', '…']))
        .map(|text| {
            text.trim_matches(|letter: char| !letter.is_alphabetic())
                .to_owned()
        })
        .filter(|text| text.chars().filter(|letter| letter.is_alphabetic()).count() > 2)
        // Accented letters throughout: the catalog's own words, on a line that a drawing has
        // broken.
        .filter(|text| !is_pseudo(text))
        .collect()
}

fn is_pseudo(text: &str) -> bool {
    let accented = text.chars().filter(|letter| !letter.is_ascii()).count();
    accented * 3 > text.chars().count()
}

/// All texts of packages.
fn corpus() -> String {
    fn add(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder)
            .expect("a folder of published data")
            .flatten()
        {
            let path = entry.path();
            let is_copy = path
                .file_name()
                .is_some_and(|name| name == "v" || name == "by-state" || name == "by-major-group");
            if path.is_dir() && !is_copy {
                add(&path, all);
            } else if path.is_file() {
                let text = std::fs::read_to_string(&path).expect("published data is text");
                all.push_str(&text.replace("\"\"", "\"").replace("\\\"", "\""));
                all.push('\n');
            }
        }
    }
    let mut all = String::new();
    add(&public().join("data"), &mut all);
    all
}

#[test]
fn every_word_of_a_page_is_from_the_catalogue_or_from_a_package() {
    let corpus = corpus();
    // The corpus is long and pages are repetitive: each text is looked up once.
    let mut looked_for = HashMap::new();
    let mut is_in_a_package = |text: &str| match looked_for.get(text) {
        Some(known) => *known,
        None => *looked_for
            .entry(text.to_owned())
            .or_insert_with(|| corpus.contains(text)),
    };
    let mut strangers = Vec::new();
    for route in routes() {
        for text in texts(&body(&route, Locale::PSEUDO)) {
            for stranger in outside_the_catalogue(&text) {
                // A line broken twice has a middle without brackets; it is recognized by its
                // accents.
                if is_pseudo(&stranger) {
                    continue;
                }
                // State abbreviations and words of Table Schema are used as they are.
                let is_known = is_in_a_package(&stranger)
                    || stranger
                        .split([' ', ',', ':', '·', '–'])
                        .all(|word| !word.is_empty() && is_in_a_package(word.trim()));
                if !is_known {
                    strangers.push(format!("{route:?}: {stranger}"));
                }
            }
        }
    }
    assert!(
        strangers.is_empty(),
        "prose outside src/locale: {strangers:#?}"
    );
}

#[test]
fn the_same_page_has_the_same_bytes() {
    for route in routes() {
        assert_eq!(
            body(&route, Locale::EN),
            body(&route, Locale::EN),
            "{route:?}"
        );
    }
}

#[test]
fn the_overview_computes_no_percentage_from_open_ended_numbers() {
    let texts = texts(&body(&Route::Overview, Locale::EN));
    // Rates that a grantee published itself are shown as published.
    let published = ["nearly 90%", "82%+", "more than 82%", "83%"];
    let is_published = |text: &&String| published.iter().any(|rate| text.contains(rate));
    let with_percent: Vec<&String> = texts
        .iter()
        .filter(|text| text.contains('%') && !is_published(text))
        .collect();
    assert!(with_percent.is_empty(), "{with_percent:#?}");
}

#[test]
fn the_overview_says_published_where_only_that_date_is_known() {
    let texts = texts(&body(&Route::Overview, Locale::EN)).join(" ");
    assert!(texts.contains("more than 25,000 people"));
    assert!(texts.contains("published January 13, 2026"));
    assert!(texts.contains("30 of 32 first-round grants"));
    assert!(texts.contains("5 of 8 second-round grants"));
    assert!(!texts.contains("as of January 13, 2026"));
}

#[test]
fn every_page_has_one_heading_of_the_first_level() {
    for route in routes() {
        assert_eq!(
            body(&route, Locale::EN).matches("<h1").count(),
            1,
            "{route:?}"
        );
    }
}

#[test]
fn links_stay_on_the_site_under_a_sub_path() {
    let files = files();
    for route in routes() {
        let page = block_on(load_page(&files, &route, ""));
        let shell = Shell {
            locale: Locale::EN,
            place: SiteBase::new("/good-jobs/"),
            route: route.clone(),
            site: Site::default(),
        };
        let text = prerender::body(shell, page);
        for link in text
            .split("href=\"")
            .skip(1)
            .map(|after| after.split('"').next().unwrap_or(""))
        {
            let stays = link.starts_with("/good-jobs/")
                || link.starts_with('#')
                || link.starts_with("http");
            assert!(stays, "{route:?} links to {link}");
        }
    }
}
