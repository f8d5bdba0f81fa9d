//! Pagination of very long tables. Only a module that answers questions has such tables: the module
//! of pages for reading leaves this out.

use super::super::say::shell;
use super::Columns;
use crate::frame::Frame;
use crate::m;
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

/// Rows per page: a browser lays out a few hundred without delay.
const PAGE: usize = 200;

/// The rows shown, and the pagination controls.
type Turned = (AnyView, Option<AnyView>);

static TURN: OnceLock<fn(Columns, &Frame) -> Turned> = OnceLock::new();

/// Enables pagination in this module; a module that does not call this shows every row.
pub(in crate::ui) fn turn_pages() {
    let _ = TURN.set(paged);
}

pub(super) fn turned(columns: Columns, frame: &Frame) -> Turned {
    #[cfg(not(target_arch = "wasm32"))]
    turn_pages();
    match TURN.get() {
        Some(turn) => turn(columns, frame),
        None => {
            let rows = frame.rows.iter().map(|row| columns.line(frame, row));
            (rows.collect_view().into_any(), None)
        }
    }
}

/// The rows of one page, and the pagination controls.
fn paged(columns: Columns, frame: &Frame) -> Turned {
    let surroundings = shell();
    let locale = surroundings.locale;
    let of = frame.rows.len();
    let frame = Arc::new(frame.clone());
    let first = RwSignal::new(0_usize);
    let last = (of - 1) / PAGE * PAGE;
    let rows = move || {
        provide_context(surroundings.clone());
        let from = first.get();
        let shown = frame.rows[from..(from + PAGE).min(of)].iter();
        shown.map(|row| columns.line(&frame, row)).collect_view()
    };
    let words = move || {
        let from = first.get();
        let count = |number: usize| locale.count(number as u64);
        locale.text(m!(
            TablePage,
            from = count(from + 1),
            to = count((from + PAGE).min(of)),
            of = count(of)
        ))
    };
    let go = move |event| {
        let asked: Result<usize, _> = event_target_value(&event).trim().parse();
        if let Ok(row) = asked {
            first.set((row.clamp(1, of) - 1) / PAGE * PAGE);
        }
    };
    let turner = view! {
        <div class="table-pages">
            <button
                type="button"
                disabled=move || first.get() == 0
                on:click=move |_| first.update(|at| *at = at.saturating_sub(PAGE))
            >{locale.text(m!(TablePagesBack))}</button>
            <button
                type="button"
                disabled=move || first.get() == last
                on:click=move |_| first.update(|at| *at = (*at + PAGE).min(last))
            >{locale.text(m!(TablePagesOn))}</button>
            <p role="status">{words}</p>
            <label>
                {locale.text(m!(TablePagesGo))}
                " "
                <input type="number" min="1" max=of.to_string() on:change=go/>
            </label>
        </div>
    };
    (rows.into_any(), Some(turner.into_any()))
}
