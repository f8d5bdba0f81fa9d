//! A JSON object of linked data that omits properties without a value.

use serde::Serialize;
use serde_json::{Map, Value};

/// The context of schema.org's vocabulary.
const SCHEMA_ORG: &str = "https://schema.org";

pub(super) struct Object(Map<String, Value>);

impl Object {
    /// An object of this type.
    pub(super) fn of(kind: &str) -> Self {
        let mut out = Self(Map::new());
        out.put("@type", kind);
        out
    }

    /// A top-level object of schema.org.
    pub(super) fn linked(kind: &str) -> Self {
        let mut out = Self(Map::new());
        out.put("@context", SCHEMA_ORG);
        out.put("@type", kind);
        out
    }

    pub(super) fn put(&mut self, key: &str, value: impl Serialize) {
        // Texts, numbers and values always serialize to JSON.
        let value = serde_json::to_value(value).unwrap_or_default();
        self.0.insert(key.to_owned(), value);
    }

    pub(super) fn some(&mut self, key: &str, value: Option<impl Serialize>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.put(key, value);
        }
    }

    pub(super) fn list<T: Into<Value>>(&mut self, key: &str, values: impl IntoIterator<Item = T>) {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.put(key, values);
        }
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}
