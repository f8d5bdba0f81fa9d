//! Answers from a wide table, and its refusals.

use crate::literal::{Literal, dimension, key, measure, package, string};
use good_jobs::frame::{Caveat, Cell, Frame, Refusal, answer, facets, fits};
use good_jobs::query::{View, parse, resolve};
use good_jobs::table::Dataset;
use good_jobs::value::{NoNumber, Qualifier, Quantity, Status, Unit};
use serde_json::json;

fn ask(dataset: &Dataset, address: &str) -> Result<Frame, Refusal> {
    let resolved = resolve(&dataset.package, &parse(address).0).expect("there is a measure");
    assert_eq!(resolved.notices, [], "{address}");
    answer(dataset, &resolved)
}

fn frame(dataset: &Dataset, address: &str) -> Frame {
    ask(dataset, address).unwrap_or_else(|refusal| panic!("{address}: {refusal:?}"))
}

fn cell<'f>(frame: &'f Frame, key: &str) -> &'f Cell {
    let row = frame.rows.iter().find(|row| row.key == key);
    &row.unwrap_or_else(|| panic!("no row {key} in {:?}", frame.rows))
        .cell
}

fn keys(frame: &Frame) -> Vec<&str> {
    frame.rows.iter().map(|row| row.key.as_str()).collect()
}

/// People by state, program and quarter; one suppressed cell, one missing wage.
fn people() -> Literal {
    let hidden = json!({"name": "placed", "type": "integer", "missingValues": ["", "s"], "outcomes": {
        "role": "measure", "unit": "people", "adds": "sum", "over_time": "flow",
        "rates": [{"name": "placement_rate", "title": "Placement rate", "denominator": "enrolled"}],
        "markers": {"s": {"status": "Q", "conf": "A"}}}});
    let schema = json!({
        "fields": [
            dimension("state"), dimension("program"),
            {"name": "quarter", "type": "string", "outcomes": {"role": "period", "grain": "quarter"}},
            measure("enrolled", "people", json!({"adds": "sum", "over_time": "flow"})),
            hidden,
            measure("wage", "usd_per_hour", json!({"adds": "mean", "weight": "placed", "over_time": "flow"})),
            measure("median", "usd_per_hour", json!({"adds": "none"})),
            measure("change", "people", json!({"adds": "sum", "over_time": "flow", "negative": true})),
            measure("open", "jobs", json!({"adds": "sum", "over_time": "stock"})),
        ],
        "foreignKeys": [key("state", "places")],
    });
    let csv = "state,program,quarter,enrolled,placed,wage,median,change,open\n\
        VA,a,2024-Q1,100,40,20.00,19,5,7\n\
        VA,b,2024-Q1,50,s,,18,-2,3\n\
        VA,a,2024-Q2,60,20,23.00,20,,9\n\
        MD,a,2024-Q1,10,10,30.00,30,1,4\n\
        MD,a,2024-Q2,20,0,,31,1,6\n";
    package()
        .codes("places", &[("MD", "Maryland"), ("VA", "Virginia")])
        .table("t", json!({"role": "facts"}), schema, csv)
}

#[test]
fn a_sum_over_everything_published_is_exact() {
    let frame = frame(&people().loaded(), "?measure=enrolled&by=state");
    assert_eq!(keys(&frame), ["VA", "MD"], "largest first");
    assert_eq!(frame.rows[0].label, "Virginia");
    assert_eq!(cell(&frame, "VA").quantity, Some(Quantity::exact(210.0)));
    assert_eq!(cell(&frame, "VA").records, 3);
    assert_eq!(
        frame.total.expect("adds").quantity,
        Some(Quantity::exact(240.0))
    );
}

#[test]
fn a_sum_over_a_suppressed_cell_is_a_lower_bound() {
    let frame = frame(&people().loaded(), "?measure=placed&by=state");
    let virginia = cell(&frame, "VA");
    assert_eq!(virginia.quantity, Some(Quantity::at_least(60.0)));
    assert_eq!((virginia.records, virginia.without_number), (3, 1));
    assert!(virginia.status.has(Status::Partial) && virginia.status.has(Status::Suppressed));
    assert_eq!(cell(&frame, "MD").quantity, Some(Quantity::exact(10.0)));
    assert!(frame.caveats.contains(&Caveat::LowerBounds { cells: 1 }));
    assert_eq!(
        frame.total.expect("adds").quantity,
        Some(Quantity::at_least(70.0))
    );
}

