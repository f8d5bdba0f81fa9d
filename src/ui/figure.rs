//! A chart with everything that must accompany it: title, missing values, sources, and the same
//! numbers as a table.

use super::chart::{after, chart, chart_id, chart_tools};
use super::chart_actions::chart_actions;
use super::figure_data::FigureData;
use super::shell::{localize, shell};
use super::table::frame_table;
use crate::frame::Caveat;
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
        let table = frame_table(&frame);
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
            View::Table => view! { <div class="figure-table">{table}</div> }.into_any(),
            _ => view! {
                <div class=class>{chart(frame.clone(), view, is_choice, is_half)}</div>
                {all}
                <p class="figure-summary" id=after(&chart_id(&frame, view)) tabindex="-1">{text(prose::summary(&frame))}</p>
                {chart_tools(view, frame.rows.len())}
                <details class="figure-data">
                    <summary>{localize(m!(FigureShowTable))}</summary>
                    {table}
                </details>
            }
            .into_any(),
        };
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
                {caveats(&frame.caveats, brief)}
                <p class="figure-source">
                    {source}
                    {explore.map(|address| view! { " " <a href=address>{localize(m!(FigureExplore))}</a> })}
                    {alone.map(|address| view! { " " <a href=address>{localize(m!(FigureAlone))}</a> })}
                </p>
                {taken}
            </figure>
        }
    };
    view.into_any()
}

/// The notes that change what the numbers mean, then the others under "About this chart". All are under it if
/// `are_folded`.
fn caveats(caveats: &[Caveat], are_folded: bool) -> impl IntoView + use<> {
    let list = |of: Vec<&Caveat>| {
        let lines = of
            .iter()
            .map(|caveat| view! { <li>{localize(prose::caveat(caveat))}</li> })
            .collect_view();
        (!of.is_empty()).then(|| view! { <ul class="figure-notes">{lines}</ul> })
    };
    let (shown, more): (Vec<_>, Vec<_>) = caveats
        .iter()
        .partition(|caveat| !are_folded && caveat.changes_meaning());
    let more = list(more).map(|list| {
        view! { <details class="figure-more"><summary>{localize(m!(PanelMore))}</summary>{list}</details> }
    });
    view! { {list(shown)} {more} }
}
