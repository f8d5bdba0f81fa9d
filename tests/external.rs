//! External packages: proposals for their columns, corrections, and notices.

use crate::literal::now;
use good_jobs::bytes::{Memory, Source};
use good_jobs::external::{Reading, ReadingOverride, is_files, is_foreign, open, open_files};
use good_jobs::frame::{Frame, answer, default_view, resolve_with_data};
use good_jobs::locale::Locale;
use good_jobs::package::{ExternalPlan, Surface};
use good_jobs::pages::{Page, PublishedFiles, load_page};
use good_jobs::problem::{Fault, Problem, SourceLocation};
use good_jobs::query::{parse, to_address};
use good_jobs::site::Route;
use good_jobs::table::Dataset;
use serde_json::{Value, json};

const ADDRESS: &str = "https://data.example/p/datapackage.json";

const PLACED: &str = "state,year,quarter,placed,median_wage,notes\n\
    VA,2023,2023-Q1,12,22.5,first\n\
    VA,2024,2024-Q1,30,23.1,second\n\
    MD,2023,2023-Q1,7,21.0,third\n\
    MD,2024,2024-Q1,9,NA,fourth\n\
    PR,2024,2024-Q1,4,15.75,fifth\n";

fn manifest(resources: Value) -> String {
    json!({"name": "p", "title": "Placements", "resources": resources}).to_string()
}

fn at(address: &str) -> String {
    address.replace("datapackage.json", "")
}

/// One table `t.csv` with a manifest that does not describe its columns.
fn plain(csv: &str) -> Memory {
    let resources = json!([{"name": "t", "path": "t.csv"}]);
    Memory::default()
        .with(ADDRESS, manifest(resources))
        .with(&format!("{}t.csv", at(ADDRESS)), csv)
}

fn readings(files: &Memory) -> Vec<(String, &'static str)> {
    let opened = now(open(files, ADDRESS)).expect("it opens");
    let columns = opened.read(&[]).columns;
    columns
        .into_iter()
        .map(|column| (column.field, column.reading.as_str()))
        .collect()
}

fn said(problems: &[Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| Locale::EN.text(problem.sentence()))
        .collect()
}

fn ask(dataset: &Dataset, address: &str) -> Frame {
    let resolved = resolve_with_data(dataset, &parse(address).0).expect("there is a measure");
    answer(dataset, &resolved).expect("there is an answer")
}

fn values(frame: &Frame) -> Vec<(String, Option<f64>)> {
    frame
        .rows
        .iter()
        .map(|row| {
            (
                row.key.clone(),
                row.cell.quantity.map(|known| known.anchor()),
            )
        })
        .collect()
}

