//! One industry, or one state or territory: who serves it, what they have published, and what such
//! work pays.

use super::Known;
use super::parts;
use super::wages::{self, Wages};
use crate::bytes::Source;
use crate::frame::{About, Award, Known as Stands, Record, Term, claims_about, terms};
use crate::loader::Files;
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::FamilyOf;
use crate::pages::compare::Of;
use crate::pages::record::{answers, matrix};
use crate::pages::views::ShownView;
use crate::problem::Problem;
use crate::site::Route;
use crate::ui::{href, say};
use leptos::prelude::*;

/// So many grantees are named in a sentence; more are counted.
const NAMED: usize = 3;

/// What is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Industry,
    State,
}

/// What the page of an industry or a state shows.
#[derive(Clone, Debug)]
pub struct ServedPage {
    pub sort: Sort,
    pub term: Term,
    awards: Vec<Award>,
    /// Awards whose seat is here although they serve other places.
    seated: Vec<Award>,
    record: Record,
    /// Claims about the industry or the state itself.
    claims: Vec<About>,
    wages: Option<Wages>,
    /// How many awards are known by name.
    known: usize,
}

pub(super) async fn gather<S: Source>(
    files: &Files<S>,
    sort: Sort,
    key: &str,
) -> Result<Option<ServedPage>, Problem> {
    let known = Known::open(files).await?;
    let plan = &files.catalog.profiles;
    let field = match sort {
        Sort::Industry => &plan.industry,
        Sort::State => &plan.place,
    };
    let all = terms(&known.dataset, field);
    let Some(term) = all.into_iter().find(|term| term.key == key) else {
        return Ok(None);
    };
    let serves = |award: &&Award| match sort {
        Sort::Industry => award.industries.contains(&term),
        Sort::State => award.places.contains(&term),
    };
    let awards: Vec<Award> = known.awards.iter().filter(serves).cloned().collect();
    let only_seat = |award: &&Award| award.seat.as_ref() == Some(&term) && !serves(award);
    let seated = match sort {
        Sort::Industry => Vec::new(),
        Sort::State => known.awards.iter().filter(only_seat).cloned().collect(),
    };
    let wages = match sort {
        Sort::Industry => {
            let page = (FamilyOf::Industry, &term);
            wages::gather(files, &known.dataset, page, None, &[&term]).await?
        }
        Sort::State => {
            let industries: Vec<&Term> =
                awards.iter().flat_map(|award| &award.industries).collect();
            let page = (FamilyOf::State, &term);
            wages::gather(files, &known.dataset, page, Some(&term), &industries).await?
        }
    };
    Ok(Some(ServedPage {
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

impl ServedPage {
    pub fn title(&self) -> Message {
        let name = &self.term.label;
        match self.sort {
            Sort::Industry => m!(IndustryDocumentTitle, name = name),
            Sort::State => m!(StateDocumentTitle, name = name),
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
                Sort::Industry => m!(ServedNobodyIndustry, name = name, known = known),
                Sort::State => m!(ServedNobody, name = name, known = known),
            };
        }
        if self.awards.len() > NAMED {
            return match self.sort {
                Sort::Industry => m!(
                    ServedByManyIndustry,
                    name = name,
                    count = count,
                    known = known
                ),
                Sort::State => m!(ServedByMany, name = name, count = count, known = known),
            };
        }
        let holders: Vec<Term> = self
            .awards
            .iter()
            .map(|award| award.holder.clone())
            .collect();
        let holders = parts::list(&holders, Locale::EN);
        match self.sort {
            Sort::Industry => m!(
                ServedByIndustry,
                name = name,
                count = count,
                known = known,
                holders = holders
            ),
            Sort::State => m!(
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
            cells.any(|cell| matches!(Stands::of(cell), Stands::Published | Stands::InPart))
        };
        match (
            self.awards.len(),
            self.record.awards.iter().filter(results).count(),
        ) {
            (0, _) => m!(ServedPublishedNobody),
            (_, 0) => m!(ServedPublishedNone),
            (of, some) => m!(ServedPublishedSome, some = some, of = of),
        }
    }
}

pub(in crate::pages) fn served_page(page: ServedPage) -> impl IntoView {
    let name = page.term.label.clone();
    let (sentence, published) = (page.sentence(), page.published());
    let awards = (!page.awards.is_empty()).then(|| {
        let heading = match page.sort {
            Sort::Industry => m!(ServedAwardsIndustry, name = &name),
            Sort::State => m!(ServedAwards, name = &name),
        };
        let rows = page
            .awards
            .iter()
            .map(|award| line(award, page.sort, &page.record))
            .collect_view();
        view! {
            <section class="wrap band" aria-labelledby="awards">
                <h2 id="awards">{say(heading)}</h2>
                <ul class="cards">{rows}</ul>
                <p class="note">{say(match page.sort { Sort::State => m!(ServedWhole), Sort::Industry => m!(ServedWholeIndustry) })}</p>
                <p class="more"><a href=href(&Route::Record)>{say(m!(ServedWhy))}</a></p>
            </section>
            <section class="wrap band beside" aria-labelledby="matrix">
                <h2 id="matrix">{say(m!(ServedRecord))}</h2>
                {matrix(&page.record)}
            </section>
        }
    });
    let seated = (!page.seated.is_empty()).then(|| {
        let holders: Vec<Term> = page
            .seated
            .iter()
            .map(|award| award.holder.clone())
            .collect();
        view! {
            <section class="wrap band">
                <h2>{say(m!(ServedSeat, name = &name))}</h2>
                <p>{parts::links(&holders, Route::Grantee)}</p>
                <p class="note">{say(m!(ServedSeatNote))}</p>
            </section>
        }
    });
    let own = (!page.claims.is_empty())
        .then(|| parts::claims(&page.claims, m!(ServedNoOwn, name = &name)));
    let has_pay = page.sort == Sort::State && page.wages.as_ref().is_some_and(Wages::are_published);
    let pay = has_pay.then(|| {
        let route = Route::StatePay(page.term.key.clone());
        parts::more(&route, m!(PayLink, place = &name))
    });
    let of = match page.sort {
        Sort::Industry => Of::Industries,
        Sort::State => Of::States,
    };
    let compare = parts::compare(of, &page.term.key);
    let (heading, all, words) = match page.sort {
        Sort::Industry => (
            m!(ProfileWagesNation, name = &name),
            Route::Industries,
            m!(IndustriesAll),
        ),
        Sort::State => (
            m!(ProfileWagesPlace, place = &name),
            Route::States,
            m!(StatesAll),
        ),
    };
    view! {
        <div class="wrap page-head">
            <h1>{name}</h1>
            <p class="lede">{say(sentence)} " " {say(published)}</p>
        </div>
        {awards}
        {own}
        {seated}
        {wages::section(page.wages, heading)}
        {pay}
        {compare}
        {parts::more(&all, words)}
    }
}

/// One award as a card.
fn line(award: &Award, sort: Sort, record: &Record) -> impl IntoView + use<> {
    let other = match sort {
        Sort::Industry => parts::links(&award.places, Route::State).into_any(),
        Sort::State => parts::links(&award.industries, Route::Industry).into_any(),
    };
    let several = (sort == Sort::State && award.places.len() > 1)
        .then(|| say(m!(ServedSeveral, places = award.places.len())));
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
