//! What a page needs, gathered before it is shown: the same way natively and in the browser.

use super::accessibility;
use super::attach::attach_from;
use super::changes;
use super::charts;
use super::compare;
use super::explore::{ExploreAnswer, ExplorePage, answered};
use super::guides::Guide;
use super::profiles::{Listed, ProfileKind};
use super::{
    MAKES_EVERY_PAGE, Page, dashboard, data, definitions, figures, overview, package, profiles,
    record, stories,
};
use crate::bytes::Source;
use crate::external::is_foreign;
use crate::loader::PublishedFiles;
use crate::problem::{Fault, Problem};
use crate::query::parse;
use crate::site::Route;

/// Gathers what the page at `route` shows; `address` is the query part of the address.
pub async fn load_page<S: Source>(files: &PublishedFiles<S>, route: &Route, address: &str) -> Page {
    if matches!(
        route,
        Route::Overview | Route::Explore | Route::States | Route::Chart(_)
    ) {
        files.outlines().await;
    }
    let gathered = match route {
        // A release in the browser makes no page of text: where none was prerendered, it explores.
        route
            if !MAKES_EVERY_PAGE
                && !matches!(route, Route::Explore | Route::Compare | Route::NotFound) =>
        {
            explore(files, address)
                .await
                .map(|page| Page::Explore(Box::new(page)))
        }
        Route::Overview => overview::load(files, address)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Overview(Box::new(page)))),
        Route::Dashboard(name) if name.is_empty() => {
            dashboard::load_list(files).await.map(Page::Dashboards)
        }
        Route::Dashboard(name) => dashboard::load(files, name, address)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Dashboard(Box::new(page)))),
        Route::Explore => explore(files, address)
            .await
            .map(|page| Page::Explore(Box::new(page))),
        Route::Data => data::load(files).await.map(Page::Data),
        Route::Package(name) if files.catalog.entry(name).is_some() => package::load(files, name)
            .await
            .map(|page| Page::Package(Box::new(page))),
        Route::Changes(name, version) if MAKES_EVERY_PAGE => changes::load(files, name, version)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Changes(Box::new(page)))),
        Route::Figures => figures::load_list(files).await.map(Page::Figures),
        Route::Figure(id) => figures::load_one(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Figure(Box::new(page)))),
        Route::Record => record::load(files)
            .await
            .map(|record| record.map_or(Page::Missing, Page::Record)),
        Route::Grantee(id) => profiles::load_grantee(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Grantee(Box::new(page)))),
        Route::Industry(id) => industry_or_state(files, ProfileKind::Industry, id).await,
        Route::State(usps) => industry_or_state(files, ProfileKind::State, usps).await,
        Route::StatePay(usps) => profiles::load_pay(files, usps)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Pay(Box::new(page)))),
        Route::Grantees => list(files, Listed::Grantees).await,
        Route::Industries => list(files, Listed::Industries).await,
        Route::States => list(files, Listed::States).await,
        Route::Accessibility => Ok(Page::Accessibility(accessibility::load(&files.catalog))),
        Route::UseCharts => Ok(Page::Guide(Guide::UseCharts)),
        Route::ShareStory => Ok(Page::Guide(Guide::ShareStory)),
        Route::PublishData => Ok(Page::Guide(Guide::PublishData)),
        Route::Find => Ok(Page::Find),
        Route::Report => Ok(Page::Report),
        Route::Compare => compare::load(files, address)
            .await
            .map(|page| Page::Compare(Box::new(page))),
        Route::Charts => Ok(Page::Charts(Box::default())),
        Route::Chart(view) => Ok(match charts::load(files, view).await {
            Some(page) => Page::Chart(Box::new(page)),
            None => Page::Missing,
        }),
        Route::Definitions => definitions::load(files).await.map(Page::Definitions),
        Route::Stories if MAKES_EVERY_PAGE => stories::load_list(files)
            .await
            .map(|page| Page::Stories(Box::new(page))),
        Route::Story(id) if MAKES_EVERY_PAGE => stories::load_one(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Story(Box::new(page)))),
        Route::Models | Route::Model(_) | Route::Phases if MAKES_EVERY_PAGE => {
            stories::load_models(files, route)
                .await
                .map(|page| page.map_or(Page::Missing, |page| Page::Models(Box::new(page))))
        }
        Route::StorySheet(id) | Route::GranteeSheet(id) if MAKES_EVERY_PAGE => {
            stories::load_sheet(files, route, id)
                .await
                .map(|page| page.map_or(Page::Missing, |page| Page::Sheet(Box::new(page))))
        }
        Route::Stories
        | Route::Story(_)
        | Route::Models
        | Route::Model(_)
        | Route::Phases
        | Route::StorySheet(_)
        | Route::GranteeSheet(_)
        | Route::Package(_)
        | Route::Changes(..)
        | Route::Embed(_)
        | Route::NotFound => Ok(Page::Missing),
    };
    gathered.unwrap_or_else(|problem| Page::Failed(vec![problem]))
}

async fn industry_or_state<S: Source>(
    files: &PublishedFiles<S>,
    sort: ProfileKind,
    key: &str,
) -> Result<Page, Problem> {
    let page = profiles::load_industry_or_state(files, sort, key).await?;
    Ok(page.map_or(Page::Missing, |page| Page::Served(Box::new(page))))
}

async fn list<S: Source>(files: &PublishedFiles<S>, listed: Listed) -> Result<Page, Problem> {
    let page = profiles::load_list(files, listed).await?;
    Ok(Page::List(Box::new(page)))
}

async fn explore<S: Source>(
    files: &PublishedFiles<S>,
    address: &str,
) -> Result<ExplorePage, Problem> {
    let (asked, mut notices) = parse(address);
    let edition = files.edition_asked(&asked, &mut notices);
    let dataset = match files.dataset(&edition).await {
        Ok(dataset) => dataset,
        Err(problem)
            if is_foreign(&edition.package) || matches!(problem.fault, Fault::Withdrawn { .. }) =>
        {
            return Ok(ExplorePage {
                answered: ExploreAnswer::not_opened(&files.catalog, asked, notices, problem),
                views: Vec::new(),
            });
        }
        Err(problem) => return Err(problem),
    };
    let mut answered = answered(files, &edition, &dataset, asked, notices);
    if let Ok(frame) = &mut answered.outcome {
        let notice = attach_from(files, frame).await;
        answered.notices.extend(notice);
    }
    Ok(ExplorePage {
        answered,
        views: Vec::new(),
    })
}
