//! Reads the tables of a package, each cell checked, and checks and links them with each other.

use super::dataset::{Dataset, link};
use super::figures::check_figures;
use super::links::check_foreign_keys;
use super::read;
use crate::bytes::{Source, verify};
use crate::package::{Package, Resource, ResourceRole};
use crate::problem::Problem;

/// The resources that views are made from: every table but slices, which repeat parts of a whole.
pub fn needed(package: &Package) -> impl Iterator<Item = &Resource> {
    package
        .resources
        .iter()
        .filter(|resource| resource.role() != ResourceRole::Slice && resource.role().is_table())
}

/// Fetches every needed resource at the same time, then reads them.
pub async fn load<S: Source>(source: &S, package: Package) -> Dataset {
    let fetches = needed(&package).map(|resource| async {
        let bytes = source.read(&package.address_of(resource)).await;
        (resource.name.clone(), bytes)
    });
    let arrived = futures_util::future::join_all(fetches).await;
    assemble(package, arrived)
}

/// Reads the bytes that arrived, checks keys between tables, and links bridges. A resource that did
/// not arrive leaves a problem, and the rest of the package working.
pub fn assemble(package: Package, arrived: Vec<(String, Result<Vec<u8>, Problem>)>) -> Dataset {
    let mut dataset = Dataset::default();
    for (name, bytes) in arrived {
        let Some(resource) = package.resource(&name) else {
            continue;
        };
        match bytes {
            Ok(bytes) => {
                let address = package.address_of(resource);
                dataset.problems.extend(verify(
                    &address,
                    &bytes,
                    resource.bytes,
                    resource.hash.as_deref(),
                ));
                let table = read(&package, resource, &bytes).collect_into(&mut dataset.problems);
                dataset.tables.insert(name, table);
            }
            Err(problem) => dataset.problems.push(problem),
        }
    }
    dataset.package = package;
    check_foreign_keys(&mut dataset);
    check_figures(&mut dataset);
    dataset.links = link(&dataset);
    dataset
}
