//! Which paths of one origin may be recorded. The recorder asks this before each step: small code, no library.

/// Path prefixes of one origin, each of whole segments; `/` is all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paths {
    /// A page must be in one of them.
    pub allowed: Vec<String>,
    /// And in none of these.
    pub denied: Vec<String>,
}

impl Paths {
    /// The whole origin.
    #[must_use]
    pub fn all() -> Self {
        Self { allowed: vec!["/".to_owned()], denied: Vec::new() }
    }

    /// Whether the page of this URL, which is as the browser writes it, may be recorded. One without a path of its own
    /// (`about:srcdoc`, `blob:`) may where the whole origin may.
    #[must_use]
    pub fn permit(&self, url: &str) -> bool {
        let whole = self.denied.is_empty() && self.allowed.iter().any(|prefix| prefix == "/");
        whole || path_of(url).is_some_and(|path| self.is_allowed(path) && !self.is_denied(path))
    }

    fn is_allowed(&self, path: &str) -> bool {
        let plain = is_plain(path);
        self.allowed.iter().any(|prefix| prefix == "/" || (plain && is_within(path, prefix)))
    }

    /// Servers may take capitals for small letters and `%61` for `a`; what is forbidden is so in every spelling.
    pub(super) fn is_denied(&self, path: &str) -> bool {
        if self.denied.is_empty() {
            return false;
        }
        let spelled = decoded(path);
        !is_plain(path) || self.denied.iter().any(|prefix| is_within(&spelled, &decoded(prefix)))
    }
}

/// The path of an http or https URL.
pub(super) fn path_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.get(..rest.find(['?', '#']).unwrap_or(rest.len()))?;
    Some(rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or("/"))
}

/// Whether a path is the prefix or goes on below it.
fn is_within(path: &str, prefix: &str) -> bool {
    prefix == "/" || path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path that a server cannot take for another one: no encoded slash or dot, no empty segment, no `..;`.
pub(super) fn is_plain(path: &str) -> bool {
    let odd = |pair: &str| path.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(pair.as_bytes()));
    !(odd("%2f") || odd("%5c") || odd("%2e") || path.contains("//") || path.contains("/..") || path.contains('\\'))
}

/// In small letters, without the encoding of what needs none. Not `redact`'s `decoded`, which reads a text of bytes as UTF-8: here two
/// spellings are compared, and a code that is not ASCII stays as it is written.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = String::with_capacity(path.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = (byte == b'%').then(|| path.get(at + 1..at + 3)).flatten();
        let code = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii);
        at += if code.is_some() { 3 } else { 1 };
        // What is not ASCII is compared by its bytes, whatever they are as characters.
        out.push(char::from(code.unwrap_or(byte)).to_ascii_lowercase());
    }
    out
}
