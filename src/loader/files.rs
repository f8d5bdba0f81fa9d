//! Published files, from wherever they are read.

use super::edition::{Edition, edition_asked};
use crate::bytes::Source;
use crate::external::{
    self, ColumnWords, OpenedPackage, ReadingOverride, TableWords, is_files, is_foreign,
};
use crate::frame::default_view;
use crate::geo;
use crate::package::{
    Catalog, CatalogEntry, Glossary, Package, PackageArchive, PublishedView, Version, Views, open,
    open_catalog, open_terms, open_views,
};
use crate::problem::{Fault, Problem, SourceLocation};
use crate::query::{MeasureRef, Notice, Offer, Query, parse, resolve};
use crate::table::{Dataset, load};
use std::any::{Any, TypeId};
use std::cell::RefCell;
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
pub struct PublishedFiles<S> {
    pub source: S,
    pub catalog: Catalog,
    /// The origin that the site is served from; empty where it is none, as natively.
    origin: String,
    datasets: RefCell<BTreeMap<Edition, Rc<Dataset>>>,
    /// Parts of packages, by the name of the package and the path of their table.
    slices: RefCell<BTreeMap<(String, String), Rc<Dataset>>>,
    /// Packages of others, by the name that stands for each in an address.
    opened: RefCell<BTreeMap<String, Rc<OpenedPackage>>>,
    /// How the columns of such a package are read.
    columns: RefCell<BTreeMap<Edition, Rc<ColumnReadings>>>,
    /// What pages work out of the files once, by its type.
    derived: RefCell<BTreeMap<TypeId, Rc<dyn Any>>>,
}

/// How the columns of a package are read that does not say so itself.
#[derive(Clone, Debug, Default)]
pub struct ColumnReadings {
    pub columns: Vec<ColumnWords>,
    /// What was decided about each table.
    pub tables: Vec<TableWords>,
    /// Corrections of the address that fit no column.
    pub unused: Vec<ReadingOverride>,
}

impl<S: Source> PublishedFiles<S> {
    /// Reads the catalogue of a site that is served from nowhere.
    pub async fn open(source: S) -> Result<Self, Problem> {
        Self::open_at(source, String::new()).await
    }

