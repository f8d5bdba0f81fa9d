//! Files of other formats than CSV: each is opened as a visitor opens it, and has its right values or its message.
//!
//! `made.rs` makes the files; those that end-to-end tests open are kept in `tests/formats/files`
//! (`BLESS=1 cargo test --test native formats::` writes them).

mod made;
mod meant;
mod parquet;

use crate::literal::now;
use crate::reading::wrong_of;
use good_jobs::bytes::Memory;
use good_jobs::external::formats::{UnpackedFile, unpack};
use good_jobs::external::{open, open_files};
use good_jobs::locale::Locale;
use made::*;
use serde_json::{Value, json};

/// A case: the name and bytes of a file, and what must come of it (`tests/reading.rs`).
struct FormatCase {
    name: &'static str,
    bytes: Vec<u8>,
    expected: Value,
}

fn case(name: &'static str, bytes: impl Into<Vec<u8>>, expected: Value) -> FormatCase {
    let bytes = bytes.into();
    FormatCase {
        name,
        bytes,
        expected,
    }
}

fn n(number: &'static str) -> Made {
    Made::Number(number, 0)
}

fn t(text: &'static str) -> Made {
    Made::Text(text)
}

fn sheet(name: &'static str, rows: Vec<Vec<Made>>) -> MadeSheet {
    MadeSheet {
        name,
        rows,
        ..MadeSheet::default()
    }
}

fn one(rows: Vec<Vec<Made>>) -> Vec<u8> {
    xlsx(&[sheet("Results", rows)], false)
}

fn placed() -> Vec<Vec<Made>> {
    vec![
        vec![t("State"), t("People placed")],
        vec![t("Maryland"), n("1200")],
        vec![t("Virginia"), n("340")],
        vec![t("Ohio"), n("85")],
    ]
}

