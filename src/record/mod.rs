//! Layer 5: observed events become steps; each rule answers with a step to add or one to replace.

mod field;
mod key;
mod observed;
mod pointer;
mod retarget;
mod settle;
mod step;
mod tab;
mod target;

use crate::element::Element;
use crate::redact::{MaskingLevel, Redactor, Terms};
use crate::trace::Action;
pub use observed::{Moment, Observed};
pub use step::Recorded;
use step::StepKind;
pub use tab::tab_step;

/// Where a document stands in the session.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The number of its tab, from 0.
    pub tab: u32,
    /// Indices of its frame below the top page.
    pub frame: Vec<u32>,
}

/// Turns the events of one document into steps.
pub struct Recording<E: Element> {
    redactor: Redactor,
    place: Place,
    next: u32,
    /// Taken at pointerdown, used by the click or the drag that follows.
    armed: Option<pointer::Armed<E>>,
    /// What the browser itself drags.
    dragged: Option<pointer::Armed<E>>,
    open: Option<step::Open<E>>,
    seen: Option<step::Seen<E>>,
    /// The control whose value was told last: its `change` event may come after other steps and tells nothing new.
    told: Option<E>,
    /// What was typed into one field, masked as a whole until the person leaves the field.
    unsettled: Vec<settle::Unsettled<E>>,
    /// What was told of fields that were left: taken back where it proves to be a part of something private.
    settled: Vec<settle::Unsettled<E>>,
    /// The last press was of the space bar, which presses buttons and boxes.
    space_pressed: bool,
}

impl<E: Element> Recording<E> {
    /// A recording of the document in that place.
    #[must_use]
    pub fn new(key: [u8; 16], masking_level: MaskingLevel, place: Place) -> Self {
        Self {
            redactor: Redactor::new(key, masking_level),
            place,
            next: 0,
            armed: None,
            dragged: None,
            open: None,
            seen: None,
            told: None,
            unsettled: Vec::new(),
            settled: Vec::new(),
            space_pressed: false,
        }
    }

    /// The same recording, which masks these words of the employee too.
    #[must_use]
    pub fn with_terms(self, terms: Terms) -> Self {
        Self { redactor: self.redactor.with_terms(terms), ..self }
    }

    /// The steps that an event makes or replaces: its own, and before it what was typed until now, where the event ends that.
    pub fn observe(&mut self, event: Observed<E>, moment: &Moment) -> Vec<Recorded> {
        // It may come without an input event, and tell what was typed all by itself.
        let settles_itself = matches!(event, Observed::Change(_));
        let mut all = if self.ends_typing(&event) { self.settle() } else { Vec::new() };
        if let Some(own) = self.step(event, moment) {
            all.push(own);
        }
        if settles_itself {
            all.append(&mut self.settle());
        }
        all
    }

    fn step(&mut self, event: Observed<E>, moment: &Moment) -> Option<Recorded> {
        match event {
            Observed::PointerDown { on, at } => {
                self.pointer_down(&on, at);
                None
            }
            Observed::PointerUp { under, at, button, selecting } => {
                self.pointer_up(&under, at, button, selecting, moment)
            }
            Observed::Click { on, button, at, count } => self.click(&on, button, at, count, moment),
            Observed::Hover(on) => self.with_target(&retarget::control_of(&on), Action::Hover, moment),
            Observed::DragStart(on) => {
                self.drag_start(&on);
                None
            }
            Observed::Drop { on, at } => self.drop_on(&on, at, moment),
            Observed::DragEnd => {
                self.dragged = None;
                None
            }
            Observed::Input(on) => self.input(&on, moment),
            Observed::Change(on) => self.change(&on, moment),
            Observed::KeyDown { on, key, modifiers } => self.key_down(&on, &key, modifiers, moment),
            Observed::Submit(on) => self.with_target(&on, Action::Submit, moment),
            Observed::Scroll { on, x, y } => self.scroll(on, x, y, moment),
            Observed::Navigate(via) => {
                self.armed = None;
                self.seen = None;
                Some(self.add(None, Action::Navigate { via }, moment))
            }
            Observed::Plain(on, action) => self.with_target(&on, action, moment),
            Observed::Download(on, name) => {
                let action = Action::Download { extension: self.redactor.extension(&name) };
                self.with_target(&on, action, moment)
            }
            Observed::Leave => None,
            // Half a secret looks like none: nothing may part a text in two.
            Observed::Gap if self.is_typing() => None,
            Observed::Gap => Some(self.add(None, Action::Gap, moment)),
            Observed::Resize(width, height) => {
                let action = Action::SetViewport { width, height };
                match self.follows_any(StepKind::Resize) {
                    true => self.replace(action, moment),
                    false => Some(self.add(None, action, moment)),
                }
            }
        }
    }

    fn is_typing(&self) -> bool {
        self.follows_any(StepKind::Text)
    }

    fn scroll(&mut self, on: Option<E>, x: i32, y: i32, moment: &Moment) -> Option<Recorded> {
        // A field scrolls by itself while text is typed into it.
        if self.is_typing()
            || on.as_ref().is_some_and(|on| on.editable() || on.tag() == "input" || on.tag() == "textarea")
        {
            return None;
        }
        let action = Action::Scroll { x, y };
        if self.follows(StepKind::Scroll, on.as_ref()) {
            return self.replace(action, moment);
        }
        match on {
            Some(on) => self.with_target(&on, action, moment),
            None => Some(self.add(None, action, moment)),
        }
    }
}
