//! Every character that the site uses is in the subset of the typeface that it ships.

use good_jobs::scene::measure::is_known;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn files(folder: &Path, ends: &[&str], out: &mut Vec<PathBuf>) {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            // Versions are copies of what was published before.
            if name != "v" {
                files(&path, ends, out);
            }
        } else if ends.iter().any(|end| name.ends_with(end)) {
            out.push(path);
        }
    }
}

/// Characters without a glyph, such as line breaks and characters that only mark where a line may
/// break.
fn is_shown(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The first occurrence of each missing character.
fn missing(files: &[PathBuf], is_text: impl Fn(&str) -> bool) -> BTreeMap<char, String> {
    let mut out = BTreeMap::new();
    for path in files {
        let Ok(text) = std::fs::read_to_string(path) else {
            continue;
        };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| is_text(line)) {
            if line.is_ascii() {
                continue;
            }
            for c in line.chars().filter(|c| is_shown(*c) && !is_known(*c)) {
                out.entry(c)
                    .or_insert_with(|| format!("{}:{}", path.display(), at + 1));
            }
        }
    }
    out
}

fn root() -> &'static Path {
    Path::new(".")
}

fn told(missing: &BTreeMap<char, String>) -> String {
    let lines = missing.iter().map(|(c, place)| {
        format!(
            "{place}: “{c}” (U+{:04X}) is not in the typeface that is shipped.\n  \
             Remedy: write it otherwise; or, where Public Sans has it, add it to WANTED in style/build.mjs and run make bless.",
            u32::from(*c)
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn messages_are_written_in_the_typeface() {
    let mut all = Vec::new();
    files(&root().join("src/locale"), &[".ftl"], &mut all);
    assert!(all.len() > 5, "{}", all.len());
    let missing = missing(&all, |line| !line.starts_with('#'));
    assert!(missing.is_empty(), "{}", told(&missing));
}

#[test]
fn published_labels_are_written_in_the_typeface() {
    let mut all = Vec::new();
    files(&root().join("public/data"), &[".csv", ".json"], &mut all);
    assert!(all.len() > 5, "{}", all.len());
    let missing = missing(&all, |_| true);
    assert!(missing.is_empty(), "{}", told(&missing));
}

#[test]
fn what_is_missing_is_named_with_its_place() {
    let folder = std::env::temp_dir().join(format!("glyphs-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("labels.csv");
    std::fs::write(&file, "code,label\na,Café\nb,Žofín →\n").unwrap();
    let found = missing(&[file], |_| true);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(found.keys().collect::<String>(), "Ž→");
    assert!(found[&'→'].ends_with("labels.csv:3"));
    assert!(told(&found).contains("U+2192") && told(&found).contains("Remedy: "));
}
