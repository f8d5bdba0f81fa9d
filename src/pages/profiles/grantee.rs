//! One grantee: the award, the seven questions and their answers, every published figure, and others
//! like it.

use super::ProfileData;
use super::parts;
use super::ratios::{self, Proportion, proportions};
use super::wages::{self, Wages};
use crate::bytes::Source;
use crate::frame::{Award, ClaimContext, Frame, LabeledCode, RecordedClaim, claims_about};
use crate::loader::PublishedFiles;
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::package::{FamilyOf, RecordColumn};
use crate::pages::MAKES_EVERY_PAGE;
use crate::pages::about_data::about_data;
use crate::pages::benchmark::{self, BenchmarkPage};
use crate::pages::compare::ComparedKind;
use crate::pages::context;
use crate::pages::share;
use crate::pages::stories::{Teaser, teasers};
use crate::pages::views::ShownView;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// What the page of one grantee shows.
#[derive(Clone, Debug)]
pub struct GranteePage {
    pub holder: LabeledCode,
    awards: Vec<Award>,
    /// The questions of the record, each with the claims that answer it.
    answers: Vec<(RecordColumn, Vec<RecordedClaim>)>,
    claims: Vec<ClaimContext>,
    /// What was published, in proportion.
    proportions: Vec<Proportion>,
    wages: Option<Wages>,
    /// Its published wages over what the work pays.
    beside: Vec<(String, BenchmarkPage)>,
    context: Option<ShownView>,
    neighbours: Neighbours,
    /// Its stories.
    stories: Vec<Teaser>,
}

/// The maximum number of similar grantees by industry.
const NEAR: usize = 6;

/// Others to look at, by the rule that each list is named for.
#[derive(Clone, Debug, Default)]
struct Neighbours {
    same_place: Vec<LabeledCode>,
    /// Those that share most industries first, at most [`NEAR`].
    same_industry: Vec<LabeledCode>,
}

pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    id: &str,
) -> Result<Option<GranteePage>, Problem> {
    let known = ProfileData::open(files).await?;
    let of = |award: &&Award| award.holder.key == id;
    let own: Vec<Award> = known.awards.iter().filter(of).cloned().collect();
    let Some(first) = own.first() else {
        return Ok(None);
    };
    let row = known.record.awards.iter().find(|row| row.holder == id);
    let cells = row.map(|row| row.cells.clone()).unwrap_or_default();
    let industries: Vec<&LabeledCode> = own.iter().flat_map(|award| &award.industries).collect();
    // Wages of several places on one page would suggest averaging them.
    let place = match first.places.as_slice() {
        [only] if own.len() == 1 => Some(only),
        _ => None,
    };
    let wages = match place {
        Some(place) => {
            let page = (FamilyOf::Grantee, &first.holder);
            wages::load(files, &known.dataset, page, Some(place), &industries).await?
        }
        None => None,
    };
    let claims = claims_about(&known.dataset, &files.catalog.record.holder, id);
    let mut beside = Vec::new();
    for about in &claims {
        let wage = benchmark::load(files, &known.dataset, &about.claim.claim_id).await?;
        beside.extend(wage.map(|wage| (about.claim.title.clone(), wage)));
    }
    let measures = claims
        .iter()
        .map(|about| about.claim.frame.measure.code.as_str());
    let context = context::load(files, &measures.collect::<Vec<_>>()).await;
    // Where pages of text are not made, the reader of Markdown is left out.
    let mut stories = match MAKES_EVERY_PAGE {
        true => teasers(files).await?,
        false => Vec::new(),
    };
    stories.retain(|teaser| teaser.holder.key == id);
    Ok(Some(GranteePage {
        stories,
        context,
        holder: first.holder.clone(),
        answers: known.record.columns.iter().cloned().zip(cells).collect(),
        proportions: proportions(&known.dataset, &files.catalog.profiles, &claims),
        claims,
        beside,
        wages,
        neighbours: Neighbours::of(&own, &known.awards),
        awards: own,
    }))
}

