//! The two kinds of text: `Raw` as the page has it, and `Redacted`, which alone may be kept.

use super::detect;
use core::ops::Range;
use serde::{Deserialize, Serialize};

/// How many letters and digits of two texts are compared piece by piece.
const LONGEST_COMPARED: usize = 2_000;

/// Text as it stands in the page. It cannot be printed, serialised, cloned or compared from outside
/// this module's questions; its only exit is [`Redactor`](super::Redactor).
///
/// ```compile_fail
/// let raw = overt::redact::Raw::new("secret");
/// println!("{raw}");
/// ```
/// ```compile_fail
/// let raw = overt::redact::Raw::new("secret");
/// println!("{raw:?}");
/// ```
/// ```compile_fail
/// let raw = overt::redact::Raw::new("secret");
/// let _ = serde_json::to_string(&raw);
/// ```
/// ```compile_fail
/// let raw = overt::redact::Raw::new("secret");
/// let _ = raw.clone();
/// ```
/// ```compile_fail
/// let raw = overt::redact::Raw::new("secret");
/// let _: &str = raw.expose();
/// ```
#[derive(Default)]
pub struct Raw(String);

impl Raw {
    /// Wraps text of the page.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// True where there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The text, unless it is blank.
    #[must_use]
    pub fn filled(self) -> Option<Self> {
        (!self.is_blank()).then_some(self)
    }

