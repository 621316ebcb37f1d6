//! The steps of a document: each is open until the next, and may be replaced until then.

use super::{EventContext, Recording, target};
use crate::element::Element;
use crate::observe;
use crate::redact::{MaskCounts, Raw};
use crate::role::lasting_name;
use crate::trace::{Action, FieldKind, Flag, Observation, ObservationRef, Step, Target};

/// A step to keep. A higher revision of a sequence replaces the lower one.
#[derive(Debug, PartialEq)]
pub struct StepRevision {
    /// DocumentPosition in the document, from 0.
    pub sequence: u32,
    /// From 0, one up with each replacement.
    pub revision: u32,
    /// The step.
    pub step: Step,
    /// What it was taken in; with its first revision only.
    pub observation: Option<Observation>,
}

/// The last observation: what the person does next is done in it, until they press again.
pub(super) struct LastObservation<E> {
    observation: observe::Observation<E>,
    id: String,
}

/// A step of which the address may say what is only known later: the name of whom the page is about.
pub(super) struct Unjudged {
    url: Raw,
    revision: u32,
    step: Step,
}

/// How many such are remembered.
const MOST_UNJUDGED: usize = 8;

/// What a step is to the events after it, which may go on with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StepKind {
    /// A second click makes a double click of it, a choice takes its place.
    Click,
    /// A third click at once is a part of it.
    DoubleClick,
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
            Action::DoubleClick { .. } => Self::DoubleClick,
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
    matches!(field, FieldKind::Text | FieldKind::Editor | FieldKind::Date | FieldKind::Time | FieldKind::Keys)
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
pub(super) struct CapturedTarget<E> {
    pub(super) element: E,
    pub(super) target: Target,
    pub(super) masked: MaskCounts,
    pub(super) flags: Vec<Flag>,
    pub(super) observation: Option<(Observation, ObservationRef)>,
}

/// The last step, which the next event may still replace.
pub(super) struct Open<E> {
    pub(super) element: Option<E>,
    target: Option<Target>,
    masked: MaskCounts,
    flags: Vec<Flag>,
    observation: Option<ObservationRef>,
    time: u64,
    kind: StepKind,
    revision: u32,
}

impl<E: Element> Recording<E> {
    /// A new step on an element.
    pub(super) fn with_target(&mut self, on: &E, action: Action, context: &EventContext) -> Option<StepRevision> {
        let when = match action {
            Action::KeyDown { .. } | Action::Copy | Action::Cut | Action::Paste | Action::Frame => When::Now,
            Action::Scroll { .. } | Action::Hover => When::Never,
            _ => When::Before,
        };
        let captured = self.capture(on, when)?;
        Some(self.add(Some(captured), action, context))
    }

    /// Role, name and selectors of an element, and what is seen around it; `None` where the page forbids steps.
    pub(super) fn capture(&mut self, element: &E, when: When) -> Option<CapturedTarget<E>> {
        self.capture_by(element, element, when)
    }

    /// The same of an element in whose place another is acted on: the label of a hidden box.
    pub(super) fn capture_by(&mut self, element: &E, acted_on: &E, when: When) -> Option<CapturedTarget<E>> {
        if !target::is_allowed(element) {
            return None;
        }
        // What is seen comes first: by it the name and the selectors are judged.
        let observation = self.observed_in(element, when);
        let fresh = self.observed_for_name(element, when);
        let seen = fresh.as_ref().or(self.last_observation.as_ref().map(|last| &last.observation));
        let (target, masked) = self.redactor.counting(|redactor| target::capture(element, acted_on, seen, redactor));
        // What is drawn in a canvas has no elements to name.
        let flags = if target.tag.as_str() == "canvas" { vec![Flag::Opaque] } else { Vec::new() };
        Some(CapturedTarget { element: element.clone(), target, masked, flags, observation })
    }

    /// What is seen now, where the last observation does not know the element by its name: nothing else judges it.
    fn observed_for_name(&mut self, element: &E, when: When) -> Option<observe::Observation<E>> {
        let known = |last: &LastObservation<E>| last.observation.name_of(element, &lasting_name(element)).is_some();
        if !self.redactor.judges() || when == When::Now || self.last_observation.as_ref().is_some_and(known) {
            return None;
        }
        Some(observe::observe(&element.body()?, element, &mut self.redactor))
    }

    /// Takes an element in `top` as a press takes its target, and leaves nothing of it: the element of a frame, for the steps in the
    /// frame; and what may be pressed first, because code that has run before runs faster, so that the person's first press needs not
    /// wait until the browser has compiled it. `None` where a marker forbids steps.
    pub fn describe(&mut self, top: &E, element: &E) -> Option<(Target, Observation)> {
        if !target::is_allowed(element) {
            return None;
        }
        Some(self.redactor.apart(|redactor| {
            let seen = observe::observe(top, element, redactor);
            let target = target::capture(element, element, Some(&seen), redactor);
            let observe::Observation { text, masked, .. } = seen;
            (target, Observation { id: redactor.mark(&text), text, masked })
        }))
    }

