//! What a URL says of its origin, and the match pattern under which the browser grants its site.

use super::Reason;
use super::host;

/// Hosts on which browsers forbid content scripts.
const STORES: &[&str] = &["chromewebstore.google.com", "addons.mozilla.org", "microsoftedge.microsoft.com"];

/// Scheme, host and port of a page, and its whole URL.
pub(super) struct Origin {
    /// Encrypted.
    pub(super) https: bool,
    /// As browsers write it.
    pub(super) host: String,
    /// The scheme's own where the URL has none.
    pub(super) port: u16,
    /// The whole URL as browsers write it.
    pub(super) url: String,
}

impl Origin {
    /// The origin of the page of `url`.
    pub(super) fn of(url: &str) -> Result<Self, Reason> {
        let (scheme, _) = url.split_once(':').ok_or(Reason::NotAPage)?;
        match scheme.to_ascii_lowercase().as_str() {
            "file" => return Err(Reason::File),
            "chrome" | "edge" | "brave" | "about" | "moz-extension" | "chrome-extension" | "devtools"
            | "view-source" | "chrome-untrusted" => return Err(Reason::BrowserPage),
            "http" | "https" => {}
            _ => return Err(Reason::NotAPage),
        }
        let parsed = url::Url::parse(url).map_err(|_| Reason::NotAPage)?;
        let host = parsed.host_str().ok_or(Reason::NotAPage)?;
        let plain = host.trim_end_matches('.');
        if !host::is_address(host) && !host::is_name(plain) {
            return Err(Reason::NotAPage);
        }
        if STORES.contains(&plain) {
            return Err(Reason::Store);
        }
        if plain != host {
            return Err(Reason::TrailingDot);
        }
        if host::mixes_scripts(host) {
            return Err(Reason::MixedScripts);
        }
        let port = parsed.port_or_known_default().ok_or(Reason::NotAPage)?;
        Ok(Self { https: parsed.scheme() == "https", host: host.to_owned(), port, url: parsed.to_string() })
    }

    /// Not encrypted, and not on this machine.
    pub(super) fn is_open(&self) -> bool {
        !self.https && !host::is_loopback(&self.host)
    }

    /// `https://host/*`: match patterns cover every port of a host.
    pub(super) fn site(&self) -> String {
        format!("{}://{}/*", if self.https { "https" } else { "http" }, self.host)
    }
}

/// The match pattern, `https://host/*`, under which the browser grants the site of `url` where there is no policy.
/// Ports are left out: match patterns cover every port of a host.
///
/// # Errors
/// The reason why the page cannot be recorded.
pub fn site_of(url: &str) -> Result<String, Reason> {
    let origin = Origin::of(url)?;
    if origin.is_open() { Err(Reason::Unencrypted) } else { Ok(origin.site()) }
}
