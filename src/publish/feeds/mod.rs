//! What machines read instead of the pages: search engines, feed readers and catalogues of data.
//!
//! Every function here makes text of values that others have gathered; none reads a file or a clock,
//! so that two builds of one site are the same bytes. Dates are those of the catalogue's versions.
//! Made-up packages appear nowhere: a number that is separated from its page has lost its warning.
//!
//! | file | what it writes | where it belongs |
//! |---|---|---|
//! | `sitemap.rs` | what search engines may list | [`SITEMAP`], [`ROBOTS`] |
//! | `atom.rs` | each release of a data set | [`UPDATES`] |
//! | `dcat.rs`, `dcat_1_1.rs` | the data sets for catalogues such as Data.gov | [`DATA`], [`DATA_1_1`] |
//! | `linked.rs` | what a page is about, in the words of schema.org | the head of the page |
//! | `webmanifest.rs`, `icons.rs` | how the site is called and drawn on a home screen | [`MANIFEST`], `icons/` |
//! | `describe.rs` | what they say alike of a package | |

mod atom;
mod dcat;
mod dcat_1_1;
mod describe;
mod icons;
mod linked;
mod object;
mod sitemap;
mod webmanifest;
mod xml;

pub use atom::atom;
pub use dcat::dcat;
pub use dcat_1_1::dcat_1_1;
pub use describe::{Described, Download, Measure, describe};
pub use icons::{Icon, TOUCH_ICON, favicon, icons};
pub use linked::{article, breadcrumbs, claim, dataset, script};
pub use sitemap::{robots, sitemap};
pub use webmanifest::manifest;

use crate::package::Site;
use crate::site::Place;

/// Where the files belong, below the base of the site.
pub const SITEMAP: &str = "sitemap.xml";
/// Crawlers read it at the root of a host only; below a base it tells people the same.
pub const ROBOTS: &str = "robots.txt";
pub const UPDATES: &str = "updates.atom";
pub const DATA: &str = "data.json";
pub const DATA_1_1: &str = "data-1.1.json";
pub const MANIFEST: &str = "site.webmanifest";

/// One written page, as search engines and feeds need it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageEntry {
    /// Below the base, with a slash at its end; empty for the overview.
    pub path: String,
    pub title: String,
    pub description: String,
    /// The day its data changed last, `YYYY-MM-DD`.
    pub modified: Option<String>,
    /// Whether search engines may list it: not the pages of made-up numbers, nor 404, nor embeds.
    pub listed: bool,
    /// (title, path) from the overview down to the page itself.
    pub crumbs: Vec<(String, String)>,
}

/// Where the site will live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress {
    /// `https://host`, without a slash at its end.
    pub origin: String,
    /// `/` or `/good-jobs/`.
    pub base: String,
}

impl SiteAddress {
    /// Slashes are put where they belong.
    pub fn new(origin: &str, base: &str) -> Self {
        Self {
            origin: origin.trim_end_matches('/').to_owned(),
            base: Place::new(base).base().to_owned(),
        }
    }

    /// The site as its catalogue names it; whoever builds it may know another origin.
    pub fn of(site: &Site, place: &Place, origin: Option<&str>) -> Self {
        let origin = origin.filter(|origin| !origin.trim().is_empty());
        Self::new(origin.unwrap_or(site.origin()), place.base())
    }

    /// The whole address of a page or file, given below the base.
    pub fn url(&self, path: &str) -> String {
        let path = encoded(path.trim_start_matches('/'));
        format!("{}{}{path}", self.origin, self.base)
    }

    /// The host, as identifiers name who gives them.
    fn host(&self) -> &str {
        let rest = self.origin.split_once("://").map_or("", |(_, rest)| rest);
        rest.split([':', '/']).next().unwrap_or_default()
    }
}

/// A path as it may stand in an address: what is no letter, digit or plain mark becomes `%XX`.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
