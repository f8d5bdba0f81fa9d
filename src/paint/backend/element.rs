//! A drawing as a tree of elements that can be written as SVG or turned into DOM nodes.

use std::borrow::Cow;

/// One element: name, attributes in order, children, text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    pub name: &'static str,
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub children: Vec<Element>,
    pub text: Option<String>,
}

/// The namespace of the elements.
pub const NAMESPACE: &str = "http://www.w3.org/2000/svg";

impl Element {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// The element with one more attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, Cow::Owned(value.into())));
        self
    }

    /// The element with one more attribute whose value is a constant.
    #[must_use]
    pub fn fixed(mut self, name: &'static str, value: &'static str) -> Self {
        self.attributes.push((name, Cow::Borrowed(value)));
        self
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| value.as_ref())
    }

    /// Mutable access to the value of an attribute, for appending to it.
    pub fn attribute_mut(&mut self, name: &str) -> Option<&mut String> {
        self.attributes
            .iter_mut()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| value.to_mut())
    }

    /// Visits this element and all its descendants in drawing order.
    pub fn walk(&self, visit: &mut impl FnMut(&Self)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }

    /// Writes the element for use within a page; a file needs [`Element::to_svg_string`].
    pub fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(out, value);
            out.push('"');
        }
        if self.children.is_empty() && self.text.is_none() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        if let Some(text) = &self.text {
            escape(out, text);
        }
        for child in &self.children {
            child.write(out);
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }

    /// The drawing as a separate SVG file; the same tree gives the same bytes.
    pub fn to_svg_string(&self) -> String {
        let mut out = String::new();
        if self.attribute("xmlns").is_some() {
            self.write(&mut out);
        } else {
            let mut root = self.clone();
            root.attributes
                .insert(0, ("xmlns", Cow::Borrowed(NAMESPACE)));
            root.write(&mut out);
        }
        out
    }
}

/// The entity of a character that markup reserves.
pub fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

/// Text for HTML elements and quoted attributes; every character stays.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match entity(c) {
            Some(entity) => out.push_str(entity),
            None => out.push(c),
        }
    }
    out
}

/// Escapes text for use within an element or a quoted attribute. Characters that XML does not allow
/// are left out.
pub fn escape(out: &mut String, text: &str) {
    let plain = |byte: u8| byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef);
    if text.bytes().all(plain) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => match entity(c) {
                Some(entity) => out.push_str(entity),
                None => out.push(c),
            },
        }
    }
}

/// Hundredths of a pixel as a decimal without redundant zeros: `1250` is `12.5`.
pub fn hundredths(value: i32) -> String {
    let mut out = String::with_capacity(8);
    push_hundredths(&mut out, value);
    out
}

/// Appends such a number.
pub(super) fn push_hundredths(out: &mut String, value: i32) {
    // Sign, ten digits and a point.
    let mut digits = [0_u8; 12];
    let mut at = digits.len();
    let mut push = |digit: u8| {
        at -= 1;
        digits[at] = digit;
    };
    let size = value.unsigned_abs();
    let (mut whole, part) = (size / 100, size % 100);
    if !part.is_multiple_of(10) {
        push(b'0' + (part % 10) as u8);
    }
    if part != 0 {
        push(b'0' + (part / 10) as u8);
        push(b'.');
    }
    loop {
        push(b'0' + (whole % 10) as u8);
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    if value < 0 {
        push(b'-');
    }
    out.extend(digits[at..].iter().map(|byte| char::from(*byte)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [
            (0, "0"),
            (5, "0.05"),
            (-50, "-0.5"),
            (1200, "12"),
            (-1234, "-12.34"),
            (i32::MIN, "-21474836.48"),
            (1_000_000, "10000"),
        ] {
            assert_eq!(hundredths(value), text);
        }
    }

    #[test]
    fn text_is_escaped() {
        let element = Element {
            text: Some("a < b & \"c\"\u{7}".into()),
            ..Element::new("text").with("aria-label", "\"<\n")
        };
        assert_eq!(
            element.to_svg_string(),
            "<text xmlns=\"http://www.w3.org/2000/svg\" aria-label=\"&quot;&lt; \">a &lt; b &amp; &quot;c&quot;</text>"
        );
    }
}
