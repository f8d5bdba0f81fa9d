//! The frames of the goldens: the input of charts of every type, natively and in the browser.
#![allow(dead_code)] // each test that includes this file uses only a part of it

use good_jobs::frame::{
    Axis, AxisKind, Benchmark, Cell, Frame, MeasureWords, PercentileValue, Row, SeriesAxis,
};
use good_jobs::geo::Geography;
use good_jobs::locale::Locale;
use good_jobs::query::View;
use good_jobs::scene::{RenderOptions, Scene, lay_out, words_of};
use good_jobs::value::{AREAS, Kind, Qualifier, Quantity, Status, StatusSet, Unit};

pub fn frame(unit: &str, by: &str, rows: Vec<Row>) -> Frame {
    Frame {
        measure: MeasureWords {
            code: "placed".into(),
            title: "People placed".into(),
            unit: Unit::new(unit),
            ..MeasureWords::default()
        },
        by: Axis {
            field: by.into(),
            title: by.into(),
            sort: AxisKind::default(),
        },
        rows,
        ..Frame::default()
    }
}

pub fn row(label: &str, quantity: Option<Quantity>) -> Row {
    Row {
        key: label.into(),
        label: label.into(),
        cell: Cell {
            quantity,
            ..Cell::default()
        },
        ..Row::default()
    }
}

pub fn exact(label: &str, value: f64) -> Row {
    row(label, Some(Quantity::exact(value)))
}

pub fn worded(label: &str, word: Qualifier, value: f64) -> Row {
    row(label, Some(Quantity::worded(word, value)))
}

pub fn absent(label: &str, status: Status) -> Row {
    let mut row = row(label, None);
    row.cell.status = StatusSet::of(status);
    row
}

pub fn of_kind(mut row: Row, kind: Kind) -> Row {
    row.kind = Some(kind);
    row
}

pub fn in_series(mut row: Row, series: usize) -> Row {
    row.series = Some(series);
    row
}

pub fn two_series(mut frame: Frame) -> Frame {
    frame.series = Some(SeriesAxis {
        axis: Axis {
            field: "sex".into(),
            title: "Sex".into(),
            sort: AxisKind::default(),
        },
        values: vec![("w".into(), "Women".into()), ("m".into(), "Men".into())],
    });
    frame
}

pub fn long_names() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            exact(
                "North Carolina Agricultural and Technical State University",
                2841.0,
            ),
            exact("Dallas College", 2377.0),
            exact(
                "Research Foundation of the City University of New York",
                1904.0,
            ),
            exact("Alabama Community College System", 1611.0),
            exact(
                "Vermont Law and Graduate School, on behalf of the Northern Forest Region Workforce Partnership",
                874.0,
            ),
            exact("WTIA Workforce Institute dba Apprenti", 702.0),
            exact("The Chugachmiut", 65.0),
            exact("Maui Economic Development Board", 3.0),
        ],
    )
}

pub fn open_ended() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            worded("Ohio Manufacturers", Qualifier::MoreThan, 1200.0),
            worded("Dallas College", Qualifier::AtLeast, 870.0),
            worded("Miami Dade College", Qualifier::About, 640.0),
            worded("City of Springfield", Qualifier::UpTo, 500.0),
            row("Pima College", Some(Quantity::range(220.0, 410.0))),
            worded("El Paso Works", Qualifier::LessThan, 90.0),
        ],
    )
}

pub fn hollow() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            of_kind(exact("Ohio Manufacturers", 1000.0), Kind::Target),
            of_kind(exact("Dallas College", 870.0), Kind::Actual),
            of_kind(
                worded("Pima College", Qualifier::AtLeast, 500.0),
                Kind::Commitment,
            ),
            of_kind(exact("Miami Dade College", 410.0), Kind::Projection),
            of_kind(exact("El Paso Works", 55.0), Kind::Actual),
        ],
    )
}

pub fn gaps() -> Frame {
    frame(
        "people",
        "State",
        vec![
            exact("Virginia", 420.0),
            exact("Ohio", 88.0),
            exact("Texas", 1.0),
            exact("Maine", 0.0),
            absent("Utah", Status::Suppressed),
            absent("Guam", Status::NotYetDue),
            absent("Iowa", Status::Missing),
        ],
    )
}

