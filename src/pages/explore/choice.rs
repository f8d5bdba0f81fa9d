//! The lists of Explore's control panel: what each reads from a question, and how a choice changes it.

use crate::query::{Query, SortOrder};
use crate::value::Kind;

/// A list to choose one thing from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Control {
    Package,
    /// The version of the package; the empty key is the newest.
    Version,
    Measure,
    By,
    Series,
    Across,
    Kind,
    Level,
    Sort,
}

impl Control {
    /// The key that the control has in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::Version => "at",
            Self::Measure => "measure",
            Self::By => "by",
            Self::Series => "series",
            Self::Across => "x",
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Sort => "sort",
        }
    }

    /// What is chosen, as a key of the list; the empty key is "none".
    pub fn chosen(self, query: &Query) -> String {
        let chosen = match self {
            Self::Package => query.package.as_deref(),
            Self::Version => query.at.as_deref(),
            Self::Measure => query.measure.as_deref(),
            Self::By => query.by.as_deref(),
            Self::Series => query.series.as_deref(),
            Self::Across => query.x.as_deref(),
            Self::Kind => query.kind.map(Kind::as_str),
            Self::Level => query.level.as_deref(),
            Self::Sort => query.sort.map(SortOrder::as_str),
        };
        chosen.unwrap_or_default().to_owned()
    }

    /// The question after a choice. `asked` is from the address, `shown` has every default filled in. Parts
    /// that do not fit the choice are removed; a new measure keeps the break-down and the filters.
    pub fn change(self, asked: Query, shown: &Query, key: String) -> Query {
        let some = |key: String| Some(key).filter(|key| !key.is_empty());
        match self {
            Self::Package => Query {
                package: Some(key),
                ..Query::default()
            },
            Self::Version => Query {
                at: some(key),
                ..asked
            },
            Self::Measure => Query {
                package: asked.package,
                at: asked.at,
                readings: asked.readings,
                filters: asked.filters,
                measure: Some(key),
                by: shown.by.clone(),
                ..Query::default()
            },
            Self::By => Query {
                series: asked.series.filter(|series| *series != key),
                by: Some(key),
                view: None,
                level: None,
                share: false,
                ..asked
            },
            Self::Series => Query {
                // Without `by`, the query would get the package's default series again.
                series: match asked.by {
                    None => Some(key),
                    Some(_) => some(key),
                },
                view: None,
                share: false,
                ..asked
            },
            Self::Across => Query {
                x: some(key),
                compare: Vec::new(),
                share: false,
                view: None,
                ..asked
            },
            Self::Kind => Query {
                kind: Kind::parse(&key),
                ..asked
            },
            Self::Level => Query {
                level: Some(key),
                ..asked
            },
            Self::Sort => Query {
                sort: SortOrder::parse(&key),
                ..asked
            },
        }
    }
}

/// Adds or takes back one value of a filter. Of a filter with one value at a time, it takes the place of another.
pub fn toggle(query: &mut Query, field: &str, value: &str, on: bool, is_single: bool) {
    let values = query.filters.entry(field.to_owned()).or_default();
    values.retain(|known| known != value && !(on && is_single));
    if on {
        values.push(value.to_owned());
        values.sort();
    }
    if values.is_empty() {
        query.filters.remove(field);
    }
}

/// Adds or removes one measure. Parts that do not fit several measures are removed, and the view is chosen
/// again.
pub fn compare(query: &mut Query, picked: Vec<String>, code: &str, on: bool) {
    let mut compare = picked;
    compare.retain(|known| known != code);
    if on {
        compare.push(code.to_owned());
    }
    query.view = None;
    query.x = None;
    query.share = false;
    if !compare.is_empty() {
        query.series = None;
    }
    query.compare = compare;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::View;

    #[test]
    fn measures_stand_in_the_order_in_which_they_were_ticked() {
        let mut query = Query {
            series: Some("round".into()),
            x: Some("dollars".into()),
            share: true,
            view: Some(View::Stacked),
            ..Query::default()
        };
        compare(&mut query, vec!["placed".into()], "completed", true);
        assert_eq!(query.compare, ["placed", "completed"]);
        assert_eq!((query.series.as_deref(), query.x.as_deref()), (None, None));
        assert_eq!((query.share, query.view), (false, None));
        let picked = query.compare.clone();
        compare(&mut query, picked, "placed", false);
        assert_eq!(query.compare, ["completed"]);
    }
}
