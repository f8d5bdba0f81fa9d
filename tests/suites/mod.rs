//! Suites of other projects, made anew from their public lists of cases: each table is read right, or is refused with
//! its place and a remedy. `docs/reading.md` explains where this reader decides otherwise than a suite does.

mod packages;
mod parsers;
mod pollock;

use crate::literal::now;
use good_jobs::bytes::Memory;
use good_jobs::external::{ImportNotice, OpenedPackage, open, open_files};
use good_jobs::locale::Locale;
use good_jobs::package::Dialect;
use good_jobs::table::{Column, Table};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What a visitor sees of one file.
pub struct Seen {
    /// The columns of the first table, with the text of each cell. Numbers are written plainly.
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
    pub lines: Vec<u64>,
    pub told: Vec<ImportNotice>,
    pub dialect: Dialect,
    pub tables: usize,
    /// Everything that is told, notices and problems, as sentences.
    pub said: String,
    /// Rows that a problem says are left out.
    pub left_out: usize,
}

/// Reads a file without a manifest.
pub fn seen(bytes: impl AsRef<[u8]>) -> Seen {
    let files = Memory::default().with("t.csv", bytes);
    match now(open_files("t.csv", &files)) {
        Ok(opened) => look(&opened),
        Err(problem) => nothing(Locale::EN.text(problem.sentence())),
    }
}

/// Reads a file with the resource that its manifest has.
pub fn seen_with(resource: Value, bytes: impl AsRef<[u8]>) -> Seen {
    const ADDRESS: &str = "https://data.example/p/datapackage.json";
    let mut own = json!({"name": "t", "path": "t.csv"});
    for (key, value) in resource.as_object().into_iter().flatten() {
        own[key] = value.clone();
    }
    let manifest = json!({"name": "p", "title": "P", "resources": [own, {"name": "u", "path": "u.csv",
        "schema": {"primaryKey": "id", "fields": [{"name": "id"}, {"name": "title"}]}}]});
    let files = Memory::default()
        .with(ADDRESS, manifest.to_string())
        .with("https://data.example/p/u.csv", "id,title\nx,Ex\ny,Why\n")
        .with("https://data.example/p/t.csv", bytes);
    match now(open(&files, ADDRESS)) {
        Ok(opened) => look(&opened),
        Err(problem) => nothing(Locale::EN.text(problem.sentence())),
    }
}

fn nothing(said: String) -> Seen {
    Seen {
        names: Vec::new(),
        rows: Vec::new(),
        lines: Vec::new(),
        told: Vec::new(),
        dialect: Dialect::default(),
        tables: 0,
        said,
        left_out: 0,
    }
}

fn cell(table: &Table, name: &str, row: usize) -> String {
    match table.column(name) {
        Some(Column::Numbers(numbers)) => match numbers.quantity_at(row) {
            Some(quantity) if quantity.is_exact() => quantity.anchor().to_string(),
            Some(quantity) => format!("{} {}", quantity.word.as_str(), quantity.anchor()),
            None => String::new(),
        },
        _ => table.text(name, row).to_owned(),
    }
}

fn look(opened: &OpenedPackage) -> Seen {
    let read = opened.read(&[]);
    let dataset = &read.dataset;
    let told: Vec<ImportNotice> = read
        .tables
        .iter()
        .flat_map(|table| table.told.clone())
        .collect();
    let problems = dataset
        .problems
        .iter()
        .map(|problem| Locale::EN.text(problem.sentence()));
    let notices = told.iter().map(|told| Locale::EN.text(told.message()));
    let mut seen = nothing(problems.chain(notices).collect::<Vec<_>>().join("\n"));
    seen.told = told;
    // Published totals are a table of their own, made from rows of the same file.
    let is_margin = |name: &&String| {
        let resource = dataset.package.resource(name);
        resource.is_some_and(|resource| resource.outcomes.margin_of.is_some())
    };
    let tables = dataset.tables.keys().filter(|name| *name != "u");
    seen.tables = tables.filter(|name| !is_margin(name)).count();
    let Some(resource) = dataset
        .package
        .resources
        .iter()
        .find(|resource| resource.name == "t")
    else {
        return seen;
    };
    seen.dialect = resource.dialect.clone();
    let Some(table) = dataset.tables.get("t") else {
        return seen;
    };
    let fields = &resource.schema.fields;
    seen.names = fields.iter().map(|field| field.name.clone()).collect();
    seen.lines = (0..table.len).map(|row| table.file_line(row)).collect();
    seen.left_out = table.left_out as usize;
    let cells = |row| {
        seen.names
            .iter()
            .map(|name| cell(table, name, row))
            .collect()
    };
    seen.rows = (0..table.len).map(cells).collect();
    seen
}

