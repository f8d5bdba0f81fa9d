//! Where the table is in its file: title lines above the heading, headings of several lines, notes and second tables
//! below, empty columns, headings that appear twice.

use super::told::Told;
use crate::package::{Dialect, Imported, Resource};
use crate::problem::Fault;
use crate::table::written::{Outcome, bare_mark, is_mark, take_apart, trimmed};
use crate::table::{begins, reader};
use csv::ByteRecord;
use std::collections::BTreeSet;

/// Records that are looked at to find the delimiter and the heading.
const LOOKED_AT: usize = 400;
/// A note below the table is longer than this, where nothing else says that it is one.
const LONG: usize = 40;

/// A file cut into rows.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// How the loader cuts it the same way.
    pub imported: Imported,
    /// The rows of data with the line each begins on, in the order of the file; rows set aside are not among them.
    pub rows: Vec<SheetRow>,
    /// Marks that a legend below the table explains.
    pub legend: BTreeSet<String>,
    pub told: Vec<Told>,
}

/// One row of data.
#[derive(Clone, Debug, Default)]
pub struct SheetRow {
    /// Its number below the heading, counted from 1.
    pub row: u64,
    pub line: u64,
    /// One for each column, without white space at either end.
    pub cells: Vec<String>,
}

/// A record with its line, and whether an empty line stands before it.
struct Record {
    line: u64,
    gap: bool,
    cells: Vec<String>,
}

impl Record {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// Finds the delimiter where the manifest is silent: `sep=;` on the first line, else the mark that cuts most lines
/// into the same number of cells.
pub fn find_dialect(resource: &mut Resource, bytes: &[u8]) {
    if resource.dialect != Dialect::default() {
        return;
    }
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let first = String::from_utf8_lossy(first);
    let first = trimmed(&first);
    if let Some(mark) = said_delimiter(first) {
        resource.dialect.delimiter = mark.to_string();
        return;
    }
    let mut best = (0.0, 0, ',');
    for mark in [',', ';', '\t', '|'] {
        let mut tried = resource.clone();
        tried.dialect.delimiter = mark.to_string();
        tried.imported = Some(Imported::default());
        let mut reader = reader(&tried, bytes);
        let widths: Vec<usize> = reader
            .byte_records()
            .take(LOOKED_AT)
            .map_while(Result::ok)
            .map(|record| record.len())
            .collect();
        let width = most_common(&widths);
        if width < 2 {
            continue;
        }
        let same = widths.iter().filter(|other| **other == width).count();
        let share = same as f64 / widths.len() as f64;
        let count = first.matches(mark).count();
        if (share, count) > (best.0, best.1) {
            best = (share, count, mark);
        }
    }
    resource.dialect.delimiter = best.2.to_string();
}

/// `sep=;`, as spreadsheets write it.
fn said_delimiter(line: &str) -> Option<char> {
    let line = line.trim_matches('"');
    let start = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mut rest = line[start.len()..].chars();
    rest.next()
        .filter(|mark| mark.is_ascii() && rest.next().is_none())
}

fn most_common(widths: &[usize]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(*width).or_insert(0usize) += 1;
    }
    // Of two equally common ones the wider.
    let most = counts
        .into_iter()
        .max_by_key(|(width, count)| (*count, *width));
    most.map_or(0, |(width, _)| width)
}

/// Cuts a file into rows.
pub fn sheet(resource: &Resource, bytes: &[u8]) -> Result<Sheet, Fault> {
    let records = records(resource, bytes)?;
    let widths: Vec<usize> = records
        .iter()
        .take(LOOKED_AT * 5)
        .map(|record| record.cells.len())
        .collect();
    let width = most_common(&widths).max(1);
    let filled: Vec<usize> = records
        .iter()
        .take(LOOKED_AT * 5)
        .map(Record::filled)
        .collect();
    let filled = most_common(&filled).max(1);
    let mut sheet = Sheet::default();
    let (first, last, names) = heading(&records, (width, filled), resource, &mut sheet.told);
    let data = last;
    sheet.imported.before = data as u64;
    tell_title(&records[..first], &mut sheet.told);
    if last > first + 1 {
        sheet.told.push(Told::Heading {
            lines: (last - first) as u32,
        });
    }
    sheet.imported.names = unique(names, &records[data..], &mut sheet.told);
    let width = sheet.imported.names.len();
    set_aside(&records, data, (width, filled), &mut sheet);
    for (index, record) in records.iter().enumerate().skip(data) {
        let row = (index - data + 1) as u64;
        let is_long = record.cells.iter().skip(width).any(|cell| !cell.is_empty());
        if sheet.imported.aside.contains(&row) || record.filled() == 0 || is_long {
            continue;
        }
        let mut cells = record.cells.clone();
        cells.resize(width, String::new());
        sheet.rows.push(SheetRow {
            row,
            line: record.line,
            cells,
        });
    }
    Ok(sheet)
}

