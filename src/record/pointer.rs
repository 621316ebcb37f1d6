//! Clicks and drags: the target is taken when the pointer goes down, before the page can change it.

use super::retarget::{contains, control_of, is_field, is_pressed_as_a_whole, label_acted_on};
use super::step::{CapturedTarget, StepKind, When};
use super::stroke::Stroke;
use super::{EventContext, Recording, StepRevision};
use crate::element::Element;
use crate::trace::{Action, Button, Modifier, Target};

/// How far in CSS pixels, along either axis, the pointer goes before a press is a drag.
const DRAG: i32 = 8;

/// A control that the browser makes no click on.
const DISABLED: &str = "[disabled],fieldset[disabled] *";

/// What the pointer went down on.
pub(super) struct PendingPress<E> {
    captured: CapturedTarget<E>,
    /// The innermost element there.
    on: E,
    at: (i32, i32),
    /// It was drawn: the control of a label often never is.
    drawn: bool,
    /// The pointer has come up without leaving the place: a click follows, unless the page takes the target away.
    released: Option<(Button, Vec<Modifier>)>,
}

impl<E: Element> PendingPress<E> {
    /// True where it is a press of this control.
    pub(super) fn is_on(&self, control: &E) -> bool {
        self.captured.element == *control
    }
}

/// How a click was made.
pub(super) struct Pressed {
    pub(super) button: Button,
    pub(super) at: (i32, i32),
    /// `UIEvent.detail`.
    pub(super) count: i32,
    pub(super) modifiers: Vec<Modifier>,
}

impl<E: Element> Recording<E> {
    pub(super) fn pointer_down(&mut self, on: &E, at: (i32, i32)) {
        self.space_pressed = false;
        let control = control_of(on);
        let label = label_acted_on(on, &control);
        let captured = self.capture_by(&control, label.as_ref().unwrap_or(&control), When::Now);
        self.pending_press = captured.map(|captured| PendingPress {
            on: on.clone(),
            at,
            drawn: captured.element.rendered() && on.rendered(),
            captured,
            released: None,
        });
    }

    pub(super) fn click(&mut self, on: &E, pressed: Pressed, context: &EventContext) -> Option<StepRevision> {
        let Pressed { button, at, count, modifiers } = pressed;
        let control = control_of(on);
        let captured = match self.pending_press.take() {
            Some(press) => press.captured,
            // Space presses a button or a box. Any other click without a pointer follows from a step that is
            // already there: Enter, a drag, or a click on the control's label.
            None if count == 0 && self.space_pressed => self.capture(&control, When::Now)?,
            None => return None,
        };
        let (offset_x, offset_y) = match count {
            0 => (captured.target.bounds[2] / 2, captured.target.bounds[3] / 2),
            _ => offset(&captured.target, at),
        };
        if count == 2 && self.follows(StepKind::Click, Some(&captured.element)) {
            let action = Action::DoubleClick { button, offset_x, offset_y, modifiers };
            return self.replace(action, context);
        }
        // A third selects what is around the word that the first two selected.
        if count > 2 && self.follows(StepKind::DoubleClick, Some(&captured.element)) {
            return None;
        }
        Some(self.add(Some(captured), Action::Click { button, offset_x, offset_y, modifiers }, context))
    }

    /// A press that ends elsewhere is a drag that the page makes by itself, unless it selects text or sets a field. A press
    /// on what has gone meanwhile is a click all the same, though the browser tells of none.
    pub(super) fn pointer_up(
        &mut self,
        pressed: Pressed,
        stroke: &Stroke,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let Pressed { at, button, modifiers, .. } = pressed;
        let press = self.pending_press.as_mut()?;
        let far = (at.0 - press.at.0).abs().max((at.1 - press.at.1).abs()) >= DRAG;
        if !far {
            press.released = Some((button, modifiers));
            return self.click_untold(false, context);
        }
        if is_field(&press.captured.element) {
            return None;
        }
        if is_drawn_on(&press.on) {
            let press = self.pending_press.take()?;
            return self.drawn(press, at, stroke, context);
        }
        let whole = is_pressed_as_a_whole(&press.captured.element);
        if whole
            && is_inside(at, press.captured.target.bounds)
            && press.captured.element.bounds() == press.captured.target.bounds
        {
            // The hand trembled.
            return None;
        }
        if stroke.selects_text || !stroke.changed {
            self.pending_press = None;
            return None;
        }
        // Asked only now: the page may be laid out anew for it.
        let under = under_dragged(&press.on, press.at, at)?;
        let press = self.pending_press.take()?;
        self.dragged_to(press, &under, at, context)
    }

