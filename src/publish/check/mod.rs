//! `outcomes check`: everything that the loader checks, for every file of every package and every
//! version, and further checks for publishers.

mod output;

pub use output::{CheckFormat, summary, write};

use super::release::PackageDraft;
use super::{Disk, record, stories};
use crate::bytes::{Memory, Source, join, sha256, verify};
use crate::package::{
    self, Catalog, CatalogEntry, Package, Resource, ResourceRole, Version, open_catalog, open_views,
};
use crate::problem::{Fault, Problem, SourceLocation, nearest};
use crate::query::{Offer, Query, resolve};
use crate::table::{Dataset, Table, assemble};
use std::collections::BTreeSet;
use std::path::Path;

/// The published views, in the catalog's folder.
const VIEWS: &str = "views.json";

/// What was checked, and every problem found.
#[derive(Debug, Default)]
pub struct CheckReport {
    pub problems: Vec<Problem>,
    pub packages: usize,
    pub files: usize,
    pub rows: usize,
}

/// Checks a catalog (`catalog.json`, or its folder) with all its packages, or one package
/// (`datapackage.json`, or its folder).
pub fn check(path: &Path) -> CheckReport {
    let (folder, file) = if path.is_dir() {
        let file = ["catalog.json", "datapackage.json"]
            .into_iter()
            .find(|file| path.join(file).is_file());
        (path, file.unwrap_or("catalog.json"))
    } else {
        let file = path.file_name().and_then(|name| name.to_str());
        (
            path.parent().unwrap_or(Path::new("")),
            file.unwrap_or_default(),
        )
    };
    let mut report = CheckReport::default();
    let source = Disk(folder.to_owned());
    if file == "datapackage.json" {
        crate::publish::now(report.package(&source, file));
    } else {
        crate::publish::now(report.catalog(&source, file));
    }
    report
}

/// Checks a package as its release would write it: with every story, and the size and hash of each file as it is now.
/// Returns the record of these files too.
pub fn check_draft(folder: &Path) -> Result<(CheckReport, String), String> {
    let draft = PackageDraft::read(folder)?;
    let mut memory = Memory::default();
    for (path, bytes) in &draft.files {
        memory = memory.with(path, bytes.clone());
    }
    let mut report = CheckReport::default();
    crate::publish::now(report.package(&memory, "datapackage.json"));
    Ok((report, record::of(&draft.manifest, &draft.files)))
}

impl CheckReport {
    async fn catalog(&mut self, source: &Disk, address: &str) {
        let catalog = match open_catalog(source, address).await {
            Ok(catalog) => catalog,
            Err(problem) => return self.problems.push(problem),
        };
        let mut names = BTreeSet::new();
        for entry in &catalog.packages {
            if !names.insert(&entry.name) {
                let key = entry.name.clone();
                let fault = Fault::DuplicateKey { key, first_row: 1 };
                self.tell(address, fault);
            }
            let newest = self.package(source, &join(address, &entry.path)).await;
            if let Some(dataset) = newest {
                self.names_agree(address, entry, &dataset.package);
                self.has_a_default_view(&dataset);
            }
            self.versions(source, address, entry).await;
        }
        self.headlines(source, address, &catalog).await;
    }

    fn tell(&mut self, file: &str, fault: Fault) {
        self.problems
            .push(Problem::new(SourceLocation::file(file), fault));
    }

    /// Opens a package and reads every file of it, slices included, as the loader does.
    async fn package<S: Source>(&mut self, source: &S, address: &str) -> Option<Dataset> {
        let package = match package::open(source, address).await {
            Ok(checked) => checked.collect_into(&mut self.problems),
            Err(problem) => {
                self.problems.push(problem);
                return None;
            }
        };
        self.packages += 1;
        let (mut arrived, mut prose) = (Vec::new(), Vec::new());
        for resource in &package.resources {
            let bytes = source.read(&package.address_of(resource)).await;
            self.promises_its_bytes(&package, resource);
            self.files += usize::from(bytes.is_ok());
            if resource.role().is_table() {
                arrived.push((resource.name.clone(), bytes));
            } else {
                self.is_as_promised(&package, resource, &bytes);
                prose.push((resource.name.clone(), bytes));
            }
        }
        let dataset = assemble(package, arrived);
        self.problems.extend(dataset.problems.iter().cloned());
        self.rows += dataset
            .tables
            .values()
            .map(|table| table.len)
            .sum::<usize>();
        for resource in dataset.package.of_role(ResourceRole::Slice) {
            self.slice(&dataset, resource);
        }
        let views = views_beside(source).await;
        let problems = stories::check(&dataset, &prose, views);
        self.problems.extend(problems);
        Some(dataset)
    }

