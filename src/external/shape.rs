//! Where the table is in its file: title lines above the heading, headings of several lines, notes and second tables
//! below, empty columns, headings that appear twice.

use super::below::set_aside;
use super::dialect::{LOOKED_AT, Quotes, most_common, quotes_of};
use super::heading_rows::{heading, tell_title, unique};
use super::import_notices::ImportNotice;
use super::missing_codes::explained;
use super::sheet::{ImportedSheet, ParsedRecord, SheetRow, further_name};
use crate::package::{Imported, Resource};
use crate::problem::Fault;
use crate::table::written::{Outcome, plain_text, take_apart, trimmed};
use crate::table::{begins, reader};
use csv::ByteRecord;
use std::collections::BTreeSet;

/// The most columns of one table that are read.
const MAX_COLUMNS: usize = 1500;
/// The most tables of one file that are read.
const MAX_TABLES: usize = 12;

/// Cuts a file into rows: one sheet for each table in it, in their order. There is at least one.
pub fn sheets(resource: &Resource, bytes: &[u8]) -> Result<Vec<ImportedSheet>, Fault> {
    let records = records(resource, bytes)?;
    // A file without a record has no table.
    if records.is_empty() {
        return Err(Fault::NotATable);
    }
    let mut found = Vec::new();
    let mut from = 0;
    while found.len() < MAX_TABLES {
        let (sheet, next) = sheet(resource, &records, from)?;
        let place = found.len() + 1;
        found.extend(beside(sheet, &resource.name, place));
        match next {
            Some(next) if next > from => from = next,
            _ => break,
        }
    }
    Ok(found)
}

/// The table that begins at record `from`, and the record at which another begins.
fn sheet(
    resource: &Resource,
    records: &[ParsedRecord],
    from: usize,
) -> Result<(ImportedSheet, Option<usize>), Fault> {
    let records = &records[from..];
    let widths: Vec<usize> = records
        .iter()
        .take(LOOKED_AT * 5)
        .map(|record| record.cells.len())
        .collect();
    let width = most_common(&widths).max(1);
    let widest = widths.iter().copied().max().unwrap_or(0);
    if widest > MAX_COLUMNS {
        return Err(Fault::TooManyColumns {
            found: widest as u64,
            limit: MAX_COLUMNS as u64,
        });
    }
    let filled: Vec<usize> = records
        .iter()
        .take(LOOKED_AT * 5)
        .map(ParsedRecord::filled)
        .collect();
    let filled = most_common(&filled).max(1);
    let mut sheet = ImportedSheet::default();
    let (first, last, names) = heading(records, (width, filled), resource, &mut sheet.told);
    let data = last;
    if let Some(record) = records[first..last].iter().find(|record| record.damaged) {
        return Err(Fault::QuoteNotClosed { line: record.line });
    }
    sheet.imported.before = (from + data) as u64;
    tell_title(&records[..first], &mut sheet.told);
    if last > first + 1 {
        sheet.told.push(ImportNotice::Heading {
            lines: (last - first) as u32,
        });
    }
    sheet.imported.names = unique(names, &records[data..], &mut sheet.told);
    let next = set_aside(records, data, (width, filled), &mut sheet);
    let body = &records[data..];
    let below = body.iter().enumerate();
    let below = below.filter(|(at, _)| sheet.imported.aside.contains(&(*at as u64 + 1)));
    let words = records[..first]
        .iter()
        .chain(below.map(|(_, record)| record));
    for cell in records[..first].iter().flat_map(|record| &record.cells) {
        sheet.codes.extend(explained(cell));
    }
    sheet.scale = words
        .flat_map(|record| &record.cells)
        .find_map(|cell| scale_of(cell));
    if let Some(scale) = &sheet.scale {
        let scale = scale.clone();
        sheet.told.push(ImportNotice::Scale { scale });
    }
    set_unsure_aside(&records[data..], &mut sheet);
    let width = sheet.imported.names.len();
    for (index, record) in records.iter().enumerate().skip(data) {
        let row = (index - data + 1) as u64;
        let is_long = record.cells.iter().skip(width).any(|cell| !cell.is_empty());
        sheet.has_long_rows |= is_long && !sheet.imported.aside.contains(&row);
        if sheet.imported.aside.contains(&row) || record.filled() == 0 || is_long {
            continue;
        }
        let mut cells = record.cells.clone();
        cells.resize(width, String::new());
        sheet.rows.push(SheetRow {
            row,
            line: record.line,
            cells,
            inset: record.inset,
        });
    }
    Ok((sheet, next.map(|next| from + data + next)))
}

