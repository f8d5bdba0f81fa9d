//! `data.json`: the data sets for Data.gov and similar catalogs, according to DCAT-US 3.0.
//!
//! Names of fields, and which are required, come from the JSON Schemas that GSA publishes
//! (github.com/GSA/dcat-us, `jsonschema/definitions`, as of 2026) and from its guide on moving from
//! v1.1 (resources.data.gov). Note:
//! - `byteSize` is a text there, although DCAT itself has a number;
//! - `license` belongs to each distribution; it is also given for the data set, as the guide
//!   allows;
//! - `contactPoint` is required, with a mail address in it. A site without one (or with only a
//!   form) leaves it out rather than invent one, and its file does not pass GSA's validator until
//!   it has one.
//!
//! Not confirmed: GSA's validator was not run on the file; whether `license` should be an address
//! (as every example has it) or the "full text of the license" (as the schema's own description
//! says); which words `accessRights` may have (the schema allows any; the guide writes "public").
//! `accessLevel` is from v1.1; the guide asks to keep it as well.

use super::object::Object;
use super::{Described, Download, SiteAddress};
use crate::locale::Locale;
use crate::m;
use crate::package::{Catalog, Site};
use serde_json::{Value, json};

/// The value for public data.
pub(super) const PUBLIC: &str = "public";

/// The contact for errors, where it is a mail address.
pub(super) fn mail(site: &Site) -> Option<String> {
    let contact = site.contact.trim();
    let mail = contact.strip_prefix("mailto:").unwrap_or(contact);
    let is_mail = mail.contains('@') && !mail.contains([':', '/', ' ']);
    is_mail.then(|| format!("mailto:{mail}"))
}

/// The packages with real data, as a catalog.
pub fn dcat(
    address: &SiteAddress,
    catalog: &Catalog,
    packages: &[Described],
    locale: Locale,
) -> Value {
    let site = &catalog.site;
    let real = || packages.iter().filter(|of| of.is_real());
    let mut out = Object::of("Catalog");
    out.put("@id", address.url(super::DATA));
    out.put("title", &site.title);
    out.put(
        "conformsTo",
        json!({
            "@type": "Standard",
            "title": "DCAT-US 3.0",
            "identifier": "https://resources.data.gov/dcat-us/3.0.0",
        }),
    );
    out.put(
        "publisher",
        json!({ "@type": "Agent", "name": site.publisher }),
    );
    out.list("contactPoint", contact(site));
    out.put("homepage", document(&site.title, &address.url("")));
    out.put("language", [language(locale)]);
    out.some("issued", real().filter_map(Described::issued).min());
    out.some("modified", real().filter_map(Described::modified).max());
    let datasets: Vec<Value> = real()
        .map(|of| dataset(address, site, of, locale))
        .collect();
    out.put("dataset", datasets);
    out.done()
}

fn dataset(address: &SiteAddress, site: &Site, of: &Described, locale: Locale) -> Value {
    let package = of.package;
    let page = of.page(address);
    let mut out = Object::of("Dataset");
    out.put("@id", format!("{page}#dataset"));
    out.put("identifier", &page);
    out.put("title", &package.title);
    out.put("description", &package.description);
    out.list("keyword", package.keywords.iter().cloned());
    out.put(
        "publisher",
        json!({ "@type": "Organization", "name": site.publisher }),
    );
    out.some("contactPoint", contact(site));
    out.some("issued", of.issued());
    out.some("modified", of.modified());
    out.put("version", &package.version);
    let changes = of.release().map_or("", |version| version.changes.as_str());
    out.text("versionNotes", changes);
    out.put("accessRights", PUBLIC);
    out.put("accessLevel", PUBLIC);
    out.some("license", of.license());
    let rights = package.licenses.iter().filter_map(|it| it.title.clone());
    out.list("rights", rights);
    out.put("language", [language(locale)]);
    let places = of.places.iter();
    out.list(
        "spatial",
        places.map(|name| json!({ "@type": "Location", "prefLabel": name })),
    );
    let span = of.days.iter().map(|(first, last)| {
        let mut period = Object::of("PeriodOfTime");
        period.put("startDate", first);
        period.some("endDate", last.as_deref());
        period.done()
    });
    out.list("temporal", span);
    out.put("landingPage", document(&package.title, &page));
    out.put(
        "describedBy",
        json!({
            "@type": "Distribution",
            "title": locale.text(m!(FeedsManifestTitle, package = &package.title)),
            "downloadURL": of.manifest(address),
            "mediaType": "application/json",
        }),
    );
    out.list(
        "conformsTo",
        [json!({
            "@type": "Standard",
            "title": locale.text(m!(FeedsStandardPackage)),
            "identifier": super::describe::DATA_PACKAGE,
        })],
    );
    let provenance = package.sources.iter().filter_map(|it| it.title.clone());
    out.list("provenance", provenance);
    out.list("relation", of.sources());
    let files = of.downloads(address).into_iter();
    out.list("distribution", files.map(|file| distribution(file, of)));
    out.done()
}

fn distribution(file: Download, of: &Described) -> Value {
    let mut out = Object::of("Distribution");
    out.put("title", &file.title);
    out.some("description", file.description);
    out.put("downloadURL", &file.url);
    out.put("mediaType", "text/csv");
    out.put("format", "CSV");
    out.list("characterEncoding", ["UTF-8"]);
    out.some("byteSize", file.bytes.map(|bytes| bytes.to_string()));
    let checksum =
        |value| json!({ "@type": "Checksum", "algorithm": "SHA-256", "checksumValue": value });
    out.some("checksum", file.sha256.map(checksum));
    out.some("license", of.license());
    out.some("modified", of.modified());
    out.done()
}

fn contact(site: &Site) -> Option<Value> {
    let mail = mail(site)?;
    Some(json!({ "@type": "Kind", "fn": site.publisher, "hasEmail": mail }))
}

fn document(title: &str, url: &str) -> Value {
    json!({ "@type": "Document", "title": title, "accessURL": url })
}

/// Two letters, without a region.
fn language(locale: Locale) -> &'static str {
    let tag = locale.tag();
    tag.split_once('-').map_or(tag, |(language, _)| language)
}
