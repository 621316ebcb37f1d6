//! URLs lose what may be private: query, fragment, user info and what follows a `;` in the path.

use super::part;

/// What may be kept of a URL, once it is masked.
pub(super) struct Parts {
    /// Scheme, host and port; of an opaque scheme (`data:`, `blob:`, `about:`) its name.
    pub(super) origin: String,
    /// From the first slash after the host on; empty for an opaque scheme.
    pub(super) path: String,
}

/// The URL without query, fragment, user info and parameters of its path.
#[must_use]
pub(super) fn without_secrets(url: &str) -> Parts {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let kept = part(url, 0..end);
    let colon = kept.find(':').unwrap_or(kept.len());
    let mut origin = part(kept, 0..colon).to_owned();
    origin.push(':');
    let mut path = String::new();
    if let Some(rest) = part(kept, colon + 1..kept.len()).strip_prefix("//") {
        let slash = rest.find('/').unwrap_or(rest.len());
        origin.push_str("//");
        origin.push_str(part(rest, 0..slash).rsplit('@').next().unwrap_or_default());
        for (place, segment) in part(rest, slash..rest.len()).split('/').enumerate() {
            if place > 0 {
                path.push('/');
            }
            // A session's id may stand there: `;jsessionid=…`.
            path.push_str(segment.split(';').next().unwrap_or_default());
        }
    }
    Parts { origin, path }
}

/// The text that percent-codes stand for; as it is where they are no UTF-8. Not the `decoded` of `policy`, which makes the spellings
/// of a path comparable and is no text to search.
#[must_use]
pub(super) fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = part(text, at + 1..at + 3);
        let digits = code.len() == 2 && code.bytes().all(|digit| digit.is_ascii_hexdigit());
        if byte == b'%' && digits {
            out.push(u8::from_str_radix(code, 16).unwrap_or(byte));
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
