//! Releases at a set time. A version whose `issued` lies ahead is not released, and a build leaves out whatever of it
//! already lies in the folder of the site, so that no file of it can be read before its time.

use super::files_below::files_below;
use super::json_files::{indent_of, parse, read, to_text, write};
use super::moment::PointInTime;
use serde_json::Value;
use std::path::Path;

/// A version that a build left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    pub name: String,
    pub version: String,
    pub until: PointInTime,
    /// The version that is published in its place at the package's own address; `None`: the package is left out.
    pub instead: Option<String>,
}

impl HeldBack {
    /// "good-jobs 1.5.0 is left out until 2026-12-15 13:30 UTC; 1.4.0 is published instead".
    pub fn words(&self) -> String {
        let instead = match &self.instead {
            Some(version) => format!("{version} is published instead"),
            None => "no other version of the package is published".to_owned(),
        };
        let until = self.until.words();
        format!(
            "{} {} is left out until {until}; {instead}",
            self.name, self.version
        )
    }
}

/// Fails if the later of `not_before` and the manifest's `issued` lies ahead of `now`.
pub(super) fn refuse_early(
    manifest: &Value,
    not_before: Option<PointInTime>,
    now: PointInTime,
) -> Result<(), String> {
    match issued(manifest)?.max(not_before) {
        Some(time) if now < time => Err(format!(
            "not to be released before {} (it is {}). Nothing was written; run the command again at that time",
            time.words(),
            now.words()
        )),
        _ => Ok(()),
    }
}

/// The `issued` of a manifest or of a version in the catalog.
fn issued(of: &Value) -> Result<Option<PointInTime>, String> {
    match &of["issued"] {
        Value::Null => Ok(None),
        Value::String(text) => PointInTime::parse(text)
            .map(Some)
            .map_err(|error| format!("`issued`: {error}")),
        _ => Err("`issued` is not a text; write it as \"2026-12-15T08:30-05:00\"".to_owned()),
    }
}

/// Removes from `data`, a copy of the catalog's folder, every version whose time has not come at `now`. Where it is the
/// newest, the files at the package's own address become those of the newest version whose time has come; a package
/// without one is removed.
pub fn hold_back(data: &Path, now: PointInTime) -> Result<Vec<HeldBack>, String> {
    let catalog_at = data.join("catalog.json");
    let written = read(&catalog_at)?;
    let mut catalog = parse(&catalog_at, &written)?;
    let mut held = Vec::new();
    let folders =
        std::fs::read_dir(data).map_err(|error| format!("{}: {error}", data.display()))?;
    for folder in folders {
        let folder = folder
            .map_err(|error| format!("{}: {error}", data.display()))?
            .path();
        if folder.join("datapackage.json").is_file() {
            held.extend(hold_back_package(&folder, &mut catalog, now)?);
        }
    }
    if !held.is_empty() {
        write(
            &catalog_at,
            to_text(&catalog, indent_of(&written)).as_bytes(),
        )?;
    }
    held.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(held)
}

fn hold_back_package(
    folder: &Path,
    catalog: &mut Value,
    now: PointInTime,
) -> Result<Vec<HeldBack>, String> {
    let at = folder.join("datapackage.json");
    let manifest = parse(&at, &read(&at)?)?;
    let name = manifest["name"].as_str().unwrap_or_default().to_owned();
    let ahead = |of: &Value, at: &Path| {
        let issued = issued(of).map_err(|error| format!("{}: {error}", at.display()))?;
        Ok::<_, String>(issued.filter(|time| now < *time))
    };
    let mut times = Vec::new();
    if let Some(time) = ahead(&manifest, &at)? {
        times.push((
            manifest["version"].as_str().unwrap_or_default().to_owned(),
            time,
        ));
    }
    let mut none = Vec::new();
    let packages = catalog["packages"].as_array_mut();
    let mut packages = packages.into_iter().flatten();
    let versions = packages.find(|entry| entry["name"] == name.as_str());
    let versions = versions
        .and_then(|entry| entry["versions"].as_array_mut())
        .unwrap_or(&mut none);
    for version in versions.iter() {
        let number = version["version"].as_str().unwrap_or_default();
        if let Some(time) = ahead(version, &at)?
            && !times.iter().any(|(known, _)| known == number)
        {
            times.push((number.to_owned(), time));
        }
    }
    if times.is_empty() {
        return Ok(Vec::new());
    }
    let is_held = |number: &str| times.iter().any(|(known, _)| known == number);
    versions.retain(|version| !is_held(version["version"].as_str().unwrap_or_default()));
    let left = versions
        .iter()
        .filter(|version| version["withdrawn"].is_null());
    let instead = left
        .filter_map(|version| version["version"].as_str())
        .next()
        .map(str::to_owned);
    for (number, _) in &times {
        remove_folder(&folder.join("v").join(number))?;
    }
    if is_held(manifest["version"].as_str().unwrap_or_default()) {
        match &instead {
            Some(version) => restore(folder, &folder.join("v").join(version))?,
            None => {
                remove_folder(folder)?;
                if let Some(packages) = catalog["packages"].as_array_mut() {
                    packages.retain(|entry| entry["name"] != name.as_str());
                }
            }
        }
    }
    let words = |(version, until): (String, PointInTime)| HeldBack {
        name: name.clone(),
        version,
        until,
        instead: instead.clone(),
    };
    Ok(times.into_iter().map(words).collect())
}

/// Makes the files at a package's own address those of one of its versions.
fn restore(folder: &Path, version: &Path) -> Result<(), String> {
    for path in files_below(folder)? {
        if !path.starts_with("v/") {
            let at = folder.join(&path);
            std::fs::remove_file(&at).map_err(|error| format!("{}: {error}", at.display()))?;
        }
    }
    for path in files_below(version)? {
        write(&folder.join(&path), &read(&version.join(&path))?)?;
    }
    Ok(())
}

fn remove_folder(at: &Path) -> Result<(), String> {
    match std::fs::remove_dir_all(at) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", at.display()))
        }
        _ => Ok(()),
    }
}
