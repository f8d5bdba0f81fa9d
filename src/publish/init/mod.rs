//! `outcomes init`: tables of any publisher → a draft package that the site can publish.
//!
//! Columns are read as on Explore, with the same answers (`as=table~column~reading`). The draft is written
//! only if it reads back with the same number, qualifier and status in every cell.

mod verify;
mod write;

use super::json_files::{INDENT, to_text, write as write_file};
use super::release::seal;
use crate::bytes::Memory;
use crate::external::{ColumnWords, Read, open_files};
use crate::locale::{Locale, Message};
use crate::package::Package;
use crate::problem::Problem;
use crate::query::parse;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What to make a draft of.
pub struct InitRequest<'a> {
    /// CSV, XLSX, ODS, Parquet, JSON or archives of them; a `datapackage.json` among them describes the others.
    pub files: &'a [PathBuf],
    pub name: &'a str,
    pub title: Option<&'a str>,
    /// The day of the draft, `YYYY-MM-DD`.
    pub created: &'a str,
    /// The folder of the draft, which must not exist.
    pub out: &'a Path,
    /// Readings of columns, each `as=table~column~reading`.
    pub answers: &'a [String],
}

/// Writes the draft. Returns what was decided, in lines for people.
pub fn init(request: &InitRequest) -> Result<String, String> {
    if request.out.exists() {
        let out = request.out.display();
        return Err(format!("{out} exists. Choose another folder with --out."));
    }
    let mut files = BTreeMap::new();
    for path in request.files {
        let name = path.file_name().unwrap_or_default();
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        files.insert(name.to_string_lossy().into_owned(), bytes);
    }
    let read = read(Memory(files), request.answers)?;
    let draft = Draft::of(&read, request)?;
    for (path, bytes) in &draft.files {
        write_file(&request.out.join(path), bytes)?;
    }
    Ok(report(&read, request))
}

fn sentence(problem: &Problem) -> String {
    Locale::EN.text(problem.sentence())
}

/// Reads the tables with the answers. Fails where an answer fits no column, or nothing can be read.
fn read(files: Memory, answers: &[String]) -> Result<Read, String> {
    let first = files.0.keys().next().cloned().unwrap_or_default();
    let opened = super::now(open_files(&first, &files)).map_err(|problem| sentence(&problem))?;
    let (query, notices) = parse(&format!("?{}", answers.join("&")));
    if let Some(notice) = notices.first() {
        return Err(Locale::EN.text(notice.message()));
    }
    let read = opened.read(&query.readings);
    match read.unused.first() {
        Some(unused) => Err(format!(
            "no column “{}” of table “{}” can be read as {}",
            unused.field,
            unused.table,
            unused.reading.as_str()
        )),
        None => Ok(read),
    }
}

/// The files of a draft, by path.
pub(crate) struct Draft {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Draft {
    /// Makes the files and reads them back.
    fn of(read: &Read, request: &InitRequest) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        let mut resources = Vec::new();
        for resource in &read.dataset.package.resources {
            let Some(table) = read.dataset.table(&resource.name) else {
                continue;
            };
            let written = write::table(resource, table)?;
            let path = format!("{}.csv", written.name);
            if files.insert(path.clone(), written.csv).is_some() {
                return Err(format!("two tables would be written to {path}"));
            }
            let mut entry = written.entry;
            entry["path"] = json!(path);
            resources.push(entry);
        }
        if resources.is_empty() {
            let problems = read.dataset.problems.iter().map(sentence);
            let problems = problems.collect::<Vec<String>>().join("\n");
            return Err(format!("no table can be read\n{problems}"));
        }
        let mut manifest = manifest(&read.dataset.package, request, resources);
        seal(&mut manifest, |path| Ok(files[path].clone()))?;
        let text = to_text(&manifest, INDENT);
        files.insert("datapackage.json".to_owned(), text.into_bytes());
        verify::reads_back(&read.dataset, &files)?;
        Ok(Self { files })
    }
}

fn manifest(package: &Package, request: &InitRequest, resources: Vec<Value>) -> Value {
    let title = request.title.unwrap_or(&package.title);
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": request.name,
        "title": title,
        "description": "REPLACE: what the numbers count, for which programs and for which time.",
        "version": "0.1.0",
        "created": request.created,
        "licenses": [{
            "name": "CC0-1.0",
            "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/",
        }],
        "contributors": [{ "title": "REPLACE: name of your organization", "roles": ["publisher"] }],
        "sources": [{ "title": "REPLACE: the report or system from which the numbers come" }],
        "outcomes": { "v": 1 },
        "resources": resources,
    })
}

/// What was decided about tables and columns, what could not be read, and what to do next.
fn report(read: &Read, request: &InitRequest) -> String {
    let text = |message: Message| Locale::EN.text(message);
    let mut lines = Vec::new();
    for table in &read.tables {
        lines.push(format!("{}:", table.title));
        for notice in &table.told {
            lines.push(format!("  {}", text(notice.message())));
        }
        for column in read
            .columns
            .iter()
            .filter(|column| column.table == table.table)
        {
            lines.extend(decided(column));
        }
    }
    lines.extend(read.dataset.problems.iter().map(sentence));
    let out = request.out.display();
    lines.push(format!(
        "{out}: a draft of “{}”. Replace the texts that begin with REPLACE, then run “outcomes check {out}”.",
        request.name
    ));
    lines.join("\n")
}

/// How one column is read and why, with the answers that would change it.
fn decided(column: &ColumnWords) -> Vec<String> {
    let text = |message: Message| Locale::EN.text(message);
    let reading = text(column.reading.label());
    let why = text(column.why.message());
    let mut lines = vec![format!("  {}: {reading} ({why})", column.title)];
    if !column.asks.is_empty() {
        let answers = column.asks.iter().map(|hint| hint.as_str());
        let answers: Vec<&str> = answers.collect();
        let (table, field) = (&column.table, &column.field);
        let encode = crate::external::encode;
        lines.push(format!(
            "    To answer: --as {}~{}~auto~{}",
            encode(table),
            encode(field),
            answers.join(" | ")
        ));
    }
    lines
}
