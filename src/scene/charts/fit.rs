//! Fits a text into a narrow space completely, or not at all.

use crate::scene::measure::{Weight, width};

/// Breaks a text between words into at most `most` lines that fit; `None` where a word is wider
/// than the room, or there are too many lines.
pub fn lines(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if width(word, size, weight) > room {
            return None;
        }
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined.filter(|joined| width(joined, size, weight) <= room) {
            Some(joined) => *lines.last_mut()? = joined,
            None if lines.len() == most => return None,
            None => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole() {
        let of = |room: f64, most| lines("not yet reported", 12.0, Weight::Regular, room, most);
        assert_eq!(of(200.0, 1).unwrap(), ["not yet reported"]);
        assert_eq!(of(60.0, 3).unwrap(), ["not yet", "reported"]);
        assert_eq!(of(60.0, 1), None);
        assert_eq!(of(20.0, 3), None);
    }
}
