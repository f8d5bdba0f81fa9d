//! The island of Explore: the control panel and the answer, both made from one query. On a wide screen the panel is
//! next to the answer; on a phone it is a sheet that a button above the chart opens, without a script.

use super::choice::toggle;
use super::controls::{PANEL, controls};
use super::external_data::{columns, open, opener};
use super::go::Go;
use super::period::{ends, is_range};
use super::saved::saved;
use super::shapes::shapes;
use super::{ExploreAnswer, ExploreSession};
use crate::browser;
use crate::frame::{Facet, FacetValue, Refusal};
use crate::locale::Message;
use crate::m;
use crate::pages::edition::older_note;
use crate::pages::missing::problem_list;
use crate::prose;
use crate::query::{Query, parse};
use crate::site::Route;
use crate::ui::{FigureData, Shell, figure, href, localize, shell};
use leptos::prelude::*;

/// The explorer, from the answer it opens on.
#[component]
pub fn Explorer(answered: ExploreAnswer) -> impl IntoView {
    let surroundings = shell();
    let session = ExploreSession::new(answered);
    let path = href(&Route::Explore);
    let go = Go {
        session,
        path: StoredValue::new(path),
    };

    browser::on_address_change(move |address| {
        let (asked, notices) = parse(&address);
        session.ask(asked, notices);
    });
    let titled = surroundings.clone();
    Effect::new(move |before: Option<()>| {
        let title = session.answered.with(ExploreAnswer::title);
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
            <button type="button" class="button sheet-button" popovertarget=PANEL>{localize(m!(ExploreChange))}</button>
            <form
                class="explorer-controls"
                id=PANEL
                popover="auto"
                on:submit=|event| event.prevent_default()
                on:pointerenter=move |_| session.warm_up()
                on:focusin=move |_| session.warm_up()
                aria-label=localize(m!(ExploreControls))>
                <button type="button" class="button sheet-button" popovertarget=PANEL popovertargetaction="hide">
                    {localize(m!(ExploreShow))}
                </button>
                {controls(go)}
                {saved(go)}
            </form>
            <div class="explorer-answer" aria-busy=move || session.loading.with(Option::is_some).to_string()>
                <p class="visually-hidden" role="status" aria-live="polite">{move || announced(&surroundings, session)}</p>
                {progress(go)}
                {notices(session)}
                {edition(go)}
                {chosen(go)}
                {columns(go)}
                {shapes(go)}
                {answers(go)}
            </div>
            {opener(go)}
        </div>
    }
}

/// The announcement for screen readers after a change; empty before the first.
fn announced(surroundings: &Shell, session: ExploreSession) -> String {
    let locale = surroundings.locale;
    if session.loading.with(Option::is_some) {
        return locale.text(m!(ExploreLoading));
    }
    session.answered.with(|answered| match &answered.outcome {
        Ok(frame) => locale.text(prose::announcement(frame)),
        Err(refusal) => locale.text(prose::refusal(refusal)),
    })
}

fn progress(go: Go) -> AnyView {
    let view = {
        let locale = shell().locale;
        move || {
            go.session.loading.get().map(|progress| {
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
fn notices(session: ExploreSession) -> AnyView {
    let view = {
        let surroundings = shell();
        move || {
            provide_context(surroundings.clone());
            let failed = session
                .failed
                .with(|problems| problem_list(problems).into_any());
            session.answered.with(|answered| {
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

/// Says that an older version is shown, or none, with a link to the same question of the newest or the replacing one.
fn edition(go: Go) -> AnyView {
    let surroundings = shell();
    let view = move || {
        provide_context(surroundings.clone());
        go.session.answered.with(|answered| {
            let edition = answered.edition.as_ref()?;
            let newer = Query {
                at: edition.newer_at.clone(),
                ..answered.asked.clone()
            };
            older_note(edition, go.address(&newer))
        })
    };
    view.into_any()
}

/// The chosen filters as buttons that take them back. Periods in a row are one.
fn chosen(go: Go) -> AnyView {
    let surroundings = shell();
    let view = move || {
        provide_context(surroundings.clone());
        let chips: Vec<Chip> = go.session.answered.with(|answered| {
            let facets = answered.facets.iter();
            facets.flat_map(chips).collect()
        });
        let any = !chips.is_empty();
        let chips = chips.into_iter().map(|(label, field, keys)| {
            let take_back = move |_| {
                go.to(|query| {
                    for key in &keys {
                        toggle(query, &field, key, false, false);
                    }
                });
            };
            view! { <li><button type="button" class="chip" on:click=take_back>{localize(label)}" "<span class="visually-hidden">{localize(m!(DashboardRemove))}</span></button></li> }
        }).collect_view();
        let clear = move |_| go.to(|query| query.filters.clear());
        any.then(|| view! {
            <ul class="chips" aria-label=localize(m!(ExploreChosen))>
                {chips}
                <li><button type="button" class="chip chip-clear" on:click=clear>{localize(m!(ExploreClear))}</button></li>
            </ul>
        })
    };
    view.into_any()
}

/// (what the button says, field, values that it takes back).
type Chip = (Message, String, Vec<String>);

fn chips(facet: &Facet) -> Vec<Chip> {
    let chosen: Vec<&FacetValue> = facet.values.iter().filter(|value| value.chosen).collect();
    let (from, to) = ends(facet);
    let title = &facet.title;
    if is_range(facet) && chosen.len() > 1 && chosen.len() == to - from + 1 {
        let (from, to) = (&facet.values[from].label, &facet.values[to].label);
        let label = m!(
            ExploreTakeBackRange,
            dimension = title,
            from = from,
            to = to
        );
        let keys = chosen.iter().map(|value| value.key.clone());
        return vec![(label, facet.field.clone(), keys.collect())];
    }
    let chip = |value: &&FacetValue| {
        let label = m!(ExploreTakeBack, dimension = title, value = &value.label);
        (label, facet.field.clone(), vec![value.key.clone()])
    };
    chosen.iter().map(chip).collect()
}

fn answers(go: Go) -> AnyView {
    let surroundings = shell();
    let view = move || {
        provide_context(surroundings.clone());
        go.session
            .answered
            .with(|answered| answer_view(go, answered))
    };
    view.into_any()
}

fn answer_view(go: Go, answered: &ExploreAnswer) -> AnyView {
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
                is_half: false,
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
                {ways(go, answered)}
            </div>
        }
        .into_any(),
    }
}

/// Questions near to one without an answer, as links.
fn ways(go: Go, answered: &ExploreAnswer) -> AnyView {
    let links = answered.ways.iter().map(|(words, query)| {
        let query = query.clone();
        let address = go.address(&query);
        let open = move |event: leptos::ev::MouseEvent| {
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            go.to(|asked| *asked = query.clone());
        };
        view! { <li><a href=address on:click=open>{localize(words.clone())}</a></li> }
    });
    let links = links.collect_view();
    let any = !answered.ways.is_empty();
    any.then(|| {
        view! {
            <p>{localize(m!(ExploreWays))}</p>
            <ul class="ways">{links}</ul>
        }
    })
    .into_any()
}
