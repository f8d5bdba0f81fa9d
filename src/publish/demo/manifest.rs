//! The manifest, in the vocabulary of `docs/field-roles.md`.

use super::fields::{count, key, marking, wage};
use super::participants::{COUNTS, WAGES};
use super::totals::{TABLES, TotalsOf};
use super::write::{KEYS, marker};
use super::{CREATED, NAME, VERSION, words};
use crate::publish::protect::{
    FURTHER_MEAN_WIDTH_PERCENT, MEAN_BETWEEN, MEAN_WIDTH_PERCENT, THRESHOLD, WIDTH,
};
use serde_json::{Value, json};

/// The manifest, without the sizes and hashes of its files.
pub fn manifest() -> Value {
    let lists = [
        ("grantees", KEYS[0]),
        ("places", KEYS[1]),
        ("industries", KEYS[2]),
        ("program_types", KEYS[3]),
    ];
    let mut resources = vec![outcomes()];
    resources.extend(TABLES.iter().map(totals));
    resources.extend(lists.map(|(name, key)| code_list(name, key)));
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": words::TITLE,
        "description": words::DESCRIPTION,
        "version": VERSION,
        "created": CREATED,
        "keywords": ["illustrative", "workforce", "outcomes"],
        "licenses": [{
            "name": "CC0-1.0",
            "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/"
        }],
        "sources": [{"title": words::SOURCE}],
        "contributors": [{"title": "Good Jobs Outcomes", "roles": ["creator"]}],
        "outcomes": {
            "v": 1,
            "illustrative": true,
            "noindex": true,
            "default": {"measure": "placed", "by": "quarter", "view": "line"},
            "dashboard": dashboard(),
            "disclosure": {
                "threshold": THRESHOLD,
                "primary": {
                    "marker": marker::PRIMARY,
                    "low": 1,
                    "high": THRESHOLD - 1,
                    "mean_width_percent": MEAN_WIDTH_PERCENT
                },
                "further": {
                    "marker": marker::FURTHER,
                    "low": THRESHOLD,
                    "width": WIDTH,
                    "mean_width_percent": FURTHER_MEAN_WIDTH_PERCENT
                },
                "means_between": MEAN_BETWEEN.map(f64::from).map(|cents| cents / 100.0),
                "relations": words::RELATIONS
            }
        },
        "resources": resources
    })
}

/// The charts of the dashboard: id, title and question.
const PANELS: [[&str; 3]; 6] = [
    [
        "states",
        "People placed in jobs, by state or territory",
        "measure=placed&by=state&series=&view=map",
    ],
    [
        "industries",
        "People placed in jobs, by industry",
        "measure=placed&by=industry_id&series=&view=bar",
    ],
    [
        "quarters",
        "People enrolled, completed and placed, by quarter",
        "measure=enrolled&compare=completed~placed&by=quarter&view=line",
    ],
    [
        "wages",
        "Mean wage before training and at the start of the job, by quarter",
        "measure=starting_wage&compare=prior_wage&by=quarter&view=line",
    ],
    [
        "apprentices",
        "Registered apprentices, by quarter",
        "measure=registered_apprentices&by=quarter&series=&view=column",
    ],
    [
        "programs",
        "People placed in jobs, by program type",
        "measure=placed&by=program_type&series=&view=bar",
    ],
];

/// Placements, apprentices and wages on one page, as for the published package.
fn dashboard() -> Value {
    let tiles = ["placed", "enrolled", "completed", "registered_apprentices"].map(
        |measure| json!({"id": measure, "title": words::title(measure), "measures": [measure]}),
    );
    let panels = PANELS
        .map(|[id, title, query]| json!({"id": id, "title": title, "queries": [{"query": query}]}));
    let columns = [
        "enrolled",
        "completed",
        "placed",
        "placement_rate",
        "registered_apprentices",
        "starting_wage",
    ]
    .map(|measure| json!({"title": words::title(measure), "measures": [measure]}));
    json!({
        "records": "placed",
        "holder": "grantee_id",
        "filters": ["state", "industry_id", "program_type", "grantee_id", "quarter"],
        "tiles": tiles,
        "panels": panels,
        "columns": columns
    })
}

fn outcomes() -> Value {
    let mut fields: Vec<Value> = KEYS.map(key).to_vec();
    fields.extend(COUNTS.map(count));
    fields.extend(WAGES.map(wage));
    fields.push(marking());
    resource(
        "outcomes",
        "Outcomes by grantee, place, industry, program type and quarter",
        words::OUTCOMES,
        json!({"role": "facts", "grain": words::GRAIN}),
        fields,
        &KEYS,
        &KEYS[..4],
    )
}

fn totals(of: &TotalsOf) -> Value {
    let keys: Vec<&str> = of
        .key
        .map(|key| KEYS[key])
        .into_iter()
        .chain([KEYS[4]])
        .collect();
    let mut fields: Vec<Value> = keys.iter().map(|name| key(name)).collect();
    fields.extend(COUNTS.map(count));
    fields.extend(COUNTS.map(|name| {
        json!({
            "name": format!("{name}_qualifier"),
            "type": "string",
            "title": format!("{}: qualifier", words::title(name)),
            "description": words::QUALIFIER,
            "constraints": {"enum": ["exact", "at_least"]},
            "outcomes": {"role": "qualifier", "of": name}
        })
    }));
    fields.extend(WAGES.map(wage));
    fields.extend(WAGES.map(|name| {
        json!({
            "name": format!("{name}_status"),
            "type": "string",
            "title": format!("{}: observation status", words::title(name)),
            "description": words::WAGE_STATUS,
            "constraints": {"required": true, "enum": ["A", "P"]},
            "outcomes": {"role": "status", "of": name}
        })
    }));
    fields.push(marking());
    resource(
        of.name,
        of.title,
        words::TOTALS,
        json!({"role": "facts", "margin_of": "outcomes", "grain": format!("One row is one {}.", of.grain)}),
        fields,
        &keys,
        &keys[..keys.len() - 1],
    )
}

fn code_list(name: &str, code: &str) -> Value {
    let fields = vec![
        json!({
            "name": code,
            "type": "string",
            "title": "Code",
            "description": words::description(code),
            "constraints": {"required": true, "unique": true}
        }),
        json!({
            "name": "label",
            "type": "string",
            "title": words::title(code),
            "description": words::LABEL,
            "constraints": {"required": true},
            "outcomes": {"role": "label"}
        }),
        marking(),
    ];
    let title = words::list_title(name);
    resource(
        name,
        title,
        words::LIST,
        json!({"role": "codes"}),
        fields,
        &[code],
        &[],
    )
}

fn resource(
    name: &str,
    title: &str,
    description: &str,
    roles: Value,
    fields: Vec<Value>,
    primary: &[&str],
    foreign: &[&str],
) -> Value {
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "primaryKey": primary
    });
    if !foreign.is_empty() {
        let keys = foreign.iter().map(|field| {
            json!({
                "fields": [field],
                "reference": {"resource": words::list_of(field), "fields": [field]}
            })
        });
        schema["foreignKeys"] = keys.collect();
    }
    json!({
        "name": name,
        "type": "table",
        "path": format!("{name}.csv"),
        "title": format!("Illustrative: {title}"),
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": 0,
        "hash": "",
        "schema": schema,
        "outcomes": roles
    })
}
