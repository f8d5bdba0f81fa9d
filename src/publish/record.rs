//! A record of the files that passed a check: the SHA-256 of each, by its path in the package. `outcomes check
//! --record` writes one; any other program may, such as one that protects small counts.

use super::json_files::{INDENT, to_text};
use crate::bytes::sha256;
use serde_json::{Map, Value, json};
use std::path::Path;

/// The record of a package with this manifest and these files, by their paths.
pub(super) fn of(manifest: &Value, files: &[(String, Vec<u8>)]) -> String {
    let hash = |(path, bytes): &(String, Vec<u8>)| (path.clone(), json!(sha256(bytes)));
    let files: Map<String, Value> = files.iter().map(hash).collect();
    let record = json!({
        "name": manifest["name"],
        "version": manifest["version"],
        "files": files
    });
    to_text(&record, INDENT)
}

/// Compares files with the hashes in the record at `at`. Every file that the record names has to be there with that
/// hash, and a record that names the manifest has to name every file. The error lists what differs.
pub(super) fn verify(at: &Path, files: &[(String, Vec<u8>)]) -> Result<(), String> {
    let fail = |what: &str| format!("{}: {what}", at.display());
    let text = std::fs::read(at).map_err(|error| fail(&error.to_string()))?;
    let record: Value = serde_json::from_slice(&text).map_err(|error| fail(&error.to_string()))?;
    let expected = record["files"].as_object().filter(|files| !files.is_empty()).ok_or_else(|| {
        fail("it has no “files” with a SHA-256 for each path; write it with outcomes check --record")
    })?;
    let mut differing = Vec::new();
    for (path, hash) in expected {
        let hash = hash
            .as_str()
            .unwrap_or_default()
            .trim_start_matches("sha256:");
        match files.iter().find(|(known, _)| known == path) {
            None => differing.push(format!("{path} is not in the package")),
            Some((_, bytes)) if sha256(bytes) != hash => {
                differing.push(format!("{path} has changed"))
            }
            Some(_) => {}
        }
    }
    if expected.contains_key("datapackage.json") {
        let new = files
            .iter()
            .filter(|(path, _)| !expected.contains_key(path));
        differing.extend(new.map(|(path, _)| format!("{path} was not there")));
    }
    match differing.is_empty() {
        true => Ok(()),
        false => Err(fail(&format!(
            "these files are not those that passed: {}. Check the package again, then release it",
            differing.join("; ")
        ))),
    }
}
