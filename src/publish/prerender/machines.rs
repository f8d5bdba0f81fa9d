//! Metadata for machines: statements in the head of each page, and the files next to the pages.

use super::Build;
use crate::locale::Locale;
use crate::package::Catalog;
use crate::pages::{Edition, Page};
use crate::publish::feeds::{self, Described, PageEntry, describe};
use crate::table::Dataset;
use serde_json::Value;
use std::rc::Rc;

/// The packages described for statements and catalogs; computed once for all pages.
pub fn described<'p>(
    catalog: &'p Catalog,
    packages: &'p [Rc<Dataset>],
    locale: Locale,
) -> Vec<Described<'p>> {
    let of = |dataset: &'p Rc<Dataset>| describe(catalog, dataset, locale);
    packages.iter().filter_map(of).collect()
}

impl Build<'_> {
    /// Every package with its tables.
    pub(super) async fn packages(&self) -> Result<Vec<Rc<Dataset>>, String> {
        let mut all = Vec::new();
        for entry in &self.files.catalog.packages {
            let found = self.files.dataset(&Edition::newest(&entry.name)).await;
            all.push(found.map_err(|problem| self.locale.text(problem.sentence()))?);
        }
        Ok(all)
    }

    /// The statements of one page, as elements of its head.
    pub(super) fn statements(&self, page: &Page, entry: &PageEntry, all: &[Described]) -> String {
        let site = &self.files.catalog.site;
        let (address, locale) = (&self.address, self.locale);
        let of = |name: &str| all.iter().find(|of| of.package.name == name);
        let own: Option<Value> = match page {
            Page::Missing | Page::Failed(_) => return String::new(),
            Page::Package(page) => {
                of(&page.package.name).and_then(|of| feeds::dataset(address, site, of, locale))
            }
            Page::Figure(page) => of(&page.claim.frame.package.name)
                .and_then(|of| feeds::claim(address, entry, &page.claim, &page.figure, of, locale)),
            _ => Some(feeds::article(address, site, entry, locale)),
        };
        let crumbs = feeds::breadcrumbs(address, entry);
        let values: Vec<Value> = own.into_iter().chain(crumbs).collect();
        feeds::script(&values)
    }

    /// How a page is cited, where it is one that is: (name, content) of each tag.
    pub(super) fn citations(&self, page: &Page, entry: &PageEntry) -> Vec<(&'static str, String)> {
        match page {
            Page::Story(_) | Page::Figure(_) | Page::Package(_) => {
                let site = &self.files.catalog.site;
                feeds::citation_tags(&self.address, site, entry, self.locale)
            }
            _ => Vec::new(),
        }
    }

    /// Sitemaps, feeds and catalogs: (path, text).
    pub(super) fn others(
        &self,
        entries: &[PageEntry],
        all: &[Described],
    ) -> Vec<(&'static str, String)> {
        let catalog = &self.files.catalog;
        let (address, locale) = (&self.address, self.locale);
        let views: Vec<String> = self.views.iter().map(|it| it.view.id.clone()).collect();
        let json = |value: Value| format!("{value:#}\n");
        vec![
            (feeds::SITEMAP, feeds::sitemap(address, entries)),
            (
                feeds::MANIFEST,
                json(feeds::manifest(address, &catalog.site, locale)),
            ),
            (feeds::ROBOTS, feeds::robots(address, locale)),
            (
                feeds::UPDATES,
                feeds::atom(address, catalog, &catalog.site, locale),
            ),
            (
                feeds::DATA,
                json(feeds::dcat(address, catalog, all, locale)),
            ),
            (
                feeds::DATA_1_1,
                json(feeds::dcat_1_1(address, catalog, all, locale)),
            ),
            (
                feeds::OPENAPI,
                json(feeds::openapi(address, &catalog.site, all, &views, locale)),
            ),
        ]
    }
}
