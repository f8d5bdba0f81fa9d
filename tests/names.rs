//! Names that a reader meets have one meaning each: no two types of `src` share a name, and no constant is called
//! only `MOST`, since the name says neither of what nor how many.

use std::collections::BTreeMap;
use std::path::Path;

/// Type names that are declared more than once with one meaning, each with the reason. At most five.
const REPEATED: &[(&str, &str)] = &[];

/// A declaration: its name, and the file and line it is in.
struct Declared {
    name: String,
    at: String,
}

/// Every Rust file below `src`, by its path there.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(".").join("src");
    let mut folders = vec![root.clone()];
    let mut all = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .expect("src is readable")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).expect("sources are text");
                let name = path.strip_prefix(&root).unwrap_or(&path);
                all.push((name.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    all.sort();
    all
}

/// The rest of a declaration after its visibility: `pub(in crate::x) struct A` gives `struct A`.
fn without_visibility(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("pub") else {
        return line;
    };
    match rest.strip_prefix('(') {
        Some(scope) => scope
            .split_once(')')
            .map_or(rest, |(_, rest)| rest.trim_start()),
        None => rest.trim_start(),
    }
}

/// The name after any of `keywords`, where the line declares one.
fn declared(line: &str, keywords: &[&str]) -> Option<String> {
    let line = without_visibility(line.trim_start());
    let line = line.strip_prefix("unsafe ").unwrap_or(line);
    let rest = keywords
        .iter()
        .find_map(|word| line.strip_prefix(word)?.strip_prefix(' '))?;
    let name: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The types of a file, private ones and those within modules too. Associated types (`type Error = …` in an `impl` or
/// a `trait`) are not types of their own.
fn types(path: &str, text: &str) -> Vec<Declared> {
    let mut found = Vec::new();
    let mut within: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        if within.as_ref().is_some_and(|end| line == end) {
            within = None;
        }
        let code = without_visibility(line.trim_start());
        let opens = ["impl", "trait ", "unsafe impl", "unsafe trait"]
            .iter()
            .any(|word| code.starts_with(word));
        if within.is_none() && opens && !line.ends_with('}') && !line.ends_with(';') {
            within = Some(format!("{indent}}}"));
        }
        let named = match declared(line, &["struct", "enum", "union", "trait"]) {
            None if within.is_none() => declared(line, &["type"]),
            named => named,
        };
        found.extend(named.map(|name| Declared {
            name,
            at: format!("src/{path}:{}", index + 1),
        }));
    }
    found
}

/// The places of each name that is declared more than once.
fn repeated(all: impl IntoIterator<Item = Declared>) -> Vec<(String, Vec<String>)> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for declared in all {
        places.entry(declared.name).or_default().push(declared.at);
    }
    places.retain(|_, at| at.len() > 1);
    places.into_iter().collect()
}

#[test]
fn a_type_name_has_one_meaning() {
    assert!(REPEATED.len() <= 5, "at most five names may repeat");
    let all = sources();
    let found = repeated(all.iter().flat_map(|(path, text)| types(path, text)));
    let listed = |name: &str| REPEATED.iter().any(|(known, _)| *known == name);
    let wrong: Vec<String> = found
        .iter()
        .filter(|(name, _)| !listed(name))
        .map(|(name, at)| {
            format!(
                "{name}: {}; give each a name that says what it is",
                at.join(", ")
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (name, reason) in REPEATED {
        assert!(
            found.iter().any(|(known, _)| known == name),
            "{name} ({reason}) no longer repeats: take it off the list"
        );
    }
}

#[test]
fn a_limit_says_what_it_limits() {
    let wrong: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| {
            let lines = text.lines().enumerate();
            let most = lines.filter(|(_, line)| {
                declared(line, &["const", "static"]).is_some_and(|name| name == "MOST")
            });
            most.map(|(index, _)| format!("src/{path}:{}", index + 1))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new(), "constants called only MOST");
}

#[test]
fn the_reader_of_declarations_sees_each_kind_and_no_associated_type() {
    let text = "pub struct A;\npub(in crate::x) enum B {\n}\nmod m {\n    pub(super) trait C {\n        type Error;\n    }\n}\n\
                type D = u8;\nimpl C for A {\n    type Error = ();\n}\nstruct E<'a>(&'a str);\n// struct F;\n";
    let names: Vec<String> = types("x.rs", text)
        .into_iter()
        .map(|declared| declared.name)
        .collect();
    assert_eq!(names, ["A", "B", "C", "D", "E"]);
    let twice = types("x.rs", "struct A;\n")
        .into_iter()
        .chain(types("y.rs", text));
    let places = vec!["src/x.rs:1".to_owned(), "src/y.rs:1".to_owned()];
    assert_eq!(repeated(twice), [("A".to_owned(), places)]);
    assert_eq!(
        declared("pub const MOST: usize = 4;", &["const"]).as_deref(),
        Some("MOST")
    );
}
