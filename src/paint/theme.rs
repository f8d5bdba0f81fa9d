//! Colours where no style sheet gives them: a drawing in a file of its own. In a page, the classes
//! are coloured by `style/chart.css` from the tokens.

use crate::scene::Role;

/// The colour of every role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub grid: Rgb,
    pub axis: Rgb,
    pub ink: Rgb,
    pub ink_soft: Rgb,
    pub mark: Rgb,
    pub series: [Rgb; 6],
    /// Series beyond those that can be told apart.
    pub other: Rgb,
    pub scale: [Rgb; 5],
    pub absent: Rgb,
    pub hatch: Rgb,
    pub ground: Rgb,
}

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

impl Theme {
    /// The light tokens of `style/tokens.scss`.
    pub const LIGHT: Self = Self {
        grid: (0xdf, 0xe1, 0xe2),
        axis: (0x56, 0x5c, 0x65),
        ink: (0x1b, 0x1b, 0x1b),
        ink_soft: (0x56, 0x5c, 0x65),
        mark: (0x00, 0x50, 0xd8),
        series: [
            (0x00, 0x50, 0xd8),
            (0xc0, 0x56, 0x00),
            (0x00, 0x87, 0x4e),
            (0x96, 0x35, 0xd8),
            (0x93, 0x6f, 0x38),
            (0xc8, 0x39, 0x78),
        ],
        other: (0x71, 0x76, 0x7a),
        scale: [
            (0xd9, 0xe8, 0xf6),
            (0xaa, 0xcd, 0xec),
            (0x58, 0xa1, 0xd4),
            (0x00, 0x5e, 0xa2),
            (0x1a, 0x36, 0x5d),
        ],
        absent: (0xed, 0xef, 0xf0),
        hatch: (0x71, 0x76, 0x7a),
        ground: (0xff, 0xff, 0xff),
    };

    /// The colour of a role.
    pub fn of(&self, role: Role) -> Rgb {
        match role {
            Role::Grid => self.grid,
            Role::Axis => self.axis,
            Role::Ink => self.ink,
            Role::InkSoft => self.ink_soft,
            Role::Mark => self.mark,
            Role::Series(at) => self
                .series
                .get(usize::from(at))
                .copied()
                .unwrap_or(self.other),
            Role::Scale(at) => self.scale[usize::from(at).min(self.scale.len() - 1)],
            Role::Absent => self.absent,
            Role::Hatch => self.hatch,
            Role::Ground => self.ground,
            Role::Watermark => self.ink_soft,
            Role::Hit => self.ground,
        }
    }
}

/// The class a style sheet knows a role by.
pub(super) fn class(role: Role) -> &'static str {
    const SERIES: [&str; 6] = ["s1", "s2", "s3", "s4", "s5", "s6"];
    const SCALE: [&str; 5] = ["k1", "k2", "k3", "k4", "k5"];
    match role {
        Role::Grid => "grid",
        Role::Axis => "axis",
        Role::Ink => "ink",
        Role::InkSoft => "soft",
        Role::Mark => "bar",
        Role::Series(at) => SERIES.get(usize::from(at)).copied().unwrap_or("s0"),
        Role::Scale(at) => SCALE[usize::from(at).min(SCALE.len() - 1)],
        Role::Absent => "absent",
        Role::Hatch => "hatch",
        Role::Ground => "ground",
        Role::Watermark => "word",
        Role::Hit => "hit",
    }
}
