//! `outcomes protect` and `outcomes attack`: disclosure control for the tables of any package.
//!
//! | file | what it has |
//! |---|---|
//! | `tables.rs` | the wide tables of a package, and what a reader sees of each count |
//! | `relations.rs` | sums and parts, derived from the roles over all tables |
//! | `rates.rs` | what published rates say about their counts |
//! | `system.rs` | counts and relations as linear programs |
//! | `choose.rs` | which further counts to suppress |
//! | `write.rs` | the files of the protected package |
//! | `attack.rs` | the attack on a published package |
//!
//! `publish/protect` does the same for the illustrative package, whose choice of suppressed counts is frozen.

pub mod attack;
mod choose;
#[cfg(test)]
mod optimum;
mod rates;
mod relations;
mod system;
mod tables;
mod write;

pub use attack::{AttackReport, AttackRequest, attack};

use super::json_files;
use super::protect::SuppressionStatus;
use choose::{Rule, Unprotectable, further};
use relations::{Basis, derive};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use system::{Seen, System};
use tables::{Tables, read};

/// The file of the attack's result in the folder of a protected package.
pub const AUDIT: &str = "disclosure-audit.json";

/// What to protect.
pub struct ProtectRequest<'a> {
    /// The folder of the package with all its counts. It is never written to.
    pub folder: &'a Path,
    /// The folder of the protected package, which must not exist.
    pub out: &'a Path,
    /// Counts from 1 to one below it are suppressed; at least 3.
    pub threshold: u32,
    /// What remains at least between the smallest and the largest possible value of a suppressed count.
    pub width: Option<u32>,
    /// Tables (`table`) or columns (`table~column`) in which only small counts are suppressed.
    pub keep: &'a [String],
    /// The folder of a version that readers have already.
    pub against: Option<&'a Path>,
}

/// What was suppressed, and the result of the attack on it.
pub struct Protected {
    pub primary: usize,
    pub further: usize,
    /// Counts that have a number in the input.
    pub counts: usize,
    /// Relations that are not declared.
    pub found: Vec<String>,
    pub attack: AttackReport,
}

/// Writes the protected package, and the result of the attack on it. `tell` is called with what is done, the number
/// of steps done, and their number.
pub fn protect(
    request: &ProtectRequest,
    tell: &dyn Fn(&str, usize, usize),
) -> Result<Protected, String> {
    if request.out.exists() {
        let out = request.out.display();
        return Err(format!("{out} exists; choose another folder with --out"));
    }
    let rule = rule(request)?;
    let all = read(request.folder)?;
    has_all_counts(&all)?;
    let kept = kept(&all, request.keep)?;
    let known = match request.against {
        Some(folder) => attack::numbers_of(&all, &read(folder)?),
        None => BTreeMap::new(),
    };
    let derived = derive(&all, Basis::Truth)?;
    let system = System {
        cells: all.seen(),
        relations: derived.relations,
    };
    let mut shown = vec![SuppressionStatus::Open; system.cells.len()];
    let mut may_hide = vec![false; system.cells.len()];
    for (table, row, count) in all.cells() {
        let cell = table.cell(row, count);
        let Seen::Number(number) = system.cells[cell] else {
            continue;
        };
        let is_published = known.get(&cell) == Some(&number);
        if rule.is_small(number) {
            if is_published {
                return Err(format!(
                    "{}: this small count is in the version that readers have; withdraw that version before you \
                     publish this one, then protect without --against",
                    table.place(row, count)
                ));
            }
            shown[cell] = SuppressionStatus::Primary;
        }
        may_hide[cell] = !is_published && !kept[cell];
    }
    let steps = |done: usize, of: usize| tell("groups of counts protected", done, of);
    let hidden = further(&system, &may_hide, rule, &steps)
        .map_err(|Unprotectable(cell)| unprotectable(&all, cell))?;
    for cell in hidden {
        shown[cell] = SuppressionStatus::Further;
    }
    let found: Vec<String> = derived.found.into_iter().collect();
    let files = write::suppressed(&all, request.folder, &shown, (rule, &found))?;
    let steps = |done: usize, of: usize| tell("groups of suppressed counts attacked", done, of);
    let attack = publish(request, &files, &steps)?;
    let count = |status: SuppressionStatus| shown.iter().filter(|one| **one == status).count();
    let is_number = |seen: &&Seen| matches!(seen, Seen::Number(_));
    Ok(Protected {
        primary: count(SuppressionStatus::Primary),
        further: count(SuppressionStatus::Further),
        counts: system.cells.iter().filter(is_number).count(),
        found,
        attack,
    })
}

