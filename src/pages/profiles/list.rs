//! All grantees, all industries, all states: one line each, with what is known.

use super::ProfileData;
use super::parts;
use crate::bytes::Source;
use crate::frame::{AnswerState, Award, Frame, LabeledCode, Record, RecordedClaim, answer, terms};
use crate::loader::PublishedFiles;
use crate::locale::Message;
use crate::m;
use crate::package::PublishedView;
use crate::problem::Problem;
use crate::query::{Query, View, resolve};
use crate::site::Route;
use crate::ui::{FigureData, ListFilterData, figure_island, href, localize, sift_island};
use leptos::prelude::*;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    Grantees,
    Industries,
    States,
}

impl Listed {
    /// How the chart of a list is drawn.
    fn view(self) -> View {
        match self {
            Self::States => View::Map,
            _ => View::Bar,
        }
    }
}

/// What the page of a list shows.
#[derive(Clone, Debug)]
pub struct ListPage {
    pub listed: Listed,
    lines: Vec<ProfileListRow>,
    /// Awards by what is listed.
    frame: Option<Frame>,
    /// The published view of that chart.
    view: Option<PublishedView>,
    known: usize,
}

/// One line: where it leads, who serves it, and how many of its awards have published a result.
#[derive(Clone, Debug)]
struct ProfileListRow {
    term: LabeledCode,
    awards: Vec<Award>,
    /// Of its awards, how many have a published result.
    results: usize,
    /// Questions of the record to which its awards have published answers.
    answers: usize,
}

impl ProfileListRow {
    /// The filter value that it belongs to.
    fn sort(&self) -> &'static str {
        match (self.awards.len(), self.results) {
            (0, _) => "no-award",
            (_, 0) => "none",
            _ => "some",
        }
    }

    /// The amount of its first award as a number, where one was published.
    fn amount(&self) -> Option<String> {
        let (cell, _) = self.awards.first()?.amount.as_ref()?;
        cell.quantity.map(|quantity| quantity.anchor().to_string())
    }
}

pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    listed: Listed,
) -> Result<ListPage, Problem> {
    let known = ProfileData::open(files).await?;
    let plan = &files.catalog.profiles;
    let field = match listed {
        Listed::Grantees => &files.catalog.record.holder,
        Listed::Industries => &plan.industry,
        Listed::States => &plan.place,
    };
    let mut all = terms(&known.dataset, field);
    all.sort_by(|a, b| crate::locale::Locale::EN.compare(&a.label, &b.label));
    let lines = all.into_iter().map(|term| {
        let of = |award: &&Award| match listed {
            Listed::Grantees => award.holder == term,
            Listed::Industries => award.industries.contains(&term),
            Listed::States => award.places.contains(&term),
        };
        let awards: Vec<Award> = known.awards.iter().filter(of).cloned().collect();
        let record = known.record_of(&awards);
        let (results, answers) = (with_results(&record), answered(&record));
        ProfileListRow {
            term,
            awards,
            results,
            answers,
        }
    });
    let query = Query {
        measure: Some("awards".to_owned()),
        by: Some(field.clone()),
        ..Query::default()
    };
    let frame = match listed {
        Listed::Grantees => None,
        _ => resolve(&known.dataset.package, &query)
            .and_then(|asked| answer(&known.dataset, &asked).ok()),
    };
    let asked = Query {
        package: files
            .catalog
            .default_entry()
            .map(|entry| entry.name.clone()),
        view: Some(listed.view()),
        ..query
    };
    Ok(ListPage {
        view: files.published(&asked).await,
        listed,
        lines: lines.collect(),
        frame,
        known: known.awards.len(),
    })
}

fn with_results(record: &Record) -> usize {
    let rows = record.awards.iter();
    rows.filter(|row| row.cells.iter().any(|cell| is_result(cell)))
        .count()
}

fn is_result(cell: &[RecordedClaim]) -> bool {
    matches!(
        AnswerState::of(cell),
        AnswerState::Published | AnswerState::InPart
    )
}

fn answered(record: &Record) -> usize {
    let cells = record.awards.iter().flat_map(|row| &row.cells);
    cells.filter(|cell| is_result(cell)).count()
}

impl ListPage {
    pub fn title(&self) -> Message {
        match self.listed {
            Listed::Grantees => m!(GranteesTitle),
            Listed::Industries => m!(IndustriesTitle),
            Listed::States => m!(StatesTitle),
        }
    }

    pub fn description(&self) -> Message {
        let known = self.known;
        match self.listed {
            Listed::Grantees => m!(GranteesLede, known = known),
            Listed::Industries => m!(IndustriesLede, known = known),
            Listed::States => m!(StatesLede, known = known),
        }
    }
}

