//! The employee's own words, once more before a trace leaves: they may have thought of some only after it was recorded.

use super::json::json;
use crate::redact::{EntityType, Terms, own_words};
use crate::trace::{Header, Observation, Step};
use core::ops::Range;

/// The session without the terms: each is replaced by `<TERM>`, and a selector that holds one is left out.
#[must_use]
pub fn without_terms(mut header: Header, mut steps: Vec<Step>, terms: &Terms) -> (Header, Vec<Step>) {
    if terms.is_empty() {
        return (header, steps);
    }
    header.goal = own_words(header.goal.as_str(), terms);
    header.note = own_words(header.note.as_str(), terms);
    for step in &mut steps {
        let mut masked = 0;
        for text in step.texts_mut() {
            let (kept, count) = text.without(terms);
            *text = kept;
            masked += count;
        }
        step.masked.count(EntityType::Term, masked);
        for selectors in step.selectors_mut() {
            selectors.retain(|selector| selector.iter().all(|part| terms.find(part.as_str()).is_empty()));
        }
    }
    (header, steps)
}

/// Observations without the terms.
#[must_use]
pub fn observed_without_terms(mut observations: Vec<Observation>, terms: &Terms) -> Vec<Observation> {
    for observation in &mut observations {
        let (kept, count) = observation.text.without(terms);
        observation.text = kept;
        observation.masked.count(EntityType::Term, count);
    }
    observations
}

/// Where a word stands in a text: its line, counted from 0, and where in the line, in UTF-16 code units.
pub type Match = (usize, Range<usize>);

/// Where a word stands in the exact text of an export, in any case and with or without accents, as the terms are found; also
/// as JSON and JavaScript write it.
#[must_use]
pub fn search(text: &str, word: &str) -> Vec<Match> {
    let written = json(&word);
    let terms = Terms::new([word, written.trim_matches('"')]);
    let in_line = |(line, text): (usize, &str)| {
        let mut at = 0;
        let mut units = 0;
        let mut to = move |end: usize, text: &str| {
            units += text[at..end].encode_utf16().count();
            at = end;
            units
        };
        let found = terms.find(text).into_iter();
        found.map(|Range { start, end }| (line, to(start, text)..to(end, text))).collect::<Vec<_>>()
    };
    text.split('\n').enumerate().flat_map(in_line).collect()
}
