//! Layer 1: the strings of an interface from the files that translate it, as hashes for a policy. Of the command line alone.

mod json;
mod message;
mod po;
mod properties;
mod xliff;

use crate::redact::hashes_of;
use message::segments;
use std::collections::BTreeSet;
use thiserror::Error;

/// Why a file gives no strings.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum CatalogueError {
    /// Its name ends in none of those that are known.
    #[error("expected a file that ends in .json, .arb, .po, .pot, .xlf, .xliff or .properties")]
    Ending,
    /// Another character encoding.
    #[error("expected UTF-8, found other bytes: convert the file first")]
    Encoding,
    /// Something else than the format has there.
    #[error("line {line}: expected {expected}")]
    Syntax {
        /// From 1.
        line: usize,
        /// What should stand there.
        expected: String,
    },
    /// It reads well, and is none of a translation.
    #[error("expected {0}, found none")]
    Nothing(&'static str),
}

/// The strings of one file, by the end of its name: in JSON (flat, nested, `messages.json` of browsers), ARB, gettext PO, XLIFF 1.2
/// and 2, and Java properties. Sources and translations are both strings of the interface. Comments, keys, examples and
/// descriptions are none, and what holds none is a mistake.
///
/// # Errors
/// Why the file gives none, with the line where it can be told. No error holds a text of the file.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<String>, CatalogueError> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let utf8 = || {
        let text = std::str::from_utf8(bytes).map_err(|_| CatalogueError::Encoding)?;
        Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
    };
    let strings = match ending.as_str() {
        "json" => json::strings(utf8()?, false),
        "arb" => json::strings(utf8()?, true),
        "po" | "pot" => po::strings(utf8()?),
        "xlf" | "xliff" => xliff::strings(utf8()?),
        "properties" => properties::strings(bytes),
        _ => Err(CatalogueError::Ending),
    }?;
    if strings.is_empty() { Err(CatalogueError::Nothing("strings of an interface")) } else { Ok(strings) }
}

/// The hashes of strings as a policy has them: each once, in order, one after the other. Of a string with something variable in it
/// (`{name}`, `%s`) only the constant words around that count.
#[must_use]
pub fn hashes<'a>(strings: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = BTreeSet::new();
    for string in strings {
        for (before, after) in segments(string) {
            all.extend(hashes_of(&before, after.as_deref()));
        }
    }
    all.into_iter().collect()
}

fn syntax(line: usize, expected: impl Into<String>) -> CatalogueError {
    CatalogueError::Syntax { line, expected: expected.into() }
}
