//! Charts laid out and drawn for tests, and properties that all of them must have.

use good_jobs::frame::{Frame, Row};
use good_jobs::geo::Geography;
use good_jobs::locale::Locale;
use good_jobs::query::View;
use good_jobs::scene::{Rect, RenderOptions, SMALLEST, Scene, lay_out, words_of};
use std::path::PathBuf;

/// The outlines, where `make setup` has written them.
pub fn geography() -> Option<&'static Geography> {
    static READ: std::sync::OnceLock<Option<Geography>> = std::sync::OnceLock::new();
    let read = || {
        let root = PathBuf::from(".");
        let bytes = std::fs::read(root.join("build/geo/states-10m.json")).ok()?;
        Some(Geography::read(&bytes).expect("us-atlas can be read"))
    };
    READ.get_or_init(read).as_ref()
}

pub fn scene(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
    let labels = |row: &Row| words_of(frame, row, locale);
    lay_out(
        frame,
        &RenderOptions {
            view,
            width,
            locale,
            geography: geography(),
            labels: &labels,
        },
    )
}

/// Faults in the texts of a scene: too small, outside of the picture, overlapping.
pub fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let mut areas: Vec<(Rect, &str)> = Vec::new();
    for text in scene.texts() {
        let area = text.area();
        if text.size < SMALLEST {
            faults.push(format!("“{}” has {} pixels", text.text, text.size));
        }
        let inside = area.x >= -0.01
            && area.y >= -0.01
            && area.x + area.width <= scene.width + 0.01
            && area.y + area.height <= scene.height + 0.01;
        if !inside {
            faults.push(format!(
                "“{}” at {area:?} leaves {} × {}",
                text.text, scene.width, scene.height
            ));
        }
        areas.push((area, &text.text));
    }
    // From the top down: only texts that begin above the end of another can overlap it.
    areas.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (at, (area, text)) in areas.iter().enumerate() {
        let near = areas[at + 1..]
            .iter()
            .take_while(|(other, _)| other.y < area.y + area.height);
        for (other, words) in near.filter(|(other, _)| area.overlaps(other)) {
            faults.push(format!("“{text}” {area:?} meets “{words}” {other:?}"));
            if faults.len() > 5 {
                return faults;
            }
        }
    }
    faults
}
