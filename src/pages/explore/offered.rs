//! The choices of the control panel, with the reasons for those that are disabled. Each choice is tested before it is
//! offered, so that none ends in a refusal.

use super::choice::{Control, toggle};
use crate::frame::{
    Facet, MeasureGroup, Refusal, facets, levels, measures_offered, refusal_of, resolve_with_data,
};
use crate::locale::{Arg, Message};
use crate::m;
use crate::package::Adds;
use crate::prose;
use crate::query::{Dimension, MeasureRef, Measured, Offer, Query, Resolved, resolve};
use crate::table::Dataset;
use crate::value::Kind;
use serde::{Deserialize, Serialize};

/// Of larger tables every choice is offered, since asking for each takes longer than a reader waits.
const MAX_CHECKED: usize = 100_000;
/// Rows that are visited for the values of one filter.
const MAX_VISITED: usize = 400_000;
/// Questions that a refusal proposes.
const WAYS: usize = 3;
/// Break-downs that the reason of a choice names.
const NAMED: usize = 2;

/// One entry of a control.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ControlOption {
    pub key: String,
    pub title: String,
    /// How many values were published, of a measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<MeasureGroup>,
    /// Why it cannot be chosen now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Unavailable>,
}

/// Why a choice cannot be combined with the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unavailable {
    /// No value by the chosen break-down; the titles of break-downs that have some.
    NotBy {
        by: String,
        others: Vec<String>,
    },
    NoValues,
    /// No value under the chosen filters.
    Filters,
    /// The values cannot be added up or averaged.
    NotAdded,
    Unreadable,
}

impl Unavailable {
    fn of(refusal: &Refusal, is_filtered: bool) -> Self {
        match refusal {
            Refusal::TableUnreadable { .. } => Self::Unreadable,
            Refusal::Empty if is_filtered => Self::Filters,
            Refusal::Empty
            | Refusal::UnknownMeasure { .. }
            | Refusal::NotOpened
            | Refusal::Withdrawn => Self::NoValues,
            _ => Self::NotAdded,
        }
    }

    /// The reason, in a few words.
    pub fn message(&self) -> Message {
        match self {
            Self::NotBy { by, .. } => m!(WhyNotBy, by = prose::in_a_sentence(by)),
            Self::NoValues => m!(WhyNoValues),
            Self::Filters => m!(WhyFilters),
            Self::NotAdded => m!(WhyNotAdded),
            Self::Unreadable => m!(WhyUnreadable),
        }
    }

    /// What to choose instead.
    pub fn remedy(&self) -> Option<Message> {
        match self {
            Self::NotBy { others, .. } if !others.is_empty() => {
                let others = others.iter().map(Arg::from).collect();
                Some(m!(WhyOtherBy, others = Arg::List(others)))
            }
            Self::Filters => Some(m!(WhyClear)),
            _ => None,
        }
    }
}

impl ControlOption {
    pub fn new(key: &str, title: &str) -> Self {
        Self {
            key: key.to_owned(),
            title: title.to_owned(),
            ..Self::default()
        }
    }
}

/// Whether the same rows of two measures may be put together.
fn is_alike(one: &Measured, other: &Measured) -> bool {
    let adds = |measure: &Measured| match measure.reference {
        MeasureRef::Column { adds, .. } => Some(adds),
        _ => None,
    };
    one.resource == other.resource
        && adds(one) == adds(other)
        && std::mem::discriminant(&one.reference) == std::mem::discriminant(&other.reference)
        && one.over_time == other.over_time
        && one.not_additive_over == other.not_additive_over
}

/// A question that would be answered, with the words of its link.
pub type Way = (Message, Query);

/// The choices of one question.
pub struct Offering<'a> {
    pub dataset: &'a Dataset,
    pub asked: &'a Query,
    pub resolved: &'a Resolved,
}

