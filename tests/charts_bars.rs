//! Layout and drawing of charts with marks that begin at zero: columns, stacked bars, areas,
//! bullets, funnels, small multiples. `BLESS=1` rewrites their goldens; look at them before
//! committing. `PICTURES=<folder>` writes every chart at every width, for review.

use crate::frames::{
    LONG, absent, any_row, exact, frame, highlighting, in_quarter, legible, marked, of_kind,
    of_series, over_time, provisional, row, scene_in, with_series, worded,
};
use good_jobs::frame::{Frame, Row};
use good_jobs::locale::Locale;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::View;
use good_jobs::scene::{Role, Scene, Shape};
use good_jobs::value::{Kind, Qualifier, Quantity, Status, StatusSet};
use proptest::prelude::*;
use std::path::PathBuf;

const WIDTHS: [u32; 6] = [320, 344, 480, 736, 768, 1200];
const SEX: [(&str, &str); 2] = [("w", "Women"), ("m", "Men")];

fn scene(frame: &Frame, view: View, width: u32) -> Scene {
    scene_in(frame, view, width, Locale::EN)
}

/// By state, one number for each way of being known.
fn states() -> Vec<Row> {
    vec![
        exact("Virginia", 420.0),
        worded("Ohio", Qualifier::AtLeast, 310.0),
        worded("Texas", Qualifier::About, 260.0),
        row("Iowa", Some(Quantity::range(120.0, 210.0))),
        worded("Maine", Qualifier::UpTo, 150.0),
        of_kind(exact("Idaho", 130.0), Kind::Target),
        of_kind(worded("Nevada", Qualifier::AtLeast, 90.0), Kind::Commitment),
        provisional(exact("Alaska", 75.0)),
        exact("Guam", 0.0),
        absent("Utah", Status::Suppressed),
        absent("Oregon", Status::NotYetDue),
    ]
}

fn quarters() -> Frame {
    let values = [310.0, 342.0, 361.0, 402.0, 398.0, 455.0, 470.0];
    let mut rows: Vec<Row> = values
        .into_iter()
        .zip([0, 1, 2, 3, 5, 6, 7])
        .map(|(value, nth)| in_quarter(exact("", value), nth))
        .collect();
    rows[5] = in_quarter(absent("", Status::Suppressed), 6);
    rows[6] = provisional(rows[6].clone());
    over_time(frame("people", "Quarter", rows))
}

fn months() -> Frame {
    let rows = (0..48)
        .map(|nth| {
            let value = 900.0 + f64::from((nth * 37) % 41) * 12.0 + f64::from(nth) * 25.0;
            let mut row = match nth {
                20 => absent("", Status::Suppressed),
                47 => provisional(exact("", value)),
                _ => exact("", value),
            };
            row.key = format!("{}-{:02}", 2021 + nth / 12, nth % 12 + 1);
            row.label.clone_from(&row.key);
            row.ordinal = Some(2021 * 12 + nth);
            row
        })
        .collect();
    over_time(frame("people", "Month", rows))
}

fn grouped() -> Frame {
    let mut rows = Vec::new();
    for (label, before, after) in [
        ("Welding", 15.5, 24.75),
        ("Nursing", 16.0, 22.1),
        ("Trucking", 17.25, 27.0),
    ] {
        rows.push(of_series(exact(label, before), 0));
        rows.push(of_series(exact(label, after), 1));
    }
    rows.push(of_series(absent("Forestry", Status::Suppressed), 0));
    rows.push(of_series(exact("Forestry", 19.5), 1));
    let frame = frame("usd_per_hour", "Occupation", rows);
    let mut frame = with_series(frame, "when", &[("b", "Before"), ("a", "After")]);
    frame.measure.decimals = 2;
    frame
}

fn negative() -> Frame {
    let rows = vec![
        exact("Virginia", 42.0),
        exact("Ohio", -17.0),
        exact("Texas", 8.0),
        exact("Maine", -3.0),
    ];
    frame("people", "State", rows)
}

fn long_names() -> Frame {
    let rows = LONG
        .iter()
        .enumerate()
        .map(|(at, name)| exact(name, 2400.0 / (at + 1) as f64))
        .map(|mut row| {
            let known = row.cell.quantity.as_mut().expect("it is a number");
            *known = Quantity::exact(known.anchor().round());
            row
        })
        .collect();
    frame("people", "Grantee", rows)
}

