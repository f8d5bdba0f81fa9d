//! Files for machines: well-formed, consistent with the files, complete addresses, and never a
//! made-up number.

use crate::published::{block_on, files, public};
use good_jobs::bytes::sha256;
use good_jobs::frame::{claim_page, claims_published};
use good_jobs::locale::Locale;
use good_jobs::package::{Catalog, CatalogEntry, Version};
use good_jobs::publish::feeds::{self, Described, PageEntry, SiteAddress, describe};
use good_jobs::table::Dataset;
use serde_json::{Value, json};
use std::path::Path;
use std::rc::Rc;

const EN: Locale = Locale::EN;
const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
/// Text that breaks out of any context that does not escape it.
const HOSTILE: &str = "Jobs & </script><script>alert(1)</script> ]]> \"quoted\" 'so' \u{1} <!--";

/// The published site.
struct Published {
    catalog: Catalog,
    datasets: Vec<Rc<Dataset>>,
}

impl Published {
    fn read() -> Self {
        let files = files();
        let datasets = files.catalog.packages.iter().map(|entry| {
            let edition = good_jobs::pages::Edition::newest(&entry.name);
            block_on(files.dataset(&edition)).expect("every package is readable")
        });
        let datasets = datasets.collect();
        Self {
            catalog: files.catalog,
            datasets,
        }
    }

    fn with_contact(mut self, contact: &str) -> Self {
        self.catalog.site.contact = contact.to_owned();
        self
    }

    fn described(&self) -> Vec<Described<'_>> {
        self.datasets
            .iter()
            .map(|dataset| describe(&self.catalog, dataset, EN).expect("it is in the catalogue"))
            .collect()
    }
}

fn addresses() -> [SiteAddress; 2] {
    [
        SiteAddress::new("https://good-jobs.example", "/"),
        SiteAddress::new("https://host.example/", "good-jobs"),
    ]
}

fn schema(name: &str) -> jsonschema::Validator {
    let path = Path::new(".").join("tests/schemas").join(name);
    let text = std::fs::read_to_string(path).expect("the schema is there");
    let schema: Value = serde_json::from_str(&text).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
}

fn faults(schema: &jsonschema::Validator, value: &Value) -> Vec<String> {
    let fault = |error: jsonschema::ValidationError| format!("{}: {error}", error.instance_path());
    schema.iter_errors(value).map(fault).collect()
}

/// Every text in a JSON value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Addresses on this site are below its base; others are complete.
fn assert_addresses(address: &SiteAddress, value: &Value) {
    let home = address.url("");
    for text in texts(value) {
        if text.starts_with(&address.origin) {
            assert!(text.starts_with(&home), "{text} is not below {home}");
        }
        assert!(
            !text.starts_with('/') && !text.starts_with("data/"),
            "{text} is not whole"
        );
    }
}

fn names_of_made_up(catalog: &Catalog) -> Vec<String> {
    let made_up = catalog.packages.iter().filter(|entry| entry.illustrative);
    let names: Vec<String> = made_up.map(|entry| entry.name.clone()).collect();
    assert!(!names.is_empty(), "there is a made-up package to leave out");
    names
}

fn pages() -> Vec<PageEntry> {
    let entry = |path: &str, title: &str, listed: bool, modified: Option<&str>| PageEntry {
        path: path.to_owned(),
        title: title.to_owned(),
        description: format!("About {title}"),
        modified: modified.map(str::to_owned),
        listed,
        crumbs: vec![
            ("Overview".to_owned(), String::new()),
            (title.to_owned(), path.to_owned()),
        ],
    };
    vec![
        entry("", "Overview", true, Some("2026-11-23")),
        entry("data/", HOSTILE, true, None),
        entry(
            "data/good-jobs-challenge-demo/",
            "Made up",
            false,
            Some("2026-11-23"),
        ),
        entry(
            "figures/with & < and space/",
            "Odd",
            true,
            Some("not a date"),
        ),
    ]
}

