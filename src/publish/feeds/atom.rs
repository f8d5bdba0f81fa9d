//! `updates.atom`: each release of a data set, according to RFC 4287.
//!
//! Written without a library: the crates that write Atom include a calendar and a feed reader, and
//! this needs thirty lines. A release is identified by a `tag:` URI (RFC 4151) of host, day,
//! package and version, so that it stays the same release when the site moves within its host.

use super::xml::{element, escape};
use super::{SiteAddress, UPDATES};
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::{Catalog, CatalogEntry, Site, Version};
use crate::site::Route;
use crate::value::DateWords;
use std::cmp::Reverse;

/// The date of a feed without entries. A feed must have a time, and nothing here reads a clock.
const NEVER: &str = "1970-01-01";

/// The latest release first.
pub fn atom(address: &SiteAddress, catalog: &Catalog, site: &Site, locale: Locale) -> String {
    let mut releases: Vec<(&CatalogEntry, usize)> = catalog
        .packages
        .iter()
        .filter(|entry| !entry.illustrative)
        .flat_map(|entry| (0..entry.versions.len()).map(move |at| (entry, at)))
        .collect();
    // A catalog lists the latest version first, which orders two releases of one day.
    releases.sort_by_key(|(entry, at)| (Reverse(day(&entry.versions[*at])), *at));
    let dates = || releases.iter().map(|(entry, at)| day(&entry.versions[*at]));
    let newest = dates().max().unwrap_or_else(|| NEVER.to_owned());
    let oldest = dates().min().unwrap_or_else(|| NEVER.to_owned());
    let say = |message: Message| locale.text(message);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escape(locale.tag())
    );
    for line in [
        element("id", &format!("tag:{},{oldest}:updates", address.host())),
        element("title", &say(m!(FeedsAtomTitle, site = &site.title))),
        element("subtitle", &say(m!(FeedsAtomSubtitle, site = &site.title))),
        element("updated", &moment(&newest)),
        format!("<author>{}</author>", element("name", &site.publisher)),
        link("self", "application/atom+xml", &address.url(UPDATES), ""),
        link(
            "alternate",
            "text/html",
            &address.url(&Route::Data.path()),
            "",
        ),
        element("icon", &address.url("favicon.svg")),
    ] {
        out.push_str(&line);
        out.push('\n');
    }
    for (entry, at) in releases {
        out.push_str(&release(address, entry, at, locale));
    }
    out.push_str("</feed>\n");
    out
}

fn release(address: &SiteAddress, entry: &CatalogEntry, at: usize, locale: Locale) -> String {
    let version = &entry.versions[at];
    let day = day(version);
    let title = locale.text(m!(
        FeedsAtomEntry,
        package = &entry.title,
        version = &version.version
    ));
    let manifest = address.url(&format!("data/{}", version.path));
    let page = address.url(&Route::Package(entry.name.clone()).path());
    let id = format!(
        "tag:{},{day}:{}/{}",
        address.host(),
        entry.name,
        version.version
    );
    let manifest_words = locale.text(m!(FeedsAtomManifest));
    let lines = [
        element("id", &id),
        element("title", &title),
        element(
            "updated",
            &moment(version.withdrawn.as_ref().map_or(&day, |it| &it.on)),
        ),
        element("published", &moment(&day)),
        element("summary", &summary(entry, at, locale)),
        link("alternate", "text/html", &page, &title),
        link("related", "application/json", &manifest, &manifest_words),
    ];
    format!("<entry>\n{}\n</entry>\n", lines.join("\n"))
}

/// The changes, where the catalog describes them; for a first release, the content of the package.
fn summary(entry: &CatalogEntry, at: usize, locale: Locale) -> String {
    if let Some(tombstone) = entry.versions[at].tombstone() {
        return locale.text(tombstone.sentence());
    }
    let changes = entry.versions[at].changes.trim();
    let is_first = at + 1 == entry.versions.len();
    match (changes.is_empty(), is_first) {
        (false, _) => changes.to_owned(),
        (true, true) => locale.text(m!(FeedsAtomFirst, summary = &entry.summary)),
        (true, false) => entry.summary.clone(),
    }
}

fn link(relation: &str, kind: &str, address: &str, title: &str) -> String {
    let title = match title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escape(title)),
    };
    format!(
        "<link rel=\"{relation}\" type=\"{kind}\" href=\"{}\"{title}/>",
        escape(address)
    )
}

fn day(version: &Version) -> String {
    let date = DateWords::parse(version.released.get(..10).unwrap_or(&version.released));
    date.map_or_else(|| NEVER.to_owned(), |date| date.first_day())
}

/// A release has a day and no time; Atom requires both.
fn moment(day: &str) -> String {
    format!("{day}T00:00:00Z")
}
