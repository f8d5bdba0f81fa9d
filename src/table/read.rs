//! Bytes of a CSV file → a checked table.
//!
//! Each cell is held against its field. A row with a cell that cannot be used is left out and
//! counted, and its first fault told; the rest of the file goes on. RFC 4180 by the `csv` crate,
//! with the dialect of the manifest.

use super::cell::Demands;
use super::keys::KeySet;
use super::{CodeColumn, Column, NumberColumn, Table, TextColumn};
use crate::package::{Field, FieldType, Package, Resource, Role};
use crate::problem::{Checked, Fault, Place, Problem, nearest};
use crate::value::{Qualifier, Status, StatusSet};
use csv::ByteRecord;

/// Faults of one code in one column that are listed one by one; further ones are counted.
const LISTED: usize = 5;

/// Reads one resource. Never fails: a file that cannot be read is an empty table with a problem.
pub fn read(package: &Package, resource: &Resource, bytes: &[u8]) -> Checked<Table> {
    let file = package.address_of(resource);
    let mut report = Report {
        file: Place::file(&file),
        problems: Vec::new(),
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = reader(resource, bytes);

    let header = match reader.byte_headers() {
        Ok(header) => header
            .iter()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect::<Vec<_>>(),
        Err(error) => {
            report.add(
                report.file.clone(),
                Fault::UnreadableCsv {
                    detail: error.to_string(),
                },
            );
            return Checked::new(
                Table {
                    resource: resource.name.clone(),
                    ..Table::default()
                },
                report.problems,
            );
        }
    };
    let mut columns = lay_columns(resource, &header, &mut report);
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
        let line = record.position().map_or(row + 1, csv::Position::line);
        match read_row(&mut columns, &mut keys, &record, header.len(), row) {
            Ok(()) => table.len += 1,
            Err((index, fault)) => {
                columns
                    .iter_mut()
                    .for_each(|column| column.truncate(table.len));
                table.left_out += 1;
                let place = report.file.at(row, line);
                let place = index.map_or(place.clone(), |index| {
                    place.column(&columns[index].demands.field.name)
                });
                report.add(place, fault);
            }
        }
    }
    table.columns = columns.into_iter().map(ReadColumn::finish).collect();
    settle_statuses(resource, &mut table);
    Checked::new(table, report.problems)
}

fn reader<'b>(resource: &Resource, bytes: &'b [u8]) -> csv::Reader<&'b [u8]> {
    let dialect = &resource.dialect;
    let first = |text: &str, otherwise: u8| text.bytes().next().unwrap_or(otherwise);
    csv::ReaderBuilder::new()
        .has_headers(true)
        .flexible(true)
        .delimiter(first(&dialect.delimiter, b','))
        .quote(first(&dialect.quote_char, b'"'))
        .double_quote(dialect.double_quote)
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

/// A column while it is read: its place in the file, its demands, its cells.
struct ReadColumn<'a> {
    position: usize,
    demands: Demands<'a>,
    column: Column,
}

impl ReadColumn<'_> {
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
    }

    fn finish(self) -> (String, Column) {
        let mut column = self.column;
        match &mut column {
            Column::Numbers(column) => column.shrink(),
            Column::Codes(column) => column.shrink(),
            Column::Texts(column) => column.shrink(),
        }
        (self.demands.field.name.clone(), column)
    }
}

/// Matches the header with the schema, by name.
fn lay_columns<'a>(
    resource: &'a Resource,
    header: &[String],
    report: &mut Report,
) -> Vec<ReadColumn<'a>> {
    for (index, name) in header.iter().enumerate() {
        let place = report.file.column(name);
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
            column: column_for(resource, field),
        });
    }
    columns
}

/// Chooses how a field is kept in memory.
fn column_for(resource: &Resource, field: &Field) -> Column {
    let in_key = resource.schema.primary_key().contains(&field.name)
        || resource
            .schema
            .foreign_keys
            .iter()
            .any(|key| key.fields.0.contains(&field.name));
    let from_a_list = field.constraints.allowed.is_some() || field.kind == FieldType::Boolean;
    let by_role = matches!(
        field.outcomes.role,
        Some(
            Role::Dimension
                | Role::Period
                | Role::Parent
                | Role::Level
                | Role::MeasureCode
                | Role::UnitCode
                | Role::Kind
                | Role::Qualifier
                | Role::Sense
                | Role::Claim
                | Role::PartOf
                | Role::Status
                | Role::Confidentiality
                | Role::Rank
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

fn read_row(
    columns: &mut [ReadColumn],
    keys: &mut KeySet,
    record: &ByteRecord,
    width: usize,
    row: u64,
) -> Result<(), (Option<usize>, Fault)> {
    if record.len() != width {
        let fault = if record.iter().all(|cell| cell.is_empty()) {
            Fault::BlankRow
        } else {
            Fault::CellCount {
                expected: width as u32,
                found: record.len() as u32,
            }
        };
        return Err((None, fault));
    }
    for (index, column) in columns.iter_mut().enumerate() {
        let code = column
            .read(&record[column.position], row)
            .map_err(|fault| (Some(index), fault))?;
        keys.note(index, code);
    }
    keys.claim(row, |index| {
        String::from_utf8_lossy(&record[columns[index].position]).into_owned()
    })
    .map_err(|fault| (None, fault))
}

/// Moves status, confidentiality and qualifier columns into the measures they are about.
fn settle_statuses(resource: &Resource, table: &mut Table) {
    for field in &resource.schema.fields {
        let Some(measure) = field.outcomes.of.as_deref() else {
            continue;
        };
        let Some(words) = table.codes(&field.name).cloned() else {
            continue;
        };
        let Some((_, Column::Numbers(numbers))) =
            table.columns.iter_mut().find(|(name, _)| name == measure)
        else {
            continue;
        };
        for row in 0..numbers.len() {
            let word = words.word_at(row);
            match field.outcomes.role {
                Some(Role::Qualifier) => {
                    numbers.qualify(row, Qualifier::parse(word).unwrap_or(Qualifier::Exact))
                }
                Some(Role::Status) => numbers.mark(row, reasons(word, Status::parse_observation)),
                Some(Role::Confidentiality) => {
                    numbers.mark(row, reasons(word, Status::parse_confidentiality))
                }
                _ => break,
            }
        }
    }
}

/// Reads `Q~B`: several reasons may hold at once.
fn reasons(word: &str, parse: impl Fn(&str) -> Result<Option<Status>, ()>) -> StatusSet {
    word.split('~')
        .filter_map(|letter| parse(letter).ok().flatten())
        .fold(StatusSet::NORMAL, StatusSet::with)
}

/// The faults of one file; many of a kind in one column become a few and a count.
struct Report {
    file: Place,
    problems: Vec<Problem>,
}

impl Report {
    fn add(&mut self, place: Place, fault: Fault) {
        let same = |problem: &&mut Problem| {
            problem.place.column == place.column && problem.fault.code() == fault.code()
        };
        let mut alike: Vec<&mut Problem> = self.problems.iter_mut().filter(same).collect();
        if alike.len() >= LISTED {
            if let Some(last) = alike.last_mut() {
                last.more += 1;
            }
            return;
        }
        self.problems.push(Problem::new(place, fault));
    }
}
