//! Taint: what was masked once as data, or typed, is masked wherever it stands in the session, in another writing too. Only keyed
//! hashes are kept, and no text.

use super::form;
use super::words::Words;
use core::ops::Range;

/// Most hashes that are kept; then no more are taken in.
const MOST: usize = 12_000;
/// Most words that are looked at as one: a name, the numbers of an amount, the start of a sentence.
const LONGEST: usize = 5;
/// So many words of a sentence in a row tell which one it is.
const STRETCH: usize = 4;
/// How many words of a long text are remembered.
const MOST_WORDS: usize = 80;
/// A word that stands for itself has so many signs.
const SHORTEST_WORD: usize = 3;
/// A number has so many digits; shorter ones stand anywhere.
const SHORTEST_NUMBER: u32 = 3;

/// How sure it is that words are somebody's; the lowest bits of a hash.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sureness {
    /// Wherever it stands: a full name, a stretch of a sentence, a number.
    Sure = 0,
    /// A part of a name: but for words of the page's labels.
    Part = 1,
    /// Any short text: but for words that the page uses in its own controls.
    Maybe = 2,
    /// The same once more where it was typed: it is masked in a string of the site's own list too.
    Typed = 3,
}

const KINDS: u64 = 3;

/// The sets. The hashes are 62 bits of two multiplicative hashes, seeded by the session's key: fast without 64-bit arithmetic, which
/// the recorder's fallback in JavaScript has not. They keep a reader of the memory from reading names, not from trying them.
#[derive(Clone, Default)]
pub struct Taint {
    seed: [u32; 2],
    data: Hashes,
    /// Words that the page uses in labels, and in any of its own controls.
    labels: Hashes,
    controls: Hashes,
    /// Came since the last call of [`Taint::take_fresh`].
    fresh: Vec<u64>,
    /// What is learnt now was typed.
    typed: bool,
}

/// What a text is that is remembered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It was typed or chosen by the person.
    Typed,
    /// It was shown, and no other of its kind is the same.
    Rare,
    /// It was shown, and others of its kind are the same: a single word of it tells of nobody.
    Common,
}

impl Taint {
    /// Nothing yet, with the session's key.
    #[must_use]
    pub fn new(key: &[u8; 16]) -> Self {
        let mut seed = [0; 2];
        for (place, byte) in key.iter().enumerate() {
            seed[place & 1] = u32::rotate_left(seed[place & 1], 5) ^ u32::from(*byte).wrapping_mul(0x0100_0193);
        }
        Self { seed, ..Self::default() }
    }

    /// Remembers a text that is masked as data.
    pub fn learn(&mut self, text: &str, known: Known) {
        let words = Words::of(text);
        let all = words.list.len();
        if all == 0 {
            return;
        }
        self.typed = known == Known::Typed;
        if form::is_name(text, &words) {
            return self.learn_name(&words, 0..all);
        }
        self.learn_numbers(text, &words);
        self.learn_parts(text);
        match all {
            1 => {
                let word = &words.list[0];
                if known != Known::Common && word.length() >= SHORTEST_WORD && word.digits == 0 {
                    self.add(&words, 0..1, Sureness::Maybe);
                }
            }
            2 | 3 if words.list.iter().any(|word| !word.is_number()) => {
                let sure = known == Known::Typed || words.list.iter().any(|word| word.digits > 0);
                self.add(&words, 0..all, if sure { Sureness::Sure } else { Sureness::Maybe });
            }
            2 | 3 => {}
            _ => {
                for start in 0..=all.min(MOST_WORDS) - STRETCH {
                    self.add(&words, start..start + STRETCH, Sureness::Sure);
                }
            }
        }
        self.learn_capitals(text, &words);
    }

