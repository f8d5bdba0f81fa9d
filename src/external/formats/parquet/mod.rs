//! Parquet files: columns → a table of texts, with the heading in line 1 and row n in line n + 1.
//!
//! Standard: Apache Parquet, format 2. Levels and values are decoded by the column readers of the crate `parquet`.
//!
//! | file | what it does |
//! |---|---|
//! | `thrift.rs` | the headers of pages |
//! | `pages.rs` | the pages of a column, checked and unpacked |
//! | `columns.rs` | the type of a column; its cells |
//! | `texts.rs` | values as texts |
//! | `guard.rs` | a panic of the crate as a message |
//!
//! In the browser this is a module of its own (`src/bin/parquet.rs`), beside the one that unpacks other formats.

mod columns;
mod guard;
mod pages;
mod texts;
mod thrift;

use super::UnpackedFile;
use super::archive::{Allowance, damaged};
use super::grid::{LineWriter, MAX_ROWS, MAX_TEXT};
use super::records::MAX_COLUMNS;
use crate::external::import_notices::ImportNotice;
use crate::problem::{Fault, Problem, SourceLocation};
use bytes::Bytes;
use columns::{CellReader, ColumnKind, cells};
use pages::{ColumnPages, Packing, PageFault};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData};
use parquet::schema::types::ColumnDescPtr;
use std::sync::{Arc, Mutex};
use texts::CellText;
use thrift::ThriftFields;

/// The first and the last four bytes of a file.
pub const MARK: &[u8] = b"PAR1";
const FORMAT: &str = "Parquet";
/// What the first or last bytes of an encrypted file are.
pub const ENCRYPTED_MARK: &[u8] = b"PARE";
pub const ENCRYPTED: &str = "encrypted Parquet";
/// The number of the field of the footer that says how a file is encrypted.
const ENCRYPTION: i64 = 8;
/// The mark and the length of the footer, behind it.
const TAIL: usize = 8;
/// The text of NaN and infinities, which is a missing value and leaves its column one of numbers.
const NO_NUMBER: &str = "NaN";
/// Rows that are read at once.
const BATCH: usize = 256;
/// Rows that one notice names.
const NAMED: usize = 8;

/// A column that is read.
struct ParquetColumn {
    /// Its name; a column inside others has all their names, `place.state`.
    name: String,
    /// Its place among the columns that have values.
    at: usize,
    descriptor: ColumnDescPtr,
    kind: ColumnKind,
    not_finite: RowNumbers,
    unfit: RowNumbers,
}

/// The first rows of a kind, counted from 1, and the number of all.
#[derive(Default)]
struct RowNumbers {
    rows: Vec<String>,
    count: u32,
}

impl RowNumbers {
    fn add(&mut self, row: u64) {
        self.count += 1;
        if self.rows.len() < NAMED {
            self.rows.push(row.to_string());
        }
    }
}

/// The table of a Parquet file. Fails where it is damaged, encrypted, packed in a way that is not read, or too large.
pub fn parquet_table(path: &str, bytes: Vec<u8>) -> Result<UnpackedFile, Problem> {
    let outcome = guard::guarded(|| table(path, bytes));
    outcome.unwrap_or_else(|fault| Err(Problem::new(SourceLocation::file(path), fault)))
}

fn table(path: &str, bytes: Vec<u8>) -> Result<UnpackedFile, Problem> {
    let place = SourceLocation::file(path);
    let bytes = Bytes::from(bytes);
    let metadata = metadata(&bytes).map_err(|fault| Problem::new(place.clone(), fault))?;
    let mut told = Vec::new();
    let columns = columns_of(&metadata, &mut told);
    let mut columns = columns.map_err(|fault| Problem::new(place.clone(), fault))?;
    let mut table = TableWriter {
        place,
        allowance: Arc::new(Mutex::new(Allowance::of(&bytes))),
        file: bytes,
        text: LineWriter::default(),
        budget: MAX_TEXT,
        row: 0,
    };
    for column in &columns {
        table.text.cell(&column.name);
    }
    table.end_line()?;
    // A group without rows may have columns without pages.
    let groups = metadata.row_groups().iter();
    for group in groups.filter(|group| group.num_rows() > 0) {
        table.rows(group, &mut columns)?;
    }
    for column in columns {
        let ParquetColumn {
            name,
            not_finite,
            unfit,
            ..
        } = column;
        if not_finite.count > 0 {
            told.push(ImportNotice::NotFinite {
                column: name.clone(),
                rows: not_finite.rows,
                count: not_finite.count,
            });
        }
        if unfit.count > 0 {
            told.push(ImportNotice::UnfitValues {
                column: name,
                rows: unfit.rows,
                count: unfit.count,
            });
        }
    }
    Ok(UnpackedFile {
        path: path.to_owned(),
        bytes: table.text.into_bytes(),
        is_sheet: true,
        told,
    })
}