#[test]
fn a_cell_that_is_hidden_alone_has_no_number_and_says_why() {
    let frame = frame(
        &people().loaded(),
        "?measure=placed&by=program&f.state=VA&f.quarter=2024-Q1",
    );
    let hidden = cell(&frame, "b");
    assert_eq!(hidden.quantity, None);
    assert_eq!(hidden.reason(), Some(Status::Suppressed));
}

#[test]
fn a_gap_in_what_may_be_negative_leaves_the_sum_of_the_others_and_no_total() {
    let frame = frame(&people().loaded(), "?measure=change&by=state");
    let some = cell(&frame, "VA");
    assert!(some.has_number() && some.is_of_some() && some.without_number > 0);
    assert_eq!(frame.total, None);
    assert_eq!(cell(&frame, "MD").quantity, Some(Quantity::exact(2.0)));
}

#[test]
fn a_published_zero_is_a_result() {
    let frame = frame(&people().loaded(), "?measure=placed&by=quarter&f.state=MD");
    assert!(cell(&frame, "2024-Q2").is_zero());
    assert_eq!(keys(&frame), ["2024-Q1", "2024-Q2"], "time runs on");
}

#[test]
fn a_mean_is_weighted() {
    let dataset = people().loaded();
    let frame = frame(&dataset, "?measure=wage&by=program&f.state=VA&f.program=a");
    // (40 × 20 + 20 × 23) / 60
    assert_eq!(cell(&frame, "a").quantity, Some(Quantity::exact(21.0)));
    assert_eq!(cell(&frame, "a").denominator, Some(Quantity::exact(60.0)));
}

#[test]
fn a_mean_without_all_its_weights_is_refused() {
    let frame = frame(&people().loaded(), "?measure=wage&by=state");
    for state in ["VA", "MD"] {
        let cell = cell(&frame, state);
        assert_eq!(
            cell.quantity, None,
            "{state}: a weight or a wage is not there"
        );
        assert!(!cell.status.is_normal());
    }
}

#[test]
fn a_mean_of_a_top_coded_wage_is_at_least_that() {
    let wage = json!({"name": "wage", "type": "number", "missingValues": ["", "#"], "outcomes": {
        "role": "measure", "unit": "usd_per_hour", "adds": "mean", "weight": "jobs",
        "markers": {"#": {"bound": "at_least", "value": 115}}}});
    let schema = json!({"fields": [string("id"), dimension("state"), measure("jobs", "jobs", json!({"adds": "sum"})), wage]});
    let csv = "id,state,jobs,wage\n1,VA,10,#\n2,VA,10,15\n3,MD,10,#\n";
    let dataset = package()
        .table("t", json!({"role": "facts"}), schema, csv)
        .loaded();
    let frame = frame(&dataset, "?measure=wage&by=state");
    assert_eq!(cell(&frame, "VA").quantity, Some(Quantity::at_least(65.0)));
    assert_eq!(cell(&frame, "MD").quantity, Some(Quantity::at_least(115.0)));
}

#[test]
fn a_rate_shows_its_denominator() {
    let frame = frame(&people().loaded(), "?measure=placement_rate&by=state");
    let maryland = cell(&frame, "MD");
    assert_eq!(maryland.quantity, Some(Quantity::exact(10.0 / 30.0)));
    assert_eq!(maryland.denominator, Some(Quantity::exact(30.0)));
    let virginia = cell(&frame, "VA");
    assert_eq!(
        virginia.quantity,
        Some(Quantity::at_least(60.0 / 210.0)),
        "a hidden numerator"
    );
}

#[test]
fn a_median_is_never_averaged() {
    let dataset = people().loaded();
    let refusal = ask(&dataset, "?measure=median&by=state&f.quarter=2024-Q1")
        .expect_err("two programs in VA");
    let Refusal::CannotAverage { over, .. } = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(over, ["program"]);
    let single = frame(
        &dataset,
        "?measure=median&by=state&f.program=a&f.quarter=2024-Q1",
    );
    assert_eq!(cell(&single, "VA").quantity, Some(Quantity::exact(19.0)));
    assert_eq!(single.total, None);
}

