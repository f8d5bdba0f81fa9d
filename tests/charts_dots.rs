//! Layout and drawing of dot plots, dumbbells, slopes, scatter plots, heat maps and sparklines.
//! `BLESS=1` rewrites their goldens; look at them before committing.

#[path = "charts_dots/frames.rs"]
mod frames;

use crate::frames::{any_row, legible, placed};
use frames::*;
use good_jobs::frame::{Frame, Row};
use good_jobs::locale::Locale;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::View;
use good_jobs::scene::{RenderOptions, Scene, lay_out, words_of};
use proptest::prelude::*;
use std::path::PathBuf;

const WIDTHS: [u32; 4] = [320, 480, 768, 1200];
/// The views with which any frame is tried.
const VIEWS: [View; 7] = [
    View::Dot,
    View::Dumbbell,
    View::Slope,
    View::Scatter,
    View::Heat,
    View::Tiles,
    View::Spark,
];

fn all() -> Vec<(&'static str, View, Frame)> {
    vec![
        ("dot-states", View::Dot, states()),
        ("dot-series", View::Dot, three()),
        ("dot-cut", View::Dot, named(wages(), &["Trucking"])),
        ("dumbbell-wages", View::Dumbbell, wages()),
        ("dumbbell-states", View::Dumbbell, states()),
        ("slope-wages", View::Slope, wages()),
        (
            "slope-many",
            View::Slope,
            named(many_lines(), &["VA", "TX"]),
        ),
        ("slope-outermost", View::Slope, many_lines()),
        ("slope-time", View::Slope, over_time()),
        ("scatter-few", View::Scatter, points(24)),
        (
            "scatter-named",
            View::Scatter,
            named(points(120), &["n1", "n2", "n30", "n40"]),
        ),
        ("heat-few", View::Heat, cells(8, 4)),
        ("heat-blocks", View::Heat, cells(9, 14)),
        ("heat-wages", View::Heat, wages()),
        ("tiles", View::Tiles, places()),
        ("spark-time", View::Spark, over_time()),
        ("spark-wages", View::Spark, wages()),
    ]
}

fn scene(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
    let labels = |row: &Row| words_of(frame, row, locale);
    lay_out(
        frame,
        &RenderOptions {
            view,
            width,
            locale,
            geography: None,
            labels: &labels,
        },
    )
}

#[test]
fn goldens() {
    let folder = PathBuf::from(".").join("tests/golden");
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, view, frame) in all() {
        for width in [344, 736] {
            let path = folder.join(format!("{name}-{width}.svg"));
            let made = draw(&scene(&frame, view, width, Locale::EN), &Theme::LIGHT);
            let made = made.to_svg_string() + "\n";
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
                legible(&scene(&frame, view, width, locale), &what);
            }
        }
    }
}

#[test]
fn all_states_and_industries_fit_any_width() {
    let frame = cells(54, 22);
    for width in WIDTHS {
        let scene = scene(&frame, View::Heat, width, Locale::EN);
        legible(&scene, &format!("heat at {width}"));
        assert_eq!(scene.marks.len(), frame.rows.len());
        let right = |mark: &good_jobs::scene::Mark| mark.area.x + mark.area.width;
        let widest = scene.marks.iter().map(right).fold(0.0, f64::max);
        assert!(widest <= f64::from(width) + 0.01, "{widest} at {width}");
    }
}

#[test]
fn very_many_points_are_walked_in_parts() {
    let frame = points(5000);
    let scene = scene(&frame, View::Scatter, 768, Locale::EN);
    assert!(scene.is_dense());
    assert_eq!(scene.marks.len(), frame.rows.len());
    assert!(
        (2..=12).contains(&scene.parts.len()),
        "{}",
        scene.parts.len()
    );
    assert!(scene.parts.iter().all(|part| !part.name.is_empty()));
    // Each mark is in exactly one part, which states its number of marks, and is navigated from the
    // left.
    assert_eq!(scene.members.len(), scene.parts.len());
    let mut walked: Vec<u32> = scene.members.iter().flatten().copied().collect();
    walked.sort_unstable();
    assert_eq!(walked, (0..5000).collect::<Vec<u32>>());
    for (part, walk) in scene.parts.iter().zip(scene.walks()) {
        // A part of the plot, or a margin next to it.
        let count = walk.len();
        let said = [format!("{count} of "), format!("{count} without ")];
        let is_said = said.iter().any(|said| part.name.contains(said));
        assert!(is_said, "{count}: {}", part.name);
        let x = |mark: &u32| scene.marks[*mark as usize].area.x;
        assert!(walk.windows(2).all(|pair| x(&pair[0]) <= x(&pair[1])));
    }
    // The layers together draw the whole: all marks, and no text that only a canvas would have.
    let layers = scene.clone().layers();
    assert_eq!(layers.marks.marks.len(), scene.marks.len());
    assert_eq!(layers.marks.texts().count(), 0);
    let texts = layers.under.texts().count() + layers.over.texts().count();
    assert_eq!(texts, scene.texts().count());
    let named = scene
        .marks
        .iter()
        .filter(|mark| !mark.name.is_empty())
        .count();
    assert!(named < 40, "{named}");
    let few = self::scene(&points(50), View::Scatter, 768, Locale::EN);
    assert!(few.parts.is_empty() && !few.is_dense());
}

