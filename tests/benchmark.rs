//! A published wage compared with the percentiles of local wages: its position, and which figures
//! get a verdict.

use crate::published::{block_on, files, public};
use good_jobs::frame::{
    Comparison, Frame, PercentilePosition, PercentileValue, YEAR_HOURS, comparison_of,
};
use good_jobs::locale::Locale;
use good_jobs::pages::{Edition, Page, load_page};
use good_jobs::prose;
use good_jobs::query::Notice;
use good_jobs::site::Route;
use good_jobs::value::{Kind, Quantity, Status, StatusSet};
use std::collections::BTreeMap;

/// A file of the packages, read independently of the app.
fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(public().join("data").join(path)).expect(path);
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

fn known(values: &[(u8, f64)]) -> Vec<PercentileValue> {
    let one = |(at, value): &(u8, f64)| PercentileValue {
        at: *at,
        quantity: Some(Quantity::exact(*value)),
        status: StatusSet::NORMAL,
    };
    values.iter().map(one).collect()
}

#[test]
fn a_number_lies_between_the_percentiles_that_are_known() {
    let wages = known(&[(10, 15.0), (25, 18.0), (50, 24.5), (75, 38.7), (90, 61.8)]);
    for (value, spot) in [
        (14.99, PercentilePosition::Below(10)),
        (15.0, PercentilePosition::At(10)),
        (17.0, PercentilePosition::Between(10, 25)),
        (24.5, PercentilePosition::At(50)),
        (30.0, PercentilePosition::Between(50, 75)),
        (61.81, PercentilePosition::Above(90)),
    ] {
        assert_eq!(PercentilePosition::of(value, &wages), spot, "{value}");
    }
    assert_eq!(
        PercentilePosition::of(20.0, &[]),
        PercentilePosition::Unknown
    );
}

#[test]
fn above_the_floor_of_a_top_coded_wage_nothing_is_known() {
    let mut wages = known(&[(10, 40.0), (25, 70.0)]);
    for at in [50, 75, 90] {
        wages.push(PercentileValue {
            at,
            quantity: Some(Quantity::at_least(115.0)),
            status: StatusSet::NORMAL,
        });
    }
    assert_eq!(
        PercentilePosition::of(80.0, &wages),
        PercentilePosition::Between(25, 50)
    );
    assert_eq!(
        PercentilePosition::of(115.0, &wages),
        PercentilePosition::Unknown
    );
    assert_eq!(
        PercentilePosition::of(300.0, &wages),
        PercentilePosition::Unknown
    );
}

#[test]
fn a_percentile_that_was_not_released_is_passed_over() {
    let mut wages = known(&[(10, 15.0), (90, 61.8)]);
    let absent = PercentileValue {
        at: 50,
        quantity: None,
        status: StatusSet::of(Status::Missing),
    };
    wages.insert(1, absent);
    assert_eq!(
        PercentilePosition::of(20.0, &wages),
        PercentilePosition::Between(10, 90)
    );
}

/// Claims about hourly or annual pay; an increase in earnings is not a wage.
fn wage_claims() -> Vec<BTreeMap<String, String>> {
    let of_wage = |row: &BTreeMap<String, String>| row["measure_code"].starts_with("wage_");
    rows("good-jobs-challenge/figures.csv")
        .into_iter()
        .filter(of_wage)
        .collect()
}

#[test]
fn every_published_wage_names_work_that_is_paid_there_and_why() {
    let states = rows("wages-oews-2025/state_occupations.csv");
    let nation = rows("wages-oews-2025/industry_occupations.csv");
    let files = files();
    let own = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let claims = wage_claims();
    assert!(claims.len() >= 7, "only {} wages", claims.len());
    for claim in claims {
        let id = &claim["claim_id"];
        let Comparison {
            occupation,
            place,
            reason,
        } = comparison_of(&own, id).unwrap_or_else(|| panic!("{id} is beside nothing"));
        assert_eq!(occupation, claim["comparison_occupation"]);
        assert!(reason.len() > 30, "{id}: {reason}");
        let is_paid = match &place {
            Some(place) => states
                .iter()
                .any(|row| row["state"] == *place && row["occupation_code"] == occupation),
            None => nation.iter().any(|row| {
                row["industry_code"] == "000000" && row["occupation_code"] == occupation
            }),
        };
        assert!(is_paid, "{id}: {occupation} in {place:?}");
    }
}

fn explored(address: &str) -> (Frame, Vec<Notice>) {
    let page = block_on(load_page(&files(), &Route::Explore, address));
    let Page::Explore(page) = page else {
        panic!("{address} is no page of Explore");
    };
    (
        page.answered.outcome.expect("an answer"),
        page.answered.notices,
    )
}

