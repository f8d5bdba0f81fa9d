//! The style rules of an embed: `style/embed.css`, and the colors of drawings for each theme that a
//! reader may choose.

use crate::paint::{Rgb, Theme, class};
use crate::scene::Role;

const STYLE: &str = include_str!("../../../../style/embed.css");

/// All rules, without comments and line breaks.
pub fn rules() -> String {
    let own: String = STYLE
        .lines()
        .filter(|line| !line.starts_with("/*"))
        .collect();
    let theme = |name: &str, theme| format!(":root[data-theme={name}]{{{}}}", colours(theme));
    format!(
        ":root{{{light}}}{dark}{print}{contrast}\
         @media(prefers-color-scheme:dark){{:root[data-theme=auto]{{{inherited}}}}}\
         @media(prefers-contrast:more){{:root[data-theme=auto]{{{more}}}}}\
         @media(prefers-contrast:more)and (prefers-color-scheme:dark){{:root[data-theme=auto]{{{both}}}}}\
         @media print{{:root:root{{{paper}}}}}{own}{classes}",
        light = colours(&Theme::LIGHT),
        dark = theme("dark", &Theme::DARK),
        print = theme("print", &Theme::PRINT),
        contrast = theme("contrast", &Theme::CONTRAST),
        inherited = colours(&Theme::DARK),
        more = colours(&Theme::CONTRAST),
        both = colours(&Theme::CONTRAST_DARK),
        paper = colours(&Theme::PRINT),
        classes = classes(),
    )
}

/// The roles that themes color, with their classes.
fn roles() -> impl Iterator<Item = (&'static str, Role)> {
    let plain = [
        Role::Grid,
        Role::Axis,
        Role::Ink,
        Role::InkSoft,
        Role::Mark,
        Role::Absent,
        Role::Hatch,
        Role::Ground,
    ];
    let series = (0..7).map(Role::Series);
    let scale = (0..5).map(Role::Scale);
    let all = plain.into_iter().chain(series).chain(scale);
    all.map(|role| (class(role), role))
}

/// A theme as CSS properties, each named after the class of its role.
fn colours(theme: &Theme) -> String {
    let hex = |(r, g, b): Rgb| format!("#{r:02x}{g:02x}{b:02x}");
    let each = roles().map(|(class, role)| format!("--{class}:{}", hex(theme.of(role))));
    each.collect::<Vec<_>>().join(";")
}

/// The classes as in `style/chart.css`: `f` is filled, `o` drawn as a line, `h` has the background
/// inside, `e` an edge in the background color, `n` a thin edge.
fn classes() -> String {
    let each = roles().map(|(class, _)| {
        format!(".{class}.f{{fill:var(--{class})}}.{class}.o{{stroke:var(--{class})}}")
    });
    // After the roles: hollow shapes have the background inside, whatever their role.
    let shared = ".h{fill:var(--ground)}.e{stroke:var(--ground)}.n{stroke:var(--soft)}.word{fill:var(--soft)}";
    each.chain([shared.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_theme_colours_every_role_and_no_rule_is_of_the_frame_s_height() {
        let rules = super::rules();
        for theme in ["dark", "print", "contrast", "auto"] {
            let from = rules.find(&format!(":root[data-theme={theme}]{{"));
            let own = &rules[from.unwrap_or_else(|| panic!("{theme}"))..];
            let own = &own[..own.find('}').expect("a rule ends")];
            for class in ["s1", "k5", "bar", "hatch", "ground"] {
                assert!(own.contains(&format!("--{class}:#")), "{theme} {class}");
            }
        }
        for class in super::roles().map(|(class, _)| class) {
            assert!(rules.contains(&format!(".{class}.f{{fill:var(--{class})}}")));
            assert!(rules.contains(&format!(".{class}.o{{stroke:var(--{class})}}")));
        }
        assert!(
            !rules.contains("vh"),
            "an embed that is as high as its frame makes the frame grow for ever"
        );
    }
}
