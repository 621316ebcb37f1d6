//! What can be wrong in a policy, each with what was expected and where it stands.

use super::reason::Message;
use thiserror::Error;

/// A mistake in a policy, and where it stands.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{at}: {error}")]
pub struct Problem {
    /// As in `sites[2]`, counted from 0.
    pub at: String,
    /// What is wrong there.
    pub error: PolicyError,
}

/// What is wrong.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PolicyError {
    /// The browser says that there is a policy, and cannot read it.
    #[error("the browser cannot read it")]
    Unreadable,
    /// There should be a policy, and the browser hands over no entry of one.
    #[error("expected entries, as in {{\"version\": 1, \"sites\": []}}, found none")]
    Empty,
    /// No JSON at all.
    #[error("expected JSON, found a mistake in line {line}, column {column}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1; 0 at a line's very beginning.
        column: usize,
    },
    /// The whole is no object.
    #[error("expected an object, as in {{\"version\": 1, \"sites\": []}}")]
    NotAnObject,
    /// A key that this version does not know; it might have been meant to forbid something.
    #[error("this key is not known")]
    UnknownKey,
    /// A key stands twice; which one was meant?
    #[error("this key stands twice")]
    TwiceKey,
    /// A key that each policy must have is not there.
    #[error("this key is missing")]
    Missing,
    /// A value of another type.
    #[error("expected {0}")]
    Type(&'static str),
    /// A number, or a text, out of its bounds.
    #[error("expected {0}")]
    Bounds(&'static str),
    /// A word that is none of those that can stand there.
    #[error("expected one of {0}")]
    Word(&'static str),
    /// The browser dropped entries of the policy, or somebody did.
    #[error("expected {expected} entries in the policy, found {found}: one was dropped or added")]
    Entries {
        /// What the policy says.
        expected: u64,
        /// What is there.
        found: usize,
    },
    /// A pattern without a text.
    #[error("expected a host, found nothing")]
    NoHost,
    /// Spaces or control characters.
    #[error("a pattern has no spaces")]
    Spaces,
    /// A pattern for everything.
    #[error("a pattern for every site is not taken: name hosts")]
    Everything,
    /// A star in another place.
    #[error("a star can stand for the beginning of a host (*.example.com) or the end of a path (/invoices/*) only")]
    Star,
    /// A public suffix, under which anybody can have a site.
    #[error("{0} is a suffix under which anybody can have a site: name a host of your own")]
    PublicSuffix(String),
    /// Another scheme than https or http.
    #[error("expected https, found another scheme")]
    Scheme,
    /// http, without a word of the policy that it may be.
    #[error("http is not encrypted: write https, or set \"http\" to true")]
    Http,
    /// A user name before the host.
    #[error("a pattern has no user name")]
    UserInfo,
    /// What cannot be a host.
    #[error("this cannot be a host")]
    Host,
    /// A host that mixes scripts.
    #[error("the host mixes letters of several scripts, as imitations do")]
    MixedScripts,
    /// A host with a dot at its end.
    #[error("a host does not end in a dot")]
    TrailingDot,
    /// An address in an unusual spelling.
    #[error("write this address as {0}")]
    Spelling(String),
    /// A star before an address.
    #[error("an address has no hosts below it")]
    Below,
    /// A port that is none.
    #[error("expected a port from 1 to 65535, or *")]
    Port,
    /// A pattern with a path, where a whole site is meant.
    #[error("expected a whole site, without a path")]
    WholeSite,
    /// A query or a fragment.
    #[error("a pattern ends with the path: no ? and no #")]
    Query,
    /// A path that a server and a browser may read in two ways.
    #[error("expected a path of plain segments, as in /invoices/*")]
    Path,
}

impl PolicyError {
    /// The key of a message of its own, without places, where it concerns the policy as a whole.
    pub(super) fn key(&self) -> Option<&'static str> {
        match self {
            Self::Unreadable => Some("policy_unreadable"),
            Self::Empty => Some("policy_empty"),
            _ => None,
        }
    }
}

impl Problem {
    /// As the shell gets it.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, args) = match self.error.key() {
            Some(key) => (key, Vec::new()),
            None => ("policy_problem", vec![self.at.clone(), self.error.to_string()]),
        };
        Message { key, args, words: self.to_string() }
    }
}
