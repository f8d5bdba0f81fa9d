//! Text for XML documents.

use crate::paint::backend::entity;

/// Escapes XML's special characters, including `>`, because `]]>` is not allowed in text. Control
/// characters, which XML 1.0 does not allow in any form, are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control.is_control() && control < '\u{80}' => {}
            letter => match entity(letter) {
                Some(entity) => out.push_str(entity),
                None => out.push(letter),
            },
        }
    }
    out
}

/// `<name>text</name>`.
pub(super) fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escape(text))
}
