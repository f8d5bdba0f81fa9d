//! Any frame in any view at any width: the drawing is valid SVG with finite numbers, no text
//! overlaps another or extends beyond the picture, and it is finished within a time limit. The
//! frames are the same every time.

use crate::drawn::{faults, scene};
use good_jobs::frame::{
    Axis, AxisKind, Benchmark, Cell, Coverage, Frame, MeasureWords, PackageWords, PercentileValue,
    Row, SeriesAxis,
};
use good_jobs::locale::Locale;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::{Query, View};
use good_jobs::value::{AREAS, Bound, Kind, NoNumber, Qualifier, Quantity, StatusSet, Unit};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use std::time::{Duration, Instant};

/// Number of frames for each chart type.
const CASES: u32 = 48;
/// Time limit of a drawing, not optimized and on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// A larger drawing is not usable in a page.
const BYTES: usize = 40_000_000;

/// Names that a file may contain.
fn any_label() -> impl Strategy<Value = String> {
    let odd = [
        "",
        " ",
        "A",
        "VA",
        "Dallas College",
        "Vermont Law and Graduate School, on behalf of the Northern Forest Region Workforce Partnership",
        "أكاديمية التدريب المهني في ولاية تكساس",
        "מכללה טכנית",
        "العربية and English, מעורב together",
        "👩🏽‍🏭 👷‍♀️ 🇵🇷 welding",
        "Z̸̧̛a̵͎͝l̷̝͋g̶̈́o̸̕ t̶e̴x̸t̷",
        "技能訓練學院與職業發展中心",
        "a\u{0}b\u{1}\u{8}\u{b}\u{1f}c\u{7f}",
        "tab\tand\nnew\r\nline",
        "\u{202e}right to left override",
        "\u{feff}\u{200b}\u{2028}\u{fffe}\u{ffff}",
        "<script>alert(1)</script>",
        "\"quoted\" & 'so' ]]> <!-- -->",
        "NaN",
        "inf",
    ];
    prop_oneof![
        4 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
        3 => "[A-Z][a-z]{1,12}( [a-z]{2,10}){0,3}",
        1 => Just("W".repeat(200)),
        1 => "[a-z]{3,9}( [a-z]{3,9}){18,20}".prop_map(|text| text.chars().take(200).collect()),
        1 => any::<String>().prop_map(|text| text.chars().take(200).collect()),
    ]
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0..5000_i32).prop_map(f64::from),
        2 => 0.0..1.0_f64,
        1 => Just(0.0),
        1 => -1e6..1e6_f64,
        1 => prop::sample::select(vec![
            1e15, 1e300, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, 1e-12,
            f64::NAN, f64::INFINITY, f64::NEG_INFINITY,
        ]),
    ]
}

fn any_quantity() -> impl Strategy<Value = Option<Quantity>> {
    let word = prop::sample::select(&Qualifier::ALL[..]);
    let end = || {
        prop::option::of((any_number(), any::<bool>()).prop_map(|(at, open)| Bound { at, open }))
    };
    prop_oneof![
        6 => any_number().prop_map(|x| Some(Quantity::exact(x))),
        3 => (word.clone(), any_number()).prop_map(|(word, x)| Some(Quantity::worded(word, x))),
        2 => (any_number(), any_number()).prop_map(|(a, b)| Some(Quantity::range(a, b))),
        // Ends in any order, with a qualifier that does not fit them.
        1 => (word, end(), end()).prop_map(|(word, low, high)| Some(Quantity { word, low, high })),
        2 => Just(None),
    ]
}

fn any_status() -> impl Strategy<Value = StatusSet> {
    prop_oneof![
        3 => Just(StatusSet::NORMAL),
        2 => (0..13_u16).prop_map(|bit| StatusSet::from_bits(1 << bit)),
        1 => (0..0x2000_u16).prop_map(StatusSet::from_bits),
    ]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let refused = prop::option::weighted(
        0.05,
        prop::sample::select(vec![
            NoNumber::AboutMeetsBound,
            NoNumber::NoEnd,
            NoNumber::ZeroDenominator,
        ]),
    );
    let denominator = prop::option::weighted(0.1, any_number().prop_map(Quantity::exact));
    let error = prop::option::weighted(0.1, any_number());
    (any_quantity(), any_status(), refused, denominator, error).prop_map(
        |(quantity, status, refused, denominator, error_pct)| Cell {
            quantity: quantity.filter(|_| refused.is_none()),
            status,
            refused,
            denominator,
            error_pct,
            ..Cell::default()
        },
    )
}

