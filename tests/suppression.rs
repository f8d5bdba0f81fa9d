//! `outcomes protect` and `outcomes attack`: known answers, every kind of relation, input errors, and that no output
//! has a suppressed number.

use good_jobs::publish::check::check;
use good_jobs::publish::suppression::attack::{as_json, as_text};
use good_jobs::publish::suppression::{
    AttackReport, AttackRequest, ProtectRequest, Protected, attack, protect,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that is removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let id = std::process::id();
        let folder = std::env::temp_dir().join(format!("outcomes-protect-{id}-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a package of tables: (name, entries of the resource's roles, schema, text).
    fn package(&self, name: &str, tables: &[Table]) -> PathBuf {
        let folder = self.0.join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        let resources = tables.iter().map(|table| {
            let path = format!("{}.csv", table.name);
            std::fs::write(folder.join(&path), table.text).expect("a file");
            let mut fields = vec![];
            for name in table.text.lines().next().unwrap_or_default().split(',') {
                let known = table.fields.iter().find(|(field, _)| *field == name);
                let dimension = json!({ "role": "dimension" });
                let roles = known.map_or(dimension, |(_, roles)| roles.clone());
                let kind = if roles["role"] == "measure" {
                    "number"
                } else {
                    "string"
                };
                let markers = roles["markers"].as_object();
                let missing = markers.into_iter().flatten().map(|(text, _)| text.clone());
                let missing: Vec<String> = missing.chain([String::new()]).collect();
                fields.push(json!({
                    "name": name, "type": kind, "missingValues": missing, "outcomes": roles,
                }));
            }
            json!({
                "name": table.name, "path": path, "type": "table", "format": "csv",
                "bytes": table.text.len(), "hash": hash(table.text.as_bytes()),
                "schema": { "fields": fields }, "outcomes": table.roles,
            })
        });
        let manifest = json!({
            "name": "results", "title": "Results", "version": "1.0.0", "created": "2026-11-30",
            "licenses": [{ "name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/" }],
            "outcomes": { "v": 1 }, "resources": resources.collect::<Vec<Value>>(),
        });
        let text = serde_json::to_string_pretty(&manifest).expect("JSON");
        std::fs::write(folder.join("datapackage.json"), text).expect("a file");
        folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Table<'a> {
    name: &'a str,
    roles: Value,
    /// The roles of the fields that are no dimensions.
    fields: &'a [(&'a str, Value)],
    text: &'a str,
}

fn hash(bytes: &[u8]) -> String {
    format!("sha256:{}", good_jobs::bytes::sha256(bytes))
}

fn facts<'a>(fields: &'a [(&'a str, Value)], text: &'a str) -> Table<'a> {
    Table {
        name: "placements",
        roles: json!({ "role": "facts" }),
        fields,
        text,
    }
}

fn people() -> Value {
    json!({ "role": "measure", "unit": "people", "adds": "sum", "over_time": "flow" })
}

fn protected(folder: &Path, out: &Path, keep: &[String]) -> Result<Protected, String> {
    let request = ProtectRequest {
        folder,
        out,
        threshold: 10,
        width: None,
        keep,
        against: None,
    };
    protect(&request, &|_, _, _| {})
}

fn attacked(folder: &Path, against: Option<&Path>) -> Result<AttackReport, String> {
    let request = AttackRequest {
        folder,
        threshold: None,
        against,
    };
    attack(&request, &|_, _| {})
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Every file below a folder, as text.
fn everything(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => text.push_str(&everything(&path)),
            path => text.push_str(&read(&path)),
        }
    }
    text
}

/// 4 regions by 2 sexes with totals: 15 counts, one of them small.
const REGIONS: &str = "\
region,sex,placed
North,Women,4
North,Men,31
North,Total,35
South,Women,25
South,Men,60
South,Total,85
East,Women,52
East,Men,28
East,Total,80
West,Women,44
West,Men,39
West,Total,83
Total,Women,125
Total,Men,158
Total,Total,283
";

