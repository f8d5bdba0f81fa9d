//! Two versions, table by table and row by row.

use super::rows::VersionTable;
use super::{AboutChange, ChangeKind, NumberChange, VersionChanges};
use crate::frame::Cell;
use crate::package::{Field, FieldRole, FieldRoles, Package, Resource, ResourceRole, Schema};
use crate::table::{Dataset, needed};
use crate::value::{Quantity, Status};
use std::collections::{BTreeSet, HashMap};

/// The tables that must be read to compare two versions: those whose file or schema differs, and the lists
/// that name their rows.
pub fn changed_tables(before: &Package, after: &Package) -> BTreeSet<String> {
    let differing = differing(before, after);
    let lists = differing.iter().flat_map(|name| {
        let of = |package: &Package| -> Vec<String> {
            let keys = package.resource(name).map(|table| {
                let keys = table.schema.foreign_keys.iter();
                keys.map(|key| key.reference.resource.clone()).collect()
            });
            keys.unwrap_or_default()
        };
        [of(before), of(after)].concat()
    });
    let measures = [before, after]
        .into_iter()
        .flat_map(|package| package.of_role(ResourceRole::Measures));
    let measures = measures.map(|table| table.name.clone());
    let mut names: BTreeSet<String> = lists.filter(|name| !name.is_empty()).collect();
    if !differing.is_empty() {
        names.extend(measures);
    }
    names.extend(differing);
    names
}

/// The tables of either version that are not in both with the same file and schema.
fn differing(before: &Package, after: &Package) -> BTreeSet<String> {
    let is_same = |name: &str| match (before.resource(name), after.resource(name)) {
        (Some(was), Some(is)) => {
            was.hash.is_some() && was.hash == is.hash && meaning(&was.schema) == meaning(&is.schema)
        }
        _ => false,
    };
    let names = needed(before).chain(needed(after));
    let names = names.map(|table| table.name.clone());
    names.filter(|name| !is_same(name)).collect()
}

/// A schema with nothing but what decides how its cells are read and matched.
fn meaning(schema: &Schema) -> Schema {
    let field = |field: &Field| Field {
        title: None,
        description: None,
        constraints: Default::default(),
        outcomes: FieldRoles {
            role: field.outcomes.role,
            of: field.outcomes.of.clone(),
            unit: field.outcomes.unit.clone(),
            markers: field.outcomes.markers.clone(),
            ..FieldRoles::default()
        },
        ..field.clone()
    };
    Schema {
        fields: schema.fields.iter().map(field).collect(),
        foreign_keys: Vec::new(),
        ..schema.clone()
    }
}

/// Changes as they are found: all are counted, and up to a limit of each kind are kept.
struct Found {
    result: VersionChanges,
    limit: usize,
}

impl Found {
    fn push(&mut self, kind: ChangeKind, change: impl FnOnce() -> NumberChange) {
        let count = &mut self.result.counts[kind as usize];
        *count += 1;
        if *count <= self.limit {
            self.result.changes.push(change());
        }
    }
}

/// Compares two versions, of which the tables of [`changed_tables`] were read. Lists up to `limit` changes of each
/// kind and counts all.
pub fn compare_versions(before: &Dataset, after: &Dataset, limit: usize) -> VersionChanges {
    let (was, is) = (&before.package, &after.package);
    let result = VersionChanges {
        before: was.version.clone(),
        after: is.version.clone(),
        texts: prose_changes(was, is),
        files: files_changed(was, is),
        left_out: before.left_out() + after.left_out(),
        ..VersionChanges::default()
    };
    let mut found = Found { result, limit };
    let names = differing(was, is);
    let order = needed(is).chain(needed(was).filter(|table| is.resource(&table.name).is_none()));
    for name in order.map(|table| &table.name) {
        if !names.contains(name) {
            continue;
        }
        let sides = (
            VersionTable::of(before, name),
            VersionTable::of(after, name),
        );
        match sides {
            (Some(before), Some(after)) => compare_tables(&before, &after, &mut found),
            (None, Some(after)) => only_in_one(&after, ChangeKind::Appeared, &mut found),
            (Some(before), None) => only_in_one(&before, ChangeKind::Vanished, &mut found),
            (None, None) => {}
        }
    }
    // Stable: within a kind the order is that of the files.
    found.result.changes.sort_by_key(|change| change.kind);
    found.result
}

/// A table that only one of the versions has.
fn only_in_one(table: &VersionTable, kind: ChangeKind, found: &mut Found) {
    let fields = table.key_fields();
    let is_new = kind == ChangeKind::Appeared;
    match is_new {
        true => found.result.tables_added += 1,
        false => found.result.tables_removed += 1,
    }
    for row in 0..table.table.len {
        one_sided(table, row, &fields, is_new, found);
    }
}