#[test]
fn roles_are_proposed_from_names_types_and_codes() {
    let found = readings(&plain(PLACED));
    let expected = [
        ("state", "usps"),
        ("year", "year"),
        ("quarter", "quarter"),
        ("placed", "sum"),
        ("median_wage", "value"),
        ("notes", "group"),
    ];
    let expected: Vec<(String, &str)> = expected
        .iter()
        .map(|(field, reading)| ((*field).to_owned(), *reading))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn codes_of_states_industries_and_occupations_are_known() {
    let csv = "fips,State Name,naics,soc,zip_code,lat\n\
        01,Alabama,23,47-2111,36104,32.3\n\
        02,Alaska,31-33,29-1141,99801,58.3\n\
        72,Puerto Rico,62,53-3032,00901,18.4\n";
    let found: Vec<&str> = readings(&plain(csv))
        .into_iter()
        .map(|(_, word)| word)
        .collect();
    assert_eq!(
        found,
        ["fips", "state_name", "naics", "soc", "leave", "leave"]
    );
}

#[test]
fn numbers_that_nothing_says_may_be_added_are_not() {
    let csv = "name,score,unknown,count\na,1.5,7.25,1\nb,2.5,8.25,2\nc,3.5,9.75,3\n";
    let found: Vec<&str> = readings(&plain(csv))
        .into_iter()
        .map(|(_, word)| word)
        .collect();
    assert_eq!(found, ["group", "value", "value", "sum"]);
}

#[test]
fn a_whole_among_its_parts_is_never_added_to_them() {
    for whole in ["Total", "All trades", "UNITED STATES"] {
        let csv = format!("state,placed\nVirginia,5\nMaryland,7\nOhio,1\nTexas,2\n{whole},15\n");
        let opened = now(open(&plain(&csv), ADDRESS)).expect("it opens");
        let read = opened.read(&[]);
        let placed = &read.columns[1];
        assert_eq!(placed.reading, Reading::Sum, "{whole}: {:?}", placed.why);
        let frame = ask(&read.dataset, "?measure=placed&by=state");
        let total = frame.total.and_then(|total| total.quantity);
        assert_eq!(total.map(|known| known.anchor()), Some(15.0), "{whole}");
        assert!(frame.rows.iter().all(|row| row.key != whole), "{whole}");
        let told = format!("{:?}", read.tables[0].told);
        assert!(told.contains(whole), "{told}");
    }
}

#[test]
fn the_numbers_are_those_of_the_file() {
    let opened = now(open(&plain(PLACED), ADDRESS)).expect("it opens");
    let mut dataset = opened.read(&[]).dataset;
    dataset.package.outcomes.default = default_view(&dataset);
    let usual = ask(&dataset, "");
    assert_eq!(usual.by.field, "state");
    assert_eq!(
        values(&usual),
        [
            ("VA".to_owned(), Some(42.0)),
            ("MD".to_owned(), Some(16.0)),
            ("PR".to_owned(), Some(4.0))
        ]
    );
    assert_eq!(usual.rows[0].label, "Virginia");
    assert_eq!(usual.rows[0].cell.lines, [2, 3]);
    let whose = usual
        .package
        .whose
        .as_ref()
        .map(|whose| Locale::EN.text(good_jobs::prose::whose(whose)));
    assert_eq!(whose.as_deref(), Some("data.example"));
    // A cell with “NA” is missing, not zero, and does not invalidate its row.
    let wages = ask(&dataset, "?measure=median_wage&by=state&f.year=2024");
    let maryland = wages
        .rows
        .iter()
        .find(|row| row.key == "MD")
        .expect("a row");
    assert_eq!(maryland.cell.quantity, None);
    assert!(dataset.problems.is_empty(), "{:?}", said(&dataset.problems));
}

#[test]
fn a_correction_stands_in_the_address_and_changes_the_reading() {
    let address = "?package=https%3A%2F%2Fdata.example%2Fp%2Fdatapackage.json&as=t~median_wage~sum&as=t~notes~leave";
    let (query, notices) = parse(address);
    assert_eq!(notices, []);
    assert_eq!(to_address(&query, &Default::default()), address);
    let opened = now(open(&plain(PLACED), ADDRESS)).expect("it opens");
    let read = opened.read(&query.readings);
    assert_eq!(read.unused, []);
    let wages = ask(&read.dataset, "?measure=median_wage&by=state");
    let virginia = wages
        .rows
        .iter()
        .find(|row| row.key == "VA")
        .expect("a row");
    assert_eq!(
        virginia.cell.quantity.map(|known| known.anchor()),
        Some(45.6)
    );
    assert!(
        read.dataset.package.resources[0]
            .schema
            .field("notes")
            .is_some_and(|field| field.outcomes.role.is_none())
    );
}

#[test]
fn a_correction_that_does_not_fit_is_told_and_left_out() {
    let opened = now(open(&plain(PLACED), ADDRESS)).expect("it opens");
    let wrong = [
        ("t", "notes", Reading::Sum),
        ("t", "nowhere", Reading::Group),
        ("u", "placed", Reading::Value),
    ];
    let wrong: Vec<ReadingOverride> = wrong
        .iter()
        .map(|(table, field, reading)| ReadingOverride {
            table: (*table).to_owned(),
            field: (*field).to_owned(),
            reading: *reading,
            hints: Vec::new(),
        })
        .collect();
    let read = opened.read(&wrong);
    assert_eq!(read.unused, wrong);
    assert_eq!(parse("?as=t~placed~average").1.len(), 1);
    assert_eq!(parse("?as=t~placed").1.len(), 1);
}

#[test]
fn a_stock_is_not_added_over_time() {
    let csv = "state,year,population\nVA,2023,100\nVA,2024,110\nMD,2023,50\nMD,2024,60\n";
    let opened = now(open(&plain(csv), ADDRESS)).expect("it opens");
    let read = opened.read(&[]);
    assert_eq!(read.columns[2].reading, Reading::Stock);
    let frame = ask(&read.dataset, "?measure=population&by=state");
    assert_eq!(
        values(&frame),
        [
            ("VA".to_owned(), Some(110.0)),
            ("MD".to_owned(), Some(60.0))
        ]
    );
}

#[test]
fn semicolons_signs_and_commas_are_read_as_they_are_written() {
    let csv = "name;amount;share\na;\"$1,234.50\";12%\nb;\"$10,000.00\";7.5%\n";
    let opened = now(open(&plain(csv), ADDRESS)).expect("it opens");
    let read = opened.read(&[]);
    assert!(
        read.dataset.problems.is_empty(),
        "{:?}",
        said(&read.dataset.problems)
    );
    let amounts = ask(&read.dataset, "?measure=amount&by=name");
    assert_eq!(
        values(&amounts),
        [
            ("b".to_owned(), Some(10000.0)),
            ("a".to_owned(), Some(1234.5))
        ]
    );
    assert_eq!(amounts.measure.unit.as_str(), "usd");
    let shares = ask(&read.dataset, "?measure=share&by=name");
    assert_eq!(shares.measure.unit.as_str(), "percent");
}

#[test]
fn declared_types_stand_and_wrong_cells_name_row_and_column() {
    let resources = json!([{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "trade", "type": "string"}, {"name": "placed", "type": "integer"}]}}]);
    let files = Memory::default().with(ADDRESS, manifest(resources)).with(
        &format!("{}t.csv", at(ADDRESS)),
        "trade,placed\nwelding,12\nplumbing,many\nroofing,3\n",
    );
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    let frame = ask(&read.dataset, "?measure=placed&by=trade");
    // The row stays; its cell has no number.
    assert_eq!(frame.rows.len(), 3);
    let problems = said(&read.dataset.problems);
    assert!(
        problems
            .iter()
            .any(|line| line.contains("t.csv, row 2, column “placed”") && line.contains("many")),
        "{problems:?}"
    );
}

