//! Finds private text by its form, in one pass with a window of a fixed size: what a number, a word or a sign may be is
//! decided where it starts, by checksums and by the words before it, and never asked again.

mod accounts;
mod checks;
mod context;
mod fold;
mod ids;
mod keys;
mod labelled;
mod labels;
mod mail;
mod number;
mod phone;
mod place;
mod token;
mod window;
mod words;

use super::EntityType;
use context::Context;
use core::ops::Range;
use fold::LETTER;
pub(in crate::redact) use fold::fold;
use ids::Signs;
use labels::Topic;
use number::Run;
use token::Hit;
use window::Window;
pub(in crate::redact) use words::{Hash, List, count, table};

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

/// Fewest small words of three to eight letters in a row that may open an account again.
const FEWEST_WORDS: usize = 11;

/// False where nothing can be found in the text: it has neither a digit nor a sign of an address, and only short words. Most
/// texts of a page are such, and to see that takes a small part of the time of a search.
fn may_hold(text: &str) -> bool {
    let (mut signs, mut dashes, mut letters, mut words) = (0, 0, 0, 0);
    text.chars().filter_map(fold).any(|cell| {
        signs = if token::belongs(cell) { signs + 1 } else { 0 };
        dashes = if cell == b'-' { dashes + 1 } else { 0 };
        match cell {
            b'a'..=b'z' => letters += 1,
            b' ' | b'\n' | b',' => {
                words = if (3..=8).contains(&letters) { words + 1 } else { 0 };
                letters = 0;
            }
            _ => (letters, words) = (99, 0),
        }
        cell.is_ascii_digit()
            || matches!(cell, b'@' | b':' | b'=' | b'[' | b'(' | b'{')
            || signs >= SHORTEST_TOKEN
            || dashes >= DASHES
            || words + 1 >= FEWEST_WORDS
    })
}

