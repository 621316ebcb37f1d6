//! The steps of a document: each is open until the next, and may be replaced until then.

use super::{Moment, Recording, target};
use crate::element::Element;
use crate::observe;
use crate::redact::Masked;
use crate::trace::{Action, FieldKind, Flag, Observation, Sight, Step, Target};

/// A step to keep. A higher revision of a sequence replaces the lower one.
#[derive(Debug, PartialEq)]
pub struct Recorded {
    /// Place in the document, from 0.
    pub sequence: u32,
    /// From 0, one up with each replacement.
    pub revision: u32,
    /// The step.
    pub step: Step,
    /// What it was taken in; with its first revision only.
    pub observation: Option<Observation>,
}

/// What was seen last: what the person does next is done in it, until they press again.
pub(super) struct Seen<E> {
    sight: observe::Sight<E>,
    id: String,
}

/// What a step is to the events after it, which may go on with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StepKind {
    /// A second click makes a double click of it, a choice takes its place.
    Click,
    /// It grows as the field is typed into.
    Text,
    /// Another choice in the same control takes its place.
    Choice,
    /// It goes on to where the scrolling ends.
    Scroll,
    /// It goes on to the window's last size.
    Resize,
    /// Nothing goes on with it.
    Other,
}

impl StepKind {
    fn of(action: &Action) -> Self {
        match action {
            Action::Click { .. } => Self::Click,
            Action::Change { field, .. } if is_typed(*field) => Self::Text,
            Action::Change { .. } => Self::Choice,
            Action::Scroll { .. } => Self::Scroll,
            Action::SetViewport { .. } => Self::Resize,
            _ => Self::Other,
        }
    }
}

/// True for a field whose value grows with each key, and false for one whose value is chosen.
pub(super) fn is_typed(field: FieldKind) -> bool {
    matches!(field, FieldKind::Text | FieldKind::Editor | FieldKind::Date | FieldKind::Time)
}

/// When a step's observation was taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// As the person presses, before the page hears of it.
    Now,
    /// With the press before, from which the step follows: what it typed or chose is not in it.
    Before,
    /// Never: what is told of is over, or has no moment.
    Never,
}

/// A target that was taken, with the element it was taken from.
pub(super) struct Taken<E> {
    pub(super) element: E,
    pub(super) target: Target,
    pub(super) masked: Masked,
    pub(super) flags: Vec<Flag>,
    pub(super) observation: Option<(Observation, Sight)>,
}

/// The last step, which the next event may still replace.
pub(super) struct Open<E> {
    pub(super) element: Option<E>,
    target: Option<Target>,
    masked: Masked,
    flags: Vec<Flag>,
    sight: Option<Sight>,
    time: u64,
    kind: StepKind,
    revision: u32,
}

impl<E: Element> Recording<E> {
    /// A new step on an element.
    pub(super) fn with_target(&mut self, on: &E, action: Action, moment: &Moment) -> Option<Recorded> {
        let when = match action {
            Action::KeyDown { .. } | Action::Copy | Action::Cut | Action::Paste | Action::Frame => When::Now,
            Action::Scroll { .. } | Action::Hover => When::Never,
            _ => When::Before,
        };
        let taken = self.take(on, when)?;
        Some(self.add(Some(taken), action, moment))
    }

    /// Role, name and selectors of an element, and what is seen around it; `None` where the page forbids steps.
    pub(super) fn take(&mut self, element: &E, when: When) -> Option<Taken<E>> {
        let (target, masked) = self.redactor.counting(|redactor| target::take(element, redactor));
        let target = target?;
        // What is drawn in a canvas has no elements to name.
        let flags = if target.tag.as_str() == "canvas" { vec![Flag::Opaque] } else { Vec::new() };
        let observation = self.see(element, when);
        Some(Taken { element: element.clone(), target, masked, flags, observation })
    }

    /// Takes an element of the recorder's own in `top` as a press takes its target, and leaves nothing of it: code that has run
    /// once runs faster, so that the person's first press needs not wait until the browser has compiled it.
    pub fn rehearse(&mut self, top: &E, element: &E) -> Option<(Target, Observation)> {
        let target = target::take(element, &mut self.redactor);
        let sight = observe::observe(top, element, &mut self.redactor);
        let observation = Observation { id: self.redactor.mark(&sight.text), text: sight.text, masked: sight.masked };
        Some((target?, observation))
    }

