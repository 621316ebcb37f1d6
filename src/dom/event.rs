//! DOM events as events of the core, and what they say of the person: one row a kind.

use super::element::PageElement;
use super::{page, read};
use crate::record::{Evidence, Hovered, KeyEffects, PageEvent, Sign, Stroke, revealed_by};
use crate::redact::Raw;
use crate::trace::{Action, Button, Modifier, Via};
use web_sys::Element;

/// Bits of an event that say which keys are held; `events.js` has the same.
const HELD: &[(i32, Modifier)] =
    &[(1, Modifier::Alt), (2, Modifier::Control), (4, Modifier::Meta), (8, Modifier::Shift)];
/// The bit that marks a key as part of a composition, or one that writes with AltGr.
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
/// A step may come of it: it was done in sight of the indicator.
const WITNESSED: i32 = 2048;
/// The same of the scroll that it ends.
const SCROLL_WITNESSED: i32 = 4096;
/// The same of a hover that revealed what it falls on.
const HOVER_WITNESSED: i32 = 8192;
/// A key that is told again because it is held down.
const REPEATED: i32 = 16384;

/// Bits of what was hovered.
const CONNECTED: i32 = 1;
const PRESSED_WAS_HIDDEN: i32 = 2;
const PRESSED_IS_NEW: i32 = 4;

/// Buttons in the order of `MouseEvent.button`.
const BUTTONS: &[Button] = &[Button::Primary, Button::Auxiliary, Button::Secondary, Button::Back, Button::Forward];

/// A button that has no name here (a pen's eraser) is none.
fn named(button: i32) -> Option<Button> {
    BUTTONS.get(usize::try_from(button).ok()?).copied()
}

/// The event's handle on the element of a number, or none at -1.
fn numbered(number: i32) -> Option<PageElement> {
    u32::try_from(number).ok().map(read::numbered)
}

/// An event of the page, or what `events.js` made to stand for several, with all that is asked of it.
pub(super) struct DispatchedEvent {
    /// Its type, or a word of `events.js`: `urlchange` stands for the Navigation API and its forerunners.
    pub(super) kind: String,
    /// The page's URL.
    pub(super) url: String,
    /// The key that went down, or the name that a link gives its download.
    word: String,
    at: (i32, i32),
    button: Option<Button>,
    /// `UIEvent.detail`.
    count: i32,
    bits: i32,
    /// Milliseconds since 1970, from a clock that never goes back.
    pub(super) now: f64,
    /// The innermost element, through shadow roots; none for the window and the document.
    pub(super) target: Option<PageElement>,
    /// The button that submits a form.
    submitter: Option<PageElement>,
    /// Of a press what was hovered before, of a release what happened since the press, of a settled key its effects, of a resize the size.
    more: Vec<i32>,
}

impl DispatchedEvent {
    /// As `listen` of `page.rs` says that it is handed over; `None` where a part is missing.
    pub(super) fn of(fields: &str, now: f64, numbers: &[i32], target: Option<Element>) -> Option<Self> {
        let mut fields = fields.splitn(3, '\0').map(str::to_owned);
        let (&[x, y, button, count, bits, on, submitter], more) = numbers.split_first_chunk()?;
        Some(Self {
            kind: fields.next()?,
            url: fields.next()?,
            word: fields.next()?,
            at: (x, y),
            button: named(button),
            count,
            bits,
            now,
            target: target.map(|js| PageElement::given(on as u32, js)),
            submitter: numbered(submitter),
            more: more.to_vec(),
        })
    }

    fn has(&self, bit: i32) -> bool {
        self.bits & bit != 0
    }

    pub(super) fn is_trusted(&self) -> bool {
        self.has(TRUSTED)
    }

    pub(super) fn is_ours(&self) -> bool {
        self.has(OURS)
    }

    pub(super) fn button_held(&self) -> bool {
        self.has(BUTTON_HELD)
    }

    /// True where a step may come of it; of others something may be learned of the person, or they end a scroll.
    pub(super) fn is_witnessed(&self) -> bool {
        self.has(WITNESSED)
    }

    /// True where a step may come of the scroll that it ends.
    pub(super) fn scroll_is_witnessed(&self) -> bool {
        self.has(SCROLL_WITNESSED)
    }

    /// What it says of the person, if anything.
    pub(super) fn sign(&self) -> Option<Sign<PageElement>> {
        let on = || self.target.clone();
        Some(match self.kind.as_str() {
            "click" => Sign::Click { on: on(), trusted: self.is_trusted() },
            _ if !self.is_trusted() => return None,
            "pointerdown" | "scrollbar" => Sign::PointerDown(on(), self.button),
            "pointerup" => Sign::PointerUp,
            "keydown" => Sign::KeyDown { on: on(), enter: self.word == "Enter" },
            "wheel" => Sign::Wheel,
            "beforeinput" => Sign::BeforeInput,
            "navigate" => Sign::Navigate { by_user: self.has(BY_USER) },
            "newdocument" => Sign::NewDocument,
            _ => return None,
        })
    }

