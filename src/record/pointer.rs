//! Clicks and drags: the target is taken when the pointer goes down, before the page can change it.

use super::retarget::{contains, control_of, is_field};
use super::step::{CapturedTarget, StepKind, When};
use super::{EventContext, Recording, StepRevision};
use crate::element::Element;
use crate::trace::{Action, Button, Target};

/// How far in CSS pixels, along either axis, the pointer goes before a press is a drag.
const DRAG: i32 = 8;

/// What the pointer went down on.
pub(super) struct PendingPress<E> {
    captured: CapturedTarget<E>,
    /// The innermost element there.
    on: E,
    at: (i32, i32),
    /// It was drawn: the control of a label often never is.
    drawn: bool,
}

impl<E: Element> Recording<E> {
    pub(super) fn pointer_down(&mut self, on: &E, at: (i32, i32)) {
        self.space_pressed = false;
        self.pending_press = self.capture(&control_of(on), When::Now).map(|captured| PendingPress {
            on: on.clone(),
            at,
            drawn: captured.element.rendered(),
            captured,
        });
    }

    pub(super) fn click(
        &mut self,
        on: &E,
        button: Button,
        at: (i32, i32),
        count: i32,
        context: &EventContext,
    ) -> Option<StepRevision> {
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
        let twice = count == 2 && self.follows(StepKind::Click, Some(&captured.element));
        if twice {
            let action = Action::DoubleClick { button, offset_x, offset_y };
            return self.replace(action, context);
        }
        Some(self.add(Some(captured), Action::Click { button, offset_x, offset_y }, context))
    }

    /// A press that ends elsewhere is a drag that the page makes by itself, unless it selects text or sets a field. A press
    /// on what has gone meanwhile is a click all the same, though the browser tells of none.
    pub(super) fn pointer_up(
        &mut self,
        at: (i32, i32),
        button: Button,
        context: &EventContext,
    ) -> Option<StepRevision> {
        let press = self.pending_press.as_ref()?;
        let far = (at.0 - press.at.0).abs().max((at.1 - press.at.1).abs()) >= DRAG;
        if !far && press.drawn && !press.captured.element.rendered() {
            let PendingPress { captured, at, .. } = self.pending_press.take()?;
            let (offset_x, offset_y) = offset(&captured.target, at);
            return Some(self.add(Some(captured), Action::Click { button, offset_x, offset_y }, context));
        }
        if !far || is_field(&press.captured.element) {
            return None;
        }
        // Asked only now: the page may be laid out anew for it.
        let under = under_dragged(&press.on, press.at, at)?;
        let press = self.pending_press.take()?;
        if under.text_selected() { None } else { self.dragged_to(press, &under, at, context) }
    }

    pub(super) fn drag_start(&mut self, on: &E) {
        let press = self.pending_press.take();
        let at = press.as_ref().map(|press| press.at);
        let same = press.filter(|press| press.captured.element == *on);
        self.dragged = same.or_else(|| {
            let captured = self.capture(on, When::Before)?;
            let [x, y, width, height] = captured.target.bounds;
            Some(PendingPress {
                captured,
                on: on.clone(),
                at: at.unwrap_or((x + width / 2, y + height / 2)),
                drawn: true,
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
        let action = Action::DragAndDrop { offset_x, offset_y, to: Box::new(to.target), to_x, to_y };
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
        let [x, y, width, height] = one.bounds();
        one != pressed && (x..x + width).contains(&from.0) && (y..y + height).contains(&from.1)
    })
}

/// The pointer's place inside the target, kept inside it: a label's click may lie outside its control.
fn offset(target: &Target, at: (i32, i32)) -> (i32, i32) {
    let [x, y, width, height] = target.bounds;
    let inside = |place: i32, size: i32| if (0..size.max(1)).contains(&place) { place } else { size / 2 };
    (inside(at.0 - x, width), inside(at.1 - y, height))
}
