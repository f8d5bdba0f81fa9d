//! The illustrative package: made-up numbers in the format that grantees report each quarter.
//!
//! Everything is derived from [`SEED`] by integer arithmetic, so that every machine gives the same
//! bytes.

mod suppression_pattern;
mod fields;
mod manifest;
mod participants;
mod random;
mod totals;
mod fixture;
mod words;
mod write;

use super::{json_files, release};
use crate::publish::protect::SuppressionStatus;
use std::path::Path;

/// The seed of the whole table.
pub const SEED: u64 = 20_221_001;
pub const NAME: &str = "good-jobs-challenge-demo";
pub const VERSION: &str = "2.0.0";
/// The date of the version.
pub const CREATED: &str = "2026-11-30";

/// The secondary suppressions, chosen by simulated attacks: the output of `outcomes demo --choose`.
const FURTHER: &str = include_str!("further.txt");

/// The path of [`FURTHER`] in the repository.
pub const FURTHER_PATH: &str = "src/publish/demo/further.txt";

/// What is suppressed in the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hiding {
    /// Small counts, and the chosen secondary suppressions.
    Chosen,
    /// Small counts only: not safe to publish; the attack must succeed on it.
    SmallOnly,
    /// Nothing: the publisher's own data.
    Nothing,
}

/// The files of the package, and what was suppressed in them.
pub struct Demo {
    /// (path inside the package, bytes); the manifest is the last.
    pub files: Vec<(String, Vec<u8>)>,
    pub rows: usize,
    /// Counts suppressed as small and secondarily, in the table; then in the totals.
    pub hidden: [[usize; 2]; 2],
}

/// Creates the package in memory.
pub fn make(hiding: Hiding) -> Result<Demo, String> {
    let (grantees, records, totals) = table();
    let cover = match hiding {
        Hiding::Chosen => suppression_pattern::kept(&records, &totals, FURTHER)?,
        Hiding::SmallOnly => suppression_pattern::small(&records, &totals),
        Hiding::Nothing => suppression_pattern::none(&records, &totals),
    };
    let mut files = write::code_lists(&grantees);
    files.push(write::outcomes(&grantees, &records, &cover));
    files.extend(write::totals(&grantees, &totals, &cover));
    let mut manifest = manifest::manifest();
    release::seal(&mut manifest, |path| {
        let file = files.iter().find(|(name, _)| name == path);
        file.map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| format!("{path} was not made"))
    })?;
    let manifest = json_files::to_text(&manifest, json_files::INDENT).into_bytes();
    files.push(("datapackage.json".to_owned(), manifest));
    let count = |cells: &[[SuppressionStatus; 5]]| {
        [SuppressionStatus::Primary, SuppressionStatus::Further].map(|shown| {
            let cells = cells.iter().flatten();
            cells.filter(|cell| **cell == shown).count()
        })
    };
    Ok(Demo {
        files,
        rows: records.len(),
        hidden: [count(&cover.records), count(&cover.totals)],
    })
}

/// Writes the package into a folder.
pub fn write(folder: &Path) -> Result<Demo, String> {
    let demo = make(Hiding::Chosen)?;
    for (path, bytes) in &demo.files {
        json_files::write(&folder.join(path), bytes)?;
    }
    Ok(demo)
}

/// Chooses the secondary suppressions again, by simulated attacks. Returns the text for
/// [`FURTHER_PATH`].
pub fn choose() -> Result<String, String> {
    let (_, records, totals) = table();
    let cover = suppression_pattern::choose(&records, &totals)?;
    Ok(suppression_pattern::to_text(&records, &cover))
}

fn table() -> (
    Vec<fixture::Grantee>,
    Vec<participants::UnmaskedRow>,
    Vec<totals::Total>,
) {
    let grantees = fixture::grantees(SEED);
    let mut records = participants::records(SEED, &grantees);
    suppression_pattern::keep_protectable(&mut records);
    let totals = totals::totals(&records);
    (grantees, records, totals)
}
