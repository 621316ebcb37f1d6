//! Keys that act: Enter, Escape, Tab, shortcuts, arrows where they move through a widget, and any other that the page takes for itself.

use super::pending_text::Typed;
use super::retarget::contains;
use super::step::{CapturedTarget, StepKind, When};
use super::{EventContext, Recording, StepRevision};
use crate::element::Element;
use crate::privacy::{privacy_of, secret_of};
use crate::redact::{Marker, Raw, Redacted, Typing};
use crate::role::role;
use crate::trace::{Action, FieldKind, Modifier};

/// Keys that act wherever they are pressed.
const ACTING: &[&str] =
    &["Enter", "Escape", "Tab", "ContextMenu", "F1", "F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10"];
/// Keys that act in the widgets of [`WIDGETS`], and elsewhere where the page takes them: they only scroll or move a caret there.
const MOVING: &[&str] =
    &["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Delete", "End", "Home", "PageDown", "PageUp"];
/// Keys that are held for another, or that write in parts.
const HELD: &[&str] = &["Alt", "Control", "Meta", "Shift", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"];
/// Roles whose widgets arrows move through (ARIA Authoring Practices, keyboard interaction). Native controls are not among
/// them where their change event tells the new value.
const WIDGETS: &[&str] = &[
    "combobox",
    "grid",
    "gridcell",
    "listbox",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "row",
    "scrollbar",
    "separator",
    "slider",
    "spinbutton",
    "tab",
    "tablist",
    "toolbar",
    "tree",
    "treegrid",
    "treeitem",
];
/// Keys that change the text of a field, beside signs.
const EDITING: &[&str] = &["Enter", "Backspace", "Delete"];
/// What Space presses by itself.
const PRESSED_BY_SPACE: &str = "button,summary,input[type=checkbox],input[type=radio],input[type=button],input[type=submit],\
    input[type=reset],input[type=image],input[type=color],input[type=file]";
/// Inputs that nothing is written into.
const UNWRITTEN: &str = "input:is([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],\
    [type=color],[type=file],[type=range]),input[readonly],textarea[readonly]";
/// Within how many ms of the last sign another goes on with the text that is spelled where no field is.
const SPELLED_WITHIN: u64 = 2_000;
/// So many letters one after the other may be keys of the page's; from the next on they are a text.
const MOST_LETTERS: usize = 2;

/// What a page did with a key until all of its listeners had run, and in the moment after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyEffects {
    /// It kept the browser from doing what the key does, or sent a form or went to another address meanwhile.
    pub prevented: bool,
    /// Something else has the focus.
    pub refocused: bool,
    /// What stands in the document has changed.
    pub changed: bool,
    /// The caret of the field is at another place.
    pub caret_moved: bool,
    /// The element has a text that only the page keeps (`EditContext`).
    pub written_by_page: bool,
}

/// A key of which it shows only when the page has heard of it whether it acts.
pub(super) struct PendingKey<E> {
    on: E,
    key: Raw,
    modifiers: Vec<Modifier>,
    /// Where it may act wherever that is.
    captured: Option<CapturedTarget<E>>,
    /// It was pressed in a field that is written into.
    writes: bool,
    /// What the field held, where it was read.
    before: Option<Raw>,
}

/// Signs that were typed where no field is.
pub(super) struct Spelling<E> {
    on: E,
    text: Raw,
    sequence: u32,
    time: u64,
}

/// When a key is known to act.
enum Acts {
    AtOnce,
    IfTaken,
    Never,
}

impl<E: Element> Recording<E> {
    pub(super) fn key_down(
        &mut self,
        on: &E,
        key: Raw,
        modifiers: Vec<Modifier>,
        context: &EventContext,
    ) -> Option<StepRevision> {
        self.space_pressed = key.expose() == " ";
        self.pending_press = None;
        self.pending_key = None;
        match acts(on, key.expose(), &modifiers) {
            Acts::AtOnce => {
                let captured = self.capture(on, When::Now)?;
                Some(self.press_key(captured, &key, modifiers, context))
            }
            Acts::IfTaken => {
                self.pending_key = self.pending_key_of(on, key, modifiers);
                None
            }
            Acts::Never => None,
        }
    }

    fn pending_key_of(&mut self, on: &E, key: Raw, modifiers: Vec<Modifier>) -> Option<PendingKey<E>> {
        let writes = takes_text(on);
        let sign = is_sign(key.expose());
        if writes && privacy_of(on) >= Some(Marker::Ignore) {
            return None;
        }
        // A sign in a field is seldom more than a sign.
        let captured = if writes && sign { None } else { Some(self.capture(on, When::Now)?) };
        // The browser takes its time to tell the text of a long editor.
        let is_read = writes && (!on.editable() || EDITING.contains(&key.expose()));
        let before = if is_read { on.value() } else { None };
        Some(PendingKey { on: on.clone(), key, modifiers, captured, writes, before })
    }

