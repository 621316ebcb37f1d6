//! URLs lose what may be private: query, fragment, user info, and path segments that hold private text.

/// Scheme, host, port and path of `url`; opaque schemes (`data:`, `blob:`, `about:`) keep their name only.
#[must_use]
pub(super) fn without_secrets(url: &str) -> String {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let kept = &url[..end];
    let Some((scheme, rest)) = kept.split_once("://") else {
        return kept.split(':').next().map(|scheme| format!("{scheme}:")).unwrap_or_default();
    };
    if scheme.contains(':') {
        return scheme.split(':').next().map(|name| format!("{name}:")).unwrap_or_default();
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}://{host}{path}")
}