fn placed_values() -> Value {
    json!([{"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340, "Ohio": 85}, "total": 1625}])
}

const JSON: &str = r#"[
  {"State": "Maryland", "People placed": 1200},
  {"State": "Virginia", "People placed": 340},
  {"State": "Ohio", "People placed": 85}
]
"#;

fn spreadsheets() -> Vec<FormatCase> {
    let mut cases = Vec::new();
    cases.push(case(
        "plain.xlsx",
        one(placed()),
        json!({"asks": placed_values()}),
    ));
    cases.push(case(
        "percent.xlsx",
        one(vec![
            vec![t("State"), t("Placement rate")],
            vec![t("Maryland"), Made::Number("0.735", PERCENT)],
            vec![t("Virginia"), Made::Number("0.07", PERCENT)],
            vec![t("Ohio"), Made::Number("1", PERCENT)],
        ]),
        json!({"asks": [{"measure": "Placement rate", "by": "State", "unit": "percent", "values": {"Maryland": 73.5, "Virginia": 7, "Ohio": 100}}]}),
    ));
    cases.push(case(
        "currency.xlsx",
        one(vec![
            vec![t("State"), t("Award")],
            vec![t("Maryland"), Made::Number("22854213.5", DOLLARS)],
            vec![t("Virginia"), Made::Number("-5", DOLLARS)],
            vec![t("Ohio"), Made::Number("0.30000000000000004", DOLLARS)],
        ]),
        json!({"asks": [{"measure": "Award", "by": "State", "unit": "usd", "values": {"Maryland": 22854213.5, "Virginia": -5, "Ohio": 0.3}}]}),
    ));
    let months = |first: &'static str, second: &'static str| {
        vec![
            vec![t("Month"), t("People placed")],
            vec![Made::Number(first, MONTH), n("12")],
            vec![Made::Number(second, MONTH), n("30")],
        ]
    };
    let by_month = json!({"asks": [{"measure": "People placed", "by": "Month", "values": {"2024-03": 12, "2024-04": 30}}]});
    cases.push(case(
        "months-1900.xlsx",
        one(months("45352", "45383")),
        by_month.clone(),
    ));
    let from_1904 = xlsx(&[sheet("Results", months("43890", "43921"))], true);
    cases.push(case("months-1904.xlsx", from_1904, by_month));
    cases.push(case(
        "days.xlsx",
        one(vec![
            vec![t("Day"), t("People placed")],
            vec![Made::Number("45382", DAY), n("12")],
            vec![Made::Number("45383", DAY), n("30")],
        ]),
        json!({"readings": {"Day": "date"}, "asks": [{"measure": "People placed", "by": "Day", "values": {"2024-03-31": 12, "2024-04-01": 30}}]}),
    ));
    cases.push(case(
        "numbers-as-text.xlsx",
        one(vec![
            vec![t("State"), t("People placed")],
            vec![t("Maryland"), n("1200")],
            vec![t("Virginia"), t("340")],
            vec![t("Ohio"), t("1,085")],
        ]),
        json!({
            "told": ["The numbers in B3 and B4 are stored as text. They were read as numbers."],
            "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340, "Ohio": 1085}}],
        }),
    ));
    cases.push(case(
        "padded-codes.xlsx",
        one(vec![
            vec![t("FIPS"), t("People placed")],
            vec![Made::Number("1001", CODE), n("12")],
            vec![Made::Number("24510", CODE), n("30")],
        ]),
        json!({"given": "as=padded-codes~FIPS~group", "asks": [{"measure": "People placed", "by": "FIPS", "values": {"01001": 12, "24510": 30}}]}),
    ));
    let mut merged = sheet(
        "Results",
        vec![
            vec![t("People placed by grantees")],
            vec![],
            vec![t("State"), t("2023"), Made::Empty, t("2024"), Made::Empty],
            vec![
                Made::Empty,
                t("Enrolled"),
                t("Placed"),
                t("Enrolled"),
                t("Placed"),
            ],
            vec![t("Maryland"), n("10"), n("5"), n("12"), n("6")],
            vec![t("Virginia"), n("20"), n("9"), n("22"), n("8")],
            vec![t("Ohio"), n("30"), n("7"), n("32"), n("4")],
        ],
    );
    merged.merged = vec!["A1:E1", "A3:A4", "B3:C3", "D3:E3"];
    cases.push(case(
        "merged-heading.xlsx",
        xlsx(&[merged], false),
        json!({
            "told": ["The heading has 2 lines", "People placed by grantees"],
            "asks": [{"measure": "2024 Placed", "by": "State", "values": {"Maryland": 6, "Virginia": 8, "Ohio": 4}}],
        }),
    ));
    let mut groups = sheet(
        "Results",
        vec![
            vec![t("State"), t("Industry"), t("People placed"), t("Staff")],
            vec![t("Maryland"), t("Health care"), n("5"), n("3")],
            vec![Made::Empty, t("Construction"), n("6"), Made::Empty],
            vec![t("Virginia"), t("Health care"), n("7"), n("4")],
            vec![Made::Empty, t("Construction"), n("9"), Made::Empty],
        ],
    );
    groups.merged = vec!["A2:A3", "A4:A5", "D2:D3"];
    cases.push(case(
        "merged-rows.xlsx",
        xlsx(&[groups], false),
        json!({
            "told": ["(A2:A3 and A4:A5) was read in each of their rows", "The number in merged cells (D2:D3) was read only in the first cell"],
            "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 11, "Virginia": 16}, "total": 27}],
        }),
    ));
    let mut hidden = sheet("Results", placed());
    hidden.hidden_rows = vec![3];
    hidden.hidden_columns = vec![2];
    let mut notes = sheet(
        "Notes",
        vec![vec![t("Internal"), t("Only")], vec![t("x"), n("1")]],
    );
    notes.is_hidden = true;
    cases.push(case(
        "hidden.xlsx",
        xlsx(&[notes, hidden], false),
        json!({
            "told": ["Row 3 is hidden in the spreadsheet", "Column B is hidden in the spreadsheet", "The sheet “Notes” is hidden, so it was not read"],
            "asks": placed_values(),
        }),
    ));
    cases.push(case(
        "formulas.xlsx",
        one(vec![
            vec![t("State"), t("People placed")],
            vec![t("Maryland"), Made::Formula("600*2", Some("1200"))],
            vec![t("Virginia"), Made::Formula("IF(B2>1,\"x\",2)", None)],
            vec![t("Ohio"), n("85")],
            vec![t("Utah"), n("31")],
            vec![t("Iowa"), n("7")],
            vec![t("Texas"), n("90")],
            vec![t("Maine"), n("12")],
            vec![t("Idaho"), n("18")],
            vec![t("Kansas"), n("44")],
            vec![t("Nevada"), n("25")],
            vec![t("Oregon"), n("61")],
        ]),
        json!({
            "told": ["The cell B3 has a formula but no stored value"],
            "asks": [{"measure": "People placed", "by": "State", "values": {
                "Maryland": 1200, "Virginia": null, "Ohio": 85, "Utah": 31, "Iowa": 7, "Texas": 90, "Maine": 12, "Idaho": 18,
                "Kansas": 44, "Nevada": 25, "Oregon": 61,
            }}],
        }),
    ));
    cases.push(case(
        "error-values.xlsx",
        one(vec![
            vec![t("State"), t("People placed")],
            vec![t("Maryland"), n("1200")],
            vec![t("Virginia"), Made::Error("#N/A")],
            vec![t("Ohio"), n("85")],
        ]),
        json!({"asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": null, "Ohio": 85}}]}),
    ));
    cases.push(case(
        "euros.xlsx",
        one(vec![
            vec![t("State"), t("Award")],
            vec![t("Maryland"), Made::Number("12.5", EUROS)],
            vec![t("Virginia"), Made::Number("7", EUROS)],
        ]),
        json!({"asks": [{"measure": "Award", "by": "State", "values": {"Maryland": 12.5, "Virginia": 7}}]}),
    ));
    cases.push(case(
        "truth.xlsx",
        one(vec![
            vec![t("State"), t("Reported"), t("People placed")],
            vec![t("Maryland"), Made::Truth(true), n("12")],
            vec![t("Virginia"), Made::Truth(false), n("7")],
        ]),
        json!({"asks": [{"measure": "People placed", "by": "Reported", "values": {"TRUE": 12, "FALSE": 7}}]}),
    ));
    let several = xlsx(
        &[
            sheet("Results", placed()),
            sheet(
                "Wages",
                vec![
                    vec![t("Occupation"), t("Hourly wage")],
                    vec![t("Electricians"), Made::Number("36.28", DOLLARS)],
                    vec![t("Welders"), Made::Number("24.1", DOLLARS)],
                ],
            ),
        ],
        false,
    );
    cases.push(case(
        "two-sheets.xlsx",
        several,
        json!({"asks": [
            {"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340, "Ohio": 85}},
            {"measure": "Hourly wage", "by": "Occupation", "values": {"Electricians": 36.28, "Welders": 24.1}},
        ]}),
    ));
    cases.push(case("plain.ods", ods(ODS), json!({
        "told": ["Row 4 is hidden in the spreadsheet", "The sheet “Notes” is hidden, so it was not read"],
        "asks": [
            {"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340, "Ohio": 85}},
            {"measure": "Placement rate", "by": "State", "unit": "percent", "values": {"Maryland": 73.5, "Virginia": 7, "Ohio": null}},
            {"measure": "Award", "by": "State", "unit": "usd", "values": {"Maryland": 22.5, "Virginia": 3, "Ohio": 4}},
        ],
    })));
    cases
}

const ODS: &str = concat!(
    "<table:table table:name=\"Results\"><table:table-column table:number-columns-repeated=\"4\"/>",
    "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>State</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"string\"><text:p>People <text:s/>placed</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"string\"><text:p>Placement rate</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"string\"><text:p>Award</text:p></table:table-cell></table:table-row>",
    "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Maryland</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"float\" office:value=\"1200\"><text:p>1,200</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.735\"><text:p>74%</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"currency\" office:currency=\"USD\" office:value=\"22.5\"><text:p>$23</text:p></table:table-cell></table:table-row>",
    "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Virginia</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"float\" office:value=\"340\"><text:p>340</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.07\"><text:p>7%</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"currency\" office:currency=\"USD\" office:value=\"3\"><text:p>$3</text:p></table:table-cell></table:table-row>",
    "<table:table-row table:visibility=\"collapse\"><table:table-cell office:value-type=\"string\"><text:p>Ohio</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"float\" office:value=\"85\"><text:p>85</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"string\"><text:p>#N/A</text:p></table:table-cell>",
    "<table:table-cell office:value-type=\"currency\" office:currency=\"USD\" office:value=\"4\"><text:p>$4</text:p></table:table-cell></table:table-row>",
    "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
    "<table:table table:name=\"Notes\" table:style-name=\"hid\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
);

const STAT: &str = r#"{"version": "2.0", "class": "dataset", "label": "Results", "id": ["state", "metric"], "size": [2, 2],
"role": {"metric": ["metric"]},
"dimension": {
 "state": {"label": "State", "category": {"index": ["MD", "VA"], "label": {"MD": "Maryland", "VA": "Virginia"}}},
 "metric": {"label": "Measure", "category": {"index": {"placed": 0, "rate": 1}, "label": {"placed": "People placed", "rate": "Placement rate"},
  "unit": {"rate": {"symbol": "%"}}}}},
"value": [1200, 73.5, 340, null]}"#;

