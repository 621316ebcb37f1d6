//! The name that HTML itself gives an element (HTML-AAM 1.0, section 4.1): alt, value of a
//! button, legend, caption, title of svg.

use crate::element::{Element, Node};
use crate::redact::Raw;

/// Inputs that are buttons, the attribute that names them, and the browser's own word where it is absent.
const BUTTONS: &[(&str, &str, &str)] =
    &[("button", "value", ""), ("image", "alt", "Submit"), ("reset", "value", "Reset"), ("submit", "value", "Submit")];

/// Elements that a child of another tag names. HTML-AAM has `figure` among them; Chromium (156) does not.
const BY_CHILD: &[(&str, &str)] = &[("fieldset", "legend"), ("svg", "title"), ("table", "caption")];

/// The name, if HTML gives one; `content` is the text alternative of a child's content.
pub(super) fn native_name<E: Element>(element: &E, role: &str, mut content: impl FnMut(&E) -> Raw) -> Option<Raw> {
    let tag = element.tag();
    if matches!(tag.as_str(), "img" | "area") {
        return element.attribute("alt")?.filled();
    }
    if tag == "input" {
        let kind = element.attribute("type")?;
        let &(_, attribute, own) = BUTTONS.iter().find(|(word, ..)| kind.is(word))?;
        return match element.attribute(attribute) {
            Some(text) => text.filled(),
            None => element.attribute("title").and_then(Raw::filled).or_else(|| Raw::new(own).filled()),
        };
    }
    let &(_, inner) = BY_CHILD.iter().find(|(outer, _)| *outer == tag)?;
    if role == "presentation" || role == "none" {
        return None;
    }
    element.children().into_iter().find_map(|node| match node {
        Node::Element(child) if child.tag() == inner => content(&child).filled(),
        _ => None,
    })
}
