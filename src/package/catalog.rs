//! `data/catalog.json`: the packages a site publishes, and what it calls itself.

use crate::bytes::Source;
use crate::problem::{Fault, Problem, SourceLocation};
use crate::value::Kind;
use serde::{Deserialize, Serialize};

/// Every package of the site with its versions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Catalog {
    pub v: u32,
    pub site: Site,
    pub packages: Vec<CatalogEntry>,
    pub overview: OverviewPlan,
    pub record: RecordPlan,
    pub profiles: ProfilePlan,
}

/// What the site calls itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Site {
    pub title: String,
    pub publisher: String,
    /// Shows the banner of U.S. government sites.
    pub official: bool,
    /// Where the site is published, `https://host` without a slash; the build may name another.
    /// Empty: [`Site::NOWHERE`].
    pub origin: String,
    /// Where readers report errors: a mail address, or the address of a form. Empty: not set up.
    pub contact: String,
    /// The package whose dashboard the menu links as a sample. Empty: none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sample: String,
    pub foreign: ExternalPlan,
    /// Origins (`https://host`) whose pages may change the filters of embeds they show.
    pub commands: Vec<String>,
}

/// Whether visitors may open data that the site does not publish. Off by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExternalPlan {
    /// Packages at addresses of others, by `https`. The policy of Explore's page follows it.
    pub addresses: bool,
    /// Files on the reader's device.
    pub files: bool,
    /// Origins whose packages may show in embeds: `https://host`. Elsewhere embeds show only what the site
    /// publishes.
    pub embeds: Vec<String>,
}

/// Where a package is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// On a page of the site.
    Page,
    /// In a frame on a page of another site.
    Embed,
}

impl ExternalPlan {
    /// Whether a package at this address may be opened. An address without a host is of the site itself.
    pub fn allows(&self, address: &str, surface: Surface) -> bool {
        let is_own = !address.contains("://");
        match surface {
            Surface::Page => self.addresses && (is_own || address.starts_with("https://")),
            Surface::Embed => self.embeds.iter().any(|origin| {
                let rest = address.strip_prefix(origin.trim_end_matches('/'));
                origin.starts_with("https://") && rest.is_some_and(|rest| rest.starts_with('/'))
            }),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CatalogEntry {
    pub name: String,
    pub title: String,
    pub summary: String,
    /// Address of the newest manifest, relative to the catalogue.
    pub path: String,
    /// The package a visitor sees who names none.
    pub default: bool,
    pub illustrative: bool,
    pub versions: Vec<Version>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    pub version: String,
    pub released: String,
    pub path: String,
    /// SHA-256 of the manifest, which names the hashes of its files.
    pub sha256: String,
    /// What a reader of the data notices against the version before, in a sentence or two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub changes: String,
    /// Set once the publisher has withdrawn this version: only its manifest is still published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawal>,
}

/// When and why a published version was withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Withdrawal {
    /// The day, YYYY-MM-DD.
    pub on: String,
    /// The publisher's words.
    pub reason: String,
    /// The version that replaces it. Empty: none in particular.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub replaced_by: String,
}

impl Version {
    /// What is shown in place of the numbers of a version that was withdrawn; `None` for any other version.
    pub fn tombstone(&self) -> Option<Problem> {
        let Withdrawal {
            on,
            reason,
            replaced_by,
        } = self.withdrawn.clone()?;
        let fault = Fault::Withdrawn {
            version: self.version.clone(),
            on,
            reason,
            replaced_by,
        };
        Some(Problem::new(SourceLocation::file(&self.path), fault))
    }
}

/// What the overview puts first, as identifiers of published claims.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OverviewPlan {
    pub headlines: Vec<String>,
}

/// How the record of awards is laid out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordPlan {
    /// The field of facts and figures that names who holds an award.
    pub holder: String,
    /// The field that names the round of an award.
    pub round: String,
    pub columns: Vec<RecordColumn>,
}

