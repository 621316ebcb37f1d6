//! What was typed into private fields of a document, which the page may show again in another writing: parted in another way,
//! backwards, in Base64, in percent codes of percent codes, or of a long number the last four digits.

use super::EntityType;
use super::terms::{folded, folded_term, is_of_word, starts};
use core::ops::Range;

/// How many are remembered.
const MOST: usize = 32;
/// The fewest signs of a secret: so few only as a whole word, one more anywhere.
const FEWEST: usize = 3;
/// Fewest digits of a number of which the last four are shown.
const LONG_NUMBER: usize = 8;
const LAST: usize = 4;
/// Most signs between two digits of one number.
const GAP: usize = 3;
/// Fewest signs of Base64: fewer stand in any text by chance.
const FEWEST_ENCODED: usize = 6;
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A sign of a text and the bytes that it stands in.
type Sign = (char, Range<usize>);

/// One secret and its other writings.
#[derive(Clone)]
struct Secret {
    /// As it was typed last, and what it is.
    text: String,
    entity_type: EntityType,
    signs: Vec<char>,
    others: Vec<Vec<char>>,
    /// Its digits, where it has nothing but these and what parts them.
    digits: Vec<char>,
}

impl super::Redactor {
    /// Works and learns nothing by it.
    pub fn apart<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let (secrets, taint) = (self.secrets.clone(), self.taint.clone());
        let out = work(self);
        (self.secrets, self.taint) = (secrets, taint);
        out
    }
}

/// The secrets of a document, the oldest first.
#[derive(Clone, Default)]
pub(super) struct Secrets(Vec<Secret>);

impl Secrets {
    /// One more that is being typed: it takes the place of the last, where that is its beginning or its longer form. Less than three
    /// signs are none.
    pub(super) fn follow(&mut self, text: &str, entity_type: EntityType) {
        let signs = folded_term(text);
        let known = self.0.iter().any(|known| known.signs == signs);
        if signs.len() < FEWEST || known || self.0.last().is_some_and(|last| last.signs.starts_with(&signs)) {
            return;
        }
        if self.0.last().is_some_and(|last| signs.starts_with(&last.signs)) {
            self.0.pop();
        }
        self.0.push(Secret::new(text, entity_type, signs));
        self.0.drain(..self.0.len().saturating_sub(MOST));
    }

    /// Where secrets stand in the text, in bytes; stretches may overlap.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let read = readings(text);
        self.0.iter().flat_map(|secret| secret.find(&read)).collect()
    }

    /// How the secret was typed that the text is a writing of, and what it is: what is shown has the placeholder of what was typed.
    pub(super) fn typed_as(&self, text: &str) -> Option<(&str, EntityType)> {
        if self.0.is_empty() {
            return None;
        }
        let read = readings(text);
        let whole = |range: Range<usize>| range == (0..text.len());
        let secret = self.0.iter().rev().find(|secret| secret.find(&read).into_iter().any(whole))?;
        Some((&secret.text, secret.entity_type))
    }
}

/// The signs of a text, and what they are where percent codes are read, once and twice.
fn readings(text: &str) -> Vec<Vec<Sign>> {
    let mut all: Vec<Vec<Sign>> = vec![folded(text).collect()];
    while let Some(last) = all.last()
        && all.len() < 3
        && last.iter().any(|(sign, _)| *sign == '%')
    {
        all.push(decoded(last));
    }
    all
}

impl Secret {
    fn new(text: &str, entity_type: EntityType, signs: Vec<char>) -> Self {
        let mut others = Vec::new();
        if signs.len() > FEWEST {
            others.push(signs.iter().rev().copied().collect());
            others.extend(
                (0..3).map(|before| encoded(text.as_bytes(), before)).filter(|code| code.len() >= FEWEST_ENCODED),
            );
        }
        let number = !signs.iter().any(|sign| is_of_word(*sign) && !sign.is_ascii_digit());
        let digits = signs.iter().copied().filter(|sign| number && sign.is_ascii_digit()).collect();
        Self { text: text.to_owned(), entity_type, signs, others, digits }
    }

