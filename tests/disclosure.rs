//! A suppressed number of the illustrative package cannot be computed from everything that is
//! published, nor narrowed below the width that its manifest declares.
//!
//! The attacker shares no code with the suppression: it reads the CSV files and the public
//! statements of the manifest.

#[path = "disclosure/app.rs"]
mod app;
#[path = "disclosure/attacker.rs"]
mod attacker;
#[path = "disclosure/means.rs"]
mod means;
#[path = "disclosure/people.rs"]
mod people;
#[path = "disclosure/published.rs"]
mod published;
#[path = "disclosure/system.rs"]
mod system;

use attacker::{Outcome, attack};
use good_jobs::package::open;
use good_jobs::publish::Disk;
use good_jobs::publish::demo::{Hiding, make};
use good_jobs::table::load;
use published::{Files, read};
use std::collections::BTreeMap;
use system::System;

const FOLDER: &str = "./public/data/good-jobs-challenge-demo";

fn committed() -> Files {
    let entries = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file()).map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(&path).unwrap())
    });
    files.collect()
}

/// Attacks the quarters on two threads.
fn attack_all(
    quarters: BTreeMap<String, published::Published>,
    every: usize,
    truth: &BTreeMap<String, Vec<f64>>,
) -> Vec<(String, Outcome)> {
    // The largest first, so that no thread is left with a large one at the end.
    let mut jobs: Vec<_> = quarters.into_iter().collect();
    jobs.sort_by_key(|(_, published)| {
        let hidden =
            |count: &&published::Count| matches!(count.shown, published::Shown::Hidden { .. });
        std::cmp::Reverse(published.counts.iter().filter(hidden).count())
    });
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((quarter, published)) =
            jobs.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed))
        {
            done.push((quarter.clone(), attack(published, every, &truth[quarter])));
        }
        done
    };
    std::thread::scope(|scope| {
        let hands = [scope.spawn(work), scope.spawn(work)];
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    })
}

/// Every count as its publisher knows it.
fn truth() -> BTreeMap<String, Vec<f64>> {
    let files: Files = make(Hiding::Nothing).unwrap().files.into_iter().collect();
    let numbers = |published: published::Published| {
        let number = |count: published::Count| match count.shown {
            published::Shown::Number(number) => number,
            published::Shown::Hidden { .. } => panic!("nothing is hidden"),
        };
        published.counts.into_iter().map(number).collect()
    };
    read(&files)
        .into_iter()
        .map(|(quarter, published)| (quarter, numbers(published)))
        .collect()
}

#[test]
fn no_hidden_cell_is_narrower_than_declared() {
    let began = std::time::Instant::now();
    let outcomes = attack_all(read(&committed()), 97, &truth());
    let sum = |of: fn(&Outcome) -> usize| {
        outcomes
            .iter()
            .map(|(_, outcome)| of(outcome))
            .sum::<usize>()
    };
    let narrowest = outcomes
        .iter()
        .map(|(_, outcome)| outcome.narrowest)
        .fold(f64::INFINITY, f64::min);
    println!(
        "attacked {} hidden counts and {} hidden means with {} linear programs in {:.0} s: narrowest count {narrowest:.1} wide; {} ends of counts tried in whole people",
        sum(|outcome| outcome.counts),
        sum(|outcome| outcome.means),
        sum(|outcome| outcome.programs),
        began.elapsed().as_secs_f64(),
        sum(|outcome| outcome.whole),
    );
    let not_whole: Vec<&String> = outcomes
        .iter()
        .flat_map(|(_, outcome)| &outcome.not_whole)
        .collect();
    assert!(
        not_whole.is_empty(),
        "only in parts of people: {not_whole:#?}"
    );
    let broken: Vec<&String> = outcomes
        .iter()
        .flat_map(|(_, outcome)| &outcome.broken)
        .collect();
    assert!(broken.is_empty(), "{} broken: {broken:#?}", broken.len());
    assert!(
        sum(|outcome| outcome.counts) > 500,
        "there is something to attack"
    );
}

