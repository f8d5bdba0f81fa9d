//! Numbers that are not what their digits say: multiplied, divided, shown as percent, withheld, covered, not computed. Each
//! has its right value, a notice, or a message.

use super::made::*;
use super::{FormatCase, case, message, n, one, sheet, t};
use crate::literal::now;
use crate::reading::wrong_of;
use good_jobs::bytes::Memory;
use good_jobs::external::{Read, open, open_files};
use good_jobs::locale::Locale;
use serde_json::{Value, json};

/// As portals write it: the columns of SDMX-CSV without those that the standard puts first.
const PORTAL: &str = "KEY,State,TIME_PERIOD,OBS_VALUE,UNIT_MULT,Unit multiplier,OBS_STATUS\n\
A.MD,Maryland,2023,1.5,6,Millions,A\nA.VA,Virginia,2023,340,0,Units,A\nA.OH,Ohio,2023,0,6,Millions,Q\n";

fn portal_values() -> Value {
    json!({
        "told": [
            "One value was multiplied as its row says (UNIT_MULT).",
            "“OBS_STATUS” says that one row has no value (“Q”). A 0 in that row is shown as missing or suppressed",
        ],
        "asks": [{"measure": "OBS_VALUE", "by": "State", "values": {"Maryland": 1_500_000, "Virginia": 340, "Ohio": null}}],
    })
}

fn wide(text: &str) -> Vec<u8> {
    let letters = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(letters).collect()
}

fn multiplied() -> Vec<FormatCase> {
    let rows = r#"[
      {"State": "Maryland", "OBS_VALUE": 1.5, "UNIT_MULT": 6, "OBS_STATUS": "A"},
      {"State": "Virginia", "OBS_VALUE": 340, "UNIT_MULT": 0, "OBS_STATUS": "A"},
      {"State": "Ohio", "OBS_VALUE": 0, "UNIT_MULT": 6, "OBS_STATUS": "Q"}]"#;
    let book = vec![
        vec![t("State"), t("OBS_VALUE"), t("UNIT_MULT"), t("OBS_STATUS")],
        vec![t("Maryland"), n("1.5"), n("6"), t("A")],
        vec![t("Virginia"), n("340"), n("0"), t("A")],
        vec![t("Ohio"), n("0"), n("6"), t("Q")],
    ];
    vec![
        case("portal.csv", PORTAL, portal_values()),
        case("portal.tsv", PORTAL.replace(',', "\t"), portal_values()),
        case("portal.csv.gz", gzipped(PORTAL.as_bytes()), portal_values()),
        case(
            "portal.zip",
            zipped(&[("data/portal.csv", PORTAL.as_bytes())]),
            portal_values(),
        ),
        case("portal-utf16.csv", wide(PORTAL), portal_values()),
        case("records.json", rows, portal_values()),
        case("book.xlsx", one(book), portal_values()),
        case(
            "older.csv",
            "State,PowerCode Code,PowerCode,Value\nMaryland,3,Thousands,1.5\nVirginia,0,Units,340\n",
            json!({"asks": [{"measure": "Value", "by": "State", "values": {"Maryland": 1500, "Virginia": 340}}]}),
        ),
    ]
}

/// A data message of one series dimension; `attributes` describes those of observations.
fn message_of(attributes: &str, observations: &str) -> String {
    r#"{"data": {"structures": [{"dimensions": {"observation": [{"id": "REF_AREA", "name": "State",
        "values": [{"id": "MD", "name": "Maryland"}, {"id": "VA", "name": "Virginia"}]}]}, ATTRIBUTES}],
        "dataSets": [{"observations": {OBSERVATIONS}}]}}"#
        .replace("ATTRIBUTES", attributes)
        .replace("OBSERVATIONS", observations)
}

