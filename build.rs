//! Compiles the message catalog (`src/locale/<language>/*.ftl`) into Rust, so that an unknown
//! message or a missing argument is a compile error. See `src/locale/mod.rs`.

#[path = "src/locale/compile/mod.rs"]
mod compile;

use compile::{catalogue, emit, parse};
use std::path::{Path, PathBuf};

const FOLDER: &str = "src/locale";
/// The language that all others are compared with.
const SOURCE: &str = "en";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    match compile(Path::new(FOLDER)) {
        Ok(code) => {
            let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("set by cargo"));
            std::fs::write(out.join("messages.rs"), code).expect("OUT_DIR is writable");
        }
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
        }
    }
}

/// Reads every language folder, compares each with English, and returns the generated module.
fn compile(folder: &Path) -> Result<String, Vec<String>> {
    let mut errors = Vec::new();
    let mut catalogues = Vec::new();
    for language in languages(folder) {
        let entries = ftl_files(&folder.join(&language))
            .into_iter()
            .flat_map(|path| {
                let shown = path.display().to_string();
                let source = std::fs::read_to_string(&path).unwrap_or_default();
                parse::file(&shown, &source).unwrap_or_else(|found| {
                    errors.extend(found);
                    Vec::new()
                })
            })
            .collect();
        match catalogue::Catalogue::merge(&language, entries) {
            Ok(catalogue) => catalogues.push(catalogue),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() {
        match catalogues.iter().find(|c| c.language == SOURCE) {
            None => errors.push(format!("{FOLDER}/{SOURCE} holds no messages")),
            Some(source) => catalogues
                .iter()
                .for_each(|other| errors.extend(catalogue::differences(source, other))),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    catalogues.sort_by_key(|c| (c.language != SOURCE, c.language.clone()));
    Ok(emit::module(&catalogues))
}

/// The folders that hold at least one `.ftl` file.
fn languages(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = entries(folder)
        .into_iter()
        .filter(|path| path.is_dir() && !ftl_files(path).is_empty())
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

fn ftl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = entries(folder);
    files.retain(|path| path.extension().is_some_and(|end| end == "ftl"));
    files.sort();
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default()
}
