//! The header of a trace of version 1, which called the masking level `floor`; all other lines are as today.

use crate::redact::{MaskingLevel, Redacted};
use crate::trace::{Environment, Header, Outcome, VERSION};
use serde::Deserialize;

/// The first line.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Line {
    Header(HeaderV1),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderV1 {
    #[serde(rename = "version")]
    _version: u32,
    session: String,
    #[serde(default)]
    goal: Redacted,
    #[serde(default)]
    outcome: Outcome,
    #[serde(default)]
    note: Redacted,
    #[serde(default)]
    withdrawal: Option<String>,
    started: String,
    #[serde(default)]
    floor: MaskingLevel,
    environment: Environment,
}

/// The header as one of today's version.
///
/// # Errors
/// Where the line is no header of version 1.
pub(super) fn header(line: &str) -> serde_json::Result<Header> {
    let Line::Header(old) = serde_json::from_str(line)?;
    Ok(Header {
        version: VERSION,
        session: old.session,
        goal: old.goal,
        outcome: old.outcome,
        note: old.note,
        withdrawal: old.withdrawal,
        started: old.started,
        masking_level: old.floor,
        environment: old.environment,
    })
}
