//! Tables of published claims.

use crate::m;
use crate::ui::say;
use leptos::prelude::*;

/// The head of a table of claims: what, how much, of what sort, when, by whom.
pub(super) fn claims_head() -> impl IntoView {
    view! {
        <thead><tr>
            <th scope="col">{say(m!(FiguresColumnFigure))}</th>
            <th scope="col" class="number">{say(m!(FiguresColumnValue))}</th>
            <th scope="col">{say(m!(FiguresColumnKind))}</th>
            <th scope="col">{say(m!(FiguresColumnDate))}</th>
            <th scope="col">{say(m!(FiguresColumnSource))}</th>
        </tr></thead>
    }
}
