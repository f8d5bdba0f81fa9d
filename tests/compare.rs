//! Comparisons: when numbers cannot be ranked, and the content of a comparison page.

use crate::published::{block_on, files, public, shell};
use good_jobs::frame::{BEYOND, Side, Unfair, is_beyond_error, unfair};
use good_jobs::pages::{Choice, Page, gather};
use good_jobs::publish::build;
use good_jobs::site::Route;
use good_jobs::value::{Kind, Qualifier, Quantity, Sense};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn side(label: &str, value: f64) -> Side {
    Side {
        label: label.into(),
        quantity: Some(Quantity::exact(value)),
        kind: Some(Kind::Actual),
        measure: "people_placed".into(),
        ..Side::default()
    }
}

#[test]
fn numbers_of_one_sort_may_be_compared() {
    assert_eq!(unfair(&[side("a", 400.0), side("b", 300.0)]), []);
    assert_eq!(unfair(&[]), []);
    let nobody = Side::default();
    assert_eq!(unfair(&[nobody.clone(), nobody]), []);
}

#[test]
fn whatever_sets_numbers_apart_besides_their_size_is_told() {
    let a = || side("a", 400.0);
    let b = || side("b", 300.0);
    let worded = |word| Side {
        quantity: Some(Quantity::worded(word, 400.0)),
        ..b()
    };
    let cases: Vec<(&str, Vec<Side>, Unfair)> = vec![
        (
            "one is not published",
            vec![a(), Side::default()],
            Unfair::Absent { known: 1, of: 2 },
        ),
        (
            "a goal beside a result",
            vec![
                a(),
                Side {
                    kind: Some(Kind::Target),
                    ..b()
                },
            ],
            Unfair::Kinds,
        ),
        (
            "a forecast beside a promise",
            vec![
                Side {
                    kind: Some(Kind::Projection),
                    ..a()
                },
                Side {
                    kind: Some(Kind::Commitment),
                    ..b()
                },
            ],
            Unfair::Kinds,
        ),
        (
            "enrolled beside placed",
            vec![
                a(),
                Side {
                    measure: "people_enrolled".into(),
                    ..b()
                },
            ],
            Unfair::Definitions,
        ),
        (
            "a starting wage beside a threshold",
            vec![
                Side {
                    sense: Some(Sense::Starting),
                    ..a()
                },
                Side {
                    sense: Some(Sense::Threshold),
                    ..b()
                },
            ],
            Unfair::Senses,
        ),
        (
            "a sense beside none",
            vec![
                a(),
                Side {
                    sense: Some(Sense::Typical),
                    ..b()
                },
            ],
            Unfair::Senses,
        ),
        (
            "a part beside a whole",
            vec![
                a(),
                Side {
                    is_part: true,
                    ..b()
                },
            ],
            Unfair::Parts,
        ),
        (
            "more than",
            vec![a(), worded(Qualifier::MoreThan)],
            Unfair::Inexact,
        ),
        (
            "about",
            vec![a(), worded(Qualifier::About)],
            Unfair::Inexact,
        ),
        (
            "nearly",
            vec![a(), worded(Qualifier::Nearly)],
            Unfair::Inexact,
        ),
        ("up to", vec![a(), worded(Qualifier::UpTo)], Unfair::Inexact),
        (
            "a range",
            vec![
                a(),
                Side {
                    quantity: Some(Quantity::range(100.0, 500.0)),
                    ..b()
                },
            ],
            Unfair::Inexact,
        ),
        (
            "other industries",
            vec![
                Side {
                    industries: vec!["construction".into()],
                    ..a()
                },
                Side {
                    industries: vec!["construction".into(), "healthcare".into()],
                    ..b()
                },
            ],
            Unfair::Industries,
        ),
        (
            "another start",
            vec![
                Side {
                    began: Some(2022),
                    ..a()
                },
                Side {
                    began: Some(2025),
                    ..b()
                },
            ],
            Unfair::Began,
        ),
        (
            "another year",
            vec![
                Side {
                    year: Some(2024),
                    ..a()
                },
                Side {
                    year: Some(2026),
                    ..b()
                },
            ],
            Unfair::Years,
        ),
        (
            "within the error",
            vec![
                Side {
                    error_pct: Some(20.0),
                    ..a()
                },
                Side {
                    error_pct: Some(20.0),
                    ..b()
                },
            ],
            Unfair::WithinError {
                first: "a".into(),
                second: "b".into(),
            },
        ),
    ];
    for (what, sides, why) in cases {
        let found = unfair(&sides);
        assert!(found.contains(&why), "{what}: {found:?}");
        let turned: Vec<Side> = sides.into_iter().rev().collect();
        assert_eq!(
            unfair(&turned).len(),
            found.len(),
            "{what}, the other way round"
        );
    }
}

proptest! {
    #[test]
    fn a_difference_counts_when_it_is_beyond_the_combined_error(a in 1.0..1e6f64, b in 1.0..1e6f64, e in 0.0..60.0f64, f in 0.0..60.0f64) {
        let beyond = is_beyond_error((a, e), (b, f));
        prop_assert_eq!(beyond, is_beyond_error((b, f), (a, e)));
        let combined = ((a * e / 100.0).powi(2) + (b * f / 100.0).powi(2)).sqrt();
        prop_assert_eq!(beyond, (a - b).abs() > BEYOND * combined);
        // More error never turns no difference into a difference.
        prop_assert!(beyond || !is_beyond_error((a, e + 1.0), (b, f)));
    }
}

