//! The control panel of Explore: data set, measure, break-downs, filters, and options that few need. Every list offers
//! only choices that have a result, and gives the reason for the others.

use super::ExploreAnswer;
use super::choice::Control;
use super::filters::filters;
use super::further::further_controls;
use super::go::Go;
use super::offered::ControlOption;
use crate::frame::MeasureGroup;
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::query::View;
use crate::ui::{Shell, localize, shell};
use leptos::prelude::*;

/// The identifier of the panel, which is a sheet on a phone.
pub(super) const PANEL: &str = "explore-panel";

pub(super) fn controls(go: Go) -> impl IntoView {
    let has_more = Memo::new(move |_| {
        go.session.answered.with(|answered| {
            !answered.comparable.is_empty()
                || !answered.against.is_empty()
                || answered.can_share
                || answered.versions.len() > 1
                || !answered.views.contains(&View::Line)
        })
    });
    view! {
        {select(go, Control::Package, m!(ExplorePackage))}
        {select(go, Control::Measure, m!(ExploreMeasure))}
        {select(go, Control::By, m!(ExploreBy))}
        {select(go, Control::Level, m!(ExploreLevel))}
        {select(go, Control::Series, m!(ExploreSeries))}
        {select(go, Control::Kind, m!(ExploreKind))}
        {filters(go)}
        <details class="filter explore-more" hidden=move || !has_more.get()>
            <summary><span>{localize(m!(ExploreMore))}</span></summary>
            {select(go, Control::Sort, m!(ExploreSort))}
            {select(go, Control::Across, m!(ExploreAgainst))}
            {further_controls(go)}
            {select(go, Control::Version, m!(ExploreVersion))}
        </details>
    }
}

/// What a control offers, given what is shown; nothing where there is no choice.
fn choices(surroundings: &Shell, control: Control, answered: &ExploreAnswer) -> Vec<ControlOption> {
    let locale = surroundings.locale;
    let with_none = |list: &[ControlOption]| {
        let none = ControlOption::new("", &locale.text(m!(ExploreNoSeries)));
        let list = list.iter().cloned();
        std::iter::once(none).chain(list).collect::<Vec<_>>()
    };
    let mut list = match control {
        Control::Package => answered.packages.clone(),
        Control::Version => versions(surroundings, &answered.versions),
        Control::Measure => answered.measures.clone(),
        Control::By => answered.bys.clone(),
        Control::Series => with_none(&answered.series),
        Control::Across if answered.query.compare.is_empty() => with_none(&answered.against),
        Control::Across => Vec::new(),
        Control::Kind => answered
            .kinds
            .iter()
            .map(|kind| ControlOption::new(kind.as_str(), &locale.text(kind.label())))
            .collect(),
        Control::Level => answered.levels.clone(),
        // Time runs on; there is nothing to order.
        Control::Sort if answered.views.contains(&View::Line) => Vec::new(),
        Control::Sort => vec![
            ControlOption::new("value", &locale.text(m!(ExploreSortValue))),
            ControlOption::new("name", &locale.text(m!(ExploreSortName))),
        ],
    };
    // A list without what is chosen would show a blank.
    let chosen = control.chosen(&answered.query);
    if list.len() > 1 && list.iter().all(|choice| choice.key != chosen) {
        list.insert(0, ControlOption::new(&chosen, &chosen));
    }
    list
}

/// The newest version, which a link follows, and each version by its number, which stays.
fn versions(surroundings: &Shell, all: &[(String, String)]) -> Vec<ControlOption> {
    let text = |message: Message| surroundings.locale.text(message);
    let fixed = all.iter().map(|(version, day)| {
        let day = Arg::Date(day.clone());
        let title = text(m!(ExploreVersionFixed, version = version, day = day));
        ControlOption::new(version, &title)
    });
    let newest = (all.len() > 1).then(|| ControlOption::new("", &text(m!(ExploreVersionNewest))));
    newest.into_iter().chain(fixed).collect()
}

