//! A Frictionless Data Package with our field roles: what is published, before any row is read.
//!
//! Terms and rules: Data Package v2, Table Schema v2; roles: `docs/field-roles.md`.

mod catalog;
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
    Catalog, CatalogEntry, ForeignPlan, OverviewPlan, PayPlan, ProfilePlan, RatioPlan,
    RecordColumn, RecordPlan, Site, Surface, Version, WagePlan, open_catalog,
};
pub use imported::{Bare, Imported, Sign, Style};
pub use manifest::{
    Kept, License, Package, PackageRoles, Resource, ResourceRole, ResourceRoles, SourceNote,
    StoryRoles, Whose,
};
pub use open::open;
pub use roles::{
    Adds, DefaultView, FieldRoles, Known, Marker, MeasureName, OverTime, RateRoles, Role,
};
pub use schema::{
    Constraints, Dialect, Field, FieldType, ForeignKey, MissingValue, Reference, Schema, Words,
};
pub use terms::{Explained, Glossary, TermGroup, TermSource, open_terms};
pub use views::{Family, FamilyOf, PublishedView, Retired, Views, open_views};
