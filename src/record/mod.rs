//! Layer 5: events of the page become steps; each rule answers with a step to add or one to replace.

mod cause;
mod field;
mod hover;
mod key;
mod page_event;
mod pending_text;
mod pointer;
mod retarget;
mod scroll;
mod step;
mod stroke;
mod tab;
mod target;

use crate::element::Element;
use crate::redact::{MaskingLevel, Redactor, SiteStrings, Terms};
use crate::trace::Action;
pub use cause::{Causes, Evidence, Sign};
pub use hover::{Hovered, revealed_by};
pub use key::KeyEffects;
use key::is_sign;
pub use page_event::{EventContext, PageEvent};
use pointer::Pressed;
pub use scroll::{SCROLL_REST, Scroll, Scrolling};
use step::StepKind;
pub use step::StepRevision;
pub use stroke::Stroke;
pub use tab::tab_step;

/// The tab and the frame in which a document stands.
#[derive(Clone, Debug, Default)]
pub struct DocumentPosition {
    /// The number of its tab, from 0.
    pub tab: u32,
    /// Indices of its frame below the top page.
    pub frame: Vec<u32>,
}

/// Turns the events of one document into steps.
pub struct Recording<E: Element> {
    redactor: Redactor,
    position: DocumentPosition,
    next: u32,
    /// What the pointer went down on; taken at pointerdown, used by the click or the drag that follows.
    pending_press: Option<pointer::PendingPress<E>>,
    /// What the browser itself drags.
    dragged: Option<pointer::PendingPress<E>>,
    open: Option<step::Open<E>>,
    last_observation: Option<step::LastObservation<E>>,
    /// The control whose value a step said last: its `change` event may come after other steps and tells nothing new.
    last_changed: Option<E>,
    /// What was typed into one field, masked as a whole until the person leaves the field.
    pending: Vec<pending_text::PendingText<E>>,
    /// What steps say of fields that were left: masked again where it proves to be a part of something private.
    committed: Vec<pending_text::PendingText<E>>,
    /// The last key, until it shows whether it acted.
    pending_key: Option<key::PendingKey<E>>,
    /// What was typed last where no field is.
    spelling: Option<key::Spelling<E>>,
    /// The key that acted last.
    held_key: Option<key::HeldKey>,
    /// The last press was of the space bar, which presses buttons and boxes.
    space_pressed: bool,
    /// Steps of which the address was told before anything of the page was known.
    unjudged: Vec<step::Unjudged>,
}

impl<E: Element> Recording<E> {
    /// A recording of the document in that place.
    #[must_use]
    pub fn new(key: [u8; 16], masking_level: MaskingLevel, position: DocumentPosition) -> Self {
        Self {
            redactor: Redactor::new(key, masking_level),
            position,
            next: 0,
            pending_press: None,
            dragged: None,
            open: None,
            last_observation: None,
            last_changed: None,
            pending: Vec::new(),
            committed: Vec::new(),
            pending_key: None,
            spelling: None,
            held_key: None,
            space_pressed: false,
            unjudged: Vec::new(),
        }
    }

    /// What was learnt as data since the last call, for the other documents of the session.
    pub fn take_taint(&mut self) -> String {
        self.redactor.taint().take_fresh()
    }

    /// Takes in what other documents of the session have learnt.
    pub fn learn_taint(&mut self, hashes: &str) {
        self.redactor.taint().learn_from(hashes);
    }

    /// The same recording, which masks these words of the employee too.
    #[must_use]
    pub fn with_terms(self, terms: Terms) -> Self {
        Self { redactor: self.redactor.with_terms(terms), ..self }
    }

    /// The same recording, which knows these strings of the site's interface.
    #[must_use]
    pub fn with_strings(mut self, strings: SiteStrings) -> Self {
        self.redactor = self.redactor.with_strings(strings);
        self
    }

    /// The steps that an event makes or replaces: its own, and before it what was typed until now, where the event ends that.
    pub fn observe(&mut self, event: PageEvent<E>, context: &EventContext) -> Vec<StepRevision> {
        // It may come without an input event, and tell what was typed all by itself.
        let commits_itself = matches!(event, PageEvent::Change(_));
        let mut all = if self.is_read_before(&event) { self.reread() } else { Vec::new() };
        if self.ends_typing(&event) {
            all.append(&mut self.commit());
        }
        if let PageEvent::KeySettled(effects) = event {
            all.append(&mut self.key_settled(effects, context));
            return all;
        }
        if let Some(own) = self.step(event, context) {
            all.push(own);
        }
        if commits_itself {
            all.append(&mut self.commit());
        }
        let mut judged = self.judge_addresses();
        judged.append(&mut all);
        judged
    }

