//! What a page needs, gathered before it is shown: the same way natively and in the browser.

use super::beside;
use super::compare;
use super::explore::{Answered, ExplorePage};
use super::profiles::{Listed, Sort};
use super::views::asking;
use super::{
    MAKES_EVERY_PAGE, Page, data, definitions, figures, overview, package, profiles, record,
};
use crate::bytes::Source;
use crate::geo;
use crate::package::{
    Catalog, CatalogEntry, Glossary, Kept, Package, PublishedView, Views, open, open_catalog,
    open_terms, open_views,
};
use crate::problem::Problem;
use crate::query::{Notice, Query, parse};
use crate::site::Route;
use crate::table::{Dataset, load};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where the catalogue is, below the base of the site.
const CATALOG: &str = "data/catalog.json";

/// The list of published views, below the base of the site.
const VIEWS: &str = "data/views.json";

/// The words that are explained, below the base of the site.
const TERMS: &str = "data/terms.json";

/// The outlines of states and territories, from the package us-atlas.
const OUTLINES: &str = "geo/states-10m.json";

/// Published files, each package read once.
pub struct Files<S> {
    pub source: S,
    pub catalog: Catalog,
    datasets: std::cell::RefCell<BTreeMap<Edition, Rc<Dataset>>>,
}

/// A package in one of its versions; the newest where none is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    pub package: String,
    pub at: Option<String>,
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
            at: None,
        }
    }
}

impl<S: Source> Files<S> {
    /// Reads the catalogue.
    pub async fn open(source: S) -> Result<Self, Problem> {
        let catalog = open_catalog(&source, CATALOG).await?;
        Ok(Self {
            source,
            catalog,
            datasets: Default::default(),
        })
    }

    /// A package's manifest alone.
    pub async fn manifest(&self, entry: &CatalogEntry) -> Result<(Package, Vec<Problem>), Problem> {
        self.manifest_at(&entry.path).await
    }

    async fn manifest_at(&self, path: &str) -> Result<(Package, Vec<Problem>), Problem> {
        let opened = open(&self.source, &format!("data/{path}")).await?;
        Ok((opened.value, opened.problems))
    }

    /// A package with all its tables.
    pub async fn dataset(&self, edition: &Edition) -> Result<Rc<Dataset>, Problem> {
        if let Some(dataset) = self.loaded(edition) {
            return Ok(dataset);
        }
        let entry = self.catalog.entry(&edition.package);
        let entry = entry.cloned().unwrap_or_default();
        let older = edition.at.as_deref().and_then(|at| entry.version(at));
        let path = older.map_or(&entry.path, |version| &version.path);
        let (mut package, problems) = self.manifest_at(path).await?;
        package.kept = self.kept(edition, &package.version);
        let mut dataset = load(&self.source, package).await;
        dataset.problems.splice(0..0, problems);
        let dataset = Rc::new(dataset);
        self.datasets
            .borrow_mut()
            .insert(edition.clone(), dataset.clone());
        Ok(dataset)
    }

    /// Where a version of a package is kept for ever.
    fn kept(&self, edition: &Edition, version: &str) -> Kept {
        let entry = self.catalog.entry(&edition.package);
        let manifest = entry.and_then(|entry| entry.version(version));
        let folder = manifest.and_then(|version| version.path.rsplit_once('/'));
        Kept {
            folder: folder.map_or_else(String::new, |(folder, _)| format!("data/{folder}/")),
            has_pages: Edition::usual(&self.catalog).package == edition.package,
        }
    }

    /// The published views.
    pub async fn views(&self) -> Result<Views, Problem> {
        open_views(&self.source, VIEWS).await
    }

    /// The published view that asks exactly this, if there is one. A list that cannot be read only
    /// costs the link to it; the build has told.
    pub async fn published(&self, query: &Query) -> Option<PublishedView> {
        asking(&self.views().await.ok()?, query).cloned()
    }

    /// The words that the site explains.
    pub async fn terms(&self) -> Result<Glossary, Problem> {
        open_terms(&self.source, TERMS).await
    }

    /// Reads the outlines of the states once, for whoever draws a map. Without them a map says so.
    pub async fn outlines(&self) {
        if geo::shared().is_some() {
            return;
        }
        let Ok(bytes) = self.source.read(OUTLINES).await else {
            return;
        };
        if let Ok(geography) = geo::Geography::read(&bytes) {
            geo::provide(geography);
        }
    }

