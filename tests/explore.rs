//! What Explore offers: every choice that can be made has an answer, and every measure can be reached.

use crate::published::{block_on, files};
use good_jobs::frame::{MeasureGroup, resolve_with_data};
use good_jobs::pages::{Control, ControlOption, Edition, ExploreAnswer, Unavailable, toggle};
use good_jobs::query::{Query, parse};
use good_jobs::table::Dataset;
use std::collections::BTreeSet;

/// Of the values of a filter every so many are tried.
const VALUES: usize = 16;

fn dataset(name: &str) -> Dataset {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::newest(name))).expect("readable");
    dataset.as_ref().clone()
}

fn answered(dataset: &Dataset, query: Query) -> ExploreAnswer {
    ExploreAnswer::new(&files().catalog, dataset, query, Vec::new())
}

fn open(list: &[ControlOption]) -> impl Iterator<Item = &ControlOption> {
    list.iter().filter(|choice| choice.why.is_none())
}

/// Every question that one choice in the panel leads to, with the choice in words.
fn choices(answer: &ExploreAnswer) -> Vec<(String, Query)> {
    let mut found = Vec::new();
    let change = |control: Control, key: &str| {
        let query = control.change(answer.asked.clone(), &answer.query, key.to_owned());
        (format!("{}={key}", control.name()), query)
    };
    let none = [ControlOption::new("", "none")];
    let lists = [
        (Control::Measure, &answer.measures[..]),
        (Control::By, &answer.bys[..]),
        (Control::Series, &none[..]),
        (Control::Series, &answer.series[..]),
        (Control::Across, &answer.against[..]),
        (Control::Level, &answer.levels[..]),
    ];
    for (control, list) in lists {
        found.extend(open(list).map(|choice| change(control, &choice.key)));
    }
    for kind in &answer.kinds {
        found.push(change(Control::Kind, kind.as_str()));
    }
    for choice in &answer.comparable {
        let mut query = answer.asked.clone();
        query.compare = vec![choice.key.clone()];
        query.series = None;
        query.view = None;
        found.push((format!("compare={}", choice.key), query));
    }
    for facet in &answer.facets {
        let values = facet.values.iter().filter(|value| !value.no_answer);
        for value in values.step_by(VALUES) {
            let mut query = answer.asked.clone();
            toggle(&mut query, &facet.field, &value.key, true, facet.is_single);
            found.push((format!("f.{}={}", facet.field, value.key), query));
        }
    }
    found
}

/// The title of each measure with the group that it is in.
fn groups(answer: &ExploreAnswer) -> Vec<(&str, Option<MeasureGroup>)> {
    let list = answer.measures.iter();
    list.map(|choice| (choice.key.as_str(), choice.group))
        .collect()
}

/// Goes on from the default question of a package to each measure and each break-down, and tries every choice there.
fn is_answered_throughout(name: &str) {
    let dataset = dataset(name);
    let mut waiting = vec![Query {
        package: Some(name.to_owned()),
        ..Query::default()
    }];
    let (mut measures, mut break_downs) = (BTreeSet::new(), BTreeSet::new());
    let mut published = BTreeSet::new();
    while let Some(query) = waiting.pop() {
        let resolved = resolve_with_data(&dataset, &query).expect("resolved");
        let at = (resolved.query.measure.clone(), resolved.query.by.clone());
        // What a measure may be changed to depends on the break-down alone.
        let is_new = (
            measures.insert(at.0.clone()),
            break_downs.insert(at.1.clone()),
        );
        if is_new == (false, false) {
            continue;
        }
        let answer = answered(&dataset, query);
        let keys: BTreeSet<&String> = answer.measures.iter().map(|choice| &choice.key).collect();
        assert_eq!(
            keys.len(),
            answer.measures.len(),
            "{name}: a measure is listed twice"
        );
        let of_many = answer
            .measures
            .iter()
            .filter(|choice| choice.values > Some(0));
        published.extend(of_many.map(|choice| Some(choice.key.clone())));
        for (words, query) in choices(&answer) {
            let resolved = resolve_with_data(&dataset, &query).expect("resolved");
            let outcome = good_jobs::frame::answer(&dataset, &resolved);
            assert!(
                outcome.as_ref().is_ok_and(|frame| !frame.rows.is_empty()),
                "{name}: {at:?} then {words}: {:?}",
                outcome.err()
            );
            if words.starts_with("measure=") || words.starts_with("by=") {
                waiting.push(query);
            }
        }
    }
    assert_eq!(measures, published, "{name}");
}

#[test]
fn no_choice_about_the_program_ends_in_a_refusal_and_every_measure_is_reached() {
    is_answered_throughout("good-jobs-challenge");
}

#[test]
fn no_choice_in_the_sample_ends_in_a_refusal() {
    is_answered_throughout("good-jobs-challenge-demo");
}

