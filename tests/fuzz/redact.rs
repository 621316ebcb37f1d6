//! The redactor.

use crate::inputs::{corpus, text};
use crate::{fuzz, fuzz_some, grows_too_fast};
use overt::redact::{MaskingLevel, Raw, Redacted, Redactor, Terms, Typing, own_words, pieces, spans};
use proptest::prelude::*;
use proptest::sample::select;

const KEY: [u8; 16] = [7; 16];
const TERM: &str = "Quagga Tulip";

/// Private texts of the corpus.
const PRIVATE: [&str; 4] = ["4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "dana.lee@mail.example.com", TERM];

/// Others, which no change of the corpus makes: none of them may stand in what has passed.
const PLANTED: [&str; 8] = [
    "4012 8888 8888 1881",
    "378282246310005",
    "GB29 NWBK 6016 1331 9268 19",
    "kim.roe@post.example.org",
    "078-05-1121",
    "ghp_0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX",
    "3c:5a:b4:01:02:0f",
    "2001:db8::8a2e:370:7334",
];

const TOKENS: &[&str] = &[
    "4111 1111",
    "1111",
    "5",
    "@",
    ".",
    ":",
    "::",
    "-",
    "/",
    "+49",
    "(",
    ")",
    "DE89",
    "<",
    ">",
    "<EMAIL>",
    "<EMAIL#0123456789abcdef>",
    "<TEXT#>",
    "<CARD_1>",
    "\u{200b}",
    "\u{ad}",
    "\u{a0}",
    "\u{ff11}",
    "\u{661}",
    "\u{202e}",
    "e\u{301}",
    "ﬁ",
    "Ⅷ",
    "%40",
    "%34",
    "\n",
    "\t",
    "eyJ",
    "sk-",
    "AKIA",
    "0x",
    "-----BEGIN ",
    "Tulip",
    "QUAGGA",
    "born",
    "SSN",
    "IBAN",
    "https://",
    "dana:pw@",
];

/// What parts a word from its neighbours.
const BEFORE: [&str; 6] = [" ", "\n", ": ", "(", "\"", ">"];
const AFTER: [&str; 6] = [" ", "\n", ", ", ")", "\"", "<"];

fn redactor(level: MaskingLevel) -> Redactor {
    Redactor::new(KEY, level).with_terms(Terms::new([TERM]))
}

/// Everything that the gate makes of a text.
fn passed(raw: &str) -> Vec<Redacted> {
    let mut open = redactor(MaskingLevel::Open);
    let all = vec![
        open.shown(&Raw::new(raw), false),
        open.typed(&Raw::new(raw), None, false, Typing::Done),
        own_words(raw, &Terms::new([TERM])),
    ];
    all
}

#[test]
fn the_corpus_keeps_its_words_and_none_of_its_private_texts() {
    for raw in corpus("text") {
        for out in passed(&raw) {
            assert!(out.as_str().contains("invoice"), "{}", out.as_str());
            assert!(!PRIVATE.iter().any(|one| out.as_str().contains(one)), "{}", out.as_str());
        }
    }
}

#[test]
fn a_private_text_does_not_pass_whatever_stands_around_it() {
    let around = || text(corpus("text"), TOKENS);
    let strategy = (around(), select(&BEFORE[..]), select(&PLANTED[..]), select(&AFTER[..]), around());
    fuzz("redact: planted", 0.4, &strategy, |(before, left, private, right, after)| {
        // Short, so that the private text is not far from what was changed.
        let last: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        let first: String = after.chars().take(60).collect();
        let raw = [last.as_str(), left, private, right, first.as_str()].concat();
        for out in passed(&raw) {
            prop_assert!(!out.as_str().contains(private), "{} of {}", out.as_str(), raw);
        }
        Ok(())
    });
}

#[test]
fn any_text_is_masked_in_order_and_what_was_masked_stays_so() {
    let any_text = prop_oneof![text(corpus("text"), TOKENS), any::<String>()];
    fuzz("redact: any text", 0.4, &any_text, |raw| {
        let mut from = 0;
        for span in spans(&raw) {
            prop_assert!(from <= span.range.start && raw.get(span.range.clone()).is_some());
            from = span.range.end;
        }
        let put_together: usize = pieces(&raw).len();
        prop_assert!(put_together <= raw.len());
        for level in [MaskingLevel::Open, MaskingLevel::Values, MaskingLevel::All] {
            let once = redactor(level).shown(&Raw::new(raw.as_str()), false);
            prop_assert!(once.as_str().len() <= 16 * raw.len() + 64, "{} bytes of {}", once.as_str().len(), raw.len());
            let twice = redactor(level).again(&once, overt::redact::Origin::Page);
            // A part between two placeholders may look like more than it did among its neighbours, never like less.
            let masked = |text: &Redacted| text.as_str().matches("#").count();
            prop_assert!(masked(&twice) >= masked(&once), "{} of {}", twice.as_str(), once.as_str());
            let typed = redactor(level).typed(&Raw::new(raw.as_str()), None, false, Typing::Done);
            let one_placeholder = typed.is_empty() || (typed.as_str().starts_with('<') && typed.as_str().len() < 32);
            prop_assert!(level == MaskingLevel::Open || one_placeholder, "{}", typed.as_str());
        }
        let url = redactor(MaskingLevel::Open).url(&Raw::new(raw.as_str()));
        prop_assert!(!url.as_str().contains(['?', '#']) || url.as_str().contains('<'), "{}", url.as_str());
        Ok(())
    });
}

#[test]
fn the_time_to_mask_a_text_grows_no_faster_than_the_text() {
    let unit =
        prop::collection::vec(prop_oneof![3 => select(TOKENS).prop_map(str::to_owned), 1 => "[a-z0-9 ]{1,4}"], 1..5);
    fuzz_some("redact: time", 12, 0.2, &unit, |unit| {
        let unit = unit.concat();
        let long = unit.repeat(80_000 / unit.len() + 1);
        let of = |length: usize| long.get(..long.floor_char_boundary(length)).unwrap_or_default();
        let slow = grows_too_fast(|length| drop(redactor(MaskingLevel::Open).shown(&Raw::new(of(length)), false)));
        prop_assert!(!slow, "{:?} again and again", unit);
        Ok(())
    });
}