/// Placements by sex: all known, one bound, one suppressed, one not reported, one not applicable.
fn parts() -> Frame {
    let pairs = [
        exact("Dallas College", 870.0),
        exact("Dallas College", 542.0),
        exact(LONG[3], 512.0),
        exact(LONG[3], 488.0),
        worded("Pima College", Qualifier::AtLeast, 400.0),
        exact("Pima College", 250.0),
        exact("El Paso Works", 310.0),
        absent("El Paso Works", Status::Suppressed),
        exact("Maui Board", 120.0),
        absent("Maui Board", Status::NotYetDue),
        row("City of Boston", Some(Quantity::range(60.0, 110.0))),
        exact("City of Boston", 80.0),
        exact("Chugachmiut", 65.0),
        absent("Chugachmiut", Status::NotApplicable),
    ];
    let rows = pairs
        .into_iter()
        .enumerate()
        .map(|(at, row)| of_series(row, at % 2))
        .collect();
    with_series(frame("people", "Grantee", rows), "sex", &SEX)
}

fn ages() -> Frame {
    let mut rows = Vec::new();
    for (label, values) in [
        ("Construction", [310.0, 640.0, 410.0, 90.0]),
        ("Health care", [280.0, 520.0, 330.0, 120.0]),
        ("Manufacturing", [150.0, 290.0, 220.0, 61.0]),
        ("Energy", [33.0, 33.0, 33.0, 0.0]),
    ] {
        for (series, value) in values.into_iter().enumerate() {
            rows.push(of_series(exact(label, value), series));
        }
    }
    with_series(
        frame("people", "Industry", rows),
        "age",
        &[
            ("a", "Under 25"),
            ("b", "25 to 44"),
            ("c", "45 to 64"),
            ("d", "65 and over"),
        ],
    )
}

fn shared(mut frame: Frame) -> Frame {
    frame.query.share = true;
    frame
}

/// Three industries over eight quarters; one is suppressed once, the last quarter is provisional.
fn industries() -> Frame {
    let mut rows = Vec::new();
    for (series, from) in [260.0, 180.0, 95.0].into_iter().enumerate() {
        for nth in 0..10 {
            let value = from + f64::from(nth * nth) * 3.0 - f64::from((nth * 31) % 17) * 2.0;
            let row = match (series, nth) {
                (1, 4) => absent("", Status::Suppressed),
                (0, 6) => worded("", Qualifier::AtLeast, value),
                (_, 9) => provisional(exact("", value)),
                _ => exact("", value),
            };
            rows.push(of_series(in_quarter(row, nth), series));
        }
    }
    let names = [
        ("c", "Construction"),
        ("h", "Health care"),
        ("m", "Manufacturing"),
    ];
    with_series(
        over_time(frame("people", "Quarter", rows)),
        "industry",
        &names,
    )
}

fn one_area() -> Frame {
    let values = [310.0, 350.0, 480.0, 640.0, 702.0, 790.0, 850.0];
    let mut rows: Vec<Row> = values
        .into_iter()
        .zip(0..)
        .map(|(value, nth)| in_quarter(exact("", value), nth))
        .collect();
    rows[3] = in_quarter(absent("", Status::NotCollected), 3);
    rows[6] = provisional(rows[6].clone());
    rows.push(in_quarter(worded("", Qualifier::AtLeast, 900.0), 7));
    over_time(frame("people", "Quarter", rows))
}

/// Results and goals: below it, above it, no result yet, a goal that is a bound, a result that is a
/// bound, no goal, a commitment.
fn goals() -> Frame {
    let aim = |row, kind| of_kind(row, kind);
    let result = |row| of_kind(row, Kind::Actual);
    let rows = vec![
        result(exact("Dallas College", 620.0)),
        aim(exact("Dallas College", 1000.0), Kind::Target),
        result(exact(LONG[3], 1240.0)),
        aim(exact(LONG[3], 1000.0), Kind::Target),
        result(absent("Pima College", Status::NotYetDue)),
        aim(exact("Pima College", 800.0), Kind::Target),
        result(exact("El Paso Works", 310.0)),
        aim(
            worded("El Paso Works", Qualifier::AtLeast, 700.0),
            Kind::Target,
        ),
        result(worded("City of Boston", Qualifier::MoreThan, 400.0)),
        aim(exact("City of Boston", 500.0), Kind::Commitment),
        result(exact("Maui Board", 120.0)),
        result(exact("Chugachmiut", 0.0)),
        aim(
            row("Chugachmiut", Some(Quantity::range(60.0, 90.0))),
            Kind::Projection,
        ),
    ];
    frame("people", "Grantee", rows)
}