#[test]
fn no_choice_about_apprentices_ends_in_a_refusal() {
    is_answered_throughout("registered-apprenticeship");
}

#[test]
fn under_a_filter_too_what_is_offered_is_answered() {
    for address in [
        "?measure=people_placed&by=grantee_id",
        "?by=industry_id&f.state=MO",
        "?measure=award_usd&by=grantee_id&f.industry_id=healthcare",
        "?measure=award_usd&by=cohort_id&series=lead_type",
    ] {
        let dataset = dataset("good-jobs-challenge");
        let answer = answered(&dataset, parse(address).0);
        for (words, query) in choices(&answer) {
            let resolved = good_jobs::query::resolve(&dataset.package, &query).expect("resolved");
            let outcome = good_jobs::frame::answer(&dataset, &resolved);
            assert!(
                outcome.is_ok(),
                "{address} then {words}: {:?}",
                outcome.err()
            );
        }
    }
}

#[test]
fn measures_are_grouped_by_unit_type_and_role() {
    use MeasureGroup::{Goals, Money, Other, Results, Wages};
    let program = dataset("good-jobs-challenge");
    let answer = answered(&program, Query::default());
    let known = groups(&answer);
    for (code, group) in [
        ("people_placed", Results),
        ("placement_rate", Results),
        ("target_placements", Goals),
        ("employer_commitments", Goals),
        ("award_usd", Money),
        ("requested_usd", Money),
        ("wage_hourly", Wages),
        ("earnings_gain_quarter", Wages),
        ("awards", Other),
        ("share_women", Other),
        ("partners", Other),
    ] {
        assert!(known.contains(&(code, Some(group))), "{code}: {known:?}");
    }
    let sample = dataset("good-jobs-challenge-demo");
    let answer = answered(&sample, parse("?package=good-jobs-challenge-demo").0);
    for (code, group) in [
        ("placed", Results),
        ("placement_rate", Results),
        ("starting_wage", Wages),
    ] {
        assert!(
            groups(&answer).contains(&(code, Some(group))),
            "{code}: {:?}",
            groups(&answer)
        );
    }
}

#[test]
fn a_measure_tells_how_many_values_it_has_and_why_it_cannot_be_chosen() {
    let dataset = dataset("good-jobs-challenge");
    let answer = answered(&dataset, parse("?measure=awards&by=state").0);
    let of = |code: &str| {
        answer
            .measures
            .iter()
            .find(|choice| choice.key == code)
            .expect("a measure")
    };
    let awards = dataset.table("awards").expect("a table").len as u32;
    assert_eq!(
        (of("awards").values, &of("awards").why),
        (Some(awards), &None)
    );
    let enrolled = of("people_enrolled");
    assert_eq!(enrolled.values, Some(5));
    let Some(Unavailable::NotBy { by, others }) = &enrolled.why else {
        panic!("{:?}", enrolled.why);
    };
    assert_eq!(by, "State served");
    assert!(!others.is_empty());
    // Background alone is no value of the program.
    assert_eq!(
        (
            of("credentials_awarded").values,
            &of("credentials_awarded").why
        ),
        (Some(0), &Some(Unavailable::NoValues))
    );
}

#[test]
fn a_refusal_proposes_questions_that_are_answered() {
    for (name, address) in [
        ("good-jobs-challenge", "?measure=people_enrolled&by=state"),
        (
            "good-jobs-challenge",
            "?measure=awards&by=state&f.state=MO&f.cohort_id=fy2024&f.industry_id=finance",
        ),
        (
            "wages-oews-2025",
            "?package=wages-oews-2025&measure=hourly_median&by=occupation_code&f.state=CA~TX",
        ),
    ] {
        let dataset = dataset(name);
        let answer = answered(&dataset, parse(address).0);
        assert!(answer.outcome.is_err(), "{address}");
        assert!(
            (2..=3).contains(&answer.ways.len()),
            "{address}: {:?}",
            answer.ways
        );
        for (words, query) in &answer.ways {
            let other = answered(&dataset, query.clone());
            assert!(other.outcome.is_ok(), "{address}: {words:?}");
        }
    }
}

#[test]
fn of_medians_a_filter_takes_one_value_at_a_time() {
    let dataset = dataset("wages-oews-2025");
    let address =
        "?package=wages-oews-2025&measure=hourly_median&by=state&f.occupation_code=47-2111";
    let answer = answered(&dataset, parse(address).0);
    let facet = |field: &str| {
        answer
            .facets
            .iter()
            .find(|facet| facet.field == field)
            .expect("a filter")
    };
    assert!(facet("occupation_code").is_single);
    assert!(!facet("state").is_single, "states are the rows");
    let mut query = answer.asked.clone();
    toggle(&mut query, "occupation_code", "47-2152", true, true);
    assert_eq!(query.filters["occupation_code"], ["47-2152"]);
}
