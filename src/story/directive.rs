//! Directives that insert figures, pictures and other stories, each on a line of its own:
//!
//! ```text
//! ::view measure=people_placed&by=grantee_id | A caption
//! ::view awards-by-state
//! ::figure miami-tech-works-people-placed-472 | A caption
//! ::picture graduates.jpg | What it shows | Whose it is
//! ::partnership
//! ::story hampton-roads
//! ```

use super::is_plain;
use crate::problem::{StoryFault, nearest};

/// A directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Directive {
    /// A published view, by name.
    View { id: String, caption: String },
    /// A question in the format of Explore's address.
    Ask { query: String, caption: String },
    /// One published figure.
    Figure { claim: String, caption: String },
    /// A picture stored in the package.
    Picture {
        name: String,
        alt: String,
        credit: String,
    },
    /// What has been published about the grantee's own partnership, stage by stage.
    Partnership,
    /// A card of another story.
    Story { id: String },
}

const NAMES: [&str; 5] = ["view", "figure", "picture", "partnership", "story"];
/// The allowed extensions of pictures.
const PICTURES: [&str; 5] = [".jpg", ".jpeg", ".png", ".webp", ".avif"];

impl Directive {
    /// Reads a paragraph that begins with `::`.
    pub(super) fn read(text: &str) -> Result<Self, StoryFault> {
        let text = text.trim().trim_start_matches(':');
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let mut parts = rest.split('|').map(|part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            words.join(" ")
        });
        let mut next = || parts.next().unwrap_or_default();
        let (first, second, third) = (next(), next(), next());
        let lacks = |lacks: &str| StoryFault::DirectiveLacks {
            directive: name.to_owned(),
            lacks: lacks.to_owned(),
        };
        match name {
            "view" if first.is_empty() => Err(lacks("view")),
            "view" if first.contains('=') => Ok(Self::Ask {
                query: first.trim_start_matches('?').to_owned(),
                caption: second,
            }),
            "view" => Ok(Self::View {
                id: first,
                caption: second,
            }),
            "figure" if first.is_empty() => Err(lacks("claim")),
            "figure" => Ok(Self::Figure {
                claim: first,
                caption: second,
            }),
            "picture" if first.is_empty() => Err(lacks("name")),
            "picture" if !is_picture_name(&first) => Err(StoryFault::PictureName { found: first }),
            "picture" if second.is_empty() => Err(lacks("alt")),
            "picture" if third.is_empty() => Err(lacks("credit")),
            "picture" => Ok(Self::Picture {
                name: first,
                alt: second,
                credit: third,
            }),
            "partnership" => Ok(Self::Partnership),
            "story" if first.is_empty() => Err(lacks("story")),
            "story" => Ok(Self::Story { id: first }),
            other => Err(StoryFault::UnknownDirective {
                near: nearest(other, NAMES),
                found: other.chars().take(40).collect(),
            }),
        }
    }
}

/// Whether a name is a plain picture name without a folder, so that it cannot refer to a file
/// outside of the folder of pictures.
pub(super) fn is_picture_name(name: &str) -> bool {
    let stem = PICTURES.iter().find_map(|ending| name.strip_suffix(ending));
    stem.is_some_and(is_plain)
}
