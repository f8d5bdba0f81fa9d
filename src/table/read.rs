//! Bytes of a CSV file → a checked table.
//!
//! Each cell is held against its field. A row with a cell that cannot be used is left out and
//! counted, and its first fault told; the rest of the file goes on. RFC 4180 by the `csv` crate,
//! with the dialect of the manifest.

use super::cell::Demands;
use super::keys::KeySet;
use super::report::FileFaults;
use super::statuses::{settle_own_export, settle_statuses};
use super::written::{plain_text, trimmed};
use super::{CodeColumn, Column, NumberColumn, RawCell, Table, TextColumn};
use crate::package::{Field, FieldRole, FieldType, Imported, Package, Resource, Sign};
use crate::problem::{Checked, Fault, nearest};
use crate::value::{Status, StatusSet};
use csv::ByteRecord;
use std::borrow::Cow;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads one resource. Never fails: a file that cannot be read is an empty table with a problem.
pub fn read(package: &Package, resource: &Resource, bytes: &[u8]) -> Checked<Table> {
    let file = package.address_of(resource);
    let mut report = FileFaults::of(&file);
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let bytes = &bytes[mark..];
    let mut reader = reader(resource, bytes);

    let header = match header(resource, &mut reader, mark) {
        Ok(header) => header,
        Err(fault) => {
            report.add(report.file.clone(), fault);
            let table = Table {
                resource: resource.name.clone(),
                ..Table::default()
            };
            return Checked::new(table, report.problems);
        }
    };
    let mut columns = lay_columns(package, resource, &header, &mut report);
    let mut keys = KeySet::new(
        resource,
        &columns
            .iter()
            .map(|column| column.demands.field.name.as_str())
            .collect::<Vec<_>>(),
    );

    let mut table = Table {
        resource: resource.name.clone(),
        ..Table::default()
    };
    let mut record = ByteRecord::new();
    let mut row = 0;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                report.add(
                    report.file.clone(),
                    Fault::UnreadableCsv {
                        detail: error.to_string(),
                    },
                );
                break;
            }
        }
        row += 1;
        let (line, _) = begins(&record, bytes);
        let (own_row, line) = match &resource.imported {
            Some(imported) => imported.place(row, line),
            None => (row, line),
        };
        let column_of = |name| match &resource.imported {
            Some(imported) => imported.column(row, name),
            None => name,
        };
        let ahead = line as i64 - row as i64;
        if table.ahead.last().is_none_or(|(_, last)| *last != ahead) {
            table.ahead.push((row, ahead));
        }
        if let Some(imported) = &resource.imported
            && (imported.aside.contains(&row) || record.iter().all(is_blank))
        {
            table.skipped.push(row);
            continue;
        }
        let (faults, is_lost) = match &resource.imported {
            Some(imported) => {
                read_imported(&mut columns, &mut keys, &record, &header, row, imported)
            }
            None => {
                let faults = read_row(&mut columns, &mut keys, &record, header.len(), row);
                let is_lost = !faults.is_empty();
                (faults, is_lost)
            }
        };
        if !is_lost {
            table.len += 1;
            for (column, fault) in faults {
                let place = report.file.at(own_row, line);
                let place = column.map_or(place.clone(), |index| {
                    place.column(column_of(columns[index].demands.field.name.as_str()))
                });
                report.add(place, fault);
            }
            continue;
        }
        for column in &mut columns {
            column.truncate(table.len);
        }
        table.left_out += 1;
        table.skipped.push(row);
        for (index, mut fault) in faults {
            let place = report.file.at(own_row, line);
            let place = index.map_or(place.clone(), |index| {
                place.column(column_of(columns[index].demands.field.name.as_str()))
            });
            if let Fault::NotUtf8 { offset } = &mut fault {
                let start = record.position().map_or(0, csv::Position::byte) as usize;
                let rest = bytes.get(start..).unwrap_or_default();
                let bad =
                    std::str::from_utf8(rest).map_or_else(|error| error.valid_up_to(), str::len);
                *offset = (start + bad + mark) as u64;
            }
            report.add(place, fault);
        }
    }
    for column in &mut columns {
        if let Some(signs) = column.signs.take() {
            table.signs.push((column.demands.field.name.clone(), signs));
        }
    }
    table.columns = columns.into_iter().map(ReadColumn::finish).collect();
    settle_statuses(resource, &mut table);
    settle_own_export(resource, &mut table);
    Checked::new(table, report.problems)
}

