//! Dataset and question → frame. The words around the rows are the same for every sort of table.

use super::labels::Labels;
use super::{
    Axis, AxisKind, Coverage, FilterWords, Frame, PackageWords, Refusal, Row, SeriesAxis,
    SourceWords, facts, figures, figures::published, fit, meant, several, shares,
};
use crate::locale::Locale;
use crate::package::Package;
use crate::problem::nearest;
use crate::query::{Dimension, MeasureRef, Notice, Offer, Query, Resolved, Sort, resolve};
use crate::table::Dataset;
use std::collections::HashMap;

/// Answers a question. A refusal is an answer too: it says why there is no number.
///
/// The view in the frame's query is one that fits its rows, whatever was asked for.
pub fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut frame = match &resolved.across {
        _ if !resolved.compare.is_empty() => several::compared(dataset, resolved)?,
        Some(measure) => several::against(dataset, resolved, measure)?,
        None if resolved.query.share => shares::shares(dataset, resolved)?,
        None => of_one_measure(dataset, resolved)?,
    };
    fit::settle(&mut frame);
    Ok(frame)
}

/// The answer of one measure, by itself.
pub(super) fn of_one_measure(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    match resolved.measure.reference {
        MeasureRef::Figure => figures::answer(dataset, resolved),
        _ => facts::answer(dataset, resolved),
    }
}

/// Holds a question against a package whose rows are there: what was changed in its address on the way is read as
/// it was; where it names a figure that nobody published, the usual measure is taken and the rest told; where it
/// leaves the break-down open, the one with most to show is taken.
pub fn understand(dataset: &Dataset, asked: &Query) -> Option<Resolved> {
    let package = &dataset.package;
    let mut asked = meant::names(dataset, asked);
    let mut resolved = resolve(package, &asked)?;
    let is_figure = resolved.measure.reference == MeasureRef::Figure;
    let unknown = is_figure
        .then(|| unknown_figure(dataset, &resolved))
        .flatten();
    if unknown.is_some() {
        asked.measure = None;
        resolved = resolve(package, &asked)?;
    }
    let lost = meant::filters(dataset, &resolved, &mut asked);
    let mut resolved = match is_figure && unknown.is_none() {
        true => by_most_rows(dataset, &asked)?,
        false => resolve(package, &asked)?,
    };
    resolved.notices.splice(0..0, unknown);
    resolved.notices.extend(lost);
    meant::highlights(dataset, &mut resolved);
    Some(resolved)
}

/// That a figure was never published; nothing where no figure could be read at all, which the answer says.
fn unknown_figure(dataset: &Dataset, resolved: &Resolved) -> Option<Notice> {
    let published = figures::measures_published(dataset);
    let code = &resolved.measure.code;
    if published.is_empty() || published.iter().any(|known| known.code == *code) {
        return None;
    }
    let wide = Offer::of(&dataset.package).measures;
    let known = published.iter().map(|known| known.code.as_str());
    let near = nearest(
        code,
        known.chain(wide.iter().map(|known| known.code.as_str())),
    );
    Some(Notice::UnknownMeasure {
        measure: code.clone(),
        near,
    })
}

/// A question about figures, with the break-down that has most to show where it leaves that open. What was not
/// published, or in another unit, is left out before anything is answered.
fn by_most_rows(dataset: &Dataset, asked: &Query) -> Option<Resolved> {
    let package = &dataset.package;
    let (asked, told) = published::further(dataset, &resolve(package, asked)?, asked);
    let mut resolved = resolve(package, &asked)?;
    resolved.notices.extend(told.iter().cloned());
    if asked.by.is_some() {
        return Some(resolved);
    }
    let shows = |by: &Resolved| answer(dataset, by).map_or(0, |frame| frame.rows.len());
    let mut best = (shows(&resolved), resolved.clone());
    for by in breakdowns(dataset, &resolved) {
        let mut other = resolve(
            package,
            &Query {
                by: Some(by.field),
                ..asked.clone()
            },
        )?;
        other.notices.extend(told.iter().cloned());
        let rows = shows(&other);
        if rows > best.0 {
            best = (rows, other);
        }
    }
    Some(best.1)
}

/// The fields by which a measure can be broken down: those a table has, and of published figures
/// those that any figure of the measure names.
pub fn breakdowns(dataset: &Dataset, resolved: &Resolved) -> Vec<Dimension> {
    let visible = resolved
        .dimensions
        .iter()
        .filter(|dimension| !dimension.hidden);
    if resolved.measure.reference != MeasureRef::Figure {
        return visible.cloned().collect();
    }
    let says = |dimension: &&Dimension| {
        let mut by = resolved.clone();
        by.query.by = Some(dimension.field.clone());
        by.query.series = None;
        by.query.kind = None;
        by.query.filters.clear();
        by.query.share = false;
        by.series = None;
        by.compare.clear();
        by.across = None;
        by.by = (*dimension).clone();
        dimension.field == resolved.by.field || answer(dataset, &by).is_ok()
    };
    visible.filter(says).cloned().collect()
}

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
        let labels = Labels::of(dataset, dimension);
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

/// How much of the known whole the chosen rows hold, where the table has the field it is told by.
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

/// Keeps the first so many labels, with all their series. Gives how many are shown, and of how many,
/// if any had to go.
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

/// Puts rows in order: time runs on; otherwise by value, largest first and gaps last, or by name.
/// With series, the largest value of a label decides its place.
pub(super) fn put_in_order(rows: &mut [Row], kind: AxisKind, sort: Sort) {
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
    if sort == Sort::Name {
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