#[test]
fn an_address_is_whole_and_below_the_base() {
    let [root, below] = addresses();
    assert_eq!(root.url(""), "https://good-jobs.example/");
    assert_eq!(
        below.url("/data/x.csv"),
        "https://host.example/good-jobs/data/x.csv"
    );
    assert_eq!(
        below.url("a b/ü&<>\".csv"),
        "https://host.example/good-jobs/a%20b/%C3%BC%26%3C%3E%22.csv"
    );
}

#[test]
fn the_sitemap_names_each_listed_page_once() {
    for address in addresses() {
        let text = feeds::sitemap(&address, &pages());
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        let root = document.root_element();
        assert!(root.has_tag_name((SITEMAP, "urlset")));
        let mut places = Vec::new();
        for url in root.children().filter(|node| node.is_element()) {
            assert!(url.has_tag_name((SITEMAP, "url")));
            let names: Vec<&str> = elements(url).map(|node| node.tag_name().name()).collect();
            assert!(names == ["loc"] || names == ["loc", "lastmod"], "{names:?}");
            let place = child_text(url, (SITEMAP, "loc"));
            assert!(
                place.starts_with(&address.url("")) && place.len() < 2048,
                "{place}"
            );
            places.push(place);
        }
        let listed = pages().into_iter().filter(|page| page.listed);
        let expected: Vec<String> = listed.map(|page| address.url(&page.path)).collect();
        assert_eq!(places, expected);
        assert_eq!(text.matches("<lastmod>2026-11-23</lastmod>").count(), 1);
        assert!(!text.contains("not a date"));
    }
}

#[test]
fn robots_may_read_everything_and_are_told_of_the_sitemap() {
    let [_, below] = addresses();
    let text = feeds::robots(&below, EN);
    let rules: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    assert_eq!(
        rules,
        [
            "User-agent: *",
            "Disallow:",
            "Sitemap: https://host.example/good-jobs/sitemap.xml"
        ]
    );
    assert!(text.contains("noindex"));
}

fn elements<'a, 'i>(
    node: roxmltree::Node<'a, 'i>,
) -> impl Iterator<Item = roxmltree::Node<'a, 'i>> {
    node.children().filter(|child| child.is_element())
}

fn child_text(node: roxmltree::Node, name: (&str, &str)) -> String {
    let found: Vec<_> = elements(node)
        .filter(|child| child.has_tag_name(name))
        .collect();
    assert_eq!(
        found.len(),
        1,
        "one {} in {}",
        name.1,
        node.tag_name().name()
    );
    found[0].text().unwrap_or_default().to_owned()
}

/// What RFC 4287 requires of every feed and entry.
fn assert_atom(text: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    let mut ids = vec![child_text(feed, (ATOM, "id"))];
    let mut titles = Vec::new();
    let relations = |node| -> Vec<String> {
        elements(node)
            .filter(|child| child.has_tag_name((ATOM, "link")))
            .map(|link| {
                let address = link.attribute("href").expect("a link leads somewhere");
                assert!(address.starts_with("https://"), "{address} is not whole");
                link.attribute("rel").unwrap_or("alternate").to_owned()
            })
            .collect()
    };
    assert!(relations(feed).contains(&"self".to_owned()));
    assert!(!child_text(feed, (ATOM, "title")).is_empty());
    let author = elements(feed).find(|node| node.has_tag_name((ATOM, "author")));
    assert!(!child_text(author.expect("a feed has an author"), (ATOM, "name")).is_empty());
    assert_moment(&child_text(feed, (ATOM, "updated")));
    for entry in elements(feed).filter(|node| node.has_tag_name((ATOM, "entry"))) {
        ids.push(child_text(entry, (ATOM, "id")));
        titles.push(child_text(entry, (ATOM, "title")));
        assert_moment(&child_text(entry, (ATOM, "updated")));
        assert_eq!(relations(entry), ["alternate", "related"]);
        assert!(!child_text(entry, (ATOM, "summary")).is_empty());
    }
    for id in &ids {
        assert!(id.starts_with("tag:"), "{id}");
        assert_eq!(
            ids.iter().filter(|other| *other == id).count(),
            1,
            "{id} is used twice"
        );
    }
    titles
}

