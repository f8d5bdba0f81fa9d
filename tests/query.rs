//! Query ⇄ address, and the resolution of names against a package's roles.

use crate::literal::{dimension, key, measure, package};
use good_jobs::foreign::{Correction, Reading};
use good_jobs::package::Package;
use good_jobs::query::{Notice, Query, Sort, View, parse, resolve, to_address};
use good_jobs::value::{Kind, Scheme};
use proptest::prelude::*;
use serde_json::json;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{1,8}",
        Just("a~b".to_owned()),
        Just("100%".to_owned()),
        Just("%7E+&=#?".to_owned()),
        Just("Réunion ñandú 職".to_owned()),
        "\\PC{1,12}",
    ]
}

/// Corrections of columns, each column once, in the order of an address.
fn readings() -> impl Strategy<Value = Vec<Correction>> {
    let reading = prop_oneof![
        Just(Reading::Sum),
        Just(Reading::Leave),
        Just(Reading::Codes(Scheme::Fips)),
        Just(Reading::Month),
    ];
    let columns = proptest::collection::btree_map((word(), word()), reading, 0..3);
    columns.prop_map(|columns| {
        let correction = |((table, field), reading)| Correction {
            table,
            field,
            reading,
            hints: Vec::new(),
        };
        columns.into_iter().map(correction).collect()
    })
}

fn question() -> impl Strategy<Value = Query> {
    let names = (
        proptest::option::of(word()),
        proptest::option::of(word()),
        proptest::option::of(word()),
        proptest::option::of(prop_oneof![Just(String::new()), word()]),
        proptest::option::of(word()),
        (proptest::option::of(word()), proptest::option::of(word())),
    );
    let choices = (
        proptest::option::of(proptest::sample::select(View::ALL.to_vec())),
        proptest::option::of(prop_oneof![Just(Kind::Actual), Just(Kind::Target)]),
        proptest::option::of(prop_oneof![Just(Sort::Value), Just(Sort::Name)]),
        proptest::option::of(1..500u32),
        proptest::collection::vec(word(), 0..3),
        readings(),
    );
    let filters = proptest::collection::btree_map(
        word(),
        proptest::collection::btree_set(word(), 0..4),
        0..4,
    );
    let further = (
        proptest::option::of(word()),
        proptest::collection::vec(word(), 0..4),
        any::<bool>(),
        any::<bool>(),
    );
    (names, choices, filters, further).prop_map(|(names, choices, filters, further)| Query {
        x: further.0,
        compare: further.1,
        share: further.2,
        free: further.3,
        package: names.0,
        measure: names.1,
        by: names.2,
        series: names.3,
        level: names.4,
        at: names.5.0,
        beside: names.5.1,
        view: choices.0,
        kind: choices.1,
        sort: choices.2,
        top: choices.3,
        highlight: choices.4,
        readings: choices.5,
        filters: filters
            .into_iter()
            .map(|(field, values)| (field, values.into_iter().collect()))
            .collect(),
        ..Query::default()
    })
}

proptest! {
    #[test]
    fn an_address_gives_back_the_query_it_was_made_of(query in question()) {
        let address = to_address(&query, &Query::default());
        let (read, notices) = parse(&address);
        prop_assert_eq!(read, query, "{}", address);
        prop_assert_eq!(notices, vec![]);
        prop_assert!(address.is_ascii(), "{}", address);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,80}") {
        let (query, _) = parse(&text);
        let address = to_address(&query, &Query::default());
        prop_assert_eq!(parse(&address).0, query);
    }
}

#[test]
fn only_what_differs_from_the_default_is_written() {
    let (query, _) = parse("?package=p&measure=m&view=map&f.state=VA");
    assert_eq!(to_address(&query, &query), "");
    let (default, _) = parse("?package=p&measure=m");
    assert_eq!(to_address(&query, &default), "?view=map&f.state=VA");
    assert_eq!(to_address(&Query::default(), &Query::default()), "");
}

#[test]
fn tilde_and_percent_stay_within_their_value() {
    let (query, _) = parse("?f.industry=a%7Eb~c%25&f.state=VA~MD~VA");
    assert_eq!(query.filters["industry"], ["a~b", "c%"]);
    assert_eq!(query.filters["state"], ["MD", "VA"], "in order, each once");
}

#[test]
fn boxes_of_a_form_without_script_are_one_filter() {
    let (query, _) = parse("?f.state=VA&f.state=MD&compare=b&compare=a");
    assert_eq!(query.filters["state"], ["MD", "VA"]);
    assert_eq!(query.compare, ["b", "a"], "in the order asked");
}

#[test]
fn an_unknown_key_is_told_and_the_rest_holds() {
    let (query, notices) = parse("?measure=placed&colour=red&view=pie&top=0&kind=targt");
    assert_eq!(query.measure.as_deref(), Some("placed"));
    let unknown = |key: &str, value: &str, near: Option<&str>| Notice::UnknownValue {
        key: key.into(),
        value: value.into(),
        near: near.map(str::to_owned),
    };
    assert_eq!(
        notices,
        [
            Notice::UnknownKey {
                key: "colour".into()
            },
            unknown("view", "pie", None),
            unknown("top", "0", None),
            unknown("kind", "targt", Some("target")),
        ]
    );
}

