//! Files in one file, the same bytes every time: no clock, no names of machines.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files in their order. A picture is stored as it is, since it is packed already.
pub fn archive<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = match name.ends_with(".png") || name.ends_with(".xlsx") {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let said = |error: zip::result::ZipError| format!("{name}: {error}");
        writer.start_file(name, options).map_err(said)?;
        writer
            .write_all(bytes)
            .map_err(|error| format!("{name}: {error}"))?;
    }
    let done = writer.finish().map_err(|error| error.to_string())?;
    Ok(done.into_inner())
}
