//! The dashboard under every choice: what is selected, added and left out is counted again here from
//! the CSV files, by other means than the query engine.

use crate::literal::now;
use crate::published::{files, public, root};
use good_jobs::frame::{Choice, Dashboard, Selection, TileValue, dashboard, proposed_dashboard};
use good_jobs::loader::Edition;
use good_jobs::package::DashboardPlan;
use good_jobs::pages::load_dashboard;
use good_jobs::table::Dataset;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

type Line = BTreeMap<String, String>;

/// A table of the site's own package, as text.
fn lines(table: &str) -> Vec<Line> {
    let path = public().join(format!("data/good-jobs-challenge/{table}.csv"));
    let mut reader = csv::Reader::from_path(path).expect("a table of the package");
    let heads = reader.headers().expect("a header").clone();
    let line = |record: csv::StringRecord| {
        let pairs = heads.iter().zip(record.iter());
        pairs
            .map(|(head, cell)| (head.to_owned(), cell.to_owned()))
            .collect()
    };
    reader
        .records()
        .map(|record| line(record.expect("a record")))
        .collect()
}

/// The holders of the awards that pass a choice.
fn expected_holders(choice: &Choice) -> BTreeSet<String> {
    let bridges = [
        ("state", lines("award_states")),
        ("industry_id", lines("award_industries")),
    ];
    let passes = |award: &Line| {
        choice.iter().all(|(field, values)| {
            match bridges.iter().find(|(bridge, _)| bridge == field) {
                Some((_, links)) => links.iter().any(|link| {
                    link["award_id"] == award["award_id"] && values.contains(&link[field])
                }),
                None => values.contains(&award[field]),
            }
        })
    };
    let awards = lines("awards").into_iter().filter(passes);
    awards.map(|award| award["grantee_id"].clone()).collect()
}

fn own() -> Rc<Dataset> {
    let name = "good-jobs-challenge";
    now(files().dataset(&Edition::newest(name))).expect("the site's own package")
}

thread_local! {
    /// The site's own package, read once for many choices.
    static OWN: Rc<Dataset> = own();
}

fn answer(dataset: &Dataset, choice: &Choice) -> Dashboard {
    let plan = dataset.package.outcomes.dashboard.as_ref().expect("a plan");
    answered(dataset, plan, choice)
}

fn answered(dataset: &Dataset, plan: &DashboardPlan, choice: &Choice) -> Dashboard {
    dashboard(&Selection::of(dataset, plan, choice).expect("a dashboard"))
}

fn check(dataset: &Dataset, choice: &Choice) {
    let expected = expected_holders(choice);
    let shown = answer(dataset, choice);
    let holders: BTreeSet<String> = shown.holders.iter().cloned().collect();
    assert_eq!(holders, expected, "{choice:?}");
    assert_eq!(shown.selected as usize, expected.len(), "{choice:?}");
    let table = shown.table.expect("a table of holders");
    let rows: BTreeSet<String> = table.rows.iter().map(|row| row.key.clone()).collect();
    assert_eq!(rows, expected, "{choice:?}");
    let figures = lines("figures");
    for tile in &shown.tiles {
        let measure = match tile.id.as_str() {
            "placed" => "people_placed",
            "enrolled" => "people_enrolled",
            _ => continue,
        };
        // Every published result of a whole grant that is selected.
        let about = |holder: &String| {
            figures.iter().any(|line| {
                line["measure_code"] == measure
                    && line["kind"] == "actual"
                    && line["background"] != "true"
                    && line["grantee_id"] == *holder
            })
        };
        let known = expected.iter().filter(|holder| about(holder)).count();
        assert_eq!(tile.known as usize, known, "{} of {choice:?}", tile.id);
        assert_eq!(
            tile.of as usize,
            expected.len(),
            "{} of {choice:?}",
            tile.id
        );
        if choice.is_empty() {
            assert!(matches!(tile.value, TileValue::Claim(_)), "{}", tile.id);
            continue;
        }
        match &tile.value {
            TileValue::NotPublished => assert_eq!(known, 0, "{} of {choice:?}", tile.id),
            TileValue::Sum { cell, .. } => {
                let parts = tile
                    .figures
                    .iter()
                    .filter_map(|figure| figure.row.cell.quantity);
                let sum: f64 = parts.map(|part| part.anchor()).sum();
                match cell.quantity {
                    Some(total) => assert_eq!(total.anchor(), sum, "{} of {choice:?}", tile.id),
                    None => assert!(cell.parts.len() > 1, "{} of {choice:?}", tile.id),
                }
            }
            other => panic!("{} of {choice:?}: {other:?}", tile.id),
        }
    }
}

#[test]
fn every_single_choice_selects_the_grants_that_the_tables_name() {
    let dataset = own();
    let whole = answer(&dataset, &Choice::new());
    check(&dataset, &Choice::new());
    let mut tried = 0;
    for facet in &whole.filters {
        for value in facet.values.iter().filter(|value| value.records > 0) {
            let choice = Choice::from([(facet.field.clone(), vec![value.key.clone()])]);
            check(&dataset, &choice);
            tried += 1;
        }
    }
    assert!(tried > 80, "{tried} choices");
}

#[test]
fn a_sum_of_results_keeps_the_word_of_its_parts() {
    let dataset = own();
    let choice = Choice::from([("cohort_id".to_owned(), vec!["arp-2022".to_owned()])]);
    let shown = answer(&dataset, &choice);
    let placed = shown
        .tiles
        .iter()
        .find(|tile| tile.id == "placed")
        .expect("a tile");
    let TileValue::Sum { cell, .. } = &placed.value else {
        panic!("{:?}", placed.value);
    };
    // "More than 80" and "about 76" have no sum: the parts are listed.
    assert_eq!(cell.quantity, None);
    assert!(cell.refused.is_some() && cell.parts.len() == placed.known as usize);
}

