//! What can be wrong with a manifest before any row is read.

use super::manifest::{Package, Resource, ResourceRole};
use super::roles::Role;
use crate::problem::{Fault, Place, Problem, nearest};

/// Collects every fault of a manifest: absent names, keys and roles that point nowhere.
pub(super) fn check(package: &Package, problems: &mut Vec<Problem>) {
    let place = Place::file(&package.address);
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
    }
}

fn check_keys(package: &Package, resource: &Resource, place: &Place, problems: &mut Vec<Problem>) {
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

fn check_roles(resource: &Resource, place: &Place, problems: &mut Vec<Problem>) {
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
            Some(Role::Status | Role::Confidentiality | Role::ErrorOf)
        );
        if needs_of && roles.of.is_none() {
            let property = format!("{property}.of");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        if roles.role == Some(Role::Period) && roles.grain.is_none() {
            let property = format!("{property}.grain");
            problems.push(Problem::new(
                place.clone(),
                Fault::MissingProperty { property },
            ));
        }
        let is_facts = matches!(resource.role(), ResourceRole::Facts | ResourceRole::Slice);
        if is_facts && roles.role == Some(Role::Measure) && roles.unit.is_none() {
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
    place: &Place,
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