    /// Where it stands, in bytes of the text that the readings are of.
    fn find(&self, readings: &[Vec<Sign>]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for signs in readings {
            let mut take = |part: Range<usize>| {
                if let Some([(_, first), .., (_, last)]) = signs.get(part) {
                    found.push(first.start..last.end);
                }
            };
            for writing in self.others.iter().chain([&self.signs]) {
                for (at, _) in signs.iter().enumerate().filter(|(_, (sign, _))| Some(sign) == writing.first()) {
                    if let Some(length) = starts(&signs[at..], writing)
                        && (writing.len() > FEWEST || stands_alone(signs, at, length))
                    {
                        take(at..at + length);
                    }
                }
            }
            if self.digits.len() > FEWEST {
                self.find_number(signs, &mut take);
            }
        }
        found
    }

    /// Where its digits stand, whatever parts them, or the last four of many.
    fn find_number(&self, signs: &[Sign], take: &mut impl FnMut(Range<usize>)) {
        let digits: Vec<usize> = (0..signs.len()).filter(|at| signs[*at].0.is_ascii_digit()).collect();
        let end = self.digits.get(self.digits.len() - LAST..).filter(|_| self.digits.len() >= LONG_NUMBER);
        for at in 0..digits.len() {
            let whole = numbered(signs, &digits, at, &self.digits);
            let last = || numbered(signs, &digits, at, end?).filter(|part| stands_alone(signs, part.start, part.len()));
            if let Some(part) = whole.or_else(last) {
                take(part);
            }
        }
    }
}

/// True where neither a letter nor a digit stands on either side of so many signs.
fn stands_alone(signs: &[Sign], at: usize, length: usize) -> bool {
    let is_word =
        |place: Option<usize>| place.and_then(|place| signs.get(place)).is_some_and(|(sign, _)| is_of_word(*sign));
    !is_word(at.checked_sub(1)) && !is_word(at.checked_add(length))
}

/// The signs from the digit at this place on that hold these digits, whatever parts them; `digits` are the places of all.
fn numbered(signs: &[Sign], digits: &[usize], at: usize, wanted: &[char]) -> Option<Range<usize>> {
    let places = digits.get(at..at + wanted.len())?;
    let same = places.iter().zip(wanted).all(|(place, digit)| signs[*place].0 == *digit);
    let parted = |pair: &[usize]| {
        signs
            .get(pair[0] + 1..pair[1])
            .is_some_and(|gap| gap.len() <= GAP && !gap.iter().any(|(sign, _)| is_of_word(*sign)))
    };
    (same && places.windows(2).all(parted)).then(|| places[0]..places[places.len() - 1] + 1)
}

/// A text in Base64, small, as it is behind so many other bytes and before any; without the signs that those have a part in.
fn encoded(text: &[u8], before: usize) -> Vec<char> {
    let bit = |at: usize| {
        let byte = at.checked_sub(before * 8).and_then(|own| text.get(own / 8)).copied().unwrap_or(0);
        usize::from(byte >> (7 - at % 8) & 1)
    };
    let first = (before * 8).div_ceil(6);
    let end = (before + text.len()) * 8 / 6;
    (first..end)
        .map(|place| char::from(BASE64[(0..6).fold(0, |sum, at| sum * 2 + bit(place * 6 + at))].to_ascii_lowercase()))
        .collect()
}

/// The signs with what percent codes mean; a sign that several codes mean stands where they do.
fn decoded(signs: &[Sign]) -> Vec<Sign> {
    let mut out = Vec::with_capacity(signs.len());
    let mut at = 0;
    while let Some((sign, range)) = signs.get(at) {
        let mut bytes = [0; 4];
        let mut held = 0;
        while held < bytes.len()
            && let Some(byte) = code(signs, at + 3 * held)
        {
            bytes[held] = byte;
            held += 1;
        }
        let read = (1..=held).find_map(|length| core::str::from_utf8(&bytes[..length]).ok());
        match read {
            Some(read) => {
                let end = at + 3 * read.len();
                let whole = range.start..signs[end - 1].1.end;
                out.extend(folded(read).map(|(sign, _)| (sign, whole.clone())));
                at = end;
            }
            None => {
                out.push((*sign, range.clone()));
                at += 1;
            }
        }
    }
    out
}

/// The byte that a percent code at this place means.
fn code(signs: &[Sign], at: usize) -> Option<u8> {
    let digit = |at: usize| signs.get(at)?.0.to_digit(16);
    (signs.get(at)?.0 == '%').then_some(())?;
    Some((digit(at + 1)? * 16 + digit(at + 2)?) as u8)
}
