//! Who may import whom. A module may use anything to its left in [`ORDER`], never to its right, and no
//! file may lead back to itself.

#[path = "architecture/imports.rs"]
mod imports;

use std::path::Path;

const ORDER: [&str; 24] = [
    "value", "locale", "problem", "bytes", "package", "table", "external", "query", "frame",
    "prose", "geo", "scene", "paint", "export", "story", "loader", "site", "browser", "ui",
    "pages", "publish", "lib", "main", "bin",
];

/// Files that may use leptos, each with its reason.
const LEPTOS: [(&str, &str); 4] = [
    ("browser/", "signals that follow the window"),
    ("ui/", "parts of pages"),
    ("pages/", "pages"),
    ("publish/prerender/", "renders pages to text"),
];

/// Files that may touch the window.
const WEB_SYS: [(&str, &str); 2] = [
    ("browser/", "the only folder that knows a window"),
    (
        "ui/list_filter/live.rs",
        "the lines of a list stand on the page and are no view of the app's",
    ),
];

/// Files that may call browser functions without touching the window.
const JS_SYS: [(&str, &str); 2] = [
    ("browser/", "the only folder that knows a window"),
    (
        "locale/fold.rs",
        "the browser takes accents apart, which spares a table of 20 kB",
    ),
];

struct Source {
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(".").join("src");
    let mut folders = vec![root.clone()];
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).expect("src is there").flatten();
        for path in entries.map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                all.push(Source {
                    path: shown(&root, &path),
                    text: code_of(&path),
                });
            }
        }
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

fn shown(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// The code without its comments, where a path is not an import.
fn code_of(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("sources are text");
    let code = text
        .lines()
        .map(|line| match line.trim_start().starts_with("//") {
            true => "",
            false => line,
        });
    code.collect::<Vec<_>>().join("\n")
}

fn room(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

fn place(room: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == room)
}

/// Every module of the crate that a file uses: `crate::x`, `good_jobs::x`, and each of `use
/// crate::{x, y::z}`.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for root in ["crate::", "good_jobs::"] {
        for (at, _) in text.match_indices(root) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let line = text[..at].matches('\n').count() + 1;
            let rest = &text[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group).into_iter().map(|head| (line, head))),
                None => found.push((line, head(rest))),
            }
        }
    }
    found
}

fn head(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The first names of the outermost items of `a::b, c::{d, e}}`.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut at_start) = (0, Vec::new(), true);
    for (index, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            c if at_start && c.is_alphabetic() => {
                heads.push(head(&group[index..]));
                at_start = false;
            }
            _ => {}
        }
    }
    heads
}

#[test]
fn every_room_has_its_place_in_the_order() {
    for source in sources() {
        let room = room(&source.path);
        assert!(
            place(room).is_some(),
            "src/{}: “{room}” has no place in the order of tests/architecture.rs; \
             say what it may use, and in one sentence in src/lib.rs why it is a room",
            source.path
        );
    }
}

