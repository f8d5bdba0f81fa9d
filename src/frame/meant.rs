//! Compares an address with the names and values of a package: parts that mail or chat changed are restored, and
//! parts that cannot be restored are named in a notice and left out, so that no title and no chart counts them.

use super::facts::levels;
use super::figures::measures_published;
use super::filter::bridge;
use crate::problem::nearest;
use crate::query::{
    Dimension, DimensionSource, MeasureRef, Notice, Offer, Query, Resolved, meant, meant_one,
    resolve,
};
use crate::table::{CodeColumn, Dataset};
use crate::value::Grain;

/// The question with every changed name restored to the package's spelling. A text that is no name of the
/// package stays, and is reported when the question is resolved.
pub(super) fn names(dataset: &Dataset, asked: &Query) -> Query {
    let mut query = asked.clone();
    let package = &dataset.package;
    let offer = Offer::of(package);
    let published = measures_published(dataset);
    let is_measure = |code: &str| {
        offer.measure(code).is_some() || published.iter().any(|known| known.code == code)
    };
    one(&mut query.measure, &is_measure);
    let Some(resolved) = resolve(package, &query) else {
        return query;
    };
    // A further measure may be named without its table.
    let table = &resolved.measure.resource;
    let is_further = |code: &str| is_measure(code) || is_measure(&format!("{table}.{code}"));
    one(&mut query.x, &is_further);
    query.compare = many(std::mem::take(&mut query.compare), &is_further);
    let is_field = |field: &str| resolved.dimension(field).is_some();
    one(&mut query.by, &is_field);
    one(&mut query.series, &is_field);
    for (field, values) in std::mem::take(&mut query.filters) {
        let field = meant_one(&field, &is_field).unwrap_or(field);
        let known = query.filters.entry(field).or_default();
        known.extend(values);
        known.sort();
        known.dedup();
    }
    if let Some(resolved) = resolve(package, &query) {
        let known = levels(dataset, &resolved);
        one(&mut query.level, &|level| {
            known.iter().any(|own| own == level)
        });
    }
    query
}

/// Reads the values of the question's filters. A value that the table lacks is left out with a notice, unless none of
/// its filter is left: a filter on unknown values only must not become no filter.
pub(super) fn filters(dataset: &Dataset, resolved: &Resolved, query: &mut Query) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (field, values) in &mut query.filters {
        let Some(dimension) = resolved.dimension(field) else {
            continue;
        };
        let columns = columns(dataset, resolved, dimension);
        if columns.is_empty() {
            continue;
        }
        let is_known = |value: &str| has(&columns, value);
        let mut known = Vec::new();
        for value in values.iter() {
            match meant(value, &is_known) {
                Some(names) => known.extend(names),
                None => notices.push(Notice::UnknownFilterValue {
                    field: dimension.title.clone(),
                    value: value.clone(),
                    near: nearest(value, words(&columns)),
                }),
            }
        }
        known.sort();
        known.dedup();
        if !known.is_empty() {
            *values = known;
        }
    }
    notices
}

/// Reads the keys of the rows that the question names; a key that the table lacks is left out with a notice.
pub(super) fn highlights(dataset: &Dataset, resolved: &mut Resolved) {
    let axes = std::iter::once(&resolved.by).chain(&resolved.series);
    let columns: Vec<_> = axes
        .map(|dimension| columns(dataset, resolved, dimension))
        .collect();
    if columns.iter().any(Vec::is_empty) {
        return;
    }
    let columns = columns.concat();
    let is_known = |key: &str| has(&columns, key);
    let (mut known, mut lost) = (Vec::new(), Vec::new());
    for key in &resolved.query.highlight {
        match meant(key, &is_known) {
            Some(keys) => known.extend(keys),
            None => lost.push(Notice::UnknownHighlight {
                row: key.clone(),
                near: nearest(key, words(&columns)),
            }),
        }
    }
    resolved.query.highlight = known;
    resolved.notices.extend(lost);
}

fn one(name: &mut Option<String>, is_known: &dyn Fn(&str) -> bool) {
    if let Some(text) = name
        && let Some(own) = meant_one(text, is_known)
    {
        *text = own;
    }
}

fn many(names: Vec<String>, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    names
        .into_iter()
        .flat_map(|text| meant(&text, is_known).unwrap_or_else(|| vec![text]))
        .collect()
}

/// The columns with the values of a dimension: in the measure's table or its bridge, and in the tables
/// of its totals. `None` where the values are unknown.
fn columns<'a>(
    dataset: &'a Dataset,
    resolved: &Resolved,
    dimension: &Dimension,
) -> Vec<&'a CodeColumn> {
    // The date of a figure is spread over several columns.
    let is_figure = resolved.measure.reference == MeasureRef::Figure;
    if is_figure && dimension.grain == Some(Grain::Date) {
        return Vec::new();
    }
    let whole = &resolved.measure.resource;
    let own = match &dimension.standing {
        DimensionSource::Own => dataset
            .table(whole)
            .and_then(|table| table.codes(&dimension.field)),
        DimensionSource::Bridge { resource } => {
            bridge(dataset, resource, whole, &dimension.field).map(|(column, _)| column)
        }
    };
    let Some(own) = own else {
        return Vec::new();
    };
    let of_totals = dataset
        .package
        .resources
        .iter()
        .filter(|resource| resource.outcomes.margin_of.as_ref() == Some(whole))
        .filter_map(|resource| dataset.table(&resource.name)?.codes(&dimension.field));
    std::iter::once(own).chain(of_totals).collect()
}

fn has(columns: &[&CodeColumn], word: &str) -> bool {
    columns
        .iter()
        .any(|column| column.code_of(word).is_some_and(|code| code > 0))
}

/// Every code of the columns except the first, which is the empty cell.
fn words<'a>(columns: &[&'a CodeColumn]) -> impl Iterator<Item = &'a str> {
    let own: Vec<&'a str> = columns
        .iter()
        .flat_map(|column| column.words().iter().skip(1))
        .map(String::as_str)
        .collect();
    own.into_iter()
}
