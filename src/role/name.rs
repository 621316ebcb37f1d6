//! The accessible name, after W3C accname 1.2: labelledby, label, host language, content, title, placeholder.

use super::implicit::role;
use crate::element::{Element, Node};
use crate::redact::Raw;

/// Roles whose name comes from their content (ARIA 1.2, section 5.2.8.6).
const FROM_CONTENT: &[&str] = &[
    "button",
    "cell",
    "checkbox",
    "columnheader",
    "gridcell",
    "heading",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "row",
    "rowheader",
    "switch",
    "tab",
    "tooltip",
    "treeitem",
];

/// How deep content is followed; deeper pages are made to hurt, not to be read.
const DEEPEST: u32 = 64;

/// The element's accessible name, white space collapsed; blank where it has none.
pub fn accessible_name<E: Element>(element: &E) -> Raw {
    own_name(element, true).collapsed()
}

fn own_name<E: Element>(element: &E, follow_ids: bool) -> Raw {
    if follow_ids && let Some(name) = by_ids(element) {
        return name;
    }
    let content = || {
        if FROM_CONTENT.contains(&role(element)) { Some(text_of(element, 0)) } else { None }
    };
    filled(element.attribute("aria-label"))
        .or_else(|| host_language(element))
        .or_else(|| filled(content()))
        .or_else(|| filled(element.attribute("title")))
        .or_else(|| filled(element.attribute("placeholder")))
        .or_else(|| filled(element.attribute("aria-placeholder")))
        .unwrap_or_default()
}

fn filled(text: Option<Raw>) -> Option<Raw> {
    text.filter(|text| !text.is_blank())
}

fn by_ids<E: Element>(element: &E) -> Option<Raw> {
    let ids = element.attribute("aria-labelledby")?;
    let mut name = Raw::default();
    for labeller in ids.tokens().filter_map(|id| element.by_id(&id)) {
        let own = own_name(&labeller, false);
        name.push(&if own.is_blank() { text_of(&labeller, 0) } else { own });
        name.push_space();
    }
    filled(Some(name))
}

/// The name that HTML itself gives: labels, value of a button, alt, legend, caption.
fn host_language<E: Element>(element: &E) -> Option<Raw> {
    let mut labels = Raw::default();
    for label in element.labels() {
        labels.push(&filled(label.attribute("aria-label")).unwrap_or_else(|| label_text(&label, element)));
        labels.push_space();
    }
    if !labels.is_blank() {
        return Some(labels);
    }
    let kind_is = |kinds: &[&str]| element.attribute("type").is_some_and(|kind| kinds.iter().any(|word| kind.is(word)));
    match element.tag().as_str() {
        "input" if kind_is(&["image"]) => filled(element.attribute("alt")).or(Some(Raw::new("Submit"))),
        "input" if kind_is(&["submit"]) => filled(element.attribute("value")).or(Some(Raw::new("Submit"))),
        "input" if kind_is(&["reset"]) => filled(element.attribute("value")).or(Some(Raw::new("Reset"))),
        "input" if kind_is(&["button"]) => filled(element.attribute("value")),
        "img" | "area" => filled(element.attribute("alt")),
        "fieldset" => first_child_text(element, "legend"),
        "table" => first_child_text(element, "caption"),
        "figure" => first_child_text(element, "figcaption"),
        "svg" => first_child_text(element, "title"),
        _ => None,
    }
}

fn first_child_text<E: Element>(element: &E, tag: &str) -> Option<Raw> {
    element.children().into_iter().find_map(|node| match node {
        Node::Element(child) if child.tag() == tag => filled(Some(text_of(&child, 0))),
        _ => None,
    })
}

/// A label's text without the value of the control that it wraps.
fn label_text<E: Element>(label: &E, control: &E) -> Raw {
    let mut out = Raw::default();
    add_children(label, Some(control), 0, &mut out);
    out
}

/// The text alternative of the element's content.
fn text_of<E: Element>(element: &E, depth: u32) -> Raw {
    let mut out = Raw::default();
    add_children(element, None, depth, &mut out);
    out
}

fn add_children<E: Element>(element: &E, skip: Option<&E>, depth: u32, out: &mut Raw) {
    if depth > DEEPEST {
        return;
    }
    for node in element.children() {
        match node {
            Node::Text(text) => out.push(&text),
            Node::Element(child) if Some(&child) == skip || child.hidden() => {}
            Node::Element(child) => add_child(&child, skip, depth, out),
        }
    }
}

/// Elements that stand in a line of text; any other separates words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u", "var", "slot",
];

fn add_child<E: Element>(child: &E, skip: Option<&E>, depth: u32, out: &mut Raw) {
    let tag = child.tag();
    let inline = INLINE.contains(&tag.as_str());
    if !inline {
        out.push_space();
    }
    let given = filled(child.attribute("aria-label")).or_else(|| host_language(child));
    match given {
        Some(name) => out.push(&name),
        None if matches!(tag.as_str(), "script" | "style" | "template" | "noscript") => {}
        None if matches!(tag.as_str(), "input" | "textarea" | "select") => {}
        None => add_children(child, skip, depth + 1, out),
    }
    if !inline {
        out.push_space();
    }
}
