//! Steps about a tab, of which no page tells: it was opened, came to the front, was closed.

use crate::redact::{Raw, Redactor};
use crate::trace::{Action, Step};

/// A step on the tab of that number, whose page is of `origin`; `time` in milliseconds since the session started.
#[must_use]
pub fn tab_step(action: Action, tab: u32, origin: &Raw, time: u64, redactor: &mut Redactor) -> Step {
    let (url, masked) = redactor.counting(|redactor| redactor.url(origin));
    Step {
        seq: 0,
        time,
        tab,
        frame: Vec::new(),
        frame_selectors: Vec::new(),
        url,
        action,
        target: None,
        observation: None,
        masked,
        flags: Vec::new(),
    }
}