    /// A full name, the last name first, initials; and its words, each for itself.
    fn learn_name(&mut self, words: &Words, name: Range<usize>) {
        let (first, last) = (name.start, name.end - 1);
        self.add(words, name.clone(), Sureness::Sure);
        let (one, other) = (words.word(first), words.word(last));
        let rest = words.signs(first..last);
        for (before, after) in
            [(other, rest), (one, other), (initial(one), other), (other, initial(one)), (one, initial(other))]
        {
            if before.len() + after.len() > SHORTEST_WORD {
                self.add_signs(&[before, after], Sureness::Sure);
            }
        }
        for at in name.filter(|at| words.list[*at].capital && words.list[*at].length() >= SHORTEST_WORD) {
            self.add(words, at..at + 1, Sureness::Part);
        }
    }

    /// Amounts, dates and numbers, however their digits are grouped.
    fn learn_numbers(&mut self, text: &str, words: &Words) {
        let mut at = 0;
        while at < words.list.len() {
            let mut end = at;
            let mut digits = 0;
            while let Some(word) = words.list.get(end).filter(|word| word.digits > 0) {
                let grouped = end == at || {
                    let gap = words.list[end - 1].range.end..word.range.start;
                    text.get(gap).is_some_and(|gap| gap.len() <= 3 && !gap.contains(['(', ')', ';']))
                };
                if !grouped || end - at == LONGEST {
                    break;
                }
                digits += word.digits;
                end += 1;
            }
            if end == at {
                at += 1;
                continue;
            }
            let year = digits == 4 && end == at + 1 && matches!(words.word(at).get(..2), Some("19" | "20"));
            if digits >= SHORTEST_NUMBER && !year {
                self.add(words, at..end, Sureness::Sure);
                // `58,400.00` may stand as `58,400`.
                if end - at > 2 {
                    self.add(words, at..end - 1, Sureness::Sure);
                }
            }
            at = end;
        }
    }

    /// What commas, colons and brackets part: the street of an address, the name before an amount.
    fn learn_parts(&mut self, text: &str) {
        if !text.contains([',', ':', '(', '|', '–', '/', '\n']) {
            return;
        }
        for part in text.split([',', ':', '(', ')', '|', '–', '/', '\n']).map(str::trim) {
            let words = Words::of(part);
            let all = words.list.len();
            if form::is_name(part, &words) {
                self.learn_name(&words, 0..all);
            } else if (2..=LONGEST).contains(&all) {
                let numbered = words.list.iter().any(|word| word.digits > 0);
                self.add(&words, 0..all, if numbered { Sureness::Sure } else { Sureness::Maybe });
            }
        }
    }

    /// Capitals within a sentence: names that stand in it.
    fn learn_capitals(&mut self, text: &str, words: &Words) {
        let list = &words.list;
        let starts = |at: usize| {
            at == 0 || {
                let gap = list[at - 1].range.end..list[at].range.start;
                text.get(gap).is_none_or(|gap| gap.contains(['.', '!', '?', ':', '\n', '"', '“', '/', '-', '–']))
            }
        };
        let named = |at: usize| list[at].capital && list[at].small && list[at].digits == 0;
        let mut at = 0;
        while at < list.len().min(MOST_WORDS) {
            let mut end = at;
            while end < list.len() && named(end) && (end == at || !starts(end)) {
                end += 1;
            }
            // The first word of a sentence has a capital of its own.
            let from = if starts(at) && end - at <= 2 { at + 1 } else { at };
            if end >= from + 2 && end - from <= LONGEST {
                self.learn_name(words, from..end);
            } else if end == from + 1 && list[from].length() >= SHORTEST_WORD && list.len() > 2 {
                self.add(words, from..end, Sureness::Part);
            }
            at = end.max(at + 1);
        }
    }

