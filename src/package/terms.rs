//! `data/terms.json`: the words that the site explains wherever they occur. Like the catalog it is data of
//! the site, not of a package: a word keeps its meaning from one package to the next.

use crate::bytes::Source;
use crate::problem::{Fault, Problem, SourceLocation};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Every word that is explained.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Glossary {
    pub v: u32,
    /// Names that contain a spelling of a term with another meaning.
    pub leave: Vec<String>,
    pub terms: Vec<Explained>,
}

/// One word with its meaning and where that is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Explained {
    /// The fragment of its address; it never changes.
    pub id: String,
    pub term: String,
    pub group: TermGroup,
    pub definition: String,
    pub sources: Vec<TermSource>,
    /// Spellings that mean it anywhere in a sentence, in any case.
    pub words: Vec<String>,
    /// Texts that mean it only as a whole text: a column heading, a cell, a type.
    pub labels: Vec<String>,
    /// Rows of the package's definitions that it carries over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
}

/// What a word is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermGroup {
    Counted,
    #[default]
    Program,
    Reports,
    Numbers,
    Wages,
}

impl TermGroup {
    pub const ALL: [Self; 5] = [
        Self::Counted,
        Self::Program,
        Self::Reports,
        Self::Numbers,
        Self::Wages,
    ];
}

/// Where a meaning is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TermSource {
    pub title: String,
    /// `https://…`, or a page of this site below its base.
    pub url: String,
    /// Where in it: a question, a section.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
}

impl Glossary {
    pub fn term(&self, id: &str) -> Option<&Explained> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Its faults: a word without meaning or source, or one spelling for two words.
    fn fault(&self) -> Option<String> {
        let (mut ids, mut spellings) = (BTreeSet::new(), BTreeSet::new());
        for term in &self.terms {
            let plain =
                |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            let id = &term.id;
            if id.is_empty() || !id.bytes().all(plain) || !ids.insert(id) {
                return Some(format!(
                    "“{id}” is no identifier of a term, or stands there twice; use small letters, digits and hyphens"
                ));
            }
            if term.definition.is_empty() || term.sources.is_empty() {
                return Some(format!("the term “{id}” needs a definition and a source"));
            }
            // A word may also be one of its own labels.
            let texts = term.words.iter().chain(&term.labels);
            let own: BTreeSet<String> = texts.map(|text| text.to_lowercase()).collect();
            for text in own {
                if spellings.contains(&text) {
                    return Some(format!("“{text}” is a spelling of two terms; keep one"));
                }
                spellings.insert(text);
            }
        }
        None
    }
}

/// Reads the words at `address`.
pub async fn open_terms<S: Source>(source: &S, address: &str) -> Result<Glossary, Problem> {
    let bytes = source.read(address).await?;
    let problem =
        |detail: String| Problem::new(SourceLocation::file(address), Fault::NotJson { detail });
    let glossary: Glossary =
        serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))?;
    match glossary.fault() {
        Some(fault) => Err(problem(fault)),
        None => Ok(glossary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(id: &str, words: &[&str]) -> Explained {
        Explained {
            id: id.into(),
            definition: "What it means.".into(),
            sources: vec![TermSource::default()],
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            ..Explained::default()
        }
    }

    fn of(terms: Vec<Explained>) -> Glossary {
        Glossary {
            terms,
            ..Glossary::default()
        }
    }

    #[test]
    fn one_spelling_never_has_two_meanings() {
        assert_eq!(of(vec![term("a", &["Median", "median"])]).fault(), None);
        let fault = of(vec![term("a", &["median"]), term("b", &["Median"])]).fault();
        assert!(fault.is_some_and(|fault| fault.contains("two terms")));
    }

    #[test]
    fn a_word_without_meaning_or_source_is_refused() {
        let mut bare = term("a", &[]);
        bare.sources.clear();
        assert!(of(vec![bare]).fault().is_some());
        assert!(of(vec![term("A b", &[])]).fault().is_some());
        assert!(of(vec![term("a", &[]), term("a", &[])]).fault().is_some());
    }
}
