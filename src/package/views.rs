//! `data/views.json`: views that the site has published under an address of their own. Once published,
//! a view keeps its identifier for ever.

use crate::bytes::Source;
use crate::problem::{Fault, Problem, SourceLocation};
use serde::{Deserialize, Serialize};

/// The list of published views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Views {
    pub v: u32,
    pub views: Vec<PublishedView>,
    /// The view that `embed/` alone shows, by identifier; the first where none is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// Identifiers that views had once: their addresses show the view as it is called now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Retired>,
    /// Charts of pages that there are many of, each published.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub families: Vec<Family>,
}

/// A name that a view had once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    pub id: String,
    /// What it is called now.
    pub now: String,
}

/// The chart of wages on every page of one sort that has one, as published views.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// The identifier of each, with `{key}` where the page's own key comes.
    pub id: String,
    pub of: FamilyOf,
    /// The day they were published, `YYYY-MM-DD`.
    pub published: String,
}

/// Pages that there are many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FamilyOf {
    Grantee,
    /// A published wage beside what the work pays.
    Figure,
    Industry,
    State,
}

/// A question with an address that lasts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishedView {
    /// The last part of its address.
    pub id: String,
    /// The day it was published, `YYYY-MM-DD`.
    pub published: String,
    /// The question as the query part of an address, with every choice written out.
    pub query: String,
    /// A title other than the one made from the answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
}

/// Where the key of a page comes in the identifier of a family.
const KEY: &str = "{key}";

impl Views {
    /// The view that the page with this key shows, asking `query`.
    pub fn member(&self, of: FamilyOf, key: &str, query: String) -> Option<PublishedView> {
        let family = self.families.iter().find(|family| family.of == of)?;
        Some(PublishedView {
            id: family.id.replace(KEY, &key.to_ascii_lowercase()),
            published: family.published.clone(),
            query,
            title: String::new(),
        })
    }
}

/// Reads the list at `address`; two views of one identifier are a fault.
pub async fn open_views<S: Source>(source: &S, address: &str) -> Result<Views, Problem> {
    let bytes = source.read(address).await?;
    let problem =
        |detail: String| Problem::new(SourceLocation::file(address), Fault::NotJson { detail });
    let views: Views =
        serde_json::from_slice(&bytes).map_err(|error| problem(error.to_string()))?;
    let plain = |id: &str| {
        !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    for (at, view) in views.views.iter().enumerate() {
        let is_twice = views.views[..at].iter().any(|other| other.id == view.id);
        if is_twice || !plain(&view.id) {
            return Err(problem(format!(
                "“{}” is no identifier of a view, or stands there twice; use small letters, digits and hyphens",
                view.id
            )));
        }
    }
    for old in &views.retired {
        if !plain(&old.id) || views.views.iter().any(|view| view.id == old.id) {
            return Err(problem(format!(
                "“{}” is retired and cannot be the identifier of a view again; use small letters, digits and hyphens",
                old.id
            )));
        }
    }
    for family in &views.families {
        if family.id.matches(KEY).count() != 1 || !plain(&family.id.replace(KEY, "key")) {
            return Err(problem(format!(
                "“{}” is no identifier of a family: it has {KEY} once, else small letters, digits and hyphens",
                family.id
            )));
        }
    }
    Ok(views)
}