/// A row that only one of the versions has.
fn one_sided(table: &VersionTable, row: usize, key: &[&str], is_new: bool, found: &mut Found) {
    match is_new {
        true => found.result.rows_added += 1,
        false => found.result.rows_removed += 1,
    }
    for measure in slots(table, None) {
        let Some(cell) = table.cell(measure, row).filter(Cell::has_number) else {
            continue;
        };
        let (before, after, kind) = match is_new {
            true => (None, Some(cell), ChangeKind::Appeared),
            false => (Some(cell), None, ChangeKind::Vanished),
        };
        found.push(kind, || NumberChange {
            kind,
            table: table.resource.title().to_owned(),
            resource: table.resource.name.clone(),
            row: table.name(row, key),
            measure: table.measure(measure, row),
            before,
            after,
            about: Vec::new(),
        });
    }
}

/// The numbers of each row: columns of either version; `None` is the one number of a row of figures.
fn slots<'t>(table: &VersionTable<'t>, other: Option<&VersionTable<'t>>) -> Vec<Option<&'t str>> {
    if table.figures.is_some() {
        return vec![None];
    }
    let mut all = table.measures();
    for field in other.map(VersionTable::measures).unwrap_or_default() {
        if !all.contains(&field) {
            all.push(field);
        }
    }
    all.into_iter().map(Some).collect()
}

fn compare_tables(before: &VersionTable, after: &VersionTable, found: &mut Found) {
    let has = |table: &VersionTable, field: &str| table.table.column(field).is_some();
    let key: Vec<&str> = after
        .key_fields()
        .into_iter()
        .filter(|field| has(before, field) && has(after, field))
        .collect();
    let old = before.keys(&key);
    let mut old: HashMap<&str, usize> = old.iter().map(String::as_str).zip(0..).collect();
    let slots = slots(after, Some(before));
    let columns = Columns::of(before, after, &key, &slots);
    for (row, name) in after.keys(&key).iter().enumerate() {
        match old.remove(name.as_str()) {
            Some(was) => {
                let about = columns.about(before, was, after, row);
                found.result.texts += columns.texts(before, was, after, row);
                for measure in &slots {
                    let cells = (before.cell(*measure, was), after.cell(*measure, row));
                    let Some(kind) = kind_of(&cells.0, &cells.1, !about.is_empty()) else {
                        continue;
                    };
                    let words = match cells.1 {
                        Some(_) => after.measure(*measure, row),
                        None => before.measure(*measure, was),
                    };
                    found.push(kind, || NumberChange {
                        kind,
                        table: after.resource.title().to_owned(),
                        resource: after.resource.name.clone(),
                        row: after.name(row, &key),
                        measure: words,
                        before: cells.0,
                        after: cells.1,
                        about: about.clone(),
                    });
                }
            }
            None => one_sided(after, row, &key, true, found),
        }
    }
    let mut gone: Vec<usize> = old.into_values().collect();
    gone.sort_unstable();
    for row in gone {
        one_sided(before, row, &key, false, found);
    }
}

/// How one number differs; `None` where it does not, or neither version has a number to tell of.
fn kind_of(
    before: &Option<Cell>,
    after: &Option<Cell>,
    has_other_meaning: bool,
) -> Option<ChangeKind> {
    let number = |cell: &Option<Cell>| cell.as_ref().and_then(|cell| cell.quantity);
    let status = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.status);
    let is_suppressed =
        |cell: &Option<Cell>| status(cell).is_some_and(|status| status.has(Status::Suppressed));
    match (number(before), number(after)) {
        (Some(was), Some(is)) => {
            let same_status = status(before) == status(after);
            match direction(&was, &is) {
                _ if has_other_meaning => Some(ChangeKind::Revised),
                None if was == is && same_status => None,
                Some(kind) if same_status => Some(kind),
                _ => Some(ChangeKind::Revised),
            }
        }
        (Some(_), None) if is_suppressed(after) => Some(ChangeKind::Suppressed),
        (Some(_), None) => Some(ChangeKind::Vanished),
        (None, Some(_)) => Some(ChangeKind::Appeared),
        (None, None) if before.is_none() || after.is_none() => None,
        (None, None) if is_suppressed(after) && !is_suppressed(before) => {
            Some(ChangeKind::Suppressed)
        }
        (None, None) if status(before) != status(after) => Some(ChangeKind::Revised),
        (None, None) => None,
    }
}