const SDMX: &str = r#"{"meta": {"schema": "x"}, "data": {"structure": {"dimensions": {
 "dataSet": [], "series": [{"id": "REF_AREA", "name": "State", "values": [{"id": "MD", "name": "Maryland"}, {"id": "VA", "name": "Virginia"}]}],
 "observation": [{"id": "TIME_PERIOD", "name": "Year", "values": [{"id": "2023", "name": "2023"}, {"id": "2024", "name": "2024"}]}]},
 "attributes": {"dataSet": [], "series": [{"id": "UNIT_MULT", "values": [{"id": "0", "name": "Units"}, {"id": "3", "name": "Thousands"}]}],
 "observation": [{"id": "OBS_STATUS", "values": [{"id": "A", "name": "Normal"}]}]}},
 "dataSets": [{"action": "Information", "series": {
  "0": {"attributes": [1], "observations": {"0": [1.5, 0], "1": [2, 0]}},
  "1": {"attributes": [0], "observations": {"0": [340, 0], "1": [7, null]}}}}]}}"#;

const SDMX_CSV: &str = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA: State,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n\
dataflow,X:Y(1.0),I,Maryland,2023,1.5,3\ndataflow,X:Y(1.0),I,Virginia,2023,340,0\ndataflow,X:Y(1.0),D,Ohio,2023,9,0\n";

