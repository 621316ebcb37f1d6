//! Finds private text by its form: payment cards (Luhn) and e-mail addresses, in one pass each.

use super::{Class, part};
use core::ops::Range;

/// A stretch of text, in bytes, that is private by its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it stands, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// What it is.
    pub class: Class,
}

/// The private stretches of `text`, in order and without overlap.
#[must_use]
pub fn spans(text: &str) -> Vec<Span> {
    let mut found = cards(text);
    for span in emails(text) {
        if found.iter().all(|other| span.range.end <= other.range.start || other.range.end <= span.range.start) {
            let place = found.iter().take_while(|other| other.range.start < span.range.start).count();
            found.insert(place, span);
        }
    }
    found
}

/// Card numbers have 12 (Maestro) to 19 digits (ISO/IEC 7812).
const CARD_DIGITS: core::ops::RangeInclusive<usize> = 12..=19;

/// A digit's value, ASCII or full-width.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{FF10}'..='\u{FF19}' => Some(c as u32 - 0xFF10),
        '\u{0660}'..='\u{0669}' => Some(c as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(c as u32 - 0x06F0),
        '\u{0966}'..='\u{096F}' => Some(c as u32 - 0x0966),
        _ => None,
    }
}

/// What may stand between two digits of one card number.
fn joins(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2010}'..='\u{2015}') || invisible(c)
}

/// Characters without width, which can be planted inside a secret.
fn invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// Runs of digits, joined by single separators, in which some 12 to 19 digits pass Luhn.
fn cards(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, usize, u32)> = Vec::new();
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        if let Some(value) = digit(c) {
            run.push((at, at + c.len_utf8(), value));
            gap = 0;
        } else if joins(c) && !run.is_empty() && (gap == 0 || invisible(c)) {
            gap += usize::from(!invisible(c));
        } else {
            judge(&mut run, &mut found);
            gap = 0;
        }
    }
    judge(&mut run, &mut found);
    found
}

/// Takes the longest Luhn-valid stretches out of one run of digits.
fn judge(run: &mut Vec<(usize, usize, u32)>, found: &mut Vec<Span>) {
    let mut from = 0;
    while from + CARD_DIGITS.start() <= run.len() {
        let most = (run.len() - from).min(*CARD_DIGITS.end());
        let hit = (*CARD_DIGITS.start()..=most)
            .rev()
            .find(|length| issuer(run[from].2, run[from + 1].2) && luhn(&run[from..from + length]));
        match hit {
            Some(length) => {
                found.push(Span { range: run[from].0..run[from + length - 1].1, class: Class::Card });
                from += length;
            }
            None => from += 1,
        }
    }
    run.clear();
}

/// First digits that payment cards start with: 2 to 6 (2-series Mastercard, American Express and JCB,
/// Visa, Mastercard, Maestro and Discover), never two zeros.
fn issuer(first: u32, second: u32) -> bool {
    (2..=6).contains(&first) && !(first == 3 && second == 9)
}

/// The checksum of ISO/IEC 7812-1, annex B.
fn luhn(digits: &[(usize, usize, u32)]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &(_, _, value))| if place % 2 == 0 { value } else { value * 2 - if value > 4 { 9 } else { 0 } })
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}

/// E-mail addresses: `local@label.label`, letters of any script.
fn emails(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, sign) in text.char_indices().filter(|&(_, c)| matches!(c, '@' | '\u{FF20}')) {
        let start = part(text, 0..at).char_indices().rev().take_while(|&(_, c)| local(c)).last().map_or(at, |(i, _)| i);
        let after = at + sign.len_utf8();
        let host = part(text, after..text.len());
        let length: usize = host.chars().take_while(|&c| label(c) || c == '.').map(char::len_utf8).sum();
        let host = part(host, 0..length).trim_end_matches(['.', '-']);
        let labels = host.split('.').filter(|label| !label.is_empty()).count();
        if start < at && labels >= 2 && found.last().is_none_or(|last| last.range.end <= start) {
            found.push(Span { range: start..after + host.len(), class: Class::Email });
        }
    }
    found
}

fn local(c: char) -> bool {
    label(c)
        || matches!(
            c,
            '.' | '!' | '#' | '$' | '%' | '&' | '\'' | '*' | '+' | '=' | '?' | '^' | '`' | '{' | '|' | '}' | '~'
        )
}

fn label(c: char) -> bool {
    c.is_ascii_alphanumeric() || letter_beyond_ascii(c) || c == '-' || c == '_' || invisible(c)
}

/// Any character beyond ASCII but white space and punctuation; exact tables would cost the recorder three kilobytes.
fn letter_beyond_ascii(c: char) -> bool {
    !c.is_ascii()
        && !c.is_whitespace()
        && !matches!(c, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}
