//! Releases a package: sizes and hashes are entered into its manifest, the whole is copied to
//! `v/<version>/`, which never changes again, and the catalog lists it.

use super::embargo;
use super::files_below::files_below;
use super::json_files::{file_error, indent_of, parse, read, to_text};
use super::moment::PointInTime;
use super::record;
use super::transaction::{self, Fate, FileChanges};
use crate::bytes::{join, sha256};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The file beside the manifest of a withdrawn version.
pub const WITHDRAWN: &str = "withdrawn.json";

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

/// What to release, and when.
pub struct ReleaseRequest<'a> {
    /// The package's folder; the catalog is the `catalog.json` next to it.
    pub folder: &'a Path,
    /// Overwrite a version that was never published.
    pub redraft: bool,
    /// Not released before this moment, nor before the `issued` of the manifest.
    pub not_before: Option<PointInTime>,
    pub now: PointInTime,
    /// Records of files that passed a check or the protection of small counts.
    pub records: &'a [PathBuf],
}

/// Releases a package: all files are written, or none. Fails if the version exists with different bytes, unless
/// `redraft` is set, if it was withdrawn, if its time has not come, or if a file differs from a record.
pub fn release(request: &ReleaseRequest) -> Result<Released, String> {
    release_with(request, &mut |_| Fate::Continue)
}

/// [`release`], with a function that is called before each step of writing.
pub fn release_with(
    request: &ReleaseRequest,
    before: &mut dyn FnMut(&str) -> Fate,
) -> Result<Released, String> {
    let ReleaseRequest {
        folder, redraft, ..
    } = *request;
    let data = catalog_folder(folder);
    // What an earlier call left half done would be read as the author's files.
    transaction::take_back(data)?;
    let at = folder.join("datapackage.json");
    let draft = PackageDraft::read(folder)?;
    let word = |key: &str| text_at(&draft.manifest, key, &at);
    let (name, version) = (word("name")?, word("version")?);
    // The catalog gives it as the date of the version.
    word("created")?;
    if !is_plain(&name) || !is_plain(&version) {
        return Err(format!(
            "{}: name and version may hold letters, digits, '.', '-' and '_' only",
            at.display()
        ));
    }
    embargo::refuse_early(&draft.manifest, request.not_before, request.now)
        .map_err(|error| format!("{}: {error}", at.display()))?;
    for record in request.records {
        record::verify(record, &draft.files)?;
    }
    let catalog_at = data.join("catalog.json");
    let written = read(&catalog_at)?;
    let mut catalog = parse(&catalog_at, &written)?;

    let fixed = folder.join("v").join(&version);
    let unchanged = exists_already(&fixed, &draft.files, redraft)?;
    let sha256 = sha256(draft.text().as_bytes());
    enter(&mut catalog, &draft.manifest, (&name, &version), &sha256)?;

    let below = Path::new(folder.file_name().unwrap_or_default());
    let kept = below.join("v").join(&version);
    let mut changes = FileChanges::new();
    if fixed.exists() {
        let old = files_below(&fixed)?.into_iter();
        changes.extend(old.map(|path| (kept.join(path), None)));
    }
    for (path, bytes) in &draft.files {
        changes.insert(inside(&kept, path), Some(bytes.clone()));
    }
    changes.insert(
        below.join("datapackage.json"),
        Some(draft.text().into_bytes()),
    );
    let text = to_text(&catalog, indent_of(&written));
    changes.insert("catalog.json".into(), Some(text.into_bytes()));
    transaction::apply_with(data, changes, before)?;
    Ok(Released {
        name,
        version,
        sha256,
        unchanged,
    })
}

/// The folder of the catalog of a package.
pub(super) fn catalog_folder(folder: &Path) -> &Path {
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A package as its release would write it.
pub(super) struct PackageDraft {
    /// With every story, and the size and hash of each file.
    pub manifest: Value,
    /// The bytes of every file by its path in the package; the manifest is the first.
    pub files: Vec<(String, Vec<u8>)>,
}

impl PackageDraft {
    pub fn read(folder: &Path) -> Result<Self, String> {
        let at = folder.join("datapackage.json");
        let written = read(&at)?;
        let mut manifest = parse(&at, &written)?;
        enter_stories(folder, &mut manifest)?;
        seal(&mut manifest, |path| read(&inside(folder, path)))?;
        let text = to_text(&manifest, indent_of(&written));
        let mut files = vec![("datapackage.json".to_owned(), text.into_bytes())];
        for path in paths(&manifest) {
            let bytes = read(&inside(folder, &path))?;
            files.push((path, bytes));
        }
        Ok(Self { manifest, files })
    }

    fn text(&self) -> String {
        let manifest = self.files.first().map(|(_, bytes)| bytes.as_slice());
        String::from_utf8_lossy(manifest.unwrap_or_default()).into_owned()
    }
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

/// Whether identical files of a version exist already. Other files are refused, unless `redraft` is set.
fn exists_already(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    redraft: bool,
) -> Result<bool, String> {
    if !folder.exists() {
        return Ok(false);
    }
    if folder.join(WITHDRAWN).exists() {
        return Err(format!(
            "{}: this version was withdrawn; raise `version` in the manifest",
            folder.display()
        ));
    }
    let same = |(path, bytes): &(String, Vec<u8>)| {
        std::fs::read(inside(folder, path)).is_ok_and(|found| found == *bytes)
    };
    let is_same = files.iter().all(same) && files_below(folder)?.len() == files.len();
    if !is_same && !redraft {
        return Err(format!(
            "{} exists with other bytes. A published version never changes: raise `version` in the manifest, or \
             give --redraft if this one was never published.",
            folder.display()
        ));
    }
    Ok(is_same)
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
    if let Some(issued) = manifest["issued"].as_str() {
        written["issued"] = json!(issued);
    }
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

pub(super) fn is_plain(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    !word.is_empty() && !word.starts_with('.') && word.chars().all(plain)
}

/// A path of a manifest, kept inside its folder.
fn inside(folder: &Path, path: &str) -> PathBuf {
    folder.join(join("", path))
}
