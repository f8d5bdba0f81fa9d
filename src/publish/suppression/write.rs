//! The files of a protected package: tables with markers instead of suppressed counts, and a manifest that says what
//! they mean.

use super::choose::Rule;
use super::tables::{Beside, CountTable, Dependent, Follows, Tables, records};
use crate::package::{Field, Resource, ResourceRole};
use crate::publish::json_files::{INDENT, to_text};
use crate::publish::protect::SuppressionStatus;
use crate::publish::release::seal;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// What every reader may use to compute a suppressed count.
const RELATIONS: &str = "Every published total is the sum of its parts, in all tables of the package. A count that is \
                         part of another is at most as large.";

/// Texts of the markers: the first that means nothing else in the column is used.
const PRIMARY: [&str; 3] = ["s", "[s]", "[small]"];
const FURTHER: [&str; 3] = ["c", "[c]", "[other]"];

/// The files of the protected package, by path. `shown` says how each count is published.
pub fn suppressed(
    all: &Tables,
    folder: &Path,
    shown: &[SuppressionStatus],
    (rule, found): (Rule, &[String]),
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut manifest = all.manifest.clone();
    let [primary, further] = [PRIMARY, FURTHER].map(|texts| marker(all, texts));
    let markers = Markers {
        primary: primary?,
        further: further?,
        rule,
    };
    manifest["outcomes"]["disclosure"] = json!({
        "threshold": rule.threshold as u64,
        "primary": {
            "marker": markers.primary, "low": 1, "high": rule.threshold as u64 - 1, "width": rule.width as u64,
        },
        "further": { "marker": markers.further, "low": rule.threshold as u64, "width": rule.width as u64 },
        "relations": RELATIONS,
        "found": found,
    });
    let rows = |table: &CountTable| {
        let mut rows = table.rows.clone();
        for (row, cells) in rows.iter_mut().enumerate() {
            markers.hide(table, (row, cells), shown);
        }
        (table.header.clone(), rows)
    };
    let enter = |resource: &mut Value, table: &CountTable| {
        let counts = table.counts.iter().map(|count| (&count.field, true));
        let others = table.dependents.iter().map(|other| (&other.field, false));
        let used = counts.chain(others).collect::<Vec<_>>();
        for (field, is_count) in used {
            markers.declare(resource, field, is_count);
        }
    };
    package(all, folder, manifest, (&rows, &enter))
}

/// The heading and the rows of a table as they are published.
type PublishedRows<'a> = &'a dyn Fn(&CountTable) -> (Vec<String>, Vec<Vec<String>>);

/// Changes the entry of a table in the manifest.
type EnterMarkers<'a> = &'a dyn Fn(&mut Value, &CountTable);

/// All files: the tables by `rows`, their entries in the manifest changed by `enter`, slices made again, others copied.
fn package(
    all: &Tables,
    folder: &Path,
    mut manifest: Value,
    (rows, enter): (PublishedRows, EnterMarkers),
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    let entries = manifest["resources"].as_array_mut();
    for (entry, resource) in entries.into_iter().flatten().zip(&all.package.resources) {
        let whole = resource.outcomes.slice_of.as_ref();
        let is_slice = resource.role() == ResourceRole::Slice;
        let name = whole.filter(|_| is_slice).unwrap_or(&resource.name);
        let path = folder.join(&resource.path);
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let Some(table) = all.tables.iter().find(|table| table.name == *name) else {
            if let Some(schema) = resource.schema_path() {
                let path = folder.join(schema);
                let bytes = std::fs::read(&path);
                let bytes = bytes.map_err(|error| format!("{}: {error}", path.display()))?;
                files.insert(schema.to_owned(), bytes);
            }
            files.insert(resource.path.clone(), bytes);
            continue;
        };
        inline_schema(entry, resource, folder)?;
        enter(entry, table);
        let (header, mut kept) = rows(table);
        if is_slice {
            records(resource, &bytes)?;
            let at = |field: &str| table.header.iter().position(|name| name == field);
            for (field, value) in &resource.outcomes.selects {
                let Some(at) = at(field) else { continue };
                kept.retain(|row| row[at] == *value);
            }
        }
        files.insert(resource.path.clone(), csv(&header, &kept)?);
    }
    seal(&mut manifest, |path| {
        let found = files.get(path).cloned();
        found.ok_or_else(|| format!("{path}: the file of this resource was not written"))
    })?;
    let text = to_text(&manifest, INDENT);
    files.insert("datapackage.json".to_owned(), text.into_bytes());
    Ok(files)
}