/// “in thousands” or the like, where a line beside the table says it of all its numbers.
fn scale_of(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    const SCALES: [(&str, &str); 18] = [
        ("in thousands", "in thousands"),
        ("in millions", "in millions"),
        ("in billions", "in billions"),
        ("thousands of", "in thousands"),
        ("millions of", "in millions"),
        ("billions of", "in billions"),
        ("in hundreds", "in hundreds"),
        ("(thousands)", "in thousands"),
        ("(millions)", "in millions"),
        ("(000s)", "in thousands"),
        ("(000)", "in thousands"),
        ("in 1,000s", "in thousands"),
        (", thousands", "in thousands"),
        (", millions", "in millions"),
        ("$ thousands", "in thousands"),
        ("$ millions", "in millions"),
        ("($000", "in thousands"),
        ("in 000s", "in thousands"),
    ];
    let found = SCALES.iter().find(|(text, _)| lower.contains(text));
    found.map(|(_, scale)| (*scale).to_owned())
}

/// Tables side by side in the same lines, cut at empty columns: where the heading of a column of texts comes again,
/// rows of one table are no rows of the other.
fn beside(sheet: ImportedSheet, own_name: &str, own_place: usize) -> Vec<ImportedSheet> {
    let names = &sheet.imported.names;
    let mut blocks: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let begins = at == 0 || names[at - 1].is_empty();
        match blocks.last_mut() {
            _ if name.is_empty() => {}
            Some(last) if !begins => last.end = at + 1,
            _ => blocks.push(at..at + 1),
        }
    }
    let is_again = |name: &String| {
        let plain = name
            .strip_suffix(')')
            .and_then(|name| name.rsplit_once(" ("));
        plain.is_some_and(|(plain, number)| {
            number.parse::<u32>().is_ok() && names.iter().any(|own| own == plain)
        })
    };
    let has_texts = |at: usize| {
        let mut cells = sheet.rows.iter().map(|row| row.cells[at].as_str());
        cells.any(|cell| take_apart(cell).is_err())
    };
    let is_table = |block: &std::ops::Range<usize>| {
        let first = block.start;
        block.len() > 1 && has_texts(first) && (first == blocks[0].start || is_again(&names[first]))
    };
    if blocks.len() < 2 || !blocks.iter().all(is_table) {
        return vec![sheet];
    }
    let table = |(place, block): (usize, &std::ops::Range<usize>)| {
        let mut own = sheet.clone();
        if place > 0 {
            own.told.clear();
        }
        let plain = |name: &String| match is_again(name) {
            true => name
                .rsplit_once(" (")
                .map_or(name.as_str(), |(plain, _)| plain)
                .to_owned(),
            false => name.clone(),
        };
        let name = |(at, name): (usize, &String)| match block.contains(&at) {
            true => plain(name),
            false => String::new(),
        };
        own.imported.names = names.iter().enumerate().map(name).collect();
        let is_empty = |row: &SheetRow| row.cells[block.clone()].iter().all(String::is_empty);
        let aside = own
            .rows
            .iter()
            .filter(|row| is_empty(row))
            .map(|row| row.row);
        own.imported.aside.extend(aside);
        own.rows.retain(|row| !is_empty(row));
        own
    };
    let mut found: Vec<ImportedSheet> = blocks.iter().enumerate().map(table).collect();
    let is_next = |told: &ImportNotice| matches!(told, ImportNotice::SecondTable { .. });
    let next: Vec<ImportNotice> = found[0]
        .told
        .iter()
        .filter(|told| is_next(told))
        .cloned()
        .collect();
    found[0]
        .told
        .retain(|told| !is_next(told) && !matches!(told, ImportNotice::Twice { .. }));
    for (at, block) in blocks.iter().enumerate().skip(1) {
        found[0].told.push(ImportNotice::Beside {
            column: block.start as u32 + 1,
            table: further_name(own_name, own_place + at),
        });
    }
    if let Some(last) = found.last_mut() {
        last.told.extend(next);
    }
    found
}