    /// Checks a file that is not a table, for its size and hash only.
    fn is_as_promised(
        &mut self,
        package: &Package,
        resource: &Resource,
        bytes: &Result<Vec<u8>, Problem>,
    ) {
        match bytes {
            Ok(bytes) => {
                let address = package.address_of(resource);
                let hash = resource.hash.as_deref();
                let found = verify(&address, bytes, resource.bytes, hash);
                self.problems.extend(found);
            }
            Err(problem) => self.problems.push(problem.clone()),
        }
    }

    /// Requires sizes and hashes: a file without a hash could be changed unnoticed.
    fn promises_its_bytes(&mut self, package: &Package, resource: &Resource) {
        for (key, is_there) in [
            ("bytes", resource.bytes.is_some()),
            ("hash", resource.hash.is_some()),
        ] {
            if !is_there {
                let property = format!("{}.{key}", resource.name);
                self.tell(&package.address, Fault::MissingProperty { property });
            }
        }
    }

    /// Checks that a slice has exactly the rows of its whole table that its condition selects.
    fn slice(&mut self, dataset: &Dataset, slice: &Resource) {
        let whole = slice.outcomes.slice_of.as_deref().unwrap_or_default();
        let (Some(part), Some(whole)) = (dataset.table(&slice.name), dataset.table(whole)) else {
            return;
        };
        let selected = |table: &Table, row: usize| {
            let mut selects = slice.outcomes.selects.iter();
            selects.all(|(field, value)| table.text(field, row) == value)
        };
        let expected = (0..whole.len).filter(|row| selected(whole, *row)).count() as u64;
        let found = (0..part.len).filter(|row| selected(part, *row)).count() as u64;
        if expected != found || part.len as u64 != found {
            let fault = Fault::RowsDiffer {
                expected,
                found: part.len as u64,
            };
            self.tell(&dataset.package.address_of(slice), fault);
        }
    }

    fn names_agree(&mut self, catalog: &str, entry: &CatalogEntry, package: &Package) {
        if entry.name != package.name {
            let fault = Fault::UnknownWord {
                property: "name".to_owned(),
                found: package.name.clone(),
                allowed: vec![entry.name.clone()],
                near: None,
            };
            self.tell(&package.address, fault);
        }
        if entry.illustrative != package.outcomes.illustrative {
            self.tell(catalog, Fault::IllustrativeDiffers);
        }
        let is_demo = entry.name.split('-').any(|word| word == "demo");
        if is_demo && !package.outcomes.illustrative {
            let property = "outcomes.illustrative".to_owned();
            self.tell(&package.address, Fault::MissingProperty { property });
        }
        let newest = newest(entry).map(|version| &version.version);
        if newest != Some(&package.version) {
            let fault = Fault::VersionDiffers {
                found: package.version.clone(),
                expected: newest.cloned().unwrap_or_default(),
            };
            self.tell(&package.address, fault);
        }
    }

    /// Checks that the default view refers to what the package has.
    fn has_a_default_view(&mut self, dataset: &Dataset) {
        let package = &dataset.package;
        let is_for_views = package.of_role(ResourceRole::Facts).next().is_some()
            || package.of_role(ResourceRole::Figures).next().is_some();
        if !is_for_views {
            return;
        }
        let Some(code) = &package.outcomes.default.measure else {
            let property = "outcomes.default.measure".to_owned();
            return self.tell(&package.address, Fault::MissingProperty { property });
        };
        let offer = Offer::of(package);
        let published = crate::frame::measures_published(dataset);
        let wide = offer.measures.iter().map(|measure| measure.code.as_str());
        let codes = wide.chain(published.iter().map(|entry| entry.code.as_str()));
        let is_known = codes.clone().any(|known| known == code);
        let resolved = resolve(package, &Query::default());
        if !is_known || resolved.is_none() {
            let fault = Fault::UnknownField {
                property: "outcomes.default.measure".to_owned(),
                found: code.clone(),
                near: nearest(code, codes),
            };
            self.tell(&package.address, fault);
        }
    }

