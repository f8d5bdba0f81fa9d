//! The site icon: rising bars below a dashed target line.
//!
//! One drawing at every size. Icons for home screens fill their whole square, because every system
//! cuts its own corners; the one that may be cut to a circle keeps the drawing in the middle.

use crate::paint::{Rgb, Theme};

/// An icon to be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Path of the PNG file, below the base of the site.
    pub path: String,
    /// The drawing, an SVG document of `size` by `size` px without transparent parts.
    pub svg: String,
    pub size: u32,
    /// A system may crop it to any shape that contains the middle four fifths.
    pub maskable: bool,
}

/// The path where home screens of Apple's systems find their icon.
pub const TOUCH_ICON: &str = "icons/apple-touch-icon.png";

/// The side of the square on which the icon is drawn.
const SIDE: f32 = 32.0;

/// Every icon that a home screen or a browser tab may need besides `favicon.svg`.
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

/// `public/favicon.svg`, with rounded corners, because a tab does not add them.
pub fn favicon() -> String {
    drawing(32, 7.0, 1.0) + "\n"
}

/// The drawing takes `share` of the square's side.
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
    // The bars share a baseline; the target is a dashed line above them.
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