/// The line on which a record begins, and whether empty lines stand before it. The reader names the place where it
/// stood before it passed over line ends, which may be those of the record before or of empty lines.
pub(crate) fn begins(record: &ByteRecord, bytes: &[u8]) -> (u64, bool) {
    let Some(position) = record.position() else {
        return (0, false);
    };
    let start = position.byte() as usize;
    let mut line = position.line();
    let mut at = start;
    if bytes.get(at) == Some(&b'\n')
        && at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'\r')
    {
        line += 1;
        at += 1;
    }
    let ends = bytes.get(at..).unwrap_or_default();
    let skipped = ends.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let (mut empty, mut lines) = (false, 0);
    for byte in skipped {
        empty = true;
        lines += u64::from(*byte == b'\n');
    }
    (line + lines, empty && position.byte() > 0)
}

pub(crate) fn reader<'b>(resource: &Resource, bytes: &'b [u8]) -> csv::Reader<&'b [u8]> {
    let dialect = &resource.dialect;
    let first = |text: &str, otherwise: u8| text.bytes().next().unwrap_or(otherwise);
    csv::ReaderBuilder::new()
        .has_headers(dialect.header && resource.imported.is_none())
        .flexible(true)
        .delimiter(first(&dialect.delimiter, b','))
        .quote(first(&dialect.quote_char, b'"'))
        .double_quote(dialect.double_quote)
        .escape(
            dialect
                .escape_char
                .as_deref()
                .and_then(|text| text.bytes().next()),
        )
        .terminator(
            match dialect.line_terminator.as_deref().map(str::as_bytes) {
                Some([end]) if !matches!(end, b'\n' | b'\r') => csv::Terminator::Any(*end),
                _ => csv::Terminator::CRLF,
            },
        )
        .comment(
            dialect
                .comment_char
                .as_deref()
                .and_then(|text| text.bytes().next()),
        )
        .trim(if dialect.skip_initial_space {
            csv::Trim::All
        } else {
            csv::Trim::None
        })
        .from_reader(bytes)
}

/// The names of the columns: of the first row, or of the schema where the dialect has no header.
pub(crate) fn header(
    resource: &Resource,
    reader: &mut csv::Reader<&[u8]>,
    mark: usize,
) -> Result<Vec<String>, Fault> {
    if let Some(imported) = &resource.imported {
        let mut record = ByteRecord::new();
        for _ in 0..imported.before {
            reader
                .read_byte_record(&mut record)
                .map_err(|error| Fault::UnreadableCsv {
                    detail: error.to_string(),
                })?;
        }
        return Ok(imported.names.clone());
    }
    if !resource.dialect.header {
        let fields = &resource.schema.fields;
        return Ok(fields.iter().map(|field| field.name.clone()).collect());
    }
    let names = reader
        .byte_headers()
        .map_err(|error| Fault::UnreadableCsv {
            detail: error.to_string(),
        })?;
    let not_utf8 = |error: std::str::Utf8Error| Fault::NotUtf8 {
        offset: (mark + error.valid_up_to()) as u64,
    };
    names
        .iter()
        .map(|name| Ok(std::str::from_utf8(name).map_err(not_utf8)?.to_owned()))
        .collect()
}

/// A column while it is read: its place in the file, its demands, its cells.
struct ReadColumn<'a> {
    position: usize,
    demands: Demands<'a>,
    column: Column,
    /// The sign beside each number, where cells have different units.
    signs: Option<Vec<Sign>>,
}