/// Whether a number rose or fell; `None` where the two have different qualifiers, so that this is not known.
fn direction(was: &Quantity, is: &Quantity) -> Option<ChangeKind> {
    if was.word != is.word {
        return None;
    }
    let ends = [(was.low, is.low), (was.high, is.high)].into_iter();
    let steps: Vec<(f64, f64)> = ends
        .filter_map(|(was, is)| Some((was?.at, is?.at)))
        .collect();
    let each = |test: fn(&(f64, f64)) -> bool| steps.iter().all(test);
    if each(|(was, is)| is == was) {
        return None;
    }
    if each(|(was, is)| is >= was) {
        return Some(ChangeKind::Rose);
    }
    each(|(was, is)| is <= was).then_some(ChangeKind::Fell)
}

/// The columns beside the numbers.
struct Columns<'a> {
    /// They say what a number means: the type, unit, date or subject of a figure.
    about: Vec<&'a Field>,
    texts: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn of(
        before: &VersionTable<'a>,
        after: &VersionTable<'a>,
        key: &[&str],
        slots: &[Option<&str>],
    ) -> Self {
        let shared = after.resource.schema.fields.iter().filter(|field| {
            let name = field.name.as_str();
            let in_both = before.table.column(name).is_some() && after.table.column(name).is_some();
            in_both && !key.contains(&name) && !slots.contains(&Some(name))
        });
        let is_figures = after.figures.is_some();
        let (about, others): (Vec<&Field>, Vec<&Field>) =
            shared.partition(|field| is_figures && says_meaning(field));
        let is_text = |field: &&&Field| !is_part_of_a_number(field, is_figures);
        Self {
            about,
            texts: others.iter().filter(is_text).map(|it| &*it.name).collect(),
        }
    }

    fn about(
        &self,
        before: &VersionTable,
        was: usize,
        after: &VersionTable,
        is: usize,
    ) -> Vec<AboutChange> {
        let differing = self
            .about
            .iter()
            .filter(|field| before.text(&field.name, was) != after.text(&field.name, is));
        let of = |field: &&Field| AboutChange {
            role: field.outcomes.role.unwrap_or(FieldRole::Note),
            title: field.title().to_owned(),
            before: before.label(field, was),
            after: after.label(field, is),
        };
        differing.map(of).collect()
    }

    fn texts(&self, before: &VersionTable, was: usize, after: &VersionTable, is: usize) -> usize {
        let texts = self.texts.iter();
        texts
            .filter(|field| before.text(field, was) != after.text(field, is))
            .count()
    }
}

/// Whether a column of figures says what the number is.
fn says_meaning(field: &Field) -> bool {
    matches!(
        field.outcomes.role,
        Some(
            FieldRole::Kind
                | FieldRole::UnitCode
                | FieldRole::MeasureCode
                | FieldRole::AsOf
                | FieldRole::PeriodStart
                | FieldRole::PeriodEnd
                | FieldRole::Period
                | FieldRole::Sense
                | FieldRole::Dimension
        )
    )
}

/// Whether a column is read together with a number: its qualifier or status, or an end of its range.
fn is_part_of_a_number(field: &Field, is_figures: bool) -> bool {
    match field.outcomes.role {
        Some(FieldRole::Status | FieldRole::Qualifier | FieldRole::Confidentiality) => true,
        Some(FieldRole::Value | FieldRole::Low | FieldRole::High) => is_figures,
        _ => false,
    }
}

/// Titles and descriptions of the manifest that both versions have, in other words.
fn prose_changes(before: &Package, after: &Package) -> usize {
    let differs = |was: &str, is: &str| usize::from(was != is);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let both = |was: (&Option<String>, &Option<String>), is: (&Option<String>, &Option<String>)| {
        differs(&text(was.0), &text(is.0)) + differs(&text(was.1), &text(is.1))
    };
    let mut count =
        differs(&before.title, &after.title) + differs(&before.description, &after.description);
    for table in needed(after) {
        let Some(was) = before.resource(&table.name) else {
            continue;
        };
        let words = |it: &Resource| (it.title.clone(), it.description.clone());
        let (old, new) = (words(was), words(table));
        count += both((&old.0, &old.1), (&new.0, &new.1));
        for field in &table.schema.fields {
            let Some(was) = was.schema.field(&field.name) else {
                continue;
            };
            count += both(
                (&was.title, &was.description),
                (&field.title, &field.description),
            );
        }
    }
    count
}

/// Stories and pictures that differ, are new or are gone.
fn files_changed(before: &Package, after: &Package) -> usize {
    let others = |package: &Package| -> BTreeSet<(String, Option<String>)> {
        let files = package.resources.iter();
        files
            .filter(|file| !file.role().is_table())
            .map(|file| (file.path.clone(), file.hash.clone()))
            .collect()
    };
    let (was, is) = (others(before), others(after));
    let paths: BTreeSet<&String> = was
        .symmetric_difference(&is)
        .map(|(path, _)| path)
        .collect();
    paths.len()
}
