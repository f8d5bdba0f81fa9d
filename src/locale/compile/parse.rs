//! A Fluent file as catalog entries. The supported subset: text, variables, selection on a
//! variable, references to messages and terms, string and number literals. Functions, attributes
//! and arguments to terms are errors, each with what to write instead.

use super::catalogue::{CatalogueEntry, MessagePart, SelectKey, joined};
use fluent_syntax::{ast, parser, unicode::unescape_unicode_to_string};

/// All entries of one file, or all of its errors.
pub fn file(name: &str, source: &str) -> Result<Vec<CatalogueEntry>, Vec<String>> {
    let resource = parser::parse(source).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| {
                format!(
                    "{name}:{}: {}",
                    line_of(source, error.pos.start),
                    error.kind
                )
            })
            .collect::<Vec<_>>()
    })?;
    let mut entries = Vec::new();
    let mut errors = Vec::new();
    for item in &resource.body {
        let (id, value, attributes) = match item {
            ast::Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref(), &m.attributes),
            ast::Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value), &t.attributes),
            _ => continue,
        };
        let parts = match value {
            _ if !attributes.is_empty() => Err("has attributes: make each its own message".into()),
            None => Err("has no text".into()),
            Some(value) => pattern(value),
        };
        match parts {
            Ok(parts) => entries.push(CatalogueEntry {
                id,
                file: name.to_owned(),
                parts,
            }),
            Err(why) => errors.push(format!("{name}: `{id}` {why}")),
        }
    }
    if errors.is_empty() {
        Ok(entries)
    } else {
        Err(errors)
    }
}

fn pattern(pattern: &ast::Pattern<&str>) -> Result<Vec<MessagePart>, String> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => {
                parts.push(MessagePart::Text((*value).into()))
            }
            ast::PatternElement::Placeable { expression } => parts.push(placeable(expression)?),
        }
    }
    let mut parts = joined(parts);
    for part in &mut parts {
        if let MessagePart::Text(text) = part {
            *text = unwrapped(text);
        }
    }
    Ok(parts)
}

fn placeable(expression: &ast::Expression<&str>) -> Result<MessagePart, String> {
    match expression {
        ast::Expression::Inline(inline) => self::inline(inline),
        ast::Expression::Select { selector, variants } => {
            let ast::InlineExpression::VariableReference { id } = selector else {
                return Err("selects on something that is not a variable".into());
            };
            Ok(MessagePart::Select {
                variable: variable(id.name)?,
                variants: variants
                    .iter()
                    .map(|variant| Ok((key(&variant.key)?, pattern(&variant.value)?)))
                    .collect::<Result<_, String>>()?,
                default: variants
                    .iter()
                    .position(|variant| variant.default)
                    .unwrap_or(0),
            })
        }
    }
}

fn inline(expression: &ast::InlineExpression<&str>) -> Result<MessagePart, String> {
    match expression {
        ast::InlineExpression::StringLiteral { value } => Ok(MessagePart::Text(
            unescape_unicode_to_string(value).into_owned(),
        )),
        ast::InlineExpression::NumberLiteral { value } => {
            Ok(MessagePart::Text((*value).to_owned()))
        }
        ast::InlineExpression::VariableReference { id } => {
            Ok(MessagePart::Variable(variable(id.name)?))
        }
        ast::InlineExpression::Placeable { expression } => placeable(expression),
        ast::InlineExpression::MessageReference {
            id,
            attribute: None,
        } => Ok(MessagePart::Reference(id.name.to_owned())),
        ast::InlineExpression::TermReference {
            id,
            attribute: None,
            arguments: None,
        } => Ok(MessagePart::Reference(format!("-{}", id.name))),
        ast::InlineExpression::FunctionReference { id, .. } => Err(format!(
            "calls {}(): arguments are formatted by their type, call no function",
            id.name
        )),
        ast::InlineExpression::MessageReference { .. }
        | ast::InlineExpression::TermReference { .. } => {
            Err("refers to an attribute or passes arguments: refer to a plain message".into())
        }
    }
}

fn key(key: &ast::VariantKey<&str>) -> Result<SelectKey, String> {
    match key {
        ast::VariantKey::Identifier { name } => Ok(SelectKey::Word((*name).to_owned())),
        ast::VariantKey::NumberLiteral { value } => value
            .parse()
            .map(SelectKey::Number)
            .map_err(|_| format!("has the variant [{value}], which is not a number")),
    }
}

/// A variable becomes a field, so a Rust keyword is refused here rather than in generated code.
fn variable(name: &str) -> Result<String, String> {
    const KEYWORDS: [&str; 26] = [
        "as", "break", "const", "crate", "do", "else", "enum", "fn", "for", "if", "impl", "in",
        "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "type",
        "use", "where", "while",
    ];
    if KEYWORDS.contains(&name) {
        return Err(format!(
            "has the variable ${name}, a Rust keyword: choose another name"
        ));
    }
    Ok(name.to_owned())
}

/// Line breaks inside a paragraph do not reach the reader: a single line break is a space, an
/// empty line stays a line break.
fn unwrapped(text: &str) -> String {
    let paragraph = '\u{0}';
    text.replace("\r\n", "\n")
        .replace("\n\n", &paragraph.to_string())
        .replace('\n', " ")
        .replace(paragraph, "\n")
}

fn line_of(source: &str, position: usize) -> usize {
    source
        .bytes()
        .take(position)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}
