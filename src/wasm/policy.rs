//! The policy in the review build: what it says, and its one decision.

use crate::policy;
use crate::redact::Floor;
use wasm_bindgen::prelude::*;

/// A policy as it was read once, for many decisions.
#[wasm_bindgen]
pub struct Policy(policy::Policy);

#[wasm_bindgen]
impl Policy {
    /// Reads the JSON of `storage.managed`; without one there is no policy. One with mistakes, or without entries, allows
    /// nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(json: Option<String>) -> Self {
        Self(json.as_deref().map(policy::Policy::read).unwrap_or_default())
    }

    /// A policy that is there and that the browser cannot hand over; it allows nothing.
    pub fn unreadable() -> Self {
        Self(policy::Policy::unreadable())
    }

    /// What is decided of a page, JSON: `{allowed, site?, reason?: {key, args, words}, contact?, paths?: {allowed, denied}}`.
    ///
    /// # Errors
    /// None: a decision is always JSON.
    pub fn decide(&self, url: &str) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.decide(url))?)
    }

    /// What is decided of the frames of an origin in the page at `top`, in the same form.
    ///
    /// # Errors
    /// None: a decision is always JSON.
    pub fn decide_frame(&self, origin: &str, top: &str) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.decide_frame(origin, top))?)
    }

    /// Whether a site that the browser has granted (`https://host/*`) may have pages that are recorded.
    pub fn may_have(&self, site: &str) -> bool {
        self.0.may_have(site)
    }

    /// What the policy says and what is wrong with it, JSON.
    ///
    /// # Errors
    /// None: a view is always JSON.
    pub fn view(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.0.view())?)
    }
}

/// The stricter of two floors, by their words; a word that is none is the strictest.
#[wasm_bindgen]
pub fn strictest(one: &str, other: &str) -> String {
    Floor::of_word(one).max(Floor::of_word(other)).word().to_owned()
}