fn texts() -> Vec<FormatCase> {
    let csv = "State,People placed\nMaryland,1200\nVirginia,340\nOhio,85\n";
    let lines: String = JSON
        .lines()
        .filter(|line| line.contains('{'))
        .map(|line| format!("{}\n", line.trim().trim_end_matches(',')))
        .collect();
    let answers = || json!({"asks": placed_values()});
    vec![
        case("records.json", JSON, answers()),
        // The name says nothing: the first bytes do.
        case("records.txt", JSON, answers()),
        case("records.csv", JSON, answers()),
        case("lines.ndjson", lines, answers()),
        case(
            "inside.json",
            format!("{{\"meta\": {{\"count\": 3}}, \"data\": {{\"rows\": {JSON}}}}}"),
            answers(),
        ),
        case(
            "lists.json",
            "[[\"State\", \"People placed\"], [\"Maryland\", \"1200\"], [\"Virginia\", 340], [\"Ohio\", 85]]",
            answers(),
        ),
        case(
            "nested.json",
            r#"[{"place": {"state": "Maryland"}, "placed": 12, "tags": ["a", "b"]}, {"place": {"state": "Ohio"}, "placed": null}, {"place": {"state": "Utah"}, "placed": 7.50}]"#,
            json!({
                "told": ["Lists in “tags” are shown as text."],
                "asks": [{"measure": "placed", "by": "place.state", "values": {"Maryland": 12, "Ohio": null, "Utah": 7.5}}],
            }),
        ),
        case(
            "stat.json",
            STAT,
            json!({"asks": [
                {"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": 340}},
                {"measure": "Placement rate", "by": "State", "unit": "percent", "values": {"Maryland": 73.5, "Virginia": null}},
            ]}),
        ),
        case(
            "sdmx.json",
            SDMX,
            json!({
                "told": ["2 values were multiplied as their rows say (UNIT_MULT)."],
                "asks": [{"measure": "OBS_VALUE", "by": "State", "more": "f.Year=2023", "values": {"Maryland": 1500, "Virginia": 340}}],
            }),
        ),
        case(
            "sdmx.csv",
            SDMX_CSV,
            json!({
                "told": ["One value was multiplied as its row says (UNIT_MULT)."],
                "asks": [{"measure": "OBS_VALUE", "by": "State", "values": {"Maryland": 1500, "Virginia": 340}}],
            }),
        ),
        case("placed.csv.gz", gzipped(csv.as_bytes()), answers()),
        case("placed.json.gz", gzipped(JSON.as_bytes()), answers()),
        case(
            "placed.zip",
            zipped(&[
                ("folder/placed.csv", csv.as_bytes()),
                ("__MACOSX/._placed.csv", b"x"),
            ]),
            answers(),
        ),
        case("placed.xlsx.gz", gzipped(&one(placed())), answers()),
        case("placed.txt", csv, answers()),
    ]
}

