//! Frames for tests of charts, and properties that every scene must have.

#![allow(dead_code)] // every test file uses only a part of it

use good_jobs::frame::{Axis, AxisKind, Frame, Row, SeriesAxis};
use good_jobs::locale::Locale;
use good_jobs::query::View;
use good_jobs::scene::{RenderOptions, Scene, lay_out, words_of};
use good_jobs::value::{Kind, Qualifier, Quantity, Status, StatusSet};
use proptest::prelude::*;

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
    let look = RenderOptions {
        view,
        width,
        locale,
        geography: None,
        labels: &labels,
    };
    lay_out(frame, &look)
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

/// No two texts overlap, none is too small, and none extends beyond the picture.
pub fn legible(scene: &Scene, what: &str) {
    let mut texts: Vec<_> = scene.texts().map(|text| (text.area(), text)).collect();
    texts.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (at, (area, text)) in texts.iter().enumerate() {
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
        let near = texts[at + 1..]
            .iter()
            .take_while(|(other, _)| other.y < area.y + area.height);
        for (other, beside) in near {
            assert!(
                !area.overlaps(other),
                "{what}: {:?} {area:?} overlaps {:?} {other:?}",
                text.text,
                beside.text
            );
        }
    }
}

/// A row of any number, qualifier, series, kind, period and status. Its label is one of `labels` or any
/// text; its series is one of the first `series`.
pub fn any_row(labels: Vec<&'static str>, series: usize) -> impl Strategy<Value = Row> {
    let number = prop_oneof![
        Just(0.0),
        Just(1e15),
        Just(1e-9),
        -1e6..1e6_f64,
        (0..5000_i32).prop_map(f64::from),
        any::<f64>(),
    ];
    let word = prop::sample::select(&Qualifier::ALL[..]);
    let quantity = prop_oneof![
        4 => (word, number.clone()).prop_map(|(word, x)| Some(Quantity::worded(word, x))),
        1 => (number.clone(), number).prop_map(|(a, b)| Some(Quantity::range(a, b))),
        1 => Just(None),
    ];
    let label = prop_oneof![
        prop::sample::select(labels).prop_map(str::to_owned),
        "\\PC{0,200}",
        "[a-z ]{0,80}",
    ];
    let series = prop::option::of(0..series);
    let kind = prop::option::of(prop::sample::select(Kind::ALL));
    let ordinal = prop::option::of(prop_oneof![2000..2030, any::<i32>()]);
    (label, quantity, series, kind, ordinal, 0..0x2000_u16).prop_map(
        |(label, quantity, series, kind, ordinal, status)| {
            let mut row = row(&label, quantity);
            row.cell.status = StatusSet::from_bits(status);
            (row.series, row.kind, row.ordinal) = (series, kind, ordinal);
            row
        },
    )
}

/// The attributes of position and size in a drawing; a label may well be "inf".
pub fn placed(svg: &str) -> impl Iterator<Item = &str> {
    let names = [
        "viewBox", "x", "y", "width", "height", "d", "cx", "cy", "r", "points",
    ];
    names.into_iter().flat_map(move |name| {
        let start = format!(" {name}=\"");
        let after: Vec<&str> = svg.split(start.as_str()).skip(1).collect();
        after
            .into_iter()
            .map(|after| after.split('"').next().unwrap_or(""))
    })
}