const STAGES: [(&str, &str); 4] = [
    ("people_enrolled", "People enrolled"),
    ("people_completed", "People who completed training"),
    ("people_placed", "People placed in jobs"),
    ("people_retained", "People still employed after six months"),
];

/// All known, a bound with people still in training, and more out than in with a suppressed count.
fn stages() -> Frame {
    let mut rows = Vec::new();
    let mut funnel = |label: &str, stages: [Row; 4]| {
        for (series, mut row) in stages.into_iter().enumerate() {
            row.key = label.into();
            row.label = label.into();
            rows.push(of_series(row, series));
        }
    };
    funnel(
        "Dallas College",
        [1240.0, 870.0, 560.0, 498.0].map(|value| exact("", value)),
    );
    funnel(
        LONG[1],
        [
            exact("", 640.0),
            worded("", Qualifier::AtLeast, 450.0),
            absent("", Status::NotYetDue),
            absent("", Status::NotYetDue),
        ],
    );
    funnel(
        "Pima College",
        [
            exact("", 300.0),
            exact("", 320.0),
            absent("", Status::Suppressed),
            worded("", Qualifier::About, 150.0),
        ],
    );
    with_series(frame("people", "Grantee", rows), "measure", &STAGES)
}

fn one_funnel() -> Frame {
    let mut frame = stages();
    frame.rows.truncate(4);
    frame
}

fn programs() -> Frame {
    let mut rows = Vec::new();
    let names = [
        ("a", "Construction"),
        ("b", "Health care"),
        ("c", "Manufacturing"),
        ("d", "Energy"),
        ("e", "Transportation, distribution and logistics"),
    ];
    for series in 0..names.len() {
        for (at, state) in ["Virginia", "Ohio", "Texas"].into_iter().enumerate() {
            let value = 80.0 + ((series * 97 + at * 61) % 340) as f64;
            let row = match (series, at) {
                (2, 1) => absent(state, Status::Suppressed),
                (3, 2) => worded(state, Qualifier::AtLeast, value),
                _ => exact(state, value),
            };
            rows.push(of_series(row, series));
        }
    }
    with_series(frame("people", "State", rows), "industry", &names)
}

fn free(mut frame: Frame) -> Frame {
    frame.query.free = true;
    frame
}

fn all() -> Vec<(&'static str, View, Frame)> {
    vec![
        (
            "column-states",
            View::Column,
            frame("people", "State", states()),
        ),
        ("column-time", View::Column, quarters()),
        ("column-months", View::Column, months()),
        ("column-series", View::Column, grouped()),
        ("column-negative", View::Column, negative()),
        ("column-long-names", View::Column, long_names()),
        (
            "column-highlight",
            View::Column,
            highlighting(negative(), &["Ohio"]),
        ),
        ("stacked-parts", View::Stacked, parts()),
        ("stacked-shares", View::Stacked, shared(parts())),
        ("stacked-ages", View::Stacked, ages()),
        ("stacked-ages-shares", View::Stacked, shared(ages())),
        ("area-one", View::Area, one_area()),
        ("area-stacked", View::Area, industries()),
        ("bullet-goals", View::Bullet, goals()),
        ("funnel-one", View::Funnel, one_funnel()),
        ("funnel-several", View::Funnel, stages()),
        ("multiples-time", View::Multiples, industries()),
        ("multiples-free", View::Multiples, free(industries())),
        ("multiples-bars", View::Multiples, programs()),
    ]
}

