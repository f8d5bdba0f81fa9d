//! The question as a sentence with blanks: "Show median wage for electricians in Maryland by state". Each
//! blank is a control over the same query that the other controls and the address are faces of.
//!
//! On Explore the blanks answer at once; elsewhere the sentence is a form that leads there and needs no
//! script.

use super::go::Go;
use super::{Answered, Choice};
use crate::frame::Facet;
use crate::m;
use crate::prose;
use crate::query::{AxisKind, Query};
use crate::site::Route;
use crate::ui::{href, say, shell};
use leptos::prelude::*;

/// What a blank asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Blank {
    Measure,
    /// A further measure beside the first: the one of this code.
    And(String),
    /// The measure that it is set against.
    Against,
    /// One value of this field, which is no place.
    Subject(String),
    /// One place of this field.
    Place(String),
    By,
}

/// The choices of a blank, in groups; a group without a name stands by itself.
#[derive(Clone, Debug, PartialEq)]
struct Choices {
    groups: Vec<(Option<String>, Vec<Choice>)>,
    /// The key of what is chosen; [`SEVERAL`] where several are.
    chosen: String,
}

/// Several values are chosen, which one blank cannot hold: it says how many.
const SEVERAL: &str = "\u{1}";
/// A subject with fewer values is left to the filters.
const WORTH_ASKING: usize = 8;

impl Blank {
    /// The blanks of a sentence, in its order.
    fn all(answered: &Answered) -> Vec<Self> {
        let is_time = |facet: &&Facet| facet.kind == AxisKind::Time;
        let is_place = |facet: &&Facet| facet.kind == AxisKind::Places;
        let others = || answered.facets.iter().filter(|facet| !is_place(facet));
        let has_choice = |facet: &&Facet| facet.values.iter().any(|value| value.chosen);
        let mut subjects: Vec<&Facet> = others().filter(has_choice).collect();
        if subjects.is_empty() {
            // The shortest list that is still a list, other than the rows themselves.
            let by = answered.query.by.as_deref();
            let worth = others().filter(|facet| {
                !is_time(facet) && facet.values.len() >= WORTH_ASKING && by != Some(&facet.field)
            });
            subjects.extend(worth.min_by_key(|facet| facet.values.len()));
        }
        let subjects = subjects
            .into_iter()
            .map(|facet| Self::Subject(facet.field.clone()));
        let by = answered.query.by.as_deref();
        let places = || answered.facets.iter().filter(is_place);
        let place = places()
            .find(has_choice)
            .or_else(|| places().find(|facet| by == Some(&facet.field)))
            .or_else(|| places().next());
        let places = place
            .into_iter()
            .map(|facet| Self::Place(facet.field.clone()));
        let query = &answered.query;
        let further = query.compare.iter().cloned().map(Self::And);
        let against = query.x.is_some().then_some(Self::Against);
        std::iter::once(Self::Measure)
            .chain(further)
            .chain(against)
            .chain(subjects)
            .chain(places)
            .chain([Self::By])
            .collect()
    }

    /// The key that the blank has in an address.
    fn name(&self) -> String {
        match self {
            Self::Measure => "measure".to_owned(),
            Self::And(_) => "compare".to_owned(),
            Self::Against => "x".to_owned(),
            Self::By => "by".to_owned(),
            Self::Subject(field) | Self::Place(field) => format!("f.{field}"),
        }
    }

    fn choices(&self, answered: &Answered) -> Choices {
        let flat = |list: &[Choice], chosen: Option<&String>| Choices {
            groups: vec![(None, list.to_vec())],
            chosen: chosen.cloned().unwrap_or_default(),
        };
        match self {
            Self::Measure => flat(&answered.measures, answered.query.measure.as_ref()),
            Self::And(code) => {
                let others = &answered.query.compare;
                let free = answered
                    .comparable
                    .iter()
                    .filter(|choice| choice.key == *code || !others.contains(&choice.key));
                flat(&or_nothing(free), Some(code))
            }
            Self::Against => {
                let known = or_nothing(answered.against.iter());
                flat(&known, answered.query.x.as_ref())
            }
            Self::By => flat(&answered.bys, answered.query.by.as_ref()),
            Self::Subject(field) | Self::Place(field) => {
                let facet = answered.facets.iter().find(|facet| facet.field == *field);
                facet.map_or_else(|| flat(&[], None), of_facet)
            }
        }
    }

    fn change(&self, query: &mut Query, key: String) {
        let kept = std::mem::take(query);
        *query = match self {
            Self::Measure => Query {
                package: kept.package,
                measure: Some(key),
                ..Query::default()
            },
            Self::And(code) => {
                let mut compare = kept.compare;
                match compare.iter_mut().find(|known| *known == code) {
                    Some(known) => *known = key,
                    None => compare.push(key),
                }
                compare.retain(|code| !code.is_empty());
                Query {
                    compare,
                    view: None,
                    ..kept
                }
            }
            Self::Against => Query {
                x: Some(key).filter(|key| !key.is_empty()),
                view: None,
                ..kept
            },
            Self::By => Query {
                series: kept.series.filter(|series| *series != key),
                by: Some(key),
                view: None,
                level: None,
                ..kept
            },
            Self::Subject(field) | Self::Place(field) => {
                let mut filters = kept.filters;
                match key.is_empty() {
                    true => filters.remove(field),
                    false => filters.insert(field.clone(), vec![key]),
                };
                Query { filters, ..kept }
            }
        };
    }
}

/// The choices, after none at all.
fn or_nothing<'c>(choices: impl Iterator<Item = &'c Choice>) -> Vec<Choice> {
    let none = Choice {
        key: String::new(),
        title: say(m!(ExploreNoSeries)),
    };
    std::iter::once(none).chain(choices.cloned()).collect()
}

