use super::*;
use crate::frame::{Cell, SeriesAxis};
use crate::value::Quantity;

fn frame(rows: Vec<Row>, series: &[&str]) -> Frame {
    let values = series.iter().map(|name| ((*name).into(), (*name).into()));
    Frame {
        series: (!series.is_empty()).then(|| SeriesAxis {
            axis: Axis::default(),
            values: values.collect(),
        }),
        rows,
        ..Frame::default()
    }
}

fn row(label: &str, series: Option<usize>, quantity: Option<Quantity>) -> Row {
    Row {
        key: label.into(),
        label: label.into(),
        series,
        cell: Cell {
            quantity,
            ..Cell::default()
        },
        ..Row::default()
    }
}

/// A drawing with a mark for each row, last row first, between two groups hidden from screen
/// readers.
fn drawn(frame: &Frame) -> Element {
    let hidden = || Element::new("g").with("aria-hidden", "true");
    let mark = |at: usize| {
        Element::new("g")
            .with("class", "mark")
            .with("data-row", at.to_string())
            .with("role", "img")
            .with("aria-label", frame.rows[at].label.as_str())
    };
    let mut children = vec![hidden()];
    children.extend((0..frame.rows.len()).rev().map(mark));
    children.push(hidden());
    let drawing = Element {
        children,
        ..Element::new("svg").with("role", "group")
    };
    tree(drawing, frame, Locale::EN, "hint")
}

/// Role, level, position and name of every item, in reading order.
fn items(drawing: &Element) -> Vec<String> {
    let mut found = Vec::new();
    drawing.walk(&mut |element| {
        let of = |name| element.attribute(name).unwrap_or_default();
        if of("role") == "listitem" {
            let (level, at) = (of("aria-level"), of("aria-posinset"));
            let (all, name) = (of("aria-setsize"), of("aria-label"));
            found.push(format!("{level}: {at} of {all} {name}"));
        }
    });
    found
}

#[test]
fn marks_of_one_series_stand_right_below_the_whole_with_their_place() {
    let exact = |value| Some(Quantity::exact(value));
    let frame = frame(
        vec![row("Ohio", None, exact(4.0)), row("Texas", None, None)],
        &[],
    );
    let drawing = drawn(&frame);
    assert_eq!(drawing.attribute("role"), Some("list"));
    assert_eq!(drawing.attribute("aria-describedby"), Some("hint"));
    assert_eq!(items(&drawing), ["1: 1 of 2 Texas", "1: 2 of 2 Ohio"]);
    assert_eq!(
        drawing.children.len(),
        4,
        "what was hidden stays where it was"
    );
}

#[test]
fn each_series_is_a_level_of_its_own_and_says_what_it_lacks() {
    let exact = |value| Some(Quantity::exact(value));
    let frame = frame(
        vec![
            row("2022", Some(1), exact(4.0)),
            row("2022", Some(0), exact(3.0)),
            row("2023", Some(1), None),
        ],
        &["Women", "Men"],
    );
    let drawing = drawn(&frame);
    assert_eq!(
        items(&drawing),
        [
            "1: 1 of 2 Women: 1 value",
            "2: 1 of 1 2022",
            "1: 2 of 2 Men: 2 values, 1 without a number",
            "2: 1 of 2 2023",
            "2: 2 of 2 2022",
        ]
    );
    let mut at = HashMap::new();
    drawing.walk(&mut |element| {
        if let Some(row) = element.attribute("data-row") {
            at.insert(
                row.to_owned(),
                element.attribute("data-at").map(str::to_owned),
            );
        }
    });
    assert_eq!(at["0"], at["1"], "the same year of two series is one place");
    assert_ne!(at["0"], at["2"]);
}

#[test]
fn a_bound_a_range_and_a_missing_number_are_told_apart() {
    let frame = frame(
        vec![
            row("exact", None, Some(Quantity::exact(0.0))),
            row("more", None, Some(Quantity::at_least(5.0))),
            row("range", None, Some(Quantity::range(2.0, 7.0))),
            row("missing", None, None),
        ],
        &[],
    );
    let mut found = HashMap::new();
    drawn(&frame).walk(&mut |element| {
        if let Some(name) = element.attribute("aria-label") {
            let of = |what| element.attribute(what).unwrap_or("-").to_owned();
            let all = [of("data-value"), of("data-low"), of("data-bound")];
            found.insert(name.to_owned(), all.join(" "));
        }
    });
    assert_eq!(found["exact"], "0 - -");
    assert_eq!(found["more"], "5 - more");
    assert_eq!(found["range"], "7 2 -");
    assert_eq!(found["missing"], "- - -");
}

#[test]
fn beyond_two_hundred_marks_the_tree_is_folded_into_parts_with_names() {
    let rows = (0..230)
        .map(|at| {
            row(
                &format!("n{at}"),
                None,
                Some(Quantity::exact(f64::from(at))),
            )
        })
        .collect();
    let frame = frame(rows, &[]);
    let drawing = drawn(&frame);
    let parts: Vec<&Element> = drawing
        .children
        .iter()
        .filter(|child| child.attribute("class") == Some("part"))
        .collect();
    assert_eq!(parts.len(), 5);
    let name = parts[0].attribute("aria-label");
    assert_eq!(name, Some("n229 to n180: 50 values"));
    for part in parts {
        assert_eq!(part.children[0].attribute("aria-hidden"), Some("true"));
    }
    assert_eq!(items(&drawing).len(), 235, "none is lost");
}

#[test]
fn a_drawing_without_marks_is_a_picture() {
    let drawing = drawn(&frame(Vec::new(), &[]));
    assert_eq!(drawing.attribute("role"), Some("img"));
    assert_eq!(drawing.attribute("tabindex"), None);
}

#[test]
fn the_line_of_a_series_is_in_its_part_and_hidden_from_screen_readers() {
    let number = || Some(Quantity::exact(1.0));
    let rows = vec![row("a", Some(0), number()), row("b", Some(1), number())];
    let frame = frame(rows, &["Women", "Men"]);
    let line = |at: usize| {
        Element::new("g")
            .with("class", "line")
            .with("data-row", at.to_string())
    };
    let mark = |at: usize| {
        Element::new("g")
            .with("class", "mark")
            .with("data-row", at.to_string())
            .with("aria-label", "name")
    };
    let drawing = Element {
        children: vec![line(1), line(0), mark(0), mark(1)],
        ..Element::new("svg")
    };
    let drawing = tree(drawing, &frame, Locale::EN, "hint");
    let is_part = |element: &&Element| element.attribute("class") == Some("part");
    let parts: Vec<&Element> = drawing.children.iter().filter(is_part).collect();
    assert_eq!(parts.len(), 2);
    for part in parts {
        let mut lines = Vec::new();
        part.walk(&mut |element| {
            if element.attribute("class") == Some("line") {
                lines.push(element.attribute("aria-hidden").map(str::to_owned));
            }
        });
        assert_eq!(lines, [Some("true".to_owned())]);
    }
}
