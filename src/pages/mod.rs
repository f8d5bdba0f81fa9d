//! One page a file. A page is a function of values that were gathered before: no component fetches.

mod about_data;
mod accessibility;
mod attach;
mod benchmark;
mod changes;
mod charts;
mod claims;
mod compare;
mod contact;
mod context;
mod dashboard;
mod data;
mod definitions;
mod edition;
mod embed;
mod explore;
mod figures;
mod find;
mod guides;
mod load;
mod island;
mod missing;
mod overview;
mod package;
mod profiles;
mod record;
mod report;
mod share;
mod snippets;
mod stories;
mod layout;
mod trail;
mod views;
mod wide_table;

pub use crate::loader::{Edition, PublishedFiles};
pub use accessibility::{CRITERIA, Conformance, ConformanceLevel, KNOWN_LIMITS, SuccessCriterion};
pub use charts::{ChartPage, ChartsPage, question, sample};
pub use compare::{COMPARED, ComparisonChoice};
pub use dashboard::{DashboardPage, Slot, dashboard_view, load as load_dashboard, slots};
pub use definitions::{DefinitionsPage, Uses, term_boxes, term_link, terms_line};
pub use embed::{EmbedPage, embed_view, load_embed};
pub use explore::{
    Control, ControlOption, ExploreAnswer, ExplorePage, ExploreSession, Explorer, Unavailable,
    toggle,
};
pub use guides::Guide;
pub use island::{Island, island_view};
pub use layout::ThemeSwitch;
pub use load::load_page;
pub use share::{CODES, NEWSLETTER, file as share_file};
pub use snippets::{DataProgram, file_url, snippet};
pub use stories::{StoryPage, Teaser, teasers};
pub use trail::above;
pub use views::{ShownView, load_view};

use crate::locale::Message;
use crate::m;
use crate::ui::{Shell, localize};
use leptos::prelude::*;

/// Whether this build can make every page itself. Natively it must; in the browser a release leaves
/// pages of text to the prerendered files and contains only the islands, which is half the
/// size. `make dev` prerenders nothing, so a build for development can make them all.
const MAKES_EVERY_PAGE: bool = cfg!(any(debug_assertions, not(target_arch = "wasm32")));

/// Everything a page shows.
#[derive(Clone, Debug)]
pub enum Page {
    Overview(Box<overview::OverviewPage>),
    Dashboard(Box<dashboard::DashboardPage>),
    Dashboards(dashboard::DashboardsPage),
    Explore(Box<explore::ExplorePage>),
    Data(data::DataPage),
    Package(Box<package::PackagePage>),
    Changes(Box<changes::ChangesPage>),
    Figures(figures::FiguresPage),
    Figure(Box<figures::FigurePage>),
    Record(crate::frame::Record),
    Grantee(Box<profiles::GranteePage>),
    /// An industry or a state.
    Served(Box<profiles::IndustryOrStatePage>),
    List(Box<profiles::ListPage>),
    Pay(Box<profiles::PayPage>),
    Definitions(definitions::DefinitionsPage),
    Stories(Box<stories::StoriesPage>),
    Story(Box<stories::StoryPage>),
    Models(Box<stories::ModelsPage>),
    Sheet(Box<stories::SheetPage>),
    Accessibility(accessibility::AccessibilityPage),
    Guide(guides::Guide),
    Find,
    Report,
    Compare(Box<compare::ComparePage>),
    Charts(Box<charts::ChartsPage>),
    Chart(Box<charts::ChartPage>),
    /// No page has this address.
    Missing,
    /// The page's data could not be loaded.
    Failed(Vec<crate::problem::Problem>),
}

impl Page {
    /// The title of the document, without the site's name.
    pub fn title(&self) -> Message {
        match self {
            Self::Overview(_) => m!(DashboardDocumentTitle),
            Self::Dashboard(page) => page.document_title(),
            Self::Dashboards(_) => m!(DashboardsTitle),
            Self::Explore(page) => page.answered.title(),
            Self::Data(_) => m!(DataTitle),
            Self::Package(page) => m!(PackageDocumentTitle, package = &page.package.title),
            Self::Changes(page) => page.title(),
            Self::Figures(_) => m!(FiguresTitle),
            Self::Figure(page) => page.title(),
            Self::Record(_) => m!(RecordDocumentTitle),
            Self::Grantee(page) => page.title(),
            Self::Served(page) => page.title(),
            Self::List(page) => page.title(),
            Self::Pay(page) => page.title(),
            Self::Definitions(_) => m!(DefinitionsTitle),
            Self::Stories(_) => m!(StoriesTitle),
            Self::Story(page) => page.title(),
            Self::Models(page) => page.title(),
            Self::Sheet(page) => page.title(),
            Self::Accessibility(_) => m!(AccessTitle),
            Self::Guide(guide) => guide.title(),
            Self::Find => m!(FindTitle),
            Self::Report => m!(ReportTitle),
            Self::Compare(_) => m!(CompareTitle),
            Self::Charts(_) => m!(ChartsTitle),
            Self::Chart(page) => page.title(),
            Self::Missing => m!(MissingTitle),
            Self::Failed(_) => m!(FailedTitle),
        }
    }

