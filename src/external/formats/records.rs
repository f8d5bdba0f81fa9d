//! Lists of records in JSON → tables of texts: a list of objects, a list of lists whose first is the heading, one object on
//! each line (NDJSON), and such lists inside objects.

use super::UnpackedFile;
use super::grid::LineWriter;
use super::json::JsonValue;
use crate::external::import_notices::ImportNotice;
use crate::problem::Fault;
use std::collections::HashMap;

/// How deep inside objects a list is looked for.
const DEPTH: usize = 4;
/// The most columns of one table.
pub const MAX_COLUMNS: usize = 5000;

/// Every table of a JSON text, named after `path` and the members that lead to it.
pub fn tables(path: &str, values: &[(u32, JsonValue)]) -> Result<Vec<UnpackedFile>, Fault> {
    let mut files = Vec::new();
    if let [(_, value)] = values {
        find(value, "", 0, &mut |name, items| {
            let path = match name {
                "" => format!("{path}#records"),
                name => format!("{path}#{name}"),
            };
            files.extend(table(path, &items.iter().collect::<Vec<_>>())?);
            Ok(())
        })?;
    } else {
        let items: Vec<&JsonValue> = values.iter().map(|(_, value)| value).collect();
        files.extend(table(format!("{path}#records"), &items)?);
    }
    match files.is_empty() {
        true => Err(Fault::NoRecords),
        false => Ok(files),
    }
}

fn find(
    value: &JsonValue,
    name: &str,
    depth: usize,
    see: &mut impl FnMut(&str, &[JsonValue]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    match value {
        JsonValue::List(items) => see(name, items),
        JsonValue::Members(members) if depth < DEPTH => {
            for (member, value) in members {
                let name = match name {
                    "" => member.clone(),
                    _ => format!("{name}.{member}"),
                };
                find(value, &name, depth + 1, see)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The table of a list, or nothing where it is a list of something else.
fn table(path: String, items: &[&JsonValue]) -> Result<Option<UnpackedFile>, Fault> {
    if items.is_empty() {
        return Ok(None);
    }
    let is_objects = items.iter().all(|item| item.members().is_some());
    let is_lists = items.len() > 1 && items.iter().all(|item| item.list().is_some());
    let mut text = LineWriter::default();
    let mut told = Vec::new();
    if is_objects {
        objects(items, &mut text, &mut told)?;
    } else if is_lists {
        for item in items {
            for cell in item.list().unwrap_or_default() {
                text.cell(&cell.cell());
            }
            text.end_line()?;
        }
    } else {
        return Ok(None);
    }
    Ok(Some(UnpackedFile {
        path,
        bytes: text.into_bytes(),
        is_sheet: true,
        told,
    }))
}

/// A column for each name, in the order in which the names first appear; a missing member is an empty cell.
fn objects(
    items: &[&JsonValue],
    text: &mut LineWriter,
    told: &mut Vec<ImportNotice>,
) -> Result<(), Fault> {
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut lists: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<(usize, String)>> = Vec::new();
    for item in items {
        let mut row = Vec::new();
        // In GeoJSON the properties of a feature are its record; an outline is no cell.
        let is_feature = item.get("type").and_then(JsonValue::text) == Some("Feature");
        let record = item
            .get("properties")
            .filter(|_| is_feature)
            .unwrap_or(item);
        flatten(record, "", 0, &mut |name, value| {
            let at = match places.get(name) {
                Some(at) => *at,
                None => {
                    names.push(name.to_owned());
                    places.insert(name.to_owned(), names.len() - 1);
                    names.len() - 1
                }
            };
            if value.list().is_some() && !lists.iter().any(|known| known == name) {
                lists.push(name.to_owned());
            }
            row.push((at, value.cell()));
        });
        if names.len() > MAX_COLUMNS {
            return Err(Fault::TooManyColumns {
                found: names.len() as u64,
                limit: MAX_COLUMNS as u64,
            });
        }
        rows.push(row);
    }
    for name in &names {
        text.cell(name);
    }
    text.end_line()?;
    for row in rows {
        let mut cells = vec![String::new(); names.len()];
        for (at, cell) in row {
            cells[at] = cell;
        }
        for cell in &cells {
            text.cell(cell);
        }
        text.end_line()?;
    }
    if !lists.is_empty() {
        told.push(ImportNotice::ListsInRecords { columns: lists });
    }
    Ok(())
}

/// Members of an object inside a record are columns of their own, with both names.
fn flatten(value: &JsonValue, name: &str, depth: usize, see: &mut impl FnMut(&str, &JsonValue)) {
    let Some(members) = value.members().filter(|_| depth < DEPTH) else {
        see(name, value);
        return;
    };
    for (member, value) in members {
        let name = match name {
            "" => member.clone(),
            _ => format!("{name}.{member}"),
        };
        flatten(value, &name, depth + 1, see);
    }
}
