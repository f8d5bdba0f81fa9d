//! The rules of an embed: `style/embed.css`, and the colours of drawings for each theme a reader may ask for.

use crate::paint::{Rgb, Theme, class};
use crate::scene::Role;

const STYLE: &str = include_str!("../../../../style/embed.css");

/// Every rule, without comments and ends of lines.
pub fn rules() -> String {
    let own: String = STYLE
        .lines()
        .filter(|line| !line.starts_with("/*"))
        .collect();
    let (dark, print) = (colours(&Theme::DARK), colours(&Theme::PRINT));
    // A drawing brings the colours of the light theme with it.
    format!(
        "{own}{}@media(prefers-color-scheme:dark){{{}}}{}@media print{{{}}}",
        within(&dark, ":root[data-theme=dark]"),
        within(&dark, ":root[data-theme=auto]"),
        within(&print, ":root[data-theme=print]"),
        within(&print, ":root"),
    )
}

/// (class, colour) of every role that a theme colours.
fn colours(theme: &Theme) -> Vec<(&'static str, Rgb)> {
    let roles = [
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
    let all = roles.into_iter().chain(series).chain(scale);
    all.map(|role| (class(role), theme.of(role))).collect()
}

/// As `style/chart.css` reads the classes: `f` is filled, `o` drawn as a line, `h` has the ground within, `e` an edge
/// of ground.
fn within(colours: &[(&str, Rgb)], root: &str) -> String {
    let hex = |(r, g, b): Rgb| format!("#{r:02x}{g:02x}{b:02x}");
    let find = |name: &str| {
        let found = colours.iter().find(|(class, _)| *class == name);
        found.map_or_else(String::new, |(_, colour)| hex(*colour))
    };
    let (ground, ink, soft) = (find("ground"), find("ink"), find("soft"));
    let mut out = format!(
        "{root} body{{background:{ground};color:{ink}}}{root} .soft,{root} ul{{color:{soft}}}{root} a{{color:{}}}\
         {root} .h{{fill:{ground}}}{root} .e{{stroke:{ground}}}{root} .word{{fill:{soft}}}",
        find("bar")
    );
    for (class, colour) in colours {
        let colour = hex(*colour);
        out.push_str(&format!(
            "{root} .{class}.f{{fill:{colour}}}{root} .{class}.o{{stroke:{colour}}}"
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_theme_colours_every_role_and_no_rule_is_of_the_frame_s_height() {
        let rules = super::rules();
        for theme in ["dark", "auto", "print"] {
            for class in ["s1.f", "k5.f", "bar.o", "hatch.o", "ground.f"] {
                assert!(
                    rules.contains(&format!(":root[data-theme={theme}] .{class}{{")),
                    "{theme} {class}"
                );
            }
        }
        assert!(
            !rules.contains("vh"),
            "an embed that is as high as its frame makes the frame grow for ever"
        );
    }
}
