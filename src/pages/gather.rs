//! What a page needs, gathered before it is shown: the same way natively and in the browser.

use super::beside;
use super::charts;
use super::compare;
use super::explore::{Answered, ExplorePage};
use super::profiles::{Listed, Sort};
use super::stories::Library;
use super::views::asking;
use super::{
    MAKES_EVERY_PAGE, Page, data, definitions, figures, overview, package, profiles, record,
    stories,
};
use crate::bytes::Source;
use crate::foreign::{self, ColumnWords, Correction, Opened, is_files, is_foreign};
use crate::frame::opening;
use crate::geo;
use crate::package::{
    Catalog, CatalogEntry, Glossary, Kept, Package, PublishedView, Surface, Views, open,
    open_catalog, open_terms, open_views,
};
use crate::problem::{Fault, Place, Problem};
use crate::query::{Notice, Query, meant_one, parse};
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
    /// Packages of others, by the name that stands for each in an address.
    opened: std::cell::RefCell<BTreeMap<String, Rc<Opened>>>,
    /// How the columns of such a package are read.
    columns: std::cell::RefCell<BTreeMap<Edition, Rc<Columns>>>,
    /// The stories, read once.
    pub(super) library: std::cell::RefCell<Option<Rc<Library>>>,
}

/// How the columns of a package are read that does not say so itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub columns: Vec<ColumnWords>,
    /// Corrections of the address that fit no column.
    pub unused: Vec<Correction>,
}

/// A package in one of its versions; the newest where none is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    pub package: String,
    pub at: Option<String>,
    /// How columns of somebody else's package are read, where not as proposed.
    pub readings: Vec<Correction>,
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

impl<S: Source> Files<S> {
    /// Reads the catalogue.
    pub async fn open(source: S) -> Result<Self, Problem> {
        let catalog = open_catalog(&source, CATALOG).await?;
        Ok(Self {
            source,
            catalog,
            datasets: Default::default(),
            opened: Default::default(),
            columns: Default::default(),
            library: Default::default(),
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
        if is_files(&edition.package) {
            let fault = Fault::NoFiles;
            return Err(Problem::new(Place::file(&edition.package), fault));
        }
        if is_foreign(&edition.package) {
            let opened = foreign::open(&self.source, &edition.package).await?;
            self.keep(&edition.package, opened);
            return Ok(self.read_opened(edition).unwrap_or_default());
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
        let known = self.datasets.borrow().get(edition).cloned();
        known.or_else(|| self.read_opened(edition))
    }

    /// Keeps a package of somebody else under the name that stands for it in an address.
    pub fn keep(&self, name: &str, opened: Opened) {
        self.opened
            .borrow_mut()
            .insert(name.to_owned(), Rc::new(opened));
        self.datasets
            .borrow_mut()
            .retain(|edition, _| edition.package != name);
    }

    /// Reads the columns of a package whose bytes are there, as an edition has them.
    fn read_opened(&self, edition: &Edition) -> Option<Rc<Dataset>> {
        let opened = self.opened.borrow().get(&edition.package).cloned()?;
        let read = opened.read(&edition.readings);
        let mut dataset = read.dataset;
        if dataset.package.outcomes.default.measure.is_none() {
            dataset.package.outcomes.default = opening(&dataset);
        }
        let dataset = Rc::new(dataset);
        let columns = Columns {
            columns: read.columns,
            unused: read.unused,
        };
        self.columns
            .borrow_mut()
            .insert(edition.clone(), Rc::new(columns));
        self.datasets
            .borrow_mut()
            .insert(edition.clone(), dataset.clone());
        Some(dataset)
    }

    /// How the columns of somebody else's package are read.
    pub(super) fn columns(&self, edition: &Edition) -> Option<Rc<Columns>> {
        self.columns.borrow().get(edition).cloned()
    }
}

/// Gathers what the page at `route` shows; `address` is the query part of the address.
pub async fn gather<S: Source>(files: &Files<S>, route: &Route, address: &str) -> Page {
    if matches!(
        route,
        Route::Overview | Route::Explore | Route::States | Route::Charts
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
        Route::Report => Ok(Page::Report),
        Route::Compare => compare::gather(files, address)
            .await
            .map(|page| Page::Compare(Box::new(page))),
        Route::Charts => Ok(Page::Charts(Box::new(charts::gather(files).await))),
        Route::Definitions => definitions::gather(files).await.map(Page::Definitions),
        Route::Stories if MAKES_EVERY_PAGE => stories::gather_list(files)
            .await
            .map(|page| Page::Stories(Box::new(page))),
        Route::Story(id) if MAKES_EVERY_PAGE => stories::gather_one(files, id)
            .await
            .map(|page| page.map_or(Page::Missing, |page| Page::Story(Box::new(page)))),
        Route::Models | Route::Model(_) | Route::Phases if MAKES_EVERY_PAGE => {
            stories::gather_models(files, route)
                .await
                .map(|page| page.map_or(Page::Missing, |page| Page::Models(Box::new(page))))
        }
        Route::StorySheet(id) | Route::GranteeSheet(id) if MAKES_EVERY_PAGE => {
            stories::gather_sheet(files, route, id)
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
        | Route::Embed(_)
        | Route::NotFound => Ok(Page::Missing),
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
    let dataset = match files.dataset(&edition).await {
        Ok(dataset) => dataset,
        Err(problem) if is_foreign(&edition.package) => {
            return Ok(ExplorePage {
                answered: Answered::not_opened(&files.catalog, asked, notices, problem),
                views: Vec::new(),
            });
        }
        Err(problem) => return Err(problem),
    };
    let mut answered = answered(files, &edition, &dataset, asked, notices);
    if let Ok(frame) = &mut answered.outcome {
        let notice = beside::attach_from(files, frame).await;
        answered.notices.extend(notice);
    }
    Ok(ExplorePage {
        answered,
        views: Vec::new(),
    })
}

/// The answer from a package that is there, with how its columns are read where nobody says so.
pub(super) fn answered<S: Source>(
    files: &Files<S>,
    edition: &Edition,
    dataset: &Dataset,
    asked: Query,
    mut notices: Vec<Notice>,
) -> Answered {
    let columns = files.columns(edition);
    if let Some(columns) = &columns {
        let unused = columns
            .unused
            .iter()
            .map(|correction| Notice::UnknownReading {
                table: correction.table.clone(),
                field: correction.field.clone(),
                reading: correction.reading.as_str().to_owned(),
            });
        notices.extend(unused);
    }
    let mut answered = Answered::new(&files.catalog, dataset, asked, notices);
    answered.columns = columns.map_or_else(Vec::new, |known| known.columns.clone());
    answered
}

/// The package and version that a query names, or the site's own and the newest; what is not
/// published is told.
pub(super) fn edition_asked(
    catalog: &Catalog,
    asked: &Query,
    notices: &mut Vec<Notice>,
) -> Edition {
    if let Some(package) = asked.package.as_deref().filter(|name| is_foreign(name)) {
        let plan = &catalog.site.foreign;
        let package = own_path(package);
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
fn own_path(address: &str) -> &str {
    let origin = crate::browser::origin();
    match address.strip_prefix(&origin) {
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