/// The result in sentences.
pub fn as_text(done: &Protected, out: &Path) -> String {
    let mut lines: Vec<String> = done
        .found
        .iter()
        .map(|found| format!("found in the numbers, not declared: {found}"))
        .collect();
    lines.push(attack::as_text(&done.attack));
    lines.push(format!(
        "{}: {} counts: {} suppressed because they are small, {} further ones; {AUDIT} in it has the proof",
        out.display(),
        done.counts,
        done.primary,
        done.further
    ));
    lines.join("\n")
}

/// The result for programs.
pub fn as_json(done: &Protected) -> Value {
    json!({
        "counts": done.counts,
        "primary": done.primary,
        "further": done.further,
        "found": done.found,
        "audit": attack::summary(&done.attack),
    })
}

fn rule(request: &ProtectRequest) -> Result<Rule, String> {
    if request.threshold < 3 {
        return Err(
            "--threshold must be at least 3: below it, a suppressed count is known".to_owned(),
        );
    }
    let most = request.threshold - 2;
    let width = request.width.unwrap_or(most);
    if !(1..=most).contains(&width) {
        return Err(format!(
            "--width must be from 1 to {most}: small counts are known to be from 1 to {}",
            request.threshold - 1
        ));
    }
    Ok(Rule {
        threshold: f64::from(request.threshold),
        width: f64::from(width),
    })
}

/// Fails where a count has no number to protect.
fn has_all_counts(all: &Tables) -> Result<(), String> {
    let is_known = |seen: Seen| !seen.is_suppressed();
    match all
        .cells()
        .find(|(table, row, count)| !is_known(table.seen(*row, *count)))
    {
        None => Ok(()),
        Some((table, row, count)) => Err(format!(
            "{}: the count is suppressed or not exact; protect the tables that have all counts",
            table.place(row, count)
        )),
    }
}

/// Which counts are suppressed only if they are small.
fn kept(all: &Tables, names: &[String]) -> Result<Vec<bool>, String> {
    let mut used = vec![false; names.len()];
    let mut kept = Vec::new();
    for (table, _, count) in all.cells() {
        let column = format!("{}~{}", table.name, table.counts[count].field.name);
        let mut is_kept = false;
        for (name, used) in names.iter().zip(&mut used) {
            if *name == table.name || *name == column {
                (*used, is_kept) = (true, true);
            }
        }
        kept.push(is_kept);
    }
    match names.iter().zip(used).find(|(_, used)| !used) {
        None => Ok(kept),
        Some((name, _)) => {
            let tables = all.tables.iter().map(|table| table.name.as_str());
            let tables = tables.collect::<Vec<&str>>().join(", ");
            Err(format!(
                "--keep {name}: there is no such table and no such column of counts; the tables are {tables}"
            ))
        }
    }
}

fn unprotectable(all: &Tables, cell: usize) -> String {
    let place = all
        .cells()
        .find(|(table, row, count)| table.cell(*row, *count) == cell)
        .map_or(String::new(), |(table, row, count)| table.place(row, count));
    format!(
        "{place}: this count cannot be protected: too little around it may be suppressed. Put its row together with \
         others into a larger group, or allow fewer possible values with --width, or keep fewer counts with --keep"
    )
}

/// Writes the files into a folder of its own, attacks it, and gives it its name only if nothing can be narrowed.
fn publish(
    request: &ProtectRequest,
    files: &BTreeMap<String, Vec<u8>>,
    tell: &dyn Fn(usize, usize),
) -> Result<AttackReport, String> {
    let part = unfinished(request.out);
    let _ = std::fs::remove_dir_all(&part);
    let finish = || {
        for (path, bytes) in files {
            json_files::write(&part.join(path), bytes)?;
        }
        let report = attack(
            &AttackRequest {
                folder: &part,
                threshold: Some(request.threshold),
                against: request.against,
            },
            tell,
        )?;
        if let Some(cell) = report.narrow().next() {
            return Err(format!(
                "{}:{}: column “{}”: the attack narrows this count; nothing was written. Put its row together with \
                 others into a larger group",
                cell.file, cell.line, cell.column
            ));
        }
        let text = json_files::to_text(&attack::summary(&report), json_files::INDENT);
        json_files::write(&part.join(AUDIT), text.as_bytes())?;
        std::fs::rename(&part, request.out)
            .map_err(|error| format!("{}: {error}", request.out.display()))?;
        Ok(report)
    };
    let done = finish();
    if done.is_err() {
        let _ = std::fs::remove_dir_all(&part);
    }
    done
}

/// The folder in which files are written before the attack.
fn unfinished(out: &Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.unfinished"))
}
