//! One package: every table with its dictionary, downloads, sources, licences, check and definitions.

use super::dashboard::has_dashboard;
use super::edition::VERSIONS;
use super::missing::problem_list;
use super::overview::{definitions, statements};
use super::snippets::snippets;
use crate::bytes::Source;
use crate::loader::{Edition, PublishedFiles};
use crate::locale::{Arg, Labeled, Message};
use crate::m;
use crate::package::{Field, Marker, Package, Resource, ResourceRole, Version};
use crate::problem::Problem;
use crate::query::{Query, to_address};
use crate::site::Route;
use crate::table::Dataset;
use crate::ui::{href, localize, shell};
use crate::value::Status;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct PackagePage {
    pub package: Package,
    rows: BTreeMap<String, u64>,
    problems: Vec<Problem>,
    versions: Vec<Version>,
    definitions: Vec<(String, String, String)>,
    unknowns: Vec<(String, String)>,
    corrections: Vec<DataCorrection>,
    /// The package has a dashboard, which can be opened for an older version too.
    has_dashboard: bool,
}

/// What was changed from the raw findings, and why.
#[derive(Clone, Debug)]
struct DataCorrection {
    record: String,
    field: String,
    was: String,
    now: String,
    reason: String,
}

pub(super) async fn load<S: Source>(
    files: &PublishedFiles<S>,
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
        versions: entry.versions,
        definitions: definitions(&dataset),
        unknowns: statements(&dataset, "unknowns"),
        corrections: corrections(&dataset),
        has_dashboard: has_dashboard(&dataset),
        package: dataset.package.clone(),
    })
}

