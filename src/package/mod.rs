//! A Frictionless Data Package with this project's field roles: what is published, before any row is read.
//!
//! Terms and rules: Data Package v2, Table Schema v2; roles: `docs/field-roles.md`.

mod catalog;
mod dashboard;
mod terms;
mod views;
mod check;
mod imported;
mod manifest;
mod open;
mod roles;
mod schema;
mod words;

pub use catalog::{
    Catalog, CatalogEntry, ExternalPlan, OverviewPlan, PayPlan, ProfilePlan, RatioPlan,
    RecordColumn, RecordPlan, Site, Surface, Version, WagePlan, Withdrawal, open_catalog,
};
pub use dashboard::{ColumnPlan, DashboardPlan, PanelMapping, PanelPlan, PanelQuery, TilePlan};
pub use imported::{Bare, Imported, NumberNotation, Sign};
pub use manifest::{
    DataOwner, License, Package, PackageArchive, PackageRoles, Resource, ResourceRole,
    ResourceRoles, SourceNote, StoryRoles,
};
pub use open::open;
pub use roles::{
    Adds, DefaultView, FieldRole, FieldRoles, KnownShare, Marker, MeasureName, OverTime, RateRoles,
};
pub use schema::{
    Constraints, Dialect, Field, FieldType, ForeignKey, MissingValue, NameList, Reference, Schema,
};
pub use terms::{Explained, Glossary, TermGroup, TermSource, open_terms};
pub use views::{Family, FamilyOf, PublishedView, Retired, Views, open_views};
