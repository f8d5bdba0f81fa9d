//! The blocks of a story. No block contains markup: only text and links are shown.

use super::{Directive, Spot, Target};

/// One block of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Level 2 to 4: the story's title is the first.
    Heading {
        level: u8,
        /// The target of links to it; unique within the story.
        anchor: String,
        text: Vec<Inline>,
    },
    Paragraph {
        text: Vec<Inline>,
        at: Spot,
    },
    List {
        /// The first number of an ordered list.
        first: Option<u64>,
        items: Vec<Item>,
    },
    Quote {
        blocks: Vec<Block>,
        at: Spot,
    },
    Code(String),
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
        at: Spot,
    },
    Rule,
    /// A figure, a picture or another story.
    Placed {
        directive: Directive,
        at: Spot,
    },
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub blocks: Vec<Block>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Code(String),
    Link {
        to: Target,
        text: Vec<Inline>,
    },
    Claim(Claim),
    /// The number of a footnote, counted from 1.
    Note(usize),
    Break,
}

/// Words that refer to a published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub id: String,
    /// The words in the story.
    pub written: String,
    /// The story refers to an earlier value: a newer figure is not a fault.
    pub is_history: bool,
    pub at: Spot,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub name: String,
    pub blocks: Vec<Block>,
    pub at: Spot,
}

/// The words of a line without its links.
pub fn words(text: &[Inline]) -> String {
    let mut out = String::new();
    for part in text {
        match part {
            Inline::Text(words) | Inline::Code(words) => out.push_str(words),
            Inline::Emphasis(parts) | Inline::Strong(parts) | Inline::Link { text: parts, .. } => {
                out.push_str(&self::words(parts));
            }
            Inline::Claim(claim) => out.push_str(&claim.written),
            Inline::Note(_) => {}
            Inline::Break => out.push(' '),
        }
    }
    out
}

/// Visits every inline element of some blocks, at all depths.
pub fn each_inline<'b>(blocks: &'b [Block], visit: &mut dyn FnMut(&'b Inline)) {
    fn line<'b>(text: &'b [Inline], visit: &mut dyn FnMut(&'b Inline)) {
        for part in text {
            visit(part);
            if let Inline::Emphasis(parts)
            | Inline::Strong(parts)
            | Inline::Link { text: parts, .. } = part
            {
                line(parts, visit);
            }
        }
    }
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => line(text, visit),
            Block::List { items, .. } => {
                for item in items {
                    each_inline(&item.blocks, visit);
                }
            }
            Block::Quote { blocks, .. } => each_inline(blocks, visit),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    line(cell, visit);
                }
            }
            Block::Code(_) | Block::Rule | Block::Placed { .. } => {}
        }
    }
}

impl super::Story {
    /// Every claim of the text and its notes, in order.
    pub fn claims(&self) -> Vec<&Claim> {
        let mut found = Vec::new();
        let notes = self.notes.iter().map(|note| &note.blocks);
        for blocks in std::iter::once(&self.blocks).chain(notes) {
            each_inline(blocks, &mut |part| {
                if let Inline::Claim(claim) = part {
                    found.push(claim);
                }
            });
        }
        found
    }

    /// Every directive with its text position, in order.
    pub fn placed(&self) -> Vec<(&Directive, Spot)> {
        fn of<'b>(blocks: &'b [Block], found: &mut Vec<(&'b Directive, Spot)>) {
            for block in blocks {
                match block {
                    Block::Placed { directive, at } => found.push((directive, *at)),
                    Block::Quote { blocks, .. } => of(blocks, found),
                    Block::List { items, .. } => {
                        items.iter().for_each(|item| of(&item.blocks, found));
                    }
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        of(&self.blocks, &mut found);
        found
    }
}
