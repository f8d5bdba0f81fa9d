//! Frames for the tests of dots, slopes, points, cells and sparklines.

use good_jobs::frame::{Axis, AxisKind, Cell, Frame, MeasureWords, Row, SeriesAxis};
use good_jobs::value::{Kind, Qualifier, Quantity, Status, StatusSet, Unit};

/// The longest names of grantees.
pub const LONG: [&str; 6] = [
    "North Carolina Agricultural and Technical State University",
    "Research Foundation of the City University of New York",
    "Vermont Law and Graduate School, on behalf of the Northern Forest Region Workforce Partnership",
    "Alabama Community College System",
    "WTIA Workforce Institute dba Apprenti",
    "The Chugachmiut",
];

pub use crate::goldens::{absent, exact, in_series, of_kind, row, worded};

/// Wages have cents.
pub fn frame(unit: &str, by: &str, rows: Vec<Row>) -> Frame {
    let mut frame = crate::goldens::frame(unit, by, rows);
    frame.measure.decimals = if unit.starts_with("usd_") { 2 } else { 0 };
    frame
}

pub fn marked(mut row: Row, status: Status) -> Row {
    row.cell.status = StatusSet::of(status);
    row
}

pub fn with_series(mut frame: Frame, title: &str, labels: &[&str]) -> Frame {
    frame.series = Some(SeriesAxis {
        axis: Axis {
            field: title.into(),
            title: title.into(),
            sort: AxisKind::default(),
        },
        values: labels
            .iter()
            .map(|label| ((*label).to_owned(), (*label).to_owned()))
            .collect(),
    });
    frame
}

pub fn named(mut frame: Frame, keys: &[&str]) -> Frame {
    frame.query.highlight = keys.iter().map(|key| (*key).to_owned()).collect();
    frame
}

/// Every status of a number, one per row.
pub fn states() -> Frame {
    frame(
        "people",
        "Grantee",
        vec![
            worded(LONG[0], Qualifier::MoreThan, 1200.0),
            worded("Dallas College", Qualifier::AtLeast, 870.0),
            worded("Miami Dade College", Qualifier::About, 640.0),
            worded("City of Springfield", Qualifier::UpTo, 500.0),
            row("Pima College", Some(Quantity::range(220.0, 410.0))),
            of_kind(exact("Ohio Manufacturers", 1000.0), Kind::Target),
            marked(exact("El Paso Works", 310.0), Status::Provisional),
            exact("Maine", 88.0),
            exact("Maui Economic Development Board", 0.0),
            absent("Utah", Status::Suppressed),
            absent(LONG[2], Status::NotYetDue),
            absent("Iowa", Status::NotApplicable),
        ],
    )
}

/// Two wages per row; one end suppressed, one missing, one a bound, one unchanged.
pub fn wages() -> Frame {
    let mut rows = Vec::new();
    for (label, before, after) in [
        ("Welding", 15.5, 24.75),
        (LONG[0], 16.0, 22.1),
        ("Trucking", 17.25, 27.0),
        ("Child care", 14.5, 14.5),
        ("Weaving", 19.0, 17.2),
    ] {
        rows.push(in_series(exact(label, before), 0));
        rows.push(in_series(exact(label, after), 1));
    }
    rows.push(in_series(absent("Forestry", Status::Suppressed), 0));
    rows.push(in_series(exact("Forestry", 19.5), 1));
    rows.push(in_series(exact("Masonry", 21.0), 0));
    rows.push(in_series(absent("Masonry", Status::NotYetDue), 1));
    rows.push(in_series(exact("Diving", 18.0), 0));
    rows.push(in_series(worded("Diving", Qualifier::AtLeast, 25.0), 1));
    rows.push(in_series(absent("Fishing", Status::Suppressed), 0));
    rows.push(in_series(absent("Fishing", Status::Missing), 1));
    with_series(
        frame("usd_per_hour", "Occupation", rows),
        "When",
        &["Before", "After"],
    )
}

/// Three dots per row, some of them at the same position.
pub fn three() -> Frame {
    let mut rows = Vec::new();
    for (at, label) in LONG.iter().enumerate() {
        for series in 0..3 {
            let value = 20.0 + (at * 7 % 5) as f64 * 3.0 + [0.0, 4.0, 4.0][series];
            rows.push(in_series(exact(label, value), series));
        }
    }
    rows[4].cell.quantity = None;
    rows[4].cell.status = StatusSet::of(Status::Suppressed);
    with_series(
        frame("people", "Grantee", rows),
        "Age",
        &["Under 25", "25 to 44", "45 and over"],
    )
}

/// A number over time for several series: gaps, one suppressed, one not due yet, one a bound.
pub fn over_time() -> Frame {
    let mut rows = Vec::new();
    for (series, label) in LONG.iter().take(5).enumerate() {
        for at in 0..8_usize {
            let time = format!("{}-Q{}", 2023 + at / 4, at % 4 + 1);
            let value = 100.0 + (series * 130 + at * at * (series + 1) * 3 + at * 17 % 40) as f64;
            let mut row = exact(&time, value);
            if (series, at) == (1, 3) {
                row = absent(&time, Status::Suppressed);
            }
            if (series, at) == (2, 7) {
                row = absent(&time, Status::NotYetDue);
            }
            if (series, at) == (3, 4) {
                continue;
            }
            if (series, at) == (4, 7) {
                row = worded(&time, Qualifier::MoreThan, 900.0);
            }
            row.label = format!("{label} {time}");
            row.ordinal = Some((2023 + at / 4) as i32 * 4 + (at % 4) as i32);
            rows.push(in_series(row, series));
        }
    }
    let mut frame = with_series(frame("people", "Quarter", rows), "Grantee", &LONG[..5]);
    frame.by.sort = AxisKind::Time;
    frame
}

