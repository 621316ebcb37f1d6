//! What was meant when something inside a control was hit: the icon's button, the label's control.

use crate::element::Element;

/// Elements that a person means when they hit something inside them.
const CONTROLS: &str = "button,a[href],input,select,textarea,summary,label,option,[role=button],[role=checkbox],\
    [role=radio],[role=link],[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=tab],\
    [role=switch],[role=treeitem],[contenteditable=''],[contenteditable=true]";

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
