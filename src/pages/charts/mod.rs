//! Every sort of chart: what it is for, how it is read, one of published data, and one of made-up
//! numbers with every state that it can show.

mod examples;
mod looks;
mod samples;

pub use examples::question;
pub use samples::sample;

use crate::bytes::Source;
use crate::loader::PublishedFiles;
use crate::loader::asking;
use crate::locale::Message;
use crate::m;
use crate::package::Views;
use crate::query::View;
use crate::site::Route;
use crate::ui::{FigureData, figure_island, href, localize, reading, shell};
use examples::{Example, example};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ChartsPage {
    charts: Vec<(View, Option<Example>)>,
    /// Among which some of the examples are.
    views: Views,
}

pub(super) async fn load<S: Source>(files: &PublishedFiles<S>) -> ChartsPage {
    let mut charts = Vec::new();
    for view in View::ALL {
        charts.push((view, example(files, view).await));
    }
    ChartsPage {
        charts,
        views: files.views().await.unwrap_or_default(),
    }
}

impl ChartsPage {
    pub fn description(&self) -> Message {
        m!(ChartsDescription, count = self.charts.len())
    }

    /// The sorts of chart that have an answer from published data.
    pub fn answered(&self) -> Vec<View> {
        let answered = self.charts.iter().filter(|(_, example)| example.is_some());
        answered.map(|(view, _)| *view).collect()
    }
}

pub(super) fn charts_page(page: ChartsPage) -> impl IntoView {
    let count = page.charts.len();
    let list = page.charts.iter().map(|(view, _)| {
        let words = ChartSortText::of(*view);
        view! { <li><a href=format!("#{}", view.as_str())>{localize(words.title)}</a></li> }
    });
    let list = list.collect_view();
    let views = page.views;
    let charts = page.charts.into_iter();
    let charts = charts
        .map(|(view, example)| section(view, example, &views))
        .collect_view();
    view! {
        <div class="wrap page-head gallery-head">
            <h1>{localize(m!(ChartsTitle))}</h1>
            <p class="lede">{localize(m!(ChartsLede, count = count))}</p>
            <nav aria-label=localize(m!(ChartsList))><ul class="chart-list">{list}</ul></nav>
        </div>
        <div class="gallery">
            {looks::switch()}
            {looks::legend()}
            {charts}
        </div>
    }
}

fn section(view: View, example: Option<Example>, views: &Views) -> impl IntoView + use<> {
    let words = ChartSortText::of(view);
    let id = view.as_str();
    let name = format!("{id}-name");
    let labelled = name.clone();
    let published = example.map(|example| {
        let address = example.address();
        let alone = asking(views, &example.query);
        figure_island(FigureData {
            frame: example.frame,
            view,
            heading: None,
            level: 3,
            explore: Some(format!("{}{address}", href(&Route::Explore))),
            alone: alone.map(|view| href(&Route::Embed(view.id.clone()))),
            brief: false,
        })
    });
    let states = figure_island(FigureData {
        frame: sample(view, shell().locale),
        view,
        heading: Some(localize(m!(ChartsStates, chart = words.title.clone()))),
        level: 3,
        explore: None,
        alone: None,
        brief: false,
    });
    view! {
        <section class="wrap band chart-section" id=id aria-labelledby=labelled>
            <h2 id=name>{localize(words.title)}</h2>
            <dl class="chart-words">
                <div><dt>{localize(m!(ChartsFor))}</dt><dd>{localize(words.purpose)}</dd></div>
                <div><dt>{localize(m!(ChartsRead))}</dt><dd>{localize(words.reading)}</dd></div>
            </dl>
            {published.map(|published| view! { <div class="chart-one">{published}</div> })}
            <div class="chart-one">{states}</div>
        </section>
    }
}

/// What is said of a sort of chart.
struct ChartSortText {
    title: Message,
    purpose: Message,
    reading: Message,
}

impl ChartSortText {
    fn of(view: View) -> Self {
        let (title, purpose) = match view {
            View::Bar => (m!(ChartsBar), m!(ChartsBarFor)),
            View::Column => (m!(ChartsColumn), m!(ChartsColumnFor)),
            View::Stacked => (m!(ChartsStacked), m!(ChartsStackedFor)),
            View::Line => (m!(ChartsLine), m!(ChartsLineFor)),
            View::Area => (m!(ChartsArea), m!(ChartsAreaFor)),
            View::Dot => (m!(ChartsDot), m!(ChartsDotFor)),
            View::Dumbbell => (m!(ChartsDumbbell), m!(ChartsDumbbellFor)),
            View::Slope => (m!(ChartsSlope), m!(ChartsSlopeFor)),
            View::Strip => (m!(ChartsStrip), m!(ChartsStripFor)),
            View::Scatter => (m!(ChartsScatter), m!(ChartsScatterFor)),
            View::Funnel => (m!(ChartsFunnel), m!(ChartsFunnelFor)),
            View::Range => (m!(ChartsRange), m!(ChartsRangeFor)),
            View::Bullet => (m!(ChartsBullet), m!(ChartsBulletFor)),
            View::Multiples => (m!(ChartsMultiples), m!(ChartsMultiplesFor)),
            View::Map => (m!(ChartsMap), m!(ChartsMapFor)),
            View::Tiles => (m!(ChartsTiles), m!(ChartsTilesFor)),
            View::Heat => (m!(ChartsHeat), m!(ChartsHeatFor)),
            View::Spark => (m!(ChartsSpark), m!(ChartsSparkFor)),
            View::Table => (m!(ChartsTable), m!(ChartsTableFor)),
        };
        Self {
            title,
            purpose,
            reading: reading(view),
        }
    }
}
