//! What differs between two versions: every kind of change, on two versions made here, and the published pages.

use crate::published::{block_on, body, files, plain};
use good_jobs::bytes::{Memory, sha256};
use good_jobs::frame::{ChangeKind, VersionChanges};
use good_jobs::loader::changes_between;
use good_jobs::locale::Locale;
use good_jobs::prose::change_sentences;
use good_jobs::publish::diff::{as_json, as_table, diff};
use good_jobs::site::{Route, SiteBase};
use std::path::Path;

const FIELDS: &str = r#"[
  {"name": "state", "type": "string", "title": "State", "outcomes": {"role": "dimension"}},
  {"name": "quarter", "type": "string", "title": "Quarter", "outcomes": {"role": "period", "grain": "quarter"}},
  {"name": "placed", "type": "integer", "title": "Placed", "outcomes": {"role": "measure", "unit": "people", "adds": "sum",
   "markers": {"c": {"status": "Q", "conf": "A"}, "10+": {"bound": "at_least", "value": 10}}}},
  {"name": "remark", "type": "string", "title": "Remark"}
]"#;

/// The files of a version with one table of facts.
fn version(files: Memory, folder: &str, number: &str, rows: &str) -> Memory {
    let csv = format!("state,quarter,placed,remark\n{rows}");
    let manifest = format!(
        r#"{{"name": "p", "title": "P", "version": "{number}", "created": "2026-01-01", "outcomes": {{"v": 1}}, "resources": [
         {{"name": "facts", "path": "facts.csv", "title": "Results", "hash": "sha256:{}", "outcomes": {{"role": "facts"}},
          "schema": {{"fields": {FIELDS}, "primaryKey": ["state", "quarter"]}}}}]}}"#,
        sha256(csv.as_bytes())
    );
    files
        .with(&format!("{folder}/datapackage.json"), manifest)
        .with(&format!("{folder}/facts.csv"), csv)
}

fn compared(before: &str, after: &str, limit: usize) -> VersionChanges {
    let files = version(Memory::default(), "a", "1.0.0", before);
    let files = version(files, "b", "1.1.0", after);
    block_on(changes_between(
        &files,
        "a/datapackage.json",
        "b/datapackage.json",
        limit,
    ))
    .expect("both are readable")
}

fn sentences(changes: &VersionChanges) -> Vec<String> {
    let messages = change_sentences(changes).into_iter();
    messages.map(|it| Locale::EN.text(it)).collect()
}

const BEFORE: &str = "MD,2024-Q1,20,\nMD,2024-Q2,30,\nMO,2024-Q1,10,\nMO,2024-Q2,15,\nVA,2024-Q1,40,\nVA,2024-Q2,c,\n\
                      PR,2024-Q1,7,old\nGU,2024-Q1,5,\n";
const AFTER: &str = "VA,2024-Q1,40,\nMD,2024-Q1,25,\nMD,2024-Q2,29,\nMO,2024-Q1,10+,\nMO,2024-Q2,c,\nVA,2024-Q2,12,\n\
                     PR,2024-Q1,7,new\nAK,2024-Q1,9,\nHI,2024-Q1,c,\n";

#[test]
fn each_number_is_matched_by_its_key_and_told_by_its_kind() {
    let changes = compared(BEFORE, AFTER, 99);
    let told: Vec<(ChangeKind, String)> = changes
        .changes
        .iter()
        .map(|change| {
            let row: Vec<&str> = change.row.iter().map(|part| part.text.as_str()).collect();
            (change.kind, row.join(" "))
        })
        .collect();
    let expected = [
        (ChangeKind::Rose, "MD 2024-Q1"),
        (ChangeKind::Fell, "MD 2024-Q2"),
        (ChangeKind::Revised, "MO 2024-Q1"),
        (ChangeKind::Suppressed, "MO 2024-Q2"),
        (ChangeKind::Vanished, "GU 2024-Q1"),
        (ChangeKind::Appeared, "VA 2024-Q2"),
        (ChangeKind::Appeared, "AK 2024-Q1"),
    ];
    let expected: Vec<(ChangeKind, String)> = expected
        .into_iter()
        .map(|(kind, row)| (kind, row.to_owned()))
        .collect();
    assert_eq!(told, expected);
    assert_eq!(
        (changes.rows_added, changes.rows_removed, changes.texts),
        (2, 1, 1)
    );
    assert_eq!(
        sentences(&changes),
        [
            "7 numbers changed between version 1.0.0 and version 1.1.0: 1 rose, 1 fell, 1 was revised, 1 is now \
             suppressed, 1 was removed and 2 were added.",
            "1 text has new wording.",
            "2 table rows were added.",
            "1 table row was removed.",
        ]
    );
}

#[test]
fn the_other_way_round_every_change_is_the_opposite() {
    let (there, back) = (compared(BEFORE, AFTER, 99), compared(AFTER, BEFORE, 99));
    assert_eq!(there.count(ChangeKind::Rose), back.count(ChangeKind::Fell));
    assert_eq!(
        there.count(ChangeKind::Revised),
        back.count(ChangeKind::Revised)
    );
    // The count that appears and the one that is suppressed change places; so do new and removed rows.
    assert_eq!(back.count(ChangeKind::Suppressed), 1);
    assert_eq!(back.count(ChangeKind::Vanished), 1);
    assert_eq!(back.count(ChangeKind::Appeared), 2);
}

