//! Layer 1: which pages can be switched on, and under which match pattern the browser grants them.

use thiserror::Error;

/// Why a page cannot be recorded.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Unsupported {
    /// Not a URL with a host.
    #[error("This is not a web page.")]
    NotAPage,
    /// Pages of the browser or of an extension.
    #[error("This is one of the browser's own pages. Browsers do not let extensions record them.")]
    BrowserPage,
    /// Extension stores are closed to extensions.
    #[error("This is an extension store. Browsers do not let extensions record it.")]
    Store,
    /// Local files.
    #[error("This is a file on your computer, not a site.")]
    File,
    /// Unencrypted pages anywhere but on this machine.
    #[error("This site is not encrypted (http). Overt records https sites only.")]
    Unencrypted,
}

/// Hosts on which browsers forbid content scripts.
const STORES: &[&str] = &["chromewebstore.google.com", "addons.mozilla.org", "microsoftedge.microsoft.com"];

/// The match pattern, `https://host/*`, under which the browser grants the site of `url`.
/// Ports are left out: match patterns cover every port of a host.
///
/// # Errors
/// The reason why the page cannot be recorded.
pub fn site_of(url: &str) -> Result<String, Unsupported> {
    let (scheme, rest) = url.split_once(':').ok_or(Unsupported::NotAPage)?;
    match scheme.to_ascii_lowercase().as_str() {
        "file" => return Err(Unsupported::File),
        "chrome" | "edge" | "brave" | "about" | "moz-extension" | "chrome-extension" | "devtools" | "view-source"
        | "chrome-untrusted" => return Err(Unsupported::BrowserPage),
        "http" | "https" => {}
        _ => return Err(Unsupported::NotAPage),
    }
    let authority = rest.strip_prefix("//").ok_or(Unsupported::NotAPage)?;
    let authority = authority.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = without_port(host).to_ascii_lowercase();
    if host.is_empty() || host.contains(['*', ' ', '%']) {
        return Err(Unsupported::NotAPage);
    }
    if STORES.contains(&host.trim_end_matches('.')) {
        return Err(Unsupported::Store);
    }
    let scheme = scheme.to_ascii_lowercase();
    if scheme == "http" && !loopback(&host) {
        return Err(Unsupported::Unencrypted);
    }
    Ok(format!("{scheme}://{host}/*"))
}

fn without_port(host: &str) -> &str {
    if host.starts_with('[') {
        return host.find(']').map_or("", |end| &host[..=end]);
    }
    host.split(':').next().unwrap_or_default()
}

fn loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}
