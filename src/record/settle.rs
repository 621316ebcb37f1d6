//! What is typed is masked as a whole until the person leaves the field: half a secret looks like none.

use super::key::writes_a_line;
use super::retarget::control_of;
use super::{Observed, Recorded, Recording};
use crate::element::Element;
use crate::redact::{Masked, Raw};
use crate::trace::{Action, Step};

/// A step whose text is not yet told.
pub(super) struct Unsettled<E> {
    field: E,
    sequence: u32,
    revision: u32,
    /// As it was recorded, without what is masked in the text.
    step: Step,
    text: Raw,
}

/// How many steps of one field wait at most.
const MOST_WAITING: usize = 8;

impl<E: Element> Recording<E> {
    /// True for what a person does after the last sign was typed. Shortcuts, pasting and a press inside the field are not: more
    /// may follow. Nor is one beside an editor, whose tools are pressed while one writes.
    pub(super) fn ends_typing(&self, event: &Observed<E>) -> bool {
        let Some(Unsettled { field, .. }) = self.unsettled.last() else { return false };
        match event {
            Observed::Leave | Observed::Submit(_) | Observed::Navigate(_) => true,
            Observed::KeyDown { on, key, .. } => {
                ["Enter", "Tab", "Escape"].iter().any(|name| key.is(name)) && !writes_a_line(on, key.expose())
            }
            // A window without the focus tells of no field that was left.
            Observed::Click { on, .. } => !field.editable() && control_of(on) != *field,
            _ => false,
        }
    }

    /// The step with its text masked as a whole; the text waits until it is settled.
    pub(super) fn wait(&mut self, field: &E, mut recorded: Recorded, text: Raw, masked: &Masked) -> Recorded {
        let Recorded { sequence, revision, .. } = recorded;
        self.unsettled.retain(|other| other.field == *field && other.sequence != sequence);
        if self.unsettled.len() < MOST_WAITING {
            self.unsettled.push(Unsettled {
                field: field.clone(),
                sequence,
                revision,
                step: recorded.step.clone(),
                text,
            });
        }
        recorded.step.masked.add(masked);
        recorded
    }

    /// The steps of the texts that waited, as the gate lets them through whole. What the field held before its last text may be
    /// a part of that: it is told only where the last is nothing private.
    pub fn settle(&mut self) -> Vec<Recorded> {
        let mut told = Vec::new();
        let mut clean = true;
        while let Some(Unsettled { sequence, revision, mut step, text, .. }) = self.unsettled.pop() {
            self.redactor.take_masked();
            let kept = self.redactor.typed(&text, None, false, clean);
            let masked = self.redactor.take_masked();
            clean = clean && masked.is_empty();
            step.masked.add(&masked);
            if let Action::Change { value, .. } = &mut step.action {
                *value = kept;
            }
            told.push(Recorded { sequence, revision: self.revise(sequence, revision), step, observation: None });
        }
        told
    }
}
