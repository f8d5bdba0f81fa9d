//! Package, measure, break-down, series, kind, level, view: real form controls over one query.

use super::further::further_controls;
use super::go::Go;
use super::shapes::shapes;
use super::{ControlOption, ExploreAnswer};
use crate::locale::{Labeled, Message};
use crate::m;
use crate::query::{Query, View};
use crate::ui::{localize, shell};
use crate::value::Kind;
use leptos::prelude::*;

/// What a control offers, given what is shown.
type ListOptions = Box<dyn Fn(&ExploreAnswer) -> Vec<ControlOption> + Send + Sync>;

pub(super) fn controls(go: Go) -> impl IntoView {
    let locale = shell().locale;
    let kinds = move |answered: &ExploreAnswer| {
        let choice = |kind: &Kind| ControlOption {
            key: kind.as_str().to_owned(),
            title: locale.text(kind.label()),
        };
        answered.kinds.iter().map(choice).collect::<Vec<_>>()
    };
    let series = move |answered: &ExploreAnswer| {
        // Compared measures are the series.
        if !answered.query.compare.is_empty() {
            return Vec::new();
        }
        let none = ControlOption {
            key: String::new(),
            title: locale.text(m!(ExploreNoSeries)),
        };
        let others = answered
            .bys
            .iter()
            .filter(|choice| Some(&choice.key) != answered.query.by.as_ref());
        std::iter::once(none)
            .chain(others.cloned())
            .collect::<Vec<_>>()
    };
    let against = move |answered: &ExploreAnswer| {
        if answered.against.is_empty() || !answered.query.compare.is_empty() {
            return Vec::new();
        }
        let none = ControlOption {
            key: String::new(),
            title: locale.text(m!(ExploreNoSeries)),
        };
        std::iter::once(none)
            .chain(answered.against.iter().cloned())
            .collect::<Vec<_>>()
    };
    let sorts = move |answered: &ExploreAnswer| {
        // Time runs on; there is nothing to order.
        if answered.views.contains(&View::Line) {
            return Vec::new();
        }
        let choice = |key: &str, title: Message| ControlOption {
            key: key.to_owned(),
            title: locale.text(title),
        };
        vec![
            choice("value", m!(ExploreSortValue)),
            choice("name", m!(ExploreSortName)),
        ]
    };
    let control = |name: &'static str,
                   label: Message,
                   choices: ListOptions,
                   chosen: fn(&Query) -> Option<String>,
                   change: fn(Query, String) -> Query| {
        select(
            go,
            Control {
                name,
                label,
                choices,
                chosen,
                change,
            },
        )
    };
    view! {
        {control("package", m!(ExplorePackage), Box::new(|answered| answered.packages.clone()),
            |query| query.package.clone(),
            |_, key| Query { package: Some(key), ..Query::default() })}
        {control("measure", m!(ExploreMeasure), Box::new(|answered| answered.measures.clone()),
            |query| query.measure.clone(),
            |query, key| Query { package: query.package, measure: Some(key), ..Query::default() })}
        {control("by", m!(ExploreBy), Box::new(|answered| answered.bys.clone()), |query| query.by.clone(),
            |query, key| {
                let series = query.series.clone().filter(|series| *series != key);
                Query { by: Some(key), series, view: None, level: None, share: false, ..query }
            })}
        {control("series", m!(ExploreSeries), Box::new(series),
            |query| Some(query.series.clone().unwrap_or_default()),
            |query, key| Query { series: Some(key).filter(|key| !key.is_empty()), view: None, share: false, ..query })}
        {control("x", m!(ExploreAgainst), Box::new(against), |query| Some(query.x.clone().unwrap_or_default()),
            |query, key| Query {
                x: Some(key).filter(|key| !key.is_empty()),
                compare: Vec::new(),
                share: false,
                view: None,
                ..query
            })}
        {further_controls(go)}
        {control("kind", m!(ExploreKind), Box::new(kinds), |query| query.kind.map(|kind| kind.as_str().to_owned()),
            |query, key| Query { kind: Kind::parse(&key), ..query })}
        {control("level", m!(ExploreLevel), Box::new(|answered| answered.levels.clone()), |query| query.level.clone(),
            |query, key| Query { level: Some(key), ..query })}
        {control("sort", m!(ExploreSort), Box::new(sorts), |query| query.sort.map(|sort| sort.as_str().to_owned()),
            |query, key| Query { sort: crate::query::SortOrder::parse(&key), ..query })}
        {shapes(go)}
    }
}

/// What fills a list of choices, reads the chosen one, and changes the question.
struct Control {
    name: &'static str,
    label: Message,
    choices: ListOptions,
    chosen: fn(&Query) -> Option<String>,
    change: fn(Query, String) -> Query,
}

/// One list to choose from; not shown where there is nothing to choose.
fn select(go: Go, control: Control) -> AnyView {
    let Control {
        name,
        label,
        choices,
        chosen,
        change,
    } = control;
    let library = go.library;
    let choices = Memo::new(move |_| library.answered.with(&choices));
    let current = Memo::new(move |_| {
        let pending = library
            .pending
            .with(|asked| asked.as_ref().and_then(chosen));
        pending
            .or_else(|| library.answered.with(|answered| chosen(&answered.query)))
            .unwrap_or_default()
    });
    // A choice that the list does not have would leave the control blank.
    let current = Memo::new(move |_| {
        let key = current.get();
        choices.with(|list| {
            let is_offered = list.iter().any(|choice| choice.key == key);
            match list.first() {
                Some(first) if !is_offered && first.key.is_empty() => String::new(),
                _ => key,
            }
        })
    });
    let label = localize(label);
    let id = format!("explore-{name}");
    let on_change = move |event| {
        let key = event_target_value(&event);
        go.to(|query| *query = change(std::mem::take(query), key));
    };
    let list = move || {
        let list = choices.get();
        // Taken up anew with every list, so that the browser's own choice follows the query.
        let options = list.iter().map(|choice| {
            let key = choice.key.clone();
            let is_chosen = move || current.get() == key;
            view! { <option value=choice.key.clone() selected=is_chosen>{choice.title.clone()}</option> }
        }).collect_view();
        (list.len() > 1).then(|| view! {
            <div class="control">
                <label for=id.clone()>{label.clone()}</label>
                <select id=id.clone() name=name on:change=on_change prop:value=move || current.get()>{options}</select>
            </div>
        })
    };
    list.into_any()
}
