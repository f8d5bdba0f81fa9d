//! Packages written in a test: a manifest in a line or two, tables as text.

#![allow(dead_code)]

use good_jobs::bytes::{Memory, Source};
use good_jobs::package::{Package, open};
use good_jobs::problem::{Checked, Fault, Place, Problem};
use good_jobs::table::{Dataset, load};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a future that never waits, because files in memory and on disk do not.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Files of a folder.
pub struct Folder(pub PathBuf);

impl Source for Folder {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        std::fs::read(self.0.join(address))
            .map_err(|_| Problem::new(Place::file(address), Fault::NotFetched { status: 404 }))
    }
}

/// A package under construction.
pub struct Literal {
    resources: Vec<Value>,
    outcomes: Value,
    files: Memory,
}

pub fn package() -> Literal {
    Literal {
        resources: Vec::new(),
        outcomes: json!({"v": 1}),
        files: Memory::default(),
    }
}

impl Literal {
    /// The roles of the package itself.
    pub fn roles(mut self, outcomes: Value) -> Self {
        self.outcomes = outcomes;
        self
    }

    /// A table `name.csv`: its roles, its schema, its text.
    pub fn table(mut self, name: &str, outcomes: Value, schema: Value, csv: &str) -> Self {
        self.resources.push(json!({
            "name": name,
            "path": format!("{name}.csv"),
            "schema": schema,
            "outcomes": outcomes,
        }));
        self.files = self.files.with(&format!("{name}.csv"), csv);
        self
    }

    /// A code list of `code,label` pairs.
    pub fn codes(self, name: &str, pairs: &[(&str, &str)]) -> Self {
        let rows = pairs
            .iter()
            .map(|(code, label)| format!("{code},{label}\n"));
        let csv = format!("code,label\n{}", rows.collect::<String>());
        let fields = json!([string("code"), {"name": "label", "type": "string", "outcomes": {"role": "label"}}]);
        let schema = json!({"primaryKey": ["code"], "fields": fields});
        self.table(name, json!({"role": "codes"}), schema, &csv)
    }

    pub fn manifest(&self) -> Value {
        json!({
            "name": "literal",
            "title": "Literal",
            "version": "1.0.0",
            "created": "2026-01-01T00:00:00Z",
            "outcomes": self.outcomes,
            "resources": self.resources,
        })
    }

    pub fn files(&self) -> Memory {
        let manifest = self.manifest().to_string();
        self.files.clone().with("datapackage.json", manifest)
    }

    pub fn open(&self) -> Checked<Package> {
        now(open(&self.files(), "datapackage.json")).expect("a literal manifest is readable")
    }

    /// The package in memory, with the problems of its manifest.
    pub fn load(&self) -> Dataset {
        let mut problems = Vec::new();
        let package = self.open().collect_into(&mut problems);
        let mut dataset = now(load(&self.files(), package));
        problems.append(&mut dataset.problems);
        dataset.problems = problems;
        dataset
    }

    /// The same, for a package that must have no problems.
    pub fn loaded(&self) -> Dataset {
        let dataset = self.load();
        assert_eq!(dataset.problems, []);
        dataset
    }
}

/// A text field without a role.
pub fn string(name: &str) -> Value {
    json!({"name": name, "type": "string"})
}

/// A dimension, whose labels may come from a code list.
pub fn dimension(name: &str) -> Value {
    json!({"name": name, "type": "string", "outcomes": {"role": "dimension"}})
}

/// A measure in `unit` with further keys of this project's vocabulary.
pub fn measure(name: &str, unit: &str, more: Value) -> Value {
    let mut roles = json!({"role": "measure", "unit": unit});
    for (key, value) in more.as_object().expect("keys") {
        roles[key] = value.clone();
    }
    json!({"name": name, "type": "number", "outcomes": roles})
}

/// A foreign key of one field.
pub fn key(field: &str, resource: &str) -> Value {
    json!({"fields": [field], "reference": {"resource": resource, "fields": ["code"]}})
}
