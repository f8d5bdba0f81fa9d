//! The statements of `docs/chartability.md` about every chart type that can be checked without a
//! browser.

use crate::drawn::{faults, geography, scene};
use crate::published::{block_on, files, root};
use good_jobs::locale::Locale;
use good_jobs::pages::{Page, load_page, sample};
use good_jobs::prose;
use good_jobs::query::View;
use good_jobs::scene::{SMALLEST, Shape};
use good_jobs::site::Route;
use good_jobs::ui::{FigureData, figure};
use leptos::prelude::RenderHtml;
use std::path::Path;

const WIDTHS: [u32; 5] = [320, 344, 480, 736, 1200];

/// A figure of the sample as a page shows it.
fn shown(view: View) -> String {
    let _ = any_spawner::Executor::init_futures_executor();
    if let Some(geography) = geography() {
        good_jobs::geo::provide(geography.clone());
    }
    let data = FigureData {
        frame: sample(view, Locale::EN),
        view,
        heading: None,
        level: 2,
        explore: None,
        alone: None,
        brief: false,
        is_choice: false,
        is_half: false,
    };
    figure(data).to_html()
}

fn text_of(html: &str) -> String {
    let parts = html.split('<').filter_map(|part| part.split_once('>'));
    let texts: Vec<&str> = parts.map(|(_, text)| text).collect();
    texts
        .join(" ")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// Heuristic 3.
#[test]
fn no_text_is_smaller_than_twelve_pixels() {
    for view in View::ALL {
        for width in WIDTHS {
            let scene = scene(&sample(view, Locale::EN), view, width, Locale::EN);
            for piece in scene.pieces() {
                if let Shape::Text(text) = &piece.shape {
                    assert!(text.size >= SMALLEST, "{view:?} at {width}: {text:?}");
                }
            }
            assert_eq!(faults(&scene), Vec::<String>::new(), "{view:?} at {width}");
        }
    }
}

/// Heuristics 4 and 44.
#[test]
fn nothing_flashes_and_motion_is_limited() {
    for folder in ["style", "public"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("a folder");
        for path in entries.flatten().map(|entry| entry.path()) {
            let ending = path.extension().and_then(|end| end.to_str());
            if !matches!(ending, Some("css" | "scss" | "js")) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("text");
            for word in ["@keyframes", "animation-", "setInterval(", "<animate"] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

/// Heuristics 6, 9 and 18.
#[test]
fn every_chart_has_a_title_a_summary_and_says_how_it_is_used() {
    for view in View::ALL {
        let frame = sample(view, Locale::EN);
        let text = text_of(&shown(view));
        let say = |message| Locale::EN.text(message);
        for said in [prose::title(&frame), prose::source_line(&frame)] {
            let said = say(said);
            assert!(
                !said.trim().is_empty() && text.contains(&said),
                "{view:?}: {said}"
            );
        }
        if view != View::Table {
            assert!(
                text.contains(&say(prose::summary(&frame))),
                "{view:?}: summary"
            );
            let help = "rrow keys";
            assert!(text.contains(help), "{view:?} says nothing of {help}");
        }
    }
}

/// Heuristics 2 and 30: what is drawn is described, mark by mark, and is in a table.
#[test]
fn the_table_has_the_rows_of_the_frame_and_their_values() {
    for view in View::ALL {
        let frame = sample(view, Locale::EN);
        let html = shown(view);
        let body = html.split("<tbody>").nth(1).expect("a table");
        let body = body.split("</tbody>").next().unwrap_or_default();
        let rows: Vec<&str> = body.split("<tr").skip(1).collect();
        assert_eq!(rows.len(), frame.rows.len(), "{view:?}");
        for (row, html) in frame.rows.iter().zip(rows) {
            let text = text_of(html);
            let value = Locale::EN.text(prose::value(&row.cell, &frame.measure));
            assert!(
                text.contains(&row.label),
                "{view:?}: {} in {text}",
                row.label
            );
            assert!(text.contains(&value), "{view:?}: {value} in {text}");
        }
    }
}

/// Heuristic 37: a chart with many marks is summarized in words.
#[test]
fn a_dense_chart_has_a_summary_that_is_short() {
    for view in View::ALL {
        let mut frame = sample(view, Locale::EN);
        let rows = frame.rows.clone();
        while frame.rows.len() < 400 {
            let count = frame.rows.len();
            frame.rows.extend(rows.iter().cloned().map(|mut row| {
                row.key = format!("{}-{count}", row.key);
                row
            }));
        }
        let summary = Locale::EN.text(prose::summary(&frame));
        let words = summary.split(' ').count();
        assert!(
            (4..120).contains(&words),
            "{view:?}: {words} words: {summary}"
        );
    }
}

/// Heuristic 17, and the pages of charts themselves.
#[test]
fn every_sort_of_chart_says_what_it_is_for_with_an_example_of_published_data() {
    let files = files();
    let is_answered = |view: &View| {
        let route = Route::Chart(view.as_str().to_owned());
        match block_on(load_page(&files, &route, "")) {
            Page::Chart(page) => page.is_answered(),
            _ => panic!("no page of {view:?}"),
        }
    };
    let lacking: Vec<View> = View::ALL
        .into_iter()
        .filter(|view| !is_answered(view))
        .collect();
    assert_eq!(lacking, Vec::<View>::new(), "without an example");
}

/// The list itself: fifty heuristics, fourteen of them critical, each with an answer.
#[test]
fn every_heuristic_has_an_answer() {
    let path = Path::new("docs/chartability.md");
    let text = std::fs::read_to_string(root().join(path)).expect("the list");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let numbers: Vec<String> = rows.iter().map(|row| row[0].to_owned()).collect();
    assert_eq!(
        numbers,
        (1..=50).map(|at| at.to_string()).collect::<Vec<_>>()
    );
    let critical = rows.iter().filter(|row| row[1].starts_with("**")).count();
    assert_eq!(critical, 14);
    for row in rows {
        assert!(row.len() == 4 && !row[2].is_empty(), "{row:?}");
        // Every file named in the list exists.
        for name in row[3]
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|name| name.contains('/'))
        {
            let file = name.split(':').next().unwrap_or(name);
            assert!(root().join(file).exists(), "{}: there is no {file}", row[0]);
        }
    }
}