#[test]
fn a_module_uses_only_what_stands_to_its_left() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = room(&source.path);
        let here = place(own).unwrap_or(0);
        for (line, other) in named(&source.text) {
            let Some(there) = place(&other) else { continue };
            if there > here && own != "lib" {
                wrong.push(format!(
                    "src/{}:{line} uses crate::{other}, but {own} stands before {other}. \
                     src/{} should give: hand the value down, or move what is used into a room \
                     no later than {own}.",
                    source.path, source.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_leads_back_to_itself() {
    let files: Vec<imports::File> = sources()
        .iter()
        .filter_map(|source| imports::File::read(&source.path, &source.text))
        .collect();
    let wrong = circles_of(&files);
    assert!(
        wrong.is_empty(),
        "{}\nMove what two of them need into a file below both, or hand it down as an argument.",
        wrong.join("\n")
    );
}

/// Each circle with the names that its files take from each other.
fn circles_of(files: &[imports::File]) -> Vec<String> {
    let imports = imports::imports(files);
    let mut wrong = Vec::new();
    for circle in imports::circles(&imports) {
        let mut lines = vec![format!("A circle of {} files:", circle.len())];
        for path in &circle {
            let others = imports[path].iter();
            for (other, names) in others.filter(|(other, _)| circle.contains(other)) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                lines.push(format!(
                    "  src/{path} takes {} from src/{other}",
                    names.join(", ")
                ));
            }
        }
        wrong.push(lines.join("\n"));
    }
    wrong
}

#[test]
fn a_circle_is_named_with_what_ties_it() {
    let house = |upper: &str| {
        let texts = [
            (
                "a/mod.rs",
                "mod upper;\nmod lower;\npub use upper::Kept;\npub struct Shared;",
            ),
            ("a/upper.rs", upper),
            (
                "a/lower.rs",
                "use super::{Kept, Shared};\npub fn low(_: Kept, _: Shared) {}",
            ),
            (
                "b.rs",
                "use crate::a::{self, Kept};\npub fn b() { a::lower::low(Kept) }",
            ),
        ];
        let files = texts.map(|(path, text)| imports::File::read(path, text).expect("no program"));
        circles_of(&files)
    };
    let round = house("use super::lower;\npub struct Kept;\nfn up() { lower::low() }");
    let named = "A circle of 2 files:\n  src/a/lower.rs takes Kept from src/a/upper.rs\n  \
                 src/a/upper.rs takes low from src/a/lower.rs";
    assert_eq!(round, [named]);
    // Methods, and names in a path of another crate, are no imports.
    let straight = "use std::lower;\npub struct Kept;\nfn up(it: Kept) { it.low(); lower::low() }";
    assert_eq!(house(straight), Vec::<String>::new());
}

fn only_in(word: &str, allowed: &[(&str, &str)]) -> Vec<String> {
    let outside = |source: &Source| {
        let entry = ["main.rs", "bin/"]
            .iter()
            .any(|start| source.path.starts_with(start));
        !entry
            && !allowed
                .iter()
                .any(|(start, _)| source.path.starts_with(start))
    };
    let names = |text: &str| {
        text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
            !is_word(before) && !is_word(after)
        })
    };
    let allowed: Vec<&str> = allowed.iter().map(|(start, _)| *start).collect();
    sources()
        .into_iter()
        .filter(|source| outside(source) && names(&source.text))
        .map(|source| {
            format!(
                "src/{} names {word}, which only {} may: put what it needs there as a function \
                 that exists natively too.",
                source.path,
                allowed.join(", ")
            )
        })
        .collect()
}

#[test]
fn leptos_is_known_only_where_pages_are_made() {
    assert_eq!(only_in("leptos", &LEPTOS), Vec::<String>::new());
}

#[test]
fn the_window_is_touched_only_in_browser() {
    assert_eq!(only_in("web_sys", &WEB_SYS), Vec::<String>::new());
    assert_eq!(only_in("js_sys", &JS_SYS), Vec::<String>::new());
}

/// Whether a text contains a quoted color such as `#1a2b3c`.
fn has_colour(text: &str) -> bool {
    text.match_indices("\"#").any(|(at, _)| {
        let digits: String = text[at + 2..].chars().take_while(|c| *c != '"').collect();
        matches!(digits.len(), 3 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[test]
fn colours_have_values_only_in_the_theme() {
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|source| source.path != "paint/theme.rs" && has_colour(&source.text))
        .map(|source| {
            format!(
                "src/{}: speak of a role; its colour stands in paint/theme.rs",
                source.path
            )
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_core_does_no_input_or_output() {
    let core = ORDER.iter().take_while(|room| **room != "browser");
    let rooms: Vec<&str> = core.copied().collect();
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|source| {
            rooms.contains(&room(&source.path)) && !source.path.starts_with("locale/compile/")
        })
        .filter(|source| source.text.contains("std::fs") || source.text.contains("println!"))
        .map(|source| format!("src/{}: bytes come through bytes::Source", source.path))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_reader_of_imports_sees_groups_and_paths() {
    let text =
        "use crate::{value::Unit, frame::{Cell, Row}, m};\nlet x = crate::query::parse(\"\");";
    let names: Vec<String> = named(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["value", "frame", "m", "query"]);
    assert!(has_colour("fill=\"#1a2b3c\"") && !has_colour("href=\"#main\""));
}
