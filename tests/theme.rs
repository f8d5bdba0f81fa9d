//! Colours stand twice: in `src/paint/theme.rs` for drawings in files of their own, and as tokens
//! behind `style/chart.css` for drawings in a page. Here they are held together.

use good_jobs::paint::{Rgb, Theme, class};
use good_jobs::scene::Role;
use std::collections::HashMap;
use std::path::PathBuf;

fn read(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
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

/// The token that the style sheet colours a class with: the last rule that names it.
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

/// Tokens of the first block of the built style sheet that begins with `from`.
fn tokens(css: &str, from: &str) -> HashMap<String, Rgb> {
    let block = &css[css
        .find(from)
        .unwrap_or_else(|| panic!("{from} in build/tokens.css"))..];
    let block = &block[block.find('{').unwrap() + 1..block.find('}').unwrap()];
    block
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
    let chart = read("style/chart.css");
    let built = read("build/tokens.css");
    for (theme, from) in [
        (Theme::LIGHT, ":root{"),
        (Theme::DARK, ":root[data-theme=dark]"),
    ] {
        let tokens = tokens(&built, from);
        for role in roles() {
            let class = class(role);
            let token = token(&chart, class)
                .unwrap_or_else(|| panic!("style/chart.css gives .{class} no colour"));
            assert_eq!(
                Some(&theme.of(role)),
                tokens.get(token),
                "{role:?}, .{class}, --{token} ({from})"
            );
        }
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
fn texts_and_marks_stand_out() {
    for (name, theme) in [
        ("light", Theme::LIGHT),
        ("dark", Theme::DARK),
        ("print", Theme::PRINT),
    ] {
        for role in [Role::Ink, Role::InkSoft, Role::Axis] {
            let found = contrast(theme.of(role), theme.ground);
            assert!(found >= 4.5, "{name} {role:?}: {found:.2}");
        }
        // The last grey tones of print are told apart by name, not by tone.
        let series = if name == "print" { 1 } else { 6 };
        for role in (0..series).map(Role::Series).chain([Role::Mark]) {
            let found = contrast(theme.of(role), theme.ground);
            assert!(found >= 3.0, "{name} {role:?}: {found:.2}");
        }
        // What a map writes on its classes.
        for at in 0..5 {
            let on = if at >= 3 { theme.ground } else { theme.ink };
            let found = contrast(on, theme.scale[at]);
            assert!(found >= 4.5, "{name} class {at}: {found:.2}");
        }
    }
}

#[test]
fn classes_rise_from_the_ground() {
    for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
        let steps: Vec<f64> = theme
            .scale
            .iter()
            .map(|colour| contrast(*colour, theme.ground))
            .collect();
        assert!(
            steps.windows(2).all(|pair| pair[1] > pair[0] * 1.2),
            "{steps:?}"
        );
    }
}
