//! The stand-ins of what was masked, told from text that only looks like one.

use super::EntityType;
use core::ops::Range;

/// Hexadecimal digits of a tag.
const TAG: usize = 16;
/// The longest number of a placeholder, in digits.
const LONGEST_NUMBER: usize = 9;

/// The stand-in of one masked text: `<EMAIL_5>`, or `<EMAIL>` as in a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// What was masked.
    pub entity_type: EntityType,
    /// The same for the same text all through a session; absent in what the employee said.
    pub number: Option<u32>,
}

/// A part of a text that has passed the redactor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// It was kept.
    Kept(&'a str),
    /// It was masked.
    Masked(Placeholder),
}

impl Placeholder {
    /// The placeholder that the text begins with, and how many bytes it takes.
    #[must_use]
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        let inner = text.strip_prefix('<')?.split_once('>')?.0;
        let (word, number) = match inner.split_once('_') {
            Some((word, number)) => (word, Some(number)),
            None => (inner, None),
        };
        let entity_type = EntityType::ALL.into_iter().find(|entity_type| entity_type.word() == word)?;
        let number = match number {
            Some(number) => Some(counted(number)?),
            None => None,
        };
        Some((Self { entity_type, number }, inner.len() + 2))
    }
}

impl core::fmt::Display for Placeholder {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.number {
            Some(number) => write!(f, "<{}_{number}>", self.entity_type.word()),
            None => write!(f, "<{}>", self.entity_type.word()),
        }
    }
}

/// The number, as the background writes it: from 1, without zeros before it.
fn counted(digits: &str) -> Option<u32> {
    let plain =
        digits.len() <= LONGEST_NUMBER && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// The text taken apart; put together again its pieces are the text.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices('<') {
        if let Some((placeholder, length)) = Placeholder::at_start(&text[at..]) {
            if from < at {
                pieces.push(Piece::Kept(&text[from..at]));
            }
            pieces.push(Piece::Masked(placeholder));
            from = at + length;
        }
    }
    if from < text.len() {
        pieces.push(Piece::Kept(&text[from..]));
    }
    pieces
}

/// Where placeholders stand as a page's side makes them: with a tag, `<EMAIL#0123456789abcdef>`, or of an unfinished text
/// without one, `<TEXT#>`.
pub(super) fn tagged(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('<').filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let (word, tag) = rest.get(..rest.find('>')?)?.split_once('#')?;
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let known = EntityType::ALL.iter().any(|entity_type| entity_type.word() == word);
        (known && matches!(tag.len(), 0 | TAG) && tag.bytes().all(digit)).then(|| at..at + word.len() + tag.len() + 3)
    })
}