fn assert_moment(text: &str) {
    let day = text.strip_suffix("T00:00:00Z").expect("a moment");
    assert!(
        good_jobs::value::DateWords::parse(day).is_some() && day.len() == 10,
        "{text}"
    );
}

#[test]
fn the_feed_has_one_entry_a_release_and_none_that_is_made_up() {
    let published = Published::read();
    let catalog = &published.catalog;
    for address in addresses() {
        let text = feeds::atom(&address, catalog, &catalog.site, EN);
        let titles = assert_atom(&text);
        let real = catalog.packages.iter().filter(|entry| !entry.illustrative);
        assert_eq!(
            titles.len(),
            real.map(|entry| entry.versions.len()).sum::<usize>()
        );
        for name in names_of_made_up(catalog) {
            assert!(!text.contains(&name), "{name} is in the feed");
        }
        assert_eq!(text, feeds::atom(&address, catalog, &catalog.site, EN));
    }
}

#[test]
fn hostile_texts_stay_texts_in_the_feed() {
    let version = |number: &str, day: &str, changes: &str| Version {
        version: number.to_owned(),
        released: day.to_owned(),
        path: format!("p/v/{number}/datapackage.json"),
        changes: changes.to_owned(),
        ..Version::default()
    };
    let entry = CatalogEntry {
        name: "p".to_owned(),
        title: HOSTILE.to_owned(),
        summary: HOSTILE.to_owned(),
        versions: vec![
            version(
                "1.1.0",
                "2026-12-01",
                "Two rows were mended & <b>one</b> added.",
            ),
            version("1.0.0", "2026-11-23", ""),
        ],
        ..CatalogEntry::default()
    };
    let mut catalog = Catalog::default();
    catalog.site.title = HOSTILE.to_owned();
    catalog.site.publisher = HOSTILE.to_owned();
    catalog.packages = vec![entry];
    let [_, below] = addresses();
    let text = feeds::atom(&below, &catalog, &catalog.site, EN);
    let titles = assert_atom(&text);
    let plain = HOSTILE.replace('\u{1}', "");
    assert_eq!(
        titles,
        [
            format!("{plain}, version 1.1.0"),
            format!("{plain}, version 1.0.0")
        ]
    );
    assert!(text.contains("Two rows were mended &amp; &lt;b&gt;one&lt;/b&gt; added."));
    assert!(!text.contains("]]>") && !text.contains("<script"));
    // A feed without releases is also valid.
    assert_atom(&feeds::atom(
        &below,
        &Catalog {
            site: catalog.site.clone(),
            ..Catalog::default()
        },
        &catalog.site,
        EN,
    ));
}

#[test]
fn the_catalogues_of_data_follow_their_standards() {
    let published = Published::read().with_contact("errors@good-jobs.example");
    let described = published.described();
    for address in addresses() {
        let new = feeds::dcat(&address, &published.catalog, &described, EN);
        assert_eq!(faults(&schema("dcat-us-3.json"), &new), [""; 0]);
        let old = feeds::dcat_1_1(&address, &published.catalog, &described, EN);
        assert_eq!(faults(&schema("dcat-us-1.1.json"), &old), [""; 0]);
        for value in [&new, &old] {
            assert_addresses(&address, value);
            let text = value.to_string();
            for name in names_of_made_up(&published.catalog) {
                assert!(!text.contains(&name), "{name} is in the catalogue");
            }
        }
        let real = described.iter().filter(|of| of.is_real()).count();
        assert_eq!(new["dataset"].as_array().map(Vec::len), Some(real));
    }
}

