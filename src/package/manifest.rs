//! The content of `datapackage.json`.

use super::dashboard::DashboardPlan;
use super::roles::{DefaultView, KnownShare};
use super::schema::{Dialect, Field, Schema};
use crate::bytes::join;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is published under one name and version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Package {
    pub name: String,
    pub title: String,
    pub description: String,
    pub version: String,
    /// The day this version was made; Data Package `created`.
    pub created: String,
    /// Words to find the package by; Data Package `keywords`.
    pub keywords: Vec<String>,
    pub licenses: Vec<License>,
    pub sources: Vec<SourceNote>,
    pub resources: Vec<Resource>,
    pub outcomes: PackageRoles,
    /// Where the manifest was read from; addresses of resources are relative to it.
    #[serde(skip)]
    pub address: String,
    /// Where the site that publishes it stores it; unknown for external packages.
    #[serde(skip)]
    pub kept: PackageArchive,
    /// The version that an address named; an address that names none follows the newest.
    #[serde(skip)]
    pub at: Option<String>,
    /// Whose it is, where the site does not publish it.
    #[serde(skip)]
    pub whose: Option<DataOwner>,
    /// Codes of measures in tables that this package leaves out ([`Package::narrowed`]). A measure that
    /// shares such a code keeps the name that it has in the whole package.
    #[serde(skip)]
    pub codes_left_out: Vec<String>,
}

/// Whose a package is that the site does not publish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataOwner {
    /// It was read from this address, of this host.
    Host { host: String, address: String },
    /// It was read from files on the reader's own machine.
    Files,
}

/// Where a site stores a package, so that a number can be traced to its row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PackageArchive {
    /// The folder of this version, below the base of the site, with a slash at its end.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// Each of its published figures has a page.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub has_pages: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct License {
    pub name: Option<String>,
    pub path: Option<String>,
    pub title: Option<String>,
}

impl License {
    /// What it is called: its title, else its short name.
    pub fn name(&self) -> &str {
        let name = self.title.as_deref().or(self.name.as_deref());
        name.unwrap_or_default()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceNote {
    pub title: Option<String>,
    pub path: Option<String>,
}

/// The `outcomes` property of the package.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PackageRoles {
    pub v: u32,
    pub illustrative: bool,
    pub default: DefaultView,
    pub coverage: Vec<KnownShare>,
    pub stories: StoryRoles,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dashboard: Option<DashboardPlan>,
}

/// What the stories of a package are about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoryRoles {
    /// The dimension whose code each story names in its front matter, such as `grantee_id`.
    pub about: String,
}

/// One file of a package.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resource {
    pub name: String,
    pub path: String,
    /// Further files whose rows follow those of the first: `path` as a list.
    pub parts: Vec<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub bytes: Option<u64>,
    pub hash: Option<String>,
    pub dialect: Dialect,
    /// How the letters of its file are kept as bytes, where the manifest says so.
    pub encoding: Option<String>,
    /// As written: the schema itself, or the path of a file that holds it.
    #[serde(rename = "schema")]
    pub(super) written_schema: SchemaOrPath,
    /// The schema, once read.
    #[serde(skip)]
    pub schema: Schema,
    pub outcomes: ResourceRoles,
    /// How its file is read, where that was worked out from the file.
    #[serde(skip)]
    pub imported: Option<super::Imported>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum SchemaOrPath {
    Path(String),
    Inline(Box<Schema>),
}

impl Default for SchemaOrPath {
    fn default() -> Self {
        Self::Inline(Box::default())
    }
}

/// The `outcomes` property of a resource.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResourceRoles {
    pub role: Option<ResourceRole>,
    pub grain: Option<String>,
    /// The whole that this slice is a part of.
    pub slice_of: Option<String>,
    /// The equality that selects the slice.
    #[serde(rename = "where")]
    pub selects: BTreeMap<String, String>,
    /// The table whose published totals these are.
    pub margin_of: Option<String>,
    /// What the rows are called where they can be counted: the title of a measure `rows`.
    pub rows: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResourceRole {
    Facts,
    Figures,
    Codes,
    Bridge,
    Sources,
    Measures,
    Definitions,
    Notes,
    Slice,
    /// A story in Markdown: no table.
    Story,
    /// A picture that a story shows: no table.
    Picture,
}

impl ResourceRole {
    /// Whether the file is a table.
    pub fn is_table(self) -> bool {
        !matches!(self, Self::Story | Self::Picture)
    }
}

impl Resource {
    pub fn role(&self) -> ResourceRole {
        self.outcomes.role.unwrap_or(ResourceRole::Notes)
    }

    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.name)
    }

    /// The file with the schema, where the schema is not in the manifest.
    pub fn schema_path(&self) -> Option<&str> {
        match &self.written_schema {
            SchemaOrPath::Path(path) => Some(path),
            SchemaOrPath::Inline(_) => None,
        }
    }

    /// The first field with this role.
    pub fn with_role(&self, role: super::FieldRole) -> Option<&Field> {
        self.schema
            .fields
            .iter()
            .find(|field| field.outcomes.role == Some(role))
    }
}

impl Package {
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    pub fn of_role(&self, role: ResourceRole) -> impl Iterator<Item = &Resource> {
        self.resources
            .iter()
            .filter(move |resource| resource.role() == role)
    }

    /// The package with one wide table alone and the code lists that it needs. Where a slice holds all
    /// rows that the filters select, it takes the place of the whole.
    pub fn narrowed(&self, table: &str, filters: &BTreeMap<String, Vec<String>>) -> Self {
        let selects = |slice: &&Resource| {
            let roles = &slice.outcomes;
            let is_chosen = |(field, value): (&String, &String)| {
                filters
                    .get(field)
                    .is_some_and(|chosen| chosen.as_slice() == [value.clone()])
            };
            roles.slice_of.as_deref() == Some(table)
                && !roles.selects.is_empty()
                && roles.selects.iter().all(is_chosen)
        };
        let slice = self.of_role(ResourceRole::Slice).find(selects);
        let narrow = |resource: &Resource| match resource.role() {
            ResourceRole::Facts if resource.name != table => None,
            ResourceRole::Facts => Some(slice.map_or_else(
                || resource.clone(),
                |slice| Resource {
                    path: slice.path.clone(),
                    bytes: slice.bytes,
                    hash: slice.hash.clone(),
                    ..resource.clone()
                },
            )),
            ResourceRole::Slice | ResourceRole::Story | ResourceRole::Picture => None,
            _ => Some(resource.clone()),
        };
        Self {
            resources: self.resources.iter().filter_map(narrow).collect(),
            ..self.clone()
        }
    }

    /// The address of a resource's file.
    pub fn address_of(&self, resource: &Resource) -> String {
        join(&self.address, &resource.path)
    }
}