    fn see(&mut self, element: &E, when: When) -> Option<(Observation, Sight)> {
        match when {
            When::Now => {
                let sight = observe::observe(&element.body()?, element, &mut self.redactor);
                self.seen = Some(Seen { id: self.redactor.mark(&sight.text), sight });
            }
            When::Before => {}
            When::Never => return None,
        }
        let Seen { sight, id } = self.seen.as_ref()?;
        let observation = Observation { id: id.clone(), text: sight.text.clone(), masked: sight.masked };
        Some((observation, Sight { id: id.clone(), reference: sight.ref_of(element) }))
    }

    /// True where the last step was of this kind, on any element.
    pub(super) fn follows_any(&self, kind: StepKind) -> bool {
        self.open.as_ref().is_some_and(|open| open.kind == kind)
    }

    /// True where the last step was of this kind and on this element; `None` is the page.
    pub(super) fn follows(&self, kind: StepKind, element: Option<&E>) -> bool {
        self.open.as_ref().is_some_and(|open| open.kind == kind && open.element.as_ref() == element)
    }

    /// A new step.
    pub(super) fn add(&mut self, taken: Option<Taken<E>>, action: Action, moment: &Moment) -> Recorded {
        self.add_with(taken, action, Masked::default(), moment)
    }

    /// A new step; `extra` is what was masked in its value, which a later revision counts anew.
    pub(super) fn add_with(
        &mut self,
        taken: Option<Taken<E>>,
        action: Action,
        extra: Masked,
        moment: &Moment,
    ) -> Recorded {
        let (kind, time, revision) = (StepKind::of(&action), moment.time, 0);
        let mut first = None;
        let open = match taken {
            Some(Taken { element, target, masked, flags, observation }) => {
                let (observation, sight) = observation.unzip();
                first = observation;
                Open { element: Some(element), target: Some(target), masked, flags, sight, time, kind, revision }
            }
            None => {
                let (masked, flags) = (Masked::default(), Vec::new());
                Open { element: None, target: None, masked, flags, sight: None, time, kind, revision }
            }
        };
        self.next += 1;
        self.open = Some(open);
        Recorded { observation: first, ..self.recorded(action, extra, moment) }
    }

    /// The open step with another action.
    pub(super) fn replace(&mut self, action: Action, moment: &Moment) -> Option<Recorded> {
        self.replace_with(action, Masked::default(), moment)
    }

    /// The same, with what was masked in the new value.
    pub(super) fn replace_with(&mut self, action: Action, extra: Masked, moment: &Moment) -> Option<Recorded> {
        let open = self.open.as_mut()?;
        open.revision += 1;
        open.kind = StepKind::of(&action);
        Some(self.recorded(action, extra, moment))
    }

    /// Puts a flag on the open step.
    pub(super) fn flag(&mut self, flag: Flag) {
        if let Some(open) = self.open.as_mut()
            && !open.flags.contains(&flag)
        {
            open.flags.push(flag);
        }
    }

    /// The revision after `revision` of a step that may still be open.
    pub(super) fn revise(&mut self, sequence: u32, revision: u32) -> u32 {
        match self.open.as_mut() {
            Some(open) if self.next == sequence + 1 => {
                open.revision += 1;
                open.revision
            }
            _ => revision + 1,
        }
    }

    fn recorded(&mut self, action: Action, extra: Masked, moment: &Moment) -> Recorded {
        let (url, in_url) = self.redactor.counting(|redactor| redactor.url(&moment.url));
        let open = self.open.as_ref().expect("a step was just opened");
        let mut masked = open.masked;
        masked.add(&extra);
        masked.add(&in_url);
        let mut flags = open.flags.clone();
        if !moment.by_person && !flags.contains(&Flag::Autofill) {
            flags.push(Flag::PageInitiated);
        }
        let sequence = self.next - 1;
        let step = Step {
            seq: sequence,
            time: open.time,
            tab: self.place.tab,
            frame: self.place.frame.clone(),
            url,
            action,
            target: open.target.clone(),
            observation: open.sight.clone(),
            masked,
            flags,
        };
        Recorded { sequence, revision: open.revision, step, observation: None }
    }
}