fn any_percentiles() -> impl Strategy<Value = Vec<PercentileValue>> {
    let known = prop::collection::vec((any_quantity(), any_status()), 5);
    let values = known.prop_map(|known| {
        let at = [10, 25, 50, 75, 90].into_iter();
        let of = |(at, (quantity, status))| PercentileValue {
            at,
            quantity,
            status,
        };
        at.zip(known).map(of).collect()
    });
    prop_oneof![2 => Just(Vec::new()), 1 => values]
}

/// The properties that the rows of a frame share.
#[derive(Clone, Debug)]
struct Plan {
    series: Option<usize>,
    kind: AxisKind,
    has_kinds: bool,
    has_across: bool,
    all_withheld: bool,
    all_equal: bool,
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let series = prop::option::of(prop_oneof![3 => 1..4_usize, 1 => 4..13_usize]);
    let kind = prop::sample::select(vec![AxisKind::Names, AxisKind::Time, AxisKind::Places]);
    let rare = || prop::bool::weighted(0.07);
    (series, kind, any::<bool>(), any::<bool>(), rare(), rare()).prop_map(
        |(series, kind, has_kinds, has_across, all_withheld, all_equal)| Plan {
            series,
            kind,
            has_kinds,
            has_across,
            all_withheld,
            all_equal,
        },
    )
}

fn any_row() -> impl Strategy<Value = Row> {
    let kind = prop::sample::select(Kind::ALL);
    let ordinal = prop_oneof![8 => 2000..2030, 1 => any::<i32>()];
    (
        any_label(),
        any_cell(),
        any_cell(),
        0..13_usize,
        kind,
        ordinal,
        any_percentiles(),
        0..56_usize,
    )
        .prop_map(
            |(label, mut cell, across, series, kind, ordinal, percentiles, area)| {
                cell.percentiles = percentiles;
                cell.across = Some(Box::new(across));
                Row {
                    key: AREAS[area].usps.to_owned(),
                    label,
                    series: Some(series),
                    ordinal: Some(ordinal),
                    cell,
                    kind: Some(kind),
                    figure: None,
                }
            },
        )
}

