//! `data/views.json`: views that the site has published under an address of their own. Once published,
//! a view keeps its identifier for ever.

use crate::bytes::Source;
use crate::problem::{Fault, Place, Problem};
use serde::{Deserialize, Serialize};

/// The list of published views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Views {
    pub v: u32,
    pub views: Vec<PublishedView>,
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

/// Reads the list at `address`; two views of one identifier are a fault.
pub async fn open_views<S: Source>(source: &S, address: &str) -> Result<Views, Problem> {
    let bytes = source.read(address).await?;
    let problem = |detail: String| Problem::new(Place::file(address), Fault::NotJson { detail });
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
    Ok(views)
}
