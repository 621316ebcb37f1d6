//! What a policy says, as data for the pages that show it.

use super::{Message, Pack, Policy};
use crate::format::Format;
use crate::redact::{HASH, MaskingLevel};
use serde::Serialize;

/// What a policy says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PolicyView"))]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// There is a policy.
    pub present: bool,
    /// The version of its format; absent where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// By which it is told from another one, or from one of before: twelve hexadecimal digits of the SHA-256 of its entries.
    /// Absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// Its mistakes; while there is one nothing may be recorded.
    pub problems: Vec<Message>,
    /// Patterns of the sites that may be switched on; absent where every site may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sites: Option<Vec<String>>,
    /// Patterns of the sites that never may.
    pub never: Vec<String>,
    /// The packs, which always hold.
    pub packs: Vec<PackView>,
    /// Sites may be unencrypted.
    pub http: bool,
    /// The least that is masked.
    pub masking_level: MaskingLevel,
    /// Sites of whose interface the strings are known, which are kept at the masking level `structure`.
    pub strings: Vec<StringsView>,
    /// How long a session may be kept, in days; absent where the policy does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_days: Option<u32>,
    /// The formats that may be exported.
    pub exports: Vec<Format>,
    /// Who made the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Whom to ask about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What the employee must have agreed to before the first recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
}

/// A pack of sites that are never recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackView {
    /// Its name in a policy.
    pub name: &'static str,
    /// How many hosts it has, each with all below it.
    pub hosts: usize,
    /// Patterns that the organisation added.
    pub own: Vec<String>,
}

/// What is known of a site's interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StringsView {
    /// The site's pattern.
    pub site: String,
    /// How many hashes of strings there are.
    pub count: usize,
}

impl Policy {
    /// What the policy says.
    #[must_use]
    pub fn view(&self) -> View {
        let texts = |patterns: &[super::Pattern]| patterns.iter().map(ToString::to_string).collect();
        let pack = |pack: Pack| PackView {
            name: pack.name(),
            hosts: pack.hosts().count(),
            own: self.packs.iter().filter(|(of, _)| *of == pack).map(|(_, one)| one.to_string()).collect(),
        };
        View {
            present: self.present,
            version: self.version,
            hash: self.hash.clone(),
            problems: self.problems.iter().map(super::Problem::message).collect(),
            sites: self.sites.as_deref().map(texts),
            never: texts(&self.never),
            packs: Pack::ALL.map(pack).to_vec(),
            http: self.http,
            masking_level: self.masking_level.unwrap_or(MaskingLevel::Open),
            strings: self
                .strings
                .iter()
                .map(|(site, text)| StringsView { site: site.to_string(), count: text.len() / HASH })
                .collect(),
            retention_days: self.retention_days,
            exports: self.exports.clone().unwrap_or_else(|| Format::ALL.to_vec()),
            organisation: self.organisation.clone(),
            contact: self.contact.clone(),
            consent: self.consent.clone(),
        }
    }
}
