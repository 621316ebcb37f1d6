//! Sealing in both builds: the recorder seals what it writes ahead, the background opens it and seals what it stores.

use crate::seal;
use wasm_bindgen::prelude::*;

/// A key that seals and opens texts.
#[wasm_bindgen]
pub struct Seal(seal::Seal);

#[wasm_bindgen]
impl Seal {
    /// `key`: 32 random bytes.
    ///
    /// # Errors
    /// Where it has another length.
    #[wasm_bindgen(constructor)]
    pub fn new(key: &[u8]) -> Result<Self, JsError> {
        let key = key.try_into().map_err(|_| JsError::new("expected a key of 32 bytes"))?;
        Ok(Self(seal::Seal::new(key)))
    }

    /// A JSON text, padded, so that its size tells little; `nonce`: 12 random bytes, others for each text.
    ///
    /// # Errors
    /// Where the nonce has another length.
    #[cfg(feature = "recorder")]
    pub fn seal(&self, nonce: &[u8], json: String) -> Result<Vec<u8>, JsError> {
        Ok(self.0.seal(nonce_of(nonce)?, "", &seal::padded(json)))
    }

    /// A text that opens at its place only; `nonce`: 12 random bytes, others for each text.
    ///
    /// # Errors
    /// Where the nonce has another length.
    #[cfg(feature = "review")]
    pub fn seal(&self, nonce: &[u8], place: &str, text: &str) -> Result<Vec<u8>, JsError> {
        Ok(self.0.seal(nonce_of(nonce)?, place, text))
    }

    /// The text; undefined where the key or the place is another one, or a byte was changed.
    #[cfg(feature = "review")]
    #[must_use]
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<String> {
        self.0.open(place, sealed)
    }
}

fn nonce_of(bytes: &[u8]) -> Result<[u8; seal::NONCE], JsError> {
    bytes.try_into().map_err(|_| JsError::new("expected a nonce of 12 bytes"))
}
