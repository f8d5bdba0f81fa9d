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
    /// The light tokens of `style/tokens.scss` (`tests/theme.rs` holds them together).
    pub const LIGHT: Self = Self {
        grid: (0xdf, 0xe1, 0xe2),
        axis: (0x56, 0x5c, 0x65),
        ink: (0x1b, 0x1b, 0x1b),
        ink_soft: (0x56, 0x5c, 0x65),
        mark: (0x00, 0x5e, 0xa2),
        series: [
            (0x00, 0x5e, 0xa2),
            (0xc0, 0x56, 0x00),
            (0x00, 0x88, 0x17),
            (0x93, 0x55, 0xdc),
            (0x93, 0x6f, 0x38),
            (0xd7, 0x2d, 0x79),
        ],
        other: (0x71, 0x76, 0x7a),
        scale: [
            (0xd9, 0xe8, 0xf6),
            (0xaa, 0xcd, 0xec),
            (0x4f, 0x97, 0xd1),
            (0x2c, 0x60, 0x8a),
            (0x1f, 0x30, 0x3e),
        ],
        absent: (0xed, 0xef, 0xf0),
        hatch: (0x71, 0x76, 0x7a),
        ground: (0xff, 0xff, 0xff),
    };

    /// The dark tokens of `style/tokens.scss`.
    pub const DARK: Self = Self {
        grid: (0x45, 0x45, 0x45),
        axis: (0xc6, 0xca, 0xce),
        ink: (0xed, 0xef, 0xf0),
        ink_soft: (0xc6, 0xca, 0xce),
        mark: (0x58, 0xb4, 0xff),
        series: [
            (0x58, 0xb4, 0xff),
            (0xfa, 0x94, 0x41),
            (0x21, 0xc8, 0x34),
            (0xc3, 0x9d, 0xeb),
            (0xff, 0xbe, 0x2e),
            (0xff, 0x87, 0xb2),
        ],
        other: (0x8d, 0x92, 0x97),
        scale: [
            (0x11, 0x2f, 0x4e),
            (0x0b, 0x47, 0x78),
            (0x00, 0x5e, 0xa2),
            (0x4f, 0x97, 0xd1),
            (0xaa, 0xcd, 0xec),
        ],
        absent: (0x2e, 0x2e, 0x2e),
        hatch: (0x8d, 0x92, 0x97),
        ground: (0x1c, 0x1d, 0x1f),
    };

    /// Greys on white: little ink, and apart on any printer.
    pub const PRINT: Self = Self {
        grid: (0xdd, 0xdd, 0xdd),
        axis: (0x44, 0x44, 0x44),
        ink: (0x00, 0x00, 0x00),
        ink_soft: (0x44, 0x44, 0x44),
        mark: (0x55, 0x55, 0x55),
        series: [
            (0x22, 0x22, 0x22),
            (0x8c, 0x8c, 0x8c),
            (0x55, 0x55, 0x55),
            (0xa6, 0xa6, 0xa6),
            (0x3d, 0x3d, 0x3d),
            (0x72, 0x72, 0x72),
        ],
        other: (0x99, 0x99, 0x99),
        scale: [
            (0xe6, 0xe6, 0xe6),
            (0xc4, 0xc4, 0xc4),
            (0x99, 0x99, 0x99),
            (0x66, 0x66, 0x66),
            (0x2b, 0x2b, 0x2b),
        ],
        absent: (0xf4, 0xf4, 0xf4),
        hatch: (0x66, 0x66, 0x66),
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
pub fn class(role: Role) -> &'static str {
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
