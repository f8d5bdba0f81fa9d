//! Every chart type in every theme at three widths, as on the page of charts. `BLESS=1` rewrites
//! the goldens of `tests/golden/charts/`: a drawing for each width in light, and for the other
//! themes, which differ from it only in colors, one line with a hash.
//!
//! The drawings are written to `build/pictures/after/`, so that `make report` can show differences.

use crate::drawn::{faults, geography, scene};
use crate::published::root;
use good_jobs::bytes::sha256;
use good_jobs::locale::Locale;
use good_jobs::pages::sample;
use good_jobs::paint::{Theme, draw};
use good_jobs::query::View;
use good_jobs::scene::Scene;
use std::collections::BTreeMap;
use std::path::Path;

const WIDTHS: [u32; 3] = [344, 736, 1200];
const THEMES: [(&str, Theme); 4] = [
    ("dark", Theme::DARK),
    ("print", Theme::PRINT),
    ("contrast", Theme::CONTRAST),
    ("contrast-dark", Theme::CONTRAST_DARK),
];
const GOLDEN: &str = "tests/golden/charts";
const AFTER: &str = "build/pictures/after/charts";
const LINES: &str = "themes.txt";

/// Every chart type; a table is not a drawing.
fn views() -> impl Iterator<Item = View> {
    assert!(geography().is_some(), "no outlines; remedy: make setup");
    View::ALL.into_iter().filter(|view| *view != View::Table)
}

fn drawing(view: View, width: u32) -> Scene {
    scene(&sample(view, Locale::EN), view, width, Locale::EN)
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().expect("below a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

#[test]
fn every_chart_type_in_every_theme_equals_its_stored_drawing() {
    let bless = std::env::var_os("BLESS").is_some();
    let (golden, after) = (root().join(GOLDEN), root().join(AFTER));
    if bless {
        let _ = std::fs::remove_dir_all(&golden);
    }
    let _ = std::fs::remove_dir_all(&after);
    let mut lines = BTreeMap::new();
    let mut wrong = Vec::new();
    for view in views() {
        for width in WIDTHS {
            let scene = drawing(view, width);
            let name = format!("{}-{width}.svg", view.as_str());
            let light = draw(&scene, &Theme::LIGHT).to_svg_string() + "\n";
            write(&after.join(&name), &light);
            if bless {
                write(&golden.join(&name), &light);
            } else if std::fs::read_to_string(golden.join(&name)).unwrap_or_default() != light {
                wrong.push(name.clone());
            }
            for (theme, colours) in THEMES {
                let drawn = draw(&scene, &colours).to_svg_string();
                let hash = sha256(drawn.as_bytes());
                lines.insert(format!("{theme} {name}"), hash[..16].to_owned());
            }
        }
    }
    let text: String = lines
        .iter()
        .map(|(name, hash)| format!("{name} {hash}\n"))
        .collect();
    if bless {
        write(&golden.join(LINES), &text);
        return;
    }
    let before = std::fs::read_to_string(golden.join(LINES)).unwrap_or_default();
    let known: Vec<&str> = before.lines().collect();
    let other = text.lines().filter(|line| !known.contains(line));
    wrong.extend(other.map(str::to_owned));
    assert!(
        wrong.is_empty(),
        "not as before: {wrong:#?}\nlook at what changed (make report), then BLESS=1"
    );
}

#[test]
fn nothing_of_it_meets_or_leaves_the_picture() {
    let mut wrong = Vec::new();
    for view in views() {
        for width in [320, 344, 480, 736, 1200] {
            for locale in Locale::ALL {
                let scene = scene(&sample(view, locale), view, width, locale);
                let name = format!("{} at {width} in {}", view.as_str(), locale.tag());
                wrong.extend(
                    faults(&scene)
                        .into_iter()
                        .map(|fault| format!("{name}: {fault}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_drawing_differs_between_themes_in_nothing_but_colours() {
    for view in views() {
        let scene = drawing(view, 736);
        let bare = |theme: &Theme| {
            let svg = draw(&scene, theme).to_svg_string();
            let mut parts = svg.split('#');
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |text, part| {
                let is_colour = part.len() > 6 && part[..6].bytes().all(|b| b.is_ascii_hexdigit());
                text + if is_colour { &part[6..] } else { part }
            })
        };
        let light = bare(&Theme::LIGHT);
        for (name, theme) in THEMES {
            assert!(bare(&theme) == light, "{} in {name}", view.as_str());
        }
    }
}

/// The text of each row of the sample, or the reason why there is no number, is in every chart.
#[test]
fn every_row_of_a_sample_is_a_mark_with_a_name() {
    for view in views() {
        let frame = sample(view, Locale::EN);
        let scene = drawing(view, 736);
        let mut rows: Vec<usize> = scene.marks.iter().filter_map(|mark| mark.row).collect();
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(
            rows,
            (0..frame.rows.len()).collect::<Vec<_>>(),
            "{}",
            view.as_str()
        );
        for mark in &scene.marks {
            assert!(!mark.name.trim().is_empty(), "{}: {mark:?}", view.as_str());
        }
    }
}
