//! A chart with everything that must accompany it: title, missing values, sources, and the same
//! numbers as a table.

use super::chart::{after, chart, chart_id, chart_tools};
use super::chart_actions::chart_actions;
use super::figure_data::FigureData;
use super::shell::{localize, shell};
use super::table::frame_table;
use crate::frame::{Caveat, Frame};
use crate::locale::Message;
use crate::m;
use crate::prose;
use crate::query::View;
use leptos::prelude::*;

/// The number of bars that a brief figure shows at least; one with more can be opened.
const ROWS_SHOWN: usize = 10;

/// The figure of a frame.
pub fn figure(data: FigureData) -> AnyView {
    let view = {
        let taken = chart_actions(&data);
        let FigureData {
            frame,
            view,
            heading,
            level,
            explore,
            alone,
            brief,
            is_choice,
            is_half,
        } = data;
        let locale = shell().locale;
        let text = |message| locale.text(&message);
        let heading = match &frame.query.author.title {
            Some(own) => own.clone(),
            None => heading.unwrap_or_else(|| text(prose::title(&frame))),
        };
        // A dashboard says it once in its banner; there the title of each chart says it too.
        let heading = match brief && frame.package.illustrative {
            true => localize(m!(IllustrativeTitle, title = heading)),
            false => heading,
        };
        let name = heading.clone();
        let heading = match level {
            3 => view! { <h3 class="figure-title">{heading}</h3> }.into_any(),
            _ => view! { <h2 class="figure-title">{heading}</h2> }.into_any(),
        };
        let illustrative = (frame.package.illustrative && !brief)
            .then(|| view! { <p class="illustrative">{localize(m!(IllustrativeBanner))}</p> });
        let foreign = frame.package.whose.as_ref().map(|whose| {
            view! { <p class="foreign" role="note">{text(prose::foreign_banner(whose))}</p> }
        });
        let subtitle = text(prose::subtitle(&frame));
        let authors = prose::authors_words(&frame)
            .into_iter()
            .map(|words| view! { <p class="figure-author">{text(words)}</p> })
            .collect_view();
        let source = text(prose::source_line(&frame));
        let is_tall =
            brief && matches!(view, View::Bar | View::Range) && frame.rows.len() > ROWS_SHOWN;
        let class = match (is_tall, is_half) {
            (true, true) => "figure-chart figure-half figure-tall",
            (true, false) => "figure-chart figure-tall",
            (false, true) => "figure-chart figure-half",
            (false, false) => "figure-chart",
        };
        // Works without scripts: the style sheet cuts the drawing while the box is not checked.
        let all = is_tall.then(|| {
            view! {
                <label class="figure-all">
                    <input type="checkbox" class="visually-hidden"/>
                    <span class="figure-all-more">{localize(m!(FigureShowAll, count = frame.rows.len()))}</span>
                    <span class="figure-all-fewer">{localize(m!(FigureShowFewer))}</span>
                </label>
            }
        });
        let body = match view {
            View::Table => view! { <div class="figure-table">{frame_table(&frame)}</div> }.into_any(),
            _ => view! {
                <div class=class>{chart(frame.clone(), view, is_choice, is_half)}</div>
                {all}
                <p class="figure-summary" id=after(&chart_id(&frame, view)) tabindex="-1">{text(prose::finding(&frame))}</p>
            }
            .into_any(),
        };
        let data = (view != View::Table).then(|| {
            view! {
                <details class="figure-data">
                    <summary>{localize(m!(FigureShowTable))}</summary>
                    {frame_table(&frame)}
                </details>
            }
        });
        let (shown, more) = caveats(&frame.caveats, brief);
        let links = [
            explore.map(|address| (address, m!(FigureExplore))),
            alone.map(|address| (address, m!(FigureAlone))),
        ];
        let more = more_about(&frame, view, more, links.into_iter().flatten().collect());

        view! {
            <figure class="figure" aria-label=name>
                <figcaption>
                    {illustrative}
                    {foreign}
                    {heading}
                    <p class="figure-subtitle">{subtitle}</p>
                    {authors}
                </figcaption>
                {body}
                {notes(shown)}
                <p class="figure-source">{source}</p>
                {more}
                {data}
                {taken}
            </figure>
        }
    };
    view.into_any()
}

/// “More about this chart”: what a reader may look for and does not need at first sight. `None` where there is nothing:
/// a table needs no instructions.
fn more_about(
    frame: &Frame,
    view: View,
    caveats: Vec<Message>,
    links: Vec<(String, Message)>,
) -> Option<AnyView> {
    let (finding, summary) = (prose::finding(frame), prose::summary(frame));
    let is_longer = view != View::Table && finding != summary;
    let summary = is_longer.then(|| view! { <p>{localize(summary)}</p> });
    if view == View::Table && caveats.is_empty() && links.is_empty() {
        return None;
    }
    let links = links
        .into_iter()
        .map(|(address, words)| view! { <a href=address>{localize(words)}</a> " " })
        .collect_view();
    let more = view! { {summary} {notes(caveats)} <p class="figure-links">{links}</p> };
    Some(chart_tools(view, frame.rows.len(), more.into_any()))
}

fn notes(lines: Vec<Message>) -> Option<impl IntoView> {
    (!lines.is_empty()).then(|| {
        let lines = lines
            .into_iter()
            .map(|line| view! { <li>{localize(line)}</li> })
            .collect_view();
        view! { <ul class="figure-notes">{lines}</ul> }
    })
}

/// The notes that change what the numbers mean, in the fewest words, then all others and the longer words of the
/// first. A brief figure shows only those on the numbers themselves.
fn caveats(caveats: &[Caveat], is_brief: bool) -> (Vec<Message>, Vec<Message>) {
    let (mut shown, mut more) = (Vec::new(), Vec::new());
    for caveat in caveats {
        let full = prose::caveat(caveat);
        match prose::short_caveat(caveat) {
            Some(short) => {
                shown.push(short);
                more.push(full);
            }
            None if caveat.is_beside_chart(is_brief) => shown.push(full),
            None => more.push(full),
        }
    }
    (shown, more)
}
