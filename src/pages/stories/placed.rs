//! The parts that a separate line of a story inserts: figures, pictures, the partnership's published numbers, a link
//! to another story.

use super::story_index::{StoryIndex, Teaser, card};
use crate::bytes::Source;
use crate::frame::{ClaimPage, RecordedClaim, claim_page, record};
use crate::loader::PublishedFiles;
use crate::locale::{Labeled, Message};
use crate::m;
use crate::package::{PublishedView, RecordColumn};
use crate::pages::benchmark::{self, BenchmarkPage};
use crate::pages::profiles::{Proportion, proportions, proportions_section};
use crate::pages::views::{ShownView, load_view};
use crate::problem::Problem;
use crate::prose;
use crate::query::{Query, View, parse};
use crate::site::Route;
use crate::story::{Directive, Story};
use crate::ui::{FigureData, figure_island, href, localize, shell};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a directive shows, gathered beforehand.
#[derive(Clone, Debug)]
pub(super) enum PlacedContent {
    View(Box<ShownView>),
    Claim(Box<ClaimPage>, Option<Box<BenchmarkPage>>),
    Partnership(Box<Partnership>),
    Story(Box<Teaser>),
    Picture,
    /// There is nothing to show; `outcomes check` says why.
    Nothing,
}

/// What the text of a story names and places, gathered beforehand.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Every figure that the text names, by identifier.
    pub claims: BTreeMap<String, ClaimPage>,
    /// The part that each such line inserts.
    pub shown: Vec<(Directive, PlacedContent)>,
}

/// What has been published of one grantee's own partnership, stage by stage.
#[derive(Clone, Debug)]
pub(super) struct Partnership {
    stages: Vec<(RecordColumn, Vec<RecordedClaim>)>,
    proportions: Vec<Proportion>,
    /// Stages of one count of people, where enough of them are published.
    funnel: Option<ShownView>,
}

pub(super) async fn show<S: Source>(
    files: &PublishedFiles<S>,
    library: &StoryIndex,
    story: &Story,
    directive: &Directive,
) -> Result<PlacedContent, Problem> {
    Ok(match directive {
        Directive::View { id, .. } => {
            let views = files.views().await?.views;
            match views.into_iter().find(|view| view.id == *id) {
                Some(view) => shown(files, &view).await,
                None => PlacedContent::Nothing,
            }
        }
        Directive::Ask { query, .. } => {
            let view = PublishedView {
                query: query.clone(),
                ..PublishedView::default()
            };
            shown(files, &view).await
        }
        Directive::Figure { claim, .. } => match claim_page(&library.dataset, claim) {
            Some(page) => {
                let beside = benchmark::load(files, &library.dataset, claim).await?;
                PlacedContent::Claim(Box::new(page), beside.map(Box::new))
            }
            None => PlacedContent::Nothing,
        },
        Directive::Partnership => partnership_of(files, library, &story.front.grantee).await,
        Directive::Story { id } => library.story(id).map_or(PlacedContent::Nothing, |other| {
            PlacedContent::Story(Box::new(library.teaser(other)))
        }),
        Directive::Picture { .. } => PlacedContent::Picture,
    })
}

async fn shown<S: Source>(files: &PublishedFiles<S>, view: &PublishedView) -> PlacedContent {
    let found = load_view(files, view).await;
    found.map_or(PlacedContent::Nothing, |view| {
        PlacedContent::View(Box::new(view))
    })
}

async fn partnership_of<S: Source>(
    files: &PublishedFiles<S>,
    library: &StoryIndex,
    holder: &str,
) -> PlacedContent {
    let (dataset, catalog) = (&library.dataset, &files.catalog);
    let Some(record) = record(dataset, &catalog.record) else {
        return PlacedContent::Nothing;
    };
    let row = record.awards.iter().find(|row| row.holder == holder);
    let cells = row.map(|row| row.cells.clone()).unwrap_or_default();
    let stages: Vec<(RecordColumn, Vec<RecordedClaim>)> =
        record.columns.into_iter().zip(cells).collect();
    let claims = crate::frame::claims_about(dataset, &catalog.record.holder, holder);
    // Stages are one funnel only where they count the same people in the same unit.
    let query = Query {
        measure: Some("people_enrolled".to_owned()),
        compare: vec!["people_completed".to_owned(), "people_placed".to_owned()],
        by: Some(catalog.record.holder.clone()),
        view: Some(View::Funnel),
        filters: [(catalog.record.holder.clone(), vec![holder.to_owned()])].into(),
        ..Query::default()
    };
    let asked = PublishedView {
        query: crate::query::to_address(&query, &Query::default()),
        ..PublishedView::default()
    };
    let funnel = match parse(&asked.query).1.is_empty() {
        true => load_view(files, &asked).await.ok(),
        false => None,
    };
    PlacedContent::Partnership(Box::new(Partnership {
        stages,
        proportions: proportions(dataset, &catalog.profiles, &claims),
        funnel: funnel.filter(|shown| {
            let known = shown.frame.rows.iter().filter(|row| row.cell.has_number());
            shown.as_view == View::Funnel && known.count() > 1
        }),
    }))
}