    /// A package that was read before.
    pub fn loaded(&self, edition: &Edition) -> Option<Rc<Dataset>> {
        self.datasets.borrow().get(edition).cloned()
    }
}

/// Gathers what the page at `route` shows; `address` is the query part of the address.
pub async fn gather<S: Source>(files: &Files<S>, route: &Route, address: &str) -> Page {
    if matches!(route, Route::Overview | Route::Explore | Route::States) {
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
        Route::Overview => overview::gather(files)
            .await
            .map(|page| Page::Overview(Box::new(page))),
        Route::Explore => explore(files, address)
            .await
            .map(|page| Page::Explore(Box::new(page))),
        Route::Data => data::gather(files).await.map(Page::Data),
        Route::Package(name) if files.catalog.entry(name).is_some() => package::gather(files, name)
            .await
            .map(|page| Page::Package(Box::new(page))),
        Route::Figures => figures::gather_list(files).await.map(Page::Figures),
        Route::Figure(id) => figures::gather_one(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Figure(Box::new(page)))),
        Route::Record => record::gather(files)
            .await
            .map(|record| record.map_or(Page::Missing, Page::Record)),
        Route::Grantee(id) => profiles::gather_grantee(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Grantee(Box::new(page)))),
        Route::Industry(id) => served(files, Sort::Industry, id).await,
        Route::State(usps) => served(files, Sort::State, usps).await,
        Route::StatePay(usps) => profiles::gather_pay(files, usps)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Pay(Box::new(page)))),
        Route::Grantees => list(files, Listed::Grantees).await,
        Route::Industries => list(files, Listed::Industries).await,
        Route::States => list(files, Listed::States).await,
        Route::Find => Ok(Page::Find),
        Route::Compare => compare::gather(files, address)
            .await
            .map(|page| Page::Compare(Box::new(page))),
        Route::Definitions => definitions::gather(files).await.map(Page::Definitions),
        Route::Package(_) | Route::Embed(_) | Route::NotFound => Ok(Page::Missing),
    };
    gathered.unwrap_or_else(|problem| Page::Failed(vec![problem]))
}

async fn served<S: Source>(files: &Files<S>, sort: Sort, key: &str) -> Result<Page, Problem> {
    let page = profiles::gather_served(files, sort, key).await?;
    Ok(page.map_or(Page::Missing, |page| Page::Served(Box::new(page))))
}

async fn list<S: Source>(files: &Files<S>, listed: Listed) -> Result<Page, Problem> {
    let page = profiles::gather_list(files, listed).await?;
    Ok(Page::List(Box::new(page)))
}

async fn explore<S: Source>(files: &Files<S>, address: &str) -> Result<ExplorePage, Problem> {
    let (asked, mut notices) = parse(address);
    let edition = edition_asked(&files.catalog, &asked, &mut notices);
    let dataset = files.dataset(&edition).await?;
    let mut answered = Answered::new(&files.catalog, &dataset, asked, notices);
    if let Ok(frame) = &mut answered.outcome {
        let notice = beside::attach_from(files, frame).await;
        answered.notices.extend(notice);
    }
    Ok(ExplorePage {
        answered,
        views: Vec::new(),
    })
}

/// The package and version that a query names, or the site's own and the newest; what is not
/// published is told.
pub(super) fn edition_asked(
    catalog: &Catalog,
    asked: &Query,
    notices: &mut Vec<Notice>,
) -> Edition {
    let entry = entry_asked(catalog, asked.package.as_deref(), notices);
    let known = |at: &&str| entry.is_some_and(|entry| entry.version(at).is_some());
    let at = asked.at.as_deref();
    if let Some(version) = at.filter(|at| !known(at)) {
        notices.push(Notice::UnknownVersion {
            version: version.to_owned(),
        });
    }
    Edition {
        package: entry.map(|entry| entry.name.clone()).unwrap_or_default(),
        at: at.filter(known).map(str::to_owned),
    }
}

fn entry_asked<'a>(
    catalog: &'a Catalog,
    asked: Option<&str>,
    notices: &mut Vec<Notice>,
) -> Option<&'a CatalogEntry> {
    if let Some(name) = asked {
        if let Some(entry) = catalog.entry(name) {
            return Some(entry);
        }
        let near = crate::problem::nearest(
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