/// The values of a filter, under the groups of their tree where they are one, with "any" before them.
fn of_facet(facet: &Facet) -> Choices {
    let mut chosen = facet.values.iter().filter(|value| value.chosen);
    let (first, more) = (chosen.next(), chosen.count());
    let any = say(match facet.kind {
        AxisKind::Places => m!(AskAnyPlace),
        _ => m!(AskAny, dimension = prose::in_a_sentence(&facet.title)),
    });
    let mut loose = vec![Choice {
        key: String::new(),
        title: any,
    }];
    if more > 0 {
        loose.push(Choice {
            key: SEVERAL.to_owned(),
            title: say(m!(FilterChosen, count = more + 1)),
        });
    }
    let mut groups: Vec<(Option<String>, Vec<Choice>)> = vec![(None, loose)];
    let label_of = |key: &str| {
        let own = facet.values.iter().find(|value| value.key == key);
        own.map(|value| value.label.clone())
    };
    let is_above = |key: &str| {
        facet
            .values
            .iter()
            .any(|value| value.parent.as_deref() == Some(key))
    };
    for value in &facet.values {
        let choice = Choice {
            key: value.key.clone(),
            title: value.label.clone(),
        };
        // What has others below it heads its own group, so that one level is read at a time.
        let is_head = is_above(&value.key);
        let name = match is_head {
            true => Some(value.label.clone()),
            false => value.parent.as_deref().and_then(label_of),
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, list)) => list.push(choice),
            None => groups.push((name, vec![choice])),
        }
    }
    Choices {
        groups,
        chosen: match (first, more) {
            (None, _) => String::new(),
            (Some(value), 0) => value.key.clone(),
            _ => SEVERAL.to_owned(),
        },
    }
}

/// The word before a blank.
fn before(blank: &Blank) -> String {
    say(match blank {
        Blank::Measure => m!(AskShow),
        Blank::And(_) => m!(AskAnd),
        Blank::Against => m!(AskAgainst),
        Blank::Subject(_) => m!(AskFor),
        Blank::Place(_) => m!(AskIn),
        Blank::By => m!(AskBy),
    })
}

/// What a blank is called where it is not seen.
fn label(blank: &Blank, answered: &Answered) -> String {
    match blank {
        Blank::Measure => say(m!(ExploreMeasure)),
        Blank::And(_) => say(m!(ExploreCompare)),
        Blank::Against => say(m!(ExploreAgainst)),
        Blank::By => say(m!(ExploreBy)),
        Blank::Subject(field) | Blank::Place(field) => {
            let facet = answered.facets.iter().find(|facet| facet.field == *field);
            facet.map_or_else(String::new, |facet| facet.title.clone())
        }
    }
}

fn options(choices: Choices) -> impl IntoView {
    let Choices { groups, chosen } = choices;
    let option = move |choice: Choice| {
        let is_chosen = choice.key == chosen;
        let is_told = choice.key == SEVERAL;
        view! { <option value=choice.key selected=is_chosen disabled=is_told>{choice.title}</option> }
    };
    groups
        .into_iter()
        .map(|(name, list)| {
            let list = list.into_iter().map(&option).collect_view();
            match name {
                Some(name) => view! { <optgroup label=name>{list}</optgroup> }.into_any(),
                None => list.into_any(),
            }
        })
        .collect_view()
}

/// The sentence on Explore: every change is answered at once.
pub(super) fn sentence(go: Go) -> AnyView {
    let surroundings = shell();
    let library = go.library;
    let blanks = Memo::new(move |_| library.answered.with(Blank::all));
    let one = move |blank: Blank| {
        provide_context(surroundings.clone());
        let surroundings = surroundings.clone();
        let of = blank.clone();
        let choices = Memo::new({
            let surroundings = surroundings.clone();
            move |_| {
                provide_context(surroundings.clone());
                library.answered.with(|answered| of.choices(answered))
            }
        });
        let name = library
            .answered
            .with_untracked(|answered| label(&blank, answered));
        let word = before(&blank);
        let changed = blank.clone();
        let on_change = move |event| {
            let key = event_target_value(&event);
            if key != SEVERAL {
                go.to(|query| changed.change(query, key));
            }
        };
        view! {
            <span class="ask-part">
                <span class="ask-word">{word}</span>
                <select aria-label=name name=blank.name() on:change=on_change prop:value=move || choices.with(|choices| choices.chosen.clone())>
                    {move || options(choices.get())}
                </select>
            </span>
        }
    };
    view! {
        <div
            class="ask"
            role="group"
            aria-label=say(m!(AskLabel))
            on:pointerenter=move |_| library.warm_up()
            on:focusin=move |_| library.warm_up()
        >
            <For each=move || blanks.get() key=|blank| blank.clone() children=one/>
        </div>
    }
    .into_any()
}

/// The sentence as a form that leads to Explore.
pub fn asking_form(answered: &Answered) -> impl IntoView + use<> {
    let parts = Blank::all(answered)
        .into_iter()
        .map(|blank| {
            view! {
                <span class="ask-part">
                    <span class="ask-word">{before(&blank)}</span>
                    <select aria-label=label(&blank, answered) name=blank.name()>{options(blank.choices(answered))}</select>
                </span>
            }
        })
        .collect_view();
    let package = answered.query.package.clone();
    view! {
        <form class="ask" action=href(&Route::Explore) method="get" aria-label=say(m!(AskLabel))>
            <input type="hidden" name="package" value=package/>
            {parts}
            <button type="submit" class="button">{say(m!(AskButton))}</button>
        </form>
    }
}
