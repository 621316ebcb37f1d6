//! Finds private text by its form, in one pass with a window of a fixed size: what a number, a word or a sign may be is
//! decided where it starts, by checksums and by the words before it, and never asked again.

mod checks;
mod context;
mod fold;
mod mail;
mod number;
mod token;
mod window;

use super::EntityType;
use context::Context;
use core::ops::Range;
pub(in crate::redact) use fold::fold;
use number::Run;
use token::Hit;
use window::Window;

/// A stretch of text, in bytes, that is private by its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it stands, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// What it is.
    pub entity_type: EntityType,
}

/// The shortest text that may be private: an e-mail address, `a@b.c`.
const SHORTEST: usize = 5;

/// Fewest signs in a row of what keys, tokens and addresses of machines are written in, where there is neither digit nor colon.
const SHORTEST_TOKEN: usize = 14;
/// What a private key in PEM begins with.
const DASHES: usize = 5;

/// False where nothing can be found in the text: it has neither a digit nor a sign of an address, and only short words. Most
/// texts of a page are such, and to see that takes a small part of the time of a search.
fn may_hold(text: &str) -> bool {
    let (mut signs, mut dashes) = (0, 0);
    text.chars().filter_map(fold).any(|cell| {
        signs = if token::belongs(cell) { signs + 1 } else { 0 };
        dashes = if cell == b'-' { dashes + 1 } else { 0 };
        cell.is_ascii_digit() || matches!(cell, b'@' | b':') || signs >= SHORTEST_TOKEN || dashes >= DASHES
    })
}

/// The private stretches of `text`, in order and without overlap.
#[must_use]
pub fn spans(text: &str) -> Vec<Span> {
    if text.len() < SHORTEST || !may_hold(text) {
        return Vec::new();
    }
    let mut search = Search { window: Window::new(text), context: Context::default(), found: Vec::new() };
    while search.step() {}
    search.found
}

/// Fewest digits of a number that is too long to be anything but somebody's: a card with a slip in it is one.
const LONG_NUMBER: usize = 12;
/// Most signs between two digits of it.
const LONG_GAP: usize = 3;

/// Long numbers, in bytes, whatever their checksums say.
pub(super) fn long_numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut range, mut digits, mut gap) = (0..0, 0, 0);
    for (at, c) in text.char_indices() {
        match fold(c) {
            Some(b'0'..=b'9') => {
                range = if digits == 0 { at } else { range.start }..at + c.len_utf8();
                digits += 1;
                gap = 0;
            }
            None => {}
            Some(b' ' | b'-' | b'.' | b'/' | b'_' | b'\n') if gap < LONG_GAP => gap += 1,
            Some(_) => {
                if digits >= LONG_NUMBER {
                    found.push(range.clone());
                }
                digits = 0;
            }
        }
    }
    if digits >= LONG_NUMBER {
        found.push(range);
    }
    found
}

struct Search<'a> {
    window: Window<'a>,
    context: Context,
    found: Vec<Span>,
}

