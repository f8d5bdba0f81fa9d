//! The fields of the illustrative tables: keys, counts, mean wages, the `illustrative` column.

use super::people::WAGES;
use super::words;
use super::write::{ILLUSTRATIVE, KEYS, marker};
use crate::publish::protect::THRESHOLD;
use serde_json::{Value, json};

pub(super) fn key(name: &str) -> Value {
    let is_quarter = name == KEYS[4];
    let mut field = json!({
        "name": name,
        "type": "string",
        "title": words::title(name),
        "description": words::description(name),
        "constraints": {"required": true},
        "outcomes": {"role": "dimension"}
    });
    if is_quarter {
        field["constraints"]["pattern"] = json!("20[0-9]{2}-Q[1-4]");
        field["outcomes"] = json!({"role": "period", "grain": "quarter"});
    }
    field
}

pub(super) fn count(name: &str) -> Value {
    let mut roles = json!({
        "role": "measure",
        "unit": "people",
        "adds": "sum",
        "over_time": "flow",
        "direction": "up",
        "markers": markers(name)
    });
    if name == "placed" {
        roles["rates"] = json!([{
            "name": "placement_rate",
            "title": words::title("placement_rate"),
            "denominator": "completed",
            "definition": words::description("placement_rate")
        }]);
    }
    measure(name, "integer", json!({"minimum": 0}), roles)
}

pub(super) fn wage(name: &str) -> Value {
    let roles = json!({
        "role": "measure",
        "unit": "usd_per_hour",
        "adds": "mean",
        "weight": "placed_with_wage",
        "over_time": "flow",
        "direction": if name == "starting_wage" { "up" } else { "none" },
        "markers": markers(name)
    });
    measure(name, "number", json!({"minimum": 0}), roles)
}

fn measure(name: &str, kind: &str, constraints: Value, roles: Value) -> Value {
    let missing = meanings(name).map(|(text, label, _)| json!({"value": text, "label": label}));
    json!({
        "name": name,
        "type": kind,
        "title": words::title(name),
        "description": words::description(name),
        "constraints": constraints,
        "missingValues": missing.collect::<Vec<_>>(),
        "outcomes": roles
    })
}

fn markers(name: &str) -> Value {
    meanings(name)
        .map(|(text, _, meaning)| (text.to_owned(), meaning))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// (cell text, its meaning in words, and in codes) for a measure.
fn meanings(name: &str) -> impl Iterator<Item = (&'static str, &'static str, Value)> {
    let is_mean = WAGES.contains(&name);
    let knows_wages = is_mean || name == "placed_with_wage";
    let range = |low: u32, high: Option<u32>, conf: &str| {
        let mut meaning = json!({"status": "Q", "conf": conf});
        if !is_mean {
            meaning["low"] = json!(low);
            high.iter().for_each(|high| meaning["high"] = json!(high));
        }
        meaning
    };
    let all = [
        (
            true,
            marker::PRIMARY,
            words::PRIMARY,
            range(1, Some(THRESHOLD - 1), "A"),
        ),
        (
            true,
            marker::FURTHER,
            words::FURTHER,
            range(THRESHOLD, None, "D"),
        ),
        (
            true,
            marker::OUTSTANDING,
            words::OUTSTANDING,
            json!({"status": "O"}),
        ),
        (
            true,
            marker::NOT_DUE,
            words::NOT_DUE,
            json!({"status": "not-yet-due"}),
        ),
        (
            knows_wages,
            marker::NOT_COLLECTED,
            words::NOT_COLLECTED,
            json!({"status": "L"}),
        ),
        (
            is_mean,
            marker::NOT_APPLICABLE,
            words::NOT_APPLICABLE,
            json!({"status": "M"}),
        ),
    ];
    all.into_iter()
        .filter(|(used, ..)| *used)
        .map(|(_, text, label, meaning)| (text, label, meaning))
}

pub(super) fn marking() -> Value {
    json!({
        "name": "illustrative",
        "type": "string",
        "title": "Illustrative",
        "description": words::MARKING,
        "constraints": {"required": true, "enum": [ILLUSTRATIVE]}
    })
}
