//! Whose an event is: made by the person's own press or key, or by the page, whose calls make trusted events too.

use super::PageEvent;
use super::key::takes_text;
use super::retarget::contains;
use crate::element::Element;
use crate::trace::{Action, Button};

/// How long in ms a wheel, a key or the person's own navigation counts as what makes the page scroll, and Enter as what submits.
const JUST_BEFORE: f64 = 1_000.0;
/// Of how many fields it is remembered that their last input was the page's. A text field that the page leaves for another one sends
/// its `change` event then, so that few wait for theirs.
const MOST_BY_PAGE: usize = 32;

/// What an event says of the person, whether a step comes of it or not. Only a click is taken that is not trusted.
pub enum Sign<E> {
    /// A pointer went down on an element. A button that has no name in a trace is `None`.
    PointerDown(Option<E>, Option<Button>),
    /// The pointer came up.
    PointerUp,
    /// A key went down while that element had the focus.
    KeyDown {
        /// The focused element.
        on: Option<E>,
        /// It was Enter.
        enter: bool,
    },
    /// A wheel was turned.
    Wheel,
    /// The browser says that the person is about to change a text; it does not say so of `execCommand`.
    BeforeInput,
    /// A click on an element; one that the page dispatched is not trusted.
    Click {
        /// The innermost element.
        on: Option<E>,
        /// `Event.isTrusted`.
        trusted: bool,
    },
    /// A navigation begins; `NavigateEvent.userInitiated` says whether the person made it.
    Navigate {
        /// That it does.
        by_user: bool,
    },
    /// The page wrote its document anew (`document.open`).
    NewDocument,
}

/// What the browser says with an event of who caused it.
#[derive(Clone, Debug)]
pub struct Evidence<E> {
    /// `Event.isTrusted`: no script dispatched it.
    pub trusted: bool,
    /// `InputEvent.inputType` is not empty: a text was edited, and not chosen from a list of the browser's.
    pub input_type: bool,
    /// `navigator.userActivation.isActive`: the person did something a moment ago.
    pub user_active: bool,
    /// `SubmitEvent.submitter`: the button that submits.
    pub submitter: Option<E>,
}

impl<E> Default for Evidence<E> {
    fn default() -> Self {
        Self { trusted: true, input_type: false, user_active: false, submitter: None }
    }
}

/// What was pressed last.
struct Press<E> {
    on: Option<E>,
    by: PressedWith,
    at: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PressedWith {
    Enter,
    OtherKey,
    Pointer(Option<Button>),
}

/// The click that came last.
struct LastClick<E> {
    on: Option<E>,
    by_person: bool,
}

/// What is known of the person's doings in one document. Times are in ms, of any clock that never goes back.
pub struct Causes<E> {
    press: Option<Press<E>>,
    /// A button is held, or was pressed on a scroll bar, which tells of no release.
    held: bool,
    wheel: f64,
    /// Until a form was submitted by it.
    click: Option<LastClick<E>>,
    /// A click of the page may make trusted ones, as that of a label does, until the person presses again.
    scripted: bool,
    /// The browser said that the person changes a text.
    before_input: bool,
    /// Fields whose last input was the page's, the newest last.
    by_page: Vec<E>,
    navigation: (bool, f64),
}

impl<E: Element> Default for Causes<E> {
    fn default() -> Self {
        Self {
            press: None,
            held: false,
            wheel: f64::NEG_INFINITY,
            click: None,
            scripted: false,
            before_input: false,
            by_page: Vec::new(),
            navigation: (false, f64::NEG_INFINITY),
        }
    }
}

impl<E: Element> Causes<E> {
    /// Takes in what an event says, before it is asked whose any event is.
    pub fn note(&mut self, sign: Sign<E>, now: f64) {
        match sign {
            Sign::PointerDown(on, button) => {
                self.press(on, PressedWith::Pointer(button), now);
                self.held = true;
            }
            Sign::PointerUp => self.held = false,
            Sign::KeyDown { on, enter } => {
                self.press(on, if enter { PressedWith::Enter } else { PressedWith::OtherKey }, now);
            }
            Sign::Wheel => self.wheel = now,
            Sign::BeforeInput => self.before_input = true,
            Sign::Click { on, trusted } => {
                self.scripted |= !trusted;
                self.click = Some(LastClick { on, by_person: !self.scripted });
            }
            Sign::Navigate { by_user } => self.navigation = (by_user, now),
            Sign::NewDocument => {
                *self = Self { wheel: self.wheel, navigation: self.navigation, ..Self::default() };
            }
        }
    }

