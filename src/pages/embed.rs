//! A chart on another site's page, with its title, notes and source. The build writes published views; the program
//! `src/bin/embed.rs` answers any other query in the reader's browser.

use crate::bytes::Source;
use crate::frame::{AxisKind, Frame, Refusal, answer, resolve_with_data};
use crate::loader::{EditionWords, PublishedFiles};
use crate::locale::Message;
use crate::m;
use crate::package::Surface;
use crate::prose;
use crate::query::{Notice, Query, View, parse, to_address};
use crate::site::Route;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::small as drawn;
#[cfg(target_arch = "wasm32")]
use crate::ui::still as drawn;
use crate::ui::{frame_table, localize, shell};
use leptos::prelude::*;
use std::sync::Arc;

/// What an embed shows.
#[derive(Clone, Debug)]
pub struct EmbedPage {
    pub outcome: Result<Frame, Message>,
    pub view: View,
    /// The title under which the view was published.
    pub title: Option<String>,
    /// The question as Explore has it, which shows the same with its controls.
    pub address: String,
    /// Where the pictures of the view are, if it is published.
    pub folder: Option<String>,
    pub edition: Option<EditionWords>,
    /// What of the address was not understood.
    pub notices: Vec<Notice>,
}

/// Answers the question of an address for an embed. What others publish shows only where the site lists their
/// origin.
pub async fn load_embed<S: Source>(files: &PublishedFiles<S>, search: &str) -> EmbedPage {
    let (asked, mut notices) = parse(search);
    let foreign = asked.package.as_deref().filter(|name| name.contains("://"));
    let refused = foreign
        .filter(|address| !files.catalog.site.foreign.allows(address, Surface::Embed))
        .map(|address| m!(EmbedForeignRefused, address = address));
    let edition = files.edition_asked(&asked, &mut notices);
    let mut page = EmbedPage {
        outcome: Err(refused.clone().unwrap_or(m!(EmbedNothing))),
        view: View::default(),
        title: None,
        address: to_address(&asked, &Query::default()),
        folder: None,
        edition: EditionWords::of(&files.catalog, &edition.package, edition.at.as_deref()),
        notices: Vec::new(),
    };
    if refused.is_some() {
        return page;
    }
    let dataset = match files.dataset(&edition).await {
        Ok(dataset) => dataset,
        Err(problem) => {
            page.outcome = Err(problem.sentence());
            let newer = page.edition.as_ref().filter(|it| it.withdrawn.is_some());
            if let Some(edition) = newer {
                let query = Query {
                    at: edition.newer_at.clone(),
                    ..asked
                };
                page.address = to_address(&query, &Query::default());
            }
            return page;
        }
    };
    let Some(resolved) = resolve_with_data(&dataset, &asked) else {
        page.outcome = Err(prose::refusal(&Refusal::Empty));
        return page;
    };
    notices.extend(resolved.notices.clone());
    page.view = resolved.query.view.unwrap_or_default();
    if page.view == View::Map {
        files.outlines().await;
    }
    page.outcome = match answer(&dataset, &resolved) {
        Ok(mut frame) => {
            notices.extend(super::attach::attach_from(files, &mut frame).await);
            notices.extend(frame.lost_remarks());
            Ok(frame)
        }
        Err(refusal) => Err(prose::refusal(&refusal)),
    };
    page.notices = notices;
    page
}

