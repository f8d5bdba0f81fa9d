//! `outcomes report`: compares two folders of drawings and writes a page that shows each
//! difference: before, after, and where they differ.

mod page;
mod pixels;

use super::picture::Pictures;
use page::page;
use pixels::{Share, difference};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The page, below the folder of the report.
pub const PAGE: &str = "report.html";

/// The comparison of two folders.
#[derive(Debug, Default)]
pub struct Report {
    /// Number of drawings with identical bytes.
    pub equal: usize,
    pub different: Vec<Different>,
}

/// A drawing that has changed.
#[derive(Debug)]
pub struct Different {
    /// Its path below either folder.
    pub name: String,
    pub change: Change,
}

#[derive(Debug)]
pub enum Change {
    /// Only the second folder has it.
    New,
    /// Only the first folder has it.
    Gone,
    /// The pixels that differ; none where only the text of the file does.
    Other(Share),
}

impl Report {
    pub fn is_equal(&self) -> bool {
        self.different.is_empty()
    }
}

/// Compares every SVG file below `before` with the one of the same name below `after`, and writes
/// the page with its pictures into `out`. Fails if a drawing cannot be rendered.
pub fn report(before: &Path, after: &Path, out: &Path, faces: &Path) -> Result<Report, String> {
    let names = (drawings(before)?, drawings(after)?);
    if names.1.is_empty() {
        let folder = after.display();
        return Err(format!(
            "{folder}: no drawing; make them first: make report"
        ));
    }
    let pictures = Pictures::open(faces)?;
    let mut report = Report::default();
    let _ = std::fs::remove_dir_all(out.join("png"));
    for name in names.0.union(&names.1) {
        let read = |folder: &Path| std::fs::read_to_string(folder.join(name)).ok();
        let (old, new) = (read(before), read(after));
        if old == new {
            report.equal += 1;
            continue;
        }
        let save = |part: &str, bytes: &[u8]| {
            let path = out.join("png").join(picture_name(name, part));
            write(&path, bytes)
        };
        let drawn = |svg: &Option<String>, part: &str| {
            let Some(svg) = svg else { return Ok(None) };
            let pixels = pictures
                .pixels(svg, 1.0)
                .map_err(|error| format!("{name}: {error}"))?;
            save(part, &pixels::png(&pixels)?)?;
            Ok::<_, String>(Some(pixels))
        };
        let change = match (drawn(&old, "before")?, drawn(&new, "after")?) {
            (Some(old), Some(new)) => {
                let (share, pixels) = difference(&old, &new)?;
                save("difference", &pixels::png(&pixels)?)?;
                Change::Other(share)
            }
            (None, _) => Change::New,
            (_, None) => Change::Gone,
        };
        report.different.push(Different {
            name: name.clone(),
            change,
        });
    }
    write(&out.join(PAGE), page(&report).as_bytes())?;
    Ok(report)
}

/// The file name of a picture, from the path of its drawing.
fn picture_name(name: &str, part: &str) -> String {
    let name = name.trim_end_matches(".svg").replace(['/', '\\'], "-");
    format!("{name}-{part}.png")
}

/// The SVG files below a folder, as relative paths.
fn drawings(folder: &Path) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        let at = folder.join(&below);
        let entries =
            std::fs::read_dir(&at).map_err(|error| format!("{}: {error}", at.display()))?;
        for entry in entries.flatten() {
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "svg") {
                found.insert(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(found)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let said = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(said)?;
    }
    std::fs::write(path, bytes).map_err(said)
}
