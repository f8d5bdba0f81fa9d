//! Several files of a folder changed together, or none of them: also when the program is stopped between two writes.
//!
//! New files are written to a folder beside the published one and moved into place last. Before the first move, the
//! files that will be replaced are copied there and a plan is written. As long as the plan exists, the next call
//! takes every change back; deleting the plan is the one step that makes the changes final.

use super::json_files::file_error;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The plan of changes that are under way, in the folder beside the published one.
const PLAN: &str = "plan.json";

/// What happens before a step of [`apply_with`]; tests stop at each one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Continue,
    /// The step fails, as on a full disk.
    Fail,
    /// The program is killed: nothing after this is run.
    Die,
}

/// New bytes of files by their path below a folder; `None` removes the file.
pub type FileChanges = BTreeMap<PathBuf, Option<Vec<u8>>>;

#[derive(Serialize, Deserialize)]
struct Planned {
    path: PathBuf,
    /// Whether there was a file before, of which a copy is kept.
    existed: bool,
    /// The folders that have to be made for it, outermost first.
    folders: Vec<PathBuf>,
}

/// Changes files of `root`, all or none. Changes that an earlier, stopped call left are taken back first. Errors name
/// the file.
pub fn apply(root: &Path, changes: FileChanges) -> Result<(), String> {
    apply_with(root, changes, &mut |_| Fate::Continue)
}

/// [`apply`], with a function that is called with the name of each step before it is taken.
pub fn apply_with(
    root: &Path,
    mut changes: FileChanges,
    before: &mut dyn FnMut(&str) -> Fate,
) -> Result<(), String> {
    take_back(root)?;
    changes.retain(|path, new| std::fs::read(root.join(path)).ok() != *new);
    if changes.is_empty() {
        return Ok(());
    }
    let side = beside(root)?;
    let mut died = false;
    let mut step = |name: &str| match before(name) {
        Fate::Continue => Ok(()),
        Fate::Fail => Err(format!("{name}: failed")),
        Fate::Die => {
            died = true;
            Err(format!("{name}: stopped"))
        }
    };
    let done = change(root, &side, &changes, &mut step);
    match done {
        Ok(()) => Ok(()),
        Err(error) if died => Err(error),
        Err(error) => match take_back(root) {
            Ok(()) => Err(format!("{error}; nothing was changed")),
            Err(second) => Err(format!(
                "{error}; then {second}; run the command again, which takes back what was changed"
            )),
        },
    }
}

fn change(
    root: &Path,
    side: &Path,
    changes: &FileChanges,
    step: &mut dyn FnMut(&str) -> Result<(), String>,
) -> Result<(), String> {
    let mut plan = Vec::new();
    for (at, (path, new)) in changes.iter().enumerate() {
        let target = root.join(path);
        step(&format!("copy {}", path.display()))?;
        if target.exists() {
            make_folder(&side.join("old"))?;
            let copy = side.join("old").join(at.to_string());
            std::fs::copy(&target, &copy).map_err(|error| file_error(&target, &error))?;
        }
        step(&format!("write {}", path.display()))?;
        if let Some(bytes) = new {
            make_folder(&side.join("new"))?;
            put(&side.join("new").join(at.to_string()), bytes)?;
        }
        plan.push(Planned {
            path: path.clone(),
            existed: target.exists(),
            folders: missing_folders(root, path),
        });
    }
    step("write the plan")?;
    let text = serde_json::to_vec(&plan).map_err(|error| error.to_string())?;
    let draft = side.join("plan.draft");
    put(&draft, &text)?;
    step("begin")?;
    move_file(&draft, &side.join(PLAN))?;
    for (at, (path, new)) in changes.iter().enumerate() {
        let target = root.join(path);
        step(&format!("change {}", path.display()))?;
        match new {
            Some(_) => {
                make_folder(target.parent().unwrap_or(root))?;
                move_file(&side.join("new").join(at.to_string()), &target)?;
            }
            None => std::fs::remove_file(&target).map_err(|error| file_error(&target, &error))?,
        }
    }
    step("finish")?;
    remove(&side.join(PLAN))?;
    for (path, _) in changes.iter().filter(|(_, new)| new.is_none()) {
        remove_empty_folders(root, path);
    }
    // The changes are final; what cannot be cleared away now is cleared by the next call.
    let _ = std::fs::remove_dir_all(side);
    Ok(())
}