    /// What the page did with the last key. It acted where the page took it.
    pub(super) fn key_settled(&mut self, effects: KeyEffects, context: &EventContext) -> Vec<StepRevision> {
        match self.pending_key.take() {
            Some(pending) if pending.writes => self.settled_in_field(pending, effects, context),
            Some(pending) => self.settled_outside(pending, effects, context).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn settled_in_field(
        &mut self,
        pending: PendingKey<E>,
        effects: KeyEffects,
        context: &EventContext,
    ) -> Vec<StepRevision> {
        let PendingKey { on, key, modifiers, captured, before, .. } = pending;
        if on.editable() && !effects.prevented && !effects.refocused {
            return Vec::new();
        }
        let before = before.or_else(|| self.pending_text_of(&on));
        let after = on.value().unwrap_or_default();
        if !is_taken(key.expose(), before.as_ref(), &after, effects) {
            // What the page writes itself the browser tells of as no input.
            let written = before.as_ref().map_or(effects.prevented, |before| !before.same(&after));
            return if written { self.input(&on, context).into_iter().collect() } else { Vec::new() };
        }
        let mut all = self.commit();
        if let Some(captured) = captured.or_else(|| self.capture(&on, When::Before)) {
            all.push(self.press_key(captured, &key, modifiers, context));
        }
        all
    }

    fn settled_outside(
        &mut self,
        pending: PendingKey<E>,
        effects: KeyEffects,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let PendingKey { on, key, modifiers, captured, .. } = pending;
        let text = key.expose();
        let native = matches!(on.tag().as_str(), "select" | "input") || (text == " " && on.matches(PRESSED_BY_SPACE));
        let taken = effects.prevented || effects.refocused || effects.written_by_page || (effects.changed && !native);
        if !taken {
            return None;
        }
        self.space_pressed = false;
        if is_sign(text) {
            self.press_sign(&on, &key, modifiers, captured?, effects.written_by_page, context)
        } else {
            Some(self.press_key(captured?, &key, modifiers, context))
        }
    }

    /// A sign where no field is: a key of the page's, or, where others came right before it, one of a text, which is masked as such.
    fn press_sign(
        &mut self,
        on: &E,
        key: &Raw,
        modifiers: Vec<Modifier>,
        captured: CapturedTarget<E>,
        written_by_page: bool,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let next = self.next;
        let goes_on = self.spelling.as_ref().is_some_and(|spelling| {
            spelling.sequence + 1 == next && context.time.saturating_sub(spelling.time) < SPELLED_WITHIN
        });
        let mut spelling = self.spelling.take().filter(|_| goes_on).unwrap_or_else(|| Spelling {
            on: on.clone(),
            text: Raw::default(),
            sequence: next,
            time: context.time,
        });
        spelling.text.push(key);
        spelling.time = context.time;
        let is_text =
            written_by_page || (goes_on && self.follows_any(StepKind::Text)) || is_spelled(spelling.text.expose());
        if !is_text {
            spelling.sequence = next;
            self.spelling = Some(spelling);
            return Some(self.press_key(captured, key, modifiers, context));
        }
        let revision = self.spell(&spelling, goes_on, captured, context);
        self.spelling = Some(spelling);
        revision
    }

    /// The step of a text that is spelled, which says what it is once it is over.
    fn spell(
        &mut self,
        spelling: &Spelling<E>,
        goes_on: bool,
        captured: CapturedTarget<E>,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let field = &spelling.on;
        let hidden = privacy_of(field).is_some();
        let secret = secret_of(field);
        let text = Raw::new(spelling.text.expose());
        let (value, masked) = self.redactor.counting(|redactor| redactor.typed(&text, secret, hidden, Typing::Ongoing));
        let action = Action::Change { field: FieldKind::Keys, value: value.clone(), checked: None };
        let mut typed = Typed { text, value, secret, hidden };
        let recorded = if goes_on {
            if self.goes_on(field, &mut typed) {
                return None;
            }
            self.replace(action, context)?
        } else {
            self.add(Some(captured), action, context)
        };
        Some(self.wait(field, recorded, typed, &masked))
    }

    /// What was typed into the field until now, where it is still pending.
    fn pending_text_of(&self, on: &E) -> Option<Raw> {
        let pending = self.pending.last()?;
        let is_own = contains(&pending.field, on);
        is_own.then(|| Raw::new(pending.typed.text.expose()))
    }

    fn press_key(
        &mut self,
        captured: CapturedTarget<E>,
        key: &Raw,
        modifiers: Vec<Modifier>,
        context: &EventContext,
    ) -> StepRevision {
        let key = self.redactor.key(key);
        let revision = self.add(
            Some(captured),
            Action::KeyDown { key: key.clone(), modifiers: modifiers.clone(), count: 1 },
            context,
        );
        self.held_key = Some(HeldKey { key, modifiers, sequence: revision.sequence, count: 1 });
        revision
    }

    /// True where the step of that sequence is a text that is spelled.
    pub(super) fn spells(&self, sequence: u32) -> bool {
        self.spelling.as_ref().is_some_and(|spelling| spelling.sequence == sequence)
    }

    /// The key is held down: it counts where it acted when it went down.
    pub(super) fn key_repeated(&mut self, key: &Raw, context: &EventContext) -> Option<StepRevision> {
        let next = self.next;
        let key = self.redactor.key(key);
        let held = self.held_key.as_mut().filter(|held| held.key == key && held.sequence + 1 == next)?;
        held.count += 1;
        let action = Action::KeyDown { key, modifiers: held.modifiers.clone(), count: held.count };
        self.replace(action, context)
    }
}

/// The key of the last step, which may be held down.
pub(super) struct HeldKey {
    key: Redacted,
    modifiers: Vec<Modifier>,
    sequence: u32,
    count: u32,
}

fn acts<E: Element>(on: &E, key: &str, modifiers: &[Modifier]) -> Acts {
    if HELD.contains(&key) {
        return Acts::Never;
    }
    // With Alt alone a Mac writes another sign, which may be one of a password.
    let writes =
        modifiers.iter().all(|held| matches!(held, Modifier::Alt | Modifier::Shift)) && takes_text(on) && is_sign(key);
    let shortcut = modifiers.iter().any(|held| *held != Modifier::Shift) && !writes;
    let acting = ACTING.contains(&key) && !writes_a_line(on, key);
    if shortcut || acting || (MOVING.contains(&key) && moves(on)) { Acts::AtOnce } else { Acts::IfTaken }
}

/// True where the page took a key that was pressed in a field: it did more, or other, than to write or to move the caret.
/// `before` and `after`: what the field held.
fn is_taken(key: &str, before: Option<&Raw>, after: &Raw, effects: KeyEffects) -> bool {
    let KeyEffects { prevented, refocused, changed, caret_moved, .. } = effects;
    let same = before.is_none_or(|before| before.same(after));
    let emptied = after.is_blank() && before.is_some_and(|before| !before.is_blank());
    match key {
        "Enter" => {
            let only_a_line = before.is_some_and(|before| !same && before.same_words(after));
            refocused || emptied || (prevented && !only_a_line)
        }
        "Backspace" | "Delete" => same && after.is_blank() && (prevented || changed || refocused),
        // Letters and digits in a field are its text, wherever the page puts them.
        _ if is_sign(key) && key.bytes().all(is_alphanumeric) => false,
        _ if is_sign(key) => emptied || (prevented && (refocused || (same && changed))),
        _ => refocused || (prevented && same && !caret_moved),
    }
}

pub(super) fn is_sign(key: &str) -> bool {
    key.chars().count() == 1
}

/// True for letters and digits; of other scripts all signs are taken for such.
fn is_alphanumeric(sign: u8) -> bool {
    sign.is_ascii_alphanumeric() || !sign.is_ascii()
}

/// True for signs in a row that are no keys of a page's any more: two digits, or more than [`MOST_LETTERS`] that are not all the same.
fn is_spelled(signs: &str) -> bool {
    let bytes = signs.as_bytes();
    let digits = bytes.iter().filter(|sign| sign.is_ascii_digit()).count();
    let letters = bytes.iter().filter(|sign| is_alphanumeric(**sign)).count();
    bytes.iter().any(|sign| *sign != bytes[0]) && (digits > 1 || letters > MOST_LETTERS)
}

/// True where the element is a widget that arrows move through, and not a native control that tells its own change.
fn moves<E: Element>(on: &E) -> bool {
    let native = matches!(on.tag().as_str(), "input" | "select" | "textarea");
    let opens_a_list = on.attribute("aria-expanded").is_some() || on.attribute("aria-controls").is_some();
    // What is written in place tells its own change, or takes the key.
    WIDGETS.contains(&role(on)) && !on.editable() && (!native || opens_a_list)
}

/// True for an element into which text is written.
pub(super) fn takes_text<E: Element>(on: &E) -> bool {
    on.editable() || (matches!(on.tag().as_str(), "input" | "textarea") && !on.matches(UNWRITTEN))
}

/// True where the key writes into the field, so that the field's value tells it.
pub(super) fn writes_a_line<E: Element>(on: &E, key: &str) -> bool {
    key == "Enter" && (on.tag() == "textarea" || on.editable())
}