#[test]
fn a_suppressed_block_is_attacked_from_3_to_6_and_fails() {
    let scratch = Scratch::new("block");
    let marked = json!({
        "role": "measure", "unit": "people", "adds": "sum", "over_time": "flow", "markers": { "x": { "status": "Q" } },
    });
    let text = "region,sex,placed\nN,W,x\nN,M,x\nN,Total,7\nS,W,x\nS,M,x\n\
                S,Total,3\nTotal,W,6\nTotal,M,4\nTotal,Total,10\n";
    let folder = scratch.package("block", &[facts(&[("placed", marked)], text)]);
    let report = attacked(&folder, None).expect("attacked");
    let interval = report.cells[0].interval;
    assert!((interval.low - 3.0).abs() < 1e-6);
    assert!(interval.high.is_some_and(|high| (high - 6.0).abs() < 1e-6));
    assert_eq!(report.narrow().count(), 4);
    let said = as_text(&report);
    assert!(
        said.contains("placements.csv:2: column “placed”: from 3 to 6"),
        "{said}"
    );
    assert_eq!(as_json(&report)["cells"][0]["low"], 3.0);
}

#[test]
fn a_small_count_takes_three_more_with_it_and_the_package_passes_the_check() {
    let scratch = Scratch::new("regions");
    let fields = [("placed", people())];
    let folder = scratch.package("draft", &[facts(&fields, REGIONS)]);
    let before = everything(&folder);
    let out = scratch.0.join("public");
    let done = protected(&folder, &out, &[]).expect("protected");
    assert_eq!((done.primary, done.further, done.counts), (1, 3, 15));
    assert_eq!(everything(&folder), before, "the draft is not changed");
    let text = read(&out.join("placements.csv"));
    assert!(text.contains("North,Women,s\nNorth,Men,c\n"), "{text}");
    assert!(
        text.ends_with("Total,Women,125\nTotal,Men,158\nTotal,Total,283\n"),
        "{text}"
    );
    let checked = check(&out);
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    let audit: Value =
        serde_json::from_str(&read(&out.join("disclosure-audit.json"))).expect("JSON");
    assert_eq!(audit["narrow"], 0);
    let written = std::fs::read(out.join("placements.csv")).expect("a file");
    assert_eq!(
        audit["sha256"]["placements.csv"],
        hash(&written)["sha256:".len()..]
    );
    assert!(
        attacked(&out, None)
            .expect("attacked")
            .narrow()
            .next()
            .is_none()
    );
    // The same counts with the small one alone suppressed.
    let alone = REGIONS.replace("North,Women,4", "North,Women,s");
    let marked = json!({
        "role": "measure", "unit": "people", "adds": "sum", "over_time": "flow",
        "markers": { "s": { "status": "Q", "conf": "A", "low": 1, "high": 9 } },
    });
    let open = scratch.package("open", &[facts(&[("placed", marked)], &alone)]);
    let report = attacked(&open, None).expect("attacked");
    let said = as_text(&report);
    assert!(
        said.contains("placements.csv:2: column “placed”: can be computed exactly"),
        "{said}"
    );
    assert!(
        as_json(&report)["cells"][0].get("low").is_none(),
        "never the value itself"
    );
}

