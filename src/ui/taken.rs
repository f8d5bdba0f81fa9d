//! What a reader takes along of a figure: files (`public/save.js`) and addresses (`public/share-chart.js`). The buttons
//! are shown where scripts run; what they need is fetched when somebody presses one.

use super::chart::chart_id;
use super::figure_data::FigureData;
use super::say::say;
use crate::foreign::is_files;
use crate::m;
use crate::query::{Query, to_address};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::OnceLock;

/// Figures that were made last, each under the name of its chart, the newest at the end.
type Kept = Vec<(String, FigureData)>;

/// So many are kept: as many as a page that was not prerendered may show.
const MOST: usize = 16;

/// How this module keeps its figures, if it does: a module whose figures stay as the page carries them need not.
static KEEP: OnceLock<fn(String, &FigureData)> = OnceLock::new();

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Vec::new()) };
}

/// Lets the figures of this module be had by [`handed_over`], since they may be others than the page carries.
pub fn keep_figures() {
    let _ = KEEP.set(|id, data| {
        KEPT.with_borrow_mut(|kept| {
            kept.retain(|(known, _)| *known != id);
            if kept.len() == MOST {
                kept.remove(0);
            }
            kept.push((id, data.clone()));
        });
    });
}

/// The figure of a chart as it was made last, as a page would carry it.
pub fn handed_over(id: &str) -> Option<String> {
    KEPT.with_borrow(|kept| {
        let (_, data) = kept.iter().find(|(known, _)| known == id)?;
        let json = serde_json::to_string(data).ok()?;
        Some(format!("{{\"figure\":{json}}}"))
    })
}

/// The buttons below a figure.
pub(super) fn take_along(data: &FigureData) -> impl IntoView + use<> {
    let frame = &data.frame;
    let chart = chart_id(frame, data.view);
    if let Some(keep) = KEEP.get() {
        keep(chart.clone(), data);
    }
    // What a reader opened from files of their own has no address that would show it to others.
    let is_here_alone = frame.query.package.as_deref().is_some_and(is_files);
    let alone = data.alone.as_deref();
    let id = alone.and_then(|address| address.trim_end_matches('/').rsplit('/').next());
    let id = id.map(str::to_owned);
    let query = to_address(&frame.query, &Query::default());
    let share = (!is_here_alone).then(|| {
        view! { <button type="button" class="share-button" data-query=query data-view=id>{say(m!(SharingButton))}</button> }
    });
    view! {
        <div class="figure-take">
            <button type="button" class="save-button" aria-haspopup="dialog" data-figure=chart data-failed=say(m!(SaveNotThere))>{say(m!(SaveButton))}</button>
            {share}
        </div>
    }
}
