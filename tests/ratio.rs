//! One published number divided by another, and everything that forbids it.

use crate::literal::now;
use good_jobs::frame::{FEWEST, MeasureWords, NoRatio, RatioPart, claims_about, ratio, ratio_of};
use good_jobs::locale::Locale;
use good_jobs::package::RatioPlan;
use good_jobs::pages::{Edition, PublishedFiles};
use good_jobs::prose;
use good_jobs::publish::Disk;
use good_jobs::value::{Kind, Qualifier, Quantity, Unit};
use proptest::prelude::*;
use std::path::Path;

fn plan() -> RatioPlan {
    RatioPlan {
        title: "Placed, as a share of people enrolled".to_owned(),
        numerator: "people_placed".to_owned(),
        denominator: "people_enrolled".to_owned(),
        per: 1.0,
        note: String::new(),
    }
}

fn term(quantity: Quantity, unit: &str, date: &str) -> RatioPart {
    RatioPart {
        claim_id: "claim".to_owned(),
        quantity,
        measure: MeasureWords {
            unit: Unit::new(unit),
            ..MeasureWords::default()
        },
        kind: Kind::Actual,
        date: Some(date.to_owned()).filter(|date| !date.is_empty()),
        is_part: false,
        sources: Vec::new(),
    }
}

fn people(count: f64) -> RatioPart {
    term(Quantity::exact(count), Unit::PEOPLE, "2025-03")
}

#[test]
fn two_results_of_the_whole_make_a_share() {
    let made = ratio(&plan(), &people(1181.0), &people(3587.0)).expect("a ratio");
    assert!((made.quantity.anchor() - 1181.0 / 3587.0).abs() < 1e-12);
    assert_eq!(made.measure.unit.as_str(), Unit::SHARE);
    assert_eq!(Locale::EN.text(prose::ratio_value(&made)), "32.9%");
}

#[test]
fn what_is_only_about_so_much_has_two_digits() {
    let award = term(
        Quantity::worded(Qualifier::About, 23_500_000.0),
        Unit::USD,
        "2022-08",
    );
    let made = ratio(&plan(), &award, &people(3587.0)).expect("a ratio");
    assert_eq!(Locale::EN.text(prose::ratio_value(&made)), "about $6,600");
    let per_million = RatioPlan { per: 1e6, ..plan() };
    let made = ratio(&per_million, &people(1181.0), &award).expect("a ratio");
    assert_eq!(
        Locale::EN.text(prose::ratio_value(&made)),
        "about 50 people"
    );
}

#[test]
fn each_guard_refuses_with_its_reason() {
    let (placed, enrolled) = (people(80.0), people(400.0));
    let aimed = RatioPart {
        kind: Kind::Target,
        ..enrolled.clone()
    };
    let part = RatioPart {
        is_part: true,
        ..placed.clone()
    };
    let old = term(Quantity::exact(400.0), Unit::PEOPLE, "2022-01");
    let more = people(500.0);
    let open = term(
        Quantity::worded(Qualifier::MoreThan, 20.0),
        Unit::PEOPLE,
        "2025-03",
    );
    let none = people(0.0);
    let refused = |above: &RatioPart, below: &RatioPart| {
        let why = ratio(&plan(), above, below).expect_err("a refusal");
        let words =
            prose::no_ratio(&why, ("placed", "enrolled")).map(|words| Locale::EN.text(words));
        assert!(words.is_some_and(|words| words.len() > 20), "{why:?}");
        why
    };
    assert!(matches!(refused(&placed, &aimed), NoRatio::Kinds { .. }));
    assert_eq!(refused(&part, &enrolled), NoRatio::Parts);
    assert!(matches!(refused(&placed, &old), NoRatio::Dates { .. }));
    assert_eq!(refused(&more, &enrolled), NoRatio::BeyondWhole);
    assert!(matches!(refused(&placed, &open), NoRatio::Small { .. }));
    assert!(matches!(refused(&placed, &none), NoRatio::Small { .. }));
    assert!(matches!(
        refused(&placed, &people(29.0)),
        NoRatio::Small { .. }
    ));
    let undated = term(Quantity::exact(400.0), Unit::PEOPLE, "");
    assert_eq!(refused(&placed, &undated), NoRatio::Undated);
    let one_source = |term: &RatioPart| RatioPart {
        sources: vec!["https://a.example/".to_owned()],
        ..term.clone()
    };
    assert!(ratio(&plan(), &one_source(&placed), &one_source(&undated)).is_ok());
    let dollars = term(Quantity::exact(0.0), Unit::USD, "2022-08");
    assert_eq!(refused(&placed, &dollars), NoRatio::NoNumber);
}

