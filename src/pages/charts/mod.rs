//! Every chart type: what it is for, how it is read, one of published data, and one of made-up
//! numbers with every state that it can show. Each type has a page, and one page lists them.

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

/// The page that lists every chart type.
#[derive(Clone, Debug, Default)]
pub struct ChartsPage;

/// The page of one chart type. Each has its own, because all of them together are 27,000 nodes.
#[derive(Clone, Debug)]
pub struct ChartPage {
    pub view: View,
    example: Option<Example>,
    /// Among which some of the examples are.
    views: Views,
}

/// `None`: no chart type has this name.
pub(super) async fn load<S: Source>(files: &PublishedFiles<S>, view: &str) -> Option<ChartPage> {
    let view = View::ALL.into_iter().find(|known| known.as_str() == view)?;
    Some(ChartPage {
        view,
        example: example(files, view).await,
        views: files.views().await.unwrap_or_default(),
    })
}

impl ChartsPage {
    pub fn description(&self) -> Message {
        m!(ChartsDescription, count = View::ALL.len())
    }
}

impl ChartPage {
    pub fn title(&self) -> Message {
        ChartSortText::of(self.view).title
    }

    pub fn description(&self) -> Message {
        ChartSortText::of(self.view).purpose
    }

    /// Whether published data show it.
    pub fn is_answered(&self) -> bool {
        self.example.is_some()
    }
}

fn route(view: View) -> Route {
    Route::Chart(view.as_str().to_owned())
}

pub(super) fn charts_page(_: ChartsPage) -> impl IntoView {
    let list = View::ALL.map(|view| {
        let words = ChartSortText::of(view);
        // Addresses of the time when every chart was on this page lead to its line.
        view! {
            <li class="card" id=view.as_str()>
                <h3 class="card-name"><a href=href(&route(view))>{localize(words.title)}</a></h3>
                <p class="card-meta">{localize(words.purpose)}</p>
            </li>
        }
    });
    view! {
        <div class="wrap page-head">
            <h1>{localize(m!(ChartsTitle))}</h1>
            <p class="lede">{localize(m!(ChartsLede, count = View::ALL.len()))}</p>
            <p class="page-ways"><a href=href(&Route::UseCharts)>{localize(m!(UseTitle))}</a></p>
        </div>
        <section class="wrap band" aria-labelledby="sorts">
            <h2 id="sorts">{localize(m!(ChartsList))}</h2>
            <ul class="cards">{list.into_iter().collect_view()}</ul>
        </section>
        <div class="gallery">
            {looks::switch()}
            {looks::legend()}
        </div>
    }
}

pub(super) fn chart_page(page: ChartPage) -> impl IntoView {
    let ChartPage {
        view,
        example,
        views,
    } = page;
    let words = ChartSortText::of(view);
    let published = example.map(|example| {
        let address = example.address();
        let alone = asking(&views, &example.query);
        figure_island(FigureData {
            frame: example.frame,
            view,
            heading: None,
            level: 2,
            explore: Some(format!("{}{address}", href(&Route::Explore))),
            alone: alone.map(|view| href(&Route::Embed(view.id.clone()))),
            brief: false,
            is_choice: false,
            is_half: false,
        })
    });
    let states = figure_island(FigureData {
        frame: sample(view, shell().locale),
        view,
        heading: Some(localize(m!(ChartsStates, chart = words.title.clone()))),
        level: 2,
        explore: None,
        alone: None,
        brief: false,
        is_choice: false,
        is_half: false,
    });
    let at = View::ALL.iter().position(|of| *of == view).unwrap_or(0);
    let beside = |view: &View, words: fn(String) -> Message| {
        let title = localize(ChartSortText::of(*view).title);
        view! { <li><a href=href(&route(*view))>{localize(words(title))}</a></li> }
    };
    let before = at
        .checked_sub(1)
        .map(|at| beside(&View::ALL[at], |chart| m!(ChartsBefore, chart = chart)));
    let next = View::ALL
        .get(at + 1)
        .map(|view| beside(view, |chart| m!(ChartsNext, chart = chart)));
    view! {
        <div class="wrap page-head">
            <h1>{localize(words.title)}</h1>
            <dl class="chart-words">
                <div><dt>{localize(m!(ChartsFor))}</dt><dd>{localize(words.purpose)}</dd></div>
                <div><dt>{localize(m!(ChartsRead))}</dt><dd>{localize(words.reading)}</dd></div>
            </dl>
        </div>
        <div class="gallery">
            {looks::switch()}
            <section class="wrap band chart-section" id=view.as_str()>
                {published.map(|published| view! { <div class="chart-one">{published}</div> })}
                <div class="chart-one">{states}</div>
            </section>
        </div>
        <nav class="wrap" aria-label=localize(m!(ChartsList))>
            <ul class="chart-list">{before}{next}</ul>
        </nav>
    }
}

/// The texts about a chart type.
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