#[test]
fn keys_that_others_hang_on_links_are_left_out_in_silence() {
    let tracking = "?utm_source=mail&fbclid=x&gclid=y&mc_eid=z&_ga=1&ref=home&by=state";
    let (query, notices) = parse(tracking);
    assert_eq!(query.by.as_deref(), Some("state"));
    assert_eq!(notices, []);
}

#[test]
fn reserved_keys_are_known_before_they_mean_anything() {
    let (query, notices) =
        parse("?v=1&y=b&period=q&against=p:m&lang=es&theme=dark&plain=true&dark=auto");
    assert_eq!((query, notices), (Query::default(), vec![]));
}

#[test]
fn a_path_without_a_question_asks_nothing() {
    for address in [
        "",
        "?",
        "/explore/",
        "https://example.org/explore/",
        "/explore/?#top",
    ] {
        assert_eq!(parse(address), (Query::default(), vec![]), "{address}");
    }
}

#[test]
fn what_is_not_percent_encoding_stands_as_it_is() {
    let (query, _) = parse("?measure=50%&by=%zz&package=%+5&at=%F0%9F");
    assert_eq!(query.measure.as_deref(), Some("50%"));
    assert_eq!(query.by.as_deref(), Some("%zz"));
    assert_eq!(query.package.as_deref(), Some("% 5"));
    assert!(query.at.is_some());
}

fn shop() -> Package {
    let schema = json!({
        "fields": [
            dimension("state"), dimension("program"),
            {"name": "quarter", "type": "string", "outcomes": {"role": "period", "grain": "quarter"}},
            measure("placed", "people", json!({"adds": "sum", "over_time": "flow"})),
            measure("enrolled", "people", json!({"adds": "sum", "over_time": "flow",
                "rates": [{"name": "placement_rate", "title": "Placement rate", "denominator": "placed"}]})),
        ],
        "foreignKeys": [key("state", "places")],
    });
    let default = json!({"v": 1, "default": {"measure": "placed", "by": "state", "series": "program",
        "view": "bar", "filters": {"quarter": ["2024-Q1"]}}});
    package()
        .roles(default)
        .codes("places", &[("VA", "Virginia")])
        .table(
            "t",
            json!({"role": "facts"}),
            schema,
            "state,program,quarter,placed,enrolled\n",
        )
        .open()
        .value
}

fn asked(address: &str) -> good_jobs::query::Resolved {
    resolve(&shop(), &parse(address).0).expect("the package has measures")
}

#[test]
fn defaults_of_the_package_fill_in_what_was_not_asked() {
    let query = asked("").query;
    assert_eq!(query.measure.as_deref(), Some("placed"));
    assert_eq!(query.by.as_deref(), Some("state"));
    assert_eq!(query.series.as_deref(), Some("program"));
    assert_eq!(query.view, Some(View::Bar));
    assert_eq!(query.filters["quarter"], ["2024-Q1"]);
}

#[test]
fn a_default_that_was_taken_back_stays_away() {
    let query = asked("?series=&f.quarter=").query;
    assert_eq!(query.series, None);
    assert!(query.filters.is_empty());
}

#[test]
fn a_filter_does_not_take_away_the_default_of_another_field() {
    let query = asked("?f.program=a").query;
    assert_eq!(query.filters["quarter"], ["2024-Q1"]);
    assert_eq!(query.filters["program"], ["a"]);
}

#[test]
fn defaults_of_one_measure_are_not_those_of_another() {
    let query = asked("?measure=placement_rate").query;
    assert_eq!(query.series, None);
    assert!(query.filters.is_empty());
}

#[test]
fn names_the_package_does_not_have_are_told_with_the_nearest() {
    let resolved = asked("?measure=plced&by=stat&f.quater=x");
    assert_eq!(resolved.query.by.as_deref(), Some("state"));
    let near = |word: &str| Some(word.to_owned());
    assert_eq!(
        resolved.notices,
        [
            Notice::UnknownMeasure {
                measure: "plced".into(),
                near: near("placed")
            },
            Notice::UnknownField {
                key: "by".into(),
                field: "stat".into(),
                near: near("state")
            },
            Notice::UnknownField {
                key: "f.quater".into(),
                field: "quater".into(),
                near: near("quarter")
            },
        ]
    );
}

#[test]
fn the_view_follows_the_break_down() {
    assert_eq!(
        asked("?measure=enrolled&by=quarter").query.view,
        Some(View::Bar),
        "the package's view"
    );
    assert_eq!(asked("?by=quarter&view=line").query.view, Some(View::Line));
    let resolved = asked("?by=program&view=map");
    assert_eq!(resolved.query.view, Some(View::Bar));
    assert_eq!(
        resolved.notices,
        [Notice::ViewDoesNotFit { view: "map".into() }]
    );
    assert_eq!(asked("?series=&view=map").query.view, Some(View::Map));
    let two = asked("?series=program&view=map");
    assert_eq!(
        two.query.view,
        Some(View::Bar),
        "a map shows one number a place"
    );
}

