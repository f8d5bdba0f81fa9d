//! Bytes of any format → files of text and sheets.

use super::archive::{CheckedArchive, gunzip};
use super::{FileFormat, UnpackedFile, is_manifest, json, json_stat, ods, records, sdmx, xlsx};
use crate::problem::{Fault, Problem, SourceLocation};

/// Archives inside one another, at most.
const MAX_NESTED: usize = 2;

/// Unpacks a file. Text and manifests stay as they are.
pub fn unpack(name: &str, bytes: Vec<u8>) -> Result<Vec<UnpackedFile>, Problem> {
    unpack_at(name, bytes, 0)
}

fn unpack_at(name: &str, bytes: Vec<u8>, depth: usize) -> Result<Vec<UnpackedFile>, Problem> {
    let problem = |fault| Problem::new(SourceLocation::file(name), fault);
    if depth > MAX_NESTED {
        return Err(problem(Fault::NestedArchives));
    }
    match FileFormat::of(&bytes) {
        FileFormat::Text => Ok(vec![plain(name, bytes)]),
        FileFormat::Json if is_manifest(name, &bytes) => Ok(vec![plain(name, bytes)]),
        FileFormat::Json => read_json(name, &bytes).map_err(problem),
        FileFormat::Gzip => {
            let inner = gunzip(&bytes).map_err(problem)?;
            let inside = name
                .strip_suffix(".gz")
                .or_else(|| name.strip_suffix(".GZ"));
            unpack_at(inside.unwrap_or(name), inner, depth + 1)
        }
        FileFormat::Zip => unzip(name, &bytes, depth),
        FileFormat::Unread(format) => Err(problem(Fault::OtherFormat {
            format: format.to_owned(),
        })),
    }
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
        return xlsx::sheets(name, bytes);
    } else if archive.has("Index/Document.iwa") {
        return other("Numbers");
    } else if archive.has("mimetype") && archive.has("content.xml") {
        let kind = archive.file("mimetype").map_err(problem)?;
        return match kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            true => ods::sheets(name, bytes),
            false => other("OpenDocument"),
        };
    }
    let is_wanted = |path: &str| {
        let file = path.rsplit('/').next().unwrap_or(path);
        !path.starts_with("__MACOSX/") && !file.starts_with('.')
    };
    let files = archive.files(bytes, is_wanted).map_err(problem)?;
    let mut unpacked = Vec::new();
    for (path, bytes) in files {
        // Inside an archive a document beside the tables is no fault of the visitor: it stays as it is and is named.
        match FileFormat::of(&bytes) {
            FileFormat::Unread(_) => unpacked.push(plain(&path, bytes)),
            _ => unpacked.extend(unpack_at(&path, bytes, depth + 1)?),
        }
    }
    match unpacked.is_empty() {
        true => Err(problem(Fault::EmptyArchive)),
        false => Ok(unpacked),
    }
}
