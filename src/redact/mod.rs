//! Layer 0: every text of the page passes here before anything is kept; what is not known to be safe is masked.

mod again;
mod detect;
mod entity_type;
mod fields;
mod files;
mod form;
mod key;
mod markers;
mod mask_counts;
mod masking_level;
mod placeholder;
mod raw;
mod retroactive_mask;
mod secrets;
mod site_strings;
mod taint;
mod terms;
mod url;
mod words;

pub use again::Origin;
pub use detect::{Span, spans};
pub use entity_type::EntityType;
pub use fields::{Field, secret};
pub use form::looks_like_a_name;
pub use key::key_of;
pub use markers::{Marker, any_marker, marker_attributes, on_element};
pub use mask_counts::MaskCounts;
pub use masking_level::MaskingLevel;
pub use placeholder::{Piece, Placeholder, pieces};
pub use raw::{Raw, Redacted};
pub use retroactive_mask::RetroactiveMask;
pub use site_strings::{HASH, Listed, SiteStrings, are_hashes, hashes_of};
pub use taint::{Known, Taint};
pub use terms::Terms;
pub use words::{Word, Words};

use core::hash::Hasher;
use core::ops::Range;
use siphasher::sip::SipHasher24;

/// Whether the person still types into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// The text may be a part of what it will be.
    Ongoing,
    /// The person has left the field, or the text came as a whole.
    Done,
}

/// The one gate. It masks with tags that are keyed by the session, `<EMAIL#0123456789abcdef>`, so that the same text
/// has the same tag in every document of the session; the background turns tags into numbers before it stores. A text that
/// is still being typed has none, `<TEXT#>`.
pub struct Redactor {
    key: [u8; 16],
    masking_level: MaskingLevel,
    terms: Terms,
    /// What the site's interface says, as the policy lists it.
    strings: SiteStrings,
    /// What was typed into private fields of this document: the page may show it again, in a text or an address.
    secrets: secrets::Secrets,
    /// What was masked as data, or typed, in the session.
    taint: Taint,
    /// What the innermost [`Redactor::counting`] has masked so far.
    masked: MaskCounts,
}

impl Redactor {
    /// A gate for one document, with the session's random key and masking level.
    #[must_use]
    pub fn new(key: [u8; 16], masking_level: MaskingLevel) -> Self {
        Self {
            key,
            masking_level,
            terms: Terms::default(),
            strings: SiteStrings::default(),
            secrets: secrets::Secrets::default(),
            taint: Taint::new(&key),
            masked: MaskCounts::default(),
        }
    }

    /// The same gate, which masks these words of the employee too, wherever they stand.
    #[must_use]
    pub fn with_terms(self, terms: Terms) -> Self {
        Self { terms, ..self }
    }

    /// The same gate, which knows these strings of the site's interface.
    #[must_use]
    pub fn with_strings(mut self, strings: SiteStrings) -> Self {
        self.strings = strings;
        self
    }

    /// The strings of the site's interface.
    #[must_use]
    pub fn strings(&self) -> &SiteStrings {
        &self.strings
    }

    /// True where what the page says about someone is told from what it says to everyone.
    #[must_use]
    pub fn judges(&self) -> bool {
        self.masking_level == MaskingLevel::Structure
    }

    /// What was masked as data in the session.
    pub fn taint(&mut self) -> &mut Taint {
        &mut self.taint
    }

    /// What `mask` returns, and what was masked in it, by entity type. A count inside another is not part of the outer one.
    pub fn counting<T>(&mut self, mask: impl FnOnce(&mut Self) -> T) -> (T, MaskCounts) {
        let outer = core::mem::take(&mut self.masked);
        let out = mask(self);
        (out, core::mem::replace(&mut self.masked, outer))
    }

    /// A mark of a text that has passed, the same for the same text all through the session: sixteen hexadecimal digits.
    #[must_use]
    pub fn mark(&self, text: &Redacted) -> String {
        let mut out = String::with_capacity(16);
        push_tag(&self.key, &[text.as_str()], &mut out);
        out
    }

    /// Text that the page itself shows: names, labels, option texts. `hidden_by_page`: a privacy marker masks it.
    pub fn shown(&mut self, text: &Raw, hidden_by_page: bool) -> Redacted {
        if hidden_by_page || self.masking_level == MaskingLevel::All {
            return self.whole(text, EntityType::Text);
        }
        self.detected(text)
    }

