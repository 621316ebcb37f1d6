//! Layer 4: observed events become steps; each rule answers with a step to add or one to replace.

mod retarget;
mod target;

use crate::element::Element;
use crate::redact::{Floor, Marker, Masked, Raw, Redacted, Redactor};
use crate::trace::{Action, Button, FieldKind, Flag, Modifier, Step, Target, Via};
use retarget::control_of;
pub use target::privacy_of;

/// What a page was seen to do. Only trusted events are observed.
pub enum Observed<E> {
    /// A pointer went down, before the page's own listeners ran.
    PointerDown(E),
    /// A click; a key can make one too, then `count` is 0.
    Click {
        /// The innermost element.
        on: E,
        /// Which button.
        button: Button,
        /// Place in the viewport, in CSS pixels.
        at: (i32, i32),
        /// `UIEvent.detail`: 1 for a click, 2 for the second of a double click, 0 without a pointer.
        count: i32,
    },
    /// A field's text changed.
    Input(E),
    /// A control's value was settled.
    Change(E),
    /// A key went down.
    KeyDown {
        /// The focused element.
        on: E,
        /// `KeyboardEvent.key`.
        key: Raw,
        /// Keys that were held.
        modifiers: Vec<Modifier>,
    },
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
}

/// When and where an event was observed.
pub struct Moment {
    /// Milliseconds since the session started.
    pub time: u64,
    /// The document's URL.
    pub url: Raw,
    /// A trusted pointer or key event came just before.
    pub by_person: bool,
}

/// A step to keep. A higher revision of a sequence replaces the lower one.
#[derive(Debug, PartialEq)]
pub struct Recorded {
    /// Place in the document, from 0.
    pub sequence: u32,
    /// From 0, one up with each replacement.
    pub revision: u32,
    /// The step.
    pub step: Step,
}

/// A target that was taken, with the element it was taken from.
struct Taken<E> {
    element: E,
    target: Target,
    masked: Masked,
}

/// The last step, which the next event may still replace.
struct Open<E> {
    element: Option<E>,
    target: Option<Target>,
    target_masked: Masked,
    time: u64,
    action: &'static str,
    revision: u32,
}

/// Turns the events of one document into steps.
pub struct Recording<E: Element> {
    redactor: Redactor,
    frame: Vec<u32>,
    next: u32,
    /// Taken at pointerdown, used by the click that follows.
    armed: Option<Taken<E>>,
    open: Option<Open<E>>,
    /// The field whose text was told last: its `change` event may come after other steps and tells nothing new.
    told: Option<E>,
    last_key: &'static str,
}

impl<E: Element> Recording<E> {
    /// A recording of a document in the frame that the indices name.
    #[must_use]
    pub fn new(key: [u8; 16], floor: Floor, frame: Vec<u32>) -> Self {
        Self { redactor: Redactor::new(key, floor), frame, next: 0, armed: None, open: None, told: None, last_key: "" }
    }

    /// The step that an event makes or replaces, if it makes one.
    pub fn observe(&mut self, event: Observed<E>, moment: &Moment) -> Option<Recorded> {
        match event {
            Observed::PointerDown(on) => {
                self.last_key = "";
                self.armed = self.take(&control_of(&on));
                None
            }
            Observed::Click { on, button, at, count } => self.click(&on, button, at, count, moment),
            Observed::Input(on) => self.input(&on, moment),
            Observed::Change(on) => self.change(&on, moment),
            Observed::KeyDown { on, key, modifiers } => self.key_down(&on, &key, modifiers, moment),
            Observed::Submit(on) => self.with_target(&on, Action::Submit, "submit", moment),
            Observed::Scroll { on, x, y } => self.scroll(on, x, y, moment),
            Observed::Navigate(via) => {
                self.armed = None;
                Some(self.add(None, Action::Navigate { via }, "navigate", moment))
            }
        }
    }

    fn click(&mut self, on: &E, button: Button, at: (i32, i32), count: i32, moment: &Moment) -> Option<Recorded> {
        let control = control_of(on);
        let taken = match self.armed.take() {
            Some(taken) => taken,
            // Space presses a button or a box. Any other click without a pointer follows from a step that is
            // already there: Enter, or a click on the control's label.
            None if count == 0 && self.last_key == " " => self.take(&control)?,
            None => return None,
        };
        let corner = [taken.target.bounds[0], taken.target.bounds[1]];
        let (offset_x, offset_y) = match count {
            0 => (taken.target.bounds[2] / 2, taken.target.bounds[3] / 2),
            _ => offset(&taken.target, at, corner),
        };
        let twice = count == 2 && self.follows("click", &taken.element);
        if twice {
            let action = Action::DoubleClick { button, offset_x, offset_y };
            return self.replace(action, "doubleClick", moment);
        }
        Some(self.add(Some(taken), Action::Click { button, offset_x, offset_y }, "click", moment))
    }

