//! The Download and Share buttons of a figure (`public/save.js`, `public/share-chart.js`). They are
//! shown where scripts run; the scripts that they need are fetched on the first click.

use super::chart::chart_id;
use super::figure_data::FigureData;
use super::shell::localize;
use crate::m;
use crate::query::{Query, to_address};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::OnceLock;

/// The most recent figures, each with the identifier of its chart, the newest last.
type FigureCache = Vec<(String, FigureData)>;

/// The number of figures stored: as many as a page without prerendering may show.
const MAX_CACHED_FIGURES: usize = 16;

/// The function with which this module stores its figures; `None` in a module whose figures never
/// differ from the data in the page.
static KEEP: OnceLock<fn(String, &FigureData)> = OnceLock::new();

thread_local! {
    static KEPT: RefCell<FigureCache> = const { RefCell::new(Vec::new()) };
}

/// Makes the figures of this module available through [`current_figure`], because they may differ from
/// the data in the page.
pub fn cache_figures() {
    let _ = KEEP.set(|id, data| {
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(known, _)| *known != id);
            if kept.len() == MAX_CACHED_FIGURES {
                kept.remove(0);
            }
            kept.push((id, data.clone()));
        });
    });
}

/// The most recent figure of a chart, as JSON in the format that a page carries.
pub fn current_figure(id: &str) -> Option<String> {
    KEPT.with_borrow(|kept| {
        let (_, data) = kept.iter().find(|(known, _)| known == id)?;
        let json = serde_json::to_string(data).ok()?;
        Some(format!("{{\"figure\":{json}}}"))
    })
}

/// The buttons under a figure.
pub(super) fn chart_actions(data: &FigureData) -> impl IntoView + use<> {
    let frame = &data.frame;
    let chart = chart_id(frame, data.view);
    if let Some(keep) = KEEP.get() {
        keep(chart.clone(), data);
    }
    let alone = data.alone.as_deref();
    let id = alone.and_then(|address| address.trim_end_matches('/').rsplit('/').next());
    let id = id.map(str::to_owned);
    let query = to_address(&frame.query, &Query::default());
    let share = frame.has_address().then(|| {
        view! { <button type="button" class="share-button" data-query=query data-view=id>{localize(m!(SharingButton))}</button> }
    });
    view! {
        <div class="figure-take">
            <button type="button" class="save-button" aria-haspopup="dialog" data-figure=chart data-failed=localize(m!(SaveNotThere))>{localize(m!(SaveButton))}</button>
            {share}
        </div>
    }
}
