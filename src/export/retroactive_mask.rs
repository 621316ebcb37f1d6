//! Applies a retroactive mask to stored steps and observations, wherever text of the page stands in them.

use crate::redact::{Redacted, RetroactiveMask};
use crate::trace::{Action, Line, Observation, Step};
use serde::Serialize;

/// What masking a word came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How often it stood in text.
    pub count: u32,
    /// Whether anything is different now: also where only a selector went.
    pub any: bool,
}

/// All that a session holds, once a word was masked in it. What is without the word, or could not be read, is `None`.
#[derive(Debug, Serialize)]
pub struct WordMasked {
    own: Vec<Redacted>,
    steps: Vec<Option<Line>>,
    observations: Vec<Option<Observation>>,
    /// How often the word stood there.
    count: u32,
}

/// Masks the word in what the person wrote, in steps and in observations.
#[must_use]
pub fn mask_word(
    word: &RetroactiveMask,
    mut own: Vec<Redacted>,
    steps: Vec<Option<Step>>,
    observations: Vec<Option<Observation>>,
) -> WordMasked {
    let mut count = own.iter_mut().map(|text| word.mask(text)).sum::<u32>();
    let mut changed = |found: Found| {
        count += found.count;
        found.any
    };
    let steps = steps
        .into_iter()
        .map(|row| row.and_then(|mut step| changed(mask_step(word, &mut step)).then_some(Line::Step(Box::new(step)))));
    let steps = steps.collect();
    let observations = observations
        .into_iter()
        .map(|row| row.and_then(|mut seen| changed(mask_observation(word, &mut seen)).then_some(seen)));
    let observations = observations.collect();
    WordMasked { own, steps, observations, count }
}

/// Masks the word in a step and counts it there. Selectors that hold it go: with a placeholder they would find nothing.
pub fn mask_step(word: &RetroactiveMask, step: &mut Step) -> Found {
    let mut count = word.mask(&mut step.url);
    let mut dropped = false;
    for selectors in step.selectors_mut() {
        let before = selectors.len();
        selectors.retain(|selector| !selector.iter().any(|part| word.is_in(part)));
        dropped |= selectors.len() < before;
    }
    count += step.targets_mut().map(|target| word.mask(&mut target.name)).sum::<u32>();
    match &mut step.action {
        Action::Change { value, .. } => count += word.mask(value),
        Action::Download { extension } => count += word.mask(extension),
        _ => {}
    }
    step.masked.count(RetroactiveMask::ENTITY_TYPE, count);
    Found { count, any: count > 0 || dropped }
}

/// Masks the word in the lines of an observation and counts it there.
pub fn mask_observation(word: &RetroactiveMask, observation: &mut Observation) -> Found {
    let count = word.mask_lines(&mut observation.text);
    observation.masked.count(RetroactiveMask::ENTITY_TYPE, count);
    Found { count, any: count > 0 }
}
