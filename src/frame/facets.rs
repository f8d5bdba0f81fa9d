//! The values of each filter, with the number of records that each would leave.
//!
//! The counts of a list apply every filter except its own: choosing a second value of one list widens the
//! selection, so the other values must not drop to zero.

use super::figures::FigureTable;
use super::filter::{bridge, filtered};
use super::labels::DimensionLabels;
use crate::locale::Locale;
use crate::query::{AxisKind, Dimension, DimensionSource, MeasureRef, Resolved};
use crate::table::{Dataset, RowSet, Table};
use crate::value::Grain;
use serde::{Deserialize, Serialize};

/// One filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facet {
    pub field: String,
    pub title: String,
    pub kind: AxisKind,
    /// Several values together would have no answer: a choice replaces the one before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_single: bool,
    pub values: Vec<FacetValue>,
}

/// One value of a filter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetValue {
    pub key: String,
    pub label: String,
    /// Records with this value under all other filters.
    pub records: u32,
    pub chosen: bool,
    /// Choosing it would leave no answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_answer: bool,
    /// The code above it, where the values are a tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// Every filter of the question's table that has at least two values.
pub fn facets(dataset: &Dataset, resolved: &Resolved) -> Vec<Facet> {
    let Some(table) = dataset.table(&resolved.measure.resource) else {
        return Vec::new();
    };
    let of_measure = match resolved.measure.reference {
        MeasureRef::Figure => {
            FigureTable::of(dataset).and_then(|figures| figures.of_measure(&resolved.measure.code))
        }
        _ => None,
    };
    let visible = resolved
        .dimensions
        .iter()
        // The date of each figure is in no single column.
        .filter(|dimension| of_measure.is_none() || dimension.grain != Some(Grain::Date))
        .filter(|dimension| !dimension.hidden);
    visible
        .filter_map(|dimension| {
            let mut rows = filtered(
                dataset,
                table,
                resolved,
                &resolved.query.filters,
                Some(&dimension.field),
            );
            if let Some(of_measure) = &of_measure {
                rows.intersect(of_measure);
            }
            let values = values(dataset, table, resolved, dimension, &rows)?;
            (values.len() > 1).then(|| Facet {
                field: dimension.field.clone(),
                title: dimension.title.clone(),
                kind: dimension.kind,
                is_single: false,
                values,
            })
        })
        .collect()
}

fn values(
    dataset: &Dataset,
    table: &Table,
    resolved: &Resolved,
    dimension: &Dimension,
    rows: &RowSet,
) -> Option<Vec<FacetValue>> {
    let (words, counts) = match &dimension.standing {
        DimensionSource::Own => {
            let column = table.codes(&dimension.field)?;
            (column.words(), column.counts(rows))
        }
        DimensionSource::Bridge { resource } => {
            let (column, links) = bridge(dataset, resource, &table.resource, &dimension.field)?;
            let mut counts = vec![0; column.words().len()];
            rows.iter()
                .flat_map(|row| links.of(row))
                .for_each(|code| counts[*code as usize] += 1);
            (column.words(), counts)
        }
    };
    let labels = DimensionLabels::of(dataset, dimension);
    let chosen = resolved.query.filters.get(&dimension.field);
    let is_chosen = |word: &String| chosen.is_some_and(|values| values.contains(word));
    let named = words.iter().zip(counts).skip(1);
    let mut values: Vec<FacetValue> = named
        .map(|(word, records)| FacetValue {
            key: word.clone(),
            // As charts write periods: “Q4 2022”.
            label: match dimension.kind {
                AxisKind::Time => Locale::EN.period(labels.label(word)),
                _ => labels.label(word).to_owned(),
            },
            records,
            chosen: is_chosen(word),
            no_answer: records == 0 && !is_chosen(word),
            parent: labels.parent(word).map(str::to_owned),
        })
        .collect();
    match dimension.kind {
        AxisKind::Time => values.sort_by(|a, b| {
            let time = |value: &FacetValue| dimension.period(&value.key).map(|time| time.ordinal);
            time(a).cmp(&time(b)).then_with(|| a.key.cmp(&b.key))
        }),
        _ if dimension.is_tree => values.sort_by(|a, b| a.key.cmp(&b.key)),
        _ => values.sort_by(|a, b| Locale::EN.compare(&a.label, &b.label)),
    }
    Some(values)
}
