//! Layer 6: a trace as a file, one format a module, and the way back.

mod context;
mod json;
mod jsonl;
mod observed;
mod playwright;
mod replay_action;
mod retroactive_mask;
mod sentence;
mod stored;
mod terms;
mod user_flow;
mod version_1;

pub use jsonl::{LineError, Trace, TraceError, read_trace, write_trace};
pub use playwright::playwright;
pub use retroactive_mask::{Found, WordMasked, mask_observation, mask_step, mask_word};
pub use sentence::{Arg, Phrase, phrase, sentence};
pub use stored::read_stored;
pub use terms::{Match, observed_without_terms, search, without_terms};
pub use user_flow::user_flow;

use crate::format::Format;
use crate::redact::{Terms, own_words};
use crate::trace::{Header, Observation, Step};

impl Header {
    /// The goal, or a title where none was said.
    fn title(&self) -> &str {
        if self.goal.as_str().is_empty() { "Recorded with Overt" } else { self.goal.as_str() }
    }
}

/// A session as a file of the format. `observations` are what the steps were taken in, `terms` the employee's words that
/// must not leave.
#[must_use]
pub fn write(
    format: Format,
    header: Header,
    steps: Vec<Step>,
    observations: Vec<Observation>,
    terms: &Terms,
) -> String {
    let (header, mut steps) = without_terms(header, steps, terms);
    let observations = observed_without_terms(observations, terms);
    context::add(&mut steps, &observations);
    match format {
        Format::Trace => write_trace(header, steps, observations),
        Format::UserFlow => user_flow(header, steps),
        Format::Playwright => playwright(header, steps),
    }
}

/// What the store holds of a session, ready to export: goal and note masked, the steps in order and numbered.
#[must_use]
pub fn in_order(mut header: Header, mut steps: Vec<Step>) -> (Header, Vec<Step>) {
    header.goal = own_words(header.goal.as_str(), &Terms::default());
    header.note = own_words(header.note.as_str(), &Terms::default());
    steps.sort_by_key(|step| step.time);
    for (place, step) in steps.iter_mut().enumerate() {
        step.seq = u32::try_from(place).expect("a session has fewer than four billion steps");
    }
    (header, steps)
}