#[test]
fn small_counts_hidden_alone_are_broken() {
    let files: Files = make(Hiding::SmallOnly).unwrap().files.into_iter().collect();
    let attacked = read(&files).into_values();
    let outcomes: Vec<Outcome> = attacked.map(|quarter| attack(&quarter, 0, &[])).collect();
    let broken: usize = outcomes.iter().map(|outcome| outcome.cells_broken).sum();
    let hidden: usize = outcomes.iter().map(|outcome| outcome.counts).sum();
    println!("{broken} of {hidden} hidden cells worked out or narrowed");
    assert!(broken > 0 && hidden > 0);
}

/// The worked example in the project's notes on disclosure control.
#[test]
fn a_hidden_block_is_bounded_as_worked_out_by_hand() {
    let mut system = System::default();
    let [a, b, c, d] = [(); 4].map(|()| system.unknown(0.0, 100.0));
    for (x, y, sum) in [(a, b, 7.0), (c, d, 3.0), (a, c, 6.0), (b, d, 4.0)] {
        system.equal(vec![(x, 1.0), (y, 1.0)], sum);
    }
    let (low, high) = system.bounds(a);
    assert!(
        (low - 3.0).abs() < 1e-6 && (high - 6.0).abs() < 1e-6,
        "{low} to {high}"
    );
}

/// A table of 4 regions by 2 sexes with its totals has 15 cells: one suppressed inner cell needs
/// three more, and with fewer it is known exactly.
#[test]
fn one_cell_of_a_small_table_needs_three_more() {
    let opens = |hidden: &[usize]| {
        let mut system = System::default();
        let unknowns: Vec<Option<usize>> = (0..15)
            .map(|cell| hidden.contains(&cell).then(|| system.unknown(0.0, 1_000.0)))
            .collect();
        // Rows 0–3 are regions, row 4 is their total; columns 0–1 are sexes, column 2 is both.
        let truth = |cell: usize| {
            let inner = |row: usize, column: usize| (20 + 3 * row + 5 * column) as f64;
            let rows = if cell / 3 == 4 {
                0..4
            } else {
                cell / 3..cell / 3 + 1
            };
            let columns = if cell % 3 == 2 {
                0..2
            } else {
                cell % 3..cell % 3 + 1
            };
            rows.flat_map(|row| columns.clone().map(move |column| inner(row, column)))
                .sum::<f64>()
        };
        let rows = (0..5).map(|row| [row * 3, row * 3 + 1, row * 3 + 2].to_vec());
        let columns = (0..3).map(|column| (0..5).map(|row| row * 3 + column).collect::<Vec<_>>());
        for line in rows.chain(columns) {
            let signed: Vec<(usize, f64)> = line
                .iter()
                .enumerate()
                .map(|(at, cell)| (*cell, if at + 1 == line.len() { -1.0 } else { 1.0 }))
                .collect();
            let known: f64 = signed
                .iter()
                .filter(|(cell, _)| unknowns[*cell].is_none())
                .map(|(cell, sign)| sign * truth(*cell))
                .sum();
            system.equal(
                signed
                    .iter()
                    .filter_map(|(cell, sign)| Some((unknowns[*cell]?, *sign)))
                    .collect(),
                -known,
            );
        }
        system
            .relations
            .retain(|relation| !relation.terms.is_empty());
        let (low, high) = system.bounds(unknowns[0].unwrap());
        high - low > 1e-6
    };
    let others: Vec<usize> = (1..15).collect();
    for &a in &others {
        for &b in &others {
            assert!(!opens(&[0, a, b]), "{a} and {b} are enough");
        }
    }
    assert!(opens(&[0, 1, 3, 4]));
}

/// Frames, totals and filter counts are computed from published numbers only: no query reveals more
/// than the files do.
#[test]
fn the_app_tells_no_more_than_the_files() {
    let source = Disk(FOLDER.into());
    let dataset = now(async {
        let package = open(&source, "datapackage.json").await.expect("a manifest");
        load(&source, package.value).await
    });
    let compared = app::compare(&committed(), &dataset);
    println!("{compared} shown numbers are sums of published ones");
    assert!(compared > 2_000);
}

/// Runs a future that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("reading from disk does not wait"),
    }
}
