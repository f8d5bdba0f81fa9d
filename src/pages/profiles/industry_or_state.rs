//! One industry, or one state or territory: who serves it, what they have published, and what such
//! work pays.

use super::ProfileData;
use super::parts;
use super::pay::{self, PayHere};
use super::wages::{self, Wages};
use crate::bytes::Source;
use crate::frame::{AnswerState, Award, ClaimContext, LabeledCode, Record, claims_about, terms};
use crate::loader::PublishedFiles;
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::FamilyOf;
use crate::pages::about_data::about_data;
use crate::pages::compare::ComparedKind;
use crate::pages::record::{answers, matrix};
use crate::pages::views::ShownView;
use crate::problem::Problem;
use crate::prose;
use crate::site::Route;
use crate::ui::{href, localize};
use crate::value::Kind;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A sentence names at most this many grantees; it counts the others.
const NAMED: usize = 3;

/// The maximum number of results on the first screen; the record below has all of them.
const MAX_RESULTS: usize = 3;

/// What is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileKind {
    Industry,
    State,
}

/// What the page of an industry or a state shows.
#[derive(Clone, Debug)]
pub struct IndustryOrStatePage {
    pub sort: ProfileKind,
    pub term: LabeledCode,
    awards: Vec<Award>,
    /// Awards whose seat is here although they serve other places.
    seated: Vec<Award>,
    record: Record,
    /// Claims about the industry or the state itself.
    claims: Vec<ClaimContext>,
    wages: Option<Wages>,
    /// What all work pays here and in the nation; of a state.
    pay: Option<PayHere>,
    /// How many awards are known by name.
    known: usize,
}

pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    sort: ProfileKind,
    key: &str,
) -> Result<Option<IndustryOrStatePage>, Problem> {
    let known = ProfileData::open(files).await?;
    let plan = &files.catalog.profiles;
    let field = match sort {
        ProfileKind::Industry => &plan.industry,
        ProfileKind::State => &plan.place,
    };
    let all = terms(&known.dataset, field);
    let Some(term) = all.into_iter().find(|term| term.key == key) else {
        return Ok(None);
    };
    let serves = |award: &&Award| match sort {
        ProfileKind::Industry => award.industries.contains(&term),
        ProfileKind::State => award.places.contains(&term),
    };
    let awards: Vec<Award> = known.awards.iter().filter(serves).cloned().collect();
    let only_seat = |award: &&Award| award.seat.as_ref() == Some(&term) && !serves(award);
    let seated = match sort {
        ProfileKind::Industry => Vec::new(),
        ProfileKind::State => known.awards.iter().filter(only_seat).cloned().collect(),
    };
    let wages = match sort {
        ProfileKind::Industry => {
            let page = (FamilyOf::Industry, &term);
            wages::load(files, &known.dataset, page, None, &[&term]).await?
        }
        ProfileKind::State => {
            let industries: Vec<&LabeledCode> =
                awards.iter().flat_map(|award| &award.industries).collect();
            let page = (FamilyOf::State, &term);
            wages::load(files, &known.dataset, page, Some(&term), &industries).await?
        }
    };
    let pay = match sort {
        ProfileKind::Industry => None,
        ProfileKind::State => pay::of_all_work(files, &term).await?,
    };
    Ok(Some(IndustryOrStatePage {
        pay,
        record: known.record_of(&awards),
        claims: claims_about(&known.dataset, field, key),
        known: known.awards.len(),
        sort,
        term,
        awards,
        seated,
        wages,
    }))
}

impl IndustryOrStatePage {
    pub fn title(&self) -> Message {
        let name = &self.term.label;
        match self.sort {
            ProfileKind::Industry => m!(IndustryDocumentTitle, name = name),
            ProfileKind::State => m!(StateDocumentTitle, name = name),
        }
    }

    pub fn description(&self) -> Message {
        m!(
            ServedDescription,
            sentence = self.sentence(),
            published = self.published()
        )
    }

