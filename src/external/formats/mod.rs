//! Files that are not CSV: bytes → sheets of cells as text, which are then read as a CSV file is.
//!
//! A format is known by the first bytes of a file, never by its name. Each sheet leaves here as a table of texts: a cell
//! keeps what its file says of it (percent, currency, date, text), written the way a person would write it: `12.5%`,
//! `$1200`, `2024-03-31`. What such a text means is decided by `table::written` and the proposals alone. Line n of that
//! table is row n of the spreadsheet, so that messages name the right row.
//!
//! | file | what it does |
//! |---|---|
//! | `unpack.rs` | bytes of any format → files and sheets |
//! | `archive.rs` | gzip and zip, with limits |
//! | `grid.rs` | cells by row and column → the table of texts |
//! | `display.rs` | numbers as text; number formats of spreadsheets |
//! | `dates.rs` | days and times that spreadsheets count |
//! | `xlsx.rs`, `workbook.rs`, `ods.rs` | spreadsheets |
//! | `json.rs` | JSON, with numbers as they are written and with places in the file |
//! | `records.rs` | lists of records |
//! | `json_stat.rs`, `sdmx.rs`, `sdmx_csv.rs` | JSON-stat 2.0; SDMX-JSON; SDMX-CSV and tables with its columns |
//! | `observed.rs` | multipliers, and statuses by which a 0 is no number |
//! | `parquet/` | Parquet |
//! | `bridge.rs` | the answer of the module that does all this in the browser |
//!
//! Natively the readers are called at once. In the browser they are two modules of their own: `src/bin/parquet.rs` for
//! Parquet, `src/bin/formats.rs` for all others. Each is fetched when a file with such first bytes is opened.

// A file fails once, so that boxing its problem would save nothing.
#![allow(clippy::result_large_err)]

mod archive;
mod bridge;
mod dates;
mod display;
mod grid;
mod json;
mod json_stat;
mod observed;
mod ods;
mod parquet;
mod records;
mod sdmx;
mod sdmx_csv;
mod unpack;
mod workbook;
mod xlsx;

pub use bridge::{read_answer, write_answer};
pub use parquet::{damaged_values, parquet_table};
pub use sdmx_csv::{asks_to_multiply, not_multiplied};
pub use unpack::unpack;

use super::import_notices::ImportNotice;
use crate::bytes::Memory;
use crate::package::{Dialect, Resource};
use crate::problem::{Problem, SourceLocation};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the first bytes of a file say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Text: CSV, or whatever else the readers of text make of it.
    Text,
    Json,
    Gzip,
    /// A zip archive, which spreadsheets are too.
    Zip,
    Parquet,
    /// A format that is known and not read, by its name.
    Unread(&'static str),
}

/// The first bytes of Excel's older files, and of those that a password protects.
const EXCEL_97: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Formats that are known by their first bytes and not read.
const UNREAD: [(&[u8], &str); 7] = [
    (parquet::ENCRYPTED_MARK, parquet::ENCRYPTED),
    (EXCEL_97, "Excel 97–2003 (XLS)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\xfd7zXZ", "XZ"),
    (b"SQLite format 3", "SQLite"),
];

impl FileFormat {
    pub fn of(bytes: &[u8]) -> Self {
        if is_encrypted(bytes) {
            return Self::Unread("Excel with a password");
        }
        if let Some((_, name)) = UNREAD.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Self::Unread(name);
        }
        match bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Self::Zip,
            _ if bytes.starts_with(parquet::MARK) => Self::Parquet,
            _ if is_json(bytes) => Self::Json,
            _ => Self::Text,
        }
    }
}

/// Whether a file is a workbook that a password protects: its parts are inside a file of the older kind.
fn is_encrypted(bytes: &[u8]) -> bool {
    let part: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    bytes.starts_with(EXCEL_97) && bytes.windows(part.len()).any(|found| found == part)
}

/// Whether text begins as JSON does: `[1]` in front of a note, or `{a,b}` in a heading, is none.
fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    let Some((first, rest)) = bytes.split_first() else {
        return false;
    };
    let next = rest.trim_ascii_start().first();
    match first {
        b'{' => matches!(next, Some(b'"' | b'}')),
        b'[' => matches!(next, Some(b'{' | b'[')) || rest.trim_ascii() == b"]",
        _ => false,
    }
}

/// Whether a JSON file is a manifest rather than data: by its name, or by its list of resources.
pub fn is_manifest(path: &str, bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct WithResources {
        // Only whether there is such a list is asked.
        #[allow(dead_code)]
        resources: Vec<IgnoredAny>,
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    file_name(path) == "datapackage.json" || serde_json::from_slice::<WithResources>(bytes).is_ok()
}

/// The last part of a path, without what a server is asked beside it.
pub fn file_name(path: &str) -> &str {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path)
}