/// One question that is asked of every award.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecordColumn {
    pub id: String,
    pub title: String,
    /// Codes of measures that answer it for a whole grant.
    pub measures: Vec<String>,
    /// Codes of measures that answer it for a part of a grant.
    pub parts: Vec<String>,
    /// Only claims of these kinds; all where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Vec<Kind>>,
    /// Why a cell may be blank: what grantees report, and what becomes of it.
    pub blank: String,
    /// Where that is written.
    pub source: String,
}

/// Where the pages of grantees, industries and states find what they show in the site's own package.
/// Who holds an award, and of which round it is, [`RecordPlan`] says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfilePlan {
    /// The field that names the places an award serves.
    pub place: String,
    /// The field that names its industries.
    pub industry: String,
    /// The field that names how employers take part.
    pub model: String,
    /// The field with the phase of the work.
    pub phase: String,
    /// The field that names the place of the holder's seat.
    pub seat: String,
    /// The measure that is the amount of an award.
    pub amount: String,
    pub wages: WagePlan,
    /// National series that are shown with figures of some measures.
    pub context: Vec<ContextPlan>,
    /// Ratios of two published numbers of one grantee.
    pub ratios: Vec<RatioPlan>,
}

/// One measure over another, where both are published.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RatioPlan {
    pub title: String,
    /// Codes of measures of the site's own package.
    pub numerator: String,
    pub denominator: String,
    /// So many of the denominator: 1, or 1,000,000 for "per million dollars".
    pub per: f64,
    /// What a reader must know about it.
    pub note: String,
}

/// The measures with whose figures a published view is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContextPlan {
    /// Codes of measures of the site's own package.
    pub measures: Vec<String>,
    /// Identifier of a published view.
    pub view: String,
}

/// The wages that are shown with an award, from another package of the site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WagePlan {
    /// Name of the package of wages.
    pub package: String,
    /// The table of the site's package that maps each industry to occupations; the mapping was made for this site.
    pub bridge: String,
    /// The field that names the occupation, in the bridge and in the package of wages.
    pub work: String,
    /// The field that names the place, in the package of wages.
    pub place: String,
    /// The measure by place.
    pub measure: String,
    /// The same measure for the nation.
    pub nation: String,
    /// What is listed for each occupation on the page of a place's pay.
    pub pay: PayPlan,
}

/// The list of every occupation of a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PayPlan {
    /// Measures, one a column; the first orders the list.
    pub measures: Vec<String>,
    /// The level of the tree of occupations that is listed.
    pub level: String,
    /// The level by which the list can be narrowed, and the field of the list of occupations that
    /// leads to it.
    pub groups: String,
    pub group_field: String,
    /// The level whose one row is all work; empty where the package has none.
    pub all: String,
}

impl Site {
    /// A reserved name that no host can have, so that it is not taken for a real site.
    pub const NOWHERE: &str = "https://good-jobs.example";

    /// Where the site is published.
    pub fn origin(&self) -> &str {
        match self.origin.trim() {
            "" => Self::NOWHERE,
            origin => origin,
        }
    }
}

impl CatalogEntry {
    /// A version of the package that was published once.
    pub fn version(&self, version: &str) -> Option<&Version> {
        self.versions.iter().find(|known| known.version == version)
    }
}

impl Catalog {
    pub fn entry(&self, name: &str) -> Option<&CatalogEntry> {
        self.packages.iter().find(|entry| entry.name == name)
    }

    /// The package a visitor sees who names none.
    pub fn default_entry(&self) -> Option<&CatalogEntry> {
        self.packages
            .iter()
            .find(|entry| entry.default)
            .or(self.packages.first())
    }
}

/// Reads the catalogue at `address`.
pub async fn open_catalog<S: Source>(source: &S, address: &str) -> Result<Catalog, Problem> {
    let bytes = source.read(address).await?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Problem::new(
            SourceLocation::file(address),
            Fault::NotJson {
                detail: error.to_string(),
            },
        )
    })
}
