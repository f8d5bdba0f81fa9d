//! `data-1.1.json`: the same data sets according to DCAT-US 1.1, which is Project Open Data's
//! metadata schema v1.1, for catalogs that still use it.
//!
//! `bureauCode` and `programCode` are required of federal agencies only; they are assigned to an
//! agency, so this file has none. As in `dcat.rs`, a site without a mail address has no
//! `contactPoint`, which every reader of this schema requires. The schema has no sizes, hashes or
//! versions of files; `data.json` has them.

use super::dcat::{PUBLIC, mail};
use super::object::Object;
use super::{Described, SiteAddress};
use crate::locale::Locale;
use crate::package::{Catalog, Site};
use serde_json::{Value, json};

const SCHEMA: &str = "https://project-open-data.cio.gov/v1.1/schema";

/// The packages with real data, as a catalog.
pub fn dcat_1_1(
    address: &SiteAddress,
    catalog: &Catalog,
    packages: &[Described],
    locale: Locale,
) -> Value {
    let real = packages.iter().filter(|of| of.is_real());
    let datasets: Vec<Value> = real
        .map(|of| dataset(address, &catalog.site, of, locale))
        .collect();
    json!({
        "@context": format!("{SCHEMA}/catalog.jsonld"),
        "@id": address.url(super::DATA_1_1),
        "@type": "dcat:Catalog",
        "conformsTo": SCHEMA,
        "describedBy": format!("{SCHEMA}/catalog.json"),
        "dataset": datasets,
    })
}

fn dataset(address: &SiteAddress, site: &Site, of: &Described, locale: Locale) -> Value {
    let package = of.package;
    let page = of.page(address);
    let mut out = Object::of("dcat:Dataset");
    out.put("identifier", &page);
    out.put("title", &package.title);
    out.put("description", &package.description);
    out.list("keyword", package.keywords.iter().cloned());
    out.some("modified", of.modified());
    out.some("issued", of.issued());
    out.put(
        "publisher",
        json!({ "@type": "org:Organization", "name": site.publisher }),
    );
    let contact =
        |mail| json!({ "@type": "vcard:Contact", "fn": site.publisher, "hasEmail": mail });
    out.some("contactPoint", mail(site).map(contact));
    out.put("accessLevel", PUBLIC);
    out.some("license", of.license());
    out.list("language", [locale.tag()]);
    // A single text; `data.json` lists all places.
    out.some("spatial", of.places.first());
    // The schema cannot express an open end.
    out.some("temporal", of.span(None));
    out.put("landingPage", &page);
    out.put("describedBy", of.manifest(address));
    out.put("describedByType", "application/json");
    out.put("conformsTo", super::describe::DATA_PACKAGE);
    out.list("references", of.sources());
    let files = of.downloads(address).into_iter();
    out.list(
        "distribution",
        files.map(|file| {
            let mut out = Object::of("dcat:Distribution");
            out.put("title", file.title);
            out.some("description", file.description);
            out.put("downloadURL", file.url);
            out.put("mediaType", "text/csv");
            out.put("format", "CSV");
            out.done()
        }),
    );
    out.done()
}