impl Neighbours {
    fn of(own: &[Award], all: &[Award]) -> Self {
        let is_other = |award: &&Award| own.iter().all(|own| own.holder != award.holder);
        let list = |terms: fn(&Award) -> &Vec<LabeledCode>| {
            let own: Vec<&LabeledCode> = own.iter().flat_map(terms).collect();
            let shared = |award: &Award| {
                terms(award)
                    .iter()
                    .filter(|term| own.contains(term))
                    .count()
            };
            let mut found: Vec<(usize, LabeledCode)> = all
                .iter()
                .filter(is_other)
                .map(|award| (shared(award), award.holder.clone()))
                .filter(|(shared, _)| *shared > 0)
                .collect();
            found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
            found.dedup_by(|a, b| a.1 == b.1);
            found.into_iter().map(|(_, holder)| holder)
        };
        Self {
            same_place: list(|award| &award.places).collect(),
            same_industry: list(|award| &award.industries).take(NEAR).collect(),
        }
    }
}

impl GranteePage {
    pub fn title(&self) -> Message {
        m!(GranteeDocumentTitle, name = &self.holder.label)
    }

    /// The sentence at the top of the page: name, round, amount, places and industries.
    pub fn description(&self) -> Message {
        let locale = crate::locale::Locale::EN;
        let Some(award) = self.awards.first() else {
            return m!(MissingDescription);
        };
        m!(
            GranteeSentence,
            name = &self.holder.label,
            amount = parts::amount(award),
            round = &award.round.label,
            places = parts::list(&award.places, locale),
            industries = parts::list(&award.industries, locale),
            answered = self.answered(),
            questions = self.answers.len()
        )
    }

    /// The page's own chart as a published view.
    pub fn chart(&self) -> Option<ShownView> {
        self.wages.as_ref()?.chart()
    }

    /// The first published result of the whole grant; a result for a part of it is never the headline.
    pub fn finding(&self) -> Option<&Frame> {
        let is_result = |about: &&ClaimContext| {
            !about.is_part && parts::ClaimPurpose::of(about) == parts::ClaimPurpose::Result
        };
        let found = self.claims.iter().find(is_result)?;
        Some(&found.claim.frame)
    }

    /// How many of the questions a published result answers, in whole or in part.
    fn answered(&self) -> usize {
        use crate::frame::AnswerState::{InPart, Published};
        let is_answered = |(_, entries): &&(RecordColumn, Vec<RecordedClaim>)| {
            matches!(crate::frame::AnswerState::of(entries), Published | InPart)
        };
        self.answers.iter().filter(is_answered).count()
    }
}

