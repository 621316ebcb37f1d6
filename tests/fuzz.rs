//! What comes from outside (a trace file, a policy, a text) is read without a panic, and what was changed is noticed.
//! `PROPTEST_CASES=1000000 cargo test --test fuzz` looks for longer; cases that failed are kept beside this file.

use overt::export::read_trace;
use overt::policy::{Policy, check};
use overt::redact::{Terms, own_words, pieces, spans};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("golden/v1.trace.jsonl");
const POLICY: &str = r#"{"version": 1, "sites": ["https://erp.example.com/a/*", "*.crm.example.com"], "never": ["x.example"], "exports": ["trace"]}"#;

/// The text with some of its bytes replaced by others.
fn changed(text: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec((0..text.len(), any::<u8>()), 1..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

proptest! {
    #[test]
    fn a_changed_trace_is_refused(text in changed(GOLDEN)) {
        prop_assert!(text == GOLDEN || text.trim_end() == GOLDEN.trim_end() || read_trace(&text).is_err());
    }

    #[test]
    fn any_text_can_be_read_as_a_trace_or_a_policy(text in prop_oneof![any::<String>(), changed(POLICY)]) {
        let _ = read_trace(&text);
        let policy = Policy::draft(&text);
        let clean = policy.view().problems.is_empty();
        prop_assert_eq!(check(&text).is_ok() && !clean, false, "what check takes has no problem");
        prop_assert!(clean || !policy.decide("https://erp.example.com/a").allowed);
    }

    #[test]
    fn any_text_is_masked_in_order_and_put_together_again(text in any::<String>()) {
        let mut from = 0;
        for span in spans(&text) {
            prop_assert!(from <= span.range.start && text.get(span.range.clone()).is_some());
            from = span.range.end;
        }
        prop_assert!(pieces(&text).len() <= text.len());
        let _ = own_words(&text, &Terms::default());
    }
}
