//! The short hash of a text is SipHash's, and another one for another text.

use overt::digest::digest;

/// Reckoned by an implementation of its own that gives the reference's test vectors (<https://github.com/veorq/SipHash>).
#[test]
fn it_is_the_low_half_of_siphash_with_a_key_of_zeros() {
    assert_eq!(digest(""), 0x7377_00d7);
    assert_eq!(digest("Overt"), 0x0099_f06b);
}

#[test]
fn a_text_that_differs_in_one_character_has_another() {
    assert_ne!(digest("{\"time\":1}"), digest("{\"time\":2}"));
}
