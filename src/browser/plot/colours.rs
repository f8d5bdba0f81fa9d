//! The colors of the page as a theme, for drawings that style sheets do not reach.

use crate::paint::{NAMESPACE, Rgb, Theme, class};
use crate::scene::Role;

/// The current color of each role within a drawing: color scheme, contrast and forced colors
/// included.
pub fn theme(drawing: &web_sys::Element) -> Theme {
    reading(drawing).unwrap_or(Theme::LIGHT)
}

fn reading(drawing: &web_sys::Element) -> Option<Theme> {
    let window = web_sys::window()?;
    let probe = window
        .document()?
        .create_element_ns(Some(NAMESPACE), "g")
        .ok()?;
    drawing.append_child(&probe).ok()?;
    // The computed style is live: it follows the class.
    let style = window.get_computed_style(&probe).ok()??;
    let of = |role: Role| {
        let _ = probe.set_attribute("class", class(role));
        let color = style.get_property_value("color").ok();
        color
            .and_then(|color| rgb(&color))
            .unwrap_or_else(|| Theme::LIGHT.of(role))
    };
    let theme = Theme {
        grid: of(Role::Grid),
        axis: of(Role::Axis),
        ink: of(Role::Ink),
        ink_soft: of(Role::InkSoft),
        mark: of(Role::Mark),
        series: std::array::from_fn(|at| of(Role::Series(at as u8))),
        other: of(Role::Series(u8::MAX)),
        scale: std::array::from_fn(|at| of(Role::Scale(at as u8))),
        absent: of(Role::Absent),
        hatch: of(Role::Hatch),
        ground: of(Role::Ground),
    };
    probe.remove();
    Some(theme)
}

/// Parses a computed color such as `rgb(0, 94, 162)`.
fn rgb(text: &str) -> Option<Rgb> {
    let inside = text.strip_prefix("rgb")?.split_once('(')?.1;
    let mut parts = inside
        .split([',', ' ', '/', ')'])
        .filter(|part| !part.is_empty());
    let mut next = || {
        let part: f64 = parts.next()?.parse().ok()?;
        Some(part.round().clamp(0.0, 255.0) as u8)
    };
    Some((next()?, next()?, next()?))
}
