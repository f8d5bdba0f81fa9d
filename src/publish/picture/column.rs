//! Texts one below the other, each broken into lines.

use crate::scene::measure::{extent, width, wrap};
use crate::scene::{Piece, Role, Text, Weight};

/// How a text looks.
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

    /// From one line to the next.
    pub fn line(self) -> f64 {
        let loose = if self.size > 30.0 { 1.14 } else { 1.35 };
        (self.size * loose).round()
    }

    /// The first of some sizes at which a text needs no more than `most` lines, else the last.
    pub fn fitting(self, sizes: &[f64], text: &str, room: f64, most: usize) -> Self {
        let fits = |size: &f64| {
            let lines = wrap(text, *size, self.weight, room, most + 1);
            let broken = text
                .split_whitespace()
                .any(|word| width(word, *size, self.weight) > room);
            lines.len() <= most && !broken
        };
        let size = sizes.iter().copied().find(fits);
        Self {
            size: size.or(sizes.last().copied()).unwrap_or(self.size),
            ..self
        }
    }
}

/// A column that grows downwards.
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

    /// Adds a text of at most so many lines; what is too long ends in "…".
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

    pub fn skip(&mut self, pixels: f64) {
        self.y += pixels;
    }
}
