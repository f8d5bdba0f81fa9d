//! The drawings of a document that must be small on first load (`publish/build/embed`).
//!
//! A few marks are a list with their names; browsers compute levels and positions themselves. For
//! many marks, their names and positions would be larger than everything else: they are a picture
//! with a summary, `data-flat`, until a reader uses the chart (`public/embed/live.js`). The
//! outlines of a map are in the document once.

use super::tree::{set, tree};
use super::{Drawing, NARROW, WIDE, laid_out};
use crate::frame::Frame;
use crate::locale::Locale;
use crate::paint::{Element, Theme, draw, draw_flat};
use crate::query::View;
use crate::scene::{Piece, Scene, Shape};
use std::collections::HashSet;
use std::sync::Arc;

/// More marks than this are drawn as a picture.
const FEW: usize = 150;
/// Paths shorter than this, in bytes, are not worth sharing.
const LONG: usize = 60;

/// A frame drawn at both widths.
pub fn small(frame: &Arc<Frame>, view: View, locale: Locale) -> [Drawing; 2] {
    let scenes = [NARROW, WIDE].map(|width| laid_out(frame, view, width, locale));
    let [mut narrow, mut wide] = [&scenes[0], &scenes[1]].map(|scene| drawn(scene, frame, locale));
    let [from, to] = [&scenes[1], &scenes[0]];
    if let (Some(above), Some(below)) = (from.outlines, to.outlines) {
        let scale = to.width / from.width;
        let down = below - above * scale;
        let moved = format!("translate(0 {down:.2})scale({scale:.4})");
        share(&mut wide, &mut narrow, &boxed(&scenes), &moved);
    }
    [narrow, wide].map(|drawing| Drawing::new(move || drawing.clone()))
}

fn drawn(scene: &Scene, frame: &Frame, locale: Locale) -> Element {
    if scene.marks.len() <= FEW {
        return lean(tree(draw(scene, &Theme::LIGHT), frame, locale, ""));
    }
    let mut drawing = terse(draw_flat(scene, &Theme::LIGHT));
    set(&mut drawing, "role", "img");
    drawing.fixed("tabindex", "0").fixed("data-flat", "")
}

/// The same picture in fewer bytes: attributes that all texts of a group share are moved to the
/// group, and dots become points of a round pen.
fn terse(mut element: Element) -> Element {
    const COMMON: [&str; 5] = ["class", "font-size", "text-anchor", "font-weight", "fill"];
    element.children = element.children.into_iter().map(terse).collect();
    let texts = &element.children;
    if texts.len() > 2 && texts.iter().all(|child| child.name == "text") {
        for name in COMMON {
            let own = |text: &Element| text.attribute(name).map(str::to_owned);
            let Some(value) = own(&element.children[0]) else {
                continue;
            };
            if element
                .children
                .iter()
                .any(|text| own(text).as_deref() != Some(&value))
            {
                continue;
            }
            for text in &mut element.children {
                text.attributes.retain(|(own, _)| *own != name);
            }
            let value = match element.attribute(name) {
                Some(before) => format!("{before} {value}"),
                None => value,
            };
            set(&mut element, name, value);
        }
    }
    points(element)
}

/// Rewrites a path that consists of circles of one size as points of a round pen, a third of its
/// length. Files keep circles, because not every program draws such points.
fn points(path: Element) -> Element {
    let attribute = |name: &str| path.attribute(name).map(str::to_owned);
    let (Some(d), Some(class), Some(fill)) =
        (attribute("d"), attribute("class"), attribute("fill"))
    else {
        return path;
    };
    let circles: Option<Vec<(&str, &str)>> = d
        .split('M')
        .skip(1)
        .map(|circle| Some(circle.split_at(circle.find('a')?)))
        .collect();
    let round = circles
        .as_deref()
        .and_then(|circles| Some((circles, circles.first()?.1)));
    let Some((circles, arc)) =
        round.filter(|(circles, arc)| circles.iter().all(|(_, own)| own == arc))
    else {
        return path;
    };
    let radius: f64 = match arc[1..].split(' ').next().map(str::parse) {
        Some(Ok(radius)) => radius,
        _ => return path,
    };
    // Filled and without an edge.
    let (Some(role), None) = (class.strip_suffix(" f"), path.attribute("stroke")) else {
        return path;
    };
    // A circle in a path begins at its left.
    let d: String = circles.iter().map(|(at, _)| format!("M{at}h0")).collect();
    let mut pen = Element::new("path")
        .with("class", format!("{role} o"))
        .with("d", d)
        .with("transform", format!("translate({radius} 0)"))
        .with("stroke", fill)
        .fixed("fill", "none")
        .with("stroke-width", (2.0 * radius).to_string())
        .fixed("stroke-linecap", "round");
    if let Some(strength) = attribute("fill-opacity") {
        pen = pen.with("stroke-opacity", strength);
    }
    pen
}

/// The same list without levels and positions.
fn lean(mut drawing: Element) -> Element {
    const COUNTED: [&str; 4] = [
        "aria-level",
        "aria-posinset",
        "aria-setsize",
        "aria-describedby",
    ];
    drawing
        .attributes
        .retain(|(name, _)| !COUNTED.contains(name));
    drawing.children = drawing.children.into_iter().map(lean).collect();
    drawing
}

/// The names of areas that are also drawn as boxes, which each map places where it has room.
fn boxed(scenes: &[Scene; 2]) -> HashSet<&str> {
    let is_area = |piece: &&Piece| matches!(piece.shape, Shape::Area(_));
    let marks = scenes.iter().flat_map(|scene| &scene.marks);
    let boxed = marks.filter(|mark| mark.pieces.iter().filter(is_area).count() > 1);
    boxed.map(|mark| mark.name.as_str()).collect()
}

