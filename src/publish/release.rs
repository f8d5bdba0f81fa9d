//! Releases a package: sizes and hashes are entered into its manifest, the whole is copied to
//! `v/<version>/`, which never changes again, and the catalog lists it.

use crate::bytes::{join, sha256};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Indentation of a new file, in spaces.
pub(super) const INDENT: usize = 2;

/// The result of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    pub name: String,
    pub version: String,
    /// SHA-256 of the manifest.
    pub sha256: String,
    /// Whether the identical version existed already.
    pub unchanged: bool,
}

/// Releases the package in `folder`; the catalog is the `catalog.json` next to the folder. Fails if
/// the version exists with different bytes, unless `redraft` is set.
pub fn release(folder: &Path, redraft: bool) -> Result<Released, String> {
    let at = folder.join("datapackage.json");
    let written = read(&at)?;
    let mut manifest = parse(&at, &written)?;
    enter_stories(folder, &mut manifest)?;
    seal(&mut manifest, |path| read(&inside(folder, path)))?;
    let text = to_text(&manifest, indent_of(&written));
    let word = |key: &str| text_at(&manifest, key, &at);
    let (name, version) = (word("name")?, word("version")?);
    // The catalog gives it as the date of the version.
    word("created")?;
    if !is_plain(&name) || !is_plain(&version) {
        return Err(format!(
            "{}: name and version may hold letters, digits, '.', '-' and '_' only",
            at.display()
        ));
    }
    let catalog_at = folder
        .parent()
        .unwrap_or(Path::new("."))
        .join("catalog.json");
    let written = read(&catalog_at)?;
    let mut catalog = parse(&catalog_at, &written)?;

    let mut files = vec![("datapackage.json".to_owned(), text.clone().into_bytes())];
    for path in paths(&manifest) {
        let bytes = read(&inside(folder, &path))?;
        files.push((path, bytes));
    }
    let fixed = folder.join("v").join(&version);
    let unchanged = lay_down(&fixed, &files, redraft)?;
    write(&at, text.as_bytes())?;
    let sha256 = sha256(text.as_bytes());
    enter(&mut catalog, &manifest, (&name, &version), &sha256)?;
    write(
        &catalog_at,
        to_text(&catalog, indent_of(&written)).as_bytes(),
    )?;
    Ok(Released {
        name,
        version,
        sha256,
        unchanged,
    })
}

/// The folders of a package's stories and their pictures.
const STORIES: [(&str, &str); 2] = [("stories", "story"), ("stories/pictures", "picture")];

/// Adds every story and picture in its folder that is not in the manifest yet, so that an author
/// only has to write one file.
fn enter_stories(folder: &Path, manifest: &mut Value) -> Result<(), String> {
    let Some(resources) = manifest.get_mut("resources").and_then(Value::as_array_mut) else {
        return Ok(());
    };
    for (place, role) in STORIES {
        let Ok(entries) = std::fs::read_dir(folder.join(place)) else {
            continue;
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| file_error(&folder.join(place), &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() && media_type(&name, role).is_some() {
                names.push(name);
            }
        }
        names.sort();
        for name in names {
            let path = format!("{place}/{name}");
            if resources.iter().any(|known| known["path"] == path) {
                continue;
            }
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            let title = match role {
                "story" => crate::story::read(&path, &read(&inside(folder, &path))?)
                    .value
                    .map(|story| story.front.title),
                _ => None,
            };
            resources.push(json!({
                "name": format!("{role}-{stem}"),
                "path": path,
                "title": title.unwrap_or_else(|| stem.to_owned()),
                "format": ending,
                "mediatype": media_type(&name, role),
                "outcomes": { "role": role }
            }));
        }
    }
    Ok(())
}

/// The media type of a file that may be a story or a picture; `None` for any other.
fn media_type(name: &str, role: &str) -> Option<&'static str> {
    match (role, name.rsplit_once('.')?.1) {
        ("story", "md") => Some("text/markdown"),
        ("picture", "jpg" | "jpeg") => Some("image/jpeg"),
        ("picture", "png") => Some("image/png"),
        ("picture", "webp") => Some("image/webp"),
        ("picture", "avif") => Some("image/avif"),
        _ => None,
    }
}

