//! An event of a page as the core takes it, and its context.

use super::key::KeyEffects;
use super::stroke::Stroke;
use crate::redact::Raw;
use crate::trace::{Action, Button, Modifier, Via};

/// An event of a page; only trusted ones are taken. Positions are in the viewport, in CSS pixels.
pub enum PageEvent<E> {
    /// A pointer went down, before the page's own listeners ran.
    PointerDown {
        /// The innermost element.
        on: E,
        /// Where.
        at: (i32, i32),
    },
    /// The pointer came up again.
    PointerUp {
        /// Where.
        at: (i32, i32),
        /// Which button.
        button: Button,
        /// Keys that are held.
        modifiers: Vec<Modifier>,
        /// What happened since it went down.
        stroke: Stroke,
    },
    /// The page has heard that the pointer came up; a click would have come by now.
    PointerSettled,
    /// A click; a key can make one too, then `count` is 0.
    Click {
        /// The innermost element.
        on: E,
        /// Which button.
        button: Button,
        /// Where.
        at: (i32, i32),
        /// `UIEvent.detail`: 1 for a click, 2 for the second of a double click, 0 without a pointer.
        count: i32,
        /// Keys that were held.
        modifiers: Vec<Modifier>,
    },
    /// What the pointer stood on while it revealed what is pressed next.
    Hover(E),
    /// A drag by the browser (HTML5) began.
    DragStart(E),
    /// It was dropped where the page takes it.
    Drop {
        /// The element that took it.
        on: E,
        /// Where.
        at: (i32, i32),
    },
    /// The drag is over, dropped or not.
    DragEnd,
    /// A field's value changed.
    Input(E),
    /// A control's value was settled.
    Change(E),
    /// The focus left a field.
    Leave,
    /// A key went down.
    KeyDown {
        /// The focused element.
        on: E,
        /// `KeyboardEvent.key`.
        key: Raw,
        /// Keys that were held.
        modifiers: Vec<Modifier>,
        /// The browser tells of it again because it is held down.
        repeated: bool,
    },
    /// The page has heard of the last key.
    KeySettled(KeyEffects),
    /// A form was submitted.
    Submit(E),
    /// Scrolling came to rest; `None` is the window.
    Scroll {
        /// The element that scrolled.
        on: Option<E>,
        /// From the left, in CSS pixels.
        x: i32,
        /// From the top, in CSS pixels.
        y: i32,
    },
    /// The page is at another URL.
    Navigate(Via),
    /// What has no data beside its target: copy, cut, paste, a frame that was entered.
    Plain(E, Action),
    /// A download began from an element, with the name that the page gave it.
    Download(E, Raw),
    /// The page stood still while a window of the browser had the focus.
    Gap,
    /// The window has another size, in CSS pixels.
    Resize(u32, u32),
}

/// When and where an event came, and by whom it was caused.
pub struct EventContext {
    /// Milliseconds since the session started.
    pub time: u64,
    /// The document's URL.
    pub url: Raw,
    /// The person's own press or key made it, and no call of the page.
    pub by_person: bool,
}