#[test]
fn a_slip_among_many_numbers_is_told_and_costs_its_cell_alone() {
    let mut csv = "trade,placed\n".to_owned();
    for row in 0..40 {
        csv += &format!(
            "trade {row},{}\n",
            if row == 20 {
                "l2".to_owned()
            } else {
                row.to_string()
            }
        );
    }
    let read = now(open(&plain(&csv), ADDRESS))
        .expect("it opens")
        .read(&[]);
    assert_eq!(read.columns[1].reading, Reading::Sum);
    let problems = said(&read.dataset.problems).join("\n");
    assert!(
        problems.contains("t.csv, row 21, column “placed”") && problems.contains("l2"),
        "{problems}"
    );
    let frame = ask(&read.dataset, "?measure=placed&by=trade");
    assert_eq!(frame.total, None);
    assert_eq!(frame.rows.len(), 40);
    let known = frame.rows.iter().filter_map(|row| row.cell.quantity);
    let sum: f64 = known.map(|known| known.anchor()).sum();
    assert_eq!(sum, (0..40).sum::<i32>() as f64 - 20.0);
}

#[test]
fn years_declared_as_dates_are_years() {
    let resources = json!([{"name": "t", "path": "t.csv", "schema": {"fields": [
        {"name": "Year", "type": "date"}, {"name": "Deaths", "type": "number", "format": "default"}]}}]);
    let files = Memory::default().with(ADDRESS, manifest(resources)).with(
        &format!("{}t.csv", at(ADDRESS)),
        "Year,Deaths\n1959,3\n1960,4\n",
    );
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    assert!(
        read.dataset.problems.is_empty(),
        "{:?}",
        said(&read.dataset.problems)
    );
    let frame = ask(&read.dataset, "?measure=Deaths&by=Year");
    assert_eq!(values(&frame).len(), 2);
}

