//! The policy in the review build: what it says, and its one decision.

use super::value;
use crate::policy;
use crate::redact::MaskingLevel;
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// A policy as it was read once, for many decisions.
#[wasm_bindgen]
pub struct Policy(policy::Policy);

#[wasm_bindgen]
impl Policy {
    /// Reads what stands in `storage.managed`; undefined: there is no policy. One with mistakes, or without entries, allows
    /// nothing.
    ///
    /// # Errors
    /// Where the value is not one that JSON could hold.
    #[wasm_bindgen(constructor)]
    pub fn new(managed: JsValue) -> Result<Self, JsError> {
        let managed: Option<Value> = value::read(managed)?;
        Ok(Self(managed.map(policy::Policy::of).unwrap_or_default()))
    }

    /// A policy that is there and that the browser cannot hand over; it allows nothing.
    pub fn unreadable() -> Self {
        Self(policy::Policy::unreadable())
    }

    /// What is decided of a page.
    ///
    /// # Errors
    /// None: a decision is always plain.
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn decide(&self, url: &str) -> Result<JsValue, JsError> {
        value::write(&self.0.decide(url))
    }

    /// What is decided of the frames of an origin in the page at `top`.
    ///
    /// # Errors
    /// None: a decision is always plain.
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn decide_frame(&self, origin: &str, top: &str) -> Result<JsValue, JsError> {
        value::write(&self.0.decide_frame(origin, top))
    }

    /// Whether a site that the browser has granted (`https://host/*`) may have pages that are recorded.
    pub fn may_have(&self, site: &str) -> bool {
        self.0.may_have(site)
    }

    /// What the interface of the site of a document says, as hashes; empty where the policy lists nothing of it.
    pub fn strings(&self, origin: &str) -> String {
        self.0.strings_of(origin)
    }

    /// What the policy says and what is wrong with it.
    ///
    /// # Errors
    /// None: a view is always plain.
    #[wasm_bindgen(unchecked_return_type = "PolicyView")]
    pub fn view(&self) -> Result<JsValue, JsError> {
        value::write(&self.0.view())
    }
}

/// The stricter of two masking levels, by their words; a word that is none counts as `all`.
#[wasm_bindgen]
pub fn strictest(one: &str, other: &str) -> String {
    MaskingLevel::of_word(one).max(MaskingLevel::of_word(other)).word().to_owned()
}
