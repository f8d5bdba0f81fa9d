//! Text positions in a file, as a text editor counts them.

/// Line and character, both counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    pub line: u64,
    pub character: u64,
}

/// The offsets at which the lines of a text begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
        }
    }

    /// The text position of a byte offset; a byte within a character counts as that character.
    pub(super) fn spot(&self, offset: usize) -> Spot {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset.min(self.text.len()));
        Spot {
            line: line as u64,
            character: before.map_or(0, |before| before.chars().count()) as u64 + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_and_not_bytes() {
        let lines = Lines::of("a\nʻolā x\n");
        let spot = |offset| {
            let Spot { line, character } = lines.spot(offset);
            (line, character)
        };
        assert_eq!(spot(0), (1, 1));
        assert_eq!(spot(2), (2, 1));
        assert_eq!(spot("a\nʻolā ".len()), (2, 6));
        assert_eq!(spot(999), (3, 1));
    }
}