#[test]
fn a_code_list_gives_words_to_the_keys_that_lead_to_it() {
    let key = json!([{"fields": "trade", "reference": {"resource": "trades", "fields": "id"}}]);
    let resources = json!([
        {"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "trade"}, {"name": "placed", "type": "integer"}], "foreignKeys": key}},
        {"name": "trades", "path": "trades.csv", "schema": {"primaryKey": "id", "fields": [{"name": "id"}, {"name": "title"}]}},
    ]);
    let files = Memory::default()
        .with(ADDRESS, manifest(resources))
        .with(
            &format!("{}t.csv", at(ADDRESS)),
            "trade,placed\nw,12\np,3\n",
        )
        .with(
            &format!("{}trades.csv", at(ADDRESS)),
            "id,title\nw,Welding\np,Plumbing\n",
        );
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    let frame = ask(&read.dataset, "?measure=placed&by=trade");
    let labels: Vec<&str> = frame.rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Welding", "Plumbing"]);
}

#[test]
fn whatever_is_wrong_with_a_manifest_costs_only_itself() {
    let text = json!({
        "name": 7, "title": ["x"], "license": "PDDL-1.0", "keywords": "a",
        "sources": [{"name": "A", "web": "javascript:alert(1)"}, 5, "B"],
        "resources": [
            {"path": ["t.csv"], "bytes": "many", "hash": 1, "dialect": "x.json",
             "schema": {"fields": [{"name": "trade", "constraints": {"required": "yes"}, "type": "word"}, {"name": "placed", "title": 1}, 3], "foreignKeys": [{"fields": 1}], "primaryKey": {"a": 1}}},
            {"name": "picture", "path": "x.png"}, 4, {"name": "inline", "data": [[1]]}],
    });
    let files = Memory::default().with(ADDRESS, text.to_string()).with(
        &format!("{}t.csv", at(ADDRESS)),
        "trade,placed\nw,12\np,3\n",
    );
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    let frame = ask(&read.dataset, "?measure=placed&by=trade");
    assert_eq!(
        values(&frame),
        [("w".to_owned(), Some(12.0)), ("p".to_owned(), Some(3.0))]
    );
    let problems = said(&read.dataset.problems).join("\n");
    for property in [
        "name",
        "title",
        "keywords",
        "table-1.bytes",
        "table-1.schema.fields[0].constraints",
        "x.png",
    ] {
        assert!(problems.contains(property), "{property} in {problems}");
    }
}

/// Answers every address with the same bytes, or with a fault.
struct Says(Result<&'static [u8], Fault>);

impl Source for Says {
    async fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let fault = |fault: &Fault| Problem::new(SourceLocation::file(address), fault.clone());
        self.0.as_ref().map(|bytes| bytes.to_vec()).map_err(fault)
    }
}

#[test]
fn what_is_no_package_is_told_with_a_remedy() {
    let cases: [(Says, &str); 6] = [
        (
            Says(Ok(b"<!doctype html><title>Sign in</title>")),
            "the address gave a web page instead of data",
        ),
        (Says(Ok(b"a,b\n1,2\n")), "this is not valid JSON"),
        (Says(Ok(b"[1]")), "this is not valid JSON"),
        (Says(Ok(b"{\"name\":\"x\"}")), "“resources” is missing"),
        (
            Says(Err(Fault::NotFetched { status: 0 })),
            "does not let other sites read this file",
        ),
        (
            Says(Err(Fault::NotFetched { status: 404 })),
            "there is no such file",
        ),
    ];
    for (source, words) in cases {
        let problem = now(open(&source, ADDRESS)).expect_err("it does not open");
        let text = Locale::EN.text(problem.sentence());
        assert!(
            text.starts_with(ADDRESS) && text.contains(words) && text.contains("; "),
            "{text}"
        );
    }
}

#[test]
fn a_table_that_is_not_there_leaves_the_others_working() {
    let resources = json!([{"name": "t", "path": "t.csv"}, {"name": "gone", "path": "gone.csv"}, {"name": "page", "path": "page.csv"}]);
    let files = Memory::default()
        .with(ADDRESS, manifest(resources))
        .with(&format!("{}t.csv", at(ADDRESS)), PLACED)
        .with(&format!("{}page.csv", at(ADDRESS)), "<html>");
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    assert_eq!(ask(&read.dataset, "?measure=placed&by=state").rows.len(), 3);
    let problems = said(&read.dataset.problems).join("\n");
    assert!(
        problems.contains("gone.csv: there is no such file"),
        "{problems}"
    );
    assert!(
        problems.contains("page.csv: the address gave a web page"),
        "{problems}"
    );
}

#[test]
fn a_manifest_does_not_lead_out_of_its_folder_but_to_another_https_address() {
    let resources = json!([{"name": "up", "path": "../secret.csv"}, {"name": "far", "path": "https://far.example/t.csv"}, {"name": "plain", "path": "http://far.example/t.csv"}]);
    let files = Memory::default()
        .with(ADDRESS, manifest(resources))
        .with("https://data.example/secret.csv", PLACED)
        .with("https://far.example/t.csv", PLACED)
        .with("http://far.example/t.csv", PLACED);
    let read = now(open(&files, ADDRESS)).expect("it opens").read(&[]);
    let there: Vec<&String> = read.dataset.tables.keys().collect();
    assert_eq!(there, ["far"]);
}

#[test]
fn files_without_a_manifest_open_as_tables() {
    let files = Memory::default()
        .with("placed.csv", PLACED)
        .with("picture.png", [137, 80]);
    let opened = now(open_files("placed.csv", &files)).expect("they open");
    assert!(is_files(opened.name()) && is_foreign(opened.name()));
    let read = opened.read(&[]);
    assert_eq!(ask(&read.dataset, "?measure=placed&by=state").rows.len(), 3);
    assert!(
        said(&read.dataset.problems)
            .join("\n")
            .contains("picture.png: this site cannot read this as a table")
    );
    let nothing =
        now(open_files("x", &Memory::default().with("a.png", [1]))).expect_err("no table");
    assert_eq!(nothing.fault, Fault::NotATable);
}

#[test]
fn files_with_a_manifest_are_found_without_their_folders() {
    let resources =
        json!([{"name": "t", "path": "data/t.csv"}, {"name": "u", "path": "data/u.csv"}]);
    let files = Memory::default()
        .with("datapackage.json", manifest(resources))
        .with("t.csv", PLACED);
    let read = now(open_files("datapackage.json", &files))
        .expect("they open")
        .read(&[]);
    assert_eq!(ask(&read.dataset, "?measure=placed&by=state").rows.len(), 3);
    let problems = said(&read.dataset.problems).join("\n");
    assert!(
        problems.contains("data/u.csv: the manifest names this file"),
        "{problems}"
    );
}

#[test]
fn the_setting_says_what_may_be_opened_and_where() {
    let off = ExternalPlan::default();
    let on = ExternalPlan {
        addresses: true,
        files: true,
        embeds: vec!["https://partner.example".to_owned()],
    };
    for address in [ADDRESS, "/x/datapackage.json"] {
        assert!(!off.allows(address, Surface::Page));
        assert!(on.allows(address, Surface::Page));
        assert!(!on.allows(address, Surface::Embed), "{address}");
    }
    for address in [
        "http://data.example/datapackage.json",
        "ftp://a/datapackage.json",
        "javascript://a/datapackage.json",
    ] {
        assert!(!on.allows(address, Surface::Page), "{address}");
    }
    assert!(on.allows("https://partner.example/p/datapackage.json", Surface::Embed));
    assert!(!on.allows(
        "https://partner.example.evil.example/datapackage.json",
        Surface::Embed
    ));
}

/// A site with one package of its own, and an external package on the same source.
fn site(foreign: Value) -> PublishedFiles<Memory> {
    let own = json!({"name": "own", "title": "Own", "version": "1.0.0", "created": "2026-01-01", "outcomes": {"v": 1},
        "resources": [{"name": "t", "path": "t.csv", "outcomes": {"role": "facts"}, "schema": {"fields": [
            {"name": "state", "type": "string", "outcomes": {"role": "dimension"}},
            {"name": "placed", "type": "integer", "outcomes": {"role": "measure", "unit": "people", "adds": "sum"}}]}}]});
    let catalog = json!({"v": 1, "site": {"foreign": foreign}, "packages": [{"name": "own", "path": "own/datapackage.json", "default": true}]});
    let memory = plain(PLACED)
        .with("data/catalog.json", catalog.to_string())
        .with("data/own/datapackage.json", own.to_string())
        .with("data/own/t.csv", "state,placed\nVA,1\nMD,2\n");
    now(PublishedFiles::open(memory)).expect("a catalogue")
}

fn explored(files: &PublishedFiles<Memory>, address: &str) -> Box<good_jobs::pages::ExplorePage> {
    match now(load_page(files, &Route::Explore, address)) {
        Page::Explore(page) => page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_page_opens_it_and_says_whose_it_is() {
    let files = site(json!({"addresses": true, "files": true}));
    let page = explored(&files, &format!("?package={ADDRESS}&as=t~notes~sum"));
    let frame = page.answered.outcome.as_ref().expect("an answer");
    assert_eq!(frame.package.name, ADDRESS);
    assert_eq!(page.answered.columns.len(), 6);
    assert_eq!(
        page.answered.notices.len(),
        1,
        "{:?}",
        page.answered.notices
    );
    let source = Locale::EN.text(good_jobs::prose::source_line(frame));
    assert!(
        source.contains("data.example") && source.contains("did not publish or check"),
        "{source}"
    );
    assert!(
        Locale::EN
            .text(page.answered.title())
            .ends_with("data from data.example")
    );
    let other = explored(&files, "");
    assert!(
        other
            .answered
            .outcome
            .is_ok_and(|frame| frame.package.whose.is_none())
    );
}

#[test]
fn a_site_that_opens_nothing_else_says_so_and_asks_nobody() {
    let files = site(json!({}));
    let page = explored(&files, &format!("?package={ADDRESS}"));
    let frame = page.answered.outcome.as_ref().expect("the usual answer");
    assert_eq!(frame.package.name, "own");
    let notice = Locale::EN.text(page.answered.notices[0].message());
    assert!(
        notice.contains("opens only data that it publishes"),
        "{notice}"
    );
}

#[test]
fn what_cannot_be_had_shows_nobody_elses_numbers() {
    let files = site(json!({"addresses": true, "files": true}));
    for address in ["https://gone.example/datapackage.json", "files:placed.csv"] {
        let page = explored(&files, &format!("?package={address}&measure=placed"));
        assert!(page.answered.outcome.is_err(), "{address}");
        assert_eq!(page.answered.problems.len(), 1, "{address}");
    }
    let page = explored(&files, "?package=http://data.example/datapackage.json");
    let notice = Locale::EN.text(page.answered.notices[0].message());
    assert!(notice.contains("https://"), "{notice}");
}
