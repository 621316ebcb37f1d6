//! DOM events as events of the core: one row an event type.

use super::element::PageElement;
use super::page::{self, DispatchedEvent};
use crate::record::PageEvent;
use crate::redact::Raw;
use crate::trace::{Action, Button, Modifier, Via};

/// The event types that are listened for; `urlchange` stands for the Navigation API and its forerunners.
pub(super) const TYPES: &[&str] = &[
    "hover",
    "pointerdown",
    "pointerup",
    "click",
    "auxclick",
    "dragstart",
    "drop",
    "dragend",
    "input",
    "change",
    "focusout",
    "keydown",
    "submit",
    "scroll",
    "urlchange",
    "wheel",
    "copy",
    "cut",
    "paste",
    "download",
    "frame",
    "resize",
    "gap",
];

/// Bits of `page::numbers` that say which keys are held.
const HELD: &[(i32, Modifier)] =
    &[(1, Modifier::Alt), (2, Modifier::Control), (4, Modifier::Meta), (8, Modifier::Shift)];
/// The bit that marks a key as part of a composition, or as repeated by being held.
const NOT_A_PRESS: i32 = 16;

/// Buttons in the order of `MouseEvent.button`.
const BUTTONS: &[Button] = &[Button::Primary, Button::Auxiliary, Button::Secondary, Button::Back, Button::Forward];

/// A button that has no name here (a pen's eraser) is none.
fn named(button: i32) -> Option<Button> {
    BUTTONS.get(usize::try_from(button).ok()?).copied()
}

/// What an event was, or `None` where it is nothing to record.
pub(super) fn page_event(kind: &str, event: &DispatchedEvent) -> Option<PageEvent<PageElement>> {
    let on = PageElement::from_js(page::target(event));
    let numbers = page::numbers(event);
    let &[x, y, button, count, bits] = numbers.as_slice() else { return None };
    match kind {
        "hover" => on.map(PageEvent::Hover),
        "pointerdown" => on.map(|on| PageEvent::PointerDown { on, at: (x, y) }),
        "pointerup" => {
            let under = PageElement::from_js(page::under(event))?;
            Some(PageEvent::PointerUp { under, at: (x, y), button: named(button)?, selecting: page::selecting(event) })
        }
        "dragstart" => on.map(PageEvent::DragStart),
        "drop" => on.map(|on| PageEvent::Drop { on, at: (x, y) }),
        "dragend" => Some(PageEvent::DragEnd),
        "copy" => on.map(|on| PageEvent::Plain(on, Action::Copy)),
        "cut" => on.map(|on| PageEvent::Plain(on, Action::Cut)),
        "paste" => on.map(|on| PageEvent::Plain(on, Action::Paste)),
        "frame" => on.map(|on| PageEvent::Plain(on, Action::Frame)),
        "download" => on.map(|on| PageEvent::Download(on, Raw::new(page::download_name(event)))),
        "gap" => Some(PageEvent::Gap),
        "resize" => match page::viewport()[..] {
            [width, height] => Some(PageEvent::Resize(width, height)),
            _ => None,
        },
        "click" | "auxclick" => Some(PageEvent::Click { on: on?, button: named(button)?, at: (x, y), count }),
        // While an input method composes, the text is not yet what the person means.
        "input" if bits & NOT_A_PRESS != 0 => None,
        "input" => on.map(PageEvent::Input),
        "change" => on.map(PageEvent::Change),
        "focusout" => Some(PageEvent::Leave),
        "keydown" if bits & NOT_A_PRESS != 0 => None,
        "keydown" => {
            let modifiers = HELD.iter().filter(|(bit, _)| bits & bit != 0).map(|&(_, held)| held).collect();
            on.map(|on| PageEvent::KeyDown { on, key: Raw::new(page::key(event)), modifiers })
        }
        "submit" => on.map(PageEvent::Submit),
        "scroll" => {
            let at = page::scrolled(on.as_ref().map(PageElement::as_js));
            let &[x, y] = at.as_slice() else { return None };
            Some(PageEvent::Scroll { on, x, y })
        }
        _ => None,
    }
}

/// How a document came.
pub(super) fn arrival() -> Via {
    match page::arrival().as_str() {
        "reload" => Via::Reload,
        "backForward" => Via::BackForward,
        _ => Via::Load,
    }
}

/// How the same document came from one URL to another; `None` where it did not.
pub(super) fn moved(from: &str, to: &str) -> Option<Via> {
    let without_fragment = |url: &str| url.split('#').next().unwrap_or_default().to_owned();
    match (from == to, without_fragment(from) == without_fragment(to)) {
        (true, _) => None,
        (false, true) => Some(Via::Hash),
        (false, false) => Some(Via::History),
    }
}
