//! The employee's own words: found in any case, with or without accents, in whatever else a text holds.

use super::detect::fold;
use core::ops::Range;

/// Most signs between two words of one term: a space in a text may be `-`, `_` or `%20` in an address, or nothing.
const GAP: usize = 3;

/// Words that must not be kept. A term of several words is found however they are joined.
#[derive(Clone, Default)]
pub struct Terms(Vec<Vec<char>>);

impl Terms {
    /// The terms as the employee wrote them; blank ones are none.
    pub fn new<T: AsRef<str>>(terms: impl IntoIterator<Item = T>) -> Self {
        let mut list = Self::default();
        terms.into_iter().for_each(|term| list.push(folded_term(term.as_ref())));
        list
    }

    /// True where there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, signs: Vec<char>) {
        if !signs.is_empty() && !self.0.contains(&signs) {
            self.0.push(signs);
        }
    }

    /// Where terms stand in the text, in bytes, in order and without overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        let signs: Vec<(char, Range<usize>)> = folded(text).collect();
        let mut at = 0;
        while let Some(rest) = signs.get(at..).filter(|rest| !rest.is_empty()) {
            let length = self.0.iter().filter_map(|term| starts(rest, term)).max().unwrap_or(0);
            if let (Some((_, first)), Some((_, last))) = (rest.first(), rest.get(length.wrapping_sub(1))) {
                found.push(first.start..last.end);
            }
            at += length.max(1);
        }
        found
    }
}

/// How many signs of a text a term takes that it starts with.
pub(super) fn starts(text: &[(char, Range<usize>)], term: &[char]) -> Option<usize> {
    let at = |place: usize| text.get(place).map(|(sign, _)| *sign);
    if at(0) != term.first().copied() {
        return None;
    }
    // The ends of the term so far, ascending: in `Smith & Sons` the `&` may be the term's or stand between two of its words.
    let mut ends = vec![0];
    for sign in term {
        let mut next: Vec<usize> = Vec::new();
        for end in ends {
            if *sign != ' ' {
                next.extend((at(end) == Some(*sign)).then_some(end + 1));
                continue;
            }
            let between = (end..end + GAP).take_while(|place| at(*place).is_some_and(|sign| !is_of_word(sign))).count();
            let last = end + between;
            let from = next.last().map_or(end, |reached| end.max(reached + 1));
            next.extend(from..=last);
            // `%20` of an address.
            if between > 0 && (at(last - 1), at(last), at(last + 1)) == (Some('%'), Some('2'), Some('0')) {
                next.push(last + 2);
            }
        }
        ends = next;
    }
    ends.last().copied()
}

/// The signs of a term, a single space between its words and none at its ends.
pub(super) fn folded_term(term: &str) -> Vec<char> {
    let mut signs: Vec<char> = Vec::new();
    for (sign, _) in folded(term) {
        if sign != ' ' || signs.last().is_some_and(|last| *last != ' ') {
            signs.push(sign);
        }
    }
    if signs.last() == Some(&' ') {
        signs.pop();
    }
    signs
}

/// The signs of a text as they are compared, and the bytes that each stands in. What has no width is left out.
pub(super) fn folded(text: &str) -> impl Iterator<Item = (char, Range<usize>)> + '_ {
    text.char_indices().filter_map(|(at, c)| Some((plain(c)?, at..at + c.len_utf8())))
}

/// A character in small letters and without accents; a space for each kind of space. `None` where it has no width.
pub(super) fn plain(c: char) -> Option<char> {
    let folded = fold(c)?;
    if c.is_whitespace() || folded == b' ' || folded == b'\n' {
        return Some(' ');
    }
    if folded.is_ascii_graphic() {
        return Some(char::from(folded.to_ascii_lowercase()));
    }
    Some(small(c))
}

/// The small letter of a Greek or Cyrillic one; tables of all scripts would cost the recorder twelve kilobytes.
fn small(c: char) -> char {
    let up = match c {
        '\u{391}'..='\u{3A9}' | '\u{410}'..='\u{42F}' => 0x20,
        '\u{400}'..='\u{40F}' => 0x50,
        _ => 0,
    };
    char::from_u32(c as u32 + up).unwrap_or(c)
}

/// A letter or a digit, or any sign of another script.
pub(super) fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || !sign.is_ascii()
}