fn unfit(what: &str) -> Fault {
    damaged(FORMAT, &what)
}

/// The fault of a file for whose values a decoder stopped.
pub fn damaged_values() -> Fault {
    unfit("its values do not fit their encoding")
}

fn encrypted() -> Fault {
    Fault::OtherFormat {
        format: ENCRYPTED.to_owned(),
    }
}

/// What the footer says.
fn metadata(bytes: &Bytes) -> Result<ParquetMetaData, Fault> {
    let body = bytes.strip_prefix(MARK).unwrap_or_default();
    let Some((body, tail)) = body.split_last_chunk::<TAIL>() else {
        return Err(unfit("the file ends before its footer"));
    };
    if tail.ends_with(ENCRYPTED_MARK) {
        return Err(encrypted());
    } else if !tail.ends_with(MARK) {
        return Err(unfit("the file has no footer at its end"));
    }
    let length = u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]]) as usize;
    let start = body.len().checked_sub(length);
    let footer = start.map(|start| &body[start..]);
    let footer = footer.ok_or_else(|| unfit("the footer is longer than the file"))?;
    // The crate trusts lengths in a footer: this one is known to be whole before it is read.
    let (fields, _) = ThriftFields::read(footer).ok_or_else(|| unfit("the footer is cut off"))?;
    if fields.has(ENCRYPTION) {
        return Err(encrypted());
    }
    let metadata = ParquetMetaDataReader::decode_metadata(footer);
    let metadata = metadata.map_err(|error| damaged(FORMAT, &error))?;
    let groups = metadata.row_groups().iter();
    let rows = groups.map(RowGroupMetaData::num_rows);
    let sum = rows.clone().try_fold(0_i64, i64::checked_add);
    let sum = sum.filter(|_| rows.clone().all(|count| count >= 0));
    match sum.map(i64::unsigned_abs) {
        // Nothing is unpacked of a table that takes a browser minutes.
        Some(found) if found > u64::from(MAX_ROWS) => Err(Fault::TooManyRows {
            found,
            limit: MAX_ROWS.into(),
        }),
        Some(_) if sum == Some(metadata.file_metadata().num_rows()) => Ok(metadata),
        _ => Err(unfit("its row groups do not have as many rows as the file")),
    }
}

