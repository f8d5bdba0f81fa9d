//! Adds the site's definitions to a rendered page: the terms that it uses become links to their
//! definitions, and each definition is added once at the end of the page, where `boot.js` opens it
//! in place.
//!
//! This happens here, for all pages alike, so that no page has to know which of its terms are
//! defined. Islands are left unchanged, because hydration would fail otherwise: under a chart, a
//! line is added with the terms that it uses.

mod spell;
mod walk;

use crate::package::{Explained, Glossary, TermGroup};
use crate::pages::{term_boxes, term_link, terms_line};
use crate::ui::{Shell, row_box};
use leptos::prelude::{IntoView, Owner, RenderHtml, provide_context};
use spell::Spellings;
use walk::Pen;

/// The terms of the site, prepared for searching.
pub struct Explainer {
    glossary: Glossary,
    spellings: Spellings,
}

/// A page with its terms linked.
pub struct Explanation {
    pub html: String,
    /// Identifiers of the terms that it defines, in the order of the glossary.
    pub terms: Vec<String>,
}

impl Explainer {
    pub fn new(glossary: Glossary) -> Self {
        Self {
            spellings: Spellings::of(&glossary),
            glossary,
        }
    }

    /// A page's body with its terms linked.
    pub fn explain(&self, body: &str, shell: &Shell) -> Explanation {
        let pen = InPlace {
            explainer: self,
            shell,
        };
        let (mut html, used) = walk::walk(body, &self.spellings, &pen);
        let terms: Vec<&Explained> = used.iter().map(|at| &self.glossary.terms[*at]).collect();
        html.push_str(&text(shell, || term_boxes(&terms)));
        if html.contains(ROW) || html.contains(EXPLORER) {
            html.push_str(&text(shell, row_box));
        }
        Explanation {
            html,
            terms: terms.iter().map(|term| term.id.clone()).collect(),
        }
    }
}

/// A link to one line of a file; the explorer may also show such links.
const ROW: &str = ".csv#row=";
const EXPLORER: &str = "data-island=\"explorer\"";

/// Placeholder for text that is already HTML.
const HERE: &str = "@";

/// Writes links and lines for one page.
struct InPlace<'a> {
    explainer: &'a Explainer,
    shell: &'a Shell,
}

impl Pen for InPlace<'_> {
    fn link(&self, term: usize, words: &str) -> String {
        let id = &self.explainer.glossary.terms[term].id;
        let link = text(self.shell, || term_link(id, HERE.to_owned()));
        link.replacen(HERE, words, 1).replace("<!---->", "")
    }

    fn line(&self, terms: &[usize]) -> String {
        let all = &self.explainer.glossary.terms;
        let terms: Vec<&Explained> = terms.iter().map(|at| &all[*at]).collect();
        text(self.shell, || terms_line(&terms))
    }

    fn of_any_answer(&self) -> Vec<usize> {
        use TermGroup::{Counted, Numbers, Wages};
        let is_general = |term: &Explained| matches!(term.group, Counted | Numbers | Wages);
        let terms = self.explainer.glossary.terms.iter().enumerate();
        terms
            .filter(|(_, term)| is_general(term))
            .map(|(at, _)| at)
            .collect()
    }
}

fn text<V: IntoView>(shell: &Shell, view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(shell.clone());
        view().into_view().to_html()
    });
    html.replace("<!>", "<!---->")
}
