//! `outcomes withdraw`: takes a published version back. Its files are removed, and its manifest, with the hash of
//! each, stays as the record of what was published. The catalog and a file beside the manifest say when and why.

use super::files_below::files_below;
use super::json_files::{indent_of, parse, read, to_text};
use super::release::{WITHDRAWN, catalog_folder, is_plain};
use super::transaction::{self, FileChanges};
use serde_json::{Value, json};
use std::path::Path;

/// What to withdraw, and why.
pub struct WithdrawRequest<'a> {
    /// The package's folder, next to `catalog.json`.
    pub folder: &'a Path,
    pub version: &'a str,
    pub reason: &'a str,
    pub replaced_by: Option<&'a str>,
    /// The day, YYYY-MM-DD.
    pub on: &'a str,
}

/// Withdraws a version. Returns the paths of the files that were removed, below the folder of the catalog. Refuses the
/// newest version, whose files are at the package's own address, and a version that another one was replaced by.
pub fn withdraw(request: &WithdrawRequest) -> Result<Vec<String>, String> {
    let WithdrawRequest {
        folder, version, ..
    } = *request;
    let reason = request.reason.trim();
    if reason.is_empty() {
        return Err("--reason is empty; give the sentence that readers will see".to_owned());
    }
    if crate::value::DateWords::parse(request.on).is_none_or(|_| request.on.len() != 10) {
        return Err(format!(
            "“{}” is not a day; write it as YYYY-MM-DD",
            request.on
        ));
    }
    if !is_plain(version) {
        return Err(format!("“{version}” is not a version; write it as 1.2.0"));
    }
    let manifest_at = folder.join("datapackage.json");
    let manifest = parse(&manifest_at, &read(&manifest_at)?)?;
    let name = manifest["name"].as_str().unwrap_or_default().to_owned();
    let data = catalog_folder(folder);
    transaction::take_back(data)?;
    let catalog_at = data.join("catalog.json");
    let written = read(&catalog_at)?;
    let mut catalog = parse(&catalog_at, &written)?;
    let record = enter(&mut catalog, &name, request, reason)?;

    let within = Path::new(folder.file_name().unwrap_or_default())
        .join("v")
        .join(version);
    let mut changes = FileChanges::new();
    let mut removed = Vec::new();
    for path in files_below(&data.join(&within))? {
        if path != "datapackage.json" && path != WITHDRAWN {
            changes.insert(within.join(&path), None);
            removed.push(within.join(&path).to_string_lossy().into_owned());
        }
    }
    let indent = indent_of(&written);
    changes.insert(
        within.join(WITHDRAWN),
        Some(to_text(&record, indent).into_bytes()),
    );
    changes.insert(
        "catalog.json".into(),
        Some(to_text(&catalog, indent).into_bytes()),
    );
    transaction::apply(data, changes)?;
    Ok(removed)
}

/// Enters the withdrawal in the catalog. Returns the record for the folder of the version.
fn enter(
    catalog: &mut Value,
    name: &str,
    request: &WithdrawRequest,
    reason: &str,
) -> Result<Value, String> {
    let packages = catalog.get_mut("packages").and_then(Value::as_array_mut);
    let entry = packages
        .and_then(|packages| packages.iter_mut().find(|entry| entry["name"] == name))
        .ok_or_else(|| format!("catalog.json has no package “{name}”; release it first"))?;
    let versions = entry.get_mut("versions").and_then(Value::as_array_mut);
    let versions =
        versions.ok_or_else(|| format!("catalog.json: {name} has no list of versions"))?;
    let known: Vec<&str> = versions
        .iter()
        .filter_map(|it| it["version"].as_str())
        .collect();
    let missing = |version: &str| {
        format!(
            "{name} has no version {version}; it has {}",
            known.join(", ")
        )
    };
    let at = known.iter().position(|it| *it == request.version);
    let at = at.ok_or_else(|| missing(request.version))?;
    if at == 0 {
        return Err(format!(
            "{name} {} is the newest version, whose files are at the package's own address. Release the version that \
             replaces it first (raise `version` in the manifest; `outcomes release`), then withdraw this one.",
            request.version
        ));
    }
    if let Some(by) = request.replaced_by {
        let by_at = known
            .iter()
            .position(|it| *it == by)
            .ok_or_else(|| missing(by))?;
        if by_at == at || !versions[by_at]["withdrawn"].is_null() {
            return Err(format!(
                "{name} {by} cannot replace {}; name a version that is published",
                request.version
            ));
        }
    }
    let depends = versions
        .iter()
        .find(|it| it["withdrawn"]["replaced_by"] == request.version);
    if let Some(other) = depends.and_then(|it| it["version"].as_str()) {
        return Err(format!(
            "{name} {} replaces {other}, which was withdrawn; withdraw {other} again with another --replaced-by first",
            request.version
        ));
    }
    let mut withdrawn = json!({ "on": request.on, "reason": reason });
    if let Some(by) = request.replaced_by {
        withdrawn["replaced_by"] = json!(by);
    }
    versions[at]["withdrawn"] = withdrawn.clone();
    Ok(json!({
        "name": name,
        "version": request.version,
        "sha256": versions[at]["sha256"],
        "withdrawn": withdrawn
    }))
}
