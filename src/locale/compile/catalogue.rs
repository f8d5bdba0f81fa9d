//! The messages of a language: its entries merged from all files, with references resolved, and how
//! it differs from another language. Knows neither Fluent's parser nor Rust's syntax.

use std::collections::{BTreeMap, BTreeSet};

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum MessagePart {
    Text(String),
    /// `{ $name }`.
    Variable(String),
    /// `{ message }`, or `{ -term }` with its leading hyphen.
    Reference(String),
    /// `{ $name -> [key] … *[default] … }`.
    Select {
        variable: String,
        variants: Vec<(SelectKey, Vec<MessagePart>)>,
        default: usize,
    },
}

/// The key of a variant, in brackets.
#[derive(Clone, Debug, PartialEq)]
pub enum SelectKey {
    /// A plural category or a text.
    Word(String),
    /// A number the argument must equal.
    Number(f64),
}

/// A message or term as one file gives it; a term's id begins with a hyphen.
#[derive(Clone, Debug, PartialEq)]
pub struct CatalogueEntry {
    pub id: String,
    pub file: String,
    pub parts: Vec<MessagePart>,
}

/// One language, free of references and terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    pub language: String,
    pub messages: BTreeMap<String, CatalogueEntry>,
}

impl Catalogue {
    /// All files of a language as one. An id given twice, two ids that name the same Rust type, a
    /// reference to nothing and a reference in a circle are errors.
    pub fn merge(language: &str, entries: Vec<CatalogueEntry>) -> Result<Self, Vec<String>> {
        let mut errors = Vec::new();
        let mut by_id: BTreeMap<String, CatalogueEntry> = BTreeMap::new();
        for entry in entries {
            match by_id.get(&entry.id) {
                Some(first) => errors.push(format!(
                    "{}: `{}` is already in {}",
                    entry.file, entry.id, first.file
                )),
                None => {
                    by_id.insert(entry.id.clone(), entry);
                }
            }
        }
        let mut types: BTreeMap<String, &CatalogueEntry> = BTreeMap::new();
        for entry in by_id.values().filter(|entry| !entry.id.starts_with('-')) {
            if let Some(first) = types.insert(type_name(&entry.id), entry) {
                errors.push(format!(
                    "{}: `{}` and `{}` would both be the type {}",
                    entry.file,
                    entry.id,
                    first.id,
                    type_name(&entry.id)
                ));
            }
        }
        let mut messages = BTreeMap::new();
        for entry in by_id.values().filter(|entry| !entry.id.starts_with('-')) {
            match resolve(&entry.parts, &by_id, &mut vec![&entry.id]) {
                Ok(parts) => {
                    let parts = joined(parts);
                    let entry = CatalogueEntry {
                        parts,
                        ..entry.clone()
                    };
                    messages.insert(entry.id.clone(), entry);
                }
                Err(why) => errors.push(format!("{}: `{}` {why}", entry.file, entry.id)),
            }
        }
        if errors.is_empty() {
            Ok(Self {
                language: language.to_owned(),
                messages,
            })
        } else {
            Err(errors)
        }
    }
}

/// Where a language differs from the source language: messages it lacks, messages only it has,
/// and messages with other variables. Nothing is filled in silently.
pub fn differences(source: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    for (id, entry) in &source.messages {
        match other.messages.get(id) {
            None => found.push(format!(
                "the `{}` catalogue lacks `{id}` (of {})",
                other.language, entry.file
            )),
            Some(theirs) => {
                let (here, there) = (variables(&entry.parts), variables(&theirs.parts));
                if here != there {
                    found.push(format!(
                        "{}: `{id}` uses {} where {} uses {}",
                        theirs.file,
                        listed(&there),
                        entry.file,
                        listed(&here)
                    ));
                }
            }
        }
    }
    for (id, entry) in &other.messages {
        if !source.messages.contains_key(id) {
            found.push(format!(
                "{}: `{id}` is not in the `{}` catalogue",
                entry.file, source.language
            ));
        }
    }
    found
}

/// The distinct variables of a message, in alphabetical order.
pub fn variables(parts: &[MessagePart]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for part in parts {
        match part {
            MessagePart::Text(_) | MessagePart::Reference(_) => {}
            MessagePart::Variable(name) => {
                names.insert(name.clone());
            }
            MessagePart::Select {
                variable, variants, ..
            } => {
                names.insert(variable.clone());
                names.extend(variants.iter().flat_map(|(_, parts)| variables(parts)));
            }
        }
    }
    names
}

/// `problem-not-a-number` as `ProblemNotANumber`.
pub fn type_name(id: &str) -> String {
    id.split(['-', '_'])
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_ascii_uppercase().to_string() + letters.as_str()
            })
        })
        .collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "no variable".to_owned();
    }
    names
        .iter()
        .map(|name| format!("${name}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Replaces each reference by its target; `path` has the references that led here.
fn resolve<'a>(
    parts: &[MessagePart],
    entries: &'a BTreeMap<String, CatalogueEntry>,
    path: &mut Vec<&'a str>,
) -> Result<Vec<MessagePart>, String> {
    let mut whole = Vec::new();
    for part in parts {
        match part {
            MessagePart::Reference(id) => {
                let entry = entries
                    .get(id)
                    .ok_or_else(|| format!("refers to unknown `{id}`"))?;
                if path.contains(&id.as_str()) {
                    return Err(format!("refers to itself through `{id}`"));
                }
                path.push(&entry.id);
                whole.extend(resolve(&entry.parts, entries, path)?);
                path.pop();
            }
            MessagePart::Select {
                variable,
                variants,
                default,
            } => whole.push(MessagePart::Select {
                variable: variable.clone(),
                variants: variants
                    .iter()
                    .map(|(key, parts)| Ok((key.clone(), joined(resolve(parts, entries, path)?))))
                    .collect::<Result<_, String>>()?,
                default: *default,
            }),
            MessagePart::Text(_) | MessagePart::Variable(_) => whole.push(part.clone()),
        }
    }
    Ok(whole)
}

/// Joins neighboring texts.
pub fn joined(parts: Vec<MessagePart>) -> Vec<MessagePart> {
    let mut whole: Vec<MessagePart> = Vec::new();
    for part in parts {
        match (whole.last_mut(), part) {
            (Some(MessagePart::Text(before)), MessagePart::Text(text)) => before.push_str(&text),
            (_, part) => whole.push(part),
        }
    }
    whole
}