#[test]
fn an_authors_words_stand_in_the_address_short_and_as_text() {
    let address = "?measure=placed&title=Our%20%3Cb%3Eyear%3C%2Fb%3E&note=a%0Ab&ratio=16:9&remark.VA=opened%20late";
    let (query, notices) = parse(address);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(query.author.title.as_deref(), Some("Our <b>year</b>"));
    assert_eq!(query.author.note.as_deref(), Some("a b"));
    assert_eq!(query.author.ratio, Some((16, 9)));
    assert_eq!(query.author.remarks["VA"], "opened late");
    let written = to_address(&query, &Query::default());
    assert_eq!(parse(&written).0, query, "{written}");

    let long = format!("?title={}", "x".repeat(999));
    let kept = parse(&long).0.author.title.unwrap();
    assert_eq!(kept.chars().count(), 140);

    let many: String = (0..20).map(|at| format!("&remark.k{at}=r")).collect();
    let (query, notices) = parse(&many);
    assert_eq!(query.author.remarks.len(), 12);
    assert!(
        notices
            .iter()
            .any(|notice| matches!(notice, Notice::TooManyRemarks { most: 12 }))
    );
    assert!(!parse("?ratio=9:1").1.is_empty());
}

fn told(address: &str) -> (Query, Vec<Notice>) {
    let resolved = asked(address);
    (resolved.query, resolved.notices)
}

#[test]
fn further_measures_are_of_one_unit_and_stand_in_place_of_series() {
    let (query, notices) = told("?compare=enrolled");
    assert_eq!(query.compare, ["enrolled"]);
    assert_eq!(query.series, None, "the package's own series gives way");
    assert_eq!(notices, []);
    let (query, notices) = told("?compare=enrolled&series=program&x=placement_rate");
    assert_eq!((query.series, query.x), (None, None));
    let not_beside = |key: &str| Notice::NotBesideCompare { key: key.into() };
    assert_eq!(notices, [not_beside("x"), not_beside("series")]);
    let (query, notices) = told("?compare=placement_rate~placed~enrolled~enrolled~enroled");
    assert_eq!(
        query.compare,
        ["enrolled"],
        "each once, the first not again"
    );
    assert_eq!(
        notices,
        [
            Notice::OtherScale {
                measure: "Placement rate".into()
            },
            Notice::NoFurtherMeasure {
                measure: "enroled".into(),
                near: Some("enrolled".into())
            },
        ]
    );
}

#[test]
fn a_measure_is_set_against_another_of_any_unit_but_not_against_itself() {
    let (query, notices) = told("?series=&x=placement_rate");
    assert_eq!(query.x.as_deref(), Some("placement_rate"));
    assert_eq!((query.view, notices), (Some(View::Scatter), vec![]));
    let (query, notices) = told("?series=&x=placed");
    assert_eq!(query.x, None);
    assert_eq!(
        notices,
        [Notice::NoPairs {
            measure: "placed".into()
        }]
    );
}

#[test]
fn shares_need_parts_of_one_whole() {
    let (query, notices) = told("?by=state&series=program&unit=share");
    assert!(query.share && query.view == Some(View::Stacked) && notices.is_empty());
    for address in [
        "?series=&unit=share",
        "?compare=enrolled&unit=share",
        "?measure=placement_rate&by=state&series=program&unit=share",
    ] {
        let (query, notices) = told(address);
        assert!(!query.share && notices == [Notice::NoShare], "{address}");
    }
}

#[test]
fn each_question_offers_the_views_that_can_show_it() {
    use View::*;
    let views = |address: &str| asked(address).views();
    let without_series = "?series=&f.quarter=";
    assert_eq!(
        views(&format!("{without_series}&by=state")),
        [Map, Bar, Column, Dot, Strip, Tiles, Table]
    );
    assert_eq!(
        views(&format!("{without_series}&by=quarter")),
        [Line, Bar, Column, Area, Table]
    );
    assert_eq!(
        views("?by=state&series=program"),
        [
            Bar, Column, Stacked, Dot, Dumbbell, Slope, Multiples, Heat, Table
        ]
    );
    assert_eq!(
        views("?by=quarter&series=program"),
        [
            Line, Bar, Column, Stacked, Area, Dumbbell, Multiples, Heat, Spark, Table
        ]
    );
    assert_eq!(
        views("?by=state&compare=enrolled"),
        [
            Bar, Column, Dot, Dumbbell, Slope, Funnel, Multiples, Heat, Table
        ]
    );
    assert_eq!(views("?series=&x=enrolled"), [Scatter, Table]);
    assert!(
        views("?by=state&series=quarter").contains(&Spark),
        "time along the series"
    );
    for view in View::ALL {
        let address = format!("?by=state&series=program&view={}", view.as_str());
        let resolved = asked(&address);
        let fits = resolved.fits(view);
        assert_eq!(resolved.query.view == Some(view), fits, "{address}");
        assert_eq!(resolved.notices.is_empty(), fits, "{address}");
    }
}
