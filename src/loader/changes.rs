//! What differs between two versions of a package, read from its files.

use super::PublishedFiles;
use crate::bytes::Source;
use crate::frame::{VersionChanges, changed_tables, compare_versions};
use crate::package::{CatalogEntry, Package, Version, open};
use crate::problem::Problem;
use crate::table::{Dataset, assemble};
use std::collections::BTreeSet;

/// A version of a package and the one before it, passing over versions that were withdrawn.
pub fn with_previous<'c>(
    entry: &'c CatalogEntry,
    version: &str,
) -> Option<(&'c Version, &'c Version)> {
    // The latest version is the first.
    let at = entry
        .versions
        .iter()
        .position(|known| known.version == version)?;
    let mut earlier = entry.versions[at + 1..].iter();
    let before = earlier.find(|version| version.withdrawn.is_none())?;
    Some((before, &entry.versions[at]))
}

/// Compares the packages whose manifests are at these two addresses. Only files that differ are read.
/// Lists up to `limit` changes of each kind.
pub async fn changes_between<S: Source>(
    source: &S,
    before: &str,
    after: &str,
    limit: usize,
) -> Result<VersionChanges, Problem> {
    let before = open(source, before).await?.value;
    let after = open(source, after).await?.value;
    let names = changed_tables(&before, &after);
    let before = read_tables(source, before, &names).await;
    let after = read_tables(source, after, &names).await;
    Ok(compare_versions(&before, &after, limit))
}

async fn read_tables<S: Source>(source: &S, package: Package, names: &BTreeSet<String>) -> Dataset {
    let mut arrived = Vec::new();
    for resource in &package.resources {
        if names.contains(&resource.name) {
            let bytes = source.read(&package.address_of(resource)).await;
            arrived.push((resource.name.clone(), bytes));
        }
    }
    assemble(package, arrived)
}

impl<S: Source> PublishedFiles<S> {
    /// What a version of a package changed; `None` where it is the first, or none has this name.
    pub async fn changes(
        &self,
        package: &str,
        version: &str,
        limit: usize,
    ) -> Result<Option<VersionChanges>, Problem> {
        let entry = self.catalog.entry(package);
        let Some((before, after)) = entry.and_then(|entry| with_previous(entry, version)) else {
            return Ok(None);
        };
        let at = |version: &Version| format!("data/{}", version.path);
        changes_between(&self.source, &at(before), &at(after), limit)
            .await
            .map(Some)
    }
}
