//! Colors are defined twice: in `src/paint/theme.rs` for drawings in separate files, and as tokens
//! for `style/chart.css` for drawings in a page. This checks that they agree.

use good_jobs::paint::{Rgb, Theme, class};
use good_jobs::scene::Role;
use std::collections::HashMap;
use std::path::PathBuf;

fn read(path: &str) -> String {
    let path = PathBuf::from(".").join(path);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}\nRemedy: make setup", path.display()))
}

fn roles() -> Vec<Role> {
    let mut roles = vec![
        Role::Grid,
        Role::Axis,
        Role::Ink,
        Role::InkSoft,
        Role::Mark,
        Role::Absent,
        Role::Hatch,
        Role::Ground,
        Role::Watermark,
    ];
    roles.extend((0..7).map(Role::Series));
    roles.extend((0..5).map(Role::Scale));
    roles
}

/// The token with which the style sheet colors a class: the last rule that names it.
fn token<'a>(css: &'a str, class: &str) -> Option<&'a str> {
    let name = format!(".drawing .{class}");
    css.split('}')
        .filter_map(|rule| rule.split_once('{'))
        .filter(|(selectors, _)| selectors.split(',').any(|one| one.trim() == name))
        .filter_map(|(_, body)| {
            let value = body.split("color: var(--").nth(1)?;
            Some(&value[..value.find(')')?])
        })
        .next_back()
}

fn colour(text: &str) -> Rgb {
    match text {
        "white" => (255, 255, 255),
        "black" => (0, 0, 0),
        _ => {
            let digits = text.trim_start_matches('#');
            let full: String = match digits.len() {
                3 => digits.chars().flat_map(|c| [c, c]).collect(),
                _ => digits.to_owned(),
            };
            let part = |at: usize| u8::from_str_radix(&full[at..at + 2], 16).unwrap();
            (part(0), part(2), part(4))
        }
    }
}

/// Tokens of the block that follows all of `path`, each after the one before.
fn tokens(css: &str, path: &[&str]) -> HashMap<String, Rgb> {
    let mut block = css;
    for step in path {
        let at = block
            .find(step)
            .unwrap_or_else(|| panic!("{path:?} in build/tokens.css\nRemedy: make setup"));
        block = &block[at + step.len()..];
    }
    block[..block.find('}').unwrap()]
        .split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .filter(|(_, value)| {
            let value = value.trim();
            value.starts_with('#') || value == "white" || value == "black"
        })
        .map(|(name, value)| (name.to_owned(), colour(value.trim())))
        .collect()
}

#[test]
fn a_file_has_the_colours_of_the_page() {
    const MORE: &str = "@media(prefers-contrast: more)";
    let chart = read("style/chart.css");
    let built = read("build/tokens.css");
    let (light, dark) = (":root{", ":root[data-theme=dark]{");
    // Each block overrides the one that it changes.
    let blocks: [(&str, Theme, &str, &[&str]); 5] = [
        ("light", Theme::LIGHT, light, &[]),
        ("dark", Theme::DARK, dark, &[]),
        ("print", Theme::PRINT, light, &["@media print{", "{"]),
        ("contrast", Theme::CONTRAST, light, &[MORE, ":root:root{"]),
        ("contrast-dark", Theme::CONTRAST_DARK, dark, &[MORE, dark]),
    ];
    for (name, theme, base, path) in blocks {
        let mut known = tokens(&built, &[base]);
        if !path.is_empty() {
            known.extend(tokens(&built, path));
        }
        for role in roles() {
            let class = class(role);
            let token = token(&chart, class)
                .unwrap_or_else(|| panic!("style/chart.css gives .{class} no colour"));
            assert_eq!(
                Some(&theme.of(role)),
                known.get(token),
                "{name} {role:?}, .{class}, --{token}"
            );
        }
        assert!(Theme::ALL.contains(&(name, theme)), "{name}");
    }
}

