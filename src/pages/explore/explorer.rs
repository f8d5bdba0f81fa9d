//! The island of Explore: the sentence, the answer, then the controls, all faces of one query. On a phone the
//! answer comes before the controls; where there is room they stand beside it.

use super::controls::controls;
use super::external_data::{columns, open, opener};
use super::filters::filters;
use super::go::Go;
use super::saved::saved;
use super::sentence::sentence;
use super::{ExploreAnswer, ExploreSession};
use crate::browser;
use crate::frame::Refusal;
use crate::m;
use crate::pages::missing::problem_list;
use crate::prose;
use crate::query::parse;
use crate::site::Route;
use crate::ui::{FigureData, Shell, figure, href, localize, shell};
use leptos::prelude::*;

/// The explorer, from the answer it opens on.
#[component]
pub fn Explorer(answered: ExploreAnswer) -> impl IntoView {
    let surroundings = shell();
    let library = ExploreSession::new(answered);
    let path = href(&Route::Explore);
    let go = Go {
        library,
        path: StoredValue::new(path),
    };

    browser::on_address_change(move |address| {
        let (asked, notices) = parse(&address);
        library.ask(asked, notices);
    });
    let titled = surroundings.clone();
    Effect::new(move |before: Option<()>| {
        let title = library.answered.with(ExploreAnswer::title);
        if before.is_some() {
            browser::set_title(&titled.locale.text(m!(DocumentTitle, page = title)));
        }
    });

    view! {
        <div
            class="explorer"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                browser::on_files(event.into(), move |files| open(go, files));
            }
        >
            {sentence(go)}
            <div class="explorer-answer" aria-busy=move || library.loading.with(Option::is_some).to_string()>
                <p class="visually-hidden" role="status" aria-live="polite">{move || announced(&surroundings, library)}</p>
                {progress(go)}
                {notices(library)}
                {chosen(go)}
                {columns(go)}
                {move || library.answered.with(answer_view)}
            </div>
            <form
                class="explorer-controls"
                on:submit=|event| event.prevent_default()
                on:pointerenter=move |_| library.warm_up()
                on:focusin=move |_| library.warm_up()
                aria-label=localize(m!(ExploreControls))>
                {controls(go)}
                {filters(go)}
                {saved(go)}
            </form>
            {opener(go)}
        </div>
    }
}

/// What a listener hears after a change; nothing before the first.
fn announced(surroundings: &Shell, library: ExploreSession) -> String {
    let locale = surroundings.locale;
    if library.loading.with(Option::is_some) {
        return locale.text(m!(ExploreLoading));
    }
    library.answered.with(|answered| match &answered.outcome {
        Ok(frame) => locale.text(prose::announcement(frame)),
        Err(refusal) => locale.text(prose::refusal(refusal)),
    })
}

fn progress(go: Go) -> AnyView {
    let view = {
        let locale = shell().locale;
        move || {
            go.library.loading.get().map(|progress| {
            let received = locale.number(progress.received as f64 / 1e6, 1);
            view! {
                <div class="progress">
                    <p>{locale.text(m!(ExploreProgress, megabytes = received))}</p>
                    <button type="button" on:click=move |_| go.stop()>{locale.text(m!(ExploreStop))}</button>
                </div>
            }
        })
        }
    };
    view.into_any()
}

/// What of the address was not understood, and what was wrong with the data.
fn notices(library: ExploreSession) -> AnyView {
    let view = {
        let surroundings = shell();
        move || {
            provide_context(surroundings.clone());
            let failed = library
                .failed
                .with(|problems| problem_list(problems).into_any());
            library.answered.with(|answered| {
            let notices = answered.notices.iter().map(|notice| view! { <li>{localize(notice.message())}</li> }).collect_view();
            // Where nothing could be opened, the answer itself says why.
            let left_out = match answered.outcome {
                Err(Refusal::NotOpened) => 0,
                _ => answered.problems.len(),
            };
            view! {
                {failed}
                {(!answered.notices.is_empty()).then(|| view! { <ul class="notices">{notices}</ul> })}
                {(left_out > 0).then(|| view! {
                    <details class="data-problems">
                        <summary>{localize(m!(ExploreProblems, count = left_out))}</summary>
                        {problem_list(&answered.problems)}
                    </details>
                })}
            }
        })
        }
    };
    view.into_any()
}

/// The chosen filters as buttons that take them back.
fn chosen(go: Go) -> AnyView {
    let view = {
        let surroundings = shell();
        move || {
            provide_context(surroundings.clone());
            let chips = go.library.answered.with(|answered| {
                let of = |facet: &crate::frame::Facet| {
                    let field = facet.field.clone();
                    let title = facet.title.clone();
                    let picked = facet.values.iter().filter(|value| value.chosen).cloned();
                    picked
                        .map(move |value| (field.clone(), title.clone(), value))
                        .collect::<Vec<_>>()
                };
                answered.facets.iter().flat_map(of).collect::<Vec<_>>()
            });
            let any = !chips.is_empty();
            let chips = chips.into_iter().map(|(field, title, value)| {
            let label = localize(m!(ExploreTakeBack, dimension = title, value = value.label));
            let take_back = move |_| go.to(|query| super::filters::toggle(query, &field, &value.key, false));
            view! { <li><button type="button" class="chip" on:click=take_back>{label}</button></li> }
        }).collect_view();
            any.then(|| view! {
            <ul class="chips" aria-label=localize(m!(ExploreChosen))>
                {chips}
                <li><button type="button" class="chip chip-clear" on:click=move |_| go.to(|query| query.filters.clear())>{localize(m!(ExploreClear))}</button></li>
            </ul>
        })
        }
    };
    view.into_any()
}

fn answer_view(answered: &ExploreAnswer) -> AnyView {
    match &answered.outcome {
        Ok(frame) => {
            let view = answered.query.view.unwrap_or_default();
            let data = FigureData {
                frame: frame.clone(),
                view,
                heading: None,
                level: 2,
                explore: None,
                alone: None,
                brief: false,
                is_choice: false,
            };
            figure(data).into_any()
        }
        Err(Refusal::NotOpened) => view! {
            <div class="refusal" role="alert">
                <h2>{localize(m!(ForeignNotOpenedTitle))}</h2>
                {problem_list(&answered.problems)}
                <p>{localize(prose::refusal(&Refusal::NotOpened))}</p>
            </div>
        }
        .into_any(),
        Err(refusal) => view! {
            <div class="refusal" role="note">
                <h2>{localize(m!(ExploreRefused))}</h2>
                <p>{localize(prose::refusal(refusal))}</p>
            </div>
        }
        .into_any(),
    }
}