pub(in crate::pages) fn grantee_page(page: GranteePage) -> impl IntoView {
    let projects: Vec<String> = page
        .awards
        .iter()
        .map(|award| award.project.clone())
        .filter(|project| !project.is_empty())
        .collect();
    let project = (!projects.is_empty())
        .then(|| view! { <p class="claim-scope">{shell().locale.list(&projects)}</p> });
    let about = page.awards.iter().map(award).collect_view();
    let answers = page
        .answers
        .iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(column, entries)| answer(column, entries, &page.claims))
        .collect_view();
    let blanks = blanks(&page.answers);
    let elsewhere = page
        .wages
        .is_none()
        .then(|| wages_elsewhere(&page.awards))
        .flatten();
    let summary = m!(
        GranteeAnswered,
        answered = page.answered(),
        questions = page.answers.len()
    );
    let mut notes = vec![m!(GranteeNearNote)];
    notes.extend(wages::about(page.wages.as_ref()));
    let place = page
        .awards
        .first()
        .and_then(|award| award.places.first())
        .map_or("", |place| place.label.as_str())
        .to_owned();
    view! {
        <div class="wrap page-head">
            {project}
            <h1 class="profile-title">{localize(page.title())}</h1>
            {page.awards.iter().map(|award| view! { <p class="lede">{award.description.clone()}</p> }).collect_view()}
            {page.stories.iter().map(story_link).collect_view()}
        </div>
        <div class="wrap pair">
            <section class="band" aria-labelledby="answers">
                <h2 id="answers">{localize(m!(GranteeAnswers))}</h2>
                <p>{localize(summary)}</p>
                <ul class="cards">{answers}</ul>
                {blanks}
            </section>
            <section class="band" aria-labelledby="award">
                <h2 id="award">{localize(m!(GranteeAward))}</h2>
                {about}
            </section>
        </div>
        {parts::claims(&page.claims, m!(GranteeNoResult))}
        {ratios::section(page.proportions)}
        {page.beside.into_iter().map(wage).collect_view()}
        {page.context.map(|shown| view! { <section class="wrap band">{context::section(shown, 2)}</section> })}
        {wages::section(page.wages, m!(ProfileWagesPlace, place = place))}
        {elsewhere}
        <section class="wrap band" aria-labelledby="near">
            <h2 id="near">{localize(m!(GranteeNear))}</h2>
            <dl class="facts">
                {near(m!(GranteeNearPlace), &page.neighbours.same_place)}
                {near(m!(GranteeNearIndustry), &page.neighbours.same_industry)}
            </dl>
        </section>
        <div class="wrap">{share::sheet(&Route::Grantee(page.holder.key.clone()), &page.holder.label)}</div>
        {parts::compare(ComparedKind::Grantees, &page.holder.key)}
        {parts::more(&Route::Grantees, m!(GranteesAll))}
        {about_data(notes)}
    }
}

/// The link to the grantee's story.
fn story_link(teaser: &Teaser) -> impl IntoView + use<> {
    let address = href(&Route::Story(teaser.id.clone()));
    view! { <p class="told"><a href=address>{localize(m!(GranteeStory, title = &teaser.title))}</a></p> }
}

/// A published wage over what the work pays.
fn wage((title, page): (String, BenchmarkPage)) -> impl IntoView {
    let heading = m!(BesideWage, title = title);
    view! { <section class="wrap band">{benchmark::section(page, heading, 2)}</section> }
}

fn near(title: Message, terms: &[LabeledCode]) -> Option<impl IntoView + use<>> {
    let body = (!terms.is_empty()).then(|| parts::links(terms, Route::Grantee).into_any());
    parts::fact(title, body)
}

fn award(award: &Award) -> impl IntoView + use<> {
    let words = |text: &str| (!text.is_empty()).then(|| text.to_owned().into_any());
    let some = |terms: &[LabeledCode], route: fn(String) -> Route| {
        (!terms.is_empty()).then(|| parts::links(terms, route).into_any())
    };
    let date = shell().locale.date(&award.announced_on);
    let seat = award.seat.as_ref().map(|seat| {
        view! { <a href=href(&Route::State(seat.key.clone()))>{seat.label.clone()}</a> }.into_any()
    });
    let source = (!award.source_url.is_empty()).then(|| {
        view! { <a href=award.source_url.clone()>{host(&award.source_url)}</a> }.into_any()
    });
    view! {
        <dl class="facts">
            {parts::fact(m!(GranteeAmount), Some(parts::amount_link(award)))}
            {parts::fact(m!(RecordRound), words(&award.round.label))}
            {parts::fact(m!(CohortAnnounced), words(&date))}
            {parts::fact(m!(GranteePlaces), Some(parts::links(&award.places, Route::State).into_any()))}
            {parts::fact(m!(GranteeIndustries), Some(parts::links(&award.industries, Route::Industry).into_any()))}
            {parts::fact(m!(StoryModel), some(&award.models, Route::Model))}
            {parts::fact(m!(GranteeSeat), seat)}
            {parts::fact(m!(GranteeLead), words(&award.lead_type))}
            {parts::fact(m!(GranteeNote), words(&award.note))}
            {parts::fact(m!(GranteeSource), source)}
        </dl>
        <p class="note">{localize(m!(GranteeNoSplit))}</p>
    }
}

