//! Resolves the names of an address against a package's roles and fills in every default.

use super::further::{Further, further};
use super::offer::{dimensions, figure};
use super::{Dimension, MeasureRef, Measured, Notice, Offer, Query, Sort};
use crate::package::Package;
use crate::problem::nearest;
use crate::value::Grain;

/// A query in which the package knows every name.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The query with every default filled in.
    pub query: Query,
    pub measure: Measured,
    pub by: Dimension,
    pub series: Option<Dimension>,
    /// Further measures with the same unit: each is a series next to the first.
    pub compare: Vec<Measured>,
    /// The measure on the horizontal axis.
    pub across: Option<Measured>,
    /// Every field that can be selected for this measure, shown or not.
    pub dimensions: Vec<Dimension>,
    pub notices: Vec<Notice>,
}

/// Fills in the package's defaults and leaves out, with a notice, what the package does not have.
/// `None` where the package has neither a measure nor a figure.
pub fn resolve(package: &Package, asked: &Query) -> Option<Resolved> {
    let offer = Offer::of(package);
    let default = &package.outcomes.default;
    let mut notices = Vec::new();

    let measure = choose_measure(
        &offer,
        asked.measure.as_deref(),
        default.measure.as_deref(),
        &mut notices,
    )?;
    let resource = package.resource(&measure.resource)?;
    let all = dimensions(package, resource);
    let is_default_measure = default.measure.as_deref() == Some(&measure.code);

    let by = choose_by(&all, asked, default.by.as_deref(), &mut notices)?;
    let default_series = default
        .series
        .as_deref()
        .filter(|_| is_default_measure && asked.by.is_none());
    let Further { compare, across } = further(&offer, &measure, &by, asked, &mut notices);
    let series = asked
        .series
        .as_deref()
        .or(default_series.filter(|_| across.is_none()))
        .filter(|series| !series.is_empty() && *series != by.field);
    let series = match compare.is_empty() {
        true => series.and_then(|field| find(&all, "series", field, &mut notices)),
        // Compared measures are the series.
        false => {
            let asked = asked.series.as_deref().filter(|field| !field.is_empty());
            notices.extend(asked.map(|_| Notice::NotBesideCompare {
                key: "series".to_owned(),
            }));
            None
        }
    };

    let mut query = Query {
        package: Some(package.name.clone()),
        measure: Some(measure.code.clone()),
        by: Some(by.field.clone()),
        series: series.as_ref().map(|series| series.field.clone()),
        view: None,
        kind: asked.kind,
        level: asked.level.clone(),
        sort: Some(asked.sort.unwrap_or(Sort::Value)),
        top: asked.top,
        at: asked.at.clone(),
        beside: asked.beside.clone(),
        author: asked.author.clone(),
        x: across.as_ref().map(|measure| measure.code.clone()),
        compare: compare.iter().map(|measure| measure.code.clone()).collect(),
        share: asked.share,
        free: asked.free,
        highlight: asked.highlight.clone(),
        readings: asked.readings.clone(),
        filters: Default::default(),
    };
    let default_filters = default
        .filters
        .iter()
        .filter(|(field, _)| is_default_measure && !asked.filters.contains_key(*field));
    // The time axis of figures is the date of each, which no single column has.
    let is_column = |dimension: &&Dimension| {
        measure.reference != MeasureRef::Figure || dimension.grain != Some(Grain::Date)
    };
    let filterable: Vec<Dimension> = all.iter().filter(is_column).cloned().collect();
    for (field, values) in asked.filters.iter().chain(default_filters) {
        if values.is_empty() {
            continue;
        }
        let key = format!("f.{field}");
        if find(&filterable, &key, field, &mut notices).is_some() {
            query.filters.insert(field.clone(), values.clone());
        }
    }
    let mut resolved = Resolved {
        query,
        measure,
        by,
        series,
        compare,
        across,
        dimensions: all,
        notices,
    };
    resolved.choose_share();
    resolved.choose_view(asked.view, default.view.as_deref());
    Some(resolved)
}

fn choose_measure(
    offer: &Offer,
    asked: Option<&str>,
    default: Option<&str>,
    notices: &mut Vec<Notice>,
) -> Option<Measured> {
    if let Some(code) = asked {
        if let Some(measure) = offer.measure(code) {
            return Some(measure.clone());
        }
        // The codes of published figures are in a table; whether this is one is known only with the
        // answer.
        if let Some(figures) = &offer.figures {
            return Some(figure(figures, code));
        }
        let near = nearest(
            code,
            offer.measures.iter().map(|measure| measure.code.as_str()),
        );
        notices.push(Notice::UnknownMeasure {
            measure: code.to_owned(),
            near,
        });
    }
    let named = default.and_then(|code| {
        offer
            .measure(code)
            .cloned()
            .or_else(|| offer.figures.as_ref().map(|figures| figure(figures, code)))
    });
    named.or_else(|| offer.measures.first().cloned())
}

fn choose_by(
    all: &[Dimension],
    asked: &Query,
    default: Option<&str>,
    notices: &mut Vec<Notice>,
) -> Option<Dimension> {
    let asked = asked
        .by
        .as_deref()
        .and_then(|field| find(all, "by", field, notices));
    let default =
        || default.and_then(|field| all.iter().find(|known| known.field == field).cloned());
    asked
        .or_else(default)
        .or_else(|| all.iter().find(|known| !known.hidden).cloned())
}

fn find(all: &[Dimension], key: &str, field: &str, notices: &mut Vec<Notice>) -> Option<Dimension> {
    let found = all.iter().find(|known| known.field == field).cloned();
    if found.is_none() {
        let near = nearest(field, all.iter().map(|known| known.field.as_str()));
        notices.push(Notice::UnknownField {
            key: key.to_owned(),
            field: field.to_owned(),
            near,
        });
    }
    found
}

impl Resolved {
    pub fn dimension(&self, field: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|known| known.field == field)
    }
}
