//! What was meant when something inside a control was hit: the icon's button, the label's control, the editor.

use crate::element::Element;

/// Elements that a person means when they hit something inside them.
const CONTROLS: &str = "button,a:not([name]),input,select,textarea,summary,label,option,[role=button],[role=checkbox],\
    [role=radio],[role=link],[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=tab],\
    [role=switch],[role=treeitem],[contenteditable=''],[contenteditable=true],[contenteditable=plaintext-only]";

/// What a person means when they hit anything inside it that is no control: a header that says by what its column is sorted, though
/// it may hold a button for a menu or a filter.
const SORTED: &str = "[aria-sort]";
/// What else a person means when they hit something inside it, where it holds no control: a row that takes the focus, a cell.
const PARTS: &[&str] = &[
    "tr[tabindex='0'],li[tabindex='0'],[role=row][tabindex='0'],[role=listitem][tabindex='0']",
    "th,td,[role=columnheader],[role=rowheader],[role=gridcell],[role=cell]",
];

/// The control that a hit on `element` is meant for, or the cell or row; the element itself where there is none.
pub(super) fn control_of<E: Element>(element: &E) -> E {
    let control = nearest_control(element);
    if control != *element || element.matches(CONTROLS) || element.editable() {
        return control;
    }
    let part =
        || PARTS.iter().find_map(|css| element.closest(css)).filter(|part| part.inside(CONTROLS_OR_TABLE).is_none());
    element.closest(SORTED).or_else(part).unwrap_or(control)
}

fn nearest_control<E: Element>(element: &E) -> E {
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

/// A box of so many CSS pixels or less, along either axis, is hidden from all but screen readers.
const HIDDEN_SIZE: i32 = 2;
/// A cell with one of these is more than what is hit in it.
const CONTROLS_OR_TABLE: &str = "button,a,input,select,textarea,label,[role=button],table";

/// True for a control that does the same wherever it is pressed.
pub(super) fn is_pressed_as_a_whole<E: Element>(element: &E) -> bool {
    element.matches(CONTROLS) && !is_field(element)
}

/// The label that was pressed of a box or radio that itself is not to be seen: a page draws another in its place.
pub(super) fn label_acted_on<E: Element>(pressed: &E, control: &E) -> Option<E> {
    let label = pressed.closest("label").filter(|label| label != control && control.tag() == "input")?;
    let [_, _, width, height] = control.bounds();
    (!control.rendered() || width <= HIDDEN_SIZE || height <= HIDDEN_SIZE).then_some(label)
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
