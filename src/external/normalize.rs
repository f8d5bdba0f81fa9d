//! Makes the manifest of an imported package readable.
//!
//! Data Package has had two versions and many habits. Properties that are not of the shape the standard
//! gives them are left out and told, so that one slip does not cost the whole package.

use super::untrusted::UntrustedSource;
use crate::bytes::Source;
use crate::package::{Dialect, Field, ForeignKey, License, Package, Resource, Schema, SourceNote};
use crate::problem::{Fault, Problem, SourceLocation};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The longest text of a manifest that is shown.
const LONGEST: usize = 300;

/// Reads a manifest and leaves out what cannot be read.
pub fn normalize_manifest(bytes: &[u8], address: &str) -> Result<(Vec<u8>, Vec<Problem>), Fault> {
    let not_json = |detail: String| Fault::NotJson { detail };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut manifest: Value =
        serde_json::from_slice(bytes).map_err(|error| not_json(error.to_string()))?;
    let Value::Object(package) = &mut manifest else {
        return Err(not_json("an object was expected".to_owned()));
    };
    if !package.get("resources").is_some_and(Value::is_array) {
        return Err(Fault::MissingProperty {
            property: "resources".to_owned(),
        });
    }
    let mut tamer = Normalizer {
        place: SourceLocation::file(address),
        problems: Vec::new(),
    };
    tamer.package(package);
    let bytes = serde_json::to_vec(&manifest).map_err(|error| not_json(error.to_string()))?;
    Ok((bytes, tamer.problems))
}

/// The same source, with the manifest as it was tamed.
pub struct Normalized<'a, 'b, S> {
    pub source: &'a UntrustedSource<'b, S>,
    pub address: &'a str,
    pub manifest: Vec<u8>,
}

impl<S: Source> Source for Normalized<'_, '_, S> {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        match address == self.address {
            true => Ok(self.manifest.clone()),
            false => self.source.read(address).await,
        }
    }
}

struct Normalizer {
    place: SourceLocation,
    problems: Vec<Problem>,
}

impl Normalizer {
    fn package(&mut self, package: &mut Map<String, Value>) {
        name_license(package);
        self.each::<License>(package, "licenses", "", |_| {});
        self.each::<SourceNote>(package, "sources", "", name_source);
        number_to_text(package, "version");
        shorten(package);
        let mut names: Vec<String> = Vec::new();
        if let Some(resources) = package.get_mut("resources").and_then(Value::as_array_mut) {
            resources.retain(Value::is_object);
            resources.retain(|resource| {
                let outside = paths_of(resource).find(|path| leads_out(path));
                if let Some(path) = outside {
                    let path = path.to_owned();
                    let fault = Fault::PathOutside { path };
                    self.problems.push(Problem::new(self.place.clone(), fault));
                }
                outside.is_none()
            });
            for (index, resource) in resources.iter_mut().enumerate() {
                let Value::Object(resource) = resource else {
                    continue;
                };
                // Two tables of one name could not be told apart.
                let named = resource.get("name").and_then(Value::as_str);
                let name = match named.filter(|name| !name.is_empty()) {
                    Some(name) if !names.iter().any(|known| known == name) => name.to_owned(),
                    _ => format!("table-{}", index + 1),
                };
                resource.insert("name".to_owned(), json!(name));
                self.resource(resource, &name);
                names.push(name);
            }
        }
        self.keep_readable::<Package>(package, "", &["resources"]);
    }

    fn resource(&mut self, resource: &mut Map<String, Value>, name: &str) {
        resource.remove("parts");
        if let Some([first, others @ ..]) = resource
            .get("path")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            && !others.is_empty()
        {
            let (first, others) = (first.clone(), others.to_vec());
            resource.insert("path".to_owned(), first);
            resource.insert("parts".to_owned(), Value::Array(others));
        }
        if let Some([only]) = resource
            .get("path")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
        {
            let only = only.clone();
            resource.insert("path".to_owned(), only);
        }
        shorten(resource);
        let is_tabs = resource
            .get("path")
            .and_then(Value::as_str)
            .is_some_and(|path| path.ends_with(".tsv"))
            || resource.get("format").and_then(Value::as_str) == Some("tsv");
        if let Some(Value::Object(dialect)) = resource.get_mut("dialect") {
            self.keep_readable::<Dialect>(dialect, &format!("{name}.dialect"), &[]);
        } else if is_tabs {
            resource.insert("dialect".to_owned(), json!({"delimiter": "\t"}));
        }
        if let Some(Value::Object(schema)) = resource.get_mut("schema") {
            let of = format!("{name}.schema");
            if let Some(fields) = schema.get_mut("fields").and_then(Value::as_array_mut) {
                fields.retain(Value::is_object);
                for (index, field) in fields.iter_mut().enumerate() {
                    if let Value::Object(field) = field {
                        shorten(field);
                        self.keep_readable::<Field>(
                            field,
                            &format!("{of}.fields[{index}]"),
                            &["type"],
                        );
                    }
                }
            }
            self.each::<ForeignKey>(schema, "foreignKeys", &of, |_| {});
            self.keep_readable::<Schema>(schema, &of, &["fields"]);
        }
        self.keep_readable::<Resource>(resource, name, &["schema"]);
    }