/// A cutter of its own, after RFC 4180, so that the reader is held against something else than itself: the records
/// that are not empty, each with its line.
pub fn cut(text: &str, dialect: &Dialect) -> Vec<(u64, Vec<String>)> {
    let first = |text: &str| text.chars().next();
    let (delimiter, quote) = (first(&dialect.delimiter), first(&dialect.quote_char));
    let escape = dialect.escape_char.as_deref().and_then(first);
    let (mut records, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut start) = (1, 1);
    let (mut quoted, mut fresh) = (false, true);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        line += u64::from(letter == '\n');
        if quoted {
            if Some(letter) == escape {
                cell.extend(letters.next());
            } else if Some(letter) != quote {
                cell.push(letter);
            } else if letters.peek().copied() == quote {
                cell.extend(letters.next());
            } else {
                quoted = false;
            }
        } else if fresh && Some(letter) == quote {
            quoted = true;
            fresh = false;
        } else if Some(letter) == delimiter {
            cells.push(std::mem::take(&mut cell));
            fresh = true;
        } else if letter == '\n' || letter == '\r' {
            cells.push(std::mem::take(&mut cell));
            records.push((start, std::mem::take(&mut cells)));
            start = line;
            fresh = true;
        } else {
            cell.push(letter);
            fresh = false;
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        records.push((start, cells));
    }
    records
        .retain(|(_, cells): &(u64, Vec<String>)| cells.iter().any(|cell| !cell.trim().is_empty()));
    records
}

/// Records of the file that are neither shown nor told: there must be none.
pub fn unaccounted(text: &str, seen: &Seen) -> Result<(), String> {
    let records = cut(text, &seen.dialect);
    let mut heading = 1;
    let mut told = 0;
    for notice in &seen.told {
        told += match notice {
            ImportNotice::Title { lines, .. } => *lines as usize,
            ImportNotice::Heading { lines } => {
                heading = *lines as usize;
                0
            }
            ImportNotice::NoHeading => {
                heading = 0;
                0
            }
            ImportNotice::HeadingAgain { rows } => *rows as usize,
            ImportNotice::Below { rows, .. } => *rows as usize,
            ImportNotice::Wholes { rows, .. } | ImportNotice::Sections { rows, .. } => {
                *rows as usize
            }
            ImportNotice::Damaged { lines }
            | ImportNotice::Shifted { lines }
            | ImportNotice::Statistic { lines, .. } => lines.len(),
            _ => 0,
        };
    }
    // A record whose cells are rows is shown once for each of them.
    let each = seen.told.iter().find_map(|notice| match notice {
        ImportNotice::Melted { columns, .. } => Some(columns.len()),
        _ => None,
    });
    let shown = match each {
        Some(each) => {
            let lines: BTreeSet<u64> = seen.lines.iter().copied().collect();
            if seen.rows.len() != lines.len() * each {
                return Err(format!(
                    "{} rows of {} records",
                    seen.rows.len(),
                    lines.len()
                ));
            }
            lines.len()
        }
        None => seen.rows.len(),
    };
    let all = shown + told + heading + seen.left_out;
    match all == records.len() {
        true => Ok(()),
        false => Err(format!(
            "{} records: {shown} shown, {told} told, {} left out, {heading} of the heading\n{}",
            records.len(),
            seen.left_out,
            seen.said
        )),
    }
}

#[test]
fn every_record_of_the_corpus_is_shown_or_told() {
    let mut wrong = Vec::new();
    let mut cells = 0;
    let kinds = std::fs::read_dir("tests/corpus/imported").expect("the corpus is there");
    for file in kinds
        .flatten()
        .flat_map(|kind| std::fs::read_dir(kind.path()).expect("a kind").flatten())
    {
        let path = file.path();
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(text) = String::from_utf8(bytes.clone()) else {
            continue;
        };
        if path.extension().is_none_or(|end| end != "csv") || text.starts_with("sep=") {
            continue;
        }
        let seen = seen(bytes);
        cells += seen
            .rows
            .iter()
            .flatten()
            .filter(|cell| !cell.is_empty())
            .count();
        if seen.tables == 1
            && let Err(line) = unaccounted(&text, &seen)
        {
            wrong.push(format!("{}: {line}", path.display()));
        }
    }
    assert!(cells > 500, "{cells} cells");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
