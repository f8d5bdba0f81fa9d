//! A one-page summary of a story or a grantee to print: its figures with their sources, the date, the address and a
//! QR code.

use super::one::own_address;
use super::placed::number;
use super::story_index::{StoryIndex, labels};
use crate::bytes::Source;
use crate::frame::{Award, ClaimContext, ClaimPage, LabeledCode, claim_page, claims_about};
use crate::loader::PublishedFiles;
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::pages::claims::claims_head;
use crate::pages::profiles::parts;
use crate::pages::share;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use crate::value::Kind;
use leptos::prelude::*;

#[derive(Clone, Debug)]
pub struct SheetPage {
    /// The page that it is the sheet of.
    pub(in crate::pages) of: Route,
    title: String,
    summary: String,
    holder: LabeledCode,
    award: Option<Award>,
    hero: Option<ClaimPage>,
    claims: Vec<ClaimContext>,
    version: (String, String),
}

/// The maximum number of figures on one sheet.
const MAX_FIGURES: usize = 9;

pub(in crate::pages) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    route: &Route,
    id: &str,
) -> Result<Option<SheetPage>, Problem> {
    let library = StoryIndex::open(files).await?;
    let package = &library.dataset.package;
    let story = match route {
        Route::StorySheet(_) => library.story(id),
        _ => None,
    };
    let key = story.map_or(id, |story| story.front.grantee.as_str());
    let award = library.award_of(key).cloned();
    let of = match (route, story) {
        (Route::StorySheet(_), Some(story)) => Route::Story(story.id.clone()),
        (Route::GranteeSheet(_), _) if award.is_some() => Route::Grantee(key.to_owned()),
        _ => return Ok(None),
    };
    let mut claims = claims_about(&library.dataset, &files.catalog.record.holder, key);
    // Results come first. The sheet leaves out background figures.
    claims.retain(|about| {
        let figure = about
            .claim
            .frame
            .rows
            .first()
            .and_then(|row| row.figure.as_ref());
        figure.is_some_and(|figure| !figure.background)
    });
    claims.sort_by_key(|about| {
        about.claim.frame.rows.first().and_then(|row| row.kind) != Some(Kind::Actual)
    });
    claims.truncate(MAX_FIGURES);
    let holder = library.holder(key);
    let hero = story.and_then(|story| story.front.hero.as_deref());
    let day = package.created.get(..10).unwrap_or(&package.created);
    Ok(Some(SheetPage {
        title: story.map_or_else(|| holder.label.clone(), |story| story.front.title.clone()),
        summary: match (story, &award) {
            (Some(story), _) => story.front.summary.clone(),
            (None, Some(award)) => award.description.clone(),
            (None, None) => String::new(),
        },
        hero: hero.and_then(|id| claim_page(&library.dataset, id)),
        version: (package.version.clone(), day.to_owned()),
        of,
        holder,
        award,
        claims,
    }))
}

impl SheetPage {
    /// What the page is called of which this is the sheet.
    pub(in crate::pages) fn name(&self) -> &str {
        match self.of {
            Route::Story(_) => &self.title,
            _ => &self.holder.label,
        }
    }

    pub fn title(&self) -> Message {
        m!(SheetTitle, title = &self.title)
    }

    pub fn description(&self) -> Message {
        m!(SubtitleOnly, part = &self.summary)
    }
}

pub(in crate::pages) fn sheet_page(page: SheetPage) -> impl IntoView {
    let rows = page.claims.iter().filter_map(|about| {
        let row = about.claim.frame.rows.first()?;
        let figure = row.figure.clone().unwrap_or_default();
        let source = about
            .claim
            .frame
            .sources
            .first()
            .map(|source| source.publisher.clone());
        let part = about
            .is_part
            .then(|| view! { <span class="aside">{localize(m!(RecordOfPart))}</span> });
        Some(view! {
            <tr>
                <th scope="row">{about.claim.frame.measure.title.clone()} {part}</th>
                <td class="number">{localize(prose::value(&row.cell, &about.claim.frame.measure))}</td>
                <td>{row.kind.map(|kind| localize(kind.label()))}</td>
                <td>{localize(prose::dated(&figure))}</td>
                <td>{source}</td>
            </tr>
        })
    });
    let rows = rows.collect_view();
    let facts = page.award.as_ref().map(|award| {
        let list = |terms: &[LabeledCode]| shell().locale.list(&labels(terms));
        let line = m!(
            SheetAward,
            name = &page.holder.label,
            amount = parts::amount(award),
            round = &award.round.label,
            places = list(&award.places),
            industries = list(&award.industries)
        );
        view! { <p class="sheet-award">{localize(line)}</p> }
    });
    let (version, day) = page.version.clone();
    let data = m!(StoryData, version = version, date = Arg::Date(day));
    let address = own_address();
    let address = address.trim_end_matches("sheet/").to_owned();
    view! {
        <article class="wrap one-sheet">
            <p class="sheet-back"><a href=href(&page.of)>{localize(m!(SheetBack))}</a></p>
            <header><p class="story-kicker">{page.holder.label.clone()}</p><h1>{page.title.clone()}</h1>
            <p class="lede">{page.summary.clone()}</p></header>
            {page.hero.as_ref().map(|claim| number(claim, "", true))}
            {facts}
            <table class="claims stacked">
                <caption>{localize(m!(SheetFigures))}</caption>
                {claims_head()}
                <tbody>{rows}</tbody>
            </table>
            <footer class="sheet-foot">
                {share::code(&page.of)}
                <div><p>{address}</p><p class="note">{localize(data)} " " {localize(m!(PartnershipNote))}</p></div>
            </footer>
        </article>
    }
}