/// The columns that are read. Those that are no cells of a table are told by their names.
fn columns_of(
    metadata: &ParquetMetaData,
    told: &mut Vec<ImportNotice>,
) -> Result<Vec<ParquetColumn>, Fault> {
    let schema = metadata.file_metadata().schema_descr();
    let (mut columns, mut lists, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for at in 0..schema.num_columns() {
        let descriptor = schema.column(at);
        let parts = descriptor.path().parts();
        if descriptor.max_rep_level() > 0 {
            let outer = parts.first().cloned().unwrap_or_default();
            if lists.last() != Some(&outer) {
                lists.push(outer);
            }
            continue;
        }
        let name = parts.join(".");
        match ColumnKind::of(&descriptor) {
            Ok(kind) => columns.push(ParquetColumn {
                name,
                at,
                descriptor,
                kind,
                not_finite: RowNumbers::default(),
                unfit: RowNumbers::default(),
            }),
            Err(kind) => others.push(format!("{name} ({kind})")),
        }
    }
    if columns.len() > MAX_COLUMNS {
        return Err(Fault::TooManyColumns {
            found: columns.len() as u64,
            limit: MAX_COLUMNS as u64,
        });
    }
    if columns.is_empty() {
        let columns = lists.into_iter().chain(others).collect();
        return Err(Fault::NoCells { columns });
    }
    if !lists.is_empty() {
        told.push(ImportNotice::NestedColumns { columns: lists });
    }
    if !others.is_empty() {
        told.push(ImportNotice::OtherTypes { columns: others });
    }
    Ok(columns)
}

/// The table of texts while it is written.
struct TableWriter {
    place: SourceLocation,
    file: Bytes,
    /// What may still be unpacked.
    allowance: Arc<Mutex<Allowance>>,
    text: LineWriter,
    /// Bytes that texts may still have.
    budget: usize,
    /// Rows that were written.
    row: u64,
}

impl TableWriter {
    fn end_line(&mut self) -> Result<(), Problem> {
        let ended = self.text.end_line();
        ended.map_err(|fault| Problem::new(self.place.clone(), fault))
    }

    fn fault(&self, column: &str, fault: Fault) -> Problem {
        Problem::new(self.place.column(column).row(self.row + 1), fault)
    }

    fn error(&self, column: &str, error: ParquetError) -> Problem {
        let fault = match error {
            ParquetError::External(inner) => match inner.downcast::<PageFault>() {
                Ok(known) => known.0,
                Err(other) => damaged(FORMAT, &other),
            },
            other => damaged(FORMAT, &other),
        };
        self.fault(column, fault)
    }

    fn open(
        &self,
        group: &RowGroupMetaData,
        column: &ParquetColumn,
    ) -> Result<Box<dyn CellReader>, Problem> {
        let descriptor = &column.descriptor;
        let chunk = group.columns().get(column.at);
        let fits = |path: &[String]| path == descriptor.path().parts();
        let chunk = chunk.filter(|chunk| {
            fits(chunk.column_path().parts()) && chunk.column_type() == descriptor.physical_type()
        });
        let Some(chunk) = chunk else {
            return Err(self.fault(&column.name, unfit("a row group lacks this column")));
        };
        let packing = Packing::of(chunk.compression());
        let packing = packing.map_err(|fault| self.fault(&column.name, fault))?;
        let pages = ColumnPages::of(&self.file, chunk, packing, &self.allowance);
        let pages = pages.map_err(|error| self.error(&column.name, error))?;
        Ok(cells(descriptor.clone(), column.kind, pages))
    }

    /// Writes the rows of a group.
    fn rows(
        &mut self,
        group: &RowGroupMetaData,
        columns: &mut [ParquetColumn],
    ) -> Result<(), Problem> {
        let opened = columns.iter().map(|column| self.open(group, column));
        let mut readers = opened.collect::<Result<Vec<_>, Problem>>()?;
        let mut left = u64::try_from(group.num_rows()).unwrap_or(0);
        while left > 0 {
            let rows = left.min(BATCH as u64) as usize;
            let mut batch = Vec::new();
            for (reader, column) in readers.iter_mut().zip(&mut *columns) {
                let found = reader.read(rows, &mut self.budget);
                let found = found.map_err(|error| self.error(&column.name, error))?;
                if found.len() != rows {
                    return Err(
                        self.fault(&column.name, unfit("the column has fewer values than rows"))
                    );
                }
                batch.push(found.into_iter());
            }
            for _ in 0..rows {
                self.row += 1;
                for (cells, column) in batch.iter_mut().zip(&mut *columns) {
                    let text = match cells.next().unwrap_or(CellText::Missing) {
                        CellText::Text(text) => text,
                        CellText::Missing => String::new(),
                        CellText::NotFinite => {
                            column.not_finite.add(self.row);
                            NO_NUMBER.to_owned()
                        }
                        CellText::Unfit => {
                            column.unfit.add(self.row);
                            String::new()
                        }
                    };
                    self.text.cell(&text);
                }
                self.end_line()?;
            }
            left -= rows as u64;
        }
        for (reader, column) in readers.iter_mut().zip(&*columns) {
            let more = reader.read(1, &mut self.budget);
            if !more
                .map_err(|error| self.error(&column.name, error))?
                .is_empty()
            {
                return Err(self.fault(&column.name, unfit("the column has more values than rows")));
            }
        }
        Ok(())
    }
}
