//! The illustrative package in the repository is the output of its generator, byte for byte.

use good_jobs::publish::demo::{Hiding, make};
use std::path::Path;

const FOLDER: &str = "./public/data/good-jobs-challenge-demo";

#[test]
fn the_same_bytes_come_out_again() {
    let demo = make(Hiding::Chosen).unwrap();
    for (path, bytes) in &demo.files {
        let found = std::fs::read(Path::new(FOLDER).join(path)).unwrap();
        assert!(
            found == *bytes,
            "{path} differs: run `outcomes demo`, then `outcomes release`"
        );
    }
    let files = std::fs::read_dir(FOLDER)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().is_file());
    assert_eq!(files.count(), demo.files.len(), "files that nobody makes");
    assert!((1_100..=1_400).contains(&demo.rows));
}

#[test]
fn every_row_of_every_table_says_that_it_is_illustrative() {
    for (path, bytes) in make(Hiding::Chosen).unwrap().files {
        if path.ends_with(".csv") {
            let text = String::from_utf8(bytes).unwrap();
            let (header, rows) = text.split_once('\n').unwrap();
            assert!(header.ends_with(",illustrative"), "{path}");
            assert!(
                rows.lines().all(|row| row.ends_with(",illustrative")),
                "{path}"
            );
        }
    }
}

#[test]
fn every_grantee_is_plainly_fictional() {
    let demo = make(Hiding::Chosen).unwrap();
    let (_, bytes) = demo
        .files
        .iter()
        .find(|(path, _)| path == "grantees.csv")
        .unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(text.lines().count(), 33);
    let plain = |row: &str| row.contains("Example Partnership") && row.contains("(fictional)");
    assert!(text.lines().skip(1).all(plain));
}

/// The sample is about as large as the program, so that no reader takes its numbers for another size of program; most
/// counts may be shown, and some are suppressed.
#[test]
fn the_sample_has_the_size_of_the_program() {
    let total = |hiding, table: &str, column: &str| {
        let demo = make(hiding).unwrap();
        let (_, bytes) = demo.files.iter().find(|(path, _)| path == table).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let at = reader
            .headers()
            .unwrap()
            .iter()
            .position(|name| name == column)
            .unwrap();
        let cells: Vec<String> = reader
            .records()
            .map(|row| row.unwrap()[at].to_owned())
            .collect();
        let numbers: Vec<u32> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
        (numbers.iter().sum::<u32>(), numbers.len(), cells.len())
    };
    let (enrolled, ..) = total(Hiding::Chosen, "totals_quarter.csv", "enrolled");
    assert!((55_000..=65_000).contains(&enrolled), "{enrolled} enrolled");
    let (placed, _, quarters) = total(Hiding::Chosen, "totals_quarter.csv", "placed");
    assert!((45_000..=55_000).contains(&placed), "{placed} placed");
    assert_eq!(quarters, 16);
    let (_, shown, all) = total(Hiding::Chosen, "outcomes.csv", "placed");
    assert!(
        shown * 10 > all * 7 && shown * 20 < all * 19,
        "{shown} of {all} shown"
    );
}
