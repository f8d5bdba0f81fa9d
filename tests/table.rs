//! Invalid packages, each with the expected problems; and the storage of numbers, codes, keys and
//! sums.

use crate::literal::{Folder, measure, now, package, string};
use good_jobs::locale::Locale;
use good_jobs::package::open;
use good_jobs::table::{Codes, Grouping, RowSet, group, load};
use good_jobs::value::{Qualifier, Quantity, Status, StatusSet};
use proptest::prelude::*;
use serde_json::json;
use std::fmt::Write;
use std::path::Path;

/// Every table with its rows, then every problem as a sentence.
fn told(folder: &Path) -> String {
    let source = Folder(folder.to_owned());
    let mut text = String::new();
    let problems = match now(open(&source, "datapackage.json")) {
        Err(problem) => vec![problem],
        Ok(opened) => {
            let mut problems = Vec::new();
            let package = opened.collect_into(&mut problems);
            let dataset = now(load(&source, package));
            for (name, table) in &dataset.tables {
                let left_out = table.left_out;
                let _ = writeln!(text, "[{name}: {} rows, {left_out} left out]", table.len);
            }
            problems.extend(dataset.problems);
            problems
        }
    };
    for problem in problems {
        let _ = writeln!(text, "{}", Locale::EN.text(problem.sentence()));
    }
    text
}

