//! The files of a package: which of them are tables, their bytes, and how each is cut into tables.

use super::column_profile::{ColumnProfile, profile_columns};
use super::decode::{Encoding, decode, encoding_of};
use super::dialect;
use super::formats::{FileFormat, asks_to_multiply, is_packed_name, not_multiplied};
use super::import_notices::ImportNotice;
use super::shape;
use super::sheet::{ImportedSheet, further_name};
use super::untrusted::UntrustedSource;
use crate::bytes::{Source, join};
use crate::package::{Package, Resource, ResourceRole};
use crate::problem::{Fault, Problem, SourceLocation};

/// The most tables of one package that are read, and the most bytes of all of them together.
const TABLES: usize = 60;
const BYTES: u64 = 128 * 1024 * 1024;

/// The bytes of a table: of its file, or of its files one after the other.
pub async fn read_parts<S: Source>(
    source: &UntrustedSource<'_, S>,
    manifest: &str,
    resource: &Resource,
) -> Result<Vec<u8>, Problem> {
    let mut bytes = source
        .read(&table_address(manifest, &resource.path))
        .await?;
    for part in &resource.parts {
        let more = source.read(&table_address(manifest, part)).await?;
        // Only text can be one file after the other.
        let is_text = |bytes: &[u8]| FileFormat::of(bytes) == FileFormat::Text;
        if !is_text(&bytes) || !is_text(&more) {
            let fault = Fault::PropertyNotFollowed {
                property: "path".to_owned(),
                found: part.clone(),
            };
            return Err(Problem::new(SourceLocation::file(&resource.path), fault));
        }
        if bytes.last().is_some_and(|last| *last != b'\n') {
            bytes.push(b'\n');
        }
        bytes.extend(more);
    }
    Ok(bytes)
}

/// Tables whose manifest says what cannot be followed are not read.
pub fn refuse_what_is_not_followed(
    package: &Package,
    has_roles: bool,
    arrived: &mut [(String, Result<Vec<u8>, Problem>)],
) {
    for resource in &package.resources {
        let is_known = |label: &&String| {
            let encoding = encoding_of(label);
            encoding.is_some_and(|encoding| !has_roles || encoding == Encoding::Utf8)
        };
        let label = resource.encoding.as_ref().filter(|label| !is_known(label));
        let encoding = label.map(|label| Fault::PropertyNotFollowed {
            property: "encoding".to_owned(),
            found: label.clone(),
        });
        let own = arrived
            .iter_mut()
            .filter(|(name, _)| *name == resource.name);
        for (_, arrival) in own {
            let unchanged = || arrival.as_ref().ok().filter(|_| has_roles);
            let fault = encoding
                .clone()
                .or_else(|| dialect::not_followed(resource))
                .or_else(|| unchanged().and_then(|bytes| not_readable_unchanged(resource, bytes)));
            if let Some(fault) = fault {
                *arrival = Err(Problem::new(SourceLocation::file(&resource.path), fault));
            }
        }
    }
}

/// Why the file of a table whose publisher says what its columns are for cannot be read unchanged.
fn not_readable_unchanged(resource: &Resource, bytes: &[u8]) -> Option<Fault> {
    match FileFormat::of(bytes) {
        FileFormat::Text => asks_to_multiply(bytes),
        _ => Some(Fault::PropertyNotFollowed {
            property: "path".to_owned(),
            found: resource.path.clone(),
        }),
    }
}