pub fn wages() -> Frame {
    let mut rows = Vec::new();
    for (label, before, after) in [
        ("Welding", 15.5, 24.75),
        ("Nursing", 16.0, 22.1),
        ("Trucking", 17.25, 27.0),
    ] {
        rows.push(in_series(exact(label, before), 0));
        rows.push(in_series(exact(label, after), 1));
    }
    rows.push(in_series(absent("Forestry", Status::Suppressed), 0));
    rows.push(in_series(exact("Forestry", 19.5), 1));
    let mut frame = two_series(frame("usd_per_hour", "Occupation", rows));
    frame.measure.decimals = 2;
    frame
}

pub fn illustrative() -> Frame {
    let mut frame = long_names();
    frame.package.illustrative = true;
    frame
}

pub fn quarters() -> Frame {
    let mut rows = Vec::new();
    let women = [
        Some(120.0),
        Some(180.0),
        None,
        Some(260.0),
        None,
        Some(410.0),
        Some(520.0),
        Some(515.0),
    ];
    let men = [
        Some(90.0),
        Some(170.0),
        Some(230.0),
        Some(240.0),
        Some(280.0),
        Some(390.0),
        Some(480.0),
        Some(505.0),
    ];
    for (series, values) in [women, men].into_iter().enumerate() {
        for (at, value) in values.into_iter().enumerate() {
            let label = format!("Q{} {}", at % 4 + 1, 2023 + at / 4);
            let mut row = match value {
                Some(value) => exact(&label, value),
                None if at == 2 => absent(&label, Status::Suppressed),
                None => continue,
            };
            row.key = format!("{}-Q{}", 2023 + at / 4, at % 4 + 1);
            row.ordinal = Some(2023 * 4 + at as i32);
            rows.push(in_series(row, series));
        }
    }
    two_series(frame("people", "Quarter", rows))
}

pub fn one_line() -> Frame {
    let mut rows: Vec<Row> = [310.0, 350.0, 480.0, 640.0, 900.0]
        .into_iter()
        .enumerate()
        .map(|(at, value)| {
            let mut row = exact(&format!("{}", 2019 + at), value);
            row.ordinal = Some(2019 + at as i32);
            row
        })
        .collect();
    rows[4].cell.quantity = Some(Quantity::worded(Qualifier::MoreThan, 900.0));
    frame("people", "Year", rows)
}

pub fn states() -> Frame {
    let values = [
        ("AL", 1.0),
        ("AK", 1.0),
        ("AZ", 2.0),
        ("CA", 3.0),
        ("CO", 1.0),
        ("CT", 2.0),
        ("DC", 1.0),
        ("FL", 2.0),
        ("HI", 1.0),
        ("IL", 2.0),
        ("KY", 1.0),
        ("LA", 1.0),
        ("MA", 2.0),
        ("MD", 1.0),
        ("MI", 4.0),
        ("MN", 0.0),
        ("MO", 1.0),
        ("NC", 2.0),
        ("NY", 3.0),
        ("OH", 2.0),
        ("PA", 3.0),
        ("PR", 1.0),
        ("TX", 5.0),
        ("VA", 2.0),
        ("WA", 1.0),
        ("WI", 1.0),
        ("GU", 1.0),
    ];
    let mut rows: Vec<Row> = values
        .into_iter()
        .map(|(key, value)| exact(key, value))
        .collect();
    rows.push(absent("UT", Status::Suppressed));
    rows.push(absent("GA", Status::NotYetDue));
    frame("awards", "State", rows)
}

pub fn spread() -> Frame {
    let rows = AREAS
        .iter()
        .enumerate()
        .map(|(at, area)| exact(area.usps, 3.0 + ((at * at * 37) % 2900) as f64))
        .collect();
    frame("people", "State", rows)
}

pub fn named(mut frame: Frame, keys: &[&str]) -> Frame {
    frame.query.highlight = keys.iter().map(|key| (*key).to_owned()).collect();
    frame
}

pub fn strip_rows(count: usize) -> Frame {
    let rows = (0..count)
        .map(|at| {
            let mut row = exact(
                [
                    "Washington Student Achievement Council",
                    "Ohio",
                    "Hampton Roads Workforce Council",
                ][at % 3],
                8.0 + ((at * 37) % 41) as f64 / 2.0,
            );
            row.key = format!("n{at}");
            row
        })
        .collect();
    frame("people", "Grantee", rows)
}

