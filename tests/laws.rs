//! Laws that hold for every table: groups add up to the total under every filter, filters commute,
//! the order of rows does not matter, and what cannot be added is never added.

use crate::literal::{dimension, measure, package};
use good_jobs::frame::{Cell, Frame, Refusal, answer};
use good_jobs::query::{Query, resolve};
use good_jobs::table::Dataset;
use good_jobs::value::{Qualifier, Quantity};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;

const STATES: [&str; 4] = ["VA", "MD", "TX", "PR"];
const PROGRAMS: [&str; 3] = ["a", "b", "c"];
const QUARTERS: [&str; 3] = ["2024-Q1", "2024-Q2", "2024-Q3"];

/// (state, program, quarter, people, wage); `None` is a suppressed cell.
type Record = (usize, usize, usize, Option<u16>, Option<u16>);

fn record() -> impl Strategy<Value = Record> {
    let hidden = |most: u16| prop_oneof![6 => (0..most).prop_map(Some), 1 => Just(None)];
    (0..4usize, 0..3usize, 0..3usize, hidden(900), hidden(9000))
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    proptest::collection::vec(record(), 1..40)
}

fn filters() -> impl Strategy<Value = BTreeMap<String, Vec<String>>> {
    let some = |words: &'static [&'static str]| {
        let chosen = proptest::sample::subsequence(words.to_vec(), 0..=words.len());
        chosen.prop_map(|words| {
            words
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<String>>()
        })
    };
    (some(&STATES), some(&PROGRAMS), some(&QUARTERS)).prop_map(|(states, programs, quarters)| {
        [
            ("state", states),
            ("program", programs),
            ("quarter", quarters),
        ]
        .into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(field, values)| (field.to_owned(), values))
        .collect()
    })
}

fn axis() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("state"), Just("program"), Just("quarter")]
}

fn load(records: &[Record]) -> Dataset {
    let markers = json!({"s": {"status": "Q"}});
    let mut people = measure(
        "people",
        "people",
        json!({"adds": "sum", "over_time": "flow", "markers": markers}),
    );
    people["missingValues"] = json!(["", "s"]);
    let schema = json!({"fields": [
        dimension("state"), dimension("program"),
        {"name": "quarter", "type": "string", "outcomes": {"role": "period", "grain": "quarter"}},
        people,
        measure("wage", "usd_per_hour", json!({"adds": "mean", "weight": "people", "over_time": "flow"})),
        measure("double", "people", json!({"adds": "sum", "over_time": "flow", "not_additive_over": ["program"]})),
        measure("middle", "usd_per_hour", json!({"adds": "none", "over_time": "flow"})),
    ]});
    let mut csv = "state,program,quarter,people,wage,double,middle\n".to_owned();
    for (state, program, quarter, people, wage) in records {
        let people = people.map_or("s".to_owned(), |people| people.to_string());
        let cents = wage.map_or(String::new(), |wage| {
            format!("{}.{:02}", wage / 100, wage % 100)
        });
        let (state, program, quarter) = (STATES[*state], PROGRAMS[*program], QUARTERS[*quarter]);
        csv += &format!("{state},{program},{quarter},{people},{cents},1,{cents}\n");
    }
    package()
        .table("t", json!({"role": "facts"}), schema, &csv)
        .loaded()
}

fn placed(dataset: &Dataset, query: &Query) -> Result<Frame, Refusal> {
    answer(
        dataset,
        &resolve(&dataset.package, query).expect("a measure"),
    )
}

/// An answer without the line numbers of its records, the only part that may differ between files.
fn ask(dataset: &Dataset, query: &Query) -> Result<Frame, Refusal> {
    let mut frame = placed(dataset, query)?;
    let rows = frame.rows.iter_mut().map(|row| &mut row.cell);
    for cell in rows.chain(&mut frame.total) {
        cell.lines.clear();
    }
    Ok(frame)
}

fn question(measure: &str, by: &str, filters: &BTreeMap<String, Vec<String>>) -> Query {
    Query {
        measure: Some(measure.to_owned()),
        by: Some(by.to_owned()),
        filters: filters.clone(),
        ..Query::default()
    }
}