/// The schema of a changed table is written into the manifest, since other tables may share its file.
fn inline_schema(entry: &mut Value, resource: &Resource, folder: &Path) -> Result<(), String> {
    let Some(schema) = resource.schema_path() else {
        return Ok(());
    };
    let path = folder.join(schema);
    let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    entry["schema"] =
        serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(())
}

fn csv(header: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(row).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

/// The first of some texts that no measure uses as a marker.
fn marker(all: &Tables, texts: [&str; 3]) -> Result<String, String> {
    let fields = || {
        all.tables.iter().flat_map(|table| {
            let counts = table.counts.iter().map(|count| &count.field);
            counts.chain(table.dependents.iter().map(|other| &other.field))
        })
    };
    let is_free = |text: &&str| fields().all(|field| !field.outcomes.markers.contains_key(*text));
    let found = texts.into_iter().find(is_free).map(str::to_owned);
    found.ok_or_else(|| {
        format!(
            "the markers {} have another meaning; rename one",
            texts.join(", ")
        )
    })
}

struct Markers {
    primary: String,
    further: String,
    rule: Rule,
}

impl Markers {
    /// Replaces what is suppressed in a row.
    fn hide(
        &self,
        table: &CountTable,
        (row, cells): (usize, &mut [String]),
        shown: &[SuppressionStatus],
    ) {
        let of = |count: usize| shown[table.cell(row, count)];
        for (index, count) in table.counts.iter().enumerate() {
            self.put(cells, count.at, count.beside, of(index));
        }
        for other in &table.dependents {
            let shown = strongest(table, other, of);
            if !is_marked(&other.field, &cells[other.at]) {
                self.put(cells, other.at, other.beside, shown);
            }
        }
    }

    fn put(&self, cells: &mut [String], at: usize, beside: Beside, shown: SuppressionStatus) {
        let (text, conf) = match shown {
            SuppressionStatus::Open => return,
            SuppressionStatus::Primary => (&self.primary, "A"),
            SuppressionStatus::Further => (&self.further, "D"),
        };
        cells[at].clone_from(text);
        for at in [beside.qualifier, beside.error].into_iter().flatten() {
            cells[at].clear();
        }
        if let Some(at) = beside.status {
            "Q".clone_into(&mut cells[at]);
        }
        if let Some(at) = beside.confidentiality {
            conf.clone_into(&mut cells[at]);
        }
    }

    /// Declares the markers in the schema of a resource.
    fn declare(&self, resource: &mut Value, field: &Field, is_count: bool) {
        let schema = &mut resource["schema"];
        let general = schema.get("missingValues").cloned();
        let fields = schema["fields"].as_array_mut();
        let Some(own) = fields
            .into_iter()
            .flatten()
            .find(|own| own["name"] == *field.name)
        else {
            return;
        };
        let mut missing = own
            .get("missingValues")
            .cloned()
            .or(general)
            .unwrap_or(json!([""]));
        let Rule { threshold, .. } = self.rule;
        let mut primary = json!({ "status": "Q", "conf": "A" });
        let mut further = json!({ "status": "Q", "conf": "D" });
        if is_count {
            primary["low"] = json!(1);
            primary["high"] = json!(threshold as u64 - 1);
            further["low"] = json!(threshold as u64);
        }
        let roles = &mut own["outcomes"];
        if !roles["markers"].is_object() {
            roles["markers"] = Value::Object(Map::new());
        }
        for (text, meaning) in [(&self.primary, primary), (&self.further, further)] {
            roles["markers"][text] = meaning;
            if let Some(missing) = missing.as_array_mut() {
                missing.push(json!(text));
            }
        }
        own["missingValues"] = missing;
        if let Some(constraints) = own.get_mut("constraints").and_then(Value::as_object_mut) {
            constraints.remove("required");
        }
    }
}

/// How a dependent measure is published: as the counts that it follows.
fn strongest(
    table: &CountTable,
    other: &Dependent,
    of: impl Fn(usize) -> SuppressionStatus,
) -> SuppressionStatus {
    let followed: Vec<SuppressionStatus> = match other.follows {
        Follows::Weight(count) => vec![of(count)],
        Follows::Rate { part, whole } => vec![of(part), of(whole)],
        Follows::Row => (0..table.counts.len()).map(of).collect(),
    };
    let has = |status: SuppressionStatus| followed.contains(&status);
    match (
        has(SuppressionStatus::Primary),
        has(SuppressionStatus::Further),
    ) {
        (true, _) => SuppressionStatus::Primary,
        (false, true) => SuppressionStatus::Further,
        (false, false) => SuppressionStatus::Open,
    }
}

/// Whether a cell says already why it has no number.
fn is_marked(field: &Field, text: &str) -> bool {
    text.trim().is_empty() || field.outcomes.markers.contains_key(text.trim())
}
