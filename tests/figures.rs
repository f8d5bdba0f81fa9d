//! Answers from a table of published figures: claims, histories, kinds, parts, never a sum.

use crate::literal::{Literal, dimension, key, package, string};
use crate::published::{block_on, files};
use good_jobs::frame::{
    Caveat, Frame, Refusal, answer, breakdowns, kinds_published, measures_published,
    published_claims, resolve_with_data,
};
use good_jobs::loader::Edition;
use good_jobs::query::{MeasureRef, Notice, Query, View, parse, resolve};
use good_jobs::table::Dataset;
use good_jobs::value::{Kind, Qualifier, Quantity};
use serde_json::{Value, json};

fn role(name: &str, kind: &str, role: &str) -> Value {
    json!({"name": name, "type": kind, "outcomes": {"role": role}})
}

fn figures(csv: &str) -> Literal {
    let fields = json!([
        role("figure_id", "string", "figure_id"),
        role("claim", "string", "claim"),
        role("part_of", "string", "part_of"),
        role("measure", "string", "measure_code"),
        role("kind", "string", "kind"),
        role("qualifier", "string", "qualifier"),
        role("value", "number", "value"),
        role("low", "number", "low"),
        role("high", "number", "high"),
        role("unit", "string", "unit_code"),
        dimension("program"),
        dimension("state"),
        role("as_of", "string", "as_of"),
        role("published_on", "string", "published_on"),
        role("background", "boolean", "background"),
        role("source", "string", "source"),
    ]);
    let schema = json!({"primaryKey": ["figure_id"], "fields": fields, "foreignKeys": [
        key("measure", "measures"), key("program", "programs"), key("state", "places"),
        {"fields": ["source"], "reference": {"resource": "sources", "fields": ["code"]}},
    ]});
    let measures = json!({"primaryKey": ["code"], "fields": [
        string("code"), role("title", "string", "title"), role("unit", "string", "unit_code"),
    ]});
    let sources = json!({"primaryKey": ["code"], "fields": [
        string("code"), role("rank", "string", "rank"), role("publisher", "string", "publisher"),
        role("published_on", "string", "published_on"),
    ]});
    let head = "figure_id,claim,part_of,measure,kind,qualifier,value,low,high,unit,program,state,as_of,published_on,background,source\n";
    package()
        .roles(json!({"v": 1, "default": {"measure": "placed", "by": "program"}}))
        .codes("programs", &[("gjc", "Good Jobs Challenge")])
        .codes("places", &[("VA", "Virginia"), ("MD", "Maryland")])
        .table("measures", json!({"role": "measures"}), measures,
            "code,title,unit\nplaced,People placed,people\nwage,Wage,usd_per_hour\nunused,Never,people\naim,Placement goal,people\n")
        .table("sources", json!({"role": "sources"}), sources,
            "code,rank,publisher,published_on\neda,agency,EDA,2025-01-14\nnews,press,A newspaper,2024-12-01\n")
        .table("figures", json!({"role": "figures"}), schema, &format!("{head}{csv}"))
}

fn ask(dataset: &Dataset, address: &str) -> Result<Frame, Refusal> {
    answer(
        dataset,
        &resolve(&dataset.package, &parse(address).0).expect("a default measure"),
    )
}

fn frame(csv: &str, address: &str) -> Frame {
    ask(&figures(csv).loaded(), address).unwrap_or_else(|refusal| panic!("{address}: {refusal:?}"))
}

#[test]
fn rows_that_repeat_one_claim_count_once_and_the_strongest_source_speaks() {
    let csv = "a,c1,,placed,actual,more_than,25000,,,people,gjc,,,2024-12-01,false,news\n\
        b,c1,,placed,actual,more_than,25000,,,people,gjc,,,2025-01-14,false,eda\n";
    let frame = frame(csv, "?by=program");
    assert_eq!(frame.rows.len(), 1);
    let figure = frame.rows[0].figure.as_ref().expect("a published claim");
    assert_eq!(figure.figure_id, "b", "the agency's");
    assert_eq!(
        figure.published_on.as_deref(),
        Some("2024-12-01"),
        "the day it first came out"
    );
    let publishers: Vec<&str> = figure
        .sources
        .iter()
        .map(|at| frame.sources[*at].publisher.as_str())
        .collect();
    assert_eq!(publishers, ["EDA", "A newspaper"]);
    assert_eq!(
        frame.rows[0].cell.quantity,
        Some(Quantity::worded(Qualifier::MoreThan, 25000.0))
    );
    assert_eq!(frame.total, None, "figures are never added");
}

const HISTORY: &str = "a,a,,placed,actual,more_than,12000,,,people,gjc,,2024-12-01,,false,news\n\
    b,b,,placed,actual,more_than,25000,,,people,gjc,,2026-01-13,,false,eda\n";

