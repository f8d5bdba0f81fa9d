//! Comparisons: when numbers cannot be ranked, and the content of a comparison page.

use crate::published::{block_on, files, public, shell};
use good_jobs::frame::{
    BEYOND, ComparedNumber, Incomparable, incomparable_reasons, is_beyond_error,
};
use good_jobs::pages::{ComparisonChoice, Page, load_page};
use good_jobs::publish::prerender;
use good_jobs::site::Route;
use good_jobs::value::{Kind, Qualifier, Quantity, Sense};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn side(label: &str, value: f64) -> ComparedNumber {
    ComparedNumber {
        label: label.into(),
        quantity: Some(Quantity::exact(value)),
        kind: Some(Kind::Actual),
        measure: "people_placed".into(),
        ..ComparedNumber::default()
    }
}

#[test]
fn numbers_of_one_sort_may_be_compared() {
    assert_eq!(
        incomparable_reasons(&[side("a", 400.0), side("b", 300.0)]),
        []
    );
    assert_eq!(incomparable_reasons(&[]), []);
    let nobody = ComparedNumber::default();
    assert_eq!(incomparable_reasons(&[nobody.clone(), nobody]), []);
}

#[test]
fn whatever_sets_numbers_apart_besides_their_size_is_told() {
    let a = || side("a", 400.0);
    let b = || side("b", 300.0);
    let worded = |word| ComparedNumber {
        quantity: Some(Quantity::worded(word, 400.0)),
        ..b()
    };
    let cases: Vec<(&str, Vec<ComparedNumber>, Incomparable)> = vec![
        (
            "one is not published",
            vec![a(), ComparedNumber::default()],
            Incomparable::Absent { known: 1, of: 2 },
        ),
        (
            "a goal beside a result",
            vec![
                a(),
                ComparedNumber {
                    kind: Some(Kind::Target),
                    ..b()
                },
            ],
            Incomparable::Kinds,
        ),
        (
            "a forecast beside a promise",
            vec![
                ComparedNumber {
                    kind: Some(Kind::Projection),
                    ..a()
                },
                ComparedNumber {
                    kind: Some(Kind::Commitment),
                    ..b()
                },
            ],
            Incomparable::Kinds,
        ),
        (
            "enrolled beside placed",
            vec![
                a(),
                ComparedNumber {
                    measure: "people_enrolled".into(),
                    ..b()
                },
            ],
            Incomparable::Definitions,
        ),
        (
            "a starting wage beside a threshold",
            vec![
                ComparedNumber {
                    sense: Some(Sense::Starting),
                    ..a()
                },
                ComparedNumber {
                    sense: Some(Sense::Threshold),
                    ..b()
                },
            ],
            Incomparable::Senses,
        ),
        (
            "a sense beside none",
            vec![
                a(),
                ComparedNumber {
                    sense: Some(Sense::Typical),
                    ..b()
                },
            ],
            Incomparable::Senses,
        ),
        (
            "a part beside a whole",
            vec![
                a(),
                ComparedNumber {
                    is_part: true,
                    ..b()
                },
            ],
            Incomparable::Parts,
        ),
        (
            "more than",
            vec![a(), worded(Qualifier::MoreThan)],
            Incomparable::Inexact,
        ),
        (
            "about",
            vec![a(), worded(Qualifier::About)],
            Incomparable::Inexact,
        ),
        (
            "nearly",
            vec![a(), worded(Qualifier::Nearly)],
            Incomparable::Inexact,
        ),
        (
            "up to",
            vec![a(), worded(Qualifier::UpTo)],
            Incomparable::Inexact,
        ),
        (
            "a range",
            vec![
                a(),
                ComparedNumber {
                    quantity: Some(Quantity::range(100.0, 500.0)),
                    ..b()
                },
            ],
            Incomparable::Inexact,
        ),
        (
            "other industries",
            vec![
                ComparedNumber {
                    industries: vec!["construction".into()],
                    ..a()
                },
                ComparedNumber {
                    industries: vec!["construction".into(), "healthcare".into()],
                    ..b()
                },
            ],
            Incomparable::Industries,
        ),
        (
            "another start",
            vec![
                ComparedNumber {
                    began: Some(2022),
                    ..a()
                },
                ComparedNumber {
                    began: Some(2025),
                    ..b()
                },
            ],
            Incomparable::Began,
        ),
        (
            "another year",
            vec![
                ComparedNumber {
                    year: Some(2024),
                    ..a()
                },
                ComparedNumber {
                    year: Some(2026),
                    ..b()
                },
            ],
            Incomparable::Years,
        ),
        (
            "within the error",
            vec![
                ComparedNumber {
                    error_pct: Some(20.0),
                    ..a()
                },
                ComparedNumber {
                    error_pct: Some(20.0),
                    ..b()
                },
            ],
            Incomparable::WithinError {
                first: "a".into(),
                second: "b".into(),
            },
        ),
    ];
    for (what, sides, why) in cases {
        let found = incomparable_reasons(&sides);
        assert!(found.contains(&why), "{what}: {found:?}");
        let turned: Vec<ComparedNumber> = sides.into_iter().rev().collect();
        assert_eq!(
            incomparable_reasons(&turned).len(),
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
    let page = block_on(load_page(&files, &Route::Compare, address));
    assert!(matches!(page, Page::Compare(_)), "{address}");
    prerender::body(shell(&Route::Compare), page)
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
    let choice = ComparisonChoice::read("?of=states&items=MO~VA&items=MD&items=MO");
    assert_eq!(choice.items, ["MO", "VA", "MD"]);
    assert!(
        choice.href().ends_with("?of=states&items=MO~VA~MD"),
        "{}",
        choice.href()
    );
    assert_eq!(
        ComparisonChoice::read("?of=nothing&items="),
        ComparisonChoice::default()
    );
}

#[test]
fn what_has_no_column_left_is_named() {
    let body = body("?of=states&items=AL~AK~AZ~AR~CA~CO");
    let cells = line(&body, "Median hourly wage");
    assert_eq!(cells.matches("<td").count(), 4, "{cells}");
    for name in ["California", "Colorado"] {
        assert!(body.contains(&format!("“{name}” was left out")), "{name}");
    }
    assert!(!body.contains("“Arkansas” was left out"));
}

#[test]
fn a_comparison_whose_link_was_changed_shows_the_same() {
    let known = line(&body("?of=states&items=MO~VA"), "Median hourly wage");
    assert_eq!(known.matches("<td").count(), 2, "{known}");
    for address in [
        "?of=states&items=MO%7EVA",
        "?of=states&items=MO%257EVA",
        "?of=states&amp;items=MO,VA",
        "?of=states&items=MO~VA).",
    ] {
        let body = body(address);
        assert_eq!(line(&body, "Median hourly wage"), known, "{address}");
        assert!(!body.contains("class=\"notices\""), "{address}");
    }
    assert!(body("?of=states&items=MO%7EXX").contains("“MO~XX” cannot be compared here"));
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
    let share = line(&body, "Placed, as a share of people enrolled");
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
        body.contains("“XX” cannot be compared here"),
        "the unknown key is told"
    );
    assert!(body.contains("/states/MO/"));
    for of in ["grantees", "industries", "occupations"] {
        let body = self::body(&format!("?of={of}"));
        assert!(body.contains("shown as an example"), "{of}");
        assert!(body.contains("class=\"drawing\""), "{of} has a strip");
    }
}
