//! What scripts repeat of this crate. A script that runs before the app, or on another site's page, cannot ask for a list, a
//! limit or a word; each such part is written into the script between `// Rust: NAME` and `// Rust: end`, and into
//! `Trunk.toml` as the value of an attribute. `tests/scripts.rs` holds the files to it, `make bless` writes them.

use super::prerender::{SANDBOX, THEMES};
use crate::locale::Locale;
use crate::m;
use crate::pages::COMPARED;
use crate::query::QUESTIONS;

/// Files that hold parts.
pub const FILES: [&str; 7] = [
    "public/early.js",
    "public/boot.js",
    "public/embed/draw.js",
    "public/embed/element.js",
    "public/embed/host.js",
    "src/publish/prerender/embed/frame.js",
    "Trunk.toml",
];

/// Where a part begins, before its name, and where it ends.
const BEGIN: &str = "// Rust: ";
const END: &str = "// Rust: end";

/// Markup that the policy of Trusted Types refuses, as a regular expression of JavaScript without regard to case: elements
/// that load or act, listeners, addresses that are scripts.
const REFUSED: &str = r"<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:";

/// The lines of a part; `None` where there is none of this name.
fn part(name: &str) -> Option<Vec<String>> {
    let locale = Locale::EN;
    let quoted = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    let lines = match name {
        "questions" => {
            let keys = [&QUESTIONS[..], &COMPARED[..]].concat();
            vec![
                "var QUESTIONS =".to_owned(),
                format!("  {};", quoted(&format!(" {} ", keys.join(" ")))),
            ]
        }
        "markup" => vec![
            format!("const REFUSED = /{REFUSED}/i;"),
            "/** @param {string} markup */".to_owned(),
            "const createHTML = (markup) => {".to_owned(),
            "  if (REFUSED.test(markup)) throw new TypeError('refused markup');".to_owned(),
            "  return markup;".to_owned(),
            "};".to_owned(),
        ],
        "themes" => vec![format!(
            "const THEMES = [{}];",
            THEMES.map(quoted).join(", ")
        )],
        "chart" => vec![format!(
            "const CHART = {};",
            quoted(&locale.text(m!(EmbedChart)))
        )],
        "sandbox" => vec![format!("const SANDBOX = {};", quoted(SANDBOX))],
        _ => return None,
    };
    Some(lines)
}

/// A file as it must be. Fails where it names a part that does not exist, or one does not end.
pub fn written(source: &str) -> Result<String, String> {
    let mut out = String::with_capacity(source.len());
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let Some(name) = line.trim_start().strip_prefix(BEGIN) else {
            continue;
        };
        let indent = &line[..line.len() - line.trim_start().len()];
        let own = part(name).ok_or_else(|| format!("no part is called “{name}”"))?;
        for text in own {
            out.push_str(&format!("{indent}{text}\n"));
        }
        let end = lines.find(|line| line.trim_start() == END);
        let end = end.ok_or_else(|| format!("“{name}” does not end"))?;
        out.push_str(&format!("{end}\n"));
    }
    Ok(with_attributes(out))
}

/// The words of `boot.js`, which are attributes of its element.
fn with_attributes(mut text: String) -> String {
    let said = [
        ("stale", m!(StartStale)),
        ("failed", m!(StartFailed)),
        ("again", m!(StartAgain)),
    ];
    for (name, message) in said {
        let begin = format!(" data-{name}=\"");
        let Some(from) = text.find(&begin).map(|at| at + begin.len()) else {
            continue;
        };
        if let Some(long) = text[from..].find('"') {
            text.replace_range(from..from + long, &Locale::EN.text(message));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_part_is_replaced_with_its_indent_and_an_unknown_one_is_refused() {
        let made = written("a\n  // Rust: themes\n  old\n  // Rust: end\nb\n").expect("known");
        assert_eq!(
            made,
            "a\n  // Rust: themes\n  const THEMES = ['light', 'dark', 'auto', 'print', 'contrast'];\n  // Rust: end\nb\n"
        );
        assert!(written("// Rust: nothing\n// Rust: end\n").is_err());
        assert!(written("// Rust: themes\n").is_err());
    }
}
