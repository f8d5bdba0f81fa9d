//! The illustrative package: the shape of what grantees report each quarter, with made-up numbers.
//!
//! Everything follows from [`SEED`] by whole-number arithmetic, so that the same bytes come out on
//! every machine.

mod cover;
mod fields;
mod manifest;
mod people;
mod random;
mod totals;
mod world;
mod words;
mod write;

use super::release;
use crate::publish::protect::Shown;
use std::path::Path;

/// What the whole table follows from.
pub const SEED: u64 = 20_221_001;
pub const NAME: &str = "good-jobs-challenge-demo";
pub const VERSION: &str = "1.0.0";
/// The day the version was made.
pub const CREATED: &str = "2026-11-23";

/// The further hidden cells, chosen by attack: what `outcomes demo --choose` wrote.
const FURTHER: &str = include_str!("further.txt");

/// Where [`FURTHER`] stands in the repository.
pub const FURTHER_PATH: &str = "src/publish/demo/further.txt";

/// What is hidden in the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hiding {
    /// Small counts, and the further cells that were chosen.
    Chosen,
    /// Small counts only: what must not be published, and what the attack must break.
    SmallOnly,
    /// Nothing: what the publisher knows.
    Nothing,
}

/// The files of the package, and what was hidden in them.
pub struct Demo {
    /// (path inside the package, bytes); the manifest is the last.
    pub files: Vec<(String, Vec<u8>)>,
    pub rows: usize,
    /// Counts hidden as small, and hidden further, in the table; then in the totals.
    pub hidden: [[usize; 2]; 2],
}

/// Makes the package in memory.
pub fn make(hiding: Hiding) -> Result<Demo, String> {
    let (grantees, records, totals) = table();
    let cover = match hiding {
        Hiding::Chosen => cover::kept(&records, &totals, FURTHER)?,
        Hiding::SmallOnly => cover::small(&records, &totals),
        Hiding::Nothing => cover::none(&records, &totals),
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
    let manifest = release::to_text(&manifest, release::INDENT).into_bytes();
    files.push(("datapackage.json".to_owned(), manifest));
    let count = |cells: &[[Shown; 5]]| {
        [Shown::Primary, Shown::Further].map(|shown| {
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
        release::write(&folder.join(path), bytes)?;
    }
    Ok(demo)
}

/// Chooses the further cells anew, by attack; the text to keep in [`FURTHER_PATH`].
pub fn choose() -> Result<String, String> {
    let (_, records, totals) = table();
    let cover = cover::choose(&records, &totals)?;
    Ok(cover::to_text(&records, &cover))
}

fn table() -> (Vec<world::Grantee>, Vec<people::Record>, Vec<totals::Total>) {
    let grantees = world::grantees(SEED);
    let records = people::records(SEED, &grantees);
    let totals = totals::totals(&records);
    (grantees, records, totals)
}
