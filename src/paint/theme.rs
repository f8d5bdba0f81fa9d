//! Colors of a drawing in a separate file, which has no style sheet. In a page, `style/chart.css`
//! colors the classes from the tokens.

use super::backend::Rgb;
use crate::scene::Role;

/// The color of every role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub grid: Rgb,
    pub axis: Rgb,
    pub ink: Rgb,
    pub ink_soft: Rgb,
    pub mark: Rgb,
    pub series: [Rgb; 6],
    /// Series beyond those that can be distinguished.
    pub other: Rgb,
    pub scale: [Rgb; 5],
    pub absent: Rgb,
    pub hatch: Rgb,
    pub ground: Rgb,
}

impl Theme {
    /// The light tokens of `style/tokens.scss` (`tests/theme.rs` checks that they agree).
    pub const LIGHT: Self = Self {
        grid: (0xdf, 0xe1, 0xe2),
        axis: (0x56, 0x5c, 0x65),
        ink: (0x1b, 0x1b, 0x1b),
        ink_soft: (0x56, 0x5c, 0x65),
        mark: (0x00, 0x5e, 0xa2),
        series: [
            (0x00, 0x5e, 0xa2),
            (0xc0, 0x56, 0x00),
            (0x00, 0x86, 0x59),
            (0x71, 0x1e, 0x6c),
            (0x8b, 0x0a, 0x03),
            (0xfd, 0x44, 0x96),
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
            (0xfc, 0x90, 0x6d),
            (0x00, 0xa9, 0x1c),
            (0xe2, 0xbe, 0xe4),
            (0xfa, 0xce, 0x00),
            (0xfd, 0x44, 0x96),
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

    /// Grays on white: little ink, and distinguishable on any printer.
    pub const PRINT: Self = Self {
        grid: (0xc9, 0xc9, 0xc9),
        axis: (0x45, 0x45, 0x45),
        ink: (0x00, 0x00, 0x00),
        ink_soft: (0x45, 0x45, 0x45),
        mark: (0x5c, 0x5c, 0x5c),
        series: [
            (0x2e, 0x2e, 0x2e),
            (0x91, 0x91, 0x91),
            (0x5c, 0x5c, 0x5c),
            (0x00, 0x00, 0x00),
            (0x75, 0x75, 0x75),
            (0x45, 0x45, 0x45),
        ],
        other: (0x5c, 0x5c, 0x5c),
        scale: [
            (0xc9, 0xc9, 0xc9),
            (0xad, 0xad, 0xad),
            (0x91, 0x91, 0x91),
            (0x5c, 0x5c, 0x5c),
            (0x2e, 0x2e, 0x2e),
        ],
        absent: (0xf0, 0xf0, 0xf0),
        hatch: (0x5c, 0x5c, 0x5c),
        ground: (0xff, 0xff, 0xff),
    };

    /// More contrast on a light background.
    pub const CONTRAST: Self = Self {
        grid: (0x71, 0x76, 0x7a),
        axis: (0x00, 0x00, 0x00),
        ink: (0x00, 0x00, 0x00),
        ink_soft: (0x2e, 0x2e, 0x2e),
        mark: (0x1a, 0x44, 0x80),
        series: [
            (0x00, 0x50, 0xd8),
            (0xc0, 0x56, 0x00),
            (0x00, 0x86, 0x59),
            (0x54, 0x27, 0x8f),
            (0xb5, 0x09, 0x09),
            (0xab, 0x21, 0x65),
        ],
        other: (0x00, 0x00, 0x00),
        scale: [
            (0xd9, 0xe8, 0xf6),
            (0xaa, 0xcd, 0xec),
            (0x4f, 0x97, 0xd1),
            (0x00, 0x5e, 0xa2),
            (0x16, 0x2e, 0x51),
        ],
        absent: (0xed, 0xef, 0xf0),
        hatch: (0x00, 0x00, 0x00),
        ground: (0xff, 0xff, 0xff),
    };

    /// More contrast on a dark background.
    pub const CONTRAST_DARK: Self = Self {
        grid: (0x71, 0x76, 0x7a),
        axis: (0xff, 0xff, 0xff),
        ink: (0xff, 0xff, 0xff),
        ink_soft: (0xdf, 0xe1, 0xe2),
        mark: (0x58, 0xb4, 0xff),
        series: [
            (0x58, 0xb4, 0xff),
            (0xf0, 0x98, 0x60),
            (0x0c, 0xed, 0xa6),
            (0xfb, 0xdc, 0xff),
            (0xfa, 0xce, 0x00),
            (0xfd, 0x44, 0x96),
        ],
        other: (0xff, 0xff, 0xff),
        scale: [
            (0x1f, 0x30, 0x3e),
            (0x0b, 0x47, 0x78),
            (0x00, 0x76, 0xd6),
            (0x58, 0xb4, 0xff),
            (0xcf, 0xe8, 0xff),
        ],
        absent: (0x2e, 0x2e, 0x2e),
        hatch: (0xff, 0xff, 0xff),
        ground: (0x00, 0x00, 0x00),
    };

    /// Every theme, with its name.
    pub const ALL: [(&'static str, Self); 5] = [
        ("light", Self::LIGHT),
        ("dark", Self::DARK),
        ("print", Self::PRINT),
        ("contrast", Self::CONTRAST),
        ("contrast-dark", Self::CONTRAST_DARK),
    ];

    /// The theme with a name from [`Theme::ALL`].
    pub fn named(name: &str) -> Option<&'static Self> {
        let mut all = Self::ALL.iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, theme)| theme)
    }

    /// The color of a role.
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

/// The class of a role in a style sheet.
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
