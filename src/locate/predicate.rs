//! Predicates: what is true of an element and can be asked for in css and in xpath, by addresses and names that nobody sees.

use super::generated::looks_generated;
use super::{css, xpath};
use crate::redact::{Raw, holds_private, spans};

/// Longest attribute value, in bytes, that css may hold.
const LONGEST_VALUE: usize = 80;
/// Shortest stretch of an address, in bytes, that says which one it is.
pub(super) const SHORTEST_STRETCH: usize = 4;

/// Attributes that hold an address. Attributes whose values the page shows or a person may have typed (aria-label, placeholder,
/// title, alt, value) are in no css at all: selectors by name and text carry them, through the redactor.
const ADDRESSES: &[&str] = &["href", "action", "src"];
/// What says which kind of thing it is, or what it does.
const KINDS: &[&str] = &["type", "rel", "itemprop", "data-action", "data-toggle"];

/// One thing that is true of an element, in each language that a selector is written in.
#[derive(Clone)]
pub(super) enum Predicate {
    /// What an attribute holds, is (`=`), begins with (`^=`) or has in it (`*=`).
    Attribute(&'static str, &'static str, String),
    /// It has the attribute, whatever that holds.
    Has(&'static str),
    /// There are elements in it.
    Holds,
    /// There is an image in it, or there is none.
    Image(bool),
}

impl Predicate {
    /// As a condition of css.
    pub(super) fn css(&self) -> String {
        match self {
            Self::Attribute(name, relation, value) => css::condition(name, relation, value),
            Self::Has(name) => ["[", name, "]"].concat(),
            Self::Holds => ":has(*)".to_owned(),
            Self::Image(true) => ":has(img)".to_owned(),
            Self::Image(false) => ":not(:has(img))".to_owned(),
        }
    }

    /// As a condition of xpath; `None` where its value holds both kinds of quotes.
    pub(super) fn xpath(&self) -> Option<String> {
        Some(match self {
            Self::Attribute(name, "=", value) => ["[@", name, "=", &xpath::quoted(value)?, "]"].concat(),
            Self::Attribute(name, relation, value) => {
                let function = if *relation == "^=" { "starts-with" } else { "contains" };
                ["[", function, "(@", name, ",", &xpath::quoted(value)?, ")]"].concat()
            }
            Self::Has(name) => ["[@", name, "]"].concat(),
            Self::Holds => "[*]".to_owned(),
            Self::Image(true) => "[.//img]".to_owned(),
            Self::Image(false) => "[not(.//img)]".to_owned(),
        })
    }

    /// True where it is the element's own, and not what many of its kind have: the name of a field, an address.
    pub(super) fn is_address(&self) -> bool {
        matches!(self, Self::Attribute(name, ..) if *name == "name" || ADDRESSES.contains(name))
    }

    /// True where a number in it is changed some day.
    pub(super) fn is_numbered(&self) -> bool {
        matches!(self, Self::Attribute(_, _, value) if has_digit(value))
    }
}

/// The predicates as one condition of css.
pub(super) fn all(predicates: &[Predicate]) -> String {
    predicates.iter().map(Predicate::css).collect()
}

/// The predicate of an attribute that nobody sees; `None` for others.
pub(super) fn unseen(name: &'static str, value: &Raw) -> Option<Predicate> {
    if ADDRESSES.contains(&name) {
        address_predicate(name, value)
    } else if name == "name" || KINDS.contains(&name) {
        plain(name, value)
    } else {
        None
    }
}

/// The attribute as it is, unless its value is no word that a person chose.
fn plain(name: &'static str, value: &Raw) -> Option<Predicate> {
    let chosen = fits(value) && !looks_generated(value.expose()) && !value.is("text");
    chosen.then(|| Predicate::Attribute(name, "=", value.expose().to_owned()))
}

/// True where the word holds a small number.
pub(super) fn is_counted(word: &str) -> bool {
    word.split(|c: char| !c.is_ascii_digit()).any(|number| (1..4).contains(&number.len()))
}

/// True where the text counts, dates or numbers something.
pub(super) fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// True for a value that css may hold.
pub(super) fn fits(value: &Raw) -> bool {
    !value.is_blank() && value.expose().len() <= LONGEST_VALUE
}

/// The longest stretch of the address without a digit: numbers in addresses are dates, versions and counts.
fn address_predicate(name: &'static str, address: &Raw) -> Option<Predicate> {
    let address = address.expose();
    let path = written_path(address)?;
    let fragment = address.get(path.len()..)?;
    let led_to = !path.is_empty() && fragment.strip_prefix('#').is_some_and(css::plain) && !looks_generated(fragment);
    let path = if led_to { address } else { path };
    let stretch = stretch_of(path)?;
    if stretch.len() == address.len() && address.len() <= LONGEST_VALUE {
        return (!address.is_empty() && address != "/").then(|| Predicate::Attribute(name, "=", address.to_owned()));
    }
    (stretch.len() >= SHORTEST_STRETCH).then(|| Predicate::Attribute(name, "*=", shortened(stretch).to_owned()))
}

/// The longest stretch of a path without a digit, and with nothing private in it.
fn stretch_of(path: &str) -> Option<&str> {
    public_parts(path).into_iter().map(without_digits).max_by_key(|stretch| stretch.len())
}

/// True where the part of an attribute's value is in none of what the detectors find private.
pub(super) fn is_public(part: &str, value: &Raw) -> bool {
    public_parts(value.expose()).iter().any(|public| public.contains(part))
}

/// A text without what the detectors find private: that is known as a whole, and what stands beside it tells nothing of it.
/// What is private may also be written in percent signs: then nothing counts from the part of the path where the first stands.
fn public_parts(text: &str) -> Vec<&str> {
    let plain = match text.split_once('%') {
        Some((before, _)) if holds_private(&Raw::new(text)) => before.rfind('/').and_then(|end| before.get(..=end)),
        _ => Some(text),
    };
    let mut parts: Vec<&str> = site_of(text).into_iter().collect();
    if let Some(text) = plain {
        let mut from = 0;
        for span in spans(text) {
            parts.extend(text.get(from..span.range.start));
            from = from.max(span.range.end);
        }
        parts.extend(text.get(from..));
    }
    parts
}

/// The scheme and host of an address, which name a site and nobody; with user info they are no address to tell by.
fn site_of(path: &str) -> Option<&str> {
    let host = path.find("://")? + 3;
    let site = path.get(..host + path.get(host..)?.find('/')? + 1)?;
    (!site.contains('@')).then_some(site)
}

/// What of an address may be kept as a whole.
pub(super) fn path_of(address: &str) -> Option<&str> {
    written_path(address).filter(|path| !holds_private(&Raw::new(*path)))
}

/// An address without query and fragment, which may be private, as schemes like `mailto:` are.
fn written_path(address: &str) -> Option<&str> {
    let end = address.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(address.len());
    let path = address.get(..end)?;
    let scheme = path.bytes().position(|byte| matches!(byte, b':' | b'/')).unwrap_or(0);
    let opaque = path.as_bytes().get(scheme) == Some(&b':') && !path.get(scheme..)?.starts_with("://");
    (!opaque).then_some(path)
}

/// The longest stretch of a text without a digit.
pub(super) fn without_digits(text: &str) -> &str {
    let mut longest = "";
    for stretch in text.split(|c: char| c.is_ascii_digit()) {
        if stretch.len() > longest.len() {
            longest = stretch;
        }
    }
    longest
}

/// The text cut to the longest length that css may hold.
fn shortened(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_VALUE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}