/// Draws the outlines of one map as references to those of another, transformed: both have the same
/// marks in the same order.
fn share(own: &mut Element, other: &mut Element, boxed: &HashSet<&str>, moved: &str) {
    for (at, (own, other)) in marks(own).zip(marks(other)).enumerate() {
        let name = own.attribute("aria-label");
        if name != other.attribute("aria-label") || name.is_some_and(|name| boxed.contains(name)) {
            continue;
        }
        if let (Some(own), Some(other)) = (outline(own), outline(other)) {
            set(own, "id", format!("o{at}"));
            *other = Element::new("use")
                .with("href", format!("#o{at}"))
                .with("transform", moved);
        }
    }
}

fn marks(drawing: &mut Element) -> impl Iterator<Item = &mut Element> {
    let is_mark = |child: &&mut Element| child.attribute("class") == Some("mark");
    drawing.children.iter_mut().filter(is_mark)
}

/// The long path that fills a mark.
fn outline(mark: &mut Element) -> Option<&mut Element> {
    mark.children.iter_mut().find(|child| {
        let is_long = child.attribute("d").is_some_and(|d| d.len() > LONG);
        is_long && child.attribute("fill") != Some("none")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(paths: &[&str]) -> Element {
        let path = |d: &&str| Element::new("path").with("d", *d).with("fill", "red");
        Element {
            children: paths.iter().map(path).collect(),
            ..Element::new("g").with("class", "mark")
        }
    }

    fn drawing(marks: Vec<Element>) -> Element {
        Element {
            children: [vec![Element::new("g").with("class", "below")], marks].concat(),
            ..Element::new("svg")
        }
    }

    #[test]
    fn long_outlines_stand_once_and_short_ones_where_they_are_drawn() {
        let (long, longer) = (
            "M0 0".to_owned() + &"l1 2".repeat(20),
            "M0 0".to_owned() + &"l1 2".repeat(30),
        );
        let mut wide = drawing(vec![
            mark(&[&longer]),
            mark(&["M0 0h5z", &longer]),
            mark(&[&longer]),
        ]);
        let mut narrow = drawing(vec![
            mark(&[&long]),
            mark(&["M0 0h2z", &long]),
            mark(&["M0 0h2z"]),
        ]);
        share(
            &mut wide,
            &mut narrow,
            &HashSet::from(["Guam"]),
            "scale(.5)",
        );
        let at = |drawing: &Element, mark: usize, child: usize| {
            drawing.children[mark].children[child].clone()
        };
        assert_eq!(at(&wide, 1, 0).attribute("id"), Some("o0"));
        assert_eq!(at(&wide, 2, 1).attribute("id"), Some("o1"));
        let used = at(&narrow, 2, 1);
        assert_eq!(
            (
                used.name,
                used.attribute("href"),
                used.attribute("transform")
            ),
            ("use", Some("#o1"), Some("scale(.5)"))
        );
        assert_eq!(at(&narrow, 2, 0).attribute("d"), Some("M0 0h2z"));
        assert_eq!(at(&narrow, 3, 0).name, "path");
        assert_eq!(at(&wide, 3, 0).attribute("id"), None);
        let mut wide = drawing(vec![mark(&[&longer]).with("aria-label", "Guam")]);
        let mut narrow = drawing(vec![mark(&[&long]).with("aria-label", "Guam")]);
        share(
            &mut wide,
            &mut narrow,
            &HashSet::from(["Guam"]),
            "scale(.5)",
        );
        assert_eq!(at(&narrow, 1, 0).name, "path");
    }

    #[test]
    fn dots_are_points_and_texts_share_what_they_have_in_common() {
        let circle = |at: &str| format!("M{at}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z");
        let dots = Element::new("path")
            .with("class", "bar f")
            .with("d", circle("52 73.22") + &circle("9-1"))
            .with("fill", "red")
            .with("fill-opacity", "0.6");
        let drawn = terse(dots.clone());
        for (name, value) in [
            ("d", "M52 73.22h0M9-1h0"),
            ("class", "bar o"),
            ("transform", "translate(3 0)"),
            ("stroke", "red"),
            ("stroke-width", "6"),
            ("stroke-opacity", "0.6"),
        ] {
            assert_eq!(drawn.attribute(name), Some(value), "{name}");
        }
        let mut two_sizes = dots;
        set(
            &mut two_sizes,
            "d",
            circle("1 1") + "M1 1a2 2 0 1 0 4 0a2 2 0 1 0-4 0z",
        );
        assert_eq!(terse(two_sizes.clone()), two_sizes);

        let text = |x: &str, weight: &str| {
            Element::new("text")
                .with("class", "ink f")
                .with("x", x)
                .with("font-weight", weight)
        };
        let group = Element {
            children: vec![text("1", "600"), text("2", "600"), text("3", "400")],
            ..Element::new("g").with("class", "marks")
        };
        let drawn = terse(group);
        assert_eq!(drawn.attribute("class"), Some("marks ink f"));
        assert_eq!(drawn.children[1].attribute("class"), None);
        assert_eq!(drawn.children[2].attribute("font-weight"), Some("400"));
    }

    #[test]
    fn what_is_counted_is_left_out_and_names_stay() {
        let list = Element {
            children: vec![
                mark(&["M0 0z"])
                    .with("aria-label", "Ohio: 4")
                    .with("aria-posinset", "1"),
            ],
            ..Element::new("svg")
                .with("role", "list")
                .with("aria-describedby", "")
        };
        let lean = lean(list);
        assert_eq!(lean.attributes.len(), 1);
        assert_eq!(lean.children[0].attribute("aria-label"), Some("Ohio: 4"));
        assert_eq!(lean.children[0].attribute("aria-posinset"), None);
    }
}