    /// Reads the catalogue of a site that is served from an origin.
    pub async fn open_at(source: S, origin: String) -> Result<Self, Problem> {
        let catalog = open_catalog(&source, CATALOG).await?;
        Ok(Self {
            source,
            catalog,
            origin,
            datasets: Default::default(),
            slices: Default::default(),
            opened: Default::default(),
            columns: Default::default(),
            derived: Default::default(),
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
            return Err(Problem::new(SourceLocation::file(&edition.package), fault));
        }
        if is_foreign(&edition.package) {
            let opened = external::open(&self.source, &edition.package).await?;
            self.keep(&edition.package, opened);
            return Ok(self.read_opened(edition).unwrap_or_default());
        }
        let entry = self.catalog.entry(&edition.package);
        let entry = entry.cloned().unwrap_or_default();
        let older = edition.at.as_deref().and_then(|at| entry.version(at));
        if let Some(tombstone) = older.and_then(Version::tombstone) {
            return Err(tombstone);
        }
        let path = older.map_or(&entry.path, |version| &version.path);
        let (mut package, problems) = self.manifest_at(path).await?;
        package.kept = self.kept(edition, &package.version);
        package.at.clone_from(&edition.at);
        let mut dataset = load(&self.source, package).await;
        dataset.problems.splice(0..0, problems);
        let dataset = Rc::new(dataset);
        self.datasets
            .borrow_mut()
            .insert(edition.clone(), dataset.clone());
        Ok(dataset)
    }

    /// A published package without rows: its roles alone.
    pub async fn roles(&self, edition: &Edition) -> Result<Rc<Dataset>, Problem> {
        if let Some(dataset) = self.loaded(edition) {
            return Ok(dataset);
        }
        let path = self
            .catalog
            .entry(&edition.package)
            .map(|entry| entry.path.clone());
        let (package, _) = self.manifest_at(&path.unwrap_or_default()).await?;
        Ok(Rc::new(Dataset {
            package,
            ..Dataset::default()
        }))
    }

    /// The part of a published package that a question needs: one wide table, or the slice of it that
    /// the filters select, with its code lists. Returned as the whole where the package has figures,
    /// since these are one table.
    pub async fn slice(&self, edition: &Edition, query: &Query) -> Result<Rc<Dataset>, Problem> {
        if let Some(dataset) = self.loaded(edition) {
            return Ok(dataset);
        }
        let entry = self.catalog.entry(&edition.package);
        let Some(entry) = entry.cloned() else {
            return self.dataset(edition).await;
        };
        let (mut package, _) = self.manifest_at(&entry.path).await?;
        let table = resolve(&package, query)
            .filter(|resolved| resolved.measure.reference != MeasureRef::Figure)
            .map(|resolved| resolved.measure.resource);
        let Some(table) = table else {
            return self.dataset(edition).await;
        };
        package.kept = self.kept(edition, &package.version);
        let mut narrowed = package.narrowed(&table, &query.filters);
        let offered = Offer::of(&package).measures.into_iter();
        let others = offered.filter(|measure| measure.resource != table);
        narrowed.codes_left_out = others.map(|measure| measure.code).collect();
        let key = narrowed
            .resource(&table)
            .map(|resource| resource.path.clone());
        let key = (edition.package.clone(), key.unwrap_or_default());
        let known = self.slices.borrow().get(&key).cloned();
        if let Some(dataset) = known {
            return Ok(dataset);
        }
        let dataset = Rc::new(load(&self.source, narrowed).await);
        self.slices.borrow_mut().insert(key, dataset.clone());
        Ok(dataset)
    }

    /// Where a version of a package is kept for ever.
    fn kept(&self, edition: &Edition, version: &str) -> PackageArchive {
        let entry = self.catalog.entry(&edition.package);
        let manifest = entry.and_then(|entry| entry.version(version));
        let folder = manifest.and_then(|version| version.path.rsplit_once('/'));
        PackageArchive {
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

    /// The terms that the site defines.
    pub async fn terms(&self) -> Result<Glossary, Problem> {
        open_terms(&self.source, TERMS).await
    }

    /// Reads the outlines of the states once, for maps. A map without them says that they are missing.
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

    /// Keeps an external package under its name in addresses.
    pub fn keep(&self, name: &str, opened: OpenedPackage) {
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
            dataset.package.outcomes.default = default_view(&dataset);
        }
        let dataset = Rc::new(dataset);
        let columns = ColumnReadings {
            columns: read.columns,
            tables: read.tables,
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

    /// How the columns of an external package are read.
    pub fn columns(&self, edition: &Edition) -> Option<Rc<ColumnReadings>> {
        self.columns.borrow().get(edition).cloned()
    }

    /// The package and version that a query names, or the site's own and the newest; what is not
    /// published is told.
    pub fn edition_asked(&self, asked: &Query, notices: &mut Vec<Notice>) -> Edition {
        edition_asked(&self.catalog, &self.origin, asked, notices)
    }

    /// What a page worked out of these files before.
    pub fn derived<T: Any>(&self) -> Option<Rc<T>> {
        let known = self.derived.borrow().get(&TypeId::of::<T>()).cloned();
        known.and_then(|known| known.downcast().ok())
    }

    /// Keeps what a page worked out of these files, for others that need it.
    pub fn keep_derived<T: Any>(&self, value: Rc<T>) {
        self.derived.borrow_mut().insert(TypeId::of::<T>(), value);
    }
}

/// The published view that asks exactly this, if there is one.
pub fn asking<'a>(views: &'a Views, query: &Query) -> Option<&'a PublishedView> {
    let mut views = views.views.iter();
    views.find(|view| parse(&view.query).0 == *query)
}