#[test]
fn a_bound_over_a_count_stays_a_bound() {
    let placed = term(
        Quantity::worded(Qualifier::MoreThan, 80.0),
        Unit::PEOPLE,
        "2025-03",
    );
    let made = ratio(&plan(), &placed, &people(300.0)).expect("a ratio");
    assert_eq!(made.quantity.word, Qualifier::MoreThan);
    assert!(
        made.quantity
            .low
            .is_some_and(|low| low.at <= 80.0 / 300.0 && low.open)
    );
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let word = prop_oneof![
        Just(Qualifier::Exact),
        Just(Qualifier::About),
        Just(Qualifier::MoreThan),
        Just(Qualifier::AtLeast),
        Just(Qualifier::UpTo),
        Just(Qualifier::LessThan),
    ];
    (word, 0u32..5000).prop_map(|(word, x)| Quantity::worded(word, f64::from(x)))
}

proptest! {
    /// Whatever the two true numbers are, their ratio is within the stated range.
    #[test]
    fn no_ratio_says_more_than_its_numbers(above in quantity(), below in quantity(), up in 0.0f64..3.0, over in 0.0f64..3.0) {
        let (placed, enrolled) = (term(above, Unit::PEOPLE, "2025"), term(below, Unit::PEOPLE, "2025"));
        let Ok(made) = ratio(&plan(), &placed, &enrolled) else { return Ok(()); };
        if made.quantity.is_about() { return Ok(()); }
        // Any true numbers that are consistent with what was published.
        let within = |known: &Quantity, more: f64| match (known.low, known.high) {
            (Some(low), Some(high)) => low.at + (high.at - low.at) * (more / 3.0),
            (Some(low), None) => low.at * (1.0 + more) + f64::from(u8::from(low.open)),
            (None, Some(high)) => high.at * (more / 3.0001),
            (None, None) => more,
        };
        let (x, y) = (within(&above, up), within(&below, over));
        prop_assume!(y > 0.0);
        let (low, high) = (made.quantity.low, made.quantity.high);
        prop_assert!(low.is_none_or(|low| low.at <= x / y + 1e-9), "{made:?} {x} {y}");
        prop_assert!(high.is_none_or(|high| high.at + 1e-9 >= x / y), "{made:?} {x} {y}");
    }

    #[test]
    fn no_ratio_has_a_small_denominator(above in quantity(), below in quantity()) {
        if let Ok(made) = ratio(&plan(), &term(above, Unit::PEOPLE, "2025"), &term(below, Unit::PEOPLE, "2025")) {
            let least = if made.denominator.quantity.is_about() { below.anchor() } else { below.low.map_or(0.0, |low| low.at) };
            prop_assert!(least >= FEWEST);
        }
    }
}

#[test]
fn the_published_numbers_make_these_and_no_others() {
    let public = Path::new(".").join("public");
    let files = now(PublishedFiles::open(Disk(public))).expect("a catalogue");
    let own = now(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let holders = good_jobs::frame::awards(&own, &files.catalog);
    let mut found = Vec::new();
    for holder in holders.iter().map(|award| &award.holder.key) {
        let claims = claims_about(&own, &files.catalog.record.holder, holder);
        for plan in &files.catalog.profiles.ratios {
            if let Ok(made) = ratio_of(plan, &claims) {
                let value = Locale::EN.text(prose::ratio_value(&made));
                found.push(format!("{holder} · {} · {value}", plan.title));
            }
        }
    }
    found.dedup();
    let expected: Vec<&str> = include_str!("golden/ratios.txt").lines().collect();
    assert_eq!(found, expected, "{}", found.join("\n"));
}