fn statistics() -> Vec<FormatCase> {
    let millions = r#"{"id": "UNIT_MULT", "values": [{"id": "6", "name": "Millions"}]"#;
    let thousand_million = |values: &str, attributes: &str| {
        let measure = "OBS_VALUE";
        let attributes = format!(r#""attributes": {{"observation": [{attributes}]}}"#);
        let told = json!(["values were multiplied as their rows say (UNIT_MULT)."]);
        let asks = json!([{"measure": measure, "by": "State", "values": {"Maryland": 1_500_000, "Virginia": 2_000_000}}]);
        (
            message_of(&attributes, values),
            json!({"told": told, "asks": asks}),
        )
    };
    let (default, right) = thousand_million(
        r#""0": [1.5], "1": [2, null]"#,
        &format!("{millions}, \"default\": \"6\"}}"),
    );
    let (direct, _) = thousand_million(
        r#""0": [1.5, "6"], "1": [2, 6]"#,
        r#"{"id": "UNIT_MULT", "values": []}"#,
    );
    let (flat, _) = thousand_million(
        r#""0": [1.5, 0, 0], "1": [2, 0, 0]"#,
        &format!(
            "{millions}}}, {{\"id\": \"DECIMALS\", \"values\": [{{\"id\": \"1\", \"name\": \"One\"}}]}}"
        ),
    );
    let withheld = message_of(
        r#""attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "A", "name": "Normal"}]},
            {"id": "CONF_STATUS", "values": [{"id": "C", "name": "Confidential"}]}]}"#,
        r#""0": [12, 0], "1": [0, 0, 0]"#,
    );
    let stat = |unit: &str, status: &str| {
        r#"{"version": "2.0", "class": "dataset", "label": "Results", "id": ["state", "metric"], "size": [3, 1],
          "role": {"metric": ["metric"]}, "dimension": {
            "state": {"label": "State", "category": {"index": ["MD", "VA", "OH"], "label": {"MD": "Maryland", "VA": "Virginia", "OH": "Ohio"}}},
            "metric": {"label": "Measure", "category": {"label": {"placed": "People placed"}, "unit": {"placed": UNIT}}}},
          "value": [1.5, 340, 0], "status": STATUS}"#
            .replace("UNIT", unit)
            .replace("STATUS", status)
    };
    vec![
        case("default.json", default, right.clone()),
        case("direct.json", direct, right.clone()),
        case("flat.json", flat, right),
        case(
            "withheld.json",
            withheld,
            json!({
                "told": ["“CONF_STATUS” says that one row has no value (“C”)."],
                "asks": [{"measure": "OBS_VALUE", "by": "State", "values": {"Maryland": 12, "Virginia": null}}],
            }),
        ),
        case(
            "multiplier.json",
            stat(
                r#"{"label": "thousand people", "base": "people", "multiplier": 3}"#,
                r#"{"2": "c"}"#,
            ),
            json!({
                "told": ["2 values were multiplied as their rows say (UNIT_MULT).", "says that one row has no value (“c”)."],
                "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 1500, "Virginia": 340_000, "Ohio": null}}],
            }),
        ),
        case(
            "unit.json",
            stat(
                r#"{"base": "thousand people", "decimals": 0}"#,
                r#"{"2": "e"}"#,
            ),
            json!({"asks": [{"measure": "People placed (thousand people)", "by": "State", "values": {"Maryland": 1.5, "Virginia": 340, "Ohio": 0}}]}),
        ),
    ]
}

fn awards(heading: &'static str, style: usize) -> Vec<Vec<Made>> {
    vec![
        vec![t("State"), t(heading)],
        vec![t("Maryland"), Made::Number("1200500", style)],
        vec![t("Virginia"), Made::Number("340000", style)],
    ]
}