    /// Leaves out entries of a list that cannot be read.
    fn each<T: DeserializeOwned>(
        &mut self,
        object: &mut Map<String, Value>,
        key: &str,
        of: &str,
        mend: fn(&mut Value),
    ) {
        let Some(list) = object.get_mut(key).and_then(Value::as_array_mut) else {
            return;
        };
        let before = list.len();
        list.iter_mut().for_each(mend);
        list.retain(|entry| serde_json::from_value::<T>(entry.clone()).is_ok());
        if list.len() < before {
            self.left_out(of, key);
        }
    }

    /// Leaves out properties that are not of the shape `T` has; `sure` are looked after elsewhere.
    fn keep_readable<T: DeserializeOwned>(
        &mut self,
        object: &mut Map<String, Value>,
        of: &str,
        sure: &[&str],
    ) {
        let keys: Vec<String> = object.keys().cloned().collect();
        for key in keys.iter().filter(|key| !sure.contains(&key.as_str())) {
            let alone = json!({ key.as_str(): object[key] });
            // Words of closed lists are told by the reading of the manifest, with what can stand there.
            let is_word = key == "outcomes";
            if !is_word && serde_json::from_value::<T>(alone).is_err() {
                object.remove(key);
                self.left_out(of, key);
            }
        }
    }

    fn left_out(&mut self, of: &str, key: &str) {
        let property = match of {
            "" => key.to_owned(),
            of => format!("{of}.{key}"),
        };
        self.problems.push(Problem::new(
            self.place.clone(),
            Fault::WrongShape { property },
        ));
    }
}

/// The paths of a resource: of its files, and of its schema where that is a file.
fn paths_of(resource: &Value) -> impl Iterator<Item = &str> {
    let path = &resource["path"];
    let list = path.as_array().into_iter().flatten();
    let all = [path, &resource["schema"]].into_iter().chain(list);
    all.filter_map(Value::as_str)
}

/// Whether a path leads out of the folder of its manifest, also when its marks are encoded. Whole `https` addresses
/// may lead anywhere.
fn leads_out(path: &str) -> bool {
    if path.starts_with("https://") {
        return false;
    }
    let mut plain = path.to_ascii_lowercase();
    for _ in 0..3 {
        plain = [
            ("%25", "%"),
            ("%2e", "."),
            ("%2f", "/"),
            ("%5c", "\\"),
            ("%3a", ":"),
        ]
        .iter()
        .fold(plain, |text, (code, mark)| text.replace(code, mark));
    }
    let first = plain.split('/').next().unwrap_or_default();
    plain.starts_with(['/', '~'])
        || plain.contains('\\')
        || first.contains(':')
        || plain.split('/').any(|part| part == "..")
}

/// Data Package 1.0 beta had one licence as a text.
fn name_license(package: &mut Map<String, Value>) {
    let has_list = package.get("licenses").is_some_and(Value::is_array);
    if let Some(Value::String(name)) = package.get("license").cloned().filter(|_| !has_list) {
        package.insert("licenses".to_owned(), json!([{ "name": name }]));
    }
}

/// Sources had `name` and `web`, or were plain texts.
fn name_source(source: &mut Value) {
    if let Value::String(text) = source {
        *source = json!({ "title": text });
    }
    let Value::Object(source) = source else {
        return;
    };
    for (old, new) in [("name", "title"), ("web", "path")] {
        if let Some(value) = source
            .get(old)
            .cloned()
            .filter(|_| !source.contains_key(new))
        {
            source.insert(new.to_owned(), value);
        }
    }
}

fn number_to_text(object: &mut Map<String, Value>, key: &str) {
    if let Some(number) = object.get(key).filter(|value| value.is_number()) {
        let text = number.to_string();
        object.insert(key.to_owned(), json!(text));
    }
}

/// Titles of imported packages may be of any length.
fn shorten(object: &mut Map<String, Value>) {
    for key in ["title", "name", "description"] {
        if let Some(Value::String(text)) = object.get_mut(key)
            && text.chars().count() > LONGEST
            && key != "name"
        {
            *text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
    }
}
