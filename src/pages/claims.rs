//! Tables of published claims.

use crate::m;
use crate::ui::localize;
use leptos::prelude::*;

/// The head of a table of claims: what, how much, of what sort, when, by whom.
pub(super) fn claims_head() -> impl IntoView {
    view! {
        <thead><tr>
            <th scope="col">{localize(m!(FiguresColumnFigure))}</th>
            <th scope="col" class="number">{localize(m!(FiguresColumnValue))}</th>
            <th scope="col">{localize(m!(FiguresColumnKind))}</th>
            <th scope="col">{localize(m!(FiguresColumnDate))}</th>
            <th scope="col">{localize(m!(FiguresColumnSource))}</th>
        </tr></thead>
    }
}
