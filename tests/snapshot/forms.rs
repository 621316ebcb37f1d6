//! Values, options and labels of a snapshot's fields, as HTML has them.

use super::tree::{Id, Tree};

/// What a label can be for (https://html.spec.whatwg.org/#category-label).
const LABELABLE: &[&str] = &["button", "input", "meter", "output", "progress", "select", "textarea"];
/// Those with a value.
const FIELDS: &[&str] = &["button", "input", "output", "select", "textarea"];

pub fn is_field(tree: &Tree, id: Id) -> bool {
    FIELDS.contains(&tree.element(id).tag.as_str())
}

/// `value` of a field, and of other elements `innerText`; none of what is in a drawing.
pub fn value(tree: &Tree, id: Id) -> Option<String> {
    let element = tree.element(id);
    let written = || match element.tag.as_str() {
        "select" => chosen(tree, id).into_iter().next().map(|option| option_value(tree, option)).unwrap_or_default(),
        "textarea" | "output" => tree.text(id),
        "button" | "input" => element.attribute("value").unwrap_or_default().to_owned(),
        // Only its ends are asked for, and the snapshot has those that are drawn with white space.
        _ => element.drawn.clone().unwrap_or_else(|| collapsed(&tree.text(id))),
    };
    element.is_html.then(|| element.value.clone().unwrap_or_else(written))
}

/// The chosen options of a select.
pub fn chosen(tree: &Tree, id: Id) -> Vec<Id> {
    if tree.element(id).tag != "select" {
        return Vec::new();
    }
    let is_chosen = |&one: &Id| tree.element(one).tag == "option" && tree.element(one).selected;
    tree.all(id).into_iter().filter(is_chosen).collect()
}

pub fn option_text(tree: &Tree, id: Id) -> String {
    collapsed(&tree.text(id))
}

pub fn option_value(tree: &Tree, id: Id) -> String {
    tree.element(id).attribute("value").map_or_else(|| option_text(tree, id), str::to_owned)
}

/// The labels of a control, in order.
pub fn labels(tree: &Tree, id: Id) -> Vec<Id> {
    if !is_field(tree, id) {
        return Vec::new();
    }
    tree.all(tree.root(id)).into_iter().filter(|&one| labelled(tree, one) == Some(id)).collect()
}

/// The control of a label.
pub fn labelled(tree: &Tree, id: Id) -> Option<Id> {
    let element = tree.element(id);
    if element.tag != "label" {
        return None;
    }
    match element.attribute("for") {
        Some(wanted) => tree.by_id(tree.root(id), wanted).filter(|&control| is_labelable(tree, control)),
        None => tree.all(id).into_iter().find(|&control| is_labelable(tree, control)),
    }
}

fn is_labelable(tree: &Tree, id: Id) -> bool {
    let element = tree.element(id);
    let hidden =
        element.tag == "input" && element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
    element.form_associated || (LABELABLE.contains(&element.tag.as_str()) && !hidden)
}

fn collapsed(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
