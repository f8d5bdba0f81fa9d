//! `outcomes diff`: what differs between two versions of a package, as a table or as JSON.

use super::Disk;
use crate::frame::{Cell, ChangeKind, NumberChange, VersionChanges};
use crate::loader::changes_between;
use crate::locale::{Locale, Message};
use crate::package::open_catalog;
use crate::prose::{change_kind, change_row, change_sentences, change_values, value};
use crate::value::{Quantity, Status};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// No column of the printed table is padded to more than this.
const MAX_WIDTH: usize = 40;

/// Compares two versions. Each is a folder with a `datapackage.json`, or `package@version` of the catalog in `data`.
pub fn diff(data: &Path, before: &str, after: &str) -> Result<VersionChanges, String> {
    let source = Disk(PathBuf::new());
    let (before, after) = (manifest(data, before)?, manifest(data, after)?);
    super::now(changes_between(&source, &before, &after, usize::MAX))
        .map_err(|problem| Locale::EN.text(problem.sentence()))
}

/// The path of the manifest that a person names.
fn manifest(data: &Path, named: &str) -> Result<String, String> {
    let path = Path::new(named);
    if path.is_file() {
        return Ok(named.to_owned());
    }
    if path.is_dir() {
        let at = path.join("datapackage.json");
        return Ok(at.to_string_lossy().into_owned());
    }
    let Some((package, version)) = named.split_once('@') else {
        return Err(format!(
            "{named}: no such folder; name a folder with a datapackage.json, or a version as package@1.2.0"
        ));
    };
    let catalog = super::now(open_catalog(&Disk(data.to_owned()), "catalog.json"))
        .map_err(|problem| Locale::EN.text(problem.sentence()))?;
    let Some(entry) = catalog.entry(package) else {
        let known: Vec<&str> = catalog.packages.iter().map(|it| it.name.as_str()).collect();
        return Err(format!(
            "{named}: the catalog has no package “{package}”; it has {}",
            known.join(", ")
        ));
    };
    let Some(version) = entry.version(version) else {
        let known: Vec<&str> = entry
            .versions
            .iter()
            .map(|it| it.version.as_str())
            .collect();
        return Err(format!(
            "{named}: {package} has no version {version}; it has {}",
            known.join(", ")
        ));
    };
    if let Some(tombstone) = version.tombstone() {
        return Err(Locale::EN.text(tombstone.sentence()));
    }
    let at = data.join(&version.path);
    Ok(at.to_string_lossy().into_owned())
}

/// The sentences, then one line for each changed number.
pub fn as_table(changes: &VersionChanges, locale: Locale) -> String {
    let text = |message: Message| locale.text(message);
    let mut lines: Vec<String> = change_sentences(changes).into_iter().map(text).collect();
    let mut rows: Vec<[String; 6]> = Vec::new();
    let join = |parts: Vec<Message>, with: &str| {
        let parts: Vec<String> = parts.into_iter().map(text).collect();
        parts.join(with)
    };
    for change in &changes.changes {
        let [before, after] = change_values(change).map(|lines| join(lines, "; "));
        rows.push([
            text(change_kind(change.kind)),
            change.table.clone(),
            join(change_row(&change.row), ", "),
            change.measure.title.clone(),
            before,
            after,
        ]);
    }
    if !rows.is_empty() {
        lines.push(String::new());
        let version = |version: &str| text(crate::m!(ChangesColumnBefore, version = version));
        let heading = [
            text(crate::m!(ChangesKind)),
            text(crate::m!(ChangesColumnTable)),
            text(crate::m!(ChangesColumnRow)),
            text(crate::m!(ChangesColumnMeasure)),
            version(&changes.before),
            version(&changes.after),
        ];
        rows.insert(0, heading);
        let width = |column: usize| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            widths.max().unwrap_or(0).min(MAX_WIDTH)
        };
        let widths: Vec<usize> = (0..6).map(width).collect();
        for row in &rows {
            let cells = row.iter().zip(&widths);
            let cells: Vec<String> = cells
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            lines.push(cells.join("  ").trim_end().to_owned());
        }
    }
    lines.join("\n")
}

/// Everything, for scripts.
pub fn as_json(changes: &VersionChanges, locale: Locale) -> Value {
    let counts: Map<String, Value> = ChangeKind::ALL
        .into_iter()
        .map(|kind| (kind.as_str().to_owned(), changes.count(kind).into()))
        .collect();
    let list = changes.changes.iter();
    json!({
        "before": changes.before,
        "after": changes.after,
        "numbers": counts,
        "texts": changes.texts,
        "files": changes.files,
        "rows": {
            "added": changes.rows_added,
            "removed": changes.rows_removed,
            "left_out": changes.left_out
        },
        "changes": list.map(|change| one(change, locale)).collect::<Vec<Value>>()
    })
}

fn one(change: &NumberChange, locale: Locale) -> Value {
    let row = change.row.iter().map(|part| part.text.as_str());
    let about = change.about.iter();
    let about = about
        .map(|about| json!({ "field": about.title, "before": about.before, "after": about.after }));
    let side = |cell: &Option<Cell>| cell.as_ref().map(|cell| number(cell, change, locale));
    json!({
        "kind": change.kind.as_str(),
        "table": change.resource,
        "row": row.collect::<Vec<&str>>(),
        "measure": change.measure.code,
        "unit": change.measure.unit.as_str(),
        "before": side(&change.before),
        "after": side(&change.after),
        "about": about.collect::<Vec<Value>>()
    })
}

fn number(cell: &Cell, change: &NumberChange, locale: Locale) -> Value {
    let end = |of: fn(&Quantity) -> Option<f64>| cell.quantity.as_ref().and_then(of);
    let status = Status::ALL.into_iter().filter(|it| cell.status.has(*it));
    json!({
        "text": locale.text(value(cell, &change.measure)),
        "qualifier": cell.quantity.map(|known| known.word.as_str()),
        "low": end(|known| known.low.map(|end| end.at)),
        "high": end(|known| known.high.map(|end| end.at)),
        "status": status.map(Status::export_word).collect::<Vec<String>>()
    })
}
