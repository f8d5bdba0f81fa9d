//! The parts that frames of all types of tables share: the words
//! around the rows, and their order.

use super::labels::DimensionLabels;
use super::{Axis, AxisKind, Coverage, FilterWords, PackageWords, Row, SeriesAxis, SourceWords};
use crate::locale::Locale;
use crate::package::Package;
use crate::query::{Dimension, Query, Resolved, SortOrder};
use crate::table::Dataset;
use std::collections::HashMap;

pub(super) fn package_words(package: &Package, resource: &str) -> PackageWords {
    let file = package.resource(resource).map(|resource| &resource.path);
    PackageWords {
        name: package.name.clone(),
        title: package.title.clone(),
        version: package.version.clone(),
        created: package.created.chars().take(10).collect(),
        illustrative: package.outcomes.illustrative,
        kept: package.kept.clone(),
        whose: package.whose.clone(),
        file: file.cloned().unwrap_or_default(),
        licence: package.licenses.first().cloned(),
    }
}

/// The filters of a question in words.
pub(super) fn filters_in_words(
    dataset: &Dataset,
    resolved: &Resolved,
    query: &Query,
) -> Vec<FilterWords> {
    let words = |(field, values): (&String, &Vec<String>)| {
        let dimension = resolved.dimension(field)?;
        let labels = DimensionLabels::of(dataset, dimension);
        let label = |value: &String| labels.label(value).to_owned();
        Some(FilterWords {
            field: field.clone(),
            title: dimension.title.clone(),
            values: values.iter().map(label).collect(),
            is_place: dimension.kind == AxisKind::Places,
        })
    };
    query.filters.iter().filter_map(words).collect()
}

pub(super) fn axis(dimension: &Dimension) -> Axis {
    Axis {
        field: dimension.field.clone(),
        title: dimension.title.clone(),
        sort: dimension.kind,
    }
}

pub(super) fn series_axis(dimension: &Dimension, values: Vec<(String, String)>) -> SeriesAxis {
    SeriesAxis {
        axis: axis(dimension),
        values,
    }
}

/// The package's own sources, as its manifest names them.
pub(super) fn manifest_sources(package: &Package) -> Vec<SourceWords> {
    let words = |source: &crate::package::SourceNote| SourceWords {
        publisher: source.title.clone().unwrap_or_default(),
        title: source.title.clone().unwrap_or_default(),
        url: source.path.clone().unwrap_or_default(),
        ..SourceWords::default()
    };
    package.sources.iter().map(words).collect()
}

/// How much of the known whole the chosen rows contain, where the table has the field that tells it.
pub(super) fn coverage(
    package: &Package,
    query: &Query,
    has_field: impl Fn(&str) -> bool,
) -> Vec<Coverage> {
    package
        .outcomes
        .coverage
        .iter()
        .filter(|known| has_field(&known.field))
        .filter(|known| {
            query
                .filters
                .get(&known.field)
                .is_none_or(|values| values.contains(&known.value))
        })
        .map(|known| Coverage {
            known: known.known,
            of: known.of,
            noun: known.noun.clone(),
        })
        .collect()
}

/// Keeps the first `top` labels with all their series. Returns how many are shown, and of how many,
/// if any were removed.
pub(super) fn keep_top(rows: &mut Vec<Row>, top: Option<u32>) -> Option<(u32, u32)> {
    let top = top? as usize;
    let mut labels: Vec<String> = Vec::new();
    let mut places = Vec::with_capacity(rows.len());
    for row in rows.iter() {
        let known = labels.iter().position(|key| *key == row.key);
        places.push(known.unwrap_or_else(|| {
            labels.push(row.key.clone());
            labels.len() - 1
        }));
    }
    if labels.len() <= top {
        return None;
    }
    let mut places = places.into_iter();
    rows.retain(|_| places.next().is_some_and(|place| place < top));
    Some((top as u32, labels.len() as u32))
}

/// Sorts rows: by time on a time axis; otherwise by value, largest first and gaps last, or by name.
/// With series, the largest value of a label decides its place.
pub(super) fn put_in_order(rows: &mut [Row], kind: AxisKind, sort: SortOrder) {
    let by_name = |a: &Row, b: &Row| {
        Locale::EN
            .compare(&a.label, &b.label)
            .then_with(|| a.key.cmp(&b.key))
    };
    if kind == AxisKind::Time {
        rows.sort_by(|a, b| {
            a.ordinal
                .cmp(&b.ordinal)
                .then(a.series.cmp(&b.series))
                .then_with(|| by_name(a, b))
        });
        return;
    }
    if sort == SortOrder::Name {
        rows.sort_by(|a, b| by_name(a, b).then(a.series.cmp(&b.series)));
        return;
    }
    let largest = by_largest(rows.iter());
    let place = |row: &Row| largest.get(&row.key).copied().unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|a, b| {
        place(b)
            .total_cmp(&place(a))
            .then_with(|| by_name(a, b))
            .then(a.series.cmp(&b.series))
    });
}

/// The largest number of each label that has one.
pub(super) fn by_largest<'r>(rows: impl Iterator<Item = &'r Row>) -> HashMap<String, f64> {
    let mut largest: HashMap<String, f64> = HashMap::new();
    for row in rows {
        if let Some(quantity) = row.cell.quantity {
            let entry = largest.entry(row.key.clone()).or_insert(f64::NEG_INFINITY);
            *entry = entry.max(quantity.anchor());
        }
    }
    largest
}