#[test]
fn goldens() {
    let folder = PathBuf::from(".").join("tests/golden");
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, view, frame) in all() {
        if let Some(folder) = std::env::var_os("PICTURES") {
            for width in WIDTHS {
                let path = PathBuf::from(&folder).join(format!("{name}-{width}.svg"));
                let made = draw(&scene(&frame, view, width), &Theme::LIGHT).to_svg_string();
                std::fs::write(path, made).unwrap();
            }
        }
        for width in [344, 736] {
            let path = folder.join(format!("{name}-{width}.svg"));
            let made = draw(&scene(&frame, view, width), &Theme::LIGHT).to_svg_string() + "\n";
            if bless {
                std::fs::write(&path, &made).unwrap();
            } else if std::fs::read_to_string(&path).unwrap_or_default() != made {
                wrong.push(path);
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "not as before: {wrong:#?}\nlook at what changed, then BLESS=1"
    );
}

#[test]
fn texts_are_apart() {
    for (name, view, frame) in all() {
        for width in WIDTHS {
            for locale in Locale::ALL {
                let what = format!("{name} at {width} in {}", locale.tag());
                legible(&scene_in(&frame, view, width, locale), &what);
            }
        }
    }
}

#[test]
fn every_row_is_a_mark() {
    for (name, view, frame) in all() {
        for width in WIDTHS {
            marked(&scene(&frame, view, width), &frame, name);
        }
    }
}

/// Every text of a scene, joined.
fn words(scene: &Scene) -> String {
    let texts: Vec<&str> = scene.texts().map(|text| text.text.as_str()).collect();
    texts.join(" | ")
}

#[test]
fn a_whole_with_a_part_that_is_withheld_is_at_least() {
    let seen = words(&scene(&parts(), View::Stacked, 736));
    assert!(seen.contains("≥ 310"), "{seen}");
    assert!(seen.contains("Men: suppressed"), "{seen}");
    assert!(seen.contains("≥ 650"), "{seen}");
}

#[test]
fn shares_need_every_part() {
    let seen = words(&scene(&shared(parts()), View::Stacked, 736));
    assert!(seen.contains("62%") && seen.contains("38%"), "{seen}");
    assert_eq!(seen.matches("No shares").count(), 4, "{seen}");
    let ages = words(&scene(&shared(ages()), View::Stacked, 736));
    assert!(ages.contains("33%") && ages.contains("rounded"), "{ages}");
}

#[test]
fn a_share_of_a_goal_needs_two_exact_numbers() {
    let seen = words(&scene(&goals(), View::Bullet, 736));
    assert!(seen.contains("62% of the target of 1,000"), "{seen}");
    assert!(seen.contains("124% of the target of 1,000"), "{seen}");
    assert_eq!(seen.matches('%').count(), 2, "{seen}");
    assert!(seen.contains("not yet reported | target: 800"), "{seen}");
    assert!(seen.contains("target: ≥ 700"), "{seen}");
    assert!(seen.contains("commitment: 500"), "{seen}");
    assert!(seen.contains("no goal published"), "{seen}");
}

#[test]
fn a_result_and_a_goal_of_other_definitions_are_no_share() {
    let mut frame = goals();
    frame.rows[0].cell.status = StatusSet::of(Status::DefinitionDiffers);
    let seen = words(&scene(&frame, View::Bullet, 736));
    assert!(!seen.contains("62%"), "{seen}");
}

#[test]
fn shares_of_a_funnel_say_of_whom() {
    let seen = words(&scene(&stages(), View::Funnel, 1200));
    for said in [
        "70%: 870 of 1,240 who enrolled",
        "64%: 560 of 870 who completed",
        "45%: 560 of 1,240 who enrolled",
        "at least 70%: ≥ 450 of 640 who enrolled",
        "More than the 300 who enrolled, so no share",
        "too early: still in training",
        "suppressed",
        "about 50%: ~150 of 300 who enrolled",
    ] {
        assert!(seen.contains(said), "{said}: {seen}");
    }
}

#[test]
fn a_stage_that_is_a_goal_is_no_share() {
    let mut frame = one_funnel();
    frame.rows[0].kind = Some(Kind::Target);
    let seen = words(&scene(&frame, View::Funnel, 1200));
    assert!(
        !seen.contains("who enrolled:") || !seen.contains("70%"),
        "{seen}"
    );
    assert!(seen.contains("one is not a result"), "{seen}");
}

#[test]
fn small_charts_share_an_axis_or_say_so() {
    let shared = words(&scene(&industries(), View::Multiples, 736));
    assert!(!shared.contains("own scale"), "{shared}");
    let free = words(&scene(&free(industries()), View::Multiples, 736));
    assert_eq!(free.matches("(own scale)").count(), 3, "{free}");
}

/// The filled rings of a scene in the colors of series, without the bands over suppressed values.
fn areas(scene: &Scene) -> usize {
    let rings = scene
        .pieces()
        .map(|piece| match (&piece.shape, piece.role) {
            (Shape::Area(rings), Role::Series(_)) => rings.len(),
            _ => 0,
        });
    rings.sum()
}

#[test]
fn areas_are_never_stacked_over_a_gap() {
    // Suppressed in the fifth quarter, a bound in the seventh, the last provisional: three series,
    // each in the first four, and in the eighth to the tenth in two strengths.
    assert_eq!(areas(&scene(&industries(), View::Area, 736)), 3 * 3);
}

#[test]
fn names_that_cannot_stand_lie_down() {
    let lies = |frame: &Frame, width| {
        let scene = scene(frame, View::Column, width);
        let first = scene.marks[0].area;
        first.width > first.height
    };
    assert!(lies(&long_names(), 320));
    assert!(!lies(&negative(), 320));
}

/// Frames of every kind that a package may have, and some that no package should have.
fn any_frame() -> impl Strategy<Value = Frame> {
    let rows = prop_oneof![
        4 => prop::collection::vec(dated_row(), 0..12),
        1 => prop::collection::vec(dated_row(), 60),
        1 => (1..60_usize).prop_map(|count| {
            (0..count).map(|at| exact(&format!("Row {at}"), 7.0)).collect()
        }),
        1 => (1..20_usize).prop_map(|count| {
            (0..count).map(|at| absent(&format!("Row {at}"), Status::Suppressed)).collect()
        }),
    ];
    let unit = prop::sample::select(vec!["people", "usd", "usd_per_hour", "share", "bushels"]);
    (rows, unit, any::<[bool; 5]>()).prop_map(
        |(mut rows, unit, [time, series, share, free, chosen])| {
            if !time {
                rows.iter_mut().for_each(|row| row.ordinal = None);
            }
            if !series {
                rows.iter_mut().for_each(|row| row.series = None);
            }
            let mut frame = frame(unit, "Grantee", rows);
            if series {
                frame = with_series(
                    frame,
                    "sex",
                    &[("w", "Women"), ("m", "Men"), ("u", LONG[0])],
                );
            }
            frame.query.share = share;
            frame.query.free = free;
            if chosen && let Some(row) = frame.rows.first() {
                frame.query.highlight.push(row.key.clone());
            }
            frame
        },
    )
}

/// Every number of a scene.
fn numbers(scene: &Scene) -> Vec<f64> {
    let mut numbers = vec![scene.width, scene.height];
    for piece in scene.pieces() {
        let mut points = |points: &[good_jobs::scene::Point]| {
            numbers.extend(points.iter().flat_map(|point| [point.x, point.y]));
        };
        match &piece.shape {
            Shape::Rect(rect) => numbers.extend([rect.x, rect.y, rect.width, rect.height]),
            Shape::Line(line) => points(line),
            Shape::Lines(lines) | Shape::Area(lines) => lines.iter().for_each(|line| points(line)),
            Shape::Dot { at, radius } => numbers.extend([at.x, at.y, *radius]),
            Shape::Text(text) => numbers.extend([text.at.x, text.at.y, text.size]),
        }
    }
    numbers
}

const VIEWS: [View; 8] = [
    View::Column,
    View::Stacked,
    View::Area,
    View::Bullet,
    View::Funnel,
    View::Multiples,
    View::Bar,
    View::Line,
];

/// A row with a period: bars over time need one.
fn dated_row() -> impl Strategy<Value = Row> {
    let labels = vec![
        "VA",
        "TX",
        "Dallas College",
        LONG[1],
        "كلية دالاس للتدريب المهني",
        "",
    ];
    (any_row(labels, 4), prop_oneof![2000..2030, any::<i32>()]).prop_map(|(mut row, ordinal)| {
        row.ordinal = Some(ordinal);
        row
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_frame_is_drawn(
        frame in any_frame(),
        width in prop::sample::select(&WIDTHS[..]),
        pseudo in any::<bool>(),
    ) {
        let locale = if pseudo { Locale::ALL[Locale::ALL.len() - 1] } else { Locale::EN };
        for view in VIEWS {
            let scene = scene_in(&frame, view, width, locale);
            let what = format!("{} at {width}", view.as_str());
            prop_assert!(numbers(&scene).into_iter().all(f64::is_finite), "{what}");
            legible(&scene, &what);
            if !frame.rows.is_empty() {
                marked(&scene, &frame, &what);
            }
        }
    }
}
