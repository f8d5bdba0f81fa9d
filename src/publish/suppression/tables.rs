//! The wide tables of a package, with the meaning of each column and what a reader sees of each count.
//!
//! No message of this module has the text of a cell: it may be a count that has to be suppressed.

use super::system::Seen;
use crate::bytes::sha256;
use crate::locale::Locale;
use crate::package::{Adds, Field, FieldRole, OverTime, Package, Resource, ResourceRole, open};
use crate::publish::Disk;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Units that count people or things that stand for people.
const COUNTED: [&str; 3] = ["people", "jobs", "count"];

/// A package with its wide tables.
pub struct Tables {
    pub package: Package,
    /// The manifest as it is written.
    pub manifest: Value,
    pub tables: Vec<CountTable>,
    /// SHA-256 of each file that was read, by path.
    pub files: BTreeMap<String, String>,
    /// What is published as it is, in sentences.
    pub notes: Vec<String>,
    /// Parents of codes, by the name of their table.
    pub parents: BTreeMap<String, BTreeMap<String, String>>,
}

/// One wide table.
pub struct CountTable {
    pub name: String,
    pub path: String,
    pub header: Vec<String>,
    /// The text of each cell.
    pub rows: Vec<Vec<String>>,
    /// The line on which each row begins, counted from 1.
    pub lines: Vec<u64>,
    pub keys: Vec<KeyColumn>,
    pub counts: Vec<Count>,
    pub dependents: Vec<Dependent>,
    pub margin_of: Option<String>,
    /// The index of its first count among those of all tables: rows follow each other, counts within a row.
    pub first: usize,
    /// What a reader sees of each count, row by row.
    pub seen: Vec<Seen>,
}

/// A dimension or a period.
pub struct KeyColumn {
    pub field: String,
    pub at: usize,
    pub is_period: bool,
    /// The table of its codes.
    pub codes: Option<String>,
    /// The value of the dimension where a query names none.
    pub default: Option<String>,
}

/// A measure that counts.
pub struct Count {
    pub field: Field,
    pub at: usize,
    pub beside: Beside,
}

/// The columns about a measure.
#[derive(Clone, Copy, Default)]
pub struct Beside {
    pub status: Option<usize>,
    pub confidentiality: Option<usize>,
    pub qualifier: Option<usize>,
    pub error: Option<usize>,
}

/// A measure that is suppressed where counts are.
pub struct Dependent {
    pub field: Field,
    pub at: usize,
    pub follows: Follows,
    pub beside: Beside,
}

/// The counts that a dependent measure follows, by their index in [`CountTable::counts`].
pub enum Follows {
    /// The mean of the people that the count counts.
    Weight(usize),
    /// A published rate.
    Rate { part: usize, whole: usize },
    /// Nothing is declared: all counts of the row.
    Row,
}

impl Tables {
    /// What a reader sees of the counts of all tables.
    pub fn seen(&self) -> Vec<Seen> {
        let seen = self.tables.iter().flat_map(|table| &table.seen);
        seen.copied().collect()
    }

    /// Every count, in the order of [`CountTable::cell`]: (table, row, count).
    pub fn cells(&self) -> impl Iterator<Item = (&CountTable, usize, usize)> {
        self.tables.iter().flat_map(|table| {
            let rows = 0..table.rows.len();
            rows.flat_map(move |row| (0..table.counts.len()).map(move |count| (table, row, count)))
        })
    }
}

impl CountTable {
    /// The index of a count among those of all tables.
    pub fn cell(&self, row: usize, count: usize) -> usize {
        self.first + row * self.counts.len() + count
    }

    /// What a reader sees of a count.
    pub fn seen(&self, row: usize, count: usize) -> Seen {
        self.seen[row * self.counts.len() + count]
    }

    /// `file:line: column “title”`.
    pub fn place(&self, row: usize, count: usize) -> String {
        self.at(self.lines[row], self.counts[count].field.title())
    }

    fn at(&self, line: u64, column: &str) -> String {
        format!("{}:{line}: column “{column}”", self.path)
    }

