//! What the author of a report says over a chart: text only, of limited length, and always told from what the
//! data say. It stands in the address, so that a link, an embed and a file show the same.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The author's own words and shape; nothing of it changes a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// In place of the generated title, which stays in the alternative text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Width to height of the whole picture, such as 16:9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<(u16, u16)>,
    /// Key of a row → a remark at its mark.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub remarks: BTreeMap<String, String>,
}

impl Author {
    /// Keys of an address by which an author of a report changes how a chart is shown, besides `remark.<key>`.
    pub const KEYS: [&str; 6] = ["title", "note", "ratio", "sort", "top", "highlight"];
    /// Longest title, in characters.
    pub const TITLE: usize = 140;
    /// Longest note, in characters.
    pub const NOTE: usize = 280;
    /// Longest remark, in characters.
    pub const REMARK: usize = 80;
    /// Most remarks of one chart.
    pub const REMARKS: usize = 12;

    /// Nothing is the author's.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Adds one remark; `false` where there is no room for another.
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

/// Text on one line, without what cannot be seen, cut to so many characters; `None` where nothing is left.
/// Characters that turn the direction of writing are left out, since they could make words read otherwise
/// than they stand.
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

/// "16:9", each from 1 to 100 and neither more than four times the other.
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