#[test]
fn figures_of_one_scope_from_two_dates_are_a_history_and_the_newest_stands() {
    let newest = frame(HISTORY, "?by=program");
    assert_eq!(newest.rows.len(), 1);
    assert_eq!(
        newest.rows[0].cell.quantity,
        Some(Quantity::worded(Qualifier::MoreThan, 25000.0))
    );
    assert!(newest.caveats.contains(&Caveat::NewestOfHistory));
    let history = frame(HISTORY, "?by=published_on");
    let dates: Vec<&str> = history.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(dates, ["2024-12-01", "2026-01-13"]);
    assert!(history.rows[0].ordinal < history.rows[1].ordinal);
}

#[test]
fn a_part_is_not_shown_beside_its_whole() {
    let csv = "a,a,,placed,actual,exact,100,,,people,,VA,,,false,eda\n\
        b,b,a,placed,actual,exact,40,,,people,,VA,,,false,eda\n";
    let frame = frame(csv, "?by=state");
    assert_eq!(frame.rows.len(), 1);
    assert_eq!(frame.rows[0].cell.quantity, Some(Quantity::exact(100.0)));
    assert!(frame.caveats.contains(&Caveat::PartsLeftOut { figures: 1 }));
}

#[test]
fn kinds_are_never_mixed() {
    let csv = "a,a,,placed,target,exact,50,,,people,,VA,,,false,eda\n\
        b,b,,placed,actual,exact,20,,,people,,MD,,,false,eda\n";
    let dataset = figures(csv).loaded();
    let actual = ask(&dataset, "?by=state").expect("an answer");
    assert_eq!(actual.query.kind, Some(Kind::Actual));
    let keys: Vec<&str> = actual.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["MD"]);
    let target = ask(&dataset, "?by=state&kind=target").expect("an answer");
    assert_eq!(target.rows[0].key, "VA");
    assert_eq!(target.rows[0].kind, Some(Kind::Target));
    assert_eq!(
        ask(&dataset, "?by=state&kind=projection"),
        Err(Refusal::Empty)
    );
    let resolved = resolve(&dataset.package, &parse("?by=state").0).expect("a measure");
    assert_eq!(
        kinds_published(&dataset, &resolved),
        [Kind::Actual, Kind::Target]
    );
}

#[test]
fn sources_that_disagree_are_told() {
    let csv = "a,a,,placed,actual,exact,50,,,people,,VA,2025-01,,false,eda\n\
        b,b,,placed,actual,exact,60,,,people,,VA,2025-01,,false,news\n";
    let by_state = frame(csv, "?by=state");
    assert_eq!(by_state.rows.len(), 1);
    let disagreement = Caveat::Disagreement {
        label: "Virginia".into(),
    };
    assert!(
        by_state.caveats.contains(&disagreement),
        "{:?}",
        by_state.caveats
    );
    let csv = csv.replace(",,VA,", ",gjc,,");
    let over_time = frame(&csv, "?by=published_on");
    let told = |caveat: &&Caveat| matches!(caveat, Caveat::Disagreement { .. });
    assert_eq!(
        over_time.caveats.iter().filter(told).count(),
        1,
        "{:?}",
        over_time.caveats
    );
}

#[test]
fn a_figure_without_any_date_is_not_on_the_time_axis_and_is_told() {
    let csv = format!(
        "{}c,c,,placed,actual,exact,7,,,people,gjc,,,,false,\n",
        HISTORY
    );
    let frame = frame(&csv, "?by=published_on");
    assert_eq!(frame.rows.len(), 2);
    assert!(frame.caveats.contains(&Caveat::Undated { figures: 1 }));
}

#[test]
fn background_is_no_outcome() {
    let csv = "a,a,,placed,actual,exact,9,,,people,,VA,,,true,eda\nb,b,,placed,actual,exact,5,,,people,,MD,,,false,eda\n";
    let frame = frame(csv, "?by=state");
    assert_eq!(frame.rows.len(), 1);
    assert!(
        frame
            .caveats
            .contains(&Caveat::BackgroundLeftOut { figures: 1 })
    );
}

#[test]
fn a_figure_of_another_scope_is_not_shown_as_if_it_were_of_this_one() {
    let csv = "a,a,,placed,actual,exact,9,,,people,gjc,,,,false,eda\nb,b,,placed,actual,exact,5,,,people,,MD,,,false,eda\n";
    let dataset = figures(csv).loaded();
    let by_state = ask(&dataset, "?by=state").expect("an answer");
    let keys: Vec<&str> = by_state.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["MD"]);
    let by_program = ask(&dataset, "?by=program").expect("an answer");
    assert_eq!(by_program.rows[0].label, "Good Jobs Challenge");
    assert_eq!(by_program.rows.len(), 1);
}

