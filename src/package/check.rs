//! Faults of a manifest that can be found before any row is read.

use super::manifest::{Package, Resource, ResourceRole};
use super::roles::{Adds, FieldRole};
use super::schema::Field;
use crate::problem::{Fault, Problem, SourceLocation, nearest};
use crate::value::{Qualifier, Status};

/// Collects every fault of a manifest: absent names, keys and roles that point nowhere.
pub(super) fn check(package: &Package, problems: &mut Vec<Problem>) {
    let place = SourceLocation::file(&package.address);
    for (property, value) in [
        ("name", &package.name),
        ("version", &package.version),
        ("created", &package.created),
    ] {
        if value.is_empty() {
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty {
                    property: property.to_owned(),
                },
            ));
        }
    }
    name_resources(package, &place, problems);
    check_package_roles(package, &place, problems);
    for (index, resource) in package.resources.iter().enumerate() {
        for (property, value) in [("name", &resource.name), ("path", &resource.path)] {
            if value.is_empty() {
                let property = format!("resources[{index}].{property}");
                problems.push(Problem::new(
                    place.clone(),
                    Fault::MissingProperty { property },
                ));
            }
        }
        check_keys(package, resource, &place, problems);
        check_roles(resource, &place, problems);
        check_measures(package, resource, &place, problems);
    }
}

/// Wholes of slices and of published totals are resources of the package.
fn name_resources(package: &Package, place: &SourceLocation, problems: &mut Vec<Problem>) {
    for resource in &package.resources {
        let roles = &resource.outcomes;
        for (key, name) in [
            ("slice_of", &roles.slice_of),
            ("margin_of", &roles.margin_of),
        ] {
            let Some(found) = name.as_ref() else {
                continue;
            };
            if package.resource(found).is_none() {
                let names = package
                    .resources
                    .iter()
                    .map(|resource| resource.name.as_str());
                let fault = Fault::UnknownResource {
                    property: format!("{}.outcomes.{key}", resource.name),
                    found: found.clone(),
                    near: nearest(found, names),
                };
                problems.push(Problem::new(place.clone(), fault));
            }
        }
    }
}

/// Fields that the package itself names are fields of some table.
fn check_package_roles(package: &Package, place: &SourceLocation, problems: &mut Vec<Problem>) {
    let roles = &package.outcomes;
    let default = &roles.default;
    let named = default
        .by
        .iter()
        .chain(&default.series)
        .chain(default.filters.keys())
        .map(|field| ("outcomes.default", field))
        .chain(
            roles
                .coverage
                .iter()
                .map(|known| ("outcomes.coverage", &known.field)),
        )
        .chain(roles.dashboard.iter().flat_map(|plan| {
            let holder = std::iter::once(&plan.holder).filter(|field| !field.is_empty());
            let columns = plan
                .columns
                .iter()
                .filter_map(|column| column.field.as_ref());
            let fields = plan.filters.iter().chain(holder).chain(columns);
            fields.map(|field| ("outcomes.dashboard", field))
        }));
    for (property, found) in named {
        let mut fields = package
            .resources
            .iter()
            .flat_map(|resource| &resource.schema.fields);
        if fields.clone().all(|field| field.name != *found) {
            let near = nearest(found, fields.by_ref().map(|field| field.name.as_str()));
            let fault = Fault::UnknownField {
                property: property.to_owned(),
                found: found.clone(),
                near,
            };
            problems.push(Problem::new(place.clone(), fault));
        }
    }
}