#[test]
fn every_file_of_another_format_has_its_right_values() {
    let mut wrong = Vec::new();
    let cases: Vec<FormatCase> = spreadsheets().into_iter().chain(texts()).collect();
    for case in &cases {
        let found = wrong_of(case.name, &case.bytes, &case.expected);
        if !found.is_empty() {
            wrong.push(format!("{}\n  {}", case.name, found.join("\n  ")));
        }
    }
    println!("{} files of other formats", cases.len());
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// What is said of a file that cannot be read.
fn message(name: &str, bytes: &[u8]) -> String {
    let files = Memory::default().with(name, bytes);
    match now(open_files(name, &files)) {
        Err(problem) => Locale::EN.text(problem.sentence()),
        Ok(opened) => {
            let problems = opened.read(&[]).dataset.problems;
            let said = problems
                .iter()
                .map(|problem| Locale::EN.text(problem.sentence()));
            format!("opened: {:?}", said.collect::<Vec<_>>())
        }
    }
}

#[test]
fn every_file_that_cannot_be_read_says_what_where_and_what_to_do() {
    let whole = one(placed());
    let half = &whole[..whole.len() / 2];
    let mut broken = gzipped(JSON.as_bytes());
    broken.truncate(20);
    let mut hidden = sheet("Results", placed());
    hidden.is_hidden = true;
    let packed = gzipped(&gzipped(&gzipped(&gzipped(b"a,b\n1,2\n"))));
    let bomb = gzipped(&vec![b'0'; 40 << 20]);
    let zip_bomb = zipped(&[("t.csv", &vec![b'0'; 40 << 20])]);
    for (name, bytes, said) in [
        ("t.xlsx", half, "t.xlsx: this file cannot be read as zip"),
        (
            "t.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "the format Excel 97–2003 (XLS)",
        ),
        (
            "t.pdf",
            b"%PDF-1.7",
            "t.pdf: this site cannot read files of the format PDF",
        ),
        (
            "t.parquet",
            b"PAR1",
            "t.parquet: this file cannot be read as Parquet (error: the file ends before its footer)",
        ),
        (
            "t.docx",
            &zipped(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]),
            "the format Word",
        ),
        (
            "t.csv.gz",
            &broken,
            "t.csv.gz: this file cannot be read as archive",
        ),
        (
            "t.zip",
            &zipped(&[]),
            "t.zip: this archive has no files; add the tables to it",
        ),
        ("t.gz", &packed, "archives inside archives"),
        ("bomb.gz", &bomb, "bomb.gz: its 40,7"),
        (
            "bomb.zip",
            &zip_bomb,
            "unpack to more than the limit of 16,777,216 bytes; unpack it on your computer",
        ),
        (
            "t.xlsx",
            &xlsx(&[hidden], false),
            "every sheet with cells is hidden: “Results”; unhide the sheets",
        ),
        (
            "t.xlsx",
            &xlsx(&[sheet("Empty", Vec::new())], false),
            "every sheet of this spreadsheet is empty",
        ),
        (
            "t.json",
            b"[{\"a\": 1},\n {\"a\": }]",
            "t.json: the JSON is not valid at line 2, position 8; correct it there",
        ),
        (
            "t.json",
            b"[{\"a\": 1, \"a\": 2}]",
            "“a” appears twice in one object, the second time at line 1, position 11",
        ),
        ("t.json", b"{\"a\": 1}", "this JSON has no list of records"),
        (
            "t.json",
            STAT.replace("[2, 2]", "[2, 3]").as_bytes(),
            "the part “dimension.metric” does not follow JSON-stat",
        ),
        (
            "t.json",
            STAT.replace("340, null", "340").as_bytes(),
            "the part “value” does not follow JSON-stat",
        ),
        (
            "t.json",
            STAT.replace("\"dataset\"", "\"collection\"").as_bytes(),
            "the part “class”",
        ),
        (
            "t.json",
            SDMX.replace("\"1\": {\"attributes\"", "\"5\": {\"attributes\"")
                .as_bytes(),
            "the part “REF_AREA” does not follow SDMX-JSON",
        ),
        (
            "t.json",
            SDMX.replace("\"id\": \"3\"", "\"id\": \"x\"").as_bytes(),
            "the part “UNIT_MULT”",
        ),
    ] {
        let found = message(name, bytes);
        assert!(
            found.contains(said),
            "{name}: “{found}” does not say “{said}”"
        );
    }
}

