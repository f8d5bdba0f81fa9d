//! The page of one story: its main number, its text with figures, the grant, the sources and similar stories.

use super::blocks::{blocks, here, notes};
use super::placed::{Placed, number, show};
use super::story_index::{StoryIndex, Teaser, card_with, labels};
use crate::bytes::Source;
use crate::frame::{Award, ClaimPage, LabeledCode, claim_page, incomparable_reasons};
use crate::loader::PublishedFiles;
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::pages::claims::claims_head;
use crate::pages::compare::{ComparedKind, ComparisonChoice};
use crate::pages::profiles::parts;
use crate::pages::share;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::story::{Directive, Story};
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

#[derive(Clone, Debug)]
pub struct StoryPage {
    pub story: Story,
    pub teaser: Teaser,
    pub(super) award: Option<Award>,
    /// What its text names and places.
    pub(super) placed: Placed,
    peers: SimilarStories,
    /// The version of the data and its day.
    pub(super) version: (String, String),
}

/// Others like it, and the rule by which they were chosen.
#[derive(Clone, Debug, Default)]
struct SimilarStories {
    /// Whether they share the engagement model; otherwise they share industries.
    by_model: bool,
    stories: Vec<Teaser>,
    /// For each of them what sets its number apart from this one’s.
    apart: Vec<Option<Message>>,
    /// Keys for a comparison, this one first.
    compare: Vec<String>,
}

/// The maximum number of similar stories.
const NEAR: usize = 3;

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    id: &str,
) -> Result<Option<StoryPage>, Problem> {
    let library = StoryIndex::open(files).await?;
    let Some(story) = library.story(id).cloned() else {
        return Ok(None);
    };
    let mut shown = Vec::new();
    for (directive, _) in story.placed() {
        shown.push((
            directive.clone(),
            show(files, &library, &story, directive).await?,
        ));
    }
    let named = story.claims().into_iter().map(|claim| claim.id.clone());
    let placed = story
        .placed()
        .into_iter()
        .filter_map(|(directive, _)| match directive {
            Directive::Figure { claim, .. } => Some(claim.clone()),
            _ => None,
        });
    let claims = named
        .chain(placed)
        .chain(story.front.hero.clone())
        .filter_map(|id| Some((id.clone(), claim_page(&library.dataset, &id)?)))
        .collect();
    let teaser = library.teaser(&story);
    let package = &library.dataset.package;
    let day = package.created.get(..10).unwrap_or(&package.created);
    Ok(Some(StoryPage {
        peers: SimilarStories::of(&teaser, library.teasers()),
        award: library.award_of(&story.front.grantee).cloned(),
        version: (package.version.clone(), day.to_owned()),
        teaser,
        placed: Placed { claims, shown },
        story,
    }))
}

impl SimilarStories {
    fn of(own: &Teaser, all: &[Teaser]) -> Self {
        let others = || {
            all.iter()
                .filter(|other| other.id != own.id && other.holder != own.holder)
        };
        let shares =
            |a: &[LabeledCode], b: &[LabeledCode]| a.iter().filter(|term| b.contains(term)).count();
        let same: Vec<Teaser> = others()
            .filter(|other| shares(&own.models, &other.models) > 0)
            .cloned()
            .collect();
        let by_model = !same.is_empty();
        let mut found = match by_model {
            true => same,
            false => others()
                .filter(|other| shares(&own.industries, &other.industries) > 0)
                .cloned()
                .collect(),
        };
        found.sort_by_key(|other| std::cmp::Reverse(shares(&own.industries, &other.industries)));
        found.truncate(NEAR);
        let keys = std::iter::once(own)
            .chain(&found)
            .map(|it| it.holder.key.clone());
        let apart = |other: &Teaser| {
            let reasons =
                prose::comparability_reasons(&incomparable_reasons(&[own.side(), other.side()]))?;
            own.number().map(|_| m!(StoryPeersApart, reasons = reasons))
        };
        Self {
            by_model,
            compare: keys.collect(),
            apart: found.iter().map(apart).collect(),
            stories: found,
        }
    }
}

impl StoryPage {
    pub fn title(&self) -> Message {
        m!(
            StoryDocumentTitle,
            title = &self.story.front.title,
            grantee = &self.teaser.holder.label
        )
    }

    pub fn description(&self) -> Message {
        m!(SubtitleOnly, part = &self.story.front.summary)
    }

    /// The figure in the largest type.
    pub fn hero(&self) -> Option<&ClaimPage> {
        self.placed.claims.get(self.story.front.hero.as_ref()?)
    }

    /// The version of the story's data and its date.
    pub fn version(&self) -> (&str, &str) {
        (&self.version.0, &self.version.1)
    }
}

