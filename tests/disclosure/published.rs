//! What anyone can read: the manifest and the CSV files of the package, and every relation between
//! their cells that the package itself declares. Nothing here comes from the suppression code.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Bytes of the package by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// One published or suppressed count of people.
#[derive(Clone, Debug)]
pub struct Count {
    /// Its location, for messages.
    pub place: String,
    pub shown: Shown,
    /// What is published of each mean with this weight.
    pub means: Vec<Mean>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    Number(f64),
    /// Its declared smallest and largest value, and the declared width of the possible range.
    Hidden {
        low: f64,
        high: f64,
        width: f64,
        mean_width: f64,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mean {
    /// No people to take a mean of.
    Absent,
    Number(f64),
    Hidden,
}

/// `total` is the sum of `parts`.
#[derive(Clone, Debug)]
pub struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// Everything that a reader knows about one quarter.
#[derive(Clone, Debug, Default)]
pub struct Published {
    pub counts: Vec<Count>,
    pub sums: Vec<Sum>,
    /// (part, whole): the first is at most the second.
    pub nests: Vec<(usize, usize)>,
    /// The declared bounds of any mean.
    pub means_between: [f64; 2],
}

/// The declared chains of counts in which each is at most the one before.
pub const CHAINS: [&[&str]; 2] = [
    &["completed", "placed", "placed_with_wage"],
    &["enrolled", "registered_apprentices"],
];
const MEANS: [&str; 2] = ["starting_wage", "prior_wage"];
const WEIGHT: &str = "placed_with_wage";

/// Reads the package, one [`Published`] for each quarter: no declared relation connects two
/// quarters.
pub fn read(files: &Files) -> BTreeMap<String, Published> {
    let manifest: Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    declared_relations(&manifest);
    let resources = manifest["resources"].as_array().unwrap();
    let facts = |resource: &&Value| resource["outcomes"]["role"] == "facts";
    let is_margin = |resource: &Value| resource["outcomes"]["margin_of"].is_string();
    let whole = resources
        .iter()
        .filter(facts)
        .find(|resource| !is_margin(resource))
        .unwrap();
    let mut all: BTreeMap<String, Published> = BTreeMap::new();
    // Rows of the whole table by quarter: their keys, and for each count the index of its cell.
    let mut rows: HashMap<String, Vec<KeyedRow>> = HashMap::new();
    for row in rows_of(files, whole) {
        let published = all.entry(row.quarter.clone()).or_default();
        let cells = add_row(published, &manifest, whole, &row);
        rows.entry(row.quarter.clone())
            .or_default()
            .push((row.keys, cells));
    }
    for margin in resources
        .iter()
        .filter(facts)
        .filter(|resource| is_margin(resource))
    {
        for row in rows_of(files, margin) {
            let published = all.get_mut(&row.quarter).unwrap();
            let cells = add_row(published, &manifest, margin, &row);
            for (name, total) in cells {
                // Rows without a report are not part of the total, as its qualifier states.
                let matching = rows[&row.quarter].iter().filter(|(keys, _)| {
                    row.keys
                        .iter()
                        .all(|(field, code)| keys.get(field) == Some(code))
                });
                let parts = matching
                    .filter_map(|(_, cells)| cells.get(&name).copied())
                    .collect();
                published.sums.push(Sum { total, parts });
            }
        }
    }
    let between: Vec<f64> = manifest["outcomes"]["disclosure"]["means_between"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cents| cents.as_f64().unwrap())
        .collect();
    all.values_mut()
        .for_each(|published| published.means_between = [between[0], between[1]]);
    all
}

/// Every reader can see the relations; the attack uses exactly these.
fn declared_relations(manifest: &Value) {
    let told: BTreeSet<&str> = manifest["outcomes"]["disclosure"]["relations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let expected = [
        "placed_with_wage <= placed <= completed in every row",
        "registered_apprentices <= enrolled in every row",
        "every total is the sum of the reported rows it covers, including suppressed ones",
        "every mean wage is weighted by placed_with_wage and rounded to the cent",
    ];
    assert_eq!(told, BTreeSet::from(expected));
}

type Keys = BTreeMap<String, String>;
/// The keys of a row, and for each count the index of its cell.
type KeyedRow = (Keys, BTreeMap<String, usize>);

/// A row of a table, by column.
pub struct Row {
    quarter: String,
    /// The dimensions; in [`tables`] the quarter too.
    pub keys: Keys,
    pub cells: BTreeMap<String, String>,
}

/// The whole table, then the tables of its totals.
pub fn tables(files: &Files) -> Vec<Vec<Row>> {
    let manifest: Value = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let resources = manifest["resources"].as_array().unwrap().iter();
    let facts = resources.filter(|resource| resource["outcomes"]["role"] == "facts");
    let mut facts: Vec<&Value> = facts.collect();
    facts.sort_by_key(|resource| resource["outcomes"]["margin_of"].is_string());
    let with_quarter = |mut row: Row| {
        row.keys.insert("quarter".to_owned(), row.quarter.clone());
        row
    };
    facts
        .into_iter()
        .map(|resource| {
            rows_of(files, resource)
                .into_iter()
                .map(with_quarter)
                .collect()
        })
        .collect()
}

fn rows_of(files: &Files, resource: &Value) -> Vec<Row> {
    let bytes = &files[resource["path"].as_str().unwrap()];
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let role = |name: &str| {
        let field = fields.iter().find(|field| field["name"] == name).unwrap();
        field["outcomes"]["role"].as_str().unwrap_or("").to_owned()
    };
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let roles: Vec<String> = header.iter().map(|name| role(name)).collect();
    let read = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.unwrap();
        let mut row = Row {
            quarter: String::new(),
            keys: Keys::new(),
            cells: BTreeMap::new(),
        };
        for ((name, role), cell) in header.iter().zip(&roles).zip(&record) {
            match role.as_str() {
                "period" => row.quarter = cell.to_owned(),
                "dimension" => drop(row.keys.insert(name.clone(), cell.to_owned())),
                _ => drop(row.cells.insert(name.clone(), cell.to_owned())),
            }
        }
        row
    };
    reader.records().map(read).collect()
}

/// Adds the counts of a row. Returns the index of each that was reported.
fn add_row(
    published: &mut Published,
    manifest: &Value,
    resource: &Value,
    row: &Row,
) -> BTreeMap<String, usize> {
    let mut cells = BTreeMap::new();
    for chain in CHAINS {
        let mut whole = None;
        for name in chain {
            let Some(shown) = shown(manifest, resource, name, &row.cells[*name]) else {
                continue;
            };
            let is_weight = *name == WEIGHT;
            let means = MEANS
                .iter()
                .filter(|_| is_weight)
                .map(|mean| mean_of(manifest, shown, &row.cells[*mean]));
            let index = published.counts.len();
            published.counts.push(Count {
                place: format!(
                    "{} {} {:?} {name}",
                    resource["name"],
                    row.quarter,
                    row.keys.values()
                ),
                shown,
                means: means.collect(),
            });
            published.nests.extend(whole.map(|whole| (index, whole)));
            whole = Some(index);
            cells.insert((*name).to_owned(), index);
        }
    }
    cells
}

/// The meaning of a cell text; `None` where nothing was reported.
fn shown(manifest: &Value, resource: &Value, name: &str, text: &str) -> Option<Shown> {
    if let Ok(number) = text.parse::<f64>() {
        return Some(Shown::Number(number));
    }
    let disclosure = &manifest["outcomes"]["disclosure"];
    let kind = ["primary", "further"]
        .into_iter()
        .find(|kind| disclosure[kind]["marker"] == text)?;
    // The field's own marker agrees with the package.
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["name"] == name).unwrap();
    let marker = &field["outcomes"]["markers"][text];
    assert_eq!(marker["status"], "Q");
    assert_eq!(marker["low"], disclosure[kind]["low"]);
    let number = |value: &Value| value.as_f64();
    let (low, high) = (
        number(&disclosure[kind]["low"]).unwrap(),
        number(&disclosure[kind]["high"]),
    );
    Some(Shown::Hidden {
        low,
        high: high.unwrap_or(f64::INFINITY),
        // Every declared value of a primary cell remains possible.
        width: high.map_or_else(
            || number(&disclosure[kind]["width"]).unwrap(),
            |high| high - low,
        ),
        mean_width: number(&disclosure[kind]["mean_width_percent"]).unwrap() / 100.0,
    })
}

/// A mean is suppressed exactly where its weight is.
fn mean_of(manifest: &Value, weight: Shown, text: &str) -> Mean {
    let disclosure = &manifest["outcomes"]["disclosure"];
    let is_hidden = ["primary", "further"]
        .iter()
        .any(|kind| disclosure[*kind]["marker"] == text);
    assert_eq!(
        is_hidden,
        matches!(weight, Shown::Hidden { .. }),
        "a mean is shown where its weight is"
    );
    match text.parse::<f64>() {
        Ok(number) => Mean::Number(number),
        Err(_) if is_hidden => Mean::Hidden,
        Err(_) => {
            assert_eq!(
                weight,
                Shown::Number(0.0),
                "only a mean of nobody is absent"
            );
            Mean::Absent
        }
    }
}
