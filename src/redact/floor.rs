//! The masking levels, from the one that keeps most to the strictest.

use serde::{Deserialize, Serialize};

/// How much a session keeps; the strictest of policy, employee and page holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Floor {
    /// Typed text is kept after the detectors; fields that are private by rule stay masked.
    Open,
    /// The default: names of controls are kept, everything typed is replaced by its class.
    #[default]
    Values,
    /// Every text of the page becomes a placeholder; roles stay.
    All,
}

impl Floor {
    /// The level of that word; a word that is none is the strictest.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        match word {
            "open" => Self::Open,
            "values" => Self::Values,
            _ => Self::All,
        }
    }

    /// Its word, as in the policy and in a trace.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Values => "values",
            Self::All => "all",
        }
    }
}
