//! Codes → the words a person reads.

use crate::package::Role;
use crate::query::Dimension;
use crate::table::Dataset;
use std::collections::HashMap;

/// The labels, levels and order of one dimension's values.
#[derive(Default)]
pub(super) struct Labels<'a> {
    labels: HashMap<&'a str, &'a str>,
    levels: HashMap<&'a str, &'a str>,
    /// Levels in the order in which the code list first names them: coarsest first.
    pub level_names: Vec<&'a str>,
}

impl<'a> Labels<'a> {
    /// Reads the code list of a dimension; without one, codes are their own labels.
    pub fn of(dataset: &'a Dataset, dimension: &Dimension) -> Self {
        let mut words = Self::default();
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
        let label = resource.with_role(Role::Label);
        let level = resource.with_role(Role::Level);
        for row in 0..table.len {
            let code = table.text(key, row);
            if let Some(field) = label {
                words.labels.insert(code, table.text(&field.name, row));
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
            .unwrap_or(code)
    }

    /// The level of a code in its tree.
    pub fn level(&self, code: &str) -> Option<&'a str> {
        self.levels.get(code).copied()
    }
}
