//! Zip archives with the same bytes every time: no clock, no machine names.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files in the given order. PNG, XLSX and DOCX files are stored as they are, because they are
/// already compressed.
pub fn archive<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let is_compressed = [".png", ".xlsx", ".docx"]
            .into_iter()
            .any(|end| name.ends_with(end));
        let method = match is_compressed {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let as_text = |error: zip::result::ZipError| format!("{name}: {error}");
        writer.start_file(name, options).map_err(as_text)?;
        writer
            .write_all(bytes)
            .map_err(|error| format!("{name}: {error}"))?;
    }
    let done = writer.finish().map_err(|error| error.to_string())?;
    Ok(done.into_inner())
}
