//! Codes → labels.

use crate::locale::Locale;
use crate::package::FieldRole;
use crate::query::Dimension;
use crate::table::Dataset;
use crate::value::Scheme;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The labels, levels and order of one dimension's values.
#[derive(Default)]
pub(super) struct DimensionLabels<'a> {
    labels: HashMap<&'a str, &'a str>,
    levels: HashMap<&'a str, &'a str>,
    parents: HashMap<&'a str, &'a str>,
    places: HashMap<&'a str, usize>,
    scheme: Option<Scheme>,
    /// Levels in the order in which the code list first names them: coarsest first.
    pub level_names: Vec<&'a str>,
}

impl<'a> DimensionLabels<'a> {
    /// Reads the code list of a dimension; without one, codes are their own labels.
    pub fn of(dataset: &'a Dataset, dimension: &Dimension) -> Self {
        let mut words = Self {
            scheme: dimension.scheme,
            ..Self::default()
        };
        let Some(list) = dimension.list.as_deref() else {
            return words;
        };
        let (Some(resource), Some(table)) = (dataset.package.resource(list), dataset.table(list))
        else {
            return words;
        };
        let Some(key) = resource.schema.primary_key().first() else {
            return words;
        };
        let label = resource.with_role(FieldRole::Label);
        let level = resource.with_role(FieldRole::Level);
        let parent = resource.with_role(FieldRole::Parent);
        for row in 0..table.len {
            let code = table.text(key, row);
            words.places.insert(code, row);
            if let Some(field) = label {
                words.labels.insert(code, table.text(&field.name, row));
            }
            if let Some(field) = parent {
                words.parents.insert(code, table.text(&field.name, row));
            }
            if let Some(field) = level {
                let name = table.text(&field.name, row);
                words.levels.insert(code, name);
                if !words.level_names.contains(&name) {
                    words.level_names.push(name);
                }
            }
        }
        words
    }

    /// The label of a code; the code where its list has none.
    pub fn label<'w>(&'w self, code: &'w str) -> &'w str {
        self.labels
            .get(code)
            .copied()
            .filter(|label| !label.is_empty())
            .or_else(|| self.scheme.and_then(|scheme| scheme.label(code)))
            .unwrap_or(code)
    }

    /// The order of a dimension's values: by time, else as in their list, else
    /// by name. It does not depend on the rows.
    pub fn compare(&self, dimension: &Dimension, a: &str, b: &str) -> Ordering {
        let time = |code: &str| dimension.period(code).map(|period| period.ordinal);
        let place = |code: &str| self.places.get(code).copied().unwrap_or(usize::MAX);
        time(a)
            .cmp(&time(b))
            .then(place(a).cmp(&place(b)))
            .then_with(|| Locale::EN.compare(self.label(a), self.label(b)))
            .then_with(|| a.cmp(b))
    }

    /// The parent of a code in its tree.
    pub fn parent(&self, code: &str) -> Option<&'a str> {
        let parent = self.parents.get(code).copied();
        parent.filter(|parent| !parent.is_empty())
    }

    /// The level of a code in its tree.
    pub fn level(&self, code: &str) -> Option<&'a str> {
        self.levels.get(code).copied()
    }
}