    fn input(&mut self, on: &E, moment: &Moment) -> Option<Recorded> {
        let field = editing_host(on);
        match field_kind(&field) {
            FieldKind::Text | FieldKind::Editor => self.set_text(&field, moment),
            FieldKind::Select | FieldKind::Check | FieldKind::Radio | FieldKind::File => None,
        }
    }

    fn change(&mut self, on: &E, moment: &Moment) -> Option<Recorded> {
        let kind = field_kind(on);
        match kind {
            // The input events before it have told the same value already, unless autofill or a picker sent none.
            FieldKind::Text | FieldKind::Editor if self.told.as_ref() == Some(on) => {
                self.told = None;
                None
            }
            FieldKind::Text | FieldKind::Editor => self.set_text(on, moment),
            FieldKind::Select => {
                let value = self.chosen(on)?;
                self.settle(on, Action::Change { field: kind, value, checked: None }, moment)
            }
            FieldKind::Check | FieldKind::Radio => {
                let action = Action::Change { field: kind, value: Redacted::default(), checked: on.checked() };
                self.settle(on, action, moment)
            }
            FieldKind::File => {
                let action = Action::Change { field: kind, value: Redacted::own("files"), checked: None };
                self.settle(on, action, moment)
            }
        }
    }

    fn key_down(&mut self, on: &E, key: &Raw, modifiers: Vec<Modifier>, moment: &Moment) -> Option<Recorded> {
        const ACTING: &[&str] = &["Enter", "Escape", "Tab"];
        const MODIFIERS: &[&str] =
            &["Alt", "Control", "Meta", "Shift", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"];
        let text = key.expose();
        self.last_key = ACTING.iter().copied().find(|name| *name == text).unwrap_or(if text == " " { " " } else { "" });
        self.armed = None;
        let shortcut = modifiers.iter().any(|held| *held != Modifier::Shift) && !MODIFIERS.contains(&text);
        if !shortcut && (!ACTING.contains(&text) || writes_a_line(on, text)) {
            return None;
        }
        self.with_target(on, Action::KeyDown { key: text.to_owned(), modifiers }, "keyDown", moment)
    }

    fn scroll(&mut self, on: Option<E>, x: i32, y: i32, moment: &Moment) -> Option<Recorded> {
        // A field scrolls by itself while text is typed into it. Nor may a scroll part a text in two: half a secret
        // looks like none.
        let typing = self.open.as_ref().is_some_and(|open| open.action == "text");
        if typing || on.as_ref().is_some_and(|on| on.editable() || on.tag() == "input" || on.tag() == "textarea") {
            return None;
        }
        let action = Action::Scroll { x, y };
        let same = self.open.as_ref().is_some_and(|open| open.action == "scroll" && open.element == on);
        if same {
            return self.replace(action, "scroll", moment);
        }
        match on {
            Some(on) => self.with_target(&on, action, "scroll", moment),
            None => Some(self.add(None, action, "scroll", moment)),
        }
    }

    /// A text field's value, in the step that is already open for it or in a new one.
    fn set_text(&mut self, field: &E, moment: &Moment) -> Option<Recorded> {
        let kind = field_kind(field);
        let privacy = privacy_of(field);
        if privacy >= Some(Marker::Ignore) {
            return None;
        }
        // What is masked in the value is counted in the step; the counter starts anew for each.
        self.redactor.take_masked();
        self.told = Some(field.clone());
        let secret = target::secret_of(field);
        let value = self.redactor.typed(&field.value()?, secret, privacy.is_some());
        let masked = self.redactor.take_masked();
        let action = Action::Change { field: kind, value, checked: None };
        if self.follows("text", field) {
            return self.replace_with(action, "text", masked, moment);
        }
        let taken = self.take(field)?;
        let mut recorded = self.add(Some(taken), action, "text", moment);
        recorded.step.masked.add(&masked);
        Some(recorded)
    }

    /// The chosen options' values, which are the page's own fixed choices; masked by the detectors.
    fn chosen(&mut self, on: &E) -> Option<Redacted> {
        let masked = match privacy_of(on) {
            privacy if privacy >= Some(Marker::Ignore) => return None,
            privacy => privacy.is_some(),
        };
        let secret = target::secret_of(on);
        let mut all = Raw::default();
        for (place, value) in on.chosen().iter().enumerate() {
            if place > 0 {
                all.push(&Raw::new("\n"));
            }
            all.push(value);
        }
        Some(match secret {
            Some(_) => self.redactor.typed(&all, secret, masked),
            None => self.redactor.shown(&all, masked),
        })
    }

    /// A value that a click chose takes the click's place.
    fn settle(&mut self, on: &E, action: Action, moment: &Moment) -> Option<Recorded> {
        let extra = self.redactor.take_masked();
        if self.follows("click", on) || self.follows("settle", on) {
            return self.replace_with(action, "settle", extra, moment);
        }
        let taken = self.take(on)?;
        let mut recorded = self.add(Some(taken), action, "settle", moment);
        recorded.step.masked.add(&extra);
        Some(recorded)
    }

    fn with_target(&mut self, on: &E, action: Action, word: &'static str, moment: &Moment) -> Option<Recorded> {
        let taken = self.take(on)?;
        Some(self.add(Some(taken), action, word, moment))
    }

    /// Role, name and selectors of an element; `None` where the page forbids steps.
    fn take(&mut self, element: &E) -> Option<Taken<E>> {
        self.redactor.take_masked();
        let target = target::take(element, &mut self.redactor)?;
        Some(Taken { element: element.clone(), target, masked: self.redactor.take_masked() })
    }

    /// True where the last step was of this sort and on this element.
    fn follows(&self, action: &str, element: &E) -> bool {
        self.open.as_ref().is_some_and(|open| open.action == action && open.element.as_ref() == Some(element))
    }

    fn add(&mut self, taken: Option<Taken<E>>, action: Action, word: &'static str, moment: &Moment) -> Recorded {
        let (element, target, masked) = match taken {
            Some(taken) => (Some(taken.element), Some(taken.target), taken.masked),
            None => (None, None, Masked::default()),
        };
        self.next += 1;
        self.open = Some(Open { element, target, target_masked: masked, time: moment.time, action: word, revision: 0 });
        self.recorded(action, masked, moment)
    }

    fn replace(&mut self, action: Action, word: &'static str, moment: &Moment) -> Option<Recorded> {
        self.replace_with(action, word, Masked::default(), moment)
    }

    fn replace_with(&mut self, action: Action, word: &'static str, extra: Masked, moment: &Moment) -> Option<Recorded> {
        let open = self.open.as_mut()?;
        open.revision += 1;
        open.action = word;
        let mut masked = open.target_masked;
        masked.add(&extra);
        Some(self.recorded(action, masked, moment))
    }

    fn recorded(&mut self, action: Action, masked: Masked, moment: &Moment) -> Recorded {
        self.redactor.take_masked();
        let url = self.redactor.url(&moment.url);
        let mut masked = masked;
        masked.add(&self.redactor.take_masked());
        let open = self.open.as_ref().expect("a step was just opened");
        let sequence = self.next - 1;
        let step = Step {
            seq: sequence,
            time: open.time,
            frame: self.frame.clone(),
            url,
            action,
            target: open.target.clone(),
            masked,
            flags: if moment.by_person { Vec::new() } else { vec![Flag::PageInitiated] },
        };
        Recorded { sequence, revision: open.revision, step }
    }
}

/// The click's place inside the target, kept inside it: a label's click may lie outside its control.
fn offset(target: &Target, at: (i32, i32), corner: [i32; 2]) -> (i32, i32) {
    let [_, _, width, height] = target.bounds;
    let inside = |place: i32, size: i32| if (0..size.max(1)).contains(&place) { place } else { size / 2 };
    (inside(at.0 - corner[0], width), inside(at.1 - corner[1], height))
}

fn field_kind<E: Element>(element: &E) -> FieldKind {
    let kind_is = |word: &str| element.attribute("type").is_some_and(|kind| kind.is(word));
    match element.tag().as_str() {
        "select" => FieldKind::Select,
        "input" if kind_is("checkbox") => FieldKind::Check,
        "input" if kind_is("radio") => FieldKind::Radio,
        "input" if kind_is("file") => FieldKind::File,
        "input" | "textarea" => FieldKind::Text,
        _ => FieldKind::Editor,
    }
}

/// The field itself, or the outermost element of the editor that holds the caret.
fn editing_host<E: Element>(on: &E) -> E {
    let mut host = on.clone();
    if !host.editable() {
        return host;
    }
    while let Some(parent) = host.parent().filter(Element::editable) {
        host = parent;
    }
    host
}

/// True where the key writes into the field, so that the field's value tells it.
fn writes_a_line<E: Element>(on: &E, key: &str) -> bool {
    key == "Enter" && (on.tag() == "textarea" || on.editable())
}