    /// Checks that every version in the catalog exists, is complete and matches its hash, and that
    /// the latest is the one at the package's main address.
    async fn versions(&mut self, source: &Disk, catalog: &str, entry: &CatalogEntry) {
        if entry.versions.is_empty() {
            let property = format!("{}.versions", entry.name);
            self.tell(catalog, Fault::MissingProperty { property });
        }
        for version in &entry.versions {
            let address = join(catalog, &version.path);
            let manifest = match source.read(&address).await {
                Ok(manifest) => manifest,
                Err(problem) => {
                    self.problems.push(problem);
                    continue;
                }
            };
            let promised = format!("sha256:{}", version.sha256);
            self.problems
                .extend(verify(&address, &manifest, None, Some(&promised)));
            if version.withdrawn.is_some() {
                self.withdrawn(source, &address, (entry, version)).await;
                continue;
            }
            let mut of_version = Self::default();
            if let Some(dataset) = of_version.package(source, &address).await {
                if dataset.package.version != version.version {
                    let fault = Fault::VersionDiffers {
                        found: dataset.package.version.clone(),
                        expected: version.version.clone(),
                    };
                    of_version.tell(&address, fault);
                }
                if newest(entry) == Some(version) {
                    let newest = join(catalog, &entry.path);
                    of_version
                        .same_files(source, &newest, &address, &dataset.package)
                        .await;
                }
            }
            self.files += of_version.files;
            self.problems.extend(of_version.problems);
        }
    }

    /// Checks that of a withdrawn version only the manifest is left, and that it is not the newest.
    async fn withdrawn(
        &mut self,
        source: &Disk,
        address: &str,
        (entry, version): (&CatalogEntry, &Version),
    ) {
        if newest(entry) == Some(version) {
            self.problems.extend(version.tombstone());
        }
        let Ok(package) = package::open(source, address).await else {
            return;
        };
        for resource in &package.value.resources {
            let file = package.value.address_of(resource);
            if source.0.join(&file).exists() {
                let version = version.version.clone();
                self.tell(&file, Fault::WithdrawnFile { version });
            }
        }
    }

    /// Compares the current files with those of their version, byte by byte.
    async fn same_files(&mut self, source: &Disk, newest: &str, copy: &str, package: &Package) {
        let manifest = copy.rsplit('/').next();
        let schemas = package.resources.iter().filter_map(Resource::schema_path);
        let tables = package
            .resources
            .iter()
            .map(|resource| resource.path.as_str());
        let paths: BTreeSet<&str> = manifest.into_iter().chain(schemas).chain(tables).collect();
        for path in paths {
            let address = join(newest, path);
            let (here, there) = (
                source.read(&address).await,
                source.read(&join(copy, path)).await,
            );
            match (here, there) {
                (Ok(here), Ok(there)) if here == there => {}
                (Ok(here), Ok(there)) => {
                    let fault = Fault::HashDiffers {
                        expected: sha256(&there),
                        found: sha256(&here),
                    };
                    self.tell(&address, fault);
                }
                (here, there) => {
                    self.problems
                        .extend([here.err(), there.err()].into_iter().flatten());
                }
            }
        }
    }

    /// Checks that the claims at the top of the overview are published.
    async fn headlines(&mut self, source: &Disk, address: &str, catalog: &Catalog) {
        let Some(entry) = catalog.default_entry() else {
            return;
        };
        if catalog.overview.headlines.is_empty() {
            return;
        }
        let Some(dataset) = Self::default()
            .package(source, &join(address, &entry.path))
            .await
        else {
            return;
        };
        for claim in &catalog.overview.headlines {
            let found = crate::frame::published_claims(&dataset, std::slice::from_ref(claim));
            if found.is_empty() {
                let fault = Fault::UnknownField {
                    property: "overview.headlines".to_owned(),
                    found: claim.clone(),
                    near: None,
                };
                self.tell(address, fault);
            }
        }
    }
}

/// The names of the views that the site publishes; `None` for a package without a site.
async fn views_beside<S: Source>(source: &S) -> Option<Vec<String>> {
    let views = open_views(source, VIEWS).await.ok()?.views;
    Some(views.into_iter().map(|view| view.id).collect())
}

/// The version with the highest numbers.
fn newest(entry: &CatalogEntry) -> Option<&Version> {
    let numbers = |version: &&Version| -> Vec<u64> {
        let parts = version.version.split('.');
        parts.map(|part| part.parse().unwrap_or(0)).collect()
    };
    entry.versions.iter().max_by_key(numbers)
}