fn corrections(dataset: &Dataset) -> Vec<DataCorrection> {
    let Some(table) = dataset.table("corrections") else {
        return Vec::new();
    };
    (0..table.len)
        .map(|row| {
            let text = |field: &str| table.text(field, row).to_owned();
            DataCorrection {
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
        has_dashboard,
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
                &package,
                resource,
                rows.get(&resource.name).copied(),
                &place.file(&folder),
            )
        })
        .collect_view();
    let slices = package.of_role(ResourceRole::Slice).count();
    let total: u64 = rows.values().sum();
    let check = if problems.is_empty() {
        view! { <p class="valid">{localize(m!(PackageValid, tables = rows.len(), rows = total))}</p> }
            .into_any()
    } else {
        let count = problems.len();
        view! { <p>{localize(m!(PackageProblems, count = count))}</p> {problem_list(&problems)} }
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
    let versions = versions_list(&package.name, &versions, has_dashboard);
    let definitions = (!definitions.is_empty()).then(|| {
        let lines = definitions.into_iter().map(|(term, text, address)| {
            let source = (!address.is_empty()).then(|| view! { " " <a href=address>{localize(m!(PackageSourceOf))}</a> });
            view! { <dt>{term}</dt> <dd>{text} {source}</dd> }
        }).collect_view();
        view! { <section class="wrap band"><h2>{localize(m!(PackageDefinitions))}</h2><dl class="definitions">{lines}</dl></section> }
    });
    let unknowns = (!unknowns.is_empty()).then(|| {
        let lines = unknowns.into_iter().map(|(what, why)| view! { <li><p>{what}</p><p class="why">{why}</p></li> }).collect_view();
        view! { <section class="wrap band"><h2>{localize(m!(PackageUnknowns))}</h2><ul class="statements">{lines}</ul></section> }
    });
    let corrections = (!corrections.is_empty()).then(|| {
        let count = corrections.len();
        let lines = corrections
            .into_iter()
            .map(|change| {
                let what = localize(m!(
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
                <h2>{localize(m!(PackageCorrections))}</h2>
                <details class="resource">
                    <summary>{localize(m!(PackageCorrectionsCount, count = count))}</summary>
                    <ul class="statements">{lines}</ul>
                </details>
            </section>
        }
    });
    let illustrative = package
        .outcomes
        .illustrative
        .then(|| view! { <p class="illustrative">{localize(m!(IllustrativeBanner))}</p> });
    let manifest = place.file(&format!("{folder}datapackage.json"));
    let version = localize(m!(
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
            <p class="actions"><a class="button" href=explore>{localize(m!(PackageExplore))}</a> <a href=manifest download="">{localize(m!(PackageManifest))}</a></p>
        </div>
        <section class="wrap band"><h2>{localize(m!(PackageValidation))}</h2>{check}</section>
        <section class="wrap band columns">
            <div><h2>{localize(m!(PackageSources))}</h2><ul>{sources}</ul></div>
            <div><h2>{localize(m!(PackageLicences))}</h2><ul>{licences}</ul></div>
        </section>
        <section class="wrap band" id=VERSIONS><h2>{localize(m!(PackageVersions))}</h2>{versions}</section>
        <section class="wrap band">
            <h2>{localize(m!(PackageTables))}</h2>
            {tables}
            {(slices > 0).then(|| view! { <p>{localize(m!(PackageSlices, count = slices))}</p> })}
        </section>
        {definitions}
        {unknowns}
        {corrections}
    }
}

/// Every version, newest first, with what it changed and its files.
fn versions_list(
    package: &str,
    versions: &[Version],
    has_dashboard: bool,
) -> impl IntoView + use<> {
    let of = |(at, version): (usize, &Version)| {
        if let Some(tombstone) = version.tombstone() {
            let line = localize(tombstone.sentence());
            let record = shell().place.file(&format!("data/{}", version.path));
            let file = localize(m!(ChangesFile, version = &version.version));
            let line =
                view! { <li><p class="tombstone">{line}</p><p><a href=record>{file}</a></p></li> };
            return line.into_any();
        }
        let has_earlier = versions[at + 1..].iter().any(|it| it.withdrawn.is_none());
        let manifest = shell().place.file(&format!("data/{}", version.path));
        let date = Arg::Date(version.released.clone());
        let line = m!(PackageVersionLine, version = &version.version, date = date);
        let note = match (at + 1 == versions.len(), version.changes.is_empty()) {
            (_, false) => version.changes.clone(),
            (true, true) => localize(m!(ChangesFirst)),
            (false, true) => String::new(),
        };
        let changes = has_earlier.then(|| {
            let route = Route::Changes(package.to_owned(), version.version.clone());
            let name = localize(m!(ChangesHeading, version = &version.version));
            view! { <a href=href(&route) aria-label=name>{localize(m!(ChangesLink))}</a> " · " }
        });
        let file = localize(m!(ChangesFile, version = &version.version));
        // The newest version is that of every page; an older one is opened by its number.
        let is_older = at > 0;
        let query = Query {
            package: Some(package.to_owned()),
            at: Some(version.version.clone()),
            ..Query::default()
        };
        let query = to_address(&query, &Query::default());
        let opened = |route: Route, text: Message, name: Message| {
            let address = format!("{}{query}", href(&route));
            view! { " · " <a href=address aria-label=localize(name)>{localize(text)}</a> }
        };
        let older = is_older.then(|| {
            let dashboard = has_dashboard.then(|| {
                let name = m!(PackageVersionDashboardName, version = &version.version);
                opened(
                    Route::Dashboard(String::new()),
                    m!(PackageVersionDashboard),
                    name,
                )
            });
            let name = m!(PackageVersionExploreName, version = &version.version);
            view! { {opened(Route::Explore, m!(PackageVersionExplore), name)} {dashboard} }
        });
        view! {
            <li>
                <p><strong>{localize(line)}</strong></p>
                {(!note.is_empty()).then(|| view! { <p class="why">{note}</p> })}
                <p>{changes} <a href=manifest>{file}</a>{older}</p>
            </li>
        }
        .into_any()
    };
    let lines = versions.iter().enumerate().map(of).collect_view();
    view! { <ul class="statements">{lines}</ul> }
}

fn table(
    package: &Package,
    resource: &Resource,
    rows: Option<u64>,
    folder: &str,
) -> impl IntoView + use<> {
    let fields = resource.schema.fields.iter().map(|field| {
        let rules = rules(resource, field).into_iter().map(|rule| view! { <li>{localize(rule)}</li> }).collect_view();
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
                " " <span class="resource-rows">{rows.map(|rows| localize(m!(PackageRows, rows = rows)))}</span>
            </summary>
            <p>{resource.description.clone()}</p>
            <p><a href=address download="">{localize(m!(PackageDownload, file = file))}</a></p>
            <div class="table-scroll" tabindex="0" role="group" aria-label=title>
                <table class="dictionary">
                    <thead><tr>
                        <th scope="col">{localize(m!(PackageField))}</th>
                        <th scope="col">{localize(m!(PackageType))}</th>
                        <th scope="col">{localize(m!(PackageMeaning))}</th>
                        <th scope="col">{localize(m!(PackageRules))}</th>
                    </tr></thead>
                    <tbody>{fields}</tbody>
                </table>
            </div>
            {snippets(package, resource)}
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
