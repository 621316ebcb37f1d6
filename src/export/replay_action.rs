//! What a replay does for each step: decided once, written by each format in its own words.

use crate::trace::{Action, Button, FieldKind, Flag, Modifier, Step, Target, Via};

/// Milliseconds within which a page that reloads itself, or goes back, has done so.
const AT_ONCE: u64 = 1_000;

/// How many files a replay chooses at once. A trace that is opened may name any number.
const MOST_FILES: usize = 50;

/// How often a key is pressed at most that was held down. A trace that is opened may name any number.
const MOST_PRESSES: u32 = 500;

/// What is done in a replay.
pub(super) enum ReplayAction<'a> {
    /// The window takes this size, in CSS pixels.
    View {
        width: u32,
        height: u32,
    },
    /// A document is gone to that no step before it explains.
    Open,
    /// A document or an address is come to that a step before leads to.
    Arrive,
    /// A press of a mouse button, at a place inside the target in CSS pixels.
    Click {
        target: &'a Target,
        button: Button,
        twice: bool,
        x: i32,
        y: i32,
        held: &'a [Modifier],
    },
    /// A box or radio takes this state; where it is not known it is pressed.
    Check {
        target: &'a Target,
        checked: Option<bool>,
    },
    /// So many files are chosen; which ones is not known.
    Files {
        target: &'a Target,
        count: usize,
    },
    /// A field takes its final value.
    Change {
        target: &'a Target,
        field: FieldKind,
        value: &'a str,
    },
    /// Signs are typed into what has the focus.
    Type {
        value: &'a str,
    },
    /// A key is pressed, so often, while others are held.
    Press {
        key: &'a str,
        held: &'a [Modifier],
        count: u32,
    },
    /// The target, or the window, is scrolled to a place in CSS pixels.
    Scroll {
        target: Option<&'a Target>,
        x: i32,
        y: i32,
    },
    /// The pointer rests on the target.
    Hover {
        target: &'a Target,
    },
    /// The target is dragged onto another, taken and dropped at places inside them in CSS pixels, x and y.
    Drag {
        target: &'a Target,
        to: &'a Target,
        from: (i32, i32),
        at: (i32, i32),
        path: &'a [[i32; 2]],
    },
    /// The step's tab is there, comes to the front, or is closed.
    OpenTab,
    SwitchTab,
    CloseTab,
    /// Nothing: the page did it by itself, it follows from the step before, or a replay cannot do it.
    Nothing,
}

/// True for a part of an image map, which no browser lays out.
pub(super) fn is_area(target: &Target) -> bool {
    target.tag.as_str() == "area"
}

/// Each step with what a replay does for it.
pub(super) fn replay_actions(steps: &[Step]) -> impl Iterator<Item = (&Step, ReplayAction<'_>)> {
    let mut acted: Option<u64> = None;
    steps.iter().map(move |step| {
        // A link may take its time to load; what reloads or goes back does so at once, or it was the browser's own button.
        let explained = acted.is_some_and(|time| match step.action {
            Action::Navigate { via: Via::Reload | Via::BackForward } => step.time.saturating_sub(time) < AT_ONCE,
            _ => true,
        });
        let action = replay_action(step, explained);
        acted = match step.action {
            Action::Navigate { via: Via::Load | Via::Reload | Via::BackForward } => None,
            Action::Scroll { .. } => acted,
            _ => Some(step.time),
        };
        (step, action)
    })
}

/// `explained`: a step before it is why a new document is there.
fn replay_action(step: &Step, explained: bool) -> ReplayAction<'_> {
    if step.flags.contains(&Flag::PageInitiated) {
        return ReplayAction::Nothing;
    }
    match (&step.action, step.target.as_ref()) {
        (Action::Navigate { via: Via::Load | Via::Reload | Via::BackForward }, _)
            if !explained && step.frame.is_empty() =>
        {
            ReplayAction::Open
        }
        (Action::Navigate { .. }, _) if step.frame.is_empty() => ReplayAction::Arrive,
        (&Action::Click { button, offset_x: x, offset_y: y, ref modifiers }, Some(target)) => {
            ReplayAction::Click { target, button, twice: false, x, y, held: modifiers }
        }
        (&Action::DoubleClick { button, offset_x: x, offset_y: y, ref modifiers }, Some(target)) => {
            ReplayAction::Click { target, button, twice: true, x, y, held: modifiers }
        }
        (&Action::Change { field: FieldKind::Check | FieldKind::Radio, checked, .. }, Some(target)) => {
            ReplayAction::Check { target, checked }
        }
        (Action::Change { field: FieldKind::File, value, .. }, Some(target)) => {
            ReplayAction::Files { target, count: files(value.as_str()) }
        }
        (Action::Change { field: FieldKind::Keys, value, .. }, _) => ReplayAction::Type { value: value.as_str() },
        // A section of a date takes each sign by itself, and none that is put in.
        (Action::Change { field: FieldKind::Editor, value, .. }, Some(target)) if target.role == "spinbutton" => {
            ReplayAction::Type { value: value.as_str() }
        }
        (Action::Change { field, value, .. }, Some(target)) => {
            ReplayAction::Change { target, field: *field, value: value.as_str() }
        }
        (Action::KeyDown { key, modifiers, count }, _) => {
            ReplayAction::Press { key: key.as_str(), held: modifiers, count: (*count).clamp(1, MOST_PRESSES) }
        }
        (&Action::Scroll { x, y }, target) => ReplayAction::Scroll { target, x, y },
        (Action::Hover, Some(target)) => ReplayAction::Hover { target },
        (&Action::DragAndDrop { offset_x, offset_y, ref to, to_x, to_y, ref path }, Some(target)) => {
            ReplayAction::Drag { target, to, from: (offset_x, offset_y), at: (to_x, to_y), path }
        }
        (Action::OpenTab, _) => ReplayAction::OpenTab,
        (Action::SwitchTab, _) => ReplayAction::SwitchTab,
        (Action::CloseTab, _) => ReplayAction::CloseTab,
        (&Action::SetViewport { width, height }, _) => ReplayAction::View { width, height },
        _ => ReplayAction::Nothing,
    }
}

/// How many files a value says, as `2 files: pdf, other` does; none where they were taken away.
fn files(value: &str) -> usize {
    value.split_once(": ").map_or(0, |(_, kinds)| kinds.split(", ").count().min(MOST_FILES))
}