    fn press(&mut self, on: Option<E>, by: PressedWith, at: f64) {
        self.press = Some(Press { on, by, at });
        self.scripted = false;
        self.before_input = false;
    }

    /// True where the person caused the event, and no call of the page. What no page can make is the person's.
    pub fn by_person(&mut self, event: &PageEvent<E>, evidence: &Evidence<E>, now: f64) -> bool {
        match event {
            PageEvent::Input(on) | PageEvent::Change(on) if is_box(on) => self.clicked(|clicked| clicked == on),
            PageEvent::Input(on) => self.edits(on, evidence),
            // Pickers, lists and dialogs of the browser: no call of a page makes these events.
            PageEvent::Change(on) => !self.by_page.contains(on),
            PageEvent::Submit(form) => self.submits(form, evidence, now),
            // By a key or from the menu of the right button: what a page copies after a click is the page's.
            PageEvent::Plain(_, Action::Copy | Action::Cut) => match self.pressed_with() {
                Some(PressedWith::Pointer(button)) => button == Some(Button::Secondary),
                by => by.is_some(),
            },
            PageEvent::Plain(_, Action::Frame) | PageEvent::Gap => evidence.user_active,
            PageEvent::Download(..) => evidence.trusted,
            PageEvent::Navigate(_) => self.navigation.0,
            _ => true,
        }
    }

    /// False for what comes to nothing: on Linux a middle click pastes wherever it falls, outside a field too.
    #[must_use]
    pub fn has_effect(&self, event: &PageEvent<E>) -> bool {
        match event {
            PageEvent::Plain(on, Action::Paste) => {
                takes_text(on) || self.pressed_with() != Some(PressedWith::Pointer(Some(Button::Auxiliary)))
            }
            _ => true,
        }
    }

    /// True where the person makes the page scroll just now. `held`: as far as the browser told last, a button of the pointer is held.
    pub fn scrolls(&self, held: bool, now: f64) -> bool {
        let just = |at: f64| now - at < JUST_BEFORE;
        let by_press = self.press.as_ref().is_some_and(|press| match press.by {
            // A middle click makes the page scroll with the pointer until the next press.
            PressedWith::Pointer(button) => button == Some(Button::Auxiliary),
            // Where it scrolls, the page does it.
            PressedWith::Enter => false,
            PressedWith::OtherKey => just(press.at),
        });
        // What was pressed since ends what the wheel began.
        let by_wheel = just(self.wheel) && self.press.as_ref().is_none_or(|press| press.at < self.wheel);
        (held && self.held) || by_press || by_wheel || (self.navigation.0 && just(self.navigation.1))
    }

    fn pressed_with(&self) -> Option<PressedWith> {
        self.press.as_ref().map(|press| press.by)
    }

    /// True where the last click was the person's, on such an element.
    fn clicked(&self, on: impl Fn(&E) -> bool) -> bool {
        self.click.as_ref().is_some_and(|click| click.by_person && click.on.as_ref().is_some_and(on))
    }

    fn edits(&mut self, on: &E, evidence: &Evidence<E>) -> bool {
        let before_input = core::mem::take(&mut self.before_input);
        let by_person = !evidence.input_type || before_input;
        self.by_page.retain(|field| field != on);
        if !by_person {
            if self.by_page.len() == MOST_BY_PAGE {
                self.by_page.remove(0);
            }
            self.by_page.push(on.clone());
        }
        by_person
    }

    fn submits(&mut self, form: &E, evidence: &Evidence<E>, now: f64) -> bool {
        let by_click = evidence.submitter.as_ref().is_some_and(|button| self.clicked(|on| contains(button, on)));
        // A click submits once.
        self.click = None;
        by_click
            || self.press.as_ref().is_some_and(|press| {
                press.by == PressedWith::Enter
                    && now - press.at < JUST_BEFORE
                    && press.on.as_ref().is_some_and(|on| on.form().as_ref() == Some(form) || contains(form, on))
            })
    }
}

/// True for what a click checks.
fn is_box<E: Element>(on: &E) -> bool {
    on.tag() == "input" && on.attribute("type").is_some_and(|kind| kind.is("checkbox") || kind.is("radio"))
}