fn passes(record: &Record, filters: &BTreeMap<String, Vec<String>>) -> bool {
    let has = |field: &str, word: &str| {
        filters
            .get(field)
            .is_none_or(|values| values.iter().any(|value| value == word))
    };
    has("state", STATES[record.0])
        && has("program", PROGRAMS[record.1])
        && has("quarter", QUARTERS[record.2])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::effort::cases(200)))]

    #[test]
    fn groups_add_up_to_the_total_under_every_filter(
        records in records(), filters in filters(), by in axis(), series in proptest::option::of(axis()),
    ) {
        let dataset = load(&records);
        let mut query = question("people", by, &filters);
        query.series = series.map(str::to_owned);
        let kept: Vec<&Record> = records.iter().filter(|record| passes(record, &filters)).collect();
        match ask(&dataset, &query) {
            Err(refusal) => prop_assert!(refusal == Refusal::Empty && kept.is_empty()),
            Ok(frame) => {
                let total = frame.total.expect("people add up");
                let parts = frame.rows.iter().filter_map(|row| row.cell.quantity);
                let sum: f64 = parts.map(|quantity| quantity.anchor()).sum();
                let known: f64 = kept.iter().filter_map(|record| record.3).map(f64::from).sum();
                prop_assert_eq!(sum, known);
                let count: u32 = frame.rows.iter().map(|row| row.cell.records).sum();
                prop_assert_eq!((count, total.records), (kept.len() as u32, kept.len() as u32));
                let hidden = kept.iter().filter(|record| record.3.is_none()).count() as u32;
                prop_assert_eq!(total.without_number, hidden);
                match total.quantity {
                    Some(quantity) if hidden == 0 => prop_assert_eq!(quantity, Quantity::exact(known)),
                    Some(quantity) => prop_assert_eq!(quantity, Quantity::at_least(known)),
                    None => prop_assert!(hidden > 0 && known == 0.0),
                }
            }
        }
    }

    #[test]
    fn a_filter_is_the_same_as_a_file_without_the_other_rows(
        records in records(), filters in filters(), by in axis(), measure in prop_oneof![Just("people"), Just("wage"), Just("middle")],
    ) {
        let kept: Vec<Record> = records.iter().filter(|record| passes(record, &filters)).copied().collect();
        prop_assume!(!kept.is_empty());
        let whole = ask(&load(&records), &question(measure, by, &filters));
        let part = ask(&load(&kept), &question(measure, by, &BTreeMap::new()));
        match (whole, part) {
            (Ok(whole), Ok(part)) => prop_assert_eq!(whole.rows, part.rows),
            (whole, part) => prop_assert!(
                matches!((&whole, &part), (Err(Refusal::CannotAverage { .. }), Err(Refusal::CannotAverage { .. }))),
                "{:?} {:?}", whole, part
            ),
        }
    }

    #[test]
    fn the_lines_of_a_number_are_those_of_its_records(records in records(), filters in filters()) {
        let Ok(frame) = placed(&load(&records), &question("people", "state", &filters)) else {
            return Ok(());
        };
        for row in &frame.rows {
            let is_of = |record: &Record| passes(record, &filters) && STATES[record.0] == row.key;
            let lines = records.iter().zip(2..).filter(|(record, _)| is_of(record));
            let lines: Vec<u64> = lines.map(|(_, line)| line).collect();
            match row.cell.records <= Cell::NAMED {
                true => prop_assert_eq!(&row.cell.lines, &lines),
                false => prop_assert!(row.cell.lines.is_empty()),
            }
        }
    }

    #[test]
    fn filters_commute(records in records(), one in filters(), other in filters(), by in axis()) {
        // Rows that match both filters, whichever is applied first: a file narrowed by one and
        // queried with the other.
        let narrowed = |filters: &BTreeMap<String, Vec<String>>| -> Vec<Record> {
            records.iter().filter(|record| passes(record, filters)).copied().collect()
        };
        let (first, second) = (narrowed(&one), narrowed(&other));
        prop_assume!(!first.is_empty() && !second.is_empty());
        let left = ask(&load(&first), &question("people", by, &other)).map(|frame| frame.rows);
        let right = ask(&load(&second), &question("people", by, &one)).map(|frame| frame.rows);
        prop_assert_eq!(left, right);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        records in records(), filters in filters(), by in axis(), series in proptest::option::of(axis()),
        measure in prop_oneof![Just("people"), Just("wage"), Just("middle")], seed in any::<u64>(),
    ) {
        let mut turned = records.clone();
        let mut state = seed | 1;
        for at in (1..turned.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            turned.swap(at, (state >> 33) as usize % (at + 1));
        }
        let mut query = question(measure, by, &filters);
        query.series = series.map(str::to_owned);
        prop_assert_eq!(ask(&load(&records), &query), ask(&load(&turned), &query));
    }

    #[test]
    fn measures_side_by_side_are_each_measure_by_itself(
        records in records(), filters in filters(), by in axis(),
    ) {
        let dataset = load(&records);
        let mut query = question("people", by, &filters);
        query.compare = vec!["double".to_owned()];
        let (people, double) = (question("people", by, &filters), question("double", by, &filters));
        match (ask(&dataset, &query), ask(&dataset, &people), ask(&dataset, &double)) {
            (Ok(both), Ok(people), Ok(double)) => {
                for (at, alone) in [people, double].iter().enumerate() {
                    for row in &alone.rows {
                        let same = |other: &&good_jobs::frame::Row| other.key == row.key && other.series == Some(at);
                        let found: Vec<_> = both.rows.iter().filter(same).collect();
                        prop_assert_eq!(found.len(), 1);
                        prop_assert_eq!(&found[0].cell, &row.cell);
                    }
                }
            }
            (Err(both), people, double) => prop_assert!(people.err() == Some(both.clone()) || double.err() == Some(both)),
            (both, people, double) => prop_assert!(false, "{both:?} {people:?} {double:?}"),
        }
    }

    #[test]
    fn a_measure_against_another_has_the_numbers_of_both(
        records in records(), filters in filters(), by in axis(), series in proptest::option::of(axis()),
    ) {
        let dataset = load(&records);
        let mut query = question("people", by, &filters);
        query.series = series.map(str::to_owned);
        let people = ask(&dataset, &query);
        let wage = ask(&dataset, &Query { measure: Some("wage".to_owned()), ..query.clone() });
        query.x = Some("wage".to_owned());
        let (Ok(pairs), Ok(people), Ok(wage)) = (ask(&dataset, &query), people, wage) else {
            return Ok(());
        };
        prop_assert_eq!(pairs.rows.len(), people.rows.len());
        for (pair, own) in pairs.rows.iter().zip(&people.rows) {
            prop_assert_eq!((&pair.key, pair.cell.quantity), (&own.key, own.cell.quantity));
            let other = wage.rows.iter().find(|row| (&row.key, row.series) == (&own.key, own.series));
            let across = pair.cell.across.as_ref().and_then(|across| across.quantity);
            prop_assert_eq!(across, other.and_then(|row| row.cell.quantity));
        }
    }

    #[test]
    fn shares_add_up_to_one_or_are_not_given(
        records in records(), filters in filters(), by in axis(), series in axis(),
    ) {
        prop_assume!(by != series);
        let dataset = load(&records);
        let mut query = question("people", by, &filters);
        query.series = Some(series.to_owned());
        query.share = true;
        let Ok(frame) = ask(&dataset, &query) else {
            return Ok(());
        };
        let labels: std::collections::BTreeSet<&str> = frame.rows.iter().map(|row| row.key.as_str()).collect();
        for label in labels {
            let parts: Vec<&Cell> = frame.rows.iter().filter(|row| row.key == label).map(|row| &row.cell).collect();
            let hidden = parts.iter().any(|cell| cell.without_number > 0);
            let shares: Vec<f64> = parts.iter().filter_map(|cell| cell.quantity).map(|share| share.anchor()).collect();
            match hidden {
                true => prop_assert!(shares.is_empty(), "{label}: {shares:?} of a whole that is a bound"),
                false => {
                    let sum: f64 = shares.iter().sum();
                    let is_nought = shares.is_empty();
                    prop_assert!(is_nought || (sum - 1.0).abs() < 1e-9, "{label}: {sum}");
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_added_over_never_is(
        records in records(), filters in filters(), by in axis(), series in proptest::option::of(axis()),
    ) {
        let mut query = question("double", by, &filters);
        query.series = series.map(str::to_owned);
        let is_named = by == "program"
            || series == Some("program")
            || filters.get("program").is_some_and(|values| values.len() == 1);
        match ask(&load(&records), &query) {
            Ok(frame) => {
                prop_assert!(is_named);
                let one = filters.get("program").is_some_and(|values| values.len() == 1);
                prop_assert_eq!(frame.total.is_some(), one, "the whole only where one program is chosen");
            }
            Err(Refusal::NoSplit { .. }) => prop_assert!(!is_named),
            Err(refusal) => prop_assert_eq!(refusal, Refusal::Empty),
        }
    }

    #[test]
    fn a_mean_lies_between_its_records_and_is_refused_where_one_is_unknown(
        records in records(), by in axis(),
    ) {
        let frame = ask(&load(&records), &question("wage", by, &BTreeMap::new())).expect("records");
        for row in &frame.rows {
            let word = |record: &&Record| match by {
                "state" => STATES[record.0],
                "program" => PROGRAMS[record.1],
                _ => QUARTERS[record.2],
            };
            let group: Vec<&Record> = records.iter().filter(|record| word(record) == row.key).collect();
            let known = group.iter().all(|record| record.3.is_some() && record.4.is_some());
            let weight: u32 = group.iter().filter_map(|record| record.3).map(u32::from).sum();
            if group.len() == 1 {
                prop_assert_eq!(row.cell.quantity.is_some(), group[0].4.is_some());
            } else if !known || weight == 0 {
                prop_assert_eq!(row.cell.quantity, None);
            } else {
                let mean = row.cell.quantity.expect("all known");
                prop_assert_eq!(mean.word, Qualifier::Exact);
                let wages = || group.iter().filter(|record| record.3 != Some(0)).filter_map(|record| record.4);
                let ends = (wages().min().map(f64::from), wages().max().map(f64::from));
                let cents = mean.anchor() * 100.0;
                prop_assert!(ends.0.is_some_and(|low| cents >= low - 1e-6));
                prop_assert!(ends.1.is_some_and(|high| cents <= high + 1e-6));
            }
        }
    }
}