    /// Text that the page shows, of which those stretches, in bytes and in order, are data.
    pub fn partly(&mut self, text: &Raw, data: &[Range<usize>]) -> Redacted {
        let text = text.expose();
        let mut found = spans(text);
        join(&mut found, self.secrets.find(text), EntityType::Secret);
        join(&mut found, self.terms.find(text), EntityType::Term);
        // What is data as a whole is masked as that, whatever stands in it.
        let inside = |span: &Span| {
            data.iter().any(|data| data.start <= span.range.start && span.range.end <= data.end && *data != span.range)
        };
        found.retain(|span| !inside(span));
        for range in data {
            join(&mut found, vec![range.clone()], form::form_of(part(text, range.clone())));
        }
        replaced(text, &found, |span| self.placeholder(part(text, span.range.clone()), span.entity_type))
    }

    /// True where no text of the page may stand in a selector, in any attribute.
    #[must_use]
    pub fn masks_all(&self) -> bool {
        self.masking_level == MaskingLevel::All
    }

    /// True where a selector may hold the value of an attribute: nothing of it is private, or was masked as data.
    #[must_use]
    pub fn may_tell(&self, value: &Raw) -> bool {
        self.private(value.expose(), false).is_empty()
    }

    /// True where all words of a text are those of the page's labels and controls, and nothing of it was masked as data.
    #[must_use]
    pub fn is_own(&self, text: &Raw) -> bool {
        let words = Words::of(text.expose());
        self.may_tell(text) && (0..words.list.len()).all(|at| self.taint.keeps(words.word(at)))
    }

    /// True where nothing of a text was masked.
    #[must_use]
    pub fn keeps(&self, text: &Raw, kept: &Redacted) -> bool {
        text.expose() == kept.as_str()
    }

    /// Words of a name that the page shows before anybody typed them: typed alone they tell of nobody.
    pub fn keep_words(&mut self, name: &Raw) {
        if self.masking_level == MaskingLevel::Values {
            self.taint.keep_new(name.expose());
        }
    }

    /// Text that is data as a whole, and is so wherever it stands from now on.
    pub fn data(&mut self, text: &Raw, known: Known) -> Redacted {
        self.taint.learn(text.expose(), known);
        self.whole(text, form::form_of(text.expose()))
    }

    /// Text that the person typed or chose. `secret`: the field's entity type by the field rules. While typing goes on the text may be
    /// a part of something private, and nothing is told of it: not even a tag, by which who has the key could try what it is,
    /// and see it grow by a sign at each key.
    pub fn typed(&mut self, text: &Raw, secret: Option<EntityType>, hidden_by_page: bool, typing: Typing) -> Redacted {
        if let Some(entity_type) = secret {
            self.secrets.follow(text.expose(), told(text.expose(), entity_type));
        }
        match secret {
            _ if typing == Typing::Ongoing => self.unfinished(text, secret.unwrap_or(EntityType::Text)),
            Some(entity_type) => self.whole(text, entity_type),
            None if self.masking_level == MaskingLevel::Open && !hidden_by_page => self.detected_with(text, true),
            None if self.judges() => self.data(text, Known::Typed),
            None => {
                if self.masking_level != MaskingLevel::Open {
                    self.taint.learn(text.expose(), Known::Typed);
                }
                self.whole(text, EntityType::Text)
            }
        }
    }

    /// The placeholder of a text that is still being typed, the same for each: `<PASSWORD#>`.
    fn unfinished(&mut self, text: &Raw, entity_type: EntityType) -> Redacted {
        if text.expose().is_empty() {
            return Redacted::default();
        }
        self.masked.count(entity_type, 1);
        Redacted::passed(["<", entity_type.word(), "#>"].concat())
    }

    /// A URL without query, fragment and user info, its path masked by the detectors; at the strictest masking level without its path.
    /// The origin is the site that the person switched on, though its host be the number of a machine: no replay finds another.
    pub fn url(&mut self, url: &Raw) -> Redacted {
        let url::Parts { origin, path } = url::without_secrets(url.expose());
        let mut out = if self.terms.find(&origin).is_empty() {
            Redacted::passed(origin)
        } else {
            self.detected(&Raw::new(origin))
        };
        for (place, segment) in path.split('/').enumerate() {
            if place > 0 {
                out.0.push('/');
            }
            out.push(&self.segment(segment));
        }
        out
    }

    /// One segment of a path.
    fn segment(&mut self, segment: &str) -> Redacted {
        let (raw, decoded) = (Raw::new(segment), Raw::new(url::decoded(segment)));
        // What is written in codes is judged by what it means.
        let coded = !decoded.same(&raw) && !self.private(decoded.expose(), false).is_empty();
        match self.masking_level {
            MaskingLevel::All => self.whole(&decoded, EntityType::Text),
            // A number or a long code is that of a record.
            MaskingLevel::Structure if decoded.holds_number(LONGEST_NUMBER) => {
                self.whole(&decoded, form::form_of(decoded.expose()))
            }
            MaskingLevel::Structure if !self.taint.find(decoded.expose()).is_empty() => {
                self.whole(&decoded, form::form_of(decoded.expose()))
            }
            _ if coded => self.whole(&decoded, EntityType::Text),
            _ => self.detected(&raw),
        }
    }