/// More lines than can be named, two of them selected.
pub fn many_lines() -> Frame {
    let mut rows = Vec::new();
    for at in 0..54_usize {
        let area = good_jobs::value::AREAS[at];
        for series in 0..2 {
            let value =
                18.0 + ((at * 37) % 41) as f64 / 4.0 + series as f64 * ((at * 13) % 9) as f64;
            let mut row = exact(area.usps, value);
            row.label = area.name.into();
            rows.push(in_series(row, series));
        }
    }
    with_series(
        frame("usd_per_hour", "State", rows),
        "When",
        &["May 2019", "May 2025"],
    )
}

/// Points of two measures, some of them without one or both.
pub fn points(count: usize) -> Frame {
    let mut rows: Vec<Row> = (0..count)
        .map(|at| {
            let mut row = exact(LONG[at % LONG.len()], ((at * at * 31) % 997) as f64);
            row.key = format!("n{at}");
            if at >= LONG.len() {
                row.label = format!("Grantee {at}");
            }
            let along = Quantity::exact(15.0 + ((at * 71) % 503) as f64 / 12.0);
            row.cell.across = Some(Box::new(Cell {
                quantity: Some(along),
                ..Cell::default()
            }));
            row
        })
        .collect();
    let set = |row: &mut Row, quantity: Option<Quantity>, status: Option<Status>| {
        if let Some(across) = row.cell.across.as_mut() {
            across.quantity = quantity;
            across.status = status.map_or(StatusSet::NORMAL, StatusSet::of);
        }
    };
    if count >= 16 {
        set(&mut rows[3], None, Some(Status::Suppressed));
        set(&mut rows[4], None, Some(Status::NotYetDue));
        rows[5].cell.quantity = None;
        rows[5].cell.status = StatusSet::of(Status::Suppressed);
        rows[6].cell.quantity = None;
        set(&mut rows[6], None, Some(Status::Missing));
        rows[7].cell.quantity = Some(Quantity::at_least(700.0));
        set(&mut rows[8], Some(Quantity::at_least(50.0)), None);
        rows[9].cell.quantity = Some(Quantity::range(300.0, 420.0));
        rows[10].kind = Some(Kind::Target);
        rows[11].cell.quantity = Some(Quantity::worded(Qualifier::About, 500.0));
    }
    let mut frame = frame("people", "Grantee", rows);
    frame.across = Some(Box::new(MeasureWords {
        code: "wage".into(),
        title: "Starting wage of those who were placed".into(),
        unit: Unit::new("usd_per_hour"),
        decimals: 2,
        ..MeasureWords::default()
    }));
    frame
}

pub const INDUSTRIES: [&str; 22] = [
    "Manufacturing",
    "Health care",
    "Construction",
    "Transportation and warehousing",
    "Information technology",
    "Energy",
    "Forestry",
    "Agriculture",
    "Water",
    "Aerospace and defense",
    "Hospitality",
    "Finance and insurance",
    "Education",
    "Fishing and maritime",
    "Biotechnology",
    "Semiconductors",
    "Broadband",
    "Child care",
    "Logistics",
    "Mining",
    "Creative industries",
    "Public administration",
];

/// States and industries, with every status of a cell.
pub fn cells(lines: usize, columns: usize) -> Frame {
    let mut rows = Vec::new();
    for at in 0..lines {
        let area = good_jobs::value::AREAS[at];
        for series in 0..columns {
            let mut row = match (at * 7 + series * 3) % 19 {
                0 => absent(area.usps, Status::Suppressed),
                1 => absent(area.usps, Status::NotYetDue),
                2 => absent(area.usps, Status::NotApplicable),
                3 => exact(area.usps, 0.0),
                4 => continue,
                5 => worded(area.usps, Qualifier::AtLeast, 400.0),
                _ => exact(area.usps, ((at * 53 + series * series * 29) % 1800) as f64),
            };
            row.label = area.name.into();
            rows.push(in_series(row, series));
        }
    }
    with_series(
        frame("people", "State", rows),
        "Industry",
        &INDUSTRIES[..columns],
    )
}

/// Places in every status, territories included.
pub fn places() -> Frame {
    let mut rows: Vec<Row> = good_jobs::value::AREAS
        .iter()
        .enumerate()
        .filter(|(at, _)| at % 9 != 4)
        .map(|(at, area)| match at % 13 {
            5 => absent(area.usps, Status::Suppressed),
            7 => absent(area.usps, Status::NotYetDue),
            9 => absent(area.usps, Status::NotApplicable),
            11 => exact(area.usps, 0.0),
            _ => exact(area.usps, 3.0 + ((at * at * 37) % 2900) as f64),
        })
        .collect();
    rows[0].cell.quantity = Some(Quantity::at_least(870.0));
    frame("people", "State", rows)
}
