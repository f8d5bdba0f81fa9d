//! The catalogs as Rust: one type and one static entry per message. A program contains the texts of the messages that
//! its code names and no others, since each type refers to its own entry.

use super::catalogue::{Catalogue, CatalogueEntry, MessagePart, SelectKey, type_name, variables};
use std::fmt::Write;

/// The generated module. The first catalog is the source language: it names the types and documents
/// them. Every language has the same messages. The list of all entries is for tests.
pub fn module(catalogues: &[Catalogue]) -> String {
    let mut code = String::new();
    if let Some(source) = catalogues.first() {
        code.push_str(
            "/// Every message of the catalog as a type; its arguments are its fields.\n",
        );
        code.push_str("pub mod messages {\n");
        for (number, entry) in source.messages.values().enumerate() {
            message(&mut code, number, entry);
        }
        code.push_str("}\n");
        for (number, (id, entry)) in source.messages.iter().enumerate() {
            let patterns = catalogues
                .iter()
                .filter_map(|catalogue| catalogue.messages.get(id))
                .map(|entry| slice(&entry.parts));
            let patterns: Vec<String> = patterns.collect();
            let names: Vec<String> = variables(&entry.parts).into_iter().collect();
            let _ = writeln!(
                code,
                "static M{number}: Entry = Entry {{ id: {id:?}, variables: &{names:?}, patterns: &[{}] }};",
                patterns.join(", ")
            );
        }
        let all: Vec<String> = (0..source.messages.len())
            .map(|number| format!("&M{number}"))
            .collect();
        let _ = writeln!(
            code,
            "pub(super) static ALL: [&Entry; {}] = [{}];",
            all.len(),
            all.join(", ")
        );
    }
    code
}

fn message(code: &mut String, number: usize, entry: &CatalogueEntry) {
    let name = type_name(&entry.id);
    let variables = variables(&entry.parts);
    for line in english(&entry.parts).lines() {
        let _ = writeln!(code, "    /// {}  ", escaped(line));
    }
    code.push_str("    #[derive(Clone, Debug, PartialEq)]\n");
    if variables.is_empty() {
        let _ = writeln!(code, "    pub struct {name};");
    } else {
        let _ = writeln!(code, "    pub struct {name} {{");
        for variable in &variables {
            let _ = writeln!(code, "        pub {}: crate::locale::Arg,", field(variable));
        }
        code.push_str("    }\n");
    }
    let args: Vec<String> = variables
        .iter()
        .map(|variable| format!("({variable:?}, message.{})", field(variable)))
        .collect();
    let binding = if args.is_empty() { "_" } else { "message" };
    let _ = write!(
        code,
        "    impl ::core::convert::From<{name}> for crate::locale::Message {{
        fn from({binding}: {name}) -> Self {{
            Self {{ id: crate::locale::MessageId(&super::M{number}), args: ::std::vec![{}] }}
        }}
    }}
    impl ::core::convert::From<{name}> for crate::locale::Arg {{
        fn from(message: {name}) -> Self {{
            crate::locale::Message::from(message).into()
        }}
    }}
",
        args.join(", ")
    );
}

fn slice(parts: &[MessagePart]) -> String {
    let parts: Vec<String> = parts.iter().map(part).collect();
    format!("&[{}]", parts.join(", "))
}

fn part(part: &MessagePart) -> String {
    match part {
        MessagePart::Text(text) => format!("Part::Text({text:?})"),
        MessagePart::Variable(name) => format!("Part::Variable({name:?})"),
        MessagePart::Reference(_) => unreachable!("references were resolved"),
        MessagePart::Select {
            variable,
            variants,
            default,
        } => {
            let variants: Vec<String> = variants
                .iter()
                .map(|(key, parts)| format!("({}, {})", self::key(key), slice(parts)))
                .collect();
            format!(
                "Part::Select(&Select {{ variable: {variable:?}, variants: &[{}], default: {default} }})",
                variants.join(", ")
            )
        }
    }
}

fn key(key: &SelectKey) -> String {
    match key {
        SelectKey::Word(word) => format!("Key::Word({word:?})"),
        SelectKey::Number(number) => format!("Key::Number({number:?})"),
    }
}

/// The message as Fluent text on one line, for its documentation.
fn english(parts: &[MessagePart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            MessagePart::Text(text) => text.clone(),
            MessagePart::Variable(name) => format!("{{ ${name} }}"),
            MessagePart::Reference(id) => format!("{{ {id} }}"),
            MessagePart::Select {
                variable,
                variants,
                default,
            } => {
                let variants: Vec<String> = variants
                    .iter()
                    .enumerate()
                    .map(|(number, (key, parts))| {
                        let star = if number == *default { "*" } else { "" };
                        let key = match key {
                            SelectKey::Word(word) => word.clone(),
                            SelectKey::Number(number) => number.to_string(),
                        };
                        format!("{star}[{key}] {}", english(parts))
                    })
                    .collect();
                format!("{{ ${variable} -> {} }}", variants.join(" "))
            }
        })
        .collect()
}

/// Text that rustdoc shows as it is.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut whole, letter| {
        if "[]<>*_`\\#|".contains(letter) {
            whole.push('\\');
        }
        whole.push(letter);
        whole
    })
}

fn field(variable: &str) -> String {
    variable.replace('-', "_").to_ascii_lowercase()
}
