//! The one decision: may this page be recorded, and which paths of its origin may.

use super::paths::path_of;
use super::site::Origin;
use super::{Message, Pack, Paths, Pattern, Problem, Reason};
use crate::format::Format;
use crate::redact::MaskingLevel;
use serde::{Serialize, Serializer};

/// What an organisation allows, as it was read. Without one the employee decides alone, and the packs hold.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// There is one.
    pub(super) present: bool,
    pub(super) version: Option<u32>,
    /// Of its entries.
    pub(super) hash: Option<String>,
    /// Mistakes in it; while there is one nothing may be recorded.
    pub(super) problems: Vec<Problem>,
    /// Sites that may be switched on; all where there is no policy.
    pub(super) sites: Option<Vec<Pattern>>,
    /// Sites that never may.
    pub(super) never: Vec<Pattern>,
    /// What the organisation adds to the packs.
    pub(super) packs: Vec<(Pack, Pattern)>,
    /// Sites may be unencrypted.
    pub(super) http: bool,
    /// The least that is masked.
    pub(super) masking_level: Option<MaskingLevel>,
    /// How long a session may be kept.
    pub(super) retention_days: Option<u32>,
    /// What the interfaces of sites say, as hashes.
    pub(super) strings: Vec<(Pattern, String)>,
    /// `None`: all.
    pub(super) exports: Option<Vec<Format>>,
    pub(super) organisation: Option<String>,
    pub(super) contact: Option<String>,
    pub(super) consent: Option<String>,
}

/// What is decided of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// This page may be recorded, where the employee switched its site on.
    pub allowed: bool,
    /// The match pattern under which the browser grants the site; absent where it is no site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_message")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Message>"))]
    pub reason: Option<Reason>,
    /// Whom to ask, where it is the organisation that does not allow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The paths of its origin that may be recorded; absent where none may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paths: Option<Paths>,
}

fn as_message<S: Serializer>(reason: &Option<Reason>, to: S) -> Result<S::Ok, S::Error> {
    reason.as_ref().map(Reason::message as fn(&Reason) -> Message).serialize(to)
}

impl Policy {
    /// Decides of the page at `url`.
    #[must_use]
    pub fn decide(&self, url: &str) -> Decision {
        let origin = match Origin::of(url) {
            Ok(origin) => origin,
            Err(reason) => return self.refusal(reason, None, None),
        };
        let site = Some(origin.site());
        match self.paths(&origin) {
            Err(reason) => self.refusal(reason, site, None),
            Ok(paths) if paths.permit(&origin.url) => {
                Decision { allowed: true, site, reason: None, contact: None, paths: Some(paths) }
            }
            Ok(paths) => {
                let denied = path_of(&origin.url).is_none_or(|path| paths.is_denied(path));
                let reason = if denied { Reason::DeniedPath } else { Reason::OutsidePaths(paths.allowed.clone()) };
                self.refusal(reason, site, Some(paths))
            }
        }
    }

    fn refusal(&self, reason: Reason, site: Option<String>, paths: Option<Paths>) -> Decision {
        let contact = self.contact.clone().filter(|_| reason.is_of_the_policy());
        Decision { allowed: false, site, reason: Some(reason), contact, paths }
    }

    /// Decides of the frames of `origin` in the page at `top`. `allowed` is whether the page is, by its whole address; where
    /// in their own origin the frames may be recorded say the `paths`, by which each of them decides in the tick.
    #[must_use]
    pub fn decide_frame(&self, origin: &str, top: &str) -> Decision {
        let page = self.decide(top);
        let own = self.decide(origin);
        match (&page.paths, &own.paths) {
            (None, _) => Decision { paths: None, ..page },
            (_, None) => own,
            _ => Decision { allowed: page.allowed, reason: page.reason, contact: page.contact, ..own },
        }
    }

    /// Whether a site that the browser has granted, `https://host/*`, may have recorded pages by any port and path.
    #[must_use]
    pub fn may_have(&self, site: &str) -> bool {
        let Ok(origin) = Origin::of(site) else { return false };
        let whole = |pattern: &Pattern| pattern.is_whole() && pattern.means_site(origin.https, &origin.host);
        let listed = |sites: &Vec<Pattern>| sites.iter().any(|one| one.means_site(origin.https, &origin.host));
        self.problems.is_empty()
            && !self.never.iter().chain(self.packs.iter().map(|(_, pattern)| pattern)).any(whole)
            && !Pack::ALL.into_iter().any(|pack| pack.holds(&origin.host))
            && self.sites.as_ref().map_or_else(|| !origin.is_open(), listed)
    }

    /// The paths of an origin that may be recorded.
    fn paths(&self, origin: &Origin) -> Result<Paths, Reason> {
        // What no policy could change comes first, so that a person is told what is true everywhere.
        if origin.is_open() && !self.http {
            return Err(Reason::Unencrypted);
        }
        if let Some(pack) = self.pack_of(origin) {
            return Err(Reason::InPack(pack));
        }
        if let Some(problem) = self.problems.first() {
            return Err(Reason::BadPolicy(problem.clone()));
        }
        let paths = |patterns: &[Pattern]| -> Vec<String> {
            patterns.iter().filter(|one| one.means(origin)).map(|one| one.path().to_owned()).collect()
        };
        let denied = paths(&self.never);
        if denied.iter().any(|path| path == "/") {
            return Err(Reason::Never);
        }
        let allowed = self.sites.as_ref().map_or_else(|| Paths::all().allowed, |sites| paths(sites));
        if allowed.is_empty() { Err(Reason::NotListed) } else { Ok(Paths { allowed, denied }) }
    }

    fn pack_of(&self, origin: &Origin) -> Option<Pack> {
        let own = self.packs.iter().find(|(_, pattern)| pattern.means(origin)).map(|(pack, _)| *pack);
        own.or_else(|| Pack::ALL.into_iter().find(|pack| pack.holds(&origin.host)))
    }
}
