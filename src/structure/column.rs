//! What the texts at the same place of many things share: the words before and after what differs.

use super::order::{Key, sort};
use crate::redact::Words;

/// Most words that are shared before, and after, what differs.
const MOST: usize = 6;

/// A text at the same place as others.
pub(super) struct Entry<'a> {
    /// In which of the things it stands.
    pub(super) item: u32,
    pub(super) words: &'a Words,
}

/// How many words at the start and at the end of a text are shared; all of them where it is shared as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shared {
    pub(super) before: usize,
    pub(super) after: usize,
    /// In how many of the things all of the text stands.
    pub(super) whole: usize,
}

/// Of each entry what it shares with those of at least `part` things, or as a whole with `whole` things.
pub(super) fn shared(entries: &[Entry<'_>], part: usize, whole: usize) -> Vec<Shared> {
    let (starts, ends) = (Counts::of(entries, Side::Start), Counts::of(entries, Side::End));
    let one = |entry: &Entry<'_>| {
        let all = entry.words.list.len();
        let same = starts.count(hash(entry.words, Side::Start, all, true));
        if all > 0 && same >= whole {
            return Shared { before: all, after: 0, whole: same };
        }
        let longest = |side: Side, counts: &Counts| {
            let lengths = (1..=all.min(MOST)).rev();
            lengths
                .into_iter()
                .find(|length| counts.count(hash(entry.words, side, *length, false)) >= part)
                .unwrap_or(0)
        };
        let before = longest(Side::Start, &starts);
        let after = longest(Side::End, &ends).min(all - before);
        Shared { before, after, whole: same }
    };
    entries.iter().map(one).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// So many words at one end of a text.
fn hash(words: &Words, side: Side, length: usize, whole: bool) -> u32 {
    let all = words.list.len();
    let range = if side == Side::Start { 0..length.min(all) } else { all - length.min(all)..all };
    let mut hash = 0x811C_9DC5 ^ (length as u32) << 1 ^ u32::from(whole);
    for byte in words.signs(range).bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// In how many things each start, or end, of a text stands.
struct Counts(Vec<Key>);

impl Counts {
    fn of(entries: &[Entry<'_>], side: Side) -> Self {
        let mut list: Vec<Key> = Vec::new();
        for Entry { item, words } in entries {
            let all = words.list.len();
            for length in 1..=all.min(MOST) {
                list.push([hash(words, side, length, false), *item, 0, 0]);
            }
            if side == Side::Start {
                list.push([hash(words, side, all, true), *item, 0, 0]);
            }
        }
        sort(&mut list);
        Self(list)
    }

    fn count(&self, hash: u32) -> usize {
        let from = self.0.partition_point(|[other, ..]| *other < hash);
        let (mut count, mut last) = (0, None);
        for [other, item, ..] in &self.0[from..] {
            if *other != hash {
                break;
            }
            count += usize::from(last != Some(item));
            last = Some(item);
        }
        count
    }
}
