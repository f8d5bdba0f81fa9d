//! Removes from a drawing what only a page uses: classes, the accessible names of marks, touch
//! areas.

use crate::paint::{Element, class};
use crate::scene::Role;

/// Attributes with no meaning in a separate file. The whole picture has a title and a description.
const OF_PAGES: [&str; 6] = [
    "class",
    "role",
    "aria-label",
    "aria-hidden",
    "data-row",
    "pointer-events",
];

/// The drawing for a separate file.
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
