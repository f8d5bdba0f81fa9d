//! `outcomes init`: a draft from tables reads back cell by cell, and nothing is written that would not.

use good_jobs::publish::check::check;
use good_jobs::publish::init::{InitRequest, init};
use std::path::{Path, PathBuf};

/// A folder that is removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("outcomes-init-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn draft(files: &[PathBuf], out: &Path, answers: &[&str]) -> Result<String, String> {
    let answers: Vec<String> = answers.iter().map(|one| format!("as={one}")).collect();
    init(&InitRequest {
        files,
        name: "draft",
        title: Some("Placements"),
        created: "2026-11-30",
        out,
        answers: &answers,
    })
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

const TABLE: &str = "\
State results of the program,,,
State,Quarter,Placed,Hourly wage
MO,2024-Q1,\"1,234\",$21.50
MO,2024-Q2,*,$22.00
VA,2024-Q1,>400,$19.75
VA,2024-Q2,12,N/A
Total,,,
\"* Suppressed\",,,
";

#[test]
fn a_draft_has_every_number_qualifier_and_reason_and_passes_the_check() {
    let scratch = Scratch::new("whole");
    let out = scratch.0.join("draft");
    let said = draft(&[scratch.file("results.csv", TABLE)], &out, &[]).expect("a draft");
    assert!(
        said.contains("Placed") && said.contains("outcomes check"),
        "{said}"
    );
    let csv = read(&out.join("results.csv"));
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0], "State,Quarter,Placed,Placed_qualifier,Hourly wage",
        "{csv}"
    );
    assert_eq!(lines[1], "MO,2024-Q1,1234,exact,21.5", "{csv}");
    assert_eq!(lines[2], "MO,2024-Q2,suppressed,exact,22", "{csv}");
    assert_eq!(lines[3], "VA,2024-Q1,400,more_than,19.75", "{csv}");
    assert!(lines[4].starts_with("VA,2024-Q2,12,exact,"), "{csv}");
    assert_eq!(
        lines.len(),
        5,
        "the title, the empty total and the note are no rows: {csv}"
    );
    let found = check(&out);
    assert_eq!(found.problems, Vec::new());
    assert_eq!(found.rows, 4);
}

#[test]
fn a_folder_that_exists_is_never_written_to() {
    let scratch = Scratch::new("exists");
    let file = scratch.file("results.csv", TABLE);
    let refused = draft(&[file], &scratch.0, &[]).expect_err("the folder exists");
    assert!(refused.contains("exists"), "{refused}");
    assert!(!scratch.0.join("datapackage.json").exists());
}

#[test]
fn what_a_package_cannot_say_is_refused_with_its_column_and_nothing_is_written() {
    let scratch = Scratch::new("refused");
    let table =
        "State,Program year,Placed\nMO,PY2022,30\nMO,PY2023,40\nVA,PY2022,50\nVA,PY2023,60\n";
    let files = [scratch.file("years.csv", table)];
    let out = scratch.0.join("draft");
    let refused = draft(&files, &out, &[]).expect_err("program years");
    assert!(
        refused.contains("Program year") && refused.contains("PY2022"),
        "{refused}"
    );
    assert!(!out.exists());
    let unknown = draft(&files, &out, &["years~Nothing~sum"]).expect_err("no such column");
    assert!(unknown.contains("Nothing"), "{unknown}");
    assert!(!out.exists());
    draft(&files, &out, &["years~Program%20year~group"]).expect("an answer is taken");
    assert!(read(&out.join("years.csv")).contains("MO,PY2022,30"));
}

#[test]
fn no_table_ends_with_the_problems_of_the_files() {
    let scratch = Scratch::new("none");
    let out = scratch.0.join("draft");
    let refused = draft(
        &[scratch.file("page.csv", "<!doctype html><p>Log in")],
        &out,
        &[],
    );
    assert!(refused.is_err_and(|why| why.contains("page.csv")));
    let absent = draft(&[scratch.0.join("absent.csv")], &out, &[]);
    assert!(absent.is_err_and(|why| why.contains("absent.csv")));
}