/// Decodes a file and cuts it into its tables.
pub fn cut(resource: &mut Resource, bytes: &[u8]) -> Result<(Vec<u8>, Vec<ImportedSheet>), Fault> {
    let declared = resource.encoding.as_deref().and_then(encoding_of);
    let (text, encoding) = decode(bytes, declared)?;
    let text = without_mark(text.into_owned());
    let mut told = Vec::new();
    if !resource.parts.is_empty() {
        let files = resource.parts.len() as u32 + 1;
        told.push(ImportNotice::Parts { files });
    }
    if encoding != Encoding::Utf8 {
        let name = encoding.name().to_owned();
        told.push(ImportNotice::Encoding { name });
    }
    dialect::find_dialect(resource, &text, &mut told);
    let mut sheets = shape::sheets(resource, &text)?;
    let fault = |sheet: &ImportedSheet| not_multiplied(&sheet.imported.names, &sheet.rows);
    if let Some(fault) = sheets.iter().find_map(fault) {
        return Err(fault);
    }
    for (at, sheet) in sheets.iter_mut().enumerate() {
        let next = further_name(&resource.name, at + 2);
        let tell_next = |notice: &mut ImportNotice| {
            if let ImportNotice::SecondTable { table, .. } = notice {
                table.clone_from(&next);
            }
        };
        sheet.told.iter_mut().for_each(tell_next);
        sheet.imported.own_export = is_own_export(&sheet.imported.names);
        if sheet.imported.own_export {
            sheet.told.push(ImportNotice::OwnExport);
        }
    }
    if let Some(first) = sheets.first_mut() {
        first.told.splice(0..0, told);
    }
    Ok((text, sheets))
}

/// Looks at the columns of a table, and keeps how the loader cuts it.
pub fn keep(resource: &mut Resource, sheet: ImportedSheet) -> (ImportedSheet, Vec<ColumnProfile>) {
    let sketches = profile_columns(resource, &sheet);
    resource.imported = Some(sheet.imported.clone());
    (sheet, sketches)
}

/// Without the byte order mark of UTF-8.
pub fn without_mark(mut text: Vec<u8>) -> Vec<u8> {
    if text.starts_with(b"\xef\xbb\xbf") {
        text.drain(..3);
    }
    text
}

/// Whether a file is a table that this site exported.
pub fn is_own_export(names: &[String]) -> bool {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    names.starts_with(&["key".to_owned(), "label".to_owned()])
        && has("value_in_words")
        && has("status")
}

/// Leaves out resources that are no tables, each with a word on why.
pub fn keep_tables(
    package: &mut Package,
    problems: &mut Vec<Problem>,
    is_table: impl Fn(&Resource) -> bool,
) {
    let mut kept = 0;
    let mut others: Vec<Problem> = Vec::new();
    package.resources.retain(|resource| {
        let is_table = is_table(resource);
        let fits = kept < TABLES;
        kept += usize::from(is_table && fits);
        if !is_table || !fits {
            let fault = match is_table {
                true => Fault::TooManyTables {
                    limit: TABLES as u32,
                },
                false => Fault::NotATable,
            };
            let file = match resource.path.is_empty() {
                true => &resource.name,
                false => &resource.path,
            };
            // A package of pictures and tables is no heap of faults: one of each sort is told.
            match others.iter_mut().find(|known| known.fault == fault) {
                Some(known) => known.more += 1,
                None => others.push(Problem::new(SourceLocation::file(file), fault)),
            }
        }
        is_table && fits
    });
    problems.append(&mut others);
}

/// Fails where the tables of one package, unpacked, have more bytes than are read.
pub fn check_size(bytes: u64) -> Result<(), Fault> {
    match bytes > BYTES {
        true => Err(Fault::TooLarge {
            bytes,
            limit: BYTES,
        }),
        false => Ok(()),
    }
}

pub fn forget_beyond_limit(arrived: &mut [(String, Result<Vec<u8>, Problem>)]) {
    let mut total = 0;
    for (name, bytes) in arrived {
        let length = bytes.as_ref().map_or(0, |bytes| bytes.len() as u64);
        total += length;
        if let Err(fault) = check_size(total) {
            *bytes = Err(Problem::new(SourceLocation::file(name), fault));
        }
    }
}

pub fn is_table(resource: &Resource) -> bool {
    let path = &resource.path;
    (is_table_name(path) || is_packed_name(path)) && resource.role() != ResourceRole::Slice
}

pub fn is_table_name(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let end = path.rsplit('.').next().unwrap_or_default();
    ["csv", "tsv", "tab"].contains(&end.to_ascii_lowercase().as_str())
}

/// Where the file of a table is: beside the manifest, or at an address of its own.
pub fn table_address(manifest: &str, path: &str) -> String {
    match path.starts_with("https://") {
        true => path.to_owned(),
        false => join(manifest, path),
    }
}
