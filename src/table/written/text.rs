//! One cell of an imported table, read as a text.

use super::words::is_blank;
use std::borrow::Cow;

/// A text as it is seen: white space as one ordinary space, and nothing that has no width. Texts that look alike are
/// one group. Marks that change the direction of what follows are closed within the text.
pub fn plain_text(cell: &str) -> Cow<'_, str> {
    let is_plain = |mark: char| !(is_blank(mark) && mark != ' ' || has_no_width(mark));
    let is_seen = cell.chars().all(is_plain) && !cell.contains("  ");
    let text = match is_seen {
        true => Cow::Borrowed(cell),
        false => Cow::Owned(seen(cell)),
    };
    match text.chars().any(turns) {
        true => Cow::Owned(isolated(&text)),
        false => text,
    }
}

fn seen(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for mark in cell.chars().filter(|mark| !has_no_width(*mark)) {
        match is_blank(mark) {
            true if text.ends_with(' ') => {}
            true => text.push(' '),
            false => text.push(mark),
        }
    }
    text
}

/// Zero-width space, word joiner, soft hyphen, byte order mark. Joiners stay: they change the shape of letters.
fn has_no_width(mark: char) -> bool {
    matches!(mark, '\u{200b}' | '\u{2060}' | '\u{ad}' | '\u{feff}')
}

/// Marks that set the direction of all text up to their end.
fn turns(mark: char) -> bool {
    matches!(mark, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text between marks that isolate it. What is open at its end is closed by the last of them, and an end without
/// a beginning is left out.
fn isolated(text: &str) -> String {
    const FIRST_STRONG: char = '\u{2068}';
    const POP: char = '\u{2069}';
    let mut out = String::from(FIRST_STRONG);
    let mut open = 0;
    for mark in text.chars() {
        match mark {
            '\u{2066}'..='\u{2068}' => open += 1,
            POP if open == 0 => continue,
            POP => open -= 1,
            _ => {}
        }
        out.push(mark);
    }
    for _ in 0..=open {
        out.push(POP);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_alike_are_one() {
        for text in ["New York", "New\u{a0}York", "New  York", "New Yo\u{200b}rk"] {
            assert_eq!(plain_text(text), "New York", "{text:?}");
        }
        assert_eq!(plain_text("a\nb"), "a\nb");
    }

    #[test]
    fn direction_marks_end_within_their_text() {
        assert_eq!(plain_text("\u{202e}abc"), "\u{2068}\u{202e}abc\u{2069}");
        assert_eq!(
            plain_text("a\u{2069}b\u{2067}c"),
            "\u{2068}ab\u{2067}c\u{2069}\u{2069}"
        );
        assert_eq!(plain_text("\u{5d0}b"), "\u{5d0}b");
    }
}
