//! Texts in a column, each broken into lines.

use crate::scene::measure::{extent, width, wrap};
use crate::scene::{Piece, Role, Text, Weight};

/// The style of a text.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub size: f64,
    pub weight: Weight,
    pub role: Role,
}

impl Style {
    pub const fn plain(size: f64, role: Role) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            role,
        }
    }

    pub const fn strong(size: f64, role: Role) -> Self {
        Self {
            weight: Weight::Strong,
            ..Self::plain(size, role)
        }
    }

    /// Line height, in px.
    pub fn line(self) -> f64 {
        let loose = if self.size >= 30.0 { 1.14 } else { 1.35 };
        (self.size * loose).round()
    }

    /// The first of some sizes at which a text fits into its room, otherwise the last. No word may
    /// be broken.
    pub fn fitting(
        self,
        sizes: &[f64],
        text: &str,
        room: f64,
        has_room: impl Fn(Self, usize) -> bool,
    ) -> Self {
        let mut styles = sizes.iter().map(|size| Self {
            size: *size,
            ..self
        });
        let fits = |style: &Self| {
            let words = text.split_whitespace();
            let mut widths = words.map(|word| width(word, style.size, style.weight));
            widths.all(|wide| wide <= room) && has_room(*style, style.lines(text, room))
        };
        let last = styles.clone().next_back();
        styles.find(fits).or(last).unwrap_or(self)
    }

    /// Number of lines that a text takes.
    pub fn lines(self, text: &str, room: f64) -> usize {
        wrap(text, self.size, self.weight, room, usize::MAX - 1).len()
    }
}

/// Step by which narrower columns are tried, in px.
const STEP: f64 = 8.0;

/// A column that grows downward.
#[derive(Clone, Debug)]
pub struct Column {
    pub x: f64,
    pub y: f64,
    pub room: f64,
    pub pieces: Vec<Piece>,
}

impl Column {
    pub fn new(x: f64, y: f64, room: f64) -> Self {
        Self {
            x,
            y,
            room,
            pieces: Vec::new(),
        }
    }

    /// Adds a text of at most `most` lines; a longer text ends in "…".
    pub fn say(&mut self, text: &str, style: Style, most: usize) {
        let (above, below) = extent(style.size);
        let line = style.line();
        for words in wrap(text, style.size, style.weight, self.room, most) {
            let baseline = self.y + (line - above - below) / 2.0 + above;
            let mut text = Text::new(words, self.x, baseline, style.size);
            text.weight = style.weight;
            self.pieces.push(text.piece(style.role));
            self.y += line;
        }
    }

    /// The same with lines of similar length, so that no word is alone on the last line.
    pub fn say_evenly(&mut self, text: &str, style: Style, most: usize) {
        let lines = |room| wrap(text, style.size, style.weight, room, most);
        let (wanted, room) = (lines(self.room), self.room);
        let mut narrow = room;
        while narrow > room / 2.0 {
            let tried = lines(narrow - STEP);
            // A narrower column must not shorten the text or break a word.
            let words = |lines: &[String]| lines.join(" ");
            if tried.len() > wanted.len() || words(&tried) != words(&wanted) {
                break;
            }
            narrow -= STEP;
        }
        self.room = narrow;
        self.say(text, style, most);
        self.room = room;
    }

    pub fn skip(&mut self, pixels: f64) {
        self.y += pixels;
    }
}