/// The fields in `not_additive_over` must be dimensions, a mean needs a weight, and each marker must be a missing value of
/// its field.
fn check_measures(
    package: &Package,
    resource: &Resource,
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    let bridges = package.of_role(ResourceRole::Bridge);
    let dimensions: Vec<&str> = std::iter::once(resource)
        .chain(bridges)
        .flat_map(|table| &table.schema.fields)
        .filter(|field| {
            matches!(
                field.outcomes.role,
                Some(FieldRole::Dimension | FieldRole::Period)
            )
        })
        .map(|field| field.name.as_str())
        .collect();
    for field in &resource.schema.fields {
        let property = format!("{}.{}.outcomes", resource.name, field.name);
        for found in &field.outcomes.not_additive_over {
            if !dimensions.contains(&found.as_str()) {
                let fault = Fault::UnknownField {
                    property: format!("{property}.not_additive_over"),
                    found: found.clone(),
                    near: nearest(found, dimensions.iter().copied()),
                };
                problems.push(Problem::new(place.clone(), fault));
            }
        }
        if field.outcomes.role == Some(FieldRole::Measure)
            && field.outcomes.adds == Some(Adds::Mean)
            && field.outcomes.weight.is_none()
        {
            let property = format!("{property}.weight");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        check_markers(resource, field, &property, place, problems);
    }
}

fn check_markers(
    resource: &Resource,
    field: &Field,
    property: &str,
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    let missing = resource.schema.missing_values(field);
    for (text, marker) in &field.outcomes.markers {
        let property = format!("{property}.markers.{text}");
        if !missing.contains(&text.as_str()) {
            let property = format!("{}.{}.missingValues: {text}", resource.name, field.name);
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        let words = [
            (
                "bound",
                &marker.bound,
                marker
                    .bound
                    .as_deref()
                    .is_none_or(|word| Qualifier::parse(word).is_some()),
            ),
            (
                "status",
                &marker.status,
                marker
                    .status
                    .as_deref()
                    .is_none_or(|letter| Status::parse_observation(letter).is_ok()),
            ),
            (
                "conf",
                &marker.conf,
                marker
                    .conf
                    .as_deref()
                    .is_none_or(|letter| Status::parse_confidentiality(letter).is_ok()),
            ),
        ];
        for (key, found, _) in words.into_iter().filter(|(.., is_known)| !is_known) {
            let allowed: &[&str] = match key {
                "bound" => &["at_least", "more_than", "up_to", "less_than"],
                "status" => &["B", "D", "E", "L", "M", "O", "P", "Q", "U", "not-yet-due"],
                _ => &["F", "A", "D"],
            };
            let fault = Fault::UnknownWord {
                property: format!("{property}.{key}"),
                found: found.clone().unwrap_or_default(),
                allowed: allowed.iter().map(|word| (*word).to_owned()).collect(),
                near: None,
            };
            problems.push(Problem::new(place.clone(), fault));
        }
        if marker.bound.is_some() && marker.value.is_none() {
            let property = format!("{property}.value");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
    }
}

fn check_keys(
    package: &Package,
    resource: &Resource,
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    for key in &resource.schema.foreign_keys {
        let property = format!("{}.foreignKeys", resource.name);
        let target = if key.reference.resource.is_empty() {
            Some(resource)
        } else {
            package.resource(&key.reference.resource)
        };
        let Some(target) = target else {
            let found = key.reference.resource.clone();
            let near = nearest(
                &found,
                package
                    .resources
                    .iter()
                    .map(|resource| resource.name.as_str()),
            );
            problems.push(Problem::new(
                place.clone(),
                Fault::UnknownResource {
                    property,
                    found,
                    near,
                },
            ));
            continue;
        };
        name_fields(resource, &property, &key.fields.0, place, problems);
        name_fields(target, &property, &key.reference.fields.0, place, problems);
    }
    let property = format!("{}.primaryKey", resource.name);
    name_fields(
        resource,
        &property,
        resource.schema.primary_key(),
        place,
        problems,
    );
}

fn check_roles(resource: &Resource, place: &SourceLocation, problems: &mut Vec<Problem>) {
    for field in &resource.schema.fields {
        let roles = &field.outcomes;
        let property = format!("{}.{}.outcomes", resource.name, field.name);
        let named = roles
            .of
            .iter()
            .chain(&roles.weight)
            .chain(roles.rates.iter().map(|rate| &rate.denominator));
        let named: Vec<String> = named.cloned().collect();
        name_fields(resource, &property, &named, place, problems);
        let needs_of = matches!(
            roles.role,
            Some(FieldRole::Status | FieldRole::Confidentiality | FieldRole::ErrorOf)
        );
        if needs_of && roles.of.is_none() {
            let property = format!("{property}.of");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        if roles.role == Some(FieldRole::Period) && roles.grain.is_none() {
            let property = format!("{property}.grain");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        let is_facts = matches!(resource.role(), ResourceRole::Facts | ResourceRole::Slice);
        if is_facts && roles.role == Some(FieldRole::Measure) && roles.unit.is_none() {
            let property = format!("{property}.unit");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
    }
}

fn name_fields(
    resource: &Resource,
    property: &str,
    names: &[String],
    place: &SourceLocation,
    problems: &mut Vec<Problem>,
) {
    for found in names {
        if resource.schema.field(found).is_none() {
            let near = nearest(
                found,
                resource
                    .schema
                    .fields
                    .iter()
                    .map(|field| field.name.as_str()),
            );
            let fault = Fault::UnknownField {
                property: property.to_owned(),
                found: found.clone(),
                near,
            };
            problems.push(Problem::new(place.clone(), fault));
        }
    }
}