fn records(resource: &Resource, bytes: &[u8]) -> Result<Vec<Record>, Fault> {
    let mut tried = resource.clone();
    tried.imported = Some(Imported::default());
    let mut reader = reader(&tried, bytes);
    let mut record = ByteRecord::new();
    let mut found: Vec<Record> = Vec::new();
    let unreadable = |error: csv::Error| Fault::UnreadableCsv {
        detail: error.to_string(),
    };
    while reader.read_byte_record(&mut record).map_err(unreadable)? {
        let (line, is_apart) = begins(&record, bytes);
        let cells: Vec<String> = record
            .iter()
            .map(|cell| trimmed(&String::from_utf8_lossy(cell)).to_owned())
            .collect();
        let is_after_empty = found.last().is_some_and(|before| before.filled() == 0);
        let gap = (is_apart && !found.is_empty()) || is_after_empty;
        found.push(Record { line, gap, cells });
    }
    Ok(found)
}

fn is_number(cell: &str) -> bool {
    matches!(take_apart(cell), Ok(Outcome::Number(_) | Outcome::Zero(_)))
}

/// A heading such as 2019 names a year.
fn is_year(cell: &str) -> bool {
    cell.len() == 4
        && cell
            .parse::<u32>()
            .is_ok_and(|year| (1900..=2100).contains(&year))
}

/// The first and one past the last record of the heading, with the names it gives.
fn heading(
    records: &[Record],
    (width, filled): (usize, usize),
    resource: &Resource,
    told: &mut Vec<Told>,
) -> (usize, usize, Vec<String>) {
    let wanted = |record: &Record| record.filled() * 10 >= filled * 6;
    let Some(main) = records.iter().position(wanted) else {
        return (0, 0, Vec::new());
    };
    let width = width.max(records[main].cells.len());
    let declared = !resource.dialect.header;
    let body = &records[(main + 1).min(records.len())..];
    if declared || has_no_heading(&records[main], body, width) {
        let names = match declared && !resource.schema.fields.is_empty() {
            true => resource
                .schema
                .fields
                .iter()
                .map(|field| field.name.clone())
                .collect(),
            false => {
                told.push(Told::NoHeading);
                (1..=width).map(|at| format!("Column {at}")).collect()
            }
        };
        let start = if declared { 0 } else { main };
        return (start, start, names);
    }
    let mut names: Vec<String> = (0..width)
        .map(|at| records[main].cell(at).to_owned())
        .collect();
    let mut last = main + 1;
    // A second line below: cells where the first has none, no numbers, and numbers below it.
    if let Some(below) = records.get(last)
        && is_second_line(&names, below, records.get(last + 1..).unwrap_or_default())
    {
        let lower: Vec<String> = (0..width).map(|at| below.cell(at).to_owned()).collect();
        names = joined(&names, &lower);
        last += 1;
    }
    let mut first = main;
    while first > 0 && main - first < 2 && is_upper_line(&records[first - 1], &names, width) {
        let upper: Vec<String> = (0..width)
            .map(|at| records[first - 1].cell(at).to_owned())
            .collect();
        names = joined(&upper, &names);
        first -= 1;
    }
    (first, last, names)
}

/// Whether the first full row is data: a number in a column of numbers, which is no year.
fn has_no_heading(first: &Record, body: &[Record], width: usize) -> bool {
    (0..width).any(|at| {
        let cell = first.cell(at);
        let below = body
            .iter()
            .take(20)
            .filter(|record| !record.cell(at).is_empty());
        let (all, numbers) = below.fold((0, 0), |(all, numbers), record| {
            (all + 1, numbers + usize::from(is_number(record.cell(at))))
        });
        is_number(cell) && !is_year(cell) && all > 0 && numbers * 10 >= all * 9
    })
}

fn is_second_line(names: &[String], below: &Record, body: &[Record]) -> bool {
    let gaps: Vec<usize> = (0..names.len())
        .filter(|at| names[*at].is_empty())
        .collect();
    let fills = gaps
        .iter()
        .filter(|at| !below.cell(**at).is_empty())
        .count();
    let has_number = below
        .cells
        .iter()
        .any(|cell| is_number(cell) && !is_year(cell));
    let below_it = |at: &usize| {
        let mut cells = body.iter().take(5).map(|record| record.cell(*at));
        cells.any(is_number)
    };
    fills > 0 && !has_number && gaps.iter().any(below_it)
}