/// Enters the size and SHA-256 of every resource; `read` gives the bytes at a path.
pub(super) fn seal(
    manifest: &mut Value,
    read: impl Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<(), String> {
    let resources = manifest.get_mut("resources").and_then(Value::as_array_mut);
    for resource in resources.into_iter().flatten() {
        let Some(path) = resource.get("path").and_then(Value::as_str) else {
            return Err("every resource needs one path".to_owned());
        };
        let bytes = read(path)?;
        resource["bytes"] = json!(bytes.len());
        resource["hash"] = json!(format!("sha256:{}", sha256(&bytes)));
    }
    Ok(())
}

/// JSON in the format of the repository, with one line break at the end.
pub(super) fn to_text(value: &Value, indent: usize) -> String {
    let spaces = " ".repeat(indent);
    let formatter = serde_json::ser::PrettyFormatter::with_indent(spaces.as_bytes());
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    // Writing a value to memory cannot fail.
    let written = value.serialize(&mut writer);
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// The indentation of a file, so that a release changes no more than necessary.
fn indent_of(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let second = text.lines().nth(1).unwrap_or_default();
    match second.len() - second.trim_start_matches(' ').len() {
        0 => INDENT,
        found => found,
    }
}

/// Writes the files of a version. Returns `true` if identical files existed already.
fn lay_down(folder: &Path, files: &[(String, Vec<u8>)], redraft: bool) -> Result<bool, String> {
    if folder.exists() {
        let same = |(path, bytes): &(String, Vec<u8>)| {
            std::fs::read(inside(folder, path)).is_ok_and(|found| found == *bytes)
        };
        if files.iter().all(same) && count_files(folder)? == files.len() {
            return Ok(true);
        }
        if !redraft {
            return Err(format!(
                "{} exists with other bytes. A published version never changes: raise `version` in the manifest, or \
                 give --redraft if this one was never published.",
                folder.display()
            ));
        }
        std::fs::remove_dir_all(folder).map_err(|error| file_error(folder, &error))?;
    }
    for (path, bytes) in files {
        write(&inside(folder, path), bytes)?;
    }
    Ok(false)
}

/// Adds the version to the catalog, or updates its entry.
fn enter(
    catalog: &mut Value,
    manifest: &Value,
    (name, version): (&str, &str),
    sha256: &str,
) -> Result<(), String> {
    let text = |key: &str| {
        manifest
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let packages = catalog.get_mut("packages").and_then(Value::as_array_mut);
    let Some(packages) = packages else {
        return Err("catalog.json has no list of packages".to_owned());
    };
    let known = packages.iter().position(|entry| entry["name"] == name);
    let index = known.unwrap_or_else(|| {
        packages.push(json!({
            "name": name,
            "title": text("title"),
            "summary": first_sentence(text("description")),
            "path": format!("{name}/datapackage.json"),
            "default": false,
            "illustrative": false,
            "versions": []
        }));
        packages.len() - 1
    });
    let entry = &mut packages[index];
    entry["title"] = json!(text("title"));
    entry["illustrative"] = json!(manifest["outcomes"]["illustrative"] == true);
    let mut written = json!({
        "version": version,
        "released": text("created").get(..10).unwrap_or(text("created")),
        "path": format!("{name}/v/{version}/datapackage.json"),
        "sha256": sha256
    });
    let Some(versions) = entry.get_mut("versions").and_then(Value::as_array_mut) else {
        return Err(format!("catalog.json: {name} has no list of versions"));
    };
    match versions
        .iter_mut()
        .find(|known| known["version"] == version)
    {
        Some(known) => {
            // Written by hand, for readers of the feed.
            if let Some(changes) = known.get("changes") {
                written["changes"] = changes.clone();
            }
            *known = written;
        }
        // The latest version is the first.
        None => versions.insert(0, written),
    }
    Ok(())
}

fn paths(manifest: &Value) -> Vec<String> {
    let resources = manifest["resources"].as_array().into_iter().flatten();
    let of_resource = |resource: &Value| {
        let schema = resource["schema"].as_str().map(str::to_owned);
        resource["path"]
            .as_str()
            .map(str::to_owned)
            .into_iter()
            .chain(schema)
            .collect::<Vec<_>>()
    };
    let mut paths: Vec<String> = resources.flat_map(of_resource).collect();
    paths.sort();
    paths.dedup();
    paths
}

/// A summary until an author writes a better one.
fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

fn text_at(manifest: &Value, key: &str, at: &Path) -> Result<String, String> {
    let found = manifest.get(key).and_then(Value::as_str).map(str::to_owned);
    found.ok_or_else(|| format!("{}: `{key}` is missing; add it as text", at.display()))
}

fn is_plain(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    !word.is_empty() && !word.starts_with('.') && word.chars().all(plain)
}

/// A path of a manifest, kept inside its folder.
fn inside(folder: &Path, path: &str) -> PathBuf {
    folder.join(join("", path))
}

fn count_files(folder: &Path) -> Result<usize, String> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).map_err(|error| file_error(folder, &error))? {
        let path = entry.map_err(|error| file_error(folder, &error))?.path();
        count += if path.is_dir() {
            count_files(&path)?
        } else {
            1
        };
    }
    Ok(count)
}

fn parse(at: &Path, bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("{}: {error}", at.display()))
}

fn read(at: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(at).map_err(|error| file_error(at, &error))
}

pub(super) fn write(at: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(parent) = at.parent() {
        std::fs::create_dir_all(parent).map_err(|error| file_error(parent, &error))?;
    }
    std::fs::write(at, bytes).map_err(|error| file_error(at, &error))
}

fn file_error(at: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", at.display())
}
