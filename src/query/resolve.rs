//! Names of an address held against a package's roles; every default filled in.

use super::offer::dimensions;
use super::{AxisKind, Dimension, MeasureRef, Measured, Notice, Offer, Query, Sort, View};
use crate::package::Package;
use crate::problem::nearest;
use crate::value::{Grain, Unit};

/// A query whose every name is known to the package.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The query with every default filled in.
    pub query: Query,
    pub measure: Measured,
    pub by: Dimension,
    pub series: Option<Dimension>,
    /// Every field that can be chosen for this measure, shown or not.
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
    let series = asked
        .series
        .as_deref()
        .or(default_series)
        .filter(|series| !series.is_empty() && *series != by.field);
    let series = series.and_then(|field| find(&all, "series", field, &mut notices));

    let mut query = Query {
        package: Some(package.name.clone()),
        measure: Some(measure.code.clone()),
        by: Some(by.field.clone()),
        series: series.as_ref().map(|series| series.field.clone()),
        view: Some(choose_view(
            asked.view,
            default.view.as_deref(),
            (&by, series.is_some(), !measure.percentiles.is_empty()),
            &mut notices,
        )),
        kind: asked.kind,
        level: asked.level.clone(),
        sort: Some(asked.sort.unwrap_or(Sort::Value)),
        top: asked.top,
        at: asked.at.clone(),
        beside: asked.beside.clone(),
        author: asked.author.clone(),
        x: asked.x.clone(),
        compare: asked.compare.clone(),
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
    // The time axis of figures is the day that each is of, which no single column holds.
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
    Some(Resolved {
        query,
        measure,
        by,
        series,
        dimensions: all,
        notices,
    })
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
        // The codes of published figures stand in a table; whether this is one shows in the answer.
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

fn figure(resource: &str, code: &str) -> Measured {
    Measured {
        code: code.to_owned(),
        title: code.to_owned(),
        definition: None,
        unit: Unit::default(),
        resource: resource.to_owned(),
        reference: MeasureRef::Figure,
        over_time: Default::default(),
        not_additive_over: Vec::new(),
        negative: false,
        percentiles: Vec::new(),
    }
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

fn choose_view(
    asked: Option<View>,
    default: Option<&str>,
    (by, has_series, has_range): (&Dimension, bool, bool),
    notices: &mut Vec<Notice>,
) -> View {
    let fits = |view: &View| match view {
        View::Line => by.kind == AxisKind::Time,
        View::Map => by.kind == AxisKind::Places && !has_series,
        View::Range => has_range && !has_series,
        View::Strip => by.kind != AxisKind::Time && !has_series,
        View::Bar | View::Table => true,
        _ => false,
    };
    if let Some(view) = asked {
        if fits(&view) {
            return view;
        }
        notices.push(Notice::ViewDoesNotFit {
            view: view.as_str().to_owned(),
        });
    }
    default
        .and_then(View::parse)
        .filter(fits)
        .unwrap_or(match by.kind {
            AxisKind::Time => View::Line,
            AxisKind::Places if !has_series => View::Map,
            _ => View::Bar,
        })
}

impl Resolved {
    pub fn dimension(&self, field: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|known| known.field == field)
    }

    /// The views that can show this break-down.
    pub fn views(&self) -> Vec<View> {
        let mut views = vec![View::Bar];
        match self.by.kind {
            AxisKind::Time => views.insert(0, View::Line),
            AxisKind::Places if self.series.is_none() => views.insert(0, View::Map),
            _ => {}
        }
        if !self.measure.percentiles.is_empty() && self.series.is_none() {
            views.push(View::Range);
        }
        if self.by.kind != AxisKind::Time && self.series.is_none() {
            views.push(View::Strip);
        }
        views.push(View::Table);
        views
    }
}