    pub fn text(&self, row: usize, at: usize) -> &str {
        &self.rows[row][at]
    }

    pub fn key(&self, field: &str) -> Option<&KeyColumn> {
        self.keys.iter().find(|key| key.field == field)
    }

    /// Whether a count adds up over a field.
    pub fn adds_over(&self, count: usize, field: &str) -> bool {
        let roles = &self.counts[count].field.outcomes;
        let is_time = self.key(field).is_some_and(|key| key.is_period);
        roles.adds == Some(Adds::Sum)
            && !roles.not_additive_over.iter().any(|name| name == field)
            && (!is_time || roles.over_time == Some(OverTime::Flow))
    }
}

/// Reads the wide tables of the package in a folder.
pub fn read(folder: &Path) -> Result<Tables, String> {
    let manifest = folder.join("datapackage.json");
    let at = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let bytes = std::fs::read(&manifest).map_err(|error| at(&manifest, error))?;
    let opened = crate::publish::now(open(&Disk(folder.to_owned()), "datapackage.json"));
    let opened = opened.map_err(|problem| Locale::EN.text(problem.sentence()))?;
    if let Some(problem) = opened.problems.first() {
        let problem = Locale::EN.text(problem.sentence());
        return Err(format!("{problem} (outcomes check lists every problem)"));
    }
    let package = opened.value;
    let manifest: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let mut all = Tables {
        manifest,
        files: BTreeMap::from([("datapackage.json".to_owned(), sha256(&bytes))]),
        tables: Vec::new(),
        notes: Vec::new(),
        parents: BTreeMap::new(),
        package,
    };
    let mut first = 0;
    for resource in all.package.resources.clone() {
        if !resource.parts.is_empty() {
            let name = &resource.name;
            return Err(format!(
                "{name}: its rows are in several files; put them into one file"
            ));
        }
        let path = folder.join(&resource.path);
        let bytes = std::fs::read(&path).map_err(|error| at(&path, error))?;
        all.files.insert(resource.path.clone(), sha256(&bytes));
        match resource.role() {
            ResourceRole::Facts => {
                let table = CountTable::read(&resource, &bytes, first)?;
                first += table.seen.len();
                all.notes.extend(table.unprotected());
                all.tables.push(table);
            }
            ResourceRole::Codes => {
                let parents = parents(&resource, &bytes)?;
                all.parents.insert(resource.name.clone(), parents);
            }
            ResourceRole::Figures => all.notes.push(format!(
                "{}: published figures are kept as they are and are not part of the attack",
                resource.path
            )),
            _ => {}
        }
    }
    if all.tables.iter().all(|table| table.counts.is_empty()) {
        return Err(format!(
            "{}: no table has a measure that counts; declare one with the unit “people”, “jobs” or “count”",
            folder.display()
        ));
    }
    Ok(all)
}

/// The heading, and each row with its line.
type Records = (Vec<String>, Vec<(u64, Vec<String>)>);

