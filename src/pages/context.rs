//! The national series that the catalog assigns to some measures: all registered apprentices, for figures on
//! apprenticeship.

use super::views::{ShownView, load_view};
use crate::bytes::Source;
use crate::loader::PublishedFiles;
use crate::m;
use crate::site::Route;
use crate::ui::{FigureData, figure_island, href, localize};
use leptos::prelude::*;

/// The published view for figures of these measures; `None` if the catalog has none. A view without an answer leaves
/// out its chart only; the build reports it.
pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
    measures: &[&str],
) -> Option<ShownView> {
    let plans = &files.catalog.profiles.context;
    let is_planned = |measure: &String| measures.contains(&measure.as_str());
    let plan = plans
        .iter()
        .find(|plan| plan.measures.iter().any(is_planned))?;
    let views = files.views().await.ok()?;
    let view = views.views.iter().find(|view| view.id == plan.view)?;
    load_view(files, view).await.ok()
}

/// The chart with the word that it is context. `level` is that of its heading.
pub(super) fn section(shown: ShownView, level: u8) -> impl IntoView {
    let explore = format!("{}{}", href(&Route::Explore), shown.address);
    view! {
        {figure_island(FigureData {
            heading: Some(localize(m!(ContextTitle, title = shown.title(crate::locale::Locale::EN)))),
            frame: shown.frame,
            view: shown.as_view,
            level,
            explore: Some(explore),
            alone: Some(href(&Route::Embed(shown.view.id))),
            brief: false,
            is_choice: false,
            is_half: false,
        })}
        <p class="note">{localize(m!(ContextNote))}</p>
    }
}