fn shown() -> Vec<FormatCase> {
    let mut covered = sheet(
        "Results",
        vec![
            vec![t("State"), t("People placed"), t("People enrolled")],
            vec![t("Maryland"), n("5"), n("9")],
            vec![t("Virginia"), n("6"), n("8")],
            vec![t("Ohio"), n("7"), n("3")],
        ],
    );
    covered.merged = vec!["B2:B3", "B4:C4"];
    let mut texts = sheet(
        "Results",
        vec![
            vec![t("State"), t("Industry"), t("People placed")],
            vec![t("Maryland"), t("Health care"), n("5")],
            vec![Made::Empty, t("Construction"), n("6")],
            vec![t("Ohio"), t("Health care"), t("12")],
            vec![Made::Empty, t("Construction"), Made::Empty],
        ],
    );
    texts.merged = vec!["A2:A3", "A4:A5", "C4:C5"];
    let computed = sheet(
        "Results",
        vec![
            vec![t("State"), t("People placed")],
            vec![t("Maryland"), n("1200")],
            vec![t("Virginia"), Made::Formula("B2*2", Some("0"))],
            vec![t("Ohio"), Made::Formula("B2/100", Some("12"))],
            vec![t("Utah"), n("0")],
        ],
    );
    vec![
        case(
            "divided.xlsx",
            one(awards("Award", THOUSANDS)),
            json!({
                "told": ["shows the numbers of column B divided by a thousand or a million. They were read in full."],
                "asks": [{"measure": "Award", "by": "State", "values": {"Maryland": 1_200_500, "Virginia": 340_000}}],
            }),
        ),
        case(
            "divided-and-said.xlsx",
            one(awards("Award (thousands)", THOUSANDS)),
            json!({
                "told": ["and a heading or title says so. They were read as shown."],
                "asks": [{"measure": "Award (thousands)", "by": "State", "values": {"Maryland": 1200.5, "Virginia": 340}}],
            }),
        ),
        case(
            "millions.xlsx",
            one(vec![
                vec![t("State"), t("Award")],
                vec![t("Maryland"), Made::Number("1.5", MILLIONS)],
                vec![t("Virginia"), Made::Number("0.25", MILLIONS)],
            ]),
            json!({"asks": [{"measure": "Award", "by": "State", "values": {"Maryland": 1_500_000, "Virginia": 250_000}}]}),
        ),
        case(
            "percent-sign.xlsx",
            one(vec![
                vec![t("State"), t("Placement rate")],
                vec![t("Maryland"), Made::Number("73.5", SIGNED_PERCENT)],
                vec![t("Virginia"), Made::Number("7", SIGNED_PERCENT)],
            ]),
            json!({"asks": [{"measure": "Placement rate", "by": "State", "unit": "percent", "values": {"Maryland": 73.5, "Virginia": 7}}]}),
        ),
        case(
            "times.xlsx",
            one(vec![
                vec![t("State"), t("Opens"), t("People placed")],
                vec![t("Maryland"), Made::Number("0.375", TIME), n("12")],
                vec![t("Virginia"), Made::Number("0.5", TIME), n("30")],
            ]),
            json!({"asks": [{"measure": "People placed", "by": "Opens", "values": {"9:00:00": 12, "12:00:00": 30}}]}),
        ),
        case(
            "covered.xlsx",
            xlsx(&[covered], false),
            json!({
                "told": [
                    "The cells B3 and C4 are under merged cells, so the spreadsheet does not show their values.",
                    "The number in merged cells (B2:B3 and B4:C4)",
                ],
                "asks": [
                    {"measure": "People placed", "by": "State", "values": {"Maryland": 5, "Virginia": null, "Ohio": 7}},
                    {"measure": "People enrolled", "by": "State", "values": {"Maryland": 9, "Virginia": 8, "Ohio": null}},
                ],
            }),
        ),
        case(
            "merged-texts-of-numbers.xlsx",
            xlsx(&[texts], false),
            json!({
                "told": ["The number in merged cells (C4:C5)"],
                "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 11, "Ohio": "12 (1 of 2 values)"}}],
            }),
        ),
        case(
            "uncomputed.xlsx",
            uncomputed(&[computed]),
            json!({
                "told": ["The cell B3 has a formula but no stored value"],
                "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 1200, "Virginia": null, "Ohio": 12, "Utah": 0}}],
            }),
        ),
        case(
            "errors.ods",
            ods(concat!(
                "<table:table table:name=\"Results\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>State</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"string\"><text:p>People placed</text:p></table:table-cell></table:table-row>",
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Maryland</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"float\" office:value=\"12\"><text:p>12</text:p></table:table-cell></table:table-row>",
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Ohio</text:p></table:table-cell>",
                "<table:table-cell office:value-type=\"float\" office:value=\"0\"><text:p>#N/A</text:p></table:table-cell></table:table-row></table:table>",
            )),
            json!({"asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 12, "Ohio": null}}]}),
        ),
        // An empty last cell is a cell of its row.
        case(
            "empty-last.xlsx",
            one(vec![
                vec![t("State"), t("People placed"), t("Note")],
                vec![t("Maryland"), n("12"), t("final")],
                vec![t("Virginia"), n("30"), Made::Empty],
                vec![t("Ohio"), Made::Empty, Made::Empty],
            ]),
            json!({
                "not_told": ["cells", "line"],
                "asks": [{"measure": "People placed", "by": "State", "values": {"Maryland": 12, "Virginia": 30, "Ohio": null}}],
            }),
        ),
    ]
}

#[test]
fn numbers_are_what_their_file_means() {
    let cases: Vec<FormatCase> = multiplied()
        .into_iter()
        .chain(statistics())
        .chain(shown())
        .collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let found = wrong_of(case.name, &case.bytes, &case.expected);
        if !found.is_empty() {
            wrong.push(format!("{}\n  {}", case.name, found.join("\n  ")));
        }
    }
    println!(
        "{} files whose numbers are not what their digits say",
        cases.len()
    );
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_cannot_be_multiplied_is_refused_by_its_name() {
    let grouped =
        r#""attributes": {"dimensionGroup": [{"id": "UNIT_MULT", "values": [{"id": "6"}]}]}"#;
    let measures = r#""measures": {"observation": [{"id": "OBS_VALUE"}, {"id": "OTHER"}]}"#;
    let values = r#""0": [1.5], "1": [2]"#;
    let deleted = message_of(r#""attributes": {}"#, values).replace(
        "[{\"observations\"",
        "[{\"action\": \"Delete\", \"observations\"",
    );
    let encrypted: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]))
        .collect();
    for (name, bytes, said) in [
        (
            "title.csv",
            format!("Results of 2023\n\n{PORTAL}").into_bytes(),
            "“1.5” in line 4 cannot be multiplied as “6” says (UNIT_MULT); put the headings on line 1",
        ),
        (
            "bound.csv",
            PORTAL.replace("1.5", "<5").into_bytes(),
            "“<5” in line 2 cannot be multiplied as “6” says",
        ),
        (
            "grouped.json",
            message_of(grouped, values).into_bytes(),
            "the part “attributes.dimensionGroup.UNIT_MULT” does not follow SDMX-JSON",
        ),
        (
            "measures.json",
            message_of(measures, values).into_bytes(),
            "the part “measures”",
        ),
        ("deleted.json", deleted.into_bytes(), "the part “action”"),
        ("locked.xlsx", encrypted, "the format Excel with a password"),
    ] {
        let found = message(name, &bytes);
        assert!(
            found.contains(said),
            "{name}: “{found}” does not say “{said}”"
        );
    }
}

