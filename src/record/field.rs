//! Fields and controls: text becomes one step with its final value, a choice takes the place of its click.

use super::pending_text::Typed;
use super::retarget::editing_host;
use super::step::{StepKind, When, is_typed};
use super::{EventContext, Recording, StepRevision};
use crate::element::Element;
use crate::observe::chosen_of;
use crate::privacy::{privacy_of, secret_of};
use crate::redact::{EntityType, Marker, Raw, Redacted, Redactor, Typing};
use crate::trace::{Action, FieldKind, Flag};

impl<E: Element> Recording<E> {
    /// `change` does not leave a shadow tree, `input` does: a choice is taken from the first of both.
    pub(super) fn input(&mut self, on: &E, context: &EventContext) -> Option<StepRevision> {
        let field = editing_host(on);
        match field_kind(&field)? {
            kind if is_typed(kind) => self.set_text(&field, kind, context),
            kind => self.set_choice(&field, kind, context),
        }
    }

    pub(super) fn change(&mut self, on: &E, context: &EventContext) -> Option<StepRevision> {
        // The input events before it have told the same value already, unless autofill or a picker sent none.
        if self.last_changed.as_ref() == Some(on) {
            self.last_changed = None;
            return None;
        }
        self.input(on, context)
    }

    /// A value that a click chose takes the click's place.
    fn set_choice(&mut self, on: &E, kind: FieldKind, context: &EventContext) -> Option<StepRevision> {
        let (value, masked) = self.redactor.counting(|redactor| match kind {
            FieldKind::Check | FieldKind::Radio => Some(Redacted::default()),
            FieldKind::File => Some(redactor.file_kinds(&on.files())),
            _ => chosen(on, kind, redactor),
        });
        let checked = if matches!(kind, FieldKind::Check | FieldKind::Radio) { on.checked() } else { None };
        let action = Action::Change { field: kind, value: value?, checked };
        self.last_changed = Some(on.clone());
        self.pending_press = None;
        if self.follows(StepKind::Click, Some(on)) || self.follows(StepKind::Choice, Some(on)) {
            return self.replace_with(action, masked, context);
        }
        let captured = self.capture(on, When::Before)?;
        Some(self.add_with(Some(captured), action, masked, context))
    }

    /// A text field's value, in the step that is already open for it or in a new one. While it is typed the step tells that
    /// it is, and nothing else: it stays the same at each key.
    fn set_text(&mut self, field: &E, kind: FieldKind, context: &EventContext) -> Option<StepRevision> {
        let privacy = privacy_of(field);
        if privacy >= Some(Marker::Ignore) {
            return None;
        }
        self.last_changed = Some(field.clone());
        // A value that the browser filled in is the person's own data, whatever the field is called, and is there at once.
        let filled = field.autofilled();
        let secret = secret_of(field);
        let text = field.value()?;
        // The arrows of a number and the cross of a search are pressed: that is told by what they set.
        if self.pending_press.as_ref().is_some_and(|press| press.is_on(field)) {
            self.pending_press = None;
        }
        let secret = secret.or_else(|| is_a_part(field, &text).then_some(EntityType::Secret));
        let hidden = privacy.is_some() || filled;
        let typing = if filled { Typing::Done } else { Typing::Ongoing };
        let (value, masked) = self.redactor.counting(|redactor| redactor.typed(&text, secret, hidden, typing));
        let action = Action::Change { field: kind, value: value.clone(), checked: None };
        let mut typed = Typed { text, value, secret, hidden };
        let follows = self.follows(StepKind::Text, Some(field));
        if follows && !filled && self.goes_on(field, &mut typed) {
            return None;
        }
        let recorded = if follows {
            if filled {
                self.flag(Flag::Autofill);
            }
            self.replace(action, context)?
        } else {
            let mut captured = self.capture(field, When::Before)?;
            if filled {
                captured.flags.push(Flag::Autofill);
            }
            self.add(Some(captured), action, context)
        };
        Some(if filled { self.commit_at_once(recorded, &masked) } else { self.wait(field, recorded, typed, &masked) })
    }
}

/// What was chosen, which is one of the page's own values; masked by the detectors.
fn chosen<E: Element>(on: &E, kind: FieldKind, redactor: &mut Redactor) -> Option<Redacted> {
    let masked = match privacy_of(on) {
        privacy if privacy >= Some(Marker::Ignore) => return None,
        privacy => privacy.is_some(),
    };
    let secret = secret_of(on);
    let mut all = Raw::default();
    if kind == FieldKind::Select {
        for (place, value) in on.chosen().iter().enumerate() {
            if place > 0 {
                all.push(&Raw::new("\n"));
            }
            all.push(value);
        }
    } else {
        all = on.value()?;
    }
    Some(match secret {
        None if kind == FieldKind::Select && redactor.judges() && !masked => chosen_of(on, &all, redactor),
        None if kind == FieldKind::Select => redactor.shown(&all, masked),
        // A colour or a place on a slider is no choice of the page's.
        _ => redactor.typed(&all, secret, masked, Typing::Done),
    })
}

/// Types of input whose value is not a line of text.
const INPUTS: &[(&str, FieldKind)] = &[
    ("checkbox", FieldKind::Check),
    ("color", FieldKind::Color),
    ("date", FieldKind::Date),
    ("datetime-local", FieldKind::Date),
    ("file", FieldKind::File),
    ("month", FieldKind::Date),
    ("radio", FieldKind::Radio),
    ("range", FieldKind::Range),
    ("time", FieldKind::Time),
    ("week", FieldKind::Date),
];

/// Longest text, in signs, of a box for a part of a number.
const LONGEST_PART: u32 = 4;

/// True for digits in a box that takes no more than four: a card, a code or an account is asked for in such.
fn is_a_part<E: Element>(field: &E, text: &Raw) -> bool {
    let most = field.attribute("maxlength").and_then(|most| most.expose().parse().ok());
    most.is_some_and(|most: u32| most <= LONGEST_PART) && text.is_number()
}

/// What sort of field an element is; `None` where it is none.
fn field_kind<E: Element>(element: &E) -> Option<FieldKind> {
    match element.tag().as_str() {
        "select" => Some(FieldKind::Select),
        "textarea" => Some(FieldKind::Text),
        "input" => {
            let known = element.attribute("type").and_then(|kind| INPUTS.iter().find(|(word, _)| kind.is(word)));
            Some(known.map_or(FieldKind::Text, |&(_, kind)| kind))
        }
        _ => element.editable().then_some(FieldKind::Editor),
    }
}