#[test]
fn a_range_keeps_both_ends() {
    let csv = "a,a,,wage,actual,range,,15,18,usd_per_hour,,VA,,,false,eda\n";
    let frame = frame(csv, "?measure=wage&by=state");
    assert_eq!(
        frame.rows[0].cell.quantity,
        Some(Quantity::range(15.0, 18.0))
    );
    assert_eq!(frame.measure.unit.as_str(), "usd_per_hour");
}

#[test]
fn an_unknown_measure_is_refused_and_those_published_are_offered() {
    let dataset = figures(HISTORY).loaded();
    assert_eq!(
        ask(&dataset, "?measure=plced"),
        Err(Refusal::UnknownMeasure {
            measure: "plced".into()
        })
    );
    let offered: Vec<(String, u32)> = measures_published(&dataset)
        .into_iter()
        .map(|entry| (entry.code, entry.figures))
        .collect();
    assert_eq!(
        offered,
        [("placed".to_owned(), 2)],
        "a measure without a figure is not offered"
    );
}

#[test]
fn a_claim_can_be_asked_for_by_its_name() {
    let dataset = figures(HISTORY).loaded();
    let cards = published_claims(&dataset, &["b".into(), "nowhere".into(), "a".into()]);
    assert_eq!(cards.len(), 2);
    assert_eq!(
        cards[0].rows[0].cell.quantity,
        Some(Quantity::worded(Qualifier::MoreThan, 25000.0))
    );
    assert_eq!(cards[0].measure.title, "People placed");
    assert_eq!(
        cards[0].rows[0]
            .figure
            .as_ref()
            .map(|figure| figure.scope.as_str()),
        Some("Good Jobs Challenge")
    );
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let lines: Vec<&str> = HISTORY.lines().collect();
    let turned = format!("{}\n{}\n", lines[1], lines[0]);
    for address in ["?by=program", "?by=published_on"] {
        let (mut one, mut other) = (frame(HISTORY, address), frame(&turned, address));
        // Only their line numbers may differ.
        for row in one.rows.iter_mut().chain(&mut other.rows) {
            assert_eq!(row.cell.lines.len(), 1);
            row.cell.lines.clear();
        }
        assert_eq!(one.rows, other.rows, "{address}");
    }
}

#[test]
fn a_later_period_is_newer_than_an_earlier_one_whenever_it_came_out() {
    let fields = json!([
        role("figure_id", "string", "figure_id"), role("measure", "string", "measure_code"),
        {"name": "year", "type": "string", "outcomes": {"role": "period", "grain": "fiscal-year"}},
        role("value", "number", "value"), dimension("state"), role("published_on", "string", "published_on"),
    ]);
    let schema = json!({"primaryKey": ["figure_id"], "fields": fields});
    let csv = "figure_id,measure,year,value,state,published_on\n\
        a,active,2016,48770,CA,2022-01\nb,active,2021,79494,CA,\n";
    let dataset = package()
        .roles(json!({"v": 1, "default": {"measure": "active", "by": "state"}}))
        .table("figures", json!({"role": "figures"}), schema, csv)
        .loaded();
    let frame = ask(&dataset, "?by=state").expect("an answer");
    assert_eq!(frame.rows[0].cell.quantity, Some(Quantity::exact(79494.0)));
    assert!(frame.caveats.contains(&Caveat::NewestOfHistory));
}

/// Two states with a result and a goal, one with only a goal, and a wage.
const AIMS: &str = "a,a,,placed,actual,exact,20,,,people,,VA,2025-03,,false,eda\n\
    b,b,,aim,target,at_least,50,,,people,,VA,2022-08,,false,eda\n\
    c,c,,aim,target,exact,30,,,people,,MD,2022-08,,false,eda\n\
    d,d,,wage,actual,exact,21.5,,,usd_per_hour,,VA,2025-03,,false,news\n";

#[test]
fn a_result_stands_beside_its_aim_and_each_keeps_its_kind() {
    let frame = frame(AIMS, "?measure=placed&compare=aim&by=state&view=bullet");
    let rows: Vec<_> = frame
        .rows
        .iter()
        .map(|row| (row.key.as_str(), row.series, row.kind))
        .collect();
    assert_eq!(
        rows,
        [
            ("VA", Some(0), Some(Kind::Actual)),
            ("VA", Some(1), Some(Kind::Target)),
            ("MD", Some(1), Some(Kind::Target)),
        ]
    );
    assert_eq!(frame.query.view, Some(View::Bullet));
    assert_eq!(frame.total, None);
    assert!(
        !frame.caveats.contains(&Caveat::DatesDiffer { rows: 1 }),
        "an aim is older than its result"
    );
    let turned = ask(
        &figures(AIMS).loaded(),
        "?measure=aim&compare=placed&by=state&view=bullet",
    );
    let view = turned.expect("an answer").query.view;
    assert_eq!(view, Some(View::Bar), "an aim is no result to measure");
}