const MANIFEST: &str = "https://data.example/p/datapackage.json";

fn package_of(resource: Value, file: &str, bytes: &[u8]) -> Read {
    let manifest = json!({"name": "p", "title": "P", "resources": [resource]}).to_string();
    let files = Memory::default()
        .with(MANIFEST, manifest)
        .with(&format!("https://data.example/p/{file}"), bytes);
    now(open(&files, MANIFEST)).expect("a package").read(&[])
}

fn problems(read: &Read) -> String {
    let said = read.dataset.problems.iter();
    let said: Vec<String> = said
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect();
    said.join("\n")
}

fn told(read: &Read) -> String {
    let told = read.tables.iter().flat_map(|table| &table.told);
    let told: Vec<String> = told.map(|told| Locale::EN.text(told.message())).collect();
    told.join("\n")
}

/// The number of a row of the first table.
fn number(read: &Read, column: &str, row: usize) -> Option<f64> {
    let resource = &read.dataset.package.resources[0];
    let table = read.dataset.tables.get(&resource.name)?;
    table
        .numbers(column)?
        .quantity_at(row)
        .map(|number| number.anchor())
}

#[test]
fn a_resource_is_multiplied_with_and_without_a_schema() {
    let schema = json!({"fields": [
        {"name": "KEY", "type": "string"}, {"name": "State", "type": "string"}, {"name": "TIME_PERIOD", "type": "year"},
        {"name": "OBS_VALUE", "type": "number"}, {"name": "UNIT_MULT", "type": "integer"},
        {"name": "Unit multiplier", "type": "string"}, {"name": "OBS_STATUS", "type": "string"},
    ]});
    let gz = gzipped(PORTAL.as_bytes());
    let zip = zipped(&[("portal.csv", PORTAL.as_bytes())]);
    for (file, bytes, schema) in [
        ("portal.csv", PORTAL.as_bytes(), Value::Null),
        ("portal.csv", PORTAL.as_bytes(), schema.clone()),
        ("portal.csv.gz", &gz, Value::Null),
        ("portal.csv.gz", &gz, schema.clone()),
        ("portal.zip", &zip, schema),
    ] {
        let mut resource = json!({"name": "portal", "path": file});
        if !schema.is_null() {
            resource["schema"] = schema;
        }
        let read = package_of(resource, file, bytes);
        assert_eq!(problems(&read), "", "{file}");
        assert_eq!(number(&read, "OBS_VALUE", 0), Some(1_500_000.0), "{file}");
        assert_eq!(number(&read, "OBS_VALUE", 1), Some(340.0), "{file}");
        assert_eq!(number(&read, "OBS_VALUE", 2), None, "{file}");
        assert!(
            told(&read).contains("One value was multiplied"),
            "{file}: {}",
            told(&read)
        );
    }
}