/// The private stretches of `text`, in order and without overlap.
#[must_use]
pub fn spans(text: &str) -> Vec<Span> {
    if text.len() < SHORTEST || !may_hold(text) {
        return Vec::new();
    }
    let mut search = Search { window: Window::new(text), context: Context::new(), found: Vec::new() };
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
                    return self.hit(at, from, to, EntityType::Email);
                }
            }
            b'[' | b'(' | b'{' | b'<' | b'%' | b'&' => {
                if let Some((from, to)) = mail::hidden_address(cells, at) {
                    return self.hit(at, from, to, EntityType::Email);
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
            LETTER if before != LETTER && !before.is_ascii_alphabetic() => return self.foreign_word(at),
            _ => {}
        }
        if !before.is_ascii_alphanumeric() && (cell.is_ascii_alphanumeric() || matches!(cell, b':' | b'-' | b'+')) {
            if let Some(length) = token::identifier(cells.get(at..).unwrap_or_default()) {
                return self.go(at, at + length);
            }
            if let Some(hit) = token::at(cells, at, self.context.tells_key()) {
                return self.token(at, &hit);
            }
            let announced = announced(&self.context, cells, at);
            let found = announced.map(|(to, entity_type, _)| (to, entity_type)).or_else(|| by_form(cells, at));
            if let Some((_, _, topic)) = announced {
                // A word may announce a number and stand for others.
                self.context.forget(topic);
            }
            if let Some((to, entity_type)) = found {
                let (to, entity_type) = or_longer_card(cells, at, to, entity_type);
                return self.hit(at, at, to, entity_type);
            }
        }
        if cell.is_ascii_alphabetic() {
            return self.word(at);
        }
        if before == LETTER
            && cell.is_ascii_digit()
            && let Some((from, to)) =
                place::of_the_east(cells, at, |cell| self.window.source(cell, cell + 1).chars().next().unwrap_or(' '))
        {
            return self.hit(at, from, to, EntityType::Location);
        }
        let starts_number = cell.is_ascii_digit() || (matches!(cell, b'+' | b'(') && !before.is_ascii_alphanumeric());
        if starts_number && let Some(run) = Run::at(cells, at) {
            return self.number(at, &run);
        }
        self.go(at, at + 1)
    }

    /// Takes what was found and goes on behind it.
    fn hit(&mut self, at: usize, from: usize, to: usize, entity_type: EntityType) -> bool {
        self.take(from, to, entity_type);
        self.go(at, to.max(at + 1))
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
        let letters = cells.get(at..at + length).unwrap_or_default();
        self.context.pass(length);
        let topic = self.context.word(letters.iter().map(|letter| u32::from(*letter)), length);
        self.behind_word(at, at + length, topic)
    }

    /// Letters of a script of which no letter is folded: whole words, and pieces of them where there are no spaces between words.
    fn foreign_word(&mut self, at: usize) -> bool {
        let (cells, _) = self.window.view();
        let length = cells.iter().skip(at).take_while(|cell| **cell == LETTER).count();
        let source = self.window.source(at, at + length);
        self.context.pass(length);
        let letters = || source.chars().filter(|letter| fold(*letter).is_some()).map(u32::from);
        let mut topic = self.context.word(letters(), length);
        if source.starts_with(|letter: char| letter >= UNSPACED) {
            topic = self.context.pieces(letters()).or(topic);
        }
        self.behind_word(at, at + length, topic)
    }

    /// What a word tells of the text behind it, or before it; then goes on behind what was found.
    fn behind_word(&mut self, at: usize, end: usize, topic: Option<Topic>) -> bool {
        let (cells, _) = self.window.view();
        let large = cells.get(at).is_some_and(|cell| cell.is_ascii_uppercase() || *cell == LETTER);
        let found = match topic {
            Some(topic @ (Topic::Password | Topic::Key | Topic::Recovery)) => labelled::secret(cells, end, topic)
                .map(|(from, to)| (from, to, if topic == Topic::Key { EntityType::Key } else { EntityType::Secret })),
            Some(Topic::Address) => {
                labelled::address(cells, end, false).map(|(from, to)| (from, to, EntityType::Location))
            }
            Some(Topic::Street) => place::around_first_word(cells, at, end)
                .or_else(|| if large { place::around_last_word(cells, at, end) } else { None })
                .map(|(from, to)| (from, to, EntityType::Location)),
            Some(Topic::Road) => labelled::address(cells, end, true)
                .or_else(|| if large { place::around_last_word(cells, at, end) } else { None })
                .map(|(from, to)| (from, to, EntityType::Location)),
            _ => None,
        };
        let street = || place::by_ending(cells, at, end).map(|(from, to)| (from, to, EntityType::Location));
        match found.or_else(|| if large { street() } else { None }) {
            Some((from, to, entity_type)) => {
                let (to, entity_type) = or_longer_card(cells, from, to, entity_type);
                self.take(from, to, entity_type);
                self.context.pass(to.saturating_sub(end));
                self.window.go_to(to.max(end));
                if to - from >= labelled::LONGEST {
                    return self.grow(|cell| cell.is_ascii_graphic() && !matches!(cell, b'"' | b'<' | b',' | b';'));
                }
            }
            None => self.window.go_to(end),
        }
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
                && let Some(hit) = token::at(cells, start, self.context.tells_key())
            {
                self.context.pass(start - at);
                return self.token(start, &hit);
            }
            match run.judge(group, cells, &self.context) {
                Ok((from, to, entity_type, next)) => {
                    let to = if entity_type == EntityType::Phone { self.with_extension(to) } else { to };
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

    /// The end of a telephone number with its extension: `x123`, `ext. 123`, `-0`, `;ext=12`.
    fn with_extension(&self, end: usize) -> usize {
        let (cells, _) = self.window.view();
        let count = |from: usize, most: usize, of: &dyn Fn(u8) -> bool| {
            cells.get(from..).unwrap_or_default().iter().take(most).take_while(|cell| of(**cell)).count()
        };
        let start = end + count(end, 2, &|cell| matches!(cell, b' ' | b',' | b'(' | b';'));
        let letters = count(start, 12, &|cell| cell.is_ascii_alphabetic());
        let foreign = count(start, 6, &|cell| cell == LETTER);
        let sign = count(start, 1, &|cell| cell == b'#');
        let known = match (letters, foreign) {
            (0, 0) => sign > 0,
            (0, _) => {
                labels::says(self.window.source(start, start + foreign).chars().map(u32::from), labels::EXTENSIONS)
            }
            _ => labels::says(
                cells.get(start..start + letters).unwrap_or_default().iter().map(|cell| u32::from(*cell)),
                labels::EXTENSIONS,
            ),
        };
        let word = start + letters + foreign + sign;
        let from = word + count(word, 3, &|cell| matches!(cell, b' ' | b'.' | b':' | b'='));
        let digits = count(from, 7, &|cell| cell.is_ascii_digit());
        if known && (1..=6).contains(&digits) && cells.get(from + digits) != Some(&b'-') { from + digits } else { end }
    }
}

/// What the words before announce, where it starts at this cell: up to where, what it is, and the topic that told it.
fn announced(context: &Context, cells: &[u8], at: usize) -> Option<(usize, EntityType, Topic)> {
    const TOPICS: [Topic; 7] =
        [Topic::Id, Topic::Bank, Topic::Birth, Topic::Code, Topic::Phone, Topic::Thing, Topic::Version];
    let topic = context.latest(&TOPICS)?;
    Some(match topic {
        Topic::Id => (labelled::number(cells, at, context.since(topic)?, false)?, EntityType::Id, topic),
        Topic::Bank => (labelled::number(cells, at, context.since(topic)?, true)?, EntityType::Id, topic),
        Topic::Birth => (labelled::date(cells, at)?, EntityType::Birth, topic),
        Topic::Code => (labelled::one_time(cells, at)?, EntityType::Secret, topic),
        _ => return None,
    })
}

/// What was found, or the card that starts where it does and ends behind it: a word announces the first group of a card as
/// well as a code of four digits.
fn or_longer_card(cells: &[u8], from: usize, to: usize, entity_type: EntityType) -> (usize, EntityType) {
    let starts = cells.get(from).is_some_and(u8::is_ascii_digit);
    let card = if starts { Run::at(cells, from).and_then(|run| run.first_card()) } else { None };
    card.filter(|end| *end > to).map_or((to, entity_type), |end| (end, EntityType::Card))
}

/// What its form alone tells, where it starts at this cell.
fn by_form(cells: &[u8], at: usize) -> Option<(usize, EntityType)> {
    let first = *cells.get(at)?;
    let rest = cells.get(at..)?;
    if first.is_ascii_alphabetic() {
        let letters = rest.iter().take(7).take_while(|cell| cell.is_ascii_alphabetic()).count();
        let next = rest.get(letters).copied().unwrap_or(0);
        if letters > 6 || !next.is_ascii_digit() && !rest.get(letters + 1)?.is_ascii_alphanumeric() {
            return None;
        }
        let behind = rest.get(letters + 1).copied().unwrap_or(0);
        // `AT U12345678`
        let lettered = behind.is_ascii_uppercase() && rest.get(letters + 2).is_some_and(u8::is_ascii_digit);
        let numbered = next.is_ascii_digit() || matches!(next, b'-' | b' ') && (behind.is_ascii_digit() || lettered);
        let national = || Some((at + Signs::at(cells, at).national()?, EntityType::Id));
        let plate = || Some((at + place::plate(cells, at)?, EntityType::Id));
        return if numbered { national() } else { None }
            .or_else(|| if letters <= 3 && (numbered || next == b'-') { plate() } else { None })
            .or_else(|| if letters == 1 { coordinates(cells, at) } else { None });
    }
    if let Some(end) = labelled::one_time(cells, at).filter(|end| labelled::is_called_code(cells, *end)) {
        return Some((end, EntityType::Secret));
    }
    coordinates(cells, at)
}

fn coordinates(cells: &[u8], at: usize) -> Option<(usize, EntityType)> {
    Some((place::coordinates(cells, at)?, EntityType::Location))
}

/// From here on scripts put no spaces between words.
const UNSPACED: char = '\u{E00}';
