//! Keys that act: Enter, Escape, Tab, shortcuts, and arrows where they move through a widget.

use super::{EventContext, Recording, StepRevision};
use crate::element::Element;
use crate::redact::Raw;
use crate::role::role;
use crate::trace::{Action, Modifier};

/// Keys that act wherever they are pressed.
const ACTING: &[&str] = &["Enter", "Escape", "Tab", "F1", "F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10"];
/// Keys that act in the widgets of [`WIDGETS`], and only scroll or move a caret elsewhere.
const MOVING: &[&str] =
    &["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Delete", "End", "Home", "PageDown", "PageUp"];
/// Keys that are held for another, or that write in parts.
const HELD: &[&str] = &["Alt", "Control", "Meta", "Shift", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"];
/// Roles whose widgets arrows move through (ARIA Authoring Practices, keyboard interaction). Native controls are not among
/// them where their change event tells the new value.
const WIDGETS: &[&str] = &[
    "combobox",
    "grid",
    "gridcell",
    "listbox",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "row",
    "scrollbar",
    "separator",
    "slider",
    "spinbutton",
    "tab",
    "tablist",
    "toolbar",
    "tree",
    "treegrid",
    "treeitem",
];

impl<E: Element> Recording<E> {
    pub(super) fn key_down(
        &mut self,
        on: &E,
        key: &Raw,
        modifiers: Vec<Modifier>,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let text = key.expose();
        let acting = ACTING.contains(&text) && !writes_a_line(on, text);
        let moving = MOVING.contains(&text) && moves(on);
        self.space_pressed = text == " ";
        self.pending_press = None;
        // With Alt alone a Mac writes another sign, which may be one of a password.
        let writes = modifiers.iter().all(|held| matches!(held, Modifier::Alt | Modifier::Shift))
            && takes_text(on)
            && text.chars().count() == 1;
        let shortcut = modifiers.iter().any(|held| *held != Modifier::Shift) && !HELD.contains(&text) && !writes;
        if !shortcut && !acting && !moving {
            return None;
        }
        let key = self.redactor.key(key);
        self.with_target(on, Action::KeyDown { key, modifiers }, context)
    }
}

/// True where the element is a widget that arrows move through, and not a native control that tells its own change.
fn moves<E: Element>(on: &E) -> bool {
    let native = matches!(on.tag().as_str(), "input" | "select" | "textarea");
    let opens_a_list = on.attribute("aria-expanded").is_some() || on.attribute("aria-controls").is_some();
    WIDGETS.contains(&role(on)) && (!native || opens_a_list)
}

/// True for an element into which text is written.
pub(super) fn takes_text<E: Element>(on: &E) -> bool {
    matches!(on.tag().as_str(), "input" | "textarea") || on.editable()
}

/// True where the key writes into the field, so that the field's value tells it.
pub(super) fn writes_a_line<E: Element>(on: &E, key: &str) -> bool {
    key == "Enter" && (on.tag() == "textarea" || on.editable())
}
