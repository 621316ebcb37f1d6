//! The session's key, as it comes from the background.

/// The key in 32 hexadecimal digits; `None` for anything else: tags of a key that is known could be guessed.
#[must_use]
pub fn key_of(hex: &str) -> Option<[u8; 16]> {
    let digits = hex.as_bytes();
    // A sign before a digit would be a number to `from_str_radix`.
    if digits.len() != 32 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut key = [0; 16];
    for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(key)
}
