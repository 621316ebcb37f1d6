//! Layer 0: seals texts with a key: who lacks it can neither read them nor tell which of them are alike.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce, Tag};

/// Bytes of a key.
pub const KEY: usize = 32;
/// Bytes that make each seal another one: random for each, and never used twice with a key.
pub const NONCE: usize = 12;
/// Bytes that prove that nobody changed the text.
const TAG: usize = 16;
/// The smallest size, in bytes, that a text is padded to.
const SMALLEST: usize = 4096;

/// Seals and opens with one key: ChaCha20-Poly1305 (RFC 8439), which needs no tables and takes the same time for any text.
pub struct Seal(ChaCha20Poly1305);

impl Seal {
    /// A seal with a random key.
    #[must_use]
    pub fn new(key: &[u8; KEY]) -> Self {
        Self(ChaCha20Poly1305::new(key.into()))
    }

    /// Nonce, ciphertext and tag. `place` is where the text belongs: it opens nowhere else.
    #[must_use]
    pub fn seal(&self, nonce: [u8; NONCE], place: &str, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(NONCE + text.len() + TAG);
        out.extend(nonce);
        out.extend(text.as_bytes());
        let inside = out.get_mut(NONCE..).unwrap_or_default();
        // Fails for texts of more than 256 GiB only; what is not sealed goes nowhere.
        match self.0.encrypt_inout_detached(&Nonce::from(nonce), place.as_bytes(), inside.into()) {
            Ok(tag) => out.extend(tag),
            Err(_) => out.clear(),
        }
        out
    }

    /// The text; `None` where the key or the place is another one, or a byte was changed.
    #[must_use]
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<String> {
        let (nonce, rest) = sealed.split_first_chunk::<NONCE>()?;
        let (inside, tag) = rest.split_last_chunk::<TAG>()?;
        let mut text = inside.to_vec();
        let (nonce, tag) = (Nonce::from(*nonce), Tag::from(*tag));
        self.0.decrypt_inout_detached(&nonce, place.as_bytes(), text.as_mut_slice().into(), &tag).ok()?;
        String::from_utf8(text).ok()
    }
}

/// A JSON text with spaces after it, so that its size tells little: 4 KiB, or the next power of two that it fits in.
#[must_use]
pub fn padded(mut json: String) -> String {
    let size = json.len().next_power_of_two().max(SMALLEST);
    json.reserve_exact(size - json.len());
    while json.len() < size {
        json.push(' ');
    }
    json
}
