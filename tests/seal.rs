//! What is sealed opens with its key at its place only, and its size tells little.

use overt::seal::{KEY, NONCE, Seal, padded};

const PLACE: &str = "place";

fn key() -> [u8; KEY] {
    core::array::from_fn(|at| at as u8)
}

fn nonce() -> [u8; NONCE] {
    core::array::from_fn(|at| at as u8)
}

#[test]
fn what_is_sealed_is_what_openssl_makes_of_it() {
    let hexadecimal: String =
        Seal::new(&key()).seal(nonce(), PLACE, "{}").iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hexadecimal, "000102030405060708090a0bf2865ac8605783ecd67637f3e3b897e1364a");
}

#[test]
fn it_opens_with_its_key_at_its_place_and_unchanged_only() {
    let seal = Seal::new(&key());
    let sealed = seal.seal(nonce(), PLACE, "Grüße");
    assert_eq!(seal.open(PLACE, &sealed).as_deref(), Some("Grüße"));
    assert_eq!(seal.open("another", &sealed), None);
    assert_eq!(Seal::new(&[7; KEY]).open(PLACE, &sealed), None);
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(seal.open(PLACE, &changed), None, "byte {at}");
        assert_eq!(seal.open(PLACE, &sealed[..at]), None, "{at} bytes");
    }
}

#[test]
fn a_text_is_padded_to_four_kibibytes_or_the_next_power_of_two() {
    for (length, size) in [(0, 4096), (1, 4096), (4096, 4096), (4097, 8192), (70_000, 131_072)] {
        let text = "x".repeat(length);
        let padded = padded(text.clone());
        assert_eq!((padded.len(), padded.trim_end()), (size, text.as_str()));
    }
}