fn luminance((r, g, b): Rgb) -> f64 {
    let channel = |value: u8| {
        let c = f64::from(value) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn texts_and_marks_have_enough_contrast() {
    for (name, theme) in Theme::ALL {
        let more = name.starts_with("contrast");
        for role in [Role::Ink, Role::InkSoft, Role::Axis] {
            let found = contrast(theme.of(role), theme.ground);
            assert!(
                found >= if more { 7.0 } else { 4.5 },
                "{name} {role:?}: {found:.2}"
            );
        }
        for role in (0..7).map(Role::Series).chain([Role::Mark, Role::Hatch]) {
            let found = contrast(theme.of(role), theme.ground);
            assert!(
                found >= if more { 4.5 } else { 3.0 },
                "{name} {role:?}: {found:.2}"
            );
        }
        // The text that a map writes on its classes.
        for at in 0..5 {
            let on = if at >= 3 { theme.ground } else { theme.ink };
            let found = contrast(on, theme.scale[at]);
            assert!(found >= 4.5, "{name} class {at}: {found:.2}");
        }
    }
}

#[test]
fn classes_rise_from_the_ground() {
    for (name, theme) in Theme::ALL {
        let steps: Vec<f64> = theme
            .scale
            .iter()
            .map(|colour| contrast(*colour, theme.ground))
            .collect();
        assert!(
            steps.windows(2).all(|pair| pair[1] > pair[0] * 1.2),
            "{name} {steps:?}"
        );
    }
}

/// The minimum difference between two colors, for all kinds of color vision, as CIEDE2000: 1 is
/// about the smallest difference visible side by side, and 10 is visible at a glance.
struct Apart {
    series: f64,
    classes: f64,
    absent: f64,
}

impl Apart {
    fn of(name: &str) -> Self {
        let [series, classes, absent] = match name {
            // Six grays have less room; lines are named at their ends.
            "print" => [7.0, 7.0, 6.0],
            // Colors that are all dark, or all bright, have less room than those in between.
            "contrast" => [9.0, 8.0, 6.0],
            _ => [10.0, 8.0, 6.0],
        };
        Self {
            series,
            classes,
            absent,
        }
    }
}

#[test]
fn colors_differ_for_readers_with_color_blindness() {
    let mut near = Vec::new();
    for (name, theme) in Theme::ALL {
        let least = Apart::of(name);
        for (eye, seen) in sight::EYES {
            let mut hold = |what: String, a: Rgb, b: Rgb, least: f64| {
                let found = sight::distance(seen, a, b);
                if found < least {
                    near.push(format!(
                        "{name}, {eye}: {what} are {found:.1} apart, not {least}"
                    ));
                }
            };
            for (at, a) in theme.series.iter().enumerate() {
                for (to, b) in theme.series.iter().enumerate().skip(at + 1) {
                    hold(
                        format!("series {} and {}", at + 1, to + 1),
                        *a,
                        *b,
                        least.series,
                    );
                }
            }
            for at in 1..theme.scale.len() {
                let (a, b) = (theme.scale[at - 1], theme.scale[at]);
                hold(
                    format!("classes {} and {}", at, at + 1),
                    a,
                    b,
                    least.classes,
                );
            }
            // Unknown values have a color of their own; suppressed ones are hatched, and the
            // hatching is visible.
            for (at, class) in theme.scale.iter().enumerate() {
                let what = format!("class {} and what is not known", at + 1);
                hold(what, *class, theme.absent, least.absent);
            }
            hold(
                "hatching and its ground".into(),
                theme.hatch,
                theme.ground,
                20.0,
            );
        }
    }
    assert!(near.is_empty(), "{}", near.join("\n"));
}

/// Perceived colors and their differences.
mod sight {
    use super::Rgb;

    /// How an eye transforms red, green and blue light.
    pub type Seen = [[f64; 3]; 3];

    /// Complete deficiency of each kind, according to Machado, Oliveira and Fernandes (2009).
    pub const EYES: [(&str, Seen); 4] = [
        (
            "all colours",
            [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        ),
        (
            "protanopia",
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
        ),
    ];

    fn linear(value: u8) -> f64 {
        let c = f64::from(value) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    }

    fn times(matrix: &[[f64; 3]; 3], of: [f64; 3]) -> [f64; 3] {
        matrix.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum())
    }

    /// CIELAB under daylight (D65).
    fn lab(seen: Seen, (r, g, b): Rgb) -> [f64; 3] {
        const XYZ: [[f64; 3]; 3] = [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ];
        let light = times(&seen, [linear(r), linear(g), linear(b)]).map(|c| c.clamp(0.0, 1.0));
        let [x, y, z] = times(&XYZ, light);
        let curve = |t: f64| match t > 216.0 / 24389.0 {
            true => t.cbrt(),
            false => (24389.0 / 27.0 * t + 16.0) / 116.0,
        };
        let (x, y, z) = (curve(x / 0.95047), curve(y), curve(z / 1.08883));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// CIEDE2000 between two colors, for one kind of color vision.
    pub fn distance(seen: Seen, a: Rgb, b: Rgb) -> f64 {
        let ([l1, a1, b1], [l2, a2, b2]) = (lab(seen, a), lab(seen, b));
        ciede2000([l1, a1, b1], [l2, a2, b2])
    }

    pub fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
        let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
        let grey = 0.5 * (1.0 - seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
        let (a1, a2) = (a1 * (1.0 + grey), a2 * (1.0 + grey));
        let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
        let angle = |a: f64, b: f64| match a == 0.0 && b == 0.0 {
            true => 0.0,
            false => b.atan2(a).to_degrees().rem_euclid(360.0),
        };
        let (h1, h2) = (angle(a1, b1), angle(a2, b2));
        let turn = match h2 - h1 {
            _ if c1 * c2 == 0.0 => 0.0,
            turn if turn > 180.0 => turn - 360.0,
            turn if turn < -180.0 => turn + 360.0,
            turn => turn,
        };
        let hue = match (h1 - h2).abs() {
            _ if c1 * c2 == 0.0 => h1 + h2,
            far if far <= 180.0 => (h1 + h2) / 2.0,
            _ if h1 + h2 < 360.0 => (h1 + h2 + 360.0) / 2.0,
            _ => (h1 + h2 - 360.0) / 2.0,
        };
        let (light, chroma) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
        let wave = |times: f64, shift: f64| (times * hue + shift).to_radians().cos();
        let t = 1.0 - 0.17 * wave(1.0, -30.0) + 0.24 * wave(2.0, 0.0) + 0.32 * wave(3.0, 6.0)
            - 0.20 * wave(4.0, -63.0);
        let off = (light - 50.0).powi(2);
        let for_light = 1.0 + 0.015 * off / (20.0 + off).sqrt();
        let (for_chroma, for_hue) = (1.0 + 0.045 * chroma, 1.0 + 0.015 * chroma * t);
        let bend = 30.0 * (-((hue - 275.0) / 25.0).powi(2)).exp();
        let twist = -(2.0 * bend).to_radians().sin() * 2.0 * seventh(chroma);
        let dl = (l2 - l1) / for_light;
        let dc = (c2 - c1) / for_chroma;
        let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / for_hue;
        (dl * dl + dc * dc + dh * dh + twist * dc * dh).sqrt()
    }
}

/// Pairs published with the formula (Sharma, Wu and Dalal, 2005).
#[test]
fn distances_are_those_of_the_formula() {
    for (a, b, wanted) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        (
            [2.0776, 0.0795, -1.1350],
            [0.9033, -0.0636, -0.5514],
            0.9082,
        ),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
    ] {
        let found = sight::ciede2000(a, b);
        assert!((found - wanted).abs() < 1e-4, "{found} is not {wanted}");
    }
}