impl Offering<'_> {
    fn is_checked(&self) -> bool {
        let table = self.dataset.table(&self.resolved.measure.resource);
        table.is_none_or(|table| table.len <= MAX_CHECKED)
    }

    fn changed(&self, control: Control, key: &str) -> Query {
        control.change(self.asked.clone(), &self.resolved.query, key.to_owned())
    }

    /// Why the question as it was changed would not be answered.
    fn why(&self, query: &Query) -> Option<Unavailable> {
        let package = &self.dataset.package;
        let Some(resolved) = resolve(package, query) else {
            return Some(Unavailable::NoValues);
        };
        self.why_resolved(&resolved)
    }

    fn why_resolved(&self, resolved: &Resolved) -> Option<Unavailable> {
        if !self.is_checked() {
            return None;
        }
        let refusal = refusal_of(self.dataset, resolved)?;
        Some(Unavailable::of(&refusal, self.is_filtered_away(resolved)))
    }

    /// Whether it is the filters that leave nothing.
    fn is_filtered_away(&self, resolved: &Resolved) -> bool {
        if resolved.query.filters.is_empty() {
            return false;
        }
        let mut whole = resolved.clone();
        whole.query.filters.clear();
        refusal_of(self.dataset, &whole).is_none()
    }

    /// Every measure with the number of its values.
    pub fn measures(&self) -> Vec<ControlOption> {
        let offer = Offer::of(&self.dataset.package);
        let mut of_figures: Option<Resolved> = None;
        let mut known: Vec<(&Measured, Option<Unavailable>)> = Vec::new();
        let options = measures_offered(self.dataset).into_iter().map(|measure| {
            let mut option = ControlOption {
                values: Some(measure.values),
                group: Some(measure.group),
                ..ControlOption::new(&measure.code, &measure.title)
            };
            if measure.code == self.resolved.measure.code {
                return option;
            }
            let question = || {
                let query = self.changed(Control::Measure, &measure.code);
                resolve(&self.dataset.package, &query)
            };
            option.why = match offer.measure(&measure.code) {
                None => {
                    if of_figures.is_none() {
                        of_figures = question();
                    }
                    of_figures.as_ref().and_then(|first| {
                        let mut other = first.clone();
                        other.measure.code.clone_from(&measure.code);
                        other.query.measure = Some(measure.code.clone());
                        self.why_not_measure(&other, measure.values)
                    })
                }
                // Measures of one table that add up alike are answered alike.
                Some(own) => {
                    let alike = known.iter().find(|(other, _)| is_alike(other, own));
                    match alike {
                        Some((_, why)) => why.clone(),
                        None => {
                            let other = question();
                            let why = other
                                .and_then(|other| self.why_not_measure(&other, measure.values));
                            known.push((own, why.clone()));
                            why
                        }
                    }
                }
            };
            option
        });
        options.collect()
    }

    fn why_not_measure(&self, other: &Resolved, values: u32) -> Option<Unavailable> {
        let by = &self.resolved.by;
        let why = match other.by.field == by.field {
            true => self.why_resolved(other)?,
            false => Unavailable::NoValues,
        };
        if values == 0 || why != Unavailable::NoValues {
            return Some(why);
        }
        let others = other
            .dimensions
            .iter()
            .filter(|dimension| !dimension.hidden);
        let others = others.filter(|dimension| {
            let mut one = other.clone();
            one.by = (*dimension).clone();
            one.query.by = Some(dimension.field.clone());
            one.query.filters.clear();
            refusal_of(self.dataset, &one).is_none()
        });
        Some(Unavailable::NotBy {
            by: by.title.clone(),
            others: others
                .take(NAMED)
                .map(|dimension| dimension.title.clone())
                .collect(),
        })
    }

    /// The break-downs, with the one in the question even where the package hides it.
    pub fn break_downs(&self) -> Vec<ControlOption> {
        let by = &self.resolved.by.field;
        self.dimensions(by, |dimension| {
            let query = self.changed(Control::By, &dimension.field);
            (dimension.field != *by).then(|| self.why(&query)).flatten()
        })
    }

    /// The second break-downs; none where measures are the series.
    pub fn series(&self) -> Vec<ControlOption> {
        if !self.resolved.compare.is_empty() {
            return Vec::new();
        }
        let shown = self.resolved.series.as_ref();
        let shown = shown.map_or("", |series| series.field.as_str());
        let by = &self.resolved.by.field;
        let mut options = self.dimensions(shown, |dimension| {
            let query = self.changed(Control::Series, &dimension.field);
            let is_other = dimension.field != shown && dimension.field != *by;
            is_other.then(|| self.why(&query)).flatten()
        });
        options.retain(|option| option.key != *by);
        options
    }

    fn dimensions(
        &self,
        shown: &str,
        why: impl Fn(&Dimension) -> Option<Unavailable>,
    ) -> Vec<ControlOption> {
        let all = self.resolved.dimensions.iter();
        all.filter(|dimension| !dimension.hidden || dimension.field == shown)
            .map(|dimension| ControlOption {
                why: why(dimension),
                ..ControlOption::new(&dimension.field, &dimension.title)
            })
            .collect()
    }

    /// The types of figures that have an answer.
    pub fn kinds(&self) -> Vec<Kind> {
        let mut kinds = crate::frame::kinds_published(self.dataset, self.resolved);
        kinds.retain(|kind| {
            let query = self.changed(Control::Kind, kind.as_str());
            self.why(&query).is_none()
        });
        kinds
    }

    /// The levels of a tree that have an answer.
    pub fn levels(&self) -> Vec<ControlOption> {
        let all = levels(self.dataset, self.resolved).into_iter();
        all.filter(|level| self.why(&self.changed(Control::Level, level)).is_none())
            .map(|level| ControlOption::new(&level, &level))
            .collect()
    }

    /// Of further measures, those that `change` may put into the question.
    pub fn answered(
        &self,
        choices: impl IntoIterator<Item = ControlOption>,
        change: impl Fn(&str) -> Query,
    ) -> Vec<ControlOption> {
        let all = choices.into_iter();
        all.filter(|choice| self.why(&change(&choice.key)).is_none())
            .collect()
    }

    /// Filters, of which values that would leave no answer cannot be chosen.
    pub fn filters(&self) -> Vec<Facet> {
        let mut list = facets(self.dataset, self.resolved);
        let table = self.dataset.table(&self.resolved.measure.resource);
        let rows = table.map_or(0, |table| table.len);
        let is_figure = self.resolved.measure.reference == MeasureRef::Figure;
        for facet in &mut list {
            facet.is_single = self.is_single(facet);
            if !is_figure && rows * facet.values.len() > MAX_VISITED {
                continue;
            }
            let (field, is_single) = (facet.field.clone(), facet.is_single);
            let mut one = self.resolved.clone();
            for value in facet.values.iter_mut() {
                if !value.chosen && !value.no_answer {
                    self.choose(&mut one, &field, &value.key, is_single);
                    value.no_answer = refusal_of(self.dataset, &one).is_some();
                }
            }
        }
        list
    }

    fn choose(&self, one: &mut Resolved, field: &str, value: &str, is_single: bool) {
        let mut query = self.asked.clone();
        toggle(&mut query, field, value, true, is_single);
        let values = query.filters.remove(field).unwrap_or_default();
        one.query.filters.insert(field.to_owned(), values);
    }

    /// Whether two values of a filter have no answer together, as of medians.
    fn is_single(&self, facet: &Facet) -> bool {
        let is_published_only = matches!(
            self.resolved.measure.reference,
            MeasureRef::Column {
                adds: Adds::None,
                ..
            }
        );
        if !is_published_only || !self.is_checked() {
            return false;
        }
        let mut values = facet.values.iter().filter(|value| value.records > 0);
        let (Some(first), Some(second)) = (values.next(), values.next()) else {
            return false;
        };
        let both = vec![first.key.clone(), second.key.clone()];
        let mut pair = self.resolved.clone();
        pair.query.filters.insert(facet.field.clone(), both);
        let refusal = refusal_of(self.dataset, &pair);
        refusal.is_some_and(|refusal| refusal != Refusal::Empty)
    }

    /// Questions near to one that was refused, which have an answer.
    pub fn ways(
        &self,
        bys: &[ControlOption],
        measures: &[ControlOption],
        facets: &[Facet],
    ) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        let filters = &self.asked.filters;
        let chosen = |facet: &&Facet| filters.contains_key(&facet.field);
        for facet in facets.iter().filter(chosen) {
            let values = facet.values.iter().filter(|value| value.chosen);
            for value in values.filter(|_| filters.len() > 1 || filters[&facet.field].len() > 1) {
                let mut query = self.asked.clone();
                toggle(&mut query, &facet.field, &value.key, false, false);
                let words = m!(WayWithout, dimension = &facet.title, value = &value.label);
                ways.push((words, query));
            }
        }
        if !filters.is_empty() {
            let mut query = self.asked.clone();
            query.filters.clear();
            ways.push((m!(ExploreClear), query));
        }
        if let Some(series) = &self.resolved.series {
            let query = self.changed(Control::Series, "");
            ways.push((m!(WayUnsplit, dimension = &series.title), query));
        }
        let can = |option: &&ControlOption| option.why.is_none();
        for by in bys.iter().filter(can) {
            let query = self.changed(Control::By, &by.key);
            ways.push((m!(WayBy, dimension = &by.title), query));
        }
        for measure in measures.iter().filter(can) {
            let query = self.changed(Control::Measure, &measure.key);
            ways.push((m!(WayMeasure, measure = &measure.title), query));
        }
        let package = self.asked.package.clone();
        let usual = Query {
            package,
            ..Query::default()
        };
        ways.push((m!(SavedReset), usual));
        let is_answered = |(_, query): &Way| {
            let resolved = resolve_with_data(self.dataset, query);
            resolved.is_some_and(|resolved| refusal_of(self.dataset, &resolved).is_none())
        };
        ways.into_iter().filter(is_answered).take(WAYS).collect()
    }
}