#[test]
fn a_stock_takes_the_last_date_and_says_so() {
    let dataset = people().loaded();
    let last = frame(&dataset, "?measure=open&by=state");
    assert_eq!(cell(&last, "VA").quantity, Some(Quantity::exact(9.0)));
    let fixed = Caveat::FixedAt {
        dimension: "quarter".into(),
        value: "2024-Q2".into(),
    };
    assert!(last.caveats.contains(&fixed), "{:?}", last.caveats);
    assert_eq!(
        last.total.expect("one date").quantity,
        Some(Quantity::exact(15.0))
    );
    let time = frame(&dataset, "?measure=open&by=quarter");
    assert_eq!(cell(&time, "2024-Q1").quantity, Some(Quantity::exact(14.0)));
    assert_eq!(time.total, None, "stocks of two dates are not added");
}

#[test]
fn series_stand_in_an_order_of_their_own() {
    let frame = frame(
        &people().loaded(),
        "?measure=enrolled&by=state&series=quarter",
    );
    let series = frame.series.expect("asked for");
    let names: Vec<&str> = series.values.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(names, ["2024-Q1", "2024-Q2"]);
    assert_eq!(frame.rows.len(), 4);
    let sum: f64 = frame
        .rows
        .iter()
        .filter_map(|row| Some(row.cell.quantity?.anchor()))
        .sum();
    assert_eq!(sum, 240.0);
}

#[test]
fn only_so_many_labels_are_shown_with_all_their_series() {
    let frame = frame(
        &people().loaded(),
        "?measure=enrolled&by=state&series=quarter&top=1",
    );
    assert_eq!(keys(&frame), ["VA", "VA"]);
    assert!(frame.caveats.contains(&Caveat::TopOnly { shown: 1, of: 2 }));
    assert_eq!(
        frame.total.expect("the whole").quantity,
        Some(Quantity::exact(240.0))
    );
}

#[test]
fn filters_that_leave_nothing_are_refused_and_columns_that_are_not_there() {
    let dataset = people().loaded();
    assert_eq!(
        ask(&dataset, "?measure=enrolled&f.state=TX"),
        Err(Refusal::Empty)
    );
    let broken = people();
    let mut files = broken.files();
    files.0.insert(
        "t.csv".into(),
        b"state,quarter,enrolled\nVA,2024-Q1,5\n".to_vec(),
    );
    let package = broken.open().value;
    let dataset = crate::literal::now(good_jobs::table::load(&files, package));
    let unreadable = Err(Refusal::TableUnreadable {
        resource: "t".into(),
    });
    assert_eq!(ask(&dataset, "?measure=placed&by=state"), unreadable);
    assert_eq!(
        ask(&dataset, "?measure=enrolled&by=state&f.program=a"),
        unreadable
    );
    assert!(
        ask(&dataset, "?measure=enrolled&by=state").is_ok(),
        "the rest still answers"
    );
}

#[test]
fn a_filter_counts_under_all_others_but_not_itself() {
    let dataset = people().loaded();
    let resolved = resolve(
        &dataset.package,
        &parse("?measure=enrolled&f.state=MD&f.quarter=2024-Q1").0,
    );
    let all = facets(&dataset, &resolved.expect("a measure"));
    let counts = |field: &str| -> Vec<(String, u32, bool)> {
        let facet = all
            .iter()
            .find(|facet| facet.field == field)
            .expect("offered");
        let values = facet.values.iter();
        values
            .map(|value| (value.key.clone(), value.records, value.chosen))
            .collect()
    };
    assert_eq!(
        counts("state"),
        [("MD".into(), 1, true), ("VA".into(), 2, false)]
    );
    assert_eq!(
        counts("quarter"),
        [("2024-Q1".into(), 1, true), ("2024-Q2".into(), 1, false)]
    );
    assert_eq!(
        counts("program"),
        [("a".into(), 1, false), ("b".into(), 0, false)]
    );
}

