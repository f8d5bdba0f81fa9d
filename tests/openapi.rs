//! `openapi.json` and the tags for citations: the structure of OpenAPI 3.1, and every address is a file.

use crate::published::{block_on, files, public};
use good_jobs::locale::Locale;
use good_jobs::pages::Edition;
use good_jobs::publish::feeds::{PageEntry, SiteAddress, citation_tags, describe, openapi};
use serde_json::Value;
use std::collections::BTreeSet;

fn document(origin: &str, base: &str) -> Value {
    let files = files();
    let entries = files.catalog.packages.iter();
    let datasets: Vec<_> = entries
        .map(|entry| block_on(files.dataset(&Edition::newest(&entry.name))).expect("readable"))
        .collect();
    let described: Vec<_> = datasets
        .iter()
        .filter_map(|dataset| describe(&files.catalog, dataset, Locale::EN))
        .collect();
    let views = ["awards-by-state".to_owned()];
    let address = SiteAddress::new(origin, base);
    openapi(
        &address,
        &files.catalog.site,
        &described,
        &views,
        Locale::EN,
    )
}

/// The names in braces of a path.
fn braces(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    parts.filter_map(|part| part.split('}').next()).collect()
}

/// Every address that a path stands for.
fn written_out(path: &str, operation: &Value) -> Vec<String> {
    let mut all = vec![path.to_owned()];
    for parameter in operation["parameters"].as_array().expect("a list") {
        let hole = format!("{{{}}}", parameter["name"].as_str().expect("a name"));
        let values = parameter["schema"]["enum"].as_array().expect("its values");
        all = all
            .iter()
            .flat_map(|path| {
                let with = |value: &Value| path.replace(&hole, value.as_str().expect("a text"));
                values.iter().map(with).collect::<Vec<String>>()
            })
            .collect();
    }
    all
}

#[test]
fn it_has_the_structure_of_openapi_3_1() {
    let document = document("https://jobs.gov", "/");
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let paths = document["paths"].as_object().expect("paths");
    assert!(paths.len() > 20, "{} paths", paths.len());
    let mut ids = BTreeSet::new();
    let mut shapes = BTreeSet::new();
    for (path, item) in paths {
        assert!(path.starts_with('/'), "{path}");
        let methods: Vec<&String> = item.as_object().expect("an item").keys().collect();
        assert_eq!(methods, ["get"], "{path}");
        let operation = &item["get"];
        let id = operation["operationId"].as_str().expect("an id");
        assert!(ids.insert(id.to_owned()), "{id} is the id of one operation");
        let parameters = operation["parameters"].as_array().expect("a list");
        let names: Vec<&str> = parameters
            .iter()
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        assert_eq!(names, braces(path), "{path}");
        for parameter in parameters {
            assert_eq!(
                (&parameter["in"], &parameter["required"]),
                (&"path".into(), &true.into())
            );
            assert_eq!(parameter["schema"]["type"], "string");
        }
        // Two paths that differ only in the names of parameters are forbidden.
        let shape = braces(path)
            .iter()
            .fold(path.clone(), |path, name| path.replace(name, ""));
        assert!(shapes.insert(shape), "{path}");
        let responses = operation["responses"].as_object().expect("responses");
        for (code, response) in responses {
            assert!(response["description"].is_string(), "{path} {code}");
        }
        let content = responses["200"]["content"].as_object().expect("content");
        assert!(
            content.values().all(|it| it["schema"].is_object()),
            "{path}"
        );
    }
}

#[test]
fn every_file_of_the_data_is_in_it_and_nothing_else_below_data() {
    let document = document("", "/");
    let paths = document["paths"].as_object().expect("paths");
    let mut named = BTreeSet::new();
    for (path, item) in paths.iter().filter(|(path, _)| path.starts_with("/data/")) {
        for address in written_out(path, &item["get"]) {
            // An older version may lack a file of the newest; the path answers 404 then, as it says.
            let is_there = public().join(&address[1..]).is_file();
            assert!(is_there || address.contains("/v/"), "{address}");
            named.insert(address);
        }
    }
    let files = files();
    for entry in files.catalog.packages.iter() {
        let dataset = block_on(files.dataset(&Edition::newest(&entry.name))).expect("readable");
        let version = &entry.versions[0].version;
        for resource in &dataset.package.resources {
            for folder in ["", &format!("v/{version}/")] {
                let address = format!("/data/{}/{folder}{}", entry.name, resource.path);
                // Made-up numbers are in no list for machines.
                assert_eq!(named.contains(&address), !entry.illustrative, "{address}");
            }
        }
    }
    for address in [
        "/updates.atom",
        "/sitemap.xml",
        "/openapi.json",
        "/embed/{view}/",
        "/embed/{view}/oembed.json",
        "/embed/{view}/picture.svg",
    ] {
        assert!(paths.contains_key(address), "{address}");
    }
}

#[test]
fn the_server_has_a_host_only_where_the_site_has_one() {
    let server = |origin: &str, base: &str| document(origin, base)["servers"][0]["url"].clone();
    assert_eq!(server("https://jobs.gov", "/"), "https://jobs.gov");
    assert_eq!(server("https://jobs.gov", "/x/"), "https://jobs.gov/x");
    assert_eq!(server("https://good-jobs.example", "/"), "/");
    assert_eq!(server("https://good-jobs.example", "/x/"), "/x");
}

#[test]
fn a_page_that_is_cited_says_how() {
    let site = &files().catalog.site;
    let address = SiteAddress::new("https://jobs.gov", "/");
    let entry = PageEntry {
        path: "stories/one/".to_owned(),
        title: "One".to_owned(),
        modified: Some("2026-11-30".to_owned()),
        ..PageEntry::default()
    };
    let tags = citation_tags(&address, site, &entry, Locale::EN);
    for expected in [
        ("citation_title", "One"),
        ("citation_author", site.publisher.as_str()),
        ("citation_publication_date", "2026/11/30"),
        ("citation_public_url", "https://jobs.gov/stories/one/"),
    ] {
        let has = |(name, text): &(&str, String)| (*name, text.as_str()) == expected;
        assert!(tags.iter().any(has), "{expected:?} in {tags:?}");
    }
}