/// One list to choose from; not shown where there is nothing to choose.
fn select(go: Go, control: Control, label: Message) -> AnyView {
    let session = go.session;
    let surroundings = shell();
    let list = Memo::new({
        let surroundings = surroundings.clone();
        move |_| {
            let of = |answered: &ExploreAnswer| choices(&surroundings, control, answered);
            session.answered.with(of)
        }
    });
    let current = Memo::new(move |_| {
        let pending = session.pending.with(|asked| {
            let chosen = asked.as_ref().map(|asked| control.chosen(asked));
            chosen.filter(|key| list.with(|list| list.iter().any(|choice| choice.key == *key)))
        });
        let shown = || {
            session
                .answered
                .with(|answered| control.chosen(&answered.query))
        };
        // A package that is on its way has another measure, which no list has yet.
        pending
            .filter(|key| {
                !key.is_empty()
                    || matches!(
                        control,
                        Control::Series | Control::Across | Control::Version
                    )
            })
            .unwrap_or_else(shown)
    });
    let label = localize(label);
    let id = format!("explore-{}", control.name());
    let on_change = move |event| go.choose(control, event_target_value(&event));
    let view = move || {
        let list = list.get();
        // Created again with every list, so that the selection in the browser follows the query.
        let options = options(&surroundings, &list, |key| {
            let key = key.to_owned();
            Signal::derive(move || current.get() == key)
        });
        (list.len() > 1).then(|| view! {
            <div class="control">
                <label for=id.clone()>{label.clone()}</label>
                <select id=id.clone() name=control.name() on:change=on_change prop:value=move || current.get()>{options}</select>
            </div>
        })
    };
    view.into_any()
}

/// The entries of a list, under headings where measures are of several groups. An entry that cannot be chosen says why.
pub(super) fn options(
    surroundings: &Shell,
    list: &[ControlOption],
    is_chosen: impl Fn(&str) -> Signal<bool>,
) -> AnyView {
    let entry = |choice: &ControlOption| {
        let (text, title) = words(surroundings, choice);
        let key = choice.key.clone();
        let chosen = is_chosen(&key);
        view! { <option value=key selected=move || chosen.get() disabled=choice.why.is_some() title=title>{text}</option> }
    };
    let of_group = |group: MeasureGroup| {
        list.iter()
            .filter(move |choice| choice.group == Some(group))
    };
    let groups = MeasureGroup::ALL.into_iter();
    let groups: Vec<MeasureGroup> = groups
        .filter(|group| of_group(*group).next().is_some())
        .collect();
    if groups.len() < 2 {
        return list.iter().map(entry).collect_view().into_any();
    }
    let groups = groups.into_iter().map(|group| {
        let entries = of_group(group).map(entry).collect_view();
        view! { <optgroup label=surroundings.locale.text(heading(group))>{entries}</optgroup> }
    });
    groups.collect_view().into_any()
}

fn heading(group: MeasureGroup) -> Message {
    match group {
        MeasureGroup::Results => m!(MeasuresResults),
        MeasureGroup::Goals => m!(MeasuresGoals),
        MeasureGroup::Money => m!(MeasuresMoney),
        MeasureGroup::Wages => m!(MeasuresWages),
        MeasureGroup::Other => m!(MeasuresOther),
    }
}

/// (what an entry says, where its reason is longer: what would help).
fn words(surroundings: &Shell, choice: &ControlOption) -> (String, Option<String>) {
    let locale = surroundings.locale;
    let text = match choice.values {
        Some(values) => locale.text(m!(ExploreOption, title = &choice.title, count = values)),
        None => choice.title.clone(),
    };
    match &choice.why {
        None => (text, None),
        Some(why) => {
            let reason = locale.text(why.message());
            let text = locale.text(m!(ExploreOptionWhy, option = text, why = reason));
            (text, why.remedy().map(|remedy| locale.text(remedy)))
        }
    }
}