/// Grants that serve several states; their dollars are not divided among the states.
fn awards() -> Literal {
    let schema = json!({
        "primaryKey": ["code"],
        "fields": [
            {"name": "code", "type": "string", "outcomes": {"role": "measure", "name": "awards",
                "unit": "awards", "adds": "count", "not_additive_over": ["state"]}},
            dimension("cohort"),
            measure("usd", "usd", json!({"adds": "sum", "not_additive_over": ["state"]})),
            {"name": "word", "type": "string", "outcomes": {"role": "qualifier", "of": "usd"}},
        ],
    });
    let csv = "code,cohort,usd,word\na,one,10,exact\nb,one,5,about\nc,two,7,more_than\nd,two,1,nearly\ne,three,2,nearly\nf,three,3,nearly\n";
    let bridge = json!({
        "fields": [string("award"), dimension("state")],
        "foreignKeys": [key("award", "awards"), key("state", "places")],
    });
    let coverage =
        json!([{"field": "cohort", "value": "one", "known": 2, "of": 3, "noun": "first awards"}]);
    package()
        .roles(json!({"v": 1, "coverage": coverage}))
        .codes(
            "places",
            &[
                ("VA", "Virginia"),
                ("MD", "Maryland"),
                ("PR", "Puerto Rico"),
            ],
        )
        .table("awards", json!({"role": "facts"}), schema, csv)
        .table(
            "bridge",
            json!({"role": "bridge"}),
            bridge,
            "award,state\na,VA\na,MD\nb,VA\nc,PR\nd,PR\n",
        )
}

#[test]
fn a_bridge_overlaps_and_its_total_counts_each_record_once() {
    let frame = frame(&awards().loaded(), "?measure=awards&by=state");
    assert_eq!(cell(&frame, "VA").quantity, Some(Quantity::exact(2.0)));
    assert_eq!(cell(&frame, "MD").quantity, Some(Quantity::exact(1.0)));
    assert_eq!(
        frame.total.as_ref().expect("counted").quantity,
        Some(Quantity::exact(6.0))
    );
    assert!(
        frame
            .caveats
            .contains(&Caveat::RowsOverlap { by: "state".into() })
    );
    assert!(frame.caveats.contains(&Caveat::AbsentIsUnknown));
    assert_eq!(frame.coverage.len(), 1);
    assert_eq!((frame.coverage[0].known, frame.coverage[0].of), (2, 3));
}

#[test]
fn a_filter_over_a_bridge_takes_every_record_it_touches() {
    let frame = frame(
        &awards().loaded(),
        "?measure=awards&by=cohort&f.state=VA~MD",
    );
    assert_eq!(keys(&frame), ["one"]);
    assert_eq!(cell(&frame, "one").quantity, Some(Quantity::exact(2.0)));
}

#[test]
fn dollars_are_never_split_over_states() {
    let dataset = awards().loaded();
    for address in [
        "?measure=usd&by=state",
        "?measure=usd&by=cohort&series=state",
        "?measure=usd&by=cohort&f.state=VA",
    ] {
        let refusal = ask(&dataset, address).expect_err(address);
        assert!(
            matches!(refusal, Refusal::NoSplit { .. }),
            "{address}: {refusal:?}"
        );
    }
}

#[test]
fn where_an_about_meets_a_bound_the_parts_are_listed() {
    let frame = frame(&awards().loaded(), "?measure=usd&by=cohort");
    let about = Quantity::worded(Qualifier::About, 15.0);
    assert_eq!(cell(&frame, "one").quantity, Some(about), "exact and about");
    assert_eq!(
        cell(&frame, "three").quantity,
        Some(Quantity::worded(Qualifier::About, 5.0)),
        "nearly twice"
    );
    let refused = cell(&frame, "two");
    assert_eq!(
        (refused.quantity, refused.refused),
        (None, Some(NoNumber::AboutMeetsBound))
    );
    let words: Vec<Qualifier> = refused.parts.iter().map(|part| part.word).collect();
    assert_eq!(words, [Qualifier::MoreThan, Qualifier::Nearly]);
    assert_eq!(
        frame.total.expect("asked").refused,
        Some(NoNumber::AboutMeetsBound)
    );
}

