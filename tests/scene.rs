//! Charts as laid out and drawn. `BLESS=1` rewrites the goldens of `tests/golden/`; look at them
//! before committing.

use crate::frames::{any_row, legible, placed};
use crate::goldens::*;
use good_jobs::frame::Frame;
use good_jobs::locale::Locale;
use good_jobs::pages::sample;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::View;
use good_jobs::scene::{Rect, Text};
use proptest::prelude::*;
use std::path::PathBuf;

const WIDTHS: [u32; 6] = [320, 344, 480, 736, 768, 1200];

/// The widths at which a view is read; for ranges, strips and maps, also the narrowest phone.
fn widths(view: View) -> Vec<u32> {
    let more: &[u32] = match view {
        View::Range | View::Strip | View::Map => &[320, 768],
        _ => &[],
    };
    [&WIDTHS, more].concat()
}

fn svg(frame: &Frame, view: View, width: u32) -> String {
    draw(&scene(frame, view, width), &Theme::LIGHT).to_svg_string()
}

#[test]
fn the_shape_that_an_author_wishes_changes_the_plots_that_take_one_and_no_other() {
    for view in View::ALL {
        let height = |ratio| {
            let mut frame = sample(view, Locale::EN);
            frame.query.author.ratio = ratio;
            scene(&frame, view, 736).height
        };
        let changes = height(Some((1, 1))) != height(Some((2, 1)));
        assert_eq!(changes, view.has_free_height(), "{view:?}");
    }
}

#[test]
fn goldens() {
    let folder = PathBuf::from(".").join("tests/golden");
    // The drawings are written for `make report`.
    let after = PathBuf::from(".").join("build/pictures/after");
    std::fs::create_dir_all(&after).unwrap();
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, view, frame) in all() {
        if view == View::Map && geography().is_none() {
            continue;
        }
        for width in [344, 736] {
            let path = folder.join(format!("{name}-{width}.svg"));
            let made = svg(&frame, view, width) + "\n";
            assert!(
                made.len() < 45_000,
                "{name} at {width}: {} bytes",
                made.len()
            );
            std::fs::write(after.join(format!("{name}-{width}.svg")), &made).unwrap();
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
        for width in widths(view) {
            for locale in Locale::ALL {
                let what = format!("{name} at {width} in {}", locale.tag());
                legible(&scene_in(&frame, view, width, locale), &what);
            }
        }
    }
}

/// A crop that holds 60% of the upper or the lower edge contains the word, and the chart itself is clear.
#[test]
fn the_frame_of_made_up_numbers_says_so_and_nothing_is_written_over_the_chart() {
    for (name, view, mut frame) in all() {
        for width in widths(view) {
            frame.package.illustrative = false;
            let plain = scene(&frame, view, width);
            frame.package.illustrative = true;
            let scene = scene(&frame, view, width);
            let words: Vec<Rect> = scene
                .texts()
                .filter(|text| text.text == "Illustrative")
                .map(Text::area)
                .collect();
            let band = (scene.height - plain.height) / 2.0;
            let edges = [(0.0, band), (scene.height - band, scene.height)];
            for (top, bottom) in edges {
                let own: Vec<_> = words
                    .iter()
                    .filter(|word| word.y >= top && word.y + word.height <= bottom)
                    .collect();
                for step in 0..=20 {
                    let from = scene.width * 0.4 * f64::from(step) / 20.0;
                    let to = from + scene.width * 0.6;
                    assert!(
                        own.iter()
                            .any(|word| word.x >= from && word.x + word.width <= to),
                        "{name} at {width}: {from} to {to}"
                    );
                }
            }
            let within = words
                .iter()
                .filter(|word| word.y > band && word.y < scene.height - band);
            assert_eq!(within.count(), 0, "{name} at {width}");
        }
    }
}

#[test]
fn every_row_of_a_chart_is_a_mark() {
    for (name, view, frame) in all() {
        let scene = scene(&frame, view, 736);
        if view != View::Map || geography().is_some() {
            let mut rows: Vec<_> = scene.marks.iter().filter_map(|mark| mark.row).collect();
            rows.sort_unstable();
            assert_eq!(rows, (0..frame.rows.len()).collect::<Vec<_>>(), "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_frame_is_drawn(
        rows in prop::collection::vec(any_row(vec!["VA", "TX", "Dallas College", ""], 3), 0..14),
        unit in prop::sample::select(vec!["people", "usd", "usd_per_hour", "share", "bushels"]),
        width in prop::sample::select(&WIDTHS[..]),
        illustrative in any::<bool>(),
    ) {
        let mut frame = two_series(frame(unit, "Grantee", rows));
        frame.package.illustrative = illustrative;
        for view in [View::Bar, View::Line, View::Map] {
            let scene = scene(&frame, view, width);
            let svg = draw(&scene, &Theme::LIGHT).to_svg_string();
            prop_assert!(placed(&svg).all(|place| !place.contains("NaN") && !place.contains("inf")), "{svg}");
            prop_assert_eq!(svg.matches('<').count(), svg.matches('>').count());
            legible(&scene, "a chart of anything");
        }
    }
}

#[test]
fn an_author_shapes_the_plots_whose_rows_do_not_say_how_tall_they_are() {
    let tall = |view: View, ratio: Option<(u16, u16)>| {
        let (mut frame, view) = match view {
            View::Bar => (long_names(), view),
            _ => (sample(view, Locale::EN), view),
        };
        frame.query.author.ratio = ratio;
        scene(&frame, view, 736).height
    };
    for view in [
        View::Line,
        View::Area,
        View::Column,
        View::Scatter,
        View::Slope,
    ] {
        let (wide, usual, square) = (
            tall(view, Some((4, 1))),
            tall(view, None),
            tall(view, Some((1, 1))),
        );
        assert!(
            wide < usual && usual < square,
            "{view:?}: {wide} {usual} {square}"
        );
        assert!(square > 736.0, "{view:?}: {square}");
    }
    // Bars have the same thickness, whatever the aspect ratio.
    assert_eq!(tall(View::Bar, Some((1, 1))), tall(View::Bar, None));
}

#[test]
fn remarks_of_an_author_stand_by_number_at_their_marks_and_in_words_below() {
    for width in [320, 736] {
        let mut frame = long_names();
        frame
            .query
            .author
            .remark("Dallas College".into(), "reports since June");
        frame
            .query
            .author
            .remark("The Chugachmiut".into(), &"words ".repeat(20));
        frame.query.author.remark("nobody".into(), "is not shown");
        let scene = scene(&frame, View::Bar, width);
        let texts: Vec<&str> = scene.texts().map(|text| text.text.as_str()).collect();
        assert!(texts.contains(&"1") && texts.contains(&"2"), "{texts:?}");
        assert!(
            texts
                .iter()
                .any(|text| text.starts_with("1 Dallas College: reports since June"))
        );
        assert!(!texts.concat().contains("is not shown"));
        let areas: Vec<_> = scene.texts().map(|text| text.area()).collect();
        for (at, area) in areas.iter().enumerate() {
            assert!(
                areas[at + 1..].iter().all(|other| !area.overlaps(other)),
                "{width}: {}",
                texts[at]
            );
            assert!(
                area.y + area.height <= scene.height && area.x + area.width <= scene.width + 0.5
            );
        }
    }
}
