//! The retroactive mask: a word of the person's own choice, masked in text that was already kept.

use super::placeholder::Placeholder;
use super::{EntityType, Redacted, Terms};
use core::ops::Range;

/// A word to be masked wherever it stands as terms are found, also inside longer words.
pub struct RetroactiveMask {
    term: Terms,
    placeholder: String,
}

impl RetroactiveMask {
    /// The entity type that its placeholder names.
    pub const ENTITY_TYPE: EntityType = EntityType::Term;

    /// `None` where there is no letter or sign to look for. `kept`: all text that it is masked in, so that its number
    /// is one that no placeholder there has.
    #[must_use]
    pub fn new(word: &str, kept: &[&str]) -> Option<Self> {
        let term = Terms::new([word]);
        let number = kept.iter().map(|text| highest(text)).max().unwrap_or(0) + 1;
        (!term.is_empty()).then(|| Self { term, placeholder: format!("<{}_{number}>", Self::ENTITY_TYPE.word()) })
    }

    /// Masks it in a text; how often it stood there.
    pub fn mask(&self, text: &mut Redacted) -> u32 {
        let places = self.places(text.as_str());
        let mut out = String::new();
        let mut from = 0;
        for place in &places {
            out.push_str(&text.as_str()[from..place.start]);
            out.push_str(&self.placeholder);
            from = place.end;
        }
        if places.is_empty() {
            return 0;
        }
        out.push_str(&text.as_str()[from..]);
        *text = Redacted::passed(out);
        u32::try_from(places.len()).unwrap_or(u32::MAX)
    }

    /// Masks it in the lines of an observation: in names and texts, not in the roles and attributes around them.
    pub fn mask_lines(&self, lines: &mut Redacted) -> u32 {
        let mut count = 0;
        let mut out = String::with_capacity(lines.as_str().len());
        for line in lines.as_str().split_inclusive('\n') {
            let (role, name, attributes, text) = parts(line);
            out.push_str(role);
            let mut name = Redacted::passed(name.to_owned());
            count += self.mask(&mut name);
            out.push_str(name.as_str());
            out.push_str(attributes);
            let mut text = Redacted::passed(text.to_owned());
            count += self.mask(&mut text);
            out.push_str(text.as_str());
        }
        if count > 0 {
            *lines = Redacted::passed(out);
        }
        count
    }

    /// Whether it stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &Redacted) -> bool {
        !self.places(text.as_str()).is_empty()
    }

    /// Where it stands, from the left and without overlaps; never in what is a placeholder already.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let mut from = 0;
        let mut look = |part: Range<usize>| {
            let start = part.start;
            places.extend(self.term.find(&text[part]).iter().map(|at| at.start + start..at.end + start));
        };
        for (at, _) in text.match_indices('<') {
            if let Some((_, length)) = Placeholder::at_start(&text[at..]) {
                look(from..at);
                from = at + length;
            }
        }
        look(from..text.len());
        places
    }
}

/// A line of an observation: its indent and role, its quoted name, its attributes, and the rest with its text.
pub(super) fn parts(line: &str) -> (&str, &str, &str, &str) {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let Some(begin) = line[indent..].strip_prefix("- ") else { return ("", "", "", line) };
    let role = begin.find(|c: char| !(c.is_ascii_lowercase() || c == '/')).unwrap_or(begin.len());
    let (role, rest) = line.split_at(indent + 2 + role);
    let (name, rest) = rest.split_at(length_of_quoted(rest));
    let attributes = rest.find(": ").unwrap_or(rest.len());
    // Without a name and attributes a colon begins the text.
    let (attributes, text) = rest.split_at(if rest.starts_with(" [") { attributes } else { 0 });
    (role, name, attributes, text)
}

/// How many bytes a name in quotes takes at the beginning, with the space before it; 0 where there is none.
fn length_of_quoted(text: &str) -> usize {
    let Some(inner) = text.strip_prefix(" \"") else { return 0 };
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            '"' if !escaped => return at + 3,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The highest number of a placeholder of our entity type.
fn highest(text: &str) -> u32 {
    let start = format!("<{}_", RetroactiveMask::ENTITY_TYPE.word());
    let numbers = text.split(&start).skip(1).filter_map(|rest| rest.split_once('>')?.0.parse().ok());
    numbers.max().unwrap_or(0)
}
