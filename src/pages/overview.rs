//! The first page: the dashboard of the site's own package, and below it what is not public.

use super::about_data::about_data;
use super::dashboard::{DashboardPage, dashboard_view, load as load_dashboard};
use super::explore::{ExploreAnswer, asking_form};
use crate::bytes::Source;
use crate::frame::{Frame, Record, answer, published_claims};
use crate::loader::{Edition, PublishedFiles};
use crate::m;
use crate::package::ResourceRole;
use crate::problem::Problem;
use crate::prose;
use crate::query::{Query, View, resolve, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// What the first page shows.
#[derive(Clone, Debug)]
pub struct OverviewPage {
    dashboard: DashboardPage,
    /// What the form below it can ask.
    question: ExploreAnswer,
    /// The published figure of the preview picture.
    headline: Option<Frame>,
    /// Figures for the whole program or a round whose sources give no date.
    undated: Vec<Frame>,
    cohorts: Vec<Cohort>,
    notes: Vec<(String, String)>,
    reporting: Vec<(String, String)>,
    /// What is known of each grant.
    record: Option<Record>,
}

impl OverviewPage {
    /// The published figure of the preview picture.
    pub fn headline(&self) -> Option<&Frame> {
        self.headline.as_ref()
    }
}

/// One round of awards.
#[derive(Clone, Debug)]
struct Cohort {
    name: String,
    announced_on: String,
    awards: String,
    known: u32,
    /// The row's line in its file, and the file's address below the base, if the site publishes the file.
    line: u64,
    file: String,
    /// The awards that are counted, as a question.
    counted: Query,
}

/// Gathers the first page from the site's own package.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    address: &str,
) -> Result<Option<OverviewPage>, Problem> {
    let name = Edition::usual(&files.catalog).package;
    let dataset = files.dataset(&Edition::newest(&name)).await?;
    let Some(dashboard) = load_dashboard(files, &name, address).await? else {
        return Ok(None);
    };
    let headlines = published_claims(&dataset, &files.catalog.overview.headlines);
    Ok(Some(OverviewPage {
        dashboard,
        question: ExploreAnswer::new(
            &files.catalog,
            &dataset,
            Query {
                measure: Some("awards".to_owned()),
                by: Some("state".to_owned()),
                ..Query::default()
            },
            Vec::new(),
        ),
        headline: headlines.into_iter().next(),
        undated: undated(&dataset),
        cohorts: cohorts(&dataset, &files.catalog.record.holder),
        notes: statements(&dataset, "unknowns"),
        reporting: statements(&dataset, "reporting"),
        record: crate::frame::record(&dataset, &files.catalog.record),
    }))
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

/// Figures of people for the program or a round whose sources give no date; the page lists them as text.
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
    let undated = page
        .undated
        .into_iter()
        .map(undated_line)
        .collect::<Vec<_>>();
    let record = page.record.map(|record| {
        view! {
            <section class="wrap band" aria-labelledby="record">
                <h2 id="record">{localize(m!(RecordSummaryTitle, awards = record.total()))}</h2>
                {super::record::squares(&record)}
                <p class="more"><a href=href(&Route::Record)>{localize(m!(RecordSee))}</a></p>
            </section>
        }
    });
    let about = about_data(vec![
        m!(OverviewRecordLede),
        m!(RecordNote),
        m!(OverviewStateServed),
        m!(OverviewCohortsApart),
        m!(OverviewUnknownLede),
    ]);
    view! {
        {dashboard_view(&page.dashboard)}
        <section class="wrap band" aria-labelledby="ask">
            <h2 id="ask">{localize(m!(AskTitle))}</h2>
            {asking_form(&page.question)}
        </section>
        {record}
        <section class="wrap band" aria-labelledby="rounds">
            <h2 id="rounds">{localize(m!(OverviewCohorts))}</h2>
            <p>{localize(m!(OverviewCohortsLede))}</p>
            {cohort_table(&page.cohorts)}
            <details class="undated">
                <summary>{localize(m!(OverviewUndated, count = undated.len()))}</summary>
                <ul>{undated}</ul>
            </details>
        </section>
        <section class="wrap band unknowns" aria-labelledby="unknown">
            <h2 id="unknown">{localize(m!(OverviewUnknown))}</h2>
            <ul class="statements">{page.notes.into_iter().map(|(what, why)| view! { <li><p>{what}</p>{(!why.is_empty()).then(|| view! { <p class="why">{why}</p> })}</li> }).collect_view()}</ul>
            <h3>{localize(m!(OverviewReporting))}</h3>
            <ul class="statements">{page.reporting.into_iter().map(|(what, _)| view! { <li><p>{what}</p></li> }).collect_view()}</ul>
        </section>
        {about}
    }
}

fn undated_line(frame: Frame) -> impl IntoView {
    frame.rows.into_iter().next().map(|row| {
        let figure = row.figure.clone().unwrap_or_default();
        let source = frame.sources.first().cloned().unwrap_or_default();
        let line = localize(m!(
            OverviewUndatedLine,
            value = prose::value(&row.cell, &frame.measure),
            measure = &frame.measure.title,
            scope = &figure.scope,
            note = &figure.note
        ));
        let address = href(&Route::Figure(figure.claim_id.clone()));
        view! { <li>{line} " " <a href=address>{localize(m!(OverviewCardMore))}</a> ", " <a href=source.url>{source.publisher}</a></li> }
    })
}

fn cohort_table(cohorts: &[Cohort]) -> impl IntoView + use<> {
    let locale = shell().locale;
    let rows = cohorts
        .iter()
        .map(|cohort| {
            let known = localize(m!(CohortKnownOf, known = cohort.known, of = &cohort.awards));
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
        <div class="table-scroll" tabindex="0" role="group" aria-label=localize(m!(OverviewCohorts))>
            <table>
                <thead><tr>
                    <th scope="col">{localize(m!(CohortRound))}</th>
                    <th scope="col">{localize(m!(CohortAnnounced))}</th>
                    <th scope="col" class="number">{localize(m!(CohortAwards))}</th>
                    <th scope="col" class="number">{localize(m!(CohortKnown))}</th>
                    <th scope="col">{localize(m!(RowsColumn))}</th>
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
