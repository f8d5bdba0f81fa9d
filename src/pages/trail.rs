//! The parent pages of a page, for its breadcrumb and for search engines.

use super::Page;
use crate::locale::Message;
use crate::m;
use crate::site::Route;

/// The ancestors of a page, from the first page down; empty for the first page and where no page is.
pub fn above(route: &Route, page: &Page) -> Vec<(Message, Route)> {
    if matches!(route, Route::Overview | Route::NotFound) {
        return Vec::new();
    }
    let first = (m!(NavOverview), Route::Overview);
    let label = |label: &str| m!(SubtitleOnly, part = label);
    let rest = match route {
        Route::Dashboard(name) if !name.is_empty() => {
            vec![(m!(DashboardsTitle), Route::Dashboard(String::new()))]
        }
        Route::Package(_) | Route::PublishData => vec![(m!(NavData), Route::Data)],
        Route::Changes(name, _) => {
            let title = match page {
                Page::Changes(page) => &page.package,
                _ => name,
            };
            let package = (label(title), Route::Package(name.clone()));
            vec![(m!(NavData), Route::Data), package]
        }
        Route::Figure(_) => vec![(m!(FiguresTitle), Route::Figures)],
        Route::Grantee(_) => vec![(m!(GranteesTitle), Route::Grantees)],
        Route::Industry(_) => vec![(m!(IndustriesTitle), Route::Industries)],
        Route::State(_) => vec![(m!(StatesTitle), Route::States)],
        Route::StatePay(usps) => {
            let name = match page {
                Page::Pay(page) => &page.place.label,
                _ => usps,
            };
            let state = (label(name), Route::State(usps.clone()));
            vec![(m!(StatesTitle), Route::States), state]
        }
        Route::Story(_) | Route::ShareStory | Route::Models | Route::Phases => {
            vec![(m!(StoriesTitle), Route::Stories)]
        }
        Route::Model(_) => vec![
            (m!(StoriesTitle), Route::Stories),
            (m!(ModelsTitle), Route::Models),
        ],
        Route::StorySheet(_) | Route::GranteeSheet(_) => {
            let all = match route {
                Route::StorySheet(_) => (m!(StoriesTitle), Route::Stories),
                _ => (m!(GranteesTitle), Route::Grantees),
            };
            let of = match page {
                Page::Sheet(page) => Some((label(page.name()), page.of.clone())),
                _ => None,
            };
            [all].into_iter().chain(of).collect()
        }
        Route::Chart(_) | Route::UseCharts => vec![(m!(ChartsTitle), Route::Charts)],
        Route::Embed(_) => vec![(m!(NavExplore), Route::Explore)],
        _ => Vec::new(),
    };
    [first].into_iter().chain(rest).collect()
}
