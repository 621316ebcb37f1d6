//! Clicks and drags: the target is taken when the pointer goes down, before the page can change it.

use super::retarget::{control_of, is_field};
use super::step::{StepKind, Taken, When};
use super::{Moment, Recorded, Recording};
use crate::element::Element;
use crate::trace::{Action, Button, Target};

/// How far in CSS pixels, along either axis, the pointer goes before a press is a drag.
const DRAG: i32 = 8;

/// What the pointer went down on.
pub(super) struct Armed<E> {
    taken: Taken<E>,
    at: (i32, i32),
    /// It was drawn: the control of a label often never is.
    drawn: bool,
}

impl<E: Element> Recording<E> {
    pub(super) fn pointer_down(&mut self, on: &E, at: (i32, i32)) {
        self.space_pressed = false;
        self.armed =
            self.take(&control_of(on), When::Now).map(|taken| Armed { at, drawn: taken.element.rendered(), taken });
    }

    pub(super) fn click(
        &mut self,
        on: &E,
        button: Button,
        at: (i32, i32),
        count: i32,
        moment: &Moment,
    ) -> Option<Recorded> {
        let control = control_of(on);
        let taken = match self.armed.take() {
            Some(armed) => armed.taken,
            // Space presses a button or a box. Any other click without a pointer follows from a step that is
            // already there: Enter, a drag, or a click on the control's label.
            None if count == 0 && self.space_pressed => self.take(&control, When::Now)?,
            None => return None,
        };
        let (offset_x, offset_y) = match count {
            0 => (taken.target.bounds[2] / 2, taken.target.bounds[3] / 2),
            _ => offset(&taken.target, at),
        };
        let twice = count == 2 && self.follows(StepKind::Click, Some(&taken.element));
        if twice {
            let action = Action::DoubleClick { button, offset_x, offset_y };
            return self.replace(action, moment);
        }
        Some(self.add(Some(taken), Action::Click { button, offset_x, offset_y }, moment))
    }

    /// A press that ends elsewhere is a drag that the page makes by itself, unless it selects text or sets a field. A press
    /// on what has gone meanwhile is a click all the same, though the browser tells of none.
    pub(super) fn pointer_up(
        &mut self,
        under: &E,
        at: (i32, i32),
        button: Button,
        selecting: bool,
        moment: &Moment,
    ) -> Option<Recorded> {
        let armed = self.armed.as_ref()?;
        let far = (at.0 - armed.at.0).abs().max((at.1 - armed.at.1).abs()) >= DRAG;
        if !far && armed.drawn && !armed.taken.element.rendered() {
            let Armed { taken, at, .. } = self.armed.take()?;
            let (offset_x, offset_y) = offset(&taken.target, at);
            return Some(self.add(Some(taken), Action::Click { button, offset_x, offset_y }, moment));
        }
        if !far || is_field(&armed.taken.element) {
            return None;
        }
        let armed = self.armed.take()?;
        if selecting { None } else { self.dragged_to(armed, under, at, moment) }
    }

    pub(super) fn drag_start(&mut self, on: &E) {
        let armed = self.armed.take();
        let at = armed.as_ref().map(|armed| armed.at);
        let same = armed.filter(|armed| armed.taken.element == *on);
        self.dragged = same.or_else(|| {
            let taken = self.take(on, When::Before)?;
            let [x, y, width, height] = taken.target.bounds;
            Some(Armed { taken, at: at.unwrap_or((x + width / 2, y + height / 2)), drawn: true })
        });
    }

    pub(super) fn drop_on(&mut self, on: &E, at: (i32, i32), moment: &Moment) -> Option<Recorded> {
        match self.dragged.take() {
            Some(armed) => self.dragged_to(armed, on, at, moment),
            // From another window, or from the desktop.
            None => self.with_target(on, Action::Unknown { event: "drop".to_owned() }, moment),
        }
    }

    fn dragged_to(&mut self, armed: Armed<E>, to: &E, at: (i32, i32), moment: &Moment) -> Option<Recorded> {
        let to = self.take(to, When::Never)?;
        let (offset_x, offset_y) = offset(&armed.taken.target, armed.at);
        let (to_x, to_y) = offset(&to.target, at);
        let action = Action::DragAndDrop { offset_x, offset_y, to: Box::new(to.target), to_x, to_y };
        let mut taken = armed.taken;
        taken.masked.add(&to.masked);
        Some(self.add(Some(taken), action, moment))
    }
}

/// The pointer's place inside the target, kept inside it: a label's click may lie outside its control.
fn offset(target: &Target, at: (i32, i32)) -> (i32, i32) {
    let [x, y, width, height] = target.bounds;
    let inside = |place: i32, size: i32| if (0..size.max(1)).contains(&place) { place } else { size / 2 };
    (inside(at.0 - x, width), inside(at.1 - y, height))
}