fn fitted(plan: &Plan, rows: Vec<Row>, names: &[String]) -> Vec<Row> {
    let fit = |(at, mut row): (usize, Row)| {
        row.series = plan.series.map(|count| at % count);
        match plan.kind {
            AxisKind::Time => {}
            AxisKind::Places => row.ordinal = None,
            AxisKind::Names => {
                row.ordinal = None;
                // Rows of one name are consecutive where there are series.
                let group = at / plan.series.unwrap_or(1);
                row.key = format!("row {group}");
                if let Some(label) = names.get(group) {
                    row.label.clone_from(label);
                }
            }
        }
        if !plan.has_kinds {
            row.kind = None;
        }
        if !plan.has_across {
            row.cell.across = None;
        }
        if plan.all_withheld {
            row.cell.quantity = None;
            row.cell.status = StatusSet::of(good_jobs::value::Status::Suppressed);
        }
        if plan.all_equal && row.cell.quantity.is_some() {
            row.cell.quantity = Some(Quantity::exact(41.0));
        }
        row
    };
    rows.into_iter().enumerate().map(fit).collect()
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let rows = prop_oneof![
        1 => prop::collection::vec(any_row(), 0..2),
        6 => prop::collection::vec(any_row(), 2..16),
        2 => prop::collection::vec(any_row(), 16..70),
    ];
    let unit = prop::sample::select(vec![
        Unit::PEOPLE,
        Unit::USD,
        Unit::USD_PER_HOUR,
        Unit::SHARE,
        Unit::PERCENT,
        Unit::RATIO,
        "bushels",
    ]);
    let names = prop::collection::vec(any_label(), 13);
    let words = (any_label(), any_label(), 0..7_u8);
    let flags = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::bool::weighted(0.2),
    );
    (any_plan(), rows, unit, names, words, flags).prop_map(
        |(
            plan,
            rows,
            unit,
            names,
            (title, across, decimals),
            (illustrative, share, free, beside),
        )| {
            let rows = fitted(&plan, rows, &names);
            let measure = MeasureWords {
                code: "measure".into(),
                title,
                unit: Unit::new(unit),
                decimals,
                percentile: (plan.series.is_none()).then_some(50),
                ..MeasureWords::default()
            };
            let series = plan.series.map(|count| SeriesAxis {
                axis: Axis {
                    field: if share { "sex" } else { "measure" }.into(),
                    title: "Series".into(),
                    sort: AxisKind::Names,
                },
                values: names
                    .iter()
                    .take(count)
                    .map(|name| (name.clone(), name.clone()))
                    .collect(),
            });
            let beside = beside.then(|| {
                Box::new(Benchmark {
                    claim_id: "claim".into(),
                    title: names[0].clone(),
                    measure: measure.clone(),
                    row: rows.first().cloned().unwrap_or_else(|| Row {
                        key: String::new(),
                        label: String::new(),
                        series: None,
                        ordinal: None,
                        cell: Cell::default(),
                        kind: None,
                        figure: None,
                    }),
                    drawn: Quantity::range(22.0, 32.0),
                    is_of_year: false,
                    source: None,
                })
            });
            Frame {
                query: Query {
                    share,
                    free,
                    highlight: rows.iter().step_by(5).map(|row| row.key.clone()).collect(),
                    ..Query::default()
                },
                package: PackageWords {
                    illustrative,
                    ..PackageWords::default()
                },
                by: Axis {
                    field: "by".into(),
                    title: across.clone(),
                    sort: plan.kind,
                },
                series,
                filters: Vec::new(),
                total: None,
                coverage: vec![Coverage {
                    known: 1,
                    of: 2,
                    noun: "parts".into(),
                }],
                sources: Vec::new(),
                caveats: Vec::new(),
                beside,
                across: plan.has_across.then(|| {
                    Box::new(MeasureWords {
                        title: across,
                        unit: Unit::new(unit),
                        ..MeasureWords::default()
                    })
                }),
                measure,
                rows,
            }
        },
    )
}

/// All properties that a drawing must have. The error describes the first violation.
fn judge(frame: &Frame, view: View, width: u32) -> Result<(), String> {
    let began = Instant::now();
    let scene = scene(frame, view, width, Locale::EN);
    let svg = draw(&scene, &Theme::LIGHT).to_svg_string();
    let took = began.elapsed();
    if took > PATIENCE {
        return Err(format!("it took {took:?}"));
    }
    if svg.len() > BYTES {
        return Err(format!("{} bytes", svg.len()));
    }
    if scene.name.trim().is_empty() {
        return Err("it has no name".to_owned());
    }
    let document = roxmltree::Document::parse(&svg).map_err(|error| format!("no XML: {error}"))?;
    let places = [
        "viewBox",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "width",
        "height",
        "d",
        "cx",
        "cy",
        "r",
        "points",
        "font-size",
        "stroke-width",
        "fill-opacity",
    ];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        for name in places {
            let Some(value) = node.attribute(name) else {
                continue;
            };
            if value.contains("NaN") || value.contains("inf") {
                return Err(format!("<{} {name}={value:?}>", node.tag_name().name()));
            }
        }
    }
    let size = |name: &str| {
        document
            .root_element()
            .attribute(name)
            .and_then(|value| value.parse::<f64>().ok())
    };
    let (Some(wide), Some(high)) = (size("width"), size("height")) else {
        return Err("it has no size".to_owned());
    };
    if (wide - f64::from(width)).abs() > 0.01 || high < 1.0 {
        return Err(format!("{wide} × {high} for {width}"));
    }
    resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default())
        .map_err(|error| format!("no SVG: {error}"))?;
    match faults(&scene).into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(()),
    }
}

