//! Draws a large chart as one picture per part, in which marks of the same style are one element.
//! The individual marks are created when `public/chart.js` sends `chart-wake`, before it navigates
//! the chart or points at a mark. Assistive technology is unaffected: marks are hidden until their
//! part is entered.

use super::tree::{set, tree};
use crate::frame::Frame;
use crate::locale::Locale;
use crate::paint::{Element, Theme, draw_parts};
use crate::scene::{Mark, Scene};

/// The attribute of a lazy drawing.
const ASLEEP: &str = "data-asleep";
/// Holds the index of a mark in its scene while the list is built.
const PLACE: &str = "data-mark";

/// The drawing as a list of parts, each a picture with its name.
fn flat(scene: &Scene, frame: &Frame, locale: Locale, help: &str) -> Element {
    let hollow = Element {
        children: scene.marks.iter().enumerate().map(hollow).collect(),
        ..Element::new("svg")
    };
    let mut list = tree(hollow, frame, locale, help);
    let mut parts = Vec::new();
    gather(&mut list, &mut |marks| {
        let place = |mark: &Element| mark.attribute(PLACE)?.parse().ok();
        parts.push(marks.iter().filter_map(place).collect::<Vec<usize>>());
    });
    let mut drawing = draw_parts(scene, &Theme::LIGHT, &parts);
    let is_part = |child: &Element| child.attribute("class") == Some("folded");
    let first = drawing.children.iter().position(is_part);
    let first = first.unwrap_or(drawing.children.len());
    let after = drawing
        .children
        .split_off((first + parts.len()).min(drawing.children.len()));
    let mut pictures = drawing.children.split_off(first).into_iter();
    gather(&mut list, &mut |marks| {
        *marks = pictures.next().map_or_else(Vec::new, |part| part.children);
    });
    drawing.children.extend(list.children);
    drawing.children.extend(after);
    for (name, value) in list.attributes {
        set(&mut drawing, name, value);
    }
    drawing.fixed(ASLEEP, "")
}

/// A mark without its shapes.
fn hollow((at, mark): (usize, &Mark)) -> Element {
    let element = Element::new("g")
        .fixed("class", "mark")
        .with(PLACE, at.to_string())
        .with("aria-label", mark.name.as_str());
    match mark.row {
        Some(row) => element.with("data-row", row.to_string()),
        None => element,
    }
}

/// Calls `does` with the marks of each part in turn.
fn gather(element: &mut Element, does: &mut impl FnMut(&mut Vec<Element>)) {
    let is_mark = |child: &Element| child.attribute("class") == Some("mark");
    if element.children.first().is_some_and(is_mark) {
        return does(&mut element.children);
    }
    for child in &mut element.children {
        gather(child, does);
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use waking::lazy_drawing;

#[cfg(target_arch = "wasm32")]
mod waking {
    use super::super::tree::MANY;
    use super::super::{Drawn, full_drawing, laid_out_with};
    use super::{ASLEEP, flat};
    use crate::browser::on_expand;
    use crate::frame::{Frame, Row};
    use crate::locale::Locale;
    use crate::prose;
    use crate::query::View;
    use crate::scene::RowWords;
    use leptos::prelude::*;
    use std::sync::Arc;

    /// The lazy drawing; `None` where the chart has too few marks to need one.
    pub(in super::super) fn lazy_drawing(
        frame: &Arc<Frame>,
        view: View,
        width: u32,
        locale: Locale,
        hint: &str,
    ) -> Option<Drawn> {
        // A mark represents one row or several.
        if frame.rows.len() <= MANY || Owner::current().is_none() {
            return None;
        }
        // The sentences of marks are created when the drawing is expanded.
        let seen = |row: &Row| RowWords {
            short: locale.text(prose::short_value(&row.cell, &frame.measure)),
            spoken: String::new(),
        };
        let scene = laid_out_with(frame, view, width, locale, &seen);
        if scene.marks.len() <= MANY || scene.is_dense() {
            return None;
        }
        let node = Drawn::from(flat(&scene, frame, locale, hint)).node();
        let (frame, hint) = (Arc::clone(frame), hint.to_owned());
        let whole = move || Drawn::from(full_drawing(&frame, view, width, locale, &hint)).node();
        // Lives until the chart is replaced.
        StoredValue::new_local(on_expand(&node, ASLEEP, whole)?);
        Some(Drawn::Made(node))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{WIDE, full_drawing, laid_out};
    use super::*;
    use crate::frame::{Axis, Cell, Row, SeriesAxis};
    use crate::query::View;
    use crate::value::Quantity;

    /// Lines of 16 points each.
    fn lines(count: usize) -> Frame {
        let row = |at: usize| Row {
            key: format!("{}-Q{}", 2022 + at % 16 / 4, at % 4 + 1),
            series: Some(at / 16),
            ordinal: Some((2022 * 4 + at % 16) as i32),
            cell: Cell {
                quantity: Some(Quantity::exact((at * 37 % 101) as f64)),
                ..Cell::default()
            },
            ..Row::default()
        };
        let names = (0..count).map(|at| (at.to_string(), format!("Line {at}")));
        Frame {
            by: Axis {
                sort: crate::frame::AxisKind::Time,
                ..Axis::default()
            },
            series: Some(SeriesAxis {
                axis: Axis::default(),
                values: names.collect(),
            }),
            rows: (0..count * 16).map(row).collect(),
            ..Frame::default()
        }
    }

    /// Every part with its attributes, without its children.
    fn parts(drawing: &Element) -> Vec<Element> {
        let is_part = |child: &&Element| child.attribute("class") == Some("part");
        let mut parts: Vec<Element> = drawing.children.iter().filter(is_part).cloned().collect();
        for part in &mut parts {
            part.children.clear();
        }
        parts
    }

    /// The number of circles in a drawing, in paths and as elements, without touch areas.
    fn circles(drawing: &Element) -> usize {
        let mut count = 0;
        drawing.walk(&mut |element| {
            let is_hit = element.attribute("class") == Some("hit");
            count += usize::from(element.name == "circle" && !is_hit);
            // A circle in a path is two arcs, the second of which may omit its letter.
            count += element
                .attribute("d")
                .map_or(0, |d| d.matches('z').count() * usize::from(d.contains('a')));
        });
        count
    }

    #[test]
    fn a_chart_asleep_says_the_same_parts_and_shows_the_same_dots_with_a_fraction_of_the_elements()
    {
        let frame = lines(20);
        let whole = full_drawing(&frame, View::Line, WIDE, Locale::EN, "hint");
        let scene = laid_out(&frame, View::Line, WIDE, Locale::EN);
        let asleep = flat(&scene, &frame, Locale::EN, "hint");
        assert_eq!(parts(&asleep), parts(&whole));
        assert_eq!(parts(&asleep).len(), 20);
        // Five of the six lines in color have other markers than circles.
        assert_eq!(circles(&whole), 15 * 16);
        assert_eq!(circles(&asleep), 15 * 16);
        for name in [
            "role",
            "tabindex",
            "aria-describedby",
            "aria-label",
            "viewBox",
        ] {
            assert_eq!(asleep.attribute(name), whole.attribute(name), "{name}");
        }
        let (mut elements, mut all, mut marks) = (0, 0, 0);
        asleep.walk(&mut |element| {
            elements += 1;
            marks += usize::from(element.attribute("class") == Some("mark"));
        });
        whole.walk(&mut |_| all += 1);
        assert_eq!(marks, 0);
        assert!(elements * 4 < all, "{elements} of {all}");
    }
}
