//! Typed addresses of pages. The paths are a contract (see ARCHITECTURE.md) and never change.

use serde::{Deserialize, Serialize};

/// One page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    Overview,
    /// The dashboard of one package, by name; empty for the one that `?package=` names.
    Dashboard(String),
    Explore,
    Data,
    /// The page of one package, by name.
    Package(String),
    /// What a version of a package changed: the package, then the version.
    Changes(String, String),
    /// Every published figure.
    Figures,
    /// One published figure, by the identifier of its claim.
    Figure(String),
    /// What has and has not been published, grant by grant.
    Record,
    /// All lead grantees.
    Grantees,
    /// One grantee, by identifier.
    Grantee(String),
    Industries,
    /// One industry, by identifier.
    Industry(String),
    States,
    /// The terms that the site defines.
    Definitions,
    /// The conformance statement.
    Accessibility,
    /// How to put charts on other sites and into documents.
    UseCharts,
    /// How a grantee brings a story.
    ShareStory,
    /// How a grantee or another program brings data.
    PublishData,
    /// The results of a search given in the address.
    Find,
    /// Several grantees side by side.
    Compare,
    /// Every chart type, and how to read it.
    Charts,
    /// One chart type, by name: what it is for, and how to read it.
    Chart(String),
    /// Charts that a reader collects for a report, and what has changed since an older report.
    Report,
    /// One state or territory, by USPS code.
    State(String),
    /// The pay of every occupation in that state.
    StatePay(String),
    /// Stories about grantees.
    Stories,
    /// One story, by file name.
    Story(String),
    /// The ways in which employers participate, side by side.
    Models,
    Model(String),
    /// The progress of the program.
    Phases,
    /// A story for printing on one sheet.
    StorySheet(String),
    /// A grantee profile for printing on one sheet.
    GranteeSheet(String),
    /// A published view as its own document, by identifier.
    Embed(String),
    /// No page has this address.
    NotFound,
}

/// The base path of the site on its host: `/`, or `/good-jobs/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteBase {
    base: String,
}

impl SiteBase {
    /// Creates a base path; missing slashes at both ends are added.
    pub fn new(base: &str) -> Self {
        let inner = base.trim_matches('/');
        Self {
            base: if inner.is_empty() {
                "/".to_owned()
            } else {
                format!("/{inner}/")
            },
        }
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address of a page on this host.
    pub fn href(&self, route: &Route) -> String {
        self.file(&route.path())
    }

    /// The address of a file of the site, given without a leading slash.
    pub fn file(&self, path: &str) -> String {
        format!("{}{}", self.base, path.trim_start_matches('/'))
    }

    /// The page at a path of this host. `index.html` and a missing final slash make no difference.
    pub fn route(&self, path: &str) -> Route {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let path = format!("{}/", path.trim_end_matches('/'));
        path.strip_prefix(&self.base)
            .map_or(Route::NotFound, Route::parse)
    }
}

impl Route {
    /// The page of the navigation that this one belongs to; none for pages that it does not list.
    pub fn section(&self) -> Option<Self> {
        match self {
            Self::Package(_) | Self::Changes(..) | Self::PublishData => Some(Self::Data),
            Self::State(_) | Self::StatePay(_) => Some(Self::States),
            Self::Industry(_) => Some(Self::Industries),
            Self::Grantee(_) | Self::GranteeSheet(_) => Some(Self::Grantees),
            Self::Story(_)
            | Self::StorySheet(_)
            | Self::ShareStory
            | Self::Models
            | Self::Model(_)
            | Self::Phases => Some(Self::Stories),
            Self::Figures | Self::Figure(_) => Some(Self::Record),
            Self::Chart(_) | Self::UseCharts => Some(Self::Charts),
            Self::Embed(_) | Self::NotFound => None,
            page => Some(page.clone()),
        }
    }

