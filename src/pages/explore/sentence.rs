//! A question as a sentence with blanks: "Show median wage for electricians in Maryland by state". A form that leads to
//! Explore and needs no script.

use super::controls::options;
use super::{ControlOption, ExploreAnswer};
use crate::frame::Facet;
use crate::locale::Message;
use crate::m;
use crate::prose;
use crate::query::AxisKind;
use crate::site::Route;
use crate::ui::{href, localize, shell};
use leptos::prelude::*;

/// A dimension with fewer values is in the filters only.
const WORTH_ASKING: usize = 8;

/// The sentence as a form that leads to Explore.
pub fn asking_form(answered: &ExploreAnswer) -> impl IntoView + use<> {
    let query = &answered.query;
    let by = query.by.as_deref().unwrap_or_default();
    // The shortest list that is still a list, other than the rows themselves.
    let names = answered
        .facets
        .iter()
        .filter(|facet| facet.kind == AxisKind::Names && facet.field != by)
        .filter(|facet| facet.values.len() >= WORTH_ASKING);
    let subject = names.min_by_key(|facet| facet.values.len());
    let mut places = answered
        .facets
        .iter()
        .filter(|facet| facet.kind == AxisKind::Places);
    let place = places
        .clone()
        .find(|facet| facet.field == by)
        .or_else(|| places.next());
    // A measure without any published value has no result, so it is left out for every choice.
    let published = answered.measures.iter();
    let measures = published
        .filter(|choice| choice.values != Some(0))
        .map(open);
    let measures: Vec<ControlOption> = measures.collect();
    let bys: Vec<ControlOption> = answered.bys.iter().map(open).collect();
    let chosen = |key: &Option<String>| key.clone().unwrap_or_default();
    view! {
        <form class="ask" action=href(&Route::Explore) method="get" aria-label=localize(m!(AskLabel))>
            <input type="hidden" name="package" value=query.package.clone()/>
            {blank(m!(AskShow), localize(m!(ExploreMeasure)), "measure", &measures, chosen(&query.measure))}
            {subject.map(|facet| blank_of(m!(AskFor), facet))}
            {place.map(|facet| blank_of(m!(AskIn), facet))}
            {blank(m!(AskBy), localize(m!(ExploreBy)), "by", &bys, chosen(&query.by))}
            <button type="submit" class="button">{localize(m!(AskButton))}</button>
        </form>
    }
}

fn open(choice: &ControlOption) -> ControlOption {
    ControlOption {
        why: None,
        ..choice.clone()
    }
}

/// A word and the list that fills the blank after it.
fn blank(
    word: Message,
    label: String,
    name: &str,
    list: &[ControlOption],
    chosen: String,
) -> AnyView {
    let entries = options(&shell(), list, |key| Signal::stored(key == chosen));
    view! {
        <span class="ask-part">
            <span class="ask-word">{localize(word)}</span>
            <select aria-label=label name=name.to_owned()>{entries}</select>
        </span>
    }
    .into_any()
}

/// The values of a filter, with "any" before them.
fn blank_of(word: Message, facet: &Facet) -> AnyView {
    let any = localize(match facet.kind {
        AxisKind::Places => m!(AskAnyPlace),
        _ => m!(AskAny, dimension = prose::in_a_sentence(&facet.title)),
    });
    let values = facet.values.iter();
    let values = values.map(|value| ControlOption::new(&value.key, &value.label));
    let list: Vec<ControlOption> = std::iter::once(ControlOption::new("", &any))
        .chain(values)
        .collect();
    let (label, name) = (facet.title.clone(), format!("f.{}", facet.field));
    blank(word, label, &name, &list, String::new())
}
