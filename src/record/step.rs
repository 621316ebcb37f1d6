//! The steps of a document: each is open until the next, and may be replaced until then.

use super::{Moment, Recording, target};
use crate::element::Element;
use crate::redact::Masked;
use crate::trace::{Action, Flag, Step, Target};

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
pub(super) struct Taken<E> {
    pub(super) element: E,
    pub(super) target: Target,
    pub(super) masked: Masked,
    pub(super) flags: Vec<Flag>,
}

/// The last step, which the next event may still replace.
pub(super) struct Open<E> {
    pub(super) element: Option<E>,
    target: Option<Target>,
    masked: Masked,
    flags: Vec<Flag>,
    time: u64,
    pub(super) action: &'static str,
    revision: u32,
}

impl<E: Element> Recording<E> {
    /// A new step on an element.
    pub(super) fn with_target(
        &mut self,
        on: &E,
        action: Action,
        word: &'static str,
        moment: &Moment,
    ) -> Option<Recorded> {
        let taken = self.take(on)?;
        Some(self.add(Some(taken), action, word, moment))
    }

    /// Role, name and selectors of an element; `None` where the page forbids steps.
    pub(super) fn take(&mut self, element: &E) -> Option<Taken<E>> {
        self.redactor.take_masked();
        let target = target::take(element, &mut self.redactor)?;
        // What is drawn in a canvas has no elements to name.
        let flags = if target.tag == "canvas" { vec![Flag::Opaque] } else { Vec::new() };
        Some(Taken { element: element.clone(), target, masked: self.redactor.take_masked(), flags })
    }

    /// True where the last step was of this sort and on this element.
    pub(super) fn follows(&self, action: &str, element: &E) -> bool {
        self.open.as_ref().is_some_and(|open| open.action == action && open.element.as_ref() == Some(element))
    }

    /// A new step.
    pub(super) fn add(
        &mut self,
        taken: Option<Taken<E>>,
        action: Action,
        word: &'static str,
        moment: &Moment,
    ) -> Recorded {
        self.add_with(taken, action, word, Masked::default(), moment)
    }

    /// A new step; `extra` is what was masked in its value, which a later revision counts anew.
    pub(super) fn add_with(
        &mut self,
        taken: Option<Taken<E>>,
        action: Action,
        word: &'static str,
        extra: Masked,
        moment: &Moment,
    ) -> Recorded {
        let (element, target, masked, flags) = match taken {
            Some(taken) => (Some(taken.element), Some(taken.target), taken.masked, taken.flags),
            None => (None, None, Masked::default(), Vec::new()),
        };
        self.next += 1;
        self.open = Some(Open { element, target, masked, flags, time: moment.time, action: word, revision: 0 });
        self.recorded(action, extra, moment)
    }

    /// The open step with another action.
    pub(super) fn replace(&mut self, action: Action, word: &'static str, moment: &Moment) -> Option<Recorded> {
        self.replace_with(action, word, Masked::default(), moment)
    }

    /// The same, with what was masked in the new value.
    pub(super) fn replace_with(
        &mut self,
        action: Action,
        word: &'static str,
        extra: Masked,
        moment: &Moment,
    ) -> Option<Recorded> {
        let open = self.open.as_mut()?;
        open.revision += 1;
        open.action = word;
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

    fn recorded(&mut self, action: Action, extra: Masked, moment: &Moment) -> Recorded {
        self.redactor.take_masked();
        let url = self.redactor.url(&moment.url);
        let open = self.open.as_ref().expect("a step was just opened");
        let mut masked = open.masked;
        masked.add(&extra);
        masked.add(&self.redactor.take_masked());
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
            masked,
            flags,
        };
        Recorded { sequence, revision: open.revision, step }
    }
}
