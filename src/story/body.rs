//! Converts the parser's events to blocks. The stack is an explicit one, so that deep nesting
//! cannot overflow the call stack; content nested too deeply is left out and reported.

use super::block::{Block, Claim, Inline, Item, Note, words};
use super::spot::{Lines, Spot};
use super::{Directive, MOST_DEEP, Target};
use crate::problem::{Fault, Place, Problem, StoryFault};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use std::collections::BTreeMap;
use std::ops::Range;

/// The title of a link that refers to an earlier value of a figure.
const HISTORY: &str = "history";
/// The maximum length of a quoted text in a message, in characters.
const QUOTED: usize = 60;

/// The blocks of the text that begins at byte `start`, and its footnotes.
pub(super) fn read(
    text: &str,
    start: usize,
    lines: &Lines,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> (Vec<Block>, Vec<Note>) {
    let body = &text[start..];
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader {
        body,
        start,
        lines,
        place,
        problems,
        stack: vec![Open::default()],
        left_out: 0,
        anchors: BTreeMap::new(),
        numbers: BTreeMap::new(),
        notes: Vec::new(),
    };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.done()
}

/// An open tag, and its content so far.
#[derive(Default)]
struct Open {
    as_what: What,
    range: Range<usize>,
    blocks: Vec<Block>,
    text: Vec<Inline>,
    /// Where the pending text began.
    text_at: Option<usize>,
    items: Vec<Item>,
    cells: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
    head: Vec<Vec<Inline>>,
}

#[derive(Default)]
enum What {
    /// Only its content is used.
    #[default]
    Plain,
    Paragraph,
    Heading(u8),
    Quote,
    Code,
    /// Markup, which becomes text.
    Markup,
    List(Option<u64>),
    Item,
    Table,
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Link {
        address: String,
        title: String,
    },
    Picture,
    Note(String),
}

struct Reader<'a, 't> {
    body: &'t str,
    /// Byte offset of the body in the file.
    start: usize,
    lines: &'a Lines<'t>,
    place: &'a Place,
    problems: &'a mut Vec<Problem>,
    stack: Vec<Open>,
    /// The number of open tags within one that was left out.
    left_out: usize,
    anchors: BTreeMap<String, usize>,
    /// The number of each footnote, by name.
    numbers: BTreeMap<String, usize>,
    notes: Vec<Note>,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(_) if self.left_out > 0 => self.left_out += 1,
            Event::End(_) if self.left_out > 0 => self.left_out -= 1,
            _ if self.left_out > 0 => {}
            Event::Start(_) if self.stack.len() > MOST_DEEP => {
                self.left_out = 1;
                let limit = MOST_DEEP as u32;
                self.tell(range.start, StoryFault::TooDeep { limit });
            }
            Event::Start(tag) => self.open(tag, range),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text, range.start),
            Event::Code(text) => self.inline(Inline::Code(text.to_string()), range.start),
            Event::Html(text) | Event::InlineHtml(text) => {
                let found = quoted(text.trim());
                if !found.is_empty() {
                    self.tell(range.start, StoryFault::Markup { found });
                }
                self.text(&text, range.start);
            }
            Event::FootnoteReference(name) => self.reference(&name, range.start),
            Event::SoftBreak => self.text(" ", range.start),
            Event::HardBreak => self.inline(Inline::Break, range.start),
            Event::Rule => self.block(Block::Rule),
            // Not enabled in the parser; as text they do no harm.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range.start),
            Event::TaskListMarker(_) => {}
        }
    }

    fn spot(&self, offset: usize) -> Spot {
        self.lines.spot(self.start + offset)
    }

    fn tell(&mut self, offset: usize, fault: StoryFault) {
        let Spot { line, character } = self.spot(offset);
        let place = self.place.spot(line, character);
        self.problems.push(Problem::new(place, Fault::Story(fault)));
    }

    fn top(&mut self) -> &mut Open {
        if self.stack.is_empty() {
            self.stack.push(Open::default());
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn open(&mut self, tag: Tag, range: Range<usize>) {
        let as_what = match tag {
            Tag::Paragraph => What::Paragraph,
            Tag::Heading { level, .. } => What::Heading(match level {
                HeadingLevel::H1 | HeadingLevel::H2 => 2,
                HeadingLevel::H3 => 3,
                _ => 4,
            }),
            Tag::BlockQuote(_) => What::Quote,
            Tag::CodeBlock(_) => What::Code,
            Tag::HtmlBlock => What::Markup,
            Tag::List(first) => What::List(first),
            Tag::Item => What::Item,
            Tag::FootnoteDefinition(name) => What::Note(name.to_string()),
            Tag::Table(_) => What::Table,
            Tag::TableHead => What::Head,
            Tag::TableRow => What::Row,
            Tag::TableCell => What::Cell,
            Tag::Emphasis => What::Emphasis,
            Tag::Strong => What::Strong,
            Tag::Link {
                dest_url, title, ..
            } => What::Link {
                address: dest_url.to_string(),
                title: title.to_string(),
            },
            Tag::Image { .. } => {
                self.tell(range.start, StoryFault::PictureInText);
                What::Picture
            }
            _ => What::Plain,
        };
        self.stack.push(Open {
            as_what,
            range,
            ..Open::default()
        });
    }

    fn text(&mut self, text: &str, at: usize) {
        let open = self.top();
        open.text_at.get_or_insert(at);
        match open.text.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ => open.text.push(Inline::Text(text.to_owned())),
        }
    }

    fn inline(&mut self, part: Inline, at: usize) {
        let open = self.top();
        open.text_at.get_or_insert(at);
        open.text.push(part);
    }

    /// Appends a block; pending text without a paragraph of its own becomes one.
    fn block(&mut self, block: Block) {
        self.settle();
        self.top().blocks.push(block);
    }

    fn settle(&mut self) {
        let at = self.top().text_at.take();
        let text = std::mem::take(&mut self.top().text);
        if text
            .iter()
            .all(|part| matches!(part, Inline::Text(text) if text.trim().is_empty()))
        {
            return;
        }
        let at = self.spot(at.unwrap_or_default());
        self.top().blocks.push(Block::Paragraph { text, at });
    }

    fn reference(&mut self, name: &str, at: usize) {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        self.inline(Inline::Note(number), at);
    }

    fn close(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let is_container = matches!(
            self.top().as_what,
            What::Quote | What::Item | What::Note(_) | What::Markup | What::Plain
        );
        if is_container {
            self.settle();
        }
        let Some(open) = self.stack.pop() else {
            return;
        };
        let at = open.range.start;
        match open.as_what {
            What::Plain | What::Markup => {
                for block in open.blocks {
                    self.block(block);
                }
            }
            What::Paragraph => self.paragraph(open.text, open.range),
            What::Heading(level) => {
                let anchor = self.anchor(&words(&open.text));
                self.block(Block::Heading {
                    level,
                    anchor,
                    text: open.text,
                });
            }
            What::Quote => {
                let at = self.spot(at);
                self.block(Block::Quote {
                    blocks: open.blocks,
                    at,
                });
            }
            What::Code => self.block(Block::Code(words(&open.text))),
            What::List(first) => self.block(Block::List {
                first,
                items: open.items,
            }),
            What::Item => self.top().items.push(Item {
                blocks: open.blocks,
            }),
            What::Table => {
                let at = self.spot(at);
                self.block(Block::Table {
                    head: open.head,
                    rows: open.rows,
                    at,
                });
            }
            What::Head => self.top().head = open.cells,
            What::Row => self.top().rows.push(open.cells),
            What::Cell => self.top().cells.push(open.text),
            What::Emphasis => self.inline(Inline::Emphasis(open.text), at),
            What::Strong => self.inline(Inline::Strong(open.text), at),
            What::Link { address, title } => self.link(&address, &title, open.text, at),
            What::Picture => {
                for part in open.text {
                    self.inline(part, at);
                }
            }
            What::Note(name) => {
                let at = self.spot(at);
                self.notes.push(Note {
                    name,
                    blocks: open.blocks,
                    at,
                });
            }
        }
    }

    /// A paragraph, or the directive on a line that begins with `::`.
    fn paragraph(&mut self, text: Vec<Inline>, range: Range<usize>) {
        let at = self.spot(range.start);
        let raw = self.body.get(range.clone()).unwrap_or_default();
        if !raw.starts_with("::") {
            for found in lost_notes(&words(&text)) {
                self.tell(range.start, StoryFault::UnknownNote { found });
            }
            return self.block(Block::Paragraph { text, at });
        }
        match Directive::read(raw) {
            Ok(directive) => self.block(Block::Placed { directive, at }),
            Err(fault) => {
                self.tell(range.start, fault);
                self.block(Block::Paragraph { text, at });
            }
        }
    }

    fn link(&mut self, address: &str, title: &str, text: Vec<Inline>, at: usize) {
        if let Some(id) = address.strip_prefix("claim:") {
            let claim = Claim {
                id: id.to_owned(),
                written: words(&text).trim().to_owned(),
                is_history: title == HISTORY,
                at: self.spot(at),
            };
            return self.inline(Inline::Claim(claim), at);
        }
        match Target::read(address) {
            Some(to) => self.inline(Inline::Link { to, text }, at),
            None => {
                let found = quoted(address);
                self.tell(at, StoryFault::Link { found });
                for part in text {
                    match part {
                        Inline::Text(words) => self.text(&words, at),
                        other => self.inline(other, at),
                    }
                }
            }
        }
    }

    /// A unique anchor from a text; a repeated one gets a number.
    fn anchor(&mut self, words: &str) -> String {
        let letters = words.to_lowercase();
        let parts: Vec<&str> = letters
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .take(8)
            .collect();
        let anchor = format!("s-{}", parts.join("-"));
        let count = self.anchors.entry(anchor.clone()).or_insert(0);
        *count += 1;
        match count {
            1 => anchor,
            count => format!("{anchor}-{count}"),
        }
    }

    /// The blocks, and the footnotes in the order in which the text refers to them.
    fn done(mut self) -> (Vec<Block>, Vec<Note>) {
        while self.stack.len() > 1 {
            self.close();
        }
        self.settle();
        let blocks = std::mem::take(&mut self.top().blocks);
        let mut written: BTreeMap<String, Note> = BTreeMap::new();
        for note in std::mem::take(&mut self.notes) {
            if self.numbers.contains_key(&note.name) {
                written.entry(note.name.clone()).or_insert(note);
            } else {
                self.tell_at(note.at, StoryFault::UnusedNote { found: note.name });
            }
        }
        let mut named: Vec<(&String, &usize)> = self.numbers.iter().collect();
        named.sort_by_key(|(_, number)| **number);
        let notes = named.into_iter().map(|(name, _)| {
            written.remove(name).unwrap_or(Note {
                name: name.clone(),
                blocks: Vec::new(),
                at: Spot::default(),
            })
        });
        (blocks, notes.collect())
    }

    fn tell_at(&mut self, at: Spot, fault: StoryFault) {
        let place = self.place.spot(at.line, at.character);
        self.problems.push(Problem::new(place, Fault::Story(fault)));
    }
}

/// Names of footnotes that are not defined: the parser leaves `[^name]` as text.
fn lost_notes(text: &str) -> Vec<String> {
    let after = text.split("[^").skip(1);
    after
        .filter_map(|rest| Some(quoted(rest.split_once(']')?.0)))
        .collect()
}

/// The beginning of a text, for quoting in a message.
fn quoted(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
