//! Leaves out of a drawing what only a page understands: classes, what is spoken at each mark, what
//! can be touched.

use crate::paint::{Element, class};
use crate::scene::Role;

/// Attributes that say nothing in a file of its own. The whole has a title and a description.
const OF_PAGES: [&str; 6] = [
    "class",
    "role",
    "aria-label",
    "aria-hidden",
    "data-row",
    "pointer-events",
];

/// The drawing as it stands in a file of its own.
pub fn plain(mut element: Element) -> Element {
    element.children.retain(|child| !is_unseen(child));
    element.children = element.children.into_iter().map(plain).collect();
    element
        .attributes
        .retain(|(name, _)| !OF_PAGES.contains(name));
    element
}

fn is_unseen(element: &Element) -> bool {
    element.attribute("class") == Some(class(Role::Hit))
}