/// Whether a line above the heading is a part of it: several cells, none of them over the first column unless the
/// heading has none there.
fn is_upper_line(above: &Record, names: &[String], width: usize) -> bool {
    let filled = above.filled();
    let first_is_free = above.cell(0).is_empty() || names.first().is_some_and(String::is_empty);
    let has_number = above
        .cells
        .iter()
        .any(|cell| is_number(cell) && !is_year(cell));
    let spans = (0..width).any(|at| above.cell(at).is_empty());
    above.cells.len() * 10 >= width * 6 && filled >= 1 && first_is_free && spans && !has_number
}

/// A group's heading is carried to the right over the columns that have a heading of their own below it.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut group = "";
    let pairs = upper.iter().zip(lower);
    pairs
        .map(|(above, below)| {
            if !above.is_empty() {
                group = if below.is_empty() { "" } else { above };
            }
            match (above.is_empty(), below.is_empty()) {
                (false, true) => above.clone(),
                (_, true) => String::new(),
                _ if group.is_empty() => below.clone(),
                _ => format!("{group} {below}"),
            }
        })
        .collect()
}

fn tell_title(above: &[Record], told: &mut Vec<Told>) {
    let lines: Vec<&Record> = above.iter().filter(|record| record.filled() > 0).collect();
    let is_delimiter = |record: &&Record| {
        let text = record.cells.join("");
        record.cells.len() <= 2 && text.to_ascii_lowercase().starts_with("sep=")
    };
    let lines: Vec<&Record> = lines
        .into_iter()
        .filter(|record| !is_delimiter(record))
        .collect();
    if let Some(first) = lines.first() {
        let text = first.cells.iter().find(|cell| !cell.is_empty());
        told.push(Told::Title {
            lines: lines.len() as u32,
            text: shortened(text.map_or("", String::as_str)),
        });
    }
}

/// The start of a text that may be long.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.chars().count() > MOST {
        true => plain.chars().take(MOST - 1).chain(['…']).collect(),
        false => plain,
    }
}

/// Names in one line each, told apart where a heading appears twice, and by their place where it is missing. A column
/// without a heading and without cells has no name.
fn unique(names: Vec<String>, body: &[Record], told: &mut Vec<Told>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let plain: Vec<String> = names
        .iter()
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for (at, name) in plain.iter().enumerate() {
        let name = match name.is_empty() {
            false => name.clone(),
            true if body.iter().any(|record| !record.cell(at).is_empty()) => {
                format!("Column {}", at + 1)
            }
            true => {
                found.push(String::new());
                continue;
            }
        };
        let taken = |wanted: &String| found.contains(wanted) || plain[at + 1..].contains(wanted);
        let own = match found.contains(&name) {
            false => name,
            true => {
                let numbered = (2..).map(|count| format!("{name} ({count})"));
                let own = numbered
                    .into_iter()
                    .find(|own| !taken(own))
                    .unwrap_or_default();
                told.push(Told::Twice {
                    name: name.clone(),
                    column: at as u32 + 1,
                    own: own.clone(),
                });
                own
            }
        };
        found.push(own);
    }
    found
}

