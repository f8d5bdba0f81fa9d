//! JSON files of the repository: read, written and formatted so that a change touches no more lines than necessary.

use serde::Serialize;
use serde_json::Value;
use std::path::Path;

/// Indentation of a new file, in spaces.
pub(super) const INDENT: usize = 2;

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
pub(super) fn indent_of(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let second = text.lines().nth(1).unwrap_or_default();
    match second.len() - second.trim_start_matches(' ').len() {
        0 => INDENT,
        found => found,
    }
}

pub(super) fn parse(at: &Path, bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("{}: {error}", at.display()))
}

pub(super) fn read(at: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(at).map_err(|error| file_error(at, &error))
}

pub(super) fn write(at: &Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(parent) = at.parent() {
        std::fs::create_dir_all(parent).map_err(|error| file_error(parent, &error))?;
    }
    std::fs::write(at, bytes).map_err(|error| file_error(at, &error))
}

pub(super) fn file_error(at: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", at.display())
}