    /// A press of which the browser told no click: on what the page took away meanwhile, or, once the page has heard that the pointer
    /// came up (`settled`), on a control whose click a listener of the page's before ours has stopped.
    pub(super) fn click_untold(&mut self, settled: bool, context: &EventContext) -> Option<StepRevision> {
        let press = self.pending_press.as_ref()?;
        let (button, _) = press.released.as_ref()?;
        let control = &press.captured.element;
        let is_gone = press.drawn && !(control.rendered() && press.on.rendered());
        let is_stopped =
            || settled && *button == Button::Primary && is_pressed_as_a_whole(control) && !control.matches(DISABLED);
        if !is_gone && !is_stopped() {
            return None;
        }
        let PendingPress { captured, at, released, .. } = self.pending_press.take()?;
        let (button, modifiers) = released?;
        let (offset_x, offset_y) = offset(&captured.target, at);
        Some(self.add(Some(captured), Action::Click { button, offset_x, offset_y, modifiers }, context))
    }

    pub(super) fn drag_start(&mut self, on: &E) {
        let press = self.pending_press.take();
        let at = press.as_ref().map(|press| press.at);
        // Taken by a handle inside it, it is the handle that has to be pressed again.
        let same = press.filter(|press| contains(on, &press.captured.element));
        self.dragged = same.or_else(|| {
            let captured = self.capture(on, When::Before)?;
            let [x, y, width, height] = captured.target.bounds;
            Some(PendingPress {
                captured,
                on: on.clone(),
                at: at.unwrap_or((x + width / 2, y + height / 2)),
                drawn: true,
                released: None,
            })
        });
    }

    pub(super) fn drop_on(&mut self, on: &E, at: (i32, i32), context: &EventContext) -> Option<StepRevision> {
        match self.dragged.take() {
            Some(press) => self.dragged_to(press, on, at, context),
            // From another window, or from the desktop.
            None => self.with_target(on, Action::Unknown { event: "drop".to_owned() }, context),
        }
    }

    /// A line that was drawn on a canvas ends where it began.
    fn drawn(
        &mut self,
        press: PendingPress<E>,
        at: (i32, i32),
        stroke: &Stroke,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let target = &press.captured.target;
        let [x, y, ..] = target.bounds;
        let (offset_x, offset_y) = offset(target, press.at);
        let (to_x, to_y) = (at.0 - x, at.1 - y);
        let path = stroke.turns.iter().map(|[left, top]| [left - x, top - y]).collect();
        let to = Box::new(target.clone());
        let action = Action::DragAndDrop { offset_x, offset_y, to, to_x, to_y, path };
        Some(self.add(Some(press.captured), action, context))
    }

    fn dragged_to(
        &mut self,
        press: PendingPress<E>,
        to: &E,
        at: (i32, i32),
        context: &EventContext,
    ) -> Option<StepRevision> {
        let to = self.capture(to, When::Never)?;
        let (offset_x, offset_y) = offset(&press.captured.target, press.at);
        let (to_x, to_y) = offset(&to.target, at);
        let to_target = Box::new(to.target);
        let action = Action::DragAndDrop { offset_x, offset_y, to: to_target, to_x, to_y, path: Vec::new() };
        let mut captured = press.captured;
        captured.masked.add(&to.masked);
        Some(self.add(Some(captured), action, context))
    }
}

/// What lies under the pointer at `to` and is not what is dragged, which was pressed at `from`.
fn under_dragged<E: Element>(pressed: &E, from: (i32, i32), to: (i32, i32)) -> Option<E> {
    pressed.elements_at(to).into_iter().find(|one| {
        if !contains(one, pressed) {
            return !contains(pressed, one);
        }
        // What holds the press holds it still: a row of a list would have moved away with it.
        one != pressed && is_inside(from, one.bounds())
    })
}

/// True for what is drawn on, and has no elements where it is.
fn is_drawn_on<E: Element>(element: &E) -> bool {
    element.tag() == "canvas"
}

fn is_inside(at: (i32, i32), [x, y, width, height]: [i32; 4]) -> bool {
    (x..x + width).contains(&at.0) && (y..y + height).contains(&at.1)
}

/// The pointer's place inside the target, kept inside it: a label's click may lie outside its control.
fn offset(target: &Target, at: (i32, i32)) -> (i32, i32) {
    let [x, y, width, height] = target.bounds;
    let inside = |place: i32, size: i32| if (0..size.max(1)).contains(&place) { place } else { size / 2 };
    (inside(at.0 - x, width), inside(at.1 - y, height))
}