/// Sets rows aside whose cells cannot be told apart: a quotation mark that is not where it can be, or fewer cells than
/// the heading where those that are there have slid into columns of another kind. Rows that only lack their last
/// cells stay, and are told.
fn set_unsure_aside(body: &[ParsedRecord], sheet: &mut ImportedSheet) {
    let width = sheet
        .imported
        .names
        .iter()
        .rposition(|name| !name.is_empty())
        .map_or(0, |last| last + 1);
    let is_aside = |aside: &BTreeSet<u64>, at: usize| aside.contains(&(at as u64 + 1));
    let aside = sheet.imported.aside.clone();
    let kept = || {
        let all = body.iter().enumerate();
        all.filter(|(at, record)| !is_aside(&aside, *at) && record.filled() > 0)
    };
    let line_of = |at: &usize| body[*at].line as u32;
    let damaged: Vec<usize> = kept()
        .filter(|(_, record)| record.damaged)
        .map(|(at, _)| at)
        .collect();
    // (numbers, other texts) of each column, in rows that have all cells.
    let mut kinds = vec![(0usize, 0usize); width];
    for (_, record) in kept().filter(|(_, record)| record.cells.len() >= width && !record.damaged) {
        for (kind, cell) in kinds.iter_mut().zip(&record.cells) {
            match take_apart(cell) {
                Ok(Outcome::Absent(_)) => {}
                Ok(_) => kind.0 += 1,
                Err(_) => kind.1 += 1,
            }
        }
    }
    let fits = |record: &ParsedRecord| {
        kinds
            .iter()
            .zip(&record.cells)
            .all(|((numbers, texts), cell)| match take_apart(cell) {
                Ok(Outcome::Absent(_)) => true,
                Ok(_) => *numbers > 0 || *texts == 0,
                Err(_) => *texts > 0 || *numbers == 0,
            })
    };
    let (mut short, mut shifted) = (Vec::new(), Vec::new());
    for (at, record) in kept().filter(|(_, record)| record.cells.len() < width && !record.damaged) {
        match fits(record) {
            true => short.push(at),
            false => shifted.push(at),
        }
    }
    // Lines that all end in a delimiter are a habit; a few that do may have a cell too many in their middle.
    let extra: Vec<u32> = kept()
        .filter(|(_, record)| record.cells.len() > sheet.imported.names.len() && !record.damaged)
        .map(|(at, _)| line_of(&at))
        .collect();
    let extra = match extra.len() * 2 <= kept().count() {
        true => extra,
        false => Vec::new(),
    };
    let row = |at: &usize| *at as u64 + 1;
    sheet.imported.aside.extend(damaged.iter().map(row));
    sheet.imported.aside.extend(shifted.iter().map(row));
    if !damaged.is_empty() {
        sheet.told.push(ImportNotice::Damaged {
            lines: damaged.iter().map(line_of).collect(),
        });
    }
    if !shifted.is_empty() {
        sheet.told.push(ImportNotice::Shifted {
            lines: shifted.iter().map(line_of).collect(),
        });
    }
    if !extra.is_empty() {
        sheet.told.push(ImportNotice::Extra { lines: extra });
    }
    if !short.is_empty() {
        sheet.told.push(ImportNotice::Short {
            lines: short.iter().map(line_of).collect(),
        });
    }
}

/// The column with the text that begins furthest to the right in its cell, and after how many blanks.
fn inset(record: &ByteRecord) -> (usize, usize) {
    let of = |(at, cell): (usize, &[u8])| {
        if !cell.starts_with(b" ") && !cell.starts_with(b"\t") && !cell.starts_with(&[0xC2, 0xA0]) {
            return None;
        }
        let text = String::from_utf8_lossy(cell);
        let rest = text.trim_start();
        let blanks = text.chars().count() - rest.chars().count();
        rest.starts_with(char::is_alphabetic)
            .then_some((at, blanks))
    };
    let insets = record.iter().enumerate().filter_map(of);
    insets.max_by_key(|(_, blanks)| *blanks).unwrap_or((0, 0))
}

fn records(resource: &Resource, bytes: &[u8]) -> Result<Vec<ParsedRecord>, Fault> {
    let mut tried = resource.clone();
    tried.imported = Some(Imported::default());
    let mut reader = reader(&tried, bytes);
    let mut record = ByteRecord::new();
    let mut found: Vec<ParsedRecord> = Vec::new();
    let unreadable = |error: csv::Error| Fault::UnreadableCsv {
        detail: error.to_string(),
    };
    loop {
        let start = reader.position().byte() as usize;
        if !reader.read_byte_record(&mut record).map_err(unreadable)? {
            break;
        }
        let end = (reader.position().byte() as usize).clamp(start, bytes.len());
        let (line, is_apart) = begins(&record, bytes);
        let written = bytes[start..end].trim_ascii();
        let damaged = quotes_of(&bytes[start..end], &resource.dialect) != Quotes::Sound;
        // Over several lines, other records may be lost in the cell.
        if damaged && written.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            return Err(Fault::QuoteNotClosed { line });
        }
        let cells: Vec<String> = record
            .iter()
            .map(|cell| plain_text(trimmed(&String::from_utf8_lossy(cell))).into_owned())
            .collect();
        let is_after_empty = found.last().is_some_and(|before| before.filled() == 0);
        let gap = (is_apart && !found.is_empty()) || is_after_empty;
        found.push(ParsedRecord {
            line,
            gap,
            damaged,
            inset: inset(&record),
            cells,
        });
    }
    Ok(found)
}
