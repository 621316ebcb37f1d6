//! What is typed is masked as a whole until the person leaves the field: half a secret looks like none.

use super::key::{is_sign, writes_a_line};
use super::retarget::control_of;
use super::{PageEvent, Recording, StepRevision};
use crate::element::Element;
use crate::redact::{EntityType, MaskCounts, Raw, Redacted, Typing};
use crate::trace::{Action, Step};

/// A step of a field that the person has not left: its text is not final.
pub(super) struct PendingText<E> {
    pub(super) field: E,
    sequence: u32,
    revision: u32,
    /// As it was recorded, without what is masked in the text.
    step: Step,
    pub(super) typed: Typed,
}

/// What a field holds while it is typed.
pub(super) struct Typed {
    pub(super) text: Raw,
    /// What the step says of it meanwhile.
    pub(super) value: Redacted,
    /// The field's entity type, where its rules make it private.
    pub(super) secret: Option<EntityType>,
    /// A privacy marker masks it.
    pub(super) hidden: bool,
}

/// How many steps of one field are pending at most, and of how many committed ones the text is remembered.
const MOST_STEPS: usize = 8;

impl<E: Element> Recording<E> {
    /// True for what a person does after the last sign was typed. Shortcuts, pasting and a press inside the field are not: more
    /// may follow. Nor is one beside an editor, whose tools are pressed while one writes.
    pub(super) fn ends_typing(&self, event: &PageEvent<E>) -> bool {
        let Some(PendingText { field, sequence, .. }) = self.pending.last() else { return false };
        if self.spells(*sequence) {
            // The focus may move with each sign.
            return match event {
                PageEvent::KeyDown { key, .. } => !is_sign(key.expose()),
                event => !matches!(event, PageEvent::KeySettled(_) | PageEvent::Leave),
            };
        }
        match event {
            PageEvent::Leave | PageEvent::Submit(_) | PageEvent::Navigate(_) => true,
            PageEvent::KeyDown { on, key, .. } => {
                ["Enter", "Tab", "Escape"].iter().any(|name| key.is(name)) && !writes_a_line(on, key.expose())
            }
            // A window without the focus sends no event of a field that was left.
            PageEvent::Click { on, .. } => !field.editable() && control_of(on) != *field,
            _ => false,
        }
    }

    /// Takes in what the page has made of the text since the last event. Where it took the text away that stays a step of its own, and
    /// what is typed next is another.
    pub(super) fn reread(&mut self) -> Vec<StepRevision> {
        let Some(pending) = self.pending.last_mut() else { return Vec::new() };
        let Some(now) = pending.field.value().filter(|now| !now.same(&pending.typed.text)) else { return Vec::new() };
        if now.is_made_of(&pending.typed.text) {
            pending.typed.text = now;
            return Vec::new();
        }
        let all = self.commit();
        self.close();
        all
    }

    /// The step with its text masked as a whole; the text waits until it is committed.
    pub(super) fn wait(
        &mut self,
        field: &E,
        mut recorded: StepRevision,
        typed: Typed,
        masked: &MaskCounts,
    ) -> StepRevision {
        let StepRevision { sequence, revision, .. } = recorded;
        self.pending.retain(|other| other.field == *field && other.sequence != sequence);
        self.committed.retain(|other| other.sequence != sequence);
        if self.pending.len() == MOST_STEPS {
            // It stays masked as a whole; the last one is committed.
            self.pending.remove(0);
        }
        self.pending.push(PendingText { field: field.clone(), sequence, revision, step: recorded.step.clone(), typed });
        recorded.step.masked.add(masked);
        recorded
    }

    /// Takes in what the field of the open step holds now. True where the step says the same of it as before.
    pub(super) fn goes_on(&mut self, field: &E, typed: &mut Typed) -> bool {
        let open = self.next.wrapping_sub(1);
        let Some(pending) = self.pending.last_mut() else { return false };
        let same = pending.field == *field && pending.sequence == open && pending.typed.value == typed.value;
        if same {
            core::mem::swap(&mut pending.typed, typed);
        }
        same
    }

    /// The step of a text that nobody types: it waits for nothing, nor does what was typed in the field before.
    pub(super) fn commit_at_once(&mut self, mut recorded: StepRevision, masked: &MaskCounts) -> StepRevision {
        self.pending.clear();
        recorded.step.masked.add(masked);
        recorded
    }

    /// The steps of the texts that waited, as the gate lets them through whole. What the field held before its last text may be
    /// a part of that: it is shown only where the last is nothing private. What was committed of the field before, when the person
    /// left it with half of it typed, is then masked again.
    pub fn commit(&mut self) -> Vec<StepRevision> {
        let mut all = Vec::new();
        let mut clean = true;
        while let Some(mut pending) = self.pending.pop() {
            let (revision, found) = self.final_revision(&mut pending, clean);
            all.push(revision);
            if clean && found {
                clean = false;
                for earlier in core::mem::take(&mut self.committed) {
                    let is_part =
                        earlier.field == pending.field && earlier.typed.text.shares_piece(&pending.typed.text);
                    if is_part { &mut self.pending } else { &mut self.committed }.push(earlier);
                }
            } else if clean {
                if self.committed.len() == MOST_STEPS {
                    self.committed.remove(0);
                }
                self.committed.push(pending);
            }
        }
        all
    }

    /// The step with its text as the gate lets it through, whole where it may be shown; and whether anything was masked in it.
    fn final_revision(&mut self, pending: &mut PendingText<E>, whole: bool) -> (StepRevision, bool) {
        let Typed { text, secret, hidden, .. } = &pending.typed;
        let typing = if whole { Typing::Done } else { Typing::Ongoing };
        let (kept, masked) = self.redactor.counting(|redactor| redactor.typed(text, *secret, *hidden, typing));
        let mut step = pending.step.clone();
        step.masked.add(&masked);
        if let Action::Change { value, .. } = &mut step.action {
            *value = kept;
        }
        let sequence = pending.sequence;
        pending.revision = self.revise(sequence, pending.revision);
        (StepRevision { sequence, revision: pending.revision, step, observation: None }, !masked.is_empty())
    }
}
