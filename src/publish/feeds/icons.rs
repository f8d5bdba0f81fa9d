//! The site's mark: counts that grow towards an aim which they have not been measured against.
//!
//! One drawing at every size. Pictures for home screens fill their whole square, since every system
//! cuts its own corners; the one that may be cut to a circle keeps the mark within the middle.

use crate::paint::{Rgb, Theme};

/// A picture to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Of the PNG file, below the base of the site.
    pub path: String,
    /// The drawing, an SVG document of `size` by `size` pixels without transparent parts.
    pub svg: String,
    pub size: u32,
    /// A system may cut it to any shape that holds the middle four fifths.
    pub maskable: bool,
}

/// How home screens of Apple's systems find theirs.
pub const TOUCH_ICON: &str = "icons/apple-touch-icon.png";

/// The side of the square that the mark is drawn on.
const SIDE: f32 = 32.0;

/// Every picture that a home screen or a tab may ask for besides `favicon.svg`.
pub fn icons() -> Vec<Icon> {
    let icon = |path: &str, size, share, maskable| Icon {
        path: path.to_owned(),
        svg: drawing(size, 0.0, share),
        size,
        maskable,
    };
    vec![
        icon("icons/icon-192.png", 192, 1.0, false),
        icon("icons/icon-512.png", 512, 1.0, false),
        icon("icons/icon-maskable-512.png", 512, 0.75, true),
        icon(TOUCH_ICON, 180, 0.9, false),
    ]
}

/// `public/favicon.svg`, with corners of its own, since a tab cuts none.
pub fn favicon() -> String {
    drawing(32, 7.0, 1.0) + "\n"
}

/// The mark takes `share` of the square's side.
fn drawing(size: u32, corner: f32, share: f32) -> String {
    let margin = SIDE * (1.0 - share) / 2.0;
    let place = match share {
        1.0 => String::new(),
        _ => format!(" transform=\"translate({margin} {margin}) scale({share})\""),
    };
    let corner = match corner {
        0.0 => String::new(),
        corner => format!(" rx=\"{corner}\""),
    };
    // The figures stand on one ground; the aim is a broken line above them.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\" \
         width=\"{size}\" height=\"{size}\"><rect width=\"{SIDE}\" height=\"{SIDE}\"{corner} \
         fill=\"{ground}\"/><g{place}><path d=\"M6 26v-7h5v7zM13.5 26V15h5v11zM21 26V11h5v15z\" \
         fill=\"{figure}\"/><path d=\"M6 5h5v3H6zM13.5 5h5v3h-5zM21 5h5v3h-5z\" \
         fill=\"{aim}\"/></g></svg>",
        ground = hex(Theme::LIGHT.mark),
        figure = hex(Theme::LIGHT.ground),
        aim = hex(Theme::DARK.series[4]),
    )
}

pub(super) fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