/// Jobs by occupation, a tree, and place; the root of the tree is the default.
fn occupations(default: Option<&str>) -> Literal {
    let list = json!({"primaryKey": ["code"], "fields": [
        string("code"),
        {"name": "name", "type": "string", "outcomes": {"role": "label"}},
        {"name": "level", "type": "string", "outcomes": {"role": "level"}},
    ]});
    let mut occupation = dimension("occupation");
    if let Some(default) = default {
        occupation["outcomes"]["default"] = json!(default);
    }
    let wage = json!({"name": "wage", "type": "number", "outcomes": {"role": "measure", "unit": "usd_per_hour", "adds": "none"}});
    let error =
        json!({"name": "rse", "type": "number", "outcomes": {"role": "error_of", "of": "wage"}});
    let schema = json!({
        "fields": [dimension("state"), occupation, measure("jobs", "jobs", json!({"adds": "sum"})), wage, error],
        "foreignKeys": [key("occupation", "occupations")],
    });
    let csv = "state,occupation,jobs,wage,rse\nVA,00,30,20,1.5\nVA,11,10,40,2\nVA,15,20,30,3\nVA,15-1,20,31,4\n\
        MD,00,7,22,1\nMD,11,7,41,2\n";
    package()
        .table("occupations", json!({"role": "codes"}), list,
            "code,name,level\n00,All,total\n11,Management,major\n15,Computers,major\n15-1,Computers too,detailed\n")
        .table("t", json!({"role": "facts"}), schema, csv)
}

#[test]
fn a_tree_shows_one_level_and_adds_none() {
    let dataset = occupations(Some("00")).loaded();
    let majors = frame(&dataset, "?measure=jobs&by=occupation");
    assert_eq!(keys(&majors), ["15", "11"]);
    assert_eq!(cell(&majors, "11").quantity, Some(Quantity::exact(17.0)));
    assert_eq!(majors.query.level.as_deref(), Some("major"));
    assert_eq!(majors.total, None, "levels overlap");
    let detailed = frame(&dataset, "?measure=jobs&by=occupation&level=detailed");
    assert_eq!(keys(&detailed), ["15-1"]);
}

#[test]
fn a_tree_that_is_not_named_stands_at_its_default() {
    let frame = frame(&occupations(Some("00")).loaded(), "?measure=jobs&by=state");
    assert_eq!(cell(&frame, "VA").quantity, Some(Quantity::exact(30.0)));
    assert_eq!(
        frame.total.expect("states add").quantity,
        Some(Quantity::exact(37.0))
    );
    assert!(frame.caveats.contains(&Caveat::FixedAt {
        dimension: "occupation".into(),
        value: "All".into()
    }));
}

#[test]
fn a_tree_without_a_default_is_not_added_over() {
    let dataset = occupations(None).loaded();
    let refusal = ask(&dataset, "?measure=jobs&by=state").expect_err("levels overlap");
    assert!(matches!(refusal, Refusal::NoSplit { .. }), "{refusal:?}");
    let one = frame(&dataset, "?measure=jobs&by=state&f.occupation=11");
    assert_eq!(
        one.total.expect("one code").quantity,
        Some(Quantity::exact(17.0))
    );
}

#[test]
fn a_published_error_stands_with_its_number() {
    let frame = frame(&occupations(Some("00")).loaded(), "?measure=wage&by=state");
    assert_eq!(cell(&frame, "VA").error_pct, Some(1.5));
    assert!(frame.measure.has_error);
}

#[test]
fn a_published_total_is_used_where_a_question_fits_it() {
    let margin = json!({"fields": [
        dimension("state"),
        {"name": "quarter", "type": "string", "outcomes": {"role": "period", "grain": "quarter"}},
        measure("placed", "people", json!({"adds": "sum", "over_time": "flow"})),
    ]});
    let dataset = people()
        .table(
            "by_state",
            json!({"role": "facts", "margin_of": "t"}),
            margin,
            "state,quarter,placed\nVA,2024-Q1,46\nVA,2024-Q2,20\nMD,2024-Q1,10\nMD,2024-Q2,0\n",
        )
        .loaded();
    let by_state = frame(&dataset, "?measure=placed&by=state");
    assert_eq!(cell(&by_state, "VA").quantity, Some(Quantity::exact(66.0)));
    let finer = frame(&dataset, "?measure=placed&by=program");
    assert_eq!(cell(&finer, "b").quantity, None, "a margin has no program");
    assert_eq!(
        finer.total.expect("adds").quantity,
        Some(Quantity::exact(76.0))
    );
    let codes: Vec<_> = good_jobs::query::Offer::of(&dataset.package)
        .measures
        .into_iter()
        .map(|m| m.resource)
        .collect();
    assert!(
        codes.iter().all(|resource| resource == "t"),
        "a margin offers no measure of its own"
    );
}