#[test]
fn totals_in_another_table_are_related_whether_declared_or_not() {
    let scratch = Scratch::new("margins");
    let inner = "region,sex,placed\nNorth,Women,4\nNorth,Men,31\nSouth,Women,25\nSouth,Men,60\n";
    let totals = "region,placed\nNorth,35\nSouth,85\n";
    let fields = [("placed", people())];
    for (name, roles) in [
        (
            "declared",
            json!({ "role": "facts", "margin_of": "placements" }),
        ),
        ("found", json!({ "role": "facts" })),
    ] {
        let margin = Table {
            name: "totals",
            roles,
            fields: &fields,
            text: totals,
        };
        let folder = scratch.package(name, &[facts(&fields, inner), margin]);
        let out = scratch.0.join(format!("{name}-public"));
        let done = protected(&folder, &out, &[]).expect("protected");
        assert_eq!((done.primary, done.further), (1, 1), "{name}");
        assert_eq!(read(&out.join("totals.csv")), totals, "the total is kept");
        assert_eq!(done.found.len(), usize::from(name == "found"));
        assert_eq!(
            attacked(&out, None).expect("attacked").relations,
            2,
            "{name}"
        );
        let keep = ["placements~placed".to_owned()];
        let out = scratch.0.join(format!("{name}-kept"));
        let done = protected(&folder, &out, &keep).expect("protected");
        assert_eq!((done.primary, done.further), (1, 1));
        assert_eq!(
            read(&out.join("totals.csv")),
            "region,placed\nNorth,c\nSouth,85\n"
        );
    }
}

#[test]
fn means_rates_and_other_numbers_follow_the_counts_they_are_about() {
    let scratch = Scratch::new("dependents");
    let mut placed = people();
    placed["rates"] = json!([{ "name": "rate", "title": "Rate", "denominator": "completed" }]);
    let fields = [
        ("completed", people()),
        ("placed", placed),
        (
            "rate",
            json!({ "role": "measure", "unit": "percent", "adds": "none" }),
        ),
        (
            "wage",
            json!({ "role": "measure", "unit": "usd_per_hour", "adds": "mean", "weight": "placed" }),
        ),
        (
            "median",
            json!({ "role": "measure", "unit": "usd_per_hour", "adds": "none" }),
        ),
    ];
    let text = "region,completed,placed,rate,wage,median\n\
                North,40,4,10.0,21.11,20.01\nSouth,80,60,75.0,22.22,22.02\nTotal,120,64,53.3,22.15,22.01\n";
    let folder = scratch.package("draft", &[facts(&fields, text)]);
    let out = scratch.0.join("public");
    let done = protected(&folder, &out, &[]).expect("protected");
    assert_eq!((done.primary, done.further), (1, 1));
    let written = read(&out.join("placements.csv"));
    let expected = "region,completed,placed,rate,wage,median\n\
                    North,40,s,s,s,s\nSouth,80,c,c,c,c\nTotal,120,64,53.3,22.15,22.01\n";
    assert_eq!(written, expected);
    assert!(
        check(&out).problems.is_empty(),
        "{:?}",
        check(&out).problems
    );
    assert_eq!(done.found, ["placements: placed is part of completed"]);
    // A rate beside a suppressed count tells it.
    let leaky = expected.replace("North,40,s,s", "North,40,s,10.0");
    std::fs::write(out.join("placements.csv"), leaky).expect("a file");
    let report = attacked(&out, None).expect("attacked");
    assert!(
        report
            .narrow()
            .any(|cell| cell.line == 2 && cell.interval.width() < 1.0)
    );
}

#[test]
fn numbers_that_readers_have_from_another_version_are_known() {
    let scratch = Scratch::new("against");
    let fields = [("placed", people())];
    let draft = scratch.package("draft", &[facts(&fields, REGIONS)]);
    let old = scratch.package("old", &[facts(&fields, REGIONS)]);
    let out = scratch.0.join("public");
    protected(&draft, &out, &[]).expect("protected");
    let report = attacked(&out, Some(&old)).expect("attacked");
    assert_eq!(
        report.narrow().count(),
        4,
        "all four are in the older version"
    );
    let request = ProtectRequest {
        folder: &draft,
        out: &scratch.0.join("second"),
        threshold: 10,
        width: None,
        keep: &[],
        against: Some(&old),
    };
    let error = protect(&request, &|_, _, _| {}).err().expect("refused");
    assert!(
        error.starts_with("placements.csv:2: column “placed”: this small count is in the version"),
        "{error}"
    );
}

