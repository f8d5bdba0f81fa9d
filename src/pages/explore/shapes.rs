//! The views that can show the answer, as tabs on the chart: the few that most readers want in sight, the others one step
//! away. They are radio buttons, so that arrow keys go from one to the next.

use super::go::Go;
use crate::m;
use crate::prose;
use crate::query::View;
use crate::ui::{localize, shell};
use leptos::prelude::*;

/// The number of chart types in the first row; the others follow below.
const IN_A_ROW: usize = 5;

pub(super) fn shapes(go: Go) -> AnyView {
    let surroundings = shell();
    let session = go.session;
    let list = Memo::new(move |_| session.answered.with(|answered| answered.views.clone()));
    let current = Memo::new(move |_| session.answered.with(|answered| answered.query.view));
    let radios = move || {
        provide_context(surroundings.clone());
        let (first, further) = split(&list.get());
        let is_open = current
            .get_untracked()
            .is_some_and(|view| further.contains(&view));
        let choices = |views: Vec<View>| {
            views
                .into_iter()
                .map(|view| choice(go, current, view))
                .collect_view()
        };
        let further = (!further.is_empty()).then(|| {
            view! {
                <details class="view-more" open=is_open>
                    <summary>{localize(m!(ExploreMoreViews, count = further.len()))}</summary>
                    <div class="view-choices">{choices(further.clone())}</div>
                </details>
            }
        });
        view! {
            <div class="view-choices">{choices(first)}</div>
            {further}
        }
    };
    view! {
        <fieldset class="views" hidden=move || list.with(|list| list.len() < 2)>
            <legend class="visually-hidden">{localize(m!(ExploreView))}</legend>
            {radios}
        </fieldset>
    }
    .into_any()
}

/// The chart types in the first row (the default, the common ones and the table) and the others.
fn split(views: &[View]) -> (Vec<View>, Vec<View>) {
    if views.len() <= IN_A_ROW {
        return (views.to_vec(), Vec::new());
    }
    let usual = views.first().copied();
    let is_known = |view: &View| {
        Some(*view) == usual || matches!(view, View::Bar | View::Line | View::Map | View::Table)
    };
    views.iter().copied().partition(is_known)
}

fn choice(go: Go, current: Memo<Option<View>>, view: View) -> impl IntoView {
    let is_chosen = move || current.get() == Some(view);
    view! {
        <label class="view-choice">
            <input type="radio" name="view" value=view.as_str() checked=is_chosen() prop:checked=is_chosen
                on:change=move |_| go.to(|query| query.view = Some(view))/>
            <span>{localize(prose::view_name(view))}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_keeps_what_everybody_knows_in_sight() {
        let few = [View::Map, View::Bar, View::Table];
        assert_eq!(split(&few), (few.to_vec(), Vec::new()));
        let (first, further) = split(&[
            View::Scatter,
            View::Bar,
            View::Column,
            View::Dot,
            View::Line,
            View::Table,
        ]);
        assert_eq!(first, [View::Scatter, View::Bar, View::Line, View::Table]);
        assert_eq!(further, [View::Column, View::Dot]);
    }
}
