//! Walks through the text of a page and marks terms in it.
//!
//! The page was written by Leptos just before, so every element is closed and every value quoted;
//! this is not a parser for other HTML.

use super::spell::Spellings;
use std::collections::BTreeSet;

/// Elements whose text is not changed: links and controls, which cannot contain a link; headings;
/// drawings; and quotations.
const QUIET: [&str; 19] = [
    "a",
    "blockquote",
    "button",
    "caption",
    "cite",
    "code",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "legend",
    "nav",
    "option",
    "select",
    "summary",
    "svg",
    "title",
];

/// The same by class.
const QUIET_CLASSES: [&str; 5] = [
    "citation",
    "illustrative",
    "source-row",
    "visually-hidden",
    "wordmark",
];

const VOID: [&str; 9] = [
    "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
];

/// The output for a term, and under an island.
pub trait Pen {
    fn link(&self, term: usize, words: &str) -> String;
    /// A line with the terms of a chart.
    fn line(&self, terms: &[usize]) -> String;
    /// The terms that any answer of the explorer may use.
    fn of_any_answer(&self) -> Vec<usize>;
}

/// The page with its terms marked, and the terms that it uses.
pub fn walk(html: &str, spellings: &Spellings, pen: &dyn Pen) -> (String, BTreeSet<usize>) {
    let mut walk = Walk {
        spellings,
        pen,
        out: String::with_capacity(html.len() + html.len() / 8),
        open: Vec::new(),
        sections: vec![BTreeSet::new()],
        island: None,
        below: None,
        used: BTreeSet::new(),
    };
    let mut rest = html;
    while !rest.is_empty() {
        let len = match rest.strip_prefix('<') {
            None => rest.find('<').unwrap_or(rest.len()),
            Some(inside) if inside.starts_with("!--") => {
                inside.find("-->").map_or(rest.len(), |end| end + 4)
            }
            Some(inside) => 1 + end_of_tag(inside),
        };
        let (part, next) = rest.split_at(len);
        rest = match part {
            part if !part.starts_with('<') => {
                walk.text(part);
                next
            }
            part if part.starts_with("<!") => {
                walk.out.push_str(part);
                next
            }
            tag => walk.tag(tag, next),
        };
    }
    (walk.out, walk.used)
}

/// The end of a tag; a quoted value may contain `>`.
fn end_of_tag(inside: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    inside.len()
}

struct Walk<'a> {
    spellings: &'a Spellings,
    pen: &'a dyn Pen,
    out: String,
    open: Vec<Open>,
    /// The terms marked so far in each open section, the page itself first.
    sections: Vec<BTreeSet<usize>>,
    /// The terms of the open island.
    island: Option<BTreeSet<usize>>,
    /// The terms of the island that has just ended: its line follows its data.
    below: Option<BTreeSet<usize>>,
    used: BTreeSet<usize>,
}

/// An open element.
struct Open {
    name: String,
    is_quiet: bool,
    is_island: bool,
}

impl Walk<'_> {
    /// Copies a tag and returns what follows it. The content of scripts and styles is copied with
    /// it.
    fn tag<'h>(&mut self, tag: &str, rest: &'h str) -> &'h str {
        self.out.push_str(tag);
        if tag.starts_with("</") {
            self.close();
            return rest;
        }
        let name: &str = tag[1..].split([' ', '>', '/']).next().unwrap_or("");
        if name == "script" || name == "style" {
            let end = format!("</{name}>");
            let len = rest.find(&end).map_or(rest.len(), |at| at + end.len());
            self.out.push_str(&rest[..len]);
            self.write_below();
            return &rest[len..];
        }
        if tag.ends_with("/>") || VOID.contains(&name) {
            return rest;
        }
        let class = attribute(tag, "class");
        let has_class = |known: &&str| class.split(' ').any(|own| own == *known);
        let island = attribute(tag, "data-island");
        let is_island = !island.is_empty();
        match island {
            "figure" => self.island = Some(BTreeSet::new()),
            "explorer" => self.island = Some(self.pen.of_any_answer().into_iter().collect()),
            _ => {}
        }
        if name == "section" {
            self.sections.push(BTreeSet::new());
        }
        self.open.push(Open {
            name: name.to_owned(),
            is_quiet: QUIET.contains(&name) || QUIET_CLASSES.iter().any(has_class),
            is_island,
        });
        rest
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop() else {
            return;
        };
        if closed.is_island {
            self.below = self.island.take();
        }
        if closed.name == "section" {
            self.sections.pop();
        }
    }

    fn write_below(&mut self) {
        let Some(words) = self.below.take().filter(|words| !words.is_empty()) else {
            return;
        };
        let terms: Vec<usize> = words.iter().copied().collect();
        self.out.push_str(&self.pen.line(&terms));
        if let Some(section) = self.sections.last_mut() {
            section.extend(&words);
        }
        self.used.extend(words);
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|open| open.name == name)
    }

    fn text(&mut self, text: &str) {
        if !self.is_in("main") {
            self.out.push_str(text);
        } else if self.island.is_some() {
            self.out.push_str(text);
            self.note(text);
        } else if self.open.iter().any(|open| open.is_quiet || open.is_island) {
            self.out.push_str(text);
        } else {
            self.mark(text);
        }
    }

    /// Records the terms in an island's text, without its controls.
    fn note(&mut self, text: &str) {
        let controls = ["button", "form", "label", "option", "select"];
        if controls.iter().any(|name| self.is_in(name)) {
            return;
        }
        let label = self.spellings.label(text.trim());
        let words = self
            .spellings
            .find(text)
            .into_iter()
            .map(|found| found.term);
        if let Some(island) = &mut self.island {
            island.extend(words.chain(label));
        }
    }

    /// Copies a text with its terms marked, each at its first occurrence in its section.
    fn mark(&mut self, text: &str) {
        let inside = text.trim();
        if let Some(term) = self.spellings.label(inside) {
            let start = text.find(inside).unwrap_or(0);
            return self.mark_at(text, &[(start, start + inside.len(), term)]);
        }
        let found = self.spellings.find(text);
        let places: Vec<_> = found.iter().map(|at| (at.from, at.to, at.term)).collect();
        self.mark_at(text, &places);
    }

    fn mark_at(&mut self, text: &str, places: &[(usize, usize, usize)]) {
        let mut done = 0;
        for (from, to, term) in places.iter().copied() {
            let is_first = self
                .sections
                .last_mut()
                .is_some_and(|section| section.insert(term));
            if !is_first {
                continue;
            }
            self.out.push_str(&text[done..from]);
            self.out.push_str(&self.pen.link(term, &text[from..to]));
            self.used.insert(term);
            done = to;
        }
        self.out.push_str(&text[done..]);
    }
}

