//! DOM events as events of the core, and what they say of the person: one row a kind.

use super::element::PageElement;
use super::page::{self, DispatchedEvent};
use crate::record::{Evidence, Hovered, PageEvent, Sign, revealed_by};
use crate::redact::Raw;
use crate::trace::{Action, Button, Modifier, Via};

/// True for a kind of event that steps may come of. The others only say something of the person, or end a scroll; `urlchange` stands for
/// the Navigation API and its forerunners.
pub(super) fn is_taken(kind: &str) -> bool {
    !matches!(kind, "beforeinput" | "navigate" | "newdocument" | "rest")
}

/// Bits of `page::numbers` that say which keys are held.
const HELD: &[(i32, Modifier)] =
    &[(1, Modifier::Alt), (2, Modifier::Control), (4, Modifier::Meta), (8, Modifier::Shift)];
/// The bit that marks a key as part of a composition, or as repeated by being held.
const NOT_A_PRESS: i32 = 16;
/// No script dispatched it.
const TRUSTED: i32 = 32;
/// It falls on the indicator.
const OURS: i32 = 64;
/// `NavigateEvent.userInitiated`.
const BY_USER: i32 = 128;
/// `InputEvent.inputType` is not empty.
const INPUT_TYPE: i32 = 256;
/// `navigator.userActivation.isActive`.
const USER_ACTIVE: i32 = 512;
/// A button of the pointer is held, as far as the pointer told last.
const BUTTON_HELD: i32 = 1024;

/// The numbers of an event.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    at: (i32, i32),
    button: Option<Button>,
    /// `UIEvent.detail`.
    count: i32,
    bits: i32,
}

impl Numbers {
    pub(super) fn of(event: &DispatchedEvent) -> Option<Self> {
        let numbers = page::numbers(event);
        let &[x, y, button, count, bits] = numbers.as_slice() else { return None };
        Some(Self { at: (x, y), button: named(button), count, bits })
    }

    fn has(self, bit: i32) -> bool {
        self.bits & bit != 0
    }

    pub(super) fn is_trusted(self) -> bool {
        self.has(TRUSTED)
    }

    pub(super) fn is_ours(self) -> bool {
        self.has(OURS)
    }

    pub(super) fn button_held(self) -> bool {
        self.has(BUTTON_HELD)
    }
}

/// Buttons in the order of `MouseEvent.button`.
const BUTTONS: &[Button] = &[Button::Primary, Button::Auxiliary, Button::Secondary, Button::Back, Button::Forward];

/// A button that has no name here (a pen's eraser) is none.
fn named(button: i32) -> Option<Button> {
    BUTTONS.get(usize::try_from(button).ok()?).copied()
}

/// What an event says of the person, if anything.
pub(super) fn sign(kind: &str, event: &DispatchedEvent, numbers: Numbers) -> Option<Sign<PageElement>> {
    let on = || PageElement::from_js(page::target(event));
    Some(match kind {
        "click" => Sign::Click { on: on(), trusted: numbers.is_trusted() },
        _ if !numbers.is_trusted() => return None,
        "pointerdown" => Sign::PointerDown(on(), numbers.button),
        "pointerup" => Sign::PointerUp,
        "keydown" => Sign::KeyDown { on: on(), enter: page::key(event) == "Enter" },
        "wheel" => Sign::Wheel,
        "beforeinput" => Sign::BeforeInput,
        "navigate" => Sign::Navigate { by_user: numbers.has(BY_USER) },
        "newdocument" => Sign::NewDocument,
        _ => return None,
    })
}

/// Bits of `page::hovered`.
const CONNECTED: u32 = 1;
const PRESSED_WAS_HIDDEN: u32 = 2;
const PRESSED_IS_NEW: u32 = 4;

/// What revealed the element that is pressed with the primary button, if anything.
pub(super) fn revealed(event: &DispatchedEvent, numbers: Numbers) -> Option<PageElement> {
    let js = page::target(event).filter(|_| numbers.button == Some(Button::Primary))?;
    let hovered = page::hovered(&js);
    let elements = hovered.elements();
    let all = elements.iter().zip(hovered.bits()).map(|(on, bits)| Hovered {
        on: PageElement::of(on),
        connected: bits & CONNECTED != 0,
        pressed_was_hidden: bits & PRESSED_WAS_HIDDEN != 0,
        pressed_is_new: bits & PRESSED_IS_NEW != 0,
    });
    let all = all.collect();
    let pressed = PageElement::of(js);
    revealed_by(&pressed, all, || PageElement::from_js(page::shown_by_style(pressed.as_js())))
}

/// What the browser says with an event of who caused it.
pub(super) fn evidence(kind: &str, event: &DispatchedEvent, numbers: Numbers) -> Evidence<PageElement> {
    let submitter = if kind == "submit" { page::submitter(event) } else { None };
    Evidence {
        trusted: numbers.is_trusted(),
        input_type: numbers.has(INPUT_TYPE),
        user_active: numbers.has(USER_ACTIVE),
        submitter: PageElement::from_js(submitter),
    }
}

/// What an event was, or `None` where it is nothing to record.
pub(super) fn page_event(kind: &str, event: &DispatchedEvent, numbers: Numbers) -> Option<PageEvent<PageElement>> {
    let on = PageElement::from_js(page::target(event));
    let Numbers { at, button, count, .. } = numbers;
    match kind {
        "pointerdown" => on.map(|on| PageEvent::PointerDown { on, at }),
        "pointerup" => Some(PageEvent::PointerUp { at, button: button? }),
        "dragstart" => on.map(PageEvent::DragStart),
        "drop" => on.map(|on| PageEvent::Drop { on, at }),
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
        "click" | "auxclick" => Some(PageEvent::Click { on: on?, button: button?, at, count }),
        // While an input method composes, the text is not yet what the person means.
        "input" if numbers.has(NOT_A_PRESS) => None,
        "input" => on.map(PageEvent::Input),
        "change" => on.map(PageEvent::Change),
        "focusout" => Some(PageEvent::Leave),
        "keydown" if numbers.has(NOT_A_PRESS) => None,
        "keydown" => {
            let modifiers = HELD.iter().filter(|&&(bit, _)| numbers.has(bit)).map(|&(_, held)| held).collect();
            on.map(|on| PageEvent::KeyDown { on, key: Raw::new(page::key(event)), modifiers })
        }
        "submit" => on.map(PageEvent::Submit),
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