/// (key, series, number) of every row.
fn numbers(frame: &Frame) -> Vec<(&str, Option<usize>, Option<Quantity>)> {
    let rows = frame.rows.iter();
    rows.map(|row| (row.key.as_str(), row.series, row.cell.quantity))
        .collect()
}

#[test]
fn measures_stand_as_series_in_the_order_asked() {
    let dataset = people().loaded();
    let compared = frame(&dataset, "?measure=enrolled&compare=placed&by=state");
    assert!(compared.compares());
    let series = compared.series.as_ref().expect("the measures");
    let codes: Vec<&str> = series
        .values
        .iter()
        .map(|(code, _)| code.as_str())
        .collect();
    assert_eq!(codes, ["enrolled", "placed"]);
    assert_eq!(
        numbers(&compared),
        [
            ("VA", Some(0), Some(Quantity::exact(210.0))),
            ("VA", Some(1), Some(Quantity::at_least(60.0))),
            ("MD", Some(0), Some(Quantity::exact(30.0))),
            ("MD", Some(1), Some(Quantity::exact(10.0))),
        ]
    );
    assert_eq!(compared.total, None, "a total of two measures is no number");
    assert!(compared.caveats.contains(&Caveat::LowerBounds { cells: 1 }));
    let turned = frame(&dataset, "?measure=placed&compare=enrolled&by=state&top=1");
    assert_eq!(keys(&turned), ["VA", "VA"], "by the first measure");
    assert!(
        turned
            .caveats
            .contains(&Caveat::TopOnly { shown: 1, of: 2 })
    );
}

#[test]
fn a_row_carries_the_number_it_is_set_against() {
    let frame = frame(&people().loaded(), "?measure=placed&x=enrolled&by=state");
    let across = frame.across.as_ref().expect("the other measure");
    assert_eq!(across.code, "enrolled");
    let pairs: Vec<(&str, Option<Quantity>, Option<Quantity>)> = frame
        .rows
        .iter()
        .map(|row| {
            let other = row.cell.across.as_ref().expect("a pair");
            (row.key.as_str(), row.cell.quantity, other.quantity)
        })
        .collect();
    let (at_least, exact) = (
        |x| Some(Quantity::at_least(x)),
        |x| Some(Quantity::exact(x)),
    );
    assert_eq!(
        pairs,
        [
            ("VA", at_least(60.0), exact(210.0)),
            ("MD", exact(10.0), exact(30.0))
        ]
    );
    assert_eq!(frame.query.view, Some(View::Scatter));
}

#[test]
fn shares_are_of_a_whole_that_is_known() {
    let dataset = people().loaded();
    let frame = frame(
        &dataset,
        "?measure=enrolled&by=state&series=quarter&unit=share",
    );
    assert_eq!(frame.measure.unit.as_str(), Unit::SHARE);
    for state in ["VA", "MD"] {
        let of_state = frame.rows.iter().filter(|row| row.key == state);
        let sum: f64 = of_state
            .map(|row| row.cell.quantity.expect("a share").anchor())
            .sum();
        assert!((sum - 1.0).abs() < 1e-12, "{state}: {sum}");
    }
}

#[test]
fn a_share_of_a_whole_that_is_only_a_bound_is_refused_and_its_part_listed() {
    let dataset = people().loaded();
    let frame = frame(
        &dataset,
        "?measure=placed&by=state&series=program&unit=share",
    );
    let parts: Vec<&Cell> = frame
        .rows
        .iter()
        .filter(|row| row.key == "VA" && row.cell.refused.is_some())
        .map(|row| &row.cell)
        .collect();
    assert!(!parts.is_empty(), "Virginia has a hidden cell");
    for cell in parts {
        assert_eq!(
            (cell.quantity, cell.refused),
            (None, Some(NoNumber::OpenWhole))
        );
        assert_eq!(cell.parts.len(), 1);
    }
    let whole = frame.rows.iter().filter(|row| row.key == "MD");
    for row in whole {
        assert!(row.cell.quantity.is_some(), "Maryland's whole is known");
    }
}