    /// What revealed the element that is pressed with the primary button, if anything that a step may come of.
    pub(super) fn revealed(&self) -> Option<PageElement> {
        let pressed = self.target.as_ref().filter(|_| self.has(HOVER_WITNESSED))?;
        let (&shown, hovered) = self.more.split_first()?;
        let hovered = hovered.chunks_exact(2).filter_map(|one| {
            let &[on, bits] = one else { return None };
            Some(Hovered {
                on: numbered(on)?,
                connected: bits & CONNECTED != 0,
                pressed_was_hidden: bits & PRESSED_WAS_HIDDEN != 0,
                pressed_is_new: bits & PRESSED_IS_NEW != 0,
            })
        });
        revealed_by(pressed, hovered.collect(), || numbered(shown))
    }

    /// What the browser says with it of who caused it.
    pub(super) fn evidence(&self) -> Evidence<PageElement> {
        Evidence {
            trusted: self.is_trusted(),
            input_type: self.has(INPUT_TYPE),
            user_active: self.has(USER_ACTIVE),
            submitter: self.submitter.clone(),
        }
    }

    fn held(&self) -> Vec<Modifier> {
        HELD.iter().filter(|&&(bit, _)| self.has(bit)).map(|&(_, held)| held).collect()
    }

    /// What happened since the pointer went down.
    fn stroke(&self) -> Stroke {
        let Some((&bits, places)) = self.more.split_first() else { return Stroke::default() };
        let turns = places.as_chunks().0.to_vec();
        Stroke { turns, changed: bits & 1 != 0, selects_text: bits & 2 != 0 }
    }

    /// What the page did with the last key.
    fn key_effects(&self) -> KeyEffects {
        let bits = self.more.first().copied().unwrap_or_default();
        let has = |bit: i32| bits & bit != 0;
        KeyEffects {
            prevented: has(1),
            refocused: has(2),
            changed: has(4),
            caret_moved: has(8),
            written_by_page: has(16),
        }
    }

    /// True for what tells what the page did with an event that was taken before.
    pub(super) fn settles(&self) -> bool {
        matches!(self.kind.as_str(), "keysettled" | "pointersettled")
    }

    /// What it was, or `None` where it is nothing to record.
    pub(super) fn page_event(&self) -> Option<PageEvent<PageElement>> {
        let on = self.target.clone();
        let &Self { at, button, count, .. } = self;
        match self.kind.as_str() {
            "pointerdown" => on.map(|on| PageEvent::PointerDown { on, at }),
            "pointerup" => {
                Some(PageEvent::PointerUp { at, button: button?, modifiers: self.held(), stroke: self.stroke() })
            }
            "pointersettled" => Some(PageEvent::PointerSettled),
            "keysettled" => Some(PageEvent::KeySettled(self.key_effects())),
            "dragstart" => on.map(PageEvent::DragStart),
            "drop" => on.map(|on| PageEvent::Drop { on, at }),
            "dragend" => Some(PageEvent::DragEnd),
            "copy" => on.map(|on| PageEvent::Plain(on, Action::Copy)),
            "cut" => on.map(|on| PageEvent::Plain(on, Action::Cut)),
            "paste" => on.map(|on| PageEvent::Plain(on, Action::Paste)),
            "frame" => on.map(|on| PageEvent::Plain(on, Action::Frame)),
            "download" => on.map(|on| PageEvent::Download(on, Raw::new(self.word.as_str()))),
            "gap" => Some(PageEvent::Gap),
            "resize" => match self.more[..] {
                [width, height] => Some(PageEvent::Resize(width as u32, height as u32)),
                _ => None,
            },
            "click" | "auxclick" => {
                Some(PageEvent::Click { on: on?, button: button?, at, count, modifiers: self.held() })
            }
            "input" => on.map(PageEvent::Input),
            "change" => on.map(PageEvent::Change),
            "focusout" => Some(PageEvent::Leave),
            "keydown" if self.has(NOT_A_PRESS) => None,
            "keydown" => {
                let (modifiers, repeated) = (self.held(), self.has(REPEATED));
                on.map(|on| PageEvent::KeyDown { on, key: Raw::new(self.word.as_str()), modifiers, repeated })
            }
            "submit" => on.map(PageEvent::Submit),
            _ => None,
        }
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
