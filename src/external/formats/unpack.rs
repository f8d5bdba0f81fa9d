//! Bytes of any format → files of text and sheets.

use super::archive::{CheckedArchive, gunzip};
use super::{
    FileFormat, UnpackedFile, file_name, is_manifest, json, json_stat, ods, records, sdmx,
    sdmx_csv, xlsx,
};
use crate::problem::{Fault, Problem, SourceLocation};

/// Archives inside one another, at most.
const MAX_NESTED: usize = 2;

/// Unpacks a file. Text, manifests and Parquet, which another module reads, stay as they are.
pub fn unpack(name: &str, bytes: Vec<u8>) -> Result<Vec<UnpackedFile>, Problem> {
    unpack_at(name, bytes, 0)
}

fn unpack_at(name: &str, bytes: Vec<u8>, depth: usize) -> Result<Vec<UnpackedFile>, Problem> {
    let problem = |fault| Problem::new(SourceLocation::file(name), fault);
    if depth > MAX_NESTED {
        return Err(problem(Fault::NestedArchives));
    }
    match FileFormat::of(&bytes) {
        FileFormat::Text => match sdmx_csv::table(name, &bytes, None, false) {
            Some(table) => Ok(vec![table.map_err(problem)?]),
            None => Ok(vec![plain(name, bytes)]),
        },
        FileFormat::Json if is_manifest(name, &bytes) => Ok(vec![plain(name, bytes)]),
        FileFormat::Json => read_json(name, &bytes)
            .map_err(problem)
            .and_then(multiplied),
        FileFormat::Gzip => {
            let inner = gunzip(&bytes).map_err(problem)?;
            let inside = name
                .strip_suffix(".gz")
                .or_else(|| name.strip_suffix(".GZ"));
            unpack_at(inside.unwrap_or(name), inner, depth + 1)
        }
        FileFormat::Zip => unzip(name, &bytes, depth),
        FileFormat::Parquet => Ok(vec![plain(name, bytes)]),
        FileFormat::Unread(format) => Err(problem(Fault::OtherFormat {
            format: format.to_owned(),
        })),
    }
}

/// Sheets and records with the columns of SDMX-CSV have their values multiplied as that has.
pub fn multiplied(sheets: Vec<UnpackedFile>) -> Result<Vec<UnpackedFile>, Problem> {
    let one = |mut sheet: UnpackedFile| {
        let Some(table) = sdmx_csv::table("", &sheet.bytes, Some(b'\t'), false) else {
            return Ok(sheet);
        };
        let table =
            table.map_err(|fault| Problem::new(SourceLocation::file(&sheet.path), fault))?;
        sheet.bytes = table.bytes;
        sheet.told.extend(table.told);
        Ok(sheet)
    };
    sheets.into_iter().map(one).collect()
}

fn plain(name: &str, bytes: Vec<u8>) -> UnpackedFile {
    UnpackedFile {
        path: name.to_owned(),
        bytes,
        is_sheet: false,
        told: Vec::new(),
    }
}

fn read_json(name: &str, bytes: &[u8]) -> Result<Vec<UnpackedFile>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| Fault::NotUtf8 {
        offset: error.valid_up_to() as u64,
    })?;
    let values = json::parse(text)?;
    match values.as_slice() {
        [(_, only)] if json_stat::is_json_stat(only) => Ok(vec![json_stat::table(name, only)?]),
        [(_, only)] if sdmx::is_sdmx(only) => Ok(vec![sdmx::table(name, only)?]),
        _ => records::tables(name, &values),
    }
}

/// A zip archive is a spreadsheet, another document, or files.
fn unzip(name: &str, bytes: &[u8], depth: usize) -> Result<Vec<UnpackedFile>, Problem> {
    let problem = |fault| Problem::new(SourceLocation::file(name), fault);
    let mut archive = CheckedArchive::open(bytes).map_err(problem)?;
    let other = |format: &str| {
        Err(problem(Fault::OtherFormat {
            format: format.to_owned(),
        }))
    };
    if archive.has("xl/workbook.bin") {
        return other("XLSB");
    } else if archive.has("word/document.xml") {
        return other("Word");
    } else if archive.has("ppt/presentation.xml") {
        return other("PowerPoint");
    } else if archive.has("[Content_Types].xml")
        && archive.names.iter().any(|name| name.starts_with("xl/"))
    {
        return xlsx::sheets(name, bytes).and_then(multiplied);
    } else if archive.has("Index/Document.iwa") {
        return other("Numbers");
    } else if archive.has("mimetype") && archive.has("content.xml") {
        let kind = archive.file("mimetype").map_err(problem)?;
        return match kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            true => ods::sheets(name, bytes).and_then(multiplied),
            false => other("OpenDocument"),
        };
    }
    let is_wanted = |path: &str| {
        let file = path.rsplit('/').next().unwrap_or(path);
        !path.starts_with("__MACOSX/") && !file.starts_with('.')
    };
    let files = archive.files(bytes, is_wanted).map_err(problem)?;
    let mut unpacked = Vec::new();
    let is_manifest = |(path, _): &(String, Vec<u8>)| file_name(path) == "datapackage.json";
    let is_package = files.iter().any(is_manifest);
    for (path, bytes) in files {
        // Inside an archive a document beside the tables is no fault of the visitor: it stays as it is and is named. Files
        // of a package are unpacked one by one, as its manifest names them.
        match FileFormat::of(&bytes) {
            FileFormat::Unread(_) => unpacked.push(plain(&path, bytes)),
            _ if is_package => unpacked.push(plain(&path, bytes)),
            _ => unpacked.extend(unpack_at(&path, bytes, depth + 1)?),
        }
    }
    match unpacked.is_empty() {
        true => Err(problem(Fault::EmptyArchive)),
        false => Ok(unpacked),
    }
}
