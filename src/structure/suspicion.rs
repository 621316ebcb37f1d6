//! What in a text of the interface looks like somebody's all the same: numbers, and names by their capitals.

use super::place::Place;
use crate::redact::{Taint, Word, Words};
use core::ops::Range;

/// What is known of where a text stands.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) place: Place,
    /// In a navigation, a toolbar, the page's header or footer.
    pub(super) navigation: bool,
    /// The page writes its own words with capitals (`Save All Changes`), so that these tell nothing.
    pub(super) titled: bool,
    /// It is one of many things of its kind.
    pub(super) in_item: bool,
}

/// A longer text says more than a label does, in words.
const LONGEST_CONTROL: usize = 9;
const LONGEST_PLAIN: usize = 6;
const LONGEST_NAVIGATION: usize = 14;
/// A text that ends as a sentence does, and has so many words, is one.
const SENTENCE: usize = 4;

/// The words to mask, by their places; `None` where all of it is data.
pub(super) fn suspects(text: &str, words: &Words, around: Around, taint: &Taint) -> Option<Vec<bool>> {
    let all = words.list.len();
    let longest = match around.place {
        Place::Control | Place::Link | Place::Heading => LONGEST_CONTROL,
        Place::Plain | Place::Free | Place::Item if around.navigation => LONGEST_NAVIGATION,
        Place::Plain | Place::Free | Place::Item => LONGEST_PLAIN,
        _ => usize::MAX,
    };
    let sentence = all >= SENTENCE && text.trim_end().ends_with(['.', '!', '?', '。']);
    let plain = matches!(around.place, Place::Plain | Place::Free | Place::Item) && !around.navigation;
    if all > longest || (plain && sentence) {
        return None;
    }
    let mut masked: Vec<bool> = words.list.iter().map(|word| is_number(word, all, around)).collect();
    mark_names(text, words, around, taint, &mut masked);
    let strict = !matches!(around.place, Place::Label | Place::Field | Place::Container);
    // Mostly numbers: a date, an amount.
    let most = words.list.iter().filter(|word| word.digits > 0 && is_number(word, all, around)).count() * 2 > all;
    (!strict || !most).then_some(masked)
}

/// True for a word with digits that count or number something. Small numbers stay in labels, and where they are all of a button.
fn is_number(word: &Word, all: usize, around: Around) -> bool {
    let small = word.digits <= 2;
    match around.place {
        _ if word.digits == 0 => false,
        Place::Label | Place::Field | Place::Container => !small,
        Place::Control | Place::Link => !small || (word.is_number() && all > 1),
        _ => !small || word.is_number(),
    }
}

/// Marks runs of words with capitals that no label of the page has.
fn mark_names(text: &str, words: &Words, around: Around, taint: &Taint, masked: &mut [bool]) {
    let list = &words.list;
    let named = |at: usize| {
        let word = &list[at];
        word.capital && word.digits == 0 && (word.small || (word.length() == 1 && list.len() > at + 1))
    };
    let parted = |at: usize| {
        let gap = list[at - 1].range.end..list[at].range.start;
        text.get(gap)
            .is_none_or(|gap| gap.contains(['.', '!', '?', ':', ';', '|', '·', '•', '›', '»', '/', '–', '—', '\n']))
    };
    let unknown = |run: Range<usize>| run.into_iter().all(|at| !taint.keeps(words.word(at)));
    let strict = matches!(around.place, Place::Heading | Place::Plain | Place::Free | Place::Item);
    let pressed = matches!(around.place, Place::Control | Place::Link);
    let mut at = 0;
    while at < list.len() {
        let mut end = at;
        // An initial has a full stop behind it.
        while end < list.len() && named(end) && (end == at || !parted(end) || list[end - 1].length() == 1) {
            end += 1;
        }
        let first = at == 0 || parted(at);
        let whole = at == 0 && end == list.len();
        let found = match end - at {
            0 => 0..0,
            1 if first || around.titled || !strict => 0..0,
            1 => at..end,
            // `Maria Lopez`: all of a text.
            2.. if whole && (strict || around.in_item || (pressed && !around.titled && !around.navigation)) => {
                // `Save Maria Lopez` begins with a word of the page's.
                let verb = end - at > 2 && !unknown(at..at + 1);
                if verb { at + 1..end } else { at..end }
            }
            2.. if first && strict => at..end,
            // The first word has a capital of its own.
            3.. if first && !around.titled => at + 1..end,
            2.. if !first && (!around.titled || strict) => at..end,
            _ => 0..0,
        };
        if !found.is_empty() && unknown(found.clone()) {
            masked[found].fill(true);
        }
        at = end.max(at + 1);
    }
}
