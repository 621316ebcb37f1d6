//! What the pointer stood on when it revealed what is pressed next: a menu that opens by hovering.

use super::retarget::contains;
use crate::element::Element;

/// An element that the pointer came over since the last press or key.
pub struct Hovered<E> {
    /// The innermost element.
    pub on: E,
    /// It still is in the page.
    pub connected: bool,
    /// What is pressed now stood beside it or below it, and was not to be seen, before the page's own listeners ran.
    pub pressed_was_hidden: bool,
    /// What is pressed now stands behind what was the last of the page then: it was added since.
    pub pressed_is_new: bool,
}

/// What revealed the pressed element; `None` where it was there all along. `hovered`: the newest last. `shown_by_style` finds the nearest
/// box around the pressed element that a style sheet shows only while something else is hovered.
pub fn revealed_by<E: Element>(
    pressed: &E,
    mut hovered: Vec<Hovered<E>>,
    shown_by_style: impl FnOnce() -> Option<E>,
) -> Option<E> {
    let reveals = |hovered: &Hovered<E>| {
        (hovered.pressed_was_hidden || hovered.pressed_is_new)
            && hovered.on != *pressed
            && !matches!(hovered.on.tag().as_str(), "body" | "html")
    };
    if let Some(at) = hovered.iter().rposition(reveals) {
        let Hovered { on, connected, .. } = hovered.swap_remove(at);
        return connected.then_some(on);
    }
    let shown = shown_by_style()?;
    hovered.into_iter().rev().map(|hovered| hovered.on).find(|on| !contains(&shown, on))
}