    /// The charts of this page alone that are published views.
    pub fn views(&self) -> Vec<ShownView> {
        let shown = match self {
            Self::Grantee(page) => page.chart(),
            Self::Served(page) => page.chart(),
            Self::Figure(page) => page.chart(),
            _ => None,
        };
        shown.into_iter().collect()
    }

    /// What a search engine or a chat shows below the title.
    pub fn description(&self) -> Message {
        match self {
            Self::Overview(_) => m!(DashboardDescription),
            Self::Dashboard(page) => page.description(),
            Self::Dashboards(_) => m!(DashboardsLede),
            Self::Explore(_) => m!(ExploreDescription),
            Self::Data(_) => m!(DataDescription),
            Self::Package(page) => m!(PackageDescription, package = &page.package.title),
            Self::Changes(page) => page.description(),
            Self::Figures(_) => m!(FiguresDescription),
            Self::Figure(page) => page.description(),
            Self::Record(record) => m!(RecordDescription, awards = record.total()),
            Self::Grantee(page) => page.description(),
            Self::Served(page) => page.description(),
            Self::List(page) => page.description(),
            Self::Pay(page) => page.description(),
            Self::Definitions(page) => page.description(),
            Self::Stories(page) => page.description(),
            Self::Story(page) => page.description(),
            Self::Models(page) => page.description(),
            Self::Sheet(page) => page.description(),
            Self::Accessibility(_) => m!(AccessDescription),
            Self::Guide(guide) => guide.description(),
            Self::Find => m!(FindDescription),
            Self::Report => m!(ReportDescription),
            Self::Compare(_) => m!(CompareDescription),
            Self::Charts(page) => page.description(),
            Self::Chart(page) => page.description(),
            Self::Missing | Self::Failed(_) => m!(MissingDescription),
        }
    }
}

/// The whole body of a page.
pub fn page_view(shell: Shell, page: Page) -> impl IntoView {
    let trail = above(&shell.route, &page);
    provide_context(shell);
    let trail = trail
        .into_iter()
        .map(|(label, route)| (route, localize(label)))
        .collect();
    let content = match page {
        Page::Overview(page) if MAKES_EVERY_PAGE => overview::overview(*page).into_any(),
        Page::Dashboard(page) if MAKES_EVERY_PAGE => dashboard::dashboard_page(*page).into_any(),
        Page::Dashboards(page) if MAKES_EVERY_PAGE => dashboard::dashboards_page(page).into_any(),
        Page::Explore(page) => explore::explore_page(*page).into_any(),
        Page::Data(page) if MAKES_EVERY_PAGE => data::data_page(page).into_any(),
        Page::Package(page) if MAKES_EVERY_PAGE => package::package_page(*page).into_any(),
        Page::Changes(page) if MAKES_EVERY_PAGE => changes::changes_page(*page).into_any(),
        Page::Figures(page) if MAKES_EVERY_PAGE => figures::figures_page(page).into_any(),
        Page::Figure(page) if MAKES_EVERY_PAGE => figures::figure_page(*page).into_any(),
        Page::Record(record) if MAKES_EVERY_PAGE => record::record_page(record).into_any(),
        Page::Grantee(page) if MAKES_EVERY_PAGE => profiles::grantee_page(*page).into_any(),
        Page::Served(page) if MAKES_EVERY_PAGE => {
            profiles::industry_or_state_page(*page).into_any()
        }
        Page::List(page) if MAKES_EVERY_PAGE => profiles::list_page(*page).into_any(),
        Page::Pay(page) if MAKES_EVERY_PAGE => profiles::pay_page(*page).into_any(),
        Page::Definitions(page) if MAKES_EVERY_PAGE => {
            definitions::definitions_page(page).into_any()
        }
        Page::Stories(page) if MAKES_EVERY_PAGE => stories::stories_page(*page).into_any(),
        Page::Story(page) if MAKES_EVERY_PAGE => stories::story_page(*page).into_any(),
        Page::Models(page) if MAKES_EVERY_PAGE => stories::models_page(*page).into_any(),
        Page::Sheet(page) if MAKES_EVERY_PAGE => stories::sheet_page(*page).into_any(),
        Page::Compare(page) => compare::compare_page(*page).into_any(),
        Page::Charts(page) if MAKES_EVERY_PAGE => charts::charts_page(*page).into_any(),
        Page::Chart(page) if MAKES_EVERY_PAGE => charts::chart_page(*page).into_any(),
        Page::Accessibility(page) if MAKES_EVERY_PAGE => {
            accessibility::accessibility_page(page).into_any()
        }
        Page::Guide(guide) if MAKES_EVERY_PAGE => guides::guide_page(guide).into_any(),
        Page::Find if MAKES_EVERY_PAGE => find::find_page().into_any(),
        Page::Report if MAKES_EVERY_PAGE => report::report_page().into_any(),
        Page::Failed(problems) => missing::failed_page(&problems).into_any(),
        _ => missing::missing_page().into_any(),
    };
    layout::page_frame(trail, content)
}
