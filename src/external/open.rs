//! A package at an address, one table at an address, and files that a visitor chose: opened, fetched, unpacked and cut.

use super::files::{
    check_size, cut, forget_beyond_limit, is_table, is_table_name, keep, keep_tables, read_parts,
    refuse_what_is_not_followed, table_address,
};
use super::formats::{self, FileFormat, UnfoldedFiles};
use super::sheet::further_name;
use super::untrusted::{UntrustedSource, host_of};
use super::{FILES, OpenedPackage, normalize, stem};
use crate::bytes::{Memory, Source, join, verify};
use crate::package::{DataOwner, Package, Schema, open as open_manifest};
use crate::problem::{Fault, Problem, SourceLocation};
use std::collections::{BTreeMap, BTreeSet};

/// Reads the package whose manifest is at `address`, which is also its name in addresses of this site.
///
/// The address of a table alone opens too: whatever comes is known by its first bytes.
pub async fn open<S: Source>(source: &S, address: &str) -> Result<OpenedPackage, Problem> {
    let whose = DataOwner::Host {
        host: host_of(address).unwrap_or_default().to_owned(),
        address: address.to_owned(),
    };
    let source = UntrustedSource(source);
    let bytes = source.read(address).await?;
    let is_manifest = match FileFormat::of(&bytes) {
        FileFormat::Json => formats::is_manifest(address, &bytes),
        // A manifest that is no JSON ends in a message that says so.
        FileFormat::Text => formats::file_name(address).ends_with(".json"),
        _ => false,
    };
    if is_manifest {
        return open_manifest_as(&source, bytes, address, address, whose).await;
    }
    // The folder of the address stays with the package; the file has its name alone.
    let name = address.rsplit('/').next().unwrap_or(address);
    let files = Memory::default().with(name, bytes);
    let unfolded = UnfoldedFiles::of(&files).await;
    let mut opened = match manifest_among(&unfolded.files).cloned() {
        Some(path) => {
            let source = ByName(&unfolded.files);
            let mut opened = open_as(&UntrustedSource(&source), &path, address, whose).await?;
            opened.package.address = address.to_owned();
            opened
        }
        None => open_tables(unfolded, address, address, whose).await?,
    };
    // What is inside an archive has the address of that, and its own name behind it.
    for resource in &mut opened.package.resources {
        if resource.path.split('#').next() != Some(name) {
            resource.path = format!("{name}#{}", resource.path);
        }
    }
    Ok(opened)
}

/// The manifest among files, by its name.
fn manifest_among(files: &Memory) -> Option<&String> {
    let mut paths = files.0.keys();
    paths.find(|path| formats::file_name(path) == "datapackage.json")
}

/// Reads files of the reader's own machine: a manifest with its tables, or tables alone. `name` is their
/// name in addresses.
pub async fn open_files(name: &str, files: &Memory) -> Result<OpenedPackage, Problem> {
    let name = format!("{FILES}{name}");
    // Files of a package are unpacked one by one, as its manifest names them.
    if let Some(path) = manifest_among(files) {
        let source = ByName(files);
        return open_as(&UntrustedSource(&source), path, &name, DataOwner::Files).await;
    }
    let unfolded = UnfoldedFiles::of(files).await;
    if let Some(path) = manifest_among(&unfolded.files) {
        let source = ByName(&unfolded.files);
        return open_as(&UntrustedSource(&source), path, &name, DataOwner::Files).await;
    }
    open_tables(unfolded, "", &name, DataOwner::Files).await
}

/// Reads tables without a manifest, which are in memory. `address` is that of their package, `name` is its name in addresses.
async fn open_tables(
    mut unfolded: UnfoldedFiles,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    // The text at an address is a table whatever it is called; of several files only those named as tables are.
    let is_alone = unfolded.files.0.len() == 1 && whose != DataOwner::Files;
    let resources =
        unfolded.resources(|path| is_alone || is_table_name(path) || path.ends_with(".txt"));
    let mut problems = std::mem::take(&mut unfolded.problems);
    if resources.is_empty() {
        let first = unfolded.files.0.keys().next().cloned().unwrap_or_default();
        let nothing = || Problem::new(SourceLocation::file(&first), Fault::NotATable);
        return Err(problems.into_iter().next().unwrap_or_else(nothing));
    }
    let files: BTreeSet<&str> = resources
        .iter()
        .map(|resource| resource.path.split('#').next().unwrap_or_default())
        .collect();
    let first = files.first().copied().unwrap_or_default();
    let title = match files.len() {
        1 => first.to_owned(),
        several => format!("{first} + {}", several - 1),
    };
    let is_read = |path: &str| resources.iter().any(|resource| resource.path == path);
    let others = unfolded.files.0.keys().filter(|path| !is_read(path));
    problems.extend(others.map(|path| Problem::new(SourceLocation::file(path), Fault::NotATable)));
    let mut package = Package {
        title,
        resources,
        ..Package::default()
    };
    package.address = address.to_owned();
    keep_tables(&mut package, &mut problems, |_| true);
    let placed = Memory(
        std::mem::take(&mut unfolded.files.0)
            .into_iter()
            .map(|(path, bytes)| (join(address, &path), bytes))
            .collect(),
    );
    let mut opened = load(&UntrustedSource(&placed), package, problems, name, whose).await;
    for resource in &opened.package.resources {
        let told = unfolded.sheets.get_mut(&resource.path);
        if let Some(told) = told
            && let Some((sheet, _)) = opened.sheets.get_mut(&resource.name)
        {
            sheet.is_unpacked = true;
            sheet.told.splice(0..0, std::mem::take(told));
        }
    }
    Ok(opened)
}

