//! Frames for tests of charts, and properties that every scene must have.

#![allow(dead_code)] // every test file uses only a part of it

use good_jobs::frame::{Axis, AxisKind, Frame, Row, SeriesAxis};
use good_jobs::locale::Locale;
use good_jobs::query::View;
use good_jobs::scene::{Look, Scene, lay_out, words_of};
use good_jobs::value::Status;

pub use crate::goldens::{absent, exact, frame, in_series as of_series, of_kind, row, worded};

/// The longest names of grantees.
pub const LONG: [&str; 6] = [
    "Ohio Manufacturers’ Association Educational and Industrial Development Institute",
    "University of Hawaii at Manoa (program run by the University of Hawaii Community Colleges)",
    "Mid-South Center for Occupational Innovation (Workforce Mid-South)",
    "North Carolina Agricultural and Technical State University",
    "Economic Development and Industrial Corporation of Boston (City of Boston)",
    "Fresno County Economic Development Corporation",
];

pub fn provisional(mut row: Row) -> Row {
    row.cell.status = row.cell.status.with(Status::Provisional);
    row
}

/// A row for a quarter, counted from the first of 2023.
pub fn in_quarter(mut row: Row, nth: i32) -> Row {
    row.key = format!("{}-Q{}", 2023 + nth.div_euclid(4), nth.rem_euclid(4) + 1);
    row.label.clone_from(&row.key);
    row.ordinal = Some(2023 * 4 + nth);
    row
}

/// Gives a frame its series, by (key, label).
pub fn with_series(mut frame: Frame, field: &str, values: &[(&str, &str)]) -> Frame {
    frame.series = Some(SeriesAxis {
        axis: Axis {
            field: field.into(),
            title: field.into(),
            sort: AxisKind::default(),
        },
        values: values
            .iter()
            .map(|(key, label)| ((*key).to_owned(), (*label).to_owned()))
            .collect(),
    });
    frame
}

pub fn over_time(mut frame: Frame) -> Frame {
    frame.by.sort = AxisKind::Time;
    frame
}

pub fn highlighting(mut frame: Frame, keys: &[&str]) -> Frame {
    frame.query.highlight = keys.iter().map(|key| (*key).to_owned()).collect();
    frame
}

pub fn scene_in(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
    let labels = |row: &Row| words_of(frame, row, locale);
    let look = Look {
        view,
        width,
        locale,
        geography: None,
        labels: &labels,
    };
    lay_out(frame, &look)
}

/// No two texts overlap, none is too small, and none extends beyond the picture.
pub fn legible(scene: &Scene, what: &str) {
    let texts: Vec<_> = scene.texts().collect();
    for (at, text) in texts.iter().enumerate() {
        let area = text.area();
        assert!(text.size >= 12.0, "{what}: {text:?} is too small");
        assert!(
            area.x >= -0.01
                && area.y >= -0.01
                && area.x + area.width <= scene.width + 0.01
                && area.y + area.height <= scene.height + 0.01,
            "{what}: {:?} at {area:?} leaves {} × {}",
            text.text,
            scene.width,
            scene.height
        );
        for other in &texts[at + 1..] {
            assert!(
                !area.overlaps(&other.area()),
                "{what}: {:?} {area:?} overlaps {:?} {:?}",
                text.text,
                other.text,
                other.area()
            );
        }
    }
}

/// Every row is a mark exactly once, in the reading order given by `rows`, if any.
pub fn marked(scene: &Scene, frame: &Frame, what: &str) {
    let mut rows: Vec<_> = scene.marks.iter().filter_map(|mark| mark.row).collect();
    rows.sort_unstable();
    assert_eq!(rows, (0..frame.rows.len()).collect::<Vec<_>>(), "{what}");
    for mark in &scene.marks {
        assert!(!mark.name.is_empty(), "{what}: a mark without a name");
        let area = mark.area;
        assert!(
            [area.x, area.y, area.width, area.height]
                .iter()
                .all(|side| side.is_finite()),
            "{what}: {area:?}"
        );
    }
}