    /// True where the text, trimmed and without regard to ASCII case, is `word`.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.0.trim().eq_ignore_ascii_case(word)
    }

    /// True where `word` is one of the text's tokens, which white space separates.
    #[must_use]
    pub fn has_token(&self, word: &str) -> bool {
        self.0.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case(word))
    }

    /// The first of the text's tokens that `known` holds, as `known` spells it.
    #[must_use]
    pub fn first_of(&self, known: &[&'static str]) -> Option<&'static str> {
        self.0
            .split_ascii_whitespace()
            .find_map(|token| known.iter().copied().find(|word| token.eq_ignore_ascii_case(word)))
    }

    /// The text's tokens, as in an attribute that lists ids.
    pub fn tokens(&self) -> impl Iterator<Item = Raw> + '_ {
        self.0.split_ascii_whitespace().map(Raw::new)
    }

    /// The text with each run of ASCII white space as one space and none at its ends; a no-break space stays.
    #[must_use]
    pub fn collapsed(&self) -> Raw {
        let mut out = String::with_capacity(self.0.len());
        for word in self.0.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        Raw(out)
    }

    /// The same as [`Raw::collapsed`], and where in it what began at `starts`, in bytes and in order, begins now.
    #[must_use]
    pub fn collapsed_with(&self, starts: impl IntoIterator<Item = usize>) -> (Raw, Vec<usize>) {
        let mut out = String::with_capacity(self.0.len());
        let mut places = Vec::new();
        let mut starts = starts.into_iter().peekable();
        let mut space = false;
        for (at, c) in self.0.char_indices() {
            if c.is_ascii_whitespace() {
                space = true;
                continue;
            }
            if core::mem::take(&mut space) && !out.is_empty() {
                out.push(' ');
            }
            while starts.next_if(|start| *start <= at).is_some() {
                places.push(out.len());
            }
            out.push(c);
        }
        places.extend(starts.map(|_| out.len()));
        (Raw(out), places)
    }

    /// True where it has a number of so many digits, or more.
    #[must_use]
    pub fn holds_number(&self, digits: usize) -> bool {
        let mut run = 0;
        self.0.chars().any(|c| {
            run = if matches!(detect::fold(c), Some(b'0'..=b'9')) { run + 1 } else { 0 };
            run >= digits
        })
    }

    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True where it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text without white space at its ends, no-break spaces too.
    #[must_use]
    pub fn trimmed(&self) -> Raw {
        Raw(self.0.trim().to_owned())
    }

    /// True where the text starts, or ends, with white space.
    #[must_use]
    pub fn touches_space(&self, at_start: bool) -> bool {
        let end = if at_start { self.0.chars().next() } else { self.0.chars().next_back() };
        end.is_some_and(char::is_whitespace)
    }

    /// True where there is nothing but digits, of any script.
    #[must_use]
    pub fn is_number(&self) -> bool {
        !self.0.is_empty() && self.0.chars().all(|c| matches!(detect::fold(c), None | Some(b'0'..=b'9')))
    }

    /// The start of a longer text, of at most so many bytes, with spaces between its words. It ends before the word in which it
    /// would be cut, and before words with digits there: half a secret looks like none.
    #[must_use]
    pub fn start(self, most: usize) -> Raw {
        if self.0.len() <= most {
            return self;
        }
        let mut words: Vec<&str> = self.0[..self.0.floor_char_boundary(most)].split_inclusive(' ').collect();
        words.pop();
        let numbered = |word: &&str| word.chars().any(|c| matches!(detect::fold(c), Some(b'0'..=b'9')));
        while words.last().is_some_and(numbered) {
            words.pop();
        }
        Raw(words.concat().trim_end().to_owned())
    }

    /// Appends the other text as it is.
    pub fn push(&mut self, other: &Raw) {
        self.0.push_str(&other.0);
    }

    /// Appends one space.
    pub fn push_space(&mut self) {
        self.0.push(' ');
    }

    /// True where four letters or digits in a row (bytes of UTF-8), whatever stands between them, are also in the other text; of very long texts
    /// it is taken for granted.
    #[must_use]
    pub fn shares_piece(&self, other: &Raw) -> bool {
        let signs = |text: &Raw| -> Vec<u8> {
            text.0.bytes().filter(|sign| sign.is_ascii_alphanumeric() || !sign.is_ascii()).collect()
        };
        let (own, theirs) = (signs(self), signs(other));
        let long = own.len().max(theirs.len()) > LONGEST_COMPARED;
        long || own.windows(4).any(|piece| theirs.windows(4).any(|other| other == piece))
    }

    /// True where both differ in white space alone.
    #[must_use]
    pub fn same_words(&self, other: &Raw) -> bool {
        self.0.split_whitespace().flat_map(str::bytes).eq(other.0.split_whitespace().flat_map(str::bytes))
    }

    /// True where all letters and digits of the other text stand in this one in their order, or all of this in the other: one was made of
    /// the other. Of an empty text nothing is made.
    #[must_use]
    pub fn is_made_of(&self, other: &Raw) -> bool {
        let within = |inner: &Raw, outer: &Raw| {
            let mut rest = outer.0.bytes();
            let mut signs = inner.0.bytes().filter(|sign| sign.is_ascii_alphanumeric() || !sign.is_ascii()).peekable();
            signs.peek().is_some() && signs.all(|sign| rest.any(|other| other == sign))
        };
        within(other, self) || within(self, other)
    }

    /// True where both hold the same text.
    #[must_use]
    pub fn same(&self, other: &Raw) -> bool {
        self.0 == other.0
    }

    /// The text itself, for the modules that judge it or ask the page with it; never for an output.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

/// Text that has passed the redactor: it may be stored, sent, printed and exported.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Redacted(pub(super) String);

impl Redacted {
    /// Only the redactor and the reader of stored traces make one.
    pub(super) fn passed(text: String) -> Self {
        Self(text)
    }

    /// Words of our own, which no page had a part in.
    #[must_use]
    pub fn own(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// True where there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Appends words of our own.
    pub fn push_own(&mut self, text: &'static str) {
        self.0.push_str(text);
    }

    /// Appends a number of our own.
    pub fn push_number(&mut self, number: usize) {
        self.0.push_str(&number.to_string());
    }

    /// Appends text that has passed too.
    pub fn push(&mut self, other: &Redacted) {
        self.0.push_str(&other.0);
    }

    /// The text between double quotes, those inside escaped as in JSON.
    #[must_use]
    pub fn quoted(&self) -> Redacted {
        let mut out = String::from("\"");
        for c in self.0.chars() {
            if matches!(c, '"' | '\\') {
                out.push('\\');
            }
            out.push(if c.is_control() { ' ' } else { c });
        }
        out.push('"');
        Redacted(out)
    }

    /// What `quoted` wrote into this text, without its escapes. `inside`: what stands between two of its quotation marks.
    #[must_use]
    pub fn unquoted(&self, inside: Range<usize>) -> Redacted {
        let mut out = String::new();
        let mut signs = self.0.get(inside).unwrap_or_default().chars();
        while let Some(sign) = signs.next() {
            out.extend(if sign == '\\' { signs.next() } else { Some(sign) });
        }
        Redacted(out)
    }

    /// The text without such signs at its end.
    #[must_use]
    pub fn without_ending(&self, signs: &[char]) -> Redacted {
        Redacted(self.0.trim_end_matches(signs).to_owned())
    }

    /// The text up to the last white space within so many bytes, with an ellipsis where something was cut. Placeholders have
    /// no white space, so none is cut in two.
    #[must_use]
    pub fn shortened(self, longest: usize) -> Redacted {
        if self.0.len() <= longest {
            return self;
        }
        let end = self.0.char_indices().take_while(|&(at, _)| at <= longest).filter(|(_, c)| c.is_whitespace()).last();
        let mut text = self.0.get(..end.map_or(0, |(at, _)| at)).unwrap_or_default().to_owned();
        text.push('…');
        Redacted(text)
    }
}

impl core::fmt::Display for Redacted {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}