    /// The page's own chart as a published view.
    pub fn chart(&self) -> Option<ShownView> {
        self.wages.as_ref()?.chart()
    }

    /// Who serves it, in a sentence; none among those identified is not none.
    fn sentence(&self) -> Message {
        let (name, count, known) = (&self.term.label, self.awards.len(), self.known);
        if count == 0 {
            return match self.sort {
                ProfileKind::Industry => m!(ServedNobodyIndustry, name = name, known = known),
                ProfileKind::State => m!(ServedNobody, name = name, known = known),
            };
        }
        if self.awards.len() > NAMED {
            return match self.sort {
                ProfileKind::Industry => m!(
                    ServedByManyIndustry,
                    name = name,
                    count = count,
                    known = known
                ),
                ProfileKind::State => m!(ServedByMany, name = name, count = count, known = known),
            };
        }
        let holders: Vec<LabeledCode> = self
            .awards
            .iter()
            .map(|award| award.holder.clone())
            .collect();
        let holders = parts::list(&holders, Locale::EN);
        match self.sort {
            ProfileKind::Industry => m!(
                ServedByIndustry,
                name = name,
                count = count,
                known = known,
                holders = holders
            ),
            ProfileKind::State => m!(
                ServedBy,
                name = name,
                count = count,
                known = known,
                holders = holders
            ),
        }
    }

    /// What they have published, in a sentence.
    fn published(&self) -> Message {
        let results = |row: &&crate::frame::RecordRow| {
            let mut cells = row.cells.iter();
            cells.any(|cell| {
                matches!(
                    AnswerState::of(cell),
                    AnswerState::Published | AnswerState::InPart
                )
            })
        };
        match (
            self.awards.len(),
            self.record.awards.iter().filter(results).count(),
        ) {
            (0, _) => m!(ServedPublishedNobody),
            (_, 0) => m!(ServedPublishedNone),
            (1, _) => m!(ServedPublishedOne),
            (of, some) => m!(ServedPublishedSome, some = some, of = of),
        }
    }
}

pub(in crate::pages) fn industry_or_state_page(page: IndustryOrStatePage) -> impl IntoView {
    let name = page.term.label.clone();
    let (sentence, published) = (page.sentence(), page.published());
    let awards = (!page.awards.is_empty()).then(|| {
        let heading = match page.sort {
            ProfileKind::Industry => m!(ServedAwardsIndustry, name = &name),
            ProfileKind::State => m!(ServedAwards, name = &name),
        };
        let rows = page
            .awards
            .iter()
            .map(|award| line(award, page.sort, &page.record))
            .collect_view();
        view! {
            <section class="wrap band" aria-labelledby="awards">
                <h2 id="awards">{localize(heading)}</h2>
                <ul class="cards">{rows}</ul>
                <p class="more"><a href=href(&Route::Record)>{localize(m!(ServedWhy))}</a></p>
            </section>
            <section class="wrap band beside" aria-labelledby="matrix">
                <h2 id="matrix">{localize(m!(ServedRecord))}</h2>
                {matrix(&page.record)}
            </section>
        }
    });
    let seated = (!page.seated.is_empty()).then(|| {
        let holders: Vec<LabeledCode> = page
            .seated
            .iter()
            .map(|award| award.holder.clone())
            .collect();
        view! {
            <section class="wrap band">
                <h2>{localize(m!(ServedSeat, name = &name))}</h2>
                <p>{parts::links(&holders, Route::Grantee)}</p>
                <p class="note">{localize(m!(ServedSeatNote))}</p>
            </section>
        }
    });
    let own = (!page.claims.is_empty())
        .then(|| parts::claims(&page.claims, m!(ServedNoOwn, name = &name)));
    let has_pay =
        page.sort == ProfileKind::State && page.wages.as_ref().is_some_and(Wages::are_published);
    let pay = has_pay.then(|| {
        let route = Route::StatePay(page.term.key.clone());
        parts::more(&route, m!(PayLink, place = &name))
    });
    let first = first_answers(&page);
    let of = match page.sort {
        ProfileKind::Industry => ComparedKind::Industries,
        ProfileKind::State => ComparedKind::States,
    };
    let compare = parts::compare(of, &page.term.key);
    let (heading, all, words) = match page.sort {
        ProfileKind::Industry => (
            m!(ProfileWagesNation, name = &name),
            Route::Industries,
            m!(IndustriesAll),
        ),
        ProfileKind::State => (
            m!(ProfileWagesPlace, place = &name),
            Route::States,
            m!(StatesAll),
        ),
    };
    let title = page.title();
    let whole = match page.sort {
        ProfileKind::State => m!(ServedWhole),
        ProfileKind::Industry => m!(ServedWholeIndustry),
    };
    let about = std::iter::once(whole)
        .chain(wages::about(page.wages.as_ref()))
        .collect();
    view! {
        <div class="wrap page-head">
            <h1 class="profile-title">{localize(title)}</h1>
            <p class="lede">{localize(sentence)} " " {localize(published)}</p>
            {first}
        </div>
        {awards}
        {own}
        {seated}
        {wages::section(page.wages, heading)}
        {pay}
        {compare}
        {parts::more(&all, words)}
        {about_data(about)}
    }
}

