//! Words of closed lists in a manifest. A word that is on no list is reported and left out, so that a typing
//! error does not make the whole package unusable.

use super::manifest::ResourceRole;
use super::roles::{Adds, FieldRole, OverTime};
use super::schema::FieldType;
use crate::problem::{Fault, Problem, SourceLocation, nearest};
use crate::value::{Grain, Scheme};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Checks a manifest before it is read into its types.
pub(super) fn check_manifest(
    manifest: &mut Value,
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    let Some(resources) = manifest.get_mut("resources").and_then(Value::as_array_mut) else {
        return;
    };
    for (index, resource) in resources.iter_mut().enumerate() {
        let name = match resource.get("name").and_then(Value::as_str) {
            Some(name) => name.to_owned(),
            None => format!("resources[{index}]"),
        };
        let mut words = WordChecker {
            of: format!("{name}.outcomes"),
            place,
            problems,
        };
        if let Some(Value::Object(roles)) = resource.get_mut("outcomes") {
            words.hold::<ResourceRole>(roles, "role");
        }
        if let Some(schema) = resource.get_mut("schema") {
            check_schema(schema, &name, place, problems);
        }
    }
}

/// Checks a schema; `name` is that of its resource or file.
pub(super) fn check_schema(
    schema: &mut Value,
    name: &str,
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    let Some(fields) = schema.get_mut("fields").and_then(Value::as_array_mut) else {
        return;
    };
    for field in fields {
        let Value::Object(field) = field else {
            continue;
        };
        let own = field.get("name").and_then(Value::as_str).unwrap_or("?");
        let mut words = WordChecker {
            of: format!("{name}.{own}"),
            place,
            problems,
        };
        words.hold::<FieldType>(field, "type");
        if let Some(Value::Object(roles)) = field.get_mut("outcomes") {
            words.of += ".outcomes";
            words.hold::<FieldRole>(roles, "role");
            words.hold::<Adds>(roles, "adds");
            words.hold::<OverTime>(roles, "over_time");
            words.hold::<Grain>(roles, "grain");
            words.hold::<Scheme>(roles, "codes");
        }
    }
}

struct WordChecker<'a> {
    of: String,
    place: &'a SourceLocation,
    problems: &'a mut Vec<Problem>,
}

impl WordChecker<'_> {
    /// Removes the property if its word is on no list.
    fn hold<T: DeserializeOwned>(&mut self, object: &mut Map<String, Value>, property: &str) {
        let Some(value) = object.get(property) else {
            return;
        };
        let Err(error) = serde_json::from_value::<T>(value.clone()) else {
            return;
        };
        let found = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        // The error names every word of the list: unknown variant `x`, expected one of `a`, `b`.
        let error = error.to_string();
        let expected = error.split_once("expected").map_or("", |(_, after)| after);
        let allowed: Vec<String> = expected
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect();
        let fault = Fault::UnknownWord {
            property: format!("{}.{property}", self.of),
            near: nearest(&found, allowed.iter().map(String::as_str)),
            found,
            allowed,
        };
        self.problems.push(Problem::new(self.place.clone(), fault));
        object.remove(property);
    }
}