/// One view with many frames, the same every time.
fn any_frame_is_drawn(view: View) {
    let config = Config {
        cases: crate::effort::cases(CASES),
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    let run = runner.run(&(any_frame(), 320..=1600_u32), |(frame, width)| {
        judge(&frame, view, width).map_err(TestCaseError::fail)
    });
    match run {
        Ok(()) => {}
        Err(TestError::Fail(why, (frame, width))) => panic!(
            "{} at {width}: {why}\n{}",
            view.as_str(),
            serde_json::to_string(&frame.rows).unwrap_or_default()
        ),
        Err(TestError::Abort(why)) => panic!("{}: {why}", view.as_str()),
    }
}

/// 10,000 rows of ordinary kinds, some of them without a number.
fn many(plan: &Plan) -> Frame {
    let count = 10_000;
    let rows = (0..count)
        .map(|at: i32| {
            let value = f64::from((at * 7919) % 9973);
            let quantity = (at % 11 != 0).then(|| Quantity::exact(value));
            let across = Cell {
                quantity: Some(Quantity::exact(f64::from((at * 31) % 977))),
                ..Cell::default()
            };
            Row {
                key: AREAS[at as usize % AREAS.len()].usps.to_owned(),
                label: format!("Row number {at}"),
                series: None,
                ordinal: Some(at / plan.series.unwrap_or(1) as i32),
                cell: Cell {
                    quantity,
                    across: Some(Box::new(across)),
                    ..Cell::default()
                },
                kind: None,
                figure: None,
            }
        })
        .collect();
    let names: Vec<String> = (0..count).map(|at| format!("Row number {at}")).collect();
    let rows = fitted(plan, rows, &names);
    let series = plan.series.map(|count| SeriesAxis {
        axis: Axis::default(),
        values: (0..count)
            .map(|at| (at.to_string(), format!("Series {at}")))
            .collect(),
    });
    Frame {
        query: Query::default(),
        package: PackageWords::default(),
        measure: MeasureWords {
            title: "Count".into(),
            unit: Unit::new(Unit::PEOPLE),
            ..MeasureWords::default()
        },
        by: Axis {
            field: "by".into(),
            title: "Row".into(),
            sort: plan.kind,
        },
        across: plan.has_across.then(|| {
            Box::new(MeasureWords {
                title: "Other".into(),
                unit: Unit::new(Unit::PEOPLE),
                ..MeasureWords::default()
            })
        }),
        series,
        filters: Vec::new(),
        rows,
        total: None,
        coverage: Vec::new(),
        sources: Vec::new(),
        caveats: Vec::new(),
        beside: None,
    }
}

fn ten_thousand_rows_are_drawn(view: View) {
    for kind in [AxisKind::Names, AxisKind::Time] {
        for series in [None, Some(4)] {
            let plan = Plan {
                series,
                kind,
                has_kinds: false,
                has_across: true,
                all_withheld: false,
                all_equal: false,
            };
            if let Err(why) = judge(&many(&plan), view, 736) {
                panic!("{} by {kind:?} in {series:?} series: {why}", view.as_str());
            }
        }
    }
}

macro_rules! every_sort {
    ($($name:ident $view:ident),+ $(,)?) => {
        $(mod $name {
            use super::*;

            #[test]
            fn draws_any_frame() {
                any_frame_is_drawn(View::$view);
            }

            #[test]
            fn draws_ten_thousand_rows() {
                ten_thousand_rows_are_drawn(View::$view);
            }
        })+

        #[test]
        fn no_sort_of_chart_is_left_out() {
            let here = [$(View::$view),+];
            assert!(View::ALL.iter().all(|view| here.contains(view)));
        }
    };
}

every_sort! {
    bar Bar,
    column Column,
    stacked Stacked,
    line Line,
    area Area,
    dot Dot,
    dumbbell Dumbbell,
    slope Slope,
    strip Strip,
    scatter Scatter,
    funnel Funnel,
    range Range,
    bullet Bullet,
    multiples Multiples,
    map Map,
    tiles Tiles,
    heat Heat,
    spark Spark,
    table Table,
}
