//! The masking levels, from the one that keeps most to the strictest.

use serde::{Deserialize, Serialize};

/// How much of a page's and the person's text a session keeps; the stricter of policy and employee holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MaskingLevel {
    /// Typed text is kept after the detectors; fields that are private by rule stay masked.
    Open,
    /// The least where a policy names none: the text of the page is kept, everything typed is replaced by its entity type.
    #[default]
    Values,
    /// What the site says to everyone is kept; what it says about someone, and everything typed, is replaced by its entity type.
    /// The employee's default.
    Structure,
    /// Every text of the page becomes a placeholder; roles stay.
    All,
}

impl MaskingLevel {
    /// All of them, from the one that keeps most to the strictest.
    pub const ALL: [Self; 4] = [Self::Open, Self::Values, Self::Structure, Self::All];
    /// Their words, for messages.
    pub(crate) const WORDS: &str = "open, values, structure, all";

    /// The level of that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }

    /// The level of that word; the strictest for a word that is none.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        Self::named(word).unwrap_or(Self::All)
    }

    /// Its word, as in the policy and in a trace.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Values => "values",
            Self::Structure => "structure",
            Self::All => "all",
        }
    }
}