#[test]
fn input_errors_name_file_line_column_and_remedy_without_the_value() {
    let scratch = Scratch::new("errors");
    let fields = [("placed", people())];
    for (at, from, to, said) in [
        (
            0,
            "North,Total,35",
            "North,Total,36781",
            "placements.csv:4: column “placed”: the total does not equal",
        ),
        (
            1,
            "South,Men,60",
            "South,Men,-36781",
            "placements.csv:6: column “placed”: it is below zero",
        ),
        (
            2,
            "South,Men,60",
            "South,Men,36781.5",
            "placements.csv:6: column “placed”: it is not a whole number",
        ),
        (
            3,
            "South,Men,60",
            "South,Men,36781x",
            "placements.csv:6: column “placed”: it is not a plain number",
        ),
        (
            4,
            "South,Men,60",
            "South,Women,36781",
            "placements.csv:6: it has the same dimensions as line 5",
        ),
        (
            5,
            "South,Men,60",
            "South,Men,36781,1",
            "placements.csv:6: 4 cells, but the heading has 3",
        ),
    ] {
        let folder = scratch.package(
            &format!("e{at}"),
            &[facts(&fields, &REGIONS.replace(from, to))],
        );
        let out = scratch.0.join("public");
        let error = protected(&folder, &out, &[]).err().expect(said);
        assert!(error.contains(said), "{error}");
        assert!(!error.contains("36781"), "{error}");
        assert!(!out.exists());
    }
    let persons = [(
        "person",
        json!({ "role": "measure", "unit": "people", "adds": "count", "name": "persons" }),
    )];
    let folder = scratch.package(
        "persons",
        &[facts(&persons, "person,region\nP-36781,North\n")],
    );
    let error = protected(&folder, &scratch.0.join("public"), &[])
        .err()
        .expect("refused");
    assert!(
        error.starts_with("placements.csv: its rows are counted by “person”"),
        "{error}"
    );
    assert!(!error.contains("36781"), "{error}");
    // A total of two small counts bounds both, and nothing above it can be suppressed.
    let small = facts(&fields, "region,placed\nNorth,3\nSouth,4\nTotal,7\n");
    let folder = scratch.package("small", &[small]);
    let error = protected(&folder, &scratch.0.join("public"), &[])
        .err()
        .expect("refused");
    assert!(error.contains("this count cannot be protected"), "{error}");
}

#[test]
fn a_suppressed_number_is_in_no_output_of_the_program() {
    let scratch = Scratch::new("canary");
    let fields = [
        ("placed", people()),
        (
            "wage",
            json!({ "role": "measure", "unit": "usd_per_hour", "adds": "mean", "weight": "placed" }),
        ),
    ];
    // Large numbers, so that none of them is in a text by chance.
    let text = "region,placed,wage\nNorth,83519,87.13\nSouth,654321,20.15\nEast,987123,21.25\nTotal,1724963,24.2\n";
    let folder = scratch.package("draft", &[facts(&fields, text)]);
    let out = scratch.0.join("public");
    let program = env!("CARGO_BIN_EXE_outcomes");
    let mut outputs = String::new();
    for words in [vec!["protect"], vec!["protect", "--json"]] {
        let _ = std::fs::remove_dir_all(&out);
        let ran = Command::new(program)
            .args(&words)
            .arg(&folder)
            .args(["--threshold", "100000", "--out"])
            .arg(&out)
            .output()
            .expect("it runs");
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        outputs += &(String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr));
    }
    for (folder, code) in [(&out, 0), (&folder, 0)] {
        let ran = Command::new(program)
            .args(["attack", "--json"])
            .arg(folder)
            .output()
            .expect("it runs");
        assert_eq!(ran.status.code(), Some(code));
        outputs += &String::from_utf8_lossy(&ran.stderr);
        outputs += &String::from_utf8_lossy(&ran.stdout);
    }
    std::fs::remove_dir_all(&folder).expect("removed");
    outputs += &everything(&scratch.0);
    for hidden in ["83519", "87.13", "654321", "20.15"] {
        assert!(!outputs.contains(hidden), "{hidden} is in the output");
    }
    assert!(
        outputs.contains("987123"),
        "what is published is in the output"
    );
}
