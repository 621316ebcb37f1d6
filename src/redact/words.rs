//! Words of a text as they are compared whatever their writing: case, accents, separators, `ue` for `ü`; and what their letters
//! look like.

use super::terms::{is_of_word, plain};
use core::ops::Range;

/// A run of letters and digits.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Where its signs stand in [`Words::signs`].
    signs: Range<usize>,
    /// It begins with a capital letter.
    pub capital: bool,
    /// It has a small letter; a word without one says nothing by its capitals.
    pub small: bool,
    /// How many digits it has.
    pub digits: u32,
}

impl Word {
    /// How many letters and digits it has as it is compared, in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.signs.len()
    }

    /// True where it is nothing but digits.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.digits as usize == self.signs.len()
    }
}

/// The words of one text.
#[derive(Default)]
pub struct Words {
    /// All words without what is between them.
    signs: String,
    /// In their order.
    pub list: Vec<Word>,
}

impl Words {
    /// Parts a text where a sign is neither letter nor digit, and before a capital that follows a small letter.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self { signs: String::with_capacity(text.len()), list: Vec::new() };
        let mut open: Option<Word> = None;
        let mut small_before = false;
        for (at, c) in text.char_indices() {
            let Some(sign) = plain(c) else { continue };
            let capital = is_capital(c);
            let parted = !is_of_word(sign) || is_mark(c) || (capital && small_before);
            small_before = !capital && sign.is_ascii_lowercase();
            if parted {
                words.list.extend(open.take());
            }
            if !is_of_word(sign) || is_mark(c) {
                continue;
            }
            let from = words.signs.len();
            let word = open.get_or_insert(Word { range: at..at, signs: from..from, capital, small: false, digits: 0 });
            let before = words.signs.get(word.signs.start..).and_then(|signs| signs.as_bytes().last());
            word.range.end = at + c.len_utf8();
            word.small |= small_before;
            word.digits += u32::from(sign.is_ascii_digit());
            // `Juergen` is Jürgen, and `Strasse` Straße.
            let doubled = matches!((before, sign), (Some(b'a' | b'o' | b'u'), 'e') | (Some(b's'), 's'));
            if !doubled {
                words.signs.push(sign);
                word.signs.end = words.signs.len();
            }
        }
        words.list.extend(open);
        words
    }

    /// The letters and digits of some words, without what is between them.
    #[must_use]
    pub fn signs(&self, words: Range<usize>) -> &str {
        let (first, last) = (self.list.get(words.start), self.list.get(words.end.wrapping_sub(1)));
        first.zip(last).and_then(|(first, last)| self.signs.get(first.signs.start..last.signs.end)).unwrap_or_default()
    }

    /// The letters and digits of one word.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.signs(at..at + 1)
    }

    /// Where some words stand in the text, in bytes.
    #[must_use]
    pub fn range(&self, words: Range<usize>) -> Range<usize> {
        let start = self.list.get(words.start).map_or(0, |word| word.range.start);
        start..self.list.get(words.end.wrapping_sub(1)).map_or(start, |word| word.range.end)
    }
}

/// Signs beyond ASCII that part words all the same: punctuation, currencies, arrows.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x80..=0xA9 | 0xAB..=0xB1 | 0xB4 | 0xB6..=0xB8 | 0xBB..=0xBF | 0xD7 | 0xF7 | 0x2010..=0x2BFF | 0xE000..=0xF8FF | 0x3000..=0x3004 | 0x3008..=0x3020 | 0x30FB | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20)
}

/// A capital letter of a Latin, Greek or Cyrillic script; tables of all scripts would cost the recorder some kilobytes.
fn is_capital(c: char) -> bool {
    let code = c as u32;
    match code {
        0x41..=0x5A | 0x391..=0x3A9 | 0x400..=0x42F => true,
        0xC0..=0xDE => code != 0xD7,
        0x100..=0x137 | 0x14A..=0x177 | 0x1E00..=0x1EFF => code.is_multiple_of(2),
        0x139..=0x148 | 0x179..=0x17E => !code.is_multiple_of(2),
        0x178 => true,
        _ => false,
    }
}