/// The host of an address: enough to know who says it.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or(rest);
    host.trim_start_matches("www.").to_owned()
}

/// The questions of the record without an answer, in one line; why each has none is behind it.
fn blanks(answers: &[(RecordColumn, Vec<RecordedClaim>)]) -> Option<impl IntoView + use<>> {
    let blank = answers.iter().filter(|(_, entries)| entries.is_empty());
    let blank: Vec<&RecordColumn> = blank.map(|(column, _)| column).collect();
    if blank.is_empty() {
        return None;
    }
    let titles: Vec<String> = blank.iter().map(|column| column.title.clone()).collect();
    let summary = m!(
        GranteeBlank,
        count = blank.len(),
        questions = answers.len(),
        list = shell().locale.list(&titles)
    );
    let why = blank
        .into_iter()
        .map(|column| view! { <div><dt>{column.title.clone()}</dt><dd>{column.blank.clone()}</dd></div> })
        .collect_view();
    Some(view! {
        <details class="blanks">
            <summary>{localize(summary)}</summary>
            <dl class="facts">{why}</dl>
        </details>
    })
}

/// One question of the record as a card: the strongest answer.
fn answer(
    column: &RecordColumn,
    entries: &[RecordedClaim],
    claims: &[ClaimContext],
) -> Option<impl IntoView + use<>> {
    let title = column.title.clone();
    let (first, rest) = entries.split_first()?;
    let claim = claims
        .iter()
        .find(|about| about.claim.claim_id == first.claim_id)
        .map(|about| &about.claim.frame);
    let date = claim
        .and_then(|frame| frame.rows.first()?.figure.as_ref())
        .map(|figure| localize(prose::dated(figure)));
    let source = claim.and_then(|frame| frame.sources.first()).map(|source| {
        let words = match &source.published_on {
            Some(date) => m!(
                OverviewSourceLine,
                publisher = &source.publisher,
                date = Arg::Date(date.clone())
            ),
            None => m!(OverviewSourceUndated, publisher = &source.publisher),
        };
        view! { <p class="card-date"><a href=source.url.clone()>{localize(words)}</a></p> }
    });
    let class = format!("kind kind-{}", first.kind.as_str());
    let part = first.is_part.then(|| localize(m!(RecordOfPart)));
    let more = (!rest.is_empty()).then(|| localize(m!(RecordMore, count = rest.len())));
    Some(view! {
        <li class="card">
            <p class="card-what">{title} ": " {first.measure.title.clone()}</p>
            <p class="card-value">{localize(prose::value(&first.cell, &first.measure))}</p>
            <p class="card-meta">
                <span class=class title=localize(first.kind.explanation())>{localize(first.kind.label())}</span>
                " " {part} " " {more}
            </p>
            <p class="card-date">{date}</p>
            <p class="card-more"><a href=href(&Route::Figure(first.claim_id.clone()))>{localize(m!(OverviewCardMore))}</a></p>
            {source}
        </li>
    })
}

/// Links to the wage pages of several places, in place of their wages.
fn wages_elsewhere(awards: &[Award]) -> Option<impl IntoView + use<>> {
    let mut places: Vec<LabeledCode> = awards
        .iter()
        .flat_map(|award| &award.places)
        .cloned()
        .collect();
    places.dedup();
    (places.len() > 1).then(|| {
        view! {
            <section class="wrap band">
                <h2>{localize(m!(ProfileWagesSeveral))}</h2>
                <p>{parts::links(&places, Route::State)}</p>
                <p class="note">{localize(m!(ProfileWagesSeveralNote))}</p>
            </section>
        }
    })
}