/// Takes back the changes of a call that was stopped before it ended.
pub fn take_back(root: &Path) -> Result<(), String> {
    let side = beside(root)?;
    let at = side.join(PLAN);
    if let Ok(text) = std::fs::read(&at) {
        let plan: Vec<Planned> = serde_json::from_slice(&text).map_err(|error| {
            format!(
                "{}: {error}; restore the folder from its last commit",
                at.display()
            )
        })?;
        for (number, planned) in plan.iter().enumerate().rev() {
            let target = root.join(&planned.path);
            if planned.existed {
                let old = side.join("old").join(number.to_string());
                let bytes = std::fs::read(&old).map_err(|error| file_error(&old, &error))?;
                make_folder(target.parent().unwrap_or(root))?;
                let again = side.join("again");
                put(&again, &bytes)?;
                move_file(&again, &target)?;
            } else if target.exists() {
                remove(&target)?;
            }
            for folder in planned.folders.iter().rev() {
                // A folder with other files in it stays.
                let _ = std::fs::remove_dir(root.join(folder));
            }
        }
        remove(&at)?;
    }
    match std::fs::remove_dir_all(&side) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(file_error(&side, &error))
        }
        _ => Ok(()),
    }
}

/// Fails if `copied`, a copy of the folder that has `root` in it, was made while files were changed or after such a
/// call was stopped. Removes what is not published from the copy otherwise.
pub(super) fn refuse_unfinished(copied: &Path, root: &str) -> Result<(), String> {
    let side = copied.join(format!(".{root}.unpublished"));
    if side.join(PLAN).exists() {
        return Err(format!(
            "{}: a release or a withdrawal was stopped before it ended; run it again, then build again",
            side.display()
        ));
    }
    match std::fs::remove_dir_all(&side) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(file_error(&side, &error))
        }
        _ => Ok(()),
    }
}

/// The folder beside `root` for what is not published yet.
fn beside(root: &Path) -> Result<PathBuf, String> {
    let whole = std::fs::canonicalize(root).map_err(|error| file_error(root, &error))?;
    let name = whole
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    match (whole.parent(), name) {
        (Some(parent), Some(name)) => Ok(parent.join(format!(".{name}.unpublished"))),
        _ => Err(format!(
            "{}: a folder at the root of a disk has none beside it",
            root.display()
        )),
    }
}

fn missing_folders(root: &Path, path: &Path) -> Vec<PathBuf> {
    let above = path.ancestors().skip(1);
    let mut missing: Vec<PathBuf> = above
        .filter(|folder| !folder.as_os_str().is_empty() && !root.join(folder).exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    missing
}

fn remove_empty_folders(root: &Path, path: &Path) {
    for folder in path
        .ancestors()
        .skip(1)
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        if std::fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}

/// Writes a file so that it is on the disk before the next step.
fn put(at: &Path, bytes: &[u8]) -> Result<(), String> {
    use std::io::Write;
    make_folder(at.parent().unwrap_or(at))?;
    let written = std::fs::File::create(at).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| file_error(at, &error))
}

fn move_file(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::rename(from, to).map_err(|error| file_error(to, &error))
}

fn remove(at: &Path) -> Result<(), String> {
    std::fs::remove_file(at).map_err(|error| file_error(at, &error))
}

fn make_folder(at: &Path) -> Result<(), String> {
    std::fs::create_dir_all(at).map_err(|error| file_error(at, &error))
}
