//! Reads `datapackage.json` and the schema files it names, with every fault named.

use super::manifest::{Package, Resource, SchemaOrPath};
use super::schema::Schema;
use super::{check, words};
use crate::bytes::{Source, join};
use crate::problem::{Checked, Fault, Place, Problem};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Reads a manifest and the schema files it names. An unreadable manifest is the one hard error;
/// everything else is collected.
pub async fn open<S: Source>(source: &S, address: &str) -> Result<Checked<Package>, Problem> {
    let bytes = source.read(address).await?;
    let place = Place::file(address);
    let not_json = |error: serde_json::Error| {
        let detail = error.to_string();
        Problem::new(place.clone(), Fault::NotJson { detail })
    };
    let mut written: Value = serde_json::from_slice(without_mark(&bytes)).map_err(not_json)?;
    let mut problems = Vec::new();
    words::check_manifest(&mut written, &place, &mut problems);
    let mut package: Package = serde_json::from_value(written).map_err(not_json)?;
    package.address = address.to_owned();

    let mut read = read_schemas(source, &package).await;
    for schema in read.values_mut() {
        problems.append(&mut schema.problems);
    }
    for resource in &mut package.resources {
        resource.schema = match &resource.written_schema {
            SchemaOrPath::Inline(schema) => *schema.clone(),
            SchemaOrPath::Path(path) => read[path].value.clone(),
        };
    }
    check::check(&package, &mut problems);
    Ok(Checked::new(package, problems))
}

/// The schema files that a package names, each once, all fetched at the same time.
async fn read_schemas<S: Source>(
    source: &S,
    package: &Package,
) -> BTreeMap<String, Checked<Schema>> {
    let named = |resource: &Resource| match &resource.written_schema {
        SchemaOrPath::Path(path) => Some(path.clone()),
        SchemaOrPath::Inline(_) => None,
    };
    let paths: BTreeSet<String> = package.resources.iter().filter_map(named).collect();
    let fetches = paths.into_iter().map(|path| async {
        let schema = read_schema(source, &join(&package.address, &path)).await;
        (path, schema)
    });
    let read = futures_util::future::join_all(fetches).await;
    read.into_iter().collect()
}

async fn read_schema<S: Source>(source: &S, address: &str) -> Checked<Schema> {
    let bytes = match source.read(address).await {
        Ok(bytes) => bytes,
        Err(problem) => return Checked::new(Schema::default(), vec![problem]),
    };
    let place = Place::file(address);
    let mut problems = Vec::new();
    let read = serde_json::from_slice(without_mark(&bytes)).and_then(|mut schema| {
        let name = address.rsplit('/').next().unwrap_or(address);
        words::check_schema(&mut schema, name, &place, &mut problems);
        serde_json::from_value(schema)
    });
    match read {
        Ok(schema) => Checked::new(schema, problems),
        Err(error) => {
            let detail = error.to_string();
            problems.push(Problem::new(place, Fault::NotJson { detail }));
            Checked::new(Schema::default(), problems)
        }
    }
}

/// JSON of some editors begins with a byte order mark, which is not JSON.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