impl ReadColumn<'_> {
    /// Reads a cell of an imported table. A number that cannot be read leaves its cell empty, and its row stays.
    fn read_imported(&mut self, cell: &[u8], row: u64, own: bool) -> (u32, Option<Fault>) {
        let text = std::str::from_utf8(cell).map_or(cell, |text| trimmed(text).as_bytes());
        match &mut self.column {
            Column::Numbers(column) => {
                let style = self.demands.field.style.clone().unwrap_or_default();
                let (read, fault) = match self.demands.imported(text, &style, row) {
                    Ok(read) => (read, None),
                    Err(fault) => (
                        (RawCell::Absent(StatusSet::of(Status::Missing)), Sign::None),
                        Some(fault),
                    ),
                };
                column.push(read.0);
                if let Some(signs) = &mut self.signs {
                    signs.push(read.1);
                }
                (0, fault)
            }
            // A text that the manifest does not allow is shown as it stands, and told.
            _ => {
                let text = std::str::from_utf8(text).map_or(Cow::Borrowed(text), plain_bytes);
                let cell = harmless(&text, own);
                let (words, fault) = match self.demands.words(cell, row) {
                    Ok(words) => (words.unwrap_or_default(), None),
                    Err(fault) => (std::str::from_utf8(cell).unwrap_or_default(), Some(fault)),
                };
                match &mut self.column {
                    Column::Codes(column) => (column.push(words.as_bytes()), fault),
                    Column::Texts(column) => {
                        column.push(words);
                        (0, fault)
                    }
                    Column::Numbers(_) => (0, fault),
                }
            }
        }
    }

    fn read(&mut self, cell: &[u8], row: u64) -> Result<u32, Fault> {
        match &mut self.column {
            Column::Numbers(column) => column.push(self.demands.number(cell, row)?),
            Column::Codes(column) => {
                let words = self.demands.words(cell, row)?.unwrap_or("");
                return Ok(column.push(words.as_bytes()));
            }
            Column::Texts(column) => column.push(self.demands.words(cell, row)?.unwrap_or("")),
        }
        Ok(0)
    }

    fn truncate(&mut self, len: usize) {
        match &mut self.column {
            Column::Numbers(column) => column.truncate(len),
            Column::Codes(column) => column.truncate(len),
            Column::Texts(column) => column.truncate(len),
        }
        if let Some(signs) = &mut self.signs {
            signs.truncate(len);
        }
    }

    fn finish(self) -> (String, Column) {
        let mut column = self.column;
        match &mut column {
            Column::Numbers(column) => column.shrink(),
            Column::Codes(column) => {
                column.forget_unused();
                column.shrink();
            }
            Column::Texts(column) => column.shrink(),
        }
        (self.demands.field.name.clone(), column)
    }
}

/// Matches the header with the schema, by name.
fn lay_columns<'a>(
    package: &Package,
    resource: &'a Resource,
    header: &[String],
    report: &mut FileFaults,
) -> Vec<ReadColumn<'a>> {
    for (index, name) in header.iter().enumerate() {
        let place = report.file.column(name);
        if name.is_empty() && resource.imported.is_some() {
            continue;
        }
        if header[..index].contains(name) {
            report.add(place, Fault::DuplicateColumn);
        } else if resource.schema.field(name).is_none() {
            report.add(place, Fault::ExtraColumn);
        }
    }
    let mut columns = Vec::new();
    for field in &resource.schema.fields {
        let Some(position) = header.iter().position(|name| *name == field.name) else {
            let near = nearest(&field.name, header.iter().map(String::as_str));
            report.add(
                report.file.column(&field.name),
                Fault::MissingColumn { near },
            );
            continue;
        };
        let (demands, fault) = Demands::new(&resource.schema, field);
        if let Some(fault) = fault {
            report.add(report.file.column(&field.name), fault);
        }
        columns.push(ReadColumn {
            position,
            demands,
            column: column_for(package, resource, field),
            signs: field
                .style
                .as_ref()
                .and_then(|style| style.mixed.then(Vec::new)),
        });
    }
    columns
}

/// Chooses how a field is kept in memory.
fn column_for(package: &Package, resource: &Resource, field: &Field) -> Column {
    let in_key = resource.schema.primary_key().contains(&field.name)
        || resource
            .schema
            .foreign_keys
            .iter()
            .any(|key| key.fields.0.contains(&field.name))
        || is_referenced(package, resource, field);
    let from_a_list = field.constraints.allowed.is_some() || field.kind == FieldType::Boolean;
    let by_role = matches!(
        field.outcomes.role,
        Some(
            FieldRole::Dimension
                | FieldRole::Period
                | FieldRole::Parent
                | FieldRole::Level
                | FieldRole::MeasureCode
                | FieldRole::UnitCode
                | FieldRole::Kind
                | FieldRole::Qualifier
                | FieldRole::Sense
                | FieldRole::Claim
                | FieldRole::PartOf
                | FieldRole::Status
                | FieldRole::Confidentiality
                | FieldRole::Rank
        )
    );
    if in_key || by_role || (from_a_list && !field.kind.is_number()) {
        Column::Codes(CodeColumn::default())
    } else if field.kind.is_number() {
        Column::Numbers(NumberColumn::default())
    } else {
        Column::Texts(TextColumn::default())
    }
}

