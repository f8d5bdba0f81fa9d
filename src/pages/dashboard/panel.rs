//! One panel: its chart, or the reason why there is none.

use super::DashboardPage;
use crate::frame::{DashboardPanel, Refusal};
use crate::loader::asking;
use crate::m;
use crate::prose;
use crate::query::{Query, to_address};
use crate::site::Route;
use crate::ui::{FigureData, figure_island, href, localize, shell};
use leptos::prelude::*;

pub(super) fn panel(page: &DashboardPage, panel: &DashboardPanel) -> AnyView {
    let heading = (!panel.title.is_empty()).then(|| panel.title.clone());
    let ignored = (!panel.ignored.is_empty()).then(|| {
        let list = shell().locale.list(&panel.ignored);
        view! { <p class="panel-ignored">{localize(m!(PanelIgnored, filters = list))}</p> }
    });
    let note = (!panel.note.is_empty()).then(|| view! { <p class="note">{panel.note.clone()}</p> });
    let asked = to_address(&panel.query, &Query::default());
    let body = match &panel.outcome {
        Ok(frame) => {
            let own = Query {
                package: Some(frame.package.name.clone()),
                ..panel.query.clone()
            };
            let alone = asking(&page.views, &own);
            let data = FigureData {
                view: frame.query.view.unwrap_or_default(),
                frame: frame.clone(),
                heading,
                level: 2,
                explore: Some(format!("{}{asked}", href(&Route::Explore))),
                alone: alone.map(|view| href(&Route::Embed(view.id.clone()))),
                brief: true,
                is_choice: panel.chooses.is_some(),
                is_half: !panel.wide,
            };
            // In the browser an island carries no data, and scripts read them from the page.
            #[cfg(target_arch = "wasm32")]
            let carrier = {
                let json = serde_json::to_string(&data).unwrap_or_default();
                view! { <div hidden data-figure-json=format!("{{\"figure\":{json}}}")></div> }
            };
            #[cfg(not(target_arch = "wasm32"))]
            let carrier = ();
            view! { {views(panel)} {figure_island(data)} {carrier} }.into_any()
        }
        Err(refusal) => {
            let reason = match (refusal, panel.by_holder) {
                (Refusal::Empty, true) => {
                    m!(PanelNonePublished, grants = page.answer.holders.len())
                }
                _ => m!(PanelNone, reason = prose::refusal(refusal)),
            };
            view! {
            <section class="figure panel-empty">
                {heading.map(|heading| view! { <h2 class="figure-title">{heading}</h2> })}
                <p class="refusal">{localize(reason)}</p>
            </section>
            }
            .into_any()
        }
    };
    view! { {ignored} {body} {note} }.into_any()
}

/// A button for each chart type of a panel. The panel's own type is named by no value, since its address
/// needs no `panel.<id>`.
fn views(panel: &DashboardPanel) -> Option<AnyView> {
    let (own, shown) = (
        panel.views.first()?,
        panel.outcome.as_ref().ok()?.query.view?,
    );
    if panel.views.len() < 2 {
        return None;
    }
    let buttons = panel
        .views
        .iter()
        .map(|view| {
            let value = if view == own { "" } else { view.as_str() };
            let is_shown = if *view == shown { "true" } else { "false" };
            view! {
                <button type="button" data-view=value aria-pressed=is_shown>{localize(prose::view_name(*view))}</button>
            }
        })
        .collect_view();
    let name = localize(m!(PanelViews, title = &panel.title));
    Some(view! { <div class="panel-views" role="group" aria-label=name data-panel=panel.id.clone()>{buttons}</div> }.into_any())
}