#[test]
fn a_limit_shortens_the_list_and_not_the_counts() {
    let (all, short) = (compared(BEFORE, AFTER, 99), compared(BEFORE, AFTER, 1));
    assert_eq!(all.counts, short.counts);
    assert_eq!((all.changes.len(), short.changes.len()), (7, 6));
    assert_eq!(all.counts_after(2), [0, 0, 1, 1, 1, 2]);
}

#[test]
fn a_file_with_the_same_hash_is_not_read() {
    let files = version(Memory::default(), "a", "1.0.0", BEFORE);
    let mut files = version(files, "b", "1.1.0", BEFORE);
    files.0.retain(|name, _| !name.ends_with(".csv"));
    let changes = block_on(changes_between(
        &files,
        "a/datapackage.json",
        "b/datapackage.json",
        9,
    ));
    let changes = changes.expect("the manifests are readable");
    assert_eq!((changes.total(), changes.left_out), (0, 0));
    assert_eq!(
        sentences(&changes),
        [
            "No number changed between version 1.0.0 and version 1.1.0.",
            "No text has new wording."
        ]
    );
}

/// Release 1.3.0 says of itself that it added one goal with its source, and 1.4.0 that it changed wording only.
#[test]
fn published_versions_changed_what_their_notes_say() {
    let files = files();
    let of = |version: &str| {
        let changes = block_on(files.changes("good-jobs-challenge", version, 200));
        changes
            .expect("readable")
            .expect("a version before it is published")
    };
    let added = of("1.3.0");
    assert_eq!(added.counts, [0, 0, 0, 0, 0, 2]);
    assert!(
        added
            .changes
            .iter()
            .all(|change| change.row[0].text.starts_with("Hampton Roads"))
    );
    let wording = of("1.4.0");
    assert_eq!(wording.total(), 0);
    assert!(wording.texts > 100, "{} texts", wording.texts);
    let first = block_on(files.changes("good-jobs-challenge", "1.0.0", 200));
    assert_eq!(first.expect("readable"), None);
}

#[test]
fn the_page_of_a_version_has_its_finding_first_and_links_to_both_versions() {
    let files = files();
    let route = Route::Changes("good-jobs-challenge".to_owned(), "1.3.0".to_owned());
    assert_eq!(route.path(), "data/good-jobs-challenge/changes/1.3.0/");
    assert_eq!(
        SiteBase::new("/").route("/data/good-jobs-challenge/changes/1.3.0/"),
        route
    );
    let html = body(&files, &route);
    let text = plain(&html);
    let finding = "2 numbers changed between version 1.2.0 and version 1.3.0: 2 were added.";
    assert!(text.contains(finding), "{text}");
    assert!(text.contains("at least 750 people"));
    for version in ["1.2.0", "1.3.0"] {
        let manifest = format!("href=\"/data/good-jobs-challenge/v/{version}/datapackage.json\"");
        assert!(html.contains(&manifest), "{manifest}");
    }
    let package = body(&files, &Route::Package("good-jobs-challenge".to_owned()));
    let entry = files
        .catalog
        .entry("good-jobs-challenge")
        .expect("published");
    for version in &entry.versions[..entry.versions.len() - 1] {
        let link = format!(
            "href=\"/data/good-jobs-challenge/changes/{}/\"",
            version.version
        );
        assert!(package.contains(&link), "{link}");
    }
    assert!(!package.contains("changes/1.0.0/"), "nothing is before it");
    // Made-up numbers say so on this page too.
    let demo = Route::Changes("good-jobs-challenge-demo".to_owned(), "2.0.0".to_owned());
    let demo = body(&files, &demo);
    assert!(demo.contains("class=\"illustrative\""));
    assert_eq!(demo.matches("<th scope=\"row\"").count(), 200);
    assert!(plain(&demo).contains("The table shows the first 200 changes. Of the others,"));
}

#[test]
fn the_tool_prints_a_table_or_json_and_names_what_it_cannot_find() {
    let data = Path::new("public/data");
    let changes = diff(
        data,
        "good-jobs-challenge@1.2.0",
        "public/data/good-jobs-challenge/v/1.3.0",
    );
    let changes = changes.expect("a version and a folder");
    let table = as_table(&changes, Locale::EN);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("2 numbers changed"), "{table}");
    let heading = lines
        .iter()
        .position(|line| line.starts_with("Change  "))
        .expect("a heading");
    assert_eq!(lines[heading + 1..].len(), 2);
    assert!(lines[heading + 1].starts_with("Added   Published figures"));
    let json = as_json(&changes, Locale::EN);
    assert_eq!(json["numbers"]["appeared"], 2);
    assert_eq!(json["changes"][0]["before"], serde_json::Value::Null);
    assert_eq!(json["changes"][0]["after"]["qualifier"], "at_least");
    assert_eq!(json["changes"][0]["after"]["low"], 750.0);
    let wrong =
        |named: &str| diff(data, named, "good-jobs-challenge@1.3.0").expect_err("not there");
    assert!(wrong("good-jobs-challenge@9.9.9").contains("has no version 9.9.9; it has 1.5.0"));
    assert!(wrong("bad-jobs@1.0.0").contains("the catalog has no package “bad-jobs”"));
    assert!(wrong("no/such/folder").contains("no such folder"));
}