#[test]
fn a_value_that_no_record_has_is_named_and_selects_nothing_away() {
    let page = now(load_dashboard(
        &files(),
        "good-jobs-challenge",
        "?f.state=ZZ&f.cohort_id=fy2024",
    ));
    let page = page.expect("the package").expect("a dashboard");
    assert_eq!(page.unknown, ["ZZ"]);
    assert_eq!(page.choice.keys().collect::<Vec<_>>(), ["cohort_id"]);
    assert_eq!(page.answer.selected, 5);
}

#[test]
fn a_panel_says_which_filters_do_not_change_it() {
    let page = now(load_dashboard(
        &files(),
        "good-jobs-challenge",
        "?f.state=MO",
    ));
    let page = page.expect("the package").expect("a dashboard");
    let of = |id: &str| {
        page.panels
            .iter()
            .find(|panel| panel.id == id)
            .expect("a panel")
    };
    assert_eq!(of("placed").ignored.len(), 1);
    assert_eq!(of("apprentices").ignored.len(), 1);
    for id in ["states", "industries", "results", "pay"] {
        assert!(of(id).ignored.is_empty(), "{id}");
    }
    // The panel whose marks were chosen keeps them all.
    let states = of("states").outcome.as_ref().expect("a frame");
    assert!(states.rows.len() > 20);
    let pay = of("pay").outcome.as_ref().expect("a frame");
    assert_eq!(
        pay.filters
            .iter()
            .find(|filter| filter.field == "state")
            .map(|filter| filter.values.clone()),
        Some(vec!["Missouri".to_owned()])
    );
}

#[test]
fn a_slice_of_wages_gives_the_numbers_of_the_whole_file() {
    let files = files();
    let page = now(load_dashboard(&files, "good-jobs-challenge", "?f.state=OH"));
    let page = page.expect("the package").expect("a dashboard");
    let panel = page
        .panels
        .iter()
        .find(|panel| panel.id == "pay")
        .expect("a panel");
    let sliced = panel.outcome.as_ref().expect("a frame");
    assert!(
        sliced.package.file.starts_with("by-state/"),
        "{}",
        sliced.package.file
    );
    let whole = now(files.dataset(&Edition::newest("wages-oews-2025"))).expect("the whole package");
    let resolved = good_jobs::query::resolve(&whole.package, &panel.query).expect("a measure");
    let frame = good_jobs::frame::answer(&whole, &resolved).expect("a frame");
    let numbers = |frame: &good_jobs::frame::Frame| -> Vec<_> {
        frame
            .rows
            .iter()
            .map(|row| (row.key.clone(), row.cell.quantity, row.cell.status))
            .collect()
    };
    assert_eq!(numbers(sliced), numbers(&frame));
    assert!(!sliced.rows.is_empty());
}

#[test]
fn a_package_without_a_plan_gets_one_from_its_roles() {
    let demo =
        now(files().dataset(&Edition::newest("good-jobs-challenge-demo"))).expect("a package");
    let plan = proposed_dashboard(&demo).expect("a proposal");
    assert!(plan.filters.contains(&"state".to_owned()));
    assert!((3..=5).contains(&plan.tiles.len()) && (3..=6).contains(&plan.panels.len()));
    let choice = Choice::from([("state".to_owned(), vec!["VA".to_owned()])]);
    let (whole, part) = (
        answered(&demo, &plan, &Choice::new()),
        answered(&demo, &plan, &choice),
    );
    for (whole, part) in whole.tiles.iter().zip(&part.tiles) {
        let total = |value: &TileValue| match value {
            // A rate of a part may be above that of the whole.
            TileValue::Total(total) if total.measure.unit.as_str() == "people" => {
                total.cell.quantity.map(|known| known.anchor())
            }
            _ => None,
        };
        assert!(total(&whole.value) >= total(&part.value), "{}", whole.id);
    }
    assert!(part.selected < whole.selected);
}

#[test]
fn a_field_that_no_table_has_is_a_fault_of_the_manifest() {
    let path = root().join("public/data/good-jobs-challenge/datapackage.json");
    let text = std::fs::read_to_string(path).expect("the manifest");
    assert!(text.contains("\"dashboard\""));
    let mut package = own().package.clone();
    let plan = package.outcomes.dashboard.as_mut().expect("a plan");
    plan.filters.push("county".to_owned());
    let shown = answered(&own(), plan, &Choice::new());
    assert!(shown.filters.iter().all(|facet| facet.field != "county"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::effort::cases(40)))]
    #[test]
    fn any_choice_of_several_fields_selects_what_the_tables_name(
        states in proptest::sample::subsequence(vec!["MO", "OH", "TX", "VA", "PR", "AK"], 0..3),
        industries in proptest::sample::subsequence(vec!["healthcare", "manufacturing", "information-technology"], 0..3),
        round in proptest::option::of(proptest::sample::select(vec!["arp-2022", "fy2024"])),
    ) {
        let mut choice = Choice::new();
        let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
        if !states.is_empty() { choice.insert("state".to_owned(), owned(states)); }
        if !industries.is_empty() { choice.insert("industry_id".to_owned(), owned(industries)); }
        if let Some(round) = round { choice.insert("cohort_id".to_owned(), vec![round.to_owned()]); }
        OWN.with(|dataset| check(dataset, &choice));
    }
}
