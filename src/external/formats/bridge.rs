//! The answer of the module that unpacks files in the browser, as bytes: a length, what was found as JSON, the files.

use super::UnpackedFile;
use crate::problem::Problem;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Answered {
    /// Each file with the number of its bytes.
    outcome: Result<Vec<(UnpackedFile, usize)>, Problem>,
}

/// Writes an answer.
pub fn write_answer(outcome: Result<Vec<UnpackedFile>, Problem>) -> Vec<u8> {
    let mut bodies = Vec::new();
    let outcome = outcome.map(|files| {
        let mut described = Vec::new();
        for mut file in files {
            let length = file.bytes.len();
            bodies.append(&mut file.bytes);
            described.push((file, length));
        }
        described
    });
    let said = serde_json::to_vec(&Answered { outcome }).unwrap_or_default();
    let mut answer = (said.len() as u32).to_le_bytes().to_vec();
    answer.extend(said);
    answer.append(&mut bodies);
    answer
}

/// Reads an answer; nothing where it is of another version of the site.
pub fn read_answer(bytes: &[u8]) -> Option<Result<Vec<UnpackedFile>, Problem>> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (said, mut bodies) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let answered: Answered = serde_json::from_slice(said).ok()?;
    let files = match answered.outcome {
        Ok(files) => files,
        Err(problem) => return Some(Err(problem)),
    };
    let mut unpacked = Vec::new();
    for (mut file, length) in files {
        let (own, rest) = bodies.split_at_checked(length)?;
        file.bytes = own.to_vec();
        bodies = rest;
        unpacked.push(file);
    }
    Some(Ok(unpacked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Fault, SourceLocation};

    #[test]
    fn an_answer_is_read_back() {
        let file = |path: &str, bytes: &[u8]| UnpackedFile {
            path: path.to_owned(),
            bytes: bytes.to_vec(),
            ..UnpackedFile::default()
        };
        let files = vec![file("a", b"\xff\x00b"), file("b", b"")];
        assert_eq!(
            read_answer(&write_answer(Ok(files.clone()))),
            Some(Ok(files))
        );
        let problem = Problem::new(SourceLocation::file("a"), Fault::NoRecords);
        assert_eq!(
            read_answer(&write_answer(Err(problem.clone()))),
            Some(Err(problem))
        );
        assert_eq!(read_answer(b"\x05\x00\x00\x00{}"), None);
    }
}