    /// A selector, or `None` where it would carry private text: a selector with a placeholder finds nothing.
    pub fn selector(&mut self, selector: &Raw, carries_text: bool) -> Option<Redacted> {
        let text = selector.expose();
        let private = (carries_text && self.masking_level == MaskingLevel::All)
            || !self.private(text, false).is_empty()
            || text.contains('%') && !self.private(&url::decoded(text), false).is_empty();
        (!private).then(|| Redacted::passed(text.to_owned()))
    }

    /// The name of a tag, unless it is a private word: a page may name its own elements as it likes.
    pub fn tag(&mut self, tag: &str) -> Redacted {
        if self.private(tag, false).is_empty() {
            Redacted::passed(tag.to_owned())
        } else {
            Redacted::own("custom-element")
        }
    }

    /// A key by its name, as `KeyboardEvent.key` has it: a word of the browser's, or one sign.
    pub fn key(&mut self, key: &Raw) -> Redacted {
        let text = key.expose();
        let one_sign = text.chars().count() == 1;
        let word = text.len() <= LONGEST_KEY && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if one_sign || word { Redacted::passed(text.to_owned()) } else { Redacted::own("Unidentified") }
    }

    /// How many files, and of which kinds; their names are the person's.
    pub fn file_kinds(&mut self, names: &[Raw]) -> Redacted {
        let mut out = names.len().to_string();
        out.push_str(if names.len() == 1 { " file" } else { " files" });
        for (place, name) in names.iter().enumerate() {
            out.push_str(if place == 0 { ": " } else { ", " });
            out.push_str(files::kind_of(name.expose()).unwrap_or("other"));
        }
        Redacted::passed(out)
    }

    /// What follows the last dot of a file's name, where it is a known kind of file.
    pub fn extension(&mut self, name: &Raw) -> Redacted {
        Redacted::own(files::kind_of(name.expose()).unwrap_or_default())
    }

    /// Replaces each private stretch and keeps the rest.
    fn detected(&mut self, text: &Raw) -> Redacted {
        self.detected_with(text, false)
    }

    fn detected_with(&mut self, text: &Raw, by_hand: bool) -> Redacted {
        let text = text.expose();
        let spans = self.private(text, by_hand);
        replaced(text, &spans, |span| self.placeholder(part(text, span.range.clone()), span.entity_type))
    }

    /// The private stretches of a text: by their form, as words of the employee and as secrets that were typed. `by_hand`: it
    /// was typed, so that a long number may be one with a slip in it.
    fn private(&self, text: &str, by_hand: bool) -> Vec<Span> {
        let mut found = spans(text);
        if by_hand {
            join(&mut found, detect::long_numbers(text), EntityType::Text);
        }
        join(&mut found, self.secrets.find(text), EntityType::Secret);
        join(&mut found, self.terms.find(text), EntityType::Term);
        for range in self.taint.find(text) {
            let entity_type = if self.judges() { form::form_of(part(text, range.clone())) } else { EntityType::Text };
            join(&mut found, vec![range], entity_type);
        }
        found
    }

    /// Which of the pieces of one text hold a part of something private that reaches into the next: each alone may look like
    /// nothing. Empty where none does.
    #[must_use]
    pub fn torn(&self, pieces: &[&Raw]) -> Vec<bool> {
        let mut whole = String::new();
        let mut ranges = Vec::new();
        for piece in pieces {
            let start = whole.len();
            whole.push_str(piece.expose());
            ranges.push(start..whole.len());
        }
        let mut across = self.private(&whole, false);
        across
            .retain(|span| !ranges.iter().any(|piece| piece.start <= span.range.start && span.range.end <= piece.end));
        let touched = |piece: &Range<usize>| {
            across.iter().any(|span| span.range.start < piece.end && piece.start < span.range.end)
        };
        if across.is_empty() { Vec::new() } else { ranges.iter().map(touched).collect() }
    }

    /// Replaces the text as a whole; nothing stays nothing. What is private by its form keeps that entity type, so that it has the
    /// same placeholder wherever it stands.
    fn whole(&mut self, text: &Raw, entity_type: EntityType) -> Redacted {
        let text = text.expose();
        if text.is_empty() {
            return Redacted::default();
        }
        Redacted::passed(self.placeholder(text, told(text, entity_type)))
    }