    /// Remembers words that the page says to everyone: a single word that is also data is not masked in them. `label`: in a label,
    /// a header or a navigation, and not in a button or a link.
    pub fn keep(&mut self, text: &str, label: bool) {
        let words = Words::of(text);
        let sure = self.sure(&words);
        for (at, word) in words.list.iter().enumerate() {
            if word.digits > 0 || sure.get(at) == Some(&true) {
                continue;
            }
            let hash = self.hash(&[words.word(at)]);
            self.controls.add(hash);
            if label {
                self.labels.add(hash);
            }
        }
    }

    /// The same where data is not told from interface: of words that are data already none is taken.
    pub fn keep_new(&mut self, text: &str) {
        let words = Words::of(text);
        for (at, word) in words.list.iter().enumerate() {
            let hash = self.hash(&[words.word(at)]);
            let known =
                [Sureness::Sure, Sureness::Part, Sureness::Maybe].iter().any(|one| self.data.has(hash | *one as u64));
            if word.digits == 0 && !known {
                self.controls.add(hash);
                self.labels.add(hash);
            }
        }
    }

    /// True where the page has the word in a label or a control.
    #[must_use]
    pub fn keeps(&self, word: &str) -> bool {
        self.controls.has(self.hash(&[word]))
    }

    /// Of each word, whether it is in what is surely data.
    fn sure(&self, words: &Words) -> Vec<bool> {
        let mut all = vec![false; words.list.len()];
        self.each(words, |found, sureness| {
            if sureness == Sureness::Sure {
                all[found].fill(true);
            }
        });
        all
    }

    /// Where the text has something that was masked, in bytes, in order and without overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.find_in(text, false)
    }

    /// The same in a string of the site's own list: what was typed, and in a short one what is surely somebody's.
    #[must_use]
    pub fn find_in_listed(&self, text: &str) -> Vec<Range<usize>> {
        self.find_in(text, true)
    }

    fn find_in(&self, text: &str, listed: bool) -> Vec<Range<usize>> {
        if self.data.is_empty() {
            return Vec::new();
        }
        let words = Words::of(text);
        let mut masked = vec![false; words.list.len()];
        let long = listed && words.list.len() >= STRETCH;
        self.each(&words, |found, sureness| {
            let kept = |set: &Hashes| found.clone().all(|at| set.has(self.hash(&[words.word(at)])));
            let is_kept = match sureness {
                Sureness::Sure => long,
                Sureness::Part => long || kept(&self.labels),
                Sureness::Maybe => listed || kept(&self.controls),
                Sureness::Typed => !listed || (found.len() == 1 && kept(&self.controls)),
            };
            if !is_kept {
                masked[found].fill(true);
            }
        });
        runs(&words, text, &masked)
    }

    /// Calls with each stretch of words that is known.
    fn each(&self, words: &Words, mut found: impl FnMut(Range<usize>, Sureness)) {
        if self.data.is_empty() {
            return;
        }
        for start in 0..words.list.len() {
            let mut hash = Hash::of(self.seed);
            for end in start + 1..=words.list.len().min(start + LONGEST) {
                hash.write(words.word(end - 1));
                let done = hash.done();
                for sureness in [Sureness::Sure, Sureness::Part, Sureness::Maybe, Sureness::Typed] {
                    if self.data.has(done | sureness as u64) {
                        found(start..end, sureness);
                    }
                }
            }
        }
    }

    fn add(&mut self, words: &Words, range: Range<usize>, sureness: Sureness) {
        self.add_signs(&[words.signs(range)], sureness);
    }

    fn add_signs(&mut self, signs: &[&str], sureness: Sureness) {
        let hash = self.hash(signs);
        self.add_hash(hash | sureness as u64);
        if self.typed {
            self.add_hash(hash | Sureness::Typed as u64);
        }
    }

    fn add_hash(&mut self, hash: u64) {
        if self.data.count < MOST && !self.data.has(hash) {
            self.data.add(hash);
            self.fresh.push(hash);
        }
    }

    fn hash(&self, signs: &[&str]) -> u64 {
        let mut hash = Hash::of(self.seed);
        signs.iter().for_each(|part| hash.write(part));
        hash.done()
    }

    /// What was learnt since the last call, for the other documents of the session: sixteen hexadecimal digits each.
    pub fn take_fresh(&mut self) -> String {
        let mut out = String::new();
        for hash in core::mem::take(&mut self.fresh) {
            out.extend((0..16).rev().filter_map(|place| char::from_digit((hash >> (place * 4) & 15) as u32, 16)));
        }
        out
    }

    /// Takes in what another document has learnt; what is not of that form is passed over.
    pub fn learn_from(&mut self, hashes: &str) {
        for digits in hashes.as_bytes().chunks_exact(16) {
            let hash = core::str::from_utf8(digits).ok().and_then(|digits| u64::from_str_radix(digits, 16).ok());
            if let Some(hash) = hash {
                self.data.add(hash);
            }
        }
    }
}

