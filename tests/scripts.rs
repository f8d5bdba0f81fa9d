//! What scripts repeat of Rust is what Rust says, and what both do is the same for the same cases (`tests/same.json`, which
//! `tests/e2e/scripts.test.mjs` reads too).

use good_jobs::locale::Locale;
use good_jobs::package::Resource;
use good_jobs::problem::edit_distance;
use good_jobs::publish::scripts::{FILES, written};
use good_jobs::table::raw_rows;
use serde_json::Value;
use std::path::Path;

#[test]
fn what_scripts_repeat_of_rust_is_what_rust_says() {
    let home = Path::new(".");
    for file in FILES {
        let path = home.join(file);
        let found =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let wanted = written(&found).unwrap_or_else(|error| panic!("{file}: {error}"));
        if std::env::var_os("BLESS").is_some() && found != wanted {
            std::fs::write(&path, &wanted).expect("a file of this checkout can be written");
            continue;
        }
        assert_eq!(
            found, wanted,
            "{file} is not what Rust says. Remedy: make bless"
        );
    }
}

fn cases() -> Value {
    serde_json::from_str(include_str!("same.json")).expect("cases are JSON")
}

fn list<'a>(cases: &'a Value, key: &str) -> &'a [Value] {
    cases[key].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn texts_are_folded_as_the_script_of_the_search_folds_them() {
    let cases = cases();
    let all = list(&cases, "fold");
    assert!(all.len() > 10);
    for case in all {
        let (text, wanted) = (case[0].as_str(), case[1].as_str());
        let folded = Locale::EN.fold(text.expect("a text"));
        assert_eq!(Some(folded.as_str()), wanted, "{case}");
    }
}

#[test]
fn the_distance_of_two_words_is_that_of_the_script() {
    let cases = cases();
    let all = list(&cases, "near");
    assert!(all.len() > 10);
    for case in all {
        let word = |at: usize| case[at].as_str().expect("a word");
        assert_eq!(
            Some(edit_distance(word(0), word(1)) as u64),
            case[2].as_u64(),
            "{case}"
        );
    }
}

#[test]
fn a_row_of_a_file_is_the_one_that_the_script_shows() {
    let cases = cases();
    let all = list(&cases, "row");
    assert!(all.len() > 10);
    for case in all {
        let (file, line) = (case[0].as_str().expect("a file"), case[1].as_u64());
        let mut resource = Resource::default();
        if let Some(mark) = case[3].as_str() {
            resource.dialect.delimiter = mark.to_owned();
        }
        let rows = raw_rows(&resource, file.as_bytes(), "id", &["a", "b", ""]).expect("a table");
        let found = rows.iter().find(|row| Some(row.line) == line);
        let found = found.map(|row| {
            row.cells
                .iter()
                .map(|(_, text)| text.clone())
                .collect::<Vec<_>>()
        });
        let wanted = case[2].as_array();
        let wanted = wanted.map(|cells| {
            cells
                .iter()
                .map(|cell| cell.as_str().unwrap_or_default().to_owned())
                .collect()
        });
        assert_eq!(found, wanted, "{case}");
    }
}