    fn placeholder(&mut self, text: &str, entity_type: EntityType) -> String {
        let (text, entity_type) = match self.secrets.typed_as(text) {
            Some((typed, entity_type)) => (typed, entity_type),
            None => (text, entity_type),
        };
        self.masked.count(entity_type, 1);
        let mut out = String::from("<");
        out.push_str(entity_type.word());
        out.push('#');
        push_tag(&self.key, &[entity_type.word(), &same_writing(text, entity_type)], &mut out);
        out.push('>');
        out
    }
}

/// A number of so many digits in a path is that of a record.
const LONGEST_NUMBER: usize = 3;
/// The longest name of a key, in bytes.
const LONGEST_KEY: usize = 24;

/// Appends the keyed hash of the texts, sixteen hexadecimal digits.
fn push_tag(key: &[u8; 16], texts: &[&str], out: &mut String) {
    let mut hasher = SipHasher24::new_with_key(key);
    for text in texts {
        hasher.write(text.as_bytes());
    }
    for byte in hasher.finish().to_be_bytes() {
        out.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
    }
}

/// One writing of all that mean the same: a number without the signs between its digits, anything else with single spaces
/// and none at its ends, an address in small letters.
fn same_writing(text: &str, entity_type: EntityType) -> String {
    let number = matches!(
        entity_type,
        EntityType::Amount
            | EntityType::Card
            | EntityType::Iban
            | EntityType::Id
            | EntityType::Number
            | EntityType::Phone
    );
    let any_case = matches!(
        entity_type,
        EntityType::Email
            | EntityType::Iban
            | EntityType::Id
            | EntityType::Ip
            | EntityType::Mac
            | EntityType::Name
            | EntityType::Term
    );
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (terms::plain(c), if any_case || number { terms::plain(c) } else { Some(c) }) {
            (None, _) => {}
            (Some(sign), _) if number && !terms::is_of_word(sign) => {}
            (Some(' '), _) if out.is_empty() || out.ends_with(' ') => {}
            (Some(' '), _) => out.push(' '),
            (_, written) => out.extend(written),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Puts more stretches among those that were found; of two that overlap one is made, of the entity type that was there first.
fn join(found: &mut Vec<Span>, more: Vec<Range<usize>>, entity_type: EntityType) {
    for range in more {
        let from = found.partition_point(|other| other.range.end <= range.start);
        let to = found.partition_point(|other| other.range.start < range.end);
        let mut whole = Span { range, entity_type };
        if let (Some(first), Some(last)) = (found.get(from), found.get(to.wrapping_sub(1)))
            && from < to
        {
            whole.range = whole.range.start.min(first.range.start)..whole.range.end.max(last.range.end);
            whole.entity_type = first.entity_type;
        }
        found.drain(from..to);
        found.insert(from, whole);
    }
}

/// The entity type of a text that is masked as a whole: by its form, but a password is one whatever it looks like.
fn told(text: &str, entity_type: EntityType) -> EntityType {
    if entity_type == EntityType::Password { entity_type } else { only_entity_type(text).unwrap_or(entity_type) }
}

/// The entity type of a text that is one private stretch and nothing else.
fn only_entity_type(text: &str) -> Option<EntityType> {
    match spans(text.trim()).as_slice() {
        [span] if span.range == (0..text.trim().len()) => Some(span.entity_type),
        _ => None,
    }
}

/// True where the detectors find anything in a text, or in what its codes (`%40`) mean: no part of it may be kept.
#[must_use]
pub fn holds_private(text: &Raw) -> bool {
    let text = text.expose();
    !spans(text).is_empty() || (text.contains('%') && !spans(&url::decoded(text)).is_empty())
}

/// Masks text of the employee's own (a goal, a note) by the detectors and their terms, without numbers.
#[must_use]
pub fn own_words(text: &str, terms: &Terms) -> Redacted {
    let mut found = spans(text);
    join(&mut found, terms.find(text), EntityType::Term);
    replaced(text, &found, |span| format!("<{}>", span.entity_type.word()))
}

impl Redacted {
    /// The text with each of the terms replaced by `<TERM>`, and how many there were. For what was kept before a term was
    /// feared.
    #[must_use]
    pub fn without(&self, terms: &Terms) -> (Redacted, u32) {
        let mut found = Vec::new();
        join(&mut found, terms.find(self.as_str()), EntityType::Term);
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        (replaced(self.as_str(), &found, |span| format!("<{}>", span.entity_type.word())), count)
    }
}

/// The text with each private stretch replaced.
fn replaced(text: &str, spans: &[Span], mut by: impl FnMut(&Span) -> String) -> Redacted {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        out.push_str(part(text, from..span.range.start));
        out.push_str(&by(span));
        from = span.range.end;
    }
    out.push_str(part(text, from..text.len()));
    Redacted::passed(out)
}

/// A part of a text; nothing where the bounds are off. Slicing by `[]` would bring the text into a panic message,
/// and eight kilobytes of message printing into the recorder.
fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}