#[test]
fn figures_of_two_units_are_set_against_each_other_but_not_beside() {
    let dataset = figures(AIMS).loaded();
    let refused = ask(&dataset, "?measure=placed&compare=wage&by=state");
    assert!(
        matches!(refused, Err(Refusal::OtherUnit { .. })),
        "{refused:?}"
    );
    let against = ask(&dataset, "?measure=placed&x=wage&by=state").expect("a pair");
    let other = against.rows[0].cell.across.as_ref().expect("a wage");
    assert_eq!(other.quantity, Some(Quantity::exact(21.5)));
    let claimed = other.claimed.as_ref().expect("its claim");
    assert_eq!(
        (claimed.kind, claimed.figure.figure_id.as_str()),
        (Some(Kind::Actual), "d")
    );
    let source = &against.sources[claimed.figure.sources[0]];
    assert_eq!(source.publisher, "A newspaper");
    let told = resolve_with_data(
        &dataset,
        &parse("?measure=placed&compare=wage~nope&by=state&view=dumbbell").0,
    );
    let told = told.expect("the usual measure");
    assert!(told.compare.is_empty() && told.query.view == Some(View::Map));
    assert_eq!(
        told.notices,
        [
            Notice::ViewDoesNotFit {
                view: "dumbbell".into()
            },
            Notice::NoFurtherMeasure {
                measure: "nope".into(),
                near: None
            },
            Notice::OtherScale {
                measure: "Wage".into()
            },
        ]
    );
}

#[test]
fn a_row_of_which_only_the_other_number_is_published_says_so() {
    let against = frame(AIMS, "?measure=placed&x=aim&by=state");
    let maryland = against
        .rows
        .iter()
        .find(|row| row.key == "MD")
        .expect("a row");
    assert_eq!((maryland.cell.quantity, maryland.kind), (None, None));
    assert!(
        maryland
            .cell
            .across
            .as_ref()
            .is_some_and(|aim| aim.has_number())
    );
}

#[test]
fn results_of_other_dates_in_one_row_are_told() {
    let csv = "a,a,,placed,actual,exact,20,,,people,,VA,2025-03,,false,eda\n\
        b,b,,unused,actual,exact,50,,,people,,VA,2023-01,,false,eda\n";
    let compared = frame(csv, "?measure=placed&compare=unused&by=state");
    assert!(compared.caveats.contains(&Caveat::DatesDiffer { rows: 1 }));
    let same = csv.replace("2023-01", "2025-03-12");
    let compared = frame(&same, "?measure=placed&compare=unused&by=state");
    assert!(
        compared
            .caveats
            .iter()
            .all(|caveat| !matches!(caveat, Caveat::DatesDiffer { .. }))
    );
}

/// The keys that a break-down is chosen by are those of the rows that the answer then has.
#[test]
fn the_break_down_that_is_left_open_is_one_with_most_rows() {
    let files = files();
    let dataset = block_on(files.dataset(&Edition::usual(&files.catalog))).expect("readable");
    let package = &dataset.package;
    let codes: Vec<String> = measures_published(&dataset)
        .into_iter()
        .map(|entry| entry.code)
        .collect();
    let mut moved = 0;
    for (at, code) in codes.iter().enumerate() {
        let other = codes[(at + 1) % codes.len()].clone();
        let plain = Query {
            measure: Some(code.clone()),
            ..Query::default()
        };
        for asked in [
            plain.clone(),
            Query {
                top: Some(3),
                ..plain.clone()
            },
            Query {
                series: Some("round".into()),
                ..plain.clone()
            },
            Query {
                x: Some(other.clone()),
                ..plain.clone()
            },
            Query {
                compare: vec![other],
                ..plain.clone()
            },
        ] {
            let rows = |query: &Query| {
                let resolved = resolve_with_data(&dataset, query).expect("a measure");
                answer(&dataset, &resolved).map_or(0, |frame| frame.rows.len())
            };
            let chosen = resolve_with_data(&dataset, &asked).expect("a measure");
            // A wide table may have a measure of the same code; its break-down is the package's own.
            if chosen.measure.reference != MeasureRef::Figure {
                continue;
            }
            let most = answer(&dataset, &chosen).map_or(0, |frame| frame.rows.len());
            for by in breakdowns(&dataset, &chosen) {
                let by = Some(by.field);
                let known = rows(&Query {
                    by: by.clone(),
                    ..asked.clone()
                });
                assert!(
                    known <= most,
                    "{asked:?} by {by:?}: {known} rows, {most} taken"
                );
            }
            let usual = resolve(package, &asked).expect("a measure").by;
            moved += usize::from(usual.field != chosen.by.field);
        }
    }
    assert!(
        moved > 0,
        "some measures are published by another break-down only"
    );
}
