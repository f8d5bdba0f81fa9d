//! Which package a question is about, in which of its versions.

use crate::external::{ReadingOverride, is_files, is_foreign};
use crate::package::{Catalog, CatalogEntry, Surface, Withdrawal};
use crate::problem::nearest;
use crate::query::{Notice, Query, meant_one};
use serde::{Deserialize, Serialize};

/// A package in one of its versions; the newest where none is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    pub package: String,
    pub at: Option<String>,
    /// Corrections of how columns of external data are read, where the proposal is wrong.
    pub readings: Vec<ReadingOverride>,
}

impl Edition {
    /// The package a visitor sees who names none.
    pub fn usual(catalog: &Catalog) -> Self {
        let name = catalog.default_entry().map(|entry| entry.name.as_str());
        Self::newest(name.unwrap_or_default())
    }

    pub fn newest(package: &str) -> Self {
        Self {
            package: package.to_owned(),
            ..Self::default()
        }
    }
}

/// Of which release the numbers are, and whether there is a newer one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionWords {
    pub package: String,
    pub version: String,
    pub released: String,
    /// The address names this version, and keeps it.
    pub pinned: bool,
    /// The newest version, where this is an older one; the one that replaces it, where this one was withdrawn.
    pub newer: Option<String>,
    /// This version was withdrawn, and no number of it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawal>,
    /// What an address has for the version `newer`; `None` where that is the newest, which needs no mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer_at: Option<String>,
}

impl EditionWords {
    /// The release of a package in the catalog; `None` for packages that the site does not publish.
    pub fn of(catalog: &Catalog, package: &str, at: Option<&str>) -> Option<Self> {
        let entry = catalog.entry(package)?;
        let newest = entry.versions.first()?;
        let shown = at.and_then(|at| entry.version(at)).unwrap_or(newest);
        let replacing = shown.withdrawn.as_ref().map(|it| it.replaced_by.as_str());
        let newer = replacing.and_then(|by| entry.version(by)).unwrap_or(newest);
        Some(Self {
            package: package.to_owned(),
            version: shown.version.clone(),
            released: shown.released.clone(),
            pinned: at.is_some(),
            newer: (shown.version != newest.version).then(|| newer.version.clone()),
            withdrawn: shown.withdrawn.clone(),
            newer_at: (newer.version != newest.version).then(|| newer.version.clone()),
        })
    }
}

/// The package and version that a query names, or the site's own and the newest; what is not
/// published is told. `origin` is that of the site itself.
pub(super) fn edition_asked(
    catalog: &Catalog,
    origin: &str,
    asked: &Query,
    notices: &mut Vec<Notice>,
) -> Edition {
    if let Some(package) = asked.package.as_deref().filter(|name| is_foreign(name)) {
        let plan = &catalog.site.foreign;
        let package = own_path(package, origin);
        let allowed = match is_files(package) {
            true => plan.files,
            false => plan.allows(package, Surface::Page),
        };
        if allowed {
            return Edition {
                package: package.to_owned(),
                at: None,
                readings: asked.readings.clone(),
            };
        }
        notices.push(match plan.addresses {
            true => Notice::NotSafe {
                address: package.to_owned(),
            },
            false => Notice::NoForeign,
        });
        return Edition::usual(catalog);
    }
    let entry = entry_asked(catalog, asked.package.as_deref(), notices);
    let known = |at: &str| entry.is_some_and(|entry| entry.version(at).is_some());
    let at = asked.at.as_deref().and_then(|at| {
        let version = meant_one(at, &known);
        if version.is_none() {
            notices.push(Notice::UnknownVersion {
                version: at.to_owned(),
            });
        }
        version
    });
    Edition {
        package: entry.map(|entry| entry.name.clone()).unwrap_or_default(),
        at,
        readings: Vec::new(),
    }
}

/// An address of this very site without its host: what is under it needs no leave.
fn own_path<'a>(address: &'a str, origin: &str) -> &'a str {
    match address.strip_prefix(origin) {
        Some(path) if !origin.is_empty() && path.starts_with('/') => path,
        _ => address,
    }
}

fn entry_asked<'a>(
    catalog: &'a Catalog,
    asked: Option<&str>,
    notices: &mut Vec<Notice>,
) -> Option<&'a CatalogEntry> {
    if let Some(name) = asked {
        let known = meant_one(name, &|name| catalog.entry(name).is_some());
        if let Some(entry) = known.and_then(|name| catalog.entry(&name)) {
            return Some(entry);
        }
        let near = nearest(
            name,
            catalog.packages.iter().map(|entry| entry.name.as_str()),
        );
        notices.push(Notice::UnknownPackage {
            package: name.to_owned(),
            near,
        });
    }
    catalog.default_entry()
}