/// The first screen: each published result of an award as a whole, with who holds it, and what all work pays.
fn first_answers(page: &IndustryOrStatePage) -> Option<impl IntoView + use<>> {
    let holder = |key: &str| {
        let award = page.awards.iter().find(|award| award.holder.key == key);
        award.map(|award| award.holder.label.clone())
    };
    let mut seen = BTreeSet::new();
    let entries = page.record.awards.iter().flat_map(|row| {
        let entries = row.cells.iter().flatten();
        entries.map(move |entry| (row.holder.as_str(), entry))
    });
    let results = entries
        .filter(|(_, entry)| entry.kind == Kind::Actual && !entry.is_part)
        // A figure can answer two questions.
        .filter(|(_, entry)| seen.insert(entry.claim_id.clone()))
        .take(MAX_RESULTS)
        .map(|(key, entry)| {
            let of = holder(key).map(|name| m!(ServedResultOf, name = name));
            view! {
                <li>
                    <a class="stage-value" href=href(&Route::Figure(entry.claim_id.clone()))>{localize(prose::short_value(&entry.cell, &entry.measure))}</a>
                    <span>{entry.measure.title.clone()}</span>
                    <span class="aside">{of.map(localize)}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let pay = page.pay.as_ref().map(|pay| {
        view! {
            <li>
                <a class="stage-value" href=href(&Route::StatePay(page.term.key.clone()))>{localize(pay.value())}</a>
                <span>{localize(m!(PayAllWork))}</span>
                <span class="aside">{localize(pay.beside())}</span>
            </li>
        }
    });
    let any = !results.is_empty() || pay.is_some();
    any.then(|| view! { <ul class="first-answers">{results}{pay}</ul> })
}

/// One award as a card.
fn line(award: &Award, sort: ProfileKind, record: &Record) -> impl IntoView + use<> {
    let other = match sort {
        ProfileKind::Industry => parts::links(&award.places, Route::State).into_any(),
        ProfileKind::State => parts::links(&award.industries, Route::Industry).into_any(),
    };
    let several = (sort == ProfileKind::State && award.places.len() > 1)
        .then(|| localize(m!(ServedSeveral, places = award.places.len())));
    view! {
        <li class="card">
            <h3 class="card-name"><a href=href(&Route::Grantee(award.holder.key.clone()))>{award.holder.label.clone()}</a></h3>
            <p class="card-meta">{award.description.clone()}</p>
            <p class="card-meta">{parts::amount_link(award)} " · " {award.round.label.clone()}</p>
            <p class="card-meta">{other}</p>
            <p class="card-date">{several}</p>
            {answers(record, &award.holder.key)}
        </li>
    }
}