#[test]
fn a_resource_with_roles_is_read_unchanged_or_refused() {
    let schema = json!({"fields": [
        {"name": "State", "type": "string", "outcomes": {"role": "dimension"}},
        {"name": "OBS_VALUE", "type": "number", "outcomes": {"role": "measure", "adds": "sum"}},
        {"name": "UNIT_MULT", "type": "integer"},
    ]});
    let resource = |path: &str| json!({"name": "t", "path": path, "schema": schema, "outcomes": {"role": "facts"}});
    let text = "State,OBS_VALUE,UNIT_MULT\nMaryland,1.5,6\n";
    let read = package_of(resource("t.csv"), "t.csv", text.as_bytes());
    assert!(
        problems(&read).contains("“1.5” in line 2 cannot be multiplied as “6” says (UNIT_MULT)"),
        "{}",
        problems(&read)
    );
    assert_eq!(number(&read, "OBS_VALUE", 0), None);
    let packed = package_of(resource("t.csv.gz"), "t.csv.gz", &gzipped(text.as_bytes()));
    assert!(
        problems(&packed).contains("“path” is “t.csv.gz”, which this site does not support"),
        "{}",
        problems(&packed)
    );
}

#[test]
fn only_text_is_joined_from_several_files() {
    let manifest =
        json!({"name": "p", "resources": [{"name": "t", "path": ["a.csv.gz", "b.csv.gz"]}]});
    let packed = gzipped(b"State,People placed\nMaryland,12\n");
    let files = Memory::default()
        .with(MANIFEST, manifest.to_string())
        .with("https://data.example/p/a.csv.gz", packed.clone())
        .with("https://data.example/p/b.csv.gz", packed);
    let read = now(open(&files, MANIFEST)).expect("a package").read(&[]);
    assert!(
        problems(&read).contains("“path” is “b.csv.gz”, which this site does not support"),
        "{}",
        problems(&read)
    );
    assert!(read.columns.is_empty());
}

#[test]
fn a_package_in_an_archive_or_beside_its_spreadsheet_opens() {
    let manifest = json!({"name": "p", "title": "Packed", "resources": [
        {"name": "portal", "path": "portal.csv"}, {"name": "book", "path": "book.xlsx"},
    ]})
    .to_string();
    let book = one(super::placed());
    let archive = zipped(&[
        ("p/datapackage.json", manifest.as_bytes()),
        ("p/portal.csv", PORTAL.as_bytes()),
        ("p/book.xlsx", &book),
    ]);
    let address = "https://data.example/p.zip";
    let beside = Memory::default()
        .with("datapackage.json", manifest.clone())
        .with("portal.csv", PORTAL)
        .with("book.xlsx", book);
    let at_address = Memory::default().with(address, archive.clone());
    for opened in [
        now(open_files("p", &Memory::default().with("p.zip", archive))),
        now(open_files("p", &beside)),
        now(open(&at_address, address)),
    ] {
        let read = opened.expect("a package").read(&[]);
        assert_eq!(read.dataset.package.title, "Packed");
        assert_eq!(problems(&read), "");
        assert_eq!(number(&read, "OBS_VALUE", 0), Some(1_500_000.0));
        let has = |name: &str| read.columns.iter().any(|column| column.field == name);
        assert!(has("People placed"), "the spreadsheet is read");
    }
    let read = now(open(&at_address, address))
        .expect("a package")
        .read(&[]);
    let package = &read.dataset.package;
    assert_eq!(
        package.address_of(&package.resources[0]),
        "https://data.example/p.zip#portal.csv"
    );
}
