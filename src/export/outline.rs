//! Converts the texts of a drawing to outlines, so that it looks the same on a computer without the
//! typeface.
//!
//! Every number is a whole number of hundredths of a pixel, as in the rest of the drawing: the same
//! bytes everywhere.

use super::face::{Faces, Step};
use crate::paint::{Element, hundredths};
use crate::scene::Weight;

/// Attributes of a text that an outline does not have.
const OF_TEXTS: [&str; 5] = ["x", "y", "font-size", "font-weight", "text-anchor"];

/// The drawing with every text as one path. A text with a character that the typeface lacks stays a
/// text.
pub fn outlined(mut element: Element, faces: &Faces) -> Element {
    if element.name == "text" {
        return path_of(&element, faces).unwrap_or(element);
    }
    element.children = element
        .children
        .into_iter()
        .map(|child| outlined(child, faces))
        .collect();
    element
}

/// A text with its start (px), font size and weight.
pub(super) struct Set<'a> {
    pub text: &'a str,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub weight: Weight,
}

impl<'a> Set<'a> {
    /// Reads a text element; `None` for any other element.
    pub(super) fn read(element: &'a Element, faces: &Faces) -> Option<Self> {
        let number = |name: &str| element.attribute(name)?.parse::<f64>().ok();
        let text = element.text.as_deref()?;
        let weight = match element.attribute("font-weight") {
            Some(_) => Weight::Strong,
            None => Weight::Regular,
        };
        let (x, y, size) = (number("x")?, number("y")?, number("font-size")?);
        let letters = faces.marked(text, weight);
        let width: f64 = letters.iter().map(|letter| letter.advance).sum::<f64>() * size;
        let before = match element.attribute("text-anchor") {
            Some("middle") => width / 2.0,
            Some("end") => width,
            _ => 0.0,
        };
        Some(Self {
            text,
            x: x - before,
            y,
            size,
            weight,
        })
    }
}

fn path_of(element: &Element, faces: &Faces) -> Option<Element> {
    let set = Set::read(element, faces)?;
    let mut path = Path::default();
    let mut along = 0.0;
    for letter in faces.letters(set.text, set.weight)? {
        let (x, y) = (set.x + along * set.size, set.y);
        let at = |part: &[f64]| (x + part[0] * set.size, y + part[1] * set.size);
        for step in faces.outline(letter.glyph, set.weight)? {
            match step {
                Step::Move(to) => path.go('M', &[at(&to)]),
                Step::Line(to) => path.go('l', &[at(&to)]),
                Step::Curve(to) => path.go('q', &[at(&to[..2]), at(&to[2..])]),
                Step::Cubic(to) => path.go('c', &[at(&to[..2]), at(&to[2..4]), at(&to[4..])]),
                Step::Close => path.close(),
            }
        }
        along += letter.advance;
    }
    let mut out = Element::new("path").with("d", path.d);
    let kept = element.attributes.iter();
    let kept = kept.filter(|(name, _)| !OF_TEXTS.contains(name));
    out.attributes.extend(kept.cloned());
    Some(out)
}

/// Path data under construction, in hundredths of a pixel.
#[derive(Default)]
struct Path {
    d: String,
    here: (i32, i32),
    began: (i32, i32),
}

impl Path {
    /// Appends one command. Points of all commands but `M` are relative to the current position.
    fn go(&mut self, command: char, points: &[(f64, f64)]) {
        let from = if command == 'M' { (0, 0) } else { self.here };
        self.d.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let to = (units(*x), units(*y));
            self.number(to.0 - from.0, at == 0);
            self.number(to.1 - from.1, false);
            self.here = to;
        }
        if command == 'M' {
            self.began = self.here;
        }
    }

    fn close(&mut self) {
        self.d.push('z');
        self.here = self.began;
    }

    fn number(&mut self, value: i32, is_first: bool) {
        let text = hundredths(value);
        if !is_first && !text.starts_with('-') {
            self.d.push(' ');
        }
        match (text.strip_prefix("0."), text.strip_prefix("-0.")) {
            (Some(part), _) => {
                self.d.push('.');
                self.d.push_str(part);
            }
            (_, Some(part)) => {
                self.d.push_str("-.");
                self.d.push_str(part);
            }
            _ => self.d.push_str(&text),
        }
    }
}

fn units(pixels: f64) -> i32 {
    (pixels * 100.0).round().clamp(-5e8, 5e8) as i32
}