#[test]
fn an_address_of_a_table_alone_opens() {
    let csv = "State,People placed\nMaryland,1200\nVirginia,340\n";
    for (name, bytes) in [
        ("t.csv", csv.as_bytes().to_vec()),
        ("t.txt", csv.as_bytes().to_vec()),
        ("book.xlsx", one(placed())),
        ("download?id=5", gzipped(csv.as_bytes())),
        ("records.json", JSON.as_bytes().to_vec()),
    ] {
        let address = format!("https://data.example/folder/{name}");
        let files = Memory::default().with(&address, bytes);
        let opened =
            now(open(&files, &address)).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        assert_eq!(opened.name(), address);
        let read = opened.read(&[]);
        assert_eq!(read.dataset.problems, [], "{name}");
        assert_eq!(read.columns.len(), 2, "{name}");
        let resource = &read.dataset.package.resources[0];
        let link = read.dataset.package.address_of(resource);
        assert!(link.starts_with("https://data.example/folder/"), "{link}");
    }
}

#[test]
fn sheets_of_a_package_are_read_and_others_are_named() {
    let manifest =
        json!({"name": "p", "resources": [{"name": "book", "path": "book.xlsx"}]}).to_string();
    let book = xlsx(
        &[sheet("Results", placed()), sheet("More", placed())],
        false,
    );
    let files = Memory::default()
        .with("https://data.example/datapackage.json", manifest)
        .with("https://data.example/book.xlsx", book);
    let opened = now(open(&files, "https://data.example/datapackage.json")).expect("a package");
    let read = opened.read(&[]);
    assert_eq!(read.columns.len(), 2);
    let told: Vec<String> = read.tables[0]
        .told
        .iter()
        .map(|told| Locale::EN.text(told.message()))
        .collect();
    assert_eq!(
        told,
        ["Only the first sheet or file was read. Not read: “book.xlsx#More”."]
    );
}

/// Bytes that are cut or changed anywhere end in a message or in a table, never in a panic.
#[test]
fn damaged_files_never_panic() {
    let mut state = 7u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize
    };
    let files: Vec<FormatCase> = spreadsheets().into_iter().chain(texts()).collect();
    for _ in 0..crate::effort::cases(300) {
        let case = &files[next() % files.len()];
        let mut bytes = case.bytes.clone();
        match next() % 2 {
            0 => bytes.truncate(next() % bytes.len()),
            _ => {
                let at = next() % bytes.len();
                bytes[at] = next() as u8;
            }
        }
        let _: Result<Vec<UnpackedFile>, _> = unpack(case.name, bytes);
    }
}

/// The files that end-to-end tests open.
#[test]
fn files_of_end_to_end_tests_are_as_made() {
    let folder = std::path::Path::new("tests/formats/files");
    for case in spreadsheets().into_iter().chain(texts()) {
        if !["two-sheets.xlsx", "plain.ods", "records.json"].contains(&case.name) {
            continue;
        }
        let path = folder.join(case.name);
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(folder).expect("a folder");
            std::fs::write(&path, &case.bytes).expect("a file");
        }
        let known = std::fs::read(&path).expect("the file is there");
        assert!(
            known == case.bytes,
            "{} differs: BLESS=1 writes it",
            path.display()
        );
    }
}
