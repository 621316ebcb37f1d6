//! What only the words before it tell: a password, a key, a code for one sign-in, a number of a person, a date of birth.

use super::fold::{LETTER, SIGN};
use super::labels::{Topic, topic};
use super::number::is_short_date;
use super::place;
use super::words::Hash;

/// Words between a label and its value: `is`.
const COPULAS: &[&[u8]] = &[
    b"is", b"ist", b"lautet", b"est", b"es", b"e", b"to", b"ar", b"er", b"as", b"als", b"comme", b"como", b"come",
    b"som", b"jako", b"jest", b"was", b"war",
];
/// Whose a code is, that stands behind a copula.
const OWNERS: &[&[u8]] = &[
    b"your", b"the", b"dein", b"ihr", b"votre", b"ton", b"tu", b"su", b"il", b"o", b"a", b"din", b"je", b"uw", b"twoj",
    b"twoim",
];
/// Most signs of a password that are looked at.
pub(super) const LONGEST: usize = 128;
/// Fewest of a password and of a key.
const SHORTEST: usize = 4;
const SHORTEST_KEY: usize = 8;
/// Fewest words of a phrase that opens an account again.
const FEWEST_WORDS: usize = 11;

/// Most cells between a word and a number of few digits.
const NEAR: usize = 12;
/// Most cells between the parentheses behind a label.
const LONGEST_REMARK: usize = 48;

/// How sure it is that what follows is the value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Mark {
    None,
    Weak,
    Sure,
}

fn cell(cells: &[u8], at: usize) -> u8 {
    cells.get(at).copied().unwrap_or(0)
}

fn length(cells: &[u8], at: usize, most: usize, of: impl Fn(u8) -> bool) -> usize {
    cells.get(at..).unwrap_or_default().iter().take(most).take_while(|cell| of(**cell)).count()
}

