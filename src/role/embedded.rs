//! Controls that stand inside the label of something else: they are told by their value (accname 1.2, step 2C).

use super::implicit::role;
use crate::element::{Element, Node};
use crate::redact::Raw;

/// Roles that a number tells.
const RANGES: &[&str] = &["meter", "progressbar", "scrollbar", "slider", "spinbutton"];

/// The control's value as text; `None` for what is no control.
pub(super) fn value_of<E: Element>(element: &E, own: &str) -> Option<Raw> {
    let native = matches!(element.tag().as_str(), "input" | "textarea" | "select" | "meter" | "progress");
    if RANGES.contains(&own) {
        return element
            .attribute("aria-valuetext")
            .or_else(|| element.attribute("aria-valuenow"))
            .or_else(|| if native { element.value_start() } else { Some(plain_text(element)) });
    }
    match own {
        "textbox" | "searchbox" if native => element.value_start(),
        "textbox" | "searchbox" => Some(plain_text(element)),
        "combobox" | "listbox" if element.tag() == "select" => Some(element.chosen_text()),
        "combobox" if native => element.value_start(),
        "combobox" | "listbox" => Some(
            chosen_option(element)
                .unwrap_or_else(|| if own == "combobox" { plain_text(element) } else { Raw::default() }),
        ),
        _ => None,
    }
}

/// The text of the chosen option of a list that the page made.
fn chosen_option<E: Element>(list: &E) -> Option<Raw> {
    list.children().into_iter().find_map(|node| match node {
        Node::Element(child) if role(&child) == "option" => {
            child.attribute("aria-selected").is_some_and(|on| on.is("true")).then(|| plain_text(&child))
        }
        Node::Element(child) => chosen_option(&child),
        Node::Text(_) => None,
    })
}

fn plain_text<E: Element>(element: &E) -> Raw {
    let mut out = Raw::default();
    for node in element.children() {
        match node {
            Node::Text(text) => out.push(&text),
            Node::Element(child) => out.push(&plain_text(&child)),
        }
    }
    out
}
