//! What a control may offer: which questions have an answer, without computing it, and what each measure is about.

use super::figures::published::listed;
use super::multi_measure::alone;
use super::{Refusal, facts, figures};
use crate::package::{FieldRole, OverTime};
use crate::query::{MeasureRef, Measured, Offer, Query, Resolved};
use crate::table::Dataset;
use crate::value::Unit;
use serde::{Deserialize, Serialize};

/// What a measure is about, by the roles, types and units of its package.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureGroup {
    /// Results of the program: people, jobs, rates, and other counts since its start.
    Results,
    /// Published as goals alone.
    Goals,
    /// Dollars.
    Money,
    /// Dollars per hour, quarter or year.
    Wages,
    #[default]
    Other,
}

impl MeasureGroup {
    pub const ALL: [Self; 5] = [
        Self::Results,
        Self::Goals,
        Self::Money,
        Self::Wages,
        Self::Other,
    ];

    fn of(unit: &Unit, is_goal: bool, is_wanted: bool, is_counted_since: bool) -> Self {
        let is_of_people = matches!(
            unit.as_str(),
            Unit::PEOPLE | Unit::JOBS | Unit::SHARE | Unit::RATIO
        );
        match unit.as_str() {
            Unit::USD => Self::Money,
            _ if unit.is_money() => Self::Wages,
            _ if is_goal => Self::Goals,
            _ if is_wanted && (is_of_people || is_counted_since) => Self::Results,
            _ => Self::Other,
        }
    }
}

/// A measure as a list offers it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedMeasure {
    pub code: String,
    pub title: String,
    pub group: MeasureGroup,
    /// How many values were published.
    pub values: u32,
}

/// Measures of wide tables, then those of published figures.
pub fn measures_offered(dataset: &Dataset) -> Vec<OfferedMeasure> {
    let offer = Offer::of(&dataset.package);
    let is_several = |measure: &Measured| {
        let others = &offer.measures;
        others
            .iter()
            .any(|other| other.resource != measure.resource)
    };
    let own = offer.measures.iter().map(|measure| {
        let table = dataset.package.resource(&measure.resource);
        let title = match table.filter(|_| is_several(measure)) {
            Some(table) => format!("{} · {}", measure.title, table.title()),
            None => measure.title.clone(),
        };
        OfferedMeasure {
            code: measure.code.clone(),
            title,
            group: group_of(dataset, measure),
            values: values(dataset, measure),
        }
    });
    // A code that a wide table has names the measure of that table.
    let published = listed(dataset)
        .into_iter()
        .filter(|measure| offer.measure(&measure.code).is_none());
    let published = published.map(|measure| OfferedMeasure {
        group: MeasureGroup::of(
            &measure.unit,
            measure.values > 0 && !measure.has_result,
            measure.is_wanted,
            measure.is_cumulative,
        ),
        code: measure.code,
        title: measure.title,
        values: measure.values,
    });
    own.chain(published).collect()
}

fn group_of(dataset: &Dataset, measure: &Measured) -> MeasureGroup {
    let field = match &measure.reference {
        MeasureRef::Column { field, .. } => Some(field),
        MeasureRef::Rate { numerator, .. } => Some(numerator),
        MeasureRef::Count | MeasureRef::Figure => None,
    };
    let is_wanted = field.is_some_and(|name| {
        let table = dataset.package.resource(&measure.resource);
        let field = table.and_then(|table| table.schema.field(name));
        field.is_some_and(|field| {
            field.outcomes.role == Some(FieldRole::Measure)
                && field.outcomes.direction.as_deref() == Some("up")
        })
    });
    let is_counted = matches!(measure.over_time, OverTime::Flow | OverTime::Cumulative);
    MeasureGroup::of(&measure.unit, false, is_wanted, is_counted && is_wanted)
}

/// Cells with a number.
fn values(dataset: &Dataset, measure: &Measured) -> u32 {
    let Some(table) = dataset.table(&measure.resource) else {
        return 0;
    };
    let numbers = |field: &str| {
        let column = table.numbers(field);
        column.map_or(0, |column| column.count_present() as u32)
    };
    match &measure.reference {
        MeasureRef::Column { field, .. } => numbers(field),
        MeasureRef::Rate {
            numerator,
            denominator,
        } => numbers(numerator).min(numbers(denominator)),
        MeasureRef::Count | MeasureRef::Figure => table.len as u32,
    }
}

/// Why a question has no answer, or an answer without a row; `None` where it has one. No number is read, so that a list
/// of choices can ask for each of them.
pub fn refusal_of(dataset: &Dataset, resolved: &Resolved) -> Option<Refusal> {
    check(dataset, resolved).err()
}

fn check(dataset: &Dataset, resolved: &Resolved) -> Result<(), Refusal> {
    let own = of_one(dataset, &alone(dataset, resolved, &resolved.measure))?;
    for measure in resolved.compare.iter().chain(&resolved.across) {
        match of_one(dataset, &alone(dataset, resolved, measure)) {
            Ok(other) if other.filters != own.filters || other.level != own.level => {
                return Err(Refusal::OtherSpan {
                    measure: resolved.measure.title.clone(),
                    other: measure.title.clone(),
                });
            }
            Ok(_) | Err(Refusal::Empty) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    if resolved.query.share {
        let mut whole = resolved.clone();
        whole.series = None;
        whole.query.series = None;
        of_one(dataset, &whole)?;
    }
    Ok(())
}

/// The question with what the choice of rows filled in.
fn of_one(dataset: &Dataset, resolved: &Resolved) -> Result<Query, Refusal> {
    if resolved.measure.reference != MeasureRef::Figure {
        return facts::check(dataset, resolved);
    }
    let keys = figures::keys(dataset, resolved)?;
    let is_split = resolved.series.is_none() || keys.iter().any(|(_, series)| !series.is_empty());
    match keys.is_empty() || !is_split {
        true => Err(Refusal::Empty),
        false => Ok(resolved.query.clone()),
    }
}