/// One file or sheet that a file was unpacked into.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UnpackedFile {
    /// The path of the file; a sheet has its name after a `#`.
    pub path: String,
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// A table of texts, cut by tabs.
    pub is_sheet: bool,
    /// What was decided about it.
    pub told: Vec<ImportNotice>,
}

/// Unpacks a file of a format that is not text. Parquet may be alone or in an archive: it is the last that is read.
pub async fn unfold(name: &str, bytes: Vec<u8>) -> Result<Vec<UnpackedFile>, Problem> {
    if FileFormat::of(&bytes) == FileFormat::Parquet {
        return unpack::multiplied(unpacked(name, bytes).await?);
    }
    let mut files = Vec::new();
    for file in unpacked(name, bytes).await? {
        match !file.is_sheet && FileFormat::of(&file.bytes) == FileFormat::Parquet {
            true => files.extend(unpack::multiplied(unpacked(&file.path, file.bytes).await?)?),
            false => files.push(file),
        }
    }
    Ok(files)
}

#[cfg(not(target_arch = "wasm32"))]
async fn unpacked(name: &str, bytes: Vec<u8>) -> Result<Vec<UnpackedFile>, Problem> {
    match FileFormat::of(&bytes) {
        FileFormat::Parquet => Ok(vec![parquet_table(name, bytes)?]),
        _ => unpack(name, bytes),
    }
}

/// What unpacks a file in the browser: it gets the name and the bytes, and gives the answer of the module.
#[cfg(target_arch = "wasm32")]
type FormatModule = Box<
    dyn Fn(
        String,
        Vec<u8>,
    ) -> futures_util::future::LocalBoxFuture<'static, Result<Vec<u8>, Problem>>,
>;

#[cfg(target_arch = "wasm32")]
thread_local! {
    static MODULE: std::cell::OnceCell<std::rc::Rc<FormatModule>> = const { std::cell::OnceCell::new() };
}

/// Says how the module is called. The first call counts.
#[cfg(target_arch = "wasm32")]
pub fn provide(module: FormatModule) {
    MODULE.with(|known| {
        let _ = known.set(std::rc::Rc::new(module));
    });
}

/// Asks the module that is fetched for the format.
#[cfg(target_arch = "wasm32")]
async fn unpacked(name: &str, bytes: Vec<u8>) -> Result<Vec<UnpackedFile>, Problem> {
    use crate::problem::Fault;
    let missing = || Problem::new(SourceLocation::file(name), Fault::NoFormatModule);
    let module = MODULE
        .with(|known| known.get().cloned())
        .ok_or_else(missing)?;
    let answer = module(name.to_owned(), bytes).await?;
    read_answer(&answer).ok_or_else(missing)?
}

/// The dialect of the table of texts that a sheet leaves as.
pub fn sheet_dialect() -> Dialect {
    Dialect {
        delimiter: "\t".to_owned(),
        ..Dialect::default()
    }
}

/// Whether a file that a manifest names may be a table of another format than CSV; what it is, its first bytes say.
pub fn is_packed_name(path: &str) -> bool {
    let name = file_name(path);
    let end = name.rsplit('.').next().unwrap_or_default();
    ["xlsx", "ods", "parquet", "ndjson", "jsonl", "gz", "zip"]
        .contains(&end.to_ascii_lowercase().as_str())
}

/// Turns the file of a resource into text, where it is of another format, and gives what was decided about it. Of
/// several sheets the first is read, and the others are named. Nothing where it is text already.
pub async fn unfold_resource(
    resource: &mut Resource,
    bytes: &mut Vec<u8>,
) -> Result<Option<Vec<ImportNotice>>, Problem> {
    let has_schema = !resource.schema.fields.is_empty();
    let (part, others) = if FileFormat::of(bytes) == FileFormat::Text {
        // A schema knows the columns by their headings, so these stay.
        let table = sdmx_csv::table(&resource.path, bytes, None, has_schema);
        let place = || SourceLocation::file(&resource.path);
        match table.transpose() {
            Ok(Some(part)) => (part, Vec::new()),
            Ok(None) => return Ok(None),
            Err(fault) => return Err(Problem::new(place(), fault)),
        }
    } else {
        let parts = unfold(&resource.path, std::mem::take(bytes)).await?;
        let others: Vec<String> = parts.iter().skip(1).map(|part| part.path.clone()).collect();
        match parts.into_iter().next() {
            Some(part) => (part, others),
            None => return Ok(None),
        }
    };
    *bytes = part.bytes;
    let mut told = part.told;
    if part.is_sheet {
        resource.dialect = sheet_dialect();
        resource.encoding = None;
    }
    let first = bytes
        .split(|byte| *byte == b'\n')
        .find(|line| !line.is_empty());
    let first = String::from_utf8_lossy(first.unwrap_or_default());
    let is_there = |name: &str| first.split('\t').any(|heading| heading == name);
    let fields = &mut resource.schema.fields;
    fields.retain(|field| !sdmx_csv::is_dropped(&field.name) || is_there(&field.name));
    if !others.is_empty() {
        told.push(ImportNotice::FirstSheet { others });
    }
    Ok(Some(told))
}