#[test]
fn every_row_is_one_mark_that_can_be_touched() {
    for (name, view, frame) in all() {
        for width in WIDTHS {
            let scene = scene(&frame, view, width, Locale::EN);
            // Tiles represent places that the frame may not mention.
            let mut rows: Vec<_> = scene.marks.iter().filter_map(|mark| mark.row).collect();
            rows.sort_unstable();
            let every: Vec<_> = (0..frame.rows.len()).collect();
            assert_eq!(rows, every, "{name} at {width}");
            for mark in &scene.marks {
                assert!(!mark.name.is_empty(), "{name}: {mark:?}");
                let touched = mark.area.width >= 3.0 && mark.area.height >= 5.0;
                assert!(touched, "{name} at {width}: {:?} {}", mark.area, mark.name);
            }
        }
    }
}

#[test]
fn a_change_is_said_only_between_exact_numbers() {
    let frame = wages();
    let scene = scene(&frame, View::Dumbbell, 768, Locale::EN);
    let said = |label: &str| {
        let of = |mark: &&good_jobs::scene::Mark| {
            let row = &frame.rows[mark.row.unwrap()];
            row.label == label && row.series == Some(1)
        };
        scene.marks.iter().find(of).unwrap().name.clone()
    };
    let rise = said("Welding");
    assert!(rise.ends_with("from $15.50 to $24.75, up $9.25"), "{rise}");
    let fall = said("Weaving");
    assert!(
        fall.ends_with("from $19.00 to $17.20, down $1.80"),
        "{fall}"
    );
    assert!(said("Child care").ends_with("unchanged at $14.50"));
    for label in ["Forestry", "Masonry", "Diving", "Fishing"] {
        assert!(!said(label).contains("from "), "{}", said(label));
    }
}

/// Laid out and drawn: finite, legible, every row a mark.
fn holds(frame: &Frame, width: u32, what: &str) {
    let mut frame = frame.clone();
    // Each row is plotted against the next.
    let next: Vec<_> = frame
        .rows
        .iter()
        .cycle()
        .skip(1)
        .map(|row| row.cell.clone())
        .take(frame.rows.len())
        .collect();
    for (row, next) in frame.rows.iter_mut().zip(next) {
        row.cell.across = Some(Box::new(next));
    }
    frame.across = Some(Box::new(frame.measure.clone()));
    let frame = &frame;
    for view in VIEWS {
        let scene = scene(frame, view, width, Locale::EN);
        let svg = draw(&scene, &Theme::LIGHT).to_svg_string();
        assert!(
            placed(&svg).all(|place| !place.contains("NaN") && !place.contains("inf")),
            "{what}: {svg}"
        );
        legible(&scene, &format!("{what} as {} at {width}", view.as_str()));
        let finite = |mark: &good_jobs::scene::Mark| {
            let area = mark.area;
            [area.x, area.y, area.width, area.height]
                .iter()
                .all(|side| side.is_finite())
        };
        assert!(scene.marks.iter().all(finite), "{what}");
    }
}

#[test]
fn frames_at_the_edge_are_drawn() {
    let many: Vec<Row> = (0..300)
        .map(|at| {
            in_series(
                exact(&format!("Row {}", at / 3), f64::from(at)),
                at as usize % 3,
            )
        })
        .collect();
    let each = |value: f64| -> Vec<Row> {
        let label = |at: usize| LONG[at % LONG.len()];
        (0..8)
            .map(|at| in_series(exact(label(at / 2), value), at % 2))
            .collect()
    };
    let withheld = |mut row: Row| {
        row.cell.quantity = None;
        marked(row, good_jobs::value::Status::Suppressed)
    };
    let wide = vec![
        exact(&"w".repeat(200), 1.0),
        exact(&"מילה ".repeat(40), -2.0),
    ];
    let frames = [
        ("one", vec![exact("Ohio", 7.0)]),
        ("many", many),
        ("equal", each(12.5)),
        ("zero", each(0.0)),
        ("below zero", each(-3.0)),
        ("huge", each(1e15)),
        (
            "huge and close",
            vec![exact("a", 1e15), exact("b", 1e15 + 1.0)],
        ),
        ("tiny", each(1e-12)),
        ("withheld", each(1.0).into_iter().map(withheld).collect()),
        ("long", wide),
        ("none", Vec::new()),
    ];
    for (what, rows) in frames {
        for width in WIDTHS {
            for unit in ["people", "share"] {
                let plain = frame(unit, "Grantee", rows.clone());
                holds(&plain, width, what);
                holds(
                    &with_series(plain, "Sex", &["Women", "Men", "All"]),
                    width,
                    what,
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_frame_is_drawn(
        rows in prop::collection::vec(any_row(vec!["VA", "TX", "Dallas College", "", LONG[2], "مجلس القوى العاملة في الشمال"], 3), 0..14),
        unit in prop::sample::select(vec!["people", "usd", "usd_per_hour", "share", "bushels"]),
        width in prop::sample::select(&WIDTHS[..]),
        named in any::<bool>(),
    ) {
        let mut frame = with_series(frame(unit, "Grantee", rows), "Sex", &["Women", "Men"]);
        if named {
            frame.query.highlight = frame.rows.iter().take(2).map(|row| row.key.clone()).collect();
        }
        holds(&frame, width, "anything");
    }
}
