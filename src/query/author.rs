//! What the author of a report adds to a chart: text only, of limited length, and always
//! distinguished from what the data say. It is part of the address, so that a link, an embed and a
//! file show the same.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The author's own texts and aspect ratio; none of it changes a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// Replaces the generated title, which stays in the alternative text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Aspect ratio (width to height) of the whole picture, such as 16:9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<(u16, u16)>,
    /// Key of a row → annotation at its mark.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub remarks: BTreeMap<String, String>,
}

impl Author {
    /// Maximum length of a title, in characters.
    pub const TITLE: usize = 140;
    /// Maximum length of a note, in characters.
    pub const NOTE: usize = 280;
    /// Maximum length of an annotation, in characters.
    pub const REMARK: usize = 80;
    /// Maximum number of annotations per chart.
    pub const REMARKS: usize = 12;

    /// Whether the author has added nothing.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Adds one annotation; `false` where the maximum is reached.
    pub fn remark(&mut self, key: String, text: &str) -> bool {
        let Some(text) = words(text, Self::REMARK) else {
            return true;
        };
        if self.remarks.len() >= Self::REMARKS && !self.remarks.contains_key(&key) {
            return false;
        }
        self.remarks.insert(key, text);
        true
    }
}

/// Normalizes a text to one line without invisible characters, cut to `most` characters; `None`
/// where nothing is left. Characters that change the writing direction are removed, because they
/// could make a text read differently from what it says.
pub fn words(text: &str, most: usize) -> Option<String> {
    let is_hidden = |c: char| {
        c.is_control() && !c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let seen: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(most).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// Parses "16:9", each number from 1 to 100 and neither more than four times the other.
pub fn ratio(text: &str) -> Option<(u16, u16)> {
    let (wide, high) = text.split_once([':', 'x', '/'])?;
    let (wide, high): (u16, u16) = (wide.trim().parse().ok()?, high.trim().parse().ok()?);
    let fits = |side: u16| (1..=100).contains(&side);
    (fits(wide) && fits(high) && wide <= high * 4 && high <= wide * 4).then_some((wide, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_short_line_that_reads_as_it_stands() {
        assert_eq!(
            words("  a\n b\u{202e}c\u{7}  ", 10).as_deref(),
            Some("a bc")
        );
        assert_eq!(words("abc def", 4).as_deref(), Some("abc"));
        assert_eq!(words(" \u{200b} ", 4), None);
    }

    #[test]
    fn ratios_are_of_pictures_that_can_be_read() {
        for (text, known) in [
            ("16:9", Some((16, 9))),
            ("1x1", Some((1, 1))),
            ("3/4", Some((3, 4))),
            ("9:1", None),
            ("0:1", None),
            ("16", None),
            ("a:b", None),
        ] {
            assert_eq!(ratio(text), known, "{text}");
        }
    }

    #[test]
    fn remarks_are_few_and_short() {
        let mut author = Author::default();
        for at in 0..Author::REMARKS {
            assert!(author.remark(format!("k{at}"), &"x".repeat(200)));
        }
        assert!(!author.remark("one more".into(), "no"));
        assert!(author.remark("k0".into(), "again"));
        assert_eq!(author.remarks["k1"].len(), Author::REMARK);
    }
}
