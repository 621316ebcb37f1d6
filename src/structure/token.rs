//! Stretches of a text that are masked, with the signs that are written to them.

use super::Part;
use super::column::Shared;
use core::ops::Range;

/// What of a part is not shared, in bytes of the part; all of it with the signs around it where nothing is.
pub(super) fn rest_of(text: &str, part: &Part, shared: Shared) -> Range<usize> {
    let all = part.words.list.len();
    let (from, to) = (shared.before.min(all), all - shared.after.min(all));
    if from >= to {
        return 0..0;
    }
    let range = part.words.range(from..to);
    let start = if from == 0 { 0 } else { token_around(text, range.clone()).start };
    let end = if to == all { text.len() } else { token_around(text, range.clone()).end };
    start.min(range.start)..end.max(range.end)
}

pub(super) fn data_of(text: &str, part: &Part) -> Range<usize> {
    rest_of(text, part, part.shared)
}

/// A word with the signs that are written to it: `#4410`, `47,900 €`.
pub(super) fn token_around(text: &str, word: Range<usize>) -> Range<usize> {
    let before = text.get(..word.start).unwrap_or_default();
    let after = text.get(word.end..).unwrap_or_default();
    let own = |c: char| {
        !c.is_whitespace()
            && !matches!(c, '(' | '[' | '{' | '"' | '“' | '„' | '«' | '‹' | '\'' | '/' | ':' | '|' | ',' | ';')
    };
    let start = before.trim_end_matches(own).len();
    let ends = |c: char| {
        !c.is_whitespace()
            && !matches!(c, ')' | ']' | '}' | '"' | '”' | '“' | '»' | '›' | '/' | ':' | '|' | ';' | '!' | '?' | '…')
    };
    let mut end = word.end + after.len() - after.trim_start_matches(ends).len();
    while end > word.end && text.get(..end).is_some_and(|text| text.ends_with([',', '.', '-', '\''])) {
        end -= 1;
    }
    start..end
}

/// True for what may stand inside one private text, between two of its words.
pub(super) fn is_joint(text: &str, gap: Range<usize>) -> bool {
    text.get(gap).is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '\'')))
}