/// Wages of several occupations, one top-coded and one not released, compared with a published
/// wage.
pub fn beside(count: usize, kind: Kind) -> Frame {
    let names = [
        "Construction and Extraction Occupations",
        "Nurse Anesthetists",
        "Heating, Air Conditioning, and Refrigeration Mechanics and Installers",
        "Actors",
    ];
    let rows = (0..count)
        .map(|at| {
            let mut row = exact(names[at % names.len()], 28.0 + at as f64 * 3.0);
            let values = [0.66, 0.8, 1.0, 1.3, 1.7].map(|times| times * (28.0 + at as f64 * 3.0));
            row.cell.percentiles = [10, 25, 50, 75, 90]
                .into_iter()
                .zip(values)
                .map(|(percent, value)| PercentileValue {
                    at: percent,
                    quantity: Some(match at % names.len() == 1 && percent > 50 {
                        true => Quantity::at_least(115.0),
                        false => Quantity::exact(value),
                    }),
                    status: StatusSet::NORMAL,
                })
                .collect();
            if at % names.len() == 3 {
                row.cell.quantity = None;
                row.cell.status = StatusSet::of(Status::Missing);
                for known in &mut row.cell.percentiles {
                    known.quantity = None;
                }
            }
            row
        })
        .collect();
    let mut frame = frame("usd_per_hour", "Occupation", rows);
    frame.measure.title = "Median hourly wage".into();
    frame.measure.decimals = 2;
    frame.measure.percentile = Some(50);
    let mut claim = row("A wage", Some(Quantity::range(22.0, 32.0)));
    claim.kind = Some(kind);
    frame.beside = Some(Box::new(Benchmark {
        claim_id: "a-wage".into(),
        title: "Starting wage of one program".into(),
        measure: frame.measure.clone(),
        row: claim,
        drawn: Quantity::range(22.0, 32.0),
        is_of_year: false,
        source: None,
    }));
    frame
}

pub fn all() -> Vec<(&'static str, View, Frame)> {
    vec![
        ("bar-long-names", View::Bar, long_names()),
        ("bar-open-ended", View::Bar, open_ended()),
        ("bar-hollow", View::Bar, hollow()),
        ("bar-gaps", View::Bar, gaps()),
        ("bar-series", View::Bar, wages()),
        ("bar-illustrative", View::Bar, illustrative()),
        ("line-two-series", View::Line, quarters()),
        ("line-open-ended", View::Line, one_line()),
        ("map-awards", View::Map, states()),
        ("map-spread", View::Map, spread()),
        (
            "strip-named",
            View::Strip,
            named(strip_rows(54), &["n3", "n20", "n50"]),
        ),
        (
            "strip-close",
            View::Strip,
            named(strip_rows(30), &["n1", "n2", "n3", "n4"]),
        ),
        ("strip-open-ended", View::Strip, named(open_ended(), &[])),
        ("strip-gaps", View::Strip, named(gaps(), &[])),
        ("range-one", View::Range, beside(1, Kind::Actual)),
        ("range-promised", View::Range, beside(2, Kind::Commitment)),
        ("range-many", View::Range, beside(9, Kind::Actual)),
        ("empty", View::Bar, frame("people", "State", Vec::new())),
    ]
}

/// The outlines of the states; natively only where `make setup` has written them.
pub fn geography() -> Option<&'static Geography> {
    static READ: std::sync::OnceLock<Option<Geography>> = std::sync::OnceLock::new();
    let read = || Some(Geography::read(&outlines()?).expect("us-atlas can be read"));
    READ.get_or_init(read).as_ref()
}

#[cfg(not(target_arch = "wasm32"))]
fn outlines() -> Option<Vec<u8>> {
    let root = std::path::PathBuf::from(".");
    std::fs::read(root.join("build/geo/states-10m.json")).ok()
}

#[cfg(target_arch = "wasm32")]
fn outlines() -> Option<Vec<u8>> {
    Some(include_bytes!("../../build/geo/states-10m.json").to_vec())
}

pub fn scene(frame: &Frame, view: View, width: u32) -> Scene {
    scene_in(frame, view, width, Locale::EN)
}

pub fn scene_in(frame: &Frame, view: View, width: u32, locale: Locale) -> Scene {
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

/// Frames that are drawn in every theme.
pub const THEMED: [&str; 4] = ["bar-gaps", "line-two-series", "strip-named", "range-one"];
/// Width of those drawings, in px.
pub const THEMED_WIDTH: u32 = 480;
