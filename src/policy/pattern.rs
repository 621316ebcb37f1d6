//! Patterns of a policy, read strictly: `https://host:port/path/*`, of which only the host must be there.

use super::PolicyError;
use super::host;
use super::paths::is_plain;
use super::site::Origin;
use std::fmt;

/// For what a pattern stands. What forbids may be wide, what allows may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Sites that may be switched on; `http`: also unencrypted ones that are not on this machine.
    Allow {
        /// The policy says so.
        http: bool,
    },
    /// Sites that never may.
    Deny,
}

/// Which pages a line of the policy means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    scheme: Scheme,
    host: String,
    /// The hosts below it too, as in a match pattern.
    below: bool,
    port: Port,
    /// Whole segments, without a slash at the end; `/` is every path.
    path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Https,
    Http,
    Both,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Port {
    /// The scheme's own.
    Usual,
    Any,
    Number(u16),
}

impl Pattern {
    /// Reads a pattern. Without a scheme it means https, without a port the scheme's own, without a path all of them;
    /// where it forbids it means both schemes and every port.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str, purpose: Use) -> Result<Self, PolicyError> {
        if text.is_empty() {
            return Err(PolicyError::NoHost);
        }
        if text.chars().any(|one| one.is_whitespace() || one.is_control()) {
            return Err(PolicyError::Spaces);
        }
        if text == "*" || text == "<all_urls>" {
            return Err(PolicyError::Everything);
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, text),
        };
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let (host, port) = split_port(authority)?;
        let (host, below) = read_host(host, purpose)?;
        let scheme = read_scheme(scheme, &host, purpose)?;
        let port = port.unwrap_or(if purpose == Use::Deny { Port::Any } else { Port::Usual });
        Ok(Self { scheme, host, below, port, path: read_path(path)? })
    }

    /// Whether the pattern means this host by this scheme and port, whatever the path.
    pub(super) fn means(&self, origin: &Origin) -> bool {
        self.means_site(origin.https, &origin.host)
            && match self.port {
                Port::Any => true,
                Port::Usual => origin.port == if origin.https { 443 } else { 80 },
                Port::Number(number) => origin.port == number,
            }
    }

    /// The same for any port.
    pub(super) fn means_site(&self, https: bool, host: &str) -> bool {
        let scheme = match self.scheme {
            Scheme::Https => https,
            Scheme::Http => !https,
            Scheme::Both => true,
        };
        scheme && if self.below { host::is_below(host, &self.host) } else { host == self.host }
    }

    /// The prefix of paths; `/` is every path.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Whether every page of the host by any port is meant.
    pub(super) fn is_whole(&self) -> bool {
        self.path == "/" && self.port == Port::Any
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self.scheme {
            Scheme::Https => "https://",
            Scheme::Http => "http://",
            Scheme::Both => "*://",
        })?;
        out.write_str(if self.below { "*." } else { "" })?;
        out.write_str(&self.host)?;
        match self.port {
            Port::Usual => {}
            Port::Any => out.write_str(":*")?,
            Port::Number(number) => write!(out, ":{number}")?,
        }
        write!(out, "{}/*", if self.path == "/" { "" } else { &self.path })
    }
}

fn split_port(authority: &str) -> Result<(&str, Option<Port>), PolicyError> {
    if authority.contains('@') {
        return Err(PolicyError::UserInfo);
    }
    let after = authority.rfind(']').map_or(0, |end| end + 1);
    let Some(colon) = authority.get(after..).and_then(|rest| rest.find(':')).map(|at| at + after) else {
        return Ok((authority, None));
    };
    let (host, port) = (&authority[..colon], &authority[colon + 1..]);
    if port == "*" {
        return Ok((host, Some(Port::Any)));
    }
    let digits = (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    let number = port.parse::<u16>().ok().filter(|&number| digits && number > 0).ok_or(PolicyError::Port)?;
    Ok((host, Some(Port::Number(number))))
}

fn read_host(text: &str, purpose: Use) -> Result<(String, bool), PolicyError> {
    if text == "*" {
        return Err(PolicyError::Everything);
    }
    let (name, below) = text.strip_prefix("*.").map_or((text, false), |name| (name, true));
    if name.contains('*') {
        return Err(PolicyError::Star);
    }
    if name.is_empty() {
        return Err(PolicyError::NoHost);
    }
    let host = host::canonical(name)?;
    if host::is_address(&host) {
        return if below { Err(PolicyError::Below) } else { Ok((host, false)) };
    }
    if purpose != Use::Deny && is_suffix(&host, below) {
        return Err(PolicyError::PublicSuffix(host));
    }
    Ok((host, below))
}

/// Whether anybody can have a host there, by the Public Suffix List. A name of one label that the list does not know
/// (`intranet`) is a host of a network of one's own, but no place to have all hosts below.
fn is_suffix(host: &str, below: bool) -> bool {
    psl::suffix(host.as_bytes())
        .is_some_and(|suffix| suffix.as_bytes() == host.as_bytes() && (below || suffix.is_known()))
}

fn read_scheme(text: Option<&str>, host: &str, purpose: Use) -> Result<Scheme, PolicyError> {
    let text = text.map(str::to_ascii_lowercase);
    let scheme = match (text.as_deref(), purpose) {
        (None | Some("*"), Use::Deny) => Scheme::Both,
        (None | Some("https"), _) => Scheme::Https,
        (Some("http"), _) => Scheme::Http,
        _ => return Err(PolicyError::Scheme),
    };
    let open = scheme == Scheme::Http && !host::is_loopback(host);
    if open && purpose == (Use::Allow { http: false }) { Err(PolicyError::Http) } else { Ok(scheme) }
}

/// `/a/b/*`, `/a/b/` and `/a/b` are one: the page `/a/b` and all below it.
fn read_path(text: &str) -> Result<String, PolicyError> {
    if text.contains(['?', '#']) {
        return Err(PolicyError::Query);
    }
    if text.contains("//") {
        return Err(PolicyError::Path);
    }
    let path = text.strip_suffix("/*").unwrap_or(text);
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.contains('*') {
        return Err(PolicyError::Star);
    }
    if path.is_empty() {
        return Ok("/".to_owned());
    }
    if !is_plain(path) || path.split('/').any(|segment| segment == "." || segment == "..") {
        return Err(PolicyError::Path);
    }
    // As browsers write it.
    let url = url::Url::parse(&format!("https://host{path}")).map_err(|_| PolicyError::Path)?;
    if url.path().is_empty() { Err(PolicyError::Path) } else { Ok(url.path().to_owned()) }
}
