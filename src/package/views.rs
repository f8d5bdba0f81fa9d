//! `data/views.json`: views that the site has published under an address of their own. Once published,
//! a view keeps its identifier.

use crate::bytes::Source;
use crate::problem::{Fault, Problem, SourceLocation};
use serde::{Deserialize, Serialize};

/// The list of published views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Views {
    pub v: u32,
    pub views: Vec<PublishedView>,
    /// The identifier of the view that `embed/` without a name shows; the first where none is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    /// Former identifiers of views: their addresses show the view under its new identifier.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Retired>,
    /// Published charts of pages that exist for many keys.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub families: Vec<Family>,
}

/// A former identifier of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    pub id: String,
    /// Its new identifier.
    pub now: String,
}

/// The chart of wages on every page of one type, as published views.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// The identifier of each, with `{key}` where the page's own key comes.
    pub id: String,
    pub of: FamilyOf,
    /// The day they were published, `YYYY-MM-DD`.
    pub published: String,
}

/// Types of pages that exist for many keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FamilyOf {
    Grantee,
    /// A published wage with what the occupation pays.
    Figure,
    Industry,
    State,
}

/// A question with a lasting address.
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

/// The placeholder for a page's key in the identifier of a family.
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

/// Reads the list at `address`; two views with the same identifier are a fault.
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
