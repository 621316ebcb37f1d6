//! Layer 0: the formats that a recording can be exported in. A policy names them, and each has its writer (`export::write`).

use serde::Serialize;

/// A file format of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ExportFormat"))]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Overt's own, JSON Lines.
    Trace,
    /// Puppeteer Replay and DevTools Recorder.
    UserFlow,
    /// A test of Playwright.
    Playwright,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 3] = [Format::Trace, Format::UserFlow, Format::Playwright];
    /// The words of all, as a person lists them.
    pub const WORDS: &str = "trace, userFlow, playwright";

    /// Its word in a policy, which is also how it is serialised.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::Trace => "trace",
            Format::UserFlow => "userFlow",
            Format::Playwright => "playwright",
        }
    }

    /// The format of that word; `None` where there is none.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// How the name of its files ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Trace => "trace.jsonl",
            Format::UserFlow => "userflow.json",
            Format::Playwright => "spec.mjs",
        }
    }

    /// The media type of its files.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Trace => "application/jsonl",
            Format::UserFlow => "application/json",
            Format::Playwright => "text/javascript",
        }
    }
}