pub(in crate::pages) fn story_page(page: StoryPage) -> impl IntoView {
    let front = &page.story.front;
    let places = shell().locale.list(&labels(&page.teaser.places));
    let hero = page.hero().map(|claim| number(claim, "", true));
    let photo = front
        .photo
        .as_ref()
        .map(|photo| super::placed::picture(&photo.name, &photo.alt, &photo.credit));
    let by = m!(
        StoryBy,
        author = &front.author,
        date = Arg::Date(front.date.clone())
    );
    let language = (front.language != "en").then(|| front.language.clone());
    let route = Route::Story(page.story.id.clone());
    view! {
        <article class="story" lang=language>
            <header class="wrap page-head story-head">
                <p class="story-kicker">
                    <a href=href(&Route::Grantee(page.teaser.holder.key.clone()))>{page.teaser.holder.label.clone()}</a>
                    {(!places.is_empty()).then(|| format!(" · {places}"))}
                </p>
                <h1>{front.title.clone()}</h1>
                <p class="lede">{front.summary.clone()}</p>
                <p class="story-by">{localize(by)}</p>
            </header>
            {hero.map(|hero| view! { <div class="story-hero"><div class="wrap">{hero}</div></div> })}
            {photo.map(|photo| view! { <div class="wrap">{photo}</div> })}
            <div class="wrap story-body">{blocks(&page.story.blocks, &page.placed)}</div>
            {about(&page)}
            {cited(&page)}
            {others(&page)}
            <div class="wrap">{share::sheet(&route, &front.title)}</div>
        </article>
    }
}

/// The award behind the story, as the package has it.
fn about(page: &StoryPage) -> Option<impl IntoView + use<>> {
    let award = page.award.as_ref()?;
    let some = |terms: &[LabeledCode], route: fn(String) -> Route| {
        (!terms.is_empty()).then(|| parts::links(terms, route).into_any())
    };
    let phases = (!award.phases.is_empty()).then(|| {
        let words = shell().locale.list(&labels(&award.phases));
        view! { <a href=href(&Route::Phases)>{words}</a> " " {localize(m!(StoryOurReading))} }
            .into_any()
    });
    let consent = page.story.front.consent.clone();
    Some(view! {
        <section class="wrap band" aria-labelledby="story-award">
            <h2 id="story-award">{localize(m!(StoryAward))}</h2>
            <dl class="facts">
                {parts::fact(m!(GranteeAmount), Some(parts::amount_link(award)))}
                {parts::fact(m!(RecordRound), Some(award.round.label.clone().into_any()))}
                {parts::fact(m!(GranteePlaces), some(&award.places, Route::State))}
                {parts::fact(m!(GranteeIndustries), some(&award.industries, Route::Industry))}
                {parts::fact(m!(StoryModel), some(&award.models, Route::Model))}
                {parts::fact(m!(StoryPhases), phases)}
                {parts::fact(m!(StoryConsent), Some(consent.into_any()))}
            </dl>
            <p class="more"><a href=href(&Route::Grantee(award.holder.key.clone()))>{localize(m!(StoryGrantee, name = &award.holder.label))}</a></p>
        </section>
    })
}

/// The section of sources: the figures with type, date and source, and the footnotes.
fn cited(page: &StoryPage) -> impl IntoView + use<> {
    let rows = page.placed.claims.values().filter_map(|claim| {
        let row = claim.frame.rows.first()?;
        let figure = row.figure.clone().unwrap_or_default();
        let source = claim.statements.first().map(|statement| statement.source.clone()).unwrap_or_default();
        Some(view! {
            <tr>
                <th scope="row"><a href=href(&Route::Figure(claim.claim_id.clone()))>{claim.frame.measure.title.clone()}</a></th>
                <td class="number">{localize(prose::value(&row.cell, &claim.frame.measure))}</td>
                <td>{row.kind.map(|kind| localize(kind.label()))}</td>
                <td>{localize(prose::dated(&figure))}</td>
                <td><a href=source.url>{source.publisher}</a></td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    let (version, day) = page.version.clone();
    let data = m!(StoryData, version = version, date = Arg::Date(day));
    let figures = (!page.placed.claims.is_empty()).then(|| {
        view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(StoryFigures))>
                <table class="claims stacked">
                    {claims_head()}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section class="wrap band" aria-labelledby="story-sources">
            <h2 id="story-sources">{localize(m!(StorySources))}</h2>
            <p>{localize(m!(StorySourcesLede))} " " {localize(data)}</p>
            {figures}
            {notes(&page.story.notes, &page.placed)}
        </section>
    }
}

fn others(page: &StoryPage) -> Option<impl IntoView + use<>> {
    let peers = &page.peers;
    let rule = match peers.by_model {
        true => m!(StoryPeersModel),
        false => m!(StoryPeersIndustry),
    };
    let cards =
        peers.stories.iter().zip(&peers.apart).map(
            |(teaser, apart)| view! { <li>{card_with(teaser, apart.clone().map(localize))}</li> },
        );
    let cards = cards.collect_view();
    let compare = ComparisonChoice {
        of: ComparedKind::Grantees,
        items: peers.compare.clone(),
    };
    (!peers.stories.is_empty()).then(|| {
        view! {
            <section class="wrap band" aria-labelledby="story-others">
                <h2 id="story-others">{localize(m!(StoryOthers))}</h2>
                <p>{localize(rule)} " " {localize(m!(StoryPeersNote))}</p>
                <ul class="story-cards">{cards}</ul>
                <p class="more"><a href=compare.href()>{localize(m!(StoryCompare))}</a></p>
            </section>
        }
    })
}

/// The page's own address, for those who print it.
pub(super) fn own_address() -> String {
    format!("{}{}", shell().site.origin, here())
}