fn address_of(claim: &BTreeMap<String, String>) -> String {
    let (measure, place) = match claim["comparison_place"].as_str() {
        "" => ("industry_occupations.hourly_median", String::new()),
        place => ("hourly_median", format!("&f.state={place}")),
    };
    format!(
        "?package=wages-oews-2025&measure={measure}&by=occupation_code&view=range&beside={}&f.occupation_code={}{place}",
        claim["claim_id"], claim["comparison_occupation"]
    )
}

#[test]
fn the_percentiles_are_those_of_the_file_and_a_year_is_2080_hours() {
    let states = rows("wages-oews-2025/state_occupations.csv");
    for claim in wage_claims() {
        let (frame, notices) = explored(&address_of(&claim));
        assert!(notices.is_empty(), "{notices:?}");
        let beside = frame.beside.as_deref().expect("the wage stands beside");
        let hours = match claim["unit_code"].as_str() {
            "usd_per_year" => f64::from(YEAR_HOURS),
            _ => 1.0,
        };
        let lowest = [&claim["low"], &claim["value"]]
            .into_iter()
            .find_map(|text| text.parse::<f64>().ok())
            .expect("a number");
        let drawn = beside.drawn.low.expect("every wage has a lower end").at;
        assert!(
            (drawn * hours - lowest).abs() < 1e-6,
            "{}",
            claim["claim_id"]
        );
        let place = &claim["comparison_place"];
        let Some(row) = states.iter().find(|row| {
            row["state"] == *place && row["occupation_code"] == claim["comparison_occupation"]
        }) else {
            continue;
        };
        let shown: Vec<(u8, f64)> = frame.rows[0]
            .cell
            .percentiles
            .iter()
            .map(|known| (known.at, known.quantity.expect("released").anchor()))
            .collect();
        let of = |field: &str| row[field].parse::<f64>().expect(field);
        assert_eq!(
            shown,
            [
                (10, of("hourly_p10")),
                (25, of("hourly_p25")),
                (50, of("hourly_median")),
                (75, of("hourly_p75")),
                (90, of("hourly_p90"))
            ]
        );
    }
}

#[test]
fn only_what_happened_gets_a_verdict() {
    let mut kinds = Vec::new();
    for claim in wage_claims() {
        let (frame, _) = explored(&address_of(&claim));
        let told = Locale::EN.text(prose::summary(&frame));
        let kind = Kind::parse(&claim["kind"]).expect("a kind");
        let falls = told.contains("published wage falls");
        let has_verdict = told.contains(" falls ");
        assert_eq!(has_verdict, kind == Kind::Actual, "{told}");
        assert!(kind == Kind::Actual || !falls, "{told}");
        if kind == Kind::Actual {
            assert!(told.contains("workers of all experience"), "{told}");
        }
        kinds.push(kind);
    }
    assert!(kinds.contains(&Kind::Actual) && kinds.contains(&Kind::Projection));
    assert!(kinds.contains(&Kind::Commitment));
}

#[test]
fn starting_pay_is_read_against_the_lowest_percentiles_first() {
    let claims = wage_claims();
    let starting = claims.iter().find(|claim| claim["sense"] == "starting");
    let (frame, _) = explored(&address_of(starting.expect("Maryland's")));
    let told = Locale::EN.text(prose::summary(&frame));
    for words in ["10th and 25th percentiles", "$18.98", "$22.84"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_wage_that_nobody_published_or_of_another_unit_is_told() {
    let plain =
        "?package=wages-oews-2025&measure=hourly_median&by=occupation_code&view=range&f.state=MD";
    let (frame, notices) = explored(&format!("{plain}&beside=nobody-said-this"));
    assert!(frame.beside.is_none());
    assert!(
        matches!(notices.as_slice(), [Notice::UnknownClaim { claim }] if claim == "nobody-said-this"),
        "{notices:?}"
    );
    let (frame, notices) = explored(&format!(
        "{plain}&beside=good-jobs-challenge-people-placed-25000"
    ));
    assert!(frame.beside.is_none());
    assert!(
        matches!(notices.as_slice(), [Notice::OtherUnit { .. }]),
        "{notices:?}"
    );
    // Without percentiles there is no comparison.
    let bars = plain.replace("range", "bar");
    let (frame, _) = explored(&format!("{bars}&beside={}", wage_claims()[0]["claim_id"]));
    assert!(frame.beside.is_none() && frame.rows[0].cell.percentiles.is_empty());
}

#[test]
fn what_has_no_percentiles_offers_no_ranges() {
    let (_, notices) = explored(
        "?package=wages-oews-2025&measure=employment&by=occupation_code&view=range&f.state=MD",
    );
    assert!(
        matches!(notices.as_slice(), [Notice::ViewDoesNotFit { .. }]),
        "{notices:?}"
    );
}
