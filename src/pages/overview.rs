//! The overview: the program's published numbers, where they come from, and what is not public.

use super::explore::{Answered, asking_form};
use crate::bytes::Source;
use crate::frame::{Axis, AxisKind, Caveat, Frame, Record, SourceWords, answer, published_claims};
use crate::loader::asking;
use crate::loader::{Edition, Files};
use crate::locale::{Arg, Words};
use crate::m;
use crate::package::{ResourceRole, Views};
use crate::problem::Problem;
use crate::prose;
use crate::query::{Query, View, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{FigureData, figure_island, href, say, shell};
use crate::value::{Kind, Unit};
use leptos::prelude::*;

/// What the overview shows.
#[derive(Clone, Debug)]
pub struct OverviewPage {
    /// Headline figures, one frame each.
    cards: Vec<Frame>,
    history: Option<Frame>,
    /// Figures for the whole program or a round that no date is known of.
    undated: Vec<Frame>,
    map: Option<Frame>,
    industries: Option<Frame>,
    cohorts: Vec<Cohort>,
    notes: Vec<(String, String)>,
    reporting: Vec<(String, String)>,
    /// What is known of each award.
    record: Option<Record>,
    /// What can be asked in a sentence.
    question: Answered,
    /// The same map by the seat of who leads, as a question.
    seats: Query,
    /// The list of published views, among which are the page's own.
    views: Views,
}

impl OverviewPage {
    /// The figure that stands first.
    pub fn headline(&self) -> Option<&Frame> {
        self.cards.first()
    }
}

/// One round of awards.
#[derive(Clone, Debug)]
struct Cohort {
    name: String,
    announced_on: String,
    awards: String,
    known: u32,
    /// Where the row stands: its line, and the address of the file below the base, if the site keeps it.
    line: u64,
    file: String,
    /// The awards that are counted, as a question.
    counted: Query,
}

/// Gathers the overview from the site's own package.
pub(super) async fn gather<S: Source>(files: &Files<S>) -> Result<OverviewPage, Problem> {
    let name = files
        .catalog
        .default_entry()
        .map(|entry| entry.name.clone())
        .unwrap_or_default();
    let dataset = files.dataset(&Edition::newest(&name)).await?;
    let cards = published_claims(&dataset, &files.catalog.overview.headlines);
    let placed = |by: &str, filters: &[(&str, &str)]| ask(&dataset, "people_placed", by, filters);
    Ok(OverviewPage {
        views: files.views().await.unwrap_or_default(),
        history: placed("published_on", &[("program_id", &name)]),
        undated: undated(&dataset),
        question: Answered::new(
            &files.catalog,
            &dataset,
            Query {
                measure: Some("awards".to_owned()),
                by: Some("state".to_owned()),
                ..Query::default()
            },
            Vec::new(),
        ),
        seats: Query {
            package: Some(name.clone()),
            measure: Some("awards".to_owned()),
            by: Some(files.catalog.profiles.seat.clone()),
            view: Some(View::Map),
            ..Query::default()
        },
        map: ask(&dataset, "awards", "state", &[]),
        industries: ask(&dataset, "awards", "industry_id", &[]),
        cohorts: cohorts(&dataset, &files.catalog.record.holder),
        notes: statements(&dataset, "unknowns"),
        reporting: statements(&dataset, "reporting"),
        record: crate::frame::record(&dataset, &files.catalog.record),
        cards,
    })
}

fn ask(dataset: &Dataset, measure: &str, by: &str, filters: &[(&str, &str)]) -> Option<Frame> {
    let filters = filters
        .iter()
        .map(|(field, value)| ((*field).to_owned(), vec![(*value).to_owned()]))
        .collect();
    let query = Query {
        measure: Some(measure.to_owned()),
        by: Some(by.to_owned()),
        filters,
        ..Query::default()
    };
    answer(dataset, &resolve(&dataset.package, &query)?).ok()
}

/// The count of people placed and the goals as rows of one frame: each keeps its kind, scope and
/// date, and nothing is computed between them.
fn beside_the_goals(cards: &[Frame]) -> Option<Frame> {
    let is_wanted = |frame: &&Frame| {
        frame.measure.unit.as_str() == Unit::PEOPLE
            && frame.rows.iter().any(|row| match row.kind {
                Some(Kind::Actual) => frame.measure.code == "people_placed",
                Some(Kind::Target | Kind::Projection) => frame.measure.code.contains("placements"),
                _ => false,
            })
    };
    let mut wanted = cards.iter().filter(is_wanted);
    let mut goals = wanted.next()?.clone();
    label_by_scope(&mut goals);
    for frame in wanted {
        let mut frame = frame.clone();
        label_by_scope(&mut frame);
        let offset = goals.sources.len();
        goals.sources.extend(frame.sources);
        for mut row in frame.rows {
            if let Some(figure) = &mut row.figure {
                figure.sources.iter_mut().for_each(|index| *index += offset);
            }
            goals.rows.push(row);
        }
    }
    goals.by = Axis {
        field: "claim".to_owned(),
        title: String::new(),
        sort: AxisKind::Names,
    };
    (goals.rows.len() > 1).then_some(goals)
}

fn label_by_scope(frame: &mut Frame) {
    for row in &mut frame.rows {
        let scope = row
            .figure
            .as_ref()
            .map(|figure| figure.scope.clone())
            .unwrap_or_default();
        row.label = say(m!(GoalLabel, measure = &frame.measure.title, scope = scope));
        row.key = row
            .figure
            .as_ref()
            .map(|figure| figure.claim_id.clone())
            .unwrap_or_default();
    }
}

/// Figures of people for the program or a round whose sources give no date: told in words.
fn undated(dataset: &Dataset) -> Vec<Frame> {
    let mut claims = Vec::new();
    for measure in ["people_placed", "people_enrolled"] {
        let Some(frame) = ask(dataset, measure, "cohort_id", &[]) else {
            continue;
        };
        claims.extend(frame.rows.iter().filter_map(|row| {
            let figure = row.figure.as_ref()?;
            (figure.as_of.is_none() && figure.published_on.is_none())
                .then(|| figure.claim_id.clone())
        }));
    }
    published_claims(dataset, &claims)
}

fn cohorts(dataset: &Dataset, holder: &str) -> Vec<Cohort> {
    let (Some(table), Some(frame)) = (
        dataset.table("cohorts"),
        ask(dataset, "awards", "cohort_id", &[]),
    ) else {
        return Vec::new();
    };
    let known = |id: &str| {
        frame
            .rows
            .iter()
            .find(|row| row.key == id)
            .map_or(0, |row| row.cell.records)
    };
    let awards = |row| {
        table
            .numbers("awards_announced")
            .and_then(|column| column.at(row))
    };
    let folder = &dataset.package.kept.folder;
    let file = dataset.package.resource("cohorts").map(|of| &of.path);
    let file = file.filter(|_| !folder.is_empty());
    let file = file.map_or_else(String::new, |path| format!("{folder}{path}"));
    (0..table.len)
        .map(|row| Cohort {
            name: table.text("name", row).to_owned(),
            announced_on: table.text("announced_on", row).to_owned(),
            awards: awards(row)
                .map(|awards| awards.to_string())
                .unwrap_or_default(),
            known: known(table.text("cohort_id", row)),
            line: table.file_line(row),
            file: file.clone(),
            counted: Query {
                measure: Some("awards".to_owned()),
                by: Some(holder.to_owned()),
                view: Some(View::Table),
                filters: [(
                    "cohort_id".to_owned(),
                    vec![table.text("cohort_id", row).to_owned()],
                )]
                .into(),
                ..Query::default()
            },
        })
        .collect()
}

/// (statement, reason or source) of a table of notes.
pub(super) fn statements(dataset: &Dataset, resource: &str) -> Vec<(String, String)> {
    let Some(table) = dataset.table(resource) else {
        return Vec::new();
    };
    let why = ["why", "source_url"]
        .into_iter()
        .find(|field| table.column(field).is_some())
        .unwrap_or("");
    (0..table.len)
        .map(|row| {
            (
                table.text("statement", row).to_owned(),
                table.text(why, row).to_owned(),
            )
        })
        .collect()
}

pub(super) fn overview(page: OverviewPage) -> impl IntoView {
    let explore = |frame: &Frame| {
        Some(format!(
            "{}{}",
            href(&Route::Explore),
            to_address(&asked(frame), &Query::default())
        ))
    };
    let figure = |frame: Frame, view: View, heading: String| {
        let explore = explore(&frame).filter(|_| frame.query.measure.is_some());
        let alone = asking(
            &page.views,
            &Query {
                package: Some(frame.package.name.clone()),
                view: Some(view),
                ..asked(&frame)
            },
        );
        let alone = alone.map(|view| href(&Route::Embed(view.id.clone())));
        figure_island(FigureData {
            frame,
            view,
            heading: Some(heading),
            level: 2,
            explore,
            alone,
        })
    };
    let goals = beside_the_goals(&page.cards).map(|frame| {
        view! {
            <section class="wrap band">
                {figure(frame, View::Bar, say(m!(OverviewGoalsTitle)))}
                <p class="note">{say(m!(OverviewGoalsNote))}</p>
            </section>
        }
    });
    let cards = page.cards.into_iter().map(card).collect_view();
    let undated = (!page.undated.is_empty()).then(|| {
        let lines = page.undated.into_iter().map(undated_line).collect_view();
        view! { <div class="note"><p>{say(m!(OverviewUndated))}</p><ul>{lines}</ul></div> }
    });
    let history = page.history.map(|mut frame| {
        frame
            .caveats
            .retain(|caveat| !matches!(caveat, Caveat::BackgroundLeftOut { .. }));
        view! {
            <section class="wrap band">
                {figure(frame, View::Line, say(m!(OverviewHistoryTitle)))}
                <p class="note">{say(m!(OverviewHistoryNote))}</p>
                {undated}
            </section>
        }
    });
    let record = page.record.map(|record| {
        view! {
            <section class="wrap band" aria-labelledby="record">
                <h2 id="record">{say(m!(RecordSummaryTitle, awards = record.total()))}</h2>
                <p>{say(m!(OverviewRecordLede))}</p>
                {super::record::squares(&record)}
                <p class="note">{say(m!(RecordNote))}</p>
                <p class="more"><a href=href(&Route::Record)>{say(m!(RecordSee))}</a></p>
            </section>
        }
    });
    view! {
        <div class="hero">
            <div class="wrap">
                <h1>{say(m!(OverviewTitle))}</h1>
                <p class="lede">{say(m!(OverviewLede))}</p>
            </div>
        </div>
        <section class="wrap band" aria-labelledby="numbers">
            <h2 id="numbers">{say(m!(OverviewNumbers))}</h2>
            <ul class="cards">{cards}</ul>
        </section>
        <section class="wrap band" aria-labelledby="ask">
            <h2 id="ask">{say(m!(AskTitle))}</h2>
            {asking_form(&page.question)}
        </section>
        {record}
        {goals}
        {page.map.map(|frame| view! { <section class="wrap band">{figure(frame, View::Map, say(m!(OverviewMapTitle)))}{meaning_of_state(&page.seats)}</section> })}
        {page.industries.map(|frame| view! { <section class="wrap band">{figure(frame, View::Bar, say(m!(OverviewIndustryTitle)))}</section> })}
        {history}
        <section class="wrap band" aria-labelledby="rounds">
            <h2 id="rounds">{say(m!(OverviewCohorts))}</h2>
            <p>{say(m!(OverviewCohortsLede))}</p>
            {cohort_table(&page.cohorts)}
        </section>
        <section class="wrap band unknowns" aria-labelledby="unknown">
            <h2 id="unknown">{say(m!(OverviewUnknown))}</h2>
            <p>{say(m!(OverviewUnknownLede))}</p>
            <ul class="statements">{page.notes.into_iter().map(|(what, why)| view! { <li><p>{what}</p>{(!why.is_empty()).then(|| view! { <p class="why">{why}</p> })}</li> }).collect_view()}</ul>
            <h3>{say(m!(OverviewReporting))}</h3>
            <ul class="statements">{page.reporting.into_iter().map(|(what, _)| view! { <li><p>{what}</p></li> }).collect_view()}</ul>
        </section>
    }
}

/// What a state stands for on the map, and the way to the other meaning of it.
fn meaning_of_state(seats: &Query) -> impl IntoView + use<> {
    let address = to_address(seats, &Query::default());
    let address = format!("{}{address}", href(&Route::Explore));
    view! {
        <p class="note">
            {say(m!(OverviewStateServed))}
            " "
            <a href=address>{say(m!(OverviewStateSeat))}</a>
        </p>
    }
}

/// The question of a frame without what was filled in by default.
fn asked(frame: &Frame) -> Query {
    let query = &frame.query;
    Query {
        measure: query.measure.clone(),
        by: query.by.clone(),
        filters: query.filters.clone(),
        ..Query::default()
    }
}

fn card(frame: Frame) -> impl IntoView {
    let row = frame.rows.into_iter().next();
    let measure = frame.measure;
    let sources = frame.sources;
    row.map(|row| {
        let figure = row.figure.clone().unwrap_or_default();
        let value = say(prose::value(&row.cell, &measure));
        let kind = row.kind.map(|kind| {
            let class = format!("kind kind-{}", kind.as_str());
            view! { <span class=class title=say(kind.explanation())>{say(kind.label())}</span> }
        });
        view! {
            <li class="card">
                <p class="card-what">{measure.title.clone()}</p>
                <p class="card-value">{value}</p>
                <p class="card-meta">{kind} " " <span>{figure.scope.clone()}</span></p>
                <p class="card-date">{say(prose::dated(&figure))}</p>
                <p class="card-more"><a href=href(&Route::Figure(figure.claim_id.clone()))>{say(m!(OverviewCardMore))}</a></p>
                {source_list(&sources)}
            </li>
        }
    })
}

/// Every source that repeats the claim, strongest first, with its rank.
fn source_list(sources: &[SourceWords]) -> impl IntoView + use<> {
    let lines = sources
        .iter()
        .map(|source| {
            let words = match &source.published_on {
                Some(date) => say(m!(
                    OverviewSourceLine,
                    publisher = &source.publisher,
                    date = Arg::Date(date.clone())
                )),
                None => say(m!(OverviewSourceUndated, publisher = &source.publisher)),
            };
            let rank = source
                .rank
                .map(|rank| view! { <span class="rank">{say(rank.label())}</span> });
            view! { <li><a href=source.url.clone()>{words}</a> " " {rank}</li> }
        })
        .collect_view();
    view! {
        <details class="sources">
            <summary>{say(m!(OverviewSources, count = sources.len()))}</summary>
            <ol>{lines}</ol>
        </details>
    }
}

fn undated_line(frame: Frame) -> impl IntoView {
    frame.rows.into_iter().next().map(|row| {
        let figure = row.figure.clone().unwrap_or_default();
        let source = frame.sources.first().cloned().unwrap_or_default();
        let line = say(m!(
            OverviewUndatedLine,
            value = prose::value(&row.cell, &frame.measure),
            measure = &frame.measure.title,
            scope = &figure.scope,
            note = &figure.note
        ));
        let address = href(&Route::Figure(figure.claim_id.clone()));
        view! { <li>{line} " " <a href=address>{say(m!(OverviewCardMore))}</a> ", " <a href=source.url>{source.publisher}</a></li> }
    })
}

fn cohort_table(cohorts: &[Cohort]) -> impl IntoView + use<> {
    let locale = shell().locale;
    let rows = cohorts
        .iter()
        .map(|cohort| {
            let known = say(m!(CohortKnownOf, known = cohort.known, of = &cohort.awards));
            let counted = to_address(&cohort.counted, &Query::default());
            let counted = format!("{}{counted}", href(&Route::Explore));
            let line = match cohort.file.is_empty() {
                true => cohort.line.to_string().into_any(),
                false => {
                    let address = shell()
                        .place
                        .file(&format!("{}#row={}", cohort.file, cohort.line));
                    view! { <a href=address>{cohort.line}</a> }.into_any()
                }
            };
            view! {
                <tr>
                    <th scope="row">{cohort.name.clone()}</th>
                    <td>{locale.date(&cohort.announced_on)}</td>
                    <td class="number">{cohort.awards.clone()}</td>
                    <td class="number"><a href=counted>{known}</a></td>
                    <td class="stands">{line}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=say(m!(OverviewCohorts))>
            <table>
                <thead><tr>
                    <th scope="col">{say(m!(CohortRound))}</th>
                    <th scope="col">{say(m!(CohortAnnounced))}</th>
                    <th scope="col" class="number">{say(m!(CohortAwards))}</th>
                    <th scope="col" class="number">{say(m!(CohortKnown))}</th>
                    <th scope="col">{say(m!(RowsColumn))}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The definitions of a package: (term, definition, address).
pub(super) fn definitions(dataset: &Dataset) -> Vec<(String, String, String)> {
    let Some(resource) = dataset.package.of_role(ResourceRole::Definitions).next() else {
        return Vec::new();
    };
    let Some(table) = dataset.table(&resource.name) else {
        return Vec::new();
    };
    (0..table.len)
        .map(|row| {
            let text = |field: &str| table.text(field, row).to_owned();
            (text("term"), text("definition"), text("source_url"))
        })
        .collect()
}
