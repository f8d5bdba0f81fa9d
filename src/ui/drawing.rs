//! A drawing as a view.
//!
//! Natively it is written as text. In the browser a prerendered drawing is hydrated unchanged:
//! nothing in it is compared or laid out again. A new drawing is created node by node,
//! without parsing text, as Trusted Types require.

use crate::paint::{Element, NAMESPACE};
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element as Node, Node as AnyNode};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::sync::Arc;

/// The result of drawing.
pub enum Drawn {
    Tree(Element),
    /// Already a DOM node: a chart with very many marks, on a canvas.
    #[cfg(target_arch = "wasm32")]
    Made(Node),
}

impl From<Element> for Drawn {
    fn from(element: Element) -> Self {
        Self::Tree(element)
    }
}

impl Drawn {
    /// As a DOM node.
    pub fn node(self) -> Node {
        match self {
            Self::Tree(element) => at_once(&element).unwrap_or_else(|| make(&element)),
            #[cfg(target_arch = "wasm32")]
            Self::Made(node) => node,
        }
    }
}

/// A drawing that is laid out only when needed, which it is not when a prerendered one is taken
/// over.
#[derive(Clone)]
pub struct Drawing(Arc<dyn Fn() -> Drawn + Send + Sync>);

impl Drawing {
    pub fn new<D: Into<Drawn>>(draw: impl Fn() -> D + Send + Sync + 'static) -> Self {
        Self(Arc::new(move || draw().into()))
    }

    fn node(&self) -> Node {
        (self.0)().node()
    }
}

/// A drawing in the page.
pub struct DrawingState(Node);

/// Creates the nodes in one call, where the page has the script for it.
#[cfg(target_arch = "wasm32")]
fn at_once(element: &Element) -> Option<Node> {
    let mut encoded = String::with_capacity(1 << 16);
    tell(element, &mut encoded);
    crate::browser::make_drawing(&encoded)
}

#[cfg(not(target_arch = "wasm32"))]
fn at_once(_: &Element) -> Option<Node> {
    None
}

/// Writes an element in the format that `public/svg.js` reads.
#[cfg(any(target_arch = "wasm32", test))]
fn tell(element: &Element, out: &mut String) {
    const BETWEEN: char = '\u{1}';
    let mut part = |text: &str| {
        match text.contains(BETWEEN) {
            true => out.extend(text.chars().filter(|c| *c != BETWEEN)),
            false => out.push_str(text),
        }
        out.push(BETWEEN);
    };
    part(element.name);
    part(&element.attributes.len().to_string());
    for (name, value) in &element.attributes {
        part(name);
        part(value);
    }
    part(element.text.as_deref().unwrap_or_default());
    part(&element.children.len().to_string());
    element.children.iter().for_each(|child| tell(child, out));
}

fn make(element: &Element) -> Node {
    let node = Rndr::create_element(element.name, Some(NAMESPACE));
    for (name, value) in &element.attributes {
        Rndr::set_attribute(&node, name, value);
    }
    if let Some(text) = &element.text {
        Rndr::insert_node(&node, &Rndr::create_text_node(text), None);
    }
    for child in &element.children {
        Rndr::insert_node(&node, &make(child), None);
    }
    node
}

impl Render for Drawing {
    type State = DrawingState;

    fn build(self) -> DrawingState {
        DrawingState(self.node())
    }

    fn rebuild(self, state: &mut DrawingState) {
        let node = self.node();
        if let Some(parent) = Rndr::get_parent(&state.0).and_then(Node::cast_from) {
            Rndr::insert_node(&parent, &node, Some(&state.0));
        }
        Rndr::remove(&state.0);
        state.0 = node;
    }
}

no_attrs!(Drawing);

impl RenderHtml for Drawing {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 4096;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        match (self.0)() {
            Drawn::Tree(element) => element.write(buf),
            // Canvases exist only in the browser.
            #[cfg(target_arch = "wasm32")]
            Drawn::Made(_) => {}
        }
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> DrawingState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        match Node::cast_from(cursor.current()) {
            Some(node) => DrawingState(node),
            // The page differs from the prerendered one: draw what should be here.
            None => self.build(),
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for DrawingState {
    fn unmount(&mut self) {
        Rndr::remove(&self.0);
    }

    fn mount(&mut self, parent: &Node, marker: Option<&AnyNode>) {
        Rndr::insert_node(parent, &self.0, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match Rndr::get_parent(&self.0).and_then(Node::cast_from) {
            Some(parent) => {
                child.mount(&parent, Some(&self.0));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<Node> {
        vec![self.0.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::*;

    #[test]
    fn a_drawing_is_told_in_one_text() {
        let drawing = Element {
            children: vec![Element {
                text: Some("a\u{1}b".into()),
                ..Element::new("text").with("x", "1")
            }],
            ..Element::new("svg").with("role", "list").with("class", "")
        };
        let mut encoded = String::new();
        tell(&drawing, &mut encoded);
        assert_eq!(
            encoded.replace('\u{1}', "|"),
            "svg|2|role|list|class|||1|text|1|x|1|ab|0|"
        );
    }

    #[test]
    fn a_drawing_is_written_as_it_is() {
        let drawing = Drawing::new(|| Element {
            children: vec![Element::new("path").with("d", "M0 0h1")],
            ..Element::new("svg").with("aria-label", "<&")
        });
        // `<!>` marks the end of a view.
        let html = view! { <p>{drawing}"after"</p> }
            .to_html()
            .replace("<!>", "");
        assert_eq!(
            html,
            "<p><svg aria-label=\"&lt;&amp;\"><path d=\"M0 0h1\"/></svg>after</p>"
        );
    }
}
