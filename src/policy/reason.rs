//! Why a page is not recorded: in words for a person, and as a key with arguments for a catalogue of messages.

use super::{Pack, Problem};
use serde::Serialize;
use thiserror::Error;

/// Why a page cannot, or may not, be recorded.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Reason {
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
    /// Unencrypted pages anywhere but on this machine, unless the policy lists them.
    #[error("This site is not encrypted (http). Overt records https sites only.")]
    Unencrypted,
    /// The host ends in a dot, which makes it another host than the one it looks like.
    #[error("The host of this address ends in a dot. Open the site without it.")]
    TrailingDot,
    /// A part of the host mixes scripts, as look-alikes of other hosts do.
    #[error("The host of this address mixes letters of several scripts, as imitations do. Overt does not record it.")]
    MixedScripts,
    /// The policy has mistakes; until they are mended nothing may be recorded.
    #[error("Your organisation's policy has a mistake, so nothing can be recorded: {0}")]
    BadPolicy(Problem),
    /// The policy lists sites, and this is none of them.
    #[error("Your organisation's policy does not list this site.")]
    NotListed,
    /// The policy rules the site out.
    #[error("Your organisation has ruled this site out.")]
    Never,
    /// A pack rules the site out.
    #[error("Overt never records {}.", .0.what())]
    InPack(Pack),
    /// The policy lists other parts of this site.
    #[error("Of this site your organisation's policy allows only: {}", .0.join(", "))]
    OutsidePaths(Vec<String>),
    /// The policy rules this part of the site out.
    #[error("Your organisation has ruled this part of the site out.")]
    DeniedPath,
}

impl Reason {
    /// True where another policy would allow the page.
    #[must_use]
    pub fn is_of_the_policy(&self) -> bool {
        matches!(self, Self::BadPolicy(_) | Self::NotListed | Self::Never | Self::OutsidePaths(_) | Self::DeniedPath)
    }

    /// The key of its message in the extension's catalogues (`_locales`).
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotAPage => "reason_not_a_page",
            Self::BrowserPage => "reason_browser_page",
            Self::Store => "reason_store",
            Self::File => "reason_file",
            Self::Unencrypted => "reason_unencrypted",
            Self::TrailingDot => "reason_trailing_dot",
            Self::MixedScripts => "reason_mixed_scripts",
            Self::BadPolicy(problem) => problem.error.key().unwrap_or("reason_bad_policy"),
            Self::NotListed => "reason_not_listed",
            Self::Never => "reason_never",
            Self::InPack(pack) => pack.key(),
            Self::OutsidePaths(_) => "reason_outside_paths",
            Self::DeniedPath => "reason_denied_path",
        }
    }

    /// What the message has in its places `$1`, `$2` …
    #[must_use]
    pub fn args(&self) -> Vec<String> {
        match self {
            Self::BadPolicy(problem) if problem.error.key().is_none() => vec![problem.to_string()],
            Self::OutsidePaths(paths) => vec![paths.join(", ")],
            _ => Vec::new(),
        }
    }

    /// Key, arguments and English words together, as the shell gets them.
    #[must_use]
    pub fn message(&self) -> Message {
        Message { key: self.key(), args: self.args(), words: self.to_string() }
    }
}

/// A message for a person: by its key in a catalogue, or in the core's own English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// In `_locales/*/messages.json`.
    pub key: &'static str,
    /// For `$1`, `$2` …
    pub args: Vec<String>,
    /// In English.
    pub words: String,
}