/// A schema that accepts everything would prove nothing.
#[test]
fn the_schemas_refuse_what_their_standards_refuse() {
    let published = Published::read().with_contact("errors@good-jobs.example");
    let described = published.described();
    let [address, _] = addresses();
    let new = feeds::dcat(&address, &published.catalog, &described, EN);
    let old = feeds::dcat_1_1(&address, &published.catalog, &described, EN);
    let linked = feeds::dataset(&address, &published.catalog.site, &described[0], EN);
    let linked = linked.expect("it is real");
    let manifest = feeds::manifest(&address, &published.catalog.site, EN);
    let wrong = [
        (
            "dcat-us-3.json",
            &new,
            "/dataset/0/distribution/0/byteSize",
            json!(146),
        ),
        (
            "dcat-us-3.json",
            &new,
            "/dataset/0/distribution/0/downloadURL",
            json!("data/x.csv"),
        ),
        (
            "dcat-us-3.json",
            &new,
            "/dataset/0/spatial",
            json!("United States"),
        ),
        (
            "dcat-us-3.json",
            &new,
            "/dataset/0/language",
            json!(["en-US"]),
        ),
        ("dcat-us-3.json", &new, "/dataset/0/publisher", json!({})),
        (
            "dcat-us-3.json",
            &new,
            "/conformsTo",
            json!("https://resources.data.gov/dcat-us/3.0.0"),
        ),
        (
            "dcat-us-1.1.json",
            &old,
            "/dataset/0/contactPoint/hasEmail",
            json!("a@b.example"),
        ),
        ("dcat-us-1.1.json", &old, "/dataset/0/keyword", json!([])),
        (
            "dcat-us-1.1.json",
            &old,
            "/dataset/0/accessLevel",
            json!("open"),
        ),
        (
            "jsonld-dataset.json",
            &linked,
            "/description",
            json!("Short."),
        ),
        (
            "jsonld-dataset.json",
            &linked,
            "/distribution/0/contentUrl",
            json!("/x.csv"),
        ),
        ("webmanifest.json", &manifest, "/display", json!("page")),
        ("webmanifest.json", &manifest, "/icons", json!([])),
    ];
    for (name, value, place, by) in wrong {
        let mut value = value.clone();
        *value.pointer_mut(place).expect(place) = by;
        assert!(
            !faults(&schema(name), &value).is_empty(),
            "{name} lets {place} through"
        );
    }
}

#[test]
fn a_contact_is_left_out_rather_than_invented() {
    let [address, _] = addresses();
    for contact in ["", "https://good-jobs.example/report"] {
        let published = Published::read().with_contact(contact);
        let described = published.described();
        let new = feeds::dcat(&address, &published.catalog, &described, EN);
        let found = faults(&schema("dcat-us-3.json"), &new);
        assert!(
            found.iter().all(|fault| fault.contains("contactPoint")),
            "{found:?}"
        );
        assert_eq!(
            found.len(),
            described.iter().filter(|of| of.is_real()).count()
        );
    }
}

#[test]
fn every_download_is_there_and_as_long_as_is_said() {
    let published = Published::read();
    let described = published.described();
    for address in addresses() {
        let catalog = feeds::dcat(&address, &published.catalog, &described, EN);
        let mut files = 0;
        for dataset in catalog["dataset"].as_array().expect("a list") {
            bytes_at(&address, &dataset["describedBy"]["downloadURL"]);
            for file in dataset["distribution"].as_array().expect("a list") {
                let bytes = bytes_at(&address, &file["downloadURL"]);
                assert_eq!(file["byteSize"], json!(bytes.len().to_string()));
                assert_eq!(file["checksum"]["checksumValue"], json!(sha256(&bytes)));
                assert!(
                    file["downloadURL"].to_string().contains("/v/"),
                    "of a fixed version"
                );
                files += 1;
            }
        }
        assert!(files > 20, "{files}");
    }
}