fn initial(word: &str) -> &str {
    word.chars().next().and_then(|c| word.get(..c.len_utf8())).unwrap_or_default()
}

/// Stretches of words that are masked, in bytes, with what joins them.
fn runs(words: &Words, text: &str, masked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (word, _) in words.list.iter().zip(masked).filter(|(_, masked)| **masked) {
        match ranges.last_mut() {
            Some(last) if joins(text, last.end..word.range.start) => last.end = word.range.end,
            _ => ranges.push(word.range.clone()),
        }
    }
    ranges
}

/// True for what may stand inside one private text, between two of its words.
fn joins(text: &str, gap: Range<usize>) -> bool {
    text.get(gap).is_some_and(|gap| !gap.chars().any(|c| c.is_ascii_alphanumeric()) && gap.len() <= 3)
}

/// A hash that is being made.
#[derive(Clone, Copy)]
pub(super) struct Hash([u32; 2]);

impl Hash {
    pub(super) fn of(seed: [u32; 2]) -> Self {
        Self([seed[0] ^ 0x811C_9DC5, seed[1] ^ 0x9E37_79B9])
    }

    pub(super) fn write(&mut self, signs: &str) {
        for byte in signs.bytes() {
            self.0[0] = (self.0[0] ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            self.0[1] = (self.0[1] ^ u32::from(byte)).wrapping_mul(0x85EB_CA6B).rotate_left(13);
        }
    }

    /// Two halves, of which the high bits are the best mixed.
    pub(super) fn mixed(self) -> [u32; 2] {
        self.0.map(|half| (half ^ half >> 15).wrapping_mul(0x2C1B_3C6D))
    }

    /// The lowest two bits are zero.
    fn done(self) -> u64 {
        let [high, low] = self.mixed();
        (u64::from(high) << 32 | u64::from(low)) & !KINDS
    }
}

/// A set of hashes, each in the first free place from where its bits say. Zero stands for none.
#[derive(Clone, Default)]
struct Hashes {
    places: Vec<u64>,
    count: usize,
}

impl Hashes {
    /// The place of a hash, or the free one where it belongs; the table is never full.
    fn place(&self, hash: u64) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        let mut at = (hash >> 32) as usize & last;
        while self.places[at] != hash && self.places[at] != 0 {
            at = (at + 1) & last;
        }
        Some(at)
    }

    fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn has(&self, hash: u64) -> bool {
        self.place(hash).is_some_and(|at| self.places[at] == hash)
    }

    fn add(&mut self, hash: u64) {
        if self.has(hash) || hash == 0 || self.count == MOST {
            return;
        }
        if self.count * 2 >= self.places.len() {
            let wider = vec![0; (self.places.len() * 2).max(256)];
            let old = core::mem::replace(&mut self.places, wider);
            old.into_iter().filter(|hash| *hash != 0).for_each(|hash| self.put(hash));
        }
        self.put(hash);
        self.count += 1;
    }

    fn put(&mut self, hash: u64) {
        if let Some(at) = self.place(hash) {
            self.places[at] = hash;
        }
    }
}