/// Finds rows below the heading that are no data: notes, loose cells after an empty line, a second table, the heading
/// again.
fn set_aside(records: &[Record], data: usize, (width, filled): (usize, usize), sheet: &mut Sheet) {
    let body = &records[data..];
    let mut end = body.len();
    let full = |record: &Record| record.filled() * 10 >= filled * 6;
    let numeric: Vec<usize> = (0..width)
        .filter(|at| {
            let mut cells = body.iter().take(30).map(|record| record.cell(*at));
            let is = cells.clone().filter(|cell| is_number(cell)).count();
            is * 2 > cells.by_ref().filter(|cell| !cell.is_empty()).count()
        })
        .collect();
    let mut loose: BTreeSet<usize> = BTreeSet::new();
    let starts: Vec<usize> = (1..body.len())
        .filter(|at| body[*at].gap && body[*at].filled() > 0)
        .collect();
    for (index, start) in starts.iter().enumerate() {
        let stop = starts.get(index + 1).copied().unwrap_or(body.len());
        let segment = &body[*start..stop];
        let Some(first) = segment.iter().find(|record| full(record)) else {
            loose.extend(*start..stop);
            continue;
        };
        let is_heading = !numeric.is_empty()
            && numeric
                .iter()
                .all(|at| !is_number(first.cell(*at)) && !first.cell(*at).is_empty());
        if is_heading && *start > 0 {
            sheet.told.push(Told::SecondTable {
                line: segment[0].line as u32,
            });
            end = *start;
            break;
        }
    }
    loose.extend(end..body.len());
    let told_end = end;
    while end > 0
        && (body[end - 1].filled() == 0
            || loose.contains(&(end - 1))
            || is_note(&body[end - 1], width))
    {
        end -= 1;
        loose.insert(end);
    }
    let raw = data.checked_sub(1).map(|at| &records[at].cells);
    let again: Vec<usize> = (0..end)
        .filter(|at| Some(&body[*at].cells) == raw && body[*at].filled() > 0)
        .collect();
    if !again.is_empty() {
        sheet.told.push(Told::HeadingAgain {
            rows: again.len() as u32,
        });
        loose.extend(again.iter().copied());
    }
    let notes: Vec<&Record> = loose
        .iter()
        .filter(|at| **at < told_end && !again.contains(at))
        .map(|at| &body[*at])
        .filter(|record| record.filled() > 0)
        .collect();
    for note in &notes {
        legend_of(note, &mut sheet.legend);
    }
    if let Some(first) = notes.first() {
        let text = first
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .cloned()
            .collect::<Vec<_>>();
        sheet.told.push(Told::Below {
            rows: notes.len() as u32,
            line: first.line as u32,
            text: shortened(&text.join(" ")),
        });
    }
    sheet.imported.aside = loose.into_iter().map(|at| at as u64 + 1).collect();
}

/// Whether a row at the end of a table is a note: one text in its first cell, in a table of several columns.
fn is_note(record: &Record, width: usize) -> bool {
    let text = record.cell(0);
    if width < 2 || record.filled() != 1 || text.is_empty() {
        return false;
    }
    const WORDS: [&str; 9] = [
        "note",
        "notes",
        "source",
        "sources",
        "footnote",
        "footnotes",
        "legend",
        "prepared",
        "downloaded",
    ];
    let word = text
        .split(|mark: char| !mark.is_alphabetic())
        .next()
        .unwrap_or_default();
    let first = text.split_whitespace().next().unwrap_or_default();
    record.cells.len() == 1
        || WORDS.contains(&word.to_lowercase().as_str())
        || text.chars().count() > LONG
        || text.starts_with(['*', '†', '‡', '[', '¹', '²', '³'])
        || (first.len() < text.len() && is_explained(first, &text[first.len()..]).is_some())
}

/// Marks that a note explains: `a Revised`, `* Estimated`, `[1] Includes …`, `r = revised; p = preliminary`.
fn legend_of(record: &Record, legend: &mut BTreeSet<String>) {
    let text = record.cells.join(" ");
    let mut rest = trimmed(&text);
    for word in ["Notes:", "Note:", "Legend:", "Footnotes:", "Footnote:"] {
        if let Some(after) = rest.strip_prefix(word) {
            rest = trimmed(after);
        }
    }
    for piece in rest.split([';', '\n', '|']) {
        let piece = trimmed(piece);
        let signs: String = piece
            .chars()
            .take_while(|mark| !mark.is_alphanumeric() && is_mark(&mark.to_string()))
            .collect();
        if !signs.is_empty() {
            legend.insert(signs.clone());
            continue;
        }
        let first = piece.split_whitespace().next().unwrap_or_default();
        if let Some(mark) = is_explained(first, &piece[first.len()..]) {
            legend.insert(mark);
        }
        for (before, _) in piece.match_indices(['=', ':']) {
            let token = piece[..before]
                .split_whitespace()
                .next_back()
                .unwrap_or_default();
            if is_mark(token) {
                legend.insert(bare_mark(token).to_owned());
            }
        }
    }
}

/// The mark at the front of a note, where what follows explains it.
fn is_explained(first: &str, rest: &str) -> Option<String> {
    let token = first.trim_end_matches(['.', ':', '=', '-', '–']);
    let is_closed = token != first
        || token.starts_with(['[', '('])
        || token.ends_with(')')
        || trimmed(rest).starts_with(['=', ':', '-', '–']);
    let bare = bare_mark(token);
    let is_small = bare.chars().all(char::is_lowercase) && bare.chars().count() == 1;
    let fits = is_mark(bare) || bare.chars().all(|mark| mark.is_ascii_digit()) && bare.len() <= 2;
    (!bare.is_empty() && fits && (is_closed || is_small) && !trimmed(rest).is_empty())
        .then(|| bare.to_owned())
}