    fn observed_in(&mut self, element: &E, when: When) -> Option<(Observation, ObservationRef)> {
        match when {
            When::Now => {
                let observation = observe::observe(&element.body()?, element, &mut self.redactor);
                let id = self.redactor.mark(&observation.text);
                self.last_observation = Some(LastObservation { observation, id });
            }
            When::Before => {}
            When::Never => return None,
        }
        let LastObservation { observation, id } = self.last_observation.as_ref()?;
        let reference = ObservationRef { id: id.clone(), reference: observation.ref_of(element) };
        let observation = Observation { id: id.clone(), text: observation.text.clone(), masked: observation.masked };
        Some((observation, reference))
    }

    /// Remembers the address of a step, where addresses are judged.
    pub(super) fn wait_for_judgement(&mut self, revision: &StepRevision, context: &EventContext) {
        if self.redactor.judges() {
            if self.unjudged.len() == MOST_UNJUDGED {
                self.unjudged.remove(0);
            }
            let StepRevision { revision, step, .. } = revision;
            let url = Raw::new(context.url.expose());
            self.unjudged.push(Unjudged { url, revision: *revision, step: step.clone() });
        }
    }

    /// The steps of which the address proves to hold data.
    pub(super) fn judge_addresses(&mut self) -> Vec<StepRevision> {
        let mut all = Vec::new();
        for mut one in core::mem::take(&mut self.unjudged) {
            let (url, masked) = self.redactor.counting(|redactor| redactor.url(&one.url));
            if url != one.step.url {
                let sequence = one.step.seq;
                one.revision = self.revise(sequence, one.revision);
                one.step.url = url;
                one.step.masked.add(&masked);
                all.push(StepRevision { sequence, revision: one.revision, step: one.step.clone(), observation: None });
            }
            self.unjudged.push(one);
        }
        all
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
    pub(super) fn add(
        &mut self,
        captured: Option<CapturedTarget<E>>,
        action: Action,
        context: &EventContext,
    ) -> StepRevision {
        self.add_with(captured, action, MaskCounts::default(), context)
    }

    /// A new step; `extra` is what was masked in its value, which a later revision counts anew.
    pub(super) fn add_with(
        &mut self,
        captured: Option<CapturedTarget<E>>,
        action: Action,
        extra: MaskCounts,
        context: &EventContext,
    ) -> StepRevision {
        let (kind, time, revision) = (StepKind::of(&action), context.time, 0);
        let mut first = None;
        let open = match captured {
            Some(CapturedTarget { element, target, masked, flags, observation }) => {
                let (text, observation) = observation.unzip();
                first = text;
                Open { element: Some(element), target: Some(target), masked, flags, observation, time, kind, revision }
            }
            None => {
                let (masked, flags) = (MaskCounts::default(), Vec::new());
                Open { element: None, target: None, masked, flags, observation: None, time, kind, revision }
            }
        };
        self.next += 1;
        self.open = Some(open);
        StepRevision { observation: first, ..self.recorded(action, extra, context) }
    }

    /// The open step with another action.
    pub(super) fn replace(&mut self, action: Action, context: &EventContext) -> Option<StepRevision> {
        self.replace_with(action, MaskCounts::default(), context)
    }

    /// The same, with what was masked in the new value.
    pub(super) fn replace_with(
        &mut self,
        action: Action,
        extra: MaskCounts,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let open = self.open.as_mut()?;
        open.revision += 1;
        open.kind = StepKind::of(&action);
        Some(self.recorded(action, extra, context))
    }

    /// Nothing goes on with the open step.
    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.as_mut() {
            open.kind = StepKind::Other;
        }
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

    fn recorded(&mut self, action: Action, extra: MaskCounts, context: &EventContext) -> StepRevision {
        let (url, in_url) = self.redactor.counting(|redactor| redactor.url(&context.url));
        let open = self.open.as_ref().expect("a step was just opened");
        let mut masked = open.masked;
        masked.add(&extra);
        masked.add(&in_url);
        let mut flags = open.flags.clone();
        if !context.by_person && !flags.contains(&Flag::Autofill) {
            flags.push(Flag::PageInitiated);
        }
        let sequence = self.next - 1;
        let step = Step {
            seq: sequence,
            time: open.time,
            tab: self.position.tab,
            frame: self.position.frame.clone(),
            frame_selectors: Vec::new(),
            url,
            action,
            target: open.target.clone(),
            observation: open.observation.clone(),
            masked,
            flags,
        };
        StepRevision { sequence, revision: open.revision, step, observation: None }
    }
}
