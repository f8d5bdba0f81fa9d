//! The files of a folder and of the folders in it.

use std::path::Path;

/// The files below a folder, by their path in it.
pub(super) fn files_below(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut waiting = vec![String::new()];
    while let Some(place) = waiting.pop() {
        let at = folder.join(&place);
        let entries =
            std::fs::read_dir(&at).map_err(|error| format!("{}: {error}", at.display()))?;
        for entry in entries {
            let entry = entry.map_err(|error| format!("{}: {error}", at.display()))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if place.is_empty() {
                name
            } else {
                format!("{place}/{name}")
            };
            match entry.path().is_dir() {
                true => waiting.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}
