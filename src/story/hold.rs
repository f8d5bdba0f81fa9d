//! Validates a story against the data: every claim is published, matches what was published, is the
//! latest of its kind, and every statement has a source.

use super::block::{Block, Inline, Note, each_inline, words};
use super::{Directive, Spot, Story, agrees};
use crate::frame::{ClaimPage, Relation, answer, claim_page, claims_published, understand};
use crate::locale::Locale;
use crate::package::{Package, Resource, ResourceRole};
use crate::problem::{Fault, Place, Problem, StoryFault, nearest};
use crate::prose;
use crate::query::parse;
use crate::table::Dataset;
use std::collections::BTreeSet;

/// The data against which a story is validated.
pub struct Holds<'a> {
    pub dataset: &'a Dataset,
    /// Identifiers of grantees.
    pub grantees: Vec<String>,
    /// Names of published views; `None` where a package is validated alone, without its site.
    pub views: Option<Vec<String>>,
    /// Every story of the package, including this one.
    pub stories: &'a [Story],
}

/// Lists every disagreement between the text and the data.
pub fn hold(story: &Story, holds: &Holds) -> Vec<Problem> {
    let mut teller = Teller {
        place: Place::file(&story.file),
        problems: Vec::new(),
    };
    grantee(story, holds, &mut teller);
    claims(story, holds, &mut teller);
    for (directive, at) in story.placed() {
        placed(directive, at, holds, &mut teller);
    }
    if let Some(photo) = &story.front.photo {
        picture(
            &photo.name,
            Spot {
                line: 1,
                character: 1,
            },
            holds,
            &mut teller,
        );
    }
    sources(&story.blocks, &mut teller);
    for note in &story.notes {
        footnote(note, &mut teller);
    }
    if let Some((path, at)) = circle(story, holds.stories) {
        teller.tell(at, StoryFault::Loop { path });
    }
    teller.problems
}

/// The plain file name of a picture of the package.
pub fn picture_name(resource: &Resource) -> Option<&str> {
    let is_picture = resource.role() == ResourceRole::Picture;
    is_picture
        .then(|| resource.path.rsplit('/').next())
        .flatten()
}

fn pictures(package: &Package) -> impl Iterator<Item = &str> {
    package.resources.iter().filter_map(picture_name)
}

struct Teller {
    place: Place,
    problems: Vec<Problem>,
}

impl Teller {
    fn tell(&mut self, at: Spot, fault: StoryFault) {
        let place = match at.line {
            0 => self.place.clone(),
            line => self.place.spot(line, at.character),
        };
        self.problems.push(Problem::new(place, Fault::Story(fault)));
    }
}

fn grantee(story: &Story, holds: &Holds, teller: &mut Teller) {
    let found = &story.front.grantee;
    if !found.is_empty() && !holds.grantees.contains(found) {
        let fault = StoryFault::UnknownGrantee {
            found: found.clone(),
            near: nearest(found, holds.grantees.iter().map(String::as_str)),
        };
        teller.tell(
            Spot {
                line: 1,
                character: 1,
            },
            fault,
        );
    }
}

fn claims(story: &Story, holds: &Holds, teller: &mut Teller) {
    let head = Spot {
        line: 1,
        character: 1,
    };
    let placed = story.placed();
    let in_text = story.claims().into_iter();
    let in_text = in_text.map(|claim| {
        (
            claim.id.as_str(),
            claim.written.as_str(),
            claim.is_history,
            claim.at,
        )
    });
    let shown = placed.iter().filter_map(|(directive, at)| match directive {
        Directive::Figure { claim, .. } => Some((claim.as_str(), "", false, *at)),
        _ => None,
    });
    let hero = story
        .front
        .hero
        .iter()
        .map(|id| (id.as_str(), "", false, head));
    for (id, written, is_history, at) in in_text.chain(shown).chain(hero) {
        let Some(claim) = claim_page(holds.dataset, id) else {
            let known = claims_published(holds.dataset);
            let fault = StoryFault::UnknownClaim {
                found: id.to_owned(),
                near: nearest(id, known.iter().map(|claim| claim.claim_id.as_str())),
            };
            teller.tell(at, fault);
            continue;
        };
        says(&claim, written, at, teller);
        if !is_history {
            is_newest(&claim, at, teller);
        }
        let is_sourced = claim
            .statements
            .iter()
            .any(|said| !said.source.url.is_empty());
        if !is_sourced {
            teller.tell(
                at,
                StoryFault::FigureWithoutSource {
                    claim: id.to_owned(),
                },
            );
        }
    }
}

fn says(claim: &ClaimPage, written: &str, at: Spot, teller: &mut Teller) {
    let Some(row) = claim.frame.rows.first() else {
        return;
    };
    let measure = &claim.frame.measure;
    if agrees(written, &row.cell, measure) == Some(false) {
        let fault = StoryFault::SaysOther {
            written: written.to_owned(),
            published: Locale::EN.text(prose::value(&row.cell, measure)),
        };
        teller.tell(at, fault);
    }
}

fn is_newest(claim: &ClaimPage, at: Spot, teller: &mut Teller) {
    let mut later = claim
        .others
        .iter()
        .filter(|other| other.relation == Relation::Later);
    if let Some(newest) = later.next_back() {
        let fault = StoryFault::Older {
            claim: claim.claim_id.clone(),
            newer: newest.claim_id.clone(),
        };
        teller.tell(at, fault);
    }
}

