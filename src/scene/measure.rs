//! Measures the width of text in the shipped typeface and breaks it into lines.

use super::advances::{Face, REGULAR, SEMIBOLD};

/// Font weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Regular,
    Strong,
}

impl Weight {
    fn face(self) -> &'static Face {
        match self {
            Self::Regular => &REGULAR,
            Self::Strong => &SEMIBOLD,
        }
    }

    /// The value in CSS and SVG.
    pub fn number(self) -> u16 {
        self.face().weight
    }
}

/// Advance of a character that the typeface lacks: the widest that a fallback typeface may draw.
const UNKNOWN: u16 = 1000;
/// A margin for tabular figures: digits may be drawn with their wider, fixed advances.
const SLACK: f64 = 1.01;

/// The width of a text in px, with tabular figures: in the typeface, or in the fallback that is
/// shown until it has loaded, whichever is wider, so that texts do not overlap in either.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = weight.face();
    let (mut own, mut standin) = (0, 0);
    for c in text.chars() {
        own += u32::from(advance(face, c));
        standin += u32::from(find(face.standin, c).unwrap_or(UNKNOWN));
    }
    let pixels = |sum: u32| f64::from(sum) * size / 1000.0;
    (pixels(own) * SLACK).max(pixels(standin))
}

/// The same in the fallback typeface alone.
pub fn standin_width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = weight.face();
    let sum: u32 = text
        .chars()
        .map(|c| u32::from(find(face.standin, c).unwrap_or(UNKNOWN)))
        .sum();
    f64::from(sum) * size / 1000.0
}

/// Whether the shipped typeface has a character.
pub fn is_known(c: char) -> bool {
    [&REGULAR, &SEMIBOLD]
        .iter()
        .all(|face| find(face.advances, c).is_some())
}

fn advance(face: &Face, c: char) -> u16 {
    find(face.tabular, c)
        .or_else(|| find(face.advances, c))
        .unwrap_or(UNKNOWN)
}

fn find(table: &[(char, u16)], c: char) -> Option<u16> {
    // The tables begin with the most common characters, in order.
    if let Some((own, wide)) = table.get((c as usize).wrapping_sub(0x20))
        && *own == c
    {
        return Some(*wide);
    }
    // Most lookups miss: letters in the table of tabular figures, for example.
    let (first, last) = (table.first()?, table.last()?);
    if c < first.0 || last.0 < c {
        return None;
    }
    table
        .binary_search_by_key(&c, |entry| entry.0)
        .ok()
        .map(|at| table[at].1)
}

/// Height of capital letters, used to center text on a bar.
pub fn cap_height(size: f64) -> f64 {
    f64::from(REGULAR.cap_height) * size / 1000.0
}

/// Height above and below the baseline.
pub fn extent(size: f64) -> (f64, f64) {
    (
        f64::from(REGULAR.ascent) * size / 1000.0 * 0.82,
        f64::from(-REGULAR.descent) * size / 1000.0,
    )
}

/// Breaks a text into lines no wider than `room`; text that does not fit into `most` lines ends in
/// "…".
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&joined, size, weight) <= room {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if lines.len() > most {
            break;
        }
        // A word wider than the room is broken within the word.
        for c in word.chars() {
            line.push(c);
            if width(&line, size, weight) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, c.to_string()));
                if lines.len() > most {
                    break;
                }
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let most = most.max(1);
    if lines.len() > most {
        let rest = lines.split_off(most).join(" ");
        if let Some(last) = lines.last_mut() {
            *last = shorten(&format!("{last} {rest}"), size, weight, room);
        }
    }
    lines
}

/// Shortens a text to fit the room, with "…" where something is left out.
pub fn shorten(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept, size, weight) + width("…", size, weight) > room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ';', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit() {
        let name = "North Carolina Agricultural and Technical State University, STEPs4GROWTH";
        for room in [60.0, 120.0, 300.0] {
            for line in wrap(name, 14.0, Weight::Regular, room, 3) {
                assert!(
                    width(&line, 14.0, Weight::Regular) <= room,
                    "{line} in {room}"
                );
            }
        }
        assert_eq!(wrap(name, 14.0, Weight::Regular, 4000.0, 3), [name]);
    }

    #[test]
    fn a_word_without_spaces_is_broken() {
        let lines = wrap(&"x".repeat(200), 14.0, Weight::Regular, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
    }
}