/// The content of an embed's `main`.
pub fn embed_view(page: EmbedPage) -> AnyView {
    let explore = format!("{}{}", shell().place.href(&Route::Explore), page.address);
    let site = shell().site.title;
    let notices = page
        .notices
        .iter()
        .map(|notice| view! { <p class="warn">{localize(notice.message())}</p> })
        .collect_view();
    let edition = page.edition.clone().map(edition_line);
    let folder = page.folder.clone();
    let pictures = folder.map(|folder| {
        view! {
            " · "<a href=format!("{folder}picture.svg")>{localize(m!(EmbedPicture))}" (SVG)"</a>
            " · "<a href=format!("{folder}picture.png")>{localize(m!(EmbedPicture))}" (PNG)"</a>
        }
    });
    let shown = match page.outcome {
        Ok(frame) => chart(frame, page.view, page.title),
        Err(why) => {
            let newer = page.edition.as_ref().filter(|it| it.withdrawn.is_some());
            let newer = newer.and_then(|edition| edition.newer.as_ref());
            let show = newer.map(|newer| {
                let address = explore.clone();
                let words = localize(m!(TombstoneShow, newer = newer));
                view! { <p><a href=address target="_blank" rel="noopener">{words}</a></p> }
            });
            view! { <h1>{localize(m!(EmbedNothing))}</h1><p>{localize(why)}</p>{show} }.into_any()
        }
    };
    view! {
        <main>
            {notices}
            {shown}
            {edition}
            <p class="soft links">
                <a href=explore target="_blank" rel="noopener">{localize(m!(EmbedExplore, site = &site))}</a>
                {pictures}
            </p>
        </main>
    }
    .into_any()
}

fn chart(frame: Frame, view: View, title: Option<String>) -> AnyView {
    let text = |message: Message| shell().locale.text(message);
    let heading = match (&frame.query.author.title, title) {
        (Some(own), _) => own.clone(),
        (None, Some(published)) => published,
        (None, None) => text(prose::title(&frame)),
    };
    let illustrative = frame
        .package
        .illustrative
        .then(|| view! { <p class="warn">{localize(m!(IllustrativeBanner))}</p> });
    let foreign = frame.package.whose.as_ref().map(|whose| {
        view! { <p class="warn" role="note">{text(prose::foreign_banner(whose))}</p> }
    });
    let authors = prose::authors_words(&frame)
        .into_iter()
        .map(|words| view! { <p class="soft author">{text(words)}</p> })
        .collect_view();
    // The coverage is in the subtitle.
    let lines = frame.caveats.iter().map(prose::caveat);
    let lines: Vec<_> = lines.map(|line| view! { <li>{text(line)}</li> }).collect();
    let notes = (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> });
    let subtitle = text(prose::subtitle(&frame));
    let summary = text(prose::summary(&frame));
    let source = text(prose::source_line(&frame));
    let body = match view {
        View::Table => view! { <div class="table">{frame_table(&frame)}</div> }.into_any(),
        _ => {
            let locale = shell().locale;
            let along_time = frame.by.sort == AxisKind::Time;
            let frame = Arc::new(frame.clone());
            let [narrow, wide] = drawn(&frame, view, locale);
            // `public/embed/live.js` reads these attributes at the first event in the chart.
            view! {
                <div
                    class="chart"
                    data-chart=view.as_str()
                    data-time=along_time
                    data-close=localize(m!(ReadingClose))
                >
                    <div class="narrow">{narrow}</div>
                    <div class="wide">{wide}</div>
                </div>
            }
            .into_any()
        }
    };
    view! {
        {illustrative}
        {foreign}
        <h1>{heading}</h1>
        <p class="soft subtitle">{subtitle}</p>
        {authors}
        {body}
        <p class="summary">{summary}</p>
        {notes}
        <p class="soft source">{source}</p>
    }
    .into_any()
}

/// "Data of 24 November 2026 (version 1.1.0). What changed": a pinned embed offers the newer version and does not
/// change by itself.
fn edition_line(edition: EditionWords) -> AnyView {
    let EditionWords {
        package,
        version,
        released,
        pinned,
        newer,
        withdrawn,
        newer_at: _,
    } = edition;
    // The sentence in place of the chart says when it was withdrawn.
    if withdrawn.is_some() {
        return ().into_any();
    }
    let changes = shell().place.href(&Route::Package(package));
    let note = match pinned {
        true => m!(
            EmbedPinned,
            version = &version,
            day = crate::locale::Arg::Date(released)
        ),
        false => m!(
            EmbedLive,
            version = &version,
            day = crate::locale::Arg::Date(released)
        ),
    };
    let more = match newer {
        Some(newer) => m!(EmbedNewer, version = &newer),
        None => m!(EmbedChanges),
    };
    view! {
        <p class="soft edition">
            {localize(note)}" "<a href=changes target="_blank" rel="noopener">{localize(more)}</a>
        </p>
    }
    .into_any()
}