fn is_one_of(words: &[&[u8]], word: &[u8]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_letter(cell: u8) -> bool {
    cell.is_ascii_alphabetic() || cell == LETTER
}

/// Where the value of a label that ends here starts, and how sure that is.
fn behind_label(cells: &[u8], end: usize) -> (usize, Mark) {
    let mut at = end + length(cells, end, 3, |cell| matches!(cell, b'"' | b'\'' | b')'));
    at += length(cells, at, 2, |cell| cell == b' ');
    // Whose it is: `key (Dana Lee): …`.
    let inside = length(cells, at, LONGEST_REMARK, |cell| !matches!(cell, b')' | b'\n'));
    if cell(cells, at) == b'(' && cell(cells, at + inside) == b')' {
        at += inside + 1;
        at += length(cells, at, 1, |cell| cell == b' ');
    }
    let word = length(cells, at, 8, is_letter);
    let mut mark = Mark::None;
    let parted = matches!(cell(cells, at + word), b' ' | b':' | b'\n');
    if parted && is_one_of(COPULAS, cells.get(at..at + word).unwrap_or_default()) {
        mark = Mark::Weak;
        at += word + length(cells, at + word, 2, |cell| cell == b' ');
    }
    match cell(cells, at) {
        b':' | b'=' => {
            mark = Mark::Sure;
            at += 1 + length(cells, at + 1, 1, |cell| matches!(cell, b'>' | b'='));
        }
        b'-' | b'|' if at > end => at += 1,
        b'\n' => mark = Mark::Weak,
        _ => {}
    }
    let lines = length(cells, at, 3, |cell| matches!(cell, b' ' | b'\n'));
    if mark == Mark::Sure && cells.get(at..at + lines).unwrap_or_default().contains(&b'\n') {
        mark = Mark::Weak;
    }
    (at + lines, mark)
}

/// The password, key or phrase behind a label that ends here.
pub(super) fn secret(cells: &[u8], end: usize, topic: Topic) -> Option<(usize, usize)> {
    let (from, mark) = behind_label(cells, end);
    let from = from + length(cells, from, 1, |cell| matches!(cell, b'"' | b'\'' | b'`'));
    let to = match topic {
        Topic::Recovery => phrase(cells, from).or_else(|| codes(cells, from)),
        Topic::Key => fours(cells, from, mark).or_else(|| word(cells, from, mark, true)),
        _ => word(cells, from, mark, false),
    }?;
    Some((from, to))
}

/// The postal address behind a label that ends here, and a colon where it has to.
pub(super) fn address(cells: &[u8], end: usize, with_colon: bool) -> Option<(usize, usize)> {
    let (from, mark) = behind_label(cells, end);
    (mark == Mark::Sure || mark == Mark::Weak && !with_colon)
        .then(|| place::rest_of_line(cells, from))?
        .map(|to| (from, to))
}

/// The end of a value without spaces.
fn word(cells: &[u8], from: usize, mark: Mark, is_key: bool) -> Option<usize> {
    let ends = |at: usize| match cell(cells, at) {
        0 | SIGN | b' ' | b'\n' | b'"' | b'<' | b'`' => true,
        b',' | b';' => matches!(cell(cells, at + 1), 0 | b' ' | b'\n'),
        _ => false,
    };
    let count = (from..from + LONGEST).take_while(|at| !ends(*at)).count();
    let value = cells.get(from..from + count)?;
    let value = value.get(
        ..value.len() - value.iter().rev().take_while(|cell| matches!(cell, b'.' | b',' | b')' | b'\'')).count(),
    )?;
    let has = |judge: fn(&u8) -> bool| value.iter().any(judge);
    let (digit, letter) = (has(u8::is_ascii_digit), has(u8::is_ascii_alphabetic));
    let first = *value.first()?;
    let link = value.windows(3).any(|part| part == b"://");
    // A label and its value have a space between them, where there is nothing else; a selector has not.
    let apart = from.checked_sub(1).is_some_and(|before| matches!(cells[before], b' ' | b'\n' | b'"' | b'\''));
    let selector = [&b"nth-"[..], b"only-", b"first-", b"last-", b"not(", b"has(", b"is("]
        .iter()
        .any(|start| value.starts_with(start));
    if selector || mark == Mark::None && !(apart && first.is_ascii_alphanumeric() && cell(cells, from - 1) != b'"') {
        return None;
    }
    if link || value.iter().all(|cell| *cell == first || !cell.is_ascii_graphic()) {
        return None;
    }
    let sign = value.iter().enumerate().any(|(at, cell)| {
        cell.is_ascii_punctuation() && !matches!(cell, b'-' | b'/' | b'\'' | b'(' | b')' | b':' | b'.' | b'_')
            || at > 0 && cell.is_ascii_uppercase() && has(u8::is_ascii_lowercase)
    });
    let good = match (mark, is_key) {
        (_, true)
            if mark == Mark::Sure
                && value.len() >= 2 * SHORTEST_KEY
                && value.iter().all(|cell| matches!(cell, b'A'..=b'Z' | b'2'..=b'7')) =>
        {
            true
        }
        // What stands right behind the word is judged as any token that is announced.
        (_, true) => mark != Mark::None && digit && letter && value.len() >= SHORTEST_KEY,
        (Mark::None, _) => digit && letter && value.len() > SHORTEST,
        (Mark::Weak, _) => (digit && letter || sign) && value.len() >= SHORTEST,
        (Mark::Sure, _) => {
            let plain = || {
                let last = matches!(cell(cells, from + count), 0 | b'\n' | b'"' | b',' | b'<');
                let state = value.iter().fold(Hash::new(), |hash, cell| hash.with(cell.to_ascii_lowercase().into()));
                last && value.is_ascii() && topic(state).is_none()
            };
            value.len() >= SHORTEST && (digit || sign || plain())
        }
    };
    good.then_some(from + value.len())
}

/// The end of groups of four that a seed for codes is written in.
fn fours(cells: &[u8], from: usize, mark: Mark) -> Option<usize> {
    let mut at = from;
    let mut groups = 0;
    let of = |cell: u8| matches!(cell, b'a'..=b'z' | b'A'..=b'Z' | b'2'..=b'7');
    while length(cells, at, 5, of) == 4 {
        groups += 1;
        at += 4 + usize::from(matches!(cell(cells, at + 4), b' ' | b'-'));
    }
    let end = at - usize::from(matches!(cell(cells, at.wrapping_sub(1)), b' ' | b'-'));
    (groups >= 4 && (mark != Mark::None || cells.get(from..end)?.iter().any(u8::is_ascii_digit))).then_some(end)
}

/// The end of a phrase of small words.
fn phrase(cells: &[u8], from: usize) -> Option<usize> {
    let (mut at, mut end, mut words) = (from, from, 0);
    loop {
        let word = length(cells, at, 9, |cell| cell.is_ascii_lowercase());
        if !(3..=8).contains(&word) {
            break;
        }
        words += 1;
        end = at + word;
        at = end + 1;
        if !matches!(cell(cells, end), b' ' | b'\n' | b',') {
            break;
        }
    }
    (words >= FEWEST_WORDS).then_some(end)
}

/// The end of codes that are each used once: `f3k9-x2m1 …`.
fn codes(cells: &[u8], from: usize) -> Option<usize> {
    let (mut at, mut end) = (from, None);
    loop {
        let code = length(cells, at, 32, |cell| cell.is_ascii_alphanumeric() || cell == b'-');
        let signs = cells.get(at..at + code)?;
        let halves = signs.iter().position(|sign| *sign == b'-').is_some_and(|place| place * 2 + 1 == code);
        if code < 6 || !(halves || signs.iter().any(u8::is_ascii_digit)) || is_short_date(signs) {
            return end;
        }
        end = Some(at + code);
        at += code;
        at += length(cells, at, 2, |cell| matches!(cell, b' ' | b',' | b'\n'));
    }
}

/// The end of a code for one sign-in that starts here: four to eight digits, in one or in two halves.
pub(super) fn one_time(cells: &[u8], at: usize) -> Option<usize> {
    let first = length(cells, at, 9, |cell| cell.is_ascii_digit());
    let gap = matches!(cell(cells, at + first), b' ' | b'-');
    let second = if gap { length(cells, at + first + 1, 5, |cell| cell.is_ascii_digit()) } else { 0 };
    let end = match (first, second) {
        (3, 3) | (4, 4) => at + first + 1 + second,
        (4..=8, 0) => at + first,
        _ => return None,
    };
    let next = cell(cells, end);
    let goes_on = matches!(next, b'.' | b',' | b':' | b'/' | b'-') && cell(cells, end + 1).is_ascii_digit();
    (!next.is_ascii_alphanumeric() && next != b'%' && !goes_on).then_some(end)
}

/// True where the words behind say that what ends here is such a code: `123456 is your login code`.
pub(super) fn is_called_code(cells: &[u8], end: usize) -> bool {
    let mut at = end;
    for place in 0..7 {
        at += length(cells, at, 2, |cell| cell == b' ');
        let count = length(cells, at, 24, |cell| is_letter(cell) || cell == b'-');
        let word = cells.get(at..at + count).unwrap_or_default();
        let fits = match place {
            0 => is_one_of(COPULAS, word),
            1 => is_one_of(OWNERS, word),
            _ if ["code", "kod", "codigo", "codice", "pin", "otp"].iter().any(|end| ends_with(word, end)) => {
                return true;
            }
            _ => count > 0,
        };
        if !fits {
            return false;
        }
        at += count;
    }
    false
}

pub(super) fn ends_with(word: &[u8], end: &str) -> bool {
    word.len().checked_sub(end.len()).is_some_and(|start| word[start..].eq_ignore_ascii_case(end.as_bytes()))
}

/// The end of a number of a person that a label announces so many cells before: groups with a digit in each, and letters in capitals between them.
pub(super) fn number(cells: &[u8], at: usize, since: usize, may_be_date: bool) -> Option<usize> {
    let (mut next, mut end) = (at, at);
    let (mut digits, mut signs) = (0, 0);
    loop {
        let count = length(cells, next, 25, |cell| cell.is_ascii_alphanumeric());
        let group = cells.get(next..next + count)?;
        let own = group.iter().filter(|cell| cell.is_ascii_digit()).count();
        let capitals = own == 0 && count <= 4 && group.iter().all(u8::is_ascii_uppercase);
        if count == 0 || !(own > 0 || capitals) || signs + count > 24 {
            break;
        }
        digits += own;
        signs += count;
        end = next + count;
        // The last sign of Hong Kong's stands in parentheses.
        if cell(cells, end) == b'(' && cell(cells, end + 1).is_ascii_alphanumeric() && cell(cells, end + 2) == b')' {
            end += 3;
            break;
        }
        if !matches!(cell(cells, end), b' ' | b'-' | b'.' | b'/') {
            break;
        }
        next = end + 1;
    }
    let value = cells.get(at..end)?;
    // Few digits are a number only right behind the word, or behind a colon.
    let near = since <= NEAR
        || cells[at.saturating_sub(2)..at].iter().any(|cell| matches!(cell, b':' | b'=' | b'"' | b'\n' | b'|' | b'>'));
    let enough = digits >= 5 || near && (digits >= 3 && signs >= 6 || digits >= 2 && signs >= digits + 2 && signs >= 5);
    (enough && (may_be_date || !is_short_date(value))).then_some(end)
}

/// The end of a date that may have the name of its month, or signs between its parts: `12. März 1980`, `1980年3月12日`.
pub(super) fn date(cells: &[u8], start: usize) -> Option<usize> {
    let mut parts = [0_u32; 3];
    let (mut held, mut word, mut at) = (0, false, start);
    while held < 3 {
        at += length(cells, at, 3, |cell| matches!(cell, b' ' | b'.' | b',' | b'/' | b'-' | DEGREE_SIGN));
        let digits = length(cells, at, 9, |cell| cell.is_ascii_digit());
        if digits > 0 {
            let number = cells.get(at..at + digits)?.iter().fold(0, |sum, cell| sum * 10 + u32::from(cell - b'0'));
            at += digits;
            if digits == 8 && held == 0 {
                let (first, last) = (number / 10_000, number % 10_000);
                let fits = is_year(last) && first % 100 <= 12 && first / 100 <= 31
                    || is_year(first) && last / 100 <= 12 && last % 100 <= 31;
                return fits.then_some(at);
            }
            if digits > 4 || cell(cells, at) == b':' {
                return None;
            }
            parts[held] = number;
            held += 1;
            continue;
        }
        let letters = length(cells, at, 13, is_letter);
        match letters {
            // `de`, `of`, `st`, `年`.
            1 | 2 if held > 0 => {}
            3..=12 if !word && held < 2 => {
                word = true;
                parts[held] = 1;
                held += 1;
            }
            3 if word && held == 2 => {}
            _ => return None,
        }
        at += letters;
    }
    // The sign for day.
    at += length(cells, at, 1, |cell| cell == LETTER);
    let day = |number: u32| (1..=31).contains(&number);
    let [first, second, third] = parts;
    let last = is_year(third) || !word && third < 100 && third > 0;
    let fits = day(first) && day(second) && last || is_year(first) && day(second) && day(third) && !word;
    (fits && !cell(cells, at).is_ascii_digit()).then_some(at)
}

const DEGREE_SIGN: u8 = super::fold::DEGREE;

fn is_year(number: u32) -> bool {
    (1900..2100).contains(&number)
}
