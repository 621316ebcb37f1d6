//! Tables of words that are kept as hashes alone: four bytes a word, however long, and found by bisection.

/// Words of one meaning, between spaces: small, without accents; `_` joins two that count only together, `^` stands before one that
/// counts only in capitals. The meaning is a number below 16.
pub(in crate::redact) type List = (u8, &'static str);

const START: u32 = 0x811C_9DC5;

/// The hash of a word with one sign more (FNV-1a, by characters).
const fn with(hash: u32, sign: u32) -> u32 {
    (hash ^ sign).wrapping_mul(0x0100_0193)
}

/// The hash of a word as far as it was read.
#[derive(Clone, Copy)]
pub(in crate::redact) struct Hash(u32);

impl Hash {
    pub(super) const NONE: Hash = Hash(0);

    pub(in crate::redact) const fn new() -> Self {
        Hash(START)
    }

    /// Of a word in capitals, before its first sign.
    pub(super) const fn capitals() -> Self {
        Hash(with(START, b'^' as u32))
    }

    /// Of this word and the next, before the first sign of that.
    pub(in crate::redact) const fn joined(self) -> Self {
        Hash(with(self.0, b'_' as u32))
    }

    #[must_use]
    pub(in crate::redact) const fn with(self, sign: u32) -> Self {
        Hash(with(self.0, sign))
    }

    /// What the table says of the word.
    pub(in crate::redact) fn meaning(self, table: &[u32]) -> Option<u8> {
        let wanted = self.0 >> 4;
        let place = table.binary_search_by_key(&wanted, |row| row >> 4).ok()?;
        Some((table[place] & 15) as u8)
    }
}

/// How many words there are.
pub(in crate::redact) const fn count(lists: &[List]) -> usize {
    let (mut words, mut list) = (0, 0);
    while list < lists.len() {
        let bytes = lists[list].1.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let ends = bytes[at] != b' ' && (at + 1 == bytes.len() || bytes[at + 1] == b' ');
            words += ends as usize;
            at += 1;
        }
        list += 1;
    }
    words
}

const fn hashes<const COUNT: usize>(lists: &[List]) -> [u32; COUNT] {
    let mut table = [0; COUNT];
    let (mut word, mut list) = (0, 0);
    while list < lists.len() {
        let bytes = lists[list].1.as_bytes();
        let (mut at, mut hash) = (0, START);
        while at < bytes.len() {
            if bytes[at] != b' ' {
                let (sign, length) = character(bytes, at);
                hash = with(hash, sign);
                at += length;
                if at == bytes.len() || bytes[at] == b' ' {
                    table[word] = hash & !15 | lists[list].0 as u32;
                    word += 1;
                }
            } else {
                hash = START;
                at += 1;
            }
        }
        list += 1;
    }
    table
}

/// The character of UTF-8 that starts here, and its bytes.
const fn character(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    let (mut sign, length) = match first {
        0..=0x7F => (first, 1),
        0x80..=0xDF => (first & 31, 2),
        0xE0..=0xEF => (first & 15, 3),
        _ => (first & 7, 4),
    };
    let mut place = 1;
    while place < length {
        sign = sign << 6 | bytes[at + place] as u32 & 63;
        place += 1;
    }
    (sign, length)
}

/// The hashes of the words with their meanings in the lowest four bits, ascending. It merges from below; sorting by insertion would take the compiler too many steps.
pub(in crate::redact) const fn table<const COUNT: usize>(lists: &[List]) -> [u32; COUNT] {
    let mut from = hashes::<COUNT>(lists);
    let mut to = [0; COUNT];
    let mut width = 1;
    while width < COUNT {
        let mut start = 0;
        while start < COUNT {
            let middle = if start + width < COUNT { start + width } else { COUNT };
            let end = if start + 2 * width < COUNT { start + 2 * width } else { COUNT };
            let (mut left, mut right, mut at) = (start, middle, start);
            while at < end {
                if left < middle && (right >= end || from[left] <= from[right]) {
                    to[at] = from[left];
                    left += 1;
                } else {
                    to[at] = from[right];
                    right += 1;
                }
                at += 1;
            }
            start = end;
        }
        from = to;
        width *= 2;
    }
    from
}
