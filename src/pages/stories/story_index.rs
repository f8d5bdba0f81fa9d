//! The stories of the site's own package, with the awards that they are about.

use crate::bytes::Source;
use crate::frame::{
    Award, ClaimPage, ComparedNumber, LabeledCode, awards, claim_page, terms, year,
};
use crate::loader::{Edition, PublishedFiles};
use crate::m;
use crate::package::ResourceRole;
use crate::problem::Problem;
use crate::site::Route;
use crate::story::{Story, read};
use crate::table::Dataset;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;
use std::rc::Rc;

pub(in crate::pages) struct StoryIndex {
    pub dataset: Rc<Dataset>,
    pub awards: Vec<Award>,
    /// Grantees by identifier.
    holders: Vec<LabeledCode>,
    /// Newest first, then by title.
    pub stories: Vec<Story>,
    /// Of each of them, in the same order.
    teasers: Vec<Teaser>,
}

/// A story as other pages name it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teaser {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub date: String,
    pub holder: LabeledCode,
    pub places: Vec<LabeledCode>,
    pub industries: Vec<LabeledCode>,
    pub models: Vec<LabeledCode>,
    pub phases: Vec<LabeledCode>,
    /// The year in which the award was announced.
    pub began: Option<i32>,
    /// The figure in the largest type.
    pub hero: Option<Box<ClaimPage>>,
}

impl StoryIndex {
    /// Reads every story. One that cannot be read has no page; `outcomes check` says why.
    pub async fn open<S: Source>(files: &PublishedFiles<S>) -> Result<Rc<Self>, Problem> {
        if let Some(library) = files.derived() {
            return Ok(library);
        }
        let library = Rc::new(Self::read(files).await?);
        files.keep_derived(library.clone());
        Ok(library)
    }

    async fn read<S: Source>(files: &PublishedFiles<S>) -> Result<Self, Problem> {
        let dataset = files.dataset(&Edition::usual(&files.catalog)).await?;
        let package = &dataset.package;
        let mut stories = Vec::new();
        for resource in package.of_role(ResourceRole::Story) {
            let file = package.address_of(resource);
            let bytes = files.source.read(&file).await?;
            stories.extend(read(&file, &bytes).value);
        }
        stories
            .sort_by(|a, b| (&b.front.date, &a.front.title).cmp(&(&a.front.date, &b.front.title)));
        let holders = terms(&dataset, &package.outcomes.stories.about);
        let awards = awards(&dataset, &files.catalog);
        let mut library = Self {
            dataset: dataset.clone(),
            awards,
            holders,
            stories,
            teasers: Vec::new(),
        };
        let teasers = library.stories.iter().map(|story| library.teaser(story));
        library.teasers = teasers.collect();
        Ok(library)
    }

    pub fn story(&self, id: &str) -> Option<&Story> {
        self.stories.iter().find(|story| story.id == id)
    }

    pub fn holder(&self, key: &str) -> LabeledCode {
        let known = self.holders.iter().find(|term| term.key == key);
        known.cloned().unwrap_or_else(|| LabeledCode {
            key: key.to_owned(),
            label: key.to_owned(),
        })
    }

    pub fn award_of(&self, key: &str) -> Option<&Award> {
        self.awards.iter().find(|award| award.holder.key == key)
    }

    pub fn teaser(&self, story: &Story) -> Teaser {
        let award = self
            .award_of(&story.front.grantee)
            .cloned()
            .unwrap_or_default();
        let hero = story.front.hero.as_deref();
        Teaser {
            id: story.id.clone(),
            title: story.front.title.clone(),
            summary: story.front.summary.clone(),
            date: story.front.date.clone(),
            holder: self.holder(&story.front.grantee),
            places: award.places,
            industries: award.industries,
            models: award.models,
            phases: award.phases,
            began: year(&award.announced_on),
            hero: hero
                .and_then(|id| claim_page(&self.dataset, id))
                .map(Box::new),
        }
    }

    pub fn teasers(&self) -> &[Teaser] {
        &self.teasers
    }
}

/// Every story of the site, as other pages name it.
pub async fn teasers<S: Source>(files: &PublishedFiles<S>) -> Result<Vec<Teaser>, Problem> {
    Ok(StoryIndex::open(files).await?.teasers().to_vec())
}

impl Teaser {
    /// The number in the largest type, with its label.
    pub fn number(&self) -> Option<String> {
        let claim = self.hero.as_ref()?;
        let row = claim.frame.rows.first()?;
        Some(localize(crate::prose::value(
            &row.cell,
            &claim.frame.measure,
        )))
    }

    /// That number with what sets it apart from others.
    pub fn side(&self) -> ComparedNumber {
        let claim = self.hero.as_ref();
        let row = claim.and_then(|claim| claim.frame.rows.first());
        let mut industries: Vec<String> = self
            .industries
            .iter()
            .map(|term| term.key.clone())
            .collect();
        industries.sort();
        ComparedNumber {
            label: self.holder.label.clone(),
            quantity: row.and_then(|row| row.cell.quantity),
            kind: row.and_then(|row| row.kind),
            measure: claim.map_or_else(String::new, |claim| claim.frame.measure.code.clone()),
            is_part: claim.is_some_and(|claim| claim.whole.is_some()),
            began: self.began,
            industries,
            ..ComparedNumber::default()
        }
    }
}

/// A story as a card that leads to it.
pub(super) fn card(teaser: &Teaser) -> impl IntoView + use<> {
    card_with(teaser, None)
}

/// The same with a sentence under its number.
pub(super) fn card_with(teaser: &Teaser, under: Option<String>) -> impl IntoView + use<> {
    let number = teaser.number().map(|number| {
        let what = teaser
            .hero
            .as_ref()
            .map(|claim| claim.frame.measure.title.clone());
        view! { <p class="story-card-number">{number} <span>{what}</span></p> }
    });
    let places = shell().locale.list(&labels(&teaser.places));
    let models = (!teaser.models.is_empty()).then(|| {
        view! { <p class="card-meta">{localize(m!(StoryModelIs, model = shell().locale.list(&labels(&teaser.models))))}</p> }
    });
    view! {
        <article class="card story-card">
            <p class="card-what">{teaser.holder.label.clone()} " · " {places}</p>
            <h3 class="card-name"><a href=href(&Route::Story(teaser.id.clone()))>{teaser.title.clone()}</a></h3>
            <p class="story-card-words">{teaser.summary.clone()}</p>
            {number}
            {under.map(|words| view! { <p class="card-meta">{words}</p> })}
            {models}
        </article>
    }
}

pub(super) fn labels(terms: &[LabeledCode]) -> Vec<String> {
    terms.iter().map(|term| term.label.clone()).collect()
}
