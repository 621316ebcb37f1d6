//! Layer 0: a short hash of a text, against damage and not against an attack.

use core::hash::Hasher;
use siphasher::sip::SipHasher24;

/// The lowest 32 bits of SipHash-2-4 of the text with a key of zeros.
#[must_use]
pub fn digest(text: &str) -> u32 {
    let mut hasher = SipHasher24::new();
    hasher.write(text.as_bytes());
    let [.., a, b, c, d] = hasher.finish().to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}
