//! Layer 3: what the page's markers and the field rules say of an element's text.

use crate::element::Element;
use crate::redact::{EntityType, Field, Marker, on_element, secret};
use crate::role::accessible_name;

/// The strictest privacy marker on the element or on anything around it.
pub fn privacy_of<E: Element>(element: &E) -> Option<Marker> {
    let mut strictest = None;
    let mut inner = Some(element.clone());
    while let Some(from) = inner {
        inner = match from.marked() {
            Some(marked) => {
                strictest = strictest.max(on_element(|name| marked.attribute(name)));
                marked.parent()
            }
            None => from.host(),
        };
    }
    strictest
}

/// The entity type of a field whose value is never recorded.
pub fn secret_of<E: Element>(field: &E) -> Option<EntityType> {
    // Its label counts even where a marker keeps the label's text from being told.
    let mut names = vec![accessible_name(field)];
    names.extend(["name", "id", "aria-label", "placeholder", "title"].iter().filter_map(|name| field.attribute(name)));
    secret(&Field {
        kind: field.attribute("type"),
        autocomplete: field.attribute("autocomplete"),
        names,
        was_password: field.was_password(),
    })
}
