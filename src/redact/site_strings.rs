//! The strings of a site's own interface, as a policy lists them: hashes in order, by which a text of the page is known for one of them.

use super::taint::Hash;
use super::words::Words;
use core::cmp::Ordering;

/// Signs of one hash, six bits each.
pub const HASH: usize = 8;
/// Of each six bits its sign, in the order of their codes: hashes that are in order as texts are so as numbers.
const SIGNS: &[u8; 64] = b"-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/// Most words before, and after, what varies in a string.
const LONGEST: usize = 16;
/// Fewest words with letters that a string with something variable in it has beside that.
const FEWEST: usize = 2;
/// What ends the hash of a string, of the words before what varies, and of those with the words behind it.
const WHOLE: &str = "=";
const BEFORE: &str = "<";
const AROUND: &str = ">";

/// A list that can be searched as it stands in the policy. A hash of 48 bits: of 50,000 strings one of five billion other texts is taken
/// for one of them. It has no key, because nobody's secret is in it: who has the site's files can make it anew and compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteStrings(String);

/// How many words at the start and at the end of a text are those of a listed string; all of them at the start where it is one as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// At the start.
    pub before: usize,
    /// At the end.
    pub after: usize,
}

impl SiteStrings {
    /// The list as [`hashes_of`] gives its hashes, sorted and one after the other.
    #[must_use]
    pub fn new(hashes: String) -> Self {
        Self(hashes)
    }

    /// True where nothing is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What of a text is listed.
    #[must_use]
    pub fn find(&self, text: &str, words: &Words) -> Listed {
        let all = words.list.len();
        let mut best = Listed::default();
        if self.is_empty() || all == 0 || tells_by_signs(text) {
            return best;
        }
        if self.has(whole(words)) {
            return Listed { before: all, after: 0 };
        }
        for before in 0..=all.min(LONGEST) {
            if before > 0 && !self.has(start(words, before)) {
                continue;
            }
            for after in 0..=(all - before).min(LONGEST) {
                if before + after > best.before + best.after && self.has(around(words, before, words, after)) {
                    best = Listed { before, after };
                }
            }
        }
        best
    }

    /// By halving. Texts are compared, because numbers of 64 bits cost the recorder's fallback a kilobyte.
    fn has(&self, hash: Hash) -> bool {
        let signs = signs_of(hash);
        let (mut from, mut to) = (0, self.0.len() / HASH);
        while from < to {
            let middle = (from + to) / 2;
            let listed = self.0.get(middle * HASH..(middle + 1) * HASH).unwrap_or_default();
            match listed.cmp(&signs) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return true,
                Ordering::Greater => to = middle,
            }
        }
        false
    }
}

/// Stars, ticks, arrows: what such signs tell is in no hash.
fn tells_by_signs(text: &str) -> bool {
    text.contains(|c| matches!(c, '*' | '\u{2190}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}' | '\u{1F000}'..))
}

fn whole(words: &Words) -> Hash {
    hash(&[words.signs(0..words.list.len()), WHOLE])
}

fn start(words: &Words, before: usize) -> Hash {
    hash(&[words.signs(0..before), BEFORE])
}

/// So many words at the start of one text, and at the end of the other.
fn around(words: &Words, before: usize, others: &Words, after: usize) -> Hash {
    let all = others.list.len();
    hash(&[words.signs(0..before), BEFORE, others.signs(all - after..all), AROUND])
}

fn hash(parts: &[&str]) -> Hash {
    let mut hash = Hash::of([0; 2]);
    parts.iter().for_each(|part| hash.write(part));
    hash
}

fn signs_of(hash: Hash) -> String {
    let mut out = String::new();
    for half in hash.mixed() {
        for place in 0..4 {
            out.push(char::from(SIGNS[(half >> (26 - place * 6)) as usize & 63]));
        }
    }
    out
}

/// The hashes of a string of the interface, or of the words `before` and `after` what varies in it. None where it has too few words:
/// numbers alone are nobody's interface, and a single word stands before anything.
#[must_use]
pub fn hashes_of(before: &str, after: Option<&str>) -> Vec<String> {
    let (before, after) = (Words::of(before), after.map(Words::of));
    let lettered = |words: &Words| words.list.iter().filter(|word| word.digits == 0).count();
    let hashes = match &after {
        None if lettered(&before) == 0 => Vec::new(),
        None => vec![whole(&before)],
        Some(after) => {
            let (first, last) = (before.list.len(), after.list.len());
            if lettered(&before) + lettered(after) < FEWEST || first.max(last) > LONGEST {
                Vec::new()
            } else if first == 0 {
                vec![around(&before, 0, after, last)]
            } else {
                vec![start(&before, first), around(&before, first, after, last)]
            }
        }
    };
    hashes.into_iter().map(signs_of).collect()
}

/// True for a list of which each hash stands once, in order.
#[must_use]
pub fn are_hashes(text: &str) -> bool {
    let (hashes, rest) = text.as_bytes().as_chunks::<HASH>();
    rest.is_empty() && text.bytes().all(|byte| SIGNS.contains(&byte)) && hashes.is_sorted_by(|one, next| one < next)
}
