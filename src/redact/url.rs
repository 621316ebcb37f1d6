//! URLs lose what may be private: query, fragment and user info.

use super::part;

/// Scheme, host, port and path of `url`; opaque schemes (`data:`, `blob:`, `about:`) keep their name only.
#[must_use]
pub(super) fn without_secrets(url: &str) -> String {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let kept = part(url, 0..end);
    let colon = kept.find(':').unwrap_or(kept.len());
    let mut out = part(kept, 0..colon).to_owned();
    out.push(':');
    if let Some(rest) = part(kept, colon + 1..kept.len()).strip_prefix("//") {
        let slash = rest.find('/').unwrap_or(rest.len());
        out.push_str("//");
        out.push_str(part(rest, 0..slash).rsplit('@').next().unwrap_or_default());
        out.push_str(part(rest, slash..rest.len()));
    }
    out
}
