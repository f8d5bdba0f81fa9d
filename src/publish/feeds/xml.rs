//! Text as it may stand in an XML document.

/// Escapes what XML reads as its own, `>` too, since `]]>` may not stand in a text. Control
/// characters, which no escape brings into XML 1.0, are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control.is_control() && control < '\u{80}' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// `<name>text</name>`.
pub(super) fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escape(text))
}