fn placed(directive: &Directive, at: Spot, holds: &Holds, teller: &mut Teller) {
    match directive {
        Directive::View { id, .. } => {
            let Some(views) = &holds.views else {
                return;
            };
            if !views.contains(id) {
                let fault = StoryFault::UnknownView {
                    found: id.clone(),
                    near: nearest(id, views.iter().map(String::as_str)),
                };
                teller.tell(at, fault);
            }
        }
        Directive::Ask { query, .. } => {
            if let Err(reason) = ask(holds.dataset, query) {
                teller.tell(at, StoryFault::NoAnswer { reason });
            }
        }
        Directive::Picture { name, .. } => picture(name, at, holds, teller),
        Directive::Story { id } => {
            let known = holds.stories.iter().map(|story| story.id.as_str());
            if !known.clone().any(|known| known == id) {
                let fault = StoryFault::UnknownStory {
                    found: id.clone(),
                    near: nearest(id, known),
                };
                teller.tell(at, fault);
            }
        }
        Directive::Figure { .. } | Directive::Partnership => {}
    }
}

/// Checks that a question has an answer in this package. The error is the reason in words.
fn ask(dataset: &Dataset, query: &str) -> Result<(), String> {
    let (asked, mut notices) = parse(query);
    // A question to another package is answered when the page is rendered.
    let own = &dataset.package.name;
    if asked.package.as_ref().is_some_and(|name| name != own) {
        return Ok(());
    }
    let locale = Locale::EN;
    let resolved = understand(dataset, &asked).ok_or_else(|| query.to_owned())?;
    notices.extend(resolved.notices.iter().cloned());
    if let Some(notice) = notices.first() {
        return Err(locale.text(notice.message()));
    }
    let answered = answer(dataset, &resolved);
    answered
        .map(|_| ())
        .map_err(|refusal| locale.text(prose::refusal(&refusal)))
}

fn picture(name: &str, at: Spot, holds: &Holds, teller: &mut Teller) {
    let mut known = pictures(&holds.dataset.package);
    if !known.any(|known| known == name) {
        let fault = StoryFault::UnknownPicture {
            near: nearest(name, pictures(&holds.dataset.package)),
            found: name.to_owned(),
        };
        teller.tell(at, fault);
    }
}

/// Checks that every paragraph, quote and table of the text has a source, a footnote or a figure.
fn sources(blocks: &[Block], teller: &mut Teller) {
    for block in blocks {
        match block {
            Block::Paragraph { text, at } => {
                stated(std::slice::from_ref(block), &words(text), *at, teller)
            }
            Block::Table { head, at, .. } => {
                let begins = head.first().map(|cell| words(cell)).unwrap_or_default();
                stated(std::slice::from_ref(block), &begins, *at, teller);
            }
            Block::Quote { blocks: inner, at } => {
                stated(inner, &beginning(inner), *at, teller);
            }
            Block::List { items, .. } => items.iter().for_each(|item| {
                if let Some(Block::Paragraph { text, at }) = item.blocks.first() {
                    stated(&item.blocks, &words(text), *at, teller);
                }
            }),
            _ => {}
        }
    }
}

fn beginning(blocks: &[Block]) -> String {
    match blocks.first() {
        Some(Block::Paragraph { text, .. }) => words(text),
        _ => String::new(),
    }
}

fn stated(blocks: &[Block], begins: &str, at: Spot, teller: &mut Teller) {
    if !leads_somewhere(blocks) {
        let begins = begins.chars().take(40).collect();
        teller.tell(at, StoryFault::NoSource { begins });
    }
}

fn leads_somewhere(blocks: &[Block]) -> bool {
    let mut found = false;
    each_inline(blocks, &mut |part| {
        found |= matches!(
            part,
            Inline::Link { .. } | Inline::Claim(_) | Inline::Note(_)
        );
    });
    found
}

fn footnote(note: &Note, teller: &mut Teller) {
    if note.blocks.is_empty() {
        let found = note.name.clone();
        return teller.tell(note.at, StoryFault::UnknownNote { found });
    }
    if !leads_somewhere(&note.blocks) {
        let found = note.name.clone();
        teller.tell(note.at, StoryFault::NoteWithoutSource { found });
    }
}

/// The circle in which stories embed each other, if `story` is part of one.
fn circle(story: &Story, all: &[Story]) -> Option<(String, Spot)> {
    let next = |id: &str| -> Vec<(String, Spot)> {
        let of = all.iter().filter(|story| story.id == id);
        of.flat_map(|story| story.placed())
            .filter_map(|(directive, at)| match directive {
                Directive::Story { id } => Some((id.clone(), at)),
                _ => None,
            })
            .collect()
    };
    for (first, at) in next(&story.id) {
        let mut way = vec![(first.clone(), format!("{} → {first}", story.id))];
        let mut seen = BTreeSet::new();
        while let Some((id, path)) = way.pop() {
            if id == story.id {
                return Some((path, at));
            }
            if seen.insert(id.clone()) {
                let steps = next(&id).into_iter();
                way.extend(steps.map(|(step, _)| (step.clone(), format!("{path} → {step}"))));
            }
        }
    }
    None
}
