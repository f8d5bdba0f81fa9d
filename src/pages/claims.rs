//! Tables of published claims.

use crate::m;
use crate::ui::localize;
use leptos::prelude::*;

/// The header of a table of claims: figure, value, type, date and source.
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
