//! Files for machines: search engines, feed readers and data catalogs.
//!
//! Every function here creates text from values passed in; none reads a file or a clock, so that
//! two builds of one site have the same bytes. Dates are those of the catalog's versions. Made-up
//! packages appear nowhere: a number that is separated from its page has lost its warning.
//!
//! | file | what it writes | where it belongs |
//! |---|---|---|
//! | `sitemap.rs` | what search engines may list | [`SITEMAP`], [`ROBOTS`] |
//! | `atom.rs` | each release of a data set | [`UPDATES`] |
//! | `dcat.rs`, `dcat_1_1.rs` | the data sets for catalogs such as Data.gov | [`DATA`], [`DATA_1_1`] |
//! | `openapi.rs` | every address that programs read | [`OPENAPI`] |
//! | `highwire.rs` | how a page is cited | the head of the page |
//! | `linked.rs` | the content of a page in the vocabulary of schema.org | the head of the page |
//! | `webmanifest.rs`, `icons.rs` | name and icon of the site on a home screen | [`MANIFEST`], `icons/` |
//! | `describe.rs` | the description of a package that they share | |

mod atom;
mod dcat;
mod dcat_1_1;
mod describe;
mod highwire;
mod icons;
mod linked;
mod object;
mod openapi;
mod sitemap;
mod webmanifest;
mod xml;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub use atom::atom;
pub use dcat::dcat;
pub use dcat_1_1::dcat_1_1;
pub use describe::{Described, DescribedMeasure, Download, describe};
pub use highwire::citation_tags;
pub use icons::{Icon, TOUCH_ICON, favicon, icons};
pub use linked::{article, breadcrumbs, claim, dataset, script};
pub use openapi::openapi;
pub use sitemap::{robots, sitemap};
pub use webmanifest::manifest;

use crate::package::Site;
use crate::site::SiteBase;

/// Paths of the files, below the base of the site.
pub const SITEMAP: &str = "sitemap.xml";
/// Crawlers read it only at the root of a host; below a base path it informs people.
pub const ROBOTS: &str = "robots.txt";
pub const UPDATES: &str = "updates.atom";
pub const DATA: &str = "data.json";
pub const DATA_1_1: &str = "data-1.1.json";
pub const MANIFEST: &str = "site.webmanifest";
pub const OPENAPI: &str = "openapi.json";

/// One written page, for search engines and feeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageEntry {
    /// Below the base, with a final slash; empty for the overview.
    pub path: String,
    pub title: String,
    pub description: String,
    /// The date of the last change to its data, `YYYY-MM-DD`.
    pub modified: Option<String>,
    /// Whether search engines may list it: not the pages of made-up numbers, nor 404, nor embeds.
    pub listed: bool,
    /// (title, path) from the overview down to the page itself.
    pub crumbs: Vec<(String, String)>,
}

/// The address of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress {
    /// `https://host`, without a final slash.
    pub origin: String,
    /// `/` or `/good-jobs/`.
    pub base: String,
}

impl SiteAddress {
    /// Adds and removes slashes as needed.
    pub fn new(origin: &str, base: &str) -> Self {
        Self {
            origin: origin.trim_end_matches('/').to_owned(),
            base: SiteBase::new(base).base().to_owned(),
        }
    }

    /// The address in the catalog; the build may give a different origin.
    pub fn of(site: &Site, place: &SiteBase, origin: Option<&str>) -> Self {
        let origin = origin.filter(|origin| !origin.trim().is_empty());
        Self::new(origin.unwrap_or(site.origin()), place.base())
    }

    /// The full address of a page or file, given below the base.
    pub fn url(&self, path: &str) -> String {
        let path = encoded(path.trim_start_matches('/'));
        format!("{}{}{path}", self.origin, self.base)
    }

    /// The host, for use in identifiers.
    fn host(&self) -> &str {
        let rest = self.origin.split_once("://").map_or("", |(_, rest)| rest);
        rest.split([':', '/']).next().unwrap_or_default()
    }
}

/// A path for use in an address: everything but letters, digits and unreserved characters becomes
/// `%XX`.
fn encoded(path: &str) -> String {
    const ENCODED: AsciiSet = NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~')
        .remove(b'/');
    utf8_percent_encode(path, &ENCODED).to_string()
}