/// Files that were opened, each in its place or unpacked.
#[derive(Debug, Default)]
pub struct UnfoldedFiles {
    pub files: Memory,
    /// The sheets among them, with what was decided about each.
    pub sheets: BTreeMap<String, Vec<ImportNotice>>,
    pub problems: Vec<Problem>,
}

impl UnfoldedFiles {
    /// Unpacks what is neither text nor a manifest.
    pub async fn of(files: &Memory) -> Self {
        let mut unfolded = Self::default();
        for (path, bytes) in &files.0 {
            unfolded.add(path, bytes).await;
        }
        unfolded
    }

    async fn add(&mut self, path: &str, bytes: &[u8]) {
        let format = FileFormat::of(bytes);
        let is_plain =
            format == FileFormat::Text || (format == FileFormat::Json && is_manifest(path, bytes));
        if is_plain {
            match sdmx_csv::table(path, bytes, None, false) {
                Some(Ok(part)) => self.keep(part),
                Some(Err(fault)) => {
                    let place = SourceLocation::file(path);
                    self.problems.push(Problem::new(place, fault));
                }
                None => {
                    self.files.0.insert(path.to_owned(), bytes.to_vec());
                }
            }
            return;
        }
        match unfold(path, bytes.to_vec()).await {
            Ok(parts) => parts.into_iter().for_each(|part| self.keep(part)),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn keep(&mut self, part: UnpackedFile) {
        if part.is_sheet {
            self.sheets.insert(part.path.clone(), part.told);
        }
        self.files.0.insert(part.path, part.bytes);
    }

    /// The tables among the files, each as a resource; `is_table` knows tables of text by their names.
    pub fn resources(&self, is_table: impl Fn(&str) -> bool) -> Vec<Resource> {
        let mut resources: Vec<Resource> = Vec::new();
        for path in self.files.0.keys() {
            let is_sheet = self.sheets.contains_key(path);
            if !is_sheet && !is_table(path) {
                continue;
            }
            let mut resource = Resource::default();
            resource.name = self.table_name(path);
            while resources.iter().any(|other| other.name == resource.name) {
                resource.name.push('_');
            }
            resource.title = Some(resource.name.clone());
            resource.path.clone_from(path);
            if is_sheet {
                resource.dialect = sheet_dialect();
            }
            resources.push(resource);
        }
        resources
    }

    /// A sheet has its own name where its file has several and no other file was opened, and otherwise that of its file.
    fn table_name(&self, path: &str) -> String {
        let Some((file, sheet)) = path.split_once('#') else {
            return super::stem(path);
        };
        let siblings = |other: &&String| other.split_once('#').is_some_and(|(own, _)| own == file);
        let count = self.files.0.keys().filter(siblings).count();
        match (count, self.files.0.len() == count) {
            (1, _) => super::stem(file),
            (_, true) => sheet.to_owned(),
            (_, false) => format!("{} {sheet}", super::stem(file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_first_bytes() {
        for (bytes, format) in [
            (&b"a,b\n1,2\n"[..], FileFormat::Text),
            (b"", FileFormat::Text),
            (b"[1] Note,b\n", FileFormat::Text),
            (b"{a},b\n", FileFormat::Text),
            (b"\xef\xbb\xbf [ {\"a\": 1} ]", FileFormat::Json),
            (b"{\"version\": \"2.0\"}", FileFormat::Json),
            (b"[[\"a\"], [1]]", FileFormat::Json),
            (b"[ ]", FileFormat::Json),
            (b"\x1f\x8b\x08", FileFormat::Gzip),
            (b"PK\x03\x04", FileFormat::Zip),
            (b"%PDF-1.7", FileFormat::Unread("PDF")),
            (b"PAR1\x15", FileFormat::Parquet),
            (b"PARE\x15", FileFormat::Unread("encrypted Parquet")),
        ] {
            assert_eq!(FileFormat::of(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn a_manifest_is_known_by_its_resources() {
        assert!(is_manifest("https://a.example/datapackage.json", b"{"));
        assert!(is_manifest("x.json", b"{\"resources\": [{}]}"));
        assert!(!is_manifest("x.json", b"[{\"resources\": 3}]"));
        assert!(!is_manifest("x.json", b"{\"resources\": 3}"));
    }
}