/// The view of one directive.
pub(super) fn placed(directive: &Directive, all: &Placed) -> AnyView {
    let shown = all.shown.iter().find(|(known, _)| known == directive);
    let Some((_, shown)) = shown else {
        return ().into_any();
    };
    match (shown, directive) {
        (
            PlacedContent::View(shown),
            Directive::View { caption, .. } | Directive::Ask { caption, .. },
        ) => chart((**shown).clone(), caption),
        (PlacedContent::Claim(claim, beside), Directive::Figure { caption, .. }) => {
            let wage = beside
                .clone()
                .map(|page| benchmark::section(*page, m!(BesideTitle), 3).into_any());
            view! { <div class="story-wide story-figure">{number(claim, caption, false)} {wage}</div> }
                .into_any()
        }
        (PlacedContent::Partnership(of), _) => partnership(of),
        (PlacedContent::Story(teaser), _) => {
            view! { <div class="story-wide">{card(teaser)}</div> }.into_any()
        }
        (PlacedContent::Picture, Directive::Picture { name, alt, credit }) => {
            picture(name, alt, credit)
        }
        _ => ().into_any(),
    }
}

fn chart(shown: ShownView, caption: &str) -> AnyView {
    let explore = format!("{}{}", href(&Route::Explore), shown.address);
    let alone = (!shown.view.id.is_empty()).then(|| href(&Route::Embed(shown.view.id.clone())));
    let data = FigureData {
        view: shown.as_view,
        heading: (!caption.is_empty()).then(|| caption.to_owned()),
        level: 3,
        explore: Some(explore),
        alone,
        brief: false,
        is_choice: false,
        is_half: false,
        frame: shown.frame,
    };
    view! { <div class="story-wide">{figure_island(data)}</div> }.into_any()
}

/// One published figure, large: the number with its word, what it counts, its kind, date and source.
pub(super) fn number(claim: &ClaimPage, caption: &str, is_hero: bool) -> AnyView {
    let Some(row) = claim.frame.rows.first() else {
        return ().into_any();
    };
    let measure = &claim.frame.measure;
    let figure = row.figure.clone().unwrap_or_default();
    let kind = row.kind.map(|kind| {
        let class = format!("kind kind-{}", kind.as_str());
        view! { <span class=class>{localize(kind.label())}</span> }
    });
    let source = claim.statements.first().map(|statement| {
        view! { " · " <a href=statement.source.url.clone()>{statement.source.publisher.clone()}</a> }
    });
    let note =
        (!figure.note.is_empty()).then(|| view! { <p class="note">{figure.note.clone()}</p> });
    let what = match caption.is_empty() {
        true => measure.title.clone(),
        false => caption.to_owned(),
    };
    let class = match is_hero {
        true => "story-number story-number-hero",
        false => "story-number",
    };
    view! {
        <div class=class>
            <p class="story-number-value"><a href=href(&Route::Figure(claim.claim_id.clone()))>{localize(prose::value(&row.cell, measure))}</a></p>
            <p class="story-number-what">{what}</p>
            <p class="story-number-meta">{kind} " " {localize(prose::dated(&figure))} {source}</p>
            {note}
        </div>
    }
    .into_any()
}

/// A picture of the package with its words and its credit.
pub(super) fn picture(name: &str, alt: &str, credit: &str) -> AnyView {
    let address = shell().place.file(&format!("{PICTURES}{name}"));
    let credit = localize(m!(StoryCredit, credit = credit));
    view! {
        <figure class="story-wide story-picture">
            <img src=address alt=alt.to_owned() loading="lazy"/>
            <figcaption>{credit}</figcaption>
        </figure>
    }
    .into_any()
}

/// Where the pictures of stories are, below the base of the site.
const PICTURES: &str = "data/good-jobs-challenge/stories/pictures/";

fn partnership(of: &Partnership) -> AnyView {
    let stages = of
        .stages
        .iter()
        .map(|(column, entries)| stage(column, entries));
    let stages = stages.collect_view();
    let known = of
        .stages
        .iter()
        .filter(|(_, entries)| !entries.is_empty())
        .count();
    let lede: Message = m!(PartnershipLede, known = known, of = of.stages.len());
    let funnel = of
        .funnel
        .clone()
        .map(|shown| chart(shown, &localize(m!(PartnershipFunnel))));
    view! {
        <section class="story-wide partnership" aria-labelledby="partnership">
            <h2 id="partnership">{localize(m!(PartnershipTitle))}</h2>
            <p>{localize(lede)}</p>
            <ul class="stages">{stages}</ul>
            {funnel}
            {proportions_section(of.proportions.clone())}
            <p class="note">{localize(m!(PartnershipNote))}</p>
        </section>
    }
    .into_any()
}

fn stage(column: &RecordColumn, entries: &[RecordedClaim]) -> AnyView {
    let Some(first) = entries.first() else {
        return view! {
            <li class="stage blank"><p class="card-what">{column.title.clone()}</p>
            <p class="stage-value">{localize(m!(RecordBlank))}</p></li>
        }
        .into_any();
    };
    let class = format!("kind kind-{}", first.kind.as_str());
    let part = first.is_part.then(|| localize(m!(RecordOfPart)));
    view! {
        <li class="stage">
            <p class="card-what">{column.title.clone()} ": " {first.measure.title.clone()}</p>
            <p class="stage-value"><a href=href(&Route::Figure(first.claim_id.clone()))>{localize(prose::value(&first.cell, &first.measure))}</a></p>
            <p class="card-meta"><span class=class>{localize(first.kind.label())}</span> " " {part}</p>
        </li>
    }
    .into_any()
}
