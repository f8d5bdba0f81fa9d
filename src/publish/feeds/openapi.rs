//! `openapi.json`: the static addresses of the site that programs read, according to OpenAPI 3.1.
//!
//! The site has no server that computes: every operation is a `GET` of a file. Folders with many files are one path
//! with a parameter, whose values are listed.

use super::{DATA, DATA_1_1, Described, MANIFEST, OPENAPI, ROBOTS, SITEMAP, SiteAddress, UPDATES};
use crate::locale::{Locale, Message};
use crate::m;
use crate::package::{Resource, Site};
use crate::site::Route;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Media types by the ending of a file.
const MEDIA: [(&str, &str); 10] = [
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("md", "text/markdown"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("xml", "application/xml"),
    ("atom", "application/atom+xml"),
    ("txt", "text/plain"),
    ("webmanifest", "application/manifest+json"),
];

/// One path: its name, its summary, its parameters with their values, and a file that it may name.
struct StaticPath {
    path: String,
    summary: Message,
    parameters: Vec<(&'static str, Vec<String>)>,
    media: String,
}

impl StaticPath {
    fn file(path: &str, summary: Message) -> Self {
        Self {
            path: format!("/{path}"),
            summary,
            parameters: Vec::new(),
            media: media(path).to_owned(),
        }
    }

    fn with(mut self, name: &'static str, values: Vec<String>) -> Self {
        self.parameters.push((name, values));
        self
    }
}

fn media(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = MEDIA.iter().find(|(known, _)| *known == ending);
    known.map_or("text/html", |(_, media)| media)
}

/// The document; `views` are the identifiers of published views.
pub fn openapi(
    address: &SiteAddress,
    site: &Site,
    packages: &[Described],
    views: &[String],
    locale: Locale,
) -> Value {
    let mut all = vec![
        StaticPath::file("data/catalog.json", m!(OpenapiCatalog)),
        StaticPath::file("data/views.json", m!(OpenapiViews)),
        StaticPath::file("data/terms.json", m!(OpenapiTerms)),
        StaticPath::file("version.json", m!(OpenapiVersion)),
        StaticPath::file(DATA, m!(OpenapiDcat)),
        StaticPath::file(DATA_1_1, m!(OpenapiDcat11)),
        StaticPath::file(UPDATES, m!(OpenapiUpdates)),
        StaticPath::file(SITEMAP, m!(OpenapiSitemap)),
        StaticPath::file(ROBOTS, m!(OpenapiRobots)),
        StaticPath::file(MANIFEST, m!(OpenapiWebmanifest)),
        StaticPath::file(OPENAPI, m!(OpenapiSelf)),
    ];
    for of in packages.iter().filter(|of| of.is_real()) {
        all.extend(package_paths(of));
    }
    // The path of one view, with the parameter in the place of its identifier.
    let folder = Route::Embed("{view}".to_owned()).path();
    let of_view = |file: &str, summary: Message| {
        StaticPath::file(&format!("{folder}{file}"), summary).with("view", views.to_vec())
    };
    all.extend([
        of_view("", m!(OpenapiEmbed)),
        of_view("oembed.json", m!(OpenapiOembed)),
        of_view("picture.svg", m!(OpenapiPicture)),
        of_view("picture.png", m!(OpenapiPicture)),
        of_view("card.png", m!(OpenapiCard)),
    ]);
    let mut paths = Map::new();
    for path in all {
        let value = path_item(&path, locale);
        paths.insert(path.path, value);
    }
    // Without a host of its own, the site names only its path.
    let host = match address.origin.as_str() {
        Site::NOWHERE => "",
        origin => origin,
    };
    let base = address.base.trim_end_matches('/');
    let server = match host.is_empty() && base.is_empty() {
        true => "/".to_owned(),
        false => format!("{host}{base}"),
    };
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": site.title,
            "version": env!("CARGO_PKG_VERSION"),
            "summary": locale.text(m!(OpenapiSummary)),
            "license": { "name": "CC0-1.0", "identifier": "CC0-1.0" }
        },
        "servers": [{ "url": server }],
        "paths": paths
    })
}

/// The manifest and the files of a package: of the newest version, and of each that is kept.
fn package_paths(of: &Described) -> Vec<StaticPath> {
    let name = &of.package.name;
    let versions = |all: bool| -> Vec<String> {
        let known = of.entry.versions.iter();
        let known = known.filter(|version| all || version.withdrawn.is_none());
        known.map(|version| version.version.clone()).collect()
    };
    let newest = format!("data/{name}/");
    let kept = format!("data/{name}/v/{{version}}/");
    let manifest = |folder: &str| {
        let summary = m!(OpenapiManifest, package = &of.package.title);
        StaticPath::file(&format!("{folder}datapackage.json"), summary)
    };
    let mut all = vec![
        manifest(&newest),
        // The manifest of a withdrawn version is kept, its files are not.
        manifest(&kept).with("version", versions(true)),
    ];
    for ((folder, ending), files) in folders(&of.package.resources) {
        let files: Vec<String> = files.into_iter().map(str::to_owned).collect();
        // A folder with one kind of file is one path.
        let path = format!("{folder}{{file}}.{ending}");
        let summary = || m!(OpenapiFiles, package = &of.package.title);
        all.push(
            StaticPath::file(&format!("{newest}{path}"), summary()).with("file", files.clone()),
        );
        all.push(
            StaticPath::file(&format!("{kept}{path}"), summary())
                .with("version", versions(false))
                .with("file", files),
        );
    }
    all
}

/// The names of the files of a package without their endings, by folder and ending.
fn folders(resources: &[Resource]) -> BTreeMap<(&str, &str), Vec<&str>> {
    let mut all: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for resource in resources {
        let cut = resource.path.rfind('/').map_or(0, |at| at + 1);
        let (folder, file) = resource.path.split_at(cut);
        let (name, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        all.entry((folder, ending)).or_default().push(name);
    }
    all
}

fn path_item(path: &StaticPath, locale: Locale) -> Value {
    let parameters = path.parameters.iter().map(|(name, values)| {
        json!({
            "name": name,
            "in": "path",
            "required": true,
            "schema": { "type": "string", "enum": values }
        })
    });
    let plain: String = path
        .path
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let schema = match path.media.as_str() {
        "application/json" => json!({ "type": ["object", "array"] }),
        _ => json!({ "type": "string" }),
    };
    json!({
        "get": {
            "operationId": format!("get{}", plain.trim_end_matches('_')),
            "summary": locale.text(path.summary.clone()),
            "parameters": parameters.collect::<Vec<Value>>(),
            "responses": {
                "200": {
                    "description": locale.text(m!(OpenapiFound)),
                    "content": { path.media.as_str(): { "schema": schema } }
                },
                "404": { "description": locale.text(m!(OpenapiNotFound)) }
            }
        }
    })
}