fn bytes_at(address: &SiteAddress, url: &Value) -> Vec<u8> {
    let url = url.as_str().expect("an address");
    let path = url.strip_prefix(&address.url("")).expect("below the base");
    std::fs::read(public().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn what_is_said_of_time_and_place_comes_from_the_data() {
    let published = Published::read();
    let described = published.described();
    let days = |name: &str| {
        let of = described.iter().find(|of| of.package.name == name);
        of.expect("it is published").days.clone()
    };
    // Fiscal years 2002 to 2021, which begin in October.
    let years = ("2001-10-01".to_owned(), Some("2021-09-30".to_owned()));
    assert_eq!(days("registered-apprenticeship"), Some(years));
    // No column of the wages has their month; nothing is guessed from the title.
    assert_eq!(days("wages-oews-2025"), None);
    // Some results are known only by the date on which they were published, later than any date in
    // the data: the end is open. Goals and background extend nothing.
    assert_eq!(
        days("good-jobs-challenge"),
        Some(("2022-08-01".to_owned(), None))
    );
    for of in described.iter().filter(|of| of.is_real()) {
        assert_eq!(of.places, ["United States"], "{}", of.package.name);
        assert!(!of.measures.is_empty());
    }
}

#[test]
fn a_package_is_a_data_set_in_the_words_of_schema_org() {
    let published = Published::read();
    for address in addresses() {
        for of in published.described() {
            let value = feeds::dataset(&address, &published.catalog.site, &of, EN);
            let Some(value) = value else {
                assert!(
                    of.package.outcomes.illustrative,
                    "{} is left out",
                    of.package.name
                );
                continue;
            };
            assert_eq!(faults(&schema("jsonld-dataset.json"), &value), [""; 0]);
            assert_addresses(&address, &value);
            for file in value["distribution"].as_array().expect("a list") {
                bytes_at(&address, &file["contentUrl"]);
            }
        }
    }
}

#[test]
fn a_claim_says_no_more_than_was_published() {
    let published = Published::read();
    let described = published.described();
    let of = described
        .iter()
        .find(|of| of.package.name == "good-jobs-challenge")
        .expect("there");
    let dataset = published
        .datasets
        .iter()
        .find(|it| it.package.name == of.package.name);
    let dataset = dataset.expect("there");
    let [_, address] = addresses();
    let mut kinds = std::collections::BTreeSet::new();
    let claims = claims_published(dataset);
    assert!(claims.len() > 100);
    for other in &claims {
        let page = claim_page(dataset, &other.claim_id).expect("every claim has a page");
        let row = page.frame.rows.first().expect("one row");
        let figure = row.figure.as_ref().expect("a figure");
        let entry = PageEntry {
            path: format!("figures/{}/", other.claim_id),
            description: "In a sentence.".to_owned(),
            ..PageEntry::default()
        };
        let value = feeds::claim(&address, &entry, &page, figure, of, EN).expect("it is real");
        assert_addresses(&address, &value);
        assert_eq!(value["@type"], "Claim");
        assert_eq!(
            value["appearance"].as_array().map(Vec::len),
            Some(page.statements.len())
        );
        let number = &value["about"];
        let word = number["additionalProperty"]
            .as_array()
            .and_then(|all| all.iter().find(|it| it["name"] == "qualifier"))
            .map(|it| it["value"].as_str().unwrap_or_default().to_owned());
        let has = |key: &str| number.get(key).is_some();
        let ends = (has("minValue"), has("value"), has("maxValue"));
        let expected = match word.as_deref() {
            Some("more_than" | "at_least") => (true, false, false),
            Some("up_to" | "less_than") => (false, false, true),
            Some("range") => (true, false, true),
            Some(_) => (false, true, false),
            None => (false, false, false),
        };
        assert_eq!(ends, expected, "{value}");
        let is_observed = number["@type"] == "Observation";
        let is_result = row.kind == Some(good_jobs::value::Kind::Actual);
        assert_eq!(
            is_observed,
            is_result && row.cell.quantity.is_some(),
            "{value}"
        );
        kinds.insert(word);
    }
    assert!(kinds.len() > 3, "{kinds:?}");
}

#[test]
fn a_block_of_data_cannot_be_left() {
    let [_, address] = addresses();
    let site = &Published::read().catalog.site;
    let page = &pages()[1];
    let article = feeds::article(&address, site, page, EN);
    let crumbs = feeds::breadcrumbs(&address, page).expect("two steps");
    for values in [vec![article.clone()], vec![article.clone(), crumbs.clone()]] {
        let block = feeds::script(&values);
        let inside = block
            .strip_prefix("<script type=\"application/ld+json\">")
            .and_then(|rest| rest.strip_suffix("</script>"))
            .expect("one block");
        assert!(!inside.contains('<') && !inside.contains('>'));
        let read: Value = serde_json::from_str(inside).expect("JSON");
        let expected = if values.len() == 1 {
            article.clone()
        } else {
            json!(values)
        };
        assert_eq!(read, expected);
    }
    assert_eq!(article["headline"], HOSTILE);
    assert_eq!(
        crumbs["itemListElement"][1]["item"],
        "https://host.example/good-jobs/data/"
    );
    assert_eq!(feeds::breadcrumbs(&address, &PageEntry::default()), None);
    assert_eq!(feeds::script(&[]), "");
}

#[test]
fn the_web_manifest_stays_below_the_base() {
    let site = &Published::read().catalog.site;
    for address in addresses() {
        let value = feeds::manifest(&address, site, EN);
        assert_eq!(faults(&schema("webmanifest.json"), &value), [""; 0]);
        for text in texts(&value).iter().filter(|text| text.starts_with('/')) {
            assert!(text.starts_with(&address.base), "{text}");
        }
        let named = value["icons"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|icon| &icon["src"]);
        let named: Vec<&str> = named.filter_map(Value::as_str).collect();
        let offered: Vec<String> = feeds::icons()
            .iter()
            .map(|icon| format!("{}{}", address.base, icon.path))
            .collect();
        assert_eq!(named[0], format!("{}favicon.svg", address.base));
        assert_eq!(named[1..], offered);
    }
}

#[test]
fn the_mark_is_one_drawing_at_every_size() {
    let path = public().join("favicon.svg");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, feeds::favicon()).expect("it can be written");
    }
    let written = std::fs::read_to_string(&path).expect("there is a favicon");
    assert_eq!(written, feeds::favicon(), "write it anew: make bless");
    for icon in feeds::icons() {
        let document = roxmltree::Document::parse(&icon.svg).expect("well-formed");
        let root = document.root_element();
        let size = icon.size.to_string();
        assert_eq!(root.attribute("width"), Some(size.as_str()));
        assert_eq!(root.attribute("height"), Some(size.as_str()));
        // It fills its square: nothing is transparent, and no corner is cut twice.
        let ground = elements(root).next().expect("a ground");
        assert_eq!(ground.attribute("rx"), None);
        assert_eq!(ground.attribute("width"), Some("32"));
    }
}

#[test]
fn a_site_without_an_origin_is_nowhere() {
    let mut site = good_jobs::package::Site::default();
    let place = good_jobs::site::SiteBase::new("good-jobs");
    assert_eq!(
        SiteAddress::of(&site, &place, None).url("x"),
        "https://good-jobs.example/good-jobs/x"
    );
    site.origin = "https://jobs.example.gov/".to_owned();
    assert_eq!(
        SiteAddress::of(&site, &place, Some("")).url(""),
        "https://jobs.example.gov/good-jobs/"
    );
    let given = SiteAddress::of(&site, &place, Some("https://preview.example"));
    assert_eq!(given.url(""), "https://preview.example/good-jobs/");
}