/// The rows of a file in the plain format.
pub fn records(resource: &Resource, bytes: &[u8]) -> Result<Records, String> {
    let path = &resource.path;
    let dialect = &resource.dialect;
    let is_plain = dialect.delimiter == "," && dialect.quote_char == "\"" && dialect.header;
    if !is_plain || std::str::from_utf8(bytes).is_err() {
        return Err(format!(
            "{path}: only CSV in UTF-8 with commas and one heading can be protected; write it with “outcomes init”"
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| format!("{path}: it cannot be read as CSV"))?;
        let line = record.position().map_or(0, csv::Position::line);
        if let Some((_, header)) = rows.first()
            && header.len() != record.len()
        {
            return Err(format!(
                "{path}:{line}: {} cells, but the heading has {}; correct the row",
                record.len(),
                header.len()
            ));
        }
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    match rows.is_empty() {
        true => Err(format!("{path}: the file is empty; write its heading")),
        false => Ok((rows.remove(0).1, rows)),
    }
}

/// The parent of each code that has one.
fn parents(resource: &Resource, bytes: &[u8]) -> Result<BTreeMap<String, String>, String> {
    let Some(parent) = resource.with_role(FieldRole::Parent) else {
        return Ok(BTreeMap::new());
    };
    let (header, rows) = records(resource, bytes)?;
    let at = |name: &str| header.iter().position(|column| column == name);
    let code = resource.schema.primary_key().first();
    let (Some(code), Some(parent)) = (code.and_then(|code| at(code)), at(&parent.name)) else {
        return Ok(BTreeMap::new());
    };
    let pairs = rows
        .into_iter()
        .map(|(_, row)| (row[code].clone(), row[parent].clone()));
    Ok(pairs.filter(|(_, parent)| !parent.is_empty()).collect())
}

fn is_count(field: &Field) -> bool {
    let unit = field.outcomes.unit.as_deref().unwrap_or_default();
    match field.outcomes.adds.unwrap_or_default() {
        Adds::Sum => COUNTED.contains(&unit),
        Adds::None => unit == "people" || unit == "jobs",
        _ => false,
    }
}

impl CountTable {
    fn read(resource: &Resource, bytes: &[u8], first: usize) -> Result<Self, String> {
        let (header, rows) = records(resource, bytes)?;
        let (lines, rows) = rows.into_iter().unzip();
        let mut table = Self {
            name: resource.name.clone(),
            path: resource.path.clone(),
            header,
            rows,
            lines,
            keys: Vec::new(),
            counts: Vec::new(),
            dependents: Vec::new(),
            margin_of: resource.outcomes.margin_of.clone(),
            first,
            seen: Vec::new(),
        };
        table.enter_columns(resource)?;
        table.enter_dependents(resource)?;
        for row in 0..table.rows.len() {
            for count in 0..table.counts.len() {
                let seen = table.read_cell(resource, row, count)?;
                table.seen.push(seen);
            }
        }
        table.one_row_for_each_key()?;
        Ok(table)
    }

    fn position(&self, field: &Field) -> Result<usize, String> {
        let at = self.header.iter().position(|name| *name == field.name);
        at.ok_or_else(|| {
            format!(
                "{}:1: the column “{}” of the schema is missing; add it to the file",
                self.path, field.name
            )
        })
    }

    fn beside(&self, resource: &Resource, field: &Field) -> Beside {
        let of = |role: FieldRole| {
            let is_about = |other: &&Field| {
                let roles = &other.outcomes;
                roles.role == Some(role) && roles.of.as_deref() == Some(&field.name)
            };
            let found = resource.schema.fields.iter().find(is_about);
            found.and_then(|found| self.position(found).ok())
        };
        Beside {
            status: of(FieldRole::Status),
            confidentiality: of(FieldRole::Confidentiality),
            qualifier: of(FieldRole::Qualifier),
            error: of(FieldRole::ErrorOf),
        }
    }

    fn enter_columns(&mut self, resource: &Resource) -> Result<(), String> {
        for field in &resource.schema.fields {
            let roles = &field.outcomes;
            match roles.role {
                Some(FieldRole::Dimension | FieldRole::Period) => {
                    let key = resource.schema.foreign_key(&field.name);
                    self.keys.push(KeyColumn {
                        field: field.name.clone(),
                        at: self.position(field)?,
                        is_period: roles.role == Some(FieldRole::Period),
                        codes: key.map(|key| key.reference.resource.clone()),
                        default: roles.default.clone(),
                    });
                }
                Some(FieldRole::Measure) if is_count(field) => {
                    self.counts.push(Count {
                        at: self.position(field)?,
                        beside: self.beside(resource, field),
                        field: field.clone(),
                    });
                }
                Some(FieldRole::Measure) if roles.adds == Some(Adds::Count) => {
                    let unit = roles.unit.as_deref().unwrap_or_default();
                    if COUNTED.contains(&unit) {
                        return Err(format!(
                            "{}: its rows are counted by “{}”, so that each row may be one person; add the \
                             rows up to counts first, and take this table out of the package",
                            self.path,
                            field.title()
                        ));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn enter_dependents(&mut self, resource: &Resource) -> Result<(), String> {
        let index = |name: &str| {
            self.counts
                .iter()
                .position(|count| count.field.name == name)
        };
        let mut found = Vec::new();
        for field in &resource.schema.fields {
            let roles = &field.outcomes;
            let is_key = roles.adds == Some(Adds::Count);
            if roles.role != Some(FieldRole::Measure) || is_count(field) || is_key {
                continue;
            }
            let rate = self.counts.iter().enumerate().find_map(|(part, count)| {
                let rates = &count.field.outcomes.rates;
                let rate = rates.iter().find(|rate| rate.name == field.name)?;
                let whole = index(&rate.denominator)?;
                Some(Follows::Rate { part, whole })
            });
            let weight = roles.weight.as_deref().and_then(index);
            found.push(Dependent {
                at: self.position(field)?,
                beside: self.beside(resource, field),
                follows: rate.or(weight.map(Follows::Weight)).unwrap_or(Follows::Row),
                field: field.clone(),
            });
        }
        self.dependents = found;
        Ok(())
    }

    fn read_cell(&self, resource: &Resource, row: usize, index: usize) -> Result<Seen, String> {
        let count = &self.counts[index];
        let text = self.text(row, count.at).trim();
        let fails = |what: &str| Err(format!("{}: {what}", self.place(row, index)));
        if let Some(marker) = count.field.outcomes.markers.get(text) {
            let bounds = match marker.bound.as_deref() {
                Some("at_least" | "more_than") => (marker.value, None),
                Some(_) => (None, marker.value),
                None => (marker.low, marker.high),
            };
            let is_hidden = marker.status.as_deref() == Some("Q") || marker.bound.is_some();
            return Ok(match is_hidden {
                true => Seen::Suppressed {
                    low: bounds.0.unwrap_or(0.0),
                    high: bounds.1,
                },
                false => Seen::Absent,
            });
        }
        if resource.schema.missing_values(&count.field).contains(&text) || text.is_empty() {
            let status = count.beside.status.map_or("", |at| self.text(row, at));
            return Ok(match status.split(['~', ' ']).any(|one| one == "Q") {
                true => Seen::Suppressed {
                    low: 0.0,
                    high: None,
                },
                false => Seen::Absent,
            });
        }
        let Ok(number) = text.parse::<f64>() else {
            return fails("it is not a plain number; write digits only, or declare a marker");
        };
        if !number.is_finite() || number.fract() != 0.0 {
            return fails("it is not a whole number, but people are counted; correct it");
        }
        if number < 0.0 {
            return fails("it is below zero, but people are counted; correct it");
        }
        let qualifier = count.beside.qualifier.map_or("", |at| self.text(row, at));
        // A total of those that reported is a number; the parts that it lacks are absent.
        Ok(match qualifier {
            "" | "exact" | "at_least" => Seen::Number(number),
            _ => Seen::Suppressed {
                low: 0.0,
                high: None,
            },
        })
    }

    fn one_row_for_each_key(&self) -> Result<(), String> {
        if self.counts.is_empty() {
            return Ok(());
        }
        let mut known: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
        for (row, line) in self.lines.iter().enumerate() {
            let key = self.keys.iter().map(|key| self.text(row, key.at)).collect();
            if let Some(before) = known.insert(key, *line) {
                return Err(format!(
                    "{}:{line}: it has the same dimensions as line {before}; add the rows up, or declare the dimension \
                     in which they differ",
                    self.path
                ));
            }
        }
        Ok(())
    }

    /// What is published as it is.
    fn unprotected(&self) -> Vec<String> {
        if !self.counts.is_empty() {
            return Vec::new();
        }
        let titles = self.dependents.iter().map(|one| one.field.title());
        let titles: BTreeSet<&str> = titles.collect();
        let titles = titles.into_iter().collect::<Vec<&str>>().join(", ");
        vec![match titles.is_empty() {
            true => format!("{}: it has no counts and is kept as it is", self.path),
            false => format!(
                "{}: it has no counts of people and is kept as it is ({titles})",
                self.path
            ),
        }]
    }
}
