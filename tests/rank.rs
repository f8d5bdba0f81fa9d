//! Frames for which "highest" would claim more than is known, and those for which it is correct.

use good_jobs::frame::{
    Axis, Cell, FigureWords, Frame, MEASURES, MeasureWords, NoRank, Row, SeriesAxis, ends,
};
use good_jobs::locale::Locale;
use good_jobs::prose;
use good_jobs::value::{Kind, Qualifier, Quantity, Sense, Status, StatusSet, Unit};
use proptest::prelude::*;

fn frame(rows: Vec<Row>) -> Frame {
    Frame {
        measure: MeasureWords {
            title: "People placed".into(),
            unit: Unit::new(Unit::PEOPLE),
            ..MeasureWords::default()
        },
        rows,
        ..Frame::default()
    }
}

fn with_error(rows: Vec<Row>) -> Frame {
    let mut frame = frame(rows);
    frame.measure.has_error = true;
    frame
}

fn row(label: &str, quantity: Quantity) -> Row {
    Row {
        key: label.into(),
        label: label.into(),
        series: None,
        ordinal: None,
        cell: Cell {
            quantity: Some(quantity),
            ..Cell::default()
        },
        kind: None,
        figure: None,
    }
}

fn exact(label: &str, value: f64) -> Row {
    row(label, Quantity::exact(value))
}

fn worded(label: &str, word: Qualifier, value: f64) -> Row {
    row(label, Quantity::worded(word, value))
}

fn of_kind(kind: Kind, mut row: Row) -> Row {
    row.kind = Some(kind);
    row
}

fn error(percent: f64, mut row: Row) -> Row {
    row.cell.error_pct = Some(percent);
    row
}

fn partial(mut row: Row) -> Row {
    row.cell.status = StatusSet::of(Status::Partial);
    row
}

fn figure(as_of: &str, sense: Option<Sense>, mut row: Row) -> Row {
    row.figure = Some(FigureWords {
        as_of: Some(as_of.to_owned()).filter(|date| !date.is_empty()),
        sense,
        ..FigureWords::default()
    });
    row
}

fn found(frame: &Frame) -> Result<(Vec<usize>, Vec<usize>), NoRank> {
    let known: Vec<&Row> = frame
        .rows
        .iter()
        .filter(|row| row.cell.has_number())
        .collect();
    ends(frame, &known).map(|ends| (ends.highest, ends.lowest))
}