pub(in crate::pages) fn list_page(page: ListPage) -> impl IntoView {
    let (title, lede) = (page.title(), page.description());
    let listed = page.listed;
    let controls = sift_island(choices(&page));
    let view = listed.view();
    let alone = page.view.clone().map(|view| href(&Route::Embed(view.id)));
    let figure = page.frame.map(|frame| {
        let heading = match listed {
            Listed::States => m!(OverviewMapTitle),
            _ => m!(OverviewIndustryTitle),
        };
        let figure = FigureData {
            frame,
            view,
            heading: Some(localize(heading)),
            level: 2,
            explore: None,
            alone,
            brief: false,
            is_choice: false,
            is_half: false,
        };
        view! { <section class="wrap band">{figure_island(figure)}</section> }
    });
    let rows = page.lines.iter().enumerate();
    let rows = rows.map(|(at, of)| line(at, of, listed)).collect_view();
    // What a grantee can bring to the site.
    let guides = (listed == Listed::Grantees).then(|| {
        view! {
            <p class="page-ways">
                <a href=href(&Route::ShareStory)>{localize(m!(ShareStoryTitle))}</a> " · "
                <a href=href(&Route::PublishData)>{localize(m!(PublishDataTitle))}</a>
            </p>
        }
    });
    let last = match listed {
        Listed::Grantees => m!(ListPlaces),
        _ => m!(ListGrantees),
    };
    view! {
        <div class="wrap page-head">
            <h1>{localize(title.clone())}</h1>
            <p class="lede">{localize(lede)}</p>
            {guides}
        </div>
        {figure}
        <section class="wrap band">
            {controls}
            <div class="table-scroll" tabindex="0" role="group" aria-label=localize(title)>
                <table class="claims">
                    <thead><tr>
                        <th scope="col">{localize(m!(ListName))}</th>
                        <th scope="col">{localize(m!(ListResults))}</th>
                        <th scope="col">{localize(last)}</th>
                        {(listed == Listed::Grantees).then(|| view! { <th scope="col">{localize(m!(GranteeIndustries))}</th> })}
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// What may be searched, chosen and ordered.
fn choices(page: &ListPage) -> ListFilterData {
    let known = |wanted: &str| page.lines.iter().any(|line| line.sort() == wanted);
    let shows = [
        ("some", m!(SiftSome)),
        ("none", m!(SiftNonePublished)),
        ("no-award", m!(SiftNoAward)),
    ];
    let shows = shows.into_iter().filter(|(key, _)| known(key));
    let all = [("", m!(SiftAll))].into_iter().chain(shows);
    let (search, second) = match page.listed {
        Listed::Grantees => (m!(SiftGrantees), ("amount", m!(SiftByAmount))),
        Listed::Industries => (m!(SiftIndustries), ("awards", m!(SiftByAwards))),
        Listed::States => (m!(SiftStates), ("awards", m!(SiftByAwards))),
    };
    let orders = [("", m!(SiftByName)), second, ("answers", m!(SiftByAnswers))];
    let in_words = |(key, words): (&str, Message)| (key.to_owned(), localize(words));
    ListFilterData {
        search: localize(search),
        show: (localize(m!(SiftResults)), all.map(in_words).collect()),
        more: more(page),
        orders: orders.into_iter().map(in_words).collect(),
        of: page.lines.len(),
    }
}

/// Filters of grantees by engagement model and phase, the same as those of their stories.
fn more(page: &ListPage) -> Vec<(String, Vec<(String, String)>)> {
    if page.listed != Listed::Grantees {
        return Vec::new();
    }
    let choice = |label: Message, all: Message, of: fn(&Award) -> &Vec<LabeledCode>| {
        let awards = page.lines.iter().flat_map(|line| &line.awards);
        let mut found: Vec<LabeledCode> = awards.flat_map(of).cloned().collect();
        found.sort_by(|a, b| crate::locale::Locale::EN.compare(&a.label, &b.label));
        found.dedup();
        let every = (String::new(), localize(all));
        let found = found.into_iter().map(|term| (term.key, term.label));
        (
            localize(label),
            std::iter::once(every).chain(found).collect(),
        )
    };
    vec![
        choice(m!(StoriesByModel), m!(StoriesAllModels), |award| {
            &award.models
        }),
        choice(m!(StoriesByPhase), m!(StoriesAllPhases), |award| {
            &award.phases
        }),
    ]
}

fn line(at: usize, line: &ProfileListRow, listed: Listed) -> impl IntoView + use<> {
    let key = line.term.key.clone();
    let route = match listed {
        Listed::Grantees => Route::Grantee(key),
        Listed::Industries => Route::Industry(key),
        Listed::States => Route::State(key),
    };
    let holders: Vec<LabeledCode> = line
        .awards
        .iter()
        .map(|award| award.holder.clone())
        .collect();
    let results = match (listed, line.awards.len(), line.results) {
        (_, 0, _) => m!(ListNoAward),
        (_, _, 0) => m!(ListNoResult),
        (Listed::Grantees, ..) => m!(ListResult),
        (_, of, some) => m!(ListSomeResults, some = some, of = of),
    };
    let round = line.awards.first().filter(|_| listed == Listed::Grantees);
    let round = round.map(|award| view! { <span class="aside">{award.round.label.clone()}</span> });
    let of = |terms: fn(&Award) -> &Vec<LabeledCode>| -> Vec<LabeledCode> {
        line.awards.iter().flat_map(terms).cloned().collect()
    };
    let keys = |terms: fn(&Award) -> &Vec<LabeledCode>| {
        (listed == Listed::Grantees).then(|| {
            let keys: Vec<String> = of(terms).into_iter().map(|term| term.key).collect();
            keys.join(" ")
        })
    };
    let code = (listed == Listed::States)
        .then(|| view! { " " <span class="code">{line.term.key.clone()}</span> });
    let rest = match listed {
        Listed::Grantees => view! {
            <td>{parts::links(&of(|award| &award.places), Route::State)}</td>
            <td>{parts::links(&of(|award| &award.industries), Route::Industry)}</td>
        }
        .into_any(),
        _ => view! { <td>{parts::links(&holders, Route::Grantee)}</td> }.into_any(),
    };
    view! {
        <tr data-line=at.to_string() data-show=line.sort()
            data-show2=keys(|award| &award.models) data-show3=keys(|award| &award.phases)
            data-by-awards=line.awards.len().to_string() data-by-answers=line.answers.to_string() data-by-amount=line.amount()>
            <th scope="row"><a href=href(&route)>{line.term.label.clone()}</a>{code}{round}</th>
            <td>{localize(results)}</td>
            {rest}
        </tr>
    }
}