/// Whether some table's keys are held against this field.
fn is_referenced(package: &Package, resource: &Resource, field: &Field) -> bool {
    package.resources.iter().any(|other| {
        other.schema.foreign_keys.iter().any(|key| {
            let target = &key.reference.resource;
            let is_here =
                *target == resource.name || target.is_empty() && other.name == resource.name;
            is_here && key.reference.fields.0.contains(&field.name)
        })
    })
}

fn is_blank(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(|text| trimmed(text).is_empty())
}

/// The bytes of a text as it is seen.
fn plain_bytes(text: &str) -> Cow<'_, [u8]> {
    match plain_text(text) {
        Cow::Borrowed(plain) => Cow::Borrowed(plain.as_bytes()),
        Cow::Owned(plain) => Cow::Owned(plain.into_bytes()),
    }
}

/// A text of this site's own exports without the apostrophe that keeps spreadsheets from running it.
fn harmless(cell: &[u8], own: bool) -> &[u8] {
    match cell {
        [b'\'', rest @ ..] if own && crate::table::is_formula(rest) => rest,
        _ => cell,
    }
}

/// Reads one row of an imported table; gives its faults, and whether they cost the row: a cell that cannot be read
/// costs itself alone, and a key that is there already costs the row. Cells that are missing at the end of a row are empty, and empty cells beyond the heading
/// are ignored.
fn read_imported(
    columns: &mut [ReadColumn],
    keys: &mut KeySet,
    record: &ByteRecord,
    header: &[String],
    row: u64,
    imported: &Imported,
) -> (Vec<(Option<usize>, Fault)>, bool) {
    let width = header.len();
    if record.iter().skip(width).any(|cell| !is_blank(cell)) {
        let fault = Fault::CellCount {
            expected: width as u32,
            found: record.len() as u32,
        };
        return (vec![(None, fault)], true);
    }
    let mut faults = Vec::new();
    let mut is_lost = false;
    let cell_at = |position: usize| record.get(position).unwrap_or_default();
    for (index, column) in columns.iter_mut().enumerate() {
        let cell = cell_at(column.position);
        let (code, fault) = column.read_imported(cell, row, imported.own_export);
        keys.note(index, code);
        faults.extend(fault.map(|fault| (Some(index), fault)));
    }
    if let Some((name, marks)) = &imported.withheld
        && let Some(position) = header.iter().position(|known| known == name)
    {
        let mark = String::from_utf8_lossy(cell_at(position));
        if marks.contains(trimmed(&mark)) {
            for column in columns.iter_mut() {
                if let Column::Numbers(numbers) = &mut column.column {
                    numbers.withhold_zero();
                }
            }
        }
    }
    if !is_lost {
        let cell =
            |index: usize| String::from_utf8_lossy(cell_at(columns[index].position)).into_owned();
        if let Err(fault) = keys.claim(row, cell) {
            faults.push((None, fault));
            is_lost = true;
        }
    }
    (faults, is_lost)
}

/// Reads one row into the columns; gives every fault, by column where there is one.
fn read_row(
    columns: &mut [ReadColumn],
    keys: &mut KeySet,
    record: &ByteRecord,
    width: usize,
    row: u64,
) -> Vec<(Option<usize>, Fault)> {
    let mut faults = Vec::new();
    if width > 1 && record.iter().all(<[u8]>::is_empty) {
        faults.push((None, Fault::BlankRow));
        return faults;
    }
    if record.len() != width {
        let fault = Fault::CellCount {
            expected: width as u32,
            found: record.len() as u32,
        };
        faults.push((None, fault));
        return faults;
    }
    for (index, column) in columns.iter_mut().enumerate() {
        match column.read(&record[column.position], row) {
            Ok(code) => keys.note(index, code),
            Err(fault) => faults.push((Some(index), fault)),
        }
    }
    if faults.is_empty() {
        let cell =
            |index: usize| String::from_utf8_lossy(&record[columns[index].position]).into_owned();
        faults.extend(keys.claim(row, cell).err().map(|fault| (None, fault)));
    }
    faults
}
