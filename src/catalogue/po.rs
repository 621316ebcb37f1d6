//! Strings of gettext PO files. Our own reader, because `polib` 0.3 panics on a line of `msgid "`, and wants a header.

use super::{CatalogueError, syntax};

/// An entry as it is read.
#[derive(Default)]
struct Entry {
    /// `msgid` and `msgid_plural`, and every `msgstr`.
    sources: Vec<String>,
    translations: Vec<String>,
    /// Gettext shows the source in place of a translation that somebody still has to look at.
    fuzzy: bool,
}

/// What a line goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Nothing,
    Context,
    Source,
    Translation,
}

pub(super) fn strings(text: &str) -> Result<Vec<String>, CatalogueError> {
    let mut out = Vec::new();
    let mut entry = Entry::default();
    let mut of = Of::Nothing;
    for (line, text) in (1..).zip(text.lines().map(str::trim)) {
        if let Some(comment) = text.strip_prefix('#') {
            // Comments stand before an entry.
            if of == Of::Translation {
                out.extend(core::mem::take(&mut entry).strings());
            }
            of = Of::Nothing;
            match comment.as_bytes().first() {
                Some(b',') => entry.fuzzy |= comment[1..].split(',').any(|one| one.trim() == "fuzzy"),
                // What a comment before it says is of this entry, which is out of use.
                Some(b'~') => entry.fuzzy = false,
                _ => {}
            }
            continue;
        }
        if text.is_empty() {
            continue;
        }
        let (next, rest) = match text.split_once(char::is_whitespace) {
            _ if text.starts_with('"') => (of, text),
            Some(("msgctxt", rest)) => (Of::Context, rest),
            Some(("msgid" | "msgid_plural", rest)) => (Of::Source, rest),
            Some((word, rest)) if word == "msgstr" || is_plural(word) => (Of::Translation, rest),
            _ => return Err(syntax(line, "msgctxt, msgid, msgid_plural, msgstr or a quoted text")),
        };
        let said = quoted(rest.trim()).ok_or_else(|| syntax(line, "a text in quotes"))?;
        let begins = !text.starts_with('"');
        if begins && of == Of::Translation && next != Of::Translation {
            out.extend(core::mem::take(&mut entry).strings());
        }
        of = next;
        let texts = match of {
            Of::Nothing => return Err(syntax(line, "a keyword before a quoted text")),
            Of::Context => continue,
            Of::Source => &mut entry.sources,
            Of::Translation => &mut entry.translations,
        };
        match texts.last_mut() {
            Some(last) if !begins => last.push_str(&said),
            _ => texts.push(said),
        }
    }
    out.extend(entry.strings());
    Ok(out)
}

impl Entry {
    /// None of the header, which names translators.
    fn strings(self) -> Vec<String> {
        if self.sources.first().is_none_or(String::is_empty) {
            return Vec::new();
        }
        let translations = self.translations.into_iter().filter(|_| !self.fuzzy);
        self.sources.into_iter().chain(translations).filter(|text| !text.is_empty()).collect()
    }
}

/// `msgstr[2]`
fn is_plural(word: &str) -> bool {
    let number = word.strip_prefix("msgstr[").and_then(|rest| rest.strip_suffix(']'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands in quotes, with its escapes read; `None` where it is not all in quotes.
fn quoted(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"')?.strip_suffix('"').filter(|_| text.len() > 1)?;
    let mut out = String::with_capacity(inside.len());
    let mut signs = inside.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => return None,
            '\\' => match signs.next()? {
                'n' | 'r' | 't' | 'f' | 'v' | 'a' | 'b' => out.push(' '),
                other => out.push(other),
            },
            _ => out.push(sign),
        }
    }
    Some(out)
}
