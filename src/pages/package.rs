//! One package: every table with its dictionary, downloads, sources, licences, check and definitions.

use super::missing::problem_list;
use super::overview::{definitions, statements};
use crate::bytes::Source;
use crate::loader::{Edition, Files};
use crate::locale::{Arg, Message, Words};
use crate::m;
use crate::package::{Field, Marker, Package, Resource, ResourceRole};
use crate::problem::Problem;
use crate::query::{Query, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{href, say, shell};
use crate::value::Status;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct PackagePage {
    pub package: Package,
    rows: BTreeMap<String, u64>,
    problems: Vec<Problem>,
    versions: Vec<(String, String)>,
    definitions: Vec<(String, String, String)>,
    unknowns: Vec<(String, String)>,
    corrections: Vec<Correction>,
}

/// What was changed from the raw findings, and why.
#[derive(Clone, Debug)]
struct Correction {
    record: String,
    field: String,
    was: String,
    now: String,
    reason: String,
}

pub(super) async fn gather<S: Source>(
    files: &Files<S>,
    name: &str,
) -> Result<PackagePage, Problem> {
    let dataset = files.dataset(&Edition::newest(name)).await?;
    let entry = files.catalog.entry(name).cloned().unwrap_or_default();
    Ok(PackagePage {
        rows: dataset
            .tables
            .iter()
            .map(|(name, table)| (name.clone(), table.len as u64))
            .collect(),
        problems: dataset.problems.clone(),
        versions: entry
            .versions
            .into_iter()
            .map(|version| (version.version, version.released))
            .collect(),
        definitions: definitions(&dataset),
        unknowns: statements(&dataset, "unknowns"),
        corrections: corrections(&dataset),
        package: dataset.package.clone(),
    })
}

fn corrections(dataset: &Dataset) -> Vec<Correction> {
    let Some(table) = dataset.table("corrections") else {
        return Vec::new();
    };
    (0..table.len)
        .map(|row| {
            let text = |field: &str| table.text(field, row).to_owned();
            Correction {
                record: text("figure_id"),
                field: text("field"),
                was: text("was"),
                now: text("now"),
                reason: text("reason"),
            }
        })
        .collect()
}

pub(super) fn package_page(page: PackagePage) -> impl IntoView {
    let PackagePage {
        package,
        rows,
        problems,
        versions,
        definitions,
        unknowns,
        corrections,
    } = page;
    let place = shell().place;
    let folder = format!("data/{}/", package.name);
    let query = Query {
        package: Some(package.name.clone()),
        ..Query::default()
    };
    let explore = format!(
        "{}{}",
        href(&Route::Explore),
        to_address(&query, &Query::default())
    );
    let tables = package
        .resources
        .iter()
        .filter(|resource| resource.role() != ResourceRole::Slice && resource.role().is_table());
    let tables = tables
        .map(|resource| {
            table(
                resource,
                rows.get(&resource.name).copied(),
                &place.file(&folder),
            )
        })
        .collect_view();
    let slices = package.of_role(ResourceRole::Slice).count();
    let total: u64 = rows.values().sum();
    let check = if problems.is_empty() {
        view! { <p class="valid">{say(m!(PackageValid, tables = rows.len(), rows = total))}</p> }
            .into_any()
    } else {
        let count = problems.len();
        view! { <p>{say(m!(PackageProblems, count = count))}</p> {problem_list(&problems)} }
            .into_any()
    };
    let link = |title: &Option<String>, path: &Option<String>| {
        let words = title.clone().or(path.clone()).unwrap_or_default();
        match path.clone() {
            Some(path) => view! { <a href=path>{words}</a> }.into_any(),
            None => words.into_any(),
        }
    };
    let sources = package
        .sources
        .iter()
        .map(|source| view! { <li>{link(&source.title, &source.path)}</li> })
        .collect_view();
    let licences = package.licenses.iter().map(|licence| {
        view! { <li>{link(&licence.title.clone().or(licence.name.clone()), &licence.path)}</li> }
    }).collect_view();
    let versions = versions.into_iter().map(|(version, date)| {
        let address = place.file(&format!("{folder}v/{version}/datapackage.json"));
        view! { <li><a href=address>{say(m!(PackageVersionLine, version = version, date = Arg::Date(date)))}</a></li> }
    }).collect_view();
    let definitions = (!definitions.is_empty()).then(|| {
        let lines = definitions.into_iter().map(|(term, text, address)| {
            let source = (!address.is_empty()).then(|| view! { " " <a href=address>{say(m!(PackageSourceOf))}</a> });
            view! { <dt>{term}</dt> <dd>{text} {source}</dd> }
        }).collect_view();
        view! { <section class="wrap band"><h2>{say(m!(PackageDefinitions))}</h2><dl class="definitions">{lines}</dl></section> }
    });
    let unknowns = (!unknowns.is_empty()).then(|| {
        let lines = unknowns.into_iter().map(|(what, why)| view! { <li><p>{what}</p><p class="why">{why}</p></li> }).collect_view();
        view! { <section class="wrap band"><h2>{say(m!(PackageUnknowns))}</h2><ul class="statements">{lines}</ul></section> }
    });
    let corrections = (!corrections.is_empty()).then(|| {
        let count = corrections.len();
        let lines = corrections
            .into_iter()
            .map(|change| {
                let what = say(m!(
                    PackageCorrection,
                    record = change.record,
                    field = change.field,
                    was = change.was,
                    now = change.now
                ));
                view! { <li><p>{what}</p><p class="why">{change.reason}</p></li> }
            })
            .collect_view();
        view! {
            <section class="wrap band">
                <h2>{say(m!(PackageCorrections))}</h2>
                <details class="resource">
                    <summary>{say(m!(PackageCorrectionsCount, count = count))}</summary>
                    <ul class="statements">{lines}</ul>
                </details>
            </section>
        }
    });
    let illustrative = package
        .outcomes
        .illustrative
        .then(|| view! { <p class="illustrative">{say(m!(IllustrativeBanner))}</p> });
    let manifest = place.file(&format!("{folder}datapackage.json"));
    let version = say(m!(
        DataPackageVersion,
        version = &package.version,
        date = Arg::Date(package.created.chars().take(10).collect())
    ));
    view! {
        <div class="wrap page-head">
            <h1>{package.title.clone()}</h1>
            {illustrative}
            <p class="lede">{package.description.clone()}</p>
            <p class="package-version">{version}</p>
            <p class="actions"><a class="button" href=explore>{say(m!(PackageExplore))}</a> <a href=manifest download="">{say(m!(PackageManifest))}</a></p>
        </div>
        <section class="wrap band"><h2>{say(m!(PackageValidation))}</h2>{check}</section>
        <section class="wrap band columns">
            <div><h2>{say(m!(PackageSources))}</h2><ul>{sources}</ul></div>
            <div><h2>{say(m!(PackageLicences))}</h2><ul>{licences}</ul></div>
            <div><h2>{say(m!(PackageVersions))}</h2><ul>{versions}</ul></div>
        </section>
        <section class="wrap band">
            <h2>{say(m!(PackageTables))}</h2>
            {tables}
            {(slices > 0).then(|| view! { <p>{say(m!(PackageSlices, count = slices))}</p> })}
        </section>
        {definitions}
        {unknowns}
        {corrections}
    }
}

fn table(resource: &Resource, rows: Option<u64>, folder: &str) -> impl IntoView + use<> {
    let fields = resource.schema.fields.iter().map(|field| {
        let rules = rules(resource, field).into_iter().map(|rule| view! { <li>{say(rule)}</li> }).collect_view();
        view! {
            <tr>
                <th scope="row"><code>{field.name.clone()}</code><span class="field-title">{field.title().to_owned()}</span></th>
                <td>{field_type(field)}</td>
                <td>{field.description.clone()}</td>
                <td><ul class="rules">{rules}</ul></td>
            </tr>
        }
    }).collect_view();
    let title = resource.title().to_owned();
    let file = resource.path.clone();
    let address = format!("{folder}{file}");
    view! {
        <details class="resource">
            <summary>
                <span class="resource-title">{title.clone()}</span>
                " " <span class="resource-rows">{rows.map(|rows| say(m!(PackageRows, rows = rows)))}</span>
            </summary>
            <p>{resource.description.clone()}</p>
            <p><a href=address download="">{say(m!(PackageDownload, file = file))}</a></p>
            <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                <table class="dictionary">
                    <thead><tr>
                        <th scope="col">{say(m!(PackageField))}</th>
                        <th scope="col">{say(m!(PackageType))}</th>
                        <th scope="col">{say(m!(PackageMeaning))}</th>
                        <th scope="col">{say(m!(PackageRules))}</th>
                    </tr></thead>
                    <tbody>{fields}</tbody>
                </table>
            </div>
        </details>
    }
}

/// The word of Table Schema for the type, as the manifest writes it.
fn field_type(field: &Field) -> String {
    serde_json::to_value(field.kind)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn rules(resource: &Resource, field: &Field) -> Vec<Message> {
    let constraints = &field.constraints;
    let mut rules = Vec::new();
    if constraints.required {
        rules.push(m!(PackageRequired));
    }
    if constraints.unique {
        rules.push(m!(PackageUnique));
    }
    if let Some(key) = resource.schema.foreign_key(&field.name) {
        rules.push(m!(PackageKey, resource = &key.reference.resource));
    }
    let word = |value: &serde_json::Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    if let Some(values) = &constraints.allowed {
        rules.push(m!(
            PackageAllowed,
            values = Arg::List(values.iter().map(|value| word(value).into()).collect())
        ));
    }
    if let Some(minimum) = &constraints.minimum {
        rules.push(m!(PackageRangeFrom, minimum = word(minimum)));
    }
    if let Some(maximum) = &constraints.maximum {
        rules.push(m!(PackageRangeTo, maximum = word(maximum)));
    }
    rules.extend(
        field
            .outcomes
            .markers
            .iter()
            .map(|(text, marker)| marker_rule(text, marker)),
    );
    rules
}

fn marker_rule(text: &str, marker: &Marker) -> Message {
    let status = marker
        .status
        .as_deref()
        .and_then(|letter| Status::parse_observation(letter).ok().flatten());
    let meaning = match (marker.value, status) {
        (Some(value), _) => m!(QualifierAtLeast, value = Arg::Number { value, decimals: 0 }),
        (None, Some(status)) => status.label(),
        (None, None) => Status::Missing.label(),
    };
    m!(PackageMarker, marker = text, meaning = meaning)
}