fn rows(path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(public().join("data").join(path)).expect(path);
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

fn body(address: &str) -> String {
    let files = files();
    let page = block_on(gather(&files, &Route::Compare, address));
    assert!(matches!(page, Page::Compare(_)), "{address}");
    build::body(shell(&Route::Compare), page)
}

/// The cells of the line with this title.
fn line(body: &str, title: &str) -> String {
    let table = body.split("class=\"compare\"").nth(1).expect("a table");
    let mut lines = table.split("<tr>");
    let found = lines.find(|line| line.contains(&format!("<th scope=\"row\">{title}")));
    found
        .unwrap_or_else(|| panic!("no line {title}"))
        .to_owned()
}

#[test]
fn an_address_is_read_back() {
    let choice = Choice::read("?of=states&items=MO~VA&items=MD&items=MO");
    assert_eq!(choice.items, ["MO", "VA", "MD"]);
    assert!(
        choice.href().ends_with("?of=states&items=MO~VA~MD"),
        "{}",
        choice.href()
    );
    assert_eq!(Choice::read("?of=nothing&items="), Choice::default());
    assert_eq!(Choice::read("?items=a~b~c~d~e~f").items.len(), 4);
}

#[test]
fn states_stand_with_the_numbers_of_the_file_and_their_error() {
    let body = body("?of=states&items=MO~VA");
    for state in ["MO", "VA"] {
        let rows = rows("wages-oews-2025/state_occupations.csv");
        let row = rows
            .iter()
            .find(|row| row["state"] == state && row["occupation_code"] == "00-0000");
        let row = row.expect("the state is there");
        let median = line(&body, "Median hourly wage");
        assert!(
            median.contains(&format!("${}", row["hourly_median"])),
            "{median}"
        );
        let mean = line(&body, "Mean hourly wage");
        assert!(mean.contains(&format!("${}", row["hourly_mean"])), "{mean}");
        assert!(
            mean.contains(&format!("relative standard error {}%", row["wage_rse_pct"])),
            "{mean}"
        );
    }
}

#[test]
fn occupations_stand_with_their_jobs_per_thousand_of_the_nation() {
    let body = body("?of=occupations&items=47-2111~29-1141");
    let rows = rows("wages-oews-2025/industry_occupations.csv");
    let jobs = |work: &str| -> f64 {
        let row = rows
            .iter()
            .find(|row| row["industry_code"] == "000000" && row["occupation_code"] == work);
        row.expect("a row")["employment"].parse().expect("a number")
    };
    let line = line(&body, "Jobs per 1,000 jobs in the nation");
    for work in ["47-2111", "29-1141"] {
        let per_thousand = format!("{:.1}", jobs(work) / jobs("00-0000") * 1000.0);
        assert!(line.contains(&per_thousand), "{per_thousand} in {line}");
    }
}

#[test]
fn grantees_stand_with_their_ratios_and_the_two_numbers_of_each() {
    let body = body("?of=grantees&items=miami-tech-works~washington-student-achievement-council");
    let share = line(&body, "Placed, of everyone enrolled");
    for words in [
        "15.4%",
        "472 people",
        "3,065 people",
        "32.9%",
        "1,181 people",
    ] {
        assert!(share.contains(words), "{words} in {share}");
    }
}

#[test]
fn a_difference_within_the_published_error_is_told() {
    // Two states whose mean wages differ by less than their error, found in the file independently
    // of the app.
    let all: Vec<(String, f64, f64)> = rows("wages-oews-2025/state_occupations.csv")
        .into_iter()
        .filter(|row| row["occupation_code"] == "00-0000")
        .filter_map(|row| {
            Some((
                row["state"].clone(),
                row["hourly_mean"].parse().ok()?,
                row["wage_rse_pct"].parse().ok()?,
            ))
        })
        .collect();
    let combined = |a: &(String, f64, f64), b: &(String, f64, f64)| {
        ((a.1 * a.2 / 100.0).powi(2) + (b.1 * b.2 / 100.0).powi(2)).sqrt()
    };
    let mut close = None;
    let mut far = None;
    for a in &all {
        for b in &all {
            let gap = (a.1 - b.1).abs();
            if a.0 < b.0 && gap > 0.0 && gap < combined(a, b) {
                close = Some((a.0.clone(), b.0.clone()));
            }
            if a.0 < b.0 && gap > 5.0 * combined(a, b) {
                far = Some((a.0.clone(), b.0.clone()));
            }
        }
    }
    let told = |(a, b): (String, String)| {
        line(
            &body(&format!("?of=states&items={a}~{b}")),
            "Mean hourly wage",
        )
        .contains("smaller than the published error")
    };
    assert!(told(close.expect("two states that are close")));
    assert!(!told(far.expect("two states that are far apart")));
}

#[test]
fn a_goal_beside_a_result_is_no_ranking_and_what_is_not_published_says_so() {
    let body =
        body("?of=grantees&items=hampton-roads-workforce-council~maryland-department-of-labor");
    let table = body.split("class=\"compare\"").nth(1).expect("a table");
    assert!(table.contains("not published"), "{table}");
    assert!(
        table.contains("/figures/"),
        "each number leads to its claim"
    );
}

#[test]
fn keys_that_are_unknown_are_told_and_the_rest_is_compared() {
    let body = body("?of=states&items=XX~MO");
    assert!(
        body.contains("“XX” is not among those"),
        "the unknown key is told"
    );
    assert!(body.contains("/states/MO/"));
    for of in ["grantees", "industries", "occupations"] {
        let body = self::body(&format!("?of={of}"));
        assert!(body.contains("shown as an example"), "{of}");
        assert!(body.contains("class=\"drawing\""), "{of} has a strip");
    }
}
