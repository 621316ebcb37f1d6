//! Layer 0: every text of the page passes here before anything is kept; what is not known to be safe is masked.

mod detect;
mod fields;
mod markers;
mod masked;
mod raw;
mod url;
mod word;

pub use detect::{Span, spans};
pub use fields::{Field, secret};
pub use markers::{Marker, any_marker, on_element};
pub use masked::Masked;
pub use raw::{Raw, Redacted};
pub use word::Word;

use core::hash::Hasher;
use core::ops::Range;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher24;

/// How much a session keeps; the strictest of policy, employee and page holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Floor {
    /// Typed text is kept after the detectors; fields that are private by rule stay masked.
    Open,
    /// The default: names of controls are kept, everything typed is replaced by its class.
    #[default]
    Values,
    /// Every text of the page becomes a placeholder; roles stay.
    All,
}

/// What a masked text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Class {
    /// A date of birth, told by the words before it.
    Birth,
    /// A payment card number.
    Card,
    /// An e-mail address.
    Email,
    /// A bank account number with its country.
    Iban,
    /// A social security number, or another country's number for a person.
    Id,
    /// An address of the Internet.
    Ip,
    /// A key that a vendor gave out, or a private key.
    Key,
    /// An address of a network card.
    Mac,
    /// A field of type password, now or before.
    Password,
    /// A telephone number.
    Phone,
    /// A field that is private by its name or token, or a name and password in a URL.
    Secret,
    /// One of the employee's own words.
    Term,
    /// Any other text that is not kept.
    Text,
    /// A long text that looks random.
    Token,
    /// An address of a currency on a chain.
    Wallet,
}

impl Class {
    /// Every class, in the order of their declaration.
    pub const ALL: [Class; 15] = [
        Class::Birth,
        Class::Card,
        Class::Email,
        Class::Iban,
        Class::Id,
        Class::Ip,
        Class::Key,
        Class::Mac,
        Class::Password,
        Class::Phone,
        Class::Secret,
        Class::Term,
        Class::Text,
        Class::Token,
        Class::Wallet,
    ];

    /// The word in a placeholder: `EMAIL` in `<EMAIL_1>`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Class::Birth => "BIRTHDATE",
            Class::Card => "CARD",
            Class::Email => "EMAIL",
            Class::Iban => "IBAN",
            Class::Id => "ID",
            Class::Ip => "IP",
            Class::Key => "KEY",
            Class::Mac => "MAC",
            Class::Password => "PASSWORD",
            Class::Phone => "PHONE",
            Class::Secret => "SECRET",
            Class::Term => "TERM",
            Class::Text => "TEXT",
            Class::Token => "TOKEN",
            Class::Wallet => "WALLET",
        }
    }
}

/// The one gate. It masks with tags that are keyed by the session, `<EMAIL#0123456789abcdef>`, so that the same text
/// has the same tag in every document of the session; the background turns tags into numbers before it stores.
pub struct Redactor {
    key: [u8; 16],
    floor: Floor,
    masked: Masked,
}

impl Redactor {
    /// A gate for one document, with the session's random key and floor.
    #[must_use]
    pub fn new(key: [u8; 16], floor: Floor) -> Self {
        Self { key, floor, masked: Masked::default() }
    }

    /// What was masked since the last call, by class.
    pub fn take_masked(&mut self) -> Masked {
        core::mem::take(&mut self.masked)
    }

    /// Counts what was masked elsewhere, or before.
    pub fn count(&mut self, masked: &Masked) {
        self.masked.add(masked);
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
        if hidden_by_page || self.floor == Floor::All {
            return self.whole(text, Class::Text);
        }
        self.detected(text)
    }

    /// Text that the person typed or chose. `secret`: the field's class by the field rules.
    pub fn typed(&mut self, text: &Raw, secret: Option<Class>, hidden_by_page: bool) -> Redacted {
        match secret {
            Some(class) => self.whole(text, class),
            None if self.floor == Floor::Open && !hidden_by_page => self.detected(text),
            None => {
                let class = only_class(text.expose()).unwrap_or(Class::Text);
                self.whole(text, class)
            }
        }
    }

    /// A URL without query, fragment and user info, masked by the detectors.
    pub fn url(&mut self, url: &Raw) -> Redacted {
        self.detected(&Raw::new(url::without_secrets(url.expose())))
    }

    /// A selector, or `None` where it would carry private text: a selector with a placeholder finds nothing.
    pub fn selector(&mut self, selector: &Raw, carries_text: bool, hidden_by_page: bool) -> Option<Redacted> {
        let text = selector.expose();
        let private = (carries_text && (hidden_by_page || self.floor == Floor::All)) || !spans(text).is_empty();
        (!private).then(|| Redacted::passed(text.to_owned()))
    }

    /// How many files, and of which kinds; their names are the person's.
    pub fn file_kinds(&mut self, names: &[Raw]) -> Redacted {
        let mut out = names.len().to_string();
        out.push_str(if names.len() == 1 { " file" } else { " files" });
        for (place, name) in names.iter().enumerate() {
            out.push_str(if place == 0 { ": " } else { ", " });
            out.push_str(kind_of(name.expose()).unwrap_or("other"));
        }
        Redacted::passed(out)
    }

    /// What follows the last dot of a file's name, where it looks like a kind of file.
    pub fn extension(&mut self, name: &Raw) -> Redacted {
        Redacted::passed(kind_of(name.expose()).unwrap_or_default().to_owned())
    }

    /// Replaces each private stretch and keeps the rest.
    fn detected(&mut self, text: &Raw) -> Redacted {
        let text = text.expose();
        replaced(text, |span| self.placeholder(part(text, span.range.clone()), span.class))
    }

    /// Replaces the text as a whole; nothing stays nothing.
    fn whole(&mut self, text: &Raw, class: Class) -> Redacted {
        if text.expose().is_empty() {
            return Redacted::default();
        }
        Redacted::passed(self.placeholder(text.expose(), class))
    }

    fn placeholder(&mut self, text: &str, class: Class) -> String {
        self.masked.count(class, 1);
        let mut out = String::from("<");
        out.push_str(class.word());
        out.push('#');
        push_tag(&self.key, &[class.word(), text], &mut out);
        out.push('>');
        out
    }
}

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

/// The ending of a file's name: up to five ASCII letters or digits, the first a letter.
fn kind_of(name: &str) -> Option<&str> {
    let (_, ending) = name.rsplit_once('.')?;
    let bytes = ending.as_bytes();
    let known =
        (1..=5).contains(&bytes.len()) && bytes[0].is_ascii_alphabetic() && bytes.iter().all(u8::is_ascii_alphanumeric);
    known.then_some(ending)
}

/// The class of a text that is one private stretch and nothing else.
fn only_class(text: &str) -> Option<Class> {
    match spans(text.trim()).as_slice() {
        [span] if span.range == (0..text.trim().len()) => Some(span.class),
        _ => None,
    }
}

/// Masks text of the employee's own (a goal, a note) by the detectors alone, without numbers.
#[must_use]
pub fn own_words(text: &str) -> Redacted {
    replaced(text, |span| format!("<{}>", span.class.word()))
}

/// The text with each private stretch replaced.
fn replaced(text: &str, mut by: impl FnMut(&Span) -> String) -> Redacted {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans(text) {
        out.push_str(part(text, from..span.range.start));
        out.push_str(&by(&span));
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