/// The value of an attribute; empty where there is none.
fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let start = format!(" {name}=\"");
    let value = tag.split_once(&start).map(|(_, rest)| rest);
    value.and_then(|rest| rest.split('"').next()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::{Explained, Glossary};

    struct Brackets;

    impl Pen for Brackets {
        fn link(&self, term: usize, words: &str) -> String {
            format!("[{term}:{words}]")
        }

        fn line(&self, terms: &[usize]) -> String {
            format!("<p>{terms:?}</p>")
        }

        fn of_any_answer(&self) -> Vec<usize> {
            vec![1]
        }
    }

    fn explained(html: &str) -> String {
        let term = |words: &str, label: &str| Explained {
            words: vec![words.to_owned()],
            labels: vec![label.to_owned()],
            ..Explained::default()
        };
        let glossary = Glossary {
            terms: vec![term("median", "Median"), term("placement rate", "Rate")],
            ..Glossary::default()
        };
        walk(
            &format!("<main>{html}</main>"),
            &Spellings::of(&glossary),
            &Brackets,
        )
        .0
        .replace("<main>", "")
        .replace("</main>", "")
    }

    #[test]
    fn a_word_is_marked_once_a_section() {
        assert_eq!(
            explained(
                "<section><p>A median, a median</p></section><section><p>median</p></section>"
            ),
            "<section><p>A [0:median], a median</p></section><section><p>[0:median]</p></section>"
        );
    }

    #[test]
    fn links_headings_controls_drawings_and_quotes_are_left_as_they_are() {
        for html in [
            "<p><a href=\"/x/\">median</a></p>",
            "<h2>median</h2>",
            "<details><summary>median</summary></details>",
            "<svg><text>median</text></svg>",
            "<blockquote><p>median</p></blockquote>",
            "<p title=\"a > median\"></p>",
            "<!-- median -->",
            "<script type=\"application/json\">{\"median\":1}</script>",
        ] {
            assert_eq!(explained(html), html);
        }
    }

    #[test]
    fn a_label_is_marked_where_it_stands_alone() {
        assert_eq!(explained("<th>Rate</th>"), "<th>[1:Rate]</th>");
        assert_eq!(explained("<p>Rate of pay</p>"), "<p>Rate of pay</p>");
    }

    #[test]
    fn what_comes_alive_is_untouched_and_its_words_follow_its_data() {
        let island = "<div data-island=\"figure\"><p>median</p></div><script>{}</script>";
        assert_eq!(explained(island), format!("{island}<p>[0]</p>"));
        let theme = "<div data-island=\"theme\"><p>median</p></div><script>{}</script>";
        assert_eq!(explained(theme), theme);
        let explorer = "<div data-island=\"explorer\"><p>median</p></div><script>{}</script>";
        assert_eq!(explained(explorer), format!("{explorer}<p>[0, 1]</p>"));
    }

    #[test]
    fn nothing_outside_main_is_marked() {
        let spellings = Spellings::of(&Glossary::default());
        let html = "<footer><p>median</p></footer>";
        assert_eq!(walk(html, &spellings, &Brackets).0, html);
    }
}
