//! The words that the site explains: all of them on one page, and the boxes in which a page explains those
//! that it uses.

use crate::bytes::Source;
use crate::loader::PublishedFiles;
use crate::locale::Message;
use crate::m;
use crate::package::{Explained, Glossary, TermGroup, TermSource};
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A definition names at most this many pages that use its word; it counts the others.
const NAMED: usize = 6;

/// The pages on which a word is explained, as (title, path below the base), by its identifier.
pub type Uses = BTreeMap<String, Vec<(String, String)>>;

#[derive(Clone, Debug)]
pub struct DefinitionsPage {
    pub glossary: Glossary,
    /// Only the build knows them, once it has made the other pages.
    pub uses: Uses,
}

pub(super) async fn load<S: Source>(files: &PublishedFiles<S>) -> Result<DefinitionsPage, Problem> {
    Ok(DefinitionsPage {
        glossary: files.terms().await?,
        uses: Uses::new(),
    })
}

impl DefinitionsPage {
    pub fn description(&self) -> Message {
        m!(DefinitionsDescription, count = self.glossary.terms.len())
    }
}

/// Where a word is explained: the target of every link on it.
fn term_address(id: &str) -> String {
    format!("{}#{id}", href(&Route::Definitions))
}

pub(super) fn definitions_page(page: DefinitionsPage) -> impl IntoView {
    let count = page.glossary.terms.len();
    let groups = TermGroup::ALL
        .into_iter()
        .map(|of| group(of, &page))
        .collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(DefinitionsTitle))}</h1>
            <p class="lede">{localize(m!(DefinitionsLede, count = count))}</p>
        </div>
        {groups}
    }
}

fn group(of: TermGroup, page: &DefinitionsPage) -> impl IntoView + use<> {
    let title = match of {
        TermGroup::Counted => m!(DefinitionsCounted),
        TermGroup::Program => m!(DefinitionsProgram),
        TermGroup::Reports => m!(DefinitionsReports),
        TermGroup::Numbers => m!(DefinitionsNumbers),
        TermGroup::Wages => m!(DefinitionsWages),
    };
    let terms = page.glossary.terms.iter().filter(|term| term.group == of);
    let terms = terms
        .map(|term| entry(term, page.uses.get(&term.id)))
        .collect_view();
    view! {
        <section class="wrap band">
            <h2>{localize(title)}</h2>
            <dl class="terms">{terms}</dl>
        </section>
    }
}

fn entry(term: &Explained, uses: Option<&Vec<(String, String)>>) -> impl IntoView + use<> {
    let also: Vec<String> = term
        .words
        .iter()
        .filter(|word| !word.eq_ignore_ascii_case(&term.term))
        .cloned()
        .collect();
    let also = (!also.is_empty()).then(|| {
        let words = shell().locale.list(&also);
        view! { <p class="note">{localize(m!(DefinitionsAlso, words = words))}</p> }
    });
    let used = uses.map(|pages| {
        let named = pages.iter().take(NAMED).map(|(title, path)| {
            view! { <li><a href=shell().place.file(path)>{title.clone()}</a></li> }
        });
        view! {
            <details class="used-on">
                <summary>{localize(m!(DefinitionsUsed, count = pages.len()))}</summary>
                <ul>{named.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <div class="term-entry" id=term.id.clone()>
            <dt>{term.term.clone()}</dt>
            <dd>
                <p>{term.definition.clone()}</p>
                {also}
                {sources(&term.sources)}
                {used}
            </dd>
        </div>
    }
}

/// Where a meaning is written, one link each.
fn sources(all: &[TermSource]) -> impl IntoView + use<> {
    let place = shell().place;
    let links = all
        .iter()
        .enumerate()
        .map(|(at, source)| {
            let address = match source.url.contains("://") {
                true => source.url.clone(),
                false => place.file(&source.url),
            };
            let inside = (!source.place.is_empty())
                .then(|| localize(m!(DefinitionsSourcePlace, place = &source.place)));
            let between = (at > 0).then_some("; ");
            view! { {between} <a href=address>{source.title.clone()}</a> {inside} }
        })
        .collect_view();
    view! { <p class="term-source">{localize(m!(DefinitionsSource))} " " {links}</p> }
}

/// The popovers with the definitions of a page's terms, each once at the end of the page.
pub fn term_boxes(terms: &[&Explained]) -> impl IntoView + use<> {
    terms.iter().map(|term| term_box(term)).collect_view()
}

fn term_box(term: &Explained) -> impl IntoView + use<> {
    let id = format!("term-{}", term.id);
    let name = format!("{id}-name");
    let (closes, labelled) = (id.clone(), name.clone());
    view! {
        <div class="term-box" id=id popover="auto" role="dialog" aria-labelledby=labelled tabindex="-1">
            <p class="term-name" id=name>{term.term.clone()}</p>
            <p>{term.definition.clone()}</p>
            {sources(&term.sources)}
            <p class="term-actions">
                <a href=term_address(&term.id)>{localize(m!(DefinitionsSee))}</a>
                <button type="button" class="term-close" popovertarget=closes popovertargetaction="hide">{localize(m!(DefinitionsClose))}</button>
            </p>
        </div>
    }
}

/// The terms of a chart and its notes, as links in a line below it. Links inside the chart would break its hydration.
pub fn terms_line(terms: &[&Explained]) -> impl IntoView + use<> {
    let last = terms.len().saturating_sub(1);
    let links = terms
        .iter()
        .enumerate()
        .map(|(at, term)| {
            let comma = (at < last).then_some(", ");
            view! { {term_link(&term.id, term.term.clone())} {comma} }
        })
        .collect_view();
    (!terms.is_empty())
        .then(|| view! { <p class="figure-words">{localize(m!(DefinitionsHere))} " " {links}</p> })
}

/// A word that opens its definition: a link to it, which `boot.js` answers in place.
pub fn term_link(id: &str, words: String) -> impl IntoView + use<> {
    view! { <a class="term" href=term_address(id) data-term=id.to_owned()>{words}</a> }
}