    /// The last event could not be taken to its end: nothing goes on with what it began. Steps that were made stay.
    pub fn interrupt(&mut self) {
        self.pending_press = None;
        self.dragged = None;
        self.last_changed = None;
        self.pending_key = None;
    }

    /// True for what a person does in or after a field whose text the page may have made another of meanwhile. The text of an editor is
    /// not read for each key.
    fn is_read_before(&self, event: &PageEvent<E>) -> bool {
        let Some(pending) = self.pending.last() else { return false };
        match event {
            PageEvent::PointerDown { .. } | PageEvent::Leave => true,
            PageEvent::KeyDown { key, .. } => !pending.field.editable() || !is_sign(key.expose()),
            _ => false,
        }
    }

    fn step(&mut self, event: PageEvent<E>, context: &EventContext) -> Option<StepRevision> {
        match event {
            PageEvent::PointerDown { on, at } => {
                self.pointer_down(&on, at);
                None
            }
            PageEvent::PointerUp { at, button, modifiers, stroke } => {
                self.pointer_up(Pressed { button, at, count: 1, modifiers }, &stroke, context)
            }
            PageEvent::PointerSettled => self.click_untold(true, context),
            PageEvent::Click { on, button, at, count, modifiers } => {
                self.click(&on, Pressed { button, at, count, modifiers }, context)
            }
            PageEvent::Hover(on) => self.with_target(&retarget::control_of(&on), Action::Hover, context),
            PageEvent::DragStart(on) => {
                self.drag_start(&on);
                None
            }
            PageEvent::Drop { on, at } => self.drop_on(&on, at, context),
            PageEvent::DragEnd => {
                self.dragged = None;
                None
            }
            PageEvent::Input(on) => self.input(&on, context),
            PageEvent::Change(on) => self.change(&on, context),
            PageEvent::KeyDown { key, repeated: true, .. } => self.key_repeated(&key, context),
            PageEvent::KeyDown { on, key, modifiers, .. } => self.key_down(&on, key, modifiers, context),
            PageEvent::Submit(on) => self.with_target(&on, Action::Submit, context),
            PageEvent::Scroll { on, x, y } => self.scroll(on, x, y, context),
            PageEvent::Navigate(via) => {
                self.pending_press = None;
                self.last_observation = None;
                let step = self.add(None, Action::Navigate { via }, context);
                self.wait_for_judgement(&step, context);
                Some(step)
            }
            PageEvent::Plain(on, action) => self.with_target(&on, action, context),
            PageEvent::Download(on, name) => {
                let action = Action::Download { extension: self.redactor.extension(&name) };
                self.with_target(&on, action, context)
            }
            PageEvent::Leave | PageEvent::KeySettled(_) => None,
            // Half a secret looks like none: nothing may part a text in two.
            PageEvent::Gap if self.is_typing() => None,
            PageEvent::Gap => Some(self.add(None, Action::Gap, context)),
            PageEvent::Resize(width, height) => {
                let action = Action::SetViewport { width, height };
                match self.follows_any(StepKind::Resize) {
                    true => self.replace(action, context),
                    false => Some(self.add(None, action, context)),
                }
            }
        }
    }

    fn is_typing(&self) -> bool {
        self.follows_any(StepKind::Text)
    }

    fn scroll(&mut self, on: Option<E>, x: i32, y: i32, context: &EventContext) -> Option<StepRevision> {
        // A field scrolls by itself while text is typed into it.
        if self.is_typing()
            || on.as_ref().is_some_and(|on| on.editable() || on.tag() == "input" || on.tag() == "textarea")
        {
            return None;
        }
        let action = Action::Scroll { x, y };
        if self.follows(StepKind::Scroll, on.as_ref()) {
            return self.replace(action, context);
        }
        match on {
            Some(on) => self.with_target(&on, action, context),
            None => Some(self.add(None, action, context)),
        }
    }
}
