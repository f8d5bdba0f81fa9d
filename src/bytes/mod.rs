//! The core's only input from outside: the bytes at an address.

mod memory;

pub use memory::Memory;

use crate::problem::{Fault, Place, Problem};
use sha2::{Digest, Sha256};
use std::future::Future;

/// Reads the bytes at an address of published data, such as `data/catalog.json`.
///
/// Used as a generic parameter, because a browser's futures are not `Send` and those of the
/// command-line tool may be.
pub trait Source {
    /// Reads the whole file. The error names the file that could not be read.
    fn read(&self, address: &str) -> impl Future<Output = Result<Vec<u8>, Problem>>;
}

/// The largest file that is read, in bytes. Above it, a message is shown instead of a page that
/// stops responding.
pub const LIMIT_BYTES: u64 = 256 * 1024 * 1024;

/// Compares bytes with the size and the SHA-256 in the manifest; returns a problem for each
/// difference.
pub fn verify(
    address: &str,
    bytes: &[u8],
    expected_bytes: Option<u64>,
    expected_hash: Option<&str>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let found = bytes.len() as u64;
    if let Some(expected) = expected_bytes.filter(|expected| *expected != found) {
        problems.push(Problem::new(
            Place::file(address),
            Fault::BytesDiffer { expected, found },
        ));
    }
    if let Some(expected) = expected_hash.and_then(|hash| hash.strip_prefix("sha256:")) {
        let found = sha256(bytes);
        if !found.eq_ignore_ascii_case(expected) {
            let fault = Fault::HashDiffers {
                expected: expected.to_owned(),
                found,
            };
            problems.push(Problem::new(Place::file(address), fault));
        }
    }
    problems
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Resolves an address relative to the file that names it: `join("data/x/datapackage.json",
/// "t.csv")` is `data/x/t.csv`. Upward steps and absolute addresses are reduced to a path below the
/// folder, so that a manifest cannot reach outside its own.
pub fn join(file: &str, relative: &str) -> String {
    let folder = file.rfind('/').map_or("", |slash| &file[..=slash]);
    let inside: Vec<&str> = relative
        .split('/')
        .filter(|part| !part.is_empty() && *part != "." && *part != "..")
        .collect();
    format!("{folder}{}", inside.join("/"))
}