/// Files that were chosen one by one have lost their folders.
struct ByName<'a>(&'a Memory);

impl Source for ByName<'_> {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut alike = self.0.0.keys().filter(|path| name(path) == name(address));
        let found = match (alike.next(), alike.next()) {
            (Some(only), None) => only,
            _ => address,
        };
        let bytes = self.0.read(found).await;
        bytes.map_err(|_| Problem::new(SourceLocation::file(address), Fault::NotAmongFiles))
    }
}

async fn open_as<S: Source>(
    source: &UntrustedSource<'_, S>,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    let bytes = source.read(address).await?;
    open_manifest_as(source, bytes, address, name, whose).await
}

async fn open_manifest_as<S: Source>(
    source: &UntrustedSource<'_, S>,
    bytes: Vec<u8>,
    address: &str,
    name: &str,
    whose: DataOwner,
) -> Result<OpenedPackage, Problem> {
    let at_address = |fault| Problem::new(SourceLocation::file(address), fault);
    let (tamed, mut problems) =
        normalize::normalize_manifest(&bytes, address).map_err(at_address)?;
    let files = normalize::Normalized {
        source,
        address,
        manifest: tamed,
    };
    let mut opened = open_manifest(&files, address).await?;
    // What a package of this site must say of itself, others need not.
    let demanded = |problem: &&Problem| !matches!(problem.fault, Fault::MissingProperty { .. });
    problems.extend(opened.problems.iter().filter(demanded).cloned());
    keep_tables(&mut opened.value, &mut problems, is_table);
    Ok(load(source, opened.value, problems, name, whose).await)
}

/// Fetches the tables, and looks at their columns where the publisher does not say what they are for.
async fn load<S: Source>(
    source: &UntrustedSource<'_, S>,
    mut package: Package,
    mut problems: Vec<Problem>,
    name: &str,
    whose: DataOwner,
) -> OpenedPackage {
    let has_roles = package
        .resources
        .iter()
        .any(|resource| resource.outcomes.role.is_some());
    let fetches = package.resources.iter().map(|resource| async {
        let bytes = read_parts(source, &package.address, resource).await;
        (resource.name.clone(), bytes)
    });
    let mut arrived = futures_util::future::join_all(fetches).await;
    forget_beyond_limit(&mut arrived);
    refuse_what_is_not_followed(&package, has_roles, &mut arrived);
    let mut unpacked = 0;
    let mut sheets = BTreeMap::new();
    let mut further = Vec::new();
    for resource in &mut package.resources {
        let arrival = arrived
            .iter_mut()
            .find(|(known, _)| *known == resource.name);
        let Some((_, Ok(bytes))) = arrival.filter(|_| !has_roles) else {
            continue;
        };
        let address = table_address(&package.address, &resource.path);
        let (size, hash) = (resource.bytes.take(), resource.hash.take());
        if resource.parts.is_empty() {
            problems.extend(verify(&address, bytes, size, hash.as_deref()));
        }
        let place = SourceLocation::file(&resource.path);
        let told = match formats::unfold_resource(resource, bytes).await {
            Ok(told) => told,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        unpacked += bytes.len() as u64;
        if let Err(fault) = check_size(unpacked) {
            problems.push(Problem::new(place, fault));
            continue;
        }
        let is_unpacked = told.is_some();
        match cut(resource, bytes) {
            Ok((text, mut found)) => {
                *bytes = text;
                for sheet in &mut found {
                    sheet.is_unpacked = is_unpacked;
                }
                if let Some(first) = found.first_mut() {
                    first.told.splice(0..0, told.unwrap_or_default());
                }
                let mut found = found.into_iter();
                let first = found.next().unwrap_or_default();
                let plain = resource.clone();
                sheets.insert(resource.name.clone(), keep(resource, first));
                for (at, sheet) in found.enumerate() {
                    let mut own = plain.clone();
                    own.name = further_name(&plain.name, at + 2);
                    own.title = Some(further_name(plain.title(), at + 2));
                    own.schema = Schema::default();
                    let kept = keep(&mut own, sheet);
                    sheets.insert(own.name.clone(), kept);
                    further.push((own, bytes.clone()));
                }
            }
            Err(fault) => {
                problems.push(Problem::new(place, fault));
            }
        }
    }
    for (resource, bytes) in further {
        arrived.push((resource.name.clone(), Ok(bytes)));
        package.resources.push(resource);
    }
    // A table that could not be cut into rows shows nothing rather than a part.
    let is_read = |name: &String| has_roles || sheets.contains_key(name);
    arrived.retain(|(name, bytes)| bytes.is_err() || is_read(name));
    if package.title.trim().is_empty() {
        package.title = match package.name.trim() {
            "" => stem(name),
            known => known.to_owned(),
        };
    }
    package.name = name.to_owned();
    package.whose = Some(whose);
    OpenedPackage {
        package,
        has_roles,
        arrived,
        sheets,
        problems,
    }
}
