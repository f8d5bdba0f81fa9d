//! Drawing of scenes: only in named groups, on a fine grid, identical on every machine.

use crate::goldens::{all, geography, scene};
use good_jobs::paint::backend::{CallKind, RecordedCall, Recorder};
use good_jobs::paint::{Marks, Theme, draw, measured, paint};
use good_jobs::query::View;
use good_jobs::scene::measure::standin_width;
use good_jobs::scene::{Anchor, Rect, Scene, Shape, Text};
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 5] = [320, 344, 480, 768, 1200];

fn scenes() -> impl Iterator<Item = (String, Scene)> {
    all()
        .into_iter()
        .filter(|(_, view, _)| *view != View::Map || geography().is_some())
        .flat_map(|(name, view, frame)| {
            WIDTHS.map(|width| (format!("{name} at {width}"), scene(&frame, view, width)))
        })
}

fn recorded(scene: &Scene) -> Recorder {
    let recorder = Recorder::new(scene.width, scene.height, measured);
    paint(scene, &Theme::LIGHT, Marks::Own, &recorder);
    recorder
}

fn words(calls: &[RecordedCall]) -> Vec<&str> {
    calls
        .iter()
        .filter_map(|call| match &call.what {
            CallKind::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn nothing_is_drawn_outside_of_a_named_group() {
    for (name, scene) in scenes() {
        let recorder = recorded(&scene);
        let (calls, groups) = (recorder.calls(), recorder.groups());
        assert!(recorder.is_balanced(), "{name}");
        assert!(!calls.is_empty(), "{name}");
        for call in &calls {
            let group = call.group.unwrap_or_else(|| panic!("{name}: {call:?}"));
            assert!(!groups[group].part.is_empty(), "{name}: {call:?}");
            assert!(!groups[group].role.is_empty(), "{name}: {call:?}");
        }
        // Each text of the scene once, axes and legend included, in the order of the scene.
        let texts = scene.pieces().filter_map(|piece| match &piece.shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        assert_eq!(words(&calls), texts.collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn every_mark_is_a_group_with_its_name_and_row() {
    for (name, scene) in scenes() {
        let recorder = recorded(&scene);
        let (calls, groups) = (recorder.calls(), recorder.groups());
        let marks: Vec<_> = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.part == "mark")
            .collect();
        assert_eq!(marks.len(), scene.marks.len(), "{name}");
        for ((at, group), mark) in marks.into_iter().zip(&scene.marks) {
            assert_eq!(group.name.as_deref(), Some(mark.name.as_str()), "{name}");
            assert_eq!(group.row, mark.row, "{name}");
            let drawn = calls.iter().filter(|call| call.group == Some(at)).count();
            assert!(drawn >= mark.pieces.len(), "{name}: {}", mark.name);
        }
    }
}

/// A recorder that did not notice drawing outside of groups would prove nothing.
#[test]
fn the_account_notices_what_stands_outside() {
    use plotters_backend::{BackendColor, DrawingBackend};
    let mut recorder = Recorder::new(10.0, 10.0, measured);
    let ink = BackendColor {
        alpha: 1.0,
        rgb: (0, 0, 0),
    };
    recorder.draw_rect((0, 0), (5, 5), &ink, true).unwrap();
    assert_eq!(recorder.calls()[0].group, None);
}

/// The goldens with which `tests/browser.rs` compares the browser's drawings, besides those of
/// `tests/scene.rs`. `BLESS=1` writes them; look at them before committing.
#[test]
fn goldens_in_every_theme() {
    let folder = PathBuf::from(".").join("tests/golden");
    let mut wrong = Vec::new();
    for (name, view, frame) in all() {
        if !crate::goldens::THEMED.contains(&name) {
            continue;
        }
        let scene = scene(&frame, view, crate::goldens::THEMED_WIDTH);
        for (theme, colours) in Theme::ALL
            .into_iter()
            .filter(|(theme, _)| *theme != "light")
        {
            let path = folder.join(format!("{name}-{theme}.svg"));
            let made = draw(&scene, &colours).to_svg_string() + "\n";
            if std::env::var_os("BLESS").is_some() {
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

/// The back end could be published separately: it depends on plotters and on nothing else of this
/// crate.
#[test]
fn the_back_end_stands_alone() {
    let folder = PathBuf::from(".").join("src/paint/backend");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    assert!(files.len() >= 5);
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            !text.contains("crate::"),
            "{} uses a module of ours",
            path.display()
        );
    }
}

fn on_grid(scene: &Scene) -> Result<(), f64> {
    let whole = |x: f64| match (x * 64.0).fract() {
        0.0 => Ok(()),
        _ => Err(x),
    };
    let points = |points: &[good_jobs::scene::Point]| {
        points
            .iter()
            .try_for_each(|point| whole(point.x).and(whole(point.y)))
    };
    for piece in scene.pieces() {
        match &piece.shape {
            Shape::Rect(rect) => [rect.x, rect.y, rect.width, rect.height]
                .into_iter()
                .try_for_each(whole)?,
            Shape::Line(line) => points(line)?,
            Shape::Lines(lines) | Shape::Area(lines) => {
                lines.iter().try_for_each(|line| points(line))?
            }
            Shape::Dot { at, radius } => points(&[*at]).and(whole(*radius))?,
            Shape::Text(text) => points(&[text.at])?,
        }
    }
    whole(scene.height)
}

#[test]
fn scenes_stand_on_the_grid() {
    for (name, scene) in scenes() {
        assert_eq!(on_grid(&scene), Ok(()), "{name}");
    }
}

/// The room that a text takes in the fallback typeface, which is used until the typeface has
/// loaded.
fn standin_area(text: &Text) -> Rect {
    let wide = standin_width(&text.text, text.size, text.weight);
    let own = text.area();
    let x = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - wide / 2.0,
        Anchor::End => text.at.x - wide,
    };
    Rect::new(x, own.y, wide, own.height)
}

#[test]
fn texts_stand_free_before_the_typeface_has_come() {
    for (name, scene) in scenes() {
        let texts: Vec<_> = scene
            .texts()
            .map(|text| (text, standin_area(text)))
            .collect();
        for (at, (text, area)) in texts.iter().enumerate() {
            assert!(
                area.x >= -0.02 && area.x + area.width <= scene.width + 0.02,
                "{name}: “{}” leaves the picture in the stand-in: {area:?}",
                text.text
            );
            for (other, theirs) in &texts[at + 1..] {
                assert!(
                    !area.overlaps(theirs),
                    "{name}: “{}” and “{}” overlap in the stand-in",
                    text.text,
                    other.text
                );
            }
        }
    }
}

#[test]
fn the_stand_in_is_wider_in_places() {
    // Otherwise the test above would test nothing.
    use good_jobs::scene::Weight;
    use good_jobs::scene::measure::width;
    let wider = ["Ohio", "%", "MMM", "$1,240", "Wage", "@"]
        .iter()
        .filter(|text| {
            standin_width(text, 14.0, Weight::Regular) >= width(text, 14.0, Weight::Regular)
        })
        .count();
    assert!((1..6).contains(&wider), "{wider}");
}

/// The source files between numbers and drawings.
fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            out.push(path);
        }
    }
}

/// The standard library takes these from the operating system, and two machines may differ in the
/// last bit; `libm` is the same everywhere.
#[test]
fn functions_that_machines_disagree_on_come_from_libm() {
    const NAMES: [&str; 27] = [
        "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh",
        "acosh", "atanh", "sin_cos", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2",
        "log10", "powf", "powi", "sqrt", "cbrt", "hypot",
    ];
    let root = PathBuf::from(".").join("src");
    let mut files = Vec::new();
    for folder in ["value", "locale", "frame", "prose", "geo", "scene", "paint"] {
        let folder = root.join(folder);
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
    }
    assert!(files.len() > 40, "{}", files.len());
    let mut found = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for name in NAMES {
                let method = format!(".{name}(");
                let path_of = [format!("f64::{name}"), format!("f32::{name}")];
                let named = |text: &String| {
                    line.match_indices(text.as_str()).any(|(at, _)| {
                        !line[at + text.len()..]
                            .starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
                };
                if line.contains(&method) || path_of.iter().any(named) {
                    found.push(format!("{}:{}: {}", path.display(), at + 1, line.trim()));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "use libm::… instead, which is the same on every machine:\n{}",
        found.join("\n")
    );
}
