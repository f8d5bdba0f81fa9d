//! The pages of the site, and their place in it.

use crate::frame::{claims_published, terms};
use crate::loader::with_previous;
use crate::locale::Locale;
use crate::package::{Catalog, Version};
use crate::pages::{Edition, Page, PublishedFiles, above, load_page, teasers};
use crate::publish::Disk;
use crate::publish::feeds::PageEntry;
use crate::query::View;
use crate::site::Route;
use crate::table::Dataset;

/// Every page that is written, in reporting order.
pub async fn routes(files: &PublishedFiles<Disk>) -> Result<Vec<Route>, String> {
    let dataset = files
        .dataset(&Edition::usual(&files.catalog))
        .await
        .map_err(|problem| Locale::EN.text(problem.sentence()))?;
    let packages = files.catalog.packages.iter();
    let packages = packages.map(|entry| Route::Package(entry.name.clone()));
    let versions = files.catalog.packages.iter().flat_map(|entry| {
        // The oldest version has none to be compared with. The page of a withdrawn one says that it was withdrawn.
        let has_page = |version: &&Version| {
            version.withdrawn.is_some() || with_previous(entry, &version.version).is_some()
        };
        let of = |version: &Version| Route::Changes(entry.name.clone(), version.version.clone());
        let changed = entry.versions.iter().filter(has_page);
        changed.map(of).collect::<Vec<_>>()
    });
    let mut dashboards = Vec::new();
    for entry in files.catalog.packages.iter().filter(|entry| !entry.default) {
        let route = Route::Dashboard(entry.name.clone());
        if matches!(load_page(files, &route, "").await, Page::Dashboard(_)) {
            dashboards.push(route);
        }
    }
    let mut pay = Vec::new();
    for place in terms(&dataset, &files.catalog.profiles.place) {
        let route = Route::StatePay(place.key);
        if matches!(load_page(files, &route, "").await, Page::Pay(_)) {
            pay.push(route);
        }
    }
    let stories = teasers(files)
        .await
        .map_err(|problem| Locale::EN.text(problem.sentence()))?;
    let stories = stories.into_iter().map(|story| story.id);
    let story_routes: Vec<Route> = stories
        .flat_map(|id| [Route::Story(id.clone()), Route::StorySheet(id)])
        .collect();
    let figures = claims_published(&dataset).into_iter();
    let figures = figures.map(|claim| Route::Figure(claim.claim_id));
    Ok([
        Route::Overview,
        Route::Record,
        Route::Explore,
        Route::Data,
        Route::Figures,
        Route::Grantees,
        Route::Industries,
        Route::States,
        Route::Stories,
        Route::Models,
        Route::Phases,
        Route::Accessibility,
        Route::UseCharts,
        Route::ShareStory,
        Route::PublishData,
        Route::Find,
        Route::Dashboard(String::new()),
        Route::Compare,
        Route::Charts,
        Route::Report,
        Route::NotFound,
    ]
    .into_iter()
    .chain(View::ALL.map(|view| Route::Chart(view.as_str().to_owned())))
    .chain(packages)
    .chain(versions)
    .chain(dashboards)
    .chain(profiles(&dataset, &files.catalog))
    .chain(story_routes)
    .chain(pay)
    .chain(figures)
    // Last, because it describes the other pages.
    .chain([Route::Definitions])
    .collect())
}

/// A page for every grantee, industry and state.
fn profiles(dataset: &Dataset, catalog: &Catalog) -> impl Iterator<Item = Route> {
    let plan = &catalog.profiles;
    let all = |field: &str, route: fn(String) -> Route| {
        let keys = terms(dataset, field).into_iter().map(|term| term.key);
        keys.map(route).collect::<Vec<_>>()
    };
    let grantees = all(&catalog.record.holder, Route::Grantee);
    let industries = all(&plan.industry, Route::Industry);
    let states = all(&plan.place, Route::State);
    let models = all(&plan.model, Route::Model);
    let sheets = all(&catalog.record.holder, Route::GranteeSheet);
    grantees
        .into_iter()
        .chain(industries)
        .chain(states)
        .chain(models)
        .chain(sheets)
}

/// The page's entry for search engines and feeds.
pub fn entry(
    route: &Route,
    page: &Page,
    files: &PublishedFiles<Disk>,
    locale: Locale,
) -> PageEntry {
    let title = locale.text(page.title());
    let is_illustrative = match page {
        Page::Package(page) => page.package.outcomes.illustrative,
        Page::Changes(page) => page.illustrative,
        Page::Dashboard(page) => page.illustrative,
        _ => false,
    };
    // Pages of search results are not indexed.
    let missing = matches!(
        page,
        Page::Missing | Page::Failed(_) | Page::Find | Page::Sheet(_)
    );
    let package = match route {
        Route::Package(name) | Route::Dashboard(name) => files.catalog.entry(name),
        Route::NotFound => None,
        _ => files.catalog.default_entry(),
    };
    let released =
        |entry: &crate::package::CatalogEntry| Some(entry.versions.first()?.released.clone());
    let mut crumbs = above(route, page);
    crumbs.push((page.title(), route.clone()));
    PageEntry {
        path: route.path(),
        description: locale.text(page.description()),
        modified: match page {
            Page::Story(page) => Some(page.story.front.date.clone()),
            Page::Changes(page) => Some(page.released().to_owned()),
            _ => package.and_then(released),
        },
        listed: !is_illustrative && !missing,
        crumbs: crumbs
            .into_iter()
            .map(|(title, route)| (locale.text(title), route.path()))
            .collect(),
        title,
    }
}
