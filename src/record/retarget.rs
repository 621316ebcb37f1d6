//! What was meant when something inside a control was hit: the icon's button, the label's control, the editor.

use crate::element::Element;

/// Elements that a person means when they hit something inside them.
const CONTROLS: &str = "button,a:not([name]),input,select,textarea,summary,label,option,[role=button],[role=checkbox],\
    [role=radio],[role=link],[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=tab],\
    [role=switch],[role=treeitem],[contenteditable=''],[contenteditable=true],[contenteditable=plaintext-only]";

/// The control that a hit on `element` is meant for; the element itself where there is none.
pub(super) fn control_of<E: Element>(element: &E) -> E {
    let mut inner = element.clone();
    loop {
        if let Some(control) = inner.closest(CONTROLS) {
            return match control.tag().as_str() {
                "label" => control.labelled().unwrap_or_else(|| element.clone()),
                _ => control,
            };
        }
        match inner.host() {
            Some(host) => inner = host,
            None => return element.clone(),
        }
    }
}

/// True for an element whose value a person sets by hand.
pub(super) fn is_field<E: Element>(element: &E) -> bool {
    matches!(element.tag().as_str(), "input" | "textarea" | "select") || element.editable()
}

/// The field itself, or the outermost element of the editor that holds the caret.
pub(super) fn editing_host<E: Element>(on: &E) -> E {
    let mut host = on.clone();
    if !host.editable() {
        return host;
    }
    while let Some(parent) = host.parent().filter(Element::editable) {
        host = parent;
    }
    host
}

/// True for an element inside `outer`, in its shadow trees too, and for itself.
pub(super) fn contains<E: Element>(outer: &E, inner: &E) -> bool {
    core::iter::successors(Some(inner.clone()), E::parent).any(|one| one == *outer)
}
