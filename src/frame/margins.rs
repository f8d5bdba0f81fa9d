//! Published totals, used where they answer the question.
//!
//! A package that hides small cells may also publish totals. A question that names only
//! fields of such a table is answered from it, so that a total is a true number rather than "at
//! least" the sum of what may be shown.

use crate::package::{FieldRole, Package, ResourceRole};
use crate::table::Dataset;
use std::collections::BTreeSet;

/// The table to answer from: the margin with the fewest fields that has all of `fields` and
/// `columns`, or the whole table itself.
pub(super) fn table_for<'a>(
    dataset: &'a Dataset,
    whole: &'a str,
    fields: &BTreeSet<&str>,
    columns: &[&str],
) -> &'a str {
    candidates(&dataset.package, whole)
        .filter(|name| dataset.table(name).is_some())
        .filter(|name| has_fields(&dataset.package, name, fields, columns))
        .min_by_key(|name| dataset.table(name).map_or(usize::MAX, |table| table.len))
        .unwrap_or(whole)
}

fn candidates<'a>(package: &'a Package, whole: &'a str) -> impl Iterator<Item = &'a str> {
    package
        .of_role(ResourceRole::Facts)
        .filter(move |resource| resource.outcomes.margin_of.as_deref() == Some(whole))
        .map(|resource| resource.name.as_str())
}

fn has_fields(package: &Package, name: &str, fields: &BTreeSet<&str>, columns: &[&str]) -> bool {
    let Some(resource) = package.resource(name) else {
        return false;
    };
    let is_dimension = |field: &str| {
        let role = resource
            .schema
            .field(field)
            .and_then(|field| field.outcomes.role);
        matches!(role, Some(FieldRole::Dimension | FieldRole::Period))
    };
    fields.iter().all(|field| is_dimension(field))
        && columns
            .iter()
            .all(|column| resource.schema.field(column).is_some())
}
