//! Masks a word in stored steps and observations, wherever text of the page stands in them.

use crate::redact::Word;
use crate::trace::{Action, Observation, Step, Target};

/// What masking a word came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How often it stood in text.
    pub count: u32,
    /// Whether anything is different now: also where only a selector went.
    pub any: bool,
}

/// Masks the word in a step and counts it there. Selectors that hold it go: with a placeholder they would find nothing.
pub fn mask_step(word: &Word, step: &mut Step) -> Found {
    let mut count = word.mask(&mut step.url);
    let mut dropped = false;
    if let Some(target) = &mut step.target {
        in_target(word, target, &mut count, &mut dropped);
    }
    match &mut step.action {
        Action::Change { value, .. } => count += word.mask(value),
        Action::Download { extension } => count += word.mask(extension),
        Action::DragAndDrop { to, .. } => in_target(word, to, &mut count, &mut dropped),
        _ => {}
    }
    step.masked.count(Word::CLASS, count);
    Found { count, any: count > 0 || dropped }
}

/// Masks the word in the lines of an observation and counts it there.
pub fn mask_observation(word: &Word, observation: &mut Observation) -> Found {
    let count = word.mask_lines(&mut observation.text);
    observation.masked.count(Word::CLASS, count);
    Found { count, any: count > 0 }
}

fn in_target(word: &Word, target: &mut Target, count: &mut u32, dropped: &mut bool) {
    *count += word.mask(&mut target.name);
    let before = target.selectors.len();
    target.selectors.retain(|selector| !selector.iter().any(|part| word.is_in(part)));
    *dropped |= target.selectors.len() < before;
}