#[test]
fn every_bad_package_is_told_what_is_wrong_with_it() {
    let corpus = Path::new(".").join("tests/corpus");
    let mut cases: Vec<_> = std::fs::read_dir(corpus)
        .expect("the corpus is there")
        .flatten()
        .map(|entry| entry.path())
        // Imported tables have a test of their own, `tests/reading.rs`.
        .filter(|path| !path.ends_with("imported"))
        .collect();
    cases.sort();
    assert!(cases.len() > 40, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let found = told(&case);
        let file = case.join("expected.txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &found).expect("the corpus can be written");
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "told otherwise:\n{}", wrong.join("\n"));
}

fn facts(measure: serde_json::Value, csv: &str) -> crate::literal::Literal {
    let schema = json!({"fields": [crate::literal::dimension("place"), measure]});
    package().table("t", json!({"role": "facts"}), schema, csv)
}

#[test]
fn a_row_left_out_is_counted_and_later_rows_keep_their_number_in_the_file() {
    let dataset = facts(
        measure("n", "people", json!({"adds": "sum"})),
        "place,n\nVA,1\nMD,x\nTX,3\n",
    )
    .load();
    let table = dataset.table("t").expect("the table is there");
    assert_eq!((table.len, table.left_out), (2, 1));
    assert_eq!((table.file_row(0), table.file_row(1)), (1, 3));
    let places = table.codes("place").expect("codes");
    assert_eq!(
        places.words(),
        ["", "VA", "TX"],
        "words of left-out rows are forgotten"
    );
}

#[test]
fn a_number_keeps_every_digit_published() {
    let dataset = facts(
        measure("n", "usd", json!({"adds": "sum"})),
        "place,n\na,12\nb,0.1\nc,0.2\nd,-3.25\ne,1e3\n",
    )
    .loaded();
    let column = dataset
        .table("t")
        .and_then(|table| table.numbers("n"))
        .expect("numbers");
    assert_eq!(column.decimals, 2);
    let values: Vec<_> = (0..5).map(|row| column.at(row)).collect();
    assert_eq!(values, [12.0, 0.1, 0.2, -3.25, 1000.0].map(Some));
}

#[test]
fn numbers_are_read_as_their_field_writes_them() {
    let field = json!({"name": "n", "type": "number", "groupChar": ".", "decimalChar": ",",
        "bareNumber": false, "outcomes": {"role": "measure", "unit": "usd", "adds": "sum"}});
    let dataset = facts(field, "place,n\na,\"1.234,50 EUR\"\nb,€ 7\n").loaded();
    let column = dataset
        .table("t")
        .and_then(|table| table.numbers("n"))
        .expect("numbers");
    assert_eq!((column.at(0), column.at(1)), (Some(1234.5), Some(7.0)));
}

#[test]
fn a_marker_is_a_bound_or_a_reason_never_a_number() {
    let wage = json!({"name": "n", "type": "number", "missingValues": ["", "#", "s"],
        "outcomes": {"role": "measure", "unit": "usd_per_hour", "adds": "none",
        "markers": {"#": {"bound": "at_least", "value": 115.0}, "s": {"status": "Q", "conf": "A"}}}});
    let dataset = facts(wage, "place,n\na,#\nb,s\nc,\n").loaded();
    let column = dataset
        .table("t")
        .and_then(|table| table.numbers("n"))
        .expect("numbers");
    assert_eq!(column.quantity_at(0), Some(Quantity::at_least(115.0)));
    assert_eq!(column.quantity_at(1), None);
    let hidden = StatusSet::of(Status::Suppressed).with(Status::SmallCount);
    assert_eq!(column.status_at(1), hidden);
    assert_eq!(column.status_at(2), StatusSet::of(Status::Missing));
}

#[test]
fn a_number_whose_row_says_that_it_is_hidden_is_forgotten() {
    let schema = json!({"fields": [
        crate::literal::dimension("place"),
        measure("n", "people", json!({"adds": "sum"})),
        {"name": "st", "type": "string", "outcomes": {"role": "status", "of": "n"}},
        {"name": "cf", "type": "string", "outcomes": {"role": "confidentiality", "of": "n"}},
        {"name": "q", "type": "string", "outcomes": {"role": "qualifier", "of": "n"}},
    ]});
    let csv = "place,n,st,cf,q\na,7,Q,A,\nb,5,A,F,about\nc,,Q,D,\nd,9,B~P,F,more_than\n";
    let dataset = package()
        .table("t", json!({"role": "facts"}), schema, csv)
        .loaded();
    let column = dataset
        .table("t")
        .and_then(|table| table.numbers("n"))
        .expect("numbers");
    assert_eq!(column.at(0), None);
    let all = Grouping {
        by: None,
        series: None,
        measure: Some(column),
        weight: None,
    };
    let sums = &group(&RowSet::all(4), &[all])[0];
    assert_eq!(sums.sum(0), 14.0, "the hidden 7 is in no sum");
    assert_eq!(sums.without_number(0), 2);
    let words: Vec<Qualifier> = sums.words(0).collect();
    assert_eq!(words, [Qualifier::About, Qualifier::MoreThan]);
    let hidden = StatusSet::of(Status::Suppressed).with(Status::Secondary);
    assert_eq!(
        column.status_at(2),
        hidden,
        "the reason takes the place of “no reason given”"
    );
}

#[test]
fn codes_widen_as_words_arrive_and_keep_their_meaning() {
    let rows: String = (0..70_000).map(|row| format!("w{row},1\n")).collect();
    let dataset = facts(
        measure("n", "people", json!({"adds": "sum"})),
        &format!("place,n\n{rows}"),
    )
    .loaded();
    let places = dataset
        .table("t")
        .and_then(|table| table.codes("place"))
        .expect("codes");
    assert!(matches!(places.codes, Codes::U32(_)));
    for row in [0, 255, 256, 65_535, 65_536, 69_999] {
        assert_eq!(places.word_at(row), format!("w{row}"));
    }
}

#[test]
fn texts_and_keys_are_read_back_as_written() {
    let schema = json!({"primaryKey": ["id"], "fields": [string("id"), string("note")]});
    let csv = "id,note\n1,\"a, \"\"b\"\"\"\n2,\n3,\"zwei\nZeilen ü\"\n";
    let dataset = package()
        .table("t", json!({"role": "notes"}), schema, csv)
        .loaded();
    let table = dataset.table("t").expect("the table is there");
    let notes: Vec<&str> = (0..3).map(|row| table.text("note", row)).collect();
    assert_eq!(notes, ["a, \"b\"", "", "zwei\nZeilen ü"]);
    assert_eq!(table.text("id", 2), "3");
}

#[test]
fn a_bridge_links_each_row_to_its_codes() {
    let dataset = literal_bridge().loaded();
    let links = dataset.links("awards", "state").expect("linked");
    let column = dataset
        .table("bridge")
        .and_then(|table| table.codes("state"))
        .expect("codes");
    let of = |row| {
        let words = links
            .of(row)
            .iter()
            .map(|code| column.words()[*code as usize].as_str());
        words.collect::<Vec<_>>()
    };
    assert_eq!(
        (of(0), of(1), of(2)),
        (vec!["VA", "MD"], vec![], vec!["VA"])
    );
}

fn literal_bridge() -> crate::literal::Literal {
    let awards = json!({"primaryKey": ["code"], "fields": [
        {"name": "code", "type": "string", "outcomes": {"role": "measure", "name": "awards", "unit": "awards", "adds": "count"}},
    ]});
    let bridge = json!({
        "fields": [string("award"), crate::literal::dimension("state")],
        "foreignKeys": [crate::literal::key("award", "awards"), crate::literal::key("state", "places")],
    });
    package()
        .codes("places", &[("VA", "Virginia"), ("MD", "Maryland")])
        .table(
            "awards",
            json!({"role": "facts"}),
            awards,
            "code\na\nb\nc\n",
        )
        .table(
            "bridge",
            json!({"role": "bridge"}),
            bridge,
            "award,state\na,VA\na,MD\nc,VA\n",
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut files = literal_bridge().files();
        files.0.insert("bridge.csv".into(), bytes.clone());
        files.0.insert("awards.csv".into(), [b"code\n", bytes.as_slice()].concat());
        let opened = now(open(&files, "datapackage.json")).expect("readable");
        let dataset = now(load(&files, opened.value));
        for table in dataset.tables.values() {
            prop_assert!(table.left_out == 0 || !dataset.problems.is_empty());
        }
        files.0.insert("datapackage.json".into(), bytes);
        prop_assert!(now(open(&files, "datapackage.json")).is_err());
    }

    #[test]
    fn filters_commute_and_only_narrow(
        a in proptest::collection::vec(any::<bool>(), 1..300),
        seed in any::<u64>(),
    ) {
        let len = a.len();
        let one = RowSet::matching(len, |row| a[row]);
        let other = RowSet::matching(len, |row| (seed >> (row % 64)) & 1 == 1);
        let (mut left, mut right) = (one.clone(), other.clone());
        left.intersect(&other);
        right.intersect(&one);
        prop_assert_eq!(&left, &right);
        prop_assert!(left.iter().all(|row| a[row]));
        prop_assert_eq!(left.iter().count(), left.count());
        prop_assert_eq!(RowSet::all(len).count(), len);
    }
}
