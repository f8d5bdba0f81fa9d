//! Files inside gzip and zip, with limits: a small archive may unpack to more than a machine has.
//!
//! Standards: RFC 1952 (gzip), PKWARE's APPNOTE (zip). Sizes that an archive declares are not believed: what comes out is
//! counted.

use crate::problem::Fault;
use flate2::read::MultiGzDecoder;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most bytes that one archive may unpack to.
pub const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// The most bytes that one byte of an archive may become, where more than `FREE` come out. A table of one repeated row stays
/// below half of that; the formats' own limit is about a thousand.
const MAX_RATIO: u64 = 400;
const FREE: u64 = 16 * 1024 * 1024;
/// The most files in one archive.
const MAX_FILES: usize = 2000;

/// What may still come out of an archive, or out of the packed parts of a file.
pub struct Allowance {
    packed: u64,
    unpacked: u64,
}

impl Allowance {
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            packed: bytes.len() as u64,
            unpacked: 0,
        }
    }

    fn limit(&self) -> u64 {
        MAX_UNPACKED.min(FREE.max(self.packed.saturating_mul(MAX_RATIO)))
    }

    /// Takes a number of bytes whose unpacked length is known. Fails where they are more than is left.
    pub fn claim(&mut self, bytes: u64) -> Result<(), Fault> {
        if bytes > self.limit() - self.unpacked.min(self.limit()) {
            return Err(Fault::UnpacksTooLarge {
                packed: self.packed,
                limit: self.limit(),
            });
        }
        self.unpacked += bytes;
        Ok(())
    }

    /// Reads to the end, or to the limit, where it fails.
    fn read(&mut self, from: impl Read) -> Result<Vec<u8>, Fault> {
        let left = self.limit() - self.unpacked.min(self.limit());
        let mut bytes = Vec::new();
        let read = from.take(left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > left {
            return Err(Fault::UnpacksTooLarge {
                packed: self.packed,
                limit: self.limit(),
            });
        }
        read.map_err(|error| damaged("archive", &error))?;
        self.unpacked += bytes.len() as u64;
        Ok(bytes)
    }
}

pub fn damaged(format: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::Damaged {
        format: format.to_owned(),
        detail: error.to_string(),
    }
}

/// The file inside gzip.
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    Allowance::of(bytes).read(MultiGzDecoder::new(bytes))
}

/// A zip archive of which every file was unpacked once to count it.
pub struct CheckedArchive<'a> {
    pub archive: ZipArchive<Cursor<&'a [u8]>>,
    pub names: Vec<String>,
}

impl<'a> CheckedArchive<'a> {
    /// Opens an archive without unpacking it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged("zip", &error))?;
        if archive.len() > MAX_FILES {
            return Err(Fault::TooManyFiles {
                count: archive.len() as u32,
                limit: MAX_FILES as u32,
            });
        }
        let names = archive
            .file_names()
            .filter_map(|name| name.ok().map(|name| name.into_owned()))
            .collect();
        Ok(Self { archive, names })
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The bytes of one file; empty where there is none.
    pub fn file(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let Ok(file) = self.archive.by_name(name) else {
            return Ok(Vec::new());
        };
        let mut bytes = Vec::new();
        let read = file.take(MAX_UNPACKED).read_to_end(&mut bytes);
        read.map_err(|error| damaged("zip", &error))?;
        Ok(bytes)
    }

    /// Unpacks every file that is wanted, within the limits.
    pub fn files(
        &mut self,
        packed: &[u8],
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<(String, Vec<u8>)>, Fault> {
        let mut allowance = Allowance::of(packed);
        let mut files = Vec::new();
        for at in 0..self.archive.len() {
            let file = self.archive.by_index(at).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(detail) => Fault::Damaged {
                    format: "zip".to_owned(),
                    detail: detail.to_owned(),
                },
                other => damaged("zip", &other),
            })?;
            let name = file.name().map_err(|error| damaged("zip", &error))?;
            let name = name.into_owned();
            if file.is_dir() || !wanted(&name) {
                continue;
            }
            files.push((name, allowance.read(file)?));
        }
        Ok(files)
    }

    /// Fails where the files together unpack to more than is read.
    pub fn check(&mut self, packed: &[u8]) -> Result<(), Fault> {
        let mut allowance = Allowance::of(packed);
        for at in 0..self.archive.len() {
            let file = self
                .archive
                .by_index(at)
                .map_err(|error| damaged("zip", &error))?;
            let left = allowance.limit() - allowance.unpacked;
            let counted = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
            let count = counted.map_err(|error| damaged("zip", &error))?;
            if count > left {
                return Err(Fault::UnpacksTooLarge {
                    packed: allowance.packed,
                    limit: allowance.limit(),
                });
            }
            allowance.unpacked += count;
        }
        Ok(())
    }
}