#[test]
fn a_view_that_does_not_fit_the_rows_gives_way() {
    let dataset = people().loaded();
    let address = |view: &str| format!("?measure=enrolled&by=state&series=quarter&view={view}");
    let two = frame(&dataset, &address("slope"));
    assert_eq!(two.query.view, Some(View::Slope), "two quarters");
    let one = frame(&dataset, &format!("{}&f.quarter=2024-Q1", address("slope")));
    assert_eq!(one.query.view, Some(View::Bar), "one quarter is no slope");
    assert!(!fits(&one, View::Dumbbell) && fits(&one, View::Heat));
}

#[test]
fn a_stock_at_its_last_date_does_not_stand_beside_a_sum_over_all_dates() {
    let fields = json!([
        dimension("state"),
        {"name": "quarter", "type": "string", "outcomes": {"role": "period", "grain": "quarter"}},
        measure("open", "people", json!({"adds": "sum", "over_time": "stock"})),
        measure("joined", "people", json!({"adds": "sum", "over_time": "flow"})),
    ]);
    let csv = "state,quarter,open,joined\nVA,2024-Q1,10,5\nVA,2024-Q2,12,6\n";
    let dataset = package()
        .table(
            "t",
            json!({"role": "facts"}),
            json!({"fields": fields}),
            csv,
        )
        .loaded();
    let refused = ask(&dataset, "?measure=open&compare=joined&by=state");
    assert!(
        matches!(refused, Err(Refusal::OtherSpan { .. })),
        "{refused:?}"
    );
    let refused = ask(&dataset, "?measure=open&x=joined&by=state");
    assert!(
        matches!(refused, Err(Refusal::OtherSpan { .. })),
        "{refused:?}"
    );
    let one = frame(
        &dataset,
        "?measure=open&compare=joined&by=state&f.quarter=2024-Q2",
    );
    assert_eq!(one.rows.len(), 2);
    let over_time = frame(&dataset, "?measure=open&compare=joined&by=quarter");
    assert_eq!(over_time.rows.len(), 4);
}

#[test]
fn a_cohort_that_is_too_early_to_count_keeps_its_place_in_the_funnel() {
    let completed = json!({"name": "completed", "type": "integer", "missingValues": ["", "n"], "outcomes": {
        "role": "measure", "unit": "people", "adds": "sum", "over_time": "flow",
        "markers": {"n": {"status": "not-yet-due"}}}});
    let fields = json!([
        dimension("cohort"),
        dimension("site"),
        measure(
            "enrolled",
            "people",
            json!({"adds": "sum", "over_time": "flow"})
        ),
        completed,
    ]);
    let csv =
        "cohort,site,enrolled,completed\n2024,a,50,40\n2025,a,60,n\n2026,a,30,n\n2026,b,20,9\n";
    let dataset = package()
        .table(
            "t",
            json!({"role": "facts"}),
            json!({"fields": fields}),
            csv,
        )
        .loaded();
    let funnel = frame(
        &dataset,
        "?measure=enrolled&compare=completed&by=cohort&view=funnel",
    );
    assert_eq!(funnel.query.view, Some(View::Funnel));
    let stage = |cohort: &str| {
        let mut rows = funnel.rows.iter();
        let found = rows.find(|row| row.key == cohort && row.series == Some(1));
        &found.expect("a row for each cohort").cell
    };
    assert_eq!(stage("2024").quantity, Some(Quantity::exact(40.0)));
    assert_eq!(stage("2025").quantity, None);
    assert_eq!(stage("2025").reason(), Some(Status::NotYetDue));
    assert_eq!(
        stage("2026").quantity,
        Some(Quantity::at_least(9.0)),
        "one site is too early"
    );
    assert!(stage("2026").status.has(Status::NotYetDue));
}