/// The name of a reason, without its values.
fn reason(frame: &Frame) -> String {
    let why = found(frame).expect_err("no order");
    let words = format!("{why:?}");
    words
        .split([' ', '{'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn in_these_frames_a_naive_headline_would_be_wrong() {
    use Kind::{Actual, Commitment, Projection, Target};
    use Qualifier::{About, AtLeast, LessThan, MoreThan, Nearly, UpTo};
    let starting = Some(Sense::Starting);
    let cases: Vec<(&str, Frame)> = vec![
        // A bound has no rank, at whichever end it is.
        (
            "Bounds",
            frame(vec![worded("a", MoreThan, 400.0), exact("b", 300.0)]),
        ),
        (
            "Bounds",
            frame(vec![worded("a", AtLeast, 100.0), exact("b", 300.0)]),
        ),
        (
            "Bounds",
            frame(vec![worded("a", UpTo, 900.0), exact("b", 300.0)]),
        ),
        (
            "Bounds",
            frame(vec![worded("a", LessThan, 10.0), exact("b", 300.0)]),
        ),
        (
            "Bounds",
            frame(vec![
                exact("a", 3.0),
                exact("b", 2.0),
                worded("c", MoreThan, 1.0),
            ]),
        ),
        (
            "Parts",
            frame(vec![partial(exact("a", 300.0)), exact("b", 200.0)]),
        ),
        (
            "Parts",
            frame(vec![exact("a", 300.0), partial(exact("b", 200.0))]),
        ),
        // Results are not compared with goals.
        (
            "Kinds",
            frame(vec![
                of_kind(Actual, exact("a", 472.0)),
                of_kind(Target, exact("b", 1000.0)),
            ]),
        ),
        (
            "Kinds",
            frame(vec![
                of_kind(Actual, exact("a", 472.0)),
                of_kind(Projection, exact("b", 100.0)),
            ]),
        ),
        (
            "Kinds",
            frame(vec![
                of_kind(Commitment, exact("a", 5.0)),
                of_kind(Target, exact("b", 1.0)),
            ]),
        ),
        (
            "Kinds",
            frame(vec![of_kind(Actual, exact("a", 5.0)), exact("b", 1.0)]),
        ),
        // A starting wage is not a top wage.
        (
            "Senses",
            frame(vec![
                figure("2024", starting, exact("a", 22.0)),
                figure("2024", Some(Sense::Top), exact("b", 40.0)),
            ]),
        ),
        (
            "Senses",
            frame(vec![
                figure("2024", starting, exact("a", 22.0)),
                figure("2024", None, exact("b", 40.0)),
            ]),
        ),
        // A later count has had longer to grow.
        (
            "Dates",
            frame(vec![
                figure("2023-09-06", None, exact("a", 105.0)),
                figure("2025-03", None, exact("b", 1181.0)),
            ]),
        ),
        (
            "Dates",
            frame(vec![
                figure("2023", None, exact("a", 9.0)),
                figure("2023-05", None, exact("b", 8.0)),
                figure("2024", None, exact("c", 7.0)),
            ]),
        ),
        // Rounded numbers may be equal.
        (
            "Overlap",
            frame(vec![
                worded("a", About, 23_700_000.0),
                exact("b", 23_687_365.0),
            ]),
        ),
        (
            "Overlap",
            frame(vec![
                worded("a", About, 11_000_000.0),
                worded("b", About, 10_800_000.0),
            ]),
        ),
        (
            "Overlap",
            frame(vec![
                worded("a", Nearly, 30_000.0),
                exact("b", 29_000.0),
                exact("c", 1.0),
            ]),
        ),
        (
            "Overlap",
            frame(vec![
                exact("a", 900.0),
                worded("b", About, 300.0),
                exact("c", 310.0),
            ]),
        ),
        (
            "Overlap",
            frame(vec![
                row("a", Quantity::range(22.0, 32.0)),
                exact("b", 25.0),
            ]),
        ),
        (
            "Overlap",
            frame(vec![
                row("a", Quantity::range(22.0, 32.0)),
                row("b", Quantity::range(30.0, 40.0)),
            ]),
        ),
        // A difference smaller than the published error is not a difference.
        (
            "WithinError",
            with_error(vec![
                error(2.0, exact("a", 30.0)),
                error(2.0, exact("b", 29.5)),
                error(1.0, exact("c", 10.0)),
            ]),
        ),
        (
            "WithinError",
            with_error(vec![
                error(1.0, exact("a", 90.0)),
                error(5.0, exact("b", 30.0)),
                error(5.0, exact("c", 29.0)),
            ]),
        ),
        (
            "WithinError",
            with_error(vec![
                error(40.0, exact("a", 300.0)),
                error(40.0, exact("b", 200.0)),
            ]),
        ),
        (
            "WithinError",
            with_error(vec![
                error(0.7, exact("a", 100.0)),
                error(0.7, exact("b", 99.0)),
            ]),
        ),
        (
            "Same",
            frame(vec![exact("a", 5.0), exact("b", 5.0), exact("c", 5.0)]),
        ),
    ];
    assert!(cases.len() >= 25);
    for (index, (expected, frame)) in cases.iter().enumerate() {
        assert_eq!(reason(frame), *expected, "frame {index}");
        let told = Locale::EN.text(prose::summary(frame));
        assert!(
            !told.contains("Highest") && !told.contains("Lowest"),
            "frame {index}: {told}"
        );
    }
}

#[test]
fn where_nothing_forbids_it_the_ends_are_named() {
    let cases = [
        (
            frame(vec![exact("a", 3.0), exact("b", 9.0), exact("c", 5.0)]),
            (vec![1], vec![0]),
        ),
        (
            frame(vec![exact("a", 9.0), exact("b", 9.0), exact("c", 5.0)]),
            (vec![0, 1], vec![2]),
        ),
        (
            frame(vec![
                worded("a", Qualifier::About, 23_500_000.0),
                worded("b", Qualifier::About, 9_700_000.0),
            ]),
            (vec![0], vec![1]),
        ),
        (
            frame(vec![
                row("a", Quantity::range(22.0, 25.0)),
                row("b", Quantity::range(30.0, 40.0)),
            ]),
            (vec![1], vec![0]),
        ),
        (
            with_error(vec![
                error(1.0, exact("a", 30.0)),
                error(1.0, exact("b", 20.0)),
            ]),
            (vec![0], vec![1]),
        ),
        (
            frame(vec![
                figure("2024-01", None, exact("a", 3.0)),
                figure("2024-12", None, exact("b", 9.0)),
            ]),
            (vec![1], vec![0]),
        ),
        (
            frame(vec![exact("a", 0.0), exact("b", 9.0)]),
            (vec![1], vec![0]),
        ),
    ];
    for (index, (frame, expected)) in cases.iter().enumerate() {
        assert_eq!(found(frame).as_ref(), Ok(expected), "frame {index}");
        assert!(
            Locale::EN.text(prose::summary(frame)).contains("Highest"),
            "frame {index}"
        );
    }
}

proptest! {
    #[test]
    fn whoever_is_named_is_above_or_below_everybody_else(values in proptest::collection::vec((0u32..500, 0.0f64..6.0), 2..12)) {
        let rows = values.iter().enumerate().map(|(at, (value, percent))| error(*percent, exact(&at.to_string(), f64::from(*value))));
        let frame = with_error(rows.collect());
        if let Ok((highest, lowest)) = found(&frame) {
            let value = |at: usize| values[at].0;
            for at in 0..values.len() {
                prop_assert!(highest.contains(&at) || value(at) < value(highest[0]));
                prop_assert!(lowest.contains(&at) || value(at) > value(lowest[0]));
            }
        }
    }
}

/// A frame of several measures.
fn of_measures(titles: &[&str], rows: Vec<(usize, Row)>) -> Frame {
    let rows = rows.into_iter().map(|(at, row)| Row {
        series: Some(at),
        ..row
    });
    let mut frame = frame(rows.collect());
    let named = titles
        .iter()
        .map(|title| (title.to_lowercase(), (*title).to_owned()));
    let values: Vec<(String, String)> = named.collect();
    frame.query.compare = values
        .iter()
        .skip(1)
        .map(|(code, _)| code.clone())
        .collect();
    frame.measure.title = titles[0].to_owned();
    frame.by.title = "Grantee".into();
    frame.series = Some(SeriesAxis {
        axis: Axis {
            field: MEASURES.to_owned(),
            ..Axis::default()
        },
        values,
    });
    frame
}

#[test]
fn no_order_is_stated_across_measures_and_each_is_told_by_itself() {
    let result = |label: &str, value: f64| of_kind(Kind::Actual, exact(label, value));
    let aim = |label: &str, value: f64| of_kind(Kind::Target, exact(label, value));
    let placed = ["People placed", "Placement goal"];
    let beside = of_measures(
        &placed,
        vec![
            (0, result("Aster", 120.0)),
            (1, aim("Aster", 400.0)),
            (0, result("Birch", 80.0)),
            (1, aim("Birch", 300.0)),
        ],
    );
    assert_eq!(reason(&beside), "Kinds");
    let summary = Locale::EN.text(prose::summary(&beside));
    assert_eq!(
        summary,
        "People placed: Highest: Aster, 120 people; lowest: Birch, 80 people. \
         Placement goal: Highest: Aster, 400 people; lowest: Birch, 300 people."
    );
    let title = Locale::EN.text(prose::title(&beside));
    assert_eq!(title, "People placed and placement goal, by grantee");

    let stages = of_measures(
        &["People enrolled", "People placed"],
        vec![(0, result("Aster", 300.0)), (1, result("Aster", 120.0))],
    );
    assert_eq!(reason(&stages), "Measures");
    let summary = Locale::EN.text(prose::summary(&stages));
    assert_eq!(
        summary,
        "People enrolled: 300 people (Aster). People placed: 120 people (Aster)."
    );
    assert!(!summary.contains("ighest"));

    // One bound invalidates the ranking of its own measure, not of the other.
    let bound = of_kind(Kind::Actual, worded("Birch", Qualifier::MoreThan, 80.0));
    let bounded = of_measures(
        &["People enrolled", "People placed"],
        vec![
            (0, result("Aster", 300.0)),
            (0, result("Birch", 200.0)),
            (1, result("Aster", 120.0)),
            (1, bound),
        ],
    );
    let summary = Locale::EN.text(prose::summary(&bounded));
    assert!(
        summary.starts_with("People enrolled: Highest: Aster"),
        "{summary}"
    );
    assert!(
        summary.contains("People placed: 1 of 2 values is only a minimum or maximum"),
        "{summary}"
    );
}

#[test]
fn of_two_measures_against_each_other_nothing_is_said_of_how_they_go_together() {
    let with = |mut row: Row, value: Option<f64>| {
        row.cell.across = Some(Box::new(Cell {
            quantity: value.map(Quantity::exact),
            ..Cell::default()
        }));
        row
    };
    let mut against = frame(vec![
        with(exact("Aster", 120.0), Some(9.0)),
        with(exact("Birch", 80.0), Some(11.0)),
        with(exact("Cedar", 10.0), None),
    ]);
    against.by.title = "Grantee".into();
    against.across = Some(Box::new(MeasureWords {
        title: "Grants".into(),
        unit: Unit::new(Unit::PEOPLE),
        ..MeasureWords::default()
    }));
    let title = Locale::EN.text(prose::title(&against));
    assert_eq!(title, "People placed compared with grants, by grantee");
    let summary = Locale::EN.text(prose::summary(&against));
    assert_eq!(
        summary,
        "People placed: Highest: Aster, 120 people; lowest: Cedar, 10 people. \
         Grants: Highest: Birch, 11 people; lowest: Aster, 9 people. 2 of 3 rows have both numbers."
    );
}