    /// The path below the base, with a final slash; empty for the overview.
    pub fn path(&self) -> String {
        match self {
            Self::Overview | Self::NotFound => String::new(),
            Self::Dashboard(name) if name.is_empty() => "dashboard/".to_owned(),
            Self::Dashboard(name) => format!("dashboard/{name}/"),
            Self::Explore => "explore/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Package(name) => format!("data/{name}/"),
            Self::Changes(name, version) => format!("data/{name}/changes/{version}/"),
            Self::Figures => "figures/".to_owned(),
            Self::Figure(id) => format!("figures/{id}/"),
            Self::Record => "record/".to_owned(),
            Self::Grantees => "grantees/".to_owned(),
            Self::Grantee(id) => format!("grantees/{id}/"),
            Self::Industries => "industries/".to_owned(),
            Self::Industry(id) => format!("industries/{id}/"),
            Self::States => "states/".to_owned(),
            Self::Definitions => "definitions/".to_owned(),
            Self::Accessibility => "accessibility/".to_owned(),
            Self::UseCharts => "use/".to_owned(),
            Self::ShareStory => "share-your-story/".to_owned(),
            Self::PublishData => "publish-your-data/".to_owned(),
            Self::Find => "find/".to_owned(),
            Self::Compare => "compare/".to_owned(),
            Self::Charts => "charts/".to_owned(),
            Self::Chart(view) => format!("charts/{view}/"),
            Self::Report => "report/".to_owned(),
            Self::State(usps) => format!("states/{usps}/"),
            Self::StatePay(usps) => format!("states/{usps}/pay/"),
            Self::Stories => "stories/".to_owned(),
            Self::Story(id) => format!("stories/{id}/"),
            Self::Models => "models/".to_owned(),
            Self::Model(id) => format!("models/{id}/"),
            Self::Phases => "phases/".to_owned(),
            Self::StorySheet(id) => format!("stories/{id}/sheet/"),
            Self::GranteeSheet(id) => format!("grantees/{id}/sheet/"),
            Self::Embed(id) => format!("embed/{id}/"),
        }
    }

    /// Reads a path below the base.
    fn parse(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Overview,
            ["dashboard"] => Self::Dashboard(String::new()),
            ["dashboard", name] => Self::Dashboard((*name).to_owned()),
            ["explore"] => Self::Explore,
            ["data"] => Self::Data,
            ["data", name] => Self::Package((*name).to_owned()),
            ["data", name, "changes", version] => {
                Self::Changes((*name).to_owned(), (*version).to_owned())
            }
            ["figures"] => Self::Figures,
            ["figures", id] => Self::Figure((*id).to_owned()),
            ["record"] => Self::Record,
            ["grantees"] => Self::Grantees,
            ["grantees", id] => Self::Grantee((*id).to_owned()),
            ["industries"] => Self::Industries,
            ["industries", id] => Self::Industry((*id).to_owned()),
            ["states"] => Self::States,
            ["definitions"] => Self::Definitions,
            ["accessibility"] => Self::Accessibility,
            ["use"] => Self::UseCharts,
            ["share-your-story"] => Self::ShareStory,
            ["publish-your-data"] => Self::PublishData,
            ["find"] => Self::Find,
            ["compare"] => Self::Compare,
            ["charts"] => Self::Charts,
            ["charts", view] => Self::Chart((*view).to_owned()),
            ["report"] => Self::Report,
            ["states", usps] => Self::State(usps.to_ascii_uppercase()),
            ["states", usps, "pay"] => Self::StatePay(usps.to_ascii_uppercase()),
            ["stories"] => Self::Stories,
            ["stories", id] => Self::Story((*id).to_owned()),
            ["stories", id, "sheet"] => Self::StorySheet((*id).to_owned()),
            ["models"] => Self::Models,
            ["models", id] => Self::Model((*id).to_owned()),
            ["phases"] => Self::Phases,
            ["grantees", id, "sheet"] => Self::GranteeSheet((*id).to_owned()),
            ["embed", id] => Self::Embed((*id).to_owned()),
            _ => Self::NotFound,
        }
    }
}