impl Search<'_> {
    /// Looks at what starts at the place of search and goes on behind it; false at the text's end.
    fn step(&mut self) -> bool {
        let Some(cell) = self.window.cell() else { return false };
        let (cells, at) = self.window.view();
        let before = at.checked_sub(1).and_then(|before| cells.get(before)).copied().unwrap_or(b' ');
        match cell {
            b'@' => {
                if let Some((from, to)) = mail::address(cells, at) {
                    self.take(from, to, EntityType::Email);
                    return self.go(at, to);
                }
            }
            b':' => {
                if let Some((from, to)) = mail::credentials(cells, at) {
                    self.take(from, to, EntityType::Secret);
                    // Behind the sign that parts it from the host, which is no sign of an address.
                    return self.go(at, to + 1);
                }
            }
            b'-' if mail::opens_private_key(cells, at) => return self.private_key(at),
            _ => {}
        }
        if !before.is_ascii_alphanumeric() && (cell.is_ascii_alphanumeric() || cell == b':') {
            if let Some(length) = token::identifier(cells.get(at..).unwrap_or_default()) {
                return self.go(at, at + length);
            }
            if let Some(hit) = token::at(cells, at) {
                return self.token(at, &hit);
            }
        }
        if cell.is_ascii_alphabetic() {
            return self.word(at);
        }
        let starts_number = cell.is_ascii_digit() || (matches!(cell, b'+' | b'(') && !before.is_ascii_alphanumeric());
        if starts_number && let Some(run) = Run::at(cells, at) {
            return self.number(at, &run);
        }
        self.go(at, at + 1)
    }

    fn take(&mut self, from: usize, to: usize, entity_type: EntityType) {
        let mut range = self.window.place(from, to);
        // What was found in the first part of an address belongs to it.
        while self.found.last().is_some_and(|earlier| earlier.range.start >= range.start) {
            self.found.pop();
        }
        if let Some(last) = self.found.last() {
            range.start = range.start.max(last.range.end);
        }
        self.found.push(Span { range, entity_type });
    }

    fn go(&mut self, from: usize, to: usize) -> bool {
        self.context.pass(to - from);
        self.window.go_to(to);
        true
    }

    /// Letters, and the digits after them where none of them belongs to a token.
    fn word(&mut self, at: usize) -> bool {
        let (cells, _) = self.window.view();
        let length = cells.iter().skip(at).take_while(|cell| cell.is_ascii_alphabetic()).count();
        self.context.pass(length);
        self.context.word(cells.get(at..at + length).unwrap_or_default());
        self.window.go_to(at + length);
        true
    }

    fn token(&mut self, at: usize, hit: &Hit) -> bool {
        self.take(at, hit.to, hit.entity_type);
        self.go(at, hit.to);
        hit.more.is_none_or(|more| self.grow(more))
    }

    fn number(&mut self, at: usize, run: &Run) -> bool {
        let mut group = 0;
        let mut end = run.end;
        while group < run.groups() {
            // A number that the run's end cuts in two is looked at in the next run.
            if let Some(next) = run.leaves_off(group) {
                return self.go(at, next);
            }
            let (cells, _) = self.window.view();
            // What begins with digits need not be a number: `(00:1b:63:84:45:e6)`.
            let start = run.first_digit(group);
            if start > at
                && let Some(hit) = token::at(cells, start)
            {
                self.context.pass(start - at);
                return self.token(start, &hit);
            }
            match run.judge(group, cells, &self.context) {
                Ok((from, to, entity_type, next)) => {
                    let to = if entity_type == EntityType::Phone { with_extension(cells, to) } else { to };
                    self.take(from, to, entity_type);
                    end = end.max(to);
                    group = next;
                }
                Err(next) => group = next,
            }
        }
        self.go(at, end)
    }

    /// A token may be longer than the window.
    fn grow(&mut self, more: fn(u8) -> bool) -> bool {
        loop {
            let (cells, at) = self.window.view();
            let length = cells.iter().skip(at).take_while(|cell| more(**cell)).count();
            if length == 0 {
                return true;
            }
            let end = self.window.place(at, at + length).end;
            if let Some(last) = self.found.last_mut() {
                last.range.end = end;
            }
            self.go(at, at + length);
        }
    }

    fn private_key(&mut self, start: usize) -> bool {
        self.take(start, start + 1, EntityType::Key);
        loop {
            let (cells, at) = self.window.view();
            let (length, ends) = mail::rest_of_private_key(cells.get(at..).unwrap_or_default());
            let whole = length == 0;
            let to = if whole { cells.len() } else { at + length };
            let end = self.window.place(at, to).end;
            if let Some(last) = self.found.last_mut() {
                last.range.end = end;
            }
            self.go(at, to);
            if ends || whole {
                return true;
            }
        }
    }
}

/// The end of a telephone number with its extension: `x123`, `ext. 123`.
fn with_extension(cells: &[u8], end: usize) -> usize {
    let rest = cells.get(end..).unwrap_or_default();
    let spaces = rest.iter().take_while(|cell| **cell == b' ').count().min(1);
    let rest = rest.get(spaces..).unwrap_or_default();
    let Some(word) = [&b"extension"[..], b"ext.", b"ext", b"x"].into_iter().find(|word| rest.starts_with(word)) else {
        return end;
    };
    let rest = rest.get(word.len()..).unwrap_or_default();
    let gap = rest.iter().take_while(|cell| **cell == b' ').count().min(1);
    let digits = rest.iter().skip(gap).take(7).take_while(|cell| cell.is_ascii_digit()).count();
    if (1..=6).contains(&digits) { end + spaces + word.len() + gap + digits } else { end }
}
